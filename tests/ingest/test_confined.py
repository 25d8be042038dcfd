"""Files are read in a process of their own: what it takes is limited, what comes back is checked, and it never outlives us."""

import os
import signal
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Page, Section
from corpus.errors import EmptyDocument, MalformedDocument, ReadError, SetupError
from corpus.finding import Finding, FindingKind
from corpus.flag import Flag, FlagReason
from corpus.link import Link, LinkKind
from corpus.publication import PublicationType
from ingest.confined import Confined, Limits
from ingest.handover import Reply, check_parsed, decode_reply, encode_reply, error_of
from ingest.parsed import Parsed
from ingest.read import HTML, PDF, TEXT, parse
from tests.publishers.bombs_pdf import one_page_many_times, page_of, stream

PAGE = b"<!DOCTYPE html><html lang='en'><body><main><h1>Otters</h1><p>Otters swim to school.</p></main></body></html>"
SLOW = one_page_many_times()  # half a minute of reading, where it is not stopped
LARGE = b"<p>Otters swim.</p>" * 100_000  # a tree of a tenth of a gigabyte
WORDS = b"The otters swim to the school."


@pytest.fixture(scope="module")
def confined() -> Iterator[Confined]:
    with Confined() as opened:
        yield opened


def test_a_file_is_read_as_it_would_be_here(confined: Confined) -> None:
    assert confined.parse(HTML, PAGE, name="otters.html") == parse(HTML, PAGE, name="otters.html")


@pytest.mark.parametrize(
    ("kind", "data", "error"),
    [(TEXT, b" ", EmptyDocument), (HTML, b"\x00", MalformedDocument), (PDF, b"%PDF-1.7", MalformedDocument)],
)
def test_errors_arrive_as_themselves(confined: Confined, kind: str, data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error) as here:
        parse(kind, data, name="otters")
    with pytest.raises(error) as there:
        confined.parse(kind, data, name="otters")

    assert str(there.value) == str(here.value)


def test_one_process_reads_many_files(confined: Confined) -> None:
    confined.parse(TEXT, WORDS, name="a.txt")
    before = confined.pid

    for _ in range(20):
        confined.parse(HTML, PAGE, name="otters.html")
    with pytest.raises(EmptyDocument):
        confined.parse(TEXT, b" ", name="b.txt")

    assert confined.pid == before


def test_a_long_text_comes_back_whole(confined: Confined) -> None:
    data = b"Otters swim to school, and home again.\n\n" * 250_000  # 10 MB, the most that is read of a text

    assert confined.parse(TEXT, data, name="a.txt").text == data.decode()


def test_a_fresh_process_takes_over_after_so_many_files() -> None:
    with Confined(Limits(documents=2)) as confined:
        pids = []
        for _ in range(4):
            confined.parse(TEXT, WORDS, name="a.txt")
            pids.append(confined.pid)

    assert pids[0] is not None
    assert pids[1] is None  # ended after its second
    assert pids[2] not in pids[:2]


@pytest.mark.parametrize(
    ("limits", "kind", "data", "message"),
    [
        pytest.param(Limits(memory=130_000_000), HTML, LARGE, "within 0.13 GB of memory", id="memory"),
        pytest.param(Limits(cpu_seconds=1), PDF, SLOW, "within 1 second of computing", id="computing"),
        pytest.param(Limits(seconds=2), PDF, SLOW, "within 2 seconds", id="time"),
        pytest.param(Limits(reply=1000), TEXT, b"Otters. " * 1000, "too large", id="reply"),
    ],
)
def test_a_file_that_takes_too_much_is_refused_and_the_next_is_read(
    limits: Limits, kind: str, data: bytes, message: str
) -> None:
    with Confined(limits) as confined:
        with pytest.raises(MalformedDocument, match=rf"'hostile' .*{message}.* another copy\.$"):
            confined.parse(kind, data, name="hostile")

        assert confined.parse(TEXT, WORDS, name="a.txt").text == WORDS.decode()


@pytest.mark.parametrize("memory", [110_000_000, 130_000_000, 145_000_000, 600_000_000])
def test_at_no_limit_is_half_a_file_read(memory: int) -> None:
    # The words are in a form, behind megabytes of spaces: a library that cannot unpack it might read the page without it.
    form = zlib.compress(b"BT /F1 11 Tf 72 700 Td (Otters swim.) Tj ET" + b" " * 30_000_000, 9)
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Filter/FlateDecode"
    page = stream(b"BT /F1 11 Tf 72 820 Td (The pond is deep.) Tj ET /X Do")
    data = page_of(page, resources=b"/XObject<</X 6 0 R>>", more={6: stream(form, entries)})

    with Confined(Limits(memory=memory)) as confined:
        try:
            read = confined.parse(PDF, data, name="otters.pdf").text
        except MalformedDocument as error:
            read = str(error)

    assert ("The pond is deep." in read and "Otters swim." in read) or "of memory. It is set aside" in read


