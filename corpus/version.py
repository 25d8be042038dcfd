"""Version: one text of a publication among those it has had, with the days it stood and the moments it was seen.

Valid time is when the words stood in the world, seen time is when we met them (methods 7.1: bitemporal). Pure rules over
what the catalogue keeps; does not compare the words of versions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from corpus.document import Document
from corpus.provenance import Held
from corpus.publication import Publication, Standing, Status

NEVER_STOOD = frozenset({Status.DRAFT, Status.CONSULTATION, Status.WITHDRAWN})
"""Statuses whose words are not said to have stood on any day, unless the standing knows one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A document as the catalogue keeps it."""

    document: Document
    current: bool
    stated_on: date | None
    """The day the page itself gives to these words: last updated, else first published."""
    first_seen: datetime
    last_seen: datetime
    since: datetime
    """When it last became the current text: later than `first_seen` where a publisher went back to earlier words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A text with the days between which it stood."""

    document: Document
    current: bool
    first_seen: datetime
    last_seen: datetime
    valid_from: date | None
    """First day its words stood; None where no day is known, and for what never stood."""
    valid_to: date | None
    """First day they no longer stood."""
    basis: str
    """How `valid_from` is known."""


def versions_of(publication: Publication, seen: Sequence[Seen]) -> tuple[Version, ...]:
    """The versions of a publication, newest first.

    A later text of an event (a mended statement) takes the place of the earlier one for all days: events are dated, they do
    not stand for a period. A digest stands for the publication as a whole.
    """
    ordered = sorted(seen, key=lambda one: (one.document.held is Held.FULL, one.stated_on or one.since.date(), one.since))
    made = [_version(publication, one) for one in ordered]
    if not publication.stands_for_a_period:
        return tuple(reversed(made))
    full = [place for place, one in enumerate(ordered) if one.document.held is Held.FULL]
    for before, after in pairwise(full):
        start, basis = _changed_on(made[before], ordered[after])
        never = publication.standing.valid_from is None and publication.standing.status in NEVER_STOOD
        made[after] = replace(made[after], valid_from=None if never else start, basis=basis)
        made[before] = replace(made[before], valid_to=start)
    return tuple(reversed(made))


def _version(publication: Publication, one: Seen) -> Version:
    standing = publication.standing
    start, basis = standing.valid_from, standing.validity_basis
    if one.document.held is Held.FULL and publication.stands_for_a_period and standing.status not in NEVER_STOOD:
        start, basis = _first_day(standing, one)
    return Version(
        document=one.document,
        current=one.current,
        first_seen=one.first_seen,
        last_seen=one.last_seen,
        valid_from=start,
        valid_to=standing.valid_to,
        basis=basis,
    )


def _first_day(standing: Standing, one: Seen) -> tuple[date | None, str]:
    """These very words are known to stand from the day the page was last updated; an undated page, from when it was seen."""
    stated = one.stated_on
    if standing.valid_from is None:
        return (stated, "stated on the page") if stated else (one.first_seen.date(), "first seen; the page gives no day")
    if stated and stated > standing.valid_from:
        return stated, "last updated, as stated on the page"
    return standing.valid_from, standing.validity_basis


def _changed_on(before: Version, after: Seen) -> tuple[date, str]:
    if after.stated_on and (before.valid_from is None or after.stated_on > before.valid_from):
        return after.stated_on, "last updated, as stated on the page"
    return after.since.date(), "first seen changed; the page gives no day for it"


def as_it_stood(publication: Publication, version: Version) -> Publication:
    """The record as it applies to one version: with its days, and superseded where a later one has taken its place."""
    standing = replace(publication.standing, valid_from=version.valid_from, valid_to=version.valid_to)
    if not version.current and standing.status is Status.IN_FORCE:
        standing = replace(
            standing,
            status=Status.SUPERSEDED,
            status_basis="its publisher changed the page: a later version is held",
            status_evidence=None,
        )
    return replace(publication, standing=standing)
