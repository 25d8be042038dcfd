"""Register: commitments found by filters and words, each with what is known to have come of it on a day; links nothing.

With `as_of` nothing counts that was said after it (methods 7.4): no later promise, no later evidence, no later overdue.
A person's review counts whenever it was written, for it judges evidence of that day.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from corpus.catalogue import Catalogue
from corpus.commitment import Kind
from corpus.commitments import KeptCommitment, commitments_of_ids, kept_commitments, sources_of
from corpus.errors import NotHeld
from corpus.evidence import DONE, Came, Evidence, Review, Weighed, deciding, is_overdue, weigh
from corpus.evidence_kept import evidence_of, looked_at, reviews
from corpus.publication import Publication
from index.words import terms
from ingest.commitments.keeping import bring_up_commitments
from search_api.commitments.asked import OVERDUE, CommitmentQuery
from search_api.commitments.promise import Promise, promises

MOST_BY_ID = 50
"""Commitments whose evidence is asked for one by one; of more, all there is is read at once."""
LEAST_SHARE = 0.5
"""Share of the weight of the words asked for that a commitment must hold to be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedLater:
    """What was looked through for what came of it."""

    publications: int
    """Publications dated later."""
    last: date | None
    """The newest day that a text held was published on: nothing is known after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A commitment with what came of it, as far as is known on a day."""

    promise: Promise
    came: Came
    decided: Weighed | None
    """The evidence that says so."""
    overdue: bool
    weighed: tuple[Weighed, ...]
    """All that was looked at closely, oldest first, what is not taken as evidence too."""
    searched: SearchedLater
    today: date
    """The day it is told as on."""

    @property
    def evidence(self) -> tuple[Weighed, ...]:
        """What counts, oldest first."""
        return tuple(one for one in self.weighed if one.counts)

    @property
    def near(self) -> tuple[Weighed, ...]:
        """What was looked at and not taken, nearest first."""
        left = [one for one in self.weighed if not one.counts]
        return tuple(sorted(left, key=lambda one: -one.evidence.score))

    @property
    def is_confirmed(self) -> bool:
        """Whether a person says what came of it."""
        return self.decided is not None and self.decided.is_confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCommitments:
    """A page of what a query finds."""

    register: "Register"
    """What it was found in, as known on the query's day."""
    query: CommitmentQuery
    total: int
    shown: tuple[Promised, ...]
    publications: int
    """Publications held by the day, each read for what it promises."""
    counts: Mapping[str, int]
    """How many of all found came to what, and how many are overdue."""


class Register:
    """The commitments of a catalogue as known on a day; made anew for each request."""

    def __init__(self, catalogue: Catalogue, *, as_of: date | None = None) -> None:
        bring_up_commitments(catalogue)
        self.catalogue = catalogue
        self.as_of = as_of
        self.today = as_of or datetime.now(UTC).date()
        self.publications = {one.id: one for one in catalogue.publications()}
        self._looked = looked_at(catalogue)
        self._reviews = reviews(catalogue)
        held = {one.id: one for one, _ in catalogue.standings().values()}
        self.held = sum(as_of is None or (one.date is not None and one.date <= as_of) for one in held.values())
        """Publications with a text by the day."""
        self._days = sorted(one.date for one in held.values() if one.date and one.date <= self.today)
        exact = (one.published for one in held.values() if one.published and one.published <= self.today)
        self._last = max(exact, default=None)

    def all(self, kept: Iterable[KeptCommitment] | None = None) -> list[Promise]:
        """Every promise made by the day, by its first source."""
        found = promises(kept or kept_commitments(self.catalogue, kinds=(Kind.COMMITMENT,)), self.publications)
        known = [one for one in found if not self.publications[one.first.publication_id].gone]
        return [one for one in known if self.as_of is None or (one.made_on is not None and one.made_on <= self.as_of)]

    def tell(self, wanted: Sequence[Promise]) -> list[Promised]:
        """What came of some promises."""
        found = evidence_of(self.catalogue, None if len(wanted) > MOST_BY_ID else [one.id for one in wanted])
        return [self._told(one, found.get(one.id, ())) for one in wanted]

    def one(self, commitment_id: str) -> Promised:
        """A commitment by the id of any of its sources; raises NotHeld."""
        kept = commitments_of_ids(self.catalogue, [commitment_id])
        found = (
            self.all(sources_of(self.catalogue, kept[0].group)) if kept and kept[0].commitment.kind is Kind.COMMITMENT else []
        )
        if not found:
            on = f" on {self.as_of}" if self.as_of else ""
            raise NotHeld(
                f"No commitment '{commitment_id[:120]}' is held here{on}. The register of commitments lists those that are."
            )
        return self.tell(found[:1])[0]

    def _told(self, promise: Promise, found: Sequence[Evidence]) -> Promised:
        known = [one for one in found if self.as_of is None or (one.day is not None and one.day <= self.as_of)]
        weighed = weigh(known, self._reviews_of(promise, known), days=self._day_of)
        weighed = tuple(one for one in weighed if self.as_of is None or (one.evidence.day and one.evidence.day <= self.as_of))
        decided = deciding(weighed)
        done = any(one.bearing in DONE for one in weighed)
        due = promise.due
        is_done = done and decided is not None and (decided.bearing in DONE or not decided.is_confirmed)
        came = self._came(promise, decided)
        return Promised(
            promise=promise,
            came=came,
            decided=decided,
            overdue=came is not Came.NOT_SEARCHED
            and is_overdue(last=due.last if due and not due.vague else None, delivered=is_done, today=self.today),
            weighed=weighed,
            searched=self._searched(promise.made_on),
            today=self.today,
        )

    def _came(self, promise: Promise, decided: Weighed | None) -> Came:
        if decided is not None:
            return Came(decided.bearing.value)
        return Came.NO_EVIDENCE_FOUND if promise.id in self._looked else Came.NOT_SEARCHED

    def _searched(self, made_on: date | None) -> SearchedLater:
        later = len(self._days) - bisect_right(self._days, made_on) if made_on else 0
        return SearchedLater(publications=later, last=self._last)

    def _day_of(self, publication_id: str) -> date | None:
        known = self.publications.get(publication_id)
        return known.date if known else None

    def _reviews_of(self, promise: Promise, found: Sequence[Evidence]) -> list[Review]:
        """Reviews of any of its sources, also where a text was read anew and its ids are others now."""
        if not self._reviews:
            return []
        ids = {one.id for one in promise.sources}
        words = {(one.publication_id, one.quote) for one in promise.sources}
        mine = [one for one in self._reviews if one.commitment_id in ids or (one.publication_id, one.quote) in words]
        places = {one.place for one in found}
        if all(one.place in places for one in mine):
            return mine
        now: dict[tuple[str, str], Evidence] = {}
        for one in found:
            document = self.catalogue.document(one.document_id)
            if document:
                now[document.publication_id, document.text[one.span.start : one.span.end]] = one
        moved = []
        for review in mine:
            same = now.get((review.evidence_publication_id, review.evidence_quote))
            at_rest = review.place in places or same is None
            moved.append(review if at_rest or same is None else replace(review, document_id=same.document_id, span=same.span))
        return moved


