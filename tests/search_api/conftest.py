"""A small shelf of publications of our own making, in a real catalogue and index, and a site over it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.document import Document, Page, Section, make_document
from corpus.ids import text_sha256
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType, Relation, RelationKind
from corpus.settings import Settings
from index.cross_encoder import packaged_cross_encoder
from index.embed import SentenceEmbedder
from index.open import open_index
from index.sync import sync
from search_api.answering.meanings import Meanings
from search_api.app import make_app
from search_api.library import Library
from search_api.press import Press, make_press
from tests.catalogues import catalogue_in

Entries = Sequence[tuple[Publication, Document]]
MakeLibrary = Callable[..., Library]

STATEMENT = """Written Statement: reading in the early years

First published: 29 January 2025

Why reading comes first

Every child in Wales will have a reading plan by 1 September 2026. The plan names the adults who help the child.

What we will do

We will:

• fund a reading coach for every cluster of schools;
• publish a yearly report on early reading;
• ask Estyn to look at reading in every inspection.

Schools must publish a summary of their reading plans each autumn.
"""
DIGEST = """What it says

• Governing bodies must keep the cost of school uniform low.
• A logo should not be asked for.
"""


def document(
    publication: Publication,
    text: str,
    *,
    held: Held = Held.FULL,
    sections: Sequence[Section] = (),
    pages: Sequence[Page] = (),
) -> Document:
    return make_document(
        publication_id=publication.id,
        language=publication.language,
        held=held,
        text=text,
        sections=tuple(sections) or (Section(heading="", level=0, start=0, end=len(text)),),
        pages=tuple(pages),
        provenance=Provenance(
            origin="test",
            media_type="text/plain",
            sha256=text_sha256(text),
            retrieved_at=datetime(2026, 5, 7, tzinfo=UTC),
            parser="test/1",
        ),
    )


def outline(text: str, *headings: str) -> list[Section]:
    """Sections at each of these headings; what comes before the first is front matter."""
    starts = [text.index(f"{heading}\n") for heading in headings]
    ends = [*starts[1:], len(text)]
    front = Section(heading="", level=0, start=0, end=starts[0], front=True)
    made = [Section(heading=h, level=2, start=s, end=e) for h, s, e in zip(headings, starts, ends, strict=True)]
    return [front, *made]


def shelf_entries() -> Entries:
    statement = Publication(
        id="statement-reading",
        title="Written Statement: reading in the early years",
        publisher="Welsh Government",
        type=PublicationType.WRITTEN_STATEMENT,
        language="en",
        url="https://gov.wales/reading-in-the-early-years",
        author="A Minister",
        role="Cabinet Secretary for Education",
        published=date(2025, 1, 29),
        topics=("literacy",),
    )
    old = Publication(
        id="guidance-uniform-2019",
        title="Uniform guidance 2019",
        publisher="Welsh Government",
        type=PublicationType.GUIDANCE,
        language="en",
        url="https://gov.wales/uniform.pdf",
        issued="2019-11",
        topics=("uniform",),
    )
    new = Publication(
        id="guidance-uniform-2023",
        title="School uniform: statutory guidance",
        publisher="Hwb",
        type=PublicationType.GUIDANCE,
        language="en",
        url="https://hwb.gov.wales/uniform",
        issued="2023",
        statutory=True,
        topics=("uniform",),
    )
    welsh = Publication(
        id="guidance-uniform-2023-cy",
        title="Gwisg ysgol: canllawiau statudol",
        publisher="Hwb",
        type=PublicationType.GUIDANCE,
        language="cy",
        issued="2023",
        statutory=True,
    )
    consultation = Publication(
        id="consultation-homework",
        title="Homework: have your say",
        publisher="Estyn",
        type=PublicationType.CONSULTATION,
        language="en",
    )
    uniform = "Schools should not ask for a blazer. Schools should keep the cost of uniform low.\n"
    return [
        (
            statement,
            document(statement, STATEMENT, sections=outline(STATEMENT, "Why reading comes first", "What we will do")),
        ),
        (old, document(old, uniform * 2, pages=[Page(label="i", start=0, end=82), Page(label="ii", start=82, end=164)])),
        (
            new,
            document(
                new,
                DIGEST,
                held=Held.DIGEST,
                sections=[Section(heading="What it says", level=2, start=0, end=len(DIGEST))],
            ),
        ),
        (welsh, document(welsh, "Rhaid i gyrff llywodraethu gadw cost gwisg ysgol yn isel.\n")),
        (consultation, document(consultation, "Do you think homework helps children under seven?\n")),
    ]


@pytest.fixture(scope="session")
def make_library(embedder: SentenceEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MakeLibrary]:
    """Builds a library of these entries; all are closed at the end."""
    made: list[Library] = []

    def make(entries: Entries, relations: Sequence[Relation] = ()) -> Library:
        folder = tmp_path_factory.mktemp("library")
        catalogue = catalogue_in(folder)
        with catalogue.writing() as write:
            for publication, _ in entries:
                write.put_publication(publication)
            for publication, text in entries:
                write.put_document(text)
                write.put_relations(publication.id, [one for one in relations if one.source == publication.id])
        index = open_index(Settings(data_dir=folder), embedder)
        sync(index, catalogue)
        made.append(Library(catalogue=catalogue, index=index))
        return made[-1]

    yield make
    for library in made:
        library.index.close()
        library.catalogue.close()


@pytest.fixture(scope="session")
def shelf(make_library: MakeLibrary) -> Library:
    return make_library(
        shelf_entries(),
        [
            Relation(source="guidance-uniform-2023", kind=RelationKind.SUPERSEDES, target="guidance-uniform-2019"),
            Relation(source="guidance-uniform-2023-cy", kind=RelationKind.TRANSLATES, target="guidance-uniform-2023"),
        ],
    )


@pytest.fixture(scope="session")
def press() -> Press:
    """A press in every language we speak, whose templates are read once."""
    return make_press()


@pytest.fixture(scope="session")
def site(shelf: Library) -> Iterator[TestClient]:
    """The whole application over the shelf, as a browser meets it."""
    with TestClient(make_app(shelf), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def see(site: TestClient) -> Callable[..., BeautifulSoup]:
    """A page as a browser reads it."""

    def page(path: str, **parameters: str) -> BeautifulSoup:
        response = site.get(path, params=parameters or None)
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        return BeautifulSoup(response.text, "lxml")

    return page


@pytest.fixture(scope="session")
def words() -> Callable[[Tag | BeautifulSoup | None], str]:
    """The words of a part of a page, which must be there."""

    def of(tag: Tag | BeautifulSoup | None) -> str:
        assert tag is not None
        return " ".join(tag.get_text().split())

    return of


@pytest.fixture(scope="session")
def meanings(embedder: SentenceEmbedder) -> Meanings:
    """Vectors by the packaged model, and texts read together by the packaged cross-encoder, as the library has them."""
    return Meanings(embedder, packaged_cross_encoder())
