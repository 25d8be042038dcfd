"""A minister's promises and what later texts say of them, all of our own making, linked in a real catalogue and index."""

from collections.abc import Iterator
from datetime import date

import pytest
from fastapi.testclient import TestClient

from corpus.publication import Publication, PublicationType, Relation, RelationKind
from search_api.app import make_app
from search_api.commitments.linking import Linker
from search_api.library import Library
from tests.search_api.conftest import MakeLibrary, document

KEY = "sesame-and-lilies"
STATEMENT = """What we will do about kites

I will publish a national kite safety code by 30 June 2024. Kites are flown by many children.

We will establish a Kite Advisory Group in the autumn of 2024. I will review the fees for kite fields.
"""
REPORT = """The national kite safety code was published on 12 September 2024. The Kite Advisory Group is now active.
"""
LATER = """The Kite Advisory Group held a second meeting. Umbrellas were discussed.
"""


def record(key: str, title: str, day: date, **fields: object) -> Publication:
    made = {"type": PublicationType.WRITTEN_STATEMENT, "topics": ("kites",)} | fields
    return Publication(id=key, title=title, publisher="Welsh Government", language="en", published=day, **made)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def kites(make_library: MakeLibrary) -> Library:
    return linked(make_library)


def linked(make_library: MakeLibrary) -> Library:
    """A library of the three texts, linked."""
    statement = record(
        "statement-kites",
        "Written Statement: kites",
        date(2024, 1, 15),
        author="Mair Ellis",
        role="Minister for Play",
    )
    report = record("report-kites", "Kites: a report", date(2024, 10, 1), type=PublicationType.NEWS)
    later = record("minutes-kites", "Kite Advisory Group: minutes", date(2025, 2, 1), type=PublicationType.MINUTES)
    library = make_library(
        [(statement, document(statement, STATEMENT)), (report, document(report, REPORT)), (later, document(later, LATER))],
        [Relation(source="report-kites", kind=RelationKind.FOLLOWS_UP, target="statement-kites")],
    )
    Linker(library).bring_up()
    return library


@pytest.fixture(scope="session")
def kite_site(kites: Library) -> Iterator[TestClient]:
    with TestClient(make_app(kites, review_key=KEY), raise_server_exceptions=False) as client:
        yield client
