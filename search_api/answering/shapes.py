"""The JSON shape of an answer, as the API gives it and `ask --json` prints it; decides nothing of it.

Its first keys are fixed by the design, and a new one needs a decision record.
"""

from datetime import date

from pydantic import Field

from search_api.shapes import HitShape, QuoteShape, Shape


class ShortShape(Shape):
    """The few words of a quotation that answer, and the same in one form."""

    words: str
    value: str
    start: int
    """In the document of the statement's first citation; so with `end`."""
    end: int


class StatementShape(Shape):
    """A sentence of an answer and the numbers of its citations."""

    text: str
    citations: list[int]
    short: ShortShape | None
    context: QuoteShape | None
    """Words before it that it leans on, in the document of its first citation."""
    more: int
    """Items of a long list that are not quoted."""
    level: str | None
    """`must`, `should`, `may` or `needs`, by the text's own key."""
    written: bool
    """True for a model's sentence, which passed every check; else the words are the text's own."""


class ReplacedByShape(Shape):
    """What took a publication's place."""

    publication_id: str
    title: str
    published: date | None


class CitationShape(Shape):
    """A quotation and where it stands: the document's `text[start:end] == quote`."""

    n: int
    publication_id: str
    document_id: str
    passage_id: str
    title: str
    quote: str
    start: int
    end: int
    section: str
    page: str | None
    url: str | None
    published: date | None
    status: str
    force: str
    held: str
    replaced_by: ReplacedByShape | None
    valid_from: date | None
    """First day its words stand."""
    valid_to: date | None
    """First day they no longer do; null while they do, or where the day is not known."""


class SearchedShape(Shape):
    """What was looked through."""

    publications: int
    first: date | None = Field(alias="from", serialization_alias="from")
    last: date | None = Field(alias="to", serialization_alias="to")


class PeriodShape(Shape):
    """Days a question names, with its words; null where it has no beginning or no end."""

    first: date | None = Field(alias="from", serialization_alias="from")
    last: date | None = Field(alias="to", serialization_alias="to")
    words: str


class UnderstoodShape(Shape):
    """How a question was read, each part with the words it was read from; empty words for what was set."""

    kind: str
    kind_words: str
    scope: str
    scope_words: str
    as_of: date | None
    actor: str | None
    actor_words: str
    asker: str | None
    bodies: list[str]
    periods: list[PeriodShape]
    types: list[str]
    elsewhere: str
    rewritten: str | None
    """The question as it was answered, where it leant on the one before."""
    rewritten_why: str
    parts: list[str]
    """The questions in it, each so that it stands alone, where it asks more than one thing: the answer is to the whole."""
    corrected: list[str]
    """Which of kind, actor, scope and as_of were set by the person."""


class CheckedShape(Shape):
    """How a model's sentences fared."""

    passed: int
    rejected: dict[str, int]
    """By the code of the check that failed."""
    reason: str
    """Why nothing of the model's is shown; empty where something is."""


class AnswerShape(Shape):
    """What a question got."""

    question: str
    language: str
    as_of: date | None
    status: str
    statements: list[StatementShape]
    citations: list[CitationShape]
    nearest: list[HitShape]
    searched: SearchedShape
    refusal: str | None
    """Why there is no answer, or only one that no longer stands."""
    probability: float | None
    """Calibrated chance that a right sentence is shown."""
    mode: str
    notes: list[str]
    """What to know of the answer as a whole."""
    understood: UnderstoodShape
    checked: CheckedShape | None
    """What became of a model's sentences; null where no model was asked."""
