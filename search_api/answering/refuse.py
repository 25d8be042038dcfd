"""Refuse: why what was found is no answer, the first reason that applies (methods 3.1); None where it is one.

First what rules an answer out whatever its chance: another nation, no subject, a day or a name nothing held speaks of, the
wrong sort of words. Then the chance itself, against the threshold of the mode asked for. Does not word the reasons.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from corpus.errors import InvalidQuery
from index.words import terms
from search_api.answering.answer import Refusal
from search_api.answering.choose import Chosen
from search_api.answering.select import Selection
from search_api.question.asked_for import holds_wanted, wanted
from search_api.question.kind import Kind
from search_api.question.mode import Mode
from search_api.question.question import Question

THRESHOLDS = Path(__file__).parent / "thresholds.json"
"""Written by `canllaw eval calibrate`, each with the bound on wrong answers that it keeps."""
OFF_SUBJECT = 0.30
"""Cosine under which nothing found is about the question's subject (development questions)."""
ON_SUBJECT = 0.45
"""Cosine of the best passage from which texts on the subject are held, whether or not they answer."""
LOOKED_AT = 5
"""Sentences among which one must hold a day or a number, where one is asked for."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-ZŴŶ][\w’'-]*(?: [A-ZŴŶ][\w’'-]*)*")
_NOT_NAMES = frozenset(
    "January February March April May June July August September October November December Ionawr Chwefror Mawrth Ebrill Mai "
    "Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr I Wales Welsh Cymru Cymraeg English Act Code Year Key Stage Head "
    "Minister Government Governors Governor School Schools Council Councils Cabinet Secretary Education".split()
)
_PLAIN = re.compile(r"[^\W_]+")
_GENERIC = (
    "deadline date change new guidance rule policy statutory plan report letter body money fund much happen meet say start end "
    "publish next latest review consult programme group minister government statement law legal require compulsory grant "
    "number many school year time announce amount get know tell find"
)
"""Words that name no subject by themselves: a question of these alone could be about anything held."""


class Lacking(NamedTuple):
    """What an answer would lack."""

    refusal: Refusal
    why: str
    """For logs and evaluation; pages word the refusal."""
    by_chance: bool = False
    """True where nothing but the chance of a right answer spoke against one."""


Thresholds = Mapping[str, Mapping[str, float | int | str | None]]
"""By mode: `tau`, the least chance of an answer; or None, with the `reason`."""


def refuse(
    question: Question, selection: Selection, chance: float, *, last_day: date | None, thresholds: Thresholds | None = None
) -> Lacking | None:
    """Why there is no answer; `last_day` is the latest date of what was searched.

    Raises InvalidQuery for a mode without data.
    """
    least = threshold(question.mode, thresholds)
    if not selection.chosen:
        only = question.filters.language
        return Lacking(Refusal.LANGUAGE if only else Refusal.OFF_TOPIC, f"nothing was found{f' in {only}' if only else ''}")
    for check in _CHECKS:
        lacking = check(question, selection, last_day)
        if lacking:
            return lacking
    return _below(selection, chance, least)._replace(by_chance=True) if chance < least else None


def threshold(mode: Mode, thresholds: Thresholds | None = None) -> float:
    """The least chance at which an answer is given in a mode; raises InvalidQuery where calibration could not support one."""
    every = thresholds or packaged_thresholds()
    found = every[mode.value]
    if found["tau"] is None:
        usable = [name for name, one in every.items() if one["tau"] is not None]
        raise InvalidQuery(
            f"mode='{mode}' is not offered: {found['reason']}. Use one of: {', '.join(usable)}.",
            field="mode",
        )
    return float(found["tau"])


@lru_cache(maxsize=1)
def packaged_thresholds() -> Thresholds:
    """The thresholds in use."""
    read: Thresholds = json.loads(THRESHOLDS.read_text(encoding="utf-8"))["modes"]
    return read


def _below(selection: Selection, chance: float, least: float) -> Lacking:
    """What a chance under the threshold means: nothing on the subject, or texts on it that do not say what was asked."""
    why = f"the chance of a right answer is {chance:.2f}, under {least:.2f}"
    first = selection.chosen[0].scored.measured
    if first.vector is None:
        return Lacking(Refusal.NEAR_MISS if first.covered else Refusal.OFF_TOPIC, why)
    cosine = max(one.measured.features["cosine"] for one in selection.ranked[:LOOKED_AT])
    near = max((hit.dense or 0.0 for hit in selection.hits), default=0.0)
    if max(cosine, near) < OFF_SUBJECT:
        return Lacking(Refusal.OFF_TOPIC, why)
    return Lacking(Refusal.NEAR_MISS if near >= ON_SUBJECT else Refusal.NO_EVIDENCE, why)


def _elsewhere(question: Question, selection: Selection, _last_day: date | None) -> Lacking | None:
    cue = question.understood.elsewhere.casefold()
    if not cue or any(cue in one.scored.measured.candidate.text.casefold() for one in selection.chosen):
        return None
    return Lacking(Refusal.OTHER_NATION, f"'{cue}' is of another nation's system, which nothing chosen speaks of")


def _no_subject(question: Question, selection: Selection, _last_day: date | None) -> Lacking | None:
    if question.language == "en" and selection.told.keys() <= _generic():
        return Lacking(Refusal.UNDERSPECIFIED, "the question names no subject")
    return None


def _not_yet(question: Question, selection: Selection, last_day: date | None) -> Lacking | None:
    missing = _years_missing(question, selection)
    later = [year for year in missing if last_day and int(year) > last_day.year]
    return Lacking(Refusal.NOT_YET, f"nothing held reaches {later[0]}") if later else None


def _years(question: Question, selection: Selection, _last_day: date | None) -> Lacking | None:
    missing = _years_missing(question, selection)
    return Lacking(Refusal.NEAR_MISS, f"nothing chosen speaks of {', '.join(missing)}") if missing else None


def _years_missing(question: Question, selection: Selection) -> list[str]:
    records = (one.scored.measured.candidate.held.publication for one in selection.chosen)
    shown = " ".join([*map(_shown, selection.chosen), *(f"{record.title} {record.date}" for record in records)])
    as_of = {str(question.filters.as_of.year)} if question.filters.as_of else set()
    return sorted(set(_YEAR.findall(question.text)) - set(_YEAR.findall(shown)) - as_of - selection.replaced_years)


def _shown(one: Chosen) -> str:
    """The words of a chosen sentence with those it leans on."""
    candidate = one.scored.measured.candidate
    return f"{candidate.words(one.context)} {candidate.text}"


def _names(question: Question, selection: Selection, _last_day: date | None) -> Lacking | None:
    read = {one.measured.candidate.held.publication.id: one.measured.candidate.held for one in selection.ranked}.values()
    records = [f"{held.publication.publisher} {held.publication.author} {held.publication.title}" for held in read]
    known = frozenset(_PLAIN.findall(" ".join([*records, *(held.document.text for held in read)]).casefold()))
    for name in _NAME.findall(question.text):
        plain = re.sub(r"['’]s?\b", "", name)
        words = [word for word in plain.split() if word not in _NOT_NAMES]
        parts = _PLAIN.findall(" ".join(words).casefold())
        if parts and not all(known & {part, part.removesuffix("s"), f"{part}s"} for part in parts):
            return Lacking(Refusal.NOT_HELD, f"'{plain}' is in nothing found")
    return None


def _sort(question: Question, selection: Selection, _last_day: date | None) -> Lacking | None:
    thing = wanted(selection.kind, question.text, question.language)
    if thing and not holds_wanted(thing, [_shown(one) for one in selection.chosen]):
        return Lacking(Refusal.NEAR_MISS, f"nothing chosen holds {thing}")
    if selection.kind in (Kind.WHEN, Kind.HOW_MUCH, Kind.HOW_LONG) and all(
        one.scored.measured.features["untyped"] for one in selection.chosen
    ):
        return Lacking(Refusal.NEAR_MISS, f"nothing chosen holds what a '{selection.kind}' question asks for")
    return None


_CHECKS: Sequence[Callable[[Question, Selection, date | None], Lacking | None]] = (
    _elsewhere,
    _no_subject,
    _not_yet,
    _years,
    _names,
    _sort,
)


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(terms(_GENERIC, "en"))
