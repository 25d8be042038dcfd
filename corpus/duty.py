"""Duty: who must, should or may do what, read out of one document; does not find them.

Its level comes from the document's own key where it has one (methods 6.1): "must" in advice reports a duty from elsewhere.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus.passage import Span


class Level(StrEnum):
    """How strongly a text asks."""

    MUST = "must"
    """Required by law, as the text says."""
    SHOULD = "should"
    """Advised or expected."""
    MAY = "may"
    """Permitted."""
    NEEDS = "needs"
    """Said to be needed, without saying by which law: neither a must nor advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What one text asks of one actor."""

    span: Span
    """The sentence or list item that says it, in the document's text."""
    level: Level
    modal: str
    """The words that set the level, as written: `must not`, `is required to`, `dylai`."""
    negative: bool
    """True where the actor must not, or should not."""
    actor: str | None
    """Its id in `bodies.toml`; None where the text names no actor and no heading does."""
    actor_words: str
    """The actor as written; empty where none is."""
    action: str
    """What is to be done, as written, from behind the modal."""
    header: Span | None = None
    """The words that introduce the list it stands in, from which actor and modal may come."""
    condition: str = ""
    """`where a pupil is excluded`, `unless …`: as written."""
    deadline: str = ""
    """By when, or how often, as written."""
    laws: tuple[str, ...] = ()
    """The law it is under, as written: `section 9 of the Education Act 1996`."""
    key: Span | None = None
    """Where the document itself says what its word for this level means; None where it does not."""
    rule: str = ""
    """What found it."""
