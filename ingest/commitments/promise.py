"""A promise of an English clause with `will` as a verdict: how strong its verb makes it, and what form it has; finds none."""

import re

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.heard import Heard
from ingest.commitments.leads_english import ADVERB
from ingest.commitments.verdict import OTHER, Verdict
from ingest.commitments.words_english import BINDING, FIRM_AFTER_ALL, WEAK_PASSIVES, WEAK_VERBS

DO = re.compile(
    rf"(?:be(?: {ADVERB})* (?P<ing>[\w-]+ing)\b|continu(?:e|ing) (?:to )?(?:be )?(?:{ADVERB} )?(?P<on>[\w-]+)|"
    r"(?P<verb>[\w-]+))",
    re.IGNORECASE,
)
"""What is done: `be publishing`, `continue to fund`, `publish`."""
_MADE = r"made(?= (?:available|public|free|statutory|mandatory|compulsory|permanent|law|clear|easier|simpler|known)\b)"
BE_DONE = re.compile(
    rf"(?:continue to )?(?:be|get|have been)(?: (?:{ADVERB}|{_MADE}|both|all|in turn|jointly))*,? (?P<done>[\w-]+)(?P<rest>.*)",
    re.IGNORECASE,
)
"""What is done to something: `be published`."""
MUST_DO = re.compile(
    r"(?:need|have|want|be (?:required|expected|asked|encouraged|needed|responsible|obliged|invited)) (?:to|for)\b",
    re.IGNORECASE,
)


def promise(rule: str, heard: Heard, form: Form) -> Verdict:
    """The verdict that a clause promises, found by a rule."""
    parsed = heard.parsed
    if parsed is None:
        return OTHER
    return Verdict(
        kind=Kind.COMMITMENT,
        rule=rule,
        form=form,
        strength=strength_of(parsed.rest),
        subject=parsed.subject,
        action=parsed.rest.strip(" .;,"),
        negative=parsed.negative,
        action_at=parsed.rest_at,
    )


def strength_of(rest: str) -> Strength:
    """Firm or weak, by the verb behind `will`: of `continue to work with`, by `work`."""
    if _ASK.match(rest):
        return Strength.DELEGATED
    found = DO.match(rest)
    done = BE_DONE.match(rest)
    if done and not (found and found["ing"]):
        return Strength.WEAK if done["done"].casefold() in WEAK_PASSIVES else Strength.FIRM
    words = rest
    if found and found["on"]:
        words = rest[found.start("on") :]
    elif found and found["ing"]:
        words = verb_of(found["ing"].casefold()) + rest[found.end("ing") :]
    words = re.sub(r"^(\w+)ing\b", lambda one: verb_of(one[0]), words)
    is_weak = WEAK_VERBS.match(words) and not FIRM_AFTER_ALL.match(words)
    return Strength.WEAK if is_weak else Strength.FIRM


def verb_of(ing: str) -> str:
    """A verb from its `-ing`: `publishing` -> publish, `making` -> make, `running` -> run."""
    stem = ing.removesuffix("ing")
    if stem in BINDING:
        return stem
    if f"{stem}e" in BINDING:
        return f"{stem}e"
    return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in BINDING else stem


_ASK = re.compile(r"(?:be )?(?:ask|invit|instruct|task|direct|request)(?:e|ing)?\b[^;]{2,120}? to (?!help\b)\w", re.IGNORECASE)


def is_participle(word: str) -> bool:
    """Whether a word may be one that something is done by: `suspended`, `put`, `taken`."""
    folded = word.casefold()
    return bool(_PARTICIPLE.fullmatch(folded)) and folded not in _STATES_OF_MIND


_PARTICIPLE = re.compile(
    r"[\w-]{2,}(?:ed|en|wn|ft|pt|lt|nt|ght)|put|set|made|done|held|laid|paid|said|told|read|cut|let|built|kept|led|run|"
    r"spread|shut|met|sold|found|heard|bound|won|begun|sung|borne|lent|fed|struck|swept|bought|hung|rid|split|shared|gone|"
    r"come|done"
)
_STATES_OF_MIND = frozenset(
    """needed expected required based seen felt heard known told reminded pleased delighted tempted interested
    concerned worried convinced satisfied disappointed surprised tired relieved forgotten remembered missed loved
    judged aware confused frightened inclined used supposed asked pent often even open golden sudden wooden
    different important excellent present frequent evident silent urgent patient content left faced affected spared
    shocked involved enjoyed driven shaped guided underpinned aligned balanced ten seven eleven sacred red""".split()
)
