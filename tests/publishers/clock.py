"""A clock for tests: it goes on only when somebody sleeps, and remembers how long; so no test waits or measures time."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

START = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """Hands out as arguments: `clock=`, `sleep=`, `now=`."""

    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        """Seconds since the start."""
        return self.seconds

    def sleep(self, seconds: float) -> None:
        """Go on by so much at once."""
        self.slept.append(seconds)
        self.seconds += seconds

    def now(self) -> datetime:
        """The moment of a calendar."""
        return START + timedelta(seconds=self.seconds)
