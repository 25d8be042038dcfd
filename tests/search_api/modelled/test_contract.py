"""A model's reply is the object asked for, or a Failure; what is forgiven is a code fence and the marks of the prompt."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.modelled.contract import Item, Reply, closed_items, read_reply
from search_api.modelled.failure import Failure, FailureReason

ITEM = {"s": "Plans are published.", "cites": ["p1"], "quote": "Plans are published yearly."}
WHOLE = json.dumps({"insufficient": False, "answer": [ITEM, ITEM]})


@pytest.mark.parametrize("text", [WHOLE, f"```json\n{WHOLE}\n```", f"```\n{WHOLE}\n```", f"\n {WHOLE} \n"])
def test_the_object_is_read_with_or_without_a_fence(text: str) -> None:
    reply = read_reply(text, mark="ˆ")

    assert isinstance(reply, Reply)
    assert [item.model_dump() for item in reply.answer] == [ITEM, ITEM]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        "Plans are published.",
        f"Here it is: {WHOLE}",
        f"{WHOLE} {WHOLE}",
        WHOLE[:-2],
        json.dumps({"insufficient": "no", "answer": []}),
        json.dumps({"insufficient": False}),
        json.dumps({"insufficient": False, "answer": [], "links": []}),
        json.dumps({"insufficient": False, "answer": [ITEM | {"url": "x"}]}),
        json.dumps({"insufficient": False, "answer": [ITEM | {"cites": []}]}),
        json.dumps({"insufficient": False, "answer": [ITEM | {"cites": "p1"}]}),
        json.dumps({"insufficient": False, "answer": [ITEM | {"s": ""}]}),
        json.dumps({"insufficient": False, "answer": [ITEM | {"s": "x" * 5000}]}),
        json.dumps({"insufficient": False, "answer": [ITEM] * 40}),
    ],
)
def test_anything_else_is_a_failure_that_repeats_none_of_it(text: str) -> None:
    failure = read_reply(text, mark="ˆ")

    assert isinstance(failure, Failure)
    assert failure.reason is FailureReason.NOT_JSON
    assert "Plans" not in failure.detail


def test_the_marks_are_taken_out() -> None:
    reply = read_reply(json.dumps({"insufficient": False, "answer": [ITEM | {"quote": "Plansˆareˆpublished"}]}), mark="ˆ")

    assert isinstance(reply, Reply)
    assert reply.answer[0].quote == "Plans are published"


@given(st.integers(min_value=0, max_value=len(WHOLE)))
def test_a_reply_half_written_gives_only_items_that_are_whole(length: int) -> None:
    items = closed_items(WHOLE[:length], mark="ˆ")

    assert items == [Item(**ITEM)] * len(items)  # type: ignore[arg-type]
    assert len(items) <= 1


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert isinstance(read_reply(text, mark="ˆ"), Reply | Failure)
    assert closed_items(text, mark="ˆ") == []
