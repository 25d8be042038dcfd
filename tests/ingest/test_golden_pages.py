"""Golden pages: whole pages in the publishers' markup, words of our own, each with a record of what must be read from it.

A page is `tests/publishers/pages/<layout>/<name>.html` with its own address in its canonical link; its record is
`<name>.toml` beside it. The record is complete: a fact it does not name must not be read from the page either.

    layout = "html-govwales"            # the parser that must read it, without its version (required)
    language = "en"                     # as read from the words (required)
    title, author, role, publisher, url, node, type                       strings; type as in PublicationType
    published, updated, dateline                                          TOML dates: 2024-05-17
    meetings = [2024-11-21]             # in order
    parts = ["https://..."]             # in order
    must_include = ["words", ...]       # in the text, one behind the other in this order (required)
    must_not_include = ["words", ...]   # nowhere in the text
    outline = [[2, "Heading"], ...]     # every heading with its level, in order
    links = [["file", "https://...", "Title"], ...]     # kind, address, title: all of them, in order
    findings = [["closed", "2024-03-03"], ...]          # kind, value: all of them, in any order
    flags = ["hidden_text", ...]        # reasons: all of them, in any order
    [[spans]]                           # words that stand at a place
    quote = "Words."                    # text[start:start + len(quote)] == quote
    start = 0                           # left out: the words must stand in the text exactly once
    under = ["Heading", "Sub-heading"]  # headings above them, outermost first; left out: not checked

`python tests/ingest/test_golden_pages.py` prints checks passed by layout; `golden_scores` gives the figures to a report.
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Document, canonical, make_document
from corpus.provenance import Held, Provenance
from ingest.html import parse_html
from ingest.parsed import Parsed

PAGES = Path(__file__).parents[1] / "publishers" / "pages"
GOLDEN = sorted(PAGES.rglob("*.html"))
SCALARS = ("title", "author", "role", "published", "updated", "dateline", "publisher", "url", "node", "language", "type")
KEYS = {
    *SCALARS,
    *("layout", "meetings", "parts", "must_include", "must_not_include", "outline", "links", "findings", "flags", "spans"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One fact of a record held against what was read."""

    name: str
    passed: bool
    read: object


@dataclass(slots=True, kw_only=True)
class Score:
    """Checks of one layout."""

    pages: int = 0
    passed: int = 0
    checks: int = 0


def checks_of(page: Path) -> list[Check]:
    """Every check of one golden page; raises CanllawError where the page cannot be read at all."""
    record = tomllib.loads(page.with_suffix(".toml").read_text("utf-8"))
    parsed = parse_html(page.read_bytes(), name=page.name)
    return [*_of_record(record), *_of_facts(record, parsed), *_of_words(record, parsed), *_of_offsets(parsed)]


def golden_scores(pages: list[Path]) -> dict[str, Score]:
    """Checks passed of all, by layout (the folder a page lies in)."""
    scores: dict[str, Score] = {}
    for page in pages:
        score = scores.setdefault(page.parent.name, Score())
        results = checks_of(page)
        score.pages += 1
        score.passed += sum(check.passed for check in results)
        score.checks += len(results)
    return scores


def _equal(name: str, read: object, expected: object) -> Check:
    return Check(name=f"{name} is {expected!r}", passed=read == expected, read=read)


def _of_record(record: dict[str, Any]) -> Iterator[Check]:
    yield _equal("unknown keys of the record", set(record) - KEYS, set())


def _of_facts(record: dict[str, Any], parsed: Parsed) -> Iterator[Check]:
    for name in SCALARS:
        yield _equal(name, getattr(parsed, name), record.get(name))
    yield _equal("layout", parsed.parser.partition("/")[0], record["layout"])
    yield _equal("meetings", list(parsed.meetings), record.get("meetings", []))
    yield _equal("parts", list(parsed.parts), record.get("parts", []))
    yield _equal("links", [[str(link.kind), link.url, link.title] for link in parsed.links], record.get("links", []))
    findings = [[str(found.kind), found.value] for found in parsed.findings]
    yield _equal("findings", sorted(findings), sorted(record.get("findings", [])))
    yield _equal("flags", sorted(flag.reason for flag in parsed.flags), sorted(record.get("flags", [])))


def _of_words(record: dict[str, Any], parsed: Parsed) -> Iterator[Check]:
    at = 0
    for words in record["must_include"]:
        found = parsed.text.find(words, at)
        yield Check(name=f"includes {words!r} after {at}", passed=found >= 0, read=parsed.text)
        at = max(at, found + len(words))
    for words in record.get("must_not_include", []):
        yield Check(name=f"does not include {words!r}", passed=words not in parsed.text, read=parsed.text)
    headings = [[section.level, section.heading] for section in parsed.sections if section.level]
    yield _equal("outline", headings, record.get("outline", []))
    for span in record.get("spans", []):
        yield from _of_span(span, parsed)


def _of_span(span: dict[str, Any], parsed: Parsed) -> Iterator[Check]:
    quote = span["quote"]
    start = span.get("start", parsed.text.find(quote))
    yield _equal(f"words at {start}", parsed.text[max(start, 0) : max(start, 0) + len(quote)], quote)
    if "start" not in span:
        yield _equal(f"count of {quote!r}", parsed.text.count(quote), 1)
    if "under" in span:
        yield _equal(f"headings above {quote!r}", list(_document(parsed).heading_path(start)), span["under"])


def _of_offsets(parsed: Parsed) -> Iterator[Check]:
    yield _equal("text is canonical", parsed.text, canonical(parsed.text).strip())
    yield _equal("sections tile the text", "".join(parsed.text[s.start : s.end] for s in parsed.sections), parsed.text)
    for found in parsed.findings:
        if found.start is not None:
            yield _equal(f"span of {found.rule}", parsed.text[found.start : found.end], found.quote)
    for flag in parsed.flags:
        yield Check(name=f"{flag.reason} says why", passed=flag.detail.endswith("."), read=flag.detail)


def _document(parsed: Parsed) -> Document:
    provenance = Provenance(
        origin="", media_type=parsed.media_type, sha256="", retrieved_at=datetime(2026, 1, 1, tzinfo=UTC), parser=parsed.parser
    )
    return make_document(
        publication_id="golden",
        language=parsed.language,
        held=Held.FULL,
        text=parsed.text,
        sections=parsed.sections,
        provenance=provenance,
    )


@pytest.mark.parametrize("page", GOLDEN, ids=[f"{page.parent.name}/{page.stem}" for page in GOLDEN])
def test_a_golden_page_is_read_as_its_record_says(page: Path) -> None:
    failed = [f"{check.name}, but read: {check.read!r}" for check in checks_of(page) if not check.passed]

    assert not failed, "\n".join(failed)


def test_every_golden_page_is_counted_in_the_score() -> None:
    scores = golden_scores(GOLDEN)

    assert sum(score.pages for score in scores.values()) == len(GOLDEN)
    assert all(score.checks > score.pages * len(SCALARS) for score in scores.values())


if __name__ == "__main__":
    for name, score in golden_scores(GOLDEN).items():
        sys.stdout.write(f"{name}: {score.pages} pages, {score.passed} of {score.checks} checks passed\n")
