"""Differences: what has changed between two manifests of one request, each change with what it was and what it is now.

Texts are named: those cited that changed, went or came, and those around them that did. Does not make a pack or read a text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from corpus.catalogue import Catalogue
from corpus.schema import document_table
from search_api.packs.manifest import CitedShape, ManifestShape, PlaceShape
from search_api.packs.state import mark, marked

MOST_NAMED = 20
"""Texts around those cited that are named; more are counted."""
SHORT = 12


class Changed(StrEnum):
    """What a change is of."""

    TEXT_CHANGED = "text_changed"
    """A text cited has been replaced by another version."""
    TEXT_REMOVED = "text_removed"
    """A text cited is no longer held, or no longer searched."""
    TEXT_ADDED = "text_added"
    """A text is cited now that was not."""
    TEXT_NOT_CITED = "text_not_cited"
    """A text that was cited still stands, and is cited no more."""
    RECORD_CHANGED = "record_changed"
    """The record of a text cited says something else."""
    QUOTATION_GONE = "quotation_gone"
    QUOTATION_ADDED = "quotation_added"
    CORPUS_TEXT_ADDED = "corpus_text_added"
    """A text that may be searched now, and could not be."""
    CORPUS_TEXT_REMOVED = "corpus_text_removed"
    CORPUS = "corpus"
    """Something else of the corpus: the record of a text that is not cited, or more texts than are named."""
    RULE = "rule"
    SETTING = "setting"
    PROGRAM = "program"
    WORDS = "words"
    """A part of what the pack says, by its name."""


EVIDENCE = frozenset(
    {
        Changed.TEXT_CHANGED,
        Changed.TEXT_REMOVED,
        Changed.TEXT_ADDED,
        Changed.TEXT_NOT_CITED,
        Changed.RECORD_CHANGED,
        Changed.QUOTATION_GONE,
        Changed.QUOTATION_ADDED,
        Changed.WORDS,
    }
)
"""Changes of what the pack says; the others are of what lies around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was."""

    what: Changed
    name: str
    was: str = ""
    now: str = ""


def differences(then: ManifestShape, now: ManifestShape, catalogue: Catalogue) -> tuple[Change, ...]:
    """Every change, those of the evidence first."""
    texts = tuple(_texts(then, now, catalogue))
    told = frozenset(key for one in texts for key in (one.was, one.now) if key) | _cited(now).keys()
    return (
        *texts,
        *_records(then, now),
        *_quotations(then, now),
        *_named(Changed.WORDS, then.parts, now.parts, without=("citations",)),
        *_named(Changed.RULE, then.rules, now.rules),
        *_named(Changed.SETTING, then.settings, now.settings),
        *_named(Changed.PROGRAM, {"Canllaw": then.software}, {"Canllaw": now.software}),
        *_corpus(then, now, catalogue, told),
    )


def _texts(then: ManifestShape, now: ManifestShape, catalogue: Catalogue) -> Iterator[Change]:
    before, after = _cited(then), _cited(now)
    standings = catalogue.standings()
    for key in sorted(before.keys() - after.keys()):
        publication_id = before[key].publication_id
        current = catalogue.current_document(publication_id)
        title = before[key].record.title
        if key in standings and (current is None or current.id == key):
            yield Change(what=Changed.TEXT_NOT_CITED, name=title, was=key)
        elif current is not None and current.id != key:
            yield Change(what=Changed.TEXT_CHANGED, name=title, was=key, now=current.id)
        else:
            yield Change(what=Changed.TEXT_REMOVED, name=title, was=key)
    replaced = {before[key].publication_id for key in before.keys() - after.keys()}
    for key in sorted(after.keys() - before.keys()):
        if after[key].publication_id not in replaced:
            yield Change(what=Changed.TEXT_ADDED, name=after[key].record.title, now=key)


def _records(then: ManifestShape, now: ManifestShape) -> Iterator[Change]:
    before, after = _cited(then), _cited(now)
    for key in sorted(before.keys() & after.keys()):
        old, new = _facts(before[key]), _facts(after[key])
        for name in old:
            if old[name] != new[name]:
                yield Change(what=Changed.RECORD_CHANGED, name=f"{key}, {name}", was=old[name], now=new[name])


def _facts(cited: CitedShape) -> dict[str, str]:
    told = cited.model_dump(mode="json")
    record = told.pop("record")
    return {name: str(value if value is not None else "") for name, value in (told | record).items()}


def _quotations(then: ManifestShape, now: ManifestShape) -> Iterator[Change]:
    before, after = {_place(one): one.n for one in then.citations}, {_place(one): one.n for one in now.citations}
    for place in sorted(before.keys() - after.keys()):
        yield Change(what=Changed.QUOTATION_GONE, name=place, was=f"[{before[place]}]")
    for place in sorted(after.keys() - before.keys()):
        yield Change(what=Changed.QUOTATION_ADDED, name=place, now=f"[{after[place]}]")


def _named(
    what: Changed, then: Mapping[str, str], now: Mapping[str, str], *, without: tuple[str, ...] = ()
) -> Iterator[Change]:
    for name in sorted(then.keys() | now.keys()):
        was, is_now = then.get(name, ""), now.get(name, "")
        if was != is_now and name not in without:
            yield Change(what=what, name=name, was=was, now=is_now)


def _corpus(then: ManifestShape, now: ManifestShape, catalogue: Catalogue, told: frozenset[str]) -> Iterator[Change]:
    """What changed around the texts cited; `told` are those a change names already."""
    if then.corpus.version == now.corpus.version:
        return
    before = marked(then.corpus)
    found = list(_marked_changes(before, catalogue, told)) if before is not None else []
    yield from found[:MOST_NAMED]
    if len(found) > MOST_NAMED or not (found or told):
        yield Change(
            what=Changed.CORPUS,
            name="texts" if before is None or found else "records of texts that are not cited",
            was=f"{then.corpus.texts} ({then.corpus.version[:SHORT]})",
            now=f"{now.corpus.texts} ({now.corpus.version[:SHORT]})",
        )


def _marked_changes(before: frozenset[bytes], catalogue: Catalogue, told: frozenset[str]) -> Iterator[Change]:
    standings = catalogue.standings()
    here = {mark(key): key for key in standings}
    for key in sorted({here[one] for one in here.keys() - before} - told):
        yield Change(what=Changed.CORPUS_TEXT_ADDED, name=standings[key][0].title, now=key)
    ever = {mark(key): key for row in catalogue.rows(select(document_table.c.id)) for key in [str(row["id"])]}
    for one in sorted(before - here.keys()):
        key = ever.get(one, "")
        if key not in told:
            yield Change(what=Changed.CORPUS_TEXT_REMOVED, name=key or "a text that is not held any more", was=key)


def _cited(manifest: ManifestShape) -> dict[str, CitedShape]:
    return {one.document_id: one for one in manifest.documents}


def _place(one: PlaceShape) -> str:
    return f"{one.document_id}:{one.start}-{one.end}"
