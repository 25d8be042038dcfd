"""The two texts as they are named: by id, title, document or day; every fault says which name and what to do."""

from datetime import date

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import InvalidQuery, NotHeld
from corpus.publication import Status
from search_api.comparing.bond import Bond, order_of
from search_api.comparing.sides import find_side, language_asked
from search_api.library import Library
from tests.past import MISREAD, SWIMMING, text_of
from tests.search_api.comparing.texts import KITES_2019, KITES_2024, MENDED, WELSH_2024


def first_version(catalogue: Catalogue) -> str:
    return catalogue.versions("kites-2024")[-1].document.id


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kites-2019", KITES_2019),
        ("kites-2024", MENDED),
        (" kites-2024 ", MENDED),
        ("Kites in schools 2019", KITES_2019),
        ("kites in schools 2019", KITES_2019),
        ("kites-2024@2024-06-01", KITES_2024),
        ("kites-2024@2025-06-01", MENDED),
        ("kites-2024@2025", KITES_2024),
        ("kites-2024@2026", MENDED),
        ("kites-2019@2021", KITES_2019),
    ],
)
def test_a_text_is_found_by_its_name(kites: Catalogue, name: str, text: str) -> None:
    assert find_side(kites, name, field="a").document.text == text


def test_an_earlier_version_is_named_by_its_document_and_is_no_longer_in_force(kites: Catalogue) -> None:
    side = find_side(kites, first_version(kites), field="a")

    assert side.document.text == KITES_2024
    assert side.publication.standing.status is Status.SUPERSEDED
    assert (side.is_current, side.as_of) == (False, None)
    assert find_side(kites, "kites-2024@2024-06-01", field="a").as_of == date(2024, 6, 1)


def test_a_language_stands_for_the_translation(kites: Catalogue) -> None:
    assert find_side(kites, "kites-2024", field="a", language="cy").document.text == WELSH_2024
    assert find_side(kites, "kites-2024-cy", field="a", language="en").document.text == MENDED
    assert find_side(kites, "kites-2024-cy", field="a", language="cy").document.text == WELSH_2024


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("kites-2099", None, "No publication or document 'kites-2099' is held. Did you mean 'kites-20"),
        ("submarines", None, "No publication or document 'submarines' is held. Search for its title to find its id."),
        ("kites-unread", None, "No text of 'kites-unread' is held, only its record"),
        ("kites-2024@2023-05-01", None, "the first that is held stood from 1 March 2024. It replaced 'kites-2019'."),
        ("kites-2019@2024-05-01", None, "it stood until 1 March 2024. 'kites-2024' took its place."),
        ("kites-draft@2024", None, "to have stood on 1 January 2024: a draft never stands."),
        ("ws-kites@2020", None, "No text of 'ws-kites' is known to have stood on 1 January 2020: it is of 4 May 2023."),
        ("ws-kites", "cy", "No text of 'ws-kites' in Welsh is held: leave the language out"),
    ],
)
def test_what_is_not_held_is_said_with_what_to_do(kites: Catalogue, name: str, language: str | None, said: str) -> None:
    with pytest.raises(NotHeld) as caught:
        find_side(kites, name, field="b", language=language)

    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "'b' is empty"),
        ("kites-2019@yesterday", "'yesterday' in 'kites-2019@yesterday' is not a date that exists"),
        ("kites-2019@2024-02-31", "is not a date that exists"),
        ("x" * 400, "is too long for the name of a text"),
    ],
)
def test_what_cannot_be_read_names_its_parameter(kites: Catalogue, name: str, said: str) -> None:
    with pytest.raises(InvalidQuery) as caught:
        find_side(kites, name, field="b")

    assert caught.value.field == "b"
    assert said in str(caught.value)


def test_a_document_in_another_language_than_asked_is_a_fault(kites: Catalogue) -> None:
    with pytest.raises(InvalidQuery, match="is not in the language asked for"):
        find_side(kites, first_version(kites), field="a", language="cy")


def test_a_misread_text_is_not_compared(past: Library) -> None:
    with pytest.raises(NotHeld, match="was misread, and a better reading took its place: name 'guidance-swimming' instead"):
        find_side(past.catalogue, text_of(SWIMMING, MISREAD).id, field="a")


def test_only_english_and_welsh_are_known() -> None:
    assert [language_asked(one) for one in (None, "", "cy", "en")] == [None, None, "cy", "en"]
    with pytest.raises(InvalidQuery) as caught:
        language_asked("de")
    assert caught.value.field == "language"


@pytest.mark.parametrize(
    ("first", "second", "bond", "first_is_later"),
    [
        ("kites-2024@2024-06-01", "kites-2024", Bond.VERSIONS, False),
        ("kites-2024", "kites-2024@2024-06-01", Bond.VERSIONS, True),
        ("kites-2019", "kites-2024", Bond.REPLACED, False),
        ("kites-2024", "kites-2019", Bond.REPLACED, True),
        ("ws-kites", "ws-kites-progress", Bond.FOLLOWED_UP, False),
        ("kites-notes", "kites-2024", Bond.CURRENT, False),
        ("kites-2024", "kites-notes", Bond.CURRENT, True),
        ("kites-2019", "kites-notes", Bond.APART, False),
        ("kites-undated", "kites-notes", Bond.CURRENT, False),
    ],
)
def test_how_two_texts_stand_to_each_other_is_read_from_their_records(
    kites: Catalogue, first: str, second: str, bond: Bond, first_is_later: bool
) -> None:
    order = order_of(kites, find_side(kites, first, field="a"), find_side(kites, second, field="b"))

    assert (order.bond, order.first_is_later) == (bond, first_is_later)
