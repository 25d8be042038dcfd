"""Stood then: which text of each publication is shown, and how it stood, today or on a day in the past without hindsight.

Of a day in the past nothing that came after is known: what was replaced later was in force, and what replaced it is not named.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus.catalogue import Catalogue
from corpus.finding import SURE
from corpus.publication import Publication, Relation, RelationKind, Status
from corpus.version import Version
from search_api.answering.route import replaced_by

THEN = "as it stood on the day looked from"


class Texts:
    """The shelf as it is looked at: today, or on a day in the past."""

    def __init__(self, catalogue: Catalogue, as_of: date | None) -> None:
        self.as_of = as_of
        self.publications = {one.id: one for one in catalogue.publications()}
        self._shown = _shown(catalogue, self.publications, as_of)
        self._of_publication = {key: document_id for document_id, key in self._shown.items()}
        known = {key for key, one in self.publications.items() if as_of is None or _is_known_by(one, as_of)}
        self.relations: tuple[Relation, ...] = tuple(
            one for one in catalogue.relations() if one.source in known and one.target in known and one.confidence >= SURE
        )
        """Those between publications that are known on the day, suggestions left out."""
        self._after = replaced_by(self.relations)

    def is_shown(self, document_id: str) -> bool:
        """Whether a text is the one of its publication that is shown: not an earlier version, and nothing later."""
        return document_id in self._shown

    def text_of(self, publication_id: str) -> str | None:
        """Id of the text of a publication that is shown; None where none is."""
        return self._of_publication.get(publication_id)

    def as_seen(self, publication: Publication) -> Publication:
        """The record as it was on the day looked from."""
        standing, day = publication.standing, self.as_of
        if day is None:
            return publication
        ended = standing.valid_to is not None and standing.valid_to <= day
        if ended or standing.status not in (Status.SUPERSEDED, Status.WITHDRAWN) or publication.id in self._after:
            kept = standing.valid_to if ended else None
            return replace(publication, standing=replace(standing, valid_to=kept))
        then = replace(
            standing, status=Status.IN_FORCE, status_basis=THEN, status_evidence=None, valid_to=None, status_confidence=1.0
        )
        return replace(publication, standing=then)

    def replacing(self, publication: Publication) -> Publication | None:
        """What stands in a publication's place on the day looked from."""
        after = self._after.get(publication.id)
        found = self.publications.get(after) if after else None
        return self.as_seen(found) if found else None

    def relations_of(self, publication_id: str) -> list[Relation]:
        """How a publication stands to others, translations left out: those are one entry."""
        return [
            one
            for one in self.relations
            if publication_id in (one.source, one.target) and one.kind is not RelationKind.TRANSLATES
        ]

    def twins_of(self, publication_id: str) -> list[str]:
        """The same publication in the other language."""
        return sorted(
            one.target if one.source == publication_id else one.source
            for one in self.relations
            if one.kind is RelationKind.TRANSLATES and publication_id in (one.source, one.target)
        )


def _shown(catalogue: Catalogue, publications: dict[str, Publication], as_of: date | None) -> dict[str, str]:
    """The texts that are shown, one of each publication at most: publications by the ids of their texts."""
    by_publication: dict[str, list[str]] = {}
    for document_id, (publication, _) in catalogue.standings().items():
        by_publication.setdefault(publication.id, []).append(document_id)
    found = {}
    for key, ids in by_publication.items():
        only = ids[0] if as_of is None and len(ids) == 1 else None
        text = only or text_on(publications[key], catalogue.versions(key), as_of)
        if text in ids:
            found[text] = key
    return found


def text_on(publication: Publication, versions: Sequence[Version], as_of: date | None) -> str | None:
    """Id of the text that a publication had: the current one, or that of a day; None where none is known to have stood yet."""
    if as_of is None:
        return next((one.document.id for one in versions if one.current), None)
    if publication.date is None or not _is_known_by(publication, as_of):
        return None
    for one in versions:
        start = one.valid_from or publication.date
        if start <= as_of and (one.valid_to is None or as_of < one.valid_to or not _has_later(versions, one)):
            return one.document.id
    return None


def _is_known_by(publication: Publication, day: date) -> bool:
    """Whether it was out for certain: of a month or year, at its end."""
    if publication.published or not publication.issued:
        return publication.date is not None and publication.date <= day
    year, _, month = publication.issued.partition("-")
    months = int(year) * 12 + int(month or 12)
    return date(months // 12, months % 12 + 1, 1) <= day + timedelta(days=1)


def _has_later(versions: Sequence[Version], version: Version) -> bool:
    """Whether another text of the same publication took this one's place; else its end is the publication's own."""
    return any(other.valid_from is not None and other.valid_from == version.valid_to for other in versions)
