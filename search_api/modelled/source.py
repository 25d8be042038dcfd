"""Source: a passage that a model may read and cite, with all that is known of where it stands; does not choose passages."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import Document
from corpus.flag import FlagReason
from corpus.passage import Span
from corpus.publication import Publication
from search_api.modelled.planted import is_planted


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A passage by the short id a model cites it by."""

    id: str
    """`p1`, `p2`: its place in the prompt."""
    publication: Publication
    document: Document
    span: Span
    text: str
    """Exactly `document.text[start:end]`."""
    context: str = ""
    """The words that introduce the list it stands in, as the document has them; empty outside a list."""

    @property
    def language(self) -> str:
        """Language of its words."""
        return self.document.language

    @property
    def about(self) -> str:
        """Who issued it, under what title: names that a sentence may use though the passage does not."""
        record = self.publication
        return " | ".join(part for part in (record.title, record.publisher, record.author, record.role) if part)


def make_source(number: int, publication: Publication, document: Document, span: Span, *, context: str = "") -> Source:
    """The source at a span of a document, called `p<number>`."""
    return Source(
        id=f"p{number}",
        publication=publication,
        document=document,
        span=span,
        text=document.text[span.start : span.end],
        context=context,
    )


def is_plain(source: Source) -> bool:
    """False for a passage with words for whoever answers, by its document's flags, its own words or its title."""
    flagged = any(
        flag.reason is FlagReason.INSTRUCTION
        and flag.start is not None
        and flag.end is not None
        and flag.start < source.span.end
        and source.span.start < flag.end
        for flag in source.document.flags
    )
    return not flagged and not any(is_planted(words) for words in (source.text, source.context, source.publication.title))


def by_id(sources: Iterable[Source]) -> dict[str, Source]:
    """Sources by the id they are cited by."""
    return {source.id: source for source in sources}
