"""Flag: something about a document that a reader should be warned of; does not remove anything from the text."""

from dataclasses import dataclass
from enum import StrEnum


class FlagReason(StrEnum):
    """Why a document is flagged."""

    HIDDEN_TEXT = "hidden_text"
    """The file held words nobody sees (white on white, off the page, no size): left out of the text."""
    INVISIBLE_CHARACTERS = "invisible_characters"
    """The words held zero-width or direction characters: left out of the text."""
    INSTRUCTION = "instruction"
    """A line that speaks to a machine ("ignore all previous instructions"): kept, never quoted in an answer."""
    MIXED_SCRIPTS = "mixed_scripts"
    """A word mixes letters of two alphabets that look alike: kept."""
    OTHER_LANGUAGE = "other_language"
    """The address promises one language and serves the other."""
    NO_TEXT_LAYER = "no_text_layer"
    """Some pages are pictures of words, which are not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One warning."""

    reason: FlagReason
    detail: str
    """A sentence for a person."""
    start: int | None = None
    """Span in the document's text, where the words are there."""
    end: int | None = None
