"""Fusion, inheritance and grouping, by arithmetic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.rank import BM25_ONLY, DENSE_ONLY, OURS, Scores, Weights, fuse, group, inherit


def test_each_half_is_measured_against_its_own_best() -> None:
    found = {"a": Scores(0.8, 5.0), "b": Scores(0.4, 10.0), "c": Scores(None, 10.0), "d": Scores(-0.2, None)}

    fused = fuse(found, Weights(dense=0.6, sparse=0.4, inherit=0))

    assert fused == {"a": pytest.approx(0.8), "b": pytest.approx(0.7), "c": pytest.approx(0.4), "d": 0.0}


@given(st.dictionaries(st.text(min_size=1), st.floats(0.01, 1), min_size=1))
def test_one_half_alone_keeps_its_own_order(cosines: dict[str, float]) -> None:
    found = {key: Scores(cosine, None) for key, cosine in cosines.items()}

    fused = fuse(found, DENSE_ONLY)

    assert sorted(fused, key=lambda key: fused[key]) == sorted(cosines, key=lambda key: cosines[key])
    assert max(fuse(found, BM25_ONLY).values()) == 0


def test_a_passage_inherits_from_the_best_of_its_publication() -> None:
    fused = {"a": 1.0, "b": 0.2, "c": 0.4}

    made = inherit(fused, {"a": "p", "b": "p", "c": "q"}, Weights(dense=1, sparse=0, inherit=0.5))

    assert made == {"a": pytest.approx(1.0), "b": pytest.approx(0.7 / 1.5), "c": pytest.approx(0.4)}


def test_grouping_keeps_the_order_and_drops_only_the_surplus() -> None:
    publications = {"a": "p", "b": "p", "c": "q", "d": "p", "e": "q"}

    assert group(["a", "b", "c", "d", "e"], publications, most=2) == ["a", "b", "c", "e"]
    assert group(["a", "b", "c", "d", "e"], publications, most=1) == ["a", "c"]


def test_nothing_found_fuses_to_nothing() -> None:
    assert fuse({}, OURS) == {}
    assert inherit({}, {}, OURS) == {}
