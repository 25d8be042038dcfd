"""A question that leans on the one before is rewritten so that it stands alone; one that stands alone is left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.question.follow_up import rewrite
from search_api.question.subject import subject_of

UNIFORM = "Is the school uniform guidance statutory?"
BODY = "When does the new professional learning body start?"
PLAN = "Must governing bodies publish a school development plan?"
NPQH = "How do I apply for the NPQH?"
DATED = "What did the guidance on uniform say in March 2021?"
LEANING = [
    # a pronoun for the subject
    ("Is it statutory?", "What is the school improvement guidance?", "Is the school improvement guidance statutory?"),
    (
        "When does that start?",
        "What is the new professional learning body?",
        "When does the new professional learning body start?",
    ),
    (
        "When does it start?",
        "What is the new professional learning body?",
        "When does the new professional learning body start?",
    ),
    ("Who leads it?", BODY, "Who leads the new professional learning body?"),
    ("Who is it for?", UNIFORM, "Who is the school uniform guidance for?"),
    ("Where can I read it?", UNIFORM, "Where can I read the school uniform guidance?"),
    ("Who wrote that guidance?", UNIFORM, "Who wrote the school uniform guidance?"),
    ("When was it published?", UNIFORM, "When was the school uniform guidance published?"),
    ("When was it replaced?", "What is the 2022 framework?", "When was the 2022 framework replaced?"),
    ("Has it changed?", UNIFORM, "Has the school uniform guidance changed?"),
    ("Is it still in force?", "What is the 2022 framework?", "Is the 2022 framework still in force?"),
    ("How long does it last?", NPQH, "How long does the NPQH last?"),
    ("How much does it cost?", NPQH, "How much does the NPQH cost?"),
    ("How much does that cost?", NPQH, "How much does the NPQH cost?"),
    ("Do I need it?", NPQH, "Do I need the NPQH?"),
    ("What are its aims?", "What is the national mission?", "What are the national mission's aims?"),
    ("What does it say about governors?", UNIFORM, "What does the school uniform guidance say about governors?"),
    ("Does it apply to special schools?", UNIFORM, "Does the school uniform guidance apply to special schools?"),
    ("Who has to follow it?", UNIFORM, "Who has to follow the school uniform guidance?"),
    ("What happens under it?", UNIFORM, "What happens under the school uniform guidance?"),
    ("Why was it set up?", BODY, "Why was the new professional learning body set up?"),
    ("What will it do?", BODY, "What will the new professional learning body do?"),
    ("And when does it open?", BODY, "When does the new professional learning body open?"),
    ("But is it law?", UNIFORM, "Is the school uniform guidance law?"),
    ("So is that a must?", UNIFORM, "Is the school uniform guidance a must?"),
    ("Ok, who pays for it?", BODY, "Who pays for the new professional learning body?"),
    ("What about it?", UNIFORM, "What about the school uniform guidance?"),
    # people
    ("When do they have to publish?", PLAN, "When do governing bodies have to publish?"),
    ("Do they have to publish it?", PLAN, "Do governing bodies have to publish a school development plan?"),
    ("Who trains them?", "What must governors do?", "Who trains governors?"),
    ("Are they paid?", "How are inspectors chosen?", "Are inspectors paid?"),
    ("What are their duties?", "How are governors chosen?", "What are governors' duties?"),
    # the past keeps its time
    ("And was it statutory?", DATED, "Was the guidance on uniform statutory in March 2021?"),
    ("Was it binding?", DATED, "Was the guidance on uniform binding in March 2021?"),
    ("Is it statutory?", DATED, "Is the guidance on uniform statutory?"),
    # another body
    ("What about governors?", "Must headteachers publish the plan?", "Must governors publish the plan?"),
    ("How about special schools?", PLAN, "Must special schools publish a school development plan?"),
    ("And headteachers?", PLAN, "Must headteachers publish a school development plan?"),
    ("What about the council?", "Must the school keep a register?", "Must the council keep a register?"),
    ("And pupil referral units?", "Must schools keep a register?", "Must pupil referral units keep a register?"),
    ("And for special schools?", "Do we have to publish our plan?", "Do we have to publish our plan, for special schools?"),
    ("For colleges?", "Do we have to publish our plan?", "Do we have to publish our plan, for colleges?"),
    ("What about governors?", "Do we have to publish our plan?", "Do we have to publish our plan, in the case of governors?"),
    # another time
    ("And in 2023?", "What did the guidance say in 2021?", "What did the guidance say in 2023?"),
    ("What about 2019?", "What did the guidance say in 2021?", "What did the guidance say in 2019?"),
    ("And in March 2022?", DATED, "What did the guidance on uniform say in March 2022?"),
    ("And since 2019?", "What did ministers promise in 2021?", "What did ministers promise since 2019?"),
    # another thing
    ("What about the attendance guidance?", UNIFORM, "Is the attendance guidance statutory?"),
    ("And the behaviour guidance?", UNIFORM, "Is the behaviour guidance statutory?"),
    (
        "What about second-hand clothes?",
        UNIFORM,
        "Is the school uniform guidance statutory, in the case of second-hand clothes?",
    ),
    ("And in Welsh-medium schools?", UNIFORM, "Is the school uniform guidance statutory, in Welsh-medium schools?"),
    ("And under the new Act?", PLAN, "Must governing bodies publish a school development plan, under the new Act?"),
    # a question word alone
    ("Since when?", UNIFORM, f"Since when? {UNIFORM}"),
    ("By when?", PLAN, f"By when? {PLAN}"),
    ("Why?", PLAN, f"Why? {PLAN}"),
    ("Why not?", PLAN, f"Why not? {PLAN}"),
    ("How often?", PLAN, f"How often? {PLAN}"),
    ("And how often?", PLAN, f"How often? {PLAN}"),
    ("How much?", NPQH, f"How much? {NPQH}"),
    ("By whom?", PLAN, f"By whom? {PLAN}"),
    ("Where?", PLAN, f"Where? {PLAN}"),
    ("In which year?", UNIFORM, f"In which year? {UNIFORM}"),
    ("Who else?", PLAN, f"Who else? {PLAN}"),
    # names nothing of its own
    ("And who pays?", BODY, "Who pays, in the case of the new professional learning body?"),
    ("And who decides?", NPQH, "Who decides, in the case of the NPQH?"),
    ("So what happened?", BODY, "What happened, in the case of the new professional learning body?"),
]
ALONE = [
    "Is it true that schools must close?",
    "How long does it take to appeal?",
    "Is it compulsory to teach Welsh?",
    "Is it legal for a school to refuse?",
    "Who inspects colleges?",
    "What is the attendance guidance?",
    "Do we have to publish our development plan?",
    "When a pupil is excluded, does the school have to tell them?",
    "Must a school publish its plan?",
    "If our school closes a class, does it have to tell the council?",
    "What does the framework say that schools must do?",
    "Which schools have to have a plan?",
    "And who inspects colleges?",
    "What must governors and their clerks keep?",
    "school uniform",
]
WELSH_UNIFORM = "Ydy'r canllawiau gwisg ysgol yn statudol?"
WELSH_BODY = "Pryd mae'r corff dysgu proffesiynol newydd yn dechrau?"
WELSH_PLAN = "Oes rhaid i ysgolion gyhoeddi cynllun datblygu?"
WELSH = [
    ("A beth am lywodraethwyr?", WELSH_PLAN, "Oes rhaid i ysgolion gyhoeddi cynllun datblygu, yn achos llywodraethwyr?"),
    ("Beth am benaethiaid?", WELSH_PLAN, "Oes rhaid i ysgolion gyhoeddi cynllun datblygu, yn achos penaethiaid?"),
    ("Beth am wisg ail-law?", WELSH_UNIFORM, "Ydy'r canllawiau gwisg ysgol yn statudol, yn achos wisg ail-law?"),
    (
        "Ac ar gyfer ysgolion arbennig?",
        WELSH_PLAN,
        "Oes rhaid i ysgolion gyhoeddi cynllun datblygu, ar gyfer ysgolion arbennig?",
    ),
    ("Ac yn 2023?", "Beth ddywedodd y canllawiau yn 2021?", "Beth ddywedodd y canllawiau yn 2023?"),
    ("Pam?", WELSH_PLAN, f"Pam? {WELSH_PLAN}"),
    ("Ers pryd?", WELSH_UNIFORM, f"Ers pryd? {WELSH_UNIFORM}"),
    ("Erbyn pryd?", WELSH_PLAN, f"Erbyn pryd? {WELSH_PLAN}"),
    ("A pham?", WELSH_PLAN, f"Pam? {WELSH_PLAN}"),
    ("Pa mor aml?", WELSH_PLAN, f"Pa mor aml? {WELSH_PLAN}"),
    ("Gan bwy?", WELSH_PLAN, f"Gan bwy? {WELSH_PLAN}"),
    ("Pryd mae hynny'n dechrau?", "Beth yw'r corff dysgu proffesiynol newydd?", WELSH_BODY),
    ("A yw'n statudol?", "Beth yw'r canllawiau gwella ysgolion?", "A yw'r canllawiau gwella ysgolion yn statudol?"),
    ("Ydy'n orfodol?", "Beth yw'r CPCP?", "Ydy'r CPCP yn orfodol?"),
    ("Ydy hynny'n orfodol?", "Beth yw'r CPCP?", "Ydy'r CPCP yn orfodol?"),
    ("Pwy sy'n arwain hynny?", "Pryd mae'r adolygiad yn dechrau?", "Pwy sy'n arwain yr adolygiad?"),
    ("Pwy sy'n talu am hynny?", WELSH_BODY, "Pwy sy'n talu am y corff dysgu proffesiynol newydd?"),
    ("Ydy'n statudol?", WELSH_UNIFORM, "Ydy'r canllawiau gwisg ysgol yn statudol?"),
    ("Oedd hynny'n statudol?", "Beth oedd y canllawiau yn ei ddweud yn 2021?", "Oedd y canllawiau yn statudol yn 2021?"),
    ("A phwy sy'n talu?", WELSH_BODY, "Pwy sy'n talu, yn achos y corff dysgu proffesiynol newydd?"),
    ("Pwy sy'n arolygu colegau?", WELSH_PLAN, None),
    ("Beth yw'r cwricwlwm?", WELSH_PLAN, None),
    ("Oes rhaid i lywodraethwyr bleidleisio?", WELSH_PLAN, None),
]


@pytest.mark.parametrize(("text", "after", "expected"), LEANING)
def test_a_question_that_leans_is_made_to_stand_alone(text: str, after: str, expected: str) -> None:
    found = rewrite(text, after, "en")
    assert found is not None
    assert found.text == expected
    assert found.why


@pytest.mark.parametrize("text", ALONE)
@pytest.mark.parametrize("after", [UNIFORM, BODY])
def test_a_question_that_stands_alone_is_left_as_it_is(text: str, after: str) -> None:
    assert rewrite(text, after, "en") is None


@pytest.mark.parametrize(("text", "after", "expected"), WELSH)
def test_a_welsh_question_that_leans_is_made_to_stand_alone(text: str, after: str, expected: str | None) -> None:
    found = rewrite(text, after, "cy")
    assert (found.text if found else None) == expected


def test_the_tables_are_long_enough() -> None:
    assert len(LEANING) >= 60
    assert len(WELSH) >= 20


def test_a_pronoun_without_a_subject_before_it_stays() -> None:
    assert rewrite("Is it statutory?", "Why?", "en") is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (UNIFORM, "the school uniform guidance"),
        (BODY, "the new professional learning body"),
        (NPQH, "the NPQH"),
        (PLAN, "a school development plan"),
        ("I am a governor. Is the framework binding?", "the framework"),
        ("Why?", None),
        ("What must governors do?", "governors"),
    ],
)
def test_the_subject_of_a_question(text: str, subject: str | None) -> None:
    found = subject_of(text, "en")
    assert (found.text if found else None) == subject


@given(st.text(), st.text(), st.sampled_from(["en", "cy"]))
def test_any_two_texts_are_rewritten_or_left(text: str, after: str, language: str) -> None:
    found = rewrite(text, after, language)
    assert found is None or (found.text.strip() and found.why)