def find_commitments(catalogue: Catalogue, query: CommitmentQuery) -> FoundCommitments:
    """The commitments a query finds: best first for words, else the newest first."""
    register = Register(catalogue, as_of=query.as_of)
    kept = [one for one in register.all() if _fits(one, query)]
    ranked = _ranked(kept, query.words) if query.words else sorted(kept, key=_order)
    told = register.tell(ranked)
    if query.statuses:
        told = [one for one in told if one.came.value in query.statuses or (one.overdue and OVERDUE in query.statuses)]
    first = (query.page - 1) * query.limit
    counts = Counter(one.came.value for one in told)
    counts[OVERDUE] = sum(one.overdue for one in told)
    return FoundCommitments(
        register=register,
        query=query,
        total=len(told),
        shown=tuple(told[first : first + query.limit]),
        publications=register.held,
        counts=counts,
    )


def _fits(one: Promise, query: CommitmentQuery) -> bool:
    said, publication = one.first.commitment, one.publication
    themes = {theme for source in one.sources for theme in source.commitment.themes}
    about = not (query.themes or query.topics) or themes & set(query.themes) or set(query.topics) & set(publication.topics)
    due = one.due
    day = one.made_on
    return bool(
        about
        and (not query.speakers or said.speaker in query.speakers)
        and (not query.offices or said.office in query.offices)
        and (not query.made_from or (day is not None and day >= query.made_from))
        and (not query.made_to or (day is not None and day <= query.made_to))
        and (not query.due_before or (due is not None and due.last is not None and due.last < query.due_before))
        and (not query.language or any(source.commitment.language == query.language for source in one.sources))
        and (not query.held or any(source.held.value == query.held for source in one.sources))
        and (not query.publishers or publication.publisher in query.publishers)
        and (not query.publication or query.publication in one.family)
    )


def _order(one: Promise) -> tuple[str, str, int]:
    day = one.made_on
    newest = f"{9999 - day.year:04}{99 - day.month:02}{99 - day.day:02}" if day else "9"
    return newest, one.first.document_id, one.first.commitment.span.start


def _ranked(kept: Sequence[Promise], words: str) -> list[Promise]:
    """Those that hold enough of the words, rare ones weighing more; of equals the newest first."""
    bags = [_bag(one) for one in kept]
    asked = frozenset(terms(words, "en")) | frozenset(terms(words, "cy"))
    holders = Counter(term for bag in bags for term in asked & bag.keys())
    weight = {term: math.log(1 + (len(kept) - holders[term] + 0.5) / (holders[term] + 0.5)) for term in asked}
    whole = {language: sum(weight[term] for term in set(terms(words, language))) for language in ("en", "cy")}
    scored = []
    for one, bag in zip(kept, bags, strict=True):
        mine = sum(weight[term] for term in asked & bag.keys())
        least = LEAST_SHARE * min(whole[source.commitment.language] for source in one.sources)
        if mine and mine >= least:
            scored.append((-mine, _order(one), one))
    return [one for *_, one in sorted(scored, key=lambda row: row[:2])]


def _bag(one: Promise) -> Counter[str]:
    bag: Counter[str] = Counter()
    for source in one.sources:
        language = source.commitment.language
        said = f"{source.introduction}\n{source.sentence}\n{source.commitment.deliverable}\n{one.publication.title}"
        bag.update(terms(said, language))
    return bag


def publication_of(register: Register, one: Weighed) -> Publication | None:
    """The publication that evidence stands in; None where it is no longer held."""
    if one.review is not None:
        known = register.publications.get(one.review.evidence_publication_id)
        if known is not None:
            return known
    document = register.catalogue.document(one.evidence.document_id)
    return register.publications.get(document.publication_id) if document else None
