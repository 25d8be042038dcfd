"""Contents: what a person takes away: what was asked, quoted evidence in sections, its citations, notes; writes no file.

Whatever is to be taken away is gathered into these, and every format is written from these: a new kind of pack needs no
new writer, and a new writer no new kind.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from corpus.passage import Citation
from search_api.answering.answer import Searched


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something about the pack, by its name: `Question`, `As it stood on`."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of evidence: the quotations of its citations, and what stands beside them."""

    cites: tuple[int, ...]
    """Numbers of the citations it shows."""
    label: str = ""
    """What comes before it in bold: `Must`, `1 April 2025`."""
    words: str = ""
    """A sentence that rests on its citations and is none of them; empty where the quotations say it all."""
    before: str = ""
    """Words of the text that its first quotation leans on."""
    cut_before: bool = False
    """True where the text goes on before the words shown; so with `cut_after`."""
    cut_after: bool = False
    facts: tuple[str, ...] = ()
    """Sentences beneath it."""
    data: Mapping[str, str] = field(default_factory=dict)
    """Values for the columns that its kind of pack adds to a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with sentences and evidence under it."""

    heading: str
    depth: int = 1
    """1, or 2 for a part of the section before."""
    language: str = ""
    """Of the heading, where it is a text's title and not ours."""
    text: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that a pack says; only what was on screen."""

    of: str
    """The kind of pack: `answer`, `search`, `duties`."""
    title: str
    subject: str
    """What was asked, for the name of a file; empty where only filters were."""
    subject_language: str = ""
    language: str
    """Of the pack's own words."""
    asked: tuple[Fact, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    """Numbered from 1 without gaps."""
    beside: Mapping[int, str] = field(default_factory=dict)
    """What to know of a citation's source, by its number: what has replaced it."""
    above: tuple[str, ...] = ()
    """What must be known before anything is read."""
    notes: tuple[str, ...] = ()
    """What else to know of the whole."""
    columns: tuple[str, ...] = ()
    """Names of the columns this kind adds to a table: lower case, never renamed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Contents, and what decided them."""

    contents: Contents
    searched: Searched | None = None
    as_of: date | None = None
    question_language: str | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 or version of each table of coefficients and rules that chose the words, by name."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Settings that bear on them."""
