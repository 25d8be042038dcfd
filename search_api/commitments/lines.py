"""Commitments as lines for a terminal; programs ask for `--json` instead. Does not find any."""

import textwrap
from collections.abc import Iterator

from search_api.commitments.shapes import (
    CommitmentShape,
    CommitmentsShape,
    DueShape,
    EvidenceShape,
    OneCommitmentShape,
    ReviewShape,
    SearchedLaterShape,
)
from search_api.terminal import HELD, WIDTH

NOTE = (
    "What came of each is suggested by rules from later texts, unless a person confirmed it. It says what the texts held here "
    "tell, never that a promise was kept or broken."
)
CAME = {
    "delivered": "delivered",
    "delivered_late": "delivered late",
    "progress": "progress",
    "revised": "revised",
    "reaffirmed": "reaffirmed",
    "dropped": "dropped",
    "no_evidence_found": "no evidence found",
    "not_searched": "not looked for yet: run `canllaw index`",
    "none": "not taken as evidence",
}


def commitments_lines(found: CommitmentsShape) -> list[str]:
    """A page of commitments."""
    if not found.commitments:
        return ["No commitments found. Try fewer or other words, or remove filters."]
    lines = [f"{found.total} commitment{'s' if found.total != 1 else ''} found"]
    for one in found.commitments:
        lines += ["", *_head(one), f"    {_came(one)}"]
    return [*lines, "", *textwrap.wrap(NOTE, WIDTH)]


def one_commitment_lines(found: OneCommitmentShape) -> list[str]:
    """A commitment with its chain of evidence."""
    one = found.commitment
    lines = [*_head(one), f"    {_came(one)}"]
    others = [source for source in one.sources if source.commitment_id != one.commitment_id]
    if others:
        lines += ["", "  Other sources of the same promise"]
        for source in others:
            said = f"“{source.quote}”" if source.held == "full" else source.quote
            lines += _wrapped(f"{said} ({HELD[source.held]}; {source.commitment_id})", "    ")
    for evidence in one.evidence:
        lines += ["", *_evidence(evidence)]
    if not one.evidence:
        lines += ["", *_wrapped(searched_words(one.searched), "  ")]
    if found.near:
        lines += ["", "  Looked at, and not taken as evidence"]
        for evidence in found.near:
            lines += _wrapped(f"{_quoted(evidence)} ({evidence.evidence_id})", "    ")
    return [*lines, "", *textwrap.wrap(NOTE, WIDTH)]


def review_lines(kept: ReviewShape) -> list[str]:
    """A review as it is kept."""
    return [f"Kept: {CAME.get(kept.verdict, 'rejected')}, by {kept.by} on {kept.at.date()} (review {kept.review_id})."]


def searched_words(searched: SearchedLaterShape) -> str:
    """What was searched, where nothing was found."""
    up_to = f" up to {searched.last}" if searched.last else ""
    return f"No evidence found in {searched.publications} later publications held{up_to}."


def due_words(due: DueShape | None) -> str:
    """By when, as written and as worked out."""
    if due is None:
        return "no date given"
    if due.vague or due.last is None:
        return f"{due.words} (no day can be worked out)"
    days = str(due.last) if due.first in {None, due.last} else f"{due.first} to {due.last}"
    return f"{due.words} ({due.operator} {days})"


def _head(one: CommitmentShape) -> Iterator[str]:
    words = f"“{one.quote}”" if one.held == "full" else one.quote
    yield from textwrap.wrap(words, WIDTH, initial_indent="  ", subsequent_indent="    ")
    who = ", ".join(part for part in (one.speaker, one.office) if part) or one.organisation or "not stated who"
    yield f"    {who} · {one.made_on or 'no day known'} · {HELD[one.held]}"
    yield f"    due: {due_words(one.due)}"
    yield f"    {one.title}"
    yield f"    {one.commitment_id}"


def _came(one: CommitmentShape) -> str:
    basis = {"suggested": " (suggested)", "confirmed": " (confirmed)"}.get(one.status_basis, "")
    overdue = "; its day has passed without a delivery found" if one.overdue else ""
    return f"{CAME[one.status]}{basis}{overdue}"


def _evidence(one: EvidenceShape) -> Iterator[str]:
    said = f"confirmed by {one.confirmed_by} on {one.confirmed_on}" if one.basis == "confirmed" else "suggested"
    yield f"  {one.published or 'no day known'}  {CAME[one.outcome].upper()} ({said})"
    yield from _wrapped(_quoted(one), "      ")
    yield f"      {one.title}"
    yield f"      {one.evidence_id}"
    told = [f"{reason.code}: {reason.words}" if reason.words else reason.code for reason in one.reasons]
    if told:
        yield from _wrapped("because " + "; ".join(told), "      ")
    for review in one.reviews:
        if review.note:
            yield from _wrapped(f"{review.by}, {review.at.date()}: {review.note}", "      ")


def _quoted(one: EvidenceShape) -> str:
    return f"“{one.quote}”" if one.held == "full" else f"{one.quote} (digest in our words)"


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(" ".join(words.split()), WIDTH, initial_indent=indent, subsequent_indent=indent)
