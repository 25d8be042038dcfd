"""A sentence holds what a kind of question asks for, or not, by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.question.kind import Kind, holds

ENGLISH = [
    (Kind.WHEN, "It begins in September.", True),
    (Kind.WHEN, "It opens on 1 April 2025.", True),
    (Kind.WHEN, "No later than 30 minutes after the session begins.", True),
    (Kind.WHEN, "At least eight weeks before departure.", True),
    (Kind.WHEN, "Reviewed each year.", True),
    (Kind.WHEN, "From the autumn term.", True),
    (Kind.WHEN, "It starts in May.", True),
    (Kind.WHEN, "Schools may start at once.", True),
    (Kind.WHEN, "Schools may start it.", False),
    (Kind.WHEN, "They march to the hall.", False),
    (Kind.WHEN, "It begins soon.", False),
    (Kind.HOW_LONG, "The visit lasts two days.", True),
    (Kind.HOW_LONG, "Plans are reviewed each autumn term.", True),
    (Kind.HOW_LONG, "Once every three years.", True),
    (Kind.HOW_LONG, "Governors meet termly.", True),
    (Kind.HOW_LONG, "A three-year plan is needed.", True),
    (Kind.HOW_LONG, "It runs from 2024 to 2030, or until September 2031.", True),
    (Kind.HOW_LONG, "Within 15 working days.", True),
    (Kind.HOW_LONG, "It began in 2024.", False),
    (Kind.HOW_LONG, "The visit is short.", False),
    (Kind.HOW_MUCH, "It costs £9 million.", True),
    (Kind.HOW_MUCH, "Four consortia were created.", True),
    (Kind.HOW_MUCH, "Absence fell to 9.5% in 2024.", True),
    (Kind.HOW_MUCH, "A third of schools joined.", True),
    (Kind.HOW_MUCH, "It costs a lot.", False),
    (Kind.HOW_MUCH, "It began on 5 May 2024.", False),
    (Kind.HOW_MUCH, "It was replaced in 2023-24.", False),
    (Kind.HOW_MUCH, "One of the schools joined.", False),
    (Kind.WHO, "Professor Dylan Jones led it.", True),
    (Kind.WHO, "Governing bodies decide.", True),
    (Kind.WHO, "It is for the NCG.", True),
    (Kind.WHO, "the National Coherence Group wrote it.", True),
    (Kind.WHO, "someone led it.", False),
    (Kind.WHO, "The plan was made.", False),
    (Kind.WHERE, "It is on Hwb.", True),
    (Kind.WHERE, "The pilot ran in Ceredigion.", True),
    (Kind.WHERE, "It ran somewhere.", False),
    (Kind.MUST, "Schools must publish it.", True),
    (Kind.MUST, "It is not statutory.", True),
    (Kind.MUST, "Schools publish it.", False),
    (Kind.LIST, "Three areas: teaching, wellbeing and leadership.", True),
    (Kind.LIST, "It looks at teaching, at wellbeing, and at leadership.", True),
    (Kind.LIST, "There are areas.", False),
    (Kind.WHY, "It was changed because heads asked for it.", True),
    (Kind.WHY, "The aim is to reduce workload.", True),
    (Kind.WHY, "It was changed.", False),
    (Kind.HOW, "Schools apply by filling in a form.", True),
    (Kind.DEFINITION, "A bell plan is a plan for bells.", True),
    (Kind.DEFINITION, "Bells ring loudly.", False),
    (Kind.STATUS, "The review has been completed.", True),
    (Kind.STATUS, "Bells ring loudly.", False),
    (Kind.COMPARE, "It replaces the 2019 framework.", True),
    (Kind.COMPARE, "There are fewer visits than before.", True),
    (Kind.COMPARE, "Bells ring loudly.", False),
    (Kind.YES_NO, "Anything.", True),
    (Kind.OTHER, "Anything.", True),
]
WELSH = [
    (Kind.WHEN, "Bydd yn dechrau ym mis Medi.", True),
    (Kind.WHEN, "Daw i rym ar 1 Ebrill 2025.", True),
    (Kind.WHEN, "Cyn diwedd tymor yr hydref.", True),
    (Kind.WHEN, "Credwn mai hyn sydd orau.", False),
    (Kind.WHEN, "Bydd yn dechrau cyn hir.", False),
    (Kind.HOW_LONG, "Mae'r ymweliad yn para dau ddiwrnod.", True),
    (Kind.HOW_LONG, "Bob tair blynedd.", True),
    (Kind.HOW_LONG, "Mae'r ymweliad yn fyr.", False),
    (Kind.HOW_MUCH, "Mae'n costio £9 miliwn.", True),
    (Kind.HOW_MUCH, "Pedwar consortiwm a grëwyd.", True),
    (Kind.HOW_MUCH, "Dechreuodd ar 5 Mai 2024.", False),
    (Kind.WHO, "Cyrff llywodraethu sy'n penderfynu.", True),
    (Kind.WHO, "mae'n bwysig iawn.", False),
    (Kind.WHERE, "Mae ar gael ar-lein.", True),
    (Kind.MUST, "Rhaid i ysgolion ei gyhoeddi.", True),
    (Kind.MUST, "Dylai ysgolion ei gyhoeddi.", True),
    (Kind.MUST, "Nid yw'n statudol.", True),
    (Kind.MUST, "Mae ysgolion yn ei gyhoeddi.", False),
    (Kind.WHY, "Newidiwyd ef oherwydd y baich.", True),
    (Kind.WHY, "Newidiwyd ef.", False),
    (Kind.STATUS, "Mae'r adolygiad wedi dod i ben.", True),
    (Kind.COMPARE, "Disodlwyd y fframwaith blaenorol.", True),
    (Kind.LIST, "Tri maes: addysgu, lles ac arweinyddiaeth.", True),
]


@pytest.mark.parametrize(("kind", "sentence", "expected"), ENGLISH)
def test_what_a_sentence_holds(kind: Kind, sentence: str, expected: bool) -> None:
    assert holds(kind, sentence) is expected


@pytest.mark.parametrize(("kind", "sentence", "expected"), WELSH)
def test_what_a_welsh_sentence_holds(kind: Kind, sentence: str, expected: bool) -> None:
    assert holds(kind, sentence, "cy") is expected


@given(st.sampled_from(Kind), st.text(), st.sampled_from(["en", "cy"]))
def test_any_text_can_be_tested(kind: Kind, text: str, language: str) -> None:
    assert holds(kind, text, language) in (True, False)
