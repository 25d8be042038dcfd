"""Which text of a publication stood on which day: never two on one day, and no day forgotten between them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.provenance import Held
from corpus.publication import Publication, PublicationType, Standing, Status
from corpus.version import Seen, Version, as_it_stood, versions_of

Make = Callable[..., Publication]
Text = Callable[..., Document]
Days = tuple[str, date | None, date | None]
MAY, JUNE, JULY, AUGUST = (date(2024, month, 1) for month in (5, 6, 7, 8))


def standing(
    status: Status = Status.IN_FORCE, *, valid_from: date | None = MAY, valid_to: date | None = None, **fields: object
) -> Standing:
    given = {"status_basis": "told", "force": "unknown", "force_basis": "", "validity_basis": "from the day it was published"}
    return Standing(status=status, valid_from=valid_from, valid_to=valid_to, **(given | fields))  # type: ignore[arg-type]


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def seen(document: Text) -> Callable[..., Seen]:
    def make(
        text: str,
        day: date = MAY,
        *,
        stated: date | None = None,
        current: bool = False,
        first: date | None = None,
        **fields: object,
    ) -> Seen:
        return Seen(
            document=document(text, **fields),
            current=current,
            stated_on=stated,
            first_seen=at(first or day),
            last_seen=at(day),
            since=at(day),
        )

    return make


def days(versions: tuple[Version, ...]) -> list[Days]:
    return [(one.document.text, one.valid_from, one.valid_to) for one in versions]


def test_dated_edits_stand_from_the_day_the_page_names(publication: Make, seen: Callable[..., Seen]) -> None:
    texts = [
        seen("three", date(2024, 9, 9), stated=AUGUST, current=True),
        seen("one", date(2024, 5, 5), stated=MAY),
        seen("two", date(2024, 6, 6), stated=JUNE),
    ]

    versions = versions_of(publication(standing=standing()), texts)

    assert days(versions) == [("three", AUGUST, None), ("two", JUNE, AUGUST), ("one", MAY, JUNE)]
    assert [one.basis for one in versions] == [
        "last updated, as stated on the page",
        "last updated, as stated on the page",
        "from the day it was published",
    ]


def test_undated_edits_stand_from_the_day_they_were_first_seen(publication: Make, seen: Callable[..., Seen]) -> None:
    texts = [seen("one", JUNE), seen("two", AUGUST, current=True)]

    versions = versions_of(publication(standing=standing()), texts)

    assert days(versions) == [("two", AUGUST, None), ("one", MAY, AUGUST)]
    assert versions[0].basis == "first seen changed; the page gives no day for it"


@pytest.mark.parametrize(
    ("stated", "expected", "basis"),
    [
        (None, JUNE, "first seen; the page gives no day"),
        (MAY, MAY, "stated on the page"),
    ],
)
def test_a_publication_without_a_day_stands_from_what_is_known(
    publication: Make, seen: Callable[..., Seen], stated: date | None, expected: date, basis: str
) -> None:
    undated = publication(published=None, standing=standing(valid_from=None, validity_basis="no day is known"))

    [version] = versions_of(undated, [seen("one", JUNE, stated=stated, current=True)])

    assert (version.valid_from, version.valid_to, version.basis) == (expected, None, basis)


def test_a_page_updated_before_it_was_met_is_known_from_its_update_on(publication: Make, seen: Callable[..., Seen]) -> None:
    [version] = versions_of(publication(standing=standing()), [seen("one", AUGUST, stated=JULY, current=True)])

    assert (version.valid_from, version.valid_to) == (JULY, None)


def test_a_page_that_gives_only_its_last_update_has_a_day_for_each_version(
    publication: Make, seen: Callable[..., Seen]
) -> None:
    known = standing(valid_from=JULY, validity_basis="from its last update, the only day known")
    guidance = publication(published=None, updated=JULY, standing=known)
    texts = [seen("one", AUGUST, stated=MAY), seen("two", AUGUST, stated=JULY, current=True)]

    assert days(versions_of(guidance, texts)) == [("two", JULY, None), ("one", MAY, JULY)]
    assert days(versions_of(guidance, [seen("two", AUGUST, current=True)])) == [("two", JULY, None)]


def test_a_digest_stands_for_the_whole_and_the_full_text_as_well(publication: Make, seen: Callable[..., Seen]) -> None:
    texts = [seen("full", AUGUST, stated=JUNE, current=True), seen("A fact.", AUGUST, held=Held.DIGEST)]

    assert days(versions_of(publication(standing=standing()), texts)) == [("full", JUNE, None), ("A fact.", MAY, None)]


def test_an_older_text_imported_later_stays_behind(publication: Make, seen: Callable[..., Seen]) -> None:
    texts = [seen("new", JULY, stated=JULY, current=True), seen("old", AUGUST, stated=JUNE)]

    assert days(versions_of(publication(standing=standing()), texts)) == [("new", JULY, None), ("old", JUNE, JULY)]


def test_the_current_text_is_the_last_one_even_where_its_day_is_earlier_than_when_another_was_seen(
    publication: Make, seen: Callable[..., Seen]
) -> None:
    texts = [seen("undated", JULY), seen("now dated", AUGUST, stated=JUNE, current=True)]

    assert days(versions_of(publication(standing=standing()), texts)) == [("now dated", JUNE, None), ("undated", MAY, JUNE)]


def test_a_text_that_returned_stands_from_its_return(publication: Make, seen: Callable[..., Seen]) -> None:
    texts = [seen("one", AUGUST, current=True, first=MAY), seen("two", JULY)]

    assert days(versions_of(publication(standing=standing()), texts)) == [("one", AUGUST, None), ("two", MAY, AUGUST)]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.CONSULTATION, Status.WITHDRAWN, Status.SUPERSEDED])
def test_what_has_no_known_days_never_stood(publication: Make, seen: Callable[..., Seen], status: Status) -> None:
    never = publication(standing=standing(status, valid_from=None))
    texts = [seen("one", JUNE, stated=MAY), seen("two", JULY, stated=JULY, current=True)]

    assert days(versions_of(never, texts)) == [("two", None, None), ("one", None, None)]
    assert days(versions_of(never, texts[1:])) == [("two", None, None)]


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.SUPERSEDED])
def test_nothing_stands_after_the_end_its_record_knows(publication: Make, seen: Callable[..., Seen], status: Status) -> None:
    ended = publication(standing=standing(status, valid_to=JULY))

    inside = versions_of(ended, [seen("one", MAY), seen("two", JUNE, current=True)])
    marked_after = versions_of(ended, [seen("one", MAY), seen("two", AUGUST, stated=AUGUST, current=True)])
    met_after = versions_of(ended, [seen("one", AUGUST, stated=AUGUST, current=True)])

    assert days(inside) == [("two", JUNE, JULY), ("one", MAY, JUNE)]
    assert days(marked_after) == [("two", JULY, JULY), ("one", MAY, JULY)]
    assert days(met_after) == [("one", MAY, JULY)]


def test_the_later_text_of_an_event_takes_its_place_for_all_days(publication: Make, seen: Callable[..., Seen]) -> None:
    statement = publication(type=PublicationType.WRITTEN_STATEMENT, standing=standing())
    texts = [seen("one", MAY, stated=MAY), seen("one, mended", JUNE, stated=JUNE, current=True)]

    assert days(versions_of(statement, texts)) == [("one, mended", MAY, None), ("one", MAY, None)]


def test_an_earlier_text_is_shown_as_superseded_by_its_own_publisher(publication: Make, seen: Callable[..., Seen]) -> None:
    guidance = publication(standing=standing())
    new, old = versions_of(guidance, [seen("one", MAY), seen("two", JUNE, current=True)])

    assert as_it_stood(guidance, new).standing.status is Status.IN_FORCE
    before = as_it_stood(guidance, old).standing
    assert (before.status, before.valid_from, before.valid_to) == (Status.SUPERSEDED, MAY, JUNE)
    assert before.status_basis == "its publisher changed the page: a later version is held"
    withdrawn = replace(guidance, standing=standing(Status.WITHDRAWN))
    assert as_it_stood(withdrawn, old).standing.status is Status.WITHDRAWN


START = date(2024, 1, 1)
DAY = st.integers(0, 400).map(lambda number: START + timedelta(days=number))
TEXTS = st.lists(st.tuples(DAY, st.none() | DAY), min_size=1, max_size=6)


@given(
    texts=TEXTS,
    known=st.none() | DAY,
    length=st.none() | st.integers(0, 300),
    status=st.sampled_from([Status.IN_FORCE, Status.SUPERSEDED, Status.WITHDRAWN]),
)
def test_never_two_texts_stand_on_one_day_and_none_is_missing_between(
    publication: Make,
    seen: Callable[..., Seen],
    texts: list[tuple[date, date | None]],
    known: date | None,
    length: int | None,
    status: Status,
) -> None:
    ended = status is not Status.IN_FORCE
    end = known + timedelta(days=length) if known and length is not None and ended else None
    start = known if not ended or end else None  # as `corpus.validity` has it
    guidance = publication(published=known, standing=standing(status, valid_from=start, valid_to=end))
    held = [
        seen(f"text {place}", day, stated=stated, current=place == len(texts) - 1) for place, (day, stated) in enumerate(texts)
    ]

    versions = versions_of(guidance, held)

    assert versions[0].current
    assert sorted(one.document.text for one in versions) == sorted(one.document.text for one in held)
    if ended and end is None:
        assert {(one.valid_from, one.valid_to) for one in versions} == {(None, None)}
        return
    oldest_first = versions[::-1]
    assert all(one.valid_from is not None for one in versions)
    assert all(one.valid_to == next_one.valid_from for one, next_one in pairwise(oldest_first))
    assert versions[0].valid_to == end
    assert all(one.valid_to is None or one.valid_from is None or one.valid_from <= one.valid_to for one in versions)
    first = oldest_first[0].valid_from
    for day in (START + timedelta(days=number) for number in range(0, 720, 7)):
        standing_then = [
            one for one in versions if one.valid_from and one.valid_from <= day and (one.valid_to is None or day < one.valid_to)
        ]
        covered = first is not None and first <= day and (end is None or day < end)
        assert len(standing_then) == covered
