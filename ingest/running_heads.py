"""Running heads and feet: lines that come back at the edges of most pages; does not touch the text between."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.pdf_lines import Line

EDGE_LINES = 3  # at the top and at the bottom of a page
SAME_PLACE = 4  # points: the same head is drawn at the same height
_PAGE_NUMBER = re.compile(r"(?:page |tudalen )?(?:\d{1,3}|[ivxl]{1,6})(?: (?:of|o) \d{1,4})?", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|\b[ivxl]{1,6}\b")


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages but page numbers, and those that more than half of the pages repeat, whatever their numbers."""
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in _edges(page)})
    heads = {mark for mark, count in seen.items() if count >= 2 and count > len(pages) / 2}
    kept = []
    for page in pages:
        dropped = {line for line in _edges(page) if _mark(line) in heads or _PAGE_NUMBER.fullmatch(line.text)}
        kept += [line for line in page if line not in dropped]
    return kept


def _edges(page: Sequence[Line]) -> Iterator[Line]:
    by_height = sorted(page, key=lambda line: line.y)
    yield from by_height[:EDGE_LINES]
    yield from by_height[-EDGE_LINES:]


def _mark(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("#", line.text.casefold()), round(line.y / SAME_PLACE)
