"""An index is opened only by what built it, and by one process."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import IndexOutOfDate, IndexUnavailable, ModelUnavailable
from corpus.settings import ROOT, Settings
from index.embed import SentenceEmbedder
from index.open import open_index
from index.owner import own, owner


def test_another_model_is_refused_and_the_way_back_named(settings: Settings, embedder: SentenceEmbedder) -> None:
    open_index(settings, embedder).close()

    with pytest.raises(IndexOutOfDate) as refused:
        open_index(settings, SentenceEmbedder("another/model"))

    assert "model 'all-MiniLM-L6-v2'" in str(refused.value)
    assert "this run uses model 'another/model'" in str(refused.value)
    assert "`canllaw index --rebuild`" in str(refused.value)


def test_other_languages_are_another_index(settings: Settings, embedder: SentenceEmbedder) -> None:
    open_index(settings, embedder).close()

    with pytest.raises(IndexOutOfDate, match="languages"):
        open_index(settings, SentenceEmbedder(languages=frozenset({"en", "cy"})))


def test_a_refused_index_is_left_whole_and_unlocked(settings: Settings, embedder: SentenceEmbedder) -> None:
    open_index(settings, embedder).close()
    with pytest.raises(IndexOutOfDate):
        open_index(settings, SentenceEmbedder("another/model"))

    open_index(settings, embedder).close()


def test_a_model_that_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="CANLLAW_EMBEDDING_MODEL"):
        SentenceEmbedder(str(tmp_path / "nothing")).load()


def test_only_one_owner_at_a_time(tmp_path: Path) -> None:
    with own(tmp_path) as first, own(tmp_path) as second:
        assert first is not None
        assert second is None
        first.announce("http://127.0.0.1:1")
        assert owner(tmp_path) is not None
        assert owner(tmp_path).url == "http://127.0.0.1:1"  # type: ignore[union-attr]

    assert owner(tmp_path) is None
    with own(tmp_path) as third:
        assert third is not None


def test_a_killed_owner_owns_nothing(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from index.owner import own\n"
        "with own(Path(sys.argv[1])):\n    os.kill(os.getpid(), 9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, check=False)

    assert ended.returncode == -9
    assert owner(tmp_path) is not None
    with own(tmp_path) as taken:
        assert taken is not None


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(IndexUnavailable, match="CANLLAW_DATA_DIR"), own(tmp_path / "file" / "data"):
        pass
