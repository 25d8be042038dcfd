"""Suites run over one library into one folder; each question is asked once, and other texts than the lock's stop the run."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.errors import GoldError
from corpus.settings import Settings
from evals.gold.lock import write_lock
from evals.gold.questions import GoldQuestion, Hinge
from evals.suites.named import suites_of
from evals.suites.running import Wanted, run_suites
from evals.systems.ours import plain_systems
from search_api.library import Library

Make = Callable[..., GoldQuestion]


@contextmanager
def _bar(_: str) -> Iterator[Callable[[int, int], None]]:
    yield lambda _, __: None


@pytest.fixture
def questions(make_question: Make) -> list[GoldQuestion]:
    return [
        make_question("now", "What time do bells ring each morning?", hinges_on=Hinge.STATUS),
        make_question("now-cy", "Pryd mae'r gloch yn canu?", language="cy", twin="now"),
        make_question("loud", "How loud may a bell be?", must_not_cite=()),
    ]


def _run(names: list[str], questions: list[GoldQuestion], bells: Library, register: Path, folder: Path) -> list[str]:
    told: list[str] = []
    lock = folder / "lock.jsonl"
    if not lock.exists():
        write_lock(bells.catalogue, lock)
    wanted = Wanted(suites=suites_of(names), questions=questions, systems=lambda: plain_systems(bells), lock=lock)
    run_suites(
        wanted,
        bells,
        folder / "out",
        settings=Settings(data_dir=folder, register_path=register),
        embedder=bells.index.embedder,
        bar=_bar,
        put=told.append,
        say=told.append,
    )
    return told


def test_suites_share_what_was_asked(
    questions: list[GoldQuestion], bells: Library, bells_register: Path, tmp_path: Path
) -> None:
    _run(["retrieval", "status", "welsh"], questions, bells, bells_register, tmp_path)
    out = tmp_path / "out"
    assert sorted(path.name for path in out.iterdir()) == [
        "responses.jsonl",
        "retrieval.json",
        "retrieval.rows.jsonl",
        "status.json",
        "status.rows.jsonl",
        "welsh.json",
        "welsh.rows.jsonl",
    ]
    asked = [json.loads(line)["question"] for line in (out / "responses.jsonl").read_text().splitlines()[1:]]
    assert sorted(asked) == ["now", "now", "now-cy", "now-cy"]  # once each for both systems; nobody asked about `loud`
    status = json.loads((out / "status.json").read_text(encoding="utf-8"))
    assert status.keys() == {"suite", "title", "notes", "tables", "measures", "config"}
    assert status["measures"]["bm25"]["wrong_version"]["n"] == 2
    ranked = [json.loads(line)["id"] for line in (out / "retrieval.rows.jsonl").read_text().splitlines()]
    assert sorted(set(ranked)) == ["loud", "now", "now-cy"]


def test_two_runs_are_the_same_bytes(
    questions: list[GoldQuestion], bells: Library, bells_register: Path, tmp_path: Path
) -> None:
    names = ["answers", "retrieval", "status", "welsh"]
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        _run(names, questions, bells, bells_register, folder)
    differing = {"timing.json", "responses.jsonl"}
    written = {path.name for path in (tmp_path / "a" / "out").iterdir()} - differing
    assert {"rows.jsonl", "summary.json", "report.md", "retrieval.json", "retrieval.rows.jsonl"} <= written
    for name in written - {"report.md"}:
        assert (tmp_path / "a" / "out" / name).read_bytes() == (tmp_path / "b" / "out" / name).read_bytes(), name


def test_other_texts_than_the_locks_are_not_measured(
    questions: list[GoldQuestion], bells: Library, bells_register: Path, tmp_path: Path
) -> None:
    (tmp_path / "lock.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(GoldError, match="'bells-2012' is not in it"):
        _run(["status"], questions, bells, bells_register, tmp_path)
    assert not (tmp_path / "out").exists()
