"""Failure: why a language model gave nothing that could be used, as a value; does not explain it to a reader."""

from dataclasses import dataclass
from enum import StrEnum


class FailureReason(StrEnum):
    """Why there is no reply that can be used."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    """The server understood and would not (4xx): a wrong key, a wrong name, a redirect."""
    BUSY = "busy"
    """Too many questions at once (429, 503)."""
    BROKEN = "broken"
    """The server failed (5xx), or its reply is not of the protocol."""
    TIMED_OUT = "timed_out"
    TOO_LONG = "too_long"
    CUT_OFF = "cut_off"
    """The connection closed inside a reply."""
    EMPTY = "empty"
    NOT_JSON = "not_json"
    """The reply is not the JSON that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a model gave nothing to check; `detail` never repeats what the server said, which may hold the key."""

    reason: FailureReason
    detail: str
