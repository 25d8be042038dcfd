"""What answers stands above what is only near; nothing found is lost, and pages are parts of one ranking."""

import pytest

from index.query import Hit
from search_api.answering.choices import SHIPPED
from search_api.answering.meanings import Meanings
from search_api.answering.ranking import RAISED, by_answers
from search_api.library import Library
from search_api.question.question import Asked
from tests.search_api.making import hit, question, reading, text

FEES = text("Fees for the swimming pool are reviewed by the council every spring.", "fees", title="Swimming pool")
HOURS = text("The swimming pool opens at nine on school days.", "hours", title="Swimming pool: hours")
BATS = text("Bats eat moths by night.", "bats", title="Caves")
HELD = (FEES, HOURS, BATS)


def ranked(asked: str, hits: list[Hit], meanings: Meanings) -> list[Hit]:
    publications = {one.publication.id: one.publication for one in HELD}
    return by_answers(
        question(asked), hits, publication_of=publications.get, reading=reading(*HELD), meanings=meanings, choices=SHIPPED
    )


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("When does the swimming pool open?", "hours"),
        ("How often are the fees of the swimming pool looked at again?", "fees"),
        ("What do bats live on?", "bats"),
    ],
)
def test_what_answers_rises_above_what_stood_a_little_nearer(asked: str, first: str, meanings: Meanings) -> None:
    hits = sorted((hit(one, score=0.5 if one.publication.id == first else 0.55) for one in HELD), key=lambda one: -one.score)
    made = ranked(asked, hits, meanings)

    assert made[0].publication_id == first
    assert sorted(one.passage.id for one in made) == sorted(one.passage.id for one in hits)


def test_a_text_that_may_not_be_shown_keeps_its_place_by_its_own_score_alone(meanings: Meanings) -> None:
    gone = text("The swimming pool opens at nine on school days.", "gone", title="Caves")
    [made] = ranked("When does the swimming pool open?", [hit(gone, score=0.6)], meanings)

    assert made.score == pytest.approx(0.6 / (1 + RAISED))


def test_pages_are_parts_of_one_ranking(library: Library) -> None:
    whole = library.search(library.read(Asked(q="reading plans and uniform", limit=100)))
    pages = [
        library.search(library.read(Asked(q="reading plans and uniform", limit=1, page=number + 1)))
        for number in range(len(whole.shown))
    ]

    assert len(whole.shown) > 1
    assert [page.shown[0].hit.passage.id for page in pages] == [one.hit.passage.id for one in whole.shown]
    assert {page.total for page in pages} == {whole.total}
    assert [page.shown[0].rank for page in pages] == [one.rank for one in whole.shown]
