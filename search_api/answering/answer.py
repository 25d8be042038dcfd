"""Answer: statements with their citations, or a reasoned non-answer; does not decide which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.duty import Level
from corpus.passage import Citation, Span
from corpus.publication import Publication
from search_api.found import Shown
from search_api.question.mode import Mode
from search_api.question.question import Question


class AnswerStatus(StrEnum):
    """How a question ended; the prefix tells the class."""

    ANSWERED = "answered"
    ANSWERED_PARTLY = "answered_partly"
    UNANSWERED_NO_EVIDENCE = "unanswered_no_evidence"
    UNANSWERED_OUT_OF_SCOPE = "unanswered_out_of_scope"
    UNANSWERED_ONLY_SUPERSEDED = "unanswered_only_superseded"
    DECLINED_UNSAFE = "declined_unsafe"
    FAILED_MODEL_UNAVAILABLE = "failed_model_unavailable"


class Refusal(StrEnum):
    """Why a question got no answer (methods 3.1)."""

    OFF_TOPIC = "off_topic"
    """Not about education policy in Wales."""
    OTHER_NATION = "other_nation"
    """About another nation's system."""
    UNDERSPECIFIED = "underspecified"
    """Names no subject, or one that many things held could be."""
    NOT_YET = "not_yet"
    """About a day after everything held."""
    NOT_HELD = "not_held"
    """Names a body, person or text that nothing held speaks of."""
    NEAR_MISS = "near_miss"
    """Texts on the subject are held; none says what was asked."""
    NO_EVIDENCE = "no_evidence"
    ONLY_SUPERSEDED = "only_superseded"
    """Only a text that no longer stands answers; it is shown as such where it may be."""
    LANGUAGE = "language"
    """No text in the language asked for."""


class Note(StrEnum):
    """What a reader must know of an answer as a whole."""

    AS_OF = "as_of"
    """It says what stood on an earlier day."""
    ONLY_SUPERSEDED = "only_superseded"
    """The only words that answer no longer stand."""
    NOT_IN_FORCE = "not_in_force"
    """The only words that answer are of a draft or a consultation."""
    REPLACED = "replaced"
    """The text asked about was replaced by the one quoted."""
    DISAGREE = "disagree"
    """Texts give different days or numbers: the most recent comes first."""
    CLOSEST = "closest"
    """It is likely that these words answer, not sure."""
    PROMISES = "promises"
    """The words are promises out of the register of commitments."""
    OTHER_LANGUAGE = "other_language"
    """The words are in the other language than the question."""
    DIGEST = "digest"
    """The words are ours, not the publisher's."""
    MODEL_UNAVAILABLE = "model_unavailable"
    """The language model that is set gave nothing that passed the checks: quotations stand in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """How a model's sentences fared."""

    passed: int
    rejected: Mapping[str, int]
    """By the code of the check that failed."""
    reason: str = ""
    """Why nothing of the model's is shown; empty where something is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """The few words inside a quotation that answer a when, who, how much, how long or where."""

    span: Span
    """In the document of the statement's first citation."""
    words: str
    """As written there, with the word that ties it: `By 1 April 2025`, never `1 April 2025` alone."""
    value: str
    """The same in one form: a day as 2025-04-01, a month as 2025-04, a sum as 28000000 GBP, a number, or the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of an answer; `citations` are the numbers of those that support it."""

    text: str
    citations: tuple[int, ...]
    short: Short | None = None
    context: Span | None = None
    """Words before it that it leans on, in the document of its first citation: a list's header, or the sentence a pronoun
    points to. Shown before the quotation, not cited."""
    more: int = 0
    """Items of a long list that are not quoted."""
    level: Level | None = None
    """Must, should or may, by the document's own key, where the quotation is a duty."""
    written: bool = False
    """True for a model's sentence that passed every check; else the words are the text's own."""


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
    refusal: Refusal | None = None
    probability: float | None = None
    """Calibrated chance that a right sentence is shown; None where nothing was found to weigh."""
    mode: Mode = Mode.NORMAL
    notes: tuple[Note, ...] = ()
    replaced_by: Mapping[str, Publication] = field(default_factory=dict)
    """What took the place of publications cited that no longer stand, by their ids."""
    withheld: tuple[Citation, ...] = ()
    """What would have been cited, where the chance alone spoke against it: for evaluation, never shown."""
    checked: Checked | None = None
    """What became of a model's sentences; None where no model was asked."""
