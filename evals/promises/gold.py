"""The commitments' gold: texts of our own with every sentence labelled, read with every fault named at once; judges nothing.

A text is `data/promises/ID.md`, its labels `ID.jsonl` beside it, its record a line of `records.jsonl`; the rules that labels
keep are in `ANNOTATION.md` there. The words of a label are `corpus/commitment.py`'s.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.document import Document, make_document
from corpus.errors import GoldError
from corpus.ids import text_sha256
from corpus.passage import Span
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType, RelationKind
from corpus.units import UnitKind, units
from evals.promises.labels import SentenceLabel, Split, label_faults
from ingest.days import meetings_of
from ingest.register import read_register
from ingest.text import parse_text

PROMISES = Path(__file__).parents[1] / "data" / "promises"
SPECIMEN = " (specimen)"
"""What the records put behind a publisher's name, since nobody issued these texts; a reader is given the name without it."""
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A label with its place in the text."""

    span: Span
    label: SentenceLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledText:
    """A text with all its sentences labelled, in order."""

    publication: Publication
    document: Document
    made_on: date
    """The day its words were said, or published where no meeting is named."""
    split: Split
    sentences: tuple[Sentence, ...]
    twin: str | None
    """Id of the English text that it is the Welsh of."""


def load_promises(folder: Path = PROMISES) -> tuple[LabelledText, ...]:
    """The labelled texts by id; raises GoldError naming every fault with its file and line."""
    faults: list[str] = []
    records = {entry.publication.id: entry for entry in read_register(folder / "records.jsonl")}
    stems = {path.stem for path in folder.glob("*.md")} - {"ANNOTATION"}
    faults.extend(f"{key}.md: has no record" for key in sorted(stems - records.keys()))
    faults.extend(f"records.jsonl: '{key}' has no text" for key in sorted(records.keys() - stems))
    texts = []
    for key in sorted(stems & records.keys()):
        entry = records[key]
        twin = next((one.target for one in entry.relations if one.kind is RelationKind.TRANSLATES), None)
        text = _text(folder, entry.publication, twin, faults)
        if text:
            texts.append(text)
    if not texts and not faults:
        faults.append(f"{folder.name}: holds no text")
    if faults:
        raise GoldError(f"{len(faults)} fault(s) in the labelled commitments:\n" + "\n".join(faults))
    return tuple(texts)


def document_of(publication_id: str, data: bytes, *, name: str) -> Document:
    """A text of ours as the document an import would make of it; `name` is its file."""
    parsed = parse_text(data, name=name)
    return make_document(
        publication_id=publication_id,
        language=parsed.language,
        held=Held.FULL,
        text=parsed.text,
        sections=parsed.sections,
        provenance=Provenance(
            origin=f"evals/data/promises/{name}",
            media_type=parsed.media_type,
            sha256=text_sha256(parsed.text),
            retrieved_at=READ_AT,
            parser=parsed.parser,
            licence="our own",
        ),
    )


def _text(folder: Path, record: Publication, twin: str | None, faults: list[str]) -> LabelledText | None:
    document = document_of(record.id, (folder / f"{record.id}.md").read_bytes(), name=f"{record.id}.md")
    publication = _as_published(record, document)
    made_on = min(publication.meetings, default=publication.published)
    if made_on is None:
        faults.append(f"records.jsonl: '{record.id}' has no day, so that nothing can be due")
    before = len(faults)
    labels = list(_labels(folder / f"{record.id}.jsonl", faults))
    sentences = list(_placed(document.text, labels, faults))
    if len(faults) == before:  # a label that cannot be read leaves its sentence without one
        faults.extend(f"{record.id}.md: nobody labelled {quote!r}" for quote in _unlabelled(document, sentences))
    splits = {label.split for _, label in labels}
    if len(splits) > 1:
        faults.append(f"{record.id}.jsonl: labels are in two splits")
    if not splits or made_on is None:
        return None
    return LabelledText(
        publication=publication,
        document=document,
        made_on=made_on,
        split=min(splits),
        sentences=tuple(sentences),
        twin=twin,
    )


def _as_published(record: Publication, document: Document) -> Publication:
    """The record as it would be had somebody issued the text: the meeting's day is read from it, as an import does."""
    headings = tuple(section.heading for section in document.sections if section.heading)
    meeting = record.type is PublicationType.MINUTES
    found = meetings_of(title=record.title, text=document.text, headings=headings, type_=record.type) if meeting else ()
    return replace(record, publisher=record.publisher.removesuffix(SPECIMEN), meetings=found)


def _labels(path: Path, faults: list[str]) -> Iterator[tuple[str, SentenceLabel]]:
    """Each label with its file and line."""
    if not path.is_file():
        faults.append(f"{path.name}: is not there, so that its text has no labels")
        return
    adapter = TypeAdapter(SentenceLabel)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{path.name}:{number}"
        try:
            label = adapter.validate_python(json.loads(line), strict=False)
        except json.JSONDecodeError as error:
            faults.append(f"{place}: not JSON ({error.msg})")
        except ValidationError as error:
            faults.extend(f"{place}: {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        else:
            faults.extend(f"{place}: {fault}" for fault in label_faults(label))
            yield place, label


def _placed(text: str, labels: Sequence[tuple[str, SentenceLabel]], faults: list[str]) -> Iterator[Sentence]:
    """Labels at their places, which follow one another: the same words may stand twice."""
    position = 0
    for place, label in labels:
        start = text.find(label.quote, position)
        if start < 0:
            again = "labelled twice, or out of order" if label.quote in text else "not in the text"
            faults.append(f"{place}: {label.quote[:80]!r} is {again}")
            continue
        position = start + len(label.quote)
        due = (one.due for one in label.commitments if one.due)
        faults.extend(f"{place}: the text does not say {one.words!r}" for one in due if one.words not in text[:position])
        yield Sentence(span=Span(start, position), label=label)


def _unlabelled(document: Document, sentences: Sequence[Sentence]) -> Iterator[str]:
    for unit in units(document):
        labelled = any(one.span.start < unit.span.end and unit.span.start < one.span.end for one in sentences)
        if unit.kind is not UnitKind.HEADING and not labelled:
            yield document.text[slice(*unit.span)][:80]
