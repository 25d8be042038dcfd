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
from corpus.publication import Publication, PublicationType
from evals.promises.gold import PROMISES, document_of
from evals.promises.judged import Reader
from ingest.identify import IMPORTED, UNKNOWN_PUBLISHER

ORDINARY = PROMISES / "ordinary.jsonl"
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


def invented_in(
    sentences: Sequence[Ordinary],
    reader: Reader,
    *,
    publisher: str = UNKNOWN_PUBLISHER,
    type_: PublicationType = PublicationType.OTHER,
) -> list[Ordinary]:
    """The sentences in which a reader finds a promise; each kind of prose is one text."""
    wrong = []
    for kind, group in groupby(sentences, key=lambda one: one.kind):
        mine = list(group)
        data = "\n\n".join(one.text for one in mine).encode()
        document = document_of(f"ordinary-{kind}", data, name=f"{kind}.md")
        publication = Publication(
            id=document.publication_id,
            title=kind.capitalize(),
            publisher=publisher,
            type=type_,
            language=document.language,
            published=DAY,
            origin=IMPORTED,
        )
        spans = [one.span for one in reader(document, publication, None) if one.kind is Kind.COMMITMENT]
        start = 0
        for sentence in mine:
            start = document.text.index(sentence.text, start)
            end = start + len(sentence.text)
            wrong += [sentence] if any(span.start < end and start < span.end for span in spans) else []
            start = end
    return wrong
