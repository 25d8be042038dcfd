"""Commitments judged: a reader that reads as a person did is right in all, and each way to differ is counted and told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from corpus.commitment import Amount, Commitment, Due, Grain, Kind, Strength
from corpus.document import Document
from corpus.passage import Span
from corpus.publication import Publication
from evals.promises.gold import LabelledText, Sentence, load_promises
from evals.promises.judged import Reader, Tally, class_f1, judge, kind_of, macro_f1, token_f1
from evals.promises.labels import PromiseLabel
from evals.promises.ordinary import Ordinary, invented_in
from evals.promises.report import classes, ordinary_lines, report

Twin = tuple[Document, Publication] | None


@pytest.fixture(scope="module")
def texts() -> tuple[LabelledText, ...]:
    return load_promises()


def as_read(text: LabelledText, sentence: Sentence, promise: PromiseLabel) -> Commitment:
    start = text.document.text.index(promise.quote, sentence.span.start)
    due = promise.due
    found = (
        Due(
            words=due.words,
            operator=due.operator,
            first=due.first,
            last=due.last,
            grain=Grain.DAY,
            rule="a person",
            vague=due.vague,
        )
        if due
        else None
    )
    span = Span(start, start + len(promise.quote))
    return Commitment(
        span=span,
        sentence=sentence.span,
        rule="a person",
        strength=promise.strength,
        specificity=promise.specificity,
        basis=promise.basis,
        speaker=promise.speaker,
        office=promise.office,
        organisation=promise.organisation,
        deliverable_type=promise.deliverable_type,
        amount=Amount(words=promise.amount, value=1.0, unit="", span=span) if promise.amount else None,
        dues=(found,) if found else (),
        condition=promise.condition,
        made_on=text.made_on,
        language=text.document.language,
    )


def person(texts: Sequence[LabelledText], change: Callable[[Commitment], Commitment | None] = lambda one: one) -> Reader:
    """A reader that gives the labels back, each changed or left out."""
    by_document = {text.document.id: text for text in texts}

    def read(document: Document, publication: Publication, twin: Twin, /) -> list[Commitment]:  # noqa: ARG001
        text = by_document[document.id]
        found: list[Commitment | None] = []
        for sentence in text.sentences:
            label = sentence.label
            found += [change(as_read(text, sentence, promise)) for promise in label.commitments]
            if not label.commitments:
                other = Commitment(span=sentence.span, sentence=sentence.span, rule="a person", kind=label.kind, language="en")
                found.append(change(other))
        return [one for one in found if one]

    return read


def test_who_reads_as_labelled_is_right_in_all(texts: tuple[LabelledText, ...]) -> None:
    told: list[str] = []
    tallies = judge(texts, person(texts), lambda _, line: told.append(line))

    assert told == []
    assert sorted(tallies) == ["dev", "held"]
    for tally in tallies.values():
        assert tally.right == tally.judged
        assert macro_f1(tally.kinds) == pytest.approx(1)
        assert min(tally.overlap) == pytest.approx(1)
        assert all(labelled == read for labelled, read in tally.per_text.values())


def changed(**fields: object) -> Callable[[Commitment], Commitment]:
    return lambda one: replace(one, **fields) if one.kind is Kind.COMMITMENT else one  # type: ignore[arg-type]


WRONG: list[tuple[str, Callable[[Commitment], Commitment]]] = [
    ("strength", lambda one: replace(one, strength=Strength.WEAK if one.strength is Strength.FIRM else Strength.FIRM)),
    ("speaker and office", changed(office="Minister for Kites")),
    ("organisation", changed(organisation="a kite club")),
    (
        "due interval",
        changed(
            made_on=date(2020, 1, 1),
            dues=(
                Due(
                    words="in 2031",
                    operator="on",
                    first=date(2031, 1, 1),
                    last=date(2031, 12, 31),
                    grain=Grain.YEAR,
                    rule="wrong",  # type: ignore[arg-type]
                ),
            ),
        ),
    ),
    ("amount", changed(amount=None)),
    ("deliverable type", changed(deliverable_type=None)),
    ("specificity", lambda one: replace(one, specificity=one.specificity + 1)),
    ("basis", changed(basis=None)),
]


@pytest.mark.parametrize(("name", "change"), WRONG, ids=[name for name, _ in WRONG])
def test_what_is_read_otherwise_is_wrong_in_that_only(
    texts: tuple[LabelledText, ...], name: str, change: Callable[[Commitment], Commitment]
) -> None:
    told: list[str] = []
    tally = judge(texts, person(texts, change), lambda _, line: told.append(line))["held"]

    assert tally.right[name] == 0
    assert {one for one in tally.judged if tally.right[one] < tally.judged[one]} <= {
        name,
        f"{name}, dated",
        f"{name}, undated",
    } | {f"{name}, I or we"}
    assert any(line.startswith(name) for line in told)
    assert len(tally.outcomes["missed"]) + len(tally.outcomes["invented"]) == 0


def test_a_promise_left_out_is_missed_and_one_too_many_is_invented(texts: tuple[LabelledText, ...]) -> None:
    told: list[str] = []

    def shy(one: Commitment) -> Commitment | None:
        return None if one.strength is Strength.DELEGATED else one

    def bold(one: Commitment) -> Commitment:
        return replace(one, kind=Kind.COMMITMENT) if one.kind is Kind.ASPIRATION else one

    few = judge(texts, person(texts, shy), lambda _, line: told.append(line))["dev"]
    many = judge(texts, person(texts, bold), lambda _, line: told.append(line))["dev"]

    assert len(few.outcomes["missed"]) + len(few.outcomes["clause missed"]) >= 4
    assert few.kinds[Kind.COMMITMENT, Kind.OTHER] == len(few.outcomes["missed"])
    assert len(many.outcomes["invented"]) == many.kinds[Kind.ASPIRATION, Kind.COMMITMENT] > 0
    assert {line.split()[0] for line in told} == {"missed", "invented"}
    assert class_f1(many.kinds, Kind.ASPIRATION) == 0


def test_a_promise_read_in_a_heading_is_invented(texts: tuple[LabelledText, ...]) -> None:
    text = next(one for one in texts if one.document.text.startswith("# "))
    in_heading = Commitment(span=Span(2, 9), sentence=Span(2, 9), rule="wrong", language="en")

    tally = judge([text], lambda *_: [in_heading])[text.split.value]

    assert [words for _, words in tally.outcomes["invented"]] == [text.document.text[2:9]]


def test_a_twin_comes_with_its_english_text(texts: tuple[LabelledText, ...]) -> None:
    given: dict[str, str | None] = {}

    def note(document: Document, publication: Publication, twin: Twin, /) -> list[Commitment]:
        given[publication.id] = twin[1].id if twin else None
        assert document.publication_id == publication.id
        return []

    judge(texts, note)

    assert {key: twin for key, twin in given.items() if twin} == {
        "pr-centres-2023-cy": "pr-centres-2023",
        "pr-grounds-2024-cy": "pr-grounds-2024",
    }


@pytest.mark.parametrize(
    ("one", "other", "f1"),
    [("We will go.", "we will go", 1.0), ("we will go now", "we will", 2 / 3), ("we will go", "they went", 0.0), ("", "", 0.0)],
)
def test_quotations_are_compared_by_their_words(one: str, other: str, f1: float) -> None:
    assert token_f1(one, other) == pytest.approx(f1)
    assert token_f1(other, one) == pytest.approx(f1)


def test_a_sentence_is_of_one_kind() -> None:
    long = Commitment(span=Span(0, 9), sentence=Span(0, 20), rule="", kind=Kind.ASPIRATION, language="en")
    short = Commitment(span=Span(9, 12), sentence=Span(0, 20), rule="", kind=Kind.OUTCOME_CLAIM, language="en")

    assert kind_of([short, long]) is Kind.ASPIRATION
    assert kind_of([long, replace(short, kind=Kind.COMMITMENT)]) is Kind.COMMITMENT
    assert kind_of([]) is Kind.OTHER


def test_the_report_gives_each_split_with_intervals_and_the_table_of_classes(texts: tuple[LabelledText, ...]) -> None:
    tallies = judge(texts, person(texts, lambda one: None if one.strength is Strength.WEAK else one))
    lines = report(tallies)

    assert lines[0].startswith("dev: 86 texts, 2095 sentences, 873 of them with 1021 commitments;")
    assert lines[1] == "  precision                    1.000  [1.000, 1.000]  of 842  goal 0.90"
    assert any(line.startswith("  recall") and "goal 0.80" in line and "[1.000, 1.000]" not in line for line in lines)
    assert "| commit |" in classes(tallies["held"])
    assert report({"dev": Tally()})[1].endswith("none to judge  goal 0.90")


def test_an_ordinary_sentence_read_as_a_promise_is_named() -> None:
    sentences = (Ordinary(kind="story", text="I will come back."), Ordinary(kind="story", text="He did not."))

    def eager(document: Document, publication: Publication, twin: Twin, /) -> list[Commitment]:
        assert publication.publisher == "Unknown publisher"
        assert twin is None
        place = document.text.index("I will")
        return [Commitment(span=Span(place, place + 6), sentence=Span(place, place + 6), rule="will", language="en")]

    found = invented_in(sentences, eager)

    assert found == [sentences[0]]
    assert ordinary_lines(found, 2, published_as="of nobody") == [
        "  ordinary, of nobody          1 of 2 read as a promise  at most 2",
        "    story: I will come back.",
    ]
    assert ordinary_lines(found, 2, published_as="of nobody", called="fresh", goal=False) == [
        "  fresh, of nobody             1 of 2 read as a promise",
        "    story: I will come back.",
    ]
