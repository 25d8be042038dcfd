"""Words of time in both languages, each with the days they name from the day they were said; vague ones stay vague."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.commitment import Operator
from ingest.commitments import calendar_days as calendar
from ingest.commitments.dues import dues_in
from ingest.commitments.fields import LANGUAGES

SAID = date(2026, 5, 17)
"""A Sunday in May."""
LATE = date(2026, 12, 20)


def read(words: str, language: str = "en", said: date | None = SAID, *, past: bool = False) -> list[tuple[str, str, str, str]]:
    found = [one.due for one in dues_in(words, said, LANGUAGES[language], past=past)]
    return [(due.words, due.operator.value, str(due.first), str(due.last)) for due in found]


@pytest.mark.parametrize(
    ("words", "operator", "first", "last"),
    [
        ("by 1 April 2027", "by", "2027-04-01", "2027-04-01"),
        ("on Monday 8 June", "on", "2026-06-08", "2026-06-08"),
        ("on 8 March", "on", "2027-03-08", "2027-03-08"),
        ("by 03/06/2026", "by", "2026-06-03", "2026-06-03"),
        ("next Tuesday", "on", "2026-05-19", "2026-05-19"),
        ("before 1 September 2026", "by", "2026-08-31", "2026-08-31"),
        ("at the end of June", "on", "2026-06-24", "2026-06-30"),
        ("by the middle of June", "by", "2026-06-11", "2026-06-20"),
        ("early in June", "on", "2026-06-01", "2026-06-10"),
        ("in the second half of January", "on", "2027-01-16", "2027-01-31"),
        ("in the first week of December", "on", "2026-12-01", "2026-12-07"),
        ("from this September", "from", "2026-09-01", "2026-09-30"),
        ("in March", "on", "2027-03-01", "2027-03-31"),
        ("by March 2028", "by", "2028-03-01", "2028-03-31"),
        ("this week", "on", "2026-05-11", "2026-05-17"),
        ("next week", "on", "2026-05-18", "2026-05-24"),
        ("before the end of next week", "by", "2026-05-24", "2026-05-24"),
        ("in the week beginning 8 June", "on", "2026-06-08", "2026-06-14"),
        ("by Friday", "by", "2026-05-22", "2026-05-22"),
        ("by March next year", "by", "2027-03-01", "2027-03-31"),
        ("by the summer of next year", "by", "2027-06-01", "2027-08-31"),
        ("with immediate effect", "on", "2026-05-17", "2026-05-17"),
        ("in two weeks' time", "on", "2026-05-17", "2026-05-31"),
        ("tomorrow", "on", "2026-05-18", "2026-05-18"),
        ("next month", "on", "2026-06-01", "2026-06-30"),
        ("by this autumn", "by", "2026-09-01", "2026-11-30"),
        ("in the spring", "on", "2026-03-01", "2026-05-31"),
        ("next spring", "on", "2027-03-01", "2027-05-31"),
        ("during the winter", "on", "2026-12-01", "2027-02-28"),
        ("by late autumn 2026", "by", "2026-11-01", "2026-11-30"),
        ("in the autumn of 2027", "on", "2027-09-01", "2027-11-30"),
        ("by the end of the summer term", "by", "2026-07-18", "2026-07-31"),
        ("in the spring term", "on", "2027-01-01", "2027-04-15"),
        ("this term", "on", "2026-04-16", "2026-07-31"),
        ("next term", "on", "2026-09-01", "2026-12-31"),
        ("from the 2026/27 academic year", "from", "2026-09-01", "2027-08-31"),
        ("in the next school year", "on", "2026-09-01", "2027-08-31"),
        ("in 2027-28", "on", "2027-04-01", "2028-03-31"),
        ("in the next financial year", "on", "2027-04-01", "2028-03-31"),
        ("during 2027", "on", "2027-01-01", "2027-12-31"),
        ("early in 2027", "on", "2027-01-01", "2027-03-31"),
        ("by the end of the year", "by", "2026-12-01", "2026-12-31"),
        ("later this year", "on", "2026-05-17", "2026-12-31"),
        ("in the first quarter of 2027", "on", "2027-01-01", "2027-03-31"),
        ("within six months", "by", "2026-05-17", "2026-11-17"),
        ("over the next two years", "on", "2026-05-17", "2028-05-17"),
        ("over the coming year", "on", "2026-05-17", "2027-05-17"),
        ("for a further year", "until", "2026-05-17", "2027-05-17"),
        ("before the end of this Senedd term", "by", "2026-05-07", "2030-05-01"),
        ("before Christmas", "by", "2026-12-24", "2026-12-24"),
        ("by Easter 2027", "by", "2027-03-28", "2027-03-28"),
        ("between May and July 2027", "on", "2027-05-01", "2027-07-31"),
        ("from September 2026 until March 2027", "on", "2026-09-01", "2027-03-31"),
        ("on the first of September", "on", "2026-09-01", "2026-09-01"),
        ("by the 20th", "by", "2026-05-20", "2026-05-20"),
        ("by the twenty-second", "by", "2026-05-22", "2026-05-22"),
        ("from the first Monday in January", "from", "2027-01-04", "2027-01-04"),
        ("by close of play on Friday", "by", "2026-05-22", "2026-05-22"),
        ("at the start of next week", "on", "2026-05-18", "2026-05-18"),
        ("the week after next", "on", "2026-05-25", "2026-05-31"),
        ("before the month is out", "by", "2026-05-17", "2026-05-31"),
        ("within the term", "by", "2026-05-17", "2026-07-31"),
        ("before February is over", "by", "2027-02-01", "2027-02-28"),
        ("this side of Christmas", "by", "2026-12-24", "2026-12-24"),
        ("in the first half of 2026", "on", "2026-01-01", "2026-06-30"),
        ("by mid-2027", "by", "2027-05-01", "2027-08-31"),
        ("in the third quarter of 2025-26", "on", "2025-10-01", "2025-12-31"),
        ("not later than the third week of January", "by", "2027-01-15", "2027-01-21"),
        ("at the back end of November", "on", "2026-11-24", "2026-11-30"),
        ("from the first day of the summer term", "from", "2026-04-16", "2026-04-16"),
        ("in the opening weeks of the autumn term", "on", "2026-09-01", "2026-09-14"),
        ("by this time next month", "by", "2026-06-17", "2026-06-17"),
        ("in the lifetime of this Senedd", "on", "2026-05-07", "2030-05-01"),
        ("before the election", "by", "2030-05-01", "2030-05-01"),
        ("for another three years", "until", "2026-05-17", "2029-05-17"),
        ("for at least two further school years", "until", "2026-05-17", "2028-08-31"),
        ("between now and the end of the school year", "until", "2026-08-01", "2026-08-31"),
        ("by the turn of the year", "by", "2026-12-31", "2026-12-31"),
        ("across 2026-27 and 2027-28", "on", "2026-04-01", "2028-03-31"),
        ("by Mothering Sunday", "by", "2027-03-07", "2027-03-07"),
        ("after April 2027", "from", "2027-05-01", "2027-05-01"),
        ("as of next September", "from", "2026-09-01", "2026-09-30"),
        ("no earlier than January 2027", "from", "2027-01-01", "2027-01-31"),
        ("inside the next twelve months", "by", "2026-05-17", "2027-05-17"),
        ("late next year", "on", "2027-10-01", "2027-12-31"),
        ("a week on Friday", "on", "2026-05-29", "2026-05-29"),
        ("on Tuesday fortnight", "on", "2026-06-02", "2026-06-02"),
        ("on Thursday of next week", "on", "2026-05-21", "2026-05-21"),
        ("a month today", "on", "2026-06-17", "2026-06-17"),
        ("within 48 hours", "by", "2026-05-17", "2026-05-19"),
        ("within 15 working days", "by", "2026-05-17", "2026-06-05"),
        ("on 4 and 5 June", "on", "2026-06-04", "2026-06-05"),
        ("from 12 to 16 October", "from", "2026-10-12", "2026-10-16"),
        ("by noon on Friday", "by", "2026-05-22", "2026-05-22"),
        ("by 5pm on 3 July", "by", "2026-07-03", "2026-07-03"),
        ("by the 20th of next month", "by", "2026-06-20", "2026-06-20"),
        ("by the first Friday of next month", "by", "2026-06-05", "2026-06-05"),
        ("ahead of their meeting on 9 December", "by", "2026-12-08", "2026-12-08"),
        ("until the end of the financial year after next", "until", "2029-03-01", "2029-03-31"),
        ("in the term after next", "on", "2027-01-01", "2027-04-15"),
        ("over the next two financial years", "on", "2027-04-01", "2029-03-31"),
        ("for at least two more years", "until", "2026-05-17", "2028-05-17"),
        ("in the first three months of 2027", "on", "2027-01-01", "2027-03-31"),
        ("in the 2027 calendar year", "on", "2027-01-01", "2027-12-31"),
        ("By Easter next year", "by", "2027-03-28", "2027-03-28"),
        ("ahead of next winter", "by", "2026-11-30", "2026-11-30"),
        ("at the start of the school year", "on", "2026-09-01", "2026-09-30"),
        ("before the start of term", "by", "2026-09-01", "2026-09-14"),
        ("before term ends", "by", "2026-05-17", "2026-07-31"),
        ("later this term", "on", "2026-05-17", "2026-07-31"),
        ("by end-June", "by", "2026-06-24", "2026-06-30"),
        ("in May or June", "on", "2026-05-01", "2026-06-30"),
        ("in late June or early July", "on", "2026-06-24", "2026-07-10"),
        ("before the May election", "by", "2030-05-01", "2030-05-01"),
    ],
)
def test_english_words_of_time(words: str, operator: str, first: str, last: str) -> None:
    assert read(words) == [(words, operator, first, last)]


@pytest.mark.parametrize(
    ("words", "operator", "first", "last"),
    [
        ("erbyn 1 Ebrill 2027", "by", "2027-04-01", "2027-04-01"),
        ("ddiwedd mis Mehefin", "on", "2026-06-24", "2026-06-30"),
        ("ym mis Mawrth", "on", "2027-03-01", "2027-03-31"),
        ("o fis Medi 2026", "from", "2026-09-01", "2026-09-30"),
        ("yr wythnos hon", "on", "2026-05-11", "2026-05-17"),
        ("y mis nesaf", "on", "2026-06-01", "2026-06-30"),
        ("yn yr hydref", "on", "2026-09-01", "2026-11-30"),
        ("erbyn diwedd tymor y gwanwyn", "by", "2027-04-02", "2027-04-15"),
        ("o flwyddyn academaidd 2026/27", "from", "2026-09-01", "2027-08-31"),
        ("yn 2027-28", "on", "2027-04-01", "2028-03-31"),
        ("yn ystod 2027", "on", "2027-01-01", "2027-12-31"),
        ("erbyn diwedd y flwyddyn", "by", "2026-12-01", "2026-12-31"),
        ("o fewn chwe mis", "by", "2026-05-17", "2026-11-17"),
        ("dros y flwyddyn nesaf", "on", "2026-05-17", "2027-05-17"),
        ("cyn diwedd tymor y Senedd hwn", "by", "2026-05-07", "2030-05-01"),
        ("cyn y Nadolig", "by", "2026-12-24", "2026-12-24"),
        ("erbyn Gŵyl Ddewi", "by", "2027-03-01", "2027-03-01"),
        ("o fewn deufis", "by", "2026-05-17", "2026-07-17"),
        ("ymhen blwyddyn", "by", "2026-05-17", "2027-05-17"),
        ("ddydd Gwener", "on", "2026-05-22", "2026-05-22"),
        ("erbyn diwedd y flwyddyn galendr", "by", "2026-12-01", "2026-12-31"),
        ("tan ddiwedd blwyddyn ysgol 2027/28", "until", "2028-08-01", "2028-08-31"),
        ("yn hanner cyntaf 2027", "on", "2027-01-01", "2027-06-30"),
        ("fis i heddiw", "on", "2026-06-17", "2026-06-17"),
        ("yn ystod y mis nesaf", "on", "2026-06-01", "2026-06-30"),
        ("yn ystod y ddwy flynedd ariannol nesaf", "on", "2027-04-01", "2029-03-31"),
    ],
)
def test_welsh_words_of_time(words: str, operator: str, first: str, last: str) -> None:
    assert read(words, "cy") == [(words, operator, first, last)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("shortly", 42),
        ("soon", 42),
        ("in due course", 180),
        ("in the coming weeks", 60),
        ("as soon as possible", 60),
        ("in the new year", 60),
        ("before half-term", 60),
        ("when Senedd time allows", 60),
        ("by the time pupils come back after Christmas", 60),
        ("before the Senedd breaks up for the summer", 60),
        ("in the second half of the spring term", 60),
        ("within days", 42),
        ("straight away", 42),
        ("before pupils go back in January", 60),
        ("the week after half-term in October", 60),
        ("in the run-up to Christmas", 60),
        ("before the clocks go back", 60),
        ("in a few weeks", 60),
    ],
)
def test_vague_words_have_no_days_but_a_day_to_look_again(words: str, days: int) -> None:
    [one] = dues_in(words, SAID, LANGUAGES["en"])
    assert (one.due.vague, one.due.first, one.due.last) == (True, None, None)
    assert one.due.review_after is not None
    assert (one.due.review_after - SAID).days == days


@pytest.mark.parametrize(
    "words",
    [
        "six times a year",
        "for two years",
        "every June",
        "to the Senedd",
        "the 2024 review",
        "Year 9",
        "you may go",
        "throughout the year",
        "on 31 February 2027",
        "by the second report",
        "the 20th century",
    ],
)
def test_words_that_name_no_time_to_come(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    "words", ["by the end of June", "this autumn", "next week", "over the coming year", "in this Senedd term", "tomorrow"]
)
def test_where_the_day_it_was_said_is_not_known_nothing_is_counted_from_it(words: str) -> None:
    [one] = dues_in(words, None, LANGUAGES["en"])
    assert (one.due.rule, one.due.first, one.due.last, one.due.vague) == ("needs_ref", None, None, False)


def test_a_date_with_its_year_needs_no_day_to_count_from() -> None:
    assert read("by March 2028", said=None) == [("by March 2028", "by", "2028-03-01", "2028-03-31")]


@pytest.mark.parametrize(
    ("words", "past", "first"),
    [("in December", False, "2026-12-01"), ("in December", True, "2025-12-01"), ("in May", True, "2026-05-01")],
)
def test_a_month_of_a_past_deed_is_the_last_one(words: str, past: bool, first: str) -> None:
    assert read(words, past=past)[0][2] == first


def test_a_day_of_january_said_in_december_is_in_the_next_year() -> None:
    assert read("on 8 January", said=LATE)[0][2] == "2027-01-08"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("within six months of the fund's opening", "en"),
        ("within 28 days of the regulator's advice", "en"),
        ("no later than three months before the vote", "en"),
        ("o fewn pythefnos i'w dderbyn", "cy"),
        ("o fewn mis wedi hynny", "cy"),
    ],
)
def test_what_counts_from_a_day_not_known_has_no_days_and_is_not_vague(words: str, language: str) -> None:
    [one] = dues_in(words, SAID, LANGUAGES[language])
    assert (one.due.first, one.due.last, one.due.vague, one.due.rule) == (None, None, False, "elsewhere")


PIECES = [
    "by",
    "the end of",
    "June",
    "2027",
    "this",
    "next",
    "term",
    "autumn",
    "week",
    "1",
    "2026-27",
    "/",
    "and",
    "to",
    "from",
    "year",
    "of",
    "before",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.dates(date(2011, 1, 1), date(2028, 1, 1)))
def test_every_interval_is_the_right_way_round_and_its_words_are_there(pieces: list[str], said: date) -> None:
    words = " ".join(pieces)
    for one in dues_in(words, said, LANGUAGES["en"]):
        assert one.due.words == words[one.start : one.end].strip(" ,")
        assert one.due.first is None or (one.due.last is not None and one.due.first <= one.due.last)


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(-40, 40))
def test_counting_months_there_and_back_stays_in_the_month(day: date, months: int) -> None:
    there = calendar.later(day.replace(day=1), months=months)
    assert calendar.later(there, months=-months) == day.replace(day=1)


def test_by_and_until_are_judged_from_the_day_they_were_said() -> None:
    [one] = dues_in("by the end of June", SAID, LANGUAGES["en"])
    assert one.due.operator is Operator.BY
    assert one.due.window(SAID) == (SAID, date(2026, 6, 30))


def test_a_year_after_is_the_one_behind_the_year_named_before_it() -> None:
    assert read("in 2026-27, and in the year after") == [
        ("in 2026-27", "on", "2026-04-01", "2027-03-31"),
        ("in the year after", "on", "2027-04-01", "2028-03-31"),
    ]
