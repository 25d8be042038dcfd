"""Nearness: how near a later sentence is to a promise, as methods 5.5 weighs it, each part a reason; does not say what came.

The weights are those of methods 5.5, moved on the half of the register's links that is there to tune on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from corpus.document import Document
from corpus.evidence import Bearing, Reason
from index.remembered import Remembered
from search_api.commitments.cues import Cue, cues_in
from search_api.commitments.later import Later
from search_api.commitments.promise import Promise
from search_api.commitments.renamings import is_meant, named
from search_api.commitments.shelf_words import ShelfWords, told

WEIGHTS = MappingProxyType(
    {
        "meaning": 0.17,
        "words": 0.24,
        "named": 0.21,
        "follows": 0.10,
        "text": 0.09,
        "cue": 0.10,
        "topics": 0.09,
    }
)
"""Of each part in the score; they add up to 1. Means of the 60 best of 1,500 random weightings on the half to tune on: no
single best one, which would fit that half alone."""
FAR, CLOSE = 0.15, 0.75
"""Cosines of a promise and a sentence: at FAR they have nothing in common, from CLOSE on they are as near as two can be."""
MEANT = 0.4
"""What it counts that a sentence says "the body" in a text that names the one promised, where naming it counts 1."""
TWO_STEPS = 0.7
"""What it counts to follow up what follows the promise up, where following it up counts 1."""
LONG_AFTER = 1500
"""Days after which a later text is taken to be as far from a promise as any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A later sentence with how near it is."""

    later: Later
    score: float
    relevance: float
    """The same without cues: whether it is of this promise at all."""
    share: float
    """Of what the promise's words tell, how much stands in the sentence; words of its publication's title count half."""
    titled: float
    """How much of it stands in the title of its publication."""
    named: bool
    """Whether it names what the promise names, under whatever name."""
    meant: bool
    """Whether it says "the body" in a text that names the one promised."""
    cues: tuple[Cue, ...]
    reasons: tuple[Reason, ...]

    def cue(self, bearing: Bearing) -> Cue | None:
        """The cue of a kind; None where it has none."""
        return next((one for one in self.cues if one.bearing is bearing), None)


def nearest(
    promise: Promise, found: Sequence[Later], words: ShelfWords, vectors: Remembered, languages: frozenset[str]
) -> list[Near]:
    """Later sentences, the nearest first."""
    meanings = _meanings(promise, found, vectors, languages)
    best: dict[str, float] = {}
    for one, meaning in zip(found, meanings, strict=True):
        best[one.document.id] = max(best.get(one.document.id, 0.0), _between(meaning or 0.0))
    names = frozenset[str]().union(*(named(source.sentence, source.commitment.language) for source in promise.sources))
    made = [
        _near(promise, one, meaning, best[one.document.id], names, words) for one, meaning in zip(found, meanings, strict=True)
    ]
    return sorted(made, key=lambda one: (-one.score, one.later.key))


def _near(promise: Promise, one: Later, meaning: float | None, text: float, names: frozenset[str], words: ShelfWords) -> Near:
    language = one.document.language
    wanted = told(promise.words(language) or promise.words(promise.first.commitment.language), language)
    title = told(one.publication.title, one.publication.language)
    share = words.share(wanted, told(one.words, language), beside=title)
    same = names & named(one.words, language)
    meant = not same and is_meant(one.words) and bool(names & _names_of(one.document))
    cues = cues_in(one.words, language)
    strong = any(cue.bearing is not Bearing.REAFFIRMED for cue in cues)
    parts = {
        # A language the model cannot read is weighed by words alone, so that it is neither raised nor lowered.
        "meaning": share if meaning is None else _between(meaning),
        "words": share,
        "named": 1.0 if same else MEANT if meant else 0.0,
        "follows": {0: 0.0, 1: 1.0}.get(one.follows, TWO_STEPS),
        "text": text,
        "cue": 1.0 if strong else 0.5 if cues else 0.0,
        "topics": _topics(promise, one),
    }
    score = sum(WEIGHTS[name] * value for name, value in parts.items()) - 0.08 * _long_after(promise, one)
    return Near(
        later=one,
        score=round(max(score, 0.0), 4),
        relevance=round(max(score - WEIGHTS["cue"] * parts["cue"], 0.0), 4),
        share=share,
        titled=words.share(wanted, title),
        named=bool(same),
        meant=meant,
        cues=cues,
        reasons=tuple(_reasons(one, wanted, same, meaning, share, cues)),
    )


def _reasons(
    one: Later,
    wanted: frozenset[str],
    same: frozenset[str],
    meaning: float | None,
    share: float,
    cues: Sequence[Cue],
) -> Iterator[Reason]:
    if cues:
        yield Reason(code="cue", words=cues[0].words)
    shared = [word.strip(".,;:()“”\"'") for word in one.words.split() if told(word, one.document.language) & wanted]
    if shared:
        yield Reason(code="words", words=", ".join(dict.fromkeys(shared))[:200], value=round(share, 3))
    if same:
        yield Reason(code="named", words=", ".join(sorted(same)))
    if one.follows:
        yield Reason(code="follows_up")
    if meaning is not None:
        yield Reason(code="meaning", value=round(meaning, 3))


def _between(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - FAR) / (CLOSE - FAR)))


def _meanings(promise: Promise, found: Sequence[Later], vectors: Remembered, languages: frozenset[str]) -> list[float | None]:
    said = promise.words("en") if "en" in languages else ""
    readable = [at for at, one in enumerate(found) if said and one.document.language in languages]
    made: list[float | None] = [None] * len(found)
    if not readable:
        return made
    base = vectors([said])[0]
    alone = vectors([found[at].words for at in readable])
    titled = vectors([f"{found[at].publication.title}. {found[at].words}" for at in readable])
    best = np.maximum(alone @ base, titled @ base)
    for at, value in zip(readable, best, strict=True):
        made[at] = float(value)
    return made


def _topics(promise: Promise, one: Later) -> float:
    """How many of the topics of the promise's publication the later one has too."""
    mine = set(promise.publication.topics)
    return len(mine & set(one.publication.topics)) / len(mine) if mine else 0.0


def _long_after(promise: Promise, one: Later) -> float:
    if one.day is None or promise.made_on is None:
        return 0.0
    return min((one.day - promise.made_on).days, LONG_AFTER) / LONG_AFTER


@lru_cache(maxsize=512)
def _names_of(document: Document) -> frozenset[str]:
    return named(document.text, document.language)
