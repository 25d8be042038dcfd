"""Words that point at a day told before them, in their sentence or in the one before; a day that was past is not meant."""

import pytest

from tests.ingest.commitments.texts import made, statement


def due(text: str) -> tuple[str, str, str] | None:
    """Operator and days of the last promise of a text of 17 May 2026."""
    found = made(statement(text))[-1].due
    return (found.operator.value, str(found.first), str(found.last)) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 June we meet the unions. I will write to schools that week.", ("on", "2026-06-01", "2026-06-07")),
        ("We open the hall on 8 July. I will publish the plan the same day.", ("on", "2026-07-08", "2026-07-08")),
        ("The code will be laid on 3 June. We will publish a guide the day after.", ("on", "2026-06-04", "2026-06-04")),
        ("The code will be laid on 3 June. We will publish a guide the week after.", ("on", "2026-06-08", "2026-06-14")),
        (
            "The panel meets on 3 June. I will publish its notes within ten days of that meeting.",
            ("by", "2026-06-03", "2026-06-13"),
        ),
        ("The fund opens on 1 July. We will publish a list a fortnight later.", ("on", "2026-07-15", "2026-07-15")),
        ("The training is in the week beginning 8 June. It will be held on the Thursday.", ("on", "2026-06-11", "2026-06-11")),
        ("The review reports in July. Until then I will fund the centres.", ("until", "2026-07-31", "2026-07-31")),
        ("The rules end in May 2027. A guide will be published by the following July.", ("by", "2027-07-01", "2027-07-31")),
        (
            "The panel meets in June. We will hold a conference on the last Friday of that month.",
            ("on", "2026-06-26", "2026-06-26"),
        ),
        ("The fund opens on 1 July. I will publish the rules one month before that date.", ("on", "2026-06-01", "2026-06-01")),
    ],
)
def test_words_that_point_have_the_days_they_point_at(text: str, expected: tuple[str, str, str]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kites are red. I will publish the plan that week.",
        "I will meet them on 3 June.\n\nI will publish the plan that day.",
        "I met them on 3 March. I will publish the plan that day.",
    ],
)
def test_where_no_day_to_come_was_told_they_name_none(text: str) -> None:
    assert due(text) is None


def test_the_header_of_a_list_that_only_names_a_time_gives_it_to_items_that_speak_for_themselves() -> None:
    found = made(
        statement(
            "In the second half of 2027:\n\n- every school will be given a kite;\n- a guide will be published in May 2028."
        )
    )
    assert [str(one.due and one.due.last) for one in found] == ["2027-12-31", "2028-05-31"]
