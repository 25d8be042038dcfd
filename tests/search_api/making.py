"""Texts, passages found, candidates and scores of our own making, for the tests of the steps of an answer."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

import numpy as np

from corpus.document import Document, Section, make_document
from corpus.flag import Flag, FlagReason
from corpus.passage import Span, make_passage
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType
from index.query import Hit
from search_api.answering.answer import Answer
from search_api.answering.candidates import Candidate, Holding, candidates
from search_api.answering.choose import Chosen, choose
from search_api.answering.features import Measured
from search_api.answering.refuse import Thresholds
from search_api.answering.scorer import Scored
from search_api.answering.select import Selection
from search_api.library import Library
from search_api.question.kind import Kind
from search_api.question.question import Asked, Known, Question, read_question

TODAY = date(2026, 5, 1)
Vector = Sequence[float] | None
OPEN: Thresholds = {mode: {"tau": 0.0, "reason": None} for mode in ("strict", "normal", "explore")}
SHUT: Thresholds = {mode: {"tau": 1.01, "reason": None} for mode in ("strict", "normal", "explore")}
"""No chance is too small, or none is large enough: so tests do not hang on the thresholds of the day."""


def question(text: str, **asked: object) -> Question:
    """A question as read on a day in 2026."""
    known = Known(publishers=frozenset(), topics=frozenset(), today=TODAY)
    return read_question(Asked(q=text, **asked), known)  # type: ignore[arg-type]


def text(words: str, key: str = "otters", *, heading: str = "", flagged: str = "", **record: object) -> Holding:
    """A text of one section with its record; `flagged` are words of it that speak to a machine."""
    given = {
        "title": "Otters guidance",
        "publisher": "A council",
        "type": PublicationType.GUIDANCE,
        "language": "en",
        "published": date(2024, 5, 1),
    }
    publication = Publication(id=key, **(given | record))  # type: ignore[arg-type]
    start = words.find(flagged) if flagged else -1
    flag = Flag(reason=FlagReason.INSTRUCTION, detail="It speaks to a machine.", start=start, end=start + len(flagged))
    return Holding(
        publication=publication,
        document=make_document(
            publication_id=key,
            language=publication.language,
            held=Held.FULL,
            text=words,
            sections=(Section(heading=heading, level=1 if heading else 0, start=0, end=len(words)),),
            provenance=Provenance(
                origin="otters.txt",
                media_type="text/plain",
                sha256="0" * 64,
                retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
                parser="test/1",
            ),
            flags=(flag,) if flagged else (),
        ),
    )


def hit(held: Holding, words: str = "", *, score: float = 1.0, dense: float | None = None, sparse: float | None = None) -> Hit:
    """The passage of these words, or of the whole text."""
    return Hit(
        passage=make_passage(held.document, span(held.document, words) if words else Span(0, len(held.document.text))),
        publication_id=held.publication.id,
        language=held.document.language,
        score=score,
        dense=dense,
        sparse=sparse,
    )


def span(document: Document, words: str) -> Span:
    """Where words first stand."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def reading(*held: Holding) -> Callable[[str], Holding | None]:
    """Gives these texts by their documents' ids, and no other."""
    return {one.document.id: one for one in held}.get


def candidates_of(held: Holding, **found: float) -> list[Candidate]:
    """Every candidate of a text."""
    return candidates([hit(held, **found)], reading(held), passages=1, most=1_000)


def candidate(held: Holding, words: str, **found: float) -> Candidate:
    """The candidate that begins with these words."""
    return next(one for one in candidates_of(held, **found) if one.text.startswith(words))


def scored(
    made: Candidate, chance: float = 0.5, *, vector: Vector = None, features: Mapping[str, float] | None = None, **more: object
) -> Scored:
    """A candidate as it was scored, its score being the chance; a feature not given is 0."""
    given = {"cosine": 0.5, "cosine_own": 0.5, "coverage": 0.5, "coverage_own": 0.5, "holds": 1.0, "typed": 1.0}
    row = None if vector is None else np.asarray(vector, dtype=np.float32)
    measured = Measured(
        candidate=made,
        features=defaultdict(float, given | {"by_meaning": float(row is not None)} | dict(features or {})),
        covered=frozenset(more.pop("covered", ())),  # type: ignore[call-overload]
        vector=row,
    )
    return Scored(measured=measured, score=chance, chance=chance)


def selection(
    kind: Kind, *ranked: Scored, told: Mapping[str, float] | None = None, hits: Sequence[Hit] | None = None
) -> Selection:
    """What was selected, from candidates in the order given."""
    found = tuple(hits) if hits is not None else tuple(one.measured.candidate.hit for one in ranked)
    return Selection(kind=kind, hits=found, ranked=ranked, chosen=choose(kind, ranked), told=dict(told or {}))


def chosen(*ranked: Scored) -> tuple[Chosen, ...]:
    """All of these to be shown, in this order."""
    return tuple(Chosen(scored=one) for one in ranked)


def assert_exact(library: Library, found: Answer) -> None:
    """Every quotation stands in its document, and statements and citations name each other."""
    assert [one.n for one in found.citations] == list(range(1, len(found.citations) + 1))
    assert {n for statement in found.statements for n in statement.citations} == {one.n for one in found.citations}
    for one in (*found.citations, *found.withheld):
        held = library.catalogue.document(one.document.id)
        assert held is not None
        assert held.text[one.span.start : one.span.end] == one.quote
        assert one.quote.strip()
    for statement in found.statements:
        first = found.citations[statement.citations[0] - 1]
        assert statement.text == " ".join(first.quote.split())
        if statement.short:
            start, end = statement.short.span
            assert first.span.start <= start < end <= first.span.end
            assert " ".join(first.document.text[start:end].split()) == statement.short.words
