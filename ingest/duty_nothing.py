"""Why an English modal asks nothing of anybody: it guesses, tells what somebody said, or takes a duty away.

A table of reasons, the first that fits is given; does not read a sentence.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from corpus.duty import Level
from ingest.duty_actors import PATIENTS, Subject
from ingest.duty_claims import Who
from ingest.duty_passives import is_passive
from ingest.duty_words_english import (
    ABSENCE,
    ASKED_ABOUT,
    CHANGES,
    LAWFUL,
    NOT_MAY,
    NOT_MUST,
    NOT_SHOULD,
    SAID,
    UNREAL,
    Modal,
)

_CONDITION_FIRST = re.compile(r"^(?:if|where|when|once|unless|after|before)\b[^,]*,", re.IGNORECASE)
_DEMONSTRATIVE = re.compile(r"^(?:this|that|these changes|such \w+|doing so|that way)$", re.IGNORECASE)
_WE = re.compile(r"^(?:we|i)(?: all| both| also)?$", re.IGNORECASE)
_RHETORIC = re.compile(
    r"^(?:not )?(?:all |also |now |always |never |continue to |together )*(?:remember|"
    r"recognise|accept|acknowledge|forget|be (?:clear|honest|proud|bold|ambitious|careful|"
    r"sure|realistic|mindful)|do (?:more|better|all|everything)|"
    r"go further|work together|act|ask ourselves|face|learn|celebrate|listen|look|see|"
    r"never|build|strive|get (?:this|it) right|admit|consider whether|avoid|expect|celebrate|"
    r"not)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^(?:no|none|nor|neither|nobody|no one|no-one|nothing)\b", re.IGNORECASE)
_OF_WISHES = re.compile(
    r"be (?:noted|remembered|said|stressed|borne|recognised|emphasised|understood|clear|possible|easy|acknowledged|added|"
    r"pointed)\b"
)
_OF_TEXTS = re.compile(r"(?:include|cover|set out|happen|take place|be (?:a|an|the|done|in|at|by|no))\b")
_OF_LEARNERS = re.compile(r"(?:catch|feel|know|learn|be|have|develop|understand|see|succeed)\b")
_ORDERS = re.compile(
    r"(?:be|not|also|ensure|have|make|take|use|set|include|publish|keep|consider|provide|give|show|agree|ask|tell|review)\b"
)
"""Verbs that follow a bare `should`: another begins a condition, `Should a parent wish …`."""
_OF_GAINS = re.compile(
    r"(?:also )?(?:be (?:congrat|proud|prais|commend|thank|better off|pleas)|benefit|see |find |notice|feel|enjoy|expect|gain|"
    r"experience|receive|have (?:been|known|come|gone|felt|had|benefit|improved))"
)
"""What even a body is only hoped to do."""
_LEAVE_OF_THINGS = re.compile(
    r"be (?:in|on|at|up to|no more|held|as)\b|(?:include|take place|run|last|apply|stand|start|begin|end|travel|ask|not|only|"
    r"drive|use|carry|act|visit|join|serve|sit|order|charge|give|keep|hold|refuse|make|set|let|leave|bring|wear|enter|appeal|"
    r"borrow|delegate|decide|choose|extend|vary|pay|hire|lend|stay|attend|vote)\b"
)
"""What somebody unknown, or a thing, is given leave to do."""
_HANGING = re.compile(
    r"(?P<thing>.+?) (?:the |all |each |every |a |local |governing |individual )?(?:schools?|governors|bodies|body|authorit\w+|"
    r"they|it|you|we|headteachers?|pupils|parents|teachers|staff|learners)$",
    re.IGNORECASE,
)


class Asking(NamedTuple):
    """A modal with the words around it."""

    modal: Modal
    words: str
    ahead: str
    """The words before it, from the modal before."""
    behind: str
    subject: Subject
    whole: str
    """All the words of the sentence before it."""

    @property
    def is_thing(self) -> bool:
        """True where no body is the subject."""
        return self.subject.who is Who.THING

    @property
    def bodies(self) -> set[str]:
        """The bodies that are the subject."""
        return {actor.body for actor in self.subject.actors}


def why_not(asking: Asking) -> str:
    """The reason why a modal asks nothing; empty where it asks something."""
    return next((reason for reason, applies in _REASONS if applies(asking)), "")


def _is_taken_away(one: Asking) -> bool:
    return bool(re.search(r"\bnot\b.*\b(?:required|obliged|bound|expected) to", one.words) or ABSENCE.search(one.ahead.strip()))


def _is_unreal(one: Asking) -> bool:
    if one.words.startswith("be "):
        return bool(re.search(r"\b(?:would|could|might|can|to|may|not)$", one.ahead.strip()))
    return one.modal.rule in {"have-to", "need-to", "expects", "requires"} and bool(UNREAL.search(one.ahead.strip()))


def _is_said(one: Asking) -> bool:
    matrix = _CONDITION_FIRST.sub("", one.whole.rpartition("; ")[2])
    return bool(SAID.search(matrix)) and not LAWFUL.search(matrix)


def _is_rhetoric(one: Asking) -> bool:
    if not _WE.match(one.subject.words):
        return False
    return (
        bool(_RHETORIC.match(one.behind))
        or one.modal.level is Level.MAY
        or one.modal.rule in {"have-to", "need-to", "expected-to"}
    )


def _hangs(one: Asking) -> bool:
    """Whether the subject is a thing with a clause on it: `the steps schools should take`."""
    before = re.sub(r"(?:the |all |each |every )?[\w' ]+$", "", one.ahead)
    if ASKED_ABOUT.search(before) and not one.ahead.strip().endswith(","):
        return True
    parts = _HANGING.match(one.subject.words) if one.is_thing else None
    return bool(parts and ASKED_ABOUT.search(parts["thing"]))


def _is_effect(one: Asking) -> bool:
    if _DEMONSTRATIVE.match(one.subject.words):
        return not is_passive(one.behind) and not _OF_TEXTS.match(one.behind)
    return one.is_thing and bool(CHANGES.match(one.behind))


def _is_remark(one: Asking) -> bool:
    return one.subject.who is Who.IT and bool(_OF_WISHES.match(one.behind))


def _is_guess(one: Asking) -> bool:
    if one.modal.level is not Level.MUST:
        return False
    has_to = one.modal.rule == "have-to" and one.is_thing and not one.behind.startswith("be ")
    return bool(NOT_MUST.match(one.behind)) or has_to


def _is_hope(one: Asking) -> bool:
    if one.modal.level is not Level.SHOULD:
        return False
    if not one.ahead.strip() and one.modal.rule == "should" and not _ORDERS.match(one.behind):
        return True
    if one.modal.rule in {"expected-to", "encouraged-to"}:
        return one.subject.who in {Who.THING, Who.IT, Who.NOBODY} and not is_passive(one.behind)
    if one.subject.who is Who.BODY and one.bodies.isdisjoint(PATIENTS):
        return bool(NOT_SHOULD.match(one.behind) and _OF_GAINS.match(one.behind))
    return bool(NOT_SHOULD.match(one.behind))


def _is_chance(one: Asking) -> bool:
    if one.modal.level is not Level.MAY:
        return False
    is_strange = one.is_thing or (one.subject.who is Who.IT and one.subject.words.casefold() == "it")
    if one.modal.rule != "may":
        return is_strange and one.modal.rule == "can-choose"
    return bool(NOT_MAY.match(one.behind)) or (
        is_strange and not is_passive(one.behind) and not _LEAVE_OF_THINGS.match(one.behind)
    )


def _is_want(one: Asking) -> bool:
    if one.modal.level is not Level.NEEDS:
        return False
    is_of_learners = one.subject.who is Who.BODY and one.bodies <= {"learner"} and bool(_OF_LEARNERS.match(one.behind))
    return is_of_learners or bool(_NOBODY.match(one.subject.words))


_REASONS: tuple[tuple[str, Callable[[Asking], bool]], ...] = (
    ("takes a duty away", _is_taken_away),
    ("only supposed", _is_unreal),
    ("somebody's opinion", _is_said),
    ("speaks of ourselves", _is_rhetoric),
    ("a clause on a thing", _hangs),
    ("what follows from something", _is_effect),
    ("a remark", _is_remark),
    ("a guess", _is_guess),
    ("a hope", _is_hope),
    ("a chance", _is_chance),
    ("a want", _is_want),
)
