"""Supersession: which publications replace which, by what their texts say; does not settle what stands.

A named number or address decides; a title decides with its year. The same title with a later date and no word about it
is a suggestion (.7, methods 7.3). Events are never part of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from corpus.addresses import address_key
from corpus.case import Said
from corpus.finding import SURE, Finding, FindingKind
from corpus.naming import Name, likeness, read_name, title_key
from corpus.publication import Publication, PublicationType, Relation, RelationKind

SAME_TITLE = 0.7
SAME_TITLE_BASIS = "same title, later date"
LEAST_LIKENESS = 0.6
"""Titles less alike are different publications."""
AGAINST_DATES = 0.4
"""Quality of a match in which the older would replace the newer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    publication: Publication
    name: Name
    numbers: frozenset[str]
    addresses: frozenset[str]
    is_draft: bool
    """By the register, its title or its own words; a consultation is one too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    candidate: _Candidate
    quality: float
    how: str


def relations_found(publications: Mapping[str, Publication], findings: Said) -> list[Relation]:
    """Supersessions that texts speak of and that titles suggest; one a pair, the surest, in order of ids."""
    states = {
        key: _candidate(publication, findings.get(key, ()))
        for key, publication in publications.items()
        if not publication.is_event
    }
    found: dict[tuple[str, str], Relation] = {}
    for relation in (*_said(states, findings), *_of_same_title(states.values())):
        pair = (relation.source, relation.target)
        if pair not in found or found[pair].confidence < relation.confidence:
            found[pair] = relation
    return [found[pair] for pair in sorted(found)]


def _candidate(publication: Publication, findings: Iterable[tuple[str, Finding]]) -> _Candidate:
    name = read_name(publication.title)
    sure = [finding for _, finding in findings if finding.confidence >= SURE]
    stated = (finding.value for finding in sure if finding.kind is FindingKind.NUMBER)
    says_draft = any(finding.kind is FindingKind.DRAFT for finding in sure)
    numbers = frozenset[str]().union(*(read_name(value).numbers for value in stated))
    return _Candidate(
        publication=publication,
        name=name,
        numbers=numbers or name.numbers,
        addresses=frozenset(address_key(url) for url in (publication.url, *publication.also_at) if url),
        is_draft=publication.draft or name.is_draft or says_draft or publication.type is PublicationType.CONSULTATION,
    )


def _said(states: Mapping[str, _Candidate], findings: Said) -> Iterator[Relation]:
    for key, candidate in states.items():
        for document_id, finding in findings.get(key, ()):
            if finding.value and finding.kind in {FindingKind.REPLACES, FindingKind.REPLACED_BY}:
                yield from _resolved(candidate, document_id, finding, states.values())


def _resolved(speaker: _Candidate, document_id: str, finding: Finding, states: Iterable[_Candidate]) -> Iterator[Relation]:
    newer = finding.kind is FindingKind.REPLACED_BY
    match = _best(speaker, read_name(finding.value), states, is_newer=newer)
    if match is None:
        return
    ids = (match.candidate.publication.id, speaker.publication.id)
    source, target = ids if newer else ids[::-1]
    verb = "was replaced by" if newer else "replaces"
    yield Relation(
        source=source,
        kind=RelationKind.SUPERSEDES,
        target=target,
        basis=f"the text of '{speaker.publication.id}' says it {verb} '{finding.value}', found by its {match.how}",
        confidence=round(finding.confidence * match.quality, 3),
        document_id=document_id,
        start=finding.start,
        end=finding.end,
        quote=finding.quote,
    )


def _best(speaker: _Candidate, said: Name, states: Iterable[_Candidate], *, is_newer: bool) -> _Match | None:
    """The publication that is meant, if one is; of two that fit alike neither is sure."""
    others = [other for other in states if _may_be_meant(speaker, other)]
    matches = [match for other in others if (match := _match(speaker, said, other, is_newer=is_newer))]
    if not matches:
        return None
    ranked = sorted(
        matches, key=lambda match: (-match.quality, _distance(speaker, match.candidate), match.candidate.publication.id)
    )
    best = ranked[0]
    rivals = [match for match in ranked[1:] if match.quality >= best.quality - 0.02]
    if not rivals:
        return best
    # Editions of one title: the nearest in time is likely meant, but a text that names no year does not say so.
    return _Match(candidate=best.candidate, quality=best.quality * 0.9, how=f"{best.how}, one of {len(rivals) + 1} that fit")


def _may_be_meant(speaker: _Candidate, other: _Candidate) -> bool:
    """False for the publication itself, its translation, and texts in another language, whose titles say nothing."""
    ours, theirs = speaker.publication, other.publication
    if ours.id == theirs.id or (ours.node and ours.node == theirs.node) or speaker.numbers & other.numbers:
        return False
    return ours.language == theirs.language


def _match(speaker: _Candidate, said: Name, other: _Candidate, *, is_newer: bool) -> _Match | None:
    if said.addresses & other.addresses:
        quality, how = 1.0, "address"
    elif said.numbers & other.numbers:
        quality, how = 1.0, "number"
    elif said.numbers and other.numbers:
        return None  # it names a number, and this one has another
    else:
        quality, how = _by_title(speaker, said, other), "title"
    if quality < LEAST_LIKENESS:
        return None
    older, newer = (speaker, other) if is_newer else (other, speaker)
    if not _in_order(older.publication, newer.publication):
        quality *= AGAINST_DATES
    if newer.is_draft and not older.is_draft:
        quality *= 0.7  # a draft says what it will replace
    return _Match(candidate=other, quality=quality, how=how)


def _by_title(speaker: _Candidate, said: Name, other: _Candidate) -> float:
    """How well the words fit, less for a year, a month or a draft that does not agree."""
    alike = likeness(said, other.name) if said.words else likeness(speaker.name, other.name)
    if not alike or alike < LEAST_LIKENESS:
        return 0.0
    quality = alike * _by_day(said, other)
    if said.is_draft != other.is_draft:
        quality *= 0.8
    if (other.publication.type is PublicationType.LEGISLATION) != (speaker.publication.type is PublicationType.LEGISLATION):
        quality *= 0.7
    # Part of a title, or the name of its own, is enough only beside a year.
    if not said.years and (alike < 0.99 or not said.words):
        quality *= 0.85
    return quality


def _by_day(said: Name, other: _Candidate) -> float:
    if not said.years or said.years & other.name.years:
        return 1.0
    day = other.publication.date
    if day is None:
        return 0.9
    if day.year not in said.years:
        return 0.5
    known = other.publication.published is not None or "-" in (other.publication.issued or "")
    return 0.97 if known and said.months and day.month not in said.months else 1.0


def _in_order(older: Publication, newer: Publication) -> bool:
    """False where dates say that the older came after the newer; what is not known does not."""
    first, last = older.date, _latest(newer)
    return first is None or last is None or first <= last


def _latest(publication: Publication) -> date | None:
    """The last day it may be of: a year or month alone may mean its end."""
    if publication.published is None and publication.issued:
        year, _, month = publication.issued.partition("-")
        after = date(int(year) + 1, 1, 1) if month in {"", "12"} else date(int(year), int(month) + 1, 1)
        return after - timedelta(days=1)
    return publication.date


def _distance(speaker: _Candidate, other: _Candidate) -> int:
    """Days between two publications; those without a date come last."""
    ours, theirs = speaker.publication.date, other.publication.date
    return abs((ours - theirs).days) if ours and theirs else date.max.toordinal()


def _of_same_title(states: Iterable[_Candidate]) -> Iterator[Relation]:
    """Each later publication of one title, publisher, type and language after the one before it, as a suggestion."""
    editions: dict[tuple[str, ...], list[tuple[date, Publication]]] = defaultdict(list)
    for state in states:
        publication = state.publication
        key = title_key(publication.title)
        if key and publication.date and not state.is_draft:
            same = (key, publication.publisher, publication.type.value, publication.language)
            editions[same].append((publication.date, publication))
    for texts in editions.values():
        ordered = sorted(texts, key=lambda text: (text[0], text[1].id))
        for (day, older), (later, newer) in pairwise(ordered):
            if later > day:
                yield Relation(
                    source=newer.id,
                    kind=RelationKind.SUPERSEDES,
                    target=older.id,
                    basis=SAME_TITLE_BASIS,
                    confidence=SAME_TITLE,
                )
