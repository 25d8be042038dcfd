"""Passages rise for what the question names of their publications, and a text that replaced another rises to it."""

from collections.abc import Sequence
from datetime import date

import pytest

from corpus.publication import PublicationType, Relation, RelationKind
from index.query import Hit
from search_api.answering.route import BOOSTS, REPLACED_LOOKED_AT, REPLACING, replaced_by, route, with_replacing
from tests.search_api.making import hit, question, text

LETTER = text(
    "Otters swim.",
    "letter",
    title="Otters in ponds",
    type=PublicationType.LETTER,
    author="Mair Pendry",
    published=date(2022, 3, 9),
)
PLAIN = text("Bats fly.", "plain", title="Caves", type=PublicationType.NEWS, author=None, published=None)
ALL = {held.publication.id: held.publication for held in (LETTER, PLAIN)}


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("What do letters say?", ["type"]),
        ("What happened in 2022?", ["period"]),
        ("What happened in March 2022?", ["period"]),
        ("What happened since 2020?", ["period"]),
        ("What happened in 2023?", []),
        ("What did Pendry say?", ["speaker"]),
        ("What did PENDRY say?", ["speaker"]),
        ("What was said by Pendry?", ["speaker"]),
        ("What were Pendry's words?", ["speaker"]),
        ("Is it Pendryville?", []),
        ("What did Mair say?", []),
        ("Do otters live in ponds?", ["title"]),
        ("Do otters live?", []),
        ("What did the letters of 2022 by Pendry say of otters in a pond?", ["type", "period", "speaker", "title"]),
        ("What is it?", []),
    ],
)
def test_a_passage_rises_by_what_the_question_names(asked: str, named: list[str]) -> None:
    hits = [hit(PLAIN, score=0.5), hit(LETTER, score=0.5)]
    scores = {one.publication_id: one.score for one in route(question(asked), hits, ALL.get)}

    assert scores == {"plain": 0.5, "letter": pytest.approx(0.5 + sum(BOOSTS[name] for name in named))}


@pytest.mark.parametrize("asked", ["What did Pendry say?", "What did Pendry's letters say?"])
def test_the_passages_named_come_first(asked: str) -> None:
    hits = [hit(PLAIN, score=0.5), hit(LETTER, score=0.48)]

    assert [one.publication_id for one in route(question(asked), hits, ALL.get)] == ["letter", "plain"]


def test_what_the_catalogue_no_longer_has_keeps_its_score_and_equals_go_by_their_ids() -> None:
    hits = [hit(PLAIN, score=0.5), hit(LETTER, score=0.5)]
    found = route(question("What do letters say?"), hits, {}.get)

    assert [one.score for one in found] == [0.5, 0.5]
    assert [one.passage.id for one in found] == sorted(one.passage.id for one in hits)
    assert route(question("What?"), [], ALL.get) == []


def supersedes(*pairs: str) -> list[Relation]:
    """`"b>a"`: b supersedes a."""
    return [Relation(source=new, kind=RelationKind.SUPERSEDES, target=old) for new, old in (pair.split(">") for pair in pairs)]


@pytest.mark.parametrize(
    ("pairs", "ends"),
    [
        ((), {}),
        (("b>a",), {"a": "b"}),
        (("b>a", "c>b", "d>c"), {"a": "d", "b": "d", "c": "d"}),
        (("a>b", "b>a"), {}),
        (("a>a",), {}),
        (("b>a", "c>b", "b>c"), {}),
        (("b>a", "y>x"), {"a": "b", "x": "y"}),
        (("n>a", "n>b"), {"a": "n", "b": "n"}),
    ],
)
def test_the_text_at_the_end_of_a_chain(pairs: tuple[str, ...], ends: dict[str, str]) -> None:
    other = Relation(source="z", kind=RelationKind.FOLLOWS_UP, target="a")

    assert replaced_by([*supersedes(*pairs), other]) == ends


def hits(*scores: tuple[str, float]) -> list[Hit]:
    return [hit(text(f"Otters swim. Line {number}.", key), score=score) for number, (key, score) in enumerate(scores)]


def scores(found: Sequence[Hit]) -> list[tuple[str, float]]:
    return [(one.publication_id, round(one.score, 6)) for one in found]


def test_the_text_that_replaced_a_better_match_rises_to_it() -> None:
    current = hits(("other", 0.6), ("new", 0.3))
    raised = with_replacing(current, hits(("old", 0.8)), {"old": "new"})

    assert scores(raised) == [("new", round(REPLACING * 0.8, 6)), ("other", 0.6)]


def test_its_other_passages_rise_by_as_much_and_keep_their_order() -> None:
    raised = with_replacing(hits(("new", 0.3), ("other", 0.6), ("new", 0.1)), hits(("old", 0.8)), {"old": "new"})

    assert scores(raised) == [("new", 0.76), ("other", 0.6), ("new", 0.56)]


@pytest.mark.parametrize(
    ("replaced", "by"),
    [
        ([("old", 0.8)], {}),
        ([("old", 0.8)], {"old": "not found"}),
        ([("old", 0.2)], {"old": "new"}),
        ([], {"old": "new"}),
        ([*[("else", 0.9)] * REPLACED_LOOKED_AT, ("old", 0.8)], {"old": "new"}),
    ],
    ids=["not replaced", "its successor was not found", "a worse match", "none found", "not among the first"],
)
def test_nothing_else_rises(replaced: list[tuple[str, float]], by: dict[str, str]) -> None:
    current = hits(("other", 0.6), ("new", 0.3))

    assert scores(with_replacing(current, hits(*replaced), by)) == [("other", 0.6), ("new", 0.3)]


def test_of_two_that_it_replaced_the_better_match_counts() -> None:
    raised = with_replacing(hits(("new", 0.3)), hits(("old", 0.8), ("older", 0.9)), {"old": "new", "older": "new"})

    assert scores(raised) == [("new", round(REPLACING * 0.9, 6))]
