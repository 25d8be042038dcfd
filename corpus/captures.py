"""Captures: raw bytes as they were fetched or found, in WARC files (ISO 28500), each with a row in the catalogue.

Append only: a record is on the disk before its row is written, so a kill between the two leaves a record without a row,
which `recovery.py` finds. What comes back unchanged is kept as a `revisit`. Does not fetch and does not parse.
"""

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update

from corpus.addresses import address_key
from corpus.capture import NOT_MODIFIED, OK, Capture, ReadAs, read_at_once, read_capture
from corpus.catalogue import Catalogue
from corpus.crash import Step, pass_by
from corpus.errors import CaptureDamaged, NotHeld
from corpus.rows import moment
from corpus.schema import capture_table, document_table, manifestation_table
from corpus.warc import BROKEN, Kept, Received, Torn, read_body, read_records, record_of, write_record
from corpus.writer import Writer

__all__ = ["Capture", "Captures", "ReadAs", "Received", "read_into"]

FOLDER = "captures"
SUFFIX = ".warc.gz"
FILLED = ("media_type", "etag", "last_modified", "publication_id")
"""What a "not modified" may leave out."""
LARGEST_FILE = 1_000_000_000
"""Bytes after which a new file is begun, as ISO 28500 advises."""


class Captures:
    """The WARC files of a data folder. One process writes a file; any may read all."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self.folder = folder
        self._catalogue = catalogue
        self._file: BinaryIO | None = None

    def close(self) -> None:
        """End the file being written."""
        if self._file:
            self._file.close()
            self._file = None

    def keep(self, received: Received, *, publication_id: str | None = None) -> Capture:
        """Write an answer down; durable on return. Unchanged bytes of an address become a revisit."""
        digest = received.sha256
        before = self.latest(received.url)
        unchanged = received.status == NOT_MODIFIED or (
            received.status == OK and before is not None and before.sha256 == digest
        )
        same = before if unchanged else None
        record_id = str(uuid.uuid4())
        file, offset = self._write(record_of(received, record_id, publication_id=publication_id, revisits=same))
        pass_by(Step.KEPT)
        row = {
            "id": record_id,
            "key": address_key(received.url),
            "url": received.url,
            "final_url": received.final_url,
            "status": received.status,
            "media_type": (received.header("content-type") or "").partition(";")[0].strip().lower(),
            "sha256": digest,
            "size": len(received.body),
            "fetched_at": moment(received.at),
            "etag": received.header("etag"),
            "last_modified": received.header("last-modified"),
            "publication_id": publication_id,
        }
        return self._enter(row, file, offset, same)

    def body(self, capture: Capture) -> bytes:
        """The bytes of a capture, or of the one it revisits; raises CaptureDamaged where they are not those that were kept."""
        held = self.capture(capture.revisits) if capture.revisits else capture
        try:
            data = read_body(self.folder / held.file, held.offset)
        except BROKEN as error:
            why = error.strerror if isinstance(error, OSError) else None
            raise CaptureDamaged(_damage(held, why or "there is no whole record at its place")) from error
        if hashlib.sha256(data).hexdigest() != held.sha256:
            raise CaptureDamaged(_damage(held, "its bytes are not the ones that were kept"))
        return data

    def capture(self, capture_id: str) -> Capture:
        """The capture by that id; raises NotHeld."""
        found = self._captures(select(capture_table).where(capture_table.c.id == capture_id))
        if not found:
            raise NotHeld(f"No capture '{capture_id}' is held.")
        return found[0]

    def latest(self, url: str) -> Capture | None:
        """The last capture of an address that has a body, itself or by revisit."""
        table = capture_table
        query = select(table).where(table.c.key == address_key(url), _has_body())
        found = self._captures(query.order_by(table.c.fetched_at.desc(), table.c.file.desc(), table.c.offset.desc()).limit(1))
        return found[0] if found else None

    def of_page(self, url: str) -> Capture | None:
        """The last capture that was read as the page of an address, wherever it was found (a saved file, an alias)."""
        table = capture_table
        key = address_key(url)
        is_page = table.c.read_as.is_distinct_from(ReadAs.NO_CONTENT.value)
        query = select(table).where((table.c.page_key == key) | (table.c.key == key), _has_body(), is_page)
        found = self._captures(query.order_by(table.c.fetched_at.desc(), table.c.file.desc(), table.c.offset.desc()).limit(1))
        return found[0] if found else None

    def note_page(self, capture: Capture, url: str) -> None:
        """Note the address a page gives as its own."""
        with self._catalogue.writing() as write:
            mine = update(capture_table).where(capture_table.c.id == capture.id)
            write.connection.execute(mine.values(page_key=address_key(url)))

    def unread(self) -> list[Capture]:
        """Captures nothing has been made of yet, oldest first: what a kill between keeping and reading left."""
        table = capture_table
        return self._captures(
            select(table).where(table.c.read_as.is_(None)).order_by(table.c.fetched_at, table.c.file, table.c.offset)
        )

    def all(self, read_as: ReadAs | None = None) -> list[Capture]:
        """Every capture, or those of which that was made, oldest first."""
        table = capture_table
        query = select(table) if read_as is None else select(table).where(table.c.read_as == read_as.value)
        return self._captures(query.order_by(table.c.fetched_at, table.c.file, table.c.offset))

    def of_document(self, document_id: str) -> list[Capture]:
        """The captures a document was read from, in order: several where a publication is in parts."""
        joined = select(capture_table).join(manifestation_table, manifestation_table.c.capture_id == capture_table.c.id)
        return self._captures(
            joined.where(manifestation_table.c.document_id == document_id).order_by(manifestation_table.c.position)
        )

    def documents(self) -> list[str]:
        """Ids of every document that was read from captures and still stands as a reading of them, oldest first."""
        query = select(document_table.c.id).where(
            ~document_table.c.misread, document_table.c.id.in_(select(manifestation_table.c.document_id))
        )
        return [str(row["id"]) for row in self._catalogue.rows(query.order_by(document_table.c.since, document_table.c.id))]

    def documents_of(self, capture_id: str) -> list[str]:
        """Ids of the documents read from a capture, or from one that found it unchanged; the current ones where any is.

        A part that stays as it was is read into the new text and was read into the old one, which is served no more.
        """
        joined = (
            select(document_table.c.id.label("document_id"), document_table.c.current)
            .join(manifestation_table, manifestation_table.c.document_id == document_table.c.id)
            .join(capture_table, manifestation_table.c.capture_id == capture_table.c.id)
        )
        one = (capture_table.c.id == capture_id) | (capture_table.c.revisits == capture_id)
        rows = self._catalogue.rows(joined.where(one, ~document_table.c.misread).distinct().order_by(document_table.c.id))
        return [row["document_id"] for row in rows if row["current"] or not any(other["current"] for other in rows)]

    def mark(self, captures: Sequence[Capture], read_as: ReadAs | None, *, reason: str | None = None) -> None:
        """Note what became of captures."""
        with self._catalogue.writing() as write:
            mark(write, captures, read_as, reason=reason)

    def scan(self) -> Iterator[tuple[str, Kept | Torn]]:
        """Every record of every WARC file, by file; a file that breaks off in the middle of a record ends with a Torn."""
        for path in sorted(self.folder.glob(f"*{SUFFIX}")):
            for found in read_records(path):
                yield path.name, found

    def last_rows(self) -> dict[str, int]:
        """Offset of the last record of each file that has its row."""
        table = capture_table
        rows = self._catalogue.rows(select(table.c.file, func.max(table.c.offset).label("last")).group_by(table.c.file))
        return {str(row["file"]): int(row["last"]) for row in rows}

    def adopt(self, file: str, kept: Kept) -> None:
        """Give a record that a kill left without a row its row; it waits to be read."""
        same = None
        if kept.is_revisit:  # of the body it names, whatever was fetched since
            key, digest = address_key(kept.row["url"]), kept.row["sha256"]
            query = select(capture_table).where(capture_table.c.key == key, capture_table.c.sha256 == digest, _has_body())
            query = query.where(capture_table.c.fetched_at <= kept.row["fetched_at"])
            same = next(iter(self._captures(query.order_by(capture_table.c.fetched_at.desc()).limit(1))), None)
        self._enter({"id": kept.id, "key": address_key(kept.row["url"])} | kept.row, file, kept.offset, same)

    def cut(self, file: str, offset: int) -> None:
        """Take a record that was half written off the end of a file."""
        with (self.folder / file).open("r+b") as opened:
            opened.truncate(offset)

    def _write(self, record: Any) -> tuple[str, int]:
        if self._file and self._file.tell() > LARGEST_FILE:
            self.close()
        if self._file is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Without a buffer: what a full disk does not take must not be tried again when the file is closed.
            self._file = (self.folder / f"{uuid.uuid4().hex}{SUFFIX}").open("xb", buffering=0)
            flock(self._file, LOCK_EX)  # until it is closed or the process ends: see `recovery.py`
        offset = self._file.tell()
        try:
            write_record(self._file, record)
        except OSError:  # a full disk: nothing half written may stay
            self._file.seek(offset)
            self._file.truncate()
            raise
        return Path(self._file.name).name, offset

    def _enter(self, row: dict[str, Any], file: str, offset: int, same: Capture | None) -> Capture:
        """Write the row of a record; what the answer leaves open is as in the capture it found unchanged."""
        if same:
            told = {name: row[name] or getattr(same, name) for name in FILLED}
            row |= told | {"sha256": same.sha256, "size": same.size}
        row |= {
            "file": file,
            "offset": offset,
            "revisits": (same.revisits or same.id) if same else None,
            "page_key": same.page_key if same else None,
            "read_as": read_at_once(row["status"], same=same is not None),
            "reason": None,
        }
        with self._catalogue.writing() as write:
            write.connection.execute(insert(capture_table), [row])
        return read_capture(row)

    def _captures(self, query: Select[Any]) -> list[Capture]:
        return [read_capture(row) for row in self._catalogue.rows(query)]


def read_into(write: Writer, document_id: str, captures: Sequence[Capture]) -> None:
    """Note, with the document itself, which captures it was read from, in order, in place of those before."""
    table = manifestation_table
    write.connection.execute(delete(table).where(table.c.document_id == document_id))
    rows = [{"document_id": document_id, "capture_id": one.id, "position": place} for place, one in enumerate(captures)]
    write.connection.execute(insert(table), rows)
    mark(write, captures, ReadAs.DOCUMENT)


def mark(write: Writer, captures: Sequence[Capture], read_as: ReadAs | None, *, reason: str | None = None) -> None:
    """Note what became of captures."""
    table = capture_table
    mine = update(table).where(table.c.id.in_([one.id for one in captures]))
    write.connection.execute(mine.values(read_as=read_as and read_as.value, reason=reason))


def _has_body() -> ColumnElement[bool]:
    """True for rows that have one, their own or another's: a "not modified" that nothing came before has none."""
    return (capture_table.c.status == OK) | capture_table.c.revisits.is_not(None)


def _damage(capture: Capture, what: str) -> str:
    return (
        f"The capture of '{capture.url}' of {capture.fetched_at:%d %B %Y} cannot be read from '{capture.file}': {what}. "
        "Restore that file from a backup, or fetch the address again with `canllaw crawl`."
    )
