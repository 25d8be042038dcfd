"""A crawl asks for each address once, in order, and goes on where it was cut off."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from corpus.catalogue import Catalogue, open_catalogue
from corpus.publication import Publication
from corpus.settings import Settings
from corpus.visits import TO_DO, Purpose, Visit, VisitOutcome, Visits

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
A, B, C, D = (f"https://www.gov.wales/{name}" for name in "abcd")


@pytest.fixture
def visits(catalogue: Catalogue) -> Visits:
    return Visits(catalogue)


def begin(visits: Visits, *urls: str, asked: str = "everything") -> int:
    return visits.begin(asked, [Visit(url=url) for url in urls], at=START)


def make_all(visits: Visits, crawl_id: int, then: dict[str, list[str]]) -> list[str]:
    made = []
    while visit := visits.next(crawl_id):
        made.append(visit.url)
        done = Visit(url=visit.url, outcome=VisitOutcome.FETCHED, at=START)
        visits.done(crawl_id, done, then=[Visit(url=url, found_on=visit.url) for url in then.get(visit.url, [])])
    return made


def test_what_a_page_leads_to_is_visited_after_all_that_waits(visits: Visits) -> None:
    crawl_id = begin(visits, A, B)

    assert make_all(visits, crawl_id, {A: [C], B: [D]}) == [A, B, C, D]


@pytest.mark.parametrize(("days", "goes_on"), [(0, True), (7, True), (8, False), (90, False)])
def test_a_crawl_that_was_cut_off_long_ago_is_begun_anew(visits: Visits, days: int, goes_on: bool) -> None:
    crawl_id = begin(visits, A, B)

    again = visits.begin("everything", [Visit(url=A)], at=START + timedelta(days=days))

    assert (again == crawl_id) is goes_on


@pytest.mark.parametrize("again", [A, f"{A}/", "http://gov.wales/a?lang=en", f"{A}#part"])
def test_an_address_is_visited_once_in_a_crawl(visits: Visits, again: str) -> None:
    crawl_id = begin(visits, A, again, B)

    assert make_all(visits, crawl_id, {A: [again, A], B: [A, again]}) == [A, B]


def test_a_crawl_that_was_cut_off_goes_on(settings: Settings, visits: Visits) -> None:
    crawl_id = begin(visits, A, B)
    visits.done(crawl_id, Visit(url=A, outcome=VisitOutcome.FETCHED), then=[Visit(url=C, found_on=A)])
    again = open_catalogue(settings.catalogue_url)
    resumed = Visits(again)

    assert begin(resumed, A, B) == crawl_id
    assert make_all(resumed, crawl_id, {}) == [B, C]
    again.close()


def test_another_scope_is_another_crawl_and_so_is_one_that_was_ended(visits: Visits) -> None:
    crawl_id = begin(visits, A)

    assert begin(visits, A, asked="all of estyn") != crawl_id
    visits.end(crawl_id, at=START)
    after = begin(visits, A)
    assert after != crawl_id
    assert make_all(visits, after, {}) == [A]


def test_a_visit_is_not_done_without_what_it_leads_to(visits: Visits) -> None:
    crawl_id = begin(visits, A)

    def cut_off() -> Iterator[Visit]:
        yield Visit(url=B)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        visits.done(crawl_id, Visit(url=A, outcome=VisitOutcome.FETCHED), then=cut_off())

    assert make_all(visits, crawl_id, {}) == [A]


def test_a_visit_is_kept_with_all_that_is_known_of_it(visits: Visits) -> None:
    listing = Visit(url=A, purpose=Purpose.LISTING, layout="rss", number=3, found_on=B)
    crawl_id = visits.begin("everything", [listing], at=START)
    assert visits.next(crawl_id) == listing
    assert visits.is_listing(f"{A}/")
    assert not visits.is_listing(B)
    made = Visit(
        url=A,
        purpose=Purpose.LISTING,
        layout="rss",
        number=3,
        found_on=B,
        outcome=VisitOutcome.REFUSED,
        status=403,
        reason="Not for us.",
        publication_id="otters",
        at=START,
    )

    visits.done(crawl_id, made)

    crawl = visits.crawl(crawl_id)
    assert crawl is not None
    assert crawl.visits == (made,)
    assert (crawl.asked, crawl.started_at, crawl.ended_at) == ("everything", START, None)


def test_outcomes_are_counted(visits: Visits) -> None:
    first = begin(visits, A, B, C, asked="first")
    second = begin(visits, D, asked="second")
    for url, outcome in ((A, VisitOutcome.FETCHED), (B, VisitOutcome.FETCHED)):
        visits.done(first, Visit(url=url, outcome=outcome))
    visits.end(second, at=START + timedelta(hours=1))

    newest, oldest = visits.crawls()

    assert (oldest.id, dict(oldest.counts)) == (first, {"fetched": 2, TO_DO: 1})
    assert (newest.id, dict(newest.counts), newest.ended_at) == (second, {TO_DO: 1}, START + timedelta(hours=1))
    crawl = visits.crawl(first)
    assert crawl is not None
    assert crawl.counts() == dict(oldest.counts)
    latest = visits.crawl()
    assert latest is not None
    assert latest.id == second
    assert visits.crawl(99) is None
    assert [one.id for one in visits.crawls(most=1)] == [second]


def test_no_crawl_is_none(visits: Visits) -> None:
    assert visits.crawl() is None
    assert visits.crawls() == []


def met(catalogue: Catalogue, publication: Publication, *urls: str) -> None:
    with catalogue.writing() as write:
        write.put_publication(publication)
        for url in urls:
            write.put_page(url, publication.id)


def test_misses_count_by_day_and_an_answer_ends_them(
    visits: Visits, catalogue: Catalogue, publication: Callable[..., Publication]
) -> None:
    met(catalogue, publication(), A)
    hours = [0, 1, 11, 24, 25, 48]

    counted = [visits.missed(f"{A}/", at=START + timedelta(hours=hour)) for hour in hours]

    assert counted == [(number, "guidance-otters") for number in (1, 1, 1, 2, 2, 3)]
    visits.seen(A, at=START + timedelta(days=3))
    assert visits.missed(A, at=START + timedelta(days=4)) == (1, "guidance-otters")


def test_an_address_that_never_led_anywhere_may_be_missed_too(visits: Visits) -> None:
    assert visits.missed(A, at=START) == (1, None)
    assert visits.missed(A, at=START + timedelta(days=1)) == (2, None)
    assert visits.pages() == []


def test_addresses_that_answer_are_those_that_were_asked_and_did_not_miss(
    visits: Visits, catalogue: Catalogue, publication: Callable[..., Publication]
) -> None:
    met(catalogue, publication(), A, B, C)
    met(catalogue, publication("other"), D)
    for url in (A, B, D):
        visits.seen(url, at=START)
    visits.missed(B, at=START + timedelta(days=1))

    assert visits.answering("guidance-otters") == [A]
    assert visits.answering("guidance-otters", patience=3) == [A, B]
    assert visits.pages() == [A, B, C, D]
    assert visits.pages_of("guidance-otters") == [A, B, C]
