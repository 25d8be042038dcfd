"""Clauses of an English sentence: each modal that has a clause of its own, with its subject; does not judge what it asks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.duty_actors import Subject, bare_subject, head_of, subject_in
from ingest.duty_claims import Who
from ingest.duty_words_english import EMBEDDED, MODALS, PATTERN, Modal

_JOINT = re.compile(
    r"(?:,? (?:and|or|but|nor|then|so)|,)(?: (?:also|then|therefore|always|both|neither|in turn|if [^,]+,|where [^,]+,))*,? *$",
    re.IGNORECASE,
)
_WHO_BEHIND = re.compile(r",\s+(?:who|which)(?: (?:also|therefore|then|in turn))?\s*$", re.IGNORECASE)
_THAT = re.compile(r"\b(?:who|that|which)(?: (?:also|therefore|then|still|do|does))?\s*$", re.IGNORECASE)
_STRONG = re.compile(
    r"[;:]\s+|\s--?\s|\bthat (?=\S)|\bbecause (?=\S)|\bso that (?=\S)|,? but (?=\S)|"
    r"\balthough (?=\S)|\bwhereas (?=\S)|\bwhile (?=\S)|\bso (?=\S)|\bsince (?=\S)|\bthough (?=\S)|"
    r", (?:and|nor|or) (?=\S)| and (?=(?:they|it|he|she|the|a|an|each|every|all|any|"
    r"no|parents|pupils|schools|heads?|headteachers?|governors|local|governing|\w+ bodies)\b)|"
    r"\b(?i:what|how|whether|why|which|where|when|if|unless) (?=\S)"
)
_SPEAKER = re.compile(
    r"(?:^|\b(?:we|ministers|government|estyn|guidance|secretary|minister|it|document|"
    r"framework|plan|code|letter|statement|act|measure|laws?|regulations|order|"
    r"section \d\S*|which|policy|standards|also|\d{4}|and|contract|agreement))\s*$",
    re.IGNORECASE,
)
"""Who may ask something of others: `The Act requires schools to …`."""
_QUESTIONS = frozenset({"what", "how", "whether", "why", "which"})
_CONDITIONS = frozenset({"where", "when", "if", "unless"})
_INSIDE = (0, None)
"""A modal that stands inside another clause."""


class Place(NamedTuple):
    """A modal where it stands."""

    modal: Modal
    start: int
    end: int
    object: str
    """Whom it is asked of, where the words say so themselves: `requires schools to`."""


class Head(NamedTuple):
    """A modal with its subject."""

    place: Place
    left: int
    """Where the words before it begin: behind the modal before."""
    subject: Subject
    start: int
    """Where its clause begins, with its `and`."""


def heads_in(masked: str) -> list[Head]:
    """The modals that have a clause of their own; one inside another's clause belongs to its words."""
    found: list[Head] = []
    left = 0
    for place in _places(masked):
        start, subject = _subject(masked[left : place.start], place, first=not found)
        if subject is not None:
            found.append(Head(place, left, subject, left + start))
            left = place.end
    return found


def _places(masked: str) -> Iterator[Place]:
    for match in PATTERN.finditer(masked):
        number = next(n for n in range(len(MODALS)) if match[f"m{n}"] is not None)
        yield Place(MODALS[number], match.start(), match.end(), match.groupdict().get(f"object{number}") or "")


def _subject(segment: str, place: Place, *, first: bool) -> tuple[int, Subject | None]:
    """Where the clause of a modal begins in the words before it, and its subject; None for one inside another clause."""
    if place.object:
        return 0 if first else len(segment), _object(segment, place)
    if not first and (joint := _JOINT.search(segment)):
        return joint.start(), Subject(Who.SAME)
    if _WHO_BEHIND.search(segment):
        owner = subject_in(_last_clause(_WHO_BEHIND.sub("", segment)))
        return segment.rindex(","), owner if owner.who is Who.BODY else Subject(Who.THING, words="which")
    hangs = _THAT.search(segment) and not re.search(r"(?:^|[.;:] |, )(?:that|which)\s*$", segment, re.IGNORECASE)
    if hangs or (not first and not re.search(r"[,;:]|\band\b", segment)):
        return _INSIDE
    return _own_subject(segment)


def _object(segment: str, place: Place) -> Subject | None:
    """Whom something is asked of, by somebody who may ask it."""
    named = subject_in(place.object)
    speaks = place.modal.rule == "requirement" or _SPEAKER.search(segment)
    return named if named.who is Who.BODY and speaks else None


def _own_subject(segment: str) -> tuple[int, Subject | None]:
    begins, cut, opener = _opening(segment)
    clause = segment[cut:]
    words = bare_subject(clause)
    before = clause[: len(clause) - len(words)] if words and clause.endswith(words) else ""
    is_inside = opener in _QUESTIONS or (opener in _CONDITIONS and "," not in clause) or EMBEDDED.search(before)
    return begins, None if is_inside else subject_in(clause)


def _opening(segment: str) -> tuple[int, int, str]:
    """Where the clause that some words end in begins, with its opening word and behind it, and that word."""
    begins, cut, opener = 0, 0, ""
    for match in _STRONG.finditer(segment):
        # `schools that close`, `the head and the governors`: no clause begins there.
        joins = (
            match[0].strip(" ,") in {"and", "or", "that"} and head_of(bare_subject(segment[cut : match.start()])) is not None
        )
        if segment[match.end() :].strip() and not joins:
            begins, cut, opener = match.start(), match.end(), match[0].strip(" ,").casefold()
    return begins, cut, opener


def _last_clause(segment: str) -> str:
    cut = 0
    for match in re.finditer(
        r"[;:] |\bto (?=the|a|its|their|each)|\b(?:by|with|from|ask|tell|inform|consult|for) (?=the|a|its|their|each)", segment
    ):
        cut = match.end()
    return segment[cut:]
