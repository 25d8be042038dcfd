"""Model: a language model behind any server that speaks OpenAI's protocol; does not know what is asked of it.

The only file that speaks LlamaIndex's `OpenAILike`. A reply is read as it is written, by a thread that is left behind when
the time is up, so that a server that hangs, drips or floods costs no more than the deadline. What goes wrong is a value.
"""

import ssl
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import httpx

from corpus.errors import SetupError
from corpus.settings import Settings
from search_api.modelled.failure import Failure, FailureReason

MOST_TOKENS = 1_200
"""Tokens asked for at most: six sentences with their quotations take about 700."""
MOST_CHARACTERS = 24_000
"""Characters read of a reply at most; a token of Welsh or JSON is rarely under two."""
MOST_BYTES = 4_000_000
"""Bytes read off the wire at most: servers wrap each token in about 200 bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One turn of the conversation: `role` is `system` or `user`."""

    role: str
    text: str


class Model:
    """A model at an address; one object serves many questions at once."""

    def __init__(self, *, base_url: str, name: str, key: str = "", timeout: float = 30.0) -> None:
        self.name = name
        self.timeout = timeout
        """Seconds for a whole answer."""
        self._base_url = base_url
        self._key = key
        self._asks_for_json = True

    def complete(self, messages: Sequence[Message], *, deadline: float | None = None) -> str | Failure:
        """The whole reply, or why there is none; `deadline` is a moment of `time.monotonic()`."""
        said: list[str] = []
        for piece in self.stream(messages, deadline=deadline):
            if isinstance(piece, Failure):
                return piece
            said.append(piece)
        return "".join(said)

    def stream(self, messages: Sequence[Message], *, deadline: float | None = None) -> Iterator[str | Failure]:
        """The reply piece by piece; a Failure comes last, where there is one. An empty reply is a Failure too."""
        until = time.monotonic() + self.timeout if deadline is None else deadline
        line: SimpleQueue[str | Failure | None] = SimpleQueue()
        left = max(until - time.monotonic(), 0.001)
        # A client of its own: closing it ends this reply and no other. A redirect would carry the key elsewhere. No connection
        # serves twice: a server that refuses a request may be closing the one it came on.
        client = httpx.Client(
            verify=_trust(),
            timeout=left,
            follow_redirects=False,
            limits=httpx.Limits(max_keepalive_connections=0),
            event_hooks={"response": [_guard]},
        )
        Thread(target=self._speak, args=(client, messages, line, left), daemon=True).start()
        length = 0
        try:
            while True:
                piece = _next(line, until)
                if piece is None:
                    if not length:
                        yield Failure(reason=FailureReason.EMPTY, detail="The model's reply is empty.")
                    return
                length += len(piece) if isinstance(piece, str) else 0
                if length > MOST_CHARACTERS:
                    yield _too_long()
                    return
                yield piece
                if isinstance(piece, Failure):
                    return
        finally:
            client.close()

    def load(self) -> None:
        """Import what is needed to speak (about two seconds), so that no question pays for it."""
        from llama_index.llms.openai_like import OpenAILike  # noqa: F401, PLC0415

    def _speak(
        self, client: httpx.Client, messages: Sequence[Message], line: SimpleQueue[str | Failure | None], timeout: float
    ) -> None:
        """Ask, and put what comes on the line: pieces, then a Failure or None."""
        try:
            if self._asks_for_json and self._knows_json(client, messages, line, timeout):
                return line.put(None)
            self._ask(client, messages, line, timeout, as_json=False)
            self._asks_for_json = False  # it took the same words without: it knows no JSON mode
            line.put(None)
        except Exception as error:  # noqa: BLE001 - the outermost of a thread: whatever a server sends must end as a value
            line.put(_failure(error))

    def _knows_json(
        self, client: httpx.Client, messages: Sequence[Message], line: SimpleQueue[str | Failure | None], timeout: float
    ) -> bool:
        """Ask in the JSON mode; False where the request is refused as one that the server cannot read."""
        try:
            self._ask(client, messages, line, timeout, as_json=True)
        except Exception as error:
            if getattr(error, "status_code", None) in {400, 422}:
                return False
            raise
        return True

    def _ask(
        self,
        client: httpx.Client,
        messages: Sequence[Message],
        line: SimpleQueue[str | Failure | None],
        timeout: float,
        *,
        as_json: bool,
    ) -> None:
        from llama_index.core.llms import ChatMessage  # noqa: PLC0415 - two seconds, only where a model is set
        from llama_index.llms.openai_like import OpenAILike  # noqa: PLC0415

        extra: dict[str, Any] = {"response_format": {"type": "json_object"}} if as_json else {}
        speaker = OpenAILike(
            model=self.name,
            api_base=self._base_url,
            api_key=self._key or "none",  # empty would have it look for a key in the environment
            is_chat_model=True,
            temperature=0.0,
            max_tokens=MOST_TOKENS,
            timeout=timeout,
            max_retries=0,
            default_headers={"Accept-Encoding": "identity"},
            additional_kwargs=extra,
            http_client=client,
        )
        turns = [ChatMessage(role=message.role, content=message.text) for message in messages]
        for part in speaker.stream_chat(turns):
            if part.delta:
                line.put(part.delta)


