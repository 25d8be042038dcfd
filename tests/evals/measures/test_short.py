"""Short answers are one answer however they are written, and another where they differ."""

import pytest

from evals.measures.short import one_form, says
from evals.systems.response import ShortAnswer


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("By 1 April 2025", "2025-04-01"),
        ("2025-04-01", "2025-04-01"),
        ("erbyn 1af Ebrill 2025", "2025-04-01"),
        ("the 1st of April 2025", "2025-04-01"),
        ("Monday 7 September 2026", "2026-09-07"),
        ("April 2025", "2025-04"),
        ("mis Medi 2026", "2026-09"),
        ("2025-04", "2025-04"),
        ("in 2025", "2025"),
        ("summer term 2025", "summer term 2025"),
        ("£28 million", "28000000 GBP"),
        ("£28m", "28000000 GBP"),
        ("28000000 GBP", "28000000 GBP"),
        ("£1,250.50", "1250.5 GBP"),
        ("£18 an hour", "18 GBP"),
        ("10%", "10 %"),
        ("10 per cent", "10 %"),
        ("10 y cant", "10 %"),
        ("ten days", "10 day"),
        ("within 10 days", "10 day"),
        ("10 working days", "10 working day"),
        ("20", "20"),
        ("Dr. Ann Lloyd, MS", "ann lloyd"),
        ("the local authority", "local authority"),
        ("", ""),
    ],
)
def test_one_form(text: str, form: str) -> None:
    assert one_form(text) == form


@pytest.mark.parametrize(
    ("words", "value", "right"),
    [
        ("By 1 April 2025", "2025-04-01", True),
        ("In April 2025", "2025-04", False),
        ("By 2 April 2025", "2025-04-02", False),
        ("1 April", "", False),
        ("", "", False),
    ],
)
def test_any_way_to_write_it_is_right(words: str, value: str, right: bool) -> None:
    assert says(ShortAnswer(words=words, value=value), ("1 April 2025", "spring 2025")) is right


def test_words_count_where_the_value_is_bare() -> None:
    assert says(ShortAnswer(words="within 20 school days", value="20"), ("20 school days",))
    assert not says(ShortAnswer(words="within 20 school days", value="20"), ("15 school days",))


@pytest.mark.parametrize(
    ("words", "value", "wanted", "right"),
    [
        ("15 local authorities", "15 authorities", "15", True),
        ("more than 250 people", "250 people", "more than 250", True),
        ("150 people", "150 people", "15", False),
        ("15 days", "15 days", "15 authorities", False),
        ("£15", "15 GBP", "15", False),
        ("15%", "15 %", "15", False),
        ("250 people", "250 people", "more than 250", False),
    ],
)
def test_a_number_that_is_wanted_bare_may_say_what_it_counts(words: str, value: str, wanted: str, right: bool) -> None:
    assert says(ShortAnswer(words=words, value=value), (wanted,)) is right
