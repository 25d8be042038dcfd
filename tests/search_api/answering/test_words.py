"""Notes, chances, checks and short answers are said in words, and where anything is in doubt no further."""

from collections.abc import Callable
from datetime import date
from gettext import NullTranslations

import pytest

from corpus.duty import Level
from corpus.provenance import Held
from corpus.publication import Force
from search_api.answering import words as answer_words
from search_api.answering.answer import Answer, Checked, Note, Refusal
from search_api.library import Library
from search_api.messages import Messages
from search_api.present import answer_shape
from tests.search_api.made_answers import planned, read, replaced

ENGLISH = Messages("en", NullTranslations())


def test_every_note_has_words() -> None:
    # What only an older text says is told by the refusal that goes with it.
    assert set(answer_words.NOTES) == set(Note) - {Note.ONLY_SUPERSEDED}


@pytest.mark.parametrize(
    ("note", "q", "words"),
    [
        (Note.AS_OF, "Reading plans?", "As at 1 May 2023, from texts that stood that day."),
        (Note.NOT_IN_FORCE, "Reading plans?", "nothing is decided by them"),
        (Note.DISAGREE, "Reading plans?", "The most recent comes first."),
        (Note.CLOSEST, "Reading plans?", "They may not answer the question."),
        (Note.OTHER_LANGUAGE, "Pryd bydd cynlluniau darllen?", "The words quoted are in English"),
        (Note.OTHER_LANGUAGE, "Reading plans?", "The words quoted are in Welsh"),
        (Note.DIGEST, "Reading plans?", "facts in our own words"),
        (Note.REPLACED, "Reading plans?", "from the one that took its place"),
        (Note.MODEL_UNAVAILABLE, "Reading plans?", "these are quotations in its place"),
    ],
)
def test_a_note_is_a_sentence(shelf: Library, note: Note, q: str, words: str) -> None:
    answer = planned(shelf, read(shelf, q, as_of="2023-05-01"), notes=(note,))

    said = answer_words.notes(answer_shape(answer), ENGLISH)

    assert list(said) == [note]
    assert words in said[note]


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.95, "likely to answer"), (0.8, "likely to answer"), (0.79, "may answer"), (0.2, "unlikely to answer"), (None, "")],
)
def test_a_chance_is_said_in_words(shelf: Library, probability: float | None, words: str) -> None:
    answer = planned(shelf, read(shelf, "Reading plans?"), probability=probability)

    assert answer_words.chance(answer_shape(answer), ENGLISH) == words


@pytest.mark.parametrize(
    ("checked", "words"),
    [
        (None, ""),
        (Checked(passed=5, rejected={}), "checked against the sources: 5 of 5 sentences."),
        (Checked(passed=4, rejected={"numbers": 1}), "4 of 5 sentences. Those that failed are left out."),
        (Checked(passed=1, rejected={"quote": 3}, reason="too many failed"), ""),
    ],
)
def test_checks_are_counted_where_a_model_s_words_are_shown(shelf: Library, checked: Checked | None, words: str) -> None:
    said = answer_words.checked(answer_shape(planned(shelf, read(shelf, "Reading plans?"), checked=checked)), ENGLISH)

    assert said.endswith(words)
    assert bool(said) == bool(words)


@pytest.mark.parametrize(
    ("made", "lead"),
    [
        (planned, "By 1 September 2026"),
        (lambda shelf, question: planned(shelf, question, notes=(Note.CLOSEST,)), ""),
        (lambda shelf, question: planned(shelf, question, notes=(Note.DISAGREE,)), ""),
        (lambda shelf, question: planned(shelf, question, notes=(Note.NOT_IN_FORCE,)), ""),
        (lambda shelf, question: planned(shelf, question, refusal=Refusal.ONLY_SUPERSEDED), ""),
        (replaced, ""),
    ],
)
def test_a_short_answer_leads_where_nothing_is_in_doubt(shelf: Library, made: Callable[..., Answer], lead: str) -> None:
    assert answer_words.lead(answer_shape(made(shelf, read(shelf, "Reading plans?")))) == lead


@pytest.mark.parametrize(
    ("first", "last", "published", "words"),
    [
        (date(2021, 5, 1), date(2024, 9, 1), None, "stood from 1 May 2021 until 1 September 2024"),
        (date(2021, 5, 1), None, None, "stands from 1 May 2021"),
        (None, date(2024, 9, 1), None, "stood until 1 September 2024"),
        (date(2021, 5, 1), None, date(2021, 5, 1), ""),
        (None, None, None, ""),
    ],
)
def test_days_between_which_words_stand(
    shelf: Library, first: date | None, last: date | None, published: date | None, words: str
) -> None:
    shape = answer_shape(planned(shelf, read(shelf, "Reading plans?"))).citations[0]
    made = shape.model_copy(update={"valid_from": first, "valid_to": last, "published": published})

    assert answer_words.stands(made, ENGLISH) == words


@pytest.mark.parametrize(
    ("level", "force", "held", "words"),
    [
        (Level.MUST, Force.STATUTORY, Held.FULL, "in the words of the text, and the text is statutory"),
        (Level.MUST, Force.NON_STATUTORY, Held.FULL, "but the text is not statutory: the duty comes from elsewhere"),
        (Level.MUST, Force.UNKNOWN, Held.DIGEST, "in the words of our digest, but we do not know whether"),
        (Level.SHOULD, Force.STATUTORY, Held.FULL, "in the words of the text, which advises or expects it"),
        (Level.MAY, Force.NON_STATUTORY, Held.FULL, "which allows it and does not ask for it"),
        (Level.NEEDS, Force.STATUTORY, Held.FULL, "which does not say by which law"),
    ],
)
def test_a_level_claims_no_more_than_its_text_can(level: Level, force: Force, held: Held, words: str) -> None:
    assert words in answer_words.level_reason(level, force, held, ENGLISH)
    assert set(answer_words.LEVELS) == set(Level)
