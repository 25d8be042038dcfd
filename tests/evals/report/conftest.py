"""A run's folder made by hand: rows of three systems, summed up as a run does it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evals.runs.summary import summarise

CONFIG = {
    "questions": 26,
    "splits": {"calib": 26},
    "documents": 4,
    "documents_sha256": "d" * 64,
    "questions_sha256": "q" * 64,
    "register_sha256": "r" * 64,
    "index": {"model": "a model"},
    "weights": {"dense": 0.6},
    "systems": {"ours": "Ours.", "bm25": "Words <alone>.", "random": "Knows nothing.", "ours-unmerged": "Nothing merged."},
    "packages": {"numpy": "2"},
    "python": "3.11.7",
}
QUOTED = 'Bells ring at <b>nine</b> & "sharp".'


def _cited(publication: str, quote: str) -> dict[str, Any]:
    return {
        "publication_id": publication,
        "document_id": f"{publication}@1",
        "start": 0,
        "end": len(quote),
        "quote": quote,
        "status": "in_force",
    }


def _row(system: str, number: int, *, answerable: bool) -> dict[str, Any]:
    """Ours has three of four right and declines what it cannot answer; the others have fewer and decline nothing."""
    ours = system.startswith("ours")
    right = answerable and (number % 4 != 0 if ours else number % 2 == 0 if system == "bm25" else number == 6)
    answered = not ours or (answerable and number != 8)
    scores = {"effective": float(right or not (answerable or answered))}
    scores |= (
        {"correct": float(right), "answered": float(answered), "fact_recall": float(right), "ndcg@10": 0.9 if right else 0.25}
        if answerable
        else {"false_answer": float(answered)}
    )
    publication = "ws-sipp-progress-2025-01" if number == 4 else "bells-2024"
    cited = [_cited(publication, QUOTED)]
    return {
        "id": f"q{number:02}",
        "system": system,
        "text": f"Question {number}, with a | bar and <markup>?",
        "language": "cy" if number == 3 else "en",
        "twin": "q02" if number == 3 else None,
        "overlap_tercile": ("low", "middle", "high")[number % 3] if answerable else None,
        "audience": "official",
        "kind": "when" if answerable else "unanswerable",
        "family": f"f{number // 2}",
        "split": "calib",
        "source": "register" if answerable else None,
        "hinges_on": "status" if number == 1 else None,
        "is_duty": False,
        "answerable": answerable,
        "unanswerable_kind": None if answerable else "near_miss" if number == 11 else "off_corpus",
        "as_of": "2020-01-01" if number == 5 else None,
        "other_language_only": False,
        "wanted": {"bells-2024": 3} if answerable else {},
        "facts": [{"text": "Bells ring at nine.", "vital": True}, {"text": "Sharp.", "vital": False}] if answerable else [],
        "answered": answered,
        "status": "answered" if answered else "unanswered_no_evidence",
        "reason": "" if answered else "the chance is small",
        "refusal": None if answered else "near_miss",
        "probability": number / 26 if ours else None,
        "right": right,
        "citations": cited if answered else [],
        "withheld": [] if answered else cited,
        "scores": scores,
        "blame": None if right or not answerable else "sentence" if number == 4 else "abstained_wrongly",
    }


def rows() -> Iterator[dict[str, Any]]:
    """Every row, in a run's order."""
    for number in range(26):
        for system in sorted(CONFIG["systems"]):  # type: ignore[call-overload]
            yield _row(system, number, answerable=number < 10)


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    made = list(rows())
    lines = "".join(json.dumps(row, sort_keys=True) + "\n" for row in made)
    (folder / "rows.jsonl").write_text(lines, encoding="utf-8")
    (folder / "summary.json").write_text(json.dumps({"config": CONFIG, **summarise(made)}), encoding="utf-8")
    timing = {"ours": {f"q{n:02}": {"search": 10.0 + n, "answer": 20.0} for n in range(26)}, "bm25": {"q00": 3.0, "q01": 5.0}}
    (folder / "timing.json").write_text(json.dumps(timing), encoding="utf-8")
    named = {
        "title": "Passages",
        "notes": ["By spans."],
        "tables": [{"caption": "All", "head": ["measure", "ours"], "rows": [["R@20", "0.9"]]}],
    }
    measured = {"held": {"precision": {"mean": 0.95, "low": 0.9, "high": 0.99, "n": 80}}, "by class": {"recall": {"mean": 0.5}}}
    (folder / "retrieval.json").write_text(json.dumps(named), encoding="utf-8")
    (folder / "commitments.json").write_text(json.dumps(measured), encoding="utf-8")
    return folder
