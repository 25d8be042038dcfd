"""What is known of a question beside its words: where it is answered, and which texts do not stand on its day."""

from collections.abc import Callable
from datetime import date

import pytest

from evals.gold.questions import Audience, GoldQuestion, Kind
from evals.runs.rows import Marker
from search_api.library import Library

Make = Callable[..., GoldQuestion]


TODAY = {"publications": {"bells-2024": 3}, "must_not_cite": ()}
THEN = {"kind": Kind.AS_OF, "as_of": date(2015, 1, 1), "publications": {"bells-2012": 3}, "must_not_cite": ()}
NOT_YET = {"bells-2024", "lunch-2023", "cinio-2023"}


@pytest.mark.parametrize(
    ("changes", "lapsed"),
    [
        (TODAY, {"bells-2012"}),
        (TODAY | {"publications": {"bells-2012": 3}}, {"bells-2012"}),
        (THEN, NOT_YET),
        (THEN | {"publications": {"lunch-2023": 3}}, NOT_YET - {"lunch-2023"}),
        (THEN | {"publications": {"lunch-2023": 2}}, NOT_YET),
        (
            THEN | {"must_not_cite": ("bells-2012",), "publications": {"lunch-2023": 3}},
            NOT_YET - {"lunch-2023"} | {"bells-2012"},
        ),
    ],
    ids=["today", "asked about", "on a day", "the gold says it stood", "in part", "the gold says it did not"],
)
def test_what_does_not_stand(bells: Library, make_question: Make, changes: dict[str, object], lapsed: set[str]) -> None:
    assert Marker(bells, [make_question("q", "When?", **changes)]).known["q"].lapsed == lapsed


def test_facts_have_their_places(bells: Library, make_question: Make) -> None:
    [spans] = Marker(bells, [make_question("q", "When?")]).known["q"].groups
    [(key, start, end)] = spans
    document = bells.catalogue.document(key)
    assert document
    assert (document.publication_id, document.text[start:end]) == ("bells-2024", "Bells ring at nine each morning.")


def test_where_an_answer_stands(bells: Library, make_question: Make, make_unanswerable: Make) -> None:
    marker = Marker(bells, [])
    assert marker.source(make_question("q", "When?")) == "register"
    assert marker.source(make_question("q", "When?", publications={"sa-visits-2024": 3})) == "our own text"
    assert marker.source(make_question("q", "When?", audience=Audience.SEEDS)) == "publisher's text"
    assert marker.source(make_unanswerable("q", "What?")) is None
