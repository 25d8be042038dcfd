"""Abstain: whether what was found supports an answer, and if not, what it lacks; does not choose the words.

No score tells whether there is an answer at all (measured: best single signal AUROC .70), so support is a list of things
an answer must have: nearness in meaning, the years and names asked about, a date or number where one is asked for.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.words import terms
from search_api.kind import Kind
from search_api.question import Question
from search_api.select import Candidate, Selection

NEAR = 0.40
"""Cosine of question and best sentence under which nothing answers: on development questions .42 lost two right answers
more than it spared, .38 let one more false answer by."""
OFF_SUBJECT = 0.30
"""Cosine under which nothing found is about the question's subject."""
WORDS_COVERED = 1 / 3
"""Share of a question's terms that must be found where the model does not know its language."""

_ELSEWHERE = re.compile(
    r"\b(?:ofsted|dfe|department for education|ofqual|academy trusts?|multi-academy|education scotland|sqa|gtcs|ehcps?|"
    r"northern ireland|scotland|scottish|england|english schools)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-ZŴŶ][\w’'-]*(?: [A-ZŴŶ][\w’'-]*)*")
_NOT_NAMES = frozenset(
    "January February March April May June July August September October November December Ionawr Chwefror Mawrth Ebrill Mai "
    "Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr I Wales Welsh Cymru".split()
)
_GENERIC = (
    "deadline date change new guidance rule policy statutory plan report letter body money fund much happen meet say start end "
    "publish next latest review consult programme group minister government statement law legal require compulsory grant "
    "number many school year time announce"
)
"""Words that name no subject by themselves: a question of these alone could be about anything held."""


class Support(NamedTuple):
    """What an answer would lack."""

    lacking: str | None
    """Why the sentences chosen do not support an answer; None where they do."""
    off_subject: bool = False
    """True where nothing found is even about the question's subject."""


def support(question: Question, selection: Selection, chosen: Sequence[Candidate]) -> Support:
    """Whether the chosen sentences support an answer to a question: the first check that fails is the reason."""
    if not chosen:
        return Support("nothing was found", off_subject=True)
    if _is_elsewhere(question, chosen):
        return Support("it asks about another nation's system, which nothing found speaks of", off_subject=True)
    if _has_no_subject(question, selection):
        return Support("the question names no subject")
    near = _near(selection, chosen)
    if near.lacking:
        return near
    return next((Support(lacking) for check in _CHECKS if (lacking := check(question, selection, chosen))), Support(None))


def _is_elsewhere(question: Question, chosen: Sequence[Candidate]) -> bool:
    cue = _ELSEWHERE.search(question.text)
    return cue is not None and not any(cue[0].casefold() in candidate.text.casefold() for candidate in chosen)


def _near(selection: Selection, chosen: Sequence[Candidate]) -> Support:
    """Whether the best sentence is near enough: in meaning, or in words where there are no vectors."""
    if any(candidate.vector is not None for candidate in chosen):
        cosine = max(candidate.cosine for candidate in chosen)
        lacking = f"the nearest sentence is {cosine:.2f} from the question, under {NEAR}" if cosine < NEAR else None
        return Support(lacking, off_subject=cosine < OFF_SUBJECT)
    covered = frozenset[str]().union(*(candidate.covered for candidate in chosen))
    share = len(covered) / max(len(selection.told), 1)
    lacking = f"only {share:.0%} of the question's words are found" if share < WORDS_COVERED else None
    return Support(lacking, off_subject=not covered)


def _has_no_subject(question: Question, selection: Selection) -> bool:
    return question.language == "en" and selection.told.keys() <= _generic()


def _years(question: Question, _selection: Selection, chosen: Sequence[Candidate]) -> str | None:
    shown = " ".join(f"{one.text} {one.held.publication.title} {one.held.publication.date}" for one in chosen)
    missing = sorted(set(_YEAR.findall(question.text)) - set(_YEAR.findall(shown)))
    return f"nothing chosen speaks of {', '.join(missing)}" if missing else None


def _names(question: Question, selection: Selection, _chosen: Sequence[Candidate]) -> str | None:
    read = {one.held.publication.id: one.held for one in selection.candidates}.values()
    records = [f"{held.publication.publisher} {held.publication.author} {held.publication.title}" for held in read]
    known = " ".join([*records, *(held.document.text for held in read)]).casefold()
    named = [re.sub(r"['’]s\b", "", name) for name in _NAME.findall(question.text)]
    missing = [name for name in named if name not in _NOT_NAMES and name.casefold() not in known]
    return f"'{missing[0]}' is in nothing found" if missing else None


def _sort(_question: Question, selection: Selection, chosen: Sequence[Candidate]) -> str | None:
    if selection.kind in (Kind.WHEN, Kind.HOW_MUCH) and not any(candidate.holds_kind for candidate in chosen):
        return f"nothing chosen holds what a '{selection.kind}' question asks for"
    return None


_CHECKS: tuple[Callable[[Question, Selection, Sequence[Candidate]], str | None], ...] = (_years, _names, _sort)


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(terms(_GENERIC, "en"))
