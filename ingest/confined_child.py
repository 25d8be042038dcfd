"""The process that parses files of strangers: limits itself, then reads one file after another; see `ingest.confined`.

Started as `python -m ingest.confined_child LINE MEMORY CPU_SECONDS`. Does not know who asks, and cannot reach anything.
"""

import fcntl
import gc
import json
import os
import resource
import select
import sys
from multiprocessing.connection import Connection

from corpus.errors import ReadError
from ingest.handover import OUT_OF_MEMORY, READY, Reply, encode_reply
from ingest.read import parse

OPEN_FILES = 32  # modules and dictionaries are opened one at a time
_OUTSIDE = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.kill", "ctypes.")


def die_with_parent(lifeline: int) -> None:
    """Let the kernel end this process when the far end of a pipe closes, however its parent ended.

    SIGIO's default is to end the process, also in the middle of C code that no thread could interrupt. Linux could tie
    the two by PR_SET_PDEATHSIG, but that ties this process to the parent's thread that started it.
    """
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([lifeline], [], [], 0)[0]:  # it closed before it was watched
        os._exit(0)


def limit(*, memory: int) -> None:
    """Take hardly more than `memory` bytes of address space, write no file, start no process, leave no core.

    A quarter more is what the kernel allows: see `_check`.
    """
    for which, most in (
        (resource.RLIMIT_AS, memory + memory // 4),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(which, (most, most))


def stay_inside() -> None:
    """From here on Python code of this process cannot reach the network or start a program; call it after imports."""

    def refuse(event: str, _: tuple[object, ...]) -> None:
        if event.startswith(_OUTSIDE):
            raise PermissionError(f"A parser may not use {event}.")

    sys.addaudithook(refuse)


def main(line: Connection, *, memory: int, cpu_seconds: int) -> None:
    """Read files until the line closes; ends the process with OUT_OF_MEMORY where one does not fit."""
    try:
        die_with_parent(sys.stdin.fileno())
        limit(memory=memory)
        stay_inside()
        gc.collect()
        gc.freeze()
        _check(memory)
        line.send_bytes(READY)
        while True:
            kind, name = json.loads(line.recv_bytes())
            data = line.recv_bytes()
            _allow(cpu_seconds)
            reply = encode_reply(_read(kind, data, name=name), is_spent=_peak() > memory / 2)
            _check(memory)
            line.send_bytes(reply)
            del data, reply
            gc.collect()  # trees of pages are rings, which would stand until the next page is half read
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except EOFError:
        pass


def _read(kind: str, data: bytes, *, name: str) -> Reply:
    """A file read; whatever fails but memory is an answer too."""
    try:
        return Reply(parsed=parse(kind, data, name=name))
    except MemoryError:
        raise
    except ReadError as error:
        return Reply(error=type(error).__name__, message=str(error))
    except Exception as error:  # noqa: BLE001 - a fault of a parser concerns one file, not the batch
        return Reply(error=type(error).__name__)


def _allow(seconds: int) -> None:
    """So much computing from now on; the signal of the limit ends the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hard))


def _check(memory: int) -> None:
    """Raises MemoryError where this process ever had more.

    Libraries swallow a MemoryError and go on with half of a file, as pypdf does with a form it cannot unpack. So the
    kernel's limit stands above ours: a file that comes near it is refused, whoever noticed.
    """
    if _peak() > memory:
        raise MemoryError


def _peak() -> int:
    """Bytes of address space that this process had at most; 0 on systems other than Linux, which keep no such limits."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - a path object takes longer
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmPeak"))
    except (OSError, StopIteration):
        return 0


if __name__ == "__main__":
    main(Connection(int(sys.argv[1])), memory=int(sys.argv[2]), cpu_seconds=int(sys.argv[3]))
