"""Response: what any system gave for a question, in one shape, so that all are measured alike; does not measure."""

from dataclasses import dataclass
from typing import Protocol

from evals.gold import GoldQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words a system put forward, with the place it says they stand."""

    publication_id: str
    document_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A ranking of publications and an answer; `answered` is False for every kind of non-answer."""

    ranking: tuple[str, ...]
    """Publication ids, best first, each once."""
    answered: bool
    status: str
    reason: str
    cited: tuple[Cited, ...]


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
