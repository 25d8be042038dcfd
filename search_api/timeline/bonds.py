"""Bonds: how the entries of a timeline stand to each other and to other publications; settles no relation itself."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.publication import RelationKind
from search_api.timeline.entry import Bond, Entry
from search_api.timeline.stood_then import Texts

KINDS = (RelationKind.SUPERSEDES, RelationKind.AMENDS, RelationKind.FOLLOWS_UP, RelationKind.ANNEXES)
"""In the order they are shown."""
MOST = 8
"""Bonds of one entry: a piece of guidance may have dozens of files."""


def bound(entries: Sequence[Entry], texts: Texts) -> list[Entry]:
    """Entries with their bonds: those to others on the timeline first, then to whatever supersedes or is superseded."""
    numbers = {one.publication.id: one.n for one in entries}
    for one in entries:
        numbers |= {twin.id: one.n for twin, _ in one.twins}
    return [replace(one, bonds=tuple(_bonds(one, numbers, texts))) for one in entries]


def _bonds(entry: Entry, numbers: dict[str, int], texts: Texts) -> list[Bond]:
    mine = {entry.publication.id, *(twin.id for twin, _ in entry.twins)}
    found: dict[tuple[RelationKind, bool, str | int], Bond] = {}
    for key in sorted(mine, key=lambda key: key != entry.publication.id):
        for relation in texts.relations_of(key):
            is_target = relation.target == key
            other = texts.publications.get(relation.source if is_target else relation.target)
            if other is None or other.id in mine:
                continue
            n = numbers.get(other.id)
            if n is None and relation.kind is not RelationKind.SUPERSEDES:
                continue
            made = Bond(kind=relation.kind, is_target=is_target, other=texts.as_seen(other), n=n)
            found.setdefault((relation.kind, is_target, n if n is not None else other.id), made)
    return sorted(found.values(), key=_order)[:MOST]


def _order(bond: Bond) -> tuple[int, bool, bool, int, str]:
    return KINDS.index(bond.kind), not bond.is_target, bond.n is None, bond.n or 0, bond.other.id
