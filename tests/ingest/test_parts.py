"""A publication on several pages is one text: put together when all are here, and never of new and old ones."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.captures import Captures, ReadAs, Received
from corpus.catalogue import Catalogue
from ingest.agreement import differences
from ingest.files import ingest_paths
from ingest.intake import Became, Intake
from ingest.parsed import Parsed
from ingest.pipeline import live
from ingest.read import parse
from tests.catalogues import catalogue_in

PAGES = Path(__file__).parent.parent / "publishers" / "pages" / "hwb"
GARDEN = [f"garden-{number}-en.html" for number in range(1, 6)]
MOVES = b'<div class="tab-next-prev">'
BASE = "https://hwb.gov.wales/curriculum-for-wales/learning-in-the-school-garden/"


def mended(name: str, edition: int) -> str:
    return f"Edition {edition} of the page {name.split('-')[1]} of the garden says so."


def save(folder: Path, *, edition: int = 0, names: list[str] = GARDEN) -> list[Path]:
    """The pages as somebody saves them from a browser, each with a sentence of that edition."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in names:
        page = (PAGES / name).read_bytes()
        assert MOVES in page
        words = f"<p>{mended(name, edition)}</p>".encode() if edition else b""
        paths.append(folder / name)
        paths[-1].write_bytes(page.replace(MOVES, words + MOVES))
    return paths


def texts(catalogue: Catalogue) -> list[str]:
    return [text.text for _, text in catalogue.current()]


def test_the_pages_of_a_publication_become_one_text(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    report = ingest_paths(intake, save(tmp_path / "in"))

    assert [row.became for row in report.rows] == [Became.ADDED, *[Became.UNCHANGED] * 4]
    assert [Path(row.name).name for row in report.rows] == GARDEN
    assert len({row.document_id for row in report.rows}) == 1
    [(publication, document)] = catalogue.current()
    assert (publication.title, publication.url) == ("Learning in the school garden", f"{BASE}introduction/")
    assert [section.heading for section in document.sections if section.level == 1][:2] == [
        "1. Introduction",
        "2. Planning the garden year",
    ]
    captures = intake.captures.of_document(document.id)
    assert [Path(one.url).name for one in captures] == GARDEN
    assert {one.read_as for one in intake.captures.all()} == {ReadAs.DOCUMENT}
    assert list(differences(catalogue, intake.captures)) == []


@given(order=st.permutations(GARDEN), split=st.integers(0, 5))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_in_which_they_come_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, now: datetime, order: list[str], split: int
) -> None:
    folder = tmp_path_factory.mktemp("order")
    catalogue = catalogue_in(folder)
    intake = Intake(catalogue=catalogue, captures=Captures(folder / "captures", catalogue), parse=parse, now=lambda: now)
    paths = {path.name: path for path in save(folder / "in")}

    for batch in (order[:split], order[split:]):
        if batch:
            report = ingest_paths(intake, [paths[name] for name in batch])
            complete = len(batch) == 5 or batch == order[split:]
            assert {row.became for row in report.rows} <= ({Became.ADDED, Became.UNCHANGED} if complete else {Became.WAITING})

    [(_, document)] = catalogue.current()
    assert [Path(one.url).name for one in intake.captures.of_document(document.id)] == GARDEN
    assert intake.captures.unread() == []
    intake.captures.close()
    catalogue.close()


