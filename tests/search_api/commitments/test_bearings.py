"""What a later sentence suggests came of a promise, by the days it names."""

from datetime import date

import pytest

from corpus.commitment import Kind
from corpus.commitments import kept_commitments
from corpus.evidence import Bearing
from corpus.publication import PublicationType, Relation, RelationKind
from search_api.commitments.bearings import suggest
from search_api.commitments.later import Following
from search_api.commitments.linking import Linker
from search_api.commitments.nearness import Near
from search_api.commitments.promise import Promise, promises
from search_api.library import Library
from tests.search_api.commitments.conftest import record
from tests.search_api.conftest import MakeLibrary, document

STATEMENT = """We will establish a national professional learning body.
We will launch the school improvement partnership programme by 30 June 2024.
"""
NEWS = """The professional learning body starts in September 2024.
The professional learning body will start in September 2024.
The school improvement partnership programme starts in September 2024.
The school improvement partnership programme starts on 15 June 2024.
The school improvement partnership programme was launched on 12 December.
"""


@pytest.fixture(scope="module")
def library(make_library: MakeLibrary) -> Library:
    statement = record("statement-body", "Written Statement: learning", date(2024, 1, 15))
    news = record("news-body", "Learning news", date(2024, 6, 1), type=PublicationType.NEWS)
    return make_library(
        [(statement, document(statement, STATEMENT)), (news, document(news, NEWS))],
        [Relation(source="news-body", kind=RelationKind.FOLLOWS_UP, target="statement-body")],
    )


@pytest.fixture(scope="module")
def found(library: Library) -> list[tuple[Promise, list[Near]]]:
    linker = Linker(library)
    linker.bring_up()
    publications = {one.id: one for one in library.catalogue.publications()}
    made = promises(kept_commitments(library.catalogue, kinds=(Kind.COMMITMENT,)), publications)
    return [(one, linker.candidates(one, Following(library))) for one in made if one.publication.id == "statement-body"]


@pytest.mark.parametrize(
    ("thing", "words", "bearing"),
    [
        ("body", "The professional learning body starts in September 2024.", Bearing.PROGRESS),
        ("body", "The professional learning body will start in September 2024.", Bearing.REAFFIRMED),
        ("programme", "The school improvement partnership programme starts in September 2024.", Bearing.REVISED),
        ("programme", "The school improvement partnership programme starts on 15 June 2024.", Bearing.REAFFIRMED),
    ],
)
def test_a_day_to_come_is_read_beside_the_day_promised(
    found: list[tuple[Promise, list[Near]]], thing: str, words: str, bearing: Bearing
) -> None:
    promise, candidates = next((one, near) for one, near in found if thing in one.words("en"))
    near = next(one for one in candidates if one.later.words.strip() == words)

    assert suggest(promise, near).bearing is bearing


def test_a_day_without_a_year_in_what_is_told_has_gone(found: list[tuple[Promise, list[Near]]]) -> None:
    promise, candidates = next((one, near) for one, near in found if "programme" in one.words("en"))
    near = next(one for one in candidates if "12 December" in one.later.words)

    suggested = suggest(promise, near)
    assert suggested.bearing is not Bearing.REVISED
    assert suggested.effective is None  # the December before the text is before the promise too
