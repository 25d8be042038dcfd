"""Register: checked records of publications, each as a Publication with a Digest of its facts; does not store them.

A Digest is facts in our own words, one a line: it can be searched and cited, but is never the publisher's text.
"""

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from corpus.document import Document, Section, canonical, make_document
from corpus.errors import RegisterError
from corpus.ids import SLUG, text_sha256
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType, Relation, RelationKind

PARSER = "register/1"
LICENCE = "facts in our own words; the source has a licence of its own"
MOST_FAULTS = 20  # named in one message; a file of another kind would else print for ever
FACTS_HEADING = {"en": "What it says", "cy": "Beth mae'n ei ddweud"}
COMMITMENTS_HEADING = {"en": "Commitments made", "cy": "Ymrwymiadau a wnaed"}


class CommitmentRecord(BaseModel):
    """A commitment as the register states it."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    who: str
    what: str
    due: str | None = None
    due_iso: str | None = None
    due_iso_kind: str | None = None


class Record(BaseModel):
    """One line of the register."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: str = Field(pattern=SLUG)
    title: str = Field(min_length=1)
    publisher: str = Field(min_length=1)
    type: str
    language: str = Field(pattern=r"^(en|cy)$")
    translation_of: str | None = None
    url: str | None = None
    also_at: list[str] = []
    author: str | None = None
    role: str | None = None
    published: str | None = None
    issued: str | None = Field(default=None, pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")
    published_basis: str | None = None
    updated: str | None = None
    statutory: bool | None = None
    draft: bool = False
    supersedes: list[str] = []
    superseded_by: list[str] = []
    amends: list[str] = []
    follows_up: list[str] = []
    followed_up_by: list[str] = []
    topics: list[str] = []
    facts: list[str] = []
    facts_basis: str | None = None
    commitments: list[CommitmentRecord] = []
    note: str | None = None

    @field_validator("type")
    @classmethod
    def _known_type(cls, value: str) -> str:
        if value not in {kind.value for kind in PublicationType}:
            raise ValueError(f"unknown type; known types: {', '.join(kind.value for kind in PublicationType)}")
        return value

    @field_validator("published", "updated")
    @classmethod
    def _a_day(cls, value: str | None) -> str | None:
        if value is not None and date.fromisoformat(value).isoformat() != value:
            raise ValueError("write a date as 2024-05-01")
        return value


class Entry(NamedTuple):
    """A record as our nouns."""

    publication: Publication
    relations: list[Relation]
    digest: Document
    due_days: tuple[date | None, ...] = ()
    """The last day of each commitment's date as the register has worked it out, in the order of the digest's lines."""


def read_register(path: Path) -> list[Entry]:
    """The entries of a register file, by id; raises RegisterError naming every line at fault."""
    try:
        raw = path.read_bytes()
        lines = canonical(raw.decode("utf-8")).splitlines()
    except OSError as error:
        raise RegisterError(f"The register '{path}' cannot be read: {error.strerror}. Check CANLLAW_REGISTER.") from error
    except UnicodeDecodeError as error:
        raise RegisterError(f"The register '{path}' is not UTF-8 text: byte {error.start}. Save it as UTF-8.") from error
    faults: list[str] = []
    records: dict[int, Record] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            record = _read_line(number, line, faults)
            if record:
                records[number] = record
    if not faults:
        _check_ids(records, faults)
    if faults:
        more = f" … and {len(faults) - MOST_FAULTS} more" if len(faults) > MOST_FAULTS else ""
        raise RegisterError(f"The register '{path}' has {len(faults)} faults: {'; '.join(faults[:MOST_FAULTS])}{more}.")
    retrieved = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    made = [_entry(record, records.values(), path=path, retrieved_at=retrieved) for record in records.values()]
    return sorted(made, key=lambda entry: entry.publication.id)


def _read_line(number: int, line: str, faults: list[str]) -> Record | None:
    try:
        return Record.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        faults.append(f"line {number}: not JSON ({error.msg} at character {error.colno})")
    except ValidationError as error:
        faults.extend(f"line {number}: {_fault(detail)}" for detail in error.errors())
    return None


def _fault(detail: Any) -> str:
    where = ".".join(map(str, detail["loc"])) or "the line"
    if detail["type"] == "extra_forbidden":
        return f"unknown key '{where}'"
    if detail["type"] == "missing":
        return f"missing key '{where}'"
    return f"{where}={detail['input']!r:.80}: {detail['msg']}"


def _check_ids(records: dict[int, Record], faults: list[str]) -> None:
    seen: dict[str, int] = {}
    for number, record in records.items():
        if record.id in seen:
            faults.append(f"line {number}: id '{record.id}' stands on line {seen[record.id]} already")
        seen[record.id] = number
    for number, record in records.items():
        named = {
            "translation_of": [record.translation_of] if record.translation_of else [],
            "supersedes": record.supersedes,
            "superseded_by": record.superseded_by,
            "amends": record.amends,
            "follows_up": record.follows_up,
            "followed_up_by": record.followed_up_by,
        }
        for key, targets in named.items():
            faults.extend(
                f"line {number}: {key} names '{target}', which is no id here" for target in targets if target not in seen
            )
            if record.id in targets:
                faults.append(f"line {number}: {key} names the record itself")


def _entry(record: Record, records: Iterable[Record], *, path: Path, retrieved_at: datetime) -> Entry:
    publication = Publication(
        id=record.id,
        title=record.title,
        publisher=record.publisher,
        type=PublicationType(record.type),
        language=record.language,
        url=record.url,
        also_at=tuple(record.also_at),
        author=record.author,
        role=record.role,
        published=_day(record.published),
        published_basis=record.published_basis,
        issued=record.issued,
        updated=_day(record.updated),
        statutory=record.statutory,
        draft=record.draft,
        topics=tuple(record.topics),
        note=record.note,
        facts_basis=record.facts_basis,
    )
    due_days = tuple(_day(one.due_iso) for one in record.commitments)
    return Entry(publication, _relations(record, records), _digest(record, path=path, retrieved_at=retrieved_at), due_days)


def _relations(record: Record, records: Iterable[Record]) -> list[Relation]:
    """Relations that start from a record, said on its own line or, the other way round, on another's."""
    targets = {
        RelationKind.SUPERSEDES: {*record.supersedes, *(other.id for other in records if record.id in other.superseded_by)},
        RelationKind.AMENDS: set(record.amends),
        RelationKind.FOLLOWS_UP: {*record.follows_up, *(other.id for other in records if record.id in other.followed_up_by)},
        RelationKind.TRANSLATES: {record.translation_of} if record.translation_of else set(),
    }
    return [Relation(source=record.id, kind=kind, target=target) for kind, named in targets.items() for target in sorted(named)]


def _digest(record: Record, *, path: Path, retrieved_at: datetime) -> Document:
    parts = [(FACTS_HEADING[record.language], list(record.facts))]
    promised = [_commitment_line(commitment) for commitment in record.commitments]
    parts.append((COMMITMENTS_HEADING[record.language], promised))
    text, sections = "", []
    for heading, lines in parts:
        if lines:
            start = len(text)
            text += canonical(heading + "\n\n" + "\n".join(f"• {' '.join(line.split())}" for line in lines) + "\n\n")
            sections.append(Section(heading=heading, level=2, start=start, end=len(text)))
    provenance = Provenance(
        origin=f"register:{path.name}",
        media_type="application/jsonl",
        sha256=text_sha256(text),
        retrieved_at=retrieved_at,
        parser=PARSER,
        licence=LICENCE,
    )
    return make_document(
        publication_id=record.id,
        language=record.language,
        held=Held.DIGEST,
        text=text,
        sections=tuple(sections),
        provenance=provenance,
    )


def _commitment_line(commitment: CommitmentRecord) -> str:
    due = f" (due: {commitment.due})" if commitment.due else ""
    return f"{commitment.who}: {commitment.what}{due}."


_LINE = re.compile(r"(?P<who>[^:]+): (?P<what>.*?)(?: \(due: (?P<due>.*)\))?\.")


def read_commitment_line(line: str) -> tuple[str, str, str] | None:
    """Who, what and by when of a line of a digest that states a commitment, as `_commitment_line` wrote it; else None."""
    found = _LINE.fullmatch(line)
    return (found["who"], found["what"], found["due"] or "") if found else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
