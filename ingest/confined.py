"""Parsers run in a process of their own, within limits; does not parse anything itself.

A file comes from strangers. One that would take all memory, or all day, or that breaks a parser written in C, is refused
with a sentence, and the next file is read. What the process hands back is data (JSON), never objects to be brought to
life: `pebble` and `multiprocessing` unpickle it, which runs whatever a parser that was taken over has written.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from signal import SIGXCPU
from types import TracebackType
from typing import Protocol, Self

from corpus.errors import MalformedDocument, SetupError
from ingest.handover import OUT_OF_MEMORY, READY, Reply, check_parsed, decode_reply, error_of
from ingest.parsed import Parsed

SLOWEST_START = 60.0  # seconds; measured 0.7, on a machine with nothing else to do
ADVICE = "It is set aside: ask its publisher for another copy."


class Parse(Protocol):
    """Reads a file of a kind (`ingest.read.PARSERS`), in this process or in another; raises ReadError."""

    def __call__(self, kind: str, data: bytes, *, name: str) -> Parsed:
        """What the bytes of a file hold; `name` is the file, for messages."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may take."""

    memory: int = 800_000_000
    """Bytes of address space; the kernel ends the process at a quarter more, 1 GB (users 4.2).

    Measured: with all parsers loaded 0.09 GB, and with both dictionaries 0.18; a PDF of 1,000 pages 0.16; a page of 1 MB
    0.15, and of 10 MB, the largest that is read, 0.70.
    """
    cpu_seconds: int = 60
    seconds: float = 120.0
    """By the clock."""
    reply: int = 128_000_000
    """Bytes of what may be handed back: a text twice the size of the largest file."""
    documents: int = 200
    """Read by one process before a fresh one takes over, since libraries keep what they once took."""


class Confined:
    """A process that reads files, started by the first one and again after any failure; use it as a context.

    Any thread may ask; one document is read at a time.
    """

    def __init__(self, limits: Limits = Limits()) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Number of the process; None while none runs."""
        return self._process.pid if self._process else None

    def parse(self, kind: str, data: bytes, *, name: str) -> Parsed:
        """What the bytes of a file hold; raises ReadError, and SetupError where no process can be started."""
        with self._lock:
            reply = self._ask(kind, data, name)
        if reply.parsed is None:
            raise error_of(reply, name=name)
        if reason := check_parsed(reply.parsed, file_size=len(data)):
            raise MalformedDocument(f"'{name}' was read wrongly: {reason}. {ADVICE}")
        return reply.parsed

    def close(self) -> None:
        """End the process; the next document starts another."""
        process, line = self._process, self._line
        self._process = self._line = None
        if line:
            line.close()
        if process:
            process.kill()
            process.communicate()  # waits, and closes its end of the pipe

    def _ask(self, kind: str, data: bytes, name: str) -> Reply:
        process, line = self._running()
        with self._ended_after(self._limits.seconds, process) as late:
            try:
                line.send_bytes(json.dumps([kind, name]).encode())
                line.send_bytes(data)
                reply = decode_reply(line.recv_bytes(self._limits.reply))
            except BaseException as error:  # also Ctrl-C: what is left on the line would be taken for the next answer
                code = _code_at_the_end(process) if isinstance(error, EOFError | ConnectionError) else None
                self.close()
                if isinstance(error, EOFError | OSError | ValueError):
                    raise MalformedDocument(self._why(name, code, is_late=late.is_set())) from error
                raise
        self._read += 1
        if reply.spent or self._read >= self._limits.documents:
            self.close()
        return reply

    def _running(self) -> tuple[subprocess.Popen[bytes], Connection]:
        if self._process and self._line and self._process.poll() is None:
            return self._process, self._line
        self.close()
        self._line, far = Pipe()
        with far:
            self._process = _start(far.fileno(), self._limits)
        self._read = 0
        with self._ended_after(SLOWEST_START, self._process):
            try:
                started = self._line.recv_bytes(len(READY)) == READY
            except (EOFError, OSError):
                started = False
            except BaseException:
                self.close()
                raise
        if not started:
            code = _code_at_the_end(self._process)
            self.close()
            raise SetupError(
                f"No file can be read: the process that reads them does not start within {_gigabytes(self._limits.memory)} of "
                f"memory and {_seconds(SLOWEST_START)} (it ended with {code}). Free some memory, and try again."
            )
        return self._process, self._line

    @contextmanager
    def _ended_after(self, seconds: float, process: subprocess.Popen[bytes]) -> Iterator[threading.Event]:
        """End a process that is not done in time, from a thread, since this one waits for it; the event says it was ended."""
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            yield late
        finally:
            timer.cancel()
            timer.join()  # it may be ending the process just now

    def _why(self, name: str, code: int | None, *, is_late: bool) -> str:
        limits = self._limits
        if is_late:
            return f"'{name}' could not be read within {_seconds(limits.seconds)}. {ADVICE}"
        if code == OUT_OF_MEMORY:
            return f"'{name}' could not be read within {_gigabytes(limits.memory)} of memory. {ADVICE}"
        if code == -SIGXCPU:
            return f"'{name}' could not be read within {_seconds(limits.cpu_seconds)} of computing. {ADVICE}"
        if code is None:
            return f"'{name}' was read, but what came back is not a text of an outline, or too large. {ADVICE}"
        return f"'{name}' could not be read: the process that reads it broke down on it ({code}). {ADVICE}"


def _start(line: int, limits: Limits) -> subprocess.Popen[bytes]:
    # A fresh interpreter, not a fork or `spawn`: the parent may hold threads, a model and a database, and its main module
    # may import all of them. Nothing of its environment goes along but where modules lie: no keys, no addresses.
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-BP", "-X", "utf8", "-m", "ingest.confined_child"]
        + [str(number) for number in (line, limits.memory, limits.cpu_seconds)],
        env={"PYTHONPATH": paths, "MALLOC_ARENA_MAX": "1"},
        stdin=subprocess.PIPE,  # never written to: see `die_with_parent`
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[line],
        start_new_session=True,  # Ctrl-C is for the parent, which ends this process in order
    )


def _code_at_the_end(process: subprocess.Popen[bytes]) -> int:
    """How a process ended that closed its end of the line."""
    try:
        return process.wait(timeout=5)
    except subprocess.TimeoutExpired:  # it closed the line, and lives on: not ours any more
        process.kill()
        return process.wait()


def _gigabytes(size: int) -> str:
    return f"{size / 1_000_000_000:.2g} GB"


def _seconds(count: float) -> str:
    return f"{count:g} {'second' if count == 1 else 'seconds'}"
