"""Choose: which of the ranked candidates an answer shows, and beside what; does not decide whether to answer.

A fact gets its best sentence and up to two that say something else; a list is given whole, or gathered from one text; an
explanation runs in the order of its document; what several texts say alike is one statement with several citations (methods
2.4, 2.5).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.passage import Span
from corpus.units import UnitKind
from search_api.answering.scorer import Scored
from search_api.question.kind import Kind

MOST_SHOWN = 3
MOST_EXPLAINED = 5
MOST_LISTED = 6
"""Lines of one text gathered for a list that stands in none."""
EXPLAINED = frozenset({Kind.WHY, Kind.HOW})
COMPARED = frozenset({Kind.COMPARE})
"""Kinds answered out of several texts: as many sentences as an explanation, from wherever they are."""
ASK_ONE = frozenset({Kind.WHEN, Kind.HOW_LONG, Kind.HOW_MUCH, Kind.WHO})
"""Kinds that a few words answer: an item of a list may be all of it."""
LEAST_CHANCE = 0.02
"""Of a second or third sentence."""
LEAST_SHARE = 0.35
"""A further sentence's chance as a share of the best's. On the 288 of 478 questions to tune on that are surest, out of family:
at .15 all facts in .882, F1 of citations .724; .25 .878 and .766; .35 .875 and .794; .5 .861 and .815; .7 .837 and .824."""
OLDER_SHARE = 0.42
"""The same where it is not known to be as new as the best: it may say what has since moved on."""
SAME = 0.95
"""Cosine above which two sentences say the same (methods 2.4)."""
ALIKE = 0.85
"""Cosine above which a second sentence of one text adds nothing."""
LISTS_LOOKED_AT = 5
"""A list answers whole where its header, or one of its items, is among so many."""
LIST_SHARE = 0.6
_LEANS = re.compile(
    r"^(?:this|these|those|it|its|they|their|them|that|such|he|she|his|her|both|however|therefore|also|in addition|"
    r"hwn|hon|hyn|hynny|hwnnw|mae hyn|mae'n|maent|maen nhw|bydd hyn|fodd bynnag)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A sentence to show."""

    scored: Scored
    alike: tuple[Scored, ...] = ()
    """Other texts that say the same."""
    context: Span | None = None
    """Words before it that it leans on: a list's header, or the sentence that a pronoun points to."""


def choose(kind: Kind, ranked: Sequence[Scored]) -> tuple[Chosen, ...]:
    """The sentences to show, in the order to show them."""
    if not ranked:
        return ()
    whole = _whole_list(kind, ranked)
    if whole:
        return (Chosen(scored=whole, alike=_alike(whole, ranked)),)
    ranked = ranked if kind in ASK_ONE else _with_list_first(ranked)
    most = room(kind)
    shown: list[Chosen] = []
    for scored in ranked:
        if len(shown) == most:
            break
        if len(shown) >= MOST_SHOWN and kind not in COMPARED and not _of_one_text(scored, shown[0].scored):
            continue
        if not shown or (_is_near(scored, shown[0].scored) and not any(_adds_nothing(scored, one) for one in shown)):
            shown.append(Chosen(scored=scored, alike=_alike(scored, ranked), context=_context(scored)))
    if kind in EXPLAINED:
        first = shown[0]
        shown.sort(key=lambda one: _in_document_order(one, first))
    return tuple(_without_shown_context(shown))


def room(kind: Kind) -> int:
    """Sentences that an answer of a kind may hold."""
    return {Kind.LIST: MOST_LISTED}.get(kind, MOST_EXPLAINED if kind in EXPLAINED | COMPARED else MOST_SHOWN)


def as_ranked(kind: Kind, ranked: Sequence[Scored]) -> tuple[Chosen, ...]:
    """The best sentences and nothing more: none is merged, cut for likeness, or given the words it leans on."""
    return tuple(Chosen(scored=scored) for scored in ranked[: room(kind)])


def _whole_list(kind: Kind, ranked: Sequence[Scored]) -> Scored | None:
    """The list that answers whole, where a list is asked for and one is near the top, by its header or by an item."""
    if kind is not Kind.LIST:
        return None
    for scored in ranked[:LISTS_LOOKED_AT]:
        if scored.chance < LIST_SHARE * ranked[0].chance:
            return None
        whole = _list_of(scored, ranked)
        if whole:
            return _as_good_as(whole, scored)
    return None


