"""A suite is shown by its tables, else by its measures, whatever else it holds."""

from typing import Any

import pytest

from evals.report.blocks import Heading, Table, Text
from evals.report.suite_block import estimates, suite_section

ONE = {"mean": 0.5, "low": 0.25, "high": 0.75, "n": 8}


def test_tables_come_as_they_are() -> None:
    given = {
        "title": "Duties",
        "notes": ["By hand."],
        "tables": [{"caption": "Level", "head": ["a"], "rows": [["x", None], [1]]}],
    }
    section = suite_section("duties", given)
    assert section.title == "Duties"
    assert section.blocks == (
        Text("By hand."),
        Heading("Level"),
        Table(caption="Level", head=("a", ""), rows=(("x", "–"), ("1", ""))),
    )


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ({"recall": ONE}, (("all", "`recall`", "0.500 [0.250, 0.750] n=8"),)),
        ({"measures": {"ours": {"f1": ONE}}}, (("measures ours", "`f1`", "0.500 [0.250, 0.750] n=8"),)),
        ({"recall": {"mean": 0.5, "n": 2}, "other": "words"}, (("all", "`recall`", "0.500 n=2"),)),
    ],
)
def test_measures_become_a_table(given: dict[str, Any], rows: tuple[tuple[str, ...], ...]) -> None:
    section = suite_section("duties", given)
    assert section.title == "Duties"
    assert [block.rows for block in section.blocks if isinstance(block, Table)] == [rows]


@pytest.mark.parametrize("given", [{}, [], None, 3, "words", {"tables": "no"}, {"tables": [{"rows": []}, 4]}, {"notes": ["x"]}])
def test_what_cannot_be_shown_is_left_out(given: Any) -> None:
    assert suite_section("duties", given).blocks == ()


def test_estimates_are_found_at_any_depth() -> None:
    assert dict(estimates({"a": {"b": ONE}, "c": [ONE]})) == {("a", "b"): ONE}
