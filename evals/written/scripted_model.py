"""A scripted model: a real server on this machine that speaks OpenAI's chat protocol and says what a script has it say.

    with ScriptedModel(script) as server:
        Model(base_url=server.url, name="scripted")

A script is a function from what was asked, read back out of the prompt, to what is said. Does not speak TLS, and is no model.
"""

import json
import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

PIECE = 24
"""Characters of a reply in one event, as a model's tokens would come."""
_PASSAGE = re.compile(r"<<(?P<nonce>[0-9a-f]+) (?P<id>p\d+) \|[^\n]*>>\n(?P<text>.*?)\n<<end (?P=nonce) (?P=id)>>", re.DOTALL)
_MARK = re.compile(r'joined by "(.)"')


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A request, read as a model would read it."""

    body: Mapping[str, Any]
    authorization: str
    turn: int
    """1 for the first time a question is asked, 2 for the second."""
    connection: int = 0
    """The port at the asker's end."""

    @property
    def text(self) -> str:
        """Every word of it, with spaces where the marks stand."""
        said = "\n".join(str(message["content"]) for message in self.body["messages"])
        mark = self.mark
        return said.replace(mark, " ") if mark else said

    @property
    def mark(self) -> str:
        """The letter that stands for a space; empty where none is named."""
        match = _MARK.search(str(self.body["messages"][0]["content"]))
        return match[1] if match else ""

    @property
    def passages(self) -> dict[str, str]:
        """The passages by id, as people read them."""
        said = str(self.body["messages"][1]["content"])
        return {match["id"]: match["text"].replace(self.mark, " ") for match in _PASSAGE.finditer(said)}


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the server does."""

    text: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    first_byte: float = 0.0
    """Seconds before anything comes."""
    drip: float = 0.0
    """Seconds before each piece."""
    cut: bool = False
    """Close the connection in the middle."""
    hang: bool = False
    """Say half, then nothing, and keep the connection."""
    raw: bytes | None = None
    """Sent in place of the events."""


Script = Callable[[Heard], Said]


class ScriptedModel:
    """The server; `url` is what a client takes as its address."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.heard: list[Heard] = []
        self._over = threading.Event()
        self._server = _Quiet(("127.0.0.1", 0), type("Handler", (_Handler,), {"model": self}))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        """Its address, as a setting would hold it."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def hear(self, body: Mapping[str, Any], authorization: str, connection: int) -> Said:
        """What the script says to a request."""
        turn = 2 if len(body["messages"]) > 2 else 1
        heard = Heard(body=body, authorization=authorization, turn=turn, connection=connection)
        self.heard.append(heard)
        return self.script(heard)

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than the server stands."""
        self._over.wait(seconds)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def reply(*items: tuple[str, str, str], insufficient: bool = False) -> str:
    """A reply in form: each item is a sentence, the passage it cites, and its quotation."""
    answer = [{"s": said, "cites": [name], "quote": quote} for said, name, quote in items]
    return json.dumps({"insufficient": insufficient, "answer": answer}, ensure_ascii=False)


def first_sentences(passages: Mapping[str, str]) -> Sequence[tuple[str, str, str]]:
    """Items that repeat the first sentence of each passage: what a faithful model could always say."""
    found = []
    for name, text in passages.items():
        sentence = re.split(r"(?<=[.!?])\s", " ".join(text.split()), maxsplit=1)[0]
        found.append((sentence, name, sentence))
    return found


class _Quiet(ThreadingHTTPServer):
    """A server that does not print of clients that left."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: clients leave when their time is up."""


class _Handler(BaseHTTPRequestHandler):
    """Reads a request, and does what the script says."""

    protocol_version = "HTTP/1.1"
    model: ScriptedModel

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))))
        said = self.model.hear(body, self.headers.get("authorization", ""), self.client_address[1])
        self.model.pause(said.first_byte)
        self.close_connection = True
        if said.status == 200 and said.raw is None:
            self._events(said)
            return
        content = said.raw if said.raw is not None else json.dumps({"error": {"message": said.text}}).encode()
        self._head(said, {"Content-Type": "application/json", "Content-Length": str(len(content))})
        self.wfile.write(content)

    def _head(self, said: Said, headers: Mapping[str, str]) -> None:
        self.send_response(said.status)
        for name, value in {**headers, **said.headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _events(self, said: Said) -> None:
        self._head(said, {"Content-Type": "text/event-stream", "Connection": "close"})
        pieces = [said.text[at : at + PIECE] for at in range(0, len(said.text), PIECE)]
        whole = not (said.cut or said.hang)
        for piece in pieces if whole else pieces[: (len(pieces) + 1) // 2]:
            self.model.pause(said.drip)
            self._event({"choices": [{"index": 0, "delta": {"role": "assistant", "content": piece}}]})
        if said.hang:
            self.model.pause(60)
        if not said.cut:
            self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            self._write(b"data: [DONE]\n\n")

    def _event(self, told: dict[str, Any]) -> None:
        whole = {"id": "1", "object": "chat.completion.chunk", "created": int(time.time()), "model": "scripted", **told}
        self._write(f"data: {json.dumps(whole)}\n\n".encode())

    def _write(self, content: bytes) -> None:
        self.wfile.write(content)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the library
        """Nothing: a test's output is its own."""
