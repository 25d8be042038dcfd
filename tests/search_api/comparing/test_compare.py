"""A comparison as a whole: its outcome and notes, the duties that changed, where two texts may differ, and its bounds."""

from collections import Counter

import pytest

from corpus.catalogue import Catalogue
from search_api.comparing.align import Label
from search_api.comparing.compare import Comparison, Outcome, compare
from search_api.comparing.duties import DutyChangeKind
from search_api.comparing.likeness import WORDS_ALONE, Meaning, WordsOnly
from search_api.comparing.notes import english, notes
from search_api.comparing.shapes import compare_shape
from search_api.comparing.sides import find_side
from search_api.comparing.tensions import TensionKind
from tests.past import guidance, text_of


def compared(catalogue: Catalogue, first: str, second: str, meaning: Meaning = WORDS_ALONE, **bounds: int) -> Comparison:
    return compare(
        catalogue,
        find_side(catalogue, first, field="a"),
        find_side(catalogue, second, field="b"),
        meaning=meaning,
        **bounds,
    )


def said(found: Comparison) -> str:
    return " ".join(notes(found, english()))


def test_every_span_of_a_comparison_is_its_document_s_words(kites: Catalogue) -> None:
    found = compare_shape(compared(kites, "kites-2019", "kites-2024"))
    texts = {one.document_id: kites.document(one.document_id) for one in (found.a, found.b)}
    quoted = [
        *(side for one in found.changes for side in (one.a, one.b)),
        *(side for one in found.tensions for side in (one.earlier, one.later)),
        *(side for one in found.duties for side in (one.a, one.b) if side),
    ]

    assert len(quoted) > 10
    for one in quoted:
        document = texts[one.document_id]
        assert document is not None
        assert document.text[one.start : one.end] == one.quote
        if getattr(one, "words", ""):
            assert document.text[one.words_start : one.words_end] == one.words
    for row in found.rows:
        for place, side in ((row.a, found.a), (row.b, found.b)):
            if place:
                document = texts[side.document_id]
                assert document is not None
                assert document.text[place.start : place.end] == place.quote


def test_counts_say_what_became_of_each_paragraph(kites: Catalogue) -> None:
    found = compared(kites, "kites-2019", "kites-2024")

    assert found.outcome is Outcome.COMPARED
    counts = {label: found.count(label) for label in Label}
    assert counts == {Label.SAME: 2, Label.EDITED: 4, Label.MOVED: 0, Label.ADDED: 1, Label.REMOVED: 1}
    assert sum(counts.values()) == len(found.rows)


def test_duties_change_in_level_by_the_header_of_their_list_too(kites: Catalogue) -> None:
    found = compared(kites, "kites-2019", "kites-2024").duties
    levels = [
        (one.before.quote[:14], one.before.level.value, one.after.level.value)
        for one in found.changes
        if one.kind is DutyChangeKind.LEVEL and one.before and one.after
    ]

    assert levels == [
        ("Governing bodi", "should", "must"),
        ("keep a chart o", "should", "must"),
        ("lend kites to ", "should", "must"),
        ("Kites must not", "must", "should"),
    ]
    assert Counter(one.kind.value for one in found.changes) == {"level": 4, "actor": 1, "added": 1, "removed": 1}
    assert found.kept == 1


@pytest.mark.parametrize(("first", "second"), [("kites-2019", "kites-2024"), ("kites-2024", "kites-2019")])
def test_a_slipped_date_and_a_softened_modal_are_told_from_the_earlier_to_the_later(
    kites: Catalogue, first: str, second: str
) -> None:
    found = compared(kites, first, second)

    assert [(one.kind, one.before.words, one.after.words) for one in found.tensions] == [
        (TensionKind.SLIPPED_DATE, "1 June", "1 October"),
        (TensionKind.SOFTENED, "must not", "should not"),
    ]
    assert {one.before.document_id for one in found.tensions} == {find_side(kites, "kites-2019", field="a").document.id}


