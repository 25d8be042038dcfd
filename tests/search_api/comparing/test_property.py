"""Edits made at random are all found, and the differences, applied to the first text, give the second exactly."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.passage import Span
from search_api.comparing.align import Label, Row, align
from search_api.comparing.changes import changes
from search_api.comparing.facts import FactKind
from search_api.comparing.likeness import WORDS_ALONE
from search_api.comparing.paragraphs import Paragraph, paragraphs_of
from search_api.comparing.said import said_otherwise
from search_api.comparing.tokens import Kind, differing
from tests.search_api.comparing.conftest import document

SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve wi zo".split()
MODALS = ["must", "should", "may"]
WORDS_IN_ONE = 7


def word(number: int) -> str:
    """A word that no other number has."""
    digits = [number // 14**place % 14 for place in range(4)]
    return "".join(SYLLABLES[digit] for digit in digits)


def paragraph(number: int) -> list[str]:
    """Words that no other paragraph has, around a modal."""
    own = [word(number * WORDS_IN_ONE + place) for place in range(WORDS_IN_ONE)]
    return [own[0].capitalize(), own[1], MODALS[number % 3], *own[2:]]


@dataclass
class Edits:
    """What was done to the paragraphs of a text: their numbers in it, in the order of the second."""

    order: list[int]
    swapped: set[int]
    """Those whose modal changed."""
    reworded: set[int]
    """Those one word of which changed."""
    added: set[int]

    def second(self) -> list[list[str]]:
        made = []
        for number in self.order:
            words = paragraph(number)
            if number in self.swapped:
                words[2] = MODALS[(number + 1) % 3]
            if number in self.reworded:
                words[-1] = word(number + 5_000)
            made.append(words)
        return made


@st.composite
def edits(draw: st.DrawFn) -> tuple[int, Edits]:
    length = draw(st.integers(1, 14))
    kept = draw(st.lists(st.integers(0, length - 1), unique=True, max_size=length))
    moving = draw(st.booleans())
    order = kept if moving else sorted(kept)
    added = set(range(100, 100 + draw(st.integers(0, 4))))
    for number in sorted(added):
        order.insert(draw(st.integers(0, len(order))), number)
    some = st.sets(st.sampled_from(sorted(set(order) - added)) if set(order) - added else st.nothing())
    return length, Edits(order=order, swapped=draw(some), reworded=draw(some), added=added)


def text_of(paragraphs: Sequence[Sequence[str]]) -> str:
    return "\n\n".join(" ".join(words) + "." for words in paragraphs)


def applied(rows: Sequence[Row], first: tuple[str, Sequence[Paragraph]], second: tuple[str, Sequence[Paragraph]]) -> str:
    """The second text from the first and the differences: of the second, only what was put in is read."""
    made = []
    for row in sorted((row for row in rows if row.second is not None), key=lambda row: row.second or 0):
        if row.first is None:
            made.append(second[1][row.second or 0].quote)
            continue
        one, other = first[1][row.first], second[1][row.second or 0]
        words = ""
        for stretch in differing(first[0], one.span, second[0], other.span):
            if stretch.kind is Kind.SAME and stretch.first:
                words += first[0][slice(*stretch.first)]
            elif stretch.kind is Kind.ADDED and stretch.second:
                words += second[0][slice(*stretch.second)]
        made.append(words)
    return "\n\n".join(made)


@given(edits())
@settings(max_examples=120)
def test_every_edit_is_found_and_the_differences_lead_from_one_text_to_the_other(made: tuple[int, Edits]) -> None:
    length, done = made
    one = document(text_of([paragraph(number) for number in range(length)]), key="a")
    other = document(text_of(done.second()) or "Nothing.", key="b")
    mine, theirs = (paragraphs_of(text).paragraphs for text in (one, other))
    rows = align(mine, theirs, language="en", meaning=WORDS_ALONE).rows

    assert sorted(row.first for row in rows if row.first is not None) == list(range(len(mine)))
    assert sorted(row.second for row in rows if row.second is not None) == list(range(len(theirs)))
    assert applied(rows, (one.text, mine), (other.text, theirs)) == other.text
    if not done.order:
        return
    label = {row.second: row.label for row in rows if row.second is not None}
    for place, number in enumerate(done.order):
        altered = number in done.swapped | done.reworded
        fitting = {Label.ADDED} if number in done.added else {Label.MOVED, Label.EDITED if altered else Label.SAME}
        assert label[place] in fitting
    removed = {row.first for row in rows if row.label is Label.REMOVED}
    assert removed == set(range(length)) - set(done.order)
    if done.order == sorted(done.order, key=lambda number: number):
        assert Label.MOVED not in label.values()
    said = said_otherwise(rows, (one.text, mine), (other.text, theirs), language="en")
    found = [change for change in changes(said, one, other) if change.kind is FactKind.MODAL]
    swapped = {(paragraph(number)[2], MODALS[(number + 1) % 3], number) for number in done.swapped}
    assert {
        (
            change.before.words,
            change.after.words,
            next(n for n, p in enumerate(mine) if p.span.start == change.before.span.start),
        )
        for change in found
    } == swapped
    for change in found:
        assert one.text[slice(*change.before.span)] == change.before.quote
        assert other.text[slice(*change.after.span)] == change.after.quote


@given(st.text(alphabet="ab ,.\n", max_size=60), st.text(alphabet="ab ,.\n", max_size=60))
def test_the_stretches_of_a_side_joined_are_that_side(first: str, second: str) -> None:
    stretches = differing(first, Span(0, len(first)), second, Span(0, len(second)))

    mine = "".join(first[slice(*one.first)] for one in stretches if one.first)
    theirs = "".join(second[slice(*one.second)] for one in stretches if one.second)
    assert mine.strip() == first.strip()
    assert theirs.strip() == second.strip()
    for one in stretches:
        if one.kind is Kind.SAME and one.first and one.second:
            assert "".join(first[slice(*one.first)].split()) == "".join(second[slice(*one.second)].split())
