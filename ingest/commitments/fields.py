"""Fields of a commitment: dates, amount, thing, whom it is for and about, read from its clause; does not class clauses."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.bodies import bodies_named
from corpus.commitment import Deliverable, Due, Operator
from ingest.commitments.due_hanging_english import hangs, leads
from ingest.commitments.due_hanging_welsh import hangs_welsh, leads_welsh
from ingest.commitments.due_words_english import ENGLISH
from ingest.commitments.due_words_welsh import WELSH
from ingest.commitments.dues import Placed, dues_in

LANGUAGES = {"en": ENGLISH, "cy": WELSH}
_NOT_FOR = frozenset(
    {
        "welsh-ministers",
        "senedd",
        "estyn",
        "oecd",
        "wlga",
        "adew",
        "qualifications-wales",
        "medr",
        "adnodd",
        "dysgu",
        "ncg",
        "sipp",
        "ewc",
        "nael",
    }
)
_BESIDE = {
    "en": re.compile(
        r"\b(?:with|by|from|between|alongside|of|about)(?: (?:all|our|the|local|other|every|each|some|these|those|and|young|"
        r"\w+ and|\w+, \w+ and))* \Z",
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r"\b(?:gyda|gydag|gan|oddi wrth|rhwng|ynghylch|am|ar ran)(?: (?:yr?|ein|holl|pob|bob))* \Z", re.IGNORECASE
    ),
}
"""Words before those who only take part: `work with schools`, `the plans of governors`."""
REACH = 60


def placed_dues(words: str, made_on: date | None, language: str) -> tuple[Placed, ...]:
    """Words of time in a sentence in plain letters."""
    return dues_in(words, made_on, LANGUAGES[language])


_HANGS = re.compile(
    r", (?:the first|the last|one(?! (?:after|by)\b)|two|of which|some|as (?:was|were)) [^;]*$|, (?:[^,;]{1,40} )?(?:which|"
    r"whom|whose|who) "
    r"(?!should\b|(?:is|are) (?:due|expected|to)\b|(?:we|I) (?:expect|anticipate|hope|intend|aim)\b|will be (?:complete|ready|"
    r"done|published|available)\b)[^,;]*$|"
    r"\b(?:that|which|who) [^,;]{0,60}\b(?!(?:right|might|night|eight|seven|often|children|open|ten|women|even|then|when|green|"
    r"grade|field)\b)\w+(?:ed|en|ght|ade|eld)(?: \w+)? $|"
    r", (?:and )?(?:the (?:next|second|third|last|rest)|another third|another half)(?: one| of them)? $|"
    r"\b(?:if|when(?! (?:I|we) (?:next )?(?:see|meet|visit|speak|go)\b)|once(?! (?:an?|every|each|more|again)\b)|unless|"
    r"because|since|although|whose|whether|so that|in order that) "
    r"[^,;]*$|"
    r"\bnot (?:yet )?\w+(?:ed|en|un) $|"
    r"(?<!be )(?<!being )(?<!been )(?<!now )(?<!also )(?<!next )(?<=[\w,)] )(?:published|announced|issued|launched|promised|"
    r"made|held|agreed|laid|passed|signed|set out|given|"
    r"received|ending|ended|worth|dated|taken)(?: (?:in|on|by|of|during))? $",
    re.IGNORECASE,
)
"""Words behind which a date is another clause's: a condition's, or of a part (`, the first of them in May`)."""
_EVERY = re.compile(r"\b(?:each|every) [\w ]{2,30}, (?:the first|beginning|starting)\b", re.IGNORECASE)
"""As in `each September, the first of them in 2026`: the first is when it is due."""
_SHARED = re.compile(r", the first\b[^;,]{3,60} and the (?:second|last|other|others|rest|next|remainder)\b", re.IGNORECASE)
"""As in `in two parts, the first in May and the second in June`: all of it is told, part by part."""
_ANNOUNCED = re.compile(r"\bthat\b")
"""Behind a date, it is the day of announcing: `I can confirm today that`."""


def dues_of(
    words: str,
    placed: Sequence[Placed],
    start: int,
    end: int,
    *,
    action_at: int,
    subject_at: int,
    made_on: date | None,
    language: str = "en",
) -> tuple[Due, ...]:
    """The dates of a clause between two offsets: those behind its verb first, then those that lead up to it.

    Left out are dates inside its subject (`the plan of May 2024`), behind `of`, and past ones.
    """
    every = _EVERY.search(words[action_at:end])
    shared = _SHARED.search(words[action_at:end])
    leading: list[Placed] = []
    behind: list[Placed] = []
    left_out: Placed | None = None
    told_to = 0
    for one in (one for one in placed if start <= one.start < end):
        is_behind = one.start >= action_at
        is_in_subject = subject_at <= one.start and not is_behind
        its_own = behind if is_behind else None if is_in_subject and not _opens(words[subject_at : one.start], one) else leading
        if one.preposition.casefold() in {"of", "since"} or its_own is None or _goes_with(words, left_out, one):
            is_own = False
        elif its_own is behind:
            is_own = bool(every or shared) or not (
                hangs_welsh(words, action_at, one, made_on)
                if language == "cy"
                else _HANGS.search(words[action_at : one.start]) or hangs(words, action_at, one, made_on, told_to=told_to)
            )
        else:
            between = words[one.end : subject_at]
            its = leads_welsh if language == "cy" else leads
            is_own = not _ANNOUNCED.search(between) and its(words[start : one.start], one, between, made_on)
        if is_own and its_own is not None:
            its_own.append(one)
        left_out = None if is_own else one
        told_to = one.end
    # `the budget for 2027-28 in December`: what a thing is for is no date of its own where another is there.
    ordered = sorted((*leading, *behind), key=lambda one: one.preposition.casefold() in {"for", "ar gyfer"})
    kept = [one.due for one in ordered if not _is_past(one.due, made_on)]
    exact = [due for due in kept if not due.vague]
    return tuple(dict.fromkeys((*exact, *(due for due in kept if due.vague))))


def header_dues(words: str, placed: Sequence[Placed], made_on: date | None, language: str) -> tuple[Due, ...]:
    """The dates that the words introducing a list give all its items: not that of `Following the summit in June, we will:`."""
    its = leads_welsh if language == "cy" else leads
    return tuple(
        one.due
        for one in placed
        if one.preposition.casefold() not in {"of", "since"}
        and its(words[: one.start], one, words[one.end :], made_on)
        and not _is_past(one.due, made_on)
    )


def _opens(before: str, one: Placed) -> bool:
    """Whether words of time taken for part of a subject stand in front of it: `that in twelve months every school`."""
    return bool(one.preposition) and (not before or before.endswith((": ", "that ")))


def _goes_with(words: str, left_out: Placed | None, one: Placed) -> bool:
    """Whether a day only goes on from one that is another thing's: `the meetings of 14 January and 4 March`."""
    if left_out is None or one.preposition.casefold() not in {"", left_out.preposition.casefold()}:
        return False
    return _COUPLED.fullmatch(words, left_out.end, one.start) is not None


