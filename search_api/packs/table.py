"""Table: a pack as CSV, one quotation a row, that Excel opens as it is; does not shorten anything.

UTF-8 with a mark, CRLF, ISO days, column names that never change. A cell that a spreadsheet would take for a formula begins
with an apostrophe, and so does one that begins with an apostrophe: `unguarded` gives every cell back as it was.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from corpus.passage import Citation
from search_api import wording
from search_api.packs import said
from search_api.packs.contents import Item, Section
from search_api.packs.letters import encodable
from search_api.packs.manifest import manifest_text
from search_api.packs.pack import Pack
from search_api.packs.reference import Reference, place_words

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
"""What a guarded cell begins with: signs of a formula (also in full width), and what makes a reader skip to one."""
FIRST = ("pack", "asked", "asked_on", "section", "part", "n", "label", "statement", "before", "quotation", "words_are")
SOURCE = ("title", "author", "role", "publisher", "type", "published", "status", "force", "valid_from", "valid_to", "language")
PLACE = ("place", "page", "start", "end", "document_id", "publication_id", "url", "licence", "note")
LAST = ("corpus_version", "manifest")
CELL = 30_000
"""Characters of the manifest in one cell: Excel holds 32,767."""
MARK = "\ufeff"


def table(pack: Pack) -> bytes:
    """A pack as CSV."""
    made = StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    names = columns(pack)
    writer.writerow(names)
    rows = list(_rows(pack)) or [dict.fromkeys(names, "") | _asked(pack) | {"label": _nothing(pack)}]
    for row, told in zip(rows, _manifest_cells(pack, len(rows)), strict=True):
        row["manifest"] = told
        writer.writerow([guarded(encodable(row.get(name, ""))) for name in names])
    return f"{MARK}{made.getvalue()}".encode()


def columns(pack: Pack) -> tuple[str, ...]:
    """The names of the columns, those that its kind adds in the middle."""
    return (*FIRST, *pack.contents.columns, *SOURCE, *PLACE, *LAST)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before it was guarded."""
    return cell.removeprefix("'")


def _rows(pack: Pack) -> Iterator[dict[str, str]]:
    citations = said.by_number(pack.contents)
    above = ""
    for section in pack.contents.sections:
        above = section.heading if section.depth == 1 else above
        for item in section.items:
            shown: list[Citation | None] = [citations[n] for n in item.cites]
            for citation in shown or [None]:
                yield _row(pack, above, section, item, citation)


def _row(pack: Pack, above: str, section: Section, item: Item, citation: Citation | None) -> dict[str, str]:
    row = _asked(pack) | {
        "section": above,
        "part": section.heading if section.depth > 1 else "",
        "label": item.label,
        "statement": item.words,
        "before": item.before,
        "note": " ".join(item.facts),
        **item.data,
    }
    return row | _source(pack, citation) if citation else row


def _asked(pack: Pack) -> dict[str, str]:
    return {
        "pack": pack.contents.of,
        "asked": pack.contents.subject,
        "asked_on": pack.manifest.asked_on.isoformat(),
        "corpus_version": pack.manifest.corpus.version,
    }


def _source(pack: Pack, citation: Citation) -> dict[str, str]:
    publication, document = citation.publication, citation.document
    standing = publication.standing
    return {
        "n": str(citation.n),
        "quotation": citation.quote,
        "words_are": "publisher" if document.held == "full" else "digest",
        "title": publication.title,
        "author": publication.author or "",
        "role": publication.role or "",
        "publisher": publication.publisher,
        "type": publication.type.value,
        "published": wording.date_machine(publication),
        "status": standing.status.value,
        "force": standing.force.value,
        "valid_from": standing.valid_from.isoformat() if standing.valid_from else "",
        "valid_to": standing.valid_to.isoformat() if standing.valid_to else "",
        "language": document.language,
        "place": place_words(citation, pack.spoken),
        "page": document.page_at(citation.span.start) or "",
        "start": str(citation.span.start),
        "end": str(citation.span.end),
        "document_id": document.id,
        "publication_id": publication.id,
        "url": Reference(publication=publication, document=document).address or "",
        "licence": document.provenance.licence,
    }


def _nothing(pack: Pack) -> str:
    return pack.contents.sections[0].heading if pack.contents.sections else pack.contents.title


def _manifest_cells(pack: Pack, rows: int) -> list[str]:
    """The manifest in pieces a cell can hold, one a row from the first; what is left over stays in the last."""
    text = manifest_text(pack.manifest)
    pieces = [text[at : at + CELL] for at in range(0, len(text), CELL)]
    if len(pieces) > rows:
        pieces = [*pieces[: rows - 1], "".join(pieces[rows - 1 :])]
    return [*pieces, *[""] * (rows - len(pieces))]
