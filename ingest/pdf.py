"""PDF files: text page by page with the printed page numbers, outline and title; does not read pictures of words."""

import logging
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from corpus.errors import EmptyDocument, MalformedDocument
from corpus.language import language_of
from corpus.publication import PublicationType
from ingest.characters import collapse
from ingest.cover import read_cover
from ingest.kinds import type_of
from ingest.outline import lay_out, tile_pages
from ingest.parsed import Parsed
from ingest.pdf_layout import largest_words, to_pieces
from ingest.pdf_lines import Line, read_lines
from ingest.running_heads import without_running_heads
from ingest.status import read_status

PARSER = "pdf/1"
MOST_PAGES = 2000
END_MARK = b"%%EOF"
END = 4096  # bytes at the end among which the mark stands; some writers add to it
# What pypdf raises on damaged files, beside its own: it follows whatever the file claims.
_DAMAGE = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_JUNK_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|\(?(?:anonymous|unspecified)\)?|powerpoint presentation|"
    r"document\d*|title|slide \d+|.*\.(?:docx?|pdf|indd|qxp|pptx?|xlsx?|rtf|odt)|[\w.-]*[_\d][\w.-]*|[\W\d]*)$",
    re.IGNORECASE,
)


def parse_pdf(data: bytes, *, name: str) -> Parsed:
    """What a PDF holds; raises EmptyDocument or MalformedDocument. `name` is the file, for messages."""
    with _quiet():
        try:
            reader = _open(data, name)
            pages = _read_pages(reader, name)
            labels = _labels(reader, len(pages))
            named = _title(reader)
            likely = _language(reader)
        except _DAMAGE as error:
            raise MalformedDocument(
                f"'{name}' is damaged and cannot be read as a PDF. Fetch it again from its publisher."
            ) from error
    lines = without_running_heads(pages)
    outline = lay_out(to_pieces(lines))
    if not outline.text:
        count = f"any of {len(pages)} pages" if len(pages) != 1 else "the only page"
        raise EmptyDocument(
            f"No text on {count} of '{name}'. It is probably scanned: ask for a text version, or put it through OCR."
        )
    text = outline.text
    language = language_of(text, likely=likely)
    cover = read_cover(text, language=language)
    title = named or largest_words(lines)
    type_ = PublicationType.GUIDANCE if cover.is_guidance else type_of(title=title)
    said = read_status(title=title, text=text, type_=type_)
    return Parsed(
        text=text,
        sections=outline.sections,
        pages=tile_pages(outline.page_starts, labels=labels, length=len(text)),
        parser=PARSER,
        media_type="application/pdf",
        language=language,
        title=title,
        published=cover.published,
        type=type_,
        publisher=cover.publisher,
        draft=said.draft,
        withdrawn=said.withdrawn,
        statutory=said.statutory,
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Pypdf logs every oddity of a file it mends; none of them is anything a reader can act on."""
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)


def _open(data: bytes, name: str) -> PdfReader:
    if END_MARK not in data[-END:]:  # pypdf would mend what is left, and half a text would pass for the whole
        raise MalformedDocument(f"'{name}' is damaged: it was cut short. Fetch it again from its publisher.")
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise MalformedDocument(f"'{name}' is locked by a password. Save a copy without one, and import that.")
    if len(reader.pages) > MOST_PAGES:
        raise MalformedDocument(
            f"'{name}' has {len(reader.pages):,} pages; the most read is {MOST_PAGES:,}. Import it in parts."
        )
    return reader


def _read_pages(reader: PdfReader, name: str) -> list[list[Line]]:
    if not reader.pages:
        raise MalformedDocument(f"'{name}' is damaged: it is a PDF without pages. Fetch it again from its publisher.")
    return [read_lines(page, index=index) for index, page in enumerate(reader.pages)]


def _labels(reader: PdfReader, count: int) -> list[str]:
    """The page numbers as printed; counted from 1 where the file says none, or says it wrongly."""
    counted = [str(number) for number in range(1, count + 1)]
    try:
        printed = [collapse(label) for label in reader.page_labels]
    except _DAMAGE:
        return counted
    if len(printed) != count:
        return counted
    return [label or number for label, number in zip(printed, counted, strict=True)]


def _title(reader: PdfReader) -> str | None:
    title = collapse(str(reader.metadata.title or "")) if reader.metadata else ""
    return None if _JUNK_TITLE.match(title) else title


def _language(reader: PdfReader) -> str:
    declared = str(reader.root_object.get("/Lang", ""))
    return "cy" if declared.lower().startswith("cy") else "en"
