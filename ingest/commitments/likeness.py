"""Likeness: how like a promise an English clause with `will` is that no rule took; a logistic score over plain features.

The rules stay the explanation of what they take. What they only guess to be a prediction or another's doing is scored here
by who is to do what to whom, by when, for how much (methods 5.3 and D7). The weights are `likeness.json`'s, which says how
they were fitted and what they are worth; `evals/promises/likeness.py` fits them. Does not look where a rule is sure.
"""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.commitments.conditions import condition_in
from ingest.commitments.parse_english import Parsed
from ingest.commitments.passives_english import GETS, NONE
from ingest.commitments.promise import BE_DONE, DO, MUST_DO, is_participle, verb_of
from ingest.commitments.subjects_english import Subject, head_of, kind_of
from ingest.commitments.verdict import Voice
from ingest.commitments.words_english import (
    BINDING,
    CONCERNS,
    EVENT_VERBS,
    GIVEN,
    OUTCOME_VERBS,
    PASSIVES,
    STATES,
    TALK,
    THINGS,
)

WEIGHTS = Path(__file__).with_name("likeness.json")
UNSURE = frozenset({"thing-will", "will-else", "it-will", "third-party", "others-will-gain", "others-will-need"})
"""Rules that take what is left, and so may be wrong."""
LONG, SHORT = 160, 35  # characters


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_GAIN = _re(
    r"(?:feel|learn|enjoy|benefit|gain|become|thrive|succeed|be (?:able|better|easier|quicker|happier|safer|stronger)|"
    r"fall|rise|"
    r"improve|help|need|know|want|understand|mean|make a|bring|cost|save)\b"
)
_TREND = _re(r"(?:rise|fall|pass|come down|go (?:up|down)|reach|grow|drop|increase|decrease|shrink|double)\b")
_COPULA = _re(r"be (?:an?|the|as|more|less|too|very|so|of|like|\w+(?:er|ful|ous|able|al|ant|ent))\b")
_EFFECT = _re(
    r"(?:also |therefore |further |in turn )*(?:allow|enable|help|make|give|put|mean|bring|ensure|reduce|take some|end|"
    r"free|lead|"
    r"save|support|encourage|let|provide|align|strengthen|improve|build|contribute|equip|empower|offer|raise|enhance|promote|"
    r"inform|underpin|shape|complement|outline|describe|explain|address|focus|play|reflect|create|increase|deliver|draw)\b"
)
_COMPARED = _re(r"\b(?:more|fewer|less|better|easier|quicker|higher|lower|\w{3,}ier) \b")
_HEDGE = _re(
    r"\b(?:think|believe|hope|suspect|perhaps|expect|doubt|sure|confident|fear|(?-i:may)|might|could|likely|probably|suppose)\b"
)
_MUST = _re(r"\b(?:must|should|ought|need)\b")
_CHAMBER = _re(r"\b(?:question|motion|amendment|debate|point|speech|answer|turn|order|word|interven\w+|vote)\b")
_EVERY = _re(r"(?:every|all|each|any|no|more|another|up to|\d|the (?:rest|others|remaining)|those|nobody|nothing)\b")
_NAMED = re.compile(r"(?:^| )[A-Z]\w+ [A-Z]|[a-z] [A-Z]")
_OWNED = re.compile(r"'s\b|s'(?= )|^[A-Z]\w+$")
SHORTEST = 4  # letters: `she`, `they` and `it` are whoever the sentence before was about
_BY = re.compile(r"^be [\w-]+ed by ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A fitted model."""

    intercept: float
    threshold: float
    """The least probability at which a clause is taken for a promise."""
    weights: Mapping[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The fitted weights."""
    read = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(intercept=read["intercept"], threshold=read["threshold"], weights=read["weights"])


def features(clause: str, parsed: Parsed, *, voice: Voice, ahead: bool, later: bool) -> frozenset[str]:
    """Names of what holds of a clause with `will`; `ahead` and `later` as in `heard.py`."""
    kind = kind_of(parsed.subject)
    found = {
        f"voice {voice.value}": True,
        f"subject {kind.value}": True,
        "ahead": ahead,
        "later": later,
        "money": "£" in clause,
        "number": "£" not in clause and any(letter.isdigit() for letter in clause),
        "hedge": bool(_HEDGE.search(clause)),
        "compared": bool(_COMPARED.search(clause)),
        "must": bool(_MUST.search(clause)),
        "chamber": bool(_CHAMBER.search(clause)),
        "condition": bool(condition_in(clause)),
        "concerns": bool(CONCERNS.search(clause)),
        "long": len(clause) > LONG,
        "short": len(clause) < SHORT,
        "negative": parsed.negative,
        "announced": parsed.announced,
    }
    found |= _of_subject(parsed, kind)
    found |= _of_action(parsed, kind, ahead=ahead)
    return frozenset(name for name, holds in found.items() if holds)


def _of_subject(parsed: Parsed, kind: Subject) -> dict[str, bool]:
    named = kind is Subject.THIRD and bool(_NAMED.search(parsed.subject))
    return {
        "none": bool(NONE.match(parsed.subject)),
        "every": bool(_EVERY.match(parsed.subject)),
        "thing": bool(THINGS.search(head_of(parsed.subject))),
        "named": named,
        "people": kind is Subject.THIRD and not named,
        "pronoun": kind in {Subject.IT, Subject.THEY, Subject.PERSON},
    }


def _of_action(parsed: Parsed, kind: Subject, *, ahead: bool) -> dict[str, bool]:
    rest = parsed.rest
    be_done, do = BE_DONE.match(rest), DO.match(rest)
    word = be_done["done"].casefold() if be_done else ""
    passive = be_done is not None and is_participle(word)
    verb = ((do["verb"] or do["on"] or verb_of((do["ing"] or "").casefold())) if do else "").casefold()
    is_thing = kind in {Subject.THING, Subject.ANY, Subject.IT}
    third = kind is Subject.THIRD
    return {
        "passive": passive,
        "passive known": word in PASSIVES,
        "given": word in GIVEN,
        "be": be_done is not None and not passive,
        "by somebody": bool(_BY.match(rest)),
        "binding": verb in BINDING,
        "event": bool(EVENT_VERBS.match(rest)),
        "effect listed": bool(OUTCOME_VERBS.match(rest)),
        "effect": bool(_EFFECT.match(rest)),
        "gets": bool(GETS.match(rest)),
        "must do": bool(MUST_DO.match(rest)),
        "gain": bool(_GAIN.match(rest)),
        "trend": bool(_TREND.match(rest)),
        "copula": bool(_COPULA.match(rest)),
        "talk": bool(TALK.match(rest)),
        "state": bool(STATES.match(rest[3:])),
        "having": rest.startswith("have "),
        "thing, passive": is_thing and passive,
        "thing, ahead": is_thing and ahead,
        "third, passive": third and passive,
        "third, ahead": third and ahead,
    }


def likeness(found: frozenset[str], model: Weights) -> float:
    """The probability that a clause with these features promises."""
    score = model.intercept + sum(model.weights.get(name, 0.0) for name in found)
    return 1 / (1 + math.exp(-score))


def is_like_promise(clause: str, parsed: Parsed, *, rule: str, voice: Voice, ahead: bool, later: bool) -> bool:
    """Whether a clause that only an unsure rule took is a promise after all; what a body by name does itself is none."""
    if not is_unsure(rule, parsed) or not voice.binds:
        return False
    model = weights()
    return likeness(features(clause, parsed, voice=voice, ahead=ahead, later=later), model) >= model.threshold


def is_unsure(rule: str, parsed: Parsed) -> bool:
    """Whether a rule's word may be wrong: never of effects, and of others only where something is done to people not named."""
    done = BE_DONE.match(parsed.rest)
    is_done_to = (done is not None and is_participle(done["done"])) or bool(GETS.match(parsed.rest))
    if not is_done_to and any(words.match(parsed.rest) for words in (_GAIN, _TREND, _COPULA, _EFFECT)):
        return False
    if rule != "third-party":
        return rule in UNSURE
    return (
        is_done_to
        and not _NAMED.search(parsed.subject)
        and not _OWNED.search(parsed.subject)
        and len(parsed.subject) > SHORTEST
    )
