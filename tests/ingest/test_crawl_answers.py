"""What a crawl makes of answers that are no page: refusals, moves, removals, failures, hostile bytes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.captures import ReadAs
from corpus.visits import Crawl, VisitOutcome
from index.embed import SentenceEmbedder
from index.open import open_index
from index.sync import sync
from ingest.confined import Confined, Limits
from ingest.reparse import reparse
from search_api.library import Library
from search_api.question.question import Asked
from tests.publishers import pdfs
from tests.publishers.made_pages import GUIDE, govwales, guide, statement
from tests.publishers.runs import Runs, at, outcomes, state
from tests.publishers.server import Answer, Publishers, in_turn, redirect
from tests.publishers.site import HTML, put_file, put_page, put_rules

HOST = "www.gov.wales"
URL = f"https://{HOST}/school-kites-guidance"
OTHER = f"https://{HOST}/school-kites"
FILE = f"https://{HOST}/sites/default/files/kites.pdf"
WORDS = "Every school keeps its kites in a dry cupboard behind the hall."
MORE = "Since the spring, kites are also kept in the hall."
GONE = Answer(status=404, headers=HTML, body=b"<title>Nothing here</title>")
TITLE = "School kites: guidance"


@pytest.fixture
def runs(tmp_path: Path, publishers: Publishers) -> Iterator[Runs]:
    put_rules(publishers, URL, "https://hwb.gov.wales/")
    with Runs(tmp_path / "data", publishers) as made:
        yield made


def guidance(*words: str, url: str = URL) -> bytes:
    return govwales(url, TITLE, *(words or (WORDS,)))


def only(crawl: Crawl) -> tuple[VisitOutcome | None, str | None]:
    (visit,) = crawl.visits
    return visit.outcome, visit.reason


# Refusals.


def test_what_robots_txt_forbids_is_not_asked_for(runs: Runs, publishers: Publishers) -> None:
    url = f"https://{HOST}/private/kites"
    put_page(publishers, url, guidance(url=url))

    outcome, reason = only(runs.crawl(url))

    assert outcome is VisitOutcome.REFUSED
    assert reason == f"'{url}' was not fetched: 'https://{HOST}/robots.txt' asks programs not to read it."
    assert publishers.asked(HOST) == ["/robots.txt"]


@pytest.mark.parametrize("status", [401, 403])
def test_a_publisher_that_lets_no_machine_in_is_named_with_the_other_way_to_its_text(
    runs: Runs, publishers: Publishers, status: int
) -> None:
    publishers.put(URL, Answer(status=status, body=b"no"))

    outcome, reason = only(runs.crawl(URL))

    assert outcome is VisitOutcome.REFUSED
    assert reason == (
        f"The publisher does not let this machine read '{URL}' ({status}). Save the page from a browser and import it with "
        "`canllaw ingest`: the result is the same."
    )


def test_a_text_stays_while_its_publisher_refuses_it(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, guidance())
    runs.crawl(URL)
    said = state(runs.catalogue)
    publishers.put(URL, Answer(status=403, body=b"no"))
    for _ in range(5):
        runs.next_day()
        runs.crawl(URL)

    assert state(runs.catalogue) == said


@pytest.mark.parametrize(
    "place",
    [
        "http://www.gov.wales/school-kites",
        "https://127.0.0.1/kites",
        "https://[::1]/kites",
        "https://169.254.169.254/latest/meta-data",
        "https://kites.example/",
        "https://www.gov.wales:8443/school-kites",
        "file:///etc/hostname",
    ],
)
def test_a_redirect_to_where_we_do_not_go_is_refused(runs: Runs, publishers: Publishers, place: str) -> None:
    publishers.put(URL, redirect(place))
    put_page(publishers, OTHER, guidance())

    outcome, reason = only(runs.crawl(URL))

    assert outcome is VisitOutcome.REFUSED
    assert str(reason).startswith(f"'{URL}' redirects to where we do not go.")
    assert publishers.asked(HOST) == ["/robots.txt", "/school-kites-guidance"]


def test_a_name_that_leads_into_a_private_network_is_refused(tmp_path: Path, publishers: Publishers) -> None:
    with Runs(tmp_path, publishers, loopback_port=None, resolve=lambda _: ["10.1.2.3"]) as runs:
        outcome, reason = only(runs.crawl(URL))

    assert outcome is VisitOutcome.REFUSED
    assert "leads to 10.1.2.3, which is not on the public internet" in str(reason)
    assert publishers.connections == 0


# Moves.


@pytest.mark.parametrize("words", [WORDS, MORE])
def test_a_moved_page_is_one_publication_at_two_addresses(runs: Runs, publishers: Publishers, words: str) -> None:
    put_page(publishers, URL, guidance())
    runs.crawl(URL)
    runs.next_day()
    publishers.put(URL, redirect(OTHER, 301))
    put_page(publishers, OTHER, guidance(words, url=OTHER))

    crawl = runs.crawl(URL)

    (publication,) = runs.catalogue.publications()
    assert at(crawl, URL).outcome is (VisitOutcome.MOVED if words == WORDS else VisitOutcome.CHANGED)
    assert runs.visits.pages_of(publication.id) == [OTHER, URL]
    assert words in runs.text(publication.id)


def test_a_page_that_moved_without_a_word_changed_is_known_at_both_addresses(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, guidance())
    runs.crawl(URL)
    runs.next_day()
    publishers.put(URL, redirect(OTHER, 301))
    put_page(publishers, OTHER, guidance())  # the very bytes, which still call themselves by the old address

    crawl = runs.crawl(URL)

    assert at(crawl, URL).outcome is VisitOutcome.MOVED
    assert runs.catalogue.publication_met_at(OTHER) == runs.catalogue.publication_met_at(URL)
    runs.next_day()
    assert outcomes(runs.crawl(OTHER)) == {VisitOutcome.UNCHANGED}
    assert len(runs.catalogue.publications()) == 1


def test_an_undated_page_that_moved_and_changed_at_once_is_one_publication(runs: Runs, publishers: Publishers) -> None:
    here, there = (f"https://hwb.gov.wales/keeping-well/{place}" for place in ("kites", "yard/kites"))
    put_page(publishers, here, undated(here, WORDS))
    runs.crawl(here)
    runs.next_day()
    publishers.put(here, redirect(there, 301))
    put_page(publishers, there, undated(there, MORE))

    assert only(runs.crawl(here))[0] is VisitOutcome.CHANGED

    (publication,) = runs.catalogue.publications()
    new, old = runs.catalogue.versions(publication.id)
    assert (MORE in new.document.text, WORDS in old.document.text) == (True, True)


def test_an_address_that_now_leads_to_a_page_of_another_title_leads_to_another_publication(
    runs: Runs, publishers: Publishers
) -> None:
    here, there = (f"https://hwb.gov.wales/keeping-well/{place}" for place in ("kites", "balloons"))
    put_page(publishers, here, undated(here, WORDS))
    runs.crawl(here)
    publishers.put(here, redirect(there, 301))
    put_page(publishers, there, undated(there, MORE, title="Balloons in the yard"))
    runs.next_day()
    runs.crawl(here)

    assert {one.title for one in runs.catalogue.publications()} == {"Kites in the yard", "Balloons in the yard"}


def undated(url: str, words: str, *, title: str = "Kites in the yard") -> bytes:
    (page,) = guide(title, {"Only": [words]}).values()
    return page.replace(f"{GUIDE}only/".encode(), url.encode())


def test_the_number_of_a_page_leads_to_the_page(runs: Runs, publishers: Publishers) -> None:
    node = f"https://{HOST}/node/59101"
    publishers.put(node, redirect("/school-kites-guidance", 302))
    put_page(publishers, URL, guidance())

    crawl = runs.crawl(node, URL)

    assert (at(crawl, node).outcome, at(crawl, URL).outcome) == (VisitOutcome.FETCHED, VisitOutcome.UNCHANGED)
    (publication,) = runs.catalogue.publications()
    assert publication.url == URL
    assert runs.visits.pages_of(publication.id) == [node, URL]


# Removals.


def test_a_page_missing_on_three_days_is_gone_and_not_before(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, guidance())
    runs.crawl(URL)
    key = str(runs.catalogue.publication_met_at(URL))
    publishers.put(URL, GONE)
    said = []
    for _ in range(3):
        runs.next_day()
        said.append((*only(runs.crawl(URL)), runs.catalogue.publication(key).gone))  # type: ignore[union-attr]

    day = runs.time.now().date()
    assert [(outcome, gone) for outcome, _, gone in said] == [
        (VisitOutcome.MISSED, None),
        (VisitOutcome.MISSED, None),
        (VisitOutcome.GONE, day),
    ]
    assert [reason for _, reason, _ in said] == [
        f"'{URL}' is not there (404): missed on 1 of the 3 days that make it gone; what is held of it stays.",
        f"'{URL}' is not there (404): missed on 2 of the 3 days that make it gone; what is held of it stays.",
        f"'{URL}' is not there (404), on 3 days up to 08 October 2026: kept as a record, no longer searched.",
    ]


def test_however_often_a_page_is_missed_on_one_day_it_counts_once(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, guidance())
    runs.crawl(URL)
    publishers.put(URL, GONE)
    runs.next_day()

    assert [only(runs.crawl(URL))[0] for _ in range(5)] == [VisitOutcome.MISSED] * 5


def test_an_answer_between_two_misses_begins_the_count_again(runs: Runs, publishers: Publishers) -> None:
    page = Answer(headers=HTML, body=guidance())
    publishers.put(URL, in_turn(page, GONE, GONE, page, GONE, GONE, page))
    for _ in range(7):
        runs.crawl(URL)
        runs.next_day()

    assert [one.gone for one in runs.catalogue.publications()] == [None]


@pytest.mark.parametrize("words", [WORDS, MORE])
def test_what_is_gone_is_found_by_no_search_at_once_and_again_when_it_is_back(
    runs: Runs, publishers: Publishers, embedder: SentenceEmbedder, words: str
) -> None:
    put_page(publishers, URL, guidance())
    runs.crawl(URL)
    index = open_index(runs.settings, embedder)
    try:
        sync(index, runs.catalogue)
        library = Library(catalogue=runs.catalogue, index=index)
        assert found(library) == {runs.catalogue.publication_met_at(URL)}

        publishers.put(URL, GONE)
        for _ in range(3):
            runs.next_day()
            runs.crawl(URL)
        assert found(library) == set()  # the index is as it was

        sync(index, runs.catalogue)
        assert found(library) == set()

        runs.next_day()
        put_page(publishers, URL, guidance(words))
        assert only(runs.crawl(URL))[0] is (VisitOutcome.UNCHANGED if words == WORDS else VisitOutcome.CHANGED)
        sync(index, runs.catalogue)
        assert found(library) == {runs.catalogue.publication_met_at(URL)}
    finally:
        index.close()


def found(library: Library) -> set[str | None]:
    results = library.search(library.read(Asked(q="school kites in the hall")))
    return {one.publication.id for one in results.shown}


def test_a_publication_that_still_answers_at_another_address_is_not_gone(runs: Runs, publishers: Publishers) -> None:
    node = f"https://{HOST}/node/59101"
    publishers.put(node, redirect("/school-kites-guidance"))
    put_page(publishers, URL, guidance())
    runs.crawl(node, URL)
    publishers.put(node, GONE)
    for _ in range(3):
        runs.next_day()
        crawl = runs.crawl(node, URL)

    assert at(crawl, node).outcome is VisitOutcome.GONE
    assert str(at(crawl, node).reason).endswith("on 3 days; the publication is still there at another address.")
    assert [one.gone for one in runs.catalogue.publications()] == [None]


@pytest.mark.parametrize(
    "answer",
    [
        redirect("/"),
        Answer(
            headers=HTML, body=b"<html><head><title>Page not found | GOV.WALES</title></head><body>Look again.</body></html>"
        ),
        Answer(headers=HTML, body=b"<html><head><title>Tudalen heb ei chanfod</title></head><body></body></html>"),
        Answer(headers=HTML, body=b"<html><head>" + b"<meta name=x content=y>" * 500 + b"<title>Page not found</title></head>"),
        Answer(status=410, headers=HTML, body=b"gone"),
    ],
    ids=["front page", "title", "Welsh title", "title after much else", "410"],
)
def test_a_site_that_says_so_with_200_or_otherwise_still_has_no_such_page(
    runs: Runs, publishers: Publishers, answer: Answer
) -> None:
    put_page(publishers, URL, guidance())
    publishers.put(f"https://{HOST}/", Answer(headers=HTML, body=govwales(f"https://{HOST}/", "Welcome", "To all of us.")))
    runs.crawl(URL)
    said = state(runs.catalogue)
    publishers.put(URL, answer)
    made = []
    for _ in range(3):
        runs.next_day()
        made.append(only(runs.crawl(URL))[0])
        if len(made) < 3:
            assert state(runs.catalogue) == said

    assert made == [VisitOutcome.MISSED, VisitOutcome.MISSED, VisitOutcome.GONE]
    assert len(runs.catalogue.publications()) == 1


# Failures.


def test_a_busy_publisher_is_waited_for_as_long_as_it_asks(runs: Runs, publishers: Publishers) -> None:
    busy = Answer(status=429, headers={"Retry-After": "40"})
    publishers.put(URL, in_turn(busy, Answer(headers=HTML, body=guidance())))

    assert only(runs.crawl(URL)) == (VisitOutcome.FETCHED, None)
    first, second = publishers.moments(HOST)[1:]
    assert second - first >= 40


def test_a_publisher_that_asks_for_more_time_than_we_have_is_left_alone(runs: Runs, publishers: Publishers) -> None:
    publishers.put(URL, Answer(status=503, headers={"Retry-After": "7200"}))
    put_page(publishers, OTHER, guidance(url=OTHER))
    other = "https://hwb.gov.wales/kites/"
    put_page(publishers, other, statement(other, "kites", WORDS))

    crawl = runs.crawl(URL, OTHER, other)

    assert at(crawl, URL).outcome is VisitOutcome.FAILED
    assert "answered with status 503" in str(at(crawl, URL).reason)
    assert at(crawl, OTHER).outcome is VisitOutcome.FAILED
    assert "asked for a pause" in str(at(crawl, OTHER).reason)
    assert at(crawl, other).outcome is VisitOutcome.FETCHED
    assert publishers.asked(HOST) == ["/robots.txt", "/school-kites-guidance"]


@pytest.mark.parametrize("status", [500, 502, 429, 503])
def test_a_failing_publisher_loses_nothing_that_is_held(runs: Runs, publishers: Publishers, status: int) -> None:
    put_page(publishers, URL, guidance())
    runs.crawl(URL)
    said = state(runs.catalogue)
    publishers.put(URL, Answer(status=status))
    runs.next_day()

    assert only(runs.crawl(URL))[0] is VisitOutcome.FAILED
    assert state(runs.catalogue) == said


def test_an_odd_answer_is_no_page(runs: Runs, publishers: Publishers) -> None:
    publishers.put(URL, Answer(status=418, body=b"short and stout"))

    assert only(runs.crawl(URL)) == (VisitOutcome.FAILED, f"'{URL}' gave no page, but the answer 418.")
    assert [one.read_as for one in runs.captures.all()] == [ReadAs.NO_CONTENT]


# Hostile bytes.


def test_a_damaged_file_is_set_aside_and_the_text_before_stays(runs: Runs, publishers: Publishers) -> None:
    put_file(publishers, FILE, pdfs.lists())
    runs.crawl(FILE)
    said = state(runs.catalogue)
    runs.next_day()
    put_file(publishers, FILE, b"%PDF-1.7\n" + b"\x00" * 500)

    outcome, reason = only(runs.crawl(FILE))

    assert outcome is VisitOutcome.FAILED
    assert FILE in str(reason)
    assert state(runs.catalogue) == said
    assert [one.read_as for one in runs.captures.all()] == [ReadAs.DOCUMENT, ReadAs.QUARANTINED]

    runs.next_day()
    assert only(runs.crawl(FILE)) == (VisitOutcome.UNCHANGED, f"set aside before: {reason}")
    assert state(runs.catalogue) == said


def test_what_was_set_aside_is_tried_again_by_reparse(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, guidance())
    put_page(publishers, OTHER, statement(OTHER, "small kites", "Small."))
    able = runs.intake
    with Confined(Limits(reply=1_500)) as confined:  # so that what comes back of the longer page is too large
        runs.intake = replace(able, parse=confined.parse)
        put_page(publishers, URL, guidance(*[WORDS] * 40))
        crawl = runs.crawl(URL, OTHER)

    assert at(crawl, URL).outcome is VisitOutcome.FAILED
    assert str(at(crawl, URL).reason).endswith("It is set aside: ask its publisher for another copy.")
    assert at(crawl, OTHER).outcome is VisitOutcome.FETCHED
    assert [one.title for one in runs.catalogue.publications()] == ["Written Statement: small kites"]

    assert [(life.name, life.became) for life in reparse(able)] == [(OTHER, "unchanged"), (URL, "added")]
    assert {one.title for one in runs.catalogue.publications()} == {"Written Statement: small kites", TITLE}
    runs.intake = able
    runs.next_day()
    assert outcomes(runs.crawl(URL, OTHER)) == {VisitOutcome.UNCHANGED}
