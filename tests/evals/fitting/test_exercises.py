"""The exercises: every fault is named with its line, and what is there can be learnt from."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from corpus.errors import GoldError
from evals.fitting.exercises import LISTS, NOTHING, PLAIN, Exercise, families, load_exercises
from evals.fitting.groups import BESIDE, of_exercises

TEXT = {
    "title": "Kites (2024)",
    "heading": "Flying",
    "sentences": ["Kites fly.", "Kites land."],
    "questions": [{"asked": "What flies?", "answers": [0], "style": "plain"}],
}


@pytest.fixture(scope="module")
def exercises() -> tuple[Exercise, ...]:
    return load_exercises()


def question(**changed: object) -> dict[str, object]:
    return {**TEXT, "questions": [{**TEXT["questions"][0], **changed}]}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ({**TEXT, "title": ""}, "file.jsonl:1: title: String should have at least 1 character"),
        ({**TEXT, "author": "me"}, "file.jsonl:1: author: Unexpected keyword argument"),
        (question(answers=[2]), "file.jsonl:1: 'What flies?' names a sentence that is not there"),
        (question(answers=[-1]), "file.jsonl:1: questions.0.answers.0: Input should be greater than or equal to 0"),
        (question(style="near_miss"), "file.jsonl:1: 'What flies?' is near_miss and has 1 answers"),
        (question(answers=[]), "file.jsonl:1: 'What flies?' is plain and has 0 answers"),
        (question(style="loud"), "file.jsonl:1: questions.0.style"),
    ],
)
def test_every_fault_is_named_with_its_line(line: dict[str, object], fault: str, tmp_path: Path) -> None:
    path = tmp_path / "file.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")

    with pytest.raises(GoldError) as raised:
        load_exercises(path)
    assert fault in str(raised.value)


SISTERS = [
    {**TEXT, "family": "kites", "questions": [{**TEXT["questions"][0], "also": [["Kites (2025)", 0]]}]},  # type: ignore[dict-item]
    {**TEXT, "family": "kites", "title": "Kites (2025)", "sentences": ["Kites fly on.", "Kites rest."], "questions": []},
]


@pytest.mark.parametrize(
    ("sister", "fault"),
    [
        ({"title": "Kites (2026)"}, "file.jsonl: 'What flies?' names a sentence that no sister has"),
        ({"sentences": []}, "file.jsonl: 'What flies?' names a sentence that no sister has"),
        ({"family": "other"}, "file.jsonl: 'What flies?' names a sentence that no sister has"),
        ({"title": "Kites (2024)"}, "file.jsonl: two texts of family 'kites' have one title"),
    ],
)
def test_every_fault_among_sisters_is_named(sister: dict[str, object], fault: str, tmp_path: Path) -> None:
    path = tmp_path / "file.jsonl"
    path.write_text("\n".join(map(json.dumps, [SISTERS[0], SISTERS[1] | sister])), encoding="utf-8")

    with pytest.raises(GoldError) as raised:
        load_exercises(path)
    assert fault in str(raised.value)


def test_what_a_sister_says_is_right_or_wrong_as_the_question_has_it(tmp_path: Path) -> None:
    path = tmp_path / "file.jsonl"
    path.write_text("\n".join(map(json.dumps, SISTERS)), encoding="utf-8")
    [group] = of_exercises(load_exercises(path), random.Random(1))  # noqa: S311 - an order, not a secret

    assert dict(zip(group.sentences, group.labels, strict=True)) == {
        "Kites (2024) | Flying | Kites fly.": 1,
        "Kites (2025) | Flying | Kites fly on.": 1,
        "Kites (2024) | Flying | Kites land.": 0,
        "Kites (2025) | Flying | Kites rest.": 0,
    }


def test_a_sentence_is_placed_as_the_product_places_one() -> None:
    one = Exercise(title="Kites (2024)", heading="", sentences=("Kites fly.",), questions=())

    assert one.placed(0) == "Kites (2024) | Kites fly."


def test_no_question_is_put_twice_and_both_sorts_are_many(exercises: tuple[Exercise, ...]) -> None:
    puts = [put for one in exercises for put in one.questions]
    styles = Counter(put.style for put in puts)

    assert len({(one.title, put.asked) for one in exercises for put in one.questions}) == len(puts)
    assert sum(styles[style] for style in NOTHING) > 0.25 * len(puts)
    assert styles["own_words"] > 0.25 * len(puts)


def test_a_group_holds_every_answer_and_some_of_the_rest(exercises: tuple[Exercise, ...]) -> None:
    alone = [one for one in exercises if not one.family][:20]
    sisters = [texts for texts in families(exercises) if len(texts) > 1][:5]
    some = [*alone, *(one for texts in sisters for one in texts)]
    placed = {(one.family, one.title): one.placed for one in some}
    groups = of_exercises(some, random.Random(1))  # noqa: S311 - an order, not a secret
    puts = [(one, put) for one in some for put in one.questions]

    assert len(groups) == len(puts)
    for group, (one, put) in zip(groups, puts, strict=True):
        assert group.asked == put.asked
        right = {sentence for sentence, label in zip(group.sentences, group.labels, strict=True) if label}
        also = {placed[one.family, title](place) for title, place in put.also}
        assert right == {one.placed(place) for place in put.answers} | also
        assert len(group.sentences) <= len(put.answers) + len(put.also) + BESIDE + 1


def test_each_turn_takes_other_sentences(exercises: tuple[Exercise, ...]) -> None:
    order = random.Random(1)  # noqa: S311 - an order, not a secret

    assert of_exercises(exercises[:5], order) != of_exercises(exercises[:5], order)


def test_an_item_stands_beside_its_list_and_answers_with_it() -> None:
    items = 0
    for one in load_exercises(LISTS):
        wholes = {}
        for place, sentence in enumerate(one.sentences):
            header, between, item = sentence.partition(": | ")
            if between:
                items += 1
                among = [at for at, whole in enumerate(one.sentences) if whole.startswith(f"{header}: ") and item in whole]
                wholes[place] = set(among) - {place}
                assert wholes[place], sentence
        for put in one.questions:
            assert all(wholes[place] & set(put.answers) for place in put.answers if place in wholes), put.asked
    assert items > 500


@pytest.mark.parametrize("begins", ["what is", "what does", "what did", "why", "who", "when", "how", "is "])
def test_a_plain_sort_of_question_is_both_answered_and_not(begins: str) -> None:
    put = [put for one in load_exercises(PLAIN) for put in one.questions if put.asked.casefold().startswith(begins)]

    assert sum(bool(one.answers) for one in put) >= 20
    assert sum(not one.answers for one in put) >= 5
