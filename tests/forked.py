"""Programs in processes of their own, forked from one that has read the libraries; does not try a fresh interpreter.

A command takes one to nine seconds of computing to read its libraries, and a fraction of one to do what it is asked. Its own
memory, environment, signals and output are those of any process, so a test may kill it, interrupt it and read what it said.
What only a fresh start can show (a library that is missing, a reader that closes the pipe) is for a real command.
"""

import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from subprocess import CompletedProcess, TimeoutExpired
from typing import TextIO

from corpus.settings import ROOT
from search_api.cli import main

Program = Callable[[Sequence[str]], object]


class Forked:
    """A program that runs, with as much of `subprocess.Popen` as tests use; what it prints is text."""

    def __init__(self, program: Program, words: Sequence[str], *, environment: Mapping[str, str]) -> None:
        context = _context()
        (out, its_out), (err, its_err) = context.Pipe(duplex=False), context.Pipe(duplex=False)
        self._process = context.Process(
            target=_become, args=(program, list(words), dict(environment), its_out, its_err), daemon=True
        )
        self._process.start()
        its_out.close()
        its_err.close()
        self.stdout, self.stderr = (_lines(one) for one in (out, err))

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """As it ended; the negative number of the signal that ended it, None while it runs."""
        return self._process.exitcode

    def poll(self) -> int | None:
        """As it ended, None while it runs."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()

    def wait(self, timeout: float) -> int:
        """How it ended; raises TimeoutExpired."""
        self._process.join(timeout)
        if self.returncode is None:
            raise TimeoutExpired(self._process.name, timeout)
        return self.returncode

    def communicate(self, timeout: float) -> tuple[str, str]:
        """What else it prints until it ends; raises TimeoutExpired."""
        with ThreadPoolExecutor(2) as readers, self.stdout, self.stderr:
            rest = [readers.submit(stream.read) for stream in (self.stdout, self.stderr)]
            try:
                self.wait(timeout)
            except TimeoutExpired:
                self.kill()  # else whoever reads would wait for ever
                raise
            return rest[0].result(), rest[1].result()


def canllaw(words: Sequence[str], environment: Mapping[str, str]) -> Forked:
    """`canllaw` with these words, started."""
    return Forked(_canllaw, words, environment=environment)


def run_canllaw(words: Sequence[str], environment: Mapping[str, str], *, timeout: float) -> "CompletedProcess[str]":
    """`canllaw` with these words, ended."""
    process = canllaw(words, environment)
    said, errors = process.communicate(timeout)
    return CompletedProcess(list(words), process.wait(timeout), said, errors)


def _canllaw(words: Sequence[str]) -> None:
    sys.argv = ["canllaw", *words]
    main()


def _become(program: Program, words: Sequence[str], environment: Mapping[str, str], out: Connection, err: Connection) -> None:
    """What the forked process does."""
    os.environ.clear()
    os.environ.update(environment)
    for number, line in enumerate((out, err), 1):
        os.dup2(line.fileno(), number)
        line.close()
    os.chdir(ROOT)
    program(words)


def _lines(far: Connection) -> TextIO:
    """What is written at the other end of a line; the end here goes over to it."""
    stream = os.fdopen(os.dup(far.fileno()), encoding="utf-8")
    far.close()
    return stream


@lru_cache(maxsize=1)
def _context() -> ForkServerContext:
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.libraries"])
    return context
