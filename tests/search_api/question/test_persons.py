"""Names of people told from names of bodies and offices."""

import pytest

from search_api.question.persons import is_person, persons_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The panel is led by Mair Pendry.", ["Mair Pendry"]),
        ("Dr Pendry wrote to Rhys ap Gwilym.", ["Dr Pendry", "Rhys ap Gwilym"]),
        ("The Pupil Voice Group wrote to the Cabinet Secretary.", []),
        ("Somebody spoke.", []),
        ("Arfon voted.", []),
    ],
)
def test_the_people_named_in_a_text(text: str, found: list[str]) -> None:
    assert list(persons_in(text)) == found


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Mair Pendry", True),
        ("Mair Pendry and Rhys Owen", True),
        ("Mair Pendry a Rhys Owen", True),
        ("Professor Pendry", True),
        ("Cabinet Secretary for Education", False),
        ("National Reading Board", False),
        ("Mair Pendry and the Council", False),
        ("head", False),
        ("", False),
    ],
)
def test_whether_a_name_is_a_persons(name: str, person: bool) -> None:
    assert is_person(name) is person
