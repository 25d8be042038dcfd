"""Verdict: what a gate says of a run, in one sentence; judges nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What came of a gate."""

    PASSED = "passed"
    FAILED = "FAILED"
    NOT_JUDGED = "not judged"
    """The run did not measure it, or was asked other questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One gate's word."""

    gate: str
    outcome: Outcome
    told: str
    """A sentence with the figure and the bound."""

    @property
    def line(self) -> str:
        """For a terminal."""
        return f"{self.outcome.value:10}  {self.gate}: {self.told}"


def judged(gate: str, told: str, *, passes: bool) -> Verdict:
    """A gate that was judged."""
    return Verdict(gate=gate, outcome=Outcome.PASSED if passes else Outcome.FAILED, told=told)


def not_judged(gate: str, told: str) -> Verdict:
    """A gate that could not be judged."""
    return Verdict(gate=gate, outcome=Outcome.NOT_JUDGED, told=told)


def failed(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Those that failed."""
    return [one for one in verdicts if one.outcome is Outcome.FAILED]
