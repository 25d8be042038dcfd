"""The score of clauses that no rule is sure of: what it asks and never asks, and what its weights say of themselves."""

import json

import pytest

from ingest.commitments.likeness import UNSURE, WEIGHTS, Weights, features, is_unsure, likeness, weights
from ingest.commitments.parse_english import Parsed, parse
from ingest.commitments.verdict import Voice


def parsed(clause: str) -> Parsed:
    found = parse(clause)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("rule", "clause", "asked"),
    [
        ("thing-will", "Another 60 will go in the new year", True),
        ("will-else", "Kites will be flown in Bala by June", True),
        ("third-party", "Those that are furthest away will be put first", True),
        ("third-party", "Kite Wales will train 60 people", False),
        ("third-party", "Estyn's report will be published", False),
        ("third-party", "She will be told", False),
        ("thing-will", "This money will help schools", False),
        ("thing-will", "Attendance will rise", False),
        ("first-person", "We will publish the plan", False),
    ],
)
def test_only_clauses_of_unsure_rules_that_tell_of_no_effect_are_scored(rule: str, clause: str, asked: bool) -> None:
    assert is_unsure(rule, parsed(clause)) is asked


def test_a_score_is_the_logistic_of_the_weights_that_hold() -> None:
    model = Weights(intercept=-1.0, threshold=0.5, weights={"ahead": 1.0, "money": 5.0})

    assert likeness(frozenset({"ahead", "of no weight"}), model) == pytest.approx(0.5)


def test_a_clause_has_the_features_that_hold_of_it() -> None:
    clause = "A fund of £2 million will be opened in May"
    found = features(clause, parsed(clause), voice=Voice.MINISTER, ahead=True, later=True)

    assert {"money", "passive", "ahead", "voice minister", "subject thing"} <= found
    assert not found & {"negative", "hedge", "named"}


def test_the_weights_say_how_they_were_fitted_and_are_worth_having() -> None:
    written = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    precision, _, f1 = (float(part.split()[-1]) for part in written["left_one_text_out"]["rules and score"].split(", "))
    alone = float(written["left_one_text_out"]["rules"].split()[-1])

    assert "clauses of" in written["fitted_on"]
    assert precision >= 0.90
    assert f1 > alone
    assert 0 < weights().threshold < 1
    assert "first-person" not in UNSURE
