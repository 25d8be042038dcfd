"""Lists in prose: how many sentences belong to what one announces."""

import pytest

from search_api.answering.prose_lists import MOST_SENTENCES, runs_on


@pytest.mark.parametrize(
    ("sentences", "count"),
    [
        (["There are two reasons.", "The first is rain.", "The second is snow.", "We met in May."], 2),
        (["There are two reasons.", "The first is rain.", "It fell all week.", "The second is snow."], 3),
        (["There are two reasons.", "The first is rain.", "It fell all week."], 0),
        (["I have two aims for the year.", "One is calm.", "The other is order."], 2),
        (["I have set a small number of clear priorities.", "I have named these as reading and counting.", "Thanks."], 1),
        (["There are three strands.", "They are rhythm, pitch and tone."], 1),
        (["Mae dau reswm.", "Y cyntaf yw'r glaw.", "Yr ail yw'r eira."], 2),
        (["There are two reasons.", "We met in May."], 0),
        (["The band met.", "The first is rain.", "The second is snow."], 0),
        (["There are two reasons."], 0),
        ([], 0),
    ],
)
def test_a_list_in_prose_runs_on(sentences: list[str], count: int) -> None:
    assert runs_on(sentences) == count


def test_a_list_in_prose_ends() -> None:
    sentences = ["There are six steps.", "First, one."] + ["Next, and last, another."] * 20 + ["Finally, done."]
    assert runs_on(sentences) < MOST_SENTENCES
