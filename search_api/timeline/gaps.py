"""Gaps: what a timeline lacks because nothing says it, or because it is not held; by the catalogue's facts alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from corpus.catalogue import Catalogue
from corpus.publication import Publication, PublicationType
from index.query import Filters, matches
from search_api.timeline.entry import Entry
from search_api.timeline.found import Gap, GapKind

SPOKEN = (
    PublicationType.ORAL_STATEMENT,
    PublicationType.WRITTEN_STATEMENT,
    PublicationType.WRITTEN_ANSWER,
    PublicationType.LETTER,
    PublicationType.MINUTES,
)
"""Types in which government and those who advise it speak from year to year: that they begin late tells something."""


def gaps_in(catalogue: Catalogue, entries: Sequence[Entry], filters: Filters) -> tuple[Gap, ...]:
    """Years without an entry between the first and the last looked at, then types that begin later or are not held."""
    if not entries:
        return ()
    held = catalogue.held()
    records = [one for one in catalogue.publications() if one.id in held and one.gone is None]
    looked = [one for one in records if matches(one, held[one.id], replace(filters, topic=()))]
    return (*_silent(entries, looked, records, filters), *_types(entries, records, filters))


def _silent(
    entries: Sequence[Entry], looked: Sequence[Publication], records: Sequence[Publication], filters: Filters
) -> Iterator[Gap]:
    """Years in which nothing speaks of it, runs of them as one."""
    spoken = {one.year for one in entries if one.year is not None}
    if not spoken:
        return
    fitting = Counter(one.date.year for one in looked if one.date)
    held = Counter(one.date.year for one in records if one.date)
    first, last = min(spoken), max(spoken)
    first = min(first, _first_whole(filters.published_from)) if filters.published_from else first
    end = _last_whole(filters.published_to) if filters.published_to else max(fitting, default=last)
    last = max(last, min(end, max(fitting, default=last)))

    def kind_of(year: int) -> GapKind:
        if fitting[year]:
            return GapKind.NOT_OF_TOPIC if filters.topic else GapKind.SILENT
        return GapKind.NOTHING_FITS if held[year] else GapKind.NOTHING_HELD

    missing = [(year, kind_of(year)) for year in range(first, last + 1) if year not in spoken]
    for (kind, _), run in groupby(enumerate(missing), key=lambda pair: (pair[1][1], pair[1][0] - pair[0])):
        years = [year for _, (year, _) in run]
        yield Gap(kind=kind, first=years[0], last=years[-1], publications=sum(fitting[year] for year in years))


def _types(entries: Sequence[Entry], records: Sequence[Publication], filters: Filters) -> Iterator[Gap]:
    """Types whose earliest text held is later than what the timeline reaches back to, and those never held."""
    days = [one.day for one in entries if one.day]
    start = filters.published_from or (min(days) if days else None)
    for kind in SPOKEN:
        if filters.type and kind not in filters.type:
            continue
        mine = [one for one in records if one.type is kind]
        if not mine:
            yield Gap(kind=GapKind.TYPE_NEVER, type=kind)
            continue
        dated = [one for one in mine if one.date]
        earliest = min(dated, key=lambda one: (one.date or date.max, one.id), default=None)
        if earliest and earliest.date and start and earliest.date.year > start.year:
            yield Gap(kind=GapKind.TYPE_BEFORE, type=kind, earliest=earliest)


def _first_whole(day: date) -> int:
    """The first year that lies whole behind a day."""
    return day.year if (day.month, day.day) == (1, 1) else day.year + 1


def _last_whole(day: date) -> int:
    """The last year that lies whole before a day, counted with it."""
    return day.year if (day.month, day.day) == (12, 31) else day.year - 1


def _runs(years: Sequence[int], held: Counter[int]) -> Iterator[tuple[bool, list[int]]]:
    """Years that follow each other and are alike in whether anything of them is held."""
    numbered = enumerate(years)
    for (is_held, _), run in groupby(numbered, key=lambda pair: (held[pair[1]] > 0, pair[1] - pair[0])):
        yield is_held, [year for _, year in run]
