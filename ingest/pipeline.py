"""THE LIFE OF A DOCUMENT: find files, read, identify, make a document, store; one transaction a file.

Writes the catalogue only: whoever owns the index makes it equal afterwards. Does not touch the network.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum
from itertools import islice
from pathlib import Path

from corpus.catalogue import Catalogue, Outcome
from corpus.document import Document, make_document
from corpus.errors import CanllawError, InvalidQuery, NotHeld, SetupError
from corpus.provenance import OGL, Held, Provenance
from corpus.publication import Publication
from ingest.addresses import OPEN_LICENCE
from ingest.find_files import Found, find_files
from ingest.identify import identify, origin_of
from ingest.parsed import Parsed
from ingest.read import Capture, capture, is_readable_kind, kinds_read, parse

NOT_STATED = "not stated"
"""Licence of words whose publisher is not known to use an open one."""


class FileResult(StrEnum):
    """What became of a file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """What became of one file."""

    path: Path
    outcome: FileResult
    publication_id: str | None = None
    document_id: str | None = None
    reason: str | None = None
    """Why it failed or was skipped, as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of a batch."""

    rows: tuple[FileOutcome, ...]
    """In the order the files were read."""

    @property
    def failed(self) -> bool:
        """True if any file failed."""
        return any(row.outcome is FileResult.FAILED for row in self.rows)

    def count(self, outcome: FileResult) -> int:
        """How many files had that outcome."""
        return sum(row.outcome is outcome for row in self.rows)


def ingest_paths(
    catalogue: Catalogue,
    paths: Sequence[Path],
    *,
    publication_id: str | None = None,
    now: datetime,
    on_file: Callable[[FileOutcome], None] | None = None,
) -> Report:
    """Store the texts of files and folders; `publication_id` says whose text one file is.

    A file that cannot be read is reported with its reason and the batch goes on. Raises NotHeld and InvalidQuery for a
    `publication_id` that cannot be meant, and SetupError where nothing can be stored.
    """
    if publication_id is not None:
        _check_target(catalogue, publication_id, paths)
    rows = []
    for found in find_files(paths):
        row = _outcome(catalogue, found, publication_id=publication_id, now=now)
        rows.append(row)
        if on_file:
            on_file(row)
    return Report(rows=tuple(rows))


def _outcome(catalogue: Catalogue, found: Found, *, publication_id: str | None, now: datetime) -> FileOutcome:
    if found.reason:
        return FileOutcome(path=found.path, outcome=FileResult.FAILED, reason=found.reason)
    if found.in_folder and not is_readable_kind(found.path):
        reason = f"'{found.path}' is of a kind that is not read. Files that are: {kinds_read()}."
        return FileOutcome(path=found.path, outcome=FileResult.SKIPPED, reason=reason)
    try:
        return live(catalogue, found.path, publication_id=publication_id, now=now)
    except SetupError:
        raise
    except CanllawError as error:
        return FileOutcome(path=found.path, outcome=FileResult.FAILED, reason=str(error))


def live(catalogue: Catalogue, path: Path, *, publication_id: str | None = None, now: datetime) -> FileOutcome:
    """The life of one document, from a file to the catalogue; raises CanllawError."""
    captured = capture(path)
    parsed = parse(captured)
    publication = identify(catalogue, parsed, path=path, publication_id=publication_id)
    document = document_of(publication, parsed, captured, now=now)
    outcome = store(catalogue, publication, document)
    return FileOutcome(path=path, outcome=outcome, publication_id=publication.id, document_id=document.id)


def document_of(publication: Publication, parsed: Parsed, captured: Capture, *, now: datetime) -> Document:
    """The document that a parsed file is of its publication."""
    return make_document(
        publication_id=publication.id,
        language=publication.language,
        held=Held.FULL,
        text=parsed.text,
        sections=parsed.sections,
        pages=parsed.pages,
        provenance=Provenance(
            origin=origin_of(captured.path),
            media_type=parsed.media_type,
            sha256=captured.sha256,
            retrieved_at=now,
            parser=parsed.parser,
            licence=OGL if publication.publisher in OPEN_LICENCE else NOT_STATED,
        ),
    )


def store(catalogue: Catalogue, publication: Publication, document: Document) -> FileResult:
    """Write both in one transaction, or neither."""
    with catalogue.writing() as write:
        record = write.put_publication(publication)
        text = write.put_document(document)
    if record is Outcome.UNCHANGED and text is Outcome.UNCHANGED:
        return FileResult.UNCHANGED
    return FileResult.ADDED if text is Outcome.ADDED else FileResult.CHANGED


def _check_target(catalogue: Catalogue, publication_id: str, paths: Sequence[Path]) -> None:
    if catalogue.publication(publication_id) is None:
        known = [publication.id for publication in catalogue.publications()]
        near = get_close_matches(publication_id, known, n=3, cutoff=0.5)
        hint = f"Near it: {', '.join(near)}." if near else "Search by title to find its id."
        raise NotHeld(f"No publication '{publication_id}' is held. {hint}")
    if len(list(islice(find_files(paths), 2))) > 1:
        raise InvalidQuery(
            f"More than one file is named for publication '{publication_id}'. Name the one file that holds its text.",
            field="publication",
        )
