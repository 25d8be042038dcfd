"""Claim: a model's sentence with the words of a document that it rests on, and why one is rejected; does not judge."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from corpus.passage import Span
from ingest.sentences import plain
from search_api.modelled.source import Source

_HIDDEN = (
    (re.compile(r"\bnon-?(?=statutory|maintained|binding)", re.IGNORECASE), "not "),
    (re.compile(r"\ban(?=statudol\b)", re.IGNORECASE), "nid "),
    (re.compile(r"\b(can)(?=not\b)", re.IGNORECASE), r"\1 "),
    (re.compile(r"\bcan't\b", re.IGNORECASE), "can not"),
    (re.compile(r"\bwon't\b", re.IGNORECASE), "will not"),
    (re.compile(r"(?<=\w)n't\b", re.IGNORECASE), " not"),
    (re.compile(r"\bun(?=lawful|able|authorised|likely|fair|safe)", re.IGNORECASE), "not "),
)


class Code(StrEnum):
    """What a sentence failed at (methods 4.2)."""

    ID = "E_ID"
    """It cites a passage that was not shown."""
    QUOTE = "E_QUOTE"
    """Its quotation is not in the passage, or too short to prove anything."""
    NUMBER = "E_NUM"
    DATE = "E_DATE"
    NAME = "E_ENT"
    """It names, or gives the deed to, somebody whom the quotation does not."""
    MODALITY = "E_MOD"
    """Must, should, may, will or intends is not as in the quotation."""
    NEGATION = "E_NEG"
    """A not, unless, except or only came in or fell out."""
    SUPPORT = "E_SUP"
    """It says more than the quotation, or the opposite."""
    ATTRIBUTION = "E_ATTR"
    """It gives what somebody said as a fact, or to somebody else."""
    VERSION = "E_VER"
    """It rests on a text that does not stand, without saying so."""
    LANGUAGE = "E_LANG"
    LINK = "E_LINK"
    """It holds a link, an address, code or an order to the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Why a sentence may not be shown."""

    code: Code
    why: str
    """For logs and for the model's one further turn: never more than a few words of the sentence."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A sentence whose quotation was found: the quotation is widened to whole sentences, which may hold an `unless`."""

    text: str
    source: Source
    span: Span
    """In the document: whole sentences of the source."""
    quote: str
    """Exactly `document.text[start:end]`."""
    context: str
    """The words that introduce the list the quotation stands in; empty outside a list."""

    @property
    def language(self) -> str:
        """Language of the quotation."""
        return self.source.language

    @cached_property
    def said(self) -> str:
        """The sentence with straight quotes, plain dashes and single spaces."""
        return _spelt_out(plain(self.text))

    @cached_property
    def proof(self) -> str:
        """The quotation likewise, behind what introduces it."""
        return _spelt_out(f"{plain(self.context)} {plain(self.quote)}".strip())


def _spelt_out(text: str) -> str:
    """A plain text with the nots that hide in other words written out."""
    for pattern, words in _HIDDEN:
        text = pattern.sub(words, text)
    return text
