"""A run is over the texts that were locked, or it stops and says which are others."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue, open_catalogue
from corpus.errors import GoldError
from corpus.settings import ROOT, Settings
from evals.gold.lock import LOCK, check_lock, locked, read_lock, write_lock
from evals.runs.workshop import fill
from search_api.library import Library


@pytest.fixture
def lock(bells: Library, tmp_path: Path) -> Path:
    path = tmp_path / "corpus.lock.jsonl"
    assert write_lock(bells.catalogue, path) == 4
    return path


def test_the_texts_that_were_locked_pass(bells: Library, lock: Path) -> None:
    check_lock(bells.catalogue, lock)
    assert read_lock(lock) == locked(bells.catalogue)


def test_a_lock_is_the_same_bytes_each_time(bells: Library, lock: Path, tmp_path: Path) -> None:
    write_lock(bells.catalogue, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == lock.read_bytes()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (
            lambda line: line.replace('"sha256": "', '"sha256": "0') if "lunch-2023" in line else line,
            "the text of 'lunch-2023'",
        ),
        (lambda line: line.replace('"cy"', '"en"') if "cinio" in line else line, "the language of 'cinio-2023' is another"),
        (lambda line: "" if "bells-2012" in line else line, "'bells-2012' is not in it"),
        (
            lambda line: line + line.replace("bells-2012", "chairs-2020") if "bells-2012" in line else line,
            "'chairs-2020' is not",
        ),
    ],
    ids=["another text", "another language", "a new text", "a lost text"],
)
def test_other_texts_stop_with_a_sentence(bells: Library, lock: Path, change: object, named: str) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines(keepends=True)
    lock.write_text("".join(map(change, lines)), encoding="utf-8")  # type: ignore[arg-type]
    with pytest.raises(GoldError, match=named) as stopped:
        check_lock(bells.catalogue, lock)
    assert "canllaw eval lock" in str(stopped.value)


def test_many_others_are_counted_and_the_first_named(bells: Library, lock: Path) -> None:
    lock.write_text("", encoding="utf-8")
    with pytest.raises(GoldError, match=r"'bells-2012' is not in it; 'bells-2024' is not in it; .*; and 1 more"):
        check_lock(bells.catalogue, lock)


@pytest.mark.parametrize("words", ["{}\n", "none\n"])
def test_a_lock_that_cannot_be_read_is_a_sentence(bells: Library, lock: Path, words: str) -> None:
    lock.write_text(words, encoding="utf-8")
    with pytest.raises(GoldError, match="cannot be read"):
        check_lock(bells.catalogue, lock)


def test_no_lock_is_a_sentence(bells: Library, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="Write it with `canllaw eval lock`"):
        check_lock(bells.catalogue, tmp_path / "none")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """The register and the shelf as this repository has them, without an index."""
    folder = tmp_path_factory.mktemp("whole")
    opened = open_catalogue(Settings(data_dir=folder).catalogue_url)
    fill(opened, folder=folder, register=ROOT / "corpus" / "register.jsonl", shared=None)
    yield opened
    opened.close()


def test_the_lock_of_this_repository_is_of_its_texts(whole: Catalogue, tmp_path: Path) -> None:
    check_lock(whole, LOCK)
    again = tmp_path / "again.jsonl"
    write_lock(whole, again)
    assert again.read_bytes() == LOCK.read_bytes()


def test_a_full_text_of_a_seed_may_stand_where_the_lock_has_a_digest(whole: Catalogue, tmp_path: Path) -> None:
    copy = tmp_path / "lock.jsonl"
    shutil.copy(LOCK, copy)
    lines = copy.read_text(encoding="utf-8").replace('"held": "digest"', '"held": "full"').splitlines(keepends=True)
    seeds = ("ws-sipp-progress-2025-01", "ws-support-leaders-2022-05")
    originals = LOCK.read_text(encoding="utf-8").splitlines(keepends=True)
    mixed = [
        changed.replace('"sha256": "', '"sha256": "0') if any(f'"{seed}"' in line for seed in seeds) else line
        for line, changed in zip(originals, lines, strict=True)
    ]
    copy.write_text("".join(mixed), encoding="utf-8")
    check_lock(whole, copy)
