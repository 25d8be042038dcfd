"""Linking judged: halves that share no fact, and figures worked out by hand."""

from collections import Counter

import pytest

from corpus.evidence import Bearing
from corpus.settings import Settings
from evals.promises.labels import Split
from evals.promises.linking import f1_of, false_delivered, families, halves, macro_f1
from evals.promises.links import load_links

LINKS = load_links(Settings().register_path)
KINDS = Counter(
    {
        (Bearing.DELIVERED, Bearing.DELIVERED): 3,
        (Bearing.DELIVERED, Bearing.NONE): 1,
        (Bearing.PROGRESS, Bearing.DELIVERED): 1,
        (Bearing.NONE, Bearing.NONE): 5,
    }
)


def test_no_fact_is_in_both_halves_and_each_has_about_half() -> None:
    half, family = halves(LINKS), families(LINKS)
    facts = {split: {(one.evidence, one.fact) for one in LINKS if one.fact and half[_pair(one)] is split} for split in Split}
    counts = Counter(half.values())

    assert not facts[Split.DEV] & facts[Split.HELD]
    assert counts.total() == 66
    assert min(counts.values()) >= 25
    assert all(len({half[pair] for pair in half if family[pair] == key}) == 1 for key in family.values())


def _pair(link: object) -> tuple[str, int]:
    return link.publication, link.commitment  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("bearing", "f1"),
    [(Bearing.DELIVERED, 6 / 8), (Bearing.PROGRESS, 0.0), (Bearing.NONE, 10 / 11), (Bearing.REVISED, None)],
)
def test_f1_of_a_kind(bearing: Bearing, f1: float | None) -> None:
    assert f1_of(KINDS, bearing) == (None if f1 is None else pytest.approx(f1))


def test_the_mean_is_of_kinds_that_a_person_gave() -> None:
    assert macro_f1(KINDS) == pytest.approx((6 / 8 + 0 + 10 / 11) / 3)


def test_a_delivery_nobody_saw_is_false() -> None:
    assert false_delivered(KINDS) == (1, 6, 4)
