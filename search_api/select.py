"""Select: the sentences of the passages found that best answer a question, each scored; does not decide to answer.

The untrained mix of methods 2.4: meaning, words, kind of answer, and the publication it stands in. A later, trained scorer
takes the place of the weights that `_candidate` adds up.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.document import Document
from corpus.flag import FlagReason
from corpus.passage import Span
from corpus.publication import Publication
from index.embed import Embedder, Vectors
from index.query import Hit
from index.units import Unit, UnitKind, units
from index.words import terms
from search_api.kind import Kind, holds, kind_of
from search_api.question import Question

PASSAGES_READ = 12
"""Passages whose sentences are scored; the right one lay below in under 3 % of development questions."""
MOST_UNITS = 48
"""Sentences embedded for one question: about a quarter of a second on one core."""
WEIGHTS = {"cosine": 0.30, "coverage": 0.25, "own": 0.15, "passage": 0.20, "kind": 0.10}
"""Chosen on the development questions: a right sentence among the first three for 50 of 72 (47 before `own` was there)."""
LEAST_SHARE = 0.75
"""A second or third sentence is shown when it scores at least this share of the best."""
LEAST_SHARE_OLDER = 0.92
"""The same for a sentence not known to be as new as the best's: it may say what has since moved on."""
MOST_SHOWN = 3
MOST_OF_A_LIST = 1_200
"""Characters of the longest list quoted with its introduction: a dozen items."""
SAME = 0.92
"""Cosine above which two sentences say the same thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A text with its publication's record as it applies to that text."""

    publication: Publication
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that may answer, with what was measured of it."""

    hit: Hit
    held: Holding
    span: Span
    text: str
    """The sentence with its white space collapsed."""
    score: float
    cosine: float
    """Of the question and the sentence with its title and list header; 0 where the model does not know the language."""
    covered: frozenset[str]
    """Terms of the question that stand in the sentence, its list header or its title."""
    holds_kind: bool
    vector: Vectors | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What was found in the passages: every candidate, best first, and how much each term of the question tells."""

    kind: Kind
    candidates: tuple[Candidate, ...]
    told: dict[str, float]
    """Weight of each term of the question: rare terms tell more."""


def select(
    question: Question, hits: Sequence[Hit], *, reading: Callable[[str], Holding | None], embedder: Embedder
) -> Selection:
    """Score the sentences of the best passages; `reading` gives a document with its record, None where it may not be shown."""
    kind = kind_of(question.text)
    asked = frozenset(terms(question.text, question.language))
    told = _told(asked, hits)
    read = _sentences(hits, reading)[:MOST_UNITS]
    by_meaning = question.language in embedder.languages
    texts = [_in_context(found, unit) for _, found, unit in read]
    rows = embedder.passages(texts) if by_meaning and texts else None
    vector = embedder.question(question.text) if rows is not None else None
    candidates = []
    for number, (hit, found, unit) in enumerate(read):
        row = rows[number] if rows is not None and found.document.language in embedder.languages else None
        cosine = float(np.dot(row, vector)) if row is not None and vector is not None else 0.0
        words = frozenset(terms(texts[number], found.document.language))
        own = frozenset(terms(found.document.text[slice(*unit.span)], found.document.language))
        candidates.append(
            _candidate(
                hit,
                unit,
                found,
                kind=kind,
                cosine=cosine,
                covered=asked & words,
                own=asked & own,
                vector=row,
                told=told,
                by_meaning=by_meaning,
            )
        )
    ranked = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.hit.passage.id, candidate.span))
    return Selection(kind=kind, candidates=tuple(ranked), told=told)


def best(selection: Selection, *, most: int = MOST_SHOWN) -> list[Candidate]:
    """The sentences to show: the best one, and others nearly as good that say something else."""
    shown: list[Candidate] = []
    for candidate in selection.candidates:
        if len(shown) == most:
            break
        if not shown or (_is_near(candidate, shown[0]) and not any(_says_the_same(candidate, other) for other in shown)):
            shown.append(candidate)
    return shown


def _is_near(candidate: Candidate, first: Candidate) -> bool:
    """Whether a sentence is good enough to stand beside the best."""
    one, other = candidate.held.publication, first.held.publication
    is_newer = one.id == other.id or (one.date is not None and other.date is not None and one.date >= other.date)
    return candidate.score >= (LEAST_SHARE if is_newer else LEAST_SHARE_OLDER) * first.score


