"""Days that lines name, the meetings of minutes, and what a letter says of itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.publication import PublicationType as Type
from ingest.days import days_in, meetings_of
from ingest.letters import Letter, read_letter


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Board meeting: 14 July 2025", [date(2025, 7, 14)]),
        ("Board meetings: 21 November 2024 and 18 December 2024", [date(2024, 11, 21), date(2024, 12, 18)]),
        ("21 and 22 May 2024", [date(2024, 5, 21), date(2024, 5, 22)]),
        ("28 June and 5 July 2024", [date(2024, 6, 28), date(2024, 7, 5)]),
        ("3, 4 and 5 May 2024", [date(2024, 5, 3), date(2024, 5, 4), date(2024, 5, 5)]),
        ("14 to 15 July 2025", [date(2025, 7, 14), date(2025, 7, 15)]),
        ("Cyfarfodydd: 21 Tachwedd 2024 a 18 Rhagfyr 2024", [date(2024, 11, 21), date(2024, 12, 18)]),
        ("3 Mehefin ac 11 Gorffennaf 2025", [date(2025, 6, 3), date(2025, 7, 11)]),
        ("o 1 Fedi 2024", [date(2024, 9, 1)]),
        ("Thursday 1st May 2024", [date(2024, 5, 1)]),
        ("held on 05/02/2024", [date(2024, 2, 5)]),
        ("14 July 2025, 14 July 2025", [date(2025, 7, 14)]),
        ("5 schools met on 3 March 2024", [date(2024, 3, 3)]),
        ("3 March, and again in 2024", []),  # the year is another's
        ("31 February 2024", []),
        ("July 2025", []),
        ("WG 255/2019", []),
        ("", []),
    ],
)
def test_days_of_a_line(line: str, expected: list[date]) -> None:
    assert list(days_in(line)) == expected


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_two_days_of_a_title_are_both_read(first: date, second: date) -> None:
    title = f"Board meetings: {first.day} {first:%B} {first.year} and {second.day} {second:%B} {second.year}"

    assert days_in(title) == tuple(dict.fromkeys([first, second]))


@pytest.mark.parametrize(
    ("title", "headings", "text", "expected"),
    [
        ("Board meeting: 14 July 2025", ("Minutes of the meeting of 21 May 2025",), "", [date(2025, 7, 14)]),
        (
            "Board meetings, summer 2025",
            ("Meeting of 2 June 2025", "Meeting of 9 June 2025"),
            "",
            [date(2025, 6, 2), date(2025, 6, 9)],
        ),
        ("Board minutes", (), "Board\n\nDate: 14 July 2025, 10am\n\nPlace: Bala", [date(2025, 7, 14)]),
        ("Cofnodion y bwrdd", (), "Dyddiad y cyfarfod: 14 Gorffennaf 2025", [date(2025, 7, 14)]),
        ("Board minutes", (), "We shall meet on 14 July 2025.", []),
    ],
)
def test_meetings_of_minutes(title: str, headings: tuple[str, ...], text: str, expected: list[date]) -> None:
    assert list(meetings_of(title=title, text=text, headings=headings, type_=Type.MINUTES)) == expected


def test_a_statement_on_a_meeting_is_no_minutes() -> None:
    title = "Written Statement: Ministers' meeting, 14 July 2025"

    assert meetings_of(title=title, text="", headings=(), type_=Type.WRITTEN_STATEMENT) == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["9 December 2024", "Dear Minister", "Sums add up.", "Yours sincerely", "Jane Doe CBE", "Chair, Counting Group"],
            Letter(dateline=date(2024, 12, 9), author="Jane Doe CBE", role="Chair, Counting Group"),
        ),
        (
            ["9 Rhagfyr 2024", "Annwyl Weinidog", "Mae’r symiau’n gywir.", "Yn gywir,", "Siân Dee", "Cadeirydd y Grŵp Cyfrif"],
            Letter(dateline=date(2024, 12, 9), author="Siân Dee", role="Cadeirydd y Grŵp Cyfrif"),
        ),
        (
            ["Dear Minister", "Words.", "Kind regards", "Jane Doe", "Chair", "Jo Dee", "Director"],
            Letter(author="Jane Doe and Jo Dee", role="Chair; Director"),
        ),
        (
            ["From: Jane Doe, Director of Sums", "To: Jo Dee, Minister for Sums", "Date: 3 May 2024", "Dear Jo", "Words."],
            Letter(dateline=date(2024, 5, 3), author="Jane Doe", role="Director of Sums"),
        ),
        (
            ["Jo Dee MS, Cabinet Secretary for Sums", "3 May 2024", "Dear Cabinet Secretary", "Words."],
            Letter(dateline=date(2024, 5, 3)),  # the one who is written to does not sign
        ),
        (["Jo Dee", "Chair, Sums Board", "Dear Mr Dee", "Words."], Letter()),
        (["Dear colleague", "3 May 2024", "Words."], Letter(dateline=date(2024, 5, 3))),
        (["Dear Minister", "Words.", "More.", "On 3 May 2024 we met."], Letter()),
        (["Dear Minister", "Words.", "Yours sincerely", "The Counting Group"], Letter(author="The Counting Group")),
    ],
)
def test_what_a_letter_says_of_itself(lines: list[str], expected: Letter) -> None:
    assert read_letter("\n\n".join(lines), type_=Type.LETTER, language="en") == expected


def test_only_a_letter_is_read_as_one() -> None:
    text = "3 May 2024\n\nSums add up.\n\nKind regards\n\nJane Doe\nChair"

    assert read_letter(text, type_=Type.GUIDANCE, language="en") == Letter()
    assert read_letter(f"Dear all\n\n{text}", type_=Type.GUIDANCE, language="en").dateline == date(2024, 5, 3)