def _with_list_first(ranked: Sequence[Scored]) -> Sequence[Scored]:
    """The list of the best sentence before it, where both it and another of its items are near: one item is not all of it.

    Of 478 answerable questions to tune on it changed the answers to five, made two of them right and none wrong.
    """
    first = ranked[0]
    whole = _list_of(first, ranked)
    if not whole or whole is first or not _is_near(whole, first):
        return ranked
    items = sum(_list_of(one, ranked) is whole and one is not whole for one in ranked if _is_near(one, first))
    return (_as_good_as(whole, first), *(one for one in ranked if one is not whole)) if items > 1 else ranked


def _list_of(scored: Scored, ranked: Sequence[Scored]) -> Scored | None:
    """The list that a sentence introduces or is an item of, where it is among the ranked."""
    candidate = scored.measured.candidate
    start = candidate.span.start if candidate.items else candidate.header.start if candidate.header else -1
    key = (candidate.key[0], start)
    lists = (one for one in ranked if one.measured.candidate.items)
    return next((one for one in lists if (one.measured.candidate.key[0], one.measured.candidate.span.start) == key), None)


def _as_good_as(whole: Scored, part: Scored) -> Scored:
    return replace(whole, chance=max(whole.chance, part.chance), score=max(whole.score, part.score))


def _is_near(scored: Scored, first: Scored) -> bool:
    """Whether a sentence is good enough to stand beside the best."""
    one, other = scored.measured.candidate.held.publication, first.measured.candidate.held.publication
    is_newer = one.id == other.id or (one.date is not None and other.date is not None and one.date >= other.date)
    share = LEAST_SHARE if is_newer else OLDER_SHARE
    return scored.chance >= max(LEAST_CHANCE, share * first.chance)


def _of_one_text(one: Scored, other: Scored) -> bool:
    return one.measured.candidate.key[0] == other.measured.candidate.key[0]


def _adds_nothing(scored: Scored, shown: Chosen) -> bool:
    """Whether a sentence repeats one that is shown, stands inside it, or holds it."""
    one, other = scored.measured.candidate, shown.scored.measured.candidate
    same_text = _of_one_text(scored, shown.scored)
    if same_text and one.span.start < other.span.end and other.span.start < one.span.end:
        return True
    if any(scored.measured.candidate.key == alike.measured.candidate.key for alike in shown.alike):
        return True
    return says_the_same(scored, shown.scored) or (same_text and _cosine(scored, shown.scored) >= ALIKE)


def says_the_same(one: Scored, other: Scored) -> bool:
    """Whether two sentences say the same: the same words, or the same meaning with the same numbers."""
    first, second = one.measured.candidate.text, other.measured.candidate.text
    if first.casefold().strip(" .;") == second.casefold().strip(" .;"):
        return True
    return _cosine(one, other) >= SAME and _numbers(first) == _numbers(second)


def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+(?:[.,]\d+)*", text))


def _cosine(one: Scored, other: Scored) -> float:
    first, second = one.measured.vector, other.measured.vector
    return float(np.dot(first, second)) if first is not None and second is not None else 0.0


def _alike(scored: Scored, ranked: Sequence[Scored]) -> tuple[Scored, ...]:
    """What other publications say alike, each once, best first."""
    own = scored.measured.candidate.held.publication.id
    found: dict[str, Scored] = {}
    for other in ranked:
        publication = other.measured.candidate.held.publication.id
        if publication != own and publication not in found and says_the_same(scored, other):
            found[publication] = other
    return tuple(found.values())[: MOST_SHOWN - 1]


def _context(scored: Scored) -> Span | None:
    """The words a sentence leans on: the header of its list, or the sentence before where it opens by pointing back."""
    candidate = scored.measured.candidate
    if candidate.kind is UnitKind.ITEM and candidate.header:
        return candidate.header
    return candidate.before if _LEANS.match(candidate.text) else None


def _without_shown_context(shown: Sequence[Chosen]) -> list[Chosen]:
    """Context once only, and not where it is shown as an answer itself."""
    seen = {(one.scored.measured.candidate.key[0], *one.scored.measured.candidate.span) for one in shown}
    made = []
    for one in shown:
        key = (one.scored.measured.candidate.key[0], *one.context) if one.context else None
        made.append(replace(one, context=None) if key in seen else one)
        if key:
            seen.add(key)
    return made


def _in_document_order(one: Chosen, first: Chosen) -> tuple[bool, str, int]:
    """The best sentence's text first, each text from its beginning."""
    document = one.scored.measured.candidate.key[0]
    return (document != first.scored.measured.candidate.key[0], document, one.scored.measured.candidate.span.start)
