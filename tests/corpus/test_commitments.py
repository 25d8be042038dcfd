"""Commitments in the catalogue: read back as they were kept, found by filters, gone with their text, grouped by source."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from corpus.catalogue import Catalogue
from corpus.commitment import (
    Amount,
    Basis,
    Commitment,
    Deliverable,
    Due,
    Form,
    Grain,
    Kind,
    Operator,
    Strength,
)
from corpus.commitments import (
    Reading,
    all_read,
    commitments_of_ids,
    commitments_written,
    keep_commitments,
    kept_commitments,
    note_all_read,
    put_groups,
    reading_of,
    readings,
    sources_of,
)
from corpus.document import Document, Section, make_document
from corpus.passage import Span
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType
from tests.past import guidance

KITES = "We will do this:\n\n- fly kites by 1 May 2026, and mend £20 of string;\n- wind them in.\n"
READ = Reading(rules="commitments/0", context="a")
DUE = Due(
    words="by 1 May 2026",
    operator=Operator.BY,
    first=date(2026, 5, 1),
    last=date(2026, 5, 1),
    grain=Grain.DAY,
    rule="day",
)
SHORTLY = Due(
    words="shortly",
    operator=Operator.ON,
    first=None,
    last=None,
    grain=Grain.VAGUE,
    rule="vague",
    vague=True,
    review_after=date(2026, 3, 1),
)
FLY = Commitment(
    span=Span(20, 43),
    sentence=Span(20, 71),
    rule="by-hand",
    form=Form.FIRST_PERSON,
    strength=Strength.FIRM,
    specificity=3,
    basis=Basis.SPEAKER,
    speaker="Ann Example",
    office="Minister for Kites",
    organisation="Welsh Government",
    action="fly kites by 1 May 2026",
    deliverable="kites",
    deliverable_type=Deliverable.EVENT,
    beneficiaries=("school",),
    themes=("wellbeing",),
    amount=Amount(words="£20", value=20, unit="GBP", period="a year", span=Span(54, 57)),
    dues=(DUE, SHORTLY),
    condition="if there is wind",
    negative=True,
    header=Span(0, 16),
    made_on=date(2026, 1, 1),
    language="en",
    twin="other",
)
HOPE = Commitment(span=Span(75, 88), sentence=Span(75, 88), kind=Kind.ASPIRATION, rule="by-hand", language="en")


@pytest.fixture
def publication() -> Publication:
    return guidance("ws-kites", "Kites", type=PublicationType.WRITTEN_STATEMENT)


def text_of(publication: Publication, text: str = KITES, *, held: Held = Held.FULL) -> Document:
    return make_document(
        publication_id=publication.id,
        language=publication.language,
        held=held,
        text=text,
        sections=(Section(heading="", level=0, start=0, end=len(text)),),
        provenance=Provenance(
            origin="test",
            media_type="text/plain",
            sha256="0" * 64,
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="test/1",
            licence="our own",
        ),
    )


def put(catalogue: Catalogue, publication: Publication, *texts: Document, commitments: tuple[Commitment, ...] = ()) -> None:
    with catalogue.writing() as write:
        write.put_publication(publication)
        for text in texts:
            write.put_document(text)
            keep_commitments(write, text.id, commitments, READ)


def test_what_is_kept_is_read_back_with_the_words_of_its_spans(catalogue: Catalogue, publication: Publication) -> None:
    text = text_of(publication)
    put(catalogue, publication, text, commitments=(FLY, HOPE))

    [kept] = kept_commitments(catalogue)
    assert kept.commitment == FLY
    assert (kept.quote, kept.sentence, kept.introduction) == (KITES[20:43], KITES[20:71], KITES[0:16])
    assert (kept.id, kept.group, kept.publication_id) == (f"{text.id}:20-43:1", f"{text.id}:20-43:1", "ws-kites")
    assert (kept.held, kept.current) == (Held.FULL, True)
    [hope] = kept_commitments(catalogue, kinds=[Kind.ASPIRATION])
    assert hope.commitment == HOPE


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        ({}, 1),
        ({"kinds": ()}, 2),
        ({"speakers": ["Ann Example"]}, 1),
        ({"speakers": ["Bob Example"]}, 0),
        ({"offices": ["Minister for Kites"]}, 1),
        ({"publications": ["ws-kites"]}, 1),
        ({"publications": []}, 0),
        ({"documents": ["other"]}, 0),
        ({"made_from": date(2026, 1, 1), "made_to": date(2026, 1, 1)}, 1),
        ({"made_from": date(2026, 1, 2)}, 0),
        ({"made_to": date(2025, 12, 31)}, 0),
        ({"due_before": date(2026, 5, 2)}, 1),
        ({"due_before": date(2026, 5, 1)}, 0),
    ],
)
def test_filters(catalogue: Catalogue, publication: Publication, limits: dict[str, object], found: int) -> None:
    put(catalogue, publication, text_of(publication), commitments=(FLY, HOPE))

    assert len(kept_commitments(catalogue, **limits)) == found  # type: ignore[arg-type]


def test_two_of_one_span_have_ids_of_their_own_and_a_new_one_elsewhere_changes_neither(
    catalogue: Catalogue, publication: Publication
) -> None:
    text = text_of(publication)
    put(catalogue, publication, text, commitments=(FLY, FLY))
    before = [kept.id for kept in kept_commitments(catalogue)]
    put(catalogue, publication, text, commitments=(replace(FLY, span=Span(0, 5)), FLY, FLY))

    assert before == [f"{text.id}:20-43:1", f"{text.id}:20-43:2"]
    assert [kept.id for kept in kept_commitments(catalogue)] == [f"{text.id}:0-5:1", *before]
    assert [kept.id for kept in commitments_of_ids(catalogue, [before[1], "no such"])] == [before[1]]


def test_sources_of_one_commitment_are_found_from_any_of_them(catalogue: Catalogue, publication: Publication) -> None:
    digest, full = text_of(publication, held=Held.DIGEST), text_of(publication, KITES + "\nMore.")
    put(catalogue, publication, digest, full, commitments=(FLY,))
    first, second = f"{full.id}:20-43:1", f"{digest.id}:20-43:1"
    with catalogue.writing() as write:
        put_groups(write, {second: first, first: ""})
        assert {kept.group for kept in commitments_written(write.connection, ["ws-kites"])} == {first}

    assert [(kept.id, kept.held) for kept in sources_of(catalogue, first)] == [(first, Held.FULL), (second, Held.DIGEST)]
    assert {kept.id: kept.current for kept in kept_commitments(catalogue)} == {first: True, second: False}


def test_a_text_put_with_another_outline_is_unread(catalogue: Catalogue, publication: Publication) -> None:
    text = text_of(publication)
    put(catalogue, publication, text, commitments=(FLY,))
    with catalogue.writing() as write:
        assert reading_of(write, text.id) == READ
        write.put_document(replace(text, sections=(Section(heading="", level=1, start=0, end=len(KITES)),)))
        assert reading_of(write, text.id) is None

    assert readings(catalogue) == {text.id: None}


def test_commitments_go_with_their_publication(catalogue: Catalogue, publication: Publication) -> None:
    put(catalogue, publication, text_of(publication), commitments=(FLY,))
    with catalogue.writing() as write:
        write.remove_publication(publication.id)

    assert kept_commitments(catalogue, kinds=()) == []
    assert readings(catalogue) == {}


def test_all_are_read_until_the_catalogue_changes_or_the_rules_do(catalogue: Catalogue, publication: Publication) -> None:
    put(catalogue, publication, text_of(publication))
    assert not all_read(catalogue, rules="commitments/1 a")
    with catalogue.writing() as write:
        note_all_read(write, rules="commitments/1 a", revision=catalogue.revision())

    assert all_read(catalogue, rules="commitments/1 a")
    assert not all_read(catalogue, rules="commitments/2 a")
    put(catalogue, replace(publication, title="Other kites"))
    assert not all_read(catalogue, rules="commitments/1 a")


@pytest.mark.parametrize(
    ("operator", "made_on", "window"),
    [
        (Operator.BY, date(2026, 1, 1), (date(2026, 1, 1), date(2026, 5, 1))),
        (Operator.BY, None, (date(2026, 5, 1), date(2026, 5, 1))),
        (Operator.BY, date(2026, 6, 1), (date(2026, 5, 1), date(2026, 5, 1))),
        (Operator.ON, date(2026, 1, 1), (date(2026, 5, 1), date(2026, 5, 1))),
    ],
)
def test_the_days_on_which_a_promise_would_be_in_time(
    operator: Operator, made_on: date | None, window: tuple[date, date]
) -> None:
    assert replace(DUE, operator=operator).window(made_on) == window


def test_a_vague_date_has_no_days() -> None:
    assert SHORTLY.window(date(2026, 1, 1)) is None
