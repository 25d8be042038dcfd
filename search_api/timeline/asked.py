"""Asked: what a timeline is wanted of, read from raw parameters with every fault named; does not look anything up.

The common parameters keep their names; `oldest_first` is the timeline's own. A question is cut to its subject, and a time it
leaves open at one end ("since 2019") limits the days where no day is given.
"""

from dataclasses import dataclass, replace
from datetime import date

from corpus.errors import InvalidQuery
from index.query import Filters
from search_api.question.kind import Kind
from search_api.question.question import LONGEST, Asked, Known, Question, read_filters, read_question
from search_api.timeline.subject import subject_words


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineAsked:
    """The raw parameters."""

    asked: Asked
    oldest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineQuery:
    """What a timeline is wanted of."""

    question: Question
    """The subject as a question, which the search and the scorer take."""
    typed: str
    """As typed; empty where a topic alone is asked for."""
    filters: Filters
    """Which publications may be on it; `as_of` is kept apart."""
    as_of: date | None = None
    """Nothing after this day is shown, and all is shown as it was then."""
    topics: tuple[str, ...] = ()
    """Topics of the register that were given: every publication of them is on the timeline."""
    period_words: str = ""
    """The words of the question that limit the days; empty where they do not."""
    oldest_first: bool = False
    limit: int = 10
    page: int = 1

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.question.asked_text


def read_timeline_asked(wanted: TimelineAsked, known: Known) -> TimelineQuery:
    """A TimelineQuery from raw parameters; raises InvalidQuery with a sentence and the parameter at fault."""
    asked = wanted.asked
    given = read_filters(asked, known)
    typed = " ".join(asked.q.split())
    if not typed and not given.topic:
        raise InvalidQuery("A timeline needs words or a topic: type a few words, or choose a topic.", field="q")
    if len(typed) > LONGEST:
        raise InvalidQuery(f"The words are {len(typed):,} characters long; the most is {LONGEST:,}. Ask for fewer.", field="q")
    whole = read_question(_plain(asked, typed or " ".join(given.topic)), known)
    subject = subject_words(whole)
    question = whole if subject == whole.asked_text else read_question(_plain(asked, subject), known)
    filters, words = _within(_any_day(given), whole)
    return TimelineQuery(
        question=question,
        typed=typed,
        filters=filters,
        as_of=given.as_of,
        topics=given.topic,
        period_words=words,
        oldest_first=wanted.oldest_first,
        limit=asked.limit,
        page=asked.page,
    )


def _plain(asked: Asked, words: str) -> Asked:
    """The same filters with words that ask for no kind of answer."""
    return replace(asked, q=words, kind=Kind.OTHER.value, scope=None, actor=None, mode=None, after=None)


def _any_day(given: Filters) -> Filters:
    """Filters without a status of today: what was said and has since been replaced is part of the story."""
    last = min(filter(None, (given.published_to, given.as_of)), default=None)
    return replace(given, any_status=not given.status, as_of=None, published_to=last)


def _within(filters: Filters, question: Question) -> tuple[Filters, str]:
    """The filters with a time that the question leaves open at one end, and its words; a day given goes before."""
    if filters.published_from or filters.published_to:
        return filters, ""
    for period in question.understood.periods:
        if period.last == date.max and period.first > date.min:
            return replace(filters, published_from=period.first), period.words
        if period.first == date.min and period.last < date.max:
            return replace(filters, published_to=period.last), period.words
    return filters, ""
