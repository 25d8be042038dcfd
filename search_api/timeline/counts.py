"""Counts: the entries of a timeline by year and type of publication, long runs of empty years as one; draws nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.publication import PublicationType
from search_api.timeline.entry import Entry
from search_api.timeline.found import Counts, Row

LONG_RUN = 4
"""Empty years in a row from which they are told as one."""


def count(entries: Sequence[Entry], *, oldest_first: bool) -> Counts:
    """The numbers, year by year from the first entry to the last, in the order of the timeline."""
    by_year: dict[int | None, Counter[PublicationType]] = {}
    for one in entries:
        by_year.setdefault(one.year, Counter())[one.publication.type] += 1
    years = sorted(year for year in by_year if year is not None)
    rows = list(_rows(years, by_year))
    ordered = rows if oldest_first else rows[::-1]
    undated = [Row(first=None, last=None, by_type=dict(by_year[None]))] if None in by_year else []
    types = {kind for counted in by_year.values() for kind in counted}
    return Counts(types=tuple(kind for kind in PublicationType if kind in types), rows=(*ordered, *undated))


def _rows(years: Sequence[int], by_year: dict[int | None, Counter[PublicationType]]) -> Iterator[Row]:
    """Rows from the earliest year to the latest."""
    before = None
    for year in years:
        empty = range(before + 1, year) if before is not None else range(0)
        if len(empty) >= LONG_RUN:
            yield Row(first=empty[0], last=empty[-1])
        else:
            yield from (Row(first=one, last=one) for one in empty)
        yield Row(first=year, last=year, by_type=dict(by_year[year]))
        before = year
