"""Short: the few words inside a quotation that answer a when, how much, how long or who, and their value in one form.

The word that ties them stays with them (`by 1 April 2025`, never `1 April 2025` alone). Does not choose the quotation.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from corpus.mutation import any_of
from corpus.passage import Span
from index.words import terms
from search_api.answering.answer import Short
from search_api.answering.candidates import Candidate
from search_api.answering.short_amount import find_amounts
from search_api.answering.short_found import WORD, Found, is_named
from search_api.answering.short_when import find_lengths, find_when
from search_api.answering.short_who import find_names
from search_api.question.kind import LONGEST, Kind
from search_api.question.persons import is_person

MOST_NAMES = 2
NEAR = 10
"""Characters away at which a word of the question counts half."""
_TIE = re.compile(
    r"(?:\b(?:no later than|not later than|at the latest by|by the end of|before the end of|from the start of|at the end of|by|"
    r"from|until|till|before|after|on|since|in|during|between|within|up to|at least|at most|more than|less than|fewer than|"
    r"over|at|under|about|around|nearly|almost|approximately|a maximum of|a minimum of|no more than|"
    r"erbyn|o|hyd|tan|cyn|ar ôl|ar|ers|yn|rhwng|o fewn|hyd at|o leiaf|dim mwy na|mwy na|llai na|tua|bron|ym|yng)"
    r"\s+(?:(?:the|yr?|mis|\w+day|dydd\s+\w+)\s+)?)+$",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"(?:costs?|costing|charge[ds]?|paid|pays?|earns?|salary|fees?|price|spen[dt]|spending|budget|sums?|money|funding|cash|grants?|"
    rf"allowance|{any_of('cost costio costiodd cyflog swm symiau arian cyllid cyllideb grant tâl talu')})"
)
_OF_SHARES = re.compile(rf"(?:percentage|percent|cent|proportion|share|fraction|{any_of('canran cyfran')})")
_COUNTED = re.compile(r"(?:many|number|sawl|nifer)")
"""Words of a question that asks for a sum, for a share, or for a number of things, which may be `number of grants`."""
_OF_BODIES = frozenset(
    "body bodies organisation organisations group board council councils authority authorities committee school schools union "
    "unions charity corff sefydliad grŵp bwrdd cyngor awdurdod ysgolion pwyllgor".split()
)
_WHICH = frozenset({"which", "what", "pa", "ba"})
"""Words of a question that asks for a body and not for a person."""
_OF_DAYS = frozenset("date day dates dyddiad ddyddiad diwrnod ddiwrnod".split())
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$|^\d{1,2} [a-z]+$")
_SHARE = re.compile(r"%$| in | o bob |^0\.\d+$")
_OF_EVERY = re.compile(r" in | o bob ")
_OF_SUMS = frozenset("much most least maximum minimum faint mwyaf lleiaf uchafswm isafswm".split())
"""Words of a question that a sum answers rather than a number, where a sentence has both."""
_WAS = re.compile(r"\b(?:from|o)\s+$", re.IGNORECASE)
_BECAME = re.compile(r"(?:\s+(?:in|yn)\s+\S+)?\s+(?:to|i)\s+(?=[£\d])", re.IGNORECASE)
"""`from 8.4% to 18.8%`: what was asked for is rather the second."""


def short_of(kind: Kind, candidate: Candidate, told: Mapping[str, float], named: frozenset[str]) -> Short | None:
    """The words of a candidate that answer, nearest to the question's own; None for a kind that has no short answer.

    `told` is how much each term of the question tells, `named` the words of the question, folded: what they name themselves
    they cannot ask for.
    """
    find = _FINDERS.get(kind)
    if find is None:
        return None
    text = candidate.held.document.text[candidate.span.start : candidate.span.end][:LONGEST]
    found = _fittest(kind, text, find(text, candidate.held.document.language, named), named)
    if not found:
        return None
    places = _places(text, told, candidate.held.document.language)
    best = max(found, key=lambda one: (_nearness(text, one.span, places), -one.span.start))
    tie = _TIE.search(text[: best.span.start]) if kind is not Kind.WHO else None
    start = tie.start() if tie else best.span.start
    span = Span(candidate.span.start + start, candidate.span.start + best.span.end)
    return Short(span=span, words=" ".join(text[start : best.span.end].split()), value=best.value)


def names_many(kind: Kind, candidate: Candidate, named: frozenset[str]) -> bool:
    """Whether a sentence names so many for a "who" that setting one above it would mislead."""
    if kind is not Kind.WHO:
        return False
    text = candidate.text[:LONGEST]
    found = _fittest(kind, text, find_names(text, candidate.held.document.language, named), named)
    return len({one.value.casefold() for one in found}) > MOST_NAMES


def _fittest(kind: Kind, text: str, found: Iterable[Found], named: frozenset[str]) -> Sequence[Found]:
    """Those of the sort that is asked for: a sum for a cost, a share for a share, a person for a "who" that names no body."""
    found = [one for one in found if not is_named(one.value, named) and not is_named(text[slice(*one.span)], named)]
    wanted: Sequence[Found] = ()
    if kind is Kind.HOW_MUCH:
        shares = [one for one in found if not one.value.endswith("GBP") and _SHARE.search(one.value)]
        if any(_OF_SHARES.fullmatch(word) for word in named):
            return shares
        if any(map(_OF_MONEY.fullmatch, named)) and not any(map(_COUNTED.fullmatch, named)):
            return [one for one in found if one.value.endswith("GBP")] or shares
        sums = [one for one in found if one.value.endswith("GBP")] if named & _OF_SUMS else ()
        wanted = sums or [one for one in found if not _is_past(text, one.span) and not _OF_EVERY.search(one.value)]
    elif kind is Kind.WHEN and named & _OF_DAYS:
        wanted = [one for one in found if _DAY.search(one.value)]
    elif kind is Kind.WHO and not (named & _OF_BODIES and named & _WHICH):
        wanted = [one for one in found if is_person(one.value)]
    return wanted or found


def _is_past(text: str, span: Span) -> bool:
    return bool(_WAS.search(text[: span.start]) and _BECAME.match(text[span.end :]))


def words_of(question: str) -> frozenset[str]:
    """The words of a question, folded: what it names itself."""
    return frozenset(WORD.findall(question.casefold()))


def _places(text: str, told: Mapping[str, float], language: str) -> list[tuple[int, float]]:
    """Where words of the question stand in a text, with how much each tells."""
    found = ((match.start(), terms(match[0], language)) for match in WORD.finditer(text))
    return [(place, told[term]) for place, made in found for term in made if term in told]


def _nearness(text: str, span: Span, places: Sequence[tuple[int, float]]) -> float:
    """How near words are to those that were asked for: the nearer and the rarer they are the more, less across a comma."""
    near = 0.0
    for place, weight in places:
        if span.start <= place < span.end:
            near += weight  # `25 staff` where staff are asked about
            continue
        between = text[place : span.start] if place < span.start else text[span.end : place]
        near += weight / (1 + len(between) / NEAR + sum(between.count(mark) for mark in ",;:("))
    return near


_FINDERS: dict[Kind, Callable[[str, str, frozenset[str]], Iterable[Found]]] = {
    Kind.WHEN: lambda text, _, named: find_when(text, named),
    Kind.HOW_MUCH: lambda text, _, __: find_amounts(text),
    Kind.HOW_LONG: lambda text, _, __: find_lengths(text),
    Kind.WHO: find_names,
}

TYPED = frozenset(_FINDERS)
"""Kinds that have a short answer."""
