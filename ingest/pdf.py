"""PDF files: text page by page with the printed page numbers, outline and title; does not read pictures of words.

The tags of a tagged file are followed where they hold nearly all of its words; else print and place tell what is what. Scripts,
forms to fill in (XFA too) and embedded files are not looked at.
"""

import logging
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from corpus.errors import EmptyDocument, MalformedDocument
from corpus.finding import Finding
from corpus.flag import Flag
from corpus.language import language_of
from corpus.publication import PublicationType
from ingest.characters import collapse
from ingest.cover import read_cover
from ingest.days import meetings_of
from ingest.kinds import type_of
from ingest.letters import read_letter
from ingest.outline import Outline, lay_out, tile_pages
from ingest.parsed import Parsed
from ingest.pdf_flags import flags_of_pages
from ingest.pdf_headings import largest_words
from ingest.pdf_numbers import page_labels
from ingest.pdf_order import text_pieces
from ingest.pdf_pages import PageText, read_pages
from ingest.pdf_reading import Reading
from ingest.pdf_tags import Element, read_tags
from ingest.running_heads import find_running_heads
from ingest.status import find_standing

PARSER = "pdf/3"
MOST_PAGES = 2000
MOST_BYTES = 40_000_000
"""Bytes one stream of the file may unpack to: the content of a page takes a tenth of a megabyte, an unpacked picture is no
concern of ours."""
END_MARK = b"%%EOF"
END = 4096  # bytes at the end among which the mark stands; some writers add to it
# What pypdf raises on damaged files, beside its own: it follows whatever the file claims.
_DAMAGE = (
    DependencyError,
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
    with _quiet(), _bounded():
        try:
            reader = _open(data, name)
            tags = _tags(reader)
            reading = Reading(name=name, switched_off=_switched_off(reader))
            pages = read_pages(reader.pages, reading, keep_runs=tags is not None)
            said = _labels(reader, len(pages))
            named = _title(reader)
            likely = _language(reader)
        except LimitReachedError as error:
            raise MalformedDocument(
                f"'{name}' unpacks to more than any publication holds, or claims to. Fetch it again from its publisher."
            ) from error
        except _DAMAGE as error:
            raise MalformedDocument(
                f"'{name}' is damaged and cannot be read as a PDF. Fetch it again from its publisher."
            ) from error
    heads = find_running_heads([[*page.lines, *page.artifacts] for page in pages])
    outline = lay_out(text_pieces(pages, heads, tags))
    if not outline.text:
        raise _empty(name, pages)
    labels = page_labels(said, heads.numbers)
    lines = [line for page, dropped in zip(pages, heads.lines, strict=True) for line in page.lines if line not in dropped]
    return _parsed(
        outline,
        labels=labels,
        language=language_of(outline.text, likely=likely),
        title=named or largest_words(lines),
        flags=tuple(flags_of_pages(pages, labels)),
    )


def _parsed(outline: Outline, *, labels: Sequence[str], language: str, title: str | None, flags: tuple[Flag, ...]) -> Parsed:
    text = outline.text
    cover = read_cover(text, language=language)
    type_ = PublicationType.GUIDANCE if cover.is_guidance else type_of(title=title)
    letter = read_letter(text, type_=type_, language=language)
    standing = find_standing(title=title, text=text, type_=type_)
    return Parsed(
        text=text,
        sections=outline.sections,
        pages=tile_pages(outline.page_starts, labels=labels, length=len(text)),
        parser=PARSER,
        media_type="application/pdf",
        language=language,
        title=title,
        author=letter.author,
        role=letter.role,
        published=cover.published,
        dateline=letter.dateline,
        meetings=meetings_of(
            title=title, text=text, headings=tuple(section.heading for section in outline.sections), type_=type_
        ),
        type=type_,
        publisher=cover.publisher,
        findings=(*cover.findings, *(finding for finding in standing if not _is_said_in(finding, cover.findings))),
        flags=flags,
    )


def _is_said_in(finding: Finding, others: Sequence[Finding]) -> bool:
    """True for a finding of the same kind that rests on the same words as another."""
    return any(
        finding.kind is other.kind
        and finding.start is not None
        and finding.end is not None
        and other.start is not None
        and other.end is not None
        and finding.start < other.end
        and other.start < finding.end
        for other in others
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


@contextmanager
def _bounded() -> Iterator[None]:
    """Pypdf's own limits, as tight as publications allow."""
    with apply_configuration(
        maximum_declared_stream_length=MOST_BYTES,
        array_based_stream_maximum_output_length=MOST_BYTES,
        zlib_maximum_output_length=MOST_BYTES,
        lzw_maximum_output_length=MOST_BYTES,
        run_length_maximum_output_length=MOST_BYTES,
        brotli_maximum_output_length=MOST_BYTES,
        stream_filters_maximum_length=4,
        stream_decoding_work_maximum_length=2 * MOST_BYTES,
        page_tree_maximum_entries=MOST_PAGES * 2,
        jbig2dec_binary=None,
    ):
        yield


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
    if not reader.pages:
        raise MalformedDocument(f"'{name}' is damaged: it is a PDF without pages. Fetch it again from its publisher.")
    return reader


def _switched_off(reader: PdfReader) -> frozenset[int]:
    """Object numbers of the layers that are not shown when the file is opened."""
    layers = reader.root_object.get("/OCProperties")
    shown = layers.get_object().get("/D") if layers is not None else None
    off = shown.get_object().get("/OFF") if shown is not None else None
    return frozenset(getattr(layer, "idnum", 0) for layer in off.get_object()) - {0} if off is not None else frozenset()


def _tags(reader: PdfReader) -> Element | None:
    """The tree of elements; None where it is damaged: the words are there without it."""
    try:
        return read_tags(reader)
    except _DAMAGE:
        return None


def _labels(reader: PdfReader, count: int) -> list[str]:
    """The page numbers the file says; counted from 1 where it says none, or says them wrongly."""
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


def _empty(name: str, pages: Sequence[PageText]) -> EmptyDocument:
    count = f"any of {len(pages)} pages" if len(pages) != 1 else "the only page"
    return EmptyDocument(
        f"No text on {count} of '{name}'. It is probably scanned: ask for a text version, or put it through OCR."
    )
