"""Steps of answering that an evaluation leaves out: each changes what is weighed or shown, and none is left out as shipped."""

import pytest

from search_api.answering.ask import in_quotations
from search_api.answering.choices import SHIPPED, Choices
from search_api.answering.choose import room
from search_api.library import Library
from search_api.question.question import Asked

QUESTION = "On what grounds can a pupil be excluded?"


def _other(library: Library, **choices: bool) -> Library:
    made = Library(catalogue=library.catalogue, index=library.index, today=library.today, choices=Choices(**choices))
    made.meanings = library.meanings
    return made


def test_every_step_is_taken_as_shipped(library: Library) -> None:
    assert library.choices == SHIPPED == Choices(assembled=True, near_words=True, headed=True, together=True)


@pytest.mark.parametrize(
    ("choice", "features"), [("near_words", {"near", "near_own"}), ("headed", {"cosine"}), ("together", {"read"})]
)
def test_what_is_left_out_is_not_measured(library: Library, choice: str, features: set[str]) -> None:
    measured = []
    for one in (library, _other(library, **{choice: False})):
        attempt = in_quotations(one, one.read(Asked(q=QUESTION)))[1]
        ranked = {scored.measured.candidate.key: scored.measured.features for scored in attempt.selection.ranked}
        measured.append(ranked)
    shipped, other = measured
    assert shipped.keys() == other.keys()
    changed = {name for key in shipped for name in shipped[key] if shipped[key][name] != other[key][name]}
    assert features <= changed
    assert all(other[key]["near"] <= shipped[key]["near"] for key in shipped)
    assert "coverage" not in changed


def test_sentences_are_shown_as_they_are_ranked(library: Library) -> None:
    one = _other(library, assembled=False)
    selection = in_quotations(one, one.read(Asked(q=QUESTION)))[1].selection
    assert [chosen.scored for chosen in selection.chosen] == list(selection.ranked[: room(selection.kind)])
    assert not any(chosen.alike or chosen.context for chosen in selection.chosen)
