"""A Welsh question is told word by word in English, a noun behind what tells of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.gloss import gloss


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pryd fydd y corff dysgu proffesiynol newydd yn dechrau?", "when will new professional learning body begin"),
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
        ("Oes modd i'r cyngor godi tâl am fws ysgol?", "is it possible council charge school bus"),
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ni chaniateir ffonau", "is not allowed phones"),
        ("Ni thelir y grant", "is not paid grant"),
        ("disgybl na all elwa", "pupil cannot benefit"),
        ("Ni chyhoeddwyd y cynllun", "not was published plan"),
        ("Gawn ni gyhoeddi'r cynllun", "may publish plan"),
        ("awdurdodau, nid ysgolion", "authorities not schools"),
        ("er nad oes angen", "there is no need"),
        ("Nid yw'r canllawiau'n statudol", "is not guidance statutory"),
    ],
)
def test_what_is_denied_is_not_lost(text: str, told: str) -> None:
    assert gloss(text, "cy") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ffonau yn yr ysgol", "phones school"),
        ("athrawon mai diffyg hyder", "teachers confidence lack"),
        ("ym mis mai", "month May"),
        ("14 Mai 2025", "14 May 2025"),
        ("yn yr hydref", "autumn"),
        ("4 Hydref", "4 October"),
        ("95 y cant", "95 per cent"),
        ("dau gant", "two hundred"),
        ("£2 filiwn", "£2 million"),
        ("mewn grym o 1 Ionawr 2026", "in force from 1 January 2026"),
        ("sawl un o 30", "how many one 30"),
        ("o 52,400 i 49,150", "from 52,400 to 49,150"),
        ("yn ôl y canllawiau", "according to guidance"),
        ("ei roi'n ôl", "give back"),
        ("ydy hynny'n iawn", "right"),
    ],
)
def test_what_a_word_is_depends_on_what_stands_beside_it(text: str, told: str) -> None:
    assert gloss(text, "cy") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rhaid i'r awdurdod ymateb", "must authority respond"),
        ("Gall yr awdurdod ymateb", "can authority respond"),
        ("cynllun ymateb", "respond plan"),
    ],
)
def test_who_does_a_thing_goes_before_it(text: str, told: str) -> None:
    assert gloss(text, "cy") == told


def test_another_language_comes_back_as_it_is() -> None:
    assert gloss("When does it begin?", "en") == "When does it begin?"


@pytest.mark.parametrize("text", ["", "?", "yn y"])
def test_nothing_told_is_nothing(text: str) -> None:
    assert gloss(text, "cy") == ""


@given(st.text())
def test_any_text_can_be_told(text: str) -> None:
    assert "  " not in gloss(text, "cy")