def test_a_process_that_breaks_down_is_replaced() -> None:
    with Confined() as confined:
        confined.parse(TEXT, WORDS, name="a.txt")
        assert confined.pid is not None
        # As a fault in a parser written in C, or the kernel short of memory, would end it.
        threading.Timer(0.5, os.kill, (confined.pid, signal.SIGSEGV)).start()

        with pytest.raises(MalformedDocument, match=r"'slow\.pdf' .* broke down on it"):
            confined.parse(PDF, SLOW, name="slow.pdf")

        assert confined.parse(TEXT, WORDS, name="a.txt").text == WORDS.decode()


def test_a_process_that_ended_between_two_files_is_replaced() -> None:
    with Confined() as confined:
        confined.parse(TEXT, WORDS, name="a.txt")
        first = confined.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)

        assert confined.parse(TEXT, WORDS, name="a.txt").text == WORDS.decode()
        assert confined.pid != first


def test_a_process_that_cannot_start_says_so() -> None:
    with Confined(Limits(memory=20_000_000)) as confined, pytest.raises(SetupError, match=r"does not start within 0\.02 GB"):
        confined.parse(TEXT, WORDS, name="a.txt")


def test_threads_take_turns(confined: Confined) -> None:
    read: list[str] = []

    def ask(number: int) -> None:
        read.append(confined.parse(TEXT, f"Otter {number} swims.".encode(), name="a.txt").text)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(read) == [f"Otter {number} swims." for number in range(8)]


PARENT = """
import sys
from ingest.confined import Confined
from tests.publishers.bombs_pdf import one_page_many_times
with Confined() as confined:
    confined.parse("text", b"Otters swim.", name="a.txt")
    print(confined.pid, flush=True)
    confined.parse("PDF", one_page_many_times(), name="slow.pdf")
"""


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_is_left_when_its_parent_ends(ending: signal.Signals) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(0.3)  # it is at work
    assert _lives(child)

    parent.send_signal(ending)
    parent.communicate()

    deadline = time.monotonic() + 10  # below what the file would take
    while _lives(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(child)


def _lives(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False


INSIDE = """
from ingest.confined_child import limit, stay_inside
import ctypes, os, socket, subprocess, sys
limit(memory=1_000_000_000)
stay_inside()
def connect(): socket.create_connection(("127.0.0.1", 9))
def look_up(): socket.getaddrinfo("localhost", 80)
def run(): subprocess.run(["true"])
def shell(): os.system("true")
def fork(): os.fork()
def write():
    with open(sys.argv[1], "w") as file: file.write("x" * 10_000)
def open_many(): return [open(os.devnull) for _ in range(100)]
for name in sys.argv[2:]:
    try: globals()[name]()
    except OSError as error: print(name, type(error).__name__, flush=True)
    else: print(name, "it could", flush=True)
"""
OUTSIDE = ("connect", "look_up", "run", "shell", "fork", "write", "open_many")


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path]:
    """What became of each way to reach outside, and the file that one of them would have written."""
    written = tmp_path_factory.mktemp("inside") / "written"
    done = subprocess.run([sys.executable, "-c", INSIDE, str(written), *OUTSIDE], capture_output=True, text=True, check=True)
    return dict(line.split(" ", 1) for line in done.stdout.splitlines()), written


@pytest.mark.parametrize("what", OUTSIDE)
def test_a_parser_cannot_reach_outside(tried: tuple[dict[str, str], Path], what: str) -> None:
    assert tried[0][what] in {"PermissionError", "OSError"}


def test_a_parser_writes_no_file(tried: tuple[dict[str, str], Path]) -> None:
    assert not tried[1].exists() or tried[1].stat().st_size == 0


def test_the_process_knows_nothing_of_our_environment(confined: Confined) -> None:
    confined.parse(TEXT, WORDS, name="a.txt")
    names = {entry.partition(b"=")[0] for entry in Path(f"/proc/{confined.pid}/environ").read_bytes().split(b"\0") if entry}

    assert names <= {b"PYTHONPATH", b"MALLOC_ARENA_MAX"}


WHOLE = Parsed(
    text="Otters swim.\n\nThey swim far.",
    sections=(Section(heading="", level=0, start=0, end=14), Section(heading="Far", level=2, start=14, end=28)),
    pages=(Page(label="i", start=0, end=14), Page(label="1", start=14, end=28)),
    parser="otter/1",
    media_type="text/plain",
    language="en",
    title="Tŷ’r dyfrgi",
    published=date(2024, 5, 1),
    meetings=(date(2024, 5, 2),),
    type=PublicationType.GUIDANCE,
    links=(Link(kind=LinkKind.TWIN, url="https://llyw.cymru/dyfrgwn"),),
    findings=(Finding(kind=FindingKind.DRAFT, quote="Otters", start=0, end=6, confidence=0.95, rule="otter"),),
    flags=(Flag(reason=FlagReason.INSTRUCTION, detail="An order.", start=14, end=28),),
)


def test_a_parsed_file_survives_the_way() -> None:
    assert decode_reply(encode_reply(Reply(parsed=WHOLE), is_spent=True)) == Reply(parsed=WHOLE, spent=True)
    assert check_parsed(WHOLE, file_size=30) is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"text": "", "sections": ()}, "no text"),
        ({"text": " \n"}, "no text"),
        ({"text": "e\u0301" * 14}, "form"),
        ({"text": "Otters swim.\r\nThey swim far."}, "form"),
        ({"language": "fr"}, "language"),
        ({"sections": ()}, "sections"),
        ({"sections": WHOLE.sections[:1]}, "sections"),
        ({"sections": WHOLE.sections[1:]}, "sections"),
        ({"sections": (WHOLE.sections[0], replace(WHOLE.sections[1], start=15))}, "sections"),
        ({"sections": (WHOLE.sections[0], replace(WHOLE.sections[1], end=29))}, "sections"),
        ({"sections": (replace(WHOLE.sections[0], end=40), replace(WHOLE.sections[1], start=40))}, "outside"),
        ({"pages": (WHOLE.pages[0], replace(WHOLE.pages[1], start=13))}, "pages"),
        ({"pages": (replace(WHOLE.pages[0], start=-1),)}, "outside"),
        ({"pages": (replace(WHOLE.pages[1], end=29),)}, "outside"),
        ({"findings": (replace(WHOLE.findings[0], end=900),)}, "outside"),
        ({"findings": (replace(WHOLE.findings[0], start=None),)}, "one end"),
        ({"flags": (replace(WHOLE.flags[0], start=20, end=20),)}, "outside, or is empty|outside the text, or is empty"),
    ],
)
def test_what_is_not_whole_and_in_order_is_refused(changed: dict[str, object], reason: str) -> None:
    found = check_parsed(replace(WHOLE, **changed), file_size=30)  # type: ignore[arg-type]

    assert found is not None
    assert any(part in found for part in reason.split("|"))


