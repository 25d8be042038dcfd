"""Agreement of catalogue and captures: every row has its bytes, every record its row, every full text what it was read from.

Says where they differ and mends what a kill leaves. Does not look at the index.
"""

from collections.abc import Iterator

from corpus.captures import Captures
from corpus.catalogue import Catalogue
from corpus.difference import Difference, Place
from corpus.errors import CaptureDamaged
from corpus.provenance import Held
from corpus.warc import Torn
from ingest.intake import Intake
from ingest.pipeline import live


def differences(catalogue: Catalogue, captures: Captures) -> Iterator[Difference]:
    """Every difference; reads every byte that was kept and compares it with its digest."""
    rows = {capture.id: capture for capture in captures.all()}
    for file, found in captures.scan():
        if isinstance(found, Torn):
            what = f"'{file}' breaks off in the middle of a record, at byte {found.offset:,}."
            yield Difference(place=Place.CAPTURES, what=what, mend="the half record is cut off")
        elif found.id not in rows:
            what = f"'{file}' holds an answer of '{found.row['url']}' that the catalogue does not know."
            yield Difference(place=Place.CAPTURES, what=what, mend="it is entered, and read")
    for capture in rows.values():
        if capture.revisits is None:
            try:
                captures.body(capture)
            except CaptureDamaged as error:
                yield Difference(place=Place.CAPTURES, what=str(error), mend="")
    for capture in captures.unread():
        what = f"'{capture.url}' was kept on {capture.fetched_at:%d %B %Y} and never read."
        yield Difference(place=Place.CAPTURES, what=what, mend="it is read")
    for publication, document in catalogue.current():
        if document.held is Held.FULL and not captures.of_document(document.id):
            what = f"No bytes are kept of '{document.id}' ({publication.title}): it came before captures were kept."
            yield Difference(place=Place.CAPTURES, what=what, mend="")


def mend(intake: Intake) -> None:
    """Put right what can be: cut half records off, enter those without a row, read what waits."""
    captures = intake.captures
    known = {capture.id for capture in captures.all()}
    for file, found in list(captures.scan()):
        if isinstance(found, Torn):
            captures.cut(file, found.offset)
        elif found.id not in known:
            captures.adopt(file, found)
    for capture in captures.unread():
        live(intake, capture)
