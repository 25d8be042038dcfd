"""Carried: a publication whose every file was replaced is replaced with them; does not find what replaces a file.

A landing page often says nothing itself: the cover of its one PDF is what a later cover names.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from corpus.finding import SURE
from corpus.publication import Publication, Relation, RelationKind


def carried_up(publications: Mapping[str, Publication], relations: Iterable[Relation]) -> list[Relation]:
    """Supersessions of whole publications that follow from those of all their files; each names one file's evidence."""
    kept = list(relations)
    files: dict[str, set[str]] = defaultdict(set)
    page_of: dict[str, str] = {}
    replaced: dict[str, list[Relation]] = defaultdict(list)
    stated = {(one.source, one.target) for one in kept if one.kind is RelationKind.SUPERSEDES}
    for relation in kept:
        if relation.kind is RelationKind.ANNEXES and not publications[relation.source].is_event:
            files[relation.target].add(relation.source)
            page_of[relation.source] = relation.target
        elif relation.kind is RelationKind.SUPERSEDES and relation.confidence >= SURE:
            replaced[relation.target].append(relation)
    carried = []
    for page, own in sorted(files.items()):
        if publications[page].is_event or not all(replaced[file] for file in own):
            continue
        first = max((one for file in own for one in replaced[file]), key=lambda one: (one.confidence, one.source))
        newer = page_of.get(first.source, first.source)
        if newer != page and (newer, page) not in stated:
            carried.append(
                Relation(
                    source=newer,
                    kind=RelationKind.SUPERSEDES,
                    target=page,
                    basis=f"every file of its page was replaced: {first.basis}",
                    confidence=first.confidence,
                    document_id=first.document_id,
                    start=first.start,
                    end=first.end,
                    quote=first.quote,
                )
            )
    return carried
