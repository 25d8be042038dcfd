"""Views: what pages show beside the nouns themselves: holdings, filters, pages of results, relations; does not search."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.document import Document
from corpus.finding import SURE
from corpus.provenance import Held
from corpus.publication import Force, Publication, PublicationType, Relation, RelationKind, Status
from search_api import wording
from search_api.address import Address
from search_api.library import Library
from search_api.messages import Messages, message
from search_api.question.question import LANGUAGES, MOST_HITS, Known, Question

FILTER_NAMES = {
    "type": message("Type"),
    "publisher": message("Publisher"),
    "topic": message("Topic"),
    "status": message("Status"),
    "force": message("Force"),
    "language": message("Language"),
    "held": message("How much is held"),
    "from": message("From"),
    "to": message("To"),
    "as_of": message("As it stood on"),
    "any_status": message("Any status"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What is held, in numbers."""

    publications: int
    full: int
    """Publications held in the publisher's own words."""
    digests: int
    first: date | None
    last: date | None
    by_type: tuple[tuple[PublicationType, int], ...]
    """Types and how many there are, most first."""
    by_language: tuple[tuple[str, int], ...]
    """Languages and how many there are in each, most first."""

    @property
    def no_types(self) -> tuple[PublicationType, ...]:
        """Types of which nothing is held."""
        return tuple(kind for kind in PublicationType if kind is not PublicationType.OTHER and kind not in dict(self.by_type))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters offer."""

    types: tuple[PublicationType, ...]
    statuses: tuple[Status, ...]
    forces: tuple[Force, ...]
    languages: tuple[str, ...]
    publishers: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedFilter:
    """A filter in use, and the address without it."""

    name: str
    value: str
    """Empty for a filter that is its own name."""
    removal: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where one is in a list of results."""

    page: int
    pages: int
    address: Address

    def __iter__(self) -> Iterator[int | None]:
        """Pages to link to, None for a gap: first, last, and those around this one."""
        near = sorted({1, self.pages, *range(max(1, self.page - 1), min(self.pages, self.page + 1) + 1)})
        for before, number in zip([0, *near], near, strict=False):
            if number - before == 2:
                yield number - 1
            elif number - before > 2:
                yield None
            yield number

    def to(self, page: int) -> Address:
        """The address of a page of the list."""
        return self.address.having("page", str(page) if page > 1 else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another publication and how it bears on this one."""

    kind: str
    publication: Publication
    document: Document | None
    """Its text, where one is held."""
    relation: Relation
    replaces: bool = False
    """True where it took this one's place."""
    is_twin: bool = False
    """True where it says the same in the other language."""

    @property
    def suggested(self) -> bool:
        """True where it is too unsure to settle anything, and may not be said without saying so."""
        return self.relation.confidence < SURE


def holdings(library: Library) -> Holdings:
    """What a library holds."""
    publications = library.catalogue.publications()
    held = list(library.catalogue.held().values())
    days = sorted(publication.date for publication in publications if publication.date)
    types = Counter(publication.type for publication in publications)
    languages = Counter(publication.language for publication in publications)
    return Holdings(
        publications=len(publications),
        full=held.count(Held.FULL),
        digests=held.count(Held.DIGEST),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        by_type=tuple(sorted(types.items(), key=lambda pair: (-pair[1], pair[0]))),
        by_language=tuple(sorted(languages.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def choices(known: Known) -> Choices:
    """What there is to choose from."""
    return Choices(
        types=tuple(PublicationType),
        statuses=tuple(Status),
        forces=tuple(Force),
        languages=LANGUAGES,
        publishers=tuple(sorted(known.publishers, key=str.casefold)),
        topics=tuple(sorted(known.topics, key=str.casefold)),
    )


def settled(address: Address, question: Question) -> Address:
    """An address with its filters spelled as the catalogue spells them."""
    filters = question.filters
    spelled = {
        "type": filters.type,
        "publisher": filters.publisher,
        "topic": filters.topic,
        "status": filters.status,
        "force": filters.force,
        "language": (filters.language,) if filters.language else (),
        "held": (filters.held,) if filters.held else (),
    }
    kept = [(name, value) for name, value in address.parameters if name not in spelled]
    return Address(address.path, (*kept, *((name, str(value)) for name, values in spelled.items() for value in values)))


def applied_filters(address: Address, messages: Messages) -> tuple[AppliedFilter, ...]:
    """The filters in use, named for people."""
    return tuple(
        AppliedFilter(
            name=messages.text(FILTER_NAMES[name]),
            value=_value_words(name, value, messages),
            removal=address.without(name, value).without("page"),
        )
        for name, value in address.filters
    )


def pager(address: Address, question: Question, total: int) -> Pager:
    """Where a question's page lies among all its hits."""
    pages = min(MOST_HITS, max(1, -(-total // question.limit)))
    return Pager(page=question.page, pages=pages, address=address)


def related(library: Library, publication: Publication) -> list[Related]:
    """Other publications that bear on this one, those that replace it first."""
    relations = library.catalogue.relations(publication.id)
    found = []
    for relation in sorted(relations, key=lambda relation: _order(relation, publication)):
        is_target = relation.target == publication.id
        other = library.catalogue.publication(relation.source if is_target else relation.target)
        if other is not None:
            found.append(
                Related(
                    kind=wording.RELATIONS[relation.kind][is_target],
                    publication=other,
                    document=library.catalogue.current_document(other.id),
                    relation=relation,
                    replaces=is_target and relation.kind is RelationKind.SUPERSEDES,
                    is_twin=relation.kind is RelationKind.TRANSLATES,
                )
            )
    return found


def _order(relation: Relation, publication: Publication) -> tuple[int, bool, str, str]:
    """Kind by kind, and of each what others did to this publication first."""
    kinds = list(wording.RELATIONS)
    return kinds.index(relation.kind), relation.target != publication.id, relation.source, relation.target


def _value_words(name: str, value: str, messages: Messages) -> str:
    tables = {"type": wording.TYPES, "status": wording.STATUS_FILTERS, "force": wording.FORCES, "held": wording.HELD}
    if name == "any_status":
        return ""
    if name == "language" and value in LANGUAGES:
        return messages.language_called(value)
    return messages.text(tables.get(name, {}).get(value, value))  # type: ignore[attr-defined]
