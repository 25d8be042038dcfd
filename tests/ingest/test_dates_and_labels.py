"""Days as printed, and the labels they stand behind."""

from datetime import date

import pytest

from ingest.dates import read_date, read_date_of_page
from ingest.labels import PageDates, labels_in


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("17 May 2022", "en", date(2022, 5, 17)),
        ("  17  May 2022. ", "en", date(2022, 5, 17)),
        ("Tuesday 17 May 2022", "en", date(2022, 5, 17)),
        ("3 Sept 2025", "en", date(2025, 9, 3)),
        ("2024-01-31", "en", date(2024, 1, 31)),
        ("2024-05-02", "cy", date(2024, 5, 2)),
        ("05/02/2024", "en", date(2024, 2, 5)),  # the day comes first
        ("05/02/2024", "cy", date(2024, 2, 5)),
        ("2024-01-31T23:30:00+00:00", "en", date(2024, 1, 31)),
        ("17 Hydref 2024", "cy", date(2024, 10, 17)),
        ("Dydd Mawrth 17 Mai 2022", "cy", date(2022, 5, 17)),  # Mawrth is Tuesday and March
        ("1af Mai 2022", "cy", date(2022, 5, 1)),
        ("November 2019", "en", None),
        ("2019", "en", None),
        ("17 May", "en", None),
        ("17 May 22", "en", None),
        ("31 February 2020", "en", None),
        ("yesterday", "en", None),
        ("255/2019", "en", None),
        ("Rhagfyr 2024", "cy", None),
        ("17 Hydref 2024", "en", None),
        ("", "en", None),
        ("We said on 17 May 2022 that the matter would come back to us in good time.", "en", None),
    ],
)
def test_only_a_full_day_is_a_date(text: str, language: str, expected: date | None) -> None:
    assert read_date(text, language=language) == expected


@pytest.mark.parametrize(
    ("month", "number"),
    [
        (name, number)
        for number, name in enumerate(
            [
                "Ionawr",
                "Chwefror",
                "Mawrth",
                "Ebrill",
                "Mai",
                "Mehefin",
                "Gorffennaf",
                "Awst",
                "Medi",
                "Hydref",
                "Tachwedd",
                "Rhagfyr",
            ],
            start=1,
        )
    ],
)
def test_every_welsh_month_is_read(month: str, number: int) -> None:
    assert read_date(f"9 {month} 2024", language="cy") == date(2024, number, 9)


def test_a_welsh_page_may_print_an_english_month() -> None:
    assert read_date_of_page("9 December 2024", language="cy") == date(2024, 12, 9)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("First published: 1 May 2024", [("published", "1 May 2024")]),
        ("First published:", [("published", "")]),
        ("First published", [("published", "")]),
        ("First published:1 May 2024Last updated:", [("published", "1 May 2024"), ("updated", "")]),
        ("Cyhoeddwyd gyntaf: 1 Mai 2024", [("published", "1 Mai 2024")]),
        ("Diweddarwyd ddiwethaf:", [("updated", "")]),
        ("This page was updated on 05/02/2024", [("updated", "05/02/2024")]),
        ("Consultation ends: 3 March 2024", [("closes", "3 March 2024")]),
        ("Call for evidence ends:", [("closes", "")]),
        (
            "Start of consultation: 1 May 2018 End of consultation: 13 July 2018",
            [("launched", "1 May 2018"), ("closes", "13 July 2018")],
        ),
        ("Daw’r ymgynghoriad i ben: 3 Mawrth 2024", [("closes", "3 Mawrth 2024")]),
        ("Yr ymgynghoriad yn dod i ben: 3 Mawrth 2024", [("closes", "3 Mawrth 2024")]),
        ("It was first published: in May", []),  # a label begins its line
        ("First published works", []),
    ],
)
def test_labels_of_a_line(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(label.meaning, label.value) for label in labels_in(line)] == expected


def test_a_day_before_publication_is_no_update() -> None:
    dates = PageDates(language="en", published=date(2024, 12, 18))

    assert not dates.take("updated", "9 December 2024")
    assert dates.updated is None


def test_words_are_not_taken_for_a_date() -> None:
    dates = PageDates(language="en")

    assert not dates.take("updated", "The last two years were long.")
