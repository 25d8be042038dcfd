"""The form of a reading sets what it shows and keeps all else; a follow-up keeps the filters."""

import pytest

from search_api.address import Address
from search_api.question.correction import correction, followed, least_chance, offered_modes, settled_scope
from search_api.question.mode import Mode


def address(*pairs: tuple[str, str]) -> Address:
    return Address("/answers", pairs)


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        ("scope=current&as_of=2023-05-01", "scope=current"),
        ("scope=history&as_of=2023-05-01", "scope=history"),
        ("scope=as_of&as_of=2023-05-01", "as_of=2023-05-01"),
        ("as_of=2023-05-01", "as_of=2023-05-01"),
        ("scope=as_of", "scope=as_of"),
        ("kind=when", "kind=when"),
    ],
)
def test_a_choice_of_texts_and_a_day_agree(given: str, settled: str) -> None:
    pairs = [tuple(pair.split("=")) for pair in given.split("&")]

    assert str(settled_scope(address(*pairs))) == f"/answers?{settled}"  # type: ignore[arg-type]


def test_the_form_carries_along_what_it_does_not_set() -> None:
    kept = (("q", "When?"), ("type", "letter"), ("type", "news"), ("any_status", "true"), ("after", "Who?"), ("ui", "cy"))
    made = correction(address(*kept, ("kind", "when"), ("as_of", "2023-05-01"), ("mode", "strict"), ("page", "2")))

    assert made.kept == kept
    assert (made.scope, made.day) == ("as_of", "2023-05-01")


def test_what_is_read_out_of_the_words_is_left_to_them() -> None:
    made = correction(address(("q", "What did the guidance say in March 2023?")))

    assert (made.scope, made.day, made.undone) == ("", "", None)


def test_what_was_put_right_can_be_undone() -> None:
    made = correction(address(("q", "When?"), ("type", "letter"), ("kind", "who"), ("scope", "history"), ("mode", "strict")))

    assert str(made.undone) == "/answers?q=When%3F&type=letter&mode=strict"


def test_a_follow_up_keeps_the_filters_and_how_sure_to_be_and_reads_its_own_words() -> None:
    given = address(
        ("q", "When?"), ("type", "letter"), ("kind", "when"), ("scope", "history"), ("mode", "strict"), ("after", "x")
    )

    assert followed(given) == (("type", "letter"), ("mode", "strict"))


def test_only_modes_with_a_promise_are_offered() -> None:
    assert [mode for mode in Mode if least_chance(mode) is not None] == list(offered_modes())
    assert Mode.NORMAL in offered_modes()
