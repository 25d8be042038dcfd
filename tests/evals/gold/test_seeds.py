"""Seed questions are read from files of ours in their layout; the real ones are checked where they are held."""

import hashlib
import json
from pathlib import Path

import pytest

from corpus.errors import GoldError
from evals.gold.questions import Audience, Kind, Unanswerable
from evals.gold.seeds import FILES, PUBLICATIONS, SHARED, load_seed_questions, locate, seed_files

TEXT = "First words.\r\nA bell rings at nine\nin the hall.\n  • It is loud;\n  • It is old.\n"
QUOTE = "A bell rings at nine\nin the hall."


def _record(**changes: object) -> dict[str, object]:
    start = TEXT.index(QUOTE)
    span = {
        "dv": "seed000",
        "file": FILES["seed000"],
        "start": start,
        "end": start + len(QUOTE),
        "sha": hashlib.sha256(QUOTE.encode()).hexdigest()[:12],
        "quote": QUOTE[:10],
    }
    return {"qid": "s1", "text": "When?", "type": "when", "answerable": True, "spans": [span]} | changes


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    for folder in ("seeds", "gold"):
        (tmp_path / folder).mkdir()
    for name in FILES.values():
        (tmp_path / "seeds" / name).write_bytes(TEXT.encode())
    return tmp_path


def _gold(shared: Path, *records: dict[str, object]) -> None:
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (shared / "gold" / "seeds.jsonl").write_text(lines, encoding="utf-8")


def test_questions_keep_the_words_that_were_checked(shared: Path) -> None:
    nothing = {"qid": "s2", "text": "Who?", "type": "unanswerable", "answerable": False, "unanswerable_kind": "near_miss"}
    _gold(shared, nothing, _record(type="what_actions_list"))
    first, second = load_seed_questions(shared)
    assert (first.quotes, first.kind, first.audience) == ((QUOTE,), Kind.LIST, Audience.SEEDS)
    assert first.publications == {PUBLICATIONS["seed000"]: 3}
    assert (second.answerable, second.unanswerable_kind, second.quotes) == (False, Unanswerable.NEAR_MISS, ())


def test_words_that_changed_are_a_fault_with_their_line(shared: Path) -> None:
    span = {"dv": "seed000", "file": FILES["seed000"], "start": 0, "end": 5, "sha": "0" * 12}
    _gold(shared, _record(), _record(qid="s2", spans=[span]), _record(qid="s3", type="colour"))
    with pytest.raises(GoldError) as raised:
        load_seed_questions(shared)
    assert "2 fault(s)" in str(raised.value)
    assert "seeds.jsonl:2: the words at 0-5" in str(raised.value)
    assert "seeds.jsonl:3: 'colour' is not a valid Kind" in str(raised.value)


def test_without_the_folder_there_are_none(tmp_path: Path) -> None:
    assert seed_files(tmp_path) == {}
    assert load_seed_questions(tmp_path) == ()


def test_words_are_found_again_whatever_their_breaks_and_bullets() -> None:
    text = "First words. A bell rings\nat nine in the hall. It is loud; It is old."
    [spans] = locate((QUOTE,), {"d": text})
    assert [text[start:end] for _, start, end in spans] == ["A bell rings\nat nine in the hall."]
    [listed] = locate(("• It is loud;\n  • It is old.",), {"d": text})
    assert [text[start:end] for _, start, end in listed] == ["It is loud; It is old."]


def test_words_that_stand_nowhere_are_a_fault() -> None:
    with pytest.raises(GoldError, match="A parser has lost them"):
        locate((QUOTE,), {"d": "Nothing of the kind."})


@pytest.mark.skipif(not seed_files(), reason="the seed texts are not held here")
def test_the_real_seed_questions_are_whole() -> None:
    questions = load_seed_questions()
    assert (len(questions), sum(question.answerable for question in questions)) == (28, 20)
    texts = {key: path.read_text(encoding="utf-8") for key, path in seed_files(SHARED).items()}
    for question in questions:
        places = locate(question.quotes, texts)
        assert all(span[0] in question.publications for spans in places for span in spans)
