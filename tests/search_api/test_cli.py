"""The program as a person runs it: real processes, a real data folder, exit codes and sentences.

Each command is started once as a person starts it (`fresh`); the other processes are forked from one that has the libraries.
"""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from corpus.settings import ROOT
from index.owner import owner
from tests import forked

CANLLAW = str(Path(sys.executable).parent / "canllaw")
SECONDS = 120


def environment(data: Path, **more: str) -> dict[str, str]:
    return os.environ | {"CANLLAW_DATA_DIR": str(data), "PORT": "0", "HOST": "127.0.0.1"} | more


def canllaw(data: Path, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    return forked.run_canllaw(words, environment(data, **more), timeout=SECONDS)


def fresh(data: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [CANLLAW, *words], env=environment(data), cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def started(data: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [CANLLAW, *words], env=environment(data), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@dataclass(frozen=True, kw_only=True)
class CutOff:
    """A data folder with the register, whose indexing was stopped by Ctrl-C, and what the commands said."""

    folder: Path
    ingested: str
    stopped: "subprocess.CompletedProcess[str]"
    again: str
    once_more: str


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> CutOff:
    folder = tmp_path_factory.mktemp("cli") / "data"
    ingested = fresh(folder, "ingest").stdout
    process = started(folder, "index")
    assert process.stderr
    while "22 of 214" not in process.stderr.readline():
        pass
    process.send_signal(signal.SIGINT)
    said, errors = process.communicate(timeout=SECONDS)
    return CutOff(
        folder=folder,
        ingested=ingested,
        stopped=subprocess.CompletedProcess(process.args, process.returncode, said, errors),
        again=canllaw(folder, "index").stdout,
        once_more=canllaw(folder, "index").stdout,
    )


@pytest.fixture(scope="module")
def data(cut_off: CutOff) -> Path:
    """A data folder with the register, ingested and indexed by the program itself."""
    return cut_off.folder


@pytest.fixture(scope="module")
def running(data: Path) -> Iterator["Server"]:
    """A server over that folder, on a port of its own choosing, with a first question that nobody can read."""
    with Server(started(data, "serve", "--first", "???")) as opened:
        yield opened


@pytest.fixture(scope="module")
def server(running: "Server") -> str:
    """Its address."""
    return running.url


class Server:
    """`canllaw serve`, waited for until it says where it is."""

    def __init__(self, process: "subprocess.Popen[str] | forked.Forked") -> None:
        self.process = process

    def __enter__(self) -> "Server":
        assert self.process.stderr
        self.said = []
        for line in self.process.stderr:
            self.said.append(line)
            if match := re.search(r"Canllaw is at (http://\S+)", line):
                self.url = match[1]
                return self
        raise AssertionError("".join(self.said))

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=SECONDS)
        assert self.process.returncode == 0


def serving(data: Path, *words: str) -> Server:
    return Server(forked.canllaw(["serve", *words], environment(data)))


def get(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=SECONDS) as response:  # noqa: S310 - our own loopback server
        return json.load(response)


def test_an_empty_data_folder_names_the_first_command(tmp_path: Path) -> None:
    done = canllaw(tmp_path / "data", "search", "attendance")

    assert done.returncode == 2
    assert done.stderr.strip().endswith("is empty: run `canllaw ingest` first.")


def test_ask_prints_the_answer_its_sources_and_what_was_searched(data: Path) -> None:
    done = canllaw(data, "ask", "When does the new professional learning body start?")

    assert done.returncode == 0
    assert (
        "\nIn September 2025\nA new national professional learning and leadership body starts in September 2025. [1]"
        in done.stdout
    )
    assert "\nThe new professional learning body comes into being on 1 September (2025). [2]" in done.stdout
    assert "[2] School Improvement Partnership Programme Board meeting: 14 July 2025" in done.stdout
    assert "in force · non statutory · digest in our words" in done.stdout
    assert "Searched 196 publications, dated 16 May 2012 to 18 December 2025." in done.stdout


def test_json_is_all_that_is_printed(data: Path) -> None:
    answer = json.loads(canllaw(data, "ask", "--json", "When", "did", "the", "NCG", "meet?").stdout)
    found = json.loads(canllaw(data, "search", "--json", "--limit", "2", "attendance").stdout)

    assert answer["status"] == "answered"
    assert len(found["hits"]) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["search", ""], "The question is empty"),
        (["search", "x" * 10_000], "10,000 characters long"),
        (["search", "x", "--type", "guidence"], "Did you mean 'guidance'?"),
        (["search", "x", "--limit", "many"], "Invalid value for '--limit'"),
        (["serch", "x"], "Did you mean 'search'"),
    ],
)
@pytest.mark.usefixtures("server")
def test_what_cannot_be_read_is_one_sentence_and_exit_code_2(data: Path, words: list[str], said: str) -> None:
    done = canllaw(data, *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("server")
def test_a_reader_that_stops_early_is_no_failure(data: Path) -> None:
    command = f"'{CANLLAW}' search attendance --limit 100 | head -1"

    done = subprocess.run(
        ["bash", "-c", command], env=environment(data), cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )

    assert "passages found" in done.stdout
    assert done.stderr == ""


def test_a_command_beside_a_server_asks_it_and_prints_the_same(data: Path, server: str) -> None:
    answer = json.loads(fresh(data, "ask", "--json", "Who inspects schools?").stdout)

    assert answer == get(f"{server}/api/v1/answers?q=Who+inspects+schools%3F")


def test_what_is_ingested_beside_a_server_is_soon_answered_and_removed_again(data: Path, server: str, tmp_path: Path) -> None:
    text = tmp_path / "otters.txt"
    text.write_text(
        "Every school in Testshire must send its otter census to the ferry office by 3 March 2031.", encoding="utf-8"
    )

    assert canllaw(data, "ingest", str(text)).returncode == 0
    assert canllaw(data, "index").returncode == 0
    answer = get(f"{server}/api/v1/answers?q=When+must+schools+send+the+otter+census%3F")

    assert answer["citations"][0]["quote"] == text.read_text(encoding="utf-8")
    assert answer["citations"][0]["held"] == "full"


def test_a_second_server_is_refused_with_the_address_of_the_first(data: Path, server: str) -> None:
    done = canllaw(data, "serve")

    assert done.returncode == 2
    assert f"already serves '{data}' at {server}" in done.stderr


def test_an_index_in_use_is_not_rebuilt(data: Path, server: str) -> None:
    done = canllaw(data, "index", "--rebuild")

    assert (done.returncode, done.stderr) == (2, f"The server at {server} is using the index: stop it, then rebuild.\n")


def test_a_taken_port_is_named(tmp_path: Path, server: str) -> None:
    port = server.rpartition(":")[2]

    done = canllaw(tmp_path / "other", "serve", PORT=port)

    assert done.returncode == 2
    assert f"Cannot listen on 127.0.0.1, port {port}: Address already in use. Set HOST and PORT to others." in done.stderr


def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    done = canllaw(tmp_path, "search", "x", PORT="eight")

    assert done.returncode == 2
    assert "PORT='eight'" in done.stderr


def test_another_model_is_refused_with_the_rebuild_command(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (tmp_path / "register.jsonl").write_text(
        '{"id": "a", "title": "A", "publisher": "P", "type": "guidance", "language": "en", "facts": ["Otters may swim."]}\n'
    )
    register = str(tmp_path / "register.jsonl")
    canllaw(data, "ingest", CANLLAW_REGISTER=register)
    canllaw(data, "index")

    done = canllaw(data, "ask", "May otters swim?", CANLLAW_EMBEDDING_MODEL="some/other-model")

    assert done.returncode == 2
    assert "`canllaw index --rebuild`" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_register_is_ingested_and_ctrl_c_while_indexing_loses_nothing(cut_off: CutOff) -> None:
    assert cut_off.ingested == "register.jsonl: 214 publications added, 0 changed, 0 unchanged\n"
    assert cut_off.stopped.returncode == 130
    assert "Traceback" not in cut_off.stopped.stderr
    in_step = re.match(r"Index in step: (\d{3}) passages embedded.* (\d+) unchanged", cut_off.again)
    assert in_step, cut_off.again
    assert int(in_step[2]) > 20
    assert cut_off.once_more.startswith("Index in step: 0 passages embedded, 0 rewritten, 0 removed, ")


@dataclass(frozen=True, kw_only=True)
class Killed:
    """A data folder whose server was asked while it was starting, and killed."""

    folder: Path
    asked_early: "subprocess.CompletedProcess[str]"


@pytest.fixture(scope="module")
def killed(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Killed:
    folder = tmp_path_factory.mktemp("killed") / "data"
    subprocess.run(["cp", "-r", str(data), str(folder)], check=True)
    starting = forked.canllaw(["serve"], environment(folder))
    try:
        while not (owned := owner(folder)) or not owned.url:
            assert starting.poll() is None
        assert urllib.request.urlopen(f"{owned.url}/livez", timeout=SECONDS).status == 200  # noqa: S310 - our own server
        asked_early = canllaw(folder, "ask", "When does the new professional learning body start?")
    finally:
        starting.kill()
        starting.communicate(SECONDS)
    return Killed(folder=folder, asked_early=asked_early)


def test_a_command_waits_for_a_server_that_is_still_opening(killed: Killed) -> None:
    done = killed.asked_early

    assert (done.returncode, "comes into being on 1 September" in done.stdout) == (0, True)


def test_a_killed_server_leaves_a_folder_that_the_next_one_opens(killed: Killed) -> None:
    with serving(killed.folder, "--first", "Is the school improvement guidance statutory?") as again:
        assert "Issued without statutory force" in "".join(again.said)
        assert get(f"{again.url}/readyz")["status"] == "ready"


def test_a_question_that_cannot_be_read_keeps_nobody_from_being_served(running: Server) -> None:
    assert "holds no letters or digits" in "".join(running.said)
    assert get(f"{running.url}/readyz")["status"] == "ready"
