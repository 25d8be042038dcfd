"""A text that does not stand may be cited where its reader is told so, and not otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from corpus.publication import Publication, PublicationType, Standing, Status
from evals.gold.questions import GoldQuestion, Kind
from evals.measures.versions import has_lapsed, version_scores, wrong_version
from evals.systems.response import Cited
from tests.evals.texts import OLD_BELLS, cite

Make = Callable[..., GoldQuestion]
NINE = cite("Bells ring at nine each morning.", status="in_force")
EIGHT = cite("Bells ring at eight each morning.", OLD_BELLS)
LAPSED = frozenset({"bells-2012"})


@pytest.mark.parametrize(
    ("status", "wrong"),
    [("", True), ("in_force", True), ("superseded", False), ("withdrawn", False), ("draft", False), ("consultation", False)],
)
def test_a_wrong_version_is_one_whose_reader_is_not_told(make_question: Make, status: str, wrong: bool) -> None:
    cited = (NINE, replace(EIGHT, status=status))
    assert wrong_version(make_question("q", "When?"), cited) is wrong
    scores = version_scores(make_question("q", "When?"), cited, LAPSED)
    assert (scores["wrong_version"], scores["lapsed_as_current"]) == (float(wrong), float(wrong))


def test_a_lapsed_text_misleads_in_any_question(make_question: Make, make_unanswerable: Make) -> None:
    anyone = make_question("q", "When?", must_not_cite=())
    assert version_scores(anyone, (EIGHT,), LAPSED) == {"lapsed_as_current": 1.0}
    assert version_scores(make_unanswerable("u", "Who?"), (EIGHT,), LAPSED) == {"lapsed_as_current": 1.0}
    assert version_scores(anyone, (), LAPSED) == {}


@pytest.mark.parametrize(
    ("cited", "right"),
    [((EIGHT,), 1.0), ((EIGHT, NINE), 0.0), ((NINE,), 0.0), ((replace(EIGHT, publication_id="lunch"),), 0.0)],
    ids=["what stood", "and what did not yet", "only what did not yet", "what stood and does not answer"],
)
def test_as_of_a_day(make_question: Make, cited: tuple[Cited, ...], right: float) -> None:
    question = make_question(
        "q", "When?", kind=Kind.AS_OF, as_of=date(2015, 1, 1), publications={"bells-2012": 3}, must_not_cite=("bells-2024",)
    )
    assert version_scores(question, cited, frozenset({"bells-2024"}))["as_of_right"] == right


@pytest.mark.parametrize(
    ("status", "day", "lapsed"),
    [
        (Status.IN_FORCE, None, False),
        (Status.SUPERSEDED, None, True),
        (Status.DRAFT, None, True),
        (Status.SUPERSEDED, date(2013, 1, 1), False),
        (Status.SUPERSEDED, date(2011, 1, 1), True),
        (Status.SUPERSEDED, date(2024, 1, 1), True),
    ],
)
def test_what_stands_depends_on_the_day(status: Status, day: date | None, lapsed: bool) -> None:
    publication = Publication(
        id="bells-2012",
        title="Bells",
        publisher="A council",
        type=PublicationType.GUIDANCE,
        language="en",
        standing=replace(
            Publication(id="x", title="x", publisher="x", type=PublicationType.GUIDANCE, language="en").standing,
            status=status,
            valid_from=date(2012, 3, 1),
            valid_to=date(2024, 1, 1),
        ),
    )
    assert isinstance(publication.standing, Standing)
    assert has_lapsed(publication, day) is lapsed
