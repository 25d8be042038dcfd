"""Authors of real records and of doubtful ones, as lists of references want them."""

import pytest
from hypothesis import given, strategies

from search_api.packs.names import Name, names_of


@pytest.mark.parametrize(
    ("author", "names"),
    [
        (None, []),
        ("  ", []),
        ("Ann Lee", [Name("Lee", "Ann")]),
        ("Ann Lee CBE", [Name("Lee", "Ann")]),
        ("Ann Lee (quoted)", [Name("Lee", "Ann")]),
        ("Professor Ann Lee (lead)", [Name("Lee", "Ann")]),
        ("Councillor Rhys ap Gwilym", [Name("Gwilym", "Rhys ap")]),
        ("Ann Lee and Bo Ek", [Name("Lee", "Ann"), Name("Ek", "Bo")]),
        ("Ann Lee a Bo Ek", [Name("Lee", "Ann"), Name("Ek", "Bo")]),
        ("Ann Lee MS, Bo Ek AS", [Name("Lee", "Ann"), Name("Ek", "Bo")]),
        ("Dr Mary-Ann O’Brien", [Name("O’Brien", "Mary-Ann")]),
        ("Siân Gwenllïan", [Name("Gwenllïan", "Siân")]),
        ("Welsh Government", [Name("Welsh Government")]),
        ("Llywodraeth Cymru", [Name("Llywodraeth Cymru")]),
        ("Children, Young People and Education Committee", [Name("Children, Young People and Education Committee")]),
        ("Cher", [Name("Cher")]),
        ("the web team at the council", [Name("the web team at the council")]),
        ("Ann Lee and 3 others", [Name("Ann Lee and 3 others")]),
    ],
)
def test_people_are_told_from_bodies_and_doubt_stays_whole(author: str | None, names: list[Name]) -> None:
    assert list(names_of(author)) == names


def test_a_name_is_turned_for_sorting_and_said_whole() -> None:
    assert (Name("Lee", "Ann").turned, Name("Lee", "Ann").whole) == ("Lee, Ann", "Ann Lee")
    assert (Name("Estyn").turned, Name("Estyn").whole) == ("Estyn", "Estyn")
    assert (Name("Lee", "Ann").marked, Name("Estyn").marked) == ("Lee, Ann", "Estyn,")


@given(strategies.text(max_size=200))
def test_any_author_gives_names_with_words_or_none(author: str) -> None:
    assert all(name.whole.strip() for name in names_of(author))
    assert bool(names_of(author)) == bool(author.split())