def _sentences(hits: Sequence[Hit], reading: Callable[[str], Holding | None]) -> list[tuple[Hit, Holding, Unit]]:
    """The sentences of the best passages, in the passages' order; a passage of a text no longer searched has none."""
    found = []
    cut: dict[str, list[Unit]] = {}
    for hit in hits[:PASSAGES_READ]:
        holding = reading(hit.passage.document_id)
        if holding is None:
            continue
        if holding.document.id not in cut:
            spoken = [unit for unit in units(holding.document) if not _speaks_to_machines(holding.document, unit)]
            cut[holding.document.id] = list(_with_lists(spoken))
        start, end = hit.passage.span
        found += [(hit, holding, unit) for unit in cut[holding.document.id] if start <= unit.span.start < end]
    return found


def _speaks_to_machines(document: Document, unit: Unit) -> bool:
    """True for words flagged as an instruction to a machine: they are kept, and never quoted as an answer."""
    return any(
        flag.reason is FlagReason.INSTRUCTION
        and flag.start is not None
        and flag.end is not None
        and flag.start < unit.span.end
        and unit.span.start < flag.end
        for flag in document.flags
    )


def _with_lists(found: Sequence[Unit]) -> Iterator[Unit]:
    """Sentences and items, those that introduce a list with the list: "The steps are:" alone answers nothing."""
    for number, unit in enumerate(found):
        if unit.kind is UnitKind.HEADING:
            continue
        end = unit.span.end
        for item in found[number + 1 :]:
            if item.header != unit.span or item.span.end - unit.span.start > MOST_OF_A_LIST:
                break
            end = item.span.end
        yield replace(unit, span=Span(unit.span.start, end))


def _in_context(held: Holding, unit: Unit) -> str:
    """A sentence with its title and the words that introduce its list."""
    text = held.document.text
    header = text[unit.header.start : unit.header.end] if unit.header else ""
    parts = [held.publication.title, header, text[unit.span.start : unit.span.end]]
    return " | ".join(" ".join(part.split()) for part in parts if part)


def _told(asked: frozenset[str], hits: Sequence[Hit]) -> dict[str, float]:
    """How much each term of the question tells: its IDF over the passages found; one in none of them tells most."""
    number = max(len(hits), 1)
    seen = dict.fromkeys(asked, 0)
    for hit in hits:
        for term in asked.intersection(terms(f"{hit.passage.header} {hit.passage.text}", hit.language)):
            seen[term] += 1
    return {term: math.log(1 + (number - count + 0.5) / (count + 0.5)) for term, count in seen.items()}


def _candidate(
    hit: Hit,
    unit: Unit,
    held: Holding,
    *,
    kind: Kind,
    cosine: float,
    covered: frozenset[str],
    own: frozenset[str],
    vector: Vectors | None,
    told: dict[str, float],
    by_meaning: bool,
) -> Candidate:
    text = " ".join(held.document.text[unit.span.start : unit.span.end].split())
    total = sum(told.values()) or 1.0
    features = {
        "cosine": max(cosine, 0.0),
        "coverage": sum(told[term] for term in covered) / total,
        "own": sum(told[term] for term in own) / total,
        "passage": hit.score,
        "kind": 1.0 if holds(kind, text) else 0.0,
    }
    weights = WEIGHTS if by_meaning else WEIGHTS | {"cosine": 0.0}
    score = sum(weights[name] * value for name, value in features.items()) / sum(weights.values())
    return Candidate(
        hit=hit,
        held=held,
        span=unit.span,
        text=text,
        score=score,
        cosine=cosine,
        covered=covered,
        holds_kind=features["kind"] > 0,
        vector=vector,
    )


def _says_the_same(one: Candidate, other: Candidate) -> bool:
    overlap = one.span.start < other.span.end and other.span.start < one.span.end
    if overlap and one.held.document.id == other.held.document.id:
        return True
    if one.text.casefold() == other.text.casefold():
        return True
    return one.vector is not None and other.vector is not None and float(np.dot(one.vector, other.vector)) >= SAME
