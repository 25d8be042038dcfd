"""Sections: the parts of a report in their order, the same for Markdown and HTML; each is made in a file of its own."""

from collections.abc import Iterator

from evals.measures.meanings import GROUPS
from evals.report import lost, opening, paired, scores
from evals.report.blocks import Section
from evals.report.confidence import confidence
from evals.report.cost import cost as cost_of
from evals.report.folder import Held
from evals.report.limits import limits
from evals.report.opening import title_of
from evals.report.suite_block import suite_section

__all__ = ["sections", "title_of"]
FIRST_GROUPS = ("kind", "overlap_tercile", "language", "twins")
"""Groups that come before the others."""


def sections(held: Held, *, cost: bool) -> list[Section]:
    """Every section that has something in it; the times of this run only with `cost`."""
    return [section for section in _all(held, cost=cost) if section.blocks]


def _all(held: Held, *, cost: bool) -> Iterator[Section]:
    summary = held.summary
    yield opening.opening(held)
    yield opening.goals(held)
    yield scores.headline(summary)
    yield lost.blamed(summary)
    yield confidence(summary)
    yield from (scores.group_section(summary, name) for name in FIRST_GROUPS)
    yield scores.unanswerable(summary)
    yield scores.refusals(summary)
    yield scores.versions(summary)
    yield from (scores.group_section(summary, name) for name in GROUPS if name not in FIRST_GROUPS)
    yield from (suite_section(name, found) for name, found in held.suites.items())
    yield paired.paired(summary)
    yield paired.power(summary)
    yield lost.flips(summary, held.rows)
    yield lost.worst(held.rows)
    if cost:
        yield cost_of(held.timing)
    yield limits()
