"""A question is read from raw parameters, or refused with a sentence that names the parameter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import InvalidQuery
from corpus.publication import Force, PublicationType, Status
from search_api.question.kind import Kind
from search_api.question.mode import Mode
from search_api.question.question import Asked, Known, read_question
from search_api.question.scope import Scope

KNOWN = Known(
    publishers=frozenset({"Estyn", "Welsh Government"}),
    topics=frozenset({"attendance", "school uniform"}),
    today=date(2026, 8, 20),
)


def test_every_parameter_is_read() -> None:
    asked = Asked(
        q="  Who\tpays? ",
        type=("Written statement", "letter"),
        publisher=("estyn",),
        topic=("School uniform",),
        language="cy",
        status=("superseded",),
        force=("non statutory",),
        published_from="2019",
        published_to="2024-02",
        as_of="2023-5-1",
        any_status=True,
        held="full",
        limit=5,
        page=3,
    )

    question = read_question(asked, KNOWN)

    assert question.text == "Who pays?"
    assert question.filters.type == (PublicationType.WRITTEN_STATEMENT, PublicationType.LETTER)
    assert question.filters.publisher == ("Estyn",)
    assert question.filters.topic == ("school uniform",)
    assert (question.filters.status, question.filters.force) == ((Status.SUPERSEDED,), (Force.NON_STATUTORY,))
    assert (question.filters.published_from, question.filters.published_to) == (date(2019, 1, 1), date(2024, 2, 29))
    assert question.filters.as_of == date(2023, 5, 1)
    assert (question.query.limit, question.query.offset) == (5, 10)


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        (Asked(q=""), "q", "is empty"),
        (Asked(q=" \n\t "), "q", "is empty"),
        (Asked(q="?!… –"), "q", "holds no letters or digits"),
        (Asked(q="x" * 10_000), "q", "10,000 characters long; the most is 2,000"),
        (Asked(q="x", type=("guidence",)), "type", "Did you mean 'guidance'?"),
        (Asked(q="x", publisher=("Estin",)), "publisher", "Did you mean 'Estyn'?"),
        (Asked(q="x", topic=("atendance",)), "topic", "Did you mean 'attendance'?"),
        (Asked(q="x", topic=("zzz",)), "topic", "Known values: 'attendance', 'school uniform'."),
        (Asked(q="x", status=("inforce",)), "status", "Did you mean 'in_force'?"),
        (Asked(q="x", force=("statuary",)), "force", "Did you mean 'statutory'"),
        (Asked(q="x", language="fr"), "language", "Unknown language 'fr'"),
        (Asked(q="x", held="half"), "held", "Unknown held 'half'"),
        (Asked(q="x", published_from="2024-02-30"), "from", "is not a date that exists"),
        (Asked(q="x", published_to="2024-13"), "to", "is not a date that exists"),
        (Asked(q="x", published_to="soon"), "to", "is not a date that exists"),
        (Asked(q="x", as_of="01/05/2023"), "as_of", "write it as 2024-05-01"),
        (Asked(q="x", as_of="0000"), "as_of", "is not a date"),
        (Asked(q="x", published_from="2024", published_to="2019"), "from", "is after to=2019-12-31"),
        (Asked(q="x", limit=0), "limit", "ask for 1 to 100"),
        (Asked(q="x", limit=101), "limit", "ask for 1 to 100"),
        (Asked(q="x", page=0), "page", "pages run from 1"),
        (Asked(q="x", kind="wen"), "kind", "Did you mean 'when'"),
        (Asked(q="x", actor="governing bod"), "actor", "Did you mean 'governing-body'?"),
        (Asked(q="x", scope="now"), "scope", "Unknown scope 'now'"),
        (Asked(q="x", mode="strikt"), "mode", "Did you mean 'strict'?"),
        (Asked(q="x", scope="as_of"), "as_of", "scope='as_of' needs a day"),
        (Asked(q="x", after="?!"), "after", "holds no letters or digits"),
        (Asked(q="x", after="x" * 3_000), "after", "The question before is 3,000 characters long"),
    ],
)
def test_a_parameter_at_fault_is_named_with_what_to_do(asked: Asked, field: str, said: str) -> None:
    with pytest.raises(InvalidQuery) as refused:
        read_question(asked, KNOWN)

    assert refused.value.field == field
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who inspects schools?", "en"),
        ("Pwy sy'n arolygu ysgolion?", "cy"),
        ("Beth yw’r blaenoriaethau cenedlaethol?", "cy"),
        ("NPQH", "en"),
        ("Dysgu chief executive", "en"),
        ("What is Dysgu?", "en"),
    ],
)
def test_the_language_of_a_question_is_told_by_its_small_words(text: str, language: str) -> None:
    assert read_question(Asked(q=text), KNOWN).language == language


@pytest.mark.parametrize(
    ("q", "parameters", "as_of", "any_status"),
    [
        ("What did the guidance say in March 2023?", {}, date(2023, 3, 31), False),
        ("What did the old guidance say?", {}, None, True),
        ("What does the guidance say?", {}, None, False),
        ("What did the guidance say in March 2023?", {"as_of": "2020"}, date(2020, 1, 1), False),
        ("What did the guidance say in March 2023?", {"scope": "current"}, None, False),
        ("What did the guidance say in March 2023?", {"scope": "history"}, None, True),
        ("What did the guidance say in March 2023?", {"any_status": True}, None, True),
        ("What did the guidance say in March 2023?", {"status": ("superseded",)}, None, False),
        ("What did ministers say in May 2022?", {"scope": "As of"}, date(2022, 5, 31), False),
    ],
)
def test_words_narrow_or_widen_what_may_answer_and_never_what_a_search_finds(
    q: str, parameters: dict[str, object], as_of: date | None, any_status: bool
) -> None:
    question = read_question(Asked(q=q, **parameters), KNOWN)  # type: ignore[arg-type]

    assert (question.filters.as_of, question.filters.any_status) == (as_of, any_status)
    assert question.query.filters == question.given == read_question(Asked(q="x", **parameters | {"scope": None}), KNOWN).given  # type: ignore[arg-type]


def test_how_a_question_is_to_be_read_can_be_set() -> None:
    question = read_question(Asked(q="Is it?", kind="How much", actor="ESTYN", scope="history", mode="strict"), KNOWN)

    read = question.understood
    assert (read.kind, read.actor, read.scope, question.mode) == (Kind.HOW_MUCH, "estyn", Scope.HISTORY, Mode.STRICT)
    assert read_question(Asked(q="Is it?"), KNOWN).mode is Mode.NORMAL


def test_a_follow_up_is_answered_whole_and_searched_as_typed() -> None:
    question = read_question(Asked(q="Is it statutory?", after="What is the uniform guidance?"), KNOWN)

    assert (question.asked_text, question.text) == ("Is it statutory?", "Is the uniform guidance statutory?")
    assert question.leant
    assert question.query.text == "Is it statutory?"


@pytest.mark.parametrize(
    ("q", "after"), [("Pam?", "Oes rhaid i ysgolion gyhoeddi cynllun?"), ("Why?", "Must schools publish?")]
)
def test_a_short_follow_up_is_in_the_language_of_the_question_before(q: str, after: str) -> None:
    assert read_question(Asked(q=q, after=after), KNOWN).text == f"{q} {after}"


def test_words_are_searched_with_others_that_mean_the_same() -> None:
    query = read_question(Asked(q="Are kids sent home?"), KNOWN).query
    assert "pupils" in query.also
    assert "governors" in read_question(Asked(q="Oes rhaid i lywodraethwyr?"), KNOWN).query.across


@given(st.text(), st.text(max_size=20), st.text(max_size=20))
def test_any_parameters_are_read_or_refused(q: str, day: str, kind: str) -> None:
    said = ""
    try:
        said = read_question(Asked(q=q, as_of=day, type=(kind,)), KNOWN).text
    except InvalidQuery as refused:
        said = str(refused)

    assert said.strip()
