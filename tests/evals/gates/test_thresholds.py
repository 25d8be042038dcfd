"""The thresholds are read with every fault named, and what they say is honest: each floor has a reason, and is held today."""

import json
from pathlib import Path

import pytest

from corpus.errors import GoldError
from evals.gates.floors import exact_verdicts, floor_verdicts, mean_at
from evals.gates.kept import RESULTS
from evals.gates.thresholds import GATES, read_thresholds
from evals.gates.verdict import failed
from evals.report.folder import Held
from evals.systems.names import SYSTEMS

THRESHOLDS = read_thresholds()


@pytest.fixture(scope="module")
def accepted() -> Held:
    """The accepted run's figures."""
    summary = json.loads((RESULTS / "summary.json").read_text(encoding="utf-8"))
    return Held(summary=summary, rows=(), suites={}, timing={})


def test_the_accepted_run_holds_every_floor_that_is_a_figure_of_it(accepted: Held) -> None:
    assert failed([*exact_verdicts(THRESHOLDS, accepted), *floor_verdicts(THRESHOLDS, accepted)]) == []


@pytest.mark.parametrize("name", THRESHOLDS.floor)
def test_a_floor_is_no_further_from_a_goal_than_what_is_held(name: str, accepted: Held) -> None:
    floor, held = THRESHOLDS.floor[name], mean_at(THRESHOLDS.floor[name], accepted)

    assert "held" in floor.why or floor.why.startswith("the command")
    if held is not None:
        bound = floor.least if floor.least is not None else floor.most
        assert bound is not None
        assert abs(held - bound) <= 0.25


def test_the_systems_it_names_exist() -> None:
    named = {*THRESHOLDS.baseline.must_not_lose_to, *THRESHOLDS.baseline.must_beat}

    assert named <= set(SYSTEMS)


FLOOR = '[floor.one]\nat = ["measures"]\nwhy = "held 1 on 5 in the last run"\n'


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("\n[fixed]", "\n[fixed", "cannot be read"),
        ("\n[fixed]", "\n[mixed]", "fixed: Field required; mixed: Unexpected keyword argument"),
        ("exactly = 1.0", 'exactly = "all"', "hard.exact_quotes.exactly: Input should be a valid number"),
        ("margin = 0.02", "margin = -1", "baseline.margin: Input should be greater than or equal to 0"),
        ("margin = 0.02\n", "", "baseline.margin: Field required"),
        ("[floor.list_f1]", f"{FLOOR}[floor.list_f1]", "floor.one: Value error, give either least or most"),
        ("[floor.list_f1]", f"{FLOOR}least = 1\nmost = 2\n[floor.list_f1]", "give either least or most"),
        (
            "[floor.list_f1]",
            f"{FLOOR.replace('held 1 on 5 in the last run', 'why')}least = 1\n[floor.list_f1]",
            "floor.one.why",
        ),
    ],
)
def test_each_fault_is_named(before: str, after: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "gates.toml"
    text = GATES.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(GoldError) as raised:
        read_thresholds(path)
    assert told in str(raised.value)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        read_thresholds(tmp_path / "gates.toml")
