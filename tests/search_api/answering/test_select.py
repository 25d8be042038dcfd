"""Sentences of the passages found, scored and chosen, by the scorer given; some may be left out."""

import pytest

from search_api.answering.candidates import Candidate
from search_api.answering.meanings import Meanings
from search_api.answering.scorer import Scorer
from search_api.answering.select import MOST_UNITS, PASSAGES_READ, Selection, select
from search_api.question.kind import Kind
from search_api.question.question import Question
from tests.search_api.making import hit, question, reading, text

POND = text("Otters swim in ponds. Otters eat fish by night. Otters have until 1 May 2025.", "pond")
BATS = text("Bats eat moths by night.", "bats")
WELSH = text("Mae dyfrgwn yn nofio.", "cy", language="cy")
HITS = [hit(POND, score=0.9), hit(BATS, score=0.5), hit(WELSH, score=0.4)]
BY_WORDS = Scorer(weights={"coverage_own": 1.0}, intercept=0.0, slope=4.0, behind=-4.0)
BY_MEANING = Scorer(weights={"cosine_own": 1.0}, intercept=0.0, slope=4.0, behind=-4.0)
LAST = Scorer(weights={"rank": -1.0}, intercept=0.0, slope=4.0, behind=-4.0)


def selected(asked: Question, scorer: Scorer | None, meanings: Meanings, **more: object) -> Selection:
    given = {"reading": reading(POND, BATS, WELSH), "meanings": meanings, "scorer": scorer}
    return select(asked, HITS, **(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "scorer", "first"),
    [
        ("Who eats moths?", BY_WORDS, "Bats eat moths by night."),
        ("Who eats fish?", BY_WORDS, "Otters eat fish by night."),
        ("Which animal lives in water?", BY_MEANING, "Otters swim in ponds."),
        ("Who eats moths?", LAST, "Mae dyfrgwn yn nofio."),
        ("Pwy sy'n nofio?", BY_WORDS, "Mae dyfrgwn yn nofio."),
    ],
)
def test_the_scorer_given_decides_what_comes_first(asked: str, scorer: Scorer, first: str, meanings: Meanings) -> None:
    found = selected(question(asked), scorer, meanings)

    assert found.ranked[0].measured.candidate.text == first
    assert found.chosen[0].scored == found.ranked[0]
    assert len(found.ranked) == 5


def test_a_selection_tells_what_it_was_made_of(meanings: Meanings) -> None:
    found = selected(question("When do otters eat fish?"), BY_WORDS, meanings)

    assert found.kind is Kind.WHEN
    assert found.hits == tuple(HITS)
    assert found.told.keys() == {"otter", "eat", "fish"}
    assert {one.measured.candidate.key for one in found.ranked} >= {one.scored.measured.candidate.key for one in found.chosen}


def test_the_packaged_scorer_is_used_where_none_is_given(meanings: Meanings) -> None:
    found = selected(question("Do otters eat fish by night?"), None, meanings)

    assert found.chosen[0].scored.measured.candidate.text == "Otters eat fish by night."


@pytest.mark.parametrize(
    ("left_out", "texts"),
    [
        (lambda one: one.held.publication.id == "pond", ["Bats eat moths by night.", "Mae dyfrgwn yn nofio."]),
        (lambda one: "eat" in one.text, ["Mae dyfrgwn yn nofio.", "Otters have until 1 May 2025.", "Otters swim in ponds."]),
        (lambda one: bool(one.text), []),
    ],
)
def test_candidates_may_be_left_out(left_out: object, texts: list[str], meanings: Meanings) -> None:
    found = selected(question("Who eats moths?"), BY_WORDS, meanings, without=left_out)

    assert sorted(one.measured.candidate.text for one in found.ranked) == texts
    assert bool(found.chosen) == bool(texts)


def test_what_may_not_be_read_is_not_selected(meanings: Meanings) -> None:
    found = selected(question("Who eats moths?"), BY_WORDS, meanings, reading=reading(POND))

    assert {one.measured.candidate.held.publication.id for one in found.ranked} == {"pond"}


def test_so_many_passages_and_sentences_are_read(meanings: Meanings) -> None:
    shelf = [text("Mae dyfrgwn yn nofio. " * 10, f"pond-{place}", language="cy") for place in range(PASSAGES_READ + 5)]
    kept: list[Candidate] = []
    found = select(
        question("Pwy sy'n nofio?"),
        [hit(held) for held in shelf],
        reading=reading(*shelf),
        meanings=meanings,
        scorer=BY_WORDS,
        without=lambda one: kept.append(one) is not None,
    )

    assert len(found.hits) == PASSAGES_READ + 5
    assert len(found.ranked) == len(kept) == MOST_UNITS
