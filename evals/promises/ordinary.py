"""Ordinary sentences: prose unlike the genre, in which no government promises anything, put before a reader; labels nothing.

Recipes, sports pages, school newsletters, timetables, instructions, stories, weather, clubs, letters of firms, science, Welsh:
many say "will", "we" and "by Friday". They are read as an import of no known publisher, and as if a government had issued them.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from corpus.commitment import Kind
from corpus.document import Document
from corpus.publication import Publication, PublicationType
from evals.promises.gold import PROMISES, document_of
from evals.promises.judged import Reader
from ingest.identify import IMPORTED, UNKNOWN_PUBLISHER

ORDINARY = PROMISES / "ordinary.jsonl"
"""To report on: no rule is made of them."""
ORDINARY_FRESH = PROMISES / "ordinary_fresh.jsonl"
"""Whole texts of other kinds, written after a threshold was chosen with those of `ORDINARY` seen; to report on."""
ORDINARY_DEV = PROMISES / "ordinary_dev.jsonl"
"""To mend rules on, and to fit the score."""
DAY = date(2025, 3, 3)
"""Set down as the day they were published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinary:
    """A sentence with the kind of prose it is from."""

    kind: str
    text: str


def load_ordinary(path: Path = ORDINARY) -> tuple[Ordinary, ...]:
    """The sentences, in order; those of one kind follow one another."""
    return tuple(Ordinary(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """As whose prose is set before a reader."""

    publisher: str
    type: PublicationType
    author: str | None = None
    role: str | None = None


NOBODY = Issuer(publisher=UNKNOWN_PUBLISHER, type=PublicationType.OTHER)
ISSUED = (
    Issuer(publisher="Welsh Government", type=PublicationType.NEWS),
    Issuer(
        publisher="Welsh Government",
        type=PublicationType.WRITTEN_STATEMENT,
        author="Non Trefeurig",
        role="Cabinet Secretary for Schools",
    ),
)
"""A government's news, and a minister's statement; the name is invented."""


def by_kind(sentences: Sequence[Ordinary]) -> list[tuple[str, list[Ordinary]]]:
    """The sentences of each kind of prose, which are one text."""
    return [(kind, list(group)) for kind, group in groupby(sentences, key=lambda one: one.kind)]


def issued(kind: str, sentences: Sequence[Ordinary], by: Issuer) -> tuple[Document, Publication]:
    """A kind of prose as somebody's text."""
    data = "\n\n".join(one.text for one in sentences).encode()
    document = document_of(f"ordinary-{kind}", data, name=f"{kind}.md")
    return document, Publication(
        id=document.publication_id,
        title=kind.capitalize(),
        publisher=by.publisher,
        type=by.type,
        author=by.author,
        role=by.role,
        language=document.language,
        published=DAY,
        origin=IMPORTED,
    )


def invented_in(sentences: Sequence[Ordinary], reader: Reader, *, by: Issuer = NOBODY) -> list[Ordinary]:
    """The sentences in which a reader finds a promise; each kind of prose is one text."""
    wrong = []
    for kind, mine in by_kind(sentences):
        document, publication = issued(kind, mine, by)
        spans = [one.span for one in reader(document, publication, None) if one.kind is Kind.COMMITMENT]
        start = 0
        for sentence in mine:
            start = document.text.index(sentence.text, start)
            end = start + len(sentence.text)
            wrong += [sentence] if any(span.start < end and start < span.end for span in spans) else []
            start = end
    return wrong
