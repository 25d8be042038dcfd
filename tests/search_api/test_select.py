"""Sentences are chosen from texts of our own: whole lists, one voice a fact, the newer before the older."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.catalogue import open_catalogue
from corpus.document import Document
from corpus.publication import Publication, PublicationType, Relation, RelationKind
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from index.open import open_index
from index.sync import sync
from search_api.answer import Answer, AnswerStatus
from search_api.library import Library
from search_api.question import Asked

STATEMENT = """The Early Reading Partnership will bring schools, libraries and health visitors together.

We will take the following steps on reading:

• fund a reading lead in every primary school from September 2026;
• publish a national reading pathway by 30 November 2026;
• give each reception class £450 for new books.

Funding

The reading programme will cost £9.2 million over three years."""
REGISTERS = "Schools must close the morning register no later than 30 minutes after the session begins."
OLD_REGISTERS = "Schools must close the morning register no later than 60 minutes after the session begins."


@pytest.fixture(scope="module")
def shelf(
    tmp_path_factory: pytest.TempPathFactory,
    embedder: SentenceEmbedder,
    publication: Callable[..., Publication],
    document: Callable[..., Document],
) -> Iterator[Library]:
    settings = Settings(data_dir=Path(tmp_path_factory.mktemp("select")))
    catalogue = open_catalogue(settings.catalogue_url)
    with catalogue.writing() as write:
        for key, title, day, kind, text in (
            ("reading", "Reading in the early years", date(2026, 3, 12), PublicationType.WRITTEN_STATEMENT, STATEMENT),
            ("registers-2025", "Registers guidance", date(2025, 1, 1), PublicationType.GUIDANCE, REGISTERS),
            ("registers-2010", "Registers guidance", date(2010, 1, 1), PublicationType.GUIDANCE, OLD_REGISTERS),
            ("pond-2010", "Pond guidance", date(2010, 1, 1), PublicationType.GUIDANCE, "Ponds must be fenced with oak."),
            (
                "pond-2020",
                "Outdoor learning",
                date(2020, 1, 1),
                PublicationType.GUIDANCE,
                "Each school decides about its grounds.",
            ),
        ):
            write.put_publication(publication(key, title=title, published=day, type=kind))
            write.put_document(document(text, key))
        for new, old in (("registers-2025", "registers-2010"), ("pond-2020", "pond-2010")):
            write.put_relations(new, [Relation(source=new, kind=RelationKind.SUPERSEDES, target=old)])
    index = open_index(settings, embedder)
    sync(index, catalogue)
    yield Library(catalogue=catalogue, index=index)
    index.close()
    catalogue.close()


def ask(shelf: Library, q: str, **parameters: object) -> Answer:
    return shelf.ask(shelf.read(Asked(q=q, **parameters)))  # type: ignore[arg-type]


def test_a_list_is_quoted_whole_with_the_words_that_introduce_it(shelf: Library) -> None:
    [first, *others] = ask(shelf, "What steps will be taken on reading?").citations

    assert first.quote.startswith("We will take the following steps on reading:")
    assert first.quote.endswith("give each reception class £450 for new books.")
    assert not any(other.span.start < first.span.end and first.span.start < other.span.end for other in others)


def test_a_question_about_one_item_gets_that_item(shelf: Library) -> None:
    assert ask(shelf, "When will the national reading pathway be published?").citations[0].quote == (
        "publish a national reading pathway by 30 November 2026;"
    )


def test_the_replaced_text_is_not_quoted_and_the_one_in_force_is(shelf: Library) -> None:
    quotes = [citation.quote for citation in ask(shelf, "When must the morning register close?").citations]

    assert REGISTERS in quotes
    assert OLD_REGISTERS not in quotes


def test_as_of_its_day_the_replaced_text_answers(shelf: Library) -> None:
    answer = ask(shelf, "When must the morning register close?", as_of="2015-01-01")

    assert [citation.quote for citation in answer.citations] == [OLD_REGISTERS]


def test_what_only_a_replaced_text_says_is_shown_as_such(shelf: Library) -> None:
    answer = ask(shelf, "What must ponds be fenced with?")

    assert answer.status is AnswerStatus.UNANSWERED_ONLY_SUPERSEDED
    assert [shown.publication.id for shown in answer.nearest][:1] == ["pond-2010"]
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("When will outdoor learning use the school grounds?", "nothing chosen holds what a 'when' question asks for"),
        ("How much will the reading programme cost in 2031?", "nothing chosen speaks of 2031"),
        ("How will the reading programme help Ermintrude Otterbourne?", "'Ermintrude Otterbourne' is in nothing found"),
        ("Is it statutory?", "the question names no subject"),
        ("How do I bake sourdough bread?", "under 0.4"),
        ("What does Ofsted say about reading lead teachers?", "another nation's system"),
    ],
)
def test_each_lack_has_its_reason(shelf: Library, question: str, lacking: str) -> None:
    answer = ask(shelf, question)

    assert answer.status.startswith("unanswered_")
    assert lacking in answer.reason
