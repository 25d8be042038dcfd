"""Asked: questions written to statements, to fit the cross-encoder on; of texts that no question of the evaluation names.

Each line of `asked.jsonl` is a question with the statement that answers it, or one that sounds answered by a text held and that
none answers: the ten sentences that the product finds nearest were read for it. Does not measure anything: no question here has
a grade or a matcher, and none is reported on.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from corpus.errors import GoldError
from evals.fitting.exercises import NOTHING
from evals.gold.questions import DATA, GoldQuestion, read_said
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
    adapter = TypeAdapter(Asked)
    found: list[Asked] = []
    faults: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            one = adapter.validate_json(line)
        except ValidationError as error:
            faults.extend(f"{path.name}:{number}: {'.'.join(map(str, at['loc']))}: {at['msg']}" for at in error.errors())
            continue
        if (one.style in NOTHING) == bool(one.says):
            faults.append(f"{path.name}:{number}: '{one.asked}' is {one.style} and {'has' if one.says else 'lacks'} an answer")
        found.append(one)
    if faults:
        raise GoldError(f"{len(faults)} fault(s) in {path}:\n" + "\n".join(faults))
    return tuple(found)


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
