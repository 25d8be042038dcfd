"""Texts of the genre and texts unlike it: of those only what names the Welsh Government is read as a promise."""

from datetime import date

import pytest

from corpus.publication import PublicationType
from corpus.units import units
from ingest.commitments.business import as_heard, is_business, share_of_business
from ingest.commitments.verdict import Voice
from tests.ingest.commitments.texts import made, statement

TALE = "\n\n".join(f"The boat will be painted red on day {number}." for number in range(1, 12))
REPORT = "\n\n".join(f"The school will be given a boat on day {number}." for number in range(1, 12))
NEWS = {"type": PublicationType.NEWS, "author": None, "role": None, "published": date(2026, 5, 17)}


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Every school will be told.", "en", True),
        ("The onions will be added last.", "en", False),
        ("Bydd pob ysgol yn cael gwybod.", "cy", True),
        ("Bydd y glaw yn cyrraedd y gorllewin nos yfory.", "cy", False),
        ("£3 million will be spent.", "en", True),
    ],
)
def test_words_of_the_genre_are_known(words: str, language: str, expected: bool) -> None:
    assert is_business(words, language) is expected


@pytest.mark.parametrize(("text", "voice"), [(TALE, Voice.UNKNOWN), (REPORT, Voice.GOVERNMENT), (TALE[:120], Voice.GOVERNMENT)])
def test_a_text_unlike_the_genre_is_heard_in_nobodys_voice_if_it_is_long_enough_to_tell(text: str, voice: Voice) -> None:
    document, occasion = statement(text, **NEWS)
    assert as_heard(document, occasion, units(document)).voice is voice


def test_too_few_sentences_tell_nothing() -> None:
    document, _ = statement("The boat will be red.")
    assert share_of_business(document, units(document)) is None


def test_in_a_tale_only_what_names_the_welsh_government_is_a_promise() -> None:
    document, occasion = statement(f"{TALE}\n\nThe Welsh Government will publish a plan for boats in June.", **NEWS)
    assert [document.text[slice(*one.span)] for one in made((document, occasion))] == [
        "The Welsh Government will publish a plan for boats in June."
    ]
