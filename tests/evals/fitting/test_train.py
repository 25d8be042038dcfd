"""Training learns what tells right candidates apart, and stays at the hand weights where nothing does."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from evals.fitting.scoring import PRIOR, TOGETHER, USED, Choice, fit_confidence, fit_scorer
from evals.fitting.train import train, write
from evals.gold.questions import GoldQuestion
from search_api.answering.confidence import Confidence
from search_api.answering.scorer import Scorer
from search_api.library import Library

Make = Callable[..., GoldQuestion]
RUN = USED.index("run")


def choice(gold: GoldQuestion, rows: Sequence[Sequence[float]], right: Sequence[bool]) -> Choice:
    return Choice(gold, (), np.array(rows, dtype=float), np.array(right, dtype=bool))


def choices(gold: GoldQuestion, number: int = 40, *, noise: float = 1.0) -> list[Choice]:
    """Questions of five candidates, the right one of which has more of `run` than the rest, all else being noise."""
    draw = np.random.default_rng(7)
    made = []
    for place in range(number):
        rows = noise * draw.random((5, len(USED)))
        rows[:, RUN] = 0.1 * draw.random(5)
        rows[place % 5, RUN] = 0.9
        made.append(choice(gold, rows, [one == place % 5 for one in range(5)]))
    return made


@pytest.fixture(scope="module")
def gold(make_question: Make) -> GoldQuestion:
    return make_question("q", "When do bells ring?")


def scores(scorer: Scorer, one: Choice) -> list[float]:
    return [scorer.score(dict(zip(USED, map(float, row), strict=True))) for row in one.features]


def test_what_tells_the_right_candidate_apart_is_learnt(gold: GoldQuestion) -> None:
    asked = choices(gold)
    scorer = fit_scorer(asked)
    made = [scores(scorer, one) for one in asked]

    assert all(np.argmax(found) == np.argmax(one.right) for found, one in zip(made, asked, strict=True))
    assert max(scorer.weights, key=lambda name: scorer.weights[name]) == "run"
    for found, one in zip(made, asked, strict=True):
        chances = [scorer.chance(score, max(found)) for score in found]
        assert min(chance for chance, right in zip(chances, one.right, strict=True) if right) > 0.5
        assert max(chance for chance, right in zip(chances, one.right, strict=True) if not right) < 0.5


def test_with_nothing_to_tell_them_apart_the_hand_weights_hold(gold: GoldQuestion) -> None:
    same = [choice(gold, [[0.5] * len(USED)] * 4, [True, False, False, False]) for _ in range(9)]

    assert fit_scorer(same).weights == pytest.approx({name: PRIOR.get(name, 0.0) for name in USED}, abs=1e-6)


def test_what_never_varies_keeps_its_hand_weight(gold: GoldQuestion) -> None:
    asked = choices(gold)
    for one in asked:
        one.features[:, USED.index("passage")] = 0.7

    assert fit_scorer(asked).weights["passage"] == pytest.approx(PRIOR["passage"], abs=1e-6)


def test_a_question_without_a_right_candidate_teaches_nothing(gold: GoldQuestion) -> None:
    asked = choices(gold)
    none = choice(gold, np.random.default_rng(1).random((5, len(USED))).tolist(), [False] * 5)

    assert fit_scorer([*asked, none, none]) == fit_scorer(asked)


def test_any_one_of_several_right_candidates_will_do(gold: GoldQuestion) -> None:
    rows = np.zeros((3, len(USED)))
    rows[:, RUN] = [0.9, 0.0, 0.1]
    asked = [choice(gold, rows.tolist(), [True, True, False]) for _ in range(9)]

    assert fit_scorer(asked).weights["run"] > 0


def test_weights_do_not_depend_on_the_unit_a_feature_is_in(gold: GoldQuestion) -> None:
    asked = choices(gold, noise=0.0)
    scaled = [choice(gold, (one.features * 10).tolist(), one.right.tolist()) for one in asked]

    assert fit_scorer(scaled).weights["run"] * 10 == pytest.approx(fit_scorer(asked).weights["run"], rel=0.02)


def examples(number: int = 200) -> tuple[list[dict[str, float]], list[bool]]:
    """Signals, of which `chance` alone tells, `cosine` is noise and `list` is always the same."""
    draw = np.random.default_rng(3)
    rows = [{"chance": float(draw.random()), "cosine": float(draw.random()), "list": 0.7} for _ in range(number)]
    return rows, [row["chance"] > 0.5 for row in rows]


def test_a_signal_that_tells_is_learnt_and_one_that_never_varies_is_left_out() -> None:
    rows, labels = examples()
    made = fit_confidence(rows, labels)
    confidence = Confidence(**made)

    assert made["weights"].keys() == made["means"].keys() == made["deviations"].keys() == {"chance", "cosine"}
    assert made["weights"]["chance"] > 5 * abs(made["weights"]["cosine"])
    assert confidence.chance({"chance": 0.9, "cosine": 0.5}) > 0.8
    assert confidence.chance({"chance": 0.1, "cosine": 0.5}) < 0.2


def test_signals_that_tell_nothing_give_the_share_of_right_ones() -> None:
    draw = np.random.default_rng(5)
    rows = [{"cosine": float(draw.random())} for _ in range(400)]
    confidence = Confidence(**fit_confidence(rows, [number % 4 == 0 for number in range(400)]))

    assert confidence.chance({"cosine": 0.5}) == pytest.approx(0.25, abs=0.02)


def test_a_small_register_is_trained_on_and_written_as_the_product_reads_it(
    bells: Library, make_question: Make, make_unanswerable: Make, tmp_path: Path
) -> None:
    questions = [
        make_question("when", "When do bells ring each morning?", family="bells"),
        make_question("again", "At what hour do the bells ring in the morning?", family="bells"),
        make_question("ring", "When does the bell ring?", family="rings"),
        make_unanswerable("bread", "How do I bake sourdough bread?", family="bread"),
    ]
    seen: list[tuple[int, int]] = []
    trained = train(bells, questions, progress=lambda done, of: seen.append((done, of)))
    write(tmp_path, trained)
    scorer, confidence = (json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) for name in trained)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["confidence.json", "scorer.json"]
    assert scorer["about"] == {"fitted_on": "questions of split dev", "questions": 4, "answerable": 3}
    assert (list(scorer["first"]), tuple(scorer["weights"])) == (USED, TOGETHER)
    assert Scorer(weights=scorer["weights"], first=scorer["first"], **scorer["chance"]).first == scorer["first"]
    # Each question that has an answer is shown as it is, without its texts, and without its sentences alone.
    assert confidence["about"]["examples"] == 10
    assert confidence["about"]["right"] == 3
    coefficients = Confidence(**{name: confidence[name] for name in ("intercept", "weights", "means", "deviations")})
    assert 0 < coefficients.chance(coefficients.means) < 1
    assert seen == [(step, 12) for step in range(12)]
