"""Pace: when a host may be asked next, and when it is left alone; does not ask it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.fetched import Limits


@dataclass(slots=True)
class _Host:
    spacing: float
    started: float = float("-inf")
    """When the last request to it began."""
    held_until: float = float("-inf")
    failures: int = 0
    """In a row."""
    broken_until: float = float("-inf")


@dataclass(slots=True, kw_only=True)
class Pace:
    """The turns of every host of a run; seconds of a clock that only goes forward."""

    limits: Limits
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def take_turn(self, host: str) -> float:
        """Wait for a host's turn and take it: 0; or the seconds still to wait, where those are more than we wait."""
        state = self._of(host)
        wait = max(state.started + state.spacing, state.held_until) - self.clock()
        if wait > self.limits.longest_wait_seconds:
            return wait
        if wait > 0:
            self.sleep(wait)
        state.started = self.clock()
        return 0.0

    def slow_down(self, host: str, spacing: float) -> None:
        """Keep at least so many seconds between the starts of two requests to a host."""
        self._of(host).spacing = max(self.limits.spacing_seconds, spacing)

    def hold(self, host: str, seconds: float) -> None:
        """Do not ask a host before so many seconds from now."""
        state = self._of(host)
        state.held_until = max(state.held_until, self.clock() + seconds)

    def answered(self, host: str) -> None:
        """A host gave an answer: earlier failures no longer count."""
        self._of(host).failures = 0

    def failed(self, host: str) -> None:
        """A host failed once more; too often in a row and it is left alone."""
        state = self._of(host)
        state.failures += 1
        if state.failures >= self.limits.breaker_failures:
            state.broken_until = self.clock() + self.limits.breaker_seconds

    def broken_for(self, host: str) -> float:
        """Seconds for which a host is still left alone; 0 where it may be asked."""
        return max(self._of(host).broken_until - self.clock(), 0.0)

    def _of(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host(spacing=self.limits.spacing_seconds))
