"""Publishers played by a real server on this machine: each host by its Host header, each answer as a test lays it down.

    with Publishers() as publishers:
        publishers.put("https://www.gov.wales/otters", Answer(body=b"<p>Otters</p>"))
        with Fetcher(sources=..., user_agent=..., loopback_port=publishers.port) as fetcher:
            fetcher.fetch("https://www.gov.wales/otters")
        publishers.asked("www.gov.wales")  # every request, with its headers and its moment

Serves as a tests' fixture (`publishers`) and to scripts. Does not speak TLS, unless it is given a context.
"""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a publisher sends. With an ETag or Last-Modified that the request repeats, a 304 is sent instead."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    states: int | None = None
    """The Content-Length it claims; None means the true one."""
    chunked: bool = False
    drip: float = 0.0
    """Seconds before each byte of the body."""
    raw: bytes | None = None
    """Sent to the letter in place of all else."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A request as it came."""

    host: str
    target: str
    headers: Mapping[str, str]
    """Names in lower case."""
    at: float
    """By the clock of the publishers."""


Route = Answer | Callable[[Asked], Answer]


def page(words: str, **headers: str) -> Answer:
    """A page of HTML."""
    body = f"<!doctype html><html><body><main><h1>{words}</h1><p>{words}</p></main></body></html>".encode()
    return Answer(headers={"Content-Type": "text/html; charset=utf-8", **headers}, body=body)


def redirect(to: str, status: int = 302) -> Answer:
    """A redirect, with a body that nobody should read."""
    return Answer(status=status, headers={"Location": to}, body=b"moved")


def robots(text: str) -> Answer:
    """A robots.txt."""
    return Answer(headers={"Content-Type": "text/plain"}, body=text.encode())


def packed(body: bytes, *, cut: int = 0) -> Answer:
    """A body packed with gzip, without its last `cut` bytes."""
    whole = gzip.compress(body)
    return Answer(headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}, body=whole[: len(whole) - cut])


def in_turn(*answers: Answer) -> Callable[[Asked], Answer]:
    """Each answer once, then the last for ever."""
    left = list(answers)
    return lambda _asked: left.pop(0) if len(left) > 1 else left[0]


class Publishers:
    """All the publishers of a test, on one port; `with` starts and stops them."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic, tls: ssl.SSLContext | None = None) -> None:
        self.clock = clock
        self.connections = 0
        """Accepted so far."""
        self.requests: list[Asked] = []
        self.stopped = threading.Event()
        self._routes: dict[tuple[str, str], Route] = {}
        self._server = _Server(self, tls)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        """The port of this machine they answer on."""
        return int(self._server.server_address[1])

    def put(self, url: str, route: Route) -> None:
        """Answer an address so; without a query it stands for every query that has no answer of its own."""
        parts = urlsplit(url)
        self._routes[parts.netloc, f"{parts.path}?{parts.query}" if parts.query else parts.path] = route

    def asked(self, host: str | None = None) -> Sequence[str]:
        """The targets asked for at a host, or the addresses at all of them, in order."""
        if host is None:
            return [f"{asked.host}{asked.target}" for asked in self.requests]
        return [asked.target for asked in self.requests if asked.host == host]

    def moments(self, host: str) -> Sequence[float]:
        """When each request of a host came, by the clock."""
        return [asked.at for asked in self.requests if asked.host == host]

    def answer(self, asked: Asked) -> Answer:
        """What to send; 404 where nothing was laid down."""
        self.requests.append(asked)
        path = asked.target.partition("?")[0]
        route = self._routes.get((asked.host, asked.target)) or self._routes.get((asked.host, path))
        if route is None:
            return Answer(status=404, headers={"Content-Type": "text/html"}, body=b"<p>There is no such page.</p>")
        answer = route if isinstance(route, Answer) else route(asked)
        same = [
            answer.headers.get(ours) == asked.headers[theirs]
            for ours, theirs in (("ETag", "if-none-match"), ("Last-Modified", "if-modified-since"))
            if theirs in asked.headers
        ]
        if answer.status == 200 and same and all(same):
            return Answer(status=304, headers=answer.headers)
        return answer


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, publishers: Publishers, tls: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.publishers = publishers
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)

    def get_request(self) -> tuple[socket.socket, object]:
        accepted = super().get_request()
        self.publishers.connections += 1
        return accepted

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is what many tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self.close_connection = True
        publishers = self.server.publishers
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(host=headers.get("host", ""), target=self.path, headers=headers, at=publishers.clock())
        self._send(publishers.answer(asked))

    def _send(self, answer: Answer) -> None:
        if answer.raw is not None:
            self.wfile.write(answer.raw)
            return
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.chunked:
            self.send_header("Transfer-Encoding", "chunked")
        elif answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body) if answer.states is None else answer.states))
        self.send_header("Connection", "close")
        self.end_headers()
        self._send_body(answer)

    def _send_body(self, answer: Answer) -> None:
        pieces = [answer.body[at : at + 1] for at in range(len(answer.body))] if answer.drip else [answer.body]
        for piece in pieces:
            if answer.drip and self.server.publishers.stopped.wait(answer.drip):
                return
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece) if answer.chunked else piece)
            self.wfile.flush()
        if answer.chunked:
            self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_said: object) -> None:
        """Nothing: the publishers keep their own list."""