def test_more_text_than_a_file_can_hold_is_refused() -> None:
    text = "o" * 2_000_000
    absurd = replace(WHOLE, text=text, sections=(Section(heading="", level=0, start=0, end=len(text)),), pages=())

    assert check_parsed(absurd, file_size=1000) == "2,000,000 characters came back from 1,000 bytes"
    assert check_parsed(absurd, file_size=100_000) is None


def test_accents_in_no_order_are_refused_without_putting_them_in_order() -> None:
    text = "e" + "\u0307\u0323" * 1_000_000

    assert check_parsed(replace(WHOLE, text=text), file_size=len(SLOW)) is not None


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"parsed": {"text": "o"}}', b'{"parsed": 7}', b"\x80\x04N.", b'{"spent": "often"}']
)
def test_a_reply_that_is_none_is_no_reply(data: bytes) -> None:
    with pytest.raises(ValueError, match="Reply"):
        decode_reply(data)


def test_half_a_pair_of_characters_is_no_reply_either() -> None:
    broken = Reply(parsed=replace(WHOLE, text="\ud800" * 28))

    assert decode_reply(encode_reply(broken, is_spent=False)).parsed is None


@pytest.mark.parametrize(
    ("reply", "error", "message"),
    [
        (Reply(error="EmptyDocument", message="No text in 'a'."), EmptyDocument, r"^No text in 'a'\.$"),
        (Reply(error="MalformedDocument", message="x" * 9000), MalformedDocument, r"^x{2000}$"),
        (Reply(error="KeyError"), MalformedDocument, r"^'a' could not be read: the parser failed on it \(KeyError\)\."),
        (Reply(error="SetupError", message="Stop the batch."), MalformedDocument, r"\(SetupError\)"),
        (Reply(), MalformedDocument, r"no reason"),
    ],
)
def test_errors_are_those_of_reading_and_no_others(reply: Reply, error: type[ReadError], message: str) -> None:
    assert type(error_of(reply, name="a")) is error
    with pytest.raises(error, match=message):
        raise error_of(reply, name="a")