def test_an_incomplete_publication_waits_with_a_sentence(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    paths = save(tmp_path / "in")

    report = ingest_paths(intake, paths[:4])

    assert {row.became for row in report.rows} == {Became.WAITING}
    assert report.rows[0].reason == (
        f"'{paths[0]}' is one of 5 pages of '{BASE}introduction/', and '{BASE}files-and-further-reading/' is not here: nothing "
        "is shown before all are. Fetch or import the others."
    )
    assert catalogue.publications() == []
    assert len(intake.captures.unread()) == 4
    waiting = list(differences(catalogue, intake.captures))
    assert [(one.what, one.mend) for one in waiting] == [(row.reason, "") for row in report.rows]


EDITIONS = [[list(order) for order in permutations(GARDEN)][place] for place in (0, 7, 31, 77, 119)]


@pytest.mark.parametrize("order", EDITIONS)
@pytest.mark.parametrize("same_place", [True, False])
def test_a_batch_of_new_pages_is_never_mixed_with_old_ones(
    intake: Intake, catalogue: Catalogue, tmp_path: Path, now: datetime, order: list[str], same_place: bool
) -> None:
    ingest_paths(intake, save(tmp_path / "in", edition=1))
    later = replace(intake, now=lambda: now + timedelta(days=1))

    paths = save(tmp_path / ("in" if same_place else "again"), edition=2, names=order)
    report = ingest_paths(later, paths)

    assert sorted(row.became for row in report.rows) == [Became.CHANGED, *[Became.UNCHANGED] * 4]
    [(publication, document)] = catalogue.current()
    assert [mended(name, 2) in document.text for name in GARDEN] == [True] * 5
    assert "Edition 1 " not in document.text
    versions = catalogue.versions(publication.id)
    assert len(versions) == 2
    assert all(mended(name, 1) in versions[1].document.text for name in GARDEN)


def test_one_page_saved_anew_changes_that_page_only(
    intake: Intake, catalogue: Catalogue, tmp_path: Path, now: datetime
) -> None:
    ingest_paths(intake, save(tmp_path / "in", edition=1))
    later = replace(intake, now=lambda: now + timedelta(days=1))

    [row] = ingest_paths(later, save(tmp_path / "again", edition=2, names=GARDEN[2:3])).rows

    assert row.became is Became.CHANGED
    [text] = texts(catalogue)
    assert [mended(name, 2 if name == GARDEN[2] else 1) in text for name in GARDEN] == [True] * 5


def test_the_same_pages_again_change_nothing(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    paths = save(tmp_path / "in")
    ingest_paths(intake, paths)
    revision, kept = catalogue.revision(), len(intake.captures.all())

    report = ingest_paths(intake, paths[::-1])

    assert {row.became for row in report.rows} == {Became.UNCHANGED}
    assert (catalogue.revision(), len(intake.captures.all())) == (revision, kept)


def test_while_a_crawl_fetches_parts_none_is_put_together(intake: Intake, catalogue: Catalogue, now: datetime) -> None:
    captures = [
        intake.captures.keep(
            Received(
                url=url,
                final_url=url,
                status=200,
                headers=(("Content-Type", "text/html"),),
                body=(PAGES / name).read_bytes(),
                at=now,
            )
        )
        for name, url in ((name, parse("web page", (PAGES / name).read_bytes(), name=name).url or "") for name in GARDEN)
    ]

    assert {live(intake, one, whole_at_once=False).became for one in captures} == {Became.WAITING}
    assert catalogue.publications() == []

    assert live(intake, captures[2]).became is Became.ADDED
    assert {live(intake, one).became for one in captures} == {Became.UNCHANGED}


@pytest.fixture
def own(intake: Intake) -> Callable[[str, tuple[str, ...]], Intake]:
    """An intake that reads every file as a part with these addresses."""

    def make(url: str, parts: tuple[str, ...]) -> Intake:
        def read(kind: str, data: bytes, *, name: str) -> Parsed:
            return replace(parse(kind, data, name=name), url=url, parts=parts)

        return replace(intake, parse=read)

    return make


def test_two_addresses_that_lead_to_one_page_are_read_once(
    own: Callable[[str, tuple[str, ...]], Intake], catalogue: Catalogue, now: datetime
) -> None:
    ponds, first = "https://hwb.gov.wales/ponds", "https://hwb.gov.wales/ponds/first"
    intake = own(ponds, (ponds, first))
    answer = Received(
        url=first, final_url=first, status=200, headers=(("Content-Type", "text/plain"),), body=b"The pond is deep.", at=now
    )

    life = live(intake, intake.captures.keep(answer))

    assert life.became is Became.ADDED
    assert sum(text.count("The pond is deep.") for text in texts(catalogue)) == 1
