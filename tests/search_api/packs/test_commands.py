"""Packs by command, as a person runs it: with a server that owns the index and without, exit codes and sentences.

Each command is started once as a person starts it (`fresh`); the other processes are forked from one that has the libraries.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from corpus.settings import ROOT
from tests import forked
from tests.durability.folders import copy_folder

CANLLAW = str(Path(sys.executable).parent / "canllaw")
SECONDS = 180


@pytest.fixture(scope="module")
def data(register_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the register, in the catalogue and in the index."""
    return copy_folder(register_folder, tmp_path_factory.mktemp("packs") / "data")


def environment(data: Path) -> dict[str, str]:
    return os.environ | {"CANLLAW_DATA_DIR": str(data), "PORT": "0", "HOST": "127.0.0.1"}


def run(data: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return forked.run_canllaw(words, environment(data), timeout=SECONDS)


def fresh(data: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [CANLLAW, *words], env=environment(data), cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def is_edited(replayed: dict[str, Any]) -> bool:
    """Whether somebody changed the program between two commands, and nothing else has changed."""
    return {one["what"] for one in replayed["changes"]} == {"program"}


@pytest.fixture(scope="module")
def made_here(data: Path) -> Path:
    """A pack made by a command that opened the library itself."""
    out = data.parent / "duties.docx"
    done = fresh(data, "export", "duties", "--actor", "governing-body", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{out}: {out.stat().st_size:,} bytes\n"
    return out


@pytest.fixture(scope="module")
def server(data: Path, made_here: Path) -> Iterator[Path]:
    """A server that owns the index, once that pack is made."""
    process = forked.canllaw(["serve"], environment(data))
    assert any("Canllaw is at http" in line for line in iter(process.stderr.readline, ""))
    yield made_here
    process.send_signal(signal.SIGINT)
    process.communicate(SECONDS)
    assert process.returncode == 0


def test_a_pack_made_here_is_made_again_by_a_server_to_the_same_bytes(server: Path, data: Path) -> None:
    again = json.loads(fresh(data, "replay", str(server), "--json").stdout)

    assert Document(str(server)).core_properties.author == "Canllaw"
    assert again["verdict"] == ("same_evidence" if is_edited(again) else "same")


@pytest.mark.usefixtures("server")
def test_commands_ask_a_server_that_owns_the_index(data: Path, tmp_path: Path) -> None:
    out, new = tmp_path / "found.csv", tmp_path / "new.csv"
    first = run(data, "export", "search", "school", "uniform", "--type", "guidance", "--format", "csv", "--out", str(out))
    again = run(data, "replay", str(out), "--json", "--out", str(new))
    to_output = run(data, "export", "search", "school", "uniform", "--type", "guidance", "--format", "csl", "--out", "-")

    assert first.returncode == 0, first.stderr
    told = json.loads(again.stdout)
    assert is_edited(told) or (told["verdict"] == "same" and new.read_bytes() == out.read_bytes())
    assert json.loads(to_output.stdout)[0]["type"]


@pytest.mark.usefixtures("server")
def test_a_changed_manifest_ends_with_code_1_and_says_what(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.manifest.json"
    run(data, "export", "search", "uniform", "--format", "manifest", "--out", str(out))
    told = json.loads(out.read_text(encoding="utf-8"))
    told["software"] = "0.0.1+old"
    out.write_text(json.dumps(told), encoding="utf-8")
    done = run(data, "replay", str(out))

    assert done.returncode == 1
    assert "The program has changed: was 0.0.1+old, now " in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "search", "x", "--out", "x.pdf", "--format", "pdf"], "Unknown format 'pdf'"),
        (["export", "duties", "--level", "perhaps", "--out", "x.md", "--format", "md"], "Unknown level 'perhaps'"),
        (["export", "search", "x"], "Missing option '--out'"),
        (["replay", "README.md"], "'README.md' holds no manifest of Canllaw"),
        (["replay", "not-there.docx"], "'not-there.docx' cannot be used"),
    ],
)
@pytest.mark.usefixtures("server")
def test_what_cannot_be_done_is_one_sentence(data: Path, words: list[str], said: str) -> None:
    done = run(data, *words)

    assert done.returncode in {1, 2}
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (ROOT / "x.md").exists()
