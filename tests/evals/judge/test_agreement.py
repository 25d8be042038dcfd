"""Agreement is that of scikit-learn, and a corrected mean is the formula's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from evals.judge.agreement import LEAST_PAIRS, agreement, kappa_of
from evals.judge.corrected import corrected
from evals.judge.pairs import Label, Pair, labelled_pairs, pairs_of, shuffled
from evals.judge.prompt import Basis, Verdict

LABELS = list(Label)


def pairs(truth: list[Label]) -> list[Pair]:
    return [Pair(key=f"k{n}", family=f"f{n // 3}", sentence="s", words="w", label=one) for n, one in enumerate(truth)]


def verdicts(said: list[Label]) -> list[Verdict]:
    return [Verdict(label=one, basis=Basis.QUOTED) for one in said]


TRUTH = [Label.FULL, Label.NONE, Label.FULL, Label.NONE] * 50


@given(st.lists(st.sampled_from(LABELS), min_size=len(TRUTH), max_size=len(TRUTH)))
def test_kappa_is_scikit_learn_s(said: list[Label]) -> None:
    table = np.zeros((3, 3))
    for one, other in zip(TRUTH, said, strict=True):
        table[LABELS.index(one), LABELS.index(other)] += 1

    wanted = cohen_kappa_score([one.value for one in TRUTH], [one.value for one in said])
    assert kappa_of(table[None])[0] == pytest.approx(wanted)


def test_where_all_is_one_label_there_is_no_kappa() -> None:
    table = np.zeros((1, 3, 3))
    table[0, 0, 0] = 7

    assert np.isnan(kappa_of(table)[0])


def test_measures_have_intervals_by_family_and_counts() -> None:
    said = [Label.NONE if n % 10 == 0 else one for n, one in enumerate(TRUTH)]
    found = agreement(pairs(TRUTH), verdicts(said))

    assert found.accuracy.mean == 0.9
    assert found.kappa.mean == pytest.approx(0.8)
    assert found.kappa.low < 0.8 < found.kappa.high
    assert found.kappa.families == 67
    assert found.recall_none.mean == 1.0
    assert found.counts[Label.FULL, Label.NONE] == 20
    assert found.against == ""


@pytest.mark.parametrize(
    ("truth", "said", "told"),
    [
        (TRUTH[:148], TRUTH[:148], f"148 labelled pairs are fewer than {LEAST_PAIRS}"),
        (TRUTH, [Label.FULL, Label.NONE, Label.NONE, Label.NONE] * 50, "its kappa with people is 0.50, under 0.6"),
        (TRUTH, [Label.FULL, Label.NONE, Label.FULL, Label.NONE, *TRUTH[:2], Label.FULL, Label.FULL] * 25, "it finds 75% of"),
    ],
)
def test_a_judge_that_does_not_agree_enough_is_not_used(truth: list[Label], said: list[Label], told: str) -> None:
    assert told in agreement(pairs(truth), verdicts(said)).against


def test_without_a_false_sentence_nothing_is_measured() -> None:
    with pytest.raises(ValueError, match="no pair is labelled none"):
        agreement(pairs([Label.FULL]), verdicts([Label.FULL]))


def test_a_corrected_mean_is_the_formula_s() -> None:
    found = corrected([1.0, 1.0, 0.5, 0.0], [(1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.5)])

    assert found
    assert found.raw == 0.625
    assert found.mean == pytest.approx(0.625 - 0.125)
    spread = np.sqrt(np.var([1, 1, 0.5, 0], ddof=1) / 4 + np.var([0, -1, 0, 0.5], ddof=1) / 4)
    assert (found.low, found.high) == (pytest.approx(0.5 - 1.96 * spread), pytest.approx(0.5 + 1.96 * spread))
    assert (found.n, found.labelled) == (4, 4)


@pytest.mark.parametrize(("judged", "labelled"), [([1.0], [(1.0, 1.0)] * 5), ([1.0, 0.0], [(1.0, 1.0)])])
def test_of_one_there_is_no_mean(judged: list[float], labelled: list[tuple[float, float]]) -> None:
    assert corrected(judged, labelled) is None


def test_a_perfect_judge_needs_no_correction() -> None:
    found = corrected([1.0, 0.0, 1.0], [(1.0, 1.0), (0.0, 0.0)])

    assert found
    assert found.mean == found.raw


def test_there_are_enough_labelled_pairs_each_with_a_key_of_its_own() -> None:
    found = labelled_pairs()

    assert len(found) >= LEAST_PAIRS
    assert len({one.key for one in found}) == len(found)
    assert {one.label for one in found} == {Label.FULL, Label.NONE}
    assert sorted(one.key for one in shuffled(found)) == sorted(one.key for one in found)


def test_a_statement_is_judged_by_all_it_cites_and_one_that_cites_nothing_by_nobody() -> None:
    row = {
        "id": "q",
        "system": "ours",
        "family": "f",
        "answered": True,
        "citations": [{"quote": "One."}, {"quote": "Two."}],
        "statements": [{"text": "Both.", "citations": [1, 2]}, {"text": "None.", "citations": []}],
    }

    (found,) = pairs_of([row])
    assert (found.sentence, found.words, found.is_own_words) == ("Both.", "One.\nTwo.", False)
