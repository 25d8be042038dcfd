"""Link: what a publication's page says belongs to it, and the relations that follow; does not follow links."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.addresses import address_key
from corpus.publication import Publication, Relation, RelationKind


class LinkKind(StrEnum):
    """What a link of a page leads to."""

    FILE = "file"
    """A file of the same publication, from its list of documents: a PDF, or an `-html` edition."""
    TWIN = "twin"
    """The same page in the other language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that belongs to a publication; absolute, of the web, without a fragment."""

    kind: LinkKind
    url: str
    title: str = ""


def relations_linked(
    publications: Mapping[str, Publication], links: Iterable[tuple[str, Link]], pages: Mapping[str, str]
) -> list[Relation]:
    """Which publications are files or translations of which, by the links and page numbers of their publishers.

    `links` come with the id of the publication whose page has them; `pages` says which publication an address led to.
    """
    at = {address_key(url): one.id for one in publications.values() for url in (one.url, *one.also_at) if url} | dict(pages)
    found: dict[tuple[str, RelationKind, str], Relation] = {}
    for publication_id, link in links:
        other = publications.get(at.get(address_key(link.url), ""))
        page = publications.get(publication_id)
        if other is None or page is None or other.id == page.id:
            continue
        made = (
            _annexes(other, page)
            if link.kind is LinkKind.FILE
            else _translates(page, other, basis="their pages link to each other")
        )
        if made:
            found.setdefault((made.source, made.kind, made.target), made)
    for made in _same_node(publications.values()):
        found.setdefault((made.source, made.kind, made.target), made)
    return list(found.values())


def _annexes(file: Publication, page: Publication) -> Relation | None:
    if file.origin == "register":  # a record of its own in the register stands by itself
        return None
    return Relation(source=file.id, kind=RelationKind.ANNEXES, target=page.id, basis="in the list of documents on its page")


def _translates(one: Publication, other: Publication, *, basis: str) -> Relation | None:
    """The Welsh one translates the English one: which was written first is not known, and stands for nothing."""
    if one.language == other.language:
        return None
    welsh, english = (one, other) if one.language == "cy" else (other, one)
    return Relation(source=welsh.id, kind=RelationKind.TRANSLATES, target=english.id, basis=basis)


def _same_node(publications: Iterable[Publication]) -> Iterable[Relation]:
    by_node: dict[tuple[str, str], list[Publication]] = {}
    for one in publications:
        if one.node:
            by_node.setdefault((one.publisher, one.node), []).append(one)
    for alike in by_node.values():
        for first, second in itertools.pairwise(alike):
            made = _translates(first, second, basis="their pages have the same number at the publisher")
            if made:
                yield made