def open_model(settings: Settings) -> Model | None:
    """The model that the settings name, or None where they name none; raises SetupError where they name half of one."""
    base_url, name = settings.llm_base_url.strip().rstrip("/"), settings.llm_model.strip()
    if not base_url and not name:
        return None
    if not base_url or not name:
        lacking = "CANLLAW_LLM_MODEL" if base_url else "CANLLAW_LLM_BASE_URL"
        raise SetupError(f"A language model needs both its address and its name: set {lacking}, or unset the other.")
    parts = urlsplit(base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SetupError(f"CANLLAW_LLM_BASE_URL='{base_url[:80]}' is no web address: write it as http://127.0.0.1:8080/v1.")
    model = Model(base_url=base_url, name=name, key=settings.llm_api_key.get_secret_value(), timeout=settings.llm_timeout)
    model.load()
    return model


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """Whom to trust, read once: it takes longer than all else that a request needs."""
    return httpx.create_ssl_context()


class _TooLong(Exception):
    """More came than a reply can be."""


class _Limited(httpx.SyncByteStream):
    """A reply's bytes, as far as a reply may be long."""

    def __init__(self, stream: httpx.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        length = 0
        for part in self._stream:
            length += len(part)
            if length > MOST_BYTES:
                raise _TooLong
            yield part

    def close(self) -> None:
        self._stream.close()


def _guard(response: httpx.Response) -> None:
    """Limit a reply before it is read; a packed one, which was not asked for, could unpack to anything."""
    if response.headers.get("content-encoding", "identity").strip().casefold() not in {"", "identity"}:
        raise _TooLong
    if isinstance(response.stream, httpx.SyncByteStream):
        response.stream = _Limited(response.stream)


def _next(line: SimpleQueue[str | Failure | None], until: float) -> str | Failure | None:
    left = until - time.monotonic()
    try:
        return line.get(timeout=left) if left > 0 else _timed_out()
    except Empty:
        return _timed_out()


def _timed_out() -> Failure:
    return Failure(reason=FailureReason.TIMED_OUT, detail="The model did not finish its reply in time.")


def _too_long() -> Failure:
    return Failure(reason=FailureReason.TOO_LONG, detail="The model's reply is longer than any answer may be.")


def _failure(error: BaseException) -> Failure:
    """What an exception of the client's libraries means, looked for along its causes."""
    from openai import APIConnectionError, APIStatusError, APITimeoutError  # noqa: PLC0415 - loaded with the model

    chain = list(_causes(error))
    status = next((one.status_code for one in chain if isinstance(one, APIStatusError)), None)
    if any(isinstance(one, _TooLong) for one in chain):
        return _too_long()
    if status is not None:
        return _failure_of_status(status)
    if any(isinstance(one, APITimeoutError | httpx.TimeoutException) for one in chain):
        return _timed_out()
    unreached = any(isinstance(one, httpx.ConnectError) for one in chain)
    if not unreached and any(isinstance(one, httpx.TransportError) for one in chain):
        return Failure(reason=FailureReason.CUT_OFF, detail="The connection to the model closed before its reply was whole.")
    if unreached or isinstance(error, APIConnectionError):
        return Failure(reason=FailureReason.UNREACHABLE, detail="The model's server cannot be reached.")
    return Failure(reason=FailureReason.BROKEN, detail=f"The model's reply cannot be read ({type(error).__name__}).")


def _failure_of_status(status: int) -> Failure:
    if status in {429, 503}:
        return Failure(reason=FailureReason.BUSY, detail=f"The model's server is busy ({status}).")
    if status >= 500:
        return Failure(reason=FailureReason.BROKEN, detail=f"The model's server failed ({status}).")
    return Failure(reason=FailureReason.REFUSED, detail=f"The model's server refused the request ({status}).")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
