"""Written statements: what came of asking a model, sentence by sentence or as a whole; does not ask it."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.passage import Span
from search_api.modelled.claim import Rejection
from search_api.modelled.failure import Failure
from search_api.modelled.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenStatement:
    """A sentence that passed every check, and the words that prove it: `source.document.text[start:end] == quote`."""

    text: str
    source: Source
    span: Span
    quote: str
    verbatim: bool
    """True where the quotation took the place of a sentence that failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How the sentences of the answer fared."""

    checked: int
    passed: int
    rejected: tuple[Rejection, ...]
    """In order, those whose quotation was shown in their place too."""
    asked: int
    """How many times the model was asked: 1 or 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An answer that may be shown."""

    statements: tuple[WrittenStatement, ...]
    """Empty only where the model says that the passages do not answer."""
    insufficient: bool
    """The model's word that the passages answer in part or not at all."""
    tally: Tally


class Reason(StrEnum):
    """Why nothing was written."""

    NO_PASSAGES = "no_passages"
    """None that may be shown to a model, in the question's language."""
    MODEL = "model"
    """The model failed: see `failure`."""
    REJECTED = "rejected"
    """Too many of its sentences failed their checks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotWritten:
    """Why the caller must answer in quotations."""

    reason: Reason
    detail: str
    failure: Failure | None = None
    tally: Tally | None = None
