"""Compare: two texts side by side, what changed, which duties changed, and where they may differ; a visible list of steps.

The work is bounded, and what was left out for that is said. What cannot be compared is a value with its reason. Does not find
the texts: `sides.py` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.catalogue import Catalogue
from corpus.duties import kept_duties
from ingest.duty_reading import bring_up_duties
from search_api.comparing.align import Aligned, Label, Row, align
from search_api.comparing.bond import Order, order_of
from search_api.comparing.changes import Change, changes
from search_api.comparing.duties import DutiesCompared, duty_changes
from search_api.comparing.likeness import Meaning, WordsOnly
from search_api.comparing.paragraphs import MOST_LETTERS, MOST_PARAGRAPHS, Cut, paragraphs_of
from search_api.comparing.said import said_otherwise
from search_api.comparing.sides import Side
from search_api.comparing.tensions import Tension, tensions
from search_api.comparing.tokens import Stretch, differing


class Outcome(StrEnum):
    """What came of a comparison."""

    COMPARED = "compared"
    SAME_TEXT = "same_text"
    """The same text was named twice, or two texts have the same words."""
    NOT_IN_FULL = "not_in_full"
    """One or both are held as a digest: facts in our words, which are no text to compare."""
    TWO_LANGUAGES = "two_languages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts side by side."""

    first: Side
    second: Side
    outcome: Outcome
    order: Order
    cuts: tuple[Cut, Cut] | None
    """The paragraphs of both; None where they were not compared."""
    aligned: Aligned
    changes: tuple[Change, ...]
    duties: DutiesCompared
    tensions: tuple[Tension, ...]
    """Where they may differ; of digests too, from the facts that are held."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The paragraphs beside each other."""
        return self.aligned.rows

    @property
    def without_meaning(self) -> WordsOnly | None:
        """Why paragraphs were matched by their words alone."""
        return self.aligned.without

    @property
    def left_out(self) -> tuple[int, int]:
        """Paragraphs of each text that were left out, for it is too long."""
        return (self.cuts[0].left_out, self.cuts[1].left_out) if self.cuts else (0, 0)

    def count(self, label: Label) -> int:
        """How many rows have a label."""
        return sum(row.label is label for row in self.rows)

    def stretches(self, row: Row) -> tuple[Stretch, ...]:
        """The words that differ in a row with a paragraph on either side."""
        if self.cuts is None or row.first is None or row.second is None:
            return ()
        one, other = self.cuts[0].paragraphs[row.first], self.cuts[1].paragraphs[row.second]
        return differing(self.first.document.text, one.span, self.second.document.text, other.span)


NOTHING = Aligned(rows=(), without=None)
NO_DUTIES = DutiesCompared(changes=(), kept=0)


def compare(
    catalogue: Catalogue,
    first: Side,
    second: Side,
    *,
    meaning: Meaning,
    most: int = MOST_PARAGRAPHS,
    letters: int = MOST_LETTERS,
) -> Comparison:
    """The life of a comparison."""
    order = order_of(catalogue, first, second)
    outcome = _outcome(first, second)
    if outcome in {Outcome.TWO_LANGUAGES, Outcome.SAME_TEXT}:
        return Comparison(
            first=first,
            second=second,
            outcome=outcome,
            order=order,
            cuts=None,
            aligned=NOTHING,
            changes=(),
            duties=NO_DUTIES,
            tensions=(),
        )
    language = first.document.language
    cuts = tuple(paragraphs_of(side.document, most=most, letters=letters) for side in (first, second))
    mine, theirs = (cut.paragraphs for cut in cuts)
    aligned = align(mine, theirs, language=language, meaning=meaning)
    said = said_otherwise(
        aligned.rows, (first.document.text, mine), (second.document.text, theirs), language=language, meaning=meaning
    )
    found = changes(said, first.document, second.document)
    duties = _duties(catalogue, first, second, aligned, cuts)
    tense = tensions(found, duties.changes, order, language=language)
    words = outcome is Outcome.COMPARED
    return Comparison(
        first=first,
        second=second,
        outcome=outcome,
        order=order,
        cuts=(cuts[0], cuts[1]) if words else None,
        aligned=aligned if words else NOTHING,
        changes=found if words else (),
        duties=duties if words else NO_DUTIES,
        tensions=tense,
    )


def _outcome(first: Side, second: Side) -> Outcome:
    if first.document.id == second.document.id or first.document.text == second.document.text:
        return Outcome.SAME_TEXT
    if first.document.language != second.document.language:
        return Outcome.TWO_LANGUAGES
    return Outcome.COMPARED if first.is_full and second.is_full else Outcome.NOT_IN_FULL


def _duties(catalogue: Catalogue, first: Side, second: Side, aligned: Aligned, cuts: Sequence[Cut]) -> DutiesCompared:
    """The duties that changed, among the paragraphs that are compared."""
    bring_up_duties(catalogue)
    kept = kept_duties(catalogue, documents=[first.document.id, second.document.id])
    ends = [cut.paragraphs[-1].span.end if cut.paragraphs else 0 for cut in cuts]
    mine, theirs = (
        [one for one in kept if one.document_id == side.document.id and one.duty.span.end <= end]
        for side, end in zip((first, second), ends, strict=True)
    )
    return duty_changes(mine, theirs, aligned.rows, (cuts[0].paragraphs, cuts[1].paragraphs), language=first.document.language)
