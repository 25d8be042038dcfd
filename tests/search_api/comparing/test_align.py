"""Paragraphs beside each other: what is the same, edited, moved, added and removed, with and without the model."""

from dataclasses import replace

import pytest

from search_api.comparing.align import Label, align
from search_api.comparing.likeness import MOST_MEANT, WORDS_ALONE, Meaning, WordsOnly
from search_api.comparing.paragraphs import paragraphs_of
from search_api.reading import BlockKind
from tests.search_api.comparing.conftest import document

PLAN = "The governing body should publish a plan of the garden by May."
POND = "A pond must be fenced before pupils come near it."
SHED = "Tools are kept in a shed to which only the caretaker has a key."
BEES = "Bees may be kept where no pupil is allergic to stings."
SAME, EDITED, MOVED, ADDED, REMOVED = (label.value for label in Label)


def rows(first: list[str], second: list[str], meaning: Meaning = WORDS_ALONE) -> list[tuple[str, int | None, int | None]]:
    cuts = [paragraphs_of(document("\n\n".join(one) + "\n", key=key)).paragraphs for one, key in ((first, "a"), (second, "b"))]
    return [(row.label.value, row.first, row.second) for row in align(*cuts, language="en", meaning=meaning).rows]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ([PLAN, POND], [PLAN, POND], [(SAME, 0, 0), (SAME, 1, 1)]),
        ([PLAN, POND], [PLAN, SHED, POND], [(SAME, 0, 0), (ADDED, None, 1), (SAME, 1, 2)]),
        ([PLAN, SHED, POND], [PLAN, POND], [(SAME, 0, 0), (REMOVED, 1, None), (SAME, 2, 1)]),
        ([PLAN], [PLAN.replace("should", "must")], [(EDITED, 0, 0)]),
        ([PLAN, SHED], [PLAN, BEES], [(SAME, 0, 0), (REMOVED, 1, None), (ADDED, None, 1)]),
        ([POND, PLAN, SHED], [PLAN, SHED, POND], [(SAME, 1, 0), (SAME, 2, 1), (MOVED, 0, 2)]),
        ([POND, PLAN, SHED], [PLAN, SHED, POND.replace("must", "should")], [(SAME, 1, 0), (SAME, 2, 1), (MOVED, 0, 2)]),
        ([], [], []),
        ([], [PLAN], [(ADDED, None, 0)]),
        (["Yes.", "Yes."], ["Yes.", "Yes.", "Yes."], [(SAME, 0, 0), (SAME, 1, 1), (ADDED, None, 2)]),
    ],
)
def test_each_paragraph_has_one_label(
    first: list[str], second: list[str], wanted: list[tuple[str, int | None, int | None]]
) -> None:
    assert rows(first, second) == wanted


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It’s “new” – and\nshort.", 'It\'s "new" - and short.'),
        ("3.12 Schools keep a list.", "3.14 Schools keep a list."),
        ("(a) keep a list", "(b) keep a list"),
        ("• keep a list;", "• keep a list."),
    ],
)
def test_line_breaks_quotation_marks_and_a_paragraph_s_own_number_change_nothing(first: str, second: str) -> None:
    assert rows([PLAN, first], [PLAN, second]) == [(SAME, 0, 0), (SAME, 1, 1)]


def test_a_number_that_is_not_the_paragraph_s_own_counts() -> None:
    assert rows(["1.5 metres is deep."], ["2.5 metres is deep."]) == [(EDITED, 0, 0)]


def test_of_two_stretches_that_changed_places_the_shorter_moved() -> None:
    long = [SHED, BEES, "Compost is turned by the pupils of the garden club each Friday."]

    assert [row for row in rows([POND, *long], [*long, POND]) if row[0] == MOVED] == [(MOVED, 0, 3)]
    assert [row for row in rows([*long, POND], [POND, *long]) if row[0] == MOVED] == [(MOVED, 3, 0)]


def test_a_heading_is_never_set_beside_a_paragraph() -> None:
    first = paragraphs_of(document("Ponds and bees in gardens\n", key="a")).paragraphs
    second = paragraphs_of(document("Ponds and bees in gardens of schools\n", key="b")).paragraphs
    headed = [replace(one, kind=BlockKind.HEADING) for one in first]

    assert [row.label for row in align(first, second, language="en", meaning=WORDS_ALONE).rows] == [Label.EDITED]
    apart = align(headed, second, language="en", meaning=WORDS_ALONE).rows
    assert [row.label for row in apart] == [Label.REMOVED, Label.ADDED]


def test_the_titles_that_two_texts_open_with_belong_together() -> None:
    first, second = (
        [replace(one, kind=BlockKind.HEADING) for one in paragraphs_of(document(text, key=key)).paragraphs]
        for text, key in (("Snow\n", "a"), ("Severe winter weather\n", "b"))
    )

    assert [row.label for row in align(first, second, language="en", meaning=WORDS_ALONE).rows] == [Label.EDITED]


def test_meaning_finds_what_was_said_in_other_words(meaning: Meaning) -> None:
    first = [PLAN, "Instruments ought to be insured by each school.", SHED]
    second = [BEES, PLAN, "Every council must take out insurance for the instruments that it lends.", POND, SHED]

    assert (EDITED, 1, 2) in rows(first, second, meaning)
    assert (EDITED, 1, 2) not in rows(first, second)


@pytest.mark.parametrize(
    ("language", "many", "given", "why"),
    [
        ("en", 2, True, None),
        ("cy", 2, True, WordsOnly.LANGUAGE),
        ("en", MOST_MEANT, True, WordsOnly.MANY),
        ("en", 2, False, WordsOnly.NO_MODEL),
    ],
)
def test_it_is_said_why_meanings_were_not_compared(
    meaning: Meaning, language: str, many: int, given: bool, why: WordsOnly | None
) -> None:
    kinds = ["apple", "bridge", "candle", "desert"]
    cuts = [
        paragraphs_of(document("\n\n".join(f"{kinds[n % 4]}{word}{n} {word}." for n in range(many)), key=word)).paragraphs
        for word in ("red", "blue")
    ]

    assert align(*cuts, language=language, meaning=meaning if given else WORDS_ALONE).without == why


def test_nothing_is_asked_of_the_model_where_words_settle_it() -> None:
    def never(texts: object) -> object:
        raise AssertionError(texts)

    silent = Meaning(read=never, languages=frozenset({"en"}))  # type: ignore[arg-type]

    assert rows([PLAN, POND], [PLAN.replace("should", "must"), POND], silent) == [(EDITED, 0, 0), (SAME, 1, 1)]


def test_many_equal_paragraphs_are_set_beside_each_other_in_order() -> None:
    answers = ["Yes.", "No."] * 20

    found = rows(answers, [PLAN, *answers])
    assert [row[0] for row in found] == [ADDED, *[SAME] * 40]
