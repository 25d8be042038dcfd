"""A page that is not there any more is gone after three days, not at the first miss, and can come back."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from corpus.captures import Received
from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.publication import Publication
from corpus.visits import VisitOutcome, Visits
from ingest.intake import Intake
from ingest.removal import is_missing, miss

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
KEY = "guidance-otters"
A, B = "https://www.gov.wales/otters", "https://www.gov.wales/otters-old"


def received(*, status: int = 200, url: str = A, final_url: str = "", title: str = "Otters") -> Received:
    body = f"<html><head><title>{title}</title></head><main>Otters may swim.</main></html>".encode()
    return Received(url=url, final_url=final_url or url, status=status, headers=(), body=body, at=START)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (received(), False),
        (received(status=404), True),
        (received(status=410), True),
        (received(status=403), False),
        (received(status=500), False),
        (received(status=503, title="Page not found"), False),  # a site in trouble is not a removal
        (received(final_url="https://www.gov.wales/"), True),
        (received(url="https://www.gov.wales/", final_url="https://www.gov.wales"), False),
        (received(final_url=B), False),
        (received(title="Page not found | GOV.WALES"), True),
        (received(title="Tudalen heb ei chanfod"), True),
        (received(title="What to do when a page is not found"), False),
    ],
)
def test_what_counts_as_missing(answer: Received, expected: bool) -> None:
    assert is_missing(answer) is expected


@pytest.fixture
def visits(
    intake: Intake, catalogue: Catalogue, publication: Callable[..., Publication], document: Callable[..., Document]
) -> Visits:
    """Visits of a publication with two addresses, of which only the first was asked for."""
    with catalogue.writing() as write:
        write.put_publication(publication(url=A))
        write.put_document(document("Otters may swim."))
        for url in (A, B):
            write.put_page(url, KEY)
    made = Visits(intake.catalogue)
    made.seen(A, at=START)
    return made


def missed(intake: Intake, visits: Visits, url: str, day: int) -> VisitOutcome:
    outcome, reason, publication_id = miss(intake, visits, url, status=404, at=START + timedelta(days=day))
    assert url in reason
    assert publication_id == KEY
    return outcome


def gone(catalogue: Catalogue) -> date | None:
    found = catalogue.publication(KEY)
    assert found is not None
    assert bool(found.gone) is not bool(list(catalogue.current()))
    return found.gone


def test_three_days_make_it_gone_and_the_day_stays(intake: Intake, catalogue: Catalogue, visits: Visits) -> None:
    outcomes = [missed(intake, visits, A, day) for day in (1, 1, 2, 2)]
    assert outcomes == [VisitOutcome.MISSED] * 4
    assert gone(catalogue) is None

    assert missed(intake, visits, A, 5) is VisitOutcome.GONE

    assert gone(catalogue) == date(2026, 3, 6)
    revision = catalogue.revision()
    assert missed(intake, visits, A, 9) is VisitOutcome.GONE
    assert gone(catalogue) == date(2026, 3, 6)
    assert catalogue.revision() == revision
    held = catalogue.publication(KEY)
    assert held is not None
    assert held.gone_basis == f"'{A}' is not there (404), on 3 days up to 06 March 2026"


def test_an_answer_between_begins_the_count_anew(intake: Intake, catalogue: Catalogue, visits: Visits) -> None:
    for day in (1, 2):
        missed(intake, visits, A, day)
    visits.seen(A, at=START + timedelta(days=3))

    assert [missed(intake, visits, A, day) for day in (4, 5)] == [VisitOutcome.MISSED] * 2
    assert gone(catalogue) is None


def test_another_address_that_answers_keeps_it(intake: Intake, catalogue: Catalogue, visits: Visits) -> None:
    visits.seen(B, at=START)

    outcomes = [missed(intake, visits, A, day) for day in (1, 2, 3, 4)]

    assert outcomes == [VisitOutcome.MISSED, VisitOutcome.MISSED, VisitOutcome.GONE, VisitOutcome.GONE]
    assert gone(catalogue) is None


def test_one_bad_day_of_the_address_that_is_left_does_not_end_it(intake: Intake, catalogue: Catalogue, visits: Visits) -> None:
    visits.seen(B, at=START)
    for day in (1, 2, 3):
        missed(intake, visits, A, day)

    for day in (4, 5):
        assert missed(intake, visits, B, day) is VisitOutcome.MISSED
        assert missed(intake, visits, A, day) is VisitOutcome.GONE
        assert gone(catalogue) is None

    assert missed(intake, visits, B, 6) is VisitOutcome.GONE
    assert gone(catalogue) == date(2026, 3, 7)


def test_an_address_that_never_led_to_anything_removes_nothing(intake: Intake, catalogue: Catalogue, visits: Visits) -> None:
    other = "https://www.gov.wales/badgers"

    made = [miss(intake, visits, other, status=404, at=START + timedelta(days=day)) for day in range(5)]

    assert {outcome for outcome, _, _ in made} == {VisitOutcome.MISSED}
    assert {publication_id for _, _, publication_id in made} == {None}
    assert gone(catalogue) is None


def test_what_led_to_the_front_page_is_told_in_other_words(intake: Intake, visits: Visits) -> None:
    _, reason, _ = miss(intake, visits, A, status=200, at=START + timedelta(days=1))

    assert reason == (
        f"'{A}' leads to no page of its own any more: missed on 1 of the 3 days that make it gone; what is held of it stays."
    )