def test_a_follow_up_that_promises_less_or_later_may_differ(kites: Catalogue) -> None:
    found = compared(kites, "ws-kites", "ws-kites-progress").tensions

    assert [(one.kind.value, one.before.words, one.after.words) for one in found] == [
        ("slipped_date", "1 May 2024", "1 May 2025"),
        ("softened", "will", "may"),
    ]


def test_two_texts_that_stand_may_differ_in_a_date_or_level(kites: Catalogue) -> None:
    found = compared(kites, "kites-notes", "kites-2024").tensions

    assert [(one.kind.value, one.before.words, one.after.words) for one in found] == [
        ("date", "1 March", "1 October"),
        ("level", "should", "must"),
    ]


def test_nothing_is_said_to_differ_where_one_text_no_longer_stands_and_neither_replaced_the_other(kites: Catalogue) -> None:
    found = compared(kites, "kites-2019", "kites-notes")

    assert found.changes
    assert found.tensions == ()


@pytest.mark.parametrize(
    ("first", "second", "outcome", "note"),
    [
        ("kites-2019", "kites-2019", Outcome.SAME_TEXT, "Both names mean the same text: there is nothing to compare."),
        ("kites-2019", "kites-undated", Outcome.SAME_TEXT, "Both texts have the same words, letter for letter."),
        ("kites-2019", "kites-2024-cy", Outcome.TWO_LANGUAGES, "The first text is in English and the second in Welsh."),
        ("kites-digest", "kites-2024", Outcome.NOT_IN_FULL, "“Kites at the seaside” is held as a digest, facts in our words."),
        ("kites-2024", "kites-2019", Outcome.COMPARED, "The text named first is the later one."),
        ("kites-2019-cy", "kites-2024-cy", Outcome.COMPARED, "does not know Welsh."),
    ],
)
def test_what_a_reader_should_know_first_is_said(
    kites: Catalogue, meaning: Meaning, first: str, second: str, outcome: Outcome, note: str
) -> None:
    found = compared(kites, first, second, meaning)

    assert found.outcome is outcome
    assert note in said(found)
    assert (found.rows == ()) is (outcome is not Outcome.COMPARED)


def test_of_a_digest_nothing_is_said_to_be_added_but_its_facts_may_differ(kites: Catalogue, meaning: Meaning) -> None:
    found = compared(kites, "kites-digest", "kites-2024", meaning)

    assert (found.changes, found.duties.changes) == ((), ())
    assert [one.kind.value for one in found.tensions] == ["date", "level"]


def test_welsh_is_compared_by_its_words(kites: Catalogue, meaning: Meaning) -> None:
    found = compared(kites, "kites-2019-cy", "kites-2024-cy", meaning)

    assert found.without_meaning is WordsOnly.LANGUAGE
    assert [(one.kind.value, one.before.words, one.after.words) for one in found.changes] == [
        ("modal", "Dylai", "Rhaid i"),
        ("date", "1 Mehefin", "1 Hydref"),
    ]


@pytest.mark.parametrize(("bounds", "rows"), [({"most": 2}, 2), ({"letters": 60}, 1), ({"most": 2_000}, 8)])
def test_what_is_left_out_of_a_long_text_is_said(kites: Catalogue, bounds: dict[str, int], rows: int) -> None:
    found = compared(kites, "kites-2019", "kites-2024", **bounds)

    assert len(found.rows) == rows
    assert ("is very long: its last" in said(found)) is (rows < 8)


def test_only_typography_differing_is_said(kites: Catalogue) -> None:
    other = guidance("kites-wrapped", "Kites wrapped")
    with kites.writing() as write:
        write.put_publication(other)
        write.put_document(
            text_of(other, "We will fund kites for every\nschool by 1 May 2024.\n\nI will report in the summer.\n")
        )

    assert "the words are the same" in said(compared(kites, "ws-kites", "kites-wrapped"))
