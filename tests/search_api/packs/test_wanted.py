"""A request for a pack: the same however its parameters were written, and named where it is at fault."""

from datetime import date

import pytest
from hypothesis import given, strategies

from corpus.errors import InvalidQuery
from search_api.packs.kinds import KINDS, kind_of
from search_api.packs.wanted import Wanted, wanted

TODAY = date(2026, 5, 7)
PAIRS = [("q", "otters"), ("type", "guidance"), ("type", "letter"), ("topic", "otters"), ("as_of", "2024-01-01")]


def asked(parameters: list[tuple[str, str]], **more: object) -> Wanted:
    given_ = {"of": "search", "known": KINDS["search"].parameters, "ui": "en", "asked_on": None, "today": TODAY}
    return wanted(parameters=parameters, **(given_ | more))  # type: ignore[arg-type]


@given(strategies.permutations(PAIRS))
def test_the_order_of_parameters_makes_no_difference(pairs: list[tuple[str, str]]) -> None:
    types = [value for name, value in pairs if name == "type"]

    assert asked(pairs).parameters == (
        ("as_of", "2024-01-01"),
        ("q", "otters"),
        ("topic", "otters"),
        *(("type", value) for value in types),
    )


@pytest.mark.parametrize(
    "more",
    [
        [],
        [("page", "1")],
        [("limit", "10")],
        [("held", " ")],
        [("q", " otters ")],
        [("colour", "blue")],
        [("level", "must")],
    ],
    ids=str,
)
def test_what_goes_without_saying_and_what_nobody_knows_is_left_out(more: list[tuple[str, str]]) -> None:
    assert asked([("q", "otters"), *more]) == asked([("q", "otters")])


def test_a_page_further_on_is_another_request() -> None:
    assert asked([("q", "otters"), ("page", "2")]) != asked([("q", "otters")])


@pytest.mark.parametrize(
    ("more", "field"),
    [({"ui": "fr"}, "ui"), ({"asked_on": "yesterday"}, "asked_on"), ({"asked_on": "2024-02-30"}, "asked_on")],
)
def test_a_fault_is_named(more: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidQuery) as fault:
        asked([("q", "otters")], **more)

    assert fault.value.field == field


def test_an_unknown_kind_names_those_that_are() -> None:
    with pytest.raises(InvalidQuery, match="'answer', 'search', 'duties'"):
        kind_of("poem")


def test_the_day_is_today_unless_another_is_asked_for() -> None:
    assert asked([]).asked_on == TODAY
    assert asked([], asked_on="2025-01-02").asked_on == date(2025, 1, 2)
