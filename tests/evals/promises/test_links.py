"""What came of the register's commitments: every one is judged, and each broken rule is named with its line."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import GoldError
from corpus.settings import ROOT
from evals.promises.links import Outcome, load_links

REGISTER = ROOT / "corpus" / "register.jsonl"
RECORDS: list[dict[str, Any]] = [
    {"id": "kites", "facts": ["Kites are promised."], "commitments": [{"what": "Buy kites"}]},
    {"id": "later", "facts": ["Kites were bought."], "commitments": []},
]
LINK: dict[str, Any] = {
    "publication": "kites",
    "commitment": 0,
    "evidence": "later",
    "fact": "Kites were bought.",
    "label": "delivered",
    "labelled": "a test",
}
FAULTS: dict[str, tuple[list[dict[str, Any]], str]] = {
    "unknown publication": (
        [LINK, LINK | {"publication": "bells"}],
        "links.jsonl:2: no publication 'bells' is in the register",
    ),
    "no such commitment": ([LINK, LINK | {"commitment": 1}], "links.jsonl:2: 'kites' has no commitment 1"),
    "unknown evidence": ([LINK, LINK | {"evidence": "bells"}], "links.jsonl:2: no publication 'bells' is in the register"),
    "no such fact": ([LINK | {"fact": "Kites fell."}], "links.jsonl:1: 'later' has no such fact: 'Kites fell.'"),
    "none with a fact": ([LINK | {"label": "none"}], "links.jsonl:1: a fact has a label other than 'none'"),
    "label without a fact": ([LINK | {"fact": None}], "links.jsonl:1: a fact has a label other than 'none'"),
    "unknown label": ([LINK | {"label": "kept"}], "links.jsonl:1: label: Input should be"),
    "twice": ([LINK, LINK], "links.jsonl:2: stands at links.jsonl:1 already"),
    "one left out": ([], "links.jsonl: nothing is said of commitment 0 of 'kites'"),
}


@pytest.mark.parametrize(("links", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_its_place(tmp_path: Path, links: list[dict[str, Any]], message: str) -> None:
    for name, rows in (("register.jsonl", RECORDS), ("links.jsonl", links)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    with pytest.raises(GoldError) as caught:
        load_links(tmp_path / "register.jsonl", tmp_path / "links.jsonl")

    assert message in str(caught.value)


def test_every_commitment_of_the_register_is_judged_against_each_of_its_follow_ups() -> None:
    records = {row["id"]: row for row in map(json.loads, REGISTER.read_text(encoding="utf-8").splitlines())}
    links = load_links(REGISTER)
    judged = {(one.publication, one.commitment, one.evidence) for one in links}

    for key, record in records.items():
        after = {*record["followed_up_by"], *(other for other, row in records.items() if key in row["follows_up"])}
        wanted = {(key, at, evidence) for at in range(len(record["commitments"])) for evidence in after}
        assert wanted <= judged
    assert len({(one.publication, one.commitment) for one in links}) == 66


@pytest.mark.parametrize(
    ("publication", "commitment", "evidence", "outcome"),
    [
        ("ws-sipp-progress-2025-01", 0, "sipp-board-2025-07-14", Outcome.REVISED),
        ("ws-sipp-progress-2025-01", 0, "ncg-letter-2025-11", Outcome.DELIVERED_LATE),
        ("ws-sipp-progress-2025-01", 2, "sipp-board-2025-07-14", Outcome.DELIVERED),
        ("ws-support-leaders-2022-05", 1, "os-evaluating-improving-2022-06", Outcome.DELIVERED),
    ],
)
def test_the_chains_known_from_the_register_are_there(
    publication: str, commitment: int, evidence: str, outcome: Outcome
) -> None:
    found = {
        one.label
        for one in load_links(REGISTER)
        if (one.publication, one.commitment, one.evidence) == (publication, commitment, evidence)
    }

    assert outcome in found
