"""Fitting learns which sentence answers, and changes nothing but what it may change."""

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from evals.fitting.together import Group, Stage, blend, fit_together
from index.cross_encoder import CrossEncoder
from index.embed import SentenceEmbedder

KINDS = ("kite", "otter", "drum", "plum")
GROUPS = [
    Group(f"Which {kind} is number {number}?", (f"The {kind} {number} is red.", f"The {other} {number} is red."), (1, 0))
    for number in range(6)
    for kind in KINDS
    for other in KINDS
    if other != kind
]
NOTHING = [
    Group(f"Who owns {kind} {number}?", (f"The {kind} {number} is red.",), (0,)) for number in range(6) for kind in KINDS
]


def test_what_answers_is_drawn_up_and_what_does_not_down(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    model, changes = fit_together(
        SentenceEmbedder().copied(),
        [Stage([[*GROUPS, *NOTHING]] * 3, rate=1e-3), Stage([[*GROUPS, *NOTHING]], rate=5e-4)],
        progress=lambda done, steps: told.append((done, steps)),
    )
    model.save(changes, tmp_path / "weights.safetensors")
    read = CrossEncoder(tmp_path / "weights.safetensors")
    right, wrong, none = read(
        [
            ("Which drum is number 9?", "The drum 9 is red."),
            ("Which drum is number 9?", "The plum 9 is red."),
            ("Who owns drum 9?", "The drum 9 is red."),
        ]
    )

    assert right > max(wrong, none)
    assert [done for done, _ in told] == list(range(told[-1][1]))


def test_only_the_changes_and_the_head_are_fitted() -> None:
    packaged = SentenceEmbedder().copied()
    before = {name: value.clone() for name, value in packaged[0].auto_model.named_parameters()}
    model, changes = fit_together(packaged, [Stage([GROUPS[:8]], rate=1e-3)])

    after = dict(model.transformer.named_parameters())
    for name, value in before.items():
        kept = after.get(name, after.get(name.replace(".weight", ".parametrizations.weight.original")))
        assert kept is not None
        assert torch.equal(kept, value), name
    assert all(one.b.any() for one in changes.values())


def test_fitting_goes_on_from_weights_that_were_kept(tmp_path: Path) -> None:
    kept, again = tmp_path / "kept.safetensors", tmp_path / "again.safetensors"
    model, changes = fit_together(SentenceEmbedder().copied(), [Stage([GROUPS[:8]], rate=1e-3)])
    model.save(changes, kept)
    model, changes = fit_together(SentenceEmbedder().copied(), [Stage([GROUPS[:8]], rate=0.0)], begin=kept)
    model.save(changes, again)

    before, after = load_file(kept), load_file(again)
    assert before.keys() == after.keys()
    assert all(torch.equal(value, after[name]) for name, value in before.items())


def test_weights_are_blended_by_their_shares(tmp_path: Path) -> None:
    before, after = tmp_path / "before.safetensors", tmp_path / "after.safetensors"
    save_file({"a": torch.tensor([0.0, 4.0]).half()}, before)
    save_file({"a": torch.tensor([1.0, 2.0]).half()}, after)
    blend(before, after, 0.75)

    assert load_file(after)["a"].tolist() == [0.75, 2.5]
