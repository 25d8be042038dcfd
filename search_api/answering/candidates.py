"""Candidates: the sentences and list items of the passages found, each with what stands around it; does not score them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from corpus.document import Document
from corpus.flag import FlagReason
from corpus.passage import Span
from corpus.publication import Publication
from corpus.units import Unit, UnitKind, units
from index.query import Hit
from search_api.answering.prose_lists import MOST_SENTENCES, runs_on

MOST_ITEMS = 12
"""Items of the longest list quoted whole (methods 2.5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A text with its publication's record as it applies to that text."""

    publication: Publication
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence, an item, or a list with the words that introduce it, which may answer."""

    hit: Hit
    """The passage it was found in."""
    held: Holding
    span: Span
    kind: UnitKind
    header: Span | None
    """The words that introduce the list an item stands in."""
    before: Span | None
    """The sentence before it in the same paragraph or section."""
    items: int
    """Items of the list it introduces, of which `span` holds the first MOST_ITEMS; 0 for any other sentence."""
    place: float
    """Where it stands in its document: 0 first, 1 last."""

    @property
    def text(self) -> str:
        """Its words with white space collapsed."""
        return self.words(self.span)

    def words(self, span: Span | None) -> str:
        """Words of its document with white space collapsed; empty for no span."""
        return " ".join(self.held.document.text[span.start : span.end].split()) if span else ""

    @property
    def key(self) -> tuple[str, int, int]:
        """Its place: document, start, end."""
        return (self.held.document.id, self.span.start, self.span.end)


def candidates(hits: Sequence[Hit], reading: Callable[[str], Holding | None], *, passages: int, most: int) -> list[Candidate]:
    """The candidates of the first passages, in the passages' order; a text no longer searched has none."""
    found: dict[tuple[str, int, int], Candidate] = {}
    for hit in hits[:passages]:
        held = reading(hit.passage.document_id)
        if held is None:
            continue
        start, end = hit.passage.span
        for one in _candidates_of(held.document):
            if start <= one.span.start < end and len(found) < most:
                made = Candidate(
                    hit=hit,
                    held=held,
                    span=one.span,
                    kind=one.unit.kind,
                    header=one.header,
                    before=one.before,
                    items=one.items,
                    place=one.place,
                )
                found.setdefault(made.key, made)
    return list(found.values())


def spans_of(document: Document) -> tuple[tuple[Span, Span | None], ...]:
    """The span of every sentence and item of a document that could be a candidate, each with that of its header."""
    return tuple((one.span, one.header) for one in _candidates_of(document))


@dataclass(frozen=True, slots=True)
class _Place:
    unit: Unit
    span: Span
    header: Span | None
    before: Span | None
    items: int
    place: float


@lru_cache(maxsize=256)
def _candidates_of(document: Document) -> tuple[_Place, ...]:
    """Every sentence and item of a document, those that introduce a list with its items."""
    spoken = [unit for unit in units(document) if not _speaks_to_machines(document, unit.span)]
    made = []
    for number, unit in enumerate(spoken):
        if unit.kind is UnitKind.HEADING:
            continue
        last = spoken[number - 1] if number else None
        before = last.span if last and last.kind is UnitKind.SENTENCE and last.section == unit.section else None
        end, items, blocks = unit.span.end, 0, set[int]()
        for item in spoken[number + 1 :]:
            if item.header != unit.span or _speaks_to_machines(document, Span(end, item.span.end)):
                break
            blocks.add(item.block)
            if len(blocks) <= MOST_ITEMS:
                end = item.span.end
            items = len(blocks)
        if unit.kind is UnitKind.SENTENCE and not items:
            end = _prose_list_end(document, spoken[number : number + MOST_SENTENCES])
        header = unit.header if unit.header and not _speaks_to_machines(document, unit.header) else None
        place = number / max(len(spoken) - 1, 1)
        made.append(_Place(unit, Span(unit.span.start, end), header, before, items, place))
    return tuple(made)


def _prose_list_end(document: Document, following: Sequence[Unit]) -> int:
    """Where the list ends that the first of some units announces in prose; its own end where it announces none."""
    first = following[0]
    alike = list(takewhile(lambda one: one.kind is UnitKind.SENTENCE and one.section == first.section, following))
    texts = [" ".join(document.text[one.span.start : one.span.end].split()) for one in alike]
    end = alike[runs_on(texts)].span.end
    return first.span.end if _speaks_to_machines(document, Span(first.span.end, end)) else end


def _speaks_to_machines(document: Document, span: Span) -> bool:
    """True where words are flagged as an instruction to a machine: they are kept, and never quoted as an answer."""
    return any(
        flag.reason is FlagReason.INSTRUCTION
        and flag.start is not None
        and flag.end is not None
        and flag.start < span.end
        and span.start < flag.end
        for flag in document.flags
    )
