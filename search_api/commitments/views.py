"""What the pages of commitments show beside the commitments: words for what came of them, filters, faults; finds none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from starlette.requests import Request

from corpus.catalogue import Catalogue
from corpus.commitment import Basis, Due, Operator, Strength
from corpus.document import Document
from corpus.errors import InvalidQuery
from corpus.evidence import Came, Weighed
from corpus.passage import Span
from corpus.publication import Publication
from corpus.themes import Theme, themes
from search_api.address import Address
from search_api.commitments.asked import OVERDUE, STATUSES, CommitmentQuery, speakers_and_offices
from search_api.commitments.register import Promised, Register, publication_of
from search_api.error_pages import DATES, HINTS, OTHER_HINT
from search_api.messages import Messages, message
from search_api.question.question import LANGUAGES
from search_api.views import FILTER_NAMES, AppliedFilter

KNOWN = (
    *("q", "topic", "speaker", "office", "from", "to", "due_before", "status", "publisher", "publication"),
    *("language", "held", "as_of", "limit", "page", "ui"),
)
OWN = ("speaker", "office", "due_before", "publication")
"""Parameters that commitments add."""
CAME: Mapping[str, str] = MappingProxyType(
    {
        Came.DELIVERED.value: message("Delivered"),
        Came.DELIVERED_LATE.value: message("Delivered late"),
        Came.PROGRESS.value: message("Progress"),
        Came.REVISED.value: message("Revised"),
        Came.REAFFIRMED.value: message("Promised again"),
        Came.DROPPED.value: message("Dropped"),
        Came.NO_EVIDENCE_FOUND.value: message("No evidence found"),
        Came.NOT_SEARCHED.value: message("Not looked for yet"),
        "none": message("Not taken as evidence"),
        "reject": message("Rejected"),
        OVERDUE: message("Its day has passed"),
    }
)
STRENGTHS: Mapping[Strength, str] = MappingProxyType(
    {
        Strength.FIRM: message("Firm"),
        Strength.WEAK: message("Weak: to consider, support or work with"),
        Strength.INTENT: message("An intention"),
        Strength.CONDITIONAL: message("On a condition"),
        Strength.DELEGATED: message("Asked of others"),
    }
)
REASONS: Mapping[str, str] = MappingProxyType(
    {
        "cue": message("It says:"),
        "words": message("Words of the promise in it:"),
        "named": message("It names the same thing"),
        "follows_up": message("Its publication follows the promise up"),
        "meaning": message("Its meaning is near"),
        "date": message("The date it names:"),
        "title": message("The publication is the thing promised:"),
        "promise": message("It is the promise made again"),
    }
)
BEFORE: Mapping[Operator, str] = MappingProxyType(
    {
        Operator.BY: message("by"),
        Operator.ON: message("in this time:"),
        Operator.FROM: message("from"),
        Operator.UNTIL: message("until"),
    }
)
NAMES = {
    **FILTER_NAMES,
    "topic": message("About"),
    "status": message("What came of it"),
    "speaker": message("Who promised"),
    "office": message("In which office"),
    "due_before": message("Due before"),
    "publication": message("Publication"),
    "as_of": message("As it was known on"),
}
FAULTS = {
    **HINTS,
    "q": message("Write fewer words."),
    "topic": message("Choose from the list what it is about."),
    "speaker": message("Choose from the list who promised it."),
    "office": message("Choose from the list the office it was promised in."),
    "status": message("Choose from the list what came of it."),
    "due_before": message("Write the day as in 2024-05-01."),
    "publication": message("No publication of that name is held: take it out of the address."),
}
FIELDS = frozenset({"q", "topic", "speaker", "office", "from", "to", "due_before", "status", "language", "as_of"})
"""What the form has a field for."""
AROUND = 320
"""Characters of the text shown before and after the words of a promise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the form offers."""

    themes: tuple[Theme, ...]
    speakers: tuple[str, ...]
    offices: tuple[str, ...]
    statuses: tuple[str, ...] = STATUSES
    languages: tuple[str, ...] = LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with what was asked, and with which field."""

    field: str
    target: str
    hint: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvidence:
    """Later words with the text they stand in."""

    weighed: Weighed
    publication: Publication
    document: Document | None
    """None where the text is no longer held and only a review has its words."""
    quote: str
    promise: str
    """Id of the commitment it is, where it is the promise made again; else empty."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.weighed.evidence.span


@dataclass(frozen=True, slots=True, kw_only=True)
class InContext:
    """The words of a promise with those around them."""

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


def read_address(request: Request) -> Address:
    """The address of a request, without repeats, empty fields or parameters that nobody knows."""
    pairs = ((key, value.strip()) for key, value in request.query_params.multi_items() if key in KNOWN)
    return Address(request.url.path, tuple(dict.fromkeys(pair for pair in pairs if pair[1])))


def choices(catalogue: Catalogue) -> Choices:
    """What the form offers."""
    speakers, offices = speakers_and_offices(catalogue)
    return Choices(themes=tuple(themes().values()), speakers=speakers, offices=offices)


def settled(here: Address, query: CommitmentQuery) -> Address:
    """An address with names as we spell them."""
    spelled = {
        "topic": (*query.themes, *query.topics),
        "speaker": query.speakers,
        "office": query.offices,
        "status": query.statuses,
    }
    kept = tuple(pair for pair in here.parameters if pair[0] not in spelled)
    return Address(here.path, (*kept, *((name, value) for name, values in spelled.items() for value in values)))


def applied(here: Address, messages: Messages) -> tuple[AppliedFilter, ...]:
    """The filters in use, named for people, each with the address without it."""
    return tuple(
        AppliedFilter(
            name=messages.text(NAMES[name]),
            value=value_words(name, value, messages),
            removal=here.without(name, value).without("page"),
        )
        for name, value in here.parameters
        if name in NAMES
    )


def value_words(name: str, value: str, messages: Messages) -> str:
    """A filter's value in words."""
    if name == "status":
        return messages.text(CAME.get(value, value))
    if name == "topic" and value in themes():
        return themes()[value].name[messages.language]
    if name == "language" and value in LANGUAGES:
        return messages.language_called(value)
    return value


