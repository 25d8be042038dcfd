"""Readme: the parts of README.md that are generated: the answer shown, the map and the numbers; run it to renew them.

The counts in `evals/data/README.md` too. `python -m evals.readme`, or `make readme`. Tests hold both files to what these give;
nothing else writes there.
"""

import ast
import json
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.settings import ROOT, read_settings
from search_api.answering.lines import answer_lines
from search_api.library import Library
from search_api.present import answer_shape
from search_api.question.question import Asked

if TYPE_CHECKING:
    from evals.gold.questions import GoldQuestion

README = ROOT / "README.md"
RESULTS = ROOT / "evals" / "results"
DATA_README = ROOT / "evals" / "data" / "README.md"
ROOMS = ("corpus", "ingest", "index", "search_api", "evals")
QUESTION = "When does the new professional learning body start?"
COLUMNS = {
    "ours": "Canllaw",
    "bm25": "BM25 only",
    "dense": "dense only",
    "rrf": "both, by rank",
    "llamaindex": "LlamaIndex default",
    "llama-tuned": "LlamaIndex tuned",
}
SPLITS = ("dev", "calib", "test")
GROUPS = {"a practitioner's": "practitioner", "an official's": "official", "an advisory group's": "advisory"}
WHY_NOT = {
    "outside the subject": "off_corpus",
    "a fact that is not held": "near_miss",
    "a false premise": "false_premise",
    "not yet published": "future",
    "another nation's": "other_nation",
    "not said of what": "underspecified",
}


def _having(key: str, value: str) -> Callable[["GoldQuestion"], object]:
    return lambda one: getattr(one, key) == value


COUNTED: dict[str, Callable[["GoldQuestion"], object]] = {
    "all": lambda one: one.id,
    **{told: _having("audience", name) for told, name in GROUPS.items()},
    "answerable": lambda one: one.answerable,
    "unanswerable": lambda one: not one.answerable,
    **{f"… {told}": _having("unanswerable_kind", name) for told, name in WHY_NOT.items()},
    "that hinge on a status or a day": lambda one: one.hinges_on,
    "that ask for a list": lambda one: one.kind == "list",
    "about a duty": lambda one: one.actor or one.kind == "must",
    "as of a past day": lambda one: one.as_of,
    "with a wrong version to avoid": lambda one: one.must_not_cite,
    "with a short answer": lambda one: one.short,
    "in Welsh": lambda one: one.language == "cy",
    "… of those, twins of an English one": lambda one: one.twin,
}
"""Sorts of questions that are counted."""
HIDDEN = frozenset({"migrations", "locale"})
"""Folders of a room that the map leaves out."""
LINES = {
    "ndcg@10": "the right publications come first (nDCG@10)",
    "recall@10": "the right publications are in the first ten (recall@10)",
    "correct": "answerable questions answered whole (every vital fact quoted, no wrong version)",
    "answered": "answerable questions answered",
    "selective_correct": "answers that are right, of all given",
    "false_answer": "unanswerable questions answered all the same (lower is better)",
    "lapsed_as_current": "a text that does not stand shown as if it did (lower is better)",
    "exact_quotes": "quotations exact",
}


def answer_block(library: Library) -> str:
    """The answer of the README's question, as the program prints it."""
    lines = answer_lines(answer_shape(library.ask(library.read(Asked(q=QUESTION)))))
    return "\n".join(["```console", f'$ canllaw ask "{QUESTION}"', *lines, "```", ""])


def map_block() -> str:
    """Each room's packages and modules with the first words of their docstrings."""
    parts = ["```"]
    for room in ROOMS:
        parts.append(f"{room + '/':24}{_first(ROOT / room / '__init__.py')}")
        packages = [path for path in sorted((ROOT / room).glob("*/__init__.py")) if path.parent.name not in HIDDEN]
        parts += [f"  {path.parent.name + '/':22}{_first(path)}" for path in packages]
        names = [path for path in sorted((ROOT / room).glob("*.py")) if path.name != "__init__.py"]
        parts += [f"  {path.name:22}{_first(path)}" for path in names]
    return "\n".join([*parts, "```", ""])


