"""What a run depends on has one key, and differences between two are named."""

from hypothesis import given
from hypothesis import strategies as st

from evals.runs.config import CODE, code_sha256, differing, key_of

configs = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3) | st.text(max_size=2))


@given(configs, configs)
def test_two_configurations_share_a_key_only_where_nothing_differs(one: dict[str, object], other: dict[str, object]) -> None:
    assert (key_of(one) == key_of(other)) == (differing(one, other) == [])


def test_the_order_of_names_does_not_matter() -> None:
    assert key_of({"a": 1, "b": 2}) == key_of({"b": 2, "a": 1})
    assert differing({"a": 1, "b": 2}, {"b": 3, "c": None}) == ["a", "b"]


def test_the_code_has_a_digest() -> None:
    assert len(code_sha256()) == 64
    assert "search_api" in CODE
