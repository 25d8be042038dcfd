"""A timeline as lines for a terminal, in English; programs ask for `--json` instead. Does not make one."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from search_api.terminal import HELD, WIDTH, day, wrapped
from search_api.timeline.shapes import EntryShape, GapShape, TimelineShape, YearShape

NOTHING = "Nothing held speaks of this. Try fewer or other words, or remove filters."
BONDS = {
    "supersedes": ("supersedes", "superseded by"),
    "amends": ("amends", "amended by"),
    "follows_up": ("follows up", "followed up by"),
    "annexes": ("a file of", "its file"),
}
BAR = 30
"""Characters of the longest bar."""


def timeline_lines(found: TimelineShape) -> list[str]:
    """The numbers by year, the entries under their years, and what is missing."""
    searched = f"Searched {found.searched.publications} publications."
    if not found.total:
        return [NOTHING, searched]
    head = f"{found.total} {'entry' if found.total == 1 else 'entries'} on the timeline of “{found.subject}”"
    lines = [head, *([f"As it was known on {day(found.as_of)}: nothing later is shown."] if found.as_of else []), ""]
    lines += [*_bars(found.years), ""]
    if found.total == 1:
        lines += ["Only one text speaks of this: there is no course of events to show.", ""]
    for year, entries in groupby(found.entries, key=lambda one: one.year):
        lines += [str(year) if year else "No date", *(line for one in entries for line in _entry(one)), ""]
    if found.gaps:
        lines += ["What is not there", *(f"  {line}" for gap in found.gaps for line in wrapped(_gap(gap))), ""]
    if found.left_out:
        lines.append(f"{found.left_out} publications that speak of it less are left out.")
    return [*lines, searched]


def _bars(years: list[YearShape]) -> Iterator[str]:
    most = max(row.total for row in years)
    for row in years:
        label = "No date" if row.first is None else str(row.first) if row.first == row.last else f"{row.first}–{row.last}"
        bar = "█" * max(1, round(BAR * row.total / most)) if row.total else ""
        yield f"{label:>9} {bar} {row.total}"


def _entry(entry: EntryShape) -> Iterator[str]:
    when = day(entry.published) if entry.published else entry.issued or "no day known"
    yield from textwrap.wrap(f"{entry.n}. {when}: {entry.title}", WIDTH, initial_indent="  ", subsequent_indent="     ")
    who = ", ".join(part for part in (entry.speaker, entry.office) if part) or entry.publisher
    facts = [who, entry.type.replace("-", " "), entry.status.replace("_", " "), entry.force.replace("_", " "), HELD[entry.held]]
    yield from wrapped(" · ".join(facts), indent="     ")
    for quote in entry.quotes:
        words = " ".join(f"{quote.context} {quote.quote}".split())
        yield from wrapped(f"“{words}”" if entry.held == "full" else words, indent="     ")
        marks = [f"{one.mark}: {one.strength}{f', due {one.due}' if one.due else ''}" for one in quote.marks]
        also = [f"also said in: {one.title}" for one in quote.also_in]
        for told in [*marks, *also]:
            yield from wrapped(told, indent="       ")
        yield f"       {quote.document_id}:{quote.start}-{quote.end}"
    if entry.replaced_by:
        yield from wrapped(f"replaced by: {entry.replaced_by.title}", indent="     ")
    for bond in entry.relations:
        name = f"entry {bond.n}" if bond.n else bond.title
        yield from wrapped(f"{BONDS[bond.kind][bond.by_other]} {name}", indent="     ")


def _gap(gap: GapShape) -> str:
    years = str(gap.first) if gap.first == gap.last else f"{gap.first}–{gap.last}"
    kind = (gap.type or "").replace("-", " ")
    return {
        "silent": f"Nothing was found that speaks of this in {years}, though texts of that time are held ({gap.publications}).",
        "not_of_topic": f"Nothing of this topic is of {years}, though texts of that time are held ({gap.publications}).",
        "nothing_fits": f"No text of {years} that fits the filters is held.",
        "nothing_held": f"No text of {years} is held.",
        "type_before": f"{kind}: none before {day(gap.before)} is held.",
        "type_never": f"{kind}: none is held.",
    }[gap.kind]
