"""What the process that parses hands back: a text with its outline, or why there is none; as JSON, checked on arrival.

Does not mend anything: a text that is not whole and in order is refused, so that nothing half read is ever indexed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import is_normalized

from pydantic import TypeAdapter

from corpus.document import canonical
from corpus.errors import EmptyDocument, MalformedDocument, ReadError, UnsupportedFormat
from ingest.parsed import Parsed

READY = b"ready"
"""What the process says when it can read."""
OUT_OF_MEMORY = 87
"""Its exit code where a file does not fit; any number that nothing else uses."""
MOST_PER_BYTE = 100
"""Characters of text a byte of a file may hold: deflate packs prose 10 to 1, and a table's headings come once a row."""
LEAST_ALLOWED = 1_000_000
"""Characters any file may hold, however small."""
LONGEST_MESSAGE = 2000
_ERRORS = {error.__name__: error for error in (ReadError, EmptyDocument, MalformedDocument, UnsupportedFormat)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A parsed file, or the error that says why there is none."""

    parsed: Parsed | None = None
    error: str = ""
    """Name of an error of `corpus.errors`; of any other, where a parser fails."""
    message: str = ""
    spent: bool = False
    """True where the process wants to be replaced."""


_REPLY = TypeAdapter(Reply)


def encode_reply(reply: Reply, *, is_spent: bool) -> bytes:
    """A reply as JSON; lone halves of character pairs cannot be said in it."""
    try:
        return _REPLY.dump_json(replace(reply, spent=is_spent))
    except ValueError as error:
        return _REPLY.dump_json(Reply(error=type(error).__name__, spent=is_spent))


def decode_reply(data: bytes) -> Reply:
    """The reply of some JSON; raises ValueError for anything else."""
    return _REPLY.validate_json(data)


def error_of(reply: Reply, *, name: str) -> ReadError:
    """The error a reply without a text stands for."""
    known = _ERRORS.get(reply.error)
    if known is None:
        return MalformedDocument(
            f"'{name}' could not be read: the parser failed on it ({reply.error[:80] or 'no reason'}). It is set aside: "
            "report it, with the file, to whoever keeps this program."
        )
    return known(reply.message[:LONGEST_MESSAGE])


def check_parsed(parsed: Parsed, *, file_size: int) -> str | None:
    """What is wrong with a parsed file of `file_size` bytes, as words that follow a colon; None for nothing."""
    length = len(parsed.text)
    if not parsed.text.strip():
        return "no text came back"
    if length > max(LEAST_ALLOWED, MOST_PER_BYTE * file_size):
        return f"{length:,} characters came back from {file_size:,} bytes"
    # Asked first, since it takes no longer for accents in a hostile order, which `canonical` would put in order for hours.
    if not is_normalized("NFC", parsed.text) or canonical(parsed.text) != parsed.text:
        return "the text is not in the form that offsets count in"
    if parsed.language not in {"en", "cy"}:
        return "the text is in no language that is held"
    return _check_spans(parsed, length)


def _check_spans(parsed: Parsed, length: int) -> str | None:
    sections = [(section.start, section.end) for section in parsed.sections]
    if not sections or sections[0][0] != 0 or sections[-1][1] != length or any(a[1] != b[0] for a, b in pairwise(sections)):
        return "its sections do not cover the text"
    pages = [(page.start, page.end) for page in parsed.pages]
    if any(before[1] > after[0] for before, after in pairwise(pages)):
        return "its pages overlap"
    marks = [(mark.start, mark.end) for mark in parsed.findings] + [(mark.start, mark.end) for mark in parsed.flags]
    spans = [(start, end) for start, end in marks if start is not None and end is not None]
    if len(spans) < len(marks) - marks.count((None, None)):
        return "a mark in it has one end"
    return None if _are_inside([*sections, *pages, *spans], length) else "a part of it lies outside the text, or is empty"


def _are_inside(spans: Iterable[tuple[int, int]], length: int) -> bool:
    return all(0 <= start < end <= length for start, end in spans)
