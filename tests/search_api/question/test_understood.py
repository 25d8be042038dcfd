"""A question's scope, time, asker, actor and kind of text are read from its words, which go with them; what is set stands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.publication import PublicationType as Type
from search_api.question.kind import Kind
from search_api.question.periods import periods_in
from search_api.question.scope import Scope
from search_api.question.understood import Understood, understand

TODAY = date(2026, 8, 20)


def read(text: str, language: str = "en", **given: object) -> Understood:
    return understand(text, language, today=TODAY, **given)  # type: ignore[arg-type]


AS_OF = [
    ("What did the guidance say in March 2023?", date(2023, 3, 31)),
    ("In 2022 were schools required to have a plan?", date(2022, 12, 31)),
    ("Did schools have to publish a policy in 2015?", date(2015, 12, 31)),
    ("Was the guidance statutory in 2021?", date(2021, 12, 31)),
    ("Who was the school improvement guidance addressed to in March 2023?", date(2023, 3, 31)),
    ("What were the aims of the action plan in 2018?", date(2018, 12, 31)),
    ("Which edition of the plan was current in June 2021?", date(2021, 6, 30)),
    ("What does the guidance say as at 1 May 2023?", date(2023, 5, 1)),
    ("Two years ago, what did the code require of governors?", date(2024, 12, 31)),
    ("Had the rules that applied on 1 September 2019 been published?", date(2019, 9, 1)),
    ("What did the guidance say in 2026?", TODAY),
]
CURRENT = [
    "What did the minister announce in 2022?",
    "What did ministers promise in March 2023?",
    "When was the guidance published in 2022?",
    "Did ministers publish the plan in 2021?",
    "What did Estyn find in 2022?",
    "What did the minister say about guidance in March 2023?",
    "How much was the grant in 2024-25?",
    "What new money was announced in December 2024?",
    "Is the 2022 framework still what we work to?",
    "Does the School Standards and Organisation (Wales) Act 2013 put a duty on governors?",
    "Do ministers mean to make the guidance compulsory?",
    "What will the guidance say in 2030?",
    "What does the guidance say about plans that began in 2019?",
    "Whom did the minister take over from, and on what day?",
    "What is in the 2026 guidance?",
    "How do we report old absence codes?",
    "What support is there for climate change lessons?",
]
HISTORY = [
    "Has the school improvement guidance changed since 2019?",
    "How has the position on attendance changed since 2019?",
    "Since 2019, how has the guidance developed?",
    "What did the old framework say about governors?",
    "What did the previous version say?",
    "Before it was replaced, what did the guidance say?",
    "What replaced the 2019 framework?",
    "What took the place of the draft arrangements?",
    "What does the 2022 framework say about governors?",
    "The 2022 framework said what about self-evaluation?",
    "What did the framework published in 2022 say?",
    "What did the draft guidance say about categories?",
    "What did schools used to have to do?",
    "What is the difference between the guidance and the old code?",
    "What changed in the curriculum?",
]


@pytest.mark.parametrize(("text", "day"), AS_OF)
def test_what_stood_on_a_past_day_is_asked_for(text: str, day: date) -> None:
    found = read(text)
    assert (found.scope, found.as_of) == (Scope.AS_OF, day)
    assert found.scope_words


@pytest.mark.parametrize("text", CURRENT)
def test_what_stands_today_is_asked_for(text: str) -> None:
    found = read(text)
    assert (found.scope, found.as_of, found.scope_words) == (Scope.CURRENT, None, "")


@pytest.mark.parametrize("text", HISTORY)
def test_what_no_longer_stands_is_asked_for_too(text: str) -> None:
    found = read(text)
    assert (found.scope, found.as_of) == (Scope.HISTORY, None)
    assert found.scope_words in text


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Beth oedd y canllawiau yn ei ddweud ym mis Mawrth 2023?", Scope.AS_OF),
        ("Oedd rhaid i ysgolion gyhoeddi yn 2015?", Scope.AS_OF),
        ("Oedd y canllawiau yn statudol yn 2021?", Scope.AS_OF),
        ("Beth ddywedodd y canllawiau ym mis Mawrth 2023?", Scope.AS_OF),
        ("Beth gyhoeddodd y gweinidog yn 2022?", Scope.CURRENT),
        ("Ydy fframwaith 2022 yn dal mewn grym?", Scope.CURRENT),
        ("Oes rhaid i ysgolion gyhoeddi cynllun?", Scope.CURRENT),
        ("Sut mae'r canllawiau wedi newid ers 2019?", Scope.HISTORY),
        ("Beth oedd yr hen fframwaith yn ei ddweud?", Scope.HISTORY),
        ("Beth ddisodlodd fframwaith 2019?", Scope.HISTORY),
        ("Beth mae fframwaith 2022 yn ei ddweud?", Scope.HISTORY),
    ],
)
def test_the_scope_of_a_welsh_question(text: str, scope: Scope) -> None:
    assert read(text, "cy").scope is scope


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("in March 2023", "2023-03-01", "2023-03-31", "in March 2023"),
        ("what changed since 2019?", "2019-01-01", "9999-12-31", "since 2019"),
        ("between 2019 and 2022", "2019-01-01", "2022-12-31", "between 2019 and 2022"),
        ("from 2022 to 2025", "2022-01-01", "2025-12-31", "from 2022 to 2025"),
        ("from March 2022 to May 2023", "2022-03-01", "2023-05-31", "from March 2022 to May 2023"),
        ("on 17 May 2022", "2022-05-17", "2022-05-17", "on 17 May 2022"),
        ("the budget in 2024-25", "2024-04-01", "2025-03-31", "in 2024-25"),
        ("the 2023/24 school year", "2023-09-01", "2024-08-31", "2023/24"),
        ("the 2024 to 2025 budget", "2024-04-01", "2025-03-31", "2024 to 2025"),
        ("the autumn term 2024", "2024-09-01", "2024-12-31", "autumn term 2024"),
        ("two years ago", "2024-01-01", "2024-12-31", "two years ago"),
        ("six months ago", "2026-02-01", "2026-02-28", "six months ago"),
        ("last year", "2025-01-01", "2025-12-31", "last year"),
        ("last month", "2026-07-01", "2026-07-31", "last month"),
        ("before 2019", "0001-01-01", "2018-12-31", "before 2019"),
        ("after July 2030", "2030-07-01", "9999-12-31", "after July 2030"),
        ("by 1/9/2024", "2024-09-01", "2024-09-01", "by 1/9/2024"),
    ],
)
def test_a_period_is_read_with_its_words(text: str, first: str, last: str, words: str) -> None:
    [found] = periods_in(text, "en", today=TODAY)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)
    assert words in found.words


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ym mis Mawrth 2023", "2023-03-01", "2023-03-31"),
        ("ers 2019", "2019-01-01", "9999-12-31"),
        ("rhwng 2019 a 2022", "2019-01-01", "2022-12-31"),
        ("ar 17 Mai 2022", "2022-05-17", "2022-05-17"),
        ("dwy flynedd yn ôl", "2024-01-01", "2024-12-31"),
        ("6 mis yn ôl", "2026-02-01", "2026-02-28"),
        ("llynedd", "2025-01-01", "2025-12-31"),
        ("cyn 2019", "0001-01-01", "2018-12-31"),
        ("tymor yr hydref 2024", "2024-09-01", "2024-12-31"),
    ],
)
def test_a_welsh_period_is_read(text: str, first: str, last: str) -> None:
    [found] = periods_in(text, "cy", today=TODAY)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["£2022", "section 2019/4", "call 01632 2019-44", "a plan", "may 5 people"])
def test_a_number_that_is_no_year_is_no_period(text: str) -> None:
    assert periods_in(text, "en", today=TODAY) == ()


@pytest.mark.parametrize(
    ("text", "asker", "actor"),
    [
        ("I am a governor. Do we have to publish?", "governing-body", "governing-body"),
        ("I'm a newly elected parent governor: must we vote?", "governing-body", "governing-body"),
        ("As a headteacher, must I report every exclusion?", "headteacher", "headteacher"),
        ("We're a maintained primary: does the guidance bind us?", "school", None),
        ("Must my child wear it?", "parent", "learner"),
        ("Must governing bodies publish a plan?", None, "governing-body"),
        ("Are schools required to keep a register?", None, "school"),
        ("What duties do governors have?", None, "governing-body"),
        ("Is the uniform guidance binding on governing bodies?", None, "governing-body"),
        ("May the council ask a family what their child learns?", None, "local-authority"),
        ("Can the school refuse my child?", "parent", "school"),
        ("Is there a duty on local authorities to keep a register?", None, "local-authority"),
        ("Does the head of a special school need the NPQH?", None, "headteacher"),
        ("What must the head report to governors?", None, "headteacher"),
        ("Do we have to have a school development plan?", None, None),
        ("What paperwork do I need for Estyn's visit?", None, None),
        ("When does the school year start?", None, None),
        ("Who must publish?", None, None),
        ("On what grounds can a pupil be excluded?", None, None),
        ("Should Estyn be told?", None, None),
        ("Should the council tell Estyn?", None, "local-authority"),
    ],
)
def test_who_asks_and_whose_duty_it_is(text: str, asker: str | None, actor: str | None) -> None:
    found = read(text)
    assert (found.asker, found.actor) == (asker, actor)
    assert found.actor_words in text


@pytest.mark.parametrize(
    ("text", "asker", "actor"),
    [
        ("Rwy'n llywodraethwr. Oes rhaid i mi ddatgan buddiant?", "governing-body", "governing-body"),
        ("Fel pennaeth, oes rhaid i mi adrodd?", "headteacher", "headteacher"),
        ("Oes rhaid i gyrff llywodraethu ymgynghori?", None, "governing-body"),
        ("A ddylai llywodraethwyr weld yr adroddiad?", None, "governing-body"),
        ("Oes dyletswydd ar awdurdodau lleol i gadw cofrestr?", None, "local-authority"),
        ("Pryd mae'r tymor yn dechrau?", None, None),
    ],
)
def test_who_asks_in_welsh_and_whose_duty_it_is(text: str, asker: str | None, actor: str | None) -> None:
    found = read(text, "cy")
    assert (found.asker, found.actor) == (asker, actor)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Which written statements mention reading?", (Type.WRITTEN_STATEMENT,)),
        ("What did the letter to the minister ask for?", (Type.LETTER,)),
        ("Who was at the meeting, by the minutes of July?", (Type.MINUTES,)),
        ("What does the guidance say?", (Type.GUIDANCE,)),
        ("What did Estyn's annual report find?", (Type.REPORT,)),
        ("What are the terms of reference?", (Type.TERMS_OF_REFERENCE,)),
        ("Which Act says so?", (Type.LEGISLATION,)),
        ("How many minutes late counts as absent?", ()),
        ("30 minutes late", ()),
        ("What do inspectors report on?", ()),
        ("How do we act on it?", ()),
    ],
)
def test_a_kind_of_text_is_asked_for_only_by_its_name(text: str, types: tuple[Type, ...]) -> None:
    assert read(text).types == types


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("How many days' notice does Ofsted give?", "en", "Ofsted"),
        ("Do multi-academy trusts have to?", "en", "multi-academy trusts"),
        ("When do children in Northern Ireland sit the test?", "en", "Northern Ireland"),
        ("Sut mae ysgolion yn Lloegr yn ei wneud?", "cy", "yn Lloegr"),
        ("Who gets free school meals?", "en", ""),
        ("Who leads the National Academy for Educational Leadership?", "en", ""),
    ],
)
def test_another_nation_is_named(text: str, language: str, words: str) -> None:
    assert read(text, language).elsewhere == words


def test_every_body_named_is_read_once_in_order() -> None:
    assert read("Must governors ask the council, or do governors ask Estyn?").bodies == (
        "governing-body",
        "local-authority",
        "estyn",
    )


def test_what_is_set_stands_and_is_said_to_be_set() -> None:
    text = "What did the guidance say in March 2023 about what governors must do?"
    found = read(text, kind=Kind.LIST, actor="estyn", scope=Scope.CURRENT)
    assert (found.kind, found.kind_words, found.actor, found.actor_words) == (Kind.LIST, "", "estyn", "")
    assert (found.scope, found.as_of, found.scope_words) == (Scope.CURRENT, None, "")
    assert found.corrected == ("kind", "actor", "scope")


def test_a_day_set_is_the_scope() -> None:
    found = read("Is it statutory?", as_of=date(2020, 5, 1), scope=Scope.HISTORY)
    assert (found.scope, found.as_of) == (Scope.AS_OF, date(2020, 5, 1))


def test_a_scope_set_to_a_past_day_takes_the_day_from_the_words() -> None:
    assert read("What did ministers announce in May 2022?", scope=Scope.AS_OF).as_of == date(2022, 5, 31)


@given(st.text(), st.sampled_from(["en", "cy"]), st.dates())
def test_any_text_is_read(text: str, language: str, today: date) -> None:
    found = understand(text, language, today=today)
    assert (found.as_of is not None) == (found.scope is Scope.AS_OF)
    assert found.as_of is None or found.as_of <= today
    assert all(period.first <= period.last for period in found.periods)


@given(
    st.lists(
        st.sampled_from(
            (
                "what did the old guidance say in since from to 2019 2023 March between and two years ago 31 February 2023-24 "
                "spring term must governors I am a . ?"
            ).split()
        )
    )
)
def test_any_question_like_text_is_read(words: list[str]) -> None:
    found = understand(" ".join(words), "en", today=TODAY)
    assert found.as_of is None or found.as_of <= TODAY
