"""The history of a publication as lines for a terminal; does not gather it."""

import textwrap
from collections.abc import Iterator
from datetime import date

from search_api.history.history import BearingShape, HistoryShape, JudgementShape, VersionShape

WIDTH = 100


def history_lines(shown: HistoryShape) -> list[str]:
    """What a publication is, whether it stands and why, the texts it has had, and what bears on it."""
    return [
        shown.title,
        f"  {shown.id} · {shown.publisher} · {shown.type.replace('-', ' ')} · {shown.language}",
        *([f"  {shown.url}"] if shown.url else []),
        *([f"  by {shown.author}" + (f", {shown.role}" if shown.role else "")] if shown.author else []),
        "",
        *_dates(shown),
        "",
        *_judgement("Status", shown.status),
        *_judgement("Force", shown.force),
        *([f"Gone     {_day(shown.gone)}: {shown.gone_basis}"] if shown.gone else []),
        "",
        "Versions, newest first",
        *(line for version in shown.versions for line in _version(version)),
        *(["", "Bears on it", *(line for one in shown.relations for line in _relation(one))] if shown.relations else []),
    ]


def _dates(shown: HistoryShape) -> Iterator[str]:
    yield f"Stands   from {_day(shown.valid_from)} until {_day(shown.valid_to, none='now')}" + (
        f" ({shown.validity_basis})" if shown.validity_basis else ""
    )
    named = {
        "first published": shown.first_published,
        "last updated": shown.last_updated,
        "written under": shown.dateline,
    }
    known = [f"{name} {_day(day)}" for name, day in named.items() if day]
    known += [f"meeting of {_day(day)}" for day in shown.meetings]
    yield f"Dates    {'; '.join(known) or 'none known'}"


def _judgement(name: str, judged: JudgementShape) -> Iterator[str]:
    sure = "" if judged.confidence >= 1 else f" (confidence {judged.confidence:.2f})"
    yield from _wrapped(f"{name:8} {judged.value.replace('_', ' ')}: {judged.basis}{sure}", indent="         ")
    if judged.evidence:
        place = _place(judged.evidence.document_id, judged.evidence.start, judged.evidence.end)
        yield from _wrapped(f"         “{' '.join(judged.evidence.quote.split())}” {place}", indent="         ")


def _version(version: VersionShape) -> Iterator[str]:
    mark = "now" if version.current else "   "
    words = "publisher's words" if version.held == "full" else "digest in our words"
    yield f"  {mark} {version.document_id} · {words} · {version.parser}"
    yield f"      stood {_day(version.valid_from)} to {_day(version.valid_to, none='now')}" + (
        f" ({version.basis})" if version.basis else ""
    )
    yield f"      seen  {version.first_seen:%d %B %Y} to {version.last_seen:%d %B %Y}"
    yield from (f"      from  {url}" for url in version.read_from)
    for finding in version.findings:
        value = f" {finding.value}" if finding.value else ""
        quote = " ".join(finding.quote.split())
        said = f"      says  {finding.kind.replace('_', ' ')}{value} ({finding.confidence:.2f}): “{quote}”"
        yield from _wrapped(said, indent="            ")
    for warning in version.warnings:
        yield from _wrapped(f"      ! {warning.detail}", indent="        ")


def _relation(one: BearingShape) -> Iterator[str]:
    kind = one.kind.replace("_", " ")
    mark = "suggested, not settled: " if one.suggested else ""
    yield from _wrapped(f"  {one.source} {kind} {one.target}: {mark}{one.basis}", indent="    ")
    if one.quote:
        yield from _wrapped(f"    “{' '.join(one.quote.split())}” {_place(one.document_id, one.start, one.end)}", indent="    ")


def _place(document_id: str | None, start: int | None, end: int | None) -> str:
    if document_id is None:
        return ""
    return f"[{document_id}:{start}-{end}]" if start is not None else f"[{document_id}, printed around its text]"


def _wrapped(text: str, *, indent: str) -> list[str]:
    lead = len(text) - len(text.lstrip())
    return textwrap.wrap(text.strip(), WIDTH, initial_indent=" " * lead, subsequent_indent=indent, break_on_hyphens=False)


def _day(day: date | None, *, none: str = "no day known") -> str:
    return f"{day.day} {day:%B %Y}" if day else none
