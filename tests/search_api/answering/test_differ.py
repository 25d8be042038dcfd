"""Texts disagree where they answer with different days or numbers for one thing; the newest is then shown first."""

from datetime import date

import pytest

from search_api.answering.differ import SAME_THING, disagree, newest_first
from search_api.question.kind import Kind
from tests.search_api.making import Vector, candidate, chosen, scored, text

X, NEAR, FAR = (1.0, 0.0), (SAME_THING + 0.01, 0.79), (SAME_THING - 0.01, 0.81)
MAY, JUNE = "The plan is due by 1 May 2025.", "The plan is due by 1 June 2025."


@pytest.mark.parametrize(
    ("kind", "first", "second", "differ"),
    [
        (Kind.WHEN, MAY, JUNE, True),
        (Kind.WHEN, MAY, "Send the plan on 1 May 2025.", False),
        (Kind.WHEN, MAY, "Send the plan in May 2025.", False),
        (Kind.WHEN, MAY, "Send the plan in 2025.", False),
        (Kind.WHEN, MAY, "Send the plan in June 2025.", True),
        (Kind.WHEN, MAY, "Send the plan in 2026.", True),
        (Kind.WHEN, MAY, "Send the plan.", False),
        (Kind.WHEN, "Send the plan.", "Do send the plan.", False),
        (Kind.HOW_MUCH, "It costs £28 million.", "It costs £28m.", False),
        (Kind.HOW_MUCH, "It costs £28 million.", "It costs £30 million.", True),
        (Kind.HOW_LONG, "It lasts 30 days.", "It lasts 60 days.", True),
        (Kind.HOW_LONG, "It lasts 30 days.", "It must last 30 days.", False),
        (Kind.WHO, "Mair Pendry leads.", "Rhys Cwm leads.", False),
        (Kind.MUST, MAY, JUNE, False),
        (Kind.OTHER, MAY, JUNE, False),
    ],
)
def test_other_days_and_numbers_disagree(kind: Kind, first: str, second: str, differ: bool) -> None:
    shown = chosen(*(scored(candidate(text(words, key), words[:9]), vector=X) for key, words in (("a", first), ("b", second))))

    assert disagree(kind, shown, {}) is disagree(kind, shown[::-1], {}) is differ


@pytest.mark.parametrize(
    ("key", "row", "differ"), [("b", NEAR, True), ("b", FAR, False), ("b", None, False), ("a", NEAR, False)]
)
def test_only_two_publications_on_one_thing_disagree(key: str, row: Vector, differ: bool) -> None:
    first = scored(candidate(text(MAY, "a"), "The plan"), vector=X)
    second = scored(candidate(text(JUNE, key), "The plan"), vector=row)

    assert disagree(Kind.WHEN, chosen(first, second), {}) is differ


@pytest.mark.parametrize(
    ("second", "differ"),
    [
        ("The National Learning Offer began in September 2022.", False),
        ("Yr Hawl Dysgu began in September 2022.", False),
        ("The New Body began in September 2022.", True),
        ("The body began in September 2022.", True),
        ("Welsh Government began it in September 2022.", True),
        ("Local Authorities begin in September 2022.", True),
    ],
)
def test_a_sentence_on_a_thing_with_another_name_does_not_disagree(second: str, differ: bool) -> None:
    rows = (("a", "The new body starts in September 2025."), ("b", second))
    shown = chosen(*(scored(candidate(text(words, key), words), vector=X) for key, words in rows))

    assert disagree(Kind.WHEN, shown, {}, asked="When does the new body start?") is differ
    assert disagree(Kind.WHEN, shown[::-1], {}, asked="When does the new body start?") is differ


def test_any_two_of_three_may_disagree() -> None:
    rows = (("a", MAY, FAR), ("b", JUNE, X), ("c", MAY, X))
    shown = chosen(*(scored(candidate(text(words, key), "The plan"), vector=row) for key, words, row in rows))

    assert disagree(Kind.WHEN, shown, {})
    assert not disagree(Kind.WHEN, shown[:2], {})
    assert not disagree(Kind.WHEN, (), {})


def test_the_newest_come_first_those_of_one_day_as_they_were_and_undated_ones_keep_their_places() -> None:
    days = {"a": date(2019, 1, 1), "b": None, "c": date(2025, 1, 1), "d": date(2019, 1, 1)}
    shown = chosen(*(scored(candidate(text(MAY, key, published=day), "The plan")) for key, day in days.items()))

    assert [one.scored.measured.candidate.held.publication.id for one in newest_first(shown)] == ["c", "b", "a", "d"]
