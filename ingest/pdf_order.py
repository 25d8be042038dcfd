"""The pages of a PDF as pieces in reading order: by its tags where they hold nearly all words, else as they are drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.outline import Piece
from ingest.pdf_drawn import Mark, Run
from ingest.pdf_headings import HeadingPrint
from ingest.pdf_layout import Block, to_pieces
from ingest.pdf_lines import Line, join_runs
from ingest.pdf_pages import PageText
from ingest.pdf_tagged import tagged_pieces
from ingest.pdf_tags import Element
from ingest.running_heads import Heads

LEAST_TAGGED = 0.9  # of the letters; with fewer the tags were lost in some later step


def text_pieces(pages: Sequence[PageText], heads: Heads, tags: Element | None) -> list[Piece]:
    """The text of a file, without its running heads."""
    if tags and (pieces := _tagged(pages, heads, tags)):
        return pieces
    return to_pieces([block for page, dropped in zip(pages, heads.lines, strict=True) for block in _kept(page, dropped)])


def _kept(page: PageText, dropped: set[Line]) -> list[Block]:
    return [block for block in page.blocks if not (isinstance(block, Line) and block in dropped)]


def _tagged(pages: Sequence[PageText], heads: Heads, tags: Element) -> list[Piece]:
    """The text by its tags; nothing where they hold too little of it."""
    known = {(content.page, content.mark) for content in tags.content()}
    words: dict[tuple[int, Mark], list[Run]] = {}
    strays: dict[int, list[Run]] = {}
    for index, (page, dropped) in enumerate(zip(pages, heads.lines, strict=True)):
        in_heads = {id(run) for line in dropped for run in line.runs}
        for run in page.runs:
            if id(run) in in_heads:
                continue
            if run.mark and (index, run.mark) in known:
                words.setdefault((index, run.mark), []).append(run)
            else:
                strays.setdefault(index, []).append(run)
    tagged, untagged = _letters(words.values()), _letters(strays.values())
    if tagged < LEAST_TAGGED * (tagged + untagged):
        return []
    lines = [line for page, dropped in zip(pages, heads.lines, strict=True) for line in page.lines if line not in dropped]
    pieces = tagged_pieces(tags, words, HeadingPrint(lines) if lines else None)
    return _with_strays(pieces, strays) if pieces else []


def _letters(some: Iterable[Sequence[Run]]) -> int:
    return sum(len(run.text.strip()) for runs in some for run in runs)


def _with_strays(pieces: list[Piece], strays: Mapping[int, Sequence[Run]]) -> list[Piece]:
    """The pieces with words that no tag holds at the end of their page, so that none is lost."""
    for page, runs in strays.items():
        found = to_pieces(join_runs(runs, page=page))
        after = next((at for at, piece in enumerate(pieces) if piece.page > page), len(pieces))
        # Groups of their own: below those of the text, which are counted from 0.
        apart = [replace(piece, group=-1 - piece.group - 1000 * page) for piece in found]
        pieces = [*pieces[:after], *apart, *pieces[after:]]
    return pieces
