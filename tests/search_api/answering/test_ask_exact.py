"""Every quotation of every answer stands in its document to the letter: development questions on the whole register."""

import pytest

from corpus.settings import ROOT
from evals.gold.questions import QUESTIONS, GoldQuestion, load_questions, read_said
from search_api.answering.answer import AnswerStatus, Note
from search_api.answering.ask import in_quotations
from search_api.answering.shelf import shelf_of
from search_api.library import Library
from search_api.question.question import Asked
from tests.search_api.making import OPEN, assert_exact

MOST = 24


def dev() -> list[GoldQuestion]:
    """Development questions, one of every few."""
    every = load_questions(QUESTIONS, read_said(ROOT / "corpus" / "register.jsonl"))
    kept = [one for one in every if one.split == "dev"]
    return kept[:: max(len(kept) // MOST, 1)][:MOST]


@pytest.mark.parametrize("gold", dev(), ids=lambda one: one.id)
def test_every_quotation_is_exact_and_of_a_text_that_may_answer(library: Library, gold: GoldQuestion) -> None:
    asked = library.read(Asked(q=gold.text, as_of=gold.as_of.isoformat() if gold.as_of else None))
    found = in_quotations(library, asked, thresholds=OPEN)[0]

    assert_exact(library, found)
    assert bool(found.citations) == (found.status in (AnswerStatus.ANSWERED, AnswerStatus.UNANSWERED_ONLY_SUPERSEDED))
    assert bool(found.citations) or found.nearest
    assert found.probability is not None
    assert 0 <= found.probability <= 1
    allowed = shelf_of(asked).statuses
    if found.citations and allowed and not {Note.NOT_IN_FORCE, Note.ONLY_SUPERSEDED} & set(found.notes):
        assert {one.publication.standing.status for one in found.citations} <= set(allowed)
