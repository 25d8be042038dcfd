"""A Welsh question is told word by word in English, a noun behind what tells of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.gloss import gloss


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pryd fydd y corff dysgu proffesiynol newydd yn dechrau?", "when new professional learning body begin"),
        ("Oes rhaid i ni gyhoeddi ein cynllun datblygu ysgol?", "must publish school development plan"),
        ("Faint o arian mae ysgolion yn ei gael i wella presenoldeb?", "how much money schools get improve attendance"),
        ("Pwy benododd brif weithredwr y corff newydd a phryd?", "who appoint new body chief executive when"),
        ("A ddylai’r pennaeth roi dirwy i rieni?", "should headteacher give fine parents"),
        ("Ga i gymryd fy mhlant ar wyliau yn ystod y tymor?", "may I take children term-time holiday"),
        (
            "Fedr pennaeth wrthod lle i ddisgybl o'r tu allan i'r dalgylch?",
            "can headteacher refuse place pupil outside catchment area",
        ),
        ("Pa mor aml mae Estyn yn arolygu pob ysgol?", "how often Estyn inspect every school"),
        ("Oes modd i'r cyngor godi tâl am fws ysgol?", "means council charge school bus"),
        (
            "Beth ddywedodd Mrs Heulwen Prys am ysgolion bro yn 2022?",
            "what said Mrs Heulwen Prys community focused schools 2022",
        ),
        ("Ym mha flwyddyn y cyhoeddwyd y strategaeth gyntaf?", "in which year was published first strategy"),
        ("Faint gafodd ysgolion yng nghyllideb ddrafft 2026-27?", "how much got schools draft budget 2026-27"),
        ("A gafodd £1.5m neu 12% ei wario?", "got £1.5m or 12% spend"),
    ],
)
def test_a_question_in_english_words(text: str, told: str) -> None:
    assert gloss(text, "cy") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cynllun gwella", "improvement plan"),
        ("ysgolion bach gwledig", "rural small schools"),
        ("ysgol, gwledig", "school rural"),
        ("i awdurdodau lleol gadw cofnod", "local authorities keep record"),
        ("polisi ymddygiad yr ysgol", "school behaviour policy"),
    ],
)
def test_what_tells_of_a_noun_goes_before_it(text: str, told: str) -> None:
    assert gloss(text, "cy") == told


def test_another_language_comes_back_as_it_is() -> None:
    assert gloss("When does it begin?", "en") == "When does it begin?"


@pytest.mark.parametrize("text", ["", "?", "yn y"])
def test_nothing_told_is_nothing(text: str) -> None:
    assert gloss(text, "cy") == ""


@given(st.text())
def test_any_text_can_be_told(text: str) -> None:
    assert "  " not in gloss(text, "cy")
