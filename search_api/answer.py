"""Answer: statements with their citations, or a reasoned non-answer; does not decide which."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.passage import Citation
from search_api.found import Shown
from search_api.question import Question


class AnswerStatus(StrEnum):
    """How a question ended; the prefix tells the class."""

    ANSWERED = "answered"
    ANSWERED_PARTLY = "answered_partly"
    UNANSWERED_NO_EVIDENCE = "unanswered_no_evidence"
    UNANSWERED_OUT_OF_SCOPE = "unanswered_out_of_scope"
    UNANSWERED_ONLY_SUPERSEDED = "unanswered_only_superseded"
    DECLINED_UNSAFE = "declined_unsafe"
    FAILED_MODEL_UNAVAILABLE = "failed_model_unavailable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of an answer; `citations` are the numbers of those that support it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What was looked through: proof of absence."""

    publications: int
    first: date | None
    """Earliest date among them."""
    last: date | None
    """Latest date among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question got."""

    question: Question
    status: AnswerStatus
    reason: str
    """Why it ended so, for logs and evaluation; pages show the status's own sentence."""
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Shown, ...]
    """Related passages, shown when there is no answer."""
    searched: Searched