_COUPLED = re.compile(r",? (?:and|or|ac?|neu) |, ", re.IGNORECASE)


def _is_past(due: Due, made_on: date | None) -> bool:
    """Whether a day had gone by: also one without a year, so far ahead that the last such day must be meant."""
    if made_on is None or due.first is None or due.last is None:
        return False
    if due.last < made_on:
        return True
    is_bare = due.operator is Operator.ON and due.rule in _BARE and not _YEAR.search(due.words)
    return is_bare and (due.first - made_on).days > FAR


_BARE = frozenset({"day-short", "month-short", "month", "part"})
FAR = 300
"""Days ahead of which a day without a year was most likely past when it was said: `on 30 January`, said in February."""
_YEAR = re.compile(r"20\d\d|next|coming|following|nesaf|i ddod", re.IGNORECASE)


def beneficiaries_of(words: str, language: str) -> tuple[str, ...]:
    """Ids of the bodies and people that a promise is for, in order, each once: those it names but for its own doers."""
    found = []
    for named in bodies_named(words, language):
        before = words[max(0, named.span.start - REACH) : named.span.start]
        if named.body not in _NOT_FOR and not _BESIDE[language].search(before):
            found.append(named.body)
    return tuple(dict.fromkeys(found))


def specificity_of(kind: Deliverable, dues: Sequence[Due], *, counted: bool, beneficiaries: Sequence[str]) -> int:
    """0 to 3 (methods 5.2): a thing of a known kind, a date that is not vague, an amount or those it is for."""
    return int(kind is not Deliverable.OTHER) + int(any(not due.vague for due in dues)) + int(counted or bool(beneficiaries))
