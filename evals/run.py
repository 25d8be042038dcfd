"""Run: every question put to every system; a folder of config, rows and summary, the same bytes each time.

Only `timing.json` differs between two runs of the same thing. Rows first; every number in the summary is a mean of them.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from corpus.catalogue import Catalogue
from corpus.ids import text_sha256
from evals.blame import blame
from evals.gold import GoldQuestion
from evals.measures import Spans, score_answer
from evals.ranking import question_measures, score_rankings
from evals.response import Response, System
from evals.seeds import locate
from evals.summary import Row, summarise
from evals.systems import read
from index.open import manifest_of
from index.query import matches
from index.rank import OURS
from search_api.library import Library

Progress = Callable[[int, int], None]
PACKAGES = ("ir-measures", "llama-index-core", "numpy", "qdrant-edge-py", "sentence-transformers", "torch")


def run(
    questions: Sequence[GoldQuestion],
    systems: Sequence[System],
    library: Library,
    folder: Path,
    *,
    register: Path,
    progress: Progress | None = None,
) -> Path:
    """Put every question to every system and write the results into a folder, which is given back."""
    folder.mkdir(parents=True, exist_ok=True)
    spans = {question.id: _spans(question, library.catalogue) for question in questions}
    findable = {question.id: _findable(library, question) for question in questions}
    rows: list[Row] = []
    timing: dict[str, dict[str, float]] = {}
    for number, system in enumerate(systems):
        responses: dict[str, Response] = {}
        taken: dict[str, float] = {}
        for place, question in enumerate(questions):
            if progress:
                progress(number * len(questions) + place, len(systems) * len(questions))
            began = time.perf_counter()
            responses[question.id] = system.respond(question)
            taken[question.id] = round(1000 * (time.perf_counter() - began), 1)
        timing[system.name] = taken
        rows += _rows(system.name, questions, responses, spans, findable, library.catalogue)
    rows.sort(key=lambda row: (row["id"], row["system"]))
    config = _config(questions, systems, library, register)
    _write(folder / "rows.jsonl", "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows))
    _write(folder / "config.json", _pretty(config))
    _write(folder / "summary.json", _pretty({"config": config, **summarise(rows)}))
    _write(folder / "timing.json", _pretty(timing))
    return folder


def _rows(
    system: str,
    questions: Sequence[GoldQuestion],
    responses: Mapping[str, Response],
    spans: Mapping[str, tuple[Spans, ...]],
    findable: Mapping[str, frozenset[str]],
    catalogue: Catalogue,
) -> list[Row]:
    """One row a question, with all its scores."""
    texts: dict[str, str | None] = {}

    def text_of(document_id: str) -> str | None:
        if document_id not in texts:
            document = catalogue.document(document_id)
            texts[document_id] = document.text if document else None
        return texts[document_id]

    grades = {question.id: question.publications for question in questions if question.answerable}
    ranked = score_rankings({key: responses[key].ranking for key in grades}, grades, question_measures())
    rows: list[Row] = []
    for question in questions:
        response = responses[question.id]
        scores = score_answer(question, response, spans[question.id], text_of)
        rows.append(
            {
                "id": question.id,
                "system": system,
                "text": question.text,
                "language": question.language,
                "audience": question.audience.value,
                "kind": question.kind.value,
                "family": question.family,
                "split": question.split,
                "answerable": question.answerable,
                "unanswerable_kind": question.unanswerable_kind.value if question.unanswerable_kind else None,
                "as_of": question.as_of.isoformat() if question.as_of else None,
                "other_language_only": _other_language_only(question, catalogue),
                "wanted": dict(sorted(question.publications.items())),
                "ranking": list(response.ranking),
                "answered": response.answered,
                "status": response.status,
                "reason": response.reason,
                "citations": [
                    {
                        "publication_id": cited.publication_id,
                        "document_id": cited.document_id,
                        "start": cited.start,
                        "end": cited.end,
                        "quote": cited.quote,
                    }
                    for cited in response.cited
                ],
                "scores": {name: round(value, 6) for name, value in sorted((scores | ranked.get(question.id, {})).items())},
                "blame": blame(question, response, scores, findable=findable[question.id]),
            }
        )
    return rows


def _spans(question: GoldQuestion, catalogue: Catalogue) -> tuple[Spans, ...]:
    documents = {}
    for key in question.publications if question.quotes else ():
        document = catalogue.current_document(key)
        if document:
            documents[document.id] = document.text
    return locate(question.quotes, documents)


def _findable(library: Library, question: GoldQuestion) -> frozenset[str]:
    """Publications that the filters of a question let through."""
    filters = read(library, question).filters
    held = library.catalogue.held()
    publications = [publication for publication in library.catalogue.publications() if publication.id in held]
    return frozenset(one.id for one in publications if matches(one, held[one.id], filters))


def _other_language_only(question: GoldQuestion, catalogue: Catalogue) -> bool:
    """Whether nothing that answers is in the question's own language."""
    found = [catalogue.publication(key) for key in question.publications]
    return bool(found) and all(one is not None and one.language != question.language for one in found)


def _config(questions: Sequence[GoldQuestion], systems: Sequence[System], library: Library, register: Path) -> dict[str, Any]:
    """All that a run depends on, as used."""
    documents = sorted(f"{publication.id} {document.id}" for publication, document in library.catalogue.current())
    return {
        "questions": len(questions),
        "questions_sha256": text_sha256("\n".join(repr(question) for question in questions)),
        "documents": len(documents),
        "documents_sha256": text_sha256("\n".join(documents)),
        "register_sha256": sha256(register.read_bytes()).hexdigest(),
        "index": manifest_of(library.index.embedder),
        "weights": {"dense": OURS.dense, "sparse": OURS.sparse, "inherit": OURS.inherit},
        "systems": {system.name: system.described for system in systems},
        "packages": {name: version(name) for name in PACKAGES},
        "python": ".".join(map(str, sys.version_info[:3])),
    }


def _pretty(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
