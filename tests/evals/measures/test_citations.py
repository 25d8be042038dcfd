"""Citations are held to the words at their place and to the gold groups, each fairly to its length."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from evals.gold.questions import GoldQuestion
from evals.measures.citations import citation_scores, exact_scores
from evals.systems.response import Cited
from tests.evals.texts import BELLS, DOCUMENTS, cite

NINE = cite("Bells ring at nine each morning.")
LOUD = cite("They may be loud.")
PARAGRAPH = cite("Bells ring at nine each morning. They may be loud. Heads set the volume.")
GROUPS = ((NINE.place,), (LOUD.place, cite("Heads set the volume.").place))


@pytest.mark.parametrize(
    "wrong",
    [
        replace(NINE, start=NINE.start + 1, end=NINE.end + 1),
        replace(NINE, quote="Bells ring!"),
        replace(NINE, document_id="gone"),
    ],
    ids=["another place", "other words", "no such text"],
)
def test_a_quotation_that_is_not_there_is_not_exact(wrong: Cited) -> None:
    assert exact_scores((NINE, wrong), DOCUMENTS.get)["exact_quotes"] == 0.5


def test_nothing_cited_has_no_scores(make_question: Callable[..., GoldQuestion]) -> None:
    assert exact_scores((), DOCUMENTS.get) == {}
    assert citation_scores(make_question("q", "When?"), (), GROUPS) == {}


@pytest.mark.parametrize(
    ("cited", "precision", "recall", "f1"),
    [
        ((NINE, LOUD), 1.0, 1.0, 1.0),
        ((NINE,), 1.0, 0.5, 2 / 3),
        ((NINE, cite("Doors, gates and windows are closed at four.")), 0.5, 0.5, 0.5),
        ((PARAGRAPH,), 1.0, 1.0, 1.0),
        ((cite("write to the council."),), 0.0, 0.0, 0.0),
    ],
)
def test_precision_and_recall_over_groups(
    make_question: Callable[..., GoldQuestion], cited: tuple[Cited, ...], precision: float, recall: float, f1: float
) -> None:
    scores = citation_scores(make_question("q", "When?"), cited, GROUPS)
    assert (scores["citation_precision"], scores["citation_recall"], scores["citation_f1"]) == pytest.approx(
        (precision, recall, f1)
    )


def test_a_publication_that_answers_counts_whatever_the_words(make_question: Callable[..., GoldQuestion]) -> None:
    elsewhere = replace(LOUD, publication_id="lunch-2023")
    assert citation_scores(make_question("q", "When?"), (NINE, elsewhere), GROUPS)["cited_publication"] == 0.5
    assert NINE.document_id == BELLS.id
