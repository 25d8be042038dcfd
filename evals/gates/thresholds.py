"""Thresholds: what gates.toml says, read whole with every fault named; judges nothing."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from corpus.errors import GoldError

GATES = Path(__file__).parents[1] / "gates.toml"
STRICT = ConfigDict(extra="forbid")
Words = Annotated[str, Field(min_length=20)]
"""A reason: a clause at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """The questions that the exact gates are held on."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exact:
    """A value that must be met to the letter, here and in any run that measured it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    exactly: float
    why: Words
    at: tuple[str, ...] = ()
    """The names that lead to its mean in a run's figures; none for what only tests can hold."""
    suite: str = ""
    """The suite whose file holds it; the summary by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """What the last accepted run holds, less a tolerance; the goal is what we want."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    at: Annotated[tuple[str, ...], Field(min_length=1)]
    why: Words
    goal: float | None = None
    """That of methods 9; None where it names none."""
    least: float | None = None
    most: float | None = None
    suite: str = ""

    def __post_init__(self) -> None:
        if (self.least is None) == (self.most is None):
            raise ValueError("give either least or most")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """How a run is compared with the accepted one, and with the other systems it asked."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    headline: Annotated[tuple[str, ...], Field(min_length=1)]
    """Measures that are compared by question with those of the accepted run."""
    most_drop: Annotated[float, Field(ge=0)]
    """A mean may fall by so much, whatever flips."""
    most_new_failures: Annotated[int, Field(ge=0)]
    """So many questions may flip from right to wrong, whatever the mean."""
    rival_measure: str
    must_not_lose_to: tuple[str, ...]
    margin: Annotated[float, Field(ge=0)]
    """The lower bound of ours minus theirs may be so far below 0."""
    must_beat: tuple[str, ...]
    """Systems whose lower bound of ours minus theirs is above 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The whole file."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    fixed: Fixed
    hard: Mapping[str, Exact]
    floor: Mapping[str, Floor]
    baseline: Baseline


@lru_cache(maxsize=4)
def read_thresholds(path: Path = GATES) -> Thresholds:
    """The thresholds of a file; raises GoldError naming every fault."""
    try:
        return TypeAdapter(Thresholds).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GoldError(f"The thresholds '{path}' cannot be read: {error}.") from error
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        raise GoldError(f"The thresholds '{path}' have {len(faults)} faults: {'; '.join(faults)}.") from error
