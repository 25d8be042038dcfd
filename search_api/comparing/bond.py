"""Bond: how two texts stand to each other, and which of them came first; compares no words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus.catalogue import Catalogue
from corpus.publication import Relation, RelationKind, Status
from search_api.comparing.sides import Side

FARTHEST = 12
"""Editions between two that are looked through: no chain we know is longer than five."""


class Bond(StrEnum):
    """How two texts stand to each other."""

    VERSIONS = "versions"
    """Two texts that one publication has had."""
    REPLACED = "replaced"
    """One took the other's place, maybe with others between."""
    FOLLOWED_UP = "followed_up"
    """One takes up what the other said; both stay on the record."""
    CURRENT = "current"
    """Two publications that both stand."""
    APART = "apart"
    """Two publications of which one no longer stands, without either having taken the other's place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How two texts stand to each other, and which is the earlier."""

    bond: Bond
    first_is_later: bool
    """True where the text named first is the later one; False too where no day is known."""

    @property
    def is_succession(self) -> bool:
        """True where the later one speaks in the earlier one's place."""
        return self.bond in {Bond.VERSIONS, Bond.REPLACED, Bond.FOLLOWED_UP}


def order_of(catalogue: Catalogue, first: Side, second: Side) -> Order:
    """How two texts stand to each other."""
    one, other = first.publication.id, second.publication.id
    if one == other:
        return Order(bond=Bond.VERSIONS, first_is_later=_is_newer(catalogue, first, second))
    relations = catalogue.relations()
    for kind, bond in ((RelationKind.SUPERSEDES, Bond.REPLACED), (RelationKind.FOLLOWS_UP, Bond.FOLLOWED_UP)):
        for source, target, later in ((one, other, True), (other, one, False)):
            if _leads(relations, kind, source, target):
                return Order(bond=bond, first_is_later=later)
    stands = all(side.publication.standing.status is Status.IN_FORCE for side in (first, second))
    days = (first.publication.date, second.publication.date)
    later = bool(days[0] and days[1] and days[0] > days[1])
    return Order(bond=Bond.CURRENT if stands else Bond.APART, first_is_later=later)


def _is_newer(catalogue: Catalogue, first: Side, second: Side) -> bool:
    places = {one.document.id: place for place, one in enumerate(catalogue.versions(first.publication.id))}
    return places.get(first.document.id, 0) < places.get(second.document.id, 0)


def _leads(relations: Iterable[Relation], kind: RelationKind, source: str, target: str) -> bool:
    """Whether a chain of relations leads from one publication to another."""
    next_of: dict[str, set[str]] = {}
    for one in relations:
        if one.kind is kind:
            next_of.setdefault(one.source, set()).add(one.target)
    reached, edge = {source}, {source}
    for _ in range(FARTHEST):
        edge = {after for one in edge for after in next_of.get(one, ())} - reached
        if target in edge:
            return True
        reached |= edge
    return False
