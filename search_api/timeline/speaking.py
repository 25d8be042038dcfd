"""Speaking: the publications that speak of a subject, each with its best sentences; by the product's own search and scorer.

A sentence speaks of a subject where it holds, with its title and the words that introduce it, most of what the subject's words
tell, or another name of the whole, or its parts in the other language. Everything is bounded: see the constants.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.query import Hit, Query, matches
from index.search import NEAR as NEAR_HIT
from index.search import search
from search_api.answering.candidates import Candidate, Holding, candidates
from search_api.answering.choose import Chosen, choose
from search_api.answering.features import Measured, measure
from search_api.answering.scorer import Scored, packaged_scorer, rank
from search_api.library import Library
from search_api.question.kind import Kind
from search_api.timeline.asked import TimelineQuery
from search_api.timeline.hindsight import tells_of_later
from search_api.timeline.stood_then import Texts
from search_api.timeline.subject import holds_name, names_across, names_of, share_across, terms_of

MOST_PUBLICATIONS = 60
"""On one timeline; the register's widest topic has 34."""
MOST_PASSAGES = 240
PASSAGES_OF_ONE = 4
DEPTH = 300
"""Passages taken from each half of the index."""
MOST_READ = 1_500
"""Sentences looked at, by their words alone."""
MOST_MEASURED = 240
"""Sentences whose meaning is measured: twice as many as for an answer."""
MEASURED_OF_ONE = 6
COVERED = 0.75
"""Share of what the subject's words tell that a sentence with its title and headings must hold."""
FEW = 3
"""Words of a subject up to which all must stand there: "professional learning" is not the professional learning body."""
NEAR = 0.30
"""Cosine that it must have beside: whoever "attended" says nothing of attendance. On the register's timeline of attendance
the four publications under it were of that kind, and the nearest one above it was not."""
MEANT = 0.60
"""Cosine of a sentence alone, from which half of the words of a longer subject are enough."""
PARTS = 0.75
"""Share of a subject's parts that a text in the other language must name."""
LEAST = 0.4
"""Share of terms, counted alike, under which a sentence is not measured at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A publication that speaks of it, and what it says."""

    held: Holding
    chosen: tuple[Chosen, ...]
    """One to three, the best first."""

    @property
    def best(self) -> Scored:
        """Its best sentence."""
        return self.chosen[0].scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Who speaks of it, and how many more do whom the number left out."""

    speakers: tuple[Speaker, ...]
    """The best first."""
    left_out: int


def speakers_of(library: Library, query: TimelineQuery, texts: Texts) -> Spoken:
    """The publications that speak of a subject under the filters, best first."""
    question = query.question
    reading = lru_cache(maxsize=None)(lambda document_id: _reading(library, document_id, query, texts))
    hits = [hit for hit in _hits(library, query) if texts.is_shown(hit.passage.document_id)]
    told = _Told(query)
    read = [
        one for one in candidates(hits, reading, passages=len(hits), most=MOST_READ) if not tells_of_later(one, query.as_of)
    ]
    made = measure(question, hits, told.worth_measuring(read), meanings=library.meanings)
    ranked = rank(made, packaged_scorer())
    mine: dict[str, list[Scored]] = {}
    for scored in ranked:
        if told.speaks(scored.measured):
            mine.setdefault(scored.measured.candidate.held.publication.id, []).append(scored)
    found = [Speaker(held=some[0].measured.candidate.held, chosen=choose(Kind.OTHER, some)) for some in mine.values()]
    return Spoken(speakers=tuple(found[:MOST_PUBLICATIONS]), left_out=max(0, len(found) - MOST_PUBLICATIONS))


class _Told:
    """What a sentence must say to speak of the subject."""

    def __init__(self, query: TimelineQuery) -> None:
        question = query.question
        self.language = question.language
        self.topics = frozenset(query.topics)
        self.terms = terms_of(question.text, question.language)
        self.names, self.across = names_of(question), names_across(question)

    def speaks(self, measured: Measured) -> bool:
        """Whether a sentence speaks of the subject, or its publication has a topic that was asked for."""
        candidate, features = measured.candidate, measured.features
        if self.topics.intersection(candidate.held.publication.topics):
            return True
        own, around = _terms_in(candidate)
        if candidate.held.document.language != self.language:
            return share_across(own | around, self.across) >= PARTS and share_across(own, self.across) > 0
        if holds_name(own, self.names):
            return True
        is_near = not features["by_meaning"] or features["cosine"] >= NEAR
        if len(self.terms) <= FEW:
            return is_near and self.terms <= own | around and features["coverage_own"] > 0
        covered = features["coverage"] >= COVERED and features["coverage_own"] > 0
        meant = features["cosine_own"] >= MEANT and 2 * features["coverage"] >= 1
        return (covered and is_near) or meant

    def worth_measuring(self, found: Sequence[Candidate]) -> list[Candidate]:
        """Those that share words with the subject, the same number of each publication at most, in their order."""
        shares = [self._share(candidate) for candidate in found]
        kept: dict[str, list[int]] = {}
        for place in sorted(range(len(found)), key=lambda place: (-shares[place], place)):
            mine = kept.setdefault(found[place].held.publication.id, [])
            if shares[place] >= LEAST and len(mine) < MEASURED_OF_ONE:
                mine.append(place)
        first = sorted(kept.values(), key=lambda places: min(places, default=len(found)))
        chosen = [place for places in first for place in places][:MOST_MEASURED]
        return [found[place] for place in sorted(chosen)]

    def _share(self, candidate: Candidate) -> float:
        own, around = _terms_in(candidate)
        of_topic = LEAST if self.topics.intersection(candidate.held.publication.topics) else 0.0
        if candidate.held.document.language != self.language:
            return max(of_topic, (share_across(own, self.across) + share_across(own | around, self.across)) / 2)
        if holds_name(own, self.names):
            return 1.0
        whole = len(self.terms) or 1
        return max(of_topic, (len(self.terms & own) + len(self.terms & (own | around))) / (2 * whole))


def _terms_in(candidate: Candidate) -> tuple[frozenset[str], frozenset[str]]:
    """The terms of a sentence with what introduces it, and those of its title and headings."""
    held = candidate.held
    language = held.document.language
    own = terms_of(candidate.text, language) | terms_of(candidate.words(candidate.header), language)
    headings = " ".join(held.document.heading_path(candidate.span.start))
    return own, terms_of(held.publication.title, language) | terms_of(headings, language)


def _hits(library: Library, query: TimelineQuery) -> list[Hit]:
    """Passages for the subject, of each publication the best few; of a topic that was given all, however far."""
    question = query.question
    asked = Query(
        text=question.text,
        language=question.language,
        filters=query.filters,
        limit=MOST_PASSAGES,
        also=question.understood.also,
        across=question.understood.across,
    )
    near = -1.0 if query.topics else NEAR_HIT
    return list(search(library.index, asked, per_publication=PASSAGES_OF_ONE, depth=DEPTH, near=near).hits)


def _reading(library: Library, document_id: str, query: TimelineQuery, texts: Texts) -> Holding | None:
    """A text found with its record as of the day looked from; the index may be seconds behind the catalogue."""
    found = library.reading(document_id)
    if found is None or not matches(found.publication, found.document.held, query.filters):
        return None
    return replace(found, publication=texts.as_seen(found.publication))
