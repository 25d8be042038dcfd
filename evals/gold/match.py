"""Match: whether words say a fact, decided by strings alone; needs no judge and does not know questions.

Both sides are folded first, so that curly quotes, thousands commas, line breaks and capitals make no difference.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A test of words: one of each group of alternatives is there, and none of the forbidden ones."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    all: tuple[tuple[str, ...], ...]
    """Groups of alternatives: `[["10 per cent", "10%"], ["absence"]]` wants one of the first and the second."""
    never: Annotated[tuple[str, ...], Field(alias="not")] = ()
    """Words that must not be there; `not` in the file."""

    def passes(self, text: str) -> bool:
        """Whether a text says it."""
        folded = fold(text)
        return all(any(fold(word) in folded for word in group) for group in self.all) and not any(
            fold(word) in folded for word in self.never
        )


def fold(text: str) -> str:
    """A text for comparing: `"£1,280,000 –  IN 2022"` -> `"£1280000 - in 2022"`."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain)
    return re.sub(r"\s+", " ", plain).strip()
