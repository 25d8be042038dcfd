"""Lists are measured item by item, one to one, whether they stand as a list or in a sentence."""

import pytest

from evals.gold.places import Spans
from evals.measures.lists import MOST_ITEMS, list_scores
from evals.systems.response import Cited
from tests.evals.texts import BELLS, DOCUMENTS, cite

OIL, TEST, WRITE = (
    cite(words) for words in ("oil each bell in March. Use thin oil;", "test it on Mondays;", "write to the council.")
)
LIST = cite(BELLS.text[BELLS.text.index("The caretaker") : BELLS.text.index("council.") + len("council.")])
DOORS = cite("Doors, gates and windows are closed at four.")
LOUD = cite("They may be loud.")


def _groups(*wanted: Cited) -> tuple[Spans, ...]:
    return tuple((one.place,) for one in wanted)


THREE = _groups(OIL, TEST, WRITE)


@pytest.mark.parametrize(
    ("cited", "wanted", "precision", "recall"),
    [
        ((LIST,), THREE, 1.0, 1.0),
        ((OIL, TEST, WRITE), THREE, 1.0, 1.0),
        ((OIL,), THREE, 1.0, 1 / 3),
        ((LIST, LOUD), THREE, 3 / 4, 1.0),
        ((LIST, LIST, OIL), THREE, 1.0, 1.0),
        ((LIST,), _groups(OIL, TEST), 2 / 3, 1.0),
        ((LOUD,), THREE, 0.0, 0.0),
        ((DOORS,), _groups(DOORS, DOORS, DOORS), 1.0, 1.0),
        ((DOORS, LOUD), _groups(DOORS, DOORS, OIL), 2 / 3, 2 / 3),
        ((LIST,), (*THREE, ()), 1.0, 3 / 4),
    ],
    ids=[
        "a whole list, whose introduction is no item",
        "its items",
        "one of them",
        "and a sentence more",
        "twice over",
        "more than was wanted",
        "something else",
        "three items in one sentence",
        "two in a sentence, one missing",
        "an item nothing says",
    ],
)
def test_items_are_paired(cited: tuple[Cited, ...], wanted: tuple[Spans, ...], precision: float, recall: float) -> None:
    scores = list_scores(cited, wanted, DOCUMENTS.get)
    assert (scores["list_precision"], scores["list_recall"]) == pytest.approx((precision, recall))
    both = precision + recall
    assert scores["list_f1"] == pytest.approx(2 * precision * recall / both if both else 0.0)


def test_one_place_of_an_item_cannot_stand_for_two() -> None:
    either = (OIL.place, TEST.place)
    assert list_scores((OIL,), (either, either), DOCUMENTS.get)["list_recall"] == 1.0  # it says both
    assert list_scores((OIL,), (OIL.place,) and (either, (WRITE.place,)), DOCUMENTS.get)["list_recall"] == 0.5


def test_what_is_no_list_has_no_scores() -> None:
    assert list_scores((OIL,), _groups(OIL), DOCUMENTS.get) == {}
    assert list_scores((), THREE, DOCUMENTS.get) == {}


def test_items_past_a_dozen_are_not_read() -> None:
    padding = tuple(
        Cited(publication_id="p", document_id="gone", start=20 * n, end=20 * n + 10, quote="x") for n in range(MOST_ITEMS)
    )
    assert list_scores((*padding, *(OIL, TEST, WRITE)), THREE, DOCUMENTS.get)["list_recall"] == 0.0
