"""Wales's own in the place of another nation's, where it is certain."""

import pytest

from search_api.question.elsewhere import elsewhere
from search_api.question.equivalents import asked_of_wales, in_wales


@pytest.mark.parametrize(
    ("question", "language", "changed"),
    [
        ("What does Ofsted inspect?", "en", "What does Estyn inspect?"),
        ("What has the DfE announced?", "en", "What has the Welsh Government announced?"),
        ("How are schools in England funded?", "en", "How are schools in Wales funded?"),
        ("What is in keeping children safe in education?", "en", "What is in Keeping learners safe?"),
        ("Who writes EHC plans?", "en", "Who writes individual development plans?"),
        ("How do academies set pay?", "en", ""),
        ("What are the phonics check results?", "en", ""),
        ("Beth mae Ofsted yn ei arolygu?", "cy", "Beth mae Estyn yn ei arolygu?"),
        ("Sut mae ysgolion yn Lloegr yn cael eu hariannu?", "cy", "Sut mae ysgolion yng Nghymru yn cael eu hariannu?"),
        ("Beth am yr Alban?", "cy", ""),
    ],
)
def test_a_question_is_asked_of_wales_where_its_own_is_certain(question: str, language: str, changed: str) -> None:
    words = elsewhere(question, language)

    assert words
    assert asked_of_wales(question, words, language) == changed
    assert bool(in_wales(words, language)) == bool(changed)
