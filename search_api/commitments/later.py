"""Later: the sentences of later texts that a promise is compared with, by search and by what follows it up; ranks none.

Later is a day after the one it was made on. Of a text without a day only the register can say so: it is looked
at where it is said to follow up.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from corpus.document import Document
from corpus.flag import FlagReason
from corpus.passage import Span
from corpus.publication import Publication, RelationKind
from corpus.units import UnitKind, units
from index.query import Filters, Query
from index.search import search
from search_api.answering.candidates import Holding
from search_api.commitments.promise import Promise
from search_api.library import Library

PASSAGES = 60
"""Passages looked at for a promise: the best of both halves of the index."""
LONGEST = 600
"""Characters of a sentence that is compared: more is a table that lost its lines."""
MOST_UNITS = 40
"""Sentences taken from one text that follows up, from its beginning."""
FOLLOWING = 40
"""Texts taken that follow up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A sentence or item of a later text."""

    publication: Publication
    document: Document
    span: Span
    header: Span | None
    follows: int
    """In how many steps its publication follows up the promise's, by the register and the texts; 0 where it does not."""
    dense: float | None
    """Cosine of the passage it stands in, where the search found one."""

    @property
    def words(self) -> str:
        """Exactly the document's words."""
        return self.document.text[self.span.start : self.span.end]

    @property
    def key(self) -> tuple[str, int, int]:
        """Its place."""
        return self.document.id, self.span.start, self.span.end

    @property
    def day(self) -> date | None:
        """The first day known for its publication."""
        return self.publication.date


class Following:
    """Which publications follow up which, in one step or two, and texts read once for one run."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._read: dict[str, Holding | None] = {}
        self._current: dict[str, str | None] = {}
        self._by: dict[str, set[str]] = defaultdict(set)
        self._alike: dict[str, set[str]] = defaultdict(set)
        for one in library.catalogue.relations():
            if one.kind in {RelationKind.FOLLOWS_UP, RelationKind.SUPERSEDES, RelationKind.AMENDS}:
                self._by[one.target].add(one.source)
            elif one.kind in {RelationKind.TRANSLATES, RelationKind.ANNEXES}:
                self._alike[one.target].add(one.source)
                self._alike[one.source].add(one.target)

    def reading(self, document_id: str) -> Holding | None:
        """A text with the record that applies to it; None where it is not searched any more."""
        if document_id not in self._read:
            self._read[document_id] = self._library.reading(document_id)
        return self._read[document_id]

    def current(self, publication_id: str) -> Holding | None:
        """The text of a publication as it is now."""
        if publication_id not in self._current:
            found = self._library.catalogue.current_document(publication_id)
            self._current[publication_id] = found.id if found else None
        key = self._current[publication_id]
        return self.reading(key) if key else None

    def family(self, publications: Iterable[str]) -> frozenset[str]:
        """Publications with their translations and the files they are part of."""
        whole = set(publications)
        for key in list(whole):
            whole |= self._alike[key]
        return frozenset(whole)

    def of(self, publications: Iterable[str]) -> dict[str, int]:
        """What follows up any of some publications, with in how many steps."""
        steps: dict[str, int] = {}
        at = set(publications)
        for step in (1, 2):
            at = {after for key in at for after in self.family(self._by[key])}
            for key in at:
                steps.setdefault(key, step)
        return steps


def later_units(library: Library, promise: Promise, following: Following) -> list[Later]:
    """What may bear on a promise, each sentence once, in no order that counts."""
    steps = following.of(promise.family)
    own = following.family(promise.family)
    found: dict[tuple[str, int, int], Later] = {}
    for document, publication, span, dense in _passages(library, promise, following):
        if publication.id not in own:
            for one in _within(document, publication, span, steps.get(publication.id, 0), dense):
                found.setdefault(one.key, one)
    for key in sorted(steps, key=lambda one: (steps[one], one))[:FOLLOWING]:
        held = following.current(key) if key not in own else None
        if held and _is_later(held.publication, promise.made_on):
            whole = Span(0, len(held.document.text))
            for one in list(_within(held.document, held.publication, whole, steps[key], None))[:MOST_UNITS]:
                found.setdefault(one.key, one)
    return list(found.values())


def _is_later(publication: Publication, made_on: date | None) -> bool:
    """Whether it can have come later: of a month or a year alone, its last day counts, since it is said to follow up."""
    day = publication.date
    if made_on is None or day is None:
        return True
    if publication.published is None and publication.issued:
        day = day.replace(month=12, day=31) if len(publication.issued) == 4 else day + timedelta(days=30)
    return day > made_on


def _passages(
    library: Library, promise: Promise, following: Following
) -> Iterator[tuple[Document, Publication, Span, float | None]]:
    if promise.made_on is None:
        return
    filters = Filters(published_from=promise.made_on + timedelta(days=1), any_status=True)
    for language in ("en", "cy"):
        words = promise.words(language)
        if not words:
            continue
        query = Query(text=words, language=language, filters=filters, limit=PASSAGES)
        for hit in search(library.index, query, per_publication=None, near=-1.0).hits:
            held = following.reading(hit.passage.document_id)
            if held:
                yield held.document, held.publication, hit.passage.span, hit.dense


def _within(document: Document, publication: Publication, span: Span, follows: int, dense: float | None) -> Iterator[Later]:
    for one, header in _sentences(document):
        if span.start <= one.start < span.end:
            yield Later(publication=publication, document=document, span=one, header=header, follows=follows, dense=dense)


@lru_cache(maxsize=512)
def _sentences(document: Document) -> tuple[tuple[Span, Span | None], ...]:
    """Sentences and items that speak to people; one flagged as an instruction to a machine is never evidence."""
    told = [flag for flag in document.flags if flag.reason is FlagReason.INSTRUCTION and flag.end is not None]
    return tuple(
        (unit.span, unit.header)
        for unit in units(document)
        if unit.kind is not UnitKind.HEADING
        and unit.span.end - unit.span.start <= LONGEST
        and not any((flag.start or 0) < unit.span.end and unit.span.start < (flag.end or 0) for flag in told)
    )
