"""What a crawl makes of pages that change: versions with their days, and nothing at all where nothing changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.captures import ReadAs
from corpus.publication import Status
from corpus.visits import VisitOutcome
from ingest.reparse import reparse
from tests.publishers import pdfs
from tests.publishers.made_pages import govwales, statement
from tests.publishers.runs import Runs, at, state
from tests.publishers.server import Answer, Publishers, in_turn
from tests.publishers.site import HTML, put_file, put_page, put_rules

URL = "https://www.gov.wales/school-kites-guidance"
NEWS = "https://www.gov.wales/written-statement-kites"
FILE = "https://www.gov.wales/sites/default/files/kites.pdf"
OLD = "Every school keeps its kites in a dry cupboard behind the hall."
NEW = "Every school hangs its kites from the ceiling of the hall, where all can see them."


@pytest.fixture
def runs(tmp_path: Path, publishers: Publishers) -> Iterator[Runs]:
    put_rules(publishers, URL)
    with Runs(tmp_path / "data", publishers) as made:
        yield made


def guidance(words: str, *, updated: str = "", **more: str) -> bytes:
    return govwales(URL, "School kites: guidance", words, updated=updated, published="4 March 2024", **more)  # type: ignore[arg-type]


def key(runs: Runs, url: str = URL) -> str:
    found = runs.catalogue.publication_met_at(url)
    assert found
    return found


def test_a_changed_page_is_a_new_version_and_the_one_before_is_kept(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, guidance(OLD))
    runs.crawl(URL)
    runs.next_day()
    put_page(publishers, URL, guidance(NEW, updated="6 October 2026"))

    crawl = runs.crawl(URL)

    assert at(crawl, URL).outcome is VisitOutcome.CHANGED
    new, old = runs.catalogue.versions(key(runs))
    assert NEW in new.document.text
    assert OLD in old.document.text
    assert (new.current, old.current) == (True, False)
    assert (old.valid_from, old.valid_to) == (date(2024, 3, 4), date(2026, 10, 6))
    assert (new.valid_from, new.valid_to) == (date(2026, 10, 6), None)


@pytest.mark.parametrize(
    ("day", "words"), [(date(2025, 1, 1), OLD), (date(2026, 10, 5), OLD), (date(2026, 10, 6), NEW), (date(2027, 1, 1), NEW)]
)
def test_each_day_has_the_words_that_stood_on_it(runs: Runs, publishers: Publishers, day: date, words: str) -> None:
    put_page(publishers, URL, guidance(OLD))
    runs.crawl(URL)
    runs.next_day()
    put_page(publishers, URL, guidance(NEW, updated="6 October 2026"))
    runs.crawl(URL)

    stood = [
        document.text
        for publication, document in runs.catalogue.searchable()
        if (publication.standing.valid_from or date.max) <= day < (publication.standing.valid_to or date.max)
    ]

    assert len(stood) == 1
    assert words in stood[0]


def test_the_version_before_is_searched_as_superseded(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, guidance(OLD))
    runs.crawl(URL)
    runs.next_day()
    put_page(publishers, URL, guidance(NEW))
    runs.crawl(URL)

    searched = {OLD in document.text: publication.standing.status for publication, document in runs.catalogue.searchable()}

    assert searched == {True: Status.SUPERSEDED, False: Status.IN_FORCE}


def test_a_mended_statement_takes_the_place_of_the_one_before_for_all_days(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, NEWS, statement(NEWS, "kites", OLD))
    runs.crawl(NEWS)
    runs.next_day()
    put_page(publishers, NEWS, statement(NEWS, "kites", NEW))
    runs.crawl(NEWS)

    (found,) = runs.catalogue.searchable()

    assert NEW in found[1].text
    assert found[0].standing.valid_from == date(2022, 5, 17)
    assert len(runs.catalogue.versions(key(runs, NEWS))) == 2


def test_words_a_publisher_goes_back_to_are_the_current_ones_again(runs: Runs, publishers: Publishers) -> None:
    for words in (OLD, NEW, OLD):
        put_page(publishers, URL, guidance(words))
        runs.crawl(URL)
        runs.next_day()

    assert OLD in runs.text(key(runs))
    assert len(runs.catalogue.versions(key(runs))) == 2
    assert at(runs.crawl(URL), URL).outcome is VisitOutcome.UNCHANGED
    assert OLD in runs.text(key(runs))


def test_other_bytes_with_the_same_words_change_nothing(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, guidance(OLD))
    runs.crawl(URL)
    said, revision = state(runs.catalogue), runs.catalogue.revision()
    runs.next_day()
    put_page(publishers, URL, guidance(OLD).replace(b"<body>", b"<body><!-- served by machine 7 -->"))

    crawl = runs.crawl(URL)

    assert at(crawl, URL).outcome is VisitOutcome.UNCHANGED
    assert (state(runs.catalogue), runs.catalogue.revision()) == (said, revision)
    assert [life.became for life in reparse(runs.intake)] == ["unchanged"]
    assert runs.text(key(runs)).count(OLD) == 1


def test_a_changed_file_is_a_new_version_of_the_file_alone(runs: Runs, publishers: Publishers) -> None:
    put_page(publishers, URL, govwales(URL, "School kites: guidance", OLD, files={FILE: "Kites: the plan"}))
    put_file(publishers, FILE, pdfs.lists())
    first = runs.crawl(URL)
    runs.next_day()
    put_file(publishers, FILE, pdfs.printed_numbers())

    crawl = runs.crawl(URL)

    assert at(first, FILE).publication_id == at(crawl, FILE).publication_id
    assert (at(crawl, URL).outcome, at(crawl, FILE).outcome) == (VisitOutcome.UNCHANGED, VisitOutcome.CHANGED)
    assert len(runs.catalogue.versions(key(runs, FILE))) == 2
    assert len(runs.catalogue.versions(key(runs))) == 1


@pytest.mark.parametrize("header", ["ETag", "Last-Modified", None])
def test_an_unchanged_page_is_stored_once_however_its_publisher_says_so(
    runs: Runs, publishers: Publishers, header: str | None
) -> None:
    told = {"ETag": '"7"', "Last-Modified": "Wed, 03 Sep 2025 09:00:00 GMT"}
    headers = {name: value for name, value in told.items() if name == header}
    publishers.put(URL, Answer(headers=HTML | headers, body=guidance(OLD)))
    runs.crawl(URL)
    revision = runs.catalogue.revision()
    runs.next_day()

    crawl = runs.crawl(URL)

    assert (at(crawl, URL).outcome, at(crawl, URL).status) == (VisitOutcome.UNCHANGED, 304 if header else 200)
    assert runs.catalogue.revision() == revision
    first, again = runs.captures.all()
    assert (again.revisits, again.read_as) == (first.id, ReadAs.UNCHANGED)
    (version,) = runs.catalogue.versions(key(runs))
    assert version.last_seen.date() == date(2026, 10, 6)


def test_an_unchanged_page_is_not_read_again(runs: Runs, publishers: Publishers) -> None:
    read: list[str] = []

    def parse(kind: str, data: bytes, *, name: str):  # type: ignore[no-untyped-def]
        read.append(name)
        return before.parse(kind, data, name=name)

    before = runs.intake
    runs.intake = replace(before, parse=parse)
    put_page(publishers, URL, guidance(OLD))
    runs.crawl(URL)
    runs.next_day()
    runs.crawl(URL)

    assert read == [URL]


def test_a_page_that_changes_while_a_crawl_runs_is_as_it_was_when_it_was_asked_for(runs: Runs, publishers: Publishers) -> None:
    publishers.put(URL, in_turn(Answer(headers=HTML, body=guidance(OLD)), Answer(headers=HTML, body=guidance(NEW))))

    runs.crawl(URL)

    assert OLD in runs.text(key(runs))
    assert publishers.asked("www.gov.wales").count("/school-kites-guidance") == 1
