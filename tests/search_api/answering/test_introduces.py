"""A sentence that says what the thing asked about is, told from one that only names it or tells what happened."""

import pytest

from search_api.answering.introduces import introduces, is_titled

NCG, PLAN = "What is the NCG?", "What is a school travel plan?"


@pytest.mark.parametrize(
    ("question", "text", "language", "says"),
    [
        (NCG, "The NCG is a group of leaders that advises ministers.", "en", True),
        (NCG, "The National Coherence Group (NCG) looks at whether changes fit together.", "en", True),
        (NCG, "The NCG will advise on the pace of change.", "en", True),
        (NCG, "The NCG met on 2 April.", "en", False),
        (NCG, "The NCG keeps its role.", "en", False),
        (NCG, "The NCG's letter is published.", "en", False),
        (NCG, "The NCG terms of reference date from 2024.", "en", False),
        (NCG, "Members of the NCG are leaders.", "en", False),
        (NCG, "The NCG was asked for its view.", "en", False),
        (PLAN, "A school travel plan sets out how pupils come to school.", "en", True),
        (PLAN, "A school travel plan must name a governor.", "en", True),
        (PLAN, "A school travel plan has four parts: walking, wheels, buses and cars.", "en", True),
        (PLAN, "School travel plans are a way to fewer cars.", "en", False),
        (PLAN, "A new school travel plan was published in May.", "en", False),
        (PLAN, "A school travel plan is still a legal requirement.", "en", True),
        ("What's meant by a letting?", "A letting means that another person uses a room.", "en", True),
        ("Who leads the NCG?", "The NCG is a group of leaders.", "en", False),
        ("Beth yw'r CPCP?", "Mae'r CPCP yn orfodol i ddarpar benaethiaid.", "cy", True),
        ("Beth yw cynllun teithio?", "Cynllun teithio yw dogfen sy'n dweud sut y daw disgyblion i'r ysgol.", "cy", True),
        ("Beth yw'r CPCP?", "Adolygwyd y CPCP yn 2022.", "cy", False),
    ],
)
def test_a_sentence_that_says_what_a_thing_is(question: str, text: str, language: str, says: bool) -> None:
    assert introduces(question, text, language) is says


@pytest.mark.parametrize(
    ("question", "title", "language", "titled"),
    [
        (NCG, "National Coherence Group: terms of reference", "en", True),
        ("What is Our National Mission?", "Written Statement: ‘Our National Mission’ update", "en", True),
        ("What is a letting?", "Hiring out halls and a letting", "en", False),
        ("Who leads the NCG?", "National Coherence Group: terms of reference", "en", False),
        ("Beth yw'r Cynllun Teithio?", "Y Cynllun Teithio: canllawiau", "cy", True),
    ],
)
def test_a_title_that_is_the_thing_asked_about(question: str, title: str, language: str, titled: bool) -> None:
    assert is_titled(question, title, language) is titled
