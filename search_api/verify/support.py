"""Verify the support: a sentence says what its quotation says, in its words or near them, and not the opposite (C8)."""

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np

from corpus.bodies import bodies_named
from index.embed import Embedder
from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.clauses import clauses
from search_api.verify.stems import raw_stems, same_root, stem_set, stems, terms_of

LIST = Path(__file__).parent / "opposites.toml"
LEAST_RECALL = 0.60
"""Share of a sentence's telling words that quotation, title or question must hold (methods 4.2)."""
LEAST_COSINE = 0.60
"""Of sentence and quotation (methods 4.2)."""
ABOUT = 0.30
"""Cosine of question and sentence below which one without any of its words is about something else."""
LEAST_WORDS = 3
"""Of a clause that is compared by itself."""

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def wording(claim: Claim, question: Question) -> Rejection | None:
    """E_SUP where too many telling words are the model's own, or several of them stand together."""
    said = stems(claim.said, claim.language)
    proof = stem_set(claim.proof, claim.language)
    known = (
        proof
        | raw_stems(claim.proof, claim.language)
        | stem_set(claim.source.about, claim.language)
        | stem_set(question.text, question.language)
    )
    known |= {
        f"@{one.body}" for code in ("en", "cy") for one in bodies_named(claim.source.about, code)
    }  # `names` looks after them
    if not said:
        return Rejection(code=Code.SUPPORT, why="it says nothing")
    if sum(one.stem in known for one in said) / len(said) < LEAST_RECALL:
        return Rejection(code=Code.SUPPORT, why="most of its words are not in the quotation")
    if not any(one.stem in proof for one in said):
        return Rejection(code=Code.SUPPORT, why="its words are the question's own")
    added = next((one for one in said if one.stem not in known and not _near_one(one.stem, known)), None)
    if added:
        return Rejection(code=Code.SUPPORT, why=f"'{claim.said[added.start : added.end][:24]}' is not in the quotation")
    return None


def relevance(embedder: Embedder) -> Callable[[Claim, Question], Rejection | None]:
    """The check that a sentence speaks of what was asked, by its words or, where a model knows the language, by meaning."""

    def near(claim: Claim, question: Question) -> Rejection | None:
        """E_SUP where a sentence, true or not, has nothing to do with the question."""
        asked = stem_set(question.text, question.language)
        if not asked or any(
            same_root(one, other) for one in asked for other in stem_set(f"{claim.said} {claim.proof}", claim.language)
        ):
            return None
        if question.language not in embedder.languages:
            return None  # other words for the same thing would be told from other things by nobody
        cosine = float(np.dot(*embedder.passages([question.text, claim.said])))
        return Rejection(code=Code.SUPPORT, why=f"it does not speak of the question ({cosine:.2f})") if cosine < ABOUT else None

    return near


def opposites(claim: Claim, _question: Question) -> Rejection | None:
    """E_SUP where a word became its opposite: "rose" said as "fell"."""
    said, proof = _words(claim.said), _words(claim.proof)
    for one, other in _pairs(claim.language):
        for mine, theirs in ((one, other), (other, one)):
            turned = said & mine
            if turned and not proof & mine and proof & theirs:
                return Rejection(code=Code.SUPPORT, why=f"'{min(turned)}' is the opposite of the quotation's word")
    return None


def meaning(embedder: Embedder) -> Callable[[Claim, Question], Rejection | None]:
    """The check by meaning with a model that knows the language; without one, nothing is checked."""

    def near(claim: Claim, _question: Question) -> Rejection | None:
        """E_SUP where sentence and quotation are about different things."""
        if claim.language not in embedder.languages:
            return None
        parts = [claim.proof[one.start : one.end] for one in clauses(claim.proof, claim.language)]
        said, *proof = embedder.passages(
            [claim.said, claim.proof, *(part for part in parts if len(part.split()) > LEAST_WORDS)]
        )
        cosine = max(float(np.dot(said, one)) for one in proof)
        return (
            Rejection(code=Code.SUPPORT, why=f"its meaning is far from the quotation's ({cosine:.2f})")
            if cosine < LEAST_COSINE
            else None
        )

    return near


def _near_one(stem: str, known: frozenset[str]) -> bool:
    """Whether a word says nothing of its own, or is of one root with a known one: `decided` beside `decision`."""
    return stem in _plain_words() or any(same_root(stem, other) for other in known)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


@lru_cache(maxsize=2)
def _pairs(language: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))["pairs"][language]
    return tuple((frozenset(one.split()), frozenset(other.split())) for one, other in table)


@lru_cache(maxsize=1)
def _plain_words() -> frozenset[str]:
    """Words that a rewording may bring in."""
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))["plain"]
    return frozenset(stem for language in ("en", "cy") for word in table[language].split() for stem in terms_of(word, language))
