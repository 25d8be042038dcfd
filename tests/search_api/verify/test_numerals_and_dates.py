"""Numbers and dates as sentences say them, in figures and words, English and Welsh."""

import pytest

from search_api.verify.dates_said import dates_said
from search_api.verify.numerals import numerals


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at least £28m", [("28000000", "£", "ge")]),
        ("£1,280,000 in all", [("1280000", "£", "")]),
        ("5.7 per cent", [("5.7", "%", "")]),
        ("about 10%", [("10", "%", "about")]),
        ("up 2 percentage points", [("2", "points", "")]),
        ("15 school days' notice", [("15", "school day", "")]),
        ("within ten working days", [("10", "working day", "within")]),
        ("two hundred and five pupils", [("205", "", "")]),
        ("aged 16 or over", [("16", "", "ge")]),
        ("no more than 20 pupils", [("20", "", "le")]),
        ("one school in five", [("1", "in", ""), ("5", "in", "")]),
        ("one of the schools", []),
        ("the 3rd of them", [("3", "", "")]),
        ("nearly twice as many", [("2", "times", "about")]),
        ("within a week", [("1", "week", "within")]),
        ("am fwy na 45 diwrnod ysgol", [("45", "school day", "gt")]),
        ("£28 miliwn", [("28000000", "£", "")]),
        ("90 y cant", [("90", "%", "")]),
        ("dros dair blynedd", [("3", "year", "gt")]),
        ("pedwar diwrnod", [("4", "day", "")]),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(f"{one.value.normalize():f}", one.unit, one.bound) for one in numerals(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By 1 April 2025", [(2025, 4, 1, "by")]),
        ("the 1st of April 2025", [(2025, 4, 1, "")]),
        ("on April 1, 2025", [(2025, 4, 1, "")]),
        ("from September 2024", [(2024, 9, None, "from")]),
        ("no later than the end of June", [(None, 6, None, "by")]),
        ("before 2025", [(2025, None, None, "before")]),
        ("between 4 March and 27 May 2024", [(None, 3, 4, "between"), (2024, 5, 27, "until")]),
        ("they may march in May", [(None, 5, None, "")]),
        ("from 2018/19 to 2022/23", [(2018, None, None, "from"), (2022, None, None, "until")]),
        ("costs £2025", []),
        ("2025 per cent", []),
        ("erbyn 31 Hydref 2025", [(2025, 10, 31, "by")]),
        ("ar 4 Fawrth 2024", [(2024, 3, 4, "")]),
        ("tan fis Mawrth 2024", [(2024, 3, None, "until")]),
        ("ar ôl 27 o Fai 2024", [(2024, 5, 27, "after")]),
    ],
)
def test_dates_are_read_with_the_word_that_ties_them(text: str, found: list[tuple[int | None, ...]]) -> None:
    assert [(one.year, one.month, one.day, one.tie) for one in dates_said(text)] == found
