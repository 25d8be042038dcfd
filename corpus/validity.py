"""Validity: the days between which a publication's words stand, with the reason; does not decide its status."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from corpus.case import Case
from corpus.finding import FindingKind
from corpus.publication import Status


class Validity(NamedTuple):
    """From the first day to the first day after."""

    valid_from: date | None
    valid_to: date | None
    basis: str


def validity_of(case: Case, status: Status, cases: Mapping[str, Case]) -> Validity:
    """When a publication stands. What was withdrawn on a day nobody knows is not said to have stood on any.

    What was superseded on such a day did stand: it is given for the days after its first, always beside its status.
    """
    if case.never_stands:
        return Validity(None, None, f"a {'draft' if case.is_draft else 'consultation'} never stands")
    start, basis = start_of(case)
    if status not in {Status.WITHDRAWN, Status.SUPERSEDED}:
        return Validity(start, None, basis)
    end, ended = _end(case, cases)
    if end is None and status is Status.WITHDRAWN:
        return Validity(None, None, "withdrawn on a day that is not known")
    if end is None:
        return Validity(start, None, f"{basis}; superseded on a day that is not known")
    # A replacement dated by its year alone may seem to come first; nothing stops standing before it starts.
    return Validity(start, max(end, start) if start else end, f"{basis}; {ended}")


def start_of(case: Case) -> tuple[date | None, str]:
    """The first day a publication stands, and how it is known."""
    publication = case.publication
    said = case.says(FindingKind.IN_FORCE_FROM) if case.is_state else None
    if said:
        return date.fromisoformat(said.finding.value), "from the day its text names"
    if publication.published:
        return publication.published, "from the day it was published"
    if publication.issued:
        return publication.date, f"from the start of {publication.issued}, when it was issued"
    if publication.updated:
        return publication.updated, "from its last update, the only day known"
    return None, "no day is known"


def _end(case: Case, cases: Mapping[str, Case]) -> tuple[date | None, str]:
    """The first day it no longer stands: its withdrawal, else the first of its successors."""
    withdrawn = case.says(FindingKind.WITHDRAWN)
    if withdrawn and withdrawn.finding.value:
        return date.fromisoformat(withdrawn.finding.value), "until the day its page names for its withdrawal"
    starts = [(start, one.source) for one in case.successions if (start := start_of(cases[one.source])[0])]
    if not starts:
        return None, ""
    first, successor = min(starts)
    return first, f"until '{successor}' took its place"
