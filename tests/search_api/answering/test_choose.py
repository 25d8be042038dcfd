"""Which sentences are shown: a list whole, a fact with what adds to it, an explanation in its order, one thing said once."""

from collections.abc import Sequence
from datetime import date

import pytest

from search_api.answering.candidates import Candidate
from search_api.answering.choose import LEAST_CHANCE, LEAST_SHARE, OLDER_SHARE, choose, says_the_same
from search_api.answering.scorer import Scored
from search_api.question.kind import Kind
from tests.search_api.making import Vector, candidate, scored, text

X, Y, Z = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
NEAR = (0.9, (1 - 0.81) ** 0.5, 0.0)
"""Cosine .9 with X: nearly what it says."""
LISTED = text(
    "We will take these steps:\n\n• fund a coach;\n• publish a report;\n• ask heads.\n\nHeads report each year.", "list"
)
FIVE = text("Otters swim. Otters run. Otters eat. Otters sleep. Otters play. Otters dive. Otters hide.", "five")
WHOLE = "We will take these steps:"


def one(words: str, key: str = "one", **record: object) -> Candidate:
    """A text of one sentence."""
    return candidate(text(words, key, **record), words.split(".", maxsplit=1)[0])  # type: ignore[arg-type]


def shown(kind: Kind, *ranked: Scored) -> list[str]:
    return [chosen.scored.measured.candidate.text for chosen in choose(kind, ranked)]


def of_five(
    *chances: float, order: Sequence[str] = ("Otters swim.", "Otters run.", "Otters eat.", "Otters sleep.")
) -> list[Scored]:
    return [scored(candidate(FIVE, words), chance) for words, chance in zip(order, chances, strict=False)]


def test_nothing_found_shows_nothing() -> None:
    assert choose(Kind.WHEN, ()) == ()


@pytest.mark.parametrize("best", [WHOLE, "fund a coach;", "ask heads."])
def test_a_list_asked_for_is_given_whole_by_its_header_or_by_an_item(best: str) -> None:
    others = [words for words in (WHOLE, "fund a coach;", "ask heads.") if words != best]
    ranked = [scored(candidate(LISTED, best), 0.8), *(scored(candidate(LISTED, words), 0.1) for words in others)]
    [chosen] = choose(Kind.LIST, ranked)

    assert chosen.scored.measured.candidate.text.startswith(WHOLE)
    assert chosen.scored.measured.candidate.text.endswith("ask heads.")
    assert (chosen.scored.chance, chosen.context) == (0.8, None)


def test_a_list_not_asked_for_is_a_sentence_like_others() -> None:
    assert shown(Kind.WHEN, scored(candidate(LISTED, "fund a coach;"), 0.8), scored(candidate(LISTED, WHOLE), 0.1)) == [
        "fund a coach;"
    ]


@pytest.mark.parametrize(
    ("kind", "second", "whole", "given"),
    [
        (Kind.MUST, 0.5, 0.5, True),
        (Kind.OTHER, 0.5, 0.5, True),
        (Kind.WHEN, 0.5, 0.5, False),
        (Kind.MUST, 0.8 * LEAST_SHARE - 0.01, 0.5, False),
        (Kind.MUST, 0.5, 0.8 * LEAST_SHARE - 0.01, False),
    ],
)
def test_a_list_of_which_two_items_are_near_is_given_whole_where_more_than_a_few_words_may_be_asked_for(
    kind: Kind, second: float, whole: float, given: bool
) -> None:
    items = [scored(candidate(LISTED, "fund a coach;"), 0.8), scored(candidate(LISTED, "ask heads."), second)]
    other = scored(one("Bats fly.", "bats"), 0.5)
    chosen = choose(kind, [*items, other, scored(candidate(LISTED, WHOLE), whole)])

    first = chosen[0].scored
    assert first.measured.candidate.text.startswith(WHOLE if given else "fund a coach;")
    assert first.chance == 0.8
    assert "Bats fly." in [one.scored.measured.candidate.text for one in chosen]
    assert [one.scored.measured.candidate.text for one in chosen].count("ask heads.") == (second == 0.5 and not given)


def test_a_list_far_behind_the_best_sentence_is_not_given() -> None:
    sentence = scored(one("Otters swim."), 0.8)
    far, near = scored(candidate(LISTED, WHOLE), 0.4), scored(candidate(LISTED, WHOLE), 0.7)

    assert shown(Kind.LIST, sentence, far)[0] == "Otters swim."
    assert shown(Kind.LIST, sentence, near)[0].startswith(WHOLE)


def test_a_list_below_the_first_five_is_not_looked_at() -> None:
    ranked = [scored(one(f"Otter {number} swims.", f"text-{number}"), 0.5) for number in range(5)]

    assert not any(words.startswith(WHOLE) for words in shown(Kind.LIST, *ranked, scored(candidate(LISTED, WHOLE), 0.5)))


def test_an_item_whose_list_was_not_scored_answers_by_itself() -> None:
    assert shown(Kind.LIST, scored(candidate(LISTED, "fund a coach;"), 0.8)) == ["fund a coach;"]


