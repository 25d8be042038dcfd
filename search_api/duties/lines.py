"""Duties as lines for a terminal; programs ask for `--json` instead. Does not find any."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from search_api.duties.shapes import DutiesShape, DutyShape
from search_api.terminal import HELD, WIDTH

NOTE = (
    'The levels are the documents\' own words, by the key of those that give one. A "must" in advice that is not statutory '
    "makes no law: it reports a duty that comes from elsewhere."
)
NOBODY = "No actor named"


def duties_lines(found: DutiesShape) -> list[str]:
    """A page of duties, by actor and publication."""
    if not found.duties:
        return ["No duties found. Try fewer or other words, remove filters, or add --any-status."]
    lines = [f"{found.total} duties found"]
    for actor, mine in groupby(found.duties, key=lambda one: one.actor):
        together = list(mine)
        lines += ["", (together[0].actor_name or NOBODY) + (f" ({actor})" if actor else "")]
        for _, texts in groupby(together, key=lambda one: one.document_id):
            lines += _publication(list(texts))
    return [*lines, "", *textwrap.wrap(NOTE, WIDTH)]


def _publication(duties: list[DutyShape]) -> Iterator[str]:
    first = duties[0]
    facts = [str(first.published or "no day known"), first.status, first.force, HELD[first.held]]
    yield f"  {first.title}"
    yield f"    {' · '.join(fact.replace('_', ' ') for fact in facts)}"
    for duty in duties:
        word = duty.level.upper() + (" NOT" if duty.negative else "")
        said = " ".join(f"{duty.header} {duty.quote}".split())
        words = f"“{said}”" if duty.held == "full" else said
        yield from textwrap.wrap(f"{word:10} {words}", WIDTH, initial_indent="    ", subsequent_indent=" " * 15)
        told = [*(f"under {law}" for law in duty.laws), *([f"when: {duty.deadline}"] if duty.deadline else [])]
        if told:
            yield from textwrap.wrap("; ".join(told), WIDTH, initial_indent=" " * 15, subsequent_indent=" " * 15)
        yield f"{' ' * 15}{duty.document_id}:{duty.start}-{duty.end}"
