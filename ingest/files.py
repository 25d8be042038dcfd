"""Files: saved pages, PDFs and texts, captured and read one after the other; does not fetch anything.

Pages come before PDFs, so that a file which a saved page lists among its documents is known as that file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from corpus.captures import Capture, Received
from corpus.errors import CanllawError, InvalidQuery, NotHeld
from ingest.find_files import Found, find_files
from ingest.intake import Became, Intake, Life
from ingest.pipeline import live
from ingest.read import HTML, PDF, TEXT, content_of_file, is_readable_kind, kinds_read

MEDIA_TYPES = {PDF: "application/pdf", HTML: "text/html", TEXT: "text/plain"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of a batch."""

    rows: tuple[Life, ...]
    """In the order the files were named and found."""

    @property
    def failed(self) -> bool:
        """True if any file failed."""
        return any(row.became is Became.FAILED for row in self.rows)

    def count(self, became: Became) -> int:
        """How many files became that."""
        return sum(row.became is became for row in self.rows)


def ingest_paths(
    intake: Intake,
    paths: Sequence[Path],
    *,
    publication_id: str | None = None,
    on_file: Callable[[Life], None] | None = None,
) -> Report:
    """Store the texts of files and folders; `publication_id` says whose text one file is.

    A file that cannot be read is reported with its reason and the batch goes on. Raises NotHeld and InvalidQuery for a
    `publication_id` that cannot be meant, and SetupError where nothing can be stored.
    """
    if publication_id is not None:
        _check_target(intake, publication_id, paths)
    rows: dict[int, Life] = {}
    found = list(enumerate(find_files(paths)))
    pages = [one for one in found if one[1].path.suffix.lower() != ".pdf"]
    for group in (pages, [one for one in found if one not in pages]):
        listed = intake.catalogue.files_listed([row.publication_id for row in rows.values() if row.publication_id])
        # All are kept before any is read: a publication in parts must not be put together of new and old ones.
        kept = [(place, file.path, _keep(intake, file, publication_id, listed)) for place, file in group]
        for place, row in _read(intake, kept):
            rows[place] = row
            if on_file:
                on_file(row)
    return Report(rows=tuple(rows[place] for place in sorted(rows)))


def _read(intake: Intake, kept: Sequence[tuple[int, Path, Capture | Life]]) -> Iterator[tuple[int, Life]]:
    """The life of every file, by its place; parts after all others, since which page a file holds it says itself."""
    waiting = []
    for place, path, capture in kept:
        row = capture if isinstance(capture, Life) else live(intake, capture, whole_at_once=False)
        if row.became is Became.WAITING and isinstance(capture, Capture):
            waiting.append((place, path, capture, row.parts))
        else:
            yield place, replace(row, name=str(path))
    done: dict[tuple[str, ...], Life] = {}
    for place, path, capture, parts in waiting:
        row = done.get(parts) or live(intake, capture)
        if row.document_id:  # the whole was read, with this part in it
            done[parts] = replace(row, became=Became.UNCHANGED)
        yield place, replace(row, name=str(path))


def _keep(intake: Intake, found: Found, publication_id: str | None, listed: Mapping[str, str]) -> Capture | Life:
    """The capture of a file, the one there is or a new one; or what became of it, where it cannot be opened."""
    name = str(found.path)
    if found.reason:
        return Life(name=name, became=Became.FAILED, reason=found.reason)
    if found.in_folder and not is_readable_kind(found.path):
        reason = f"'{found.path}' is of a kind that is not read. Files that are: {kinds_read()}."
        return Life(name=name, became=Became.SKIPPED, reason=reason)
    try:
        content = content_of_file(found.path)
    except CanllawError as error:
        return Life(name=name, became=Became.FAILED, reason=str(error))
    url = listed.get(found.path.name) or found.path.resolve().as_uri()
    received = Received(
        url=url,
        final_url=url,
        status=200,
        headers=(("Content-Type", MEDIA_TYPES[content.kind]), ("Content-Length", str(len(content.data)))),
        body=content.data,
        at=intake.now(),
    )
    before = intake.captures.latest(url)
    if before and before.sha256 == received.sha256 and before.publication_id == publication_id:
        return before
    return intake.captures.keep(received, publication_id=publication_id)


def _check_target(intake: Intake, publication_id: str, paths: Sequence[Path]) -> None:
    if intake.catalogue.publication(publication_id) is None:
        known = [publication.id for publication in intake.catalogue.publications()]
        near = get_close_matches(publication_id, known, n=3, cutoff=0.5)
        hint = f"Near it: {', '.join(near)}." if near else "Search by title to find its id."
        raise NotHeld(f"No publication '{publication_id}' is held. {hint}")
    if len(list(islice(find_files(paths), 2))) > 1:
        raise InvalidQuery(
            f"More than one file is named for publication '{publication_id}'. Name the one file that holds its text.",
            field="publication",
        )
