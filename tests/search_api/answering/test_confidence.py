"""Signals tell whether there is an answer at all, and a logistic of them is the chance of a right one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.answering.confidence import Confidence, packaged_confidence, signals
from search_api.question.kind import Kind
from tests.search_api.making import candidate, hit, question, scored, selection, text

X = (1.0, 0.0)
POND = text("Otters swim. Otters eat fish. Otters sleep at noon. Otters play. Otters dive. Otters hide.", "pond")
BATS = text("Bats fly by night.", "bats")
PLAIN = Confidence(intercept=-1.0, weights={"chance": 2.0}, means={"chance": 0.5}, deviations={"chance": 0.25})


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_better_sentence_is_a_better_chance(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert PLAIN.chance({"chance": low}) <= PLAIN.chance({"chance": high})


def test_the_chance_is_a_logistic_of_standard_signals() -> None:
    assert PLAIN.chance({"chance": 0.5, "cosine": 9.0}) == pytest.approx(1 / (1 + math.e))
    assert PLAIN.chance({"chance": 0.75}) == pytest.approx(1 / (1 + math.exp(-1)))


@given(st.floats(-1e9, 1e9))
def test_a_chance_is_a_chance_however_odd_the_signal(signal: float) -> None:
    assert 0 <= PLAIN.chance({"chance": signal}) <= 1


@pytest.mark.parametrize("found", [selection(Kind.OTHER), selection(Kind.WHEN, scored(candidate(POND, "Otters swim.")))])
def test_every_signal_that_is_weighed_is_measured(found: object) -> None:
    packaged = packaged_confidence()
    made = signals(question("When do otters swim?"), found)  # type: ignore[arg-type]

    assert packaged.weights.keys() <= made.keys()
    assert packaged.weights.keys() <= packaged.means.keys()
    assert packaged.weights.keys() <= packaged.deviations.keys()
    assert all(packaged.deviations[name] > 0 for name in packaged.weights)
    assert all(math.isfinite(value) for value in made.values())
    assert 0 <= packaged.chance(made) <= 1


HITS = [hit(POND, score=0.9, dense=0.6, sparse=3.0), hit(BATS, score=0.3, dense=0.2, sparse=None)]
FOUND = selection(
    Kind.WHEN,
    scored(candidate(POND, "Otters swim."), 0.8, vector=X, features={"cosine": 0.4, "cosine_own": 0.3}, covered=["otter"]),
    scored(
        candidate(POND, "Otters eat"), 0.6, vector=(0.0, 1.0), features={"cosine": 0.6, "cosine_own": 0.5}, covered=["fish"]
    ),
    scored(candidate(BATS, "Bats fly"), 0.1, vector=X, features={"cosine": 0.2, "cosine_own": 0.9, "holds": 0.0}),
    told={"otter": 3.0, "fish": 2.0, "pond": 4.0, "swim": 1.0},
    hits=HITS,
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("chance", 0.8),
        ("chance_second", 0.6),
        ("score", 0.8),
        ("score_gap", 0.8 - 0.35),
        ("cosine_most", 0.6),
        ("cosine_own_most", 0.9),
        ("coverage_shown", 0.5),
        ("told_most_missing", 4.0),
        ("one_text", 0.4),
        ("untyped", 0.0),
        ("terms", math.log1p(4)),
        ("elsewhere", 0.0),
        ("by_meaning", 1.0),
    ],
)
def test_a_signal(name: str, value: float) -> None:
    assert signals(question("When do otters eat fish and swim in the pond?"), FOUND)[name] == pytest.approx(value)


@pytest.mark.parametrize(
    ("asked", "kind", "name", "value"),
    [
        ("What does Ofsted say of otters?", Kind.OTHER, "elsewhere", 1.0),
        ("What do teachers say of otters?", Kind.OTHER, "elsewhere", 0.0),
    ],
)
def test_a_signal_of_the_question(asked: str, kind: Kind, name: str, value: float) -> None:
    assert signals(question(asked), selection(kind, scored(candidate(POND, "Otters swim."))))[name] == value
