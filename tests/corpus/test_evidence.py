"""What counts as having come of a commitment: the order of outcomes, people before machines, reviews that last."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.evidence import DONE, ORDER, Bearing, Evidence, Review, deciding, is_overdue, weigh
from corpus.evidence_kept import Looked, add_review, evidence_of, forget_strangers, keep_evidence, looked_at, reviews
from corpus.passage import Span
from corpus.publication import Publication

DAY = date(2025, 3, 1)
WRITTEN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
ID = "statement-kites.en.00000000:0-10:1"


def found(bearing: Bearing, days: int | None = 0, *, at: int = 0, document_id: str = "kites.en.1") -> Evidence:
    day = None if days is None else DAY + timedelta(days=days)
    return Evidence(document_id=document_id, span=Span(at, at + 5), bearing=bearing, score=0.5, day=day)


def review(one: Evidence, verdict: str, *, by: str = "Nia Parry", minutes: int = 0) -> Review:
    return Review(
        commitment_id=ID,
        publication_id="statement-kites",
        quote="I will fly a kite.",
        document_id=one.document_id,
        span=one.span,
        evidence_publication_id="report-kites",
        evidence_quote="Kites",
        verdict=verdict,
        by=by,
        note="",
        at=WRITTEN + timedelta(minutes=minutes),
    )


@pytest.mark.parametrize(
    ("said", "came"),
    [
        ([(Bearing.PROGRESS, 0), (Bearing.DELIVERED, 9)], Bearing.DELIVERED),
        ([(Bearing.DELIVERED, 0), (Bearing.PROGRESS, 9)], Bearing.DELIVERED),
        ([(Bearing.DELIVERED_LATE, 0), (Bearing.REAFFIRMED, 9)], Bearing.DELIVERED_LATE),
        ([(Bearing.DELIVERED, 0), (Bearing.DROPPED, 9)], Bearing.DROPPED),
        ([(Bearing.REVISED, 0), (Bearing.REAFFIRMED, 9)], Bearing.REAFFIRMED),
        ([(Bearing.DELIVERED, 4), (Bearing.DROPPED, 4)], Bearing.DROPPED),
        ([(Bearing.DELIVERED_LATE, 4), (Bearing.DELIVERED, 4)], Bearing.DELIVERED),
        ([(Bearing.PROGRESS, 4), (Bearing.REVISED, 4)], Bearing.REVISED),
        ([(Bearing.DELIVERED, None), (Bearing.PROGRESS, 4)], Bearing.DELIVERED),
        ([(Bearing.NONE, 4)], None),
        ([], None),
    ],
)
def test_the_latest_evidence_decides_and_on_one_day_the_order_of_outcomes(
    said: Sequence[tuple[Bearing, int | None]], came: Bearing | None
) -> None:
    decided = deciding(weigh([found(bearing, days, at=10 * n) for n, (bearing, days) in enumerate(said)], []))

    assert (decided.bearing if decided else None) is came


@given(st.lists(st.tuples(st.sampled_from([*ORDER, Bearing.NONE]), st.integers(0, 5)), max_size=8), st.randoms())
def test_the_order_in_which_evidence_was_found_changes_nothing(said: list[tuple[Bearing, int]], chance: object) -> None:
    items = [found(bearing, days, at=10 * n) for n, (bearing, days) in enumerate(said)]
    shuffled = list(items)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = deciding(weigh(items, [])), deciding(weigh(shuffled, []))

    assert (one.bearing if one else None) is (other.bearing if other else None)
    assert one is None or one.counts


@given(
    st.lists(st.tuples(st.sampled_from([*sorted(DONE), Bearing.PROGRESS, Bearing.REAFFIRMED]), st.integers(0, 5)), min_size=1)
)
def test_progress_and_a_promise_made_again_never_undo_a_delivery(said: list[tuple[Bearing, int]]) -> None:
    decided = deciding(weigh([found(bearing, days, at=10 * n) for n, (bearing, days) in enumerate(said)], []))

    assert decided is not None
    assert (decided.bearing in DONE) == any(bearing in DONE for bearing, _ in said)


def test_what_a_person_confirmed_counts_before_all_that_is_suggested() -> None:
    early, late = found(Bearing.PROGRESS, 0), found(Bearing.DELIVERED, 9, at=10)
    decided = deciding(weigh([early, late], [review(early, "revised")]))

    assert decided is not None
    assert (decided.bearing, decided.is_confirmed) == (Bearing.REVISED, True)


def test_what_a_person_rejected_does_not_count_and_stays_to_be_seen() -> None:
    one = found(Bearing.DELIVERED)
    [weighed] = weigh([one], [review(one, "reject")])

    assert not weighed.counts
    assert deciding([weighed]) is None
    assert weighed.evidence.bearing is Bearing.DELIVERED


def test_the_newest_review_counts_and_the_older_ones_are_kept() -> None:
    one = found(Bearing.PROGRESS)
    [weighed] = weigh([one], [review(one, "delivered", minutes=5), review(one, "reject", by="Aled Rees")])

    assert weighed.bearing is Bearing.DELIVERED
    assert [each.verdict for each in weighed.history] == ["reject", "delivered"]


def test_later_words_that_only_a_person_found_are_evidence_on_the_day_of_their_text() -> None:
    [weighed] = weigh([], [review(found(Bearing.NONE), "delivered")], days={"report-kites": DAY}.get)

    assert (weighed.bearing, weighed.evidence.day) == (Bearing.DELIVERED, DAY)


@pytest.mark.parametrize(
    ("last", "delivered", "overdue"),
    [(DAY, False, False), (DAY - timedelta(days=1), False, True), (DAY - timedelta(days=1), True, False), (None, False, False)],
)
def test_overdue_begins_on_the_day_after_the_last(last: date | None, delivered: bool, overdue: bool) -> None:
    assert is_overdue(last=last, delivered=delivered, today=DAY) is overdue


def test_nothing_that_is_looked_for_anew_takes_a_review_away(
    catalogue: Catalogue, publication: Callable[..., Publication], document: Callable[..., Document]
) -> None:
    text = document("Kites were flown.", "report-kites")
    one = found(Bearing.PROGRESS, document_id=text.id)
    with catalogue.writing() as write:
        write.put_publication(publication("report-kites"))
        write.put_document(text)
        keep_evidence(write, ID, [one], Looked(key="a", revision=1))
        add_review(write, review(one, "delivered"))
    with catalogue.writing() as write:
        keep_evidence(write, ID, [found(Bearing.NONE, document_id=text.id)], Looked(key="b", revision=2))
    assert looked_at(catalogue) == {ID: Looked(key="b", revision=2)}
    assert [each.bearing for each in evidence_of(catalogue)[ID]] == [Bearing.NONE]

    with catalogue.writing() as write:
        assert forget_strangers(write) == 1  # no commitment of that id is held
        write.remove_publication("report-kites")
    assert not evidence_of(catalogue)
    [kept] = reviews(catalogue)
    assert (kept.verdict, kept.by, kept.at, kept.evidence_quote) == ("delivered", "Nia Parry", WRITTEN, "Kites")
