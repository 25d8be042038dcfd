"""Marks: which quoted sentences are a commitment or a duty, by the registers kept of both; reads neither out of texts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from corpus.catalogue import Catalogue
from corpus.commitments import KeptCommitment, kept_commitments
from corpus.duties import Kept, kept_duties
from corpus.passage import Span
from ingest.commitments.keeping import bring_up_commitments
from ingest.duty_reading import bring_up_duties
from search_api.timeline.entry import Entry, Quoted

KeptOne = TypeVar("KeptOne", KeptCommitment, Kept)


def marked(catalogue: Catalogue, entries: Sequence[Entry]) -> list[Entry]:
    """Entries whose quotations carry the commitments and duties that stand in their words."""
    documents = sorted({quote.document.id for one in entries for quote in one.quotes})
    if not documents:
        return list(entries)
    bring_up_duties(catalogue)
    bring_up_commitments(catalogue)
    promised = _by_document(kept_commitments(catalogue, documents=documents))
    owed = _by_document(kept_duties(catalogue, documents=documents))
    return [replace(one, quotes=tuple(_marked(quote, promised, owed) for quote in one.quotes)) for one in entries]


def _marked(quote: Quoted, promised: dict[str, list[KeptCommitment]], owed: dict[str, list[Kept]]) -> Quoted:
    key = quote.document.id
    return replace(
        quote,
        commitments=tuple(one.commitment for one in promised.get(key, ()) if _within(one.commitment.span, quote.span)),
        duties=tuple(one.duty for one in owed.get(key, ()) if _within(one.duty.span, quote.span)),
    )


def _within(mark: Span, quoted: Span) -> bool:
    """Whether a mark stands in a quotation or holds it whole; one that ends in white space still does."""
    return (quoted.start <= mark.start and mark.end <= quoted.end + 1) or (
        mark.start <= quoted.start and quoted.end <= mark.end
    )


def _by_document(kept: Iterable[KeptOne]) -> dict[str, list[KeptOne]]:
    found: dict[str, list[KeptOne]] = {}
    for one in kept:
        found.setdefault(one.document_id, []).append(one)
    return found