def cleared(here: Address) -> Address:
    """The same words without filters."""
    return Address(here.path, tuple(pair for pair in here.parameters if pair[0] in {"q", "ui"}))


def problem(error: InvalidQuery) -> Problem:
    """What to put right."""
    field = error.field or "q"
    return Problem(
        field=field,
        target=field if field in FIELDS else "q",
        hint=FAULTS.get(field, OTHER_HINT),
        detail="" if field in {*DATES, "due_before"} else str(error),
    )


def shown(register: Register, weighed: Sequence[Weighed]) -> tuple[ShownEvidence, ...]:
    """Evidence with its texts; what is no longer held in any way is left out."""
    made = []
    for one in weighed:
        publication = publication_of(register, one)
        document = register.catalogue.document(one.evidence.document_id)
        span = one.evidence.span
        quote = document.text[span.start : span.end] if document else one.review.evidence_quote if one.review else ""
        promise = next((reason.words for reason in one.evidence.reasons if reason.code == "promise"), "")
        if publication is not None and quote:
            made.append(ShownEvidence(weighed=one, publication=publication, document=document, quote=quote, promise=promise))
    return tuple(made)


def in_context(document: Document, span: Span) -> InContext:
    """The words at a span with what stands around them in their section, cut at whole words."""
    section = document.section_at(span.start)
    first, last = (section.start, section.end) if section else (0, len(document.text))
    start, end = max(first, span.start - AROUND), min(last, max(span.end + AROUND, span.end))
    before, after = document.text[start : span.start], document.text[span.end : end]
    if start > first:
        before = before[before.find(" ") + 1 :]
    if end < last:
        after = after[: after.rfind(" ")] if " " in after else ""
    return InContext(
        before=before.lstrip(),
        words=document.text[span.start : span.end],
        after=after.rstrip(),
        cut_before=start > first,
        cut_after=end < last,
    )


def due_days(due: Due | None, messages: Messages) -> str:
    """The days that a due date's words name: `by 30 June 2022`; empty where none can be worked out."""
    if due is None or due.vague or due.last is None:
        return ""
    if due.first is None or due.first == due.last or due.operator in {Operator.BY, Operator.UNTIL}:
        return f"{messages.text(BEFORE[due.operator])} {messages.day(due.last)}"
    return f"{messages.text(BEFORE[due.operator])} {messages.day(due.first)} – {messages.day(due.last)}"


def day_words(day: date | None, messages: Messages) -> str:
    """A day in words; empty for none."""
    return messages.day(day) if day else ""


def who(one: Promised) -> str:
    """Who promised it and in which office, else who is bound; empty where no source says."""
    said = one.promise.first.commitment
    if said.basis is Basis.SUBJECT and said.organisation:
        return said.organisation
    return ", ".join(part for part in (said.speaker, said.office) if part) or said.organisation
