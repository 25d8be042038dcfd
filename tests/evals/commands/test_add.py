"""`canllaw eval add` as a person runs it: one line more, or every reason why not and nothing written."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.publication import Publication
from corpus.settings import ROOT, Settings
from evals.gold.questions import load_questions, read_said

SIGNS = ("--publication", "sb-arwyddion-2024-cy", "--fact", "Rhaid cywiro gwall o fewn 90 diwrnod")


def _add(file: Path, *words: str, data_dir: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("canllaw")
    return subprocess.run(
        [program, "eval", "add", "--file", str(file), *words],
        env=os.environ | {"CANLLAW_DATA_DIR": str(data_dir), "TERMINAL_WIDTH": "200"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_line_is_added_and_what_to_do_next_is_said(tmp_path: Path) -> None:
    file, data = tmp_path / "reported.jsonl", tmp_path / "data"
    done = _add(file, "--question", "Sawl diwrnod sydd i drwsio camsillafiad?", *SIGNS, "--short", "90 diwrnod", data_dir=data)
    assert done.returncode == 0, done.stderr
    assert file.read_text(encoding="utf-8") == done.stdout
    assert "Read its match" in done.stderr
    assert "--split calib" in done.stderr
    assert not data.exists()

    *_, case = load_questions([file], read_said(ROOT / "corpus" / "register.jsonl"))
    assert (case.language, case.family, case.split, case.short) == ("cy", "sb-arwyddion", "calib", ("90 diwrnod",))
    assert case.facts[0].match.passes("o fewn 90 diwrnod i'r dyddiad")


def test_all_reasons_against_are_named_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "reported.jsonl"
    done = _add(
        file, "--question", "Why?", *SIGNS, "--audience", "parent", "--as-of", "soon", "--split", "test", data_dir=tmp_path
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "for 3 reason(s)" in done.stderr
    for sentence in ("it cannot go to test", "audience: Input should be", "as_of: Input should be"):
        assert sentence in done.stderr
    assert not file.exists()
    assert "Traceback" not in done.stderr


def test_the_publishers_words_in_the_data_folder_are_not_copied_into_a_case(
    catalogue: Catalogue,
    settings: Settings,
    publication: Callable[..., Publication],
    document: Callable[..., Document],
    tmp_path: Path,
) -> None:
    words = "Otters on a school site have to be fed before noon."
    with catalogue.writing() as write:
        write.put_publication(publication("guidance-uniform-2023"))
        write.put_document(document(f"{words} So do swans.", "guidance-uniform-2023"))
    file = tmp_path / "reported.jsonl"
    given = ("--publication", "guidance-uniform-2023", "--fact", words)
    done = _add(file, "--question", "When are otters fed?", *given, data_dir=settings.data_dir)
    assert done.returncode == 1
    assert "are the publisher's, and the repository keeps none" in done.stderr
    assert not file.exists()
