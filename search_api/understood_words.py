"""Understood words: a question's reading as phrases for pages and the terminal, in the language shown; does not read it.

English here, translated where shown (`messages.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from corpus.bodies import bodies
from search_api.messages import Messages, message
from search_api.question.kind import Kind
from search_api.question.mode import Mode
from search_api.question.periods import Period
from search_api.question.question import Question
from search_api.question.scope import Scope
from search_api.wording import TYPES

KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.WHEN: message("when"),
        Kind.HOW_LONG: message("how long or how often"),
        Kind.HOW_MUCH: message("how much or how many"),
        Kind.WHO: message("who"),
        Kind.WHERE: message("where"),
        Kind.MUST: message("what must, should or may be done"),
        Kind.LIST: message("a list"),
        Kind.WHY: message("why"),
        Kind.HOW: message("how"),
        Kind.DEFINITION: message("what something is"),
        Kind.STATUS: message("whether it came about or still stands"),
        Kind.COMPARE: message("what differs or has changed"),
        Kind.PROMISED: message("what was promised"),
        Kind.YES_NO: message("whether it is so"),
        Kind.OTHER: message("what is said"),
    }
)
"""What is asked for, as a choice."""
QUESTIONS_OF: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.WHEN: message("a question of when"),
        Kind.HOW_LONG: message("a question of how long or how often"),
        Kind.HOW_MUCH: message("a question of how much or how many"),
        Kind.WHO: message("a question of who"),
        Kind.WHERE: message("a question of where"),
        Kind.MUST: message("a question of what must, should or may be done"),
        Kind.LIST: message("a question that asks for a list"),
        Kind.WHY: message("a question of why"),
        Kind.HOW: message("a question of how"),
        Kind.DEFINITION: message("a question of what something is"),
        Kind.STATUS: message("a question of whether it came about or still stands"),
        Kind.COMPARE: message("a question of what differs or has changed"),
        Kind.PROMISED: message("a question of what was promised"),
        Kind.YES_NO: message("a question of whether it is so"),
        Kind.OTHER: message("a question of what is said"),
    }
)
"""What is asked for, in a reading: whole phrases, as words put together do not translate."""
SCOPES: Mapping[Scope, str] = MappingProxyType(
    {
        Scope.CURRENT: message("as it stands today"),
        Scope.AS_OF: message("as it stood on {day}"),
        Scope.HISTORY: message("with texts that no longer stand"),
    }
)
MODES: Mapping[Mode, str] = MappingProxyType(
    {
        Mode.STRICT: message("only a sure answer"),
        Mode.NORMAL: message("a likely answer"),
        Mode.EXPLORE: message("the nearest there is"),
    }
)
PARTS: Mapping[str, str] = MappingProxyType(
    {
        "kind": message("What is asked for"),
        "actor": message("Whose duty"),
        "scope": message("Which texts"),
        "as_of": message("Which texts"),
        "periods": message("Time"),
        "types": message("Kind of text"),
        "elsewhere": message("Another nation"),
        "rewritten": message("Read with the question before"),
    }
)
"""What each part of a reading is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One part of a reading, in words."""

    part: str
    """Its name in PARTS, and as a parameter where it can be set."""
    text: str
    from_words: str = ""
    """The words of the question it was read from; empty for what was set or goes without saying."""
    corrected: bool = False
    """True where the person set it."""


def read_as(question: Question, messages: Messages) -> str:
    """The reading as one line: `Read as: a question of when, for Governing body, as it stands today.`"""
    said = [phrase.text for phrase in phrases(question, messages) if phrase.part != "rewritten"]
    opening = messages.text(message("Read as:"))
    return f"{opening} {', '.join(said)}."


def phrases(question: Question, messages: Messages) -> tuple[Phrase, ...]:
    """The parts of a reading that a person may want to see or put right, in the order they are said."""
    return tuple(_phrases(question, messages))


def body_called(body: str, messages: Messages) -> str:
    """A body's name in the language shown: `governing-body` -> `Governing body`, `Corff llywodraethu`."""
    names = bodies()[body].name
    return names.get(messages.language, names["en"])


def period_called(period: Period, messages: Messages) -> str:
    """A period in words: `1 March 2023 to 31 March 2023`, `from 1 January 2019`."""
    if period.last == date.max:
        return messages.text(message("from {first}")).format(first=messages.day(period.first))
    if period.first == date.min:
        return messages.text(message("up to {last}")).format(last=messages.day(period.last))
    if period.first == period.last:
        return messages.day(period.first)
    between = messages.text(message("{first} to {last}"))
    return between.format(first=messages.day(period.first), last=messages.day(period.last))


def _phrases(question: Question, messages: Messages) -> Iterator[Phrase]:
    understood, say = question.understood, messages.text
    corrected = understood.corrected
    if question.text != question.asked_text:
        yield Phrase(part="rewritten", text=question.text, from_words=question.asked_text)
    kind = say(QUESTIONS_OF[understood.kind])
    yield Phrase(part="kind", text=kind, from_words=understood.kind_words, corrected="kind" in corrected)
    if understood.actor:
        owed = say(message("for {body}")).format(body=body_called(understood.actor, messages))
        yield Phrase(part="actor", text=owed, from_words=understood.actor_words, corrected="actor" in corrected)
    for period in understood.periods:
        if understood.scope is not Scope.AS_OF:
            yield Phrase(part="periods", text=period_called(period, messages), from_words=period.words)
    for kind_of_text in understood.types:
        yield Phrase(part="types", text=say(TYPES[kind_of_text]))
    scope = say(SCOPES[understood.scope])
    if understood.as_of:
        scope = scope.format(day=messages.day(understood.as_of))
    set_by_person = "as_of" in corrected or "scope" in corrected
    yield Phrase(part="scope", text=scope, from_words=understood.scope_words, corrected=set_by_person)
    if understood.elsewhere:
        named = say(message("“{words}” is of another nation")).format(words=understood.elsewhere)
        yield Phrase(part="elsewhere", text=named, from_words=understood.elsewhere)
