"""Sentences of Welsh statements that have no English text beside them, each with its one class and a promise's strength."""

from pathlib import Path

import pytest

from tests.ingest.commitments.texts import first_strength, kinds, made, quote, statement

ROWS = [
    tuple(part.strip() for part in line.split("|", 1))
    for line in (Path(__file__).parent / "welsh.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize(("wanted", "sentence"), ROWS, ids=[sentence[:50] for _, sentence in ROWS])
def test_every_sentence_has_one_class_and_a_promise_its_strength(wanted: str, sentence: str) -> None:
    kind, _, strength = wanted.partition(" ")
    text = statement(
        f"Gwneir barcutiaid o linyn.\n\n{sentence}\n".replace("Gwneir", "Mae"), language="cy", role="Gweinidog Barcutiaid"
    )

    assert kinds(text)[-1] == kind
    assert first_strength(text) == strength


def test_a_sentence_may_promise_twice() -> None:
    text = statement(
        "Byddaf yn cyfarfod â'r undebau ym mis Mai, a chyhoeddir y cofnodion.", language="cy", role="Gweinidog Barcutiaid"
    )
    assert [quote(text, one) for one in made(text)] == ["Byddaf yn cyfarfod â'r undebau ym mis Mai", "chyhoeddir y cofnodion."]


def test_an_adviser_binds_nobody() -> None:
    text = statement("Byddwn yn cyfarfod bob mis.", language="cy", author="Carys Example", role="Cadeirydd, y Grŵp Barcutiaid")
    assert kinds(text) == ["third_party_undertaking"]
