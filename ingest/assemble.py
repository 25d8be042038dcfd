"""A publication in parts put together as one text; does not fetch parts, and changes nothing in them.

A multi-page guide is one publication: a quotation from its third page must count its place in the whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.document import Page, Section
from corpus.finding import Finding
from corpus.flag import Flag
from corpus.link import Link, LinkKind
from ingest.outline import Heading, tile
from ingest.parsed import Parsed

PAGE_LEVEL = 1
DEEPEST = 6  # as in HTML
_GAP = "\n\n"


def assemble(parts: Sequence[Parsed]) -> Parsed:
    """The parts of one publication, in order, as one; raises ValueError where there are none.

    Title, dates, type and address are the first part's; `updated` is the latest of all. Every part is a section under
    its own heading: the one its text opens with, else its title, which then stands above its text.
    """
    if not parts:
        raise ValueError("No parts to put together. Give at least the first page of the publication.")
    first = parts[0]
    opened = [_opened(part) for part in parts]
    starts = list(_starts(opened))
    text = _GAP.join(part.text for part in opened if part.text)
    headings = [
        heading
        for part, start in zip(opened, starts, strict=True)
        for heading in _headings(part.sections, at=start)
        if part.text
    ]
    return replace(
        first,
        text=text,
        sections=tile(headings, length=len(text)),
        pages=_pages(opened, starts),
        updated=max((part.updated for part in parts if part.updated), default=None),
        links=_links(parts),
        findings=_findings(opened, starts),
        flags=tuple(_shift_flag(flag, start) for part, start in zip(opened, starts, strict=True) for flag in part.flags),
    )


def whole_of(parsed: Parsed) -> str | None:
    """The address of the first part of the publication a page is part of; None for a page that is a whole."""
    return parsed.parts[0] if parsed.parts else None


def _opened(part: Parsed) -> Parsed:
    """A part whose text opens with its own heading."""
    title = " ".join((part.title or "").split())
    opening = part.sections[0] if part.sections else None
    if not part.text or not title:
        return part
    if opening and opening.heading and (opening.level == PAGE_LEVEL or opening.heading == title):
        return part
    shift = len(title) + len(_GAP)
    return replace(
        part,
        text=f"{title}{_GAP}{part.text}",
        sections=(
            Section(heading=title, level=PAGE_LEVEL, start=0, end=shift),
            *(replace(one, start=one.start + shift, end=one.end + shift) for one in part.sections),
        ),
        pages=tuple(_shift_page(page, shift) for page in part.pages),
        findings=tuple(_shift_finding(found, shift) for found in part.findings),
        flags=tuple(_shift_flag(flag, shift) for flag in part.flags),
    )


def _starts(parts: Iterable[Parsed]) -> Iterator[int]:
    """Offset of each part in the whole."""
    at = 0
    for part in parts:
        yield at
        at += len(part.text) + len(_GAP) if part.text else 0


def _headings(sections: Sequence[Section], *, at: int) -> Iterator[Heading]:
    """A part's headings in the whole: its own at the level of a page, the others below it as deep as they were apart."""
    if not sections:
        return
    own, *rest = sections
    yield Heading(start=at, text=own.heading, level=PAGE_LEVEL if own.heading else 0, front=own.front)
    top = min((section.level for section in rest if section.heading), default=0)
    for above, section in pairwise(sections):
        # Words under a part's heading belong to its section, unless one of the two is front matter.
        if section.heading or section.front != above.front:
            level = min(max(section.level - top, 0) + PAGE_LEVEL + 1, DEEPEST)
            yield Heading(start=at + section.start, text=section.heading, level=level, front=section.front)


def _links(parts: Sequence[Parsed]) -> tuple[Link, ...]:
    """Files of all parts, each once; the twin of the first part only, since the whole is what that leads to."""
    kept: dict[tuple[LinkKind, str], Link] = {}
    for index, part in enumerate(parts):
        for link in part.links:
            if index == 0 or link.kind is not LinkKind.TWIN:
                kept.setdefault((link.kind, link.url), link)
    return tuple(kept.values())


def _findings(parts: Sequence[Parsed], starts: Sequence[int]) -> tuple[Finding, ...]:
    """Findings with their spans in the whole; what every page prints around its text is said once."""
    shifted = (_shift_finding(found, start) for part, start in zip(parts, starts, strict=True) for found in part.findings)
    return tuple(dict.fromkeys(shifted))


def _pages(parts: Sequence[Parsed], starts: Sequence[int]) -> tuple[Page, ...]:
    return tuple(_shift_page(page, start) for part, start in zip(parts, starts, strict=True) for page in part.pages)


def _shift_page(page: Page, by: int) -> Page:
    return replace(page, start=page.start + by, end=page.end + by)


def _shift_finding(found: Finding, by: int) -> Finding:
    if found.start is None or found.end is None:
        return found
    return replace(found, start=found.start + by, end=found.end + by)


def _shift_flag(flag: Flag, by: int) -> Flag:
    if flag.start is None or flag.end is None:
        return flag
    return replace(flag, start=flag.start + by, end=flag.end + by)
