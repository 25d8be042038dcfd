"""Claim: what one sentence asks of someone, before the text around it has named whom; does not find any.

The rules of each language make claims; `duties.py` gives them the actor of a list's header, a paragraph or a heading.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus.duty import Level


class Who(StrEnum):
    """What stands where the actor is named."""

    BODY = "body"
    """Bodies that we know, by name."""
    THEY = "they"
    """A word for those named before."""
    IT = "it"
    """A word for the one thing or body named before."""
    SAME = "same"
    """Nothing, behind `and`: the actor of the claim before."""
    NOBODY = "nobody"
    """Nothing at all, as in an item of a list."""
    THING = "thing"
    """What is acted upon, or what is to be so: `The plan must be agreed`, `There must be …`."""
    OTHER = "other"
    """Somebody whom we do not know: `The driver must …`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A body with the words a text has for it."""

    body: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a sentence asks."""

    level: Level
    modal: str
    negative: bool
    who: Who
    actors: tuple[Actor, ...] = ()
    action: str = ""
    """Empty in words that introduce a list."""
    condition: str = ""
    deadline: str = ""
    laws: tuple[str, ...] = ()
    word: str = ""
    """The word of the document's key that this is: `must`, `rhaid`."""
    rule: str = ""
