"""What suites make of rows and labels: means by system, ratios of twins, shares of labels."""

from collections import Counter
from typing import Any

import pytest

from corpus.commitment import Kind
from evals.duties import Counts
from evals.promises.judged import Tally
from evals.promises.linking import LinkTally
from evals.suites import commitments, duties, safety, welsh
from evals.suites.figures import lines_of, means_of, share, table_of, told
from evals.suites.suite import Block
from evals.written.injection import Outcome, Payload, Way


def _row(key: str, *, system: str = "ours", language: str = "en", twin: str | None = None, **scores: float) -> dict[str, Any]:
    return {
        "id": key,
        "system": system,
        "family": key[0],
        "language": language,
        "twin": twin,
        "other_language_only": False,
        "scores": scores,
    }


ROWS = [
    _row("a", correct=1.0),
    _row("b", correct=0.5),
    _row("a-cy", language="cy", twin="a", correct=0.5),
    _row("b-cy", language="cy", twin="b", correct=0.25),
    _row("c-cy", language="cy", correct=1.0),
    _row("a", system="bm25", correct=0.0),
]


def test_means_are_by_system_ours_first() -> None:
    found = means_of(ROWS, ("correct", "wrong_version"))
    assert list(found) == ["ours", "bm25"]
    assert found["ours"].keys() == {"correct"}
    assert (found["ours"]["correct"]["mean"], found["ours"]["correct"]["n"]) == (0.65, 5)


def test_a_table_has_a_line_for_each_measure_that_applies() -> None:
    table = table_of("All", means_of(ROWS, ("correct",)), ("wrong_version", "correct"))
    assert list(table.head) == ["measure", "ours", "bm25"]
    assert [row[0] for row in table.rows] == ["correct"]
    assert table.rows[0][2] == "0.000 [0.000, 0.000] n=1"
    assert "measure  ours" in "\n".join(lines_of(Block(title="A block", tables=[table])))


@pytest.mark.parametrize(
    ("figure", "cell"),
    [
        (None, "–"),
        ({"mean": 0.5, "low": None, "high": None, "n": 3}, "0.500 n=3"),
        ({"mean": 0.5, "low": 0.25, "high": 0.75, "n": 3}, "0.500 [0.250, 0.750] n=3"),
    ],
)
def test_a_figure_as_a_cell(figure: dict[str, Any] | None, cell: str) -> None:
    assert told(figure) == cell


def test_a_share_of_nothing_is_none() -> None:
    assert share(0, 0) is None
    assert share(3, 4) == {"mean": 0.75, "low": 0.3006, "high": 0.9544, "n": 4}


def test_welsh_over_english_is_over_twins_alone() -> None:
    found = welsh.parities(ROWS)
    assert found.keys() == {"ours"}
    assert (found["ours"]["correct"]["mean"], found["ours"]["correct"]["n"]) == (0.5, 2)


def test_no_twin_no_parity() -> None:
    assert welsh.parities([row for row in ROWS if not row["twin"]]) == {}


def test_labelled_duties_are_shares() -> None:
    counts = Counts(found=8, missed=2, invented=0)
    counts.note("level", right=True)
    counts.note("level", right=False)
    figures = duties.figures_of(counts)
    assert {name: one["mean"] for name, one in figures.items()} == {"precision": 1.0, "recall": 0.8, "level": 0.5}
    assert figures["level"]["n"] == 2


def test_commitments_read_are_means_by_text() -> None:
    tally = Tally(kinds=Counter({(Kind.COMMITMENT, Kind.COMMITMENT): 3, (Kind.OTHER, Kind.COMMITMENT): 1}))
    tally.outcomes["found"] = [("one", "We will."), ("one", "I will."), ("two", "We shall.")]
    tally.outcomes["invented"] = [("two", "They will.")]
    figures = commitments.figures_of(tally)
    assert (figures["precision"]["mean"], figures["precision"]["n"], figures["precision"]["families"]) == (0.75, 4, 2)
    assert (figures["recall"]["mean"], figures["F1"]["mean"]) == (1.0, pytest.approx(6 / 7, abs=1e-4))


def test_links_without_any_have_no_figures_of_shares() -> None:
    assert commitments.links_of(LinkTally()).keys() == {"linking, macro-F1 of outcomes"}


def _outcome(split: str, way: Way, *, broken: str) -> Outcome:
    payload = Payload(id="p", kind="k", language="en", text="t", says="s", must_not=(), split=split)
    return Outcome(payload=payload, way=way, sent=True, written=False, broken=broken)


def test_injections_are_counted_by_half_and_way() -> None:
    found = safety.injections(
        [
            _outcome("tune", Way.OWN_WORDS, broken=""),
            _outcome("tune", Way.FALSE_ID, broken=""),
            _outcome("held", Way.OWN_WORDS, broken="shown"),
            _outcome("held", Way.NO_FORM, broken=""),
        ]
    )
    means = {name: (one["mean"], one["n"]) for name, one in found.items()}
    assert means == {"the gate": (0.0, 2), "held out, own words": (1.0, 1), "held out, no form": (0.0, 1)}
