"""Manifest: what a pack was made from, so that it can be made again and any difference named; JSON, and no clock in it.

It holds the request, the day it was asked on, the state of the corpus, every text cited with its hash and the record shown of
it, and hashes of what decided. Equal manifests and equal texts give equal bytes. Does not make or compare packs.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field

from corpus.catalogue import Catalogue
from corpus.ids import text_sha256
from corpus.passage import Citation
from corpus.provenance import Held
from search_api.packs.contents import Contents, Gathered
from search_api.packs.rules import software
from search_api.packs.state import CorpusShape, RecordShape, corpus_now, record_shape
from search_api.packs.wanted import Wanted
from search_api.shapes import Shape


class CitedShape(Shape):
    """A text cited: its words by their hash, and the record that applied to it."""

    document_id: str
    publication_id: str
    held: str
    sha256: str
    """Of the text, in UTF-8."""
    licence: str
    retrieved_at: str | None
    """When the publisher's words were read; null for a digest."""
    record: RecordShape


class PlaceShape(Shape):
    """A quotation by its place."""

    n: int
    document_id: str
    start: int
    end: int


class SearchedShape_(Shape):  # noqa: N801 - the API's SearchedShape has names that JSON keeps for itself
    """What was looked through."""

    publications: int
    first: date | None
    last: date | None


class ManifestShape(Shape):
    """A manifest."""

    form: Literal["canllaw-pack/1"] = "canllaw-pack/1"
    of: str = Field(max_length=40)
    parameters: list[tuple[str, str]] = Field(max_length=200)
    ui: str
    asked_on: date
    as_of: date | None
    language: str | None
    """Of the question; null where none was asked."""
    corpus: CorpusShape
    searched: SearchedShape_ | None
    documents: list[CitedShape]
    citations: list[PlaceShape]
    rules: dict[str, str]
    settings: dict[str, str]
    software: str
    parts: dict[str, str]
    """SHA-256 of each part of what the pack says, by its name."""


def manifest_of(catalogue: Catalogue, wanted: Wanted, gathered: Gathered) -> ManifestShape:
    """The manifest of a pack."""
    contents, searched = gathered.contents, gathered.searched
    return ManifestShape(
        of=wanted.of,
        parameters=list(wanted.parameters),
        ui=wanted.ui,
        asked_on=wanted.asked_on,
        as_of=gathered.as_of,
        language=gathered.question_language,
        corpus=corpus_now(catalogue),
        searched=SearchedShape_(publications=searched.publications, first=searched.first, last=searched.last)
        if searched
        else None,
        documents=_cited(contents.citations),
        citations=[
            PlaceShape(n=one.n, document_id=one.document.id, start=one.span.start, end=one.span.end)
            for one in contents.citations
        ],
        rules=dict(gathered.rules),
        settings=dict(gathered.settings),
        software=software(),
        parts=_parts(contents),
    )


def manifest_text(manifest: ManifestShape, *, escaped: str = "") -> str:
    """A manifest as one line of ASCII JSON; `escaped` are letters that may not stand in its strings as they are."""
    return _escape(_json(manifest.model_dump(mode="json")), escaped)


def _cited(citations: Iterable[Citation]) -> list[CitedShape]:
    texts = {one.document.id: one for one in citations}
    return [
        CitedShape(
            document_id=one.document.id,
            publication_id=one.publication.id,
            held=one.document.held,
            sha256=text_sha256(one.document.text),
            licence=one.document.provenance.licence,
            retrieved_at=one.document.provenance.retrieved_at.date().isoformat() if one.document.held is Held.FULL else None,
            record=record_shape(one.publication),
        )
        for _, one in sorted(texts.items())
    ]


def _parts(contents: Contents) -> dict[str, str]:
    """Hashes of what is said, part by part; citations by their places and words."""
    told: dict[str, object] = {
        "title": contents.title,
        "asked": [[one.name, one.value] for one in contents.asked],
        "evidence": [
            [
                section.heading,
                section.depth,
                section.text,
                [
                    [item.cites, item.label, item.words, item.before, item.cut_before, item.cut_after, item.facts]
                    for item in section.items
                ],
            ]
            for section in contents.sections
        ],
        "citations": [[one.n, one.document.id, *one.span, one.quote] for one in contents.citations],
        "beside": sorted(contents.beside.items()),
        "notes": [contents.above, contents.notes],
    }
    return {name: hashlib.sha256(_json(part).encode()).hexdigest() for name, part in told.items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _escape(text: str, letters: str) -> str:
    """JSON with these letters written by their numbers wherever they stand in a string."""
    if not letters:
        return text
    made, inside, behind = [], False, False
    for letter in text:
        if inside and letter in letters and not behind:
            made.append(f"\\u{ord(letter):04x}")
        else:
            made.append(letter)
        if letter == '"' and not behind:
            inside = not inside
        behind = inside and letter == "\\" and not behind
    return "".join(made)
