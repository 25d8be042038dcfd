"""A question that asks more than one thing is told apart into questions that stand alone; one that asks one thing is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.question.parts import MOST, parts_of


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            "Who chairs the National Coherence Group and when did it last meet?",
            "en",
            ("Who chairs the National Coherence Group?", "When did the National Coherence Group last meet?"),
        ),
        ("What is the NCG and what does it do?", "en", ("What is the NCG?", "What does the NCG do?")),
        (
            "I am a governor. Is the guidance statutory, and does it apply to PRUs?",
            "en",
            ("Is the guidance statutory?", "Does the guidance apply to PRUs?"),
        ),
        ("Who leads Dysgu and who pays for it?", "en", ("Who leads Dysgu?", "Who pays for Dysgu?")),
        ("Who pays for Adnodd and what does it cost?", "en", ("Who pays for Adnodd?", "What does Adnodd cost?")),
        ("Beth yw Dysgu a phwy sy'n arwain y corff?", "cy", ("Beth yw Dysgu?", "Pwy sy'n arwain y corff?")),
        # A tail that leans on the whole of what is asked.
        ("Must schools have a development plan, and by when?", "en", ()),
        ("What must councils send ministers, and how often?", "en", ()),
        # "and" between things, bodies or subjects of one question.
        ("What must schools and governors do about attendance?", "en", ()),
        ("What have ministers said on attendance and how schools should improve it?", "en", ()),
        ("What and when is the census?", "en", ()),
        ("When does evaluation and improvement start?", "en", ()),
        ("school improvement and what it costs", "en", ()),
        ("Beth yw'r rhaglen a'r cynllun?", "cy", ()),
    ],
)
def test_the_questions_in_a_question(text: str, language: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text, language) == parts


@given(st.text(max_size=120), st.sampled_from(["en", "cy"]))
def test_any_text_has_no_part_or_two_or_three(text: str, language: str) -> None:
    parts = parts_of(text, language)

    assert len(parts) in {0, *range(2, MOST + 1)}
    assert all(part.endswith("?") for part in parts)