def results_block(summary: Mapping[str, Any]) -> str:
    """The first numbers of the last accepted run, with how many questions each rests on."""
    measures, config = summary["measures"], summary["config"]
    names = [name for name in COLUMNS if name in measures]
    lines = [
        f"Over {config['questions']} questions kept for the end and {config['documents']} texts, written from the register and",
        "texts of our own before any retrieval, half of them in few of the answer's words. Means with 95 % intervals,",
        "resampled by family, and n questions:",
        "",
        f"| | {' | '.join(COLUMNS[name] for name in names)} | n |",
        f"| --- |{' --- |' * len(names)} --- |",
    ]
    for key, told in LINES.items():
        cells = [_cell(measures[name][key]) for name in names]
        lines.append(f"| {told} | {' | '.join(cells)} | {measures[names[0]][key]['n']} |")
    return "\n".join([*lines, "", "The others decline only where they find nothing at all.", ""])


def counts_block(questions: Sequence["GoldQuestion"]) -> str:
    """How many questions of each sort stand in each split, in those that are reported on, and in all."""
    lines = [f"| | {' | '.join(SPLITS)} | calib and test | all |", "| --- |" + " --- |" * (len(SPLITS) + 2)]
    for told, wanted in COUNTED.items():
        counts = [sum(one.split == split and bool(wanted(one)) for one in questions) for split in SPLITS]
        lines.append(f"| {told} | {' | '.join(map(str, counts))} | {sum(counts[1:])} | {sum(counts)} |")
    return "\n".join([*lines, ""])


def renew_counts(questions: Sequence["GoldQuestion"], path: Path = DATA_README) -> None:
    """Write the counts into the README of the questions."""
    path.write_text(_between(path.read_text(encoding="utf-8"), "counts", counts_block(questions)), encoding="utf-8")


def renew(library: Library) -> None:
    """Write the generated parts into the README."""
    summary = json.loads((RESULTS / "summary.json").read_text(encoding="utf-8"))
    text = README.read_text(encoding="utf-8")
    for name, made in {"answer": answer_block(library), "map": map_block(), "results": results_block(summary)}.items():
        text = _between(text, name, made)
    README.write_text(text, encoding="utf-8")


def main() -> None:
    """Renew the README from this repository's own register and last accepted results."""
    from evals.gold.questions import QUESTIONS, load_questions, read_said  # noqa: PLC0415
    from evals.runs.workshop import workshop  # noqa: PLC0415 - the model's libraries
    from index.embed import SentenceEmbedder  # noqa: PLC0415

    settings = read_settings()
    renew_counts(load_questions(QUESTIONS, read_said(settings.register_path)))
    embedder = SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages)
    with (
        tempfile.TemporaryDirectory() as folder,
        # What a fresh machine holds: the texts of our own are for evaluation only.
        workshop(
            Path(folder), register=settings.register_path, embedder=embedder, shared=None, shelf=Path(folder) / "none"
        ) as library,
    ):
        renew(library)


def _between(text: str, name: str, made: str) -> str:
    """A text with other words between two marks."""
    before, _, rest = text.partition(f"<!-- {name} -->\n")
    _, mark, after = rest.partition(f"<!-- /{name} -->")
    return f"{before}<!-- {name} -->\n{made}{mark}{after}"


def _first(path: Path) -> str:
    """The first clause of a module's docstring, without the name it may begin with."""
    told = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").splitlines()[0]
    return re.split(r"[;.](?:\s|$)", told)[0]


def _cell(measure: Mapping[str, float]) -> str:
    return f"{measure['mean']:.2f} [{measure['low']:.2f}, {measure['high']:.2f}]"


if __name__ == "__main__":
    main()
