"""Response: what any system gave for a question, in one shape, so that all are measured alike; does not measure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from evals.gold.places import Place
from evals.gold.questions import GoldQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words a system put forward, with the place it says they stand."""

    publication_id: str
    document_id: str
    start: int
    end: int
    quote: str
    status: str = ""
    """Whether the text stands, in the words of `corpus.publication.Status`, as it was shown; empty where nothing was."""

    @property
    def place(self) -> Place:
        """Document, start and end."""
        return (self.document_id, self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer:
    """The day, sum, number or name put before the quotations; both empty where this question got none."""

    words: str
    value: str
    """The words in one form, such as 2025-04-01 for a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A ranking of publications and an answer; `answered` is False for every kind of non-answer."""

    ranking: tuple[str, ...]
    """Publication ids, best first, each once."""
    answered: bool
    status: str
    reason: str
    cited: tuple[Cited, ...]
    probability: float | None = None
    """The chance it gives itself of showing a right sentence, 0 to 1; None where it gives none."""
    short: ShortAnswer | None = None
    """None for a system that never gives short answers."""
    refusal: str | None = None
    """The kind of its non-answer, where it names one."""
    nearest: tuple[str, ...] = ()
    """Publications it showed beside a non-answer, nearest first."""
    withheld: tuple[Cited, ...] = ()
    """What it would have cited had its chance been enough; empty where it does not say."""
    chosen: tuple[Cited, ...] = ()
    """The sentences it took for an answer, given or not, whatever spoke against them; empty where it does not say."""
    considered: tuple[Place, ...] = ()
    """Places of the sentences it ranked before it put an answer together, best first; empty where it does not say."""
    room: int = 0
    """Sentences an answer to this question could hold; 0 where it does not say."""
    stages: Mapping[str, float] = field(default_factory=dict, compare=False)
    """Milliseconds of each step it tells apart, by name; no row holds them, and a slower response is the same response."""


class System(Protocol):
    """Whatever answers questions over the catalogue."""

    @property
    def name(self) -> str:
        """Its column in a report."""

    @property
    def described(self) -> str:
        """What it is, in one sentence, for the report."""

    def respond(self, question: GoldQuestion) -> Response:
        """Its ranking and answer for a question."""


def each_once(publication_ids: list[str]) -> tuple[str, ...]:
    """A ranking of publications from one of passages: each counts where it first stands."""
    return tuple(dict.fromkeys(publication_ids))
