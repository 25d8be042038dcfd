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
    ordered = sorted(
        seen, key=lambda one: (one.document.held is Held.FULL, one.current, one.stated_on or one.since.date(), one.since)
    )
    made = [_version(publication, one) for one in ordered]
    if not publication.stands_for_a_period:
        return tuple(reversed(made))
    full = [place for place, one in enumerate(ordered) if one.document.held is Held.FULL]
    for before, after in pairwise(full if _stood(publication.standing) else ()):
        start, basis = _changed_on(made[before], ordered[after], publication.standing.valid_to)
        made[after] = replace(made[after], valid_from=start, basis=basis)
        made[before] = replace(made[before], valid_to=start)
    return tuple(reversed(made))


def _version(publication: Publication, one: Seen) -> Version:
    standing = publication.standing
    start, basis = standing.valid_from, standing.validity_basis
    if one.document.held is Held.FULL and publication.stands_for_a_period and _stood(standing):
        start, basis = _first_day(publication, one)
    return Version(
        document=one.document,
        current=one.current,
        first_seen=one.first_seen,
        last_seen=one.last_seen,
        valid_from=start,
        valid_to=standing.valid_to,
        basis=basis,
    )


def _stood(standing: Standing) -> bool:
    """False where no day can be said: for what never stood, and for what ended on a day nobody knows."""
    return standing.status is Status.IN_FORCE or standing.valid_from is not None or standing.valid_to is not None


def _first_day(publication: Publication, one: Seen) -> tuple[date | None, str]:
    """These very words are known to stand from the day the page was last updated; an undated page, from when it was seen.

    A day after the end is no first day: the page was only marked then.
    """
    standing = publication.standing
    stated = one.stated_on if one.stated_on and _is_before(one.stated_on, standing.valid_to) else None
    # Where its last update is all that is known of the whole, that is the current text's day and no other's.
    only_updated = not (publication.published or publication.issued) and standing.valid_from == publication.updated
    if standing.valid_from is None or (only_updated and (stated or not one.current)):
        if stated:
            return stated, "stated on the page"
        first = one.first_seen.date()
        if _is_before(first, standing.valid_to):
            return first, "first seen; the page gives no day"
        return standing.valid_from, standing.validity_basis
    if stated and stated > standing.valid_from:
        return stated, "last updated, as stated on the page"
    return standing.valid_from, standing.validity_basis


def _changed_on(before: Version, after: Seen, end: date | None) -> tuple[date, str]:
    """The day one text took another's place: never before the other stood, nor after both had ended."""
    if after.stated_on and (before.valid_from is None or after.stated_on > before.valid_from):
        start, basis = after.stated_on, "last updated, as stated on the page"
    else:
        start, basis = after.since.date(), "first seen changed; the page gives no day for it"
    if before.valid_from and start < before.valid_from:
        start = before.valid_from
    return (start if end is None else min(start, end)), basis


def _is_before(day: date, end: date | None) -> bool:
    return end is None or day < end


def may_be_searched(publication: Publication, version: Version) -> bool:
    """True for the current text of what is not gone, and for the earlier ones of what stands for a period."""
    earlier = version.document.held is Held.FULL and publication.stands_for_a_period
    return publication.gone is None and (version.current or earlier)


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
