"""Desk: the register of duties, who must, should or may do what; found by filters and words, each with its publication.

Words are weighed by BM25 over the duties' own words, their headers and the titles of their publications. Does not read duties
out of texts: `ingest` does, and is asked to where a text has not been read yet.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from corpus.bodies import bodies
from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.duties import Kept, kept_duties
from corpus.duty import Level
from corpus.publication import Publication
from index.query import Filters, matches
from index.words import terms
from ingest.duty_reading import bring_up_duties
from search_api.duties.asked import DutyQuery

LEAST_SHARE = 0.5
"""Share of the weight of the words asked for that a duty must hold to be found: rare words weigh more than common ones."""
K1, B = 1.2, 0.75
"""BM25's usual constants (Robertson and Zaragoza 2009); texts of one sentence leave little to tune."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A duty with the text it stands in and the record that applies to that text."""

    kept: Kept
    publication: Publication
    document: Document

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above it, outermost first."""
        return self.document.heading_path(self.kept.duty.span.start)

    @property
    def actor_name(self) -> str:
        """What its actor is called in the language of the text; empty where none is named."""
        return name_of(self.kept.duty.actor, self.publication.language)

    @property
    def reports_law(self) -> bool:
        """True for a "must" of a text that the law does not stand behind: the duty comes from elsewhere."""
        return self.kept.duty.level is Level.MUST and self.publication.standing.force.value != "statutory"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDuties:
    """A page of what a query finds."""

    query: DutyQuery
    total: int
    shown: tuple[Owed, ...]
    publications: int
    """Publications that were looked through under the filters."""


class HoldsCatalogue(Protocol):
    """A library, or whatever else holds a catalogue."""

    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class _Row:
    kept: Kept
    publication: Publication


def find_duties(catalogue: Catalogue, query: DutyQuery) -> FoundDuties:
    """The duties a query finds: best first for words, else by actor, newest publication and place in the text."""
    bring_up_duties(catalogue)
    standing = {
        document_id: publication
        for document_id, (publication, held) in catalogue.standings().items()
        if matches(publication, held, query.filters) and query.publication in {None, publication.id}
    }
    kept = kept_duties(catalogue, actors=query.actors, levels=query.levels)
    rows = [_Row(one, standing[one.document_id]) for one in kept if one.document_id in standing and _is_under(one, query.law)]
    ranked = _ranked(rows, query.words) if query.words else sorted(rows, key=_order)
    first = (query.page - 1) * query.limit
    shown = tuple(_owed(catalogue, ranked[first : first + query.limit]))
    return FoundDuties(query=query, total=len(ranked), shown=shown, publications=len({one.id for one in standing.values()}))


def duties_for(
    source: HoldsCatalogue | Catalogue,
    *,
    actor: str | None,
    words: str,
    language: str | None = None,
    as_of: date | None = None,
    any_status: bool = False,
    filters: Filters | None = None,
    levels: Sequence[Level] = (),
    limit: int = 10,
) -> list[Owed]:
    """Duties for "what must governors do about X?", best first: of an actor's id (None: of anybody), about some words.

    `language` narrows to texts in it; `filters` may narrow further. Without words, all of the actor's.
    """
    catalogue = source if isinstance(source, Catalogue) else source.catalogue
    limits = filters or Filters()
    limits = replace(
        limits, language=language or limits.language, as_of=as_of or limits.as_of, any_status=any_status or limits.any_status
    )
    query = DutyQuery(words=words, filters=limits, actors=(actor,) if actor else (), levels=tuple(levels), limit=limit)
    return list(find_duties(catalogue, query).shown)


def name_of(actor: str | None, language: str) -> str:
    """A body's name in a language; empty for none."""
    body = bodies().get(actor) if actor else None
    return body.name.get(language, body.name["en"]) if body else ""


def _is_under(kept: Kept, law: str) -> bool:
    return not law or any(law.casefold() in " ".join(one.split()).casefold() for one in kept.duty.laws)


def _order(row: _Row) -> tuple[bool, str, str, str, int]:
    """Those with an actor first, by name; then the newest publication, and its order of words."""
    day = row.publication.date
    newest = f"{9999 - day.year:04}{99 - day.month:02}{99 - day.day:02}" if day else "9"
    actor = row.kept.duty.actor
    return actor is None, name_of(actor, "en"), newest, row.kept.document_id, row.kept.n


def _ranked(rows: Sequence[_Row], words: str) -> list[_Row]:
    """Those that hold enough of the words, by BM25; of equals the one that comes first in its text."""
    counted = [Counter(_terms(_text(row), row.publication.language)) for row in rows]
    asked = {language: set(terms(words, language)) for language in ("en", "cy")}
    names = frozenset(asked["en"] | asked["cy"])
    holders = Counter(term for counts in counted for term in names & counts.keys())
    weight = {term: math.log(1 + (len(rows) - count + 0.5) / (count + 0.5)) for term, count in holders.items()}
    mean = sum(map(Counter.total, counted)) / (len(counted) or 1)
    scored = []
    for row, counts in zip(rows, counted, strict=True):
        wanted = asked[row.publication.language] & weight.keys()
        whole = sum(weight[term] for term in wanted) + _unknown(asked[row.publication.language], weight, len(rows))
        mine = sum(weight[term] for term in wanted & counts.keys())
        if mine and mine >= LEAST_SHARE * whole:
            norm = K1 * (1 - B + B * counts.total() / mean)
            score = sum(weight[term] * counts[term] * (K1 + 1) / (counts[term] + norm) for term in wanted & counts.keys())
            scored.append((-score, row.kept.document_id, row.kept.n, row))
    return [row for *_, row in sorted(scored, key=lambda one: one[:3])]


def _unknown(asked: Iterable[str], weight: dict[str, float], rows: int) -> float:
    """What words weigh that no duty holds: as much as a word that one duty holds."""
    most = math.log(1 + (rows - 0.5) / 1.5) if rows else 0.0
    return most * sum(term not in weight for term in asked)


def _text(row: _Row) -> str:
    duty = row.kept
    return f"{row.publication.title}\n{duty.introduction}\n{duty.quote}"


@lru_cache(maxsize=50_000)
def _terms(text: str, language: str) -> tuple[str, ...]:
    return tuple(terms(text, language))


def _owed(catalogue: Catalogue, rows: Iterable[_Row]) -> Iterable[Owed]:
    documents: dict[str, Document | None] = {}
    for row in rows:
        key = row.kept.document_id
        if key not in documents:
            documents[key] = catalogue.document(key)
        document = documents[key]
        if document is not None:
            yield Owed(kept=row.kept, publication=row.publication, document=document)
