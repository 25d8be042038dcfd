"""Answer words: notes, levels, chances and checks as sentences, for pages and the terminal; does not decide any of them.

English here, translated where shown (`messages.py`). A sentence is filled from the answer's own JSON shape, so that whatever
shows an answer, here or across a network, says the same.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from corpus.duty import Level
from corpus.provenance import Held
from corpus.publication import Force
from search_api.answering.answer import Note
from search_api.answering.shapes import AnswerShape, CitationShape
from search_api.messages import Messages, message

NOTES: Mapping[str, str] = MappingProxyType(
    {
        Note.AS_OF: message("As at {day}, from texts that stood that day. They may have been replaced since."),
        Note.NOT_IN_FORCE: message(
            "Nothing that stands today answers this. These words are of a draft or a consultation: nothing is decided by them."
        ),
        Note.REPLACED: message("The text you asked about has been replaced. These words are from the one that took its place."),
        Note.DISAGREE: message("These texts do not say the same. The most recent comes first."),
        Note.CLOSEST: message("These are the closest words found. They may not answer the question."),
        Note.PROMISES: message(
            "These are the promises held that come nearest, as they were made; there may be others. The register of "
            "commitments says what is known to have come of each."
        ),
        Note.OTHER_LANGUAGE: message("The words quoted are in {language}, as they were published. We translate nothing."),
        Note.MODEL_UNAVAILABLE: message(
            "The language model gave nothing that passed our checks, so these are quotations in its place."
        ),
        Note.DIGEST: message(
            "We hold some of these publications as a digest: facts in our own words, not the publisher’s. Open the source "
            "page for theirs."
        ),
    }
)
"""By the code of the note, in the order they are said; what only an older text says has a sentence of its own."""
LEVELS: Mapping[str, str] = MappingProxyType(
    {Level.MUST: message("Must"), Level.SHOULD: message("Should"), Level.MAY: message("May"), Level.NEEDS: message("Needs to")}
)
"""How strongly a text asks."""
_MUST: Mapping[Force, str] = MappingProxyType(
    {
        Force.STATUTORY: message("and the text is statutory"),
        Force.NON_STATUTORY: message("but the text is not statutory: the duty comes from elsewhere"),
        Force.UNKNOWN: message("but we do not know whether the text is statutory"),
    }
)
_WEAKER: Mapping[Level, str] = MappingProxyType(
    {
        Level.SHOULD: message("which advises or expects it"),
        Level.MAY: message("which allows it and does not ask for it"),
        Level.NEEDS: message("which does not say by which law"),
    }
)
BANDS = (
    (0.8, message("likely to answer")),
    (0.5, message("may answer")),
    (0.0, message("unlikely to answer")),
)
"""Words for a chance from each bound up (methods 2.6)."""


def notes(answer: AnswerShape, messages: Messages) -> dict[str, str]:
    """What to know of an answer as a whole: a sentence by each code, in the order they are said."""
    day = messages.day(answer.as_of) if answer.as_of else ""
    other = messages.language_called("en" if answer.language == "cy" else "cy")
    said = {code: words for code, words in NOTES.items() if code in answer.notes}
    return {code: messages.text(words).format(day=day, language=other) for code, words in said.items()}


def level_reason(level: Level, force: Force, held: Held, messages: Messages) -> str:
    """What a level rests on, and how far: `in the words of the text, but the text is not statutory: …`."""
    by = message("in the words of the text") if held is Held.FULL else message("in the words of our digest")
    how = _MUST[force] if level is Level.MUST else _WEAKER[level]
    return f"{messages.text(by)}, {messages.text(how)}"


def chance(answer: AnswerShape, messages: Messages) -> str:
    """How likely an answer's words answer, in words; empty where there is none or its chance is not known."""
    if answer.probability is None or not answer.statements:
        return ""
    likely = answer.probability
    return messages.text(next(words for bound, words in BANDS if likely >= bound))


def lead(answer: AnswerShape) -> str:
    """The short answer to show before the words it stands in, as it begins a line; empty where anything is in doubt."""
    doubts = {Note.DISAGREE, Note.CLOSEST, Note.NOT_IN_FORCE}.intersection(answer.notes)
    short = answer.statements[0].short if answer.statements else None
    if short is None or doubts or answer.refusal:
        return ""
    words = " ".join(short.words.split())
    return words[:1].upper() + words[1:]


def checked(answer: AnswerShape, messages: Messages) -> str:
    """How a model's sentences fared, as `… checked against the sources: 5 of 5 sentences.`; empty where none is shown."""
    found = answer.checked
    if found is None or found.reason or not found.passed:
        return ""
    of = found.passed + sum(found.rejected.values())
    told = messages.text(message("Written by a language model, and checked against the sources: {passed} of {of} sentences."))
    left_out = messages.text(message("Those that failed are left out."))
    return " ".join([told.format(passed=found.passed, of=of), *([left_out] if found.passed < of else [])])


def stands(citation: CitationShape, messages: Messages) -> str:
    """Between which days a publication's words stand: `stood from 1 May 2021 until 1 September 2024`; empty where its date
    of publication says as much, or nothing is known.
    """
    first, last = citation.valid_from, citation.valid_to
    if last is None and first == citation.published:
        return ""
    if first and last:
        between = messages.text(message("stood from {first} until {last}"))
        return between.format(first=messages.day(first), last=messages.day(last))
    if first or last:
        told = messages.text(message("stands from {day}") if first else message("stood until {day}"))
        return told.format(day=messages.day(first or last or date.min))
    return ""
