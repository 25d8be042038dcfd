"""Answers are quotations from texts that stand, with what a reader must know of them, or an honest no with its reason."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus.publication import PublicationType, Relation, RelationKind
from search_api.answering.answer import Answer, AnswerStatus, Note, Refusal
from search_api.answering.ask import ask, in_quotations
from search_api.answering.refuse import Thresholds
from search_api.library import Library
from search_api.question.question import Asked
from tests.search_api.making import OPEN, SHUT, assert_exact, text

STATEMENT, GUIDANCE, LETTER = PublicationType.WRITTEN_STATEMENT, PublicationType.GUIDANCE, PublicationType.LETTER
READING = """The Early Reading Partnership will bring schools, libraries and health visitors together.

We will take the following steps on reading:

• fund a reading lead in every primary school from September 2026;
• publish a national reading pathway by 30 November 2026;
• give each reception class new books.

The reading programme will cost £9.2 million over three years."""
NINE = "A school may fly no more than nine kites."
FIVE = "A school may fly up to five kites."
OAK = "Ponds must be fenced with oak."
SWIM = "Every school must teach swimming before the age of eleven."
OLD_SUM = "The reading programme will cost £7.5 million over three years."
TEXTS: list[tuple[str, str, PublicationType, str | None, str]] = [
    ("reading-2026", "Reading in the early years", STATEMENT, "2026-03-12", READING),
    ("reading-2025", "Reading programme", STATEMENT, "2025-01-10", OLD_SUM),
    ("kites-2019", "Kites in schools", GUIDANCE, "2019-03-01", f"{FIVE} Kites must be tested each year."),
    ("kites-2024", "Kites in schools: in place of the guidance of 2019", GUIDANCE, "2024-05-01", f"{NINE} Kites may be red."),
    ("pond-2010", "Pond guidance", GUIDANCE, "2010-01-01", OAK),
    ("grounds-2020", "Outdoor learning", GUIDANCE, "2020-01-01", "Each school decides about its grounds."),
    ("swim-guidance", "Swimming guidance", GUIDANCE, "2023-02-01", f"{SWIM} Pools must be warm."),
    ("swim-letter", "Letter on swimming", LETTER, "2022-02-01", SWIM),
    ("bells-draft", "Bells: a draft", GUIDANCE, "2021-06-01", "The lunch bell will ring twice in every school."),
    ("cloch-2024", "Cloch yr ysgol", GUIDANCE, "2024-01-01", "Rhaid canu cloch yr ysgol am naw bob bore."),
]


@pytest.fixture(scope="module")
def shelf(make_library: Callable[..., Library]) -> Library:
    held = [
        text(
            words,
            key,
            title=title,
            type=kind,
            published=date.fromisoformat(day) if day else None,
            language="cy" if key.startswith("cloch") else "en",
            draft=key == "bells-draft",
        )
        for key, title, kind, day, words in TEXTS
    ]
    replaced = [("kites-2024", "kites-2019"), ("grounds-2020", "pond-2010")]
    return make_library(
        [(one.publication, one.document) for one in held],
        [Relation(source=new, kind=RelationKind.SUPERSEDES, target=old) for new, old in replaced],
    )


def answer(library: Library, q: str, thresholds: Thresholds = OPEN, **parameters: object) -> Answer:
    return in_quotations(library, library.read(Asked(q=q, **parameters)), thresholds=thresholds)[0]  # type: ignore[arg-type]


def cited(found: Answer) -> list[str]:
    return [one.publication.id for one in found.citations]


@pytest.mark.parametrize(
    ("asked", "first", "words"),
    [
        ("How many kites may a school fly?", "kites-2024", NINE),
        ("When will the national reading pathway be published?", "reading-2026", "publish a national reading pathway by 30"),
        ("Must pools be warm?", "swim-guidance", "Pools must be warm."),
        ("Who will the Early Reading Partnership bring together?", "reading-2026", "schools, libraries and health visitors"),
        ("Oes rhaid canu cloch yr ysgol?", "cloch-2024", "Rhaid canu cloch yr ysgol am naw bob bore."),
    ],
)
def test_a_question_that_a_text_answers_is_answered_in_its_words(shelf: Library, asked: str, first: str, words: str) -> None:
    found = answer(shelf, asked)

    assert found.status is AnswerStatus.ANSWERED
    assert found.refusal is None
    assert cited(found)[0] == first
    assert words in found.citations[0].quote
    assert_exact(shelf, found)


@pytest.mark.parametrize(
    ("asked", "words", "value"),
    [
        ("When will the national reading pathway be published?", "by 30 November 2026", "2026-11-30"),
        ("How many kites may a school fly?", "no more than nine kites", "9 kites"),
    ],
)
def test_the_short_answer_is_in_its_quotation(shelf: Library, asked: str, words: str, value: str) -> None:
    short = answer(shelf, asked).statements[0].short

    assert short is not None
    assert (short.words, short.value) == (words, value)


def test_a_list_is_quoted_whole_with_the_words_that_introduce_it(shelf: Library) -> None:
    [first, *others] = answer(shelf, "What steps will be taken on reading?").citations

    assert first.quote.startswith("We will take the following steps on reading:")
    assert first.quote.endswith("give each reception class new books.")
    assert not any(other.span.start < first.span.end for other in others if other.document.id == first.document.id)


def test_an_item_comes_with_the_words_that_introduce_it(shelf: Library) -> None:
    found = answer(shelf, "When will the national reading pathway be published?")
    context = found.statements[0].context

    assert context is not None
    assert found.citations[0].document.text[context.start : context.end] == "We will take the following steps on reading:"


@pytest.mark.parametrize(
    ("asked", "refusal", "status"),
    [
        ("What does Ofsted say about reading leads?", Refusal.OTHER_NATION, AnswerStatus.UNANSWERED_OUT_OF_SCOPE),
        ("Is it statutory?", Refusal.UNDERSPECIFIED, AnswerStatus.UNANSWERED_NO_EVIDENCE),
        ("How much will the reading programme cost in 2031?", Refusal.NOT_YET, AnswerStatus.UNANSWERED_NO_EVIDENCE),
        ("Will reading help Ermintrude Otterbourne?", Refusal.NOT_HELD, AnswerStatus.UNANSWERED_NO_EVIDENCE),
        ("How much did the reading programme cost in 1999?", Refusal.NEAR_MISS, AnswerStatus.UNANSWERED_NO_EVIDENCE),
    ],
)
def test_what_rules_an_answer_out_does_so_whatever_its_chance(
    shelf: Library, asked: str, refusal: Refusal, status: AnswerStatus
) -> None:
    found = answer(shelf, asked)

    assert (found.refusal, found.status) == (refusal, status)
    assert (found.statements, found.citations, found.withheld) == ((), (), ())
    assert found.reason
    assert 1 <= len(found.nearest) <= 3
    assert all(one.quote and one.quote in one.document.text for one in found.nearest)
    assert found.searched.publications == 7


@pytest.mark.parametrize(
    ("asked", "refusal", "status"),
    [
        ("How many pages has the national reading pathway?", Refusal.NEAR_MISS, AnswerStatus.UNANSWERED_NO_EVIDENCE),
        ("How do I bake sourdough bread?", Refusal.OFF_TOPIC, AnswerStatus.UNANSWERED_OUT_OF_SCOPE),
        ("Where can I buy a second-hand motorcycle?", Refusal.OFF_TOPIC, AnswerStatus.UNANSWERED_OUT_OF_SCOPE),
    ],
)
def test_a_chance_too_small_says_how_near_the_texts_come(
    shelf: Library, asked: str, refusal: Refusal, status: AnswerStatus
) -> None:
    found = answer(shelf, asked, SHUT)

    assert (found.refusal, found.status, found.citations) == (refusal, status, ())
    assert_exact(shelf, found)


def test_what_would_have_been_cited_is_kept_where_the_chance_alone_spoke_against_it(shelf: Library) -> None:
    given, withheld = answer(shelf, "How many kites may a school fly?"), answer(shelf, "How many kites may a school fly?", SHUT)

    assert withheld.citations == ()
    assert [one.quote for one in withheld.withheld] == [one.quote for one in given.citations]
    assert withheld.probability == given.probability


@pytest.mark.parametrize("asked", ["How do I bake sourdough bread?", "Where can I buy a second-hand motorcycle?"])
def test_a_question_off_the_subject_is_less_sure_than_one_the_texts_answer(shelf: Library, asked: str) -> None:
    off, on = (answer(shelf, one).probability for one in (asked, "How many kites may a school fly?"))

    assert off is not None
    assert on is not None
    assert off < on


@pytest.mark.parametrize("thresholds", [OPEN, SHUT])
def test_what_was_replaced_is_never_quoted_while_something_stands(shelf: Library, thresholds: Thresholds) -> None:
    found = answer(shelf, "How many kites may a school fly?", thresholds)

    assert "kites-2019" not in cited(found)
    assert all(one.publication.standing.status == "in_force" for one in found.citations)


def test_what_only_a_replaced_text_says_is_shown_as_such_with_what_replaced_it(shelf: Library) -> None:
    found = answer(shelf, "What were the ponds of 2010 fenced with, and was it oak?")

    assert found.status is AnswerStatus.UNANSWERED_ONLY_SUPERSEDED
    assert found.refusal is Refusal.ONLY_SUPERSEDED
    assert cited(found)[0] == "pond-2010"
    assert Note.ONLY_SUPERSEDED in found.notes
    assert Note.NOT_IN_FORCE not in found.notes
    assert found.replaced_by["pond-2010"].id == "grounds-2020"
    assert_exact(shelf, found)


def test_what_only_a_draft_says_is_an_answer_that_is_not_in_force(shelf: Library) -> None:
    found = answer(shelf, "Will the lunch bell ring twice in 2021?")

    assert found.status is AnswerStatus.ANSWERED
    assert cited(found)[:1] == ["bells-draft"]
    assert Note.NOT_IN_FORCE in found.notes
    assert Note.ONLY_SUPERSEDED not in found.notes
    assert found.replaced_by == {}


def test_words_that_ask_for_a_draft_let_it_answer(shelf: Library) -> None:
    found = answer(shelf, "What is proposed for the lunch bell?")

    assert cited(found)[:1] == ["bells-draft"]
    assert Note.NOT_IN_FORCE not in found.notes


@pytest.mark.parametrize("parameters", [{"as_of": "2024-01-01"}, {"status": ("in_force",)}, {"any_status": True}])
def test_where_a_person_said_which_texts_no_others_are_tried(shelf: Library, parameters: dict[str, object]) -> None:
    found = answer(shelf, "How much did the reading programme cost in 1999?", **parameters)

    assert found.status is AnswerStatus.UNANSWERED_NO_EVIDENCE


def test_a_question_of_the_replaced_text_is_answered_by_the_one_that_replaced_it(shelf: Library) -> None:
    found = answer(shelf, "How many kites may a school fly under the guidance of 2019?", scope="current")

    assert cited(found)[0] == "kites-2024"
    assert Note.REPLACED in found.notes
    assert Note.REPLACED not in answer(shelf, "How many kites may a school fly?").notes


def test_a_question_of_history_may_quote_the_replaced_text_under_its_label(shelf: Library) -> None:
    found = answer(shelf, "How many kites did the old guidance of 2019 let a school fly?")
    old = next(one for one in found.citations if one.publication.id == "kites-2019")

    assert old.quote == FIVE
    assert old.publication.standing.status == "superseded"
    assert found.replaced_by["kites-2019"].id == "kites-2024"


@pytest.mark.parametrize(
    ("day", "quote"),
    [("2020-06-01", FIVE), ("2024-04-30", FIVE), ("2024-05-01", NINE), ("2026-01-01", NINE), ("2018-01-01", "")],
)
def test_as_of_a_day_nothing_later_answers(shelf: Library, day: str, quote: str) -> None:
    found = answer(shelf, "How many kites may a school fly?", as_of=day)
    last = date.fromisoformat(day)

    assert ([one.quote for one in found.citations][:1] or [""]) == [quote]
    assert all(one.publication.date is not None and one.publication.date <= last for one in found.citations)
    assert found.searched.last is not None
    assert found.searched.last <= last
    assert (Note.AS_OF in found.notes) == bool(quote)


def test_texts_that_disagree_are_both_shown_the_newest_first(shelf: Library) -> None:
    found = answer(shelf, "How much will the reading programme cost?")

    assert cited(found)[:2] == ["reading-2026", "reading-2025"]
    assert [one.short.value for one in found.statements[:2] if one.short] == ["9200000 GBP", "7500000 GBP"]
    assert Note.DISAGREE in found.notes
    assert Note.DISAGREE not in answer(shelf, "How many kites may a school fly?").notes


def test_two_texts_that_say_the_same_are_one_statement_with_two_citations(shelf: Library) -> None:
    first = answer(shelf, "Is swimming taught by every school before the age of eleven?").statements[0]

    assert first.text == SWIM
    assert len(first.citations) == 2


def test_words_in_the_other_language_are_said_to_be(shelf: Library) -> None:
    english = answer(shelf, "Oes rhaid canu cloch yr ysgol?")
    other = answer(shelf, "Oes rhaid canu cloch yr ysgol?", language="en")

    assert Note.OTHER_LANGUAGE not in english.notes
    assert other.citations == () or Note.OTHER_LANGUAGE in other.notes


@pytest.mark.parametrize(
    ("parameters", "publications", "allowed"),
    [
        ({"type": ("letter",)}, 1, {"swim-letter"}),
        ({"published_from": "2023"}, 5, {"swim-guidance", "kites-2024", "reading-2026", "reading-2025", "cloch-2024"}),
        ({"language": "cy"}, 1, {"cloch-2024"}),
    ],
)
def test_only_what_the_filters_allow_is_quoted_and_counted(
    shelf: Library, parameters: dict[str, object], publications: int, allowed: set[str]
) -> None:
    found = answer(shelf, "Must every school teach swimming?", **parameters)

    assert set(cited(found)) <= allowed
    assert found.searched.publications == publications


def test_an_answer_is_the_same_each_time_and_from_any_face(shelf: Library) -> None:
    asked = shelf.read(Asked(q="How many kites may a school fly?"))

    assert ask(shelf, asked) == ask(shelf, asked) == shelf.ask(asked)
