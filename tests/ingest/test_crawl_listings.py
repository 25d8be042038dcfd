"""What a crawl visits: of what publishers list, what is about education, since a day; of what is held, what it is asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.captures import ReadAs
from corpus.errors import InvalidQuery, NotHeld
from corpus.publication import Publication
from corpus.visits import Crawl, Purpose, VisitOutcome
from ingest.frontier import Scope, first_visits
from ingest.sources import Layout, Listing, Source, Sources
from tests.publishers.made_pages import govwales, statement
from tests.publishers.runs import Runs, at
from tests.publishers.server import Answer, Asked, Publishers
from tests.publishers.site import HTML, listing, put_page, put_rules

HOST = "www.gov.wales"
LIST = f"https://{HOST}/announcements/search?page={{page}}&published_after={{since}}"
FEED = f"https://{HOST}/announcements/rss"
RSS = {"Content-Type": "application/rss+xml"}
EARLIEST = "1999-05-06"
MakeRuns = Callable[..., Runs]
MakePublication = Callable[..., Publication]


def source(*listings: Listing, name: str = "Welsh Government", host: str = HOST) -> Source:
    return Source(name=name, hosts=(host,), paths=(), listings=listings, licence="OGL")


def address(number: int, since: str = EARLIEST) -> str:
    return f"https://{HOST}/announcements/search?page={number}&published_after={since}"


@pytest.fixture
def make_runs(tmp_path: Path, publishers: Publishers) -> Iterator[MakeRuns]:
    made: list[Runs] = []

    def make(*sources: Source) -> Runs:
        made.append(Runs(tmp_path / "data", publishers, sources=Sources(sources)))
        put_rules(publishers, *(f"https://{host}/" for one in sources for host in one.hosts))
        return made[-1]

    yield make
    for one in made:
        one.__exit__(None, None, None)


@pytest.fixture
def runs(make_runs: MakeRuns) -> Runs:
    return make_runs(source(Listing(url=LIST, layout=Layout.GOVWALES_ANNOUNCEMENTS)))


def lay_pages(publishers: Publishers, *pages: tuple[int, Mapping[str, str]]) -> None:
    """The pages of the listing, each of a year, and everything on them."""
    bodies = [listing(titles, next_page=place < len(pages) - 1, year=year) for place, (year, titles) in enumerate(pages)]

    def answer(asked: Asked) -> Answer:
        number = int(asked.target.partition("page=")[2].partition("&")[0])
        return Answer(headers=HTML, body=bodies[number]) if number < len(bodies) else Answer(status=404)

    publishers.put(f"https://{HOST}/announcements/search", answer)
    for _, titles in pages:
        for slug, title in titles.items():
            url = f"https://{HOST}/{slug}"
            put_page(publishers, url, statement(url, title.removeprefix("Written Statement: "), f"All about {slug}."))


def visited(crawl: Crawl) -> Sequence[str]:
    return [visit.url.removeprefix(f"https://{HOST}/") for visit in crawl.visits if visit.purpose is Purpose.PAGE]


def test_only_what_is_about_education_is_visited(runs: Runs, publishers: Publishers) -> None:
    titles = {
        "kites": "Written Statement: kites in schools",
        "harbour": "Written Statement: harbour dredging",
        "teachers": "Written Statement: pay of teachers",
        "prize": "Written Statement: a prize for cheese",
        "addysg": "Datganiad Ysgrifenedig: addysg y môr",
        "old": "Written Statement: schooling of fish",
    }
    lay_pages(publishers, (2025, titles))

    crawl = runs.crawl()

    assert visited(crawl) == ["kites", "teachers", "addysg"]
    assert at(crawl, address(0)).reason == "3 of 6 items to visit"
    assert at(crawl, address(0)).outcome is VisitOutcome.FETCHED
    assert {visit.found_on for visit in crawl.visits if visit.purpose is Purpose.PAGE} == {address(0)}


def test_a_publisher_of_nothing_but_education_is_visited_whole(make_runs: MakeRuns, publishers: Publishers) -> None:
    hwb = "https://hwb.gov.wales/keeping-well/"
    runs = make_runs(source(Listing(url=hwb, layout=Layout.HWB_TREE), name="Hwb", host="hwb.gov.wales"))
    links = "".join(f'<li><a href="{hwb}{name}/">About {name}</a></li>' for name in ("kites", "cheese"))
    publishers.put(hwb, Answer(headers=HTML, body=f"<html><body><main><ul>{links}</ul></main></body></html>".encode()))
    for name in ("kites", "cheese"):
        put_page(publishers, f"{hwb}{name}/", govwales(f"{hwb}{name}/", name, f"All about {name}."))

    crawl = runs.crawl()

    assert [visit.url for visit in crawl.visits] == [hwb, f"{hwb}kites/", f"{hwb}cheese/"]
    assert {visit.outcome for visit in crawl.visits} == {VisitOutcome.FETCHED}


def test_pages_of_a_listing_are_turned_to_the_last(runs: Runs, publishers: Publishers) -> None:
    lay_pages(publishers, *((2025 - n, {f"school-{n}": f"Written Statement: school {n}"}) for n in range(3)))

    crawl = runs.crawl()

    assert [visit.url for visit in crawl.visits if visit.purpose is Purpose.LISTING] == [address(0), address(1), address(2)]
    assert sorted(visited(crawl)) == ["school-0", "school-1", "school-2"]
    assert at(crawl, address(0)).reason == "1 of 1 items to visit"


@pytest.mark.parametrize(
    ("since", "pages", "items"),
    [
        (date(2025, 6, 2), 2, ["b-0"]),
        (date(2025, 6, 1), 2, ["a-0", "b-0"]),
        (date(2024, 6, 2), 3, ["a-0", "b-0", "b-1"]),
        (date(2026, 1, 1), 1, []),
        (None, 3, ["a-0", "b-0", "a-1", "b-1", "a-2", "b-2"]),
    ],
)
def test_a_listing_is_turned_until_the_day_that_was_asked_for(
    runs: Runs, publishers: Publishers, since: date | None, pages: int, items: Sequence[str]
) -> None:
    lay_pages(
        publishers,
        *((2025 - n, {f"{x}-{n}": f"Written Statement: school {x} {n}" for x in "ab"}) for n in range(3)),
    )

    crawl = runs.crawl(since=since)

    shown = since.isoformat() if since else EARLIEST
    listings = [visit.url for visit in crawl.visits if visit.purpose is Purpose.LISTING]
    assert listings == [address(n, shown) for n in range(pages)]
    assert sorted(visited(crawl)) == sorted(items)


def test_an_unchanged_listing_still_leads_to_its_pages(runs: Runs, publishers: Publishers) -> None:
    lay_pages(publishers, (2025, {"kites": "Written Statement: kites in schools"}))
    runs.crawl()
    runs.next_day()
    put_page(publishers, f"https://{HOST}/kites", statement(f"https://{HOST}/kites", "kites in schools", "Anew."))

    crawl = runs.crawl()

    assert at(crawl, address(0)).outcome is VisitOutcome.UNCHANGED
    assert at(crawl, f"https://{HOST}/kites").outcome is VisitOutcome.CHANGED


def test_a_listing_never_becomes_a_publication(runs: Runs, publishers: Publishers) -> None:
    lay_pages(publishers, (2025, {"kites": "Written Statement: kites in schools"}))

    runs.crawl()

    assert [one.url for one in runs.catalogue.publications()] == [f"https://{HOST}/kites"]
    assert [one.read_as for one in runs.captures.all()] == [ReadAs.LISTING, ReadAs.DOCUMENT]


def feed(*links: str, extra: str = "") -> bytes:
    items = "".join(
        f"<item><title>Schools: {link.rpartition('/')[2]}</title><link>{link}</link>"
        "<pubDate>Tue, 01 Sep 2026 09:30:00 +0100</pubDate></item>"
        for link in links
    )
    return f'<?xml version="1.0"?>{extra}<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def test_a_feed_leads_to_its_pages_and_nowhere_else(make_runs: MakeRuns, publishers: Publishers) -> None:
    runs = make_runs(source(Listing(url=FEED, layout=Layout.RSS)))
    kites = f"https://{HOST}/kites"
    body = feed(kites, "http://www.gov.wales/balloons", "https://kites.example/schools", "https://127.0.0.1/schools")
    publishers.put(FEED, Answer(headers=RSS, body=body))
    put_page(publishers, kites, statement(kites, "kites", "All about kites."))

    crawl = runs.crawl()

    assert [visit.url for visit in crawl.visits] == [FEED, kites, f"https://{HOST}/balloons"]
    assert at(crawl, FEED).reason == "2 of 4 items to visit"


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>Not a feed</body></html>",
        b"\x00\x01\x02\x03" * 100,
        feed(f"https://{HOST}/kites", extra='<!DOCTYPE rss [<!ENTITY a "b">]>'),
    ],
    ids=["no feed", "binary", "entities"],
)
def test_a_feed_that_cannot_be_read_fails_by_name_and_stops_nothing(
    make_runs: MakeRuns, publishers: Publishers, body: bytes
) -> None:
    kites = f"https://{HOST}/kites"
    lists = (Listing(url=FEED, layout=Layout.RSS), Listing(url=LIST, layout=Layout.GOVWALES_ANNOUNCEMENTS))
    runs = make_runs(source(*lists))
    publishers.put(FEED, Answer(headers=RSS, body=body))
    lay_pages(publishers, (2025, {"kites": "Written Statement: kites in schools"}))

    for outcome in (VisitOutcome.FETCHED, VisitOutcome.UNCHANGED):
        crawl = runs.crawl()

        assert crawl.ended_at
        assert at(crawl, FEED).outcome is VisitOutcome.FAILED
        assert FEED in str(at(crawl, FEED).reason)
        assert at(crawl, kites).outcome is outcome
        runs.next_day()


# What a crawl is asked for.


def test_one_publisher_is_asked_for_alone(make_runs: MakeRuns, publishers: Publishers) -> None:
    estyn = "https://estyn.gov.wales/improvement-resources/"
    runs = make_runs(
        source(Listing(url=LIST, layout=Layout.GOVWALES_ANNOUNCEMENTS)),
        source(Listing(url=estyn, layout=Layout.ESTYN), name="Estyn", host="estyn.gov.wales"),
    )
    publishers.put(estyn, Answer(headers=HTML, body=b"<html><body><main>Nothing yet</main></body></html>"))

    crawl = runs.crawl(source="Estyn")

    assert [visit.url for visit in crawl.visits] == [estyn]
    assert publishers.asked(HOST) == []
    assert crawl.asked == "all of Estyn"


def test_a_publisher_nobody_knows_is_refused_with_those_that_are_known(runs: Runs, publishers: Publishers) -> None:
    with pytest.raises(InvalidQuery, match=r"There is no source 'Kitekind'\. Sources: Welsh Government\."):
        runs.crawl(source="Kitekind")
    assert publishers.asked() == []


def test_one_publication_is_asked_for_at_all_its_addresses_with_what_belongs_to_it(runs: Runs, publishers: Publishers) -> None:
    page, twin, other = (f"https://{HOST}/{name}" for name in ("kites", "barcudiaid", "harbour"))
    put_page(publishers, page, statement(page, "kites", "All about kites.", twin=twin))
    welsh = "Mae'r datganiad hwn yn sôn am farcudiaid mewn ysgolion ac am bopeth sydd yn hedfan."
    put_page(publishers, twin, statement(twin, "barcudiaid", welsh, twin=page))
    put_page(publishers, other, statement(other, "harbours", "All about harbours."))
    runs.crawl(page, other)
    runs.next_day()

    crawl = runs.crawl(publication_id=str(runs.catalogue.publication_met_at(page)))

    assert [(visit.url, visit.outcome) for visit in crawl.visits] == [
        (page, VisitOutcome.UNCHANGED),
        (twin, VisitOutcome.UNCHANGED),
    ]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("no-such-thing", "No publication 'no-such-thing' is held"),
        ("far-away", "'far-away' has no address at a publisher that may be asked. Import a saved page of it."),
    ],
)
def test_a_publication_that_cannot_be_asked_for_is_refused(
    runs: Runs, publication: MakePublication, key: str, words: str
) -> None:
    with runs.catalogue.writing() as write:
        write.put_publication(publication("far-away", url="https://kites.example/"))

    with pytest.raises(NotHeld, match=words):
        runs.crawl(publication_id=key)


def test_everything_is_what_is_held_and_then_the_listings_each_address_once(
    runs: Runs, publication: MakePublication, publishers: Publishers
) -> None:
    with runs.catalogue.writing() as write:
        write.put_publication(
            publication("one", url="http://gov.wales/kites", also_at=("https://mirror.example/kites", f"https://{HOST}/kites/"))
        )
    welsh_government = source(Listing(url=LIST, layout=Layout.GOVWALES_ANNOUNCEMENTS))
    hosts = replace(welsh_government, hosts=("gov.wales", HOST))

    asked = [
        [visit.url for visit in first_visits(Scope(), runs.catalogue, runs.visits, Sources((one,)))]
        for one in (hosts, welsh_government)
    ]

    assert asked == [["https://gov.wales/kites", address(0)], [f"https://{HOST}/kites/", address(0)]]
    assert publishers.asked() == []


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (Scope(), "everything"),
        (Scope(since=date(2024, 5, 1)), "everything since 2024-05-01"),
        (Scope(source="Estyn"), "all of Estyn"),
        (Scope(publication_id="guidance-otters"), "publication guidance-otters"),
        (
            Scope(urls=("https://www.gov.wales/a", "https://www.gov.wales/b")),
            "https://www.gov.wales/a, https://www.gov.wales/b",
        ),
    ],
)
def test_a_scope_has_words_by_which_a_crawl_is_found_again(scope: Scope, words: str) -> None:
    assert str(scope) == words
