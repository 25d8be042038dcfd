"""The questions to fit the cross-encoder on: every fault is named, and none rests on a text that the evaluation asks about."""

import json
from pathlib import Path

import pytest

from corpus.errors import GoldError
from corpus.settings import read_settings
from evals.fitting.asked import Asked, faults_of, load_asked, read_texts
from evals.gold.questions import QUESTIONS, load_questions, read_said

PAIR = {"of": "a", "says": "The pond opens in May.", "asked": "when can we go to the pond", "style": "plain"}


def test_the_questions_kept_for_fitting_have_no_fault() -> None:
    said = read_said(read_settings().register_path)
    asked = load_asked()

    assert len(asked) > 1_000
    assert faults_of(asked, load_questions(QUESTIONS, said), read_texts(read_settings().register_path)) == []
    assert {one.style for one in asked} == {"plain", "own_words", "situation", "near_miss", "false_premise"}


def test_no_question_of_the_evaluation_is_among_them() -> None:
    questions = load_questions(QUESTIONS, read_said(read_settings().register_path))
    assert {one.text.casefold() for one in questions}.isdisjoint(one.asked.casefold() for one in load_asked())


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"asked": ""}, "asked.jsonl:2: asked: "),
        ({"style": "grand"}, "asked.jsonl:2: style: "),
        ({"extra": 1}, "asked.jsonl:2: extra: "),
        ({"says": ""}, "asked.jsonl:2: 'when can we go to the pond' is plain and lacks an answer"),
        ({"style": "near_miss"}, "asked.jsonl:2: 'when can we go to the pond' is near_miss and has an answer"),
    ],
)
def test_a_line_at_fault_is_named(change: dict[str, object], fault: str, tmp_path: Path) -> None:
    path = tmp_path / "asked.jsonl"
    path.write_text(json.dumps(PAIR) + "\n" + json.dumps(PAIR | change) + "\n", encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        load_asked(path)
    assert fault in str(raised.value)


def test_words_that_no_text_says_are_named() -> None:
    asked = [Asked(of="a", says="The pond opens in June.", asked="when", style="plain")]
    told = ["'a' does not say: 'The pond opens in June.'"]

    assert faults_of(asked, [], {"a": frozenset(["The pond opens in May."])}) == told
    assert faults_of(asked, [], {}) == told


@pytest.mark.parametrize("split", ["dev", "calib", "test"])
def test_a_text_that_a_question_of_the_evaluation_names_is_refused(split: str) -> None:
    questions = load_questions(QUESTIONS, read_said(read_settings().register_path))
    named = next(one for one in questions if one.split == split and one.answerable)
    of = next(iter(named.publications))
    asked = [Asked(of=key, says="x", asked="y", style="plain") for key in (of, "elsewhere")]

    assert faults_of(asked, [named], {of: {"x"}, "elsewhere": {"x"}}) == [f"'{of}' is named by a question of the evaluation"]
