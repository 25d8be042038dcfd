"""WARC records (ISO 28500) of what was received, written and read by warcio; does not know the catalogue."""

import hashlib
import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.addresses import web_address
from corpus.rows import moment

if TYPE_CHECKING:
    from corpus.captures import Capture

PIECE = 1 << 16
OK = 200
BROKEN = (OSError, StopIteration, ValueError, EOFError, AttributeError, ArchiveLoadFailed, zlib.error)
"""What reading a damaged file may raise; an AttributeError is warcio's where a record's head breaks off."""
FINAL, PUBLICATION = "Canllaw-Final-URI", "Canllaw-Publication"
"""Our own named fields, which ISO 28500 allows, so that a row can be made again from its record alone."""
_NOT_IN_A_HEADER = re.compile(r"[^\t\x20-\x7e]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """An answer of a publisher, or a file somebody saved, whole."""

    url: str
    final_url: str
    """Where redirects led; the same as `url` where there were none."""
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    """Without transfer and content encoding."""
    at: datetime

    @property
    def sha256(self) -> str:
        """Digest of the body, 64 hexadecimal digits."""
        return hashlib.sha256(self.body).hexdigest()

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class Kept(NamedTuple):
    """A whole record of a file."""

    offset: int
    id: str
    is_revisit: bool
    row: dict[str, Any]
    """What the record says, as columns of its row."""


class Torn(NamedTuple):
    """Where a file breaks off in the middle of a record."""

    offset: int


def record_of(
    received: Received, record_id: str, *, publication_id: str | None = None, revisits: "Capture | None" = None
) -> ArcWarcRecord:
    """A response as a record, or as a `revisit` that names the earlier one with the same bytes."""
    builder = WARCWriter(BytesIO(), gzip=False)
    lines = [(_clean(name), _clean(value)) for name, value in received.headers]
    http = StatusAndHeaders(f"{received.status} {'OK' if received.status < 400 else 'Not OK'}", lines, protocol="HTTP/1.1")
    named = {"WARC-Record-ID": f"<urn:uuid:{record_id}>", "WARC-Date": _stamp(received.at), FINAL: received.final_url}
    if publication_id:
        named[PUBLICATION] = publication_id
    if revisits:
        record = builder.create_revisit_record(
            received.url,
            digest=f"sha256:{revisits.sha256}",
            refers_to_uri=revisits.url,
            refers_to_date=_stamp(revisits.fetched_at),
            http_headers=http,
        )
        for name, value in named.items():
            record.rec_headers.replace_header(name, value)
        return record
    body = {"payload": BytesIO(received.body), "length": len(received.body), "warc_headers_dict": named}
    if web_address(received.url) is None:  # a file has no HTTP about it
        return builder.create_warc_record(
            received.url, "resource", warc_content_type=_clean(received.header("content-type") or ""), **body
        )
    return builder.create_warc_record(received.url, "response", http_headers=http, **body)


def write_record(file: BinaryIO, record: ArcWarcRecord) -> None:
    """Write a record at the end of an unbuffered file; on the disk when this returns."""
    made = BytesIO()
    WARCWriter(made, gzip=True).write_record(record)
    left = made.getbuffer()
    while left:  # a disk that fills up takes a part first, and says no to the rest
        left = left[file.write(left) :]
    os.fsync(file.fileno())


def read_body(path: Path, offset: int) -> bytes:
    """The body of the record at an offset; raises one of BROKEN."""
    with path.open("rb") as file:
        file.seek(offset)
        data: bytes = next(iter(ArchiveIterator(file))).raw_stream.read()
        return data


def read_records(path: Path, *, start: int = 0) -> Iterator[Kept | Torn]:
    """Every record of ours in a file from the one at `start`, in order; ends with a Torn where it breaks off or is damaged."""
    end = start
    with path.open("rb") as file:
        while length := _member(file, end):
            file.seek(end)
            try:
                record = next(iter(ArchiveIterator(file)))
                kept = _kept(end, record, record.raw_stream.read()) if record.rec_headers.get_header(FINAL) else None
            except BROKEN:
                break
            if kept:
                yield kept
            end += length
    if end < path.stat().st_size:
        yield Torn(end)


def _member(file: BinaryIO, offset: int) -> int:
    """Length of the gzip member at an offset; 0 where none is whole there: warcio reads a cut one as a short record."""
    file.seek(offset)
    member = zlib.decompressobj(wbits=31)
    length = 0
    try:
        while not member.eof:
            piece = member.unconsumed_tail or file.read(PIECE)
            if not piece:
                return 0
            length += 0 if member.unconsumed_tail else len(piece)
            member.decompress(piece, PIECE)
    except zlib.error:
        return 0
    return length - len(member.unused_data)


def _kept(offset: int, record: ArcWarcRecord, body: bytes) -> Kept:
    said, http = record.rec_headers, record.http_headers
    find = (http or said).get_header
    is_revisit = record.rec_type == "revisit"
    record_id = said.get_header("WARC-Record-ID").removeprefix("<urn:uuid:").removesuffix(">")
    named = (said.get_header("WARC-Payload-Digest") or "").removeprefix("sha256:") if is_revisit else None
    row = {
        "url": said.get_header("WARC-Target-URI"),
        "final_url": said.get_header(FINAL),
        "status": int(http.get_statuscode()) if http else OK,
        "media_type": (find("content-type") or "").partition(";")[0].strip().lower(),
        "sha256": named or hashlib.sha256(body).hexdigest(),
        "size": len(body),
        "fetched_at": moment(datetime.fromisoformat(said.get_header("WARC-Date"))),
        "etag": find("etag") if http else None,
        "last_modified": find("last-modified") if http else None,
        "publication_id": said.get_header(PUBLICATION),
    }
    return Kept(offset=offset, id=record_id, is_revisit=is_revisit, row=row)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _clean(words: str) -> str:
    """A header that cannot break out of its line."""
    return _NOT_IN_A_HEADER.sub("?", words)