def test_a_list_that_stands_nowhere_is_gathered_from_one_text() -> None:
    first, *rest = of_five(*[0.5] * 4)
    other = scored(one("Bats fly at night.", "bats"), 0.5)
    more = [scored(candidate(FIVE, words), 0.5) for words in ("Otters play.", "Otters dive.", "Otters hide.")]

    assert shown(Kind.LIST, first, other, *rest, *more) == [
        "Otters swim.",
        "Bats fly at night.",
        "Otters run.",
        "Otters eat.",
        "Otters sleep.",
        "Otters play.",
    ]
    assert "Bats fly at night." not in shown(Kind.LIST, first, *rest, *more, other)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ((0.9,), 1),
        ((0.9, 0.9, 0.9, 0.9), 3),
        ((0.9, 0.9 * LEAST_SHARE), 2),
        ((0.9, 0.9 * LEAST_SHARE - 0.01), 1),
        ((LEAST_CHANCE / 2, LEAST_CHANCE / 2), 1),
        ((2 * LEAST_CHANCE, LEAST_CHANCE), 2),
        ((2 * LEAST_CHANCE, 0.9 * LEAST_CHANCE), 1),
    ],
)
def test_a_fact_has_its_best_sentence_and_up_to_two_that_are_near_it(chances: tuple[float, ...], expected: int) -> None:
    assert len(shown(Kind.WHEN, *of_five(*chances))) == expected


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        (date(2024, 5, 1), date(2024, 5, 1), LEAST_SHARE),
        (date(2024, 5, 1), date(2025, 1, 1), LEAST_SHARE),
        (date(2024, 5, 1), date(2019, 1, 1), OLDER_SHARE),
        (date(2024, 5, 1), None, OLDER_SHARE),
        (None, date(2024, 5, 1), OLDER_SHARE),
        (None, None, OLDER_SHARE),
    ],
)
def test_a_sentence_not_known_to_be_as_new_must_be_nearer_to_the_best(
    first: date | None, second: date | None, share: float
) -> None:
    best = scored(one("Otters swim.", "first", published=first), 0.8)
    under, over = (scored(one("Bats fly.", "second", published=second), 0.8 * share + step) for step in (-0.01, 0.01))

    assert shown(Kind.WHEN, best, under) == ["Otters swim."]
    assert shown(Kind.WHEN, best, over) == ["Otters swim.", "Bats fly."]


def test_an_older_sentence_of_the_same_text_is_no_older() -> None:
    undated = text("Otters swim. Bats fly.", "undated", published=None)
    ranked = [scored(candidate(undated, "Otters"), 0.8), scored(candidate(undated, "Bats"), 0.8 * LEAST_SHARE + 0.01)]

    assert shown(Kind.WHEN, *ranked) == ["Otters swim.", "Bats fly."]


@pytest.mark.parametrize("kind", [Kind.WHY, Kind.HOW])
def test_an_explanation_runs_in_the_order_of_its_document(kind: Kind) -> None:
    order = ("Otters sleep.", "Otters swim.", "Otters hide.", "Otters run.", "Otters eat.", "Otters play.")
    ranked = of_five(*(0.9 - step / 100 for step in range(6)), order=order)

    assert shown(kind, *ranked) == ["Otters swim.", "Otters run.", "Otters eat.", "Otters sleep.", "Otters hide."]
    assert shown(Kind.WHEN, *ranked) == list(order[:3])


def test_a_comparison_is_answered_out_of_several_texts() -> None:
    animals = ("Ants", "Bats", "Cats", "Dogs", "Elks", "Foxes")
    ranked = [scored(one(f"{name} hide.", name.casefold()), 0.9 - place / 100) for place, name in enumerate(animals)]

    assert shown(Kind.COMPARE, *ranked) == [f"{name} hide." for name in animals[:5]]
    assert shown(Kind.WHY, *ranked) == [f"{name} hide." for name in animals[:3]]


def test_an_explanation_begins_with_the_text_of_its_best_sentence() -> None:
    best, other = scored(candidate(FIVE, "Otters sleep."), 0.9), scored(one("Ants first.", "ants"), 0.8)
    last = scored(candidate(FIVE, "Otters swim."), 0.7)

    assert shown(Kind.WHY, best, other, last) == ["Otters swim.", "Otters sleep.", "Ants first."]


@pytest.mark.parametrize(
    ("first", "second", "one_row", "other_row", "same"),
    [
        ("Otters swim.", "Otters swim.", None, None, True),
        ("Otters swim.", "otters swim;", X, Y, True),
        ("Otters swim.", "An otter can swim.", X, X, True),
        ("Otters swim.", "An otter can swim.", X, NEAR, False),
        ("Otters swim.", "Otters run.", None, None, False),
        ("Keep 30 otters.", "You keep 30 otters.", X, X, True),
        ("Keep 30 otters.", "Keep 60 otters.", X, X, False),
        ("Keep 1,000 otters.", "Keep one thousand otters.", X, X, False),
        ("Keep 2 of 3 otters.", "Of 3 otters keep 2.", X, X, True),
    ],
)
def test_two_sentences_say_the_same(first: str, second: str, one_row: Vector, other_row: Vector, same: bool) -> None:
    made = scored(one(first), vector=one_row), scored(one(second, "two"), vector=other_row)

    assert says_the_same(*made) is says_the_same(*reversed(made)) is same


