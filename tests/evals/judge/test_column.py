"""The column is shown beside the judge's agreement with people, and hidden where that is poor: judges over real HTTP."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from evals.judge.asking import TRIES, Gone
from evals.judge.column import judge_column, write_column
from evals.judge.pairs import labelled_pairs
from evals.report.suite_block import suite_section
from evals.suites.suite import Block
from evals.written.scripted_model import Heard, Said, ScriptedModel
from search_api.modelled.model import Model
from tests.evals.judge.conftest import good, inventing, lazy

LABELLED = labelled_pairs()[:160]
OWN = "Bells ring at nine each morning."


def row(key: str, *, system: str = "ours", answered: bool = True, **more: Any) -> dict[str, Any]:
    cited = [{"quote": OWN}, {"quote": "They may be loud."}]
    return {"id": key, "system": system, "family": "bells", "answered": answered, "citations": cited} | more


WRITTEN = {"statements": [{"text": "Bells ring at ten.", "citations": [1, 2]}]}
ROWS = [row("one"), row("two", **WRITTEN), row("three", answered=False), row("one", system="bm25")]


@contextmanager
def bar(_: str) -> Iterator[Callable[[int, int], None]]:
    yield lambda _, __: None


def judged(script: Callable[[Heard], Said], *, timeout: float = 20.0) -> tuple[Block | Gone, ScriptedModel]:
    with ScriptedModel(script) as server:
        model = Model(base_url=server.url, name="scripted", timeout=timeout)
        model.load()
        return judge_column(ROWS, LABELLED, model, bar=bar), server


def figures(block: Block) -> Mapping[str, float]:
    return {name: one["mean"] for name, one in block.measures["judge"].items()}


@pytest.fixture(scope="module")
def shown() -> tuple[Block, ScriptedModel]:
    block, server = judged(good(LABELLED))
    assert isinstance(block, Block)
    return block, server


def test_a_good_judge_is_shown_with_its_agreement_and_ours_corrected(shown: tuple[Block, ScriptedModel]) -> None:
    block, _ = shown

    assert figures(block) == {"accuracy": 1.0, "kappa": 1.0, "recall of none": 1.0}
    assert block.measures["judge"]["kappa"]["n"] == 160
    assert block.measures["ours"]["support, corrected"]["n"] == 3
    assert block.measures["ours"]["support, corrected"]["mean"] == pytest.approx(2 / 3, abs=1e-4)
    assert block.tables[-1].rows[0][:5] == ["3", "2", "0", "1", "0.667"]
    assert "2 of the 3 sentences of ours are themselves the words they cite" in "\n".join(block.notes)
    assert "hidden" not in "\n".join(block.notes)


def test_each_sentence_of_ours_is_put_to_it_and_nobody_else_s(shown: tuple[Block, ScriptedModel]) -> None:
    block, server = shown

    assert [line["key"] for line in block.rows if line["part"] == "ours"].count("two 1") == 1
    assert sorted(line["key"] for line in block.rows if line["part"] == "ours") == ["one 1", "one 2", "two 1"]
    assert len(server.heard) == 163


def test_it_is_told_neither_names_nor_ids_and_is_asked_without_heat(shown: tuple[Block, ScriptedModel]) -> None:
    _, server = shown
    keys = {pair.key for pair in LABELLED}
    names = re.compile(r"\b(ours|bm25|altered|labelled|people)\b")

    for heard in server.heard:
        said = str(heard.body["messages"])
        assert heard.body["temperature"] == 0.0
        assert not names.search(said)
        assert not any(key in said for key in keys)


def test_the_order_is_drawn_by_lot_and_the_same_each_time(shown: tuple[Block, ScriptedModel]) -> None:
    block, _ = shown
    again, _ = judged(good(LABELLED))

    assert isinstance(again, Block)
    assert again == block
    assert [line["key"] for line in block.rows][:160] != [pair.key for pair in LABELLED]


def test_a_lazy_judge_is_hidden_and_ours_are_not_put_to_it() -> None:
    block, server = judged(lazy)

    assert isinstance(block, Block)
    assert figures(block)["kappa"] == figures(block)["recall of none"] == 0.0
    assert set(block.measures) == {"judge"}
    assert len(server.heard) == 160
    assert block.notes[-1] == (
        "The column is hidden: its kappa with people is 0.00, under 0.6 and it finds 0% of the sentences that are not borne "
        "out, under 80%."
    )


def test_what_an_inventing_judge_says_counts_as_none() -> None:
    block, _ = judged(inventing)

    assert isinstance(block, Block)
    assert {(line["label"], line["basis"]) for line in block.rows} == {("none", "invented quotation")}
    assert (figures(block)["recall of none"], figures(block)["kappa"]) == (1.0, 0.0)
    assert "160 of these verdicts were counted as none" in "\n".join(block.notes)
    assert block.notes[-1] == "The column is hidden: its kappa with people is 0.00, under 0.6."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Said(hang=True, text='{"label": "full"'), "did not finish its reply in time"),
        (Said(status=500), "The model's server failed (500)."),
        (Said(status=401), "The model's server refused the request (401)."),
    ],
)
def test_a_judge_that_is_dead_ends_in_time_and_says_so(said: Said, told: str) -> None:
    found, server = judged(lambda _: said, timeout=0.5)

    assert isinstance(found, Gone)
    assert found.told.startswith(f"The judge did not answer for pair 1 of 160, asked {TRIES} times: ")
    assert told in found.told
    assert len(server.heard) <= 2 * TRIES  # each try may ask again without the JSON mode


def test_a_judge_that_is_not_there_ends_in_time() -> None:
    with ScriptedModel(lazy) as server:
        model = Model(base_url=server.url, name="scripted", timeout=2.0)
    found = judge_column(ROWS, LABELLED, model, bar=bar)

    assert isinstance(found, Gone)
    assert "cannot be reached" in found.told


def test_a_judge_that_dies_midway_says_where() -> None:
    heard: list[Heard] = []

    def dying(one: Heard) -> Said:
        heard.append(one)
        return lazy(one) if len(heard) <= 5 else Said(status=500)

    found, _ = judged(dying)
    assert isinstance(found, Gone)
    assert (found.after, found.of) == (5, 160)


def test_a_stumble_is_asked_again() -> None:
    heard: list[Heard] = []

    def stumbling(one: Heard) -> Said:
        heard.append(one)
        return Said(status=503) if len(heard) == 3 else lazy(one)

    found, _ = judged(stumbling)
    assert isinstance(found, Block)


def test_the_column_is_written_as_a_suite_is(shown: tuple[Block, ScriptedModel], tmp_path: Path) -> None:
    written = write_column(tmp_path, shown[0], config={"questions": 3})
    found = json.loads(written.read_text(encoding="utf-8"))

    assert written.name == "judge.json"
    assert suite_section("judge", found).title == found["title"]
    assert len(suite_section("judge", found).blocks) > 3
    assert len((tmp_path / "judge.rows.jsonl").read_text(encoding="utf-8").splitlines()) == 163
