"""Asked: open questions of what was promised, and what is shown for them out of the register's commitments; tunes nothing.

Each line of `data/promises/asked.jsonl` has all promises of the register that a fair reader would take for an answer, or none,
or is a question that only sounds like one. Half, by subject, is there to tune on; the other half is only reported.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from evals.gold.read_lines import read_lines
from evals.promises.gold import PROMISES
from evals.promises.labels import STRICT
from evals.report.table import table
from search_api.answering.promised import promised
from search_api.library import Library
from search_api.question.kind import Kind, kind_of
from search_api.question.question import Asked

ASKED = PROMISES / "asked.jsonl"
WORDINGS = PROMISES / "wordings.jsonl"
"""More ways to ask it, and questions that only sound so, without what answers them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfPromises:
    """A question, and what answers it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    asked: Annotated[str, Field(min_length=1)]
    language: Literal["en", "cy"]
    asks: bool
    """Whether it asks for what was promised at all."""
    split: Literal["tune", "held"]
    answers: tuple[str, ...] = ()
    """`publication: words` of every promise that answers; none in WORDINGS."""


@dataclass(slots=True)
class AskedTally:
    """What was shown for the questions of one half."""

    questions: int = 0
    read_right: int = 0
    """As asking for what was promised, or as not."""
    answerable: int = 0
    with_one: int = 0
    """Shown at least one that answers."""
    whole: int = 0
    right: int = 0
    """Promises shown that answer; so `shown` and `wanted`."""
    shown: int = 0
    wanted: int = 0
    unanswerable: int = 0
    declined: int = 0


def load_asked_of_promises(path: Path = ASKED) -> tuple[AskedOfPromises, ...]:
    """Every question; raises GoldError naming every fault with its line."""
    return read_lines(path, AskedOfPromises, faults_of=_faults)


def _faults(one: AskedOfPromises) -> Iterator[str]:
    if one.answers and not one.asks:
        yield f"'{one.asked}' asks for nothing and is answered"


def judge_asked(
    asked: Sequence[AskedOfPromises], library: Library, tell: Callable[[str, str], None] = lambda *_: None
) -> dict[str, AskedTally]:
    """Tallies by half; `tell` is given the half and a line for each question not answered exactly."""
    made: dict[str, AskedTally] = defaultdict(AskedTally)
    for one in asked:
        tally, wanted = made[one.split], frozenset(one.answers)
        question = library.read(Asked(q=one.asked))
        reads = question.understood.kind is Kind.PROMISED
        citations = promised(library, question)[1] if reads else ()
        shown = frozenset(f"{cited.publication.id}: {' '.join(cited.quote.split())}" for cited in citations)
        tally.questions += 1
        tally.read_right += reads is one.asks
        if wanted:
            tally.answerable += 1
            tally.with_one += bool(shown & wanted)
            tally.whole += wanted <= shown
            tally.right += len(shown & wanted)
            tally.shown += len(shown)
            tally.wanted += len(wanted)
        elif one.asks:
            tally.unanswerable += 1
            tally.declined += not shown
        if reads is not one.asks or shown != wanted:
            tell(one.split, f"{one.asked} | read {reads} | lacks {sorted(wanted - shown)} | beside {sorted(shown - wanted)}")
    return made


def read_right(wordings: Sequence[AskedOfPromises], split: str, *, asks: bool) -> str:
    """How many wordings of a half are read as what they are, of those that ask for what was promised or of the others."""
    mine = [one for one in wordings if one.split == split and one.asks is asks]
    right = sum((kind_of(one.asked, one.language) is Kind.PROMISED) is asks for one in mine)
    return f"{right} of {len(mine)}"


def asked_report(tallies: Mapping[str, AskedTally], wordings: Sequence[AskedOfPromises]) -> str:
    """The tallies as a table."""
    rows: list[list[object]] = [
        ["questions read as what they are", *(f"{one.read_right} of {one.questions}" for one in tallies.values())],
        ["other wordings that ask it, read so", *(read_right(wordings, split, asks=True) for split in tallies)],
        ["other wordings that do not, read so", *(read_right(wordings, split, asks=False) for split in tallies)],
        ["shown a promise that answers", *(f"{one.with_one} of {one.answerable}" for one in tallies.values())],
        ["shown all that answer", *(f"{one.whole} of {one.answerable}" for one in tallies.values())],
        ["of promises shown, answer", *(f"{one.right} of {one.shown}" for one in tallies.values())],
        ["of promises that answer, shown", *(f"{one.right} of {one.wanted}" for one in tallies.values())],
        ["nothing shown where none answers", *(f"{one.declined} of {one.unanswerable}" for one in tallies.values())],
    ]
    return table(["Questions of what was promised", *tallies], rows)
