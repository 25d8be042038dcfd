"""Gold spans: where the texts held say each fact of a question, any one place of a fact being enough; does not score.

A fact's places are the sentences and list items, in the publications that answer, whose words pass its match (methods 1.4:
spans that may stand for each other form a group). An item is read with the words that introduce its list where it needs them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from corpus.document import Document
from corpus.passage import Span
from corpus.units import Unit, UnitKind, units
from evals.gold.match import Match
from evals.gold.places import Spans
from evals.gold.questions import GoldFact, GoldQuestion
from evals.gold.seeds import locate


def gold_spans(question: GoldQuestion, documents: Sequence[Document]) -> tuple[Spans, ...]:
    """A group for each fact of a question, or each of its quotations; `documents` are those of its publications.

    A fact that no text held says has an empty group, which nothing can hit.
    """
    if question.quotes:
        return locate(question.quotes, {document.id: document.text for document in documents})
    cut = [(document, [unit for unit in units(document) if unit.kind is not UnitKind.HEADING]) for document in documents]
    return tuple(_places(fact, cut) for fact in question.facts)


_Cut = Sequence[tuple[Document, list[Unit]]]


def _places(fact: GoldFact, cut: _Cut) -> Spans:
    """The narrowest spans that say a fact: units, else neighbours, paragraphs and lists, else the fact's own words."""
    ways: tuple[Callable[[Document, list[Unit], Match], Iterator[Span]], ...] = (_units, _neighbours, _paragraphs, _lists)
    for way in ways:
        found = tuple((document.id, *span) for document, its in cut for span in way(document, its, fact.match))
        if found:
            return found
    starts = [(document.id, document.text.find(fact.text)) for document, _ in cut]
    return tuple((key, start, start + len(fact.text)) for key, start in starts if start >= 0)


def _units(document: Document, its: list[Unit], match: Match) -> Iterator[Span]:
    for unit in its:
        words = document.text[slice(*unit.span)]
        header = document.text[slice(*unit.header)] if unit.header else ""
        if match.passes(words) or (header and not match.passes(header) and match.passes(f"{header} {words}")):
            yield unit.span


def _neighbours(document: Document, its: list[Unit], match: Match) -> Iterator[Span]:
    pairs = (Span(one.span.start, other.span.end) for one, other in pairwise(its) if one.section == other.section)
    yield from (span for span in pairs if match.passes(document.text[slice(*span)]))


def _paragraphs(document: Document, its: list[Unit], match: Match) -> Iterator[Span]:
    blocks = [list(block) for _, block in groupby(its, key=lambda unit: unit.block)]
    spans = (Span(block[0].span.start, block[-1].span.end) for block in blocks)
    yield from (span for span in spans if match.passes(document.text[slice(*span)]))


def _lists(document: Document, its: list[Unit], match: Match) -> Iterator[Span]:
    runs = [(header, list(run)) for header, run in groupby(its, key=lambda unit: unit.header)]
    spans = (Span(header.start, run[-1].span.end) for header, run in runs if header)
    yield from (span for span in spans if match.passes(document.text[slice(*span)]))
