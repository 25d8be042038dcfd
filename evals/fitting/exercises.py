"""Exercises: short invented texts with questions, to fit the cross-encoder and the confidence on; nothing is fitted here.

Each text of `exercises.jsonl` has questions that one or more of its sentences answer, and questions that sound as if they did
and are answered by none. Texts of one family are publications that look alike: a statement, its follow-up, the guidance that
came of it. All is written by the project, of bodies, people, sums and days that do not exist; none of it is ever reported on.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from evals.gold.questions import DATA
from evals.gold.read_lines import read_lines
from index.cross_encoder import CrossEncoder
from index.gloss import readable

EXERCISES = DATA / "exercises.jsonl"
LISTS = DATA / "exercises_lists.jsonl"
"""Texts that hold lists: each stands whole as one sentence, and each of its items as one with the words that introduce it."""
PLAIN = DATA / "exercises_plain.jsonl"
"""Families asked as people first type: what a thing is, what it does, who is on it, why it was made, what it found."""
Language = Literal["en", "cy"]
Words = Annotated[str, Field(min_length=1)]
READ = CrossEncoder.languages
NOTHING = frozenset({"near_miss", "false_premise", "underspecified"})
"""Styles of questions that nothing in their text answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A question put to a text."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    asked: Words
    answers: tuple[Annotated[int, Field(ge=0)], ...]
    """Places of the sentences that answer it; none where nothing does."""
    style: Literal["plain", "own_words", "situation", "near_miss", "false_premise", "underspecified"]
    language: Language = "en"
    also: tuple[tuple[Words, Annotated[int, Field(ge=0)]], ...] = ()
    """Titles of sister texts, each with the place of a sentence there that answers too."""

    @property
    def read(self) -> str:
        """The question as the cross-encoder is given it."""
        return readable(self.asked, self.language, READ) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A passage with its questions."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    title: Words
    heading: str
    sentences: tuple[Words, ...]
    questions: tuple[Put, ...]
    language: Language = "en"
    """Of its title, heading and sentences."""
    family: str = ""
    """A name that its sisters share; empty where it stands alone."""

    def placed(self, place: int) -> str:
        """A sentence with its title and heading, as the product has the cross-encoder read one: a Welsh one by its gloss."""
        parts = (self.title, self.heading, self.sentences[place])
        return readable(" | ".join(dict.fromkeys(part for part in parts if part)), self.language, READ) or ""


def load_exercises(path: Path = EXERCISES) -> tuple[Exercise, ...]:
    """Every text; raises GoldError naming every fault with its line."""
    return read_lines(path, Exercise, faults_of=_faults, faults_among=_faults_of_sisters)


def families(exercises: Sequence[Exercise]) -> list[tuple[Exercise, ...]]:
    """Exercises with their sisters, in the order of the first of each; one that has none is a family of its own."""
    found: defaultdict[str, list[Exercise]] = defaultdict(list)
    for number, one in enumerate(exercises):
        found[one.family or f"#{number}"].append(one)
    return [tuple(texts) for texts in found.values()]


def _faults_of_sisters(exercises: Sequence[Exercise]) -> Iterator[str]:
    for texts in families(exercises):
        lengths = {one.title: len(one.sentences) for one in texts}
        if len(lengths) < len(texts):
            yield f"two texts of family '{texts[0].family}' have one title"
        for one in texts:
            for put in one.questions:
                if any(title == one.title or place >= lengths.get(title, 0) for title, place in put.also):
                    yield f"'{put.asked}' names a sentence that no sister has"


def _faults(one: Exercise) -> Iterator[str]:
    for put in one.questions:
        if any(place >= len(one.sentences) for place in put.answers):
            yield f"'{put.asked}' names a sentence that is not there"
        if (put.style in NOTHING) == bool(put.answers):
            yield f"'{put.asked}' is {put.style} and has {len(put.answers)} answers"
