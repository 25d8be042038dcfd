"""The wire: one GET over one connection to a checked machine; the only file of the program that opens a socket outwards.

Each request resolves its host's name once, checks every machine it leads to, and connects to one of those very machines, so
a name that changes its answer between check and use gains nothing. TLS still checks the certificate of the host's name.
Knows no proxies, no cookies, no redirects and no other requests; `ingest/fetch.py` decides what is asked and when.
"""

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import h11

from ingest.body import Body, Fault, true_headers
from ingest.egress import Address, check_machines
from ingest.fetched import Limits, Reason, Refused, first_header

Resolve = Callable[[str], Sequence[str]]
"""A host's name -> the IP addresses it leads to; OSError where there is none."""
Dial = Callable[[str, int, float], socket.socket]
"""IP address, port, seconds -> a connected socket; OSError where nobody answers."""
Trust = ssl.SSLContext
"""Whose certificates are good."""
Headers = tuple[tuple[str, str], ...]

HTTPS = 443
LOOPBACK = "127.0.0.1"
_PIECE = 65_536
_MOST_HEADER_BYTES = 65_536
_FRAMING_BYTES = 1_000_000  # beside the body: status line, headers, sizes of chunks
_MOST_MACHINES = 8  # tried before a host counts as unreachable
_LINGER_SECONDS = 1.0  # how long the end of a complete answer is watched for bytes that should not be there


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a machine sent back, whole and unpacked."""

    status: int
    headers: Headers
    body: bytes
    at: datetime
    """When it began to be asked for (UTC)."""
    request_headers: Headers


class _Stopped(Exception):  # the way out of a read; never leaves this file
    def __init__(self, reason: Reason, why: str) -> None:
        super().__init__(why)
        self.reason = reason


def system_resolve(host: str) -> Sequence[str]:
    """What the system's name service says of a host, IPv6 and IPv4."""
    found = socket.getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def system_dial(machine: str, port: int, seconds: float) -> socket.socket:
    """A connection of the system."""
    return socket.create_connection((machine, port), timeout=seconds)


