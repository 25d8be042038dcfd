"""Passages are graded by the spans they hold, each fact once; ir-measures gives the numbers, and plain sums agree."""

from collections.abc import Callable
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.match import Match
from evals.gold.places import Place, shared
from evals.gold.questions import GoldFact, GoldQuestion
from evals.measures.passages import Wanted, covers, facts_within, facts_within_tokens, judged, score_judged, unit_id, wanted_of

TEXT = "bells-2024.en.0a1b2c3d"
ONE = Wanted(spans=((TEXT, 0, 10),), grade=3)
TWO = Wanted(spans=((TEXT, 100, 110), (TEXT, 300, 310)), grade=2)
EXTRA = Wanted(spans=((TEXT, 200, 210),), grade=1)
NOWHERE = Wanted(spans=(), grade=2)


def _unit(start: int, end: int) -> Place:
    return (TEXT, start, end)


def _grades(*units: Place, wanted: tuple[Wanted, ...] = (ONE, TWO, EXTRA)) -> list[int]:
    found = judged(units, wanted)
    return [found.grades.get(unit, 0) for unit in found.units]


@pytest.mark.parametrize(
    ("unit", "held"),
    [
        (_unit(0, 10), True),
        (_unit(0, 5), True),
        (_unit(0, 4), False),
        (_unit(0, 1000), True),
        (("lunch-2023.en.0a1b2c3d", 0, 10), False),
    ],
    ids=["whole", "half", "less", "long", "another text"],
)
def test_a_unit_holds_a_span_of_which_it_has_half(unit: Place, held: bool) -> None:
    assert covers(unit, (TEXT, 0, 10)) is held


@pytest.mark.parametrize(
    ("units", "grades"),
    [
        ([_unit(0, 20), _unit(100, 120)], [3, 2]),
        ([_unit(0, 20), _unit(0, 30)], [3, 0]),
        ([_unit(0, 30), _unit(0, 20)], [3, 0]),
        ([_unit(100, 110), _unit(300, 310)], [2, 0]),
        ([_unit(0, 120)], [3]),
        ([_unit(50, 90), _unit(200, 210)], [0, 1]),
        ([_unit(0, 20), _unit(0, 20)], [3]),
    ],
    ids=["two facts", "a later window", "the other order", "another place of a fact", "two at once", "left out", "the same"],
)
def test_each_fact_is_paid_once_where_it_first_stands(units: list[Place], grades: list[int]) -> None:
    assert _grades(*units) == grades


def test_a_fact_that_no_unit_holds_stays_wanted() -> None:
    found = judged([_unit(0, 20)], (ONE, TWO, NOWHERE))
    assert found.grades == {unit_id(_unit(0, 20)): 3, unit_id(_unit(100, 110)): 2, "not-held:2": 2}
    [scores] = score_judged({"q": found}).values()
    assert (scores["r@5"], scores["success@1"]) == (pytest.approx(1 / 3), 1.0)


def test_two_facts_owed_by_one_place_are_both_wanted() -> None:
    assert sorted(judged([], (ONE, ONE)).grades.values()) == [3, 3]


def test_no_ranking_scores_nothing() -> None:
    assert set(score_judged({"q": judged([], (ONE,))})["q"].values()) == {0.0}


places = st.builds(lambda start, length: _unit(start, start + length), st.integers(0, 400), st.integers(1, 200))
facts = st.builds(
    lambda spans, grade: Wanted(spans=tuple(spans), grade=grade), st.lists(places, min_size=1, max_size=3), st.integers(1, 3)
)


def _reference(units: list[Place], wanted: list[Wanted]) -> list[int]:
    """Methods, appendix B, `graded_run`."""
    paid: set[int] = set()
    grades = []
    for unit in units:
        grade = 0
        for number, one in enumerate(wanted):
            if number not in paid and any(shared(unit, span) / max(1, span[2] - span[1]) >= 0.5 for span in one.spans):
                grade = max(grade, one.grade)
                paid.add(number)
        grades.append(grade)
    return grades


@given(st.lists(places, max_size=12, unique=True), st.lists(facts, min_size=1, max_size=5))
def test_grades_are_those_of_the_methods(units: list[Place], wanted: list[Wanted]) -> None:
    assert _grades(*units, wanted=tuple(wanted)) == _reference(units, wanted)


@given(st.lists(places, max_size=12, unique=True), st.lists(facts, min_size=1, max_size=5))
def test_ir_measures_agrees_with_sums_over_the_grades(units: list[Place], wanted: list[Wanted]) -> None:
    found = judged(units, wanted)
    got = [found.grades.get(unit, 0) for unit in found.units]
    ideal = sorted(found.grades.values(), reverse=True)
    relevant = sum(grade >= 2 for grade in ideal)

    def gain(grades: list[int]) -> float:
        return sum(grade / log2(2 + place) for place, grade in enumerate(grades[:10]))

    first = next((place for place, grade in enumerate(got, start=1) if grade >= 2), 0)
    [scores] = score_judged({"q": found}).values()
    assert scores["ndcg@10"] == pytest.approx(gain(got) / gain(ideal))
    assert scores["rr@10"] == pytest.approx(1 / first if 0 < first <= 10 else 0.0)
    assert scores["r@5"] == pytest.approx(sum(grade >= 2 for grade in got[:5]) / relevant if relevant else 0.0)
    assert scores["success@5"] == float(any(grade >= 2 for grade in got[:5]))


@given(st.lists(st.integers(0, 9), unique=True))
def test_recall_of_units_that_hold_a_fact_each_is_recall_of_facts(order: list[int]) -> None:
    wanted = tuple(Wanted(spans=(_unit(20 * number, 20 * number + 10),), grade=2) for number in range(10))
    units = [_unit(20 * number, 20 * number + 10) for number in order]
    assert score_judged({"q": judged(units, wanted)})["q"]["r@100"] == pytest.approx(facts_within(units, wanted))


@pytest.mark.parametrize(
    ("most", "share"),
    [(30, 1.0), (20, 0.5), (15, 0.5), (14, 0.5), (10, 0.5), (4, 0.0)],
    ids=["all", "the first two", "half of the second", "less", "the first", "less than half of it"],
)
def test_tokens_cut_the_unit_that_passes_the_limit(most: int, share: float) -> None:
    units, wanted = [_unit(0, 10), _unit(50, 60), _unit(100, 110)], (ONE, TWO, EXTRA)
    assert facts_within_tokens(units, wanted, lambda _: 10, most=most) == share


def _fact(number: int, *, vital: bool) -> GoldFact:
    return GoldFact(publication_id="bells-2024", text=f"Fact {number}.", match=Match(all=((str(number),),)), vital=vital)


@pytest.mark.parametrize(
    ("vital", "grades"),
    [((True,), [3]), ((True, False), [3, 1]), ((True, True, False), [2, 2, 1]), ((False, False), [2, 2]), ((False,), [3])],
)
def test_a_fact_is_graded_by_how_much_of_an_answer_it_is(
    make_question: Callable[..., GoldQuestion], vital: tuple[bool, ...], grades: list[int]
) -> None:
    question = make_question("q", "When?", facts=tuple(_fact(number, vital=one) for number, one in enumerate(vital)))
    assert [one.grade for one in wanted_of(question, [()] * len(vital))] == grades
