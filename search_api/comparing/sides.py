"""Sides: the two texts to be set beside each other, found by an id, a title or an id with a day; compares nothing.

`guidance-si-2022` is the text held now, `guidance-si-2022@2023-05-01` the one that stood on a day, and a document's id one
version. Every fault names its parameter.
"""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.errors import InvalidQuery, NotHeld
from corpus.provenance import Held
from corpus.publication import Publication, RelationKind
from corpus.version import Version, as_it_stood
from search_api.question.question import LANGUAGES, Asked, Known, read_filters

LONGEST = 300
"""Characters in the longest name of a text: no id or title we keep has more."""
NEAR = 3
"""Names that a message suggests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two texts."""

    asked: str
    """As it was asked for."""
    publication: Publication
    """The record as it applies to this text."""
    document: Document
    version: Version | None
    """None for a text that was misread: a better reading took its place."""
    as_of: date | None
    """The day it was asked for."""

    @property
    def is_full(self) -> bool:
        """True for the publisher's own words; a digest is facts in ours."""
        return self.document.held is Held.FULL

    @property
    def is_current(self) -> bool:
        """True for the text its publication has now."""
        return self.version is not None and self.version.current


def find_side(catalogue: Catalogue, asked: str, *, field: str, language: str | None = None) -> Side:
    """The text that a name means; raises InvalidQuery, with the parameter at fault, or NotHeld.

    With a language, a publication in the other one stands for its translation.
    """
    name = " ".join(asked.split())
    if not name:
        raise InvalidQuery(f"Name two texts to compare: '{field}' is empty. Give an id, or an id with a day.", field=field)
    if len(name) > LONGEST:
        raise InvalidQuery(f"'{name[:40]}…' is too long for the name of a text.", field=field)
    work = catalogue.work_of(name)
    if work:
        return _in_language(_of(name, *work, document_id=name), language, field)
    id_, day = _read(name, field)
    publication = _publication(catalogue, id_)
    if language and language != publication.language:
        publication = _translation(catalogue, publication, language)
    versions = catalogue.versions(publication.id)
    if not versions:
        raise NotHeld(f"No text of '{publication.id}' is held, only its record: there are no words to compare.")
    if day is None:
        current = next((one for one in versions if one.current), versions[0])
        return _of(name, publication, versions, document_id=current.document.id)
    found = _on(versions, publication, day)
    if found is None:
        raise NotHeld(_no_version(catalogue, publication, versions, day))
    return _of(name, publication, versions, document_id=found.document.id, as_of=day)


def language_asked(language: str | None) -> str | None:
    """A language as it is asked for; raises InvalidQuery."""
    if not language:
        return None
    if language not in LANGUAGES:
        raise InvalidQuery(f"Unknown language '{language[:20]}'. Known values: 'cy', 'en'.", field="language")
    return language


def _of(
    asked: str, publication: Publication, versions: Sequence[Version], *, document_id: str, as_of: date | None = None
) -> Side:
    version = next((one for one in versions if one.document.id == document_id), None)
    if version is None:
        raise NotHeld(f"'{document_id}' was misread, and a better reading took its place: name '{publication.id}' instead.")
    return Side(
        asked=asked,
        publication=as_it_stood(publication, version),
        document=version.document,
        version=version,
        as_of=as_of,
    )


def _read(name: str, field: str) -> tuple[str, date | None]:
    id_, at, day = name.rpartition("@")
    if not at:
        return name, None
    try:
        known = Known(publishers=frozenset(), topics=frozenset())
        return id_.strip(), read_filters(Asked(q="", as_of=day), known).as_of
    except InvalidQuery as error:
        raise InvalidQuery(
            f"'{day[:40]}' in '{name[:80]}' is not a date that exists: write it as ID@2024-05-01, ID@2024-05 or ID@2024.",
            field=field,
        ) from error


def _publication(catalogue: Catalogue, name: str) -> Publication:
    """By id, else by its whole title; what is only near is suggested."""
    found = catalogue.publication(name)
    if found:
        return found
    publications = catalogue.publications()
    titled = [one for one in publications if one.title.casefold() == name.casefold()]
    if len(titled) == 1:
        return titled[0]
    if titled:
        raise NotHeld(
            f"{len(titled)} publications are called '{name[:80]}': name one by its id, as in {_listed(titled[:NEAR])}."
        )
    close = near_to(name, publications)
    hint = f"Did you mean {_listed(close)}?" if close else "Search for its title to find its id."
    raise NotHeld(f"No publication or document '{name[:80]}' is held. {hint}")


def _listed(publications: Sequence[Publication]) -> str:
    return ", ".join(f"'{one.id}'" for one in publications)


def near_to(name: str, publications: Sequence[Publication]) -> list[Publication]:
    """Publications whose id or title is like a name, the nearest first."""
    spelt = {one.id.casefold(): one for one in publications} | {one.title.casefold(): one for one in publications}
    found = [spelt[close] for close in difflib.get_close_matches(name.casefold(), spelt, n=2 * NEAR, cutoff=0.6)]
    return list({one.id: one for one in found}.values())[:NEAR]


def _translation(catalogue: Catalogue, publication: Publication, language: str) -> Publication:
    twins = [
        other
        for one in catalogue.relations(publication.id)
        if one.kind is RelationKind.TRANSLATES
        and (other := catalogue.publication(one.target if one.source == publication.id else one.source))
        and other.language == language
    ]
    if not twins:
        named = {"cy": "Welsh", "en": "English"}[language]
        raise NotHeld(f"No text of '{publication.id}' in {named} is held: leave the language out to compare it as it is.")
    return twins[0]


def _in_language(side: Side, language: str | None, field: str) -> Side:
    if language and side.document.language != language:
        raise InvalidQuery(
            f"The document '{side.document.id}' is not in the language asked for: name its publication to compare the "
            "translation.",
            field=field,
        )
    return side


def _on(versions: Sequence[Version], publication: Publication, day: date) -> Version | None:
    """The text that stood on a day: the publisher's words before a digest; of an event, its record from its day on."""
    if publication.is_event:
        started = publication.date is None or publication.date <= day
        return versions[0] if started else None
    standing = [
        one for one in versions if one.valid_from and one.valid_from <= day and (one.valid_to is None or day < one.valid_to)
    ]
    return next((one for one in standing if one.document.held is Held.FULL), standing[0] if standing else None)


def _no_version(catalogue: Catalogue, publication: Publication, versions: Sequence[Version], day: date) -> str:
    """Why no text stood on a day, with the days that are known and what stood instead."""
    told = f"No text of '{publication.id}' is known to have stood on {_said(day)}"
    if publication.is_event and publication.date:
        return f"{told}: it is of {_said(publication.date)}."
    starts = sorted(one.valid_from for one in versions if one.valid_from)
    if not starts:
        return f"{told}: {publication.standing.validity_basis or 'no day is known on which it did'}."
    chain = [one for one in catalogue.relations(publication.id) if one.kind is RelationKind.SUPERSEDES]
    if day < starts[0]:
        before = next((f" It replaced '{one.target}'." for one in chain if one.source == publication.id), "")
        return f"{told}: the first that is held stood from {_said(starts[0])}.{before}"
    ends = [one.valid_to for one in versions if one.valid_to]
    after = next((f" '{one.source}' took its place." for one in chain if one.target == publication.id), "")
    return f"{told}{f': it stood until {_said(max(ends))}' if ends else ''}.{after}"


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