@dataclass(frozen=True, kw_only=True)
class Wire:
    """How requests leave this machine."""

    limits: Limits
    clock: Callable[[], float]
    now: Callable[[], datetime]
    loopback_port: int | None = None
    """For tests: everything goes to this port of this machine, in plain HTTP, and nothing can go elsewhere."""
    resolve: Resolve = system_resolve
    dial: Dial = system_dial
    trust: Trust | None = None
    """None means the system's store of certificates."""

    def get(self, address: Address, headers: Headers) -> Answer | Refused:
        """Ask for an address once."""
        deadline = self.clock() + self.limits.total_seconds
        sent = (("Host", address.host), *headers, ("Connection", "close"))
        at = self.now()
        try:
            with closing(self._connect(address.host)) as connected:
                status, received, body = self._ask(connected, address, sent, deadline)
        except _Stopped as stopped:
            return Refused(url=address.url, reason=stopped.reason, detail=f"'{address.url}' was not fetched: {stopped}.")
        return Answer(status=status, headers=true_headers(received, body), body=body, at=at, request_headers=sent)

    @cached_property
    def _trusted(self) -> Trust:
        return self.trust or ssl.create_default_context()

    def _connect(self, host: str) -> socket.socket:
        deadline = self.clock() + self.limits.connect_seconds
        if self.loopback_port is not None:
            return self._dial((LOOPBACK,), self.loopback_port, deadline)
        try:
            machines = tuple(self.resolve(host))
        except (OSError, UnicodeError) as error:
            raise _Stopped(Reason.NOT_RESOLVED, f"the name '{host}' leads to no machine ({error})") from error
        if not machines:
            raise _Stopped(Reason.NOT_RESOLVED, f"the name '{host}' leads to no machine")
        fault = check_machines(host, machines)
        if fault:
            raise _Stopped(Reason.PRIVATE_ADDRESS, fault)
        return self._secure(self._dial(machines[:_MOST_MACHINES], HTTPS, deadline), host, deadline)

    def _dial(self, machines: Sequence[str], port: int, deadline: float) -> socket.socket:
        """A connection to the first machine that answers; those before it share the time fairly."""
        said = "no time was left"
        for index, machine in enumerate(machines):
            seconds = (deadline - self.clock()) / (len(machines) - index)
            if seconds <= 0:
                break
            try:
                return self.dial(machine, port, seconds)
            except OSError as error:
                said = f"{machine}: {error}"
        raise _Stopped(Reason.UNREACHABLE, f"no machine answers ({said})")

    def _secure(self, plain: socket.socket, host: str, deadline: float) -> socket.socket:
        """The same connection under TLS, for the host's name."""
        try:
            plain.settimeout(max(deadline - self.clock(), 0.001))
            return self._trusted.wrap_socket(plain, server_hostname=host)
        except ssl.SSLCertVerificationError as error:
            plain.close()
            raise _Stopped(
                Reason.BAD_CERTIFICATE, f"its certificate is not good for '{host}' ({error.verify_message})"
            ) from error
        except OSError as error:
            plain.close()
            raise _Stopped(Reason.UNREACHABLE, f"no safe connection came about ({error})") from error

    def _ask(self, connected: socket.socket, address: Address, sent: Headers, deadline: float) -> tuple[int, Headers, bytes]:
        peer = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MOST_HEADER_BYTES)
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent]
        request = peer.send(h11.Request(method="GET", target=address.target, headers=headers))
        end = peer.send(h11.EndOfMessage())
        try:
            connected.settimeout(self._left(deadline))
            connected.sendall((request or b"") + (end or b""))
            return self._receive(peer, connected, deadline)
        except h11.ProtocolError as error:
            raise _Stopped(Reason.DAMAGED, f"the answer is not whole ({error})") from error
        except TimeoutError as error:
            raise self._too_slow() from error
        except OSError as error:
            raise _Stopped(Reason.UNREACHABLE, f"the connection broke ({error})") from error

    def _receive(self, peer: h11.Connection, connected: socket.socket, deadline: float) -> tuple[int, Headers, bytes]:
        status = 0
        headers: Headers = ()
        body = Body("", self.limits)
        for event in self._events(peer, connected, deadline):
            if isinstance(event, h11.Response):
                status = event.status_code
                headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in event.headers.raw_items())
                body = Body(first_header(headers, "content-encoding") or "", self.limits)
                _stop_at(self._announced(headers))
            elif isinstance(event, h11.Data):
                _stop_at(body.take(bytes(event.data)))
        self._expect_silence(peer, connected, deadline)
        whole = body.finish()
        if isinstance(whole, tuple):
            raise _Stopped(*whole)
        return status, headers, whole

    def _announced(self, headers: Headers) -> Fault | None:
        length = int(first_header(headers, "content-length") or 0)  # h11 lets only digits through
        if length > self.limits.body_bytes:
            return Reason.TOO_LARGE, f"it has {length:,} bytes; {self.limits.body_bytes:,} are the most"
        return None

    def _events(self, peer: h11.Connection, connected: socket.socket, deadline: float) -> Iterator[h11.Event]:
        """Each part of the answer as it arrives, to its end."""
        received = 0
        while True:
            event = peer.next_event()
            if event is h11.NEED_DATA:
                connected.settimeout(self._left(deadline))
                piece = connected.recv(_PIECE)
                received += len(piece)
                if received > self.limits.body_bytes + _FRAMING_BYTES:
                    raise _Stopped(Reason.TOO_LARGE, f"it has more than {self.limits.body_bytes:,} bytes")
                peer.receive_data(piece)
            elif isinstance(event, h11.EndOfMessage):
                return
            elif isinstance(event, h11.Event) and not isinstance(event, h11.ConnectionClosed):
                yield event
            else:
                raise _Stopped(Reason.DAMAGED, "the connection ended before an answer")

    def _expect_silence(self, peer: h11.Connection, connected: socket.socket, deadline: float) -> None:
        """An answer longer than it says it is, is not the answer its headers speak of."""
        more, closed = peer.trailing_data
        if not more and not closed:
            connected.settimeout(min(self._left(deadline), _LINGER_SECONDS))
            try:
                more = connected.recv(_PIECE)
            except OSError:
                return  # it left the connection open, or tore it down after the end: both happen
        if more.strip():
            raise _Stopped(Reason.DAMAGED, "it is longer than it says it is")

    def _left(self, deadline: float) -> float:
        left = deadline - self.clock()
        if left <= 0:
            raise self._too_slow()
        return left

    def _too_slow(self) -> _Stopped:
        return _Stopped(Reason.TOO_SLOW, f"it had not come whole after {self.limits.total_seconds:g} seconds")


def _stop_at(fault: Fault | None) -> None:
    if fault:
        raise _Stopped(*fault)
