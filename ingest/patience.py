"""Patience: one address asked in its host's turn, and again where a failure may pass; does not follow redirects."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from tenacity import RetryCallState, Retrying, retry_if_result, wait_exponential_jitter

from ingest.egress import Address
from ingest.fetched import Limits, Reason, Refused, first_header
from ingest.pace import Pace
from ingest.wire import Answer, Headers, Wire

_BUSY = frozenset({429, 503})
_TRANSIENT = _BUSY | {500, 502, 504}
_FORBIDDEN = 403
_PASSING = frozenset({Reason.UNREACHABLE, Reason.NOT_RESOLVED, Reason.DAMAGED})
_FAILED = _PASSING | {Reason.TOO_SLOW, Reason.BAD_CERTIFICATE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long and how often we try."""

    wire: Wire
    pace: Pace
    limits: Limits
    sleep: Callable[[float], None]
    now: Callable[[], datetime]

    def ask(self, address: Address, headers: Headers) -> Answer | Refused:
        """An answer below 500 and not 429; else why there is none."""
        backoff = wait_exponential_jitter(
            multiplier=self.limits.backoff_seconds,
            max=self.limits.longest_wait_seconds,
            jitter=self.limits.backoff_seconds,
        )
        retrying = Retrying(
            retry=retry_if_result(_may_pass),
            wait=backoff,  # what a server asks for beyond that is waited for in the host's turn
            stop=lambda state: self._give_up(address.host, state.attempt_number, _outcome(state)),
            sleep=self.sleep,
            retry_error_callback=_outcome,
        )
        return self._settle(address, retrying(self._ask_once, address, headers))

    def _ask_once(self, address: Address, headers: Headers) -> Answer | Refused:
        alone = self.pace.broken_for(address.host)
        if alone:
            why = f"failed {self.limits.breaker_failures} times in a row and is left alone for another {alone:.0f} seconds"
            return _not_asked(address, Reason.BREAKER_OPEN, why, alone)
        wait = self.pace.take_turn(address.host)
        if wait:
            return _not_asked(address, Reason.BUSY, f"asked for a pause, of which {wait:.0f} seconds are left", wait)
        outcome = self.wire.get(address, headers)
        self._note(address.host, outcome)
        return outcome

    def _note(self, host: str, outcome: Answer | Refused) -> None:
        """What an outcome says of its host."""
        if isinstance(outcome, Answer):
            failed = outcome.status == _FORBIDDEN or outcome.status in _TRANSIENT
        else:
            failed = outcome.reason in _FAILED
        (self.pace.failed if failed else self.pace.answered)(host)
        self.pace.hold(host, self._asked_to_wait(outcome) or 0.0)

    def _asked_to_wait(self, outcome: Answer | Refused) -> float | None:
        """Seconds of an answer's Retry-After (RFC 9110, 10.2.3), as a number or a date."""
        if isinstance(outcome, Refused) or outcome.status not in _TRANSIENT:
            return None
        said = (first_header(outcome.headers, "retry-after") or "").strip()
        if said.isascii() and said.isdigit():
            return float(said[:9])  # more digits are more than thirty years
        try:
            return max((parsedate_to_datetime(said) - self.now()).total_seconds(), 0.0)
        except (ValueError, TypeError):  # no date; or one without a zone, which cannot be compared
            return None

    def _give_up(self, host: str, attempts: int, outcome: Answer | Refused) -> bool:
        """True where trying again would be too soon, or once too often."""
        too_long = (self._asked_to_wait(outcome) or 0.0) > self.limits.longest_wait_seconds
        return too_long or attempts >= self.limits.attempts or self.pace.broken_for(host) > 0

    def _settle(self, address: Address, outcome: Answer | Refused) -> Answer | Refused:
        """The last outcome, where that is an answer; a server's failure is none."""
        if isinstance(outcome, Refused) or (outcome.status < 500 and outcome.status not in _TRANSIENT):
            return outcome
        return Refused(
            url=address.url,
            reason=Reason.BUSY if outcome.status in _BUSY else Reason.SERVER_ERROR,
            detail=f"'{address.url}' was not fetched: its server answered with status {outcome.status}. Try again later.",
            retry_after=self._asked_to_wait(outcome),
        )


def _may_pass(outcome: Answer | Refused) -> bool:
    return outcome.reason in _PASSING if isinstance(outcome, Refused) else outcome.status in _TRANSIENT


def _not_asked(address: Address, reason: Reason, why: str, seconds: float) -> Refused:
    detail = f"'{address.url}' was not asked for: '{address.host}' {why}."
    return Refused(url=address.url, reason=reason, detail=detail, retry_after=seconds)


def _outcome(state: RetryCallState) -> Answer | Refused:
    if state.outcome is None:  # tenacity asks only after an attempt
        raise AssertionError(state)
    outcome: Answer | Refused = state.outcome.result()
    return outcome
