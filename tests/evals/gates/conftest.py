"""A run's folder of the test split made by hand, as it would be accepted, with its questions, lock and results."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from corpus.ids import text_sha256
from evals.gates.accepting import Places
from evals.gold.questions import GoldQuestion
from evals.runs.differences import Row
from evals.runs.summary import summarise

Make = Callable[..., GoldQuestion]
Summaries = dict[frozenset[int], dict[str, Any]]
"""By the questions that ours has wrong."""
SYSTEMS = ("ours", "bm25", "dense", "llama-tuned", "rrf", "llamaindex", "random")
NUMBER = 40
WRONG = frozenset(range(0, NUMBER, 4))
"""Questions that ours has wrong: one of four."""


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Where a made run is judged and accepted."""

    questions: Sequence[GoldQuestion]
    places: Places
    folder: Path
    summaries: Summaries

    def run(self, name: str, *, wrong: Iterable[int] = WRONG, **changes: Any) -> Path:
        """A run's folder in which ours has some questions wrong; `changes` are made to its configuration."""
        rows = [row for place in range(NUMBER) for row in _rows(self.questions[place], place, frozenset(wrong))]
        known = frozenset(wrong)
        if known not in self.summaries:
            # The two that a report sets beside each other: each system more takes a second.
            self.summaries[known] = summarise([row for row in rows if row["system"] in {"ours", "bm25"}])
        return write_run(self.folder / name, rows, {"config": self.config() | changes, **self.summaries[known]})

    def config(self) -> dict[str, Any]:
        """The configuration of a run of all its test questions."""
        asked = [one for one in self.questions if one.split == "test"]
        return {
            "questions": len(asked),
            "splits": {"test": len(asked)},
            "questions_sha256": text_sha256("\n".join(repr(one) for one in asked)),
            "documents": 4,
            "documents_sha256": "d" * 64,
            "lock_sha256": sha256(self.places.lock.read_bytes()).hexdigest(),
            "code_sha256": "c" * 64,
            "index": {"model": "a model"},
            "weights": {"dense": 0.6},
            "systems": {name: f"{name}." for name in SYSTEMS},
        }


def write_run(folder: Path, rows: Sequence[Row], summary: Mapping[str, Any]) -> Path:
    """Rows and summary as a run leaves them."""
    folder.mkdir(parents=True)
    lines = "".join(json.dumps(row, sort_keys=True) + "\n" for row in rows)
    (folder / "rows.jsonl").write_text(lines, encoding="utf-8")
    (folder / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def summaries() -> Summaries:
    """What was summed up already."""
    return {}


@pytest.fixture
def bench(tmp_path: Path, make_question: Make, summaries: Summaries) -> Bench:
    """Forty test questions in families of two, and one to develop on; results are empty, the lock is there."""
    questions = [make_question(f"q{n:02}", f"Question {n}?", family=f"f{n // 2}", split="test") for n in range(NUMBER)]
    places = Places(results=tmp_path / "results", changelog=tmp_path / "CHANGELOG.md", lock=tmp_path / "corpus.lock.jsonl")
    places.lock.write_text('{"publication": "bells-2024"}\n', encoding="utf-8")
    places.changelog.write_text("# Changes\n\n", encoding="utf-8")
    return Bench(questions=[*questions, make_question("d01", "Another?")], places=places, folder=tmp_path, summaries=summaries)


def _rows(question: GoldQuestion, place: int, wrong: frozenset[int]) -> list[Row]:
    return [_row(question, system, right=_right(system, place, wrong)) for system in sorted(SYSTEMS)]


def _right(system: str, place: int, wrong: frozenset[int]) -> bool:
    return place not in wrong if system == "ours" else place % 2 == 1


def _row(question: GoldQuestion, system: str, *, right: bool) -> Row:
    value = float(right)
    return {
        "id": question.id,
        "system": system,
        "text": question.text,
        "language": question.language,
        "audience": question.audience.value,
        "kind": question.kind.value,
        "family": question.family,
        "split": question.split,
        "source": "register",
        "hinges_on": None,
        "is_duty": False,
        "answerable": True,
        "unanswerable_kind": None,
        "as_of": None,
        "other_language_only": False,
        "wanted": dict(question.publications),
        "facts": [{"text": fact.text, "vital": fact.vital} for fact in question.facts],
        "short_wanted": [],
        "answered": True,
        "status": "answered",
        "reason": "",
        "refusal": None,
        "probability": None,
        "right": right,
        "citations": [],
        "withheld": [],
        "scores": {
            "answered": 1.0,
            "correct": value,
            "effective": value,
            "fact_recall": value,
            "ndcg@10": 0.9 if right else 0.4,
            "recall@10": value,
            "exact_quotes": 1.0,
            "lapsed_as_current": 0.0,
        },
        "blame": None if right else "rank",
    }
