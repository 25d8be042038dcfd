"""Agreement of catalogue and captures: every row has its bytes, every record its row, every full text what it was read from.

Says where they differ and mends what a kill leaves. Does not look at the index.
"""

from collections.abc import Iterable, Iterator

from corpus.captures import Capture, Captures
from corpus.catalogue import Catalogue
from corpus.difference import Difference, Place
from corpus.errors import CaptureDamaged
from corpus.provenance import Held
from corpus.visits import Visits
from corpus.warc import Torn
from ingest.intake import Intake
from ingest.pipeline import live
from ingest.unread import pages_unread


def differences(catalogue: Catalogue, captures: Captures) -> Iterator[Difference]:
    """Every difference; reads every byte that was kept and compares it with its digest."""
    yield from _in_files(captures)
    for capture in captures.all():
        if capture.revisits is None:
            try:
                captures.body(capture)
            except CaptureDamaged as error:
                yield Difference(place=Place.CAPTURES, what=str(error), mend="")
    for capture in captures.unread():
        what = capture.reason or f"'{capture.url}' was kept on {capture.fetched_at:%d %B %Y} and never read."
        yield Difference(place=Place.CAPTURES, what=what, mend="" if capture.reason else "it is read")
    for publication, document in catalogue.current():
        if document.held is Held.FULL and not captures.of_document(document.id):
            what = f"No bytes are kept of '{document.id}' ({publication.title}): it came before captures were kept."
            yield Difference(place=Place.CAPTURES, what=what, mend="")


def _in_files(captures: Captures) -> Iterator[Difference]:
    rows = {capture.id: capture for capture in captures.all()}
    for file, found in captures.scan():
        if isinstance(found, Torn) and not _is_tail(found, file, rows.values()):
            what = f"'{file}' is damaged at byte {found.offset:,}, with records after it. Restore that file from a backup."
            yield Difference(place=Place.CAPTURES, what=what, mend="")
        elif isinstance(found, Torn):
            what = f"'{file}' breaks off in the middle of a record, at byte {found.offset:,}."
            yield Difference(place=Place.CAPTURES, what=what, mend="the half record is cut off")
        elif found.id not in rows:
            what = f"'{file}' holds an answer of '{found.row['url']}' that the catalogue does not know."
            yield Difference(place=Place.CAPTURES, what=what, mend="it is entered, and read")


def mend(intake: Intake) -> None:
    """Put right what can be: cut half records off, enter those without a row, read what waits."""
    captures = intake.captures
    known = {capture.id: capture for capture in captures.all()}
    for file, found in list(captures.scan()):
        if isinstance(found, Torn):
            if _is_tail(found, file, known.values()):
                captures.cut(file, found.offset)
        elif found.id not in known:
            captures.adopt(file, found)
    for capture in pages_unread(intake, Visits(intake.catalogue)):
        live(intake, capture)


def _is_tail(torn: Torn, file: str, rows: Iterable[Capture]) -> bool:
    """True for what a kill leaves: a half record without a row. Damage further in hides whole records, which must stay."""
    return not any(one.file == file and one.offset >= torn.offset for one in rows)
