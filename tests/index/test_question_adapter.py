"""The question adapter: what is written is what is read, texts keep their vectors, and no other model is changed."""

from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from index.embed import ADAPTER, SentenceEmbedder, packaged_model
from index.question_adapter import LAYERS, RANK, changed, merge, prepare, save

QUESTION = "By when must the plan be handed in?"


@pytest.fixture(scope="module")
def model() -> SentenceTransformer:
    return SentenceTransformer(packaged_model(), device="cpu")


def test_a_fitted_model_and_one_that_read_its_file_give_the_same_vector(model: SentenceTransformer, tmp_path: Path) -> None:
    fitted = SentenceTransformer(packaged_model(), device="cpu")
    made = prepare(fitted)
    with torch.no_grad():
        for number, one in enumerate(made.values()):
            one.b.copy_(torch.full_like(one.b, 0.01 * (1 + number % 3)))
    save(made, tmp_path / "adapter.safetensors")

    read = SentenceEmbedder(adapter=tmp_path / "adapter.safetensors").question(QUESTION)

    assert np.allclose(read, fitted.encode(QUESTION), atol=2e-3)  # half precision
    assert not np.allclose(read, model.encode(QUESTION), atol=1e-2)


def test_a_change_begins_as_none(model: SentenceTransformer) -> None:
    fresh = SentenceTransformer(packaged_model(), device="cpu")
    prepare(fresh)
    assert np.allclose(fresh.encode(QUESTION), model.encode(QUESTION), atol=1e-6)


def test_the_packaged_adapter_changes_the_last_layers_and_nothing_else(model: SentenceTransformer) -> None:
    read = SentenceTransformer(packaged_model(), device="cpu")
    merge(read, ADAPTER)
    names = {f"{name}.weight" for name, _ in changed(model)}
    before, after = dict(model.named_parameters()), dict(read.named_parameters())

    assert len(names) == 6 * len(LAYERS)
    for name, weight in before.items():
        difference = (after[name] - weight).detach()
        assert bool(difference.any()) == (name in names), name
        if name in names:
            assert int(torch.linalg.matrix_rank(difference, tol=1e-3)) <= RANK


def test_texts_keep_their_vectors_and_questions_do_not(model: SentenceTransformer) -> None:
    embedder = SentenceEmbedder()

    assert np.allclose(embedder.passages([QUESTION])[0], model.encode(QUESTION), atol=1e-6)
    assert not np.allclose(embedder.question(QUESTION), model.encode(QUESTION), atol=1e-2)
    assert np.allclose(SentenceEmbedder(adapter=None).question(QUESTION), model.encode(QUESTION), atol=1e-6)


def test_another_model_is_taken_as_it_comes(model: SentenceTransformer) -> None:
    other = SentenceEmbedder(packaged_model())  # by its folder, as any model may be set

    assert np.allclose(other.question(QUESTION), model.encode(QUESTION), atol=1e-6)
