"""Runs of time, spans side by side and what counts from another day, in both languages, with the days they name."""

from datetime import date

import pytest

from ingest.commitments.dues import dues_in
from ingest.commitments.fields import LANGUAGES

SAID = date(2025, 11, 19)
"""A Wednesday in November."""


def read(words: str, language: str = "en") -> list[tuple[str, str, str, str]]:
    found = [one.due for one in dues_in(words, SAID, LANGUAGES[language])]
    return [(due.words, due.operator.value, str(due.first), str(due.last)) for due in found]


@pytest.mark.parametrize(
    ("words", "operator", "first", "last"),
    [
        ("over three years from April 2026", "on", "2026-04-01", "2029-03-31"),
        ("for two years from September", "on", "2026-09-01", "2028-08-31"),
        ("over three years from 2026-27", "on", "2026-04-01", "2029-03-31"),
        ("over five years from 2026", "on", "2026-01-01", "2030-12-31"),
        ("for 12 weeks from 1 December", "on", "2025-12-01", "2026-02-22"),
        ("between 2026 and 2029", "on", "2026-01-01", "2029-12-31"),
        ("in May and June 2026", "on", "2026-05-01", "2026-06-30"),
        ("in September and October", "on", "2026-09-01", "2026-10-31"),
        ("in 2026-27 and 2027-28", "on", "2026-04-01", "2028-03-31"),
        ("in each of the next two financial years", "on", "2026-04-01", "2028-03-31"),
        ("over the next six to twelve months", "on", "2025-11-19", "2026-11-19"),
        ("within the next two to three weeks", "by", "2025-11-19", "2025-12-10"),
        ("until the end of the decade", "until", "2029-12-01", "2029-12-31"),
        ("by the year's end", "by", "2025-12-01", "2025-12-31"),
        ("before month end", "by", "2025-11-24", "2025-11-30"),
        ("in 2026/27", "on", "2026-09-01", "2027-08-31"),
        ("beyond March 2026", "from", "2026-04-01", "2026-04-01"),
        ("over the financial year that starts in April", "on", "2026-04-01", "2027-03-31"),
        ("in the fortnight that begins on 1 December", "on", "2025-12-01", "2025-12-14"),
        ("in the month beginning 8 December", "on", "2025-12-08", "2026-01-07"),
        ("in the months of January and February", "on", "2026-01-01", "2026-02-28"),
        ("between the first and the fourteenth of March", "on", "2026-03-01", "2026-03-14"),
        ("when the new financial year begins", "on", "2026-04-01", "2026-04-01"),
        ("on the Tuesday after next", "on", "2025-12-02", "2025-12-02"),
        ("by the time of the election in May", "by", "2026-05-07", "2026-05-07"),
        ("at the turn of the year", "on", "2025-12-31", "2025-12-31"),
    ],
)
def test_english_runs_of_time(words: str, operator: str, first: str, last: str) -> None:
    assert read(words) == [(words, operator, first, last)]


@pytest.mark.parametrize(
    ("words", "operator", "first", "last"),
    [
        ("yr hydref hwn", "on", "2025-09-01", "2025-11-30"),
        ("o'r hydref", "from", "2025-09-01", "2025-11-30"),
        ("y gwanwyn nesaf", "on", "2026-03-01", "2026-05-31"),
        ("yng ngwanwyn y flwyddyn nesaf", "on", "2026-03-01", "2026-05-31"),
        ("am dair blynedd arall", "until", "2025-11-19", "2028-11-19"),
        ("tan o leiaf fis Mawrth 2028", "until", "2028-03-01", "2028-03-31"),
        ("erbyn diwedd y mis", "by", "2025-11-24", "2025-11-30"),
        ("cyn diwedd y tymor", "by", "2025-12-18", "2025-12-31"),
        ("cyn yr etholiad", "by", "2026-05-06", "2026-05-06"),
        ("ar ddechrau'r flwyddyn ysgol nesaf", "on", "2026-09-01", "2026-09-30"),
        ("mewn chwe mis", "on", "2025-11-19", "2026-05-19"),
        ("fis nesaf", "on", "2025-12-01", "2025-12-31"),
        ("mewn pryd ar gyfer mis Medi", "by", "2026-09-01", "2026-09-30"),
        ("o heddiw", "from", "2025-11-19", "2025-11-19"),
        ("ar y dydd Llun cyntaf ym mis Ionawr", "on", "2026-01-05", "2026-01-05"),
        ("ar yr ail ddydd Gwener o Fawrth 2026", "on", "2026-03-13", "2026-03-13"),
        ("ar y pumed ar hugain o Fai", "on", "2026-05-25", "2026-05-25"),
        ("cyn pen pythefnos", "by", "2025-11-19", "2025-12-03"),
        ("wythnos i ddydd Iau", "on", "2025-11-27", "2025-11-27"),
    ],
)
def test_welsh_words_of_time(words: str, operator: str, first: str, last: str) -> None:
    assert read(words, "cy") == [(words, operator, first, last)]


def test_a_slashed_year_in_a_sentence_of_money_is_a_financial_one() -> None:
    assert read("£4 million in 2026/27") == [("in 2026/27", "on", "2026-04-01", "2027-03-31")]


@pytest.mark.parametrize(
    "words",
    [
        "the five years to 2030",
        "the two years since March 2023",
        "from the 2026-27 budget",
        "for each of the three years that follow",
    ],
)
def test_what_a_thing_covers_is_no_time_to_come(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    "words", ["well before the January sittings", "in the run up to Christmas", "before it rises for the summer"]
)
def test_words_that_no_calendar_fixes_are_vague(words: str) -> None:
    [one] = dues_in(words, SAID, LANGUAGES["en"])
    assert (one.due.vague, one.due.first) == (True, None)
