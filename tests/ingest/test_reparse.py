"""A better parser reads again what was kept: texts are mended in their place, and none is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from corpus.captures import ReadAs, Received
from corpus.catalogue import Catalogue
from corpus.document import Section
from corpus.errors import MalformedDocument
from ingest.intake import Became, Intake, Life
from ingest.parsed import Parsed
from ingest.pipeline import live
from ingest.read import parse
from ingest.reparse import reparse

URL = "https://www.gov.wales/otters-guidance"
START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
Reading = Callable[[Parsed], Parsed]


def page(words: str, *, updated: str = "") -> bytes:
    day = f"<p>Last updated: {updated}</p>" if updated else ""
    return (
        f'<!DOCTYPE html><html lang="en"><head><link rel="canonical" href="{URL}">'
        f'<meta property="og:site_name" content="GOV.WALES"></head><main><h1>Otters in schools: guidance</h1>{day}'
        f"<p>{words}</p></main></html>"
    ).encode()


def kept(intake: Intake, body: bytes, *, day: int = 0) -> Life:
    received = Received(
        url=URL, final_url=URL, status=200, headers=(("Content-Type", "text/html"),), body=body, at=START + timedelta(days=day)
    )
    return live(intake, intake.captures.keep(received))


def reading(intake: Intake, better: Reading) -> Intake:
    """The intake with another parser over the one there is."""

    def read(kind: str, data: bytes, *, name: str) -> Parsed:
        return better(parse(kind, data, name=name))

    return replace(intake, parse=read)


def spelt(old: str, new: str) -> Reading:
    def better(parsed: Parsed) -> Parsed:
        text = parsed.text.replace(old, new)
        return replace(parsed, text=text, sections=(Section(heading="", level=0, start=0, end=len(text)),), parser="better/2")

    return better


def refused(parsed: Parsed) -> Parsed:
    raise MalformedDocument(f"'{parsed.url}' is too deep for this parser.")


def texts(catalogue: Catalogue, key: str | None) -> list[tuple[str, bool]]:
    return [(one.document.text, one.current) for one in catalogue.versions(key or "")]


def test_the_same_parser_changes_nothing(intake: Intake, catalogue: Catalogue) -> None:
    kept(intake, page("Otters may swim in the school pond."))
    revision = catalogue.revision()
    seen: list[Life] = []

    rows = reparse(intake, on_text=seen.append)

    assert [row.became for row in rows] == [Became.UNCHANGED]
    assert seen == rows
    assert catalogue.revision() == revision


def test_a_better_reading_keeps_the_days_of_every_version(intake: Intake, catalogue: Catalogue) -> None:
    first = kept(intake, page("Otters may 5wim in the school pond.", updated="2 February 2024"))
    kept(intake, page("Otters may 5wim in every school pond.", updated="3 March 2025"), day=9)
    key = first.publication_id or ""
    before = [(one.first_seen, one.last_seen, one.valid_from, one.valid_to, one.current) for one in catalogue.versions(key)]
    assert [row[2] for row in before] == [date(2025, 3, 3), date(2024, 2, 2)]

    rows = reparse(reading(intake, spelt("5wim", "swim")))

    assert [row.became for row in rows] == [Became.CHANGED] * 2
    assert texts(catalogue, key) == [
        ("Otters may swim in every school pond.", True),
        ("Otters may swim in the school pond.", False),
    ]
    after = [(one.first_seen, one.last_seen, one.valid_from, one.valid_to, one.current) for one in catalogue.versions(key)]
    assert after == before
    assert {one.document.provenance.parser for one in catalogue.versions(key)} == {"better/2"}
    assert catalogue.document(first.document_id or "") is not None
    assert {row.became for row in reparse(reading(intake, spelt("5wim", "swim")))} == {Became.UNCHANGED}


def test_a_better_outline_of_the_same_words_is_a_change_in_place(intake: Intake, catalogue: Catalogue) -> None:
    life = kept(intake, page("Otters may swim in the school pond."))

    def outlined(parsed: Parsed) -> Parsed:
        return replace(parsed, sections=(Section(heading="Otters", level=1, start=0, end=len(parsed.text)),))

    [row] = reparse(reading(intake, outlined))

    assert (row.became, row.document_id) == (Became.CHANGED, life.document_id)
    document = catalogue.document(life.document_id or "")
    assert document is not None
    assert [section.heading for section in document.sections] == ["Otters"]


def test_a_text_that_can_no_longer_be_read_stays_as_it_is(intake: Intake, catalogue: Catalogue) -> None:
    life = kept(intake, page("Otters may swim in the school pond."))
    revision = catalogue.revision()

    [row] = reparse(reading(intake, refused))

    assert (row.became, row.document_id) == (Became.FAILED, life.document_id)
    assert row.reason == f"'{URL}' is too deep for this parser."
    assert catalogue.revision() == revision
    assert texts(catalogue, life.publication_id) == [("Otters may swim in the school pond.", True)]
    assert intake.captures.all(ReadAs.QUARANTINED) == []


def test_what_was_set_aside_is_tried_again(intake: Intake, catalogue: Catalogue) -> None:
    failed = kept(reading(intake, refused), page("Otters may swim in the school pond."))
    assert failed.became is Became.FAILED
    assert [one.reason for one in intake.captures.all(ReadAs.QUARANTINED)] == [failed.reason]
    assert [row.became for row in reparse(reading(intake, refused))] == [Became.FAILED]

    [row] = reparse(intake)

    assert row.became is Became.ADDED
    assert texts(catalogue, row.publication_id) == [("Otters may swim in the school pond.", True)]
    assert intake.captures.all(ReadAs.QUARANTINED) == []


def test_an_old_page_that_was_set_aside_does_not_displace_what_came_after_it(intake: Intake, catalogue: Catalogue) -> None:
    kept(reading(intake, refused), page("Otters may swim in the school pond."))
    later = kept(intake, page("Otters may not swim at all in the school pond."), day=3)

    rows = reparse(intake)

    assert {row.publication_id for row in rows} == {later.publication_id}
    assert texts(catalogue, later.publication_id) == [
        ("Otters may not swim at all in the school pond.", True),
        ("Otters may swim in the school pond.", False),
    ]


def test_an_old_page_that_was_set_aside_does_not_bring_back_what_is_gone(intake: Intake, catalogue: Catalogue) -> None:
    kept(reading(intake, refused), page("Otters may swim in the school pond."))
    later = kept(intake, page("Otters may not swim at all in the school pond."), day=3)
    with catalogue.writing() as write:
        write.mark_gone(later.publication_id or "", date(2026, 3, 20), basis="missed on three days")

    reparse(intake)

    assert list(catalogue.current()) == []
    back = kept(intake, page("Otters may swim again in the school pond."), day=30)
    assert [text.id for _, text in catalogue.current()] == [back.document_id]


def test_other_bytes_of_the_same_words_are_one_text_read_once(intake: Intake, catalogue: Catalogue) -> None:
    words = "Otters may swim in the school pond."
    life = kept(intake, page(words))
    again = kept(intake, page(words) + b"<!-- served at noon -->", day=1)
    assert (again.became, again.document_id) == (Became.UNCHANGED, life.document_id)

    assert [row.became for row in reparse(intake)] == [Became.UNCHANGED]

    assert texts(catalogue, life.publication_id) == [(words, True)]


@pytest.mark.parametrize(("old", "new"), [("5wim", "swim"), ("swim", "5wim")])
def test_two_texts_that_turn_out_to_be_one_leave_it_current(intake: Intake, catalogue: Catalogue, old: str, new: str) -> None:
    """A parser that read a letter wrongly took a page set in another fount for a new text."""
    life = kept(intake, page("Otters may 5wim in the school pond."))
    kept(intake, page("Otters may swim in the school pond."), day=5)
    better = reading(intake, spelt(old, new))

    reparse(better)

    [version] = catalogue.versions(life.publication_id or "")
    assert version.current
    assert (version.first_seen, version.last_seen) == (START, START + timedelta(days=5))
    [record] = catalogue.current()
    assert record[1].text == f"Otters may {new} in the school pond."
    assert {row.became for row in reparse(better)} == {Became.UNCHANGED}
    latest = intake.captures.latest(URL)
    assert latest is not None
    assert intake.captures.documents_of(latest.id) == [version.document.id]
