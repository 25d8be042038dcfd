"""A whole crawl of the publishers' sites: everything that belongs together is found, and a second crawl finds it unchanged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from corpus.captures import ReadAs
from corpus.publication import RelationKind
from corpus.visits import Crawl, VisitOutcome
from index.embed import SentenceEmbedder
from index.open import open_index
from index.sync import sync
from ingest.agreement import differences
from ingest.fetched import Limits
from ingest.files import ingest_paths
from tests.publishers.runs import AGENT, SOURCES, Runs, at, state
from tests.publishers.server import Publishers
from tests.publishers.site import FILES, files, lay_down

GARDEN = "https://hwb.gov.wales/curriculum-for-wales/learning-in-the-school-garden/"
BIRDS = "https://hwb.gov.wales/keeping-well/birds-in-the-playground/"
MADE = {VisitOutcome.FETCHED, VisitOutcome.UNCHANGED, VisitOutcome.WAITING}


@dataclass(frozen=True)
class Town:
    """All sites, crawled twice on two days."""

    runs: Runs
    laid: Mapping[str, bytes]
    pages: Sequence[str]
    """Addresses of pages that were asked for by name."""
    first: Crawl
    second: Crawl
    asked: Sequence[tuple[str, float]]
    """Host and moment of every request of the first crawl."""
    paths: Sequence[str]
    """What those requests asked for."""
    said: Mapping[str, object]
    """The catalogue after the first crawl."""
    revision: int


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with Publishers() as publishers, Runs(tmp_path_factory.mktemp("town"), publishers) as runs:
        laid = lay_down(publishers, pdfs=files())
        pages = [url for url in laid if url not in FILES and SOURCES.of_host(urlsplit(url).netloc)]
        first = runs.crawl(*pages)
        asked = [(one.host, one.at) for one in publishers.requests]
        paths = [f"{one.host}{one.target}" for one in publishers.requests]
        said, revision = state(runs.catalogue), runs.catalogue.revision()
        runs.next_day()
        second = runs.crawl(*pages)
        yield Town(runs, laid, pages, first, second, asked, paths, said, revision)


def id_at(town: Town, url: str) -> str:
    """The publication an address led to."""
    found = town.runs.catalogue.publication_met_at(url)
    assert found, url
    return found


def test_the_town_is_large_enough_to_show_something(town: Town) -> None:
    assert len(town.pages) >= 40
    assert len(FILES) >= 12


def test_every_page_and_every_file_a_page_lists_is_read(town: Town) -> None:
    missing = [url for url in (*town.pages, *FILES) if at(town.first, url).outcome not in MADE]

    assert missing == []


def test_what_a_page_names_and_nobody_laid_down_is_missed_by_name(town: Town) -> None:
    missed = [visit for visit in town.first.visits if visit.outcome is VisitOutcome.MISSED]

    assert missed
    assert all(visit.url not in town.laid and visit.status == 404 for visit in missed)
    assert all(visit.reason == f"'{visit.url}' is not there (404), and never was for us." for visit in missed)


def test_files_that_no_parser_reads_are_not_asked_for(town: Town) -> None:
    assert not [path for path in town.paths if path.endswith((".ods", ".docx", ".xlsx"))]


@pytest.mark.parametrize("url", FILES)
def test_a_file_is_an_annex_of_the_page_that_lists_it_and_stands_as_it_stands(town: Town, url: str) -> None:
    catalogue = town.runs.catalogue
    file = id_at(town, url)
    pages = [one.target for one in catalogue.relations(file) if one.kind is RelationKind.ANNEXES and one.source == file]

    assert pages == [id_at(town, str(at(town.first, url).found_on))]
    (page,) = pages
    standing, of_page = catalogue.publication(file).standing, catalogue.publication(page).standing  # type: ignore[union-attr]
    assert standing.status is of_page.status


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        (
            "https://www.gov.wales/written-statement-counting-clubs-first-year",
            "https://www.llyw.cymru/datganiad-ysgrifenedig-clybiau-cyfrif-y-flwyddyn-gyntaf",
        ),
        ("https://www.gov.wales/school-orchards-handbook", "https://www.llyw.cymru/llawlyfr-perllannau-ysgol"),
        (
            "https://estyn.gov.wales/improvement-resources/lunch-queues-and-learning/",
            "https://estyn.llyw.cymru/adnoddau-gwella/ciwiau-cinio-a-dysgu/",
        ),
    ],
)
def test_a_page_and_its_twin_are_translations(town: Town, english: str, welsh: str) -> None:
    relations = town.runs.catalogue.relations(id_at(town, english))

    assert (id_at(town, welsh), RelationKind.TRANSLATES, id_at(town, english)) in [
        (one.source, one.kind, one.target) for one in relations
    ]


def test_the_parts_of_a_guide_are_one_document_of_one_publication(town: Town) -> None:
    parts = [url for url in town.pages if url.startswith(GARDEN)]
    publications = {id_at(town, url) for url in parts}

    assert len(parts) == 5
    assert len(publications) == 1
    (document,) = town.runs.catalogue.versions(publications.pop())
    assert [one.url for one in town.runs.captures.of_document(document.document.id)] == parts
    assert {at(town.first, url).outcome for url in parts} == {VisitOutcome.FETCHED}
    titles = [one.heading for one in document.document.sections if one.level == 1]
    assert titles == [
        "1. Introduction",
        "2. Planning the garden year",
        "3. Safety among tools",
        "4. Growing with families",
        "5. Files and further reading",
    ]


def test_a_guide_whose_other_parts_are_not_there_is_not_shown_in_part(town: Town) -> None:
    (part,) = [url for url in town.pages if url.startswith(BIRDS)]
    visit = at(town.first, part)

    assert visit.outcome is VisitOutcome.WAITING
    assert visit.reason == (
        f"'{part}' is one of 3 pages of '{BIRDS}why-birds', and '{BIRDS}why-birds' and 1 more is not here: nothing is shown "
        "before all are. Fetch or import the others."
    )
    assert town.runs.catalogue.publication_met_at(part) is None


def test_no_address_is_asked_for_twice(town: Town) -> None:
    assert len(town.paths) == len(set(town.paths))


def test_robots_txt_is_the_first_thing_asked_of_every_host(town: Town) -> None:
    first: dict[str, str] = {}
    for path in town.paths:
        first.setdefault(path.partition("/")[0], path.partition("/")[2])

    assert set(first.values()) == {"robots.txt"}


def test_requests_to_one_host_are_a_second_apart(town: Town) -> None:
    moments: dict[str, list[float]] = {}
    for host, moment in town.asked:
        moments.setdefault(host, []).append(moment)

    assert len(moments["www.gov.wales"]) > 20
    gaps = [later - before for times in moments.values() for before, later in pairwise(times)]
    assert min(gaps) >= Limits().spacing_seconds


def test_every_request_says_who_asks(town: Town) -> None:
    assert {one.headers["user-agent"] for one in town.runs.publishers.requests} == {AGENT}


def test_a_second_crawl_finds_all_unchanged_and_reads_nothing(town: Town) -> None:
    outcomes = {visit.url: visit.outcome for visit in town.second.visits}
    read = {visit.url for visit in town.first.visits if visit.outcome is VisitOutcome.FETCHED}

    assert set(outcomes) == {visit.url for visit in town.first.visits}
    assert {outcomes[url] for url in read} == {VisitOutcome.UNCHANGED}
    assert state(town.runs.catalogue) == town.said
    later = [one for one in town.runs.captures.all() if one.fetched_at > town.second.started_at and one.status != 404]
    assert {one.read_as for one in later} == {ReadAs.UNCHANGED}
    assert all(one.revisits for one in later)


def test_a_second_crawl_asks_whether_anything_changed(town: Town) -> None:
    pages = [one for one in town.runs.publishers.requests if "if-none-match" in one.headers]

    assert len(pages) >= len(town.pages)


def test_a_second_crawl_leaves_the_revision_and_gives_the_index_nothing_to_do(town: Town, embedder: SentenceEmbedder) -> None:
    assert town.runs.catalogue.revision() == town.revision

    index = open_index(town.runs.settings, embedder)
    try:
        assert sync(index, town.runs.catalogue).embedded > 0
        again = sync(index, town.runs.catalogue)
    finally:
        index.close()
    assert (again.embedded, again.rewritten, again.removed) == (0, 0, 0)


def test_what_was_seen_again_is_known_to_be_still_served(town: Town) -> None:
    catalogue = town.runs.catalogue
    key = id_at(town, "https://www.gov.wales/school-orchards-handbook")
    (version,) = catalogue.versions(key)

    assert version.first_seen < town.second.started_at <= version.last_seen


def test_catalogue_and_captures_agree_but_for_the_parts_that_wait(town: Town) -> None:
    found = [one.what for one in differences(town.runs.catalogue, town.runs.captures)]
    waiting = [visit.reason for visit in town.second.visits if visit.outcome is VisitOutcome.WAITING]

    assert sorted(found) == sorted(map(str, waiting))
    assert len(found) == 3


def test_the_same_pages_saved_to_a_folder_give_the_same_documents(town: Town, tmp_path: Path, publishers: Publishers) -> None:
    saved = tmp_path / "saved"
    for url in (*town.pages, *FILES):
        place = saved / urlsplit(url).netloc / urlsplit(url).path.strip("/").replace("/", "_")
        place.parent.mkdir(parents=True, exist_ok=True)
        name = place.with_name(urlsplit(url).path.rpartition("/")[2]) if url in FILES else place.with_name(f"{place.name}.html")
        name.write_bytes(town.laid[url])

    with Runs(tmp_path / "data", publishers) as other:
        ingest_paths(other.intake, [saved])

        assert documents(other) == documents(town.runs)


def documents(runs: Runs) -> set[str]:
    return {document.id for _, document in runs.catalogue.current()}
