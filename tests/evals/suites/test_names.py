"""Suites are known by name, and each says which questions it is about."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus.errors import SetupError
from evals.gold.questions import GoldQuestion, Hinge, Kind
from evals.suites.named import suites_of
from evals.suites.names import SUITES, chosen

Make = Callable[..., GoldQuestion]


@pytest.fixture
def questions(make_question: Make, make_unanswerable: Make) -> list[GoldQuestion]:
    plain = {"must_not_cite": ()}
    return [
        make_question("plain", "When?", **plain),
        make_question("wrong", "When?"),
        make_question("hinge", "When?", hinges_on=Hinge.DATE, **plain),
        make_question("then", "When?", kind=Kind.AS_OF, as_of=date(2015, 1, 1), **plain),
        make_question("before", "What did it say?", kind=Kind.HISTORY, **plain),
        make_question("duty", "Who must?", actor="school", **plain),
        make_question("must", "Must we?", kind=Kind.MUST, **plain),
        make_question("twin-cy", "Pryd?", language="cy", twin="plain", **plain),
        make_question("cy", "Pryd?", language="cy", **plain),
        make_unanswerable("off", "What?"),
    ]


@pytest.mark.parametrize(
    ("suite", "ids"),
    [
        ("answers", {"plain", "wrong", "hinge", "then", "before", "duty", "must", "twin-cy", "cy", "off"}),
        ("retrieval", {"plain", "wrong", "hinge", "then", "before", "duty", "must", "twin-cy", "cy"}),
        ("status", {"wrong", "hinge", "then", "before"}),
        ("duties", {"duty", "must"}),
        ("welsh", {"twin-cy", "cy", "plain"}),
        ("commitments", set()),
        ("safety", set()),
    ],
)
def test_a_suite_takes_the_questions_it_is_about(questions: list[GoldQuestion], suite: str, ids: set[str]) -> None:
    [found] = suites_of([suite])
    assert {one.id for one in found.takes(questions)} == ids


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["answers"], ["answers"]),
        (["welsh", "retrieval", "welsh"], ["retrieval", "welsh"]),
        (["all"], list(SUITES)),
        (["all", "safety"], list(SUITES)),
        ([], []),
    ],
)
def test_suites_are_chosen_by_name_in_their_own_order(names: list[str], found: list[str]) -> None:
    assert chosen(names) == found
    assert [suite.name for suite in suites_of(found)] == found


def test_a_suite_nobody_knows_is_a_sentence_that_names_the_known() -> None:
    with pytest.raises(SetupError, match=r"There is no suite 'speed': the suites are answers, retrieval, .*safety, or all\."):
        chosen(["answers", "speed"])
