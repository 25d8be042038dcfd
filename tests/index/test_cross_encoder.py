"""The cross-encoder: a pair's reading depends on nothing but the pair, and what is written is what is read."""

from pathlib import Path

import numpy as np
import pytest
import torch

from index.cross_encoder import WEIGHTS, CrossEncoder
from index.embed import SentenceEmbedder
from index.low_rank import RANK, changed
from index.pair_model import PairModel

MINIBUS = "School minibuses (2024) | Who may drive | Only staff aged 21 or over may drive a school minibus."
TYRES = "School minibuses (2024) | Checks | The tyres of a minibus must be looked at before every journey."
FEES = "School minibuses (2024) | Charges | A school may not charge for a journey that is part of a lesson."


@pytest.fixture(scope="module")
def reader() -> CrossEncoder:
    return CrossEncoder()


@pytest.mark.parametrize(
    ("asked", "answered_by"),
    [
        ("How old do you have to be to take the wheel?", MINIBUS),
        ("what has to be inspected before we set off", TYRES),
        ("Can we ask parents to pay for the trip to the museum in lesson time?", FEES),
    ],
)
def test_the_sentence_that_answers_is_told_from_its_neighbours(reader: CrossEncoder, asked: str, answered_by: str) -> None:
    texts = [MINIBUS, TYRES, FEES]
    read = reader([(asked, text) for text in texts])

    assert texts[int(np.argmax(read))] == answered_by


def test_what_nothing_answers_reads_lower_than_what_something_does(reader: CrossEncoder) -> None:
    answered, near_miss = reader([("How old must a minibus driver be?", MINIBUS), ("Who pays for a minibus licence?", MINIBUS)])

    assert answered > near_miss


def test_a_pair_reads_the_same_beside_whatever_it_stands(reader: CrossEncoder) -> None:
    pair = ("How old must a driver be?", MINIBUS)
    alone = CrossEncoder()([pair])[0]

    assert reader([("Another question, a good deal longer than that one?", FEES), pair])[1] == pytest.approx(alone, abs=1e-3)


def test_the_same_call_gives_the_same_numbers(reader: CrossEncoder) -> None:
    pairs = [("How old must a driver be?", text) for text in (MINIBUS, TYRES, FEES)]

    assert np.array_equal(CrossEncoder()(pairs), reader(pairs))


def test_no_pairs_read_as_none(reader: CrossEncoder) -> None:
    assert reader([]).shape == (0,)


def test_the_longest_text_is_cut_and_the_question_is_not(reader: CrossEncoder) -> None:
    long = f"{MINIBUS} {'and so on ' * 400}"

    assert np.isfinite(reader([("How old must a driver be?", long)])).all()
    assert reader([("How old must a driver be?", long)])[0] == reader([("How old must a driver be?", f"{long} tail")])[0]


def test_what_was_fitted_is_what_is_read(tmp_path: Path) -> None:
    torch.manual_seed(1)
    fitted = PairModel(SentenceEmbedder().copied()[0].auto_model)
    changes = fitted.to_fit()
    with torch.no_grad():
        for number, one in enumerate(changes.values()):
            one.b.copy_(0.001 * (1 + number % 3) * torch.randn_like(one.b))
    fitted.eval().save(changes, tmp_path / "weights.safetensors")
    read = PairModel.read(SentenceEmbedder().copied()[0].auto_model, tmp_path / "weights.safetensors")
    ids, types = [[101, 2129, 2214, 102, 2069, 3095, 102]], [[0, 0, 0, 0, 1, 1, 1]]

    with torch.inference_mode():
        assert torch.allclose(read(ids, types), fitted(ids, types), atol=5e-3)  # half precision
        assert not torch.allclose(
            read(ids, types), PairModel.read(SentenceEmbedder().copied()[0].auto_model, WEIGHTS)(ids, types)
        )


def test_padding_changes_no_reading() -> None:
    model = PairModel.read(SentenceEmbedder().copied()[0].auto_model, WEIGHTS)
    short, long = [101, 2129, 102, 2069, 102], [101, 2129, 2214, 2442, 102, 2069, 3095, 2089, 3298, 102]
    with torch.inference_mode():
        beside = model([short, long], [[0, 0, 0, 1, 1], [0] * 5 + [1] * 5])
        alone = model([short], [[0, 0, 0, 1, 1]])

    assert beside[0].item() == pytest.approx(alone[0].item(), abs=1e-4)


def test_the_embedder_keeps_its_own_model() -> None:
    embedder = SentenceEmbedder()
    before = embedder.passages([MINIBUS])
    CrossEncoder().load()

    assert np.array_equal(embedder.passages([MINIBUS]), before)


def test_every_change_is_of_a_small_rank() -> None:
    plain, read = SentenceEmbedder().copied()[0].auto_model, SentenceEmbedder().copied()[0].auto_model
    PairModel.read(read, WEIGHTS)
    for (name, one), (_, other) in zip(changed(plain), changed(read), strict=True):
        difference = (other.weight - one.weight).detach()
        assert difference.any(), name
        assert int(torch.linalg.matrix_rank(difference, tol=1e-3)) <= RANK, name
