"""Search: a Query to Hits, from both halves of the index, filtered before they are ranked.

Does not read the catalogue: what the index says of a publication may be seconds old, and the caller checks it there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.passage import Passage, Span
from index.gloss import readable
from index.open import Index
from index.point import Among, AnyOf, Between, Condition, Match
from index.query import Filters, Hit, Query
from index.rank import OURS, Scores, Weights, fuse, group, inherit
from index.words import Terms, query_terms, widened

DEPTH = 200
"""Passages taken from each half before they are fused."""
NEAR = 0.25
"""Cosine under which a passage that shares no word with the query is not found: what is far from all that is held finds
next to nothing."""
PER_PUBLICATION = 2
"""Passages of one publication in a ranking, so that none fills the page."""


ALSO = {"en": 0.3, "cy": 0.0}
"""Weight of other words for what is asked, by its language. On the 72 development questions 0.3 in English took nDCG@10 from
.723 to .742 (13 better, 5 worse), and to .735 (12 better, 5 worse) without the words put down after reading them; in Welsh
one of 7 questions got worse and none better."""
ACROSS = 0.5
"""Weight of the words of the other language: nDCG@10 of the 7 Welsh questions .613 -> .711, none worse (methods 8.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What was found: the hits asked for, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]


def search(
    index: Index,
    query: Query,
    *,
    weights: Weights = OURS,
    per_publication: int | None = PER_PUBLICATION,
    depth: int = DEPTH,
    near: float = NEAR,
) -> Results:
    """The hits of a query, best first; `per_publication=None` groups nothing, `near=-1` finds the farthest too."""
    found, halves = _both_halves(index, query, conditions_of(query.filters), weights=weights, depth=depth)
    scores = {key: one for key, one in halves.items() if one.sparse is not None or (one.dense or 0.0) >= near}
    publication_of = {key: match.fields["publication_id"] for key, match in found.items()}
    ranked_scores = inherit(fuse(scores, weights), publication_of, weights)
    ranked = sorted(ranked_scores, key=lambda key: (-ranked_scores[key], found[key].fields["passage_id"]))
    if per_publication is not None:
        ranked = group(ranked, publication_of, most=per_publication)
    wanted = ranked[query.offset : query.offset + query.limit]
    hits = tuple(_hit(found[key], ranked_scores[key], scores[key]) for key in wanted)
    return Results(total=len(ranked), hits=hits)


def conditions_of(filters: Filters) -> list[Condition]:
    """Filters as the index's conditions; `index.query.matches` says the same in plain Python."""
    named: dict[str, Sequence[str]] = {
        "type": [kind.value for kind in filters.type],
        "publisher": filters.publisher,
        "topics": filters.topic,
        "language": [filters.language] if filters.language else (),
        "status": [status.value for status in filters.statuses],
        "force": [force.value for force in filters.force],
        "held": [filters.held.value] if filters.held else (),
    }
    conditions: list[Condition] = [AnyOf(key, tuple(values)) for key, values in named.items() if values]
    if filters.published_from or filters.published_to:
        least = day_number(filters.published_from) or 1  # 0 stands for a date not known
        conditions.append(Between("day", least, day_number(filters.published_to) or None))
    if filters.as_of:
        day = day_number(filters.as_of)
        conditions += [Between("valid_from", 1, day), Between("valid_to", day + 1)]
    return conditions


def day_number(day: date | None) -> int:
    """A day as a number that sorts: 7 May 2026 -> 20260507; 0 where there is none."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


def _both_halves(
    index: Index, query: Query, conditions: list[Condition], *, weights: Weights, depth: int
) -> tuple[dict[str, Match], dict[str, Scores]]:
    """Passages that either half found, each with its score in both."""
    words = readable(query.text, query.language, index.embedder.languages)
    vector = index.embedder.question(words) if words and weights.dense > 0 else None
    terms = _terms(query)
    use_terms = bool(terms.indices) and weights.sparse > 0
    hidden = index.hidden  # both halves of one search see the same texts

    def dense(where: list[Condition], limit: int) -> list[Match]:
        return shown(index.store.dense(vector, where, limit)) if vector is not None else []

    def sparse(where: list[Condition], limit: int) -> list[Match]:
        return shown(index.store.sparse(terms, where, limit)) if use_terms else []

    def shown(matches: list[Match]) -> list[Match]:
        return [match for match in matches if match.fields["document_id"] not in hidden] if hidden else matches

    near, worded = dense(conditions, depth), sparse(conditions, depth)
    found = {match.id: match for match in [*near, *worded]}
    # What one half alone found still has a score in the other: fetch it, so that fusion never takes a gap for a zero.
    only_worded = frozenset(found) - {match.id for match in near}
    only_near = frozenset(found) - {match.id for match in worded}
    near += dense([Among(only_worded)], len(only_worded)) if only_worded else []
    worded += sparse([Among(only_near)], len(only_near)) if only_near else []
    by_dense = {match.id: match.score for match in near}
    by_sparse = {match.id: match.score for match in worded}
    return found, {key: Scores(by_dense.get(key), by_sparse.get(key)) for key in found}


def _terms(query: Query) -> Terms:
    """The terms of a query: its own, other words for them, and the other language's."""
    asked = query_terms(query.text, query.language)
    if not asked.indices:
        return asked
    other = "en" if query.language == "cy" else "cy"
    asked = widened(asked, query.also, query.language, ALSO[query.language])
    return widened(asked, query.across, other, ACROSS)


def _hit(match: Match, score: float, scores: Scores) -> Hit:
    fields = match.fields
    passage = Passage(
        id=fields["passage_id"],
        document_id=fields["document_id"],
        span=Span(fields["start"], fields["end"]),
        text=fields["text"],
        headings=tuple(fields["headings"]),
        header=fields["header"],
    )
    return Hit(
        passage=passage,
        publication_id=fields["publication_id"],
        language=fields["language"],
        score=score,
        dense=scores.dense,
        sparse=scores.sparse,
    )