@pytest.mark.parametrize(
    ("second", "key", "row", "lines", "alike"),
    [
        ("Keep 30 otters.", "two", Y, ["Keep 30 otters."], ["two"]),
        ("Do keep 30 otters.", "two", X, ["Keep 30 otters."], ["two"]),
        ("Do keep 60 otters.", "two", X, ["Keep 30 otters.", "Do keep 60 otters."], []),
        ("Do keep 30 otters.", "two", NEAR, ["Keep 30 otters.", "Do keep 30 otters."], []),
    ],
)
def test_what_another_publication_says_alike_is_one_statement_of_two(
    second: str, key: str, row: Vector, lines: list[str], alike: list[str]
) -> None:
    chosen = choose(Kind.WHEN, [scored(one("Keep 30 otters."), 0.8, vector=X), scored(one(second, key), 0.7, vector=row)])

    assert [each.scored.measured.candidate.text for each in chosen] == lines
    assert [each.measured.candidate.held.publication.id for each in chosen[0].alike] == alike


@pytest.mark.parametrize(("row", "expected"), [(X, 1), (NEAR, 1), (Y, 2)])
def test_what_a_text_says_twice_is_said_once_and_corroborates_nothing(row: Vector, expected: int) -> None:
    held = text("Keep 30 otters. You keep 30 otters.", "twice")
    ranked = [
        scored(candidate(held, "Keep"), 0.8, vector=X),
        scored(candidate(held, "You keep"), 0.7, vector=row),
    ]
    chosen = choose(Kind.WHEN, ranked)

    assert len(chosen) == expected
    assert all(each.alike == () for each in chosen)


def test_each_publication_corroborates_once_and_two_are_enough() -> None:
    twice = text("Keep 30 otters. Keep 30 otters.", "b")
    ranked = [
        scored(one("Keep 30 otters.", "a"), 0.9),
        scored(candidate(twice, "Keep"), 0.8),
        scored(one("Keep 30 otters.", "c"), 0.7),
        scored(one("Keep 30 otters.", "d"), 0.6),
    ]
    [only] = choose(Kind.WHEN, ranked)

    assert [each.measured.candidate.held.publication.id for each in only.alike] == ["b", "c"]


def test_an_item_is_not_shown_beside_the_list_that_holds_it() -> None:
    ranked = [scored(candidate(LISTED, "fund a coach;"), 0.8), scored(candidate(LISTED, WHOLE), 0.8)]

    assert shown(Kind.WHEN, *ranked) == ["fund a coach;"]
    assert len(shown(Kind.WHEN, *reversed(ranked))) == 1


LEANING = text("Every school has a plan. It names a lead. Schools publish it.", "leaning")
WELSH = text("Mae gan bob ysgol gynllun. Mae hyn yn statudol.", "cy", language="cy")


@pytest.mark.parametrize(
    ("made", "context"),
    [
        (candidate(LEANING, "It names a lead."), "Every school has a plan."),
        (candidate(LEANING, "Schools publish it."), ""),
        (candidate(LEANING, "Every school"), ""),
        (candidate(WELSH, "Mae hyn"), "Mae gan bob ysgol gynllun."),
        (candidate(WELSH, "Mae gan"), ""),
        (candidate(LISTED, "fund a coach;"), WHOLE),
        (candidate(LISTED, "ask heads."), WHOLE),
        (candidate(text("It names a lead. Schools publish it."), "It names"), ""),
    ],
)
def test_a_sentence_comes_with_the_words_it_leans_on(made: Candidate, context: str) -> None:
    [chosen] = choose(Kind.WHEN, [scored(made)])

    assert made.words(chosen.context) == context


@pytest.mark.parametrize(
    "opening",
    "This These Those It Its They Their Them That Such He She His Her Both However, Therefore, Also In+addition, Hwn Hynny "
    "Maent Fodd+bynnag".split(),
)
def test_words_that_point_back(opening: str) -> None:
    held = text(f"Otters swim. {opening.replace('+', ' ')} count.")

    assert choose(Kind.WHEN, [scored(candidate(held, opening.split("+", maxsplit=1)[0]))])[0].context is not None


def test_context_is_shown_once_and_not_beside_itself() -> None:
    items = [scored(candidate(LISTED, words), 0.8) for words in ("fund a coach;", "ask heads.")]
    pair = [scored(candidate(LEANING, words), 0.8) for words in ("It names a lead.", "Every school")]

    assert [each.context is None for each in choose(Kind.WHEN, items)] == [False, True]
    assert [each.context for each in choose(Kind.WHEN, pair)] == [None, None]
