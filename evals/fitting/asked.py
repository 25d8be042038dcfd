"""Asked: questions written to statements, to fit the cross-encoder on; of texts that no question of the evaluation names.

Each line of `asked.jsonl` is a question with the statement that answers it, or one that sounds answered by a text held and that
none answers: the ten sentences that the product finds nearest were read for it. Does not measure anything: no question here has
a grade or a matcher, and none is reported on.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from evals.fitting.exercises import NOTHING
from evals.gold.questions import DATA, GoldQuestion, read_said
from evals.gold.read_lines import read_lines
from evals.promises.gold import PROMISES

ASKED = DATA / "asked.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and the statement that answers it, if one does."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    of: str
    """Id of the publication."""
    says: str = ""
    """Its words: a line of the register, or a sentence of a text of our own; empty where nothing answers."""
    asked: Annotated[str, Field(min_length=1)]
    style: Literal["plain", "own_words", "situation", "near_miss", "false_premise"]
    """As typed into a box; in the asker's own words; after a sentence that tells where the asker stands; or not answered."""


def load_asked(path: Path = ASKED) -> tuple[Asked, ...]:
    """Every pair of a file; raises GoldError naming every fault with its line."""
    return read_lines(path, Asked, faults_of=_faults)


def _faults(one: Asked) -> Iterator[str]:
    if (one.style in NOTHING) == bool(one.says):
        yield f"'{one.asked}' is {one.style} and {'has' if one.says else 'lacks'} an answer"


def read_texts(register: Path) -> dict[str, frozenset[str]]:
    """What each text says that a pair may rest on: the register's, the shelf's, and those of the commitments' gold."""
    promises = {path.stem: frozenset([path.read_text(encoding="utf-8")]) for path in sorted(PROMISES.glob("pr-*.md"))}
    return read_said(register) | promises


def faults_of(asked: Sequence[Asked], questions: Sequence[GoldQuestion], said: Mapping[str, Collection[str]]) -> list[str]:
    """What is wrong with some pairs: words that no text says, or a text that a question of the evaluation names."""
    named = {key for one in questions for key in (*one.publications, *one.must_not_cite)}
    faults = [
        f"'{one.of}' does not say: {one.says!r}" for one in asked if one.says and not _says(said.get(one.of, ()), one.says)
    ]
    return faults + [f"'{key}' is named by a question of the evaluation" for key in sorted({one.of for one in asked} & named)]


def _says(lines: Collection[str], words: str) -> bool:
    return words in lines or any(" ".join(words.split()) in " ".join(line.split()) for line in lines)
