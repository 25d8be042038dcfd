"""Bytes and their kind: by the first of them, then by what they are called; the parser for that kind. Stores nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from urllib.parse import urlsplit

from corpus.errors import EmptyDocument, MalformedDocument, ReadError, UnsupportedFormat
from ingest.html import parse_html
from ingest.parsed import Parsed
from ingest.pdf import parse_pdf
from ingest.suspicion import flags_of
from ingest.text import parse_text

MEGABYTE = 1_000_000
SNIFF = 4096  # bytes that show what a file is
PDF, HTML, TEXT = "PDF", "web page", "text"
LARGEST = {PDF: 50 * MEGABYTE, HTML: 10 * MEGABYTE, TEXT: 10 * MEGABYTE}
PARSERS: dict[str, Callable[..., Parsed]] = {PDF: parse_pdf, HTML: parse_html, TEXT: parse_text}
BY_NAME = {".htm": HTML, ".html": HTML, ".xhtml": HTML, ".pdf": PDF, ".md": TEXT, ".txt": TEXT}
BY_MEDIA_TYPE = {"text/html": HTML, "application/xhtml+xml": HTML, "application/pdf": PDF, "text/plain": TEXT}
_PDF_MARK = b"%PDF-"  # may stand after a few bytes of something else
_HTML_MARK = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Bytes and the kind they are."""

    name: str
    """The file or address they came from, for messages."""
    kind: str
    data: bytes


def parse(kind: str, data: bytes, *, name: str) -> Parsed:
    """What bytes hold and what is suspicious in it, read in this process; raises EmptyDocument or MalformedDocument."""
    parsed = PARSERS[kind](data, name=name)
    return replace(parsed, flags=(*parsed.flags, *flags_of(parsed.text)))


def content_of_file(path: Path) -> Content:
    """The bytes of a file, never more than its kind may have; raises ReadError."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            raise UnsupportedFormat(f"'{path}' is no file that can be read. Name a file, or a folder of files.")
        with path.open("rb") as file:
            start = file.read(SNIFF)
            kind = _kind(start, str(path), BY_NAME.get(path.suffix.lower()))
            _refuse_large(found.st_size, kind, str(path))
            # The file may grow while it is read.
            data = start + file.read(LARGEST[kind] + 1 - len(start))
    except FileNotFoundError as error:
        raise ReadError(f"There is no file '{path}'. Check the path.") from error
    except OSError as error:
        raise ReadError(f"'{path}' cannot be opened: {error.strerror}. Check that you may read it.") from error
    _refuse_large(len(data), kind, str(path))
    return Content(name=str(path), kind=kind, data=data)


def content_of_answer(data: bytes, *, url: str, media_type: str) -> Content:
    """Bytes that a publisher sent; what they are counts, not what they are said to be. Raises ReadError."""
    said = BY_MEDIA_TYPE.get(media_type) or BY_NAME.get(Path(urlsplit(url).path).suffix.lower())
    kind = _kind(data[:SNIFF], url, said)
    _refuse_large(len(data), kind, url)
    return Content(name=url, kind=kind, data=data)


def is_readable_kind(path: Path) -> bool:
    """True for a file that a name or its first bytes show to be of a kind we read; False also where it cannot be opened."""
    if path.suffix.lower() in BY_NAME:
        return True
    try:
        with path.open("rb") as file:
            return _sniff(file.read(SNIFF)) is not None
    except OSError:
        return False


def kinds_read() -> str:
    """The endings of the files we read, as a list in words."""
    return ", ".join(sorted(BY_NAME))


def _kind(start: bytes, name: str, said: str | None) -> str:
    if not start:
        raise EmptyDocument(f"'{name}' is empty. Save or fetch it again.")
    kind = _sniff(start) or said
    if kind is None:
        raise UnsupportedFormat(
            f"'{name}' is of a kind that is not read. Files that are: {kinds_read()}; save it as one of them."
        )
    if kind is PDF and _PDF_MARK not in start:
        raise MalformedDocument(f"'{name}' is called a PDF but does not begin as one. Fetch it again from its publisher.")
    return kind


def _sniff(start: bytes) -> str | None:
    """The kind the first bytes show; None where they show none."""
    if _PDF_MARK in start[:1024]:
        return PDF
    if start.startswith(_UTF16_MARKS):
        start = start[: len(start) // 2 * 2].decode("utf-16", errors="replace").encode()
    return HTML if _HTML_MARK.match(start) else None


def _refuse_large(size: int, kind: str, name: str) -> None:
    if size > LARGEST[kind]:
        raise MalformedDocument(
            f"'{name}' has {size / MEGABYTE:,.0f} MB; the most that is read of a {kind} is {LARGEST[kind] / MEGABYTE:,.0f} MB. "
            "Import it in parts."
        )
