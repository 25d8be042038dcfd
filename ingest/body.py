"""Body: the bytes of an answer, unpacked as they arrive and never beyond a limit; does not receive them."""

import zlib
from io import BytesIO

from ingest.fetched import Limits, Reason

Fault = tuple[Reason, str]
"""What is wrong with an answer, for a program and as a clause for a person."""

ACCEPTED_ENCODINGS = "gzip"
"""What we say we can unpack. One encoding, so that one limit holds."""
_GZIP = 31  # zlib's number for a gzip stream with the largest window
_STEP = 1 << 20  # bytes unpacked at once: a bomb is met this much at a time
_UNTRUE = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive", "trailer"})
_COOKIES = frozenset({"set-cookie", "set-cookie2"})


class Body:
    """Bytes on their way in; `take` each piece, then `finish`."""

    def __init__(self, encoding: str, limits: Limits) -> None:
        self._limits = limits
        self._encoding = encoding.strip().lower()
        self._unpack = zlib.decompressobj(_GZIP) if self._encoding in {"gzip", "x-gzip"} else None
        self._received = 0
        self._kept = BytesIO()

    def take(self, data: bytes) -> Fault | None:
        """Unpack and keep a piece; what is wrong with it, if anything."""
        self._received += len(data)
        if self._received > self._limits.body_bytes:
            return Reason.TOO_LARGE, f"it has more than {self._limits.body_bytes:,} bytes"
        if self._unpack is None:
            return self._keep(data) if self._encoding in {"", "identity"} else self._not_asked_for()
        try:
            while data and not self._unpack.eof:
                fault = self._keep(self._unpack.decompress(data, _STEP))
                if fault:
                    return fault
                data = self._unpack.unconsumed_tail
        except zlib.error as error:
            return Reason.BAD_ENCODING, f"it says it is packed as gzip and is not ({error})"
        if self._unpack.unused_data:
            return Reason.BAD_ENCODING, "bytes follow the end of what is packed"
        return None

    def finish(self) -> bytes | Fault:
        """The whole, or what is wrong with its end."""
        if self._unpack and self._received and not self._unpack.eof:
            return Reason.DAMAGED, "it ends before all of it is unpacked"
        return self._kept.getvalue()

    def _not_asked_for(self) -> Fault:
        return Reason.BAD_ENCODING, f"it is packed as '{self._encoding}', which was not asked for"

    def _keep(self, data: bytes) -> Fault | None:
        if self._kept.tell() + len(data) > self._limits.decoded_bytes:
            return Reason.TOO_LARGE, f"unpacked, it has more than {self._limits.decoded_bytes:,} bytes"
        self._kept.write(data)
        return None


def true_headers(headers: tuple[tuple[str, str], ...], body: bytes) -> tuple[tuple[str, str], ...]:
    """The headers that are true of an unpacked body, with its length; no cookies. None is added where there is no body."""
    kept = tuple((name, value) for name, value in headers if name.lower() not in _UNTRUE | _COOKIES)
    return (*kept, ("Content-Length", str(len(body)))) if body else kept
