"""Invented texts of the genre for the tests of commitments: a statement, its record, and what is read of them in short."""

from datetime import UTC, date, datetime

from corpus.commitment import Commitment, Kind
from corpus.document import Document, make_document
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType
from ingest.commitments.occasion import Occasion, occasion_of
from ingest.commitments.projection import Twin
from ingest.commitments.reading import commitments_of, kinds_of
from ingest.text import parse_text

Text = tuple[Document, Occasion]


def document(text: str, *, language: str = "en", key: str = "ws-kites") -> Document:
    """A text as a document."""
    parsed = parse_text(text.encode(), name="text.md")
    return make_document(
        publication_id=key,
        language=language,
        held=Held.FULL,
        text=parsed.text,
        sections=parsed.sections,
        provenance=Provenance(
            origin="test",
            media_type="text/markdown",
            sha256="0" * 64,
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="test/1",
            licence="our own",
        ),
    )


def record(**fields: object) -> Publication:
    """The record of a written statement by a minister, unless told otherwise."""
    given = {
        "id": "ws-kites",
        "title": "Written Statement: Kites",
        "publisher": "Welsh Government",
        "type": PublicationType.WRITTEN_STATEMENT,
        "language": "en",
        "author": "Ann Example",
        "role": "Minister for Kites",
        "published": date(2026, 5, 17),
    }
    return Publication(**(given | fields))  # type: ignore[arg-type]


def statement(text: str, *, language: str = "en", **fields: object) -> Text:
    """A text with its occasion."""
    made = document(text, language=language)
    return made, occasion_of(record(language=language, **fields), made)


def kinds(text: Text) -> list[str]:
    """The class of every sentence."""
    return [kind.value for _, kind, _ in kinds_of(*text)]


def made(text: Text, *, twin: Twin | None = None) -> list[Commitment]:
    """The commitments of a text."""
    return [one for one in commitments_of(*text, twin=twin) if one.kind is Kind.COMMITMENT]


def quote(text: Text, one: Commitment) -> str:
    """The words of a commitment."""
    return text[0].text[one.span.start : one.span.end]


def promises(text: Text) -> list[tuple[str, str]]:
    """Quote and rule of every commitment."""
    return [(quote(text, one), one.rule) for one in made(text)]


def first_strength(text: Text) -> str:
    """The strength of the last sentence's first commitment; empty where it has none."""
    found = made(text)
    return found[0].strength.value if found and found[0].strength else ""
