"""A question's names are written as the text that may answer it writes them; nothing else of the question moves."""

import pytest

from search_api.question.names import as_written, named_otherwise


@pytest.mark.parametrize(
    ("question", "text", "written"),
    [
        ("What is the NCG?", "The National Coherence Group advises ministers.", "What is the National Coherence Group?"),
        (
            "what is the npqh",
            "Leads to the National Professional Qualification for Headship.",
            "what is the National Professional Qualification for Headship",
        ),
        ("What do FEOs do?", "Family engagement officers visit families.", "What do family engagement officers do?"),
        (
            "What is Dysgu?",
            "A new professional learning and leadership body.",
            "What is professional learning and leadership body?",
        ),
        ("Who has additional learning needs?", "ALN is told by a need and not by a label.", "Who has ALN?"),
        ("What is the NCG?", "The NCG, or National Coherence Group, met.", "What is the National Coherence Group?"),
        ("What is the National Coherence Group?", "The NCG, or National Coherence Group, met.", None),
        ("What is the NCG?", "The board met.", None),
        ("What is a plan?", "The school development plan is due.", None),
    ],
)
def test_a_name_is_written_as_the_text_writes_it(question: str, text: str, written: str | None) -> None:
    assert as_written(question, text, "en") == (written or question)


def test_a_language_without_names_is_left_as_it_is() -> None:
    assert as_written("Beth yw'r NCG?", "The National Coherence Group advises.", "cy") == "Beth yw'r NCG?"


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("Who chairs the NCG?", "Chair of the National Coherence Group.", "NCG"),
        ("Who chairs the NCG?", "Chair of the NCG.", ""),
        ("Who chairs the board?", "Chair of the NCG.", ""),
    ],
)
def test_the_names_that_a_text_writes_otherwise_are_told(question: str, text: str, names: str) -> None:
    assert named_otherwise(question, text, "en") == names
