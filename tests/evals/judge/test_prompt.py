"""A verdict stands on words of the text to the letter, or it is none; what is shown cannot pass for a rule."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.judge.pairs import Label, Pair
from evals.judge.prompt import Basis, messages, read_reply

PAIR = Pair(key="k", family="f", sentence="Bells ring at nine.", words="All bells\nring at nine, but not on Sundays.")


@pytest.mark.parametrize(
    ("reply", "label", "basis"),
    [
        ('{"label": "full", "evidence_quote": "bells ring at nine"}', Label.FULL, Basis.QUOTED),
        ('Here it is: {"label": "partial", "evidence_quote": "at  nine,"} I hope', Label.PARTIAL, Basis.QUOTED),
        ('{"label": "none", "evidence_quote": ""}', Label.NONE, Basis.DENIED),
        ('{"label": "none", "evidence_quote": "not there"}', Label.NONE, Basis.DENIED),
        ('{"label": "full", "evidence_quote": "Bells ring at nine"}', Label.NONE, Basis.INVENTED),
        ('{"label": "full", "evidence_quote": "bells ring at ten"}', Label.NONE, Basis.INVENTED),
        ('{"label": "full", "evidence_quote": ""}', Label.NONE, Basis.NO_QUOTATION),
        ('{"label": "full", "evidence_quote": " , "}', Label.NONE, Basis.NO_QUOTATION),
        ('{"label": "full"}', Label.NONE, Basis.NO_QUOTATION),
        ('{"label": "FULL", "evidence_quote": "ring"}', Label.NONE, Basis.UNREADABLE),
        ('{"label": true, "evidence_quote": "ring"}', Label.NONE, Basis.UNREADABLE),
        ('{"label": "full", "evidence_quote": null}', Label.NONE, Basis.UNREADABLE),
        ('[{"label": "full"}]', Label.NONE, Basis.NO_QUOTATION),
        ("full", Label.NONE, Basis.UNREADABLE),
        ("", Label.NONE, Basis.UNREADABLE),
        ("{" * 5_000 + "}", Label.NONE, Basis.UNREADABLE),
    ],
)
def test_a_reply_is_read(reply: str, label: Label, basis: Basis) -> None:
    found = read_reply(reply, PAIR)

    assert (found.label, found.basis) == (label, basis)


@given(st.text(), st.sampled_from(["full", "partial", "none"]))
def test_no_quotation_that_is_not_there_ever_counts(quote: str, label: str) -> None:
    found = read_reply(json.dumps({"label": label, "evidence_quote": quote}), PAIR)

    there = " ".join(quote.split()) in " ".join(PAIR.words.split()) and any(letter.isalnum() for letter in quote)
    assert (found.label is Label.NONE) == (label == "none" or not there)


def test_the_same_pair_is_asked_alike_and_another_between_other_marks() -> None:
    other = Pair(key="k", family="f", sentence=PAIR.sentence, words=f"{PAIR.words} {messages(PAIR)[1].text}")
    mark = messages(PAIR)[1].text.split()[0]

    assert messages(PAIR) == messages(PAIR)
    assert messages(other)[1].text.split()[0] != mark
    assert mark in messages(PAIR)[0].text
