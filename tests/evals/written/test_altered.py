"""The measure of the verifier: its cases are what they claim to be, and the verifier stays above its goals on a sample."""

import re
from collections import Counter

import pytest

from corpus.settings import ROOT
from evals.written.alterations import alterations, rewordings
from evals.written.altered import BY_HAND, LEAST_CAUGHT, LEAST_KEPT, Case, cases, interval, judge, table
from index.embed import SentenceEmbedder

REGISTER = ROOT / "corpus" / "register.jsonl"


@pytest.fixture(scope="module")
def found() -> list[Case]:
    return cases(REGISTER)


def test_there_are_enough_cases_of_each_sort(found: list[Case]) -> None:
    false, true = [one for one in found if not one.true], [one for one in found if one.true]

    assert len(false) >= 1_000
    assert len(true) >= 300
    assert sum(one.made != "rule" for one in false) >= 150
    assert sum(one.made != "rule" for one in true) >= 150
    assert min(Counter(one.language for one in found if one.made != "rule").values()) >= 100
    assert {one.made for one in found} == {"rule", "tune", "held"}


def test_every_quotation_stands_in_its_passage_and_no_case_is_twice(found: list[Case]) -> None:
    assert all(one.quote in one.passage for one in found)
    by_hand = [(one.quote, one.sentence) for one in found if one.made != "rule"]
    assert len(by_hand) == len(set(by_hand))
    assert BY_HAND.exists()


@pytest.mark.parametrize(
    ("text", "language", "kind", "made"),
    [
        ("The fund gives 40 schools money.", "en", "number", r"The fund gives \d+ schools money\."),
        ("It starts on 1 April 2025.", "en", "relation", r"It starts (?:by|before|after) 1 April 2025\."),
        ("Schools must publish.", "en", "modal", r"Schools (?:should|may|will) publish\."),
        ("Schools must publish.", "en", "negation in", r"Schools must not publish\."),
        ("Schools must not publish.", "en", "negation out", r"Schools must publish\."),
        ("The review found that plans in rural schools were late.", "en", "attribution dropped", r"Plans in rural .*"),
        ("Rhaid i ysgolion gyhoeddi.", "cy", "modal", r"(?:Caiff|Gall) ysgolion gyhoeddi\."),
    ],
)
def test_a_rule_changes_one_thing(text: str, language: str, kind: str, made: str) -> None:
    by_kind = {one.kind: one.text for one in alterations(text, language, "seed")}

    assert re.fullmatch(made, by_kind[kind])
    assert by_kind[kind] != text
    assert by_kind == {one.kind: one.text for one in alterations(text, language, "seed")}


def test_a_rewording_says_the_same() -> None:
    assert [one.text for one in rewordings("It rose by 5 per cent.")] == ["It rose by 5%."]


def test_a_sample_is_judged_as_well_as_the_goals_ask(found: list[Case], embedder: SentenceEmbedder) -> None:
    by_rule = [one for one in found if one.made == "rule"]
    false = [one for one in by_rule if not one.true][::20]
    true = [one for one in by_rule if one.true][::15]
    judged = judge([*false, *true], embedder=embedder)
    shares = {line.what: line.share for line in judged.lines}

    assert shares["caught: all"] >= LEAST_CAUGHT
    assert shares["kept: all"] >= LEAST_KEPT
    assert "| caught: all |" in table(judged)


@pytest.mark.parametrize(
    ("right", "n", "low", "high"), [(0, 10, 0.0, 0.3085), (10, 10, 0.6915, 1.0), (5, 10, 0.1871, 0.8129), (0, 300, 0.0, 0.0122)]
)
def test_the_interval_is_clopper_and_pearson_s(right: int, n: int, low: float, high: float) -> None:
    assert interval(right, n) == pytest.approx((low, high), abs=1e-4)
