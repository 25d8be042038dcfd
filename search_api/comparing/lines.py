"""A comparison as lines for a terminal; programs ask for `--json` instead. Does not compare anything."""

import textwrap
from collections.abc import Iterator

from search_api.comparing.align import Label
from search_api.comparing.shapes import (
    ChangeShape,
    CompareShape,
    DutyChangeShape,
    DutyShape,
    QuotedShape,
    RowShape,
    SideShape,
    TensionShape,
)
from search_api.terminal import HELD, WIDTH

MARGIN = " " * 10
KINDS = {
    "slipped_date": "a date that may have slipped",
    "softened": "words that may have been softened",
    "date": "two dates that may differ",
    "number": "two numbers that may differ",
    "level": "two levels that may differ",
}
MARKS = {"same": " ", "edited": "~", "moved": ">", "added": "+", "removed": "-"}


def compare_lines(found: CompareShape) -> list[str]:
    """What to know first, what changed that matters, the duties, where the two may differ, and the paragraphs."""
    lines = [*_side("A", found.a), *_side("B", found.b), ""]
    lines += [line for note in found.notes for line in textwrap.wrap(note, WIDTH)]
    if found.rows or sum(found.counts.model_dump().values()):
        counts = found.counts.model_dump()
        lines += ["Paragraphs: " + ", ".join(f"{counts[label.value]} {label.value}" for label in Label)]
    if found.changes:
        lines += ["", f"{len(found.changes)} changes that matter", *(line for one in found.changes for line in _change(one))]
    if found.duties:
        lines += ["", f"{len(found.duties)} duties changed, {found.duties_kept} the same"]
        lines += [line for one in found.duties for line in _duty(one)]
    if found.tensions:
        lines += ["", "May differ: for a person to judge", *(line for one in found.tensions for line in _tension(one))]
    if found.rows:
        lines += ["", "Paragraph by paragraph: [-only in A-] {+only in B+}"]
        lines += [line for row in found.rows for line in _row(row)]
    return lines


def _side(name: str, side: SideShape) -> Iterator[str]:
    yield f"{name}  {side.title}"
    stood = f"stood from {side.valid_from or 'no day known'} until {side.valid_to or 'now'}"
    facts = [side.document_id, str(side.published or "no day known"), side.status.replace("_", " "), stood, HELD[side.held]]
    yield from textwrap.wrap(" · ".join(facts), WIDTH, initial_indent="   ", subsequent_indent="   ", break_on_hyphens=False)


def _change(change: ChangeShape) -> Iterator[str]:
    before, after = (side.words and " ".join(side.words.split()) for side in (change.a, change.b))
    yield f"  {change.kind:8} {before or '(nothing)'} → {after or '(nothing)'}"
    yield from _quote("A", change.a)
    yield from _quote("B", change.b)


def _quote(name: str, quoted: QuotedShape) -> Iterator[str]:
    words = f"{name} “{' '.join(quoted.quote.split())}” [{quoted.start}-{quoted.end}]"
    yield from textwrap.wrap(words, WIDTH, initial_indent=MARGIN, subsequent_indent=MARGIN + "  ")


def _duty(change: DutyChangeShape) -> Iterator[str]:
    levels = [f"{one.level}{' not' if one.negative else ''}" if one else "(nothing)" for one in (change.a, change.b)]
    yield f"  {change.kind:8} {levels[0]} → {levels[1]}"
    for name, one in (("A", change.a), ("B", change.b)):
        if one:
            yield from _asked(name, one)


def _asked(name: str, duty: DutyShape) -> Iterator[str]:
    words = " ".join(f"{duty.introduction} {duty.quote}".split())
    told = f"{name} “{words}” [{duty.start}-{duty.end}]"
    yield from textwrap.wrap(told, WIDTH, initial_indent=MARGIN, subsequent_indent=MARGIN + "  ")


def _tension(tension: TensionShape) -> Iterator[str]:
    yield f"  {KINDS[tension.kind]}"
    yield from _quote("·", tension.earlier)
    yield from _quote("·", tension.later)


def _row(row: RowShape) -> Iterator[str]:
    place = row.b or row.a
    if place is None:
        return
    numbers = f"{row.a.number if row.a else ''}/{row.b.number if row.b else ''}"
    head = f"{MARKS[row.label]} {numbers:>7} "
    words = _marked(row) if row.words else " ".join(place.quote.split())
    yield from textwrap.wrap(words, WIDTH, initial_indent=head, subsequent_indent=" " * len(head)) or [head]


def _marked(row: RowShape) -> str:
    """The words of both, those of one alone in brackets."""
    pieces = []
    for one in row.words:
        in_b = one.b_start is not None and one.b_end is not None
        side, start, end = (row.b, one.b_start, one.b_end) if in_b else (row.a, one.a_start, one.a_end)
        if side is None or start is None or end is None:
            continue
        text = side.quote[start - side.start : end - side.start]
        bare = text.strip()
        held = {"added": f"{{+{bare}+}}", "removed": f"[-{bare}-]"}.get(one.kind, bare)
        pieces.append(text.replace(bare, held) if bare else text)
    return " ".join("".join(pieces).split())
