"""Sources: the tool that lists what is held: publishers with how much of each, topics, and publications page by page.

Does not search texts: filters alone narrow it.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from corpus.provenance import Held
from corpus.publication import Publication
from index.query import matches
from search_api.mcp_server.arguments import SourcesArguments
from search_api.mcp_server.asking import next_page
from search_api.mcp_server.links import Links
from search_api.mcp_server.reach import Reach, known
from search_api.mcp_server.results import PublicationResult, SourceResult, SourcesResult
from search_api.present import publication_shape
from search_api.question.question import read_filters


def list_sources(reach: Reach, wanted: SourcesArguments, links: Links) -> SourcesResult:
    """What is held under the filters; publications by id."""
    catalogue = reach.catalogue
    filters = read_filters(wanted.asked(limit=wanted.limit, page=wanted.page), known(catalogue))
    held = catalogue.held()
    found = [one for one in catalogue.publications() if one.id in held and matches(one, held[one.id], filters)]
    first = (wanted.page - 1) * wanted.limit
    listed = []
    for one in found[first : first + wanted.limit]:
        shape = publication_shape(one, current=catalogue.current_document(one.id), relations=catalogue.relations(one.id))
        listed.append(PublicationResult(**dict(shape), read_at=links.publication(one.id)))
    return SourcesResult(
        sources=_sources(found, held),
        topics=sorted({topic for one in found for topic in one.topics}, key=str.casefold),
        total=len(found),
        next_page=next_page(wanted.page, wanted.limit, len(found)),
        publications=listed,
    )


def _sources(found: Sequence[Publication], held: Mapping[str, Held]) -> list[SourceResult]:
    """Publishers, those of most publications first."""
    made = []
    for publisher, group in groupby(sorted(found, key=lambda one: one.publisher), key=lambda one: one.publisher):
        mine = list(group)
        days = sorted(one.date for one in mine if one.date)
        full = sum(held[one.id] is Held.FULL for one in mine)
        made.append(
            SourceResult(
                publisher=publisher,
                publications=len(mine),
                full=full,
                digests=len(mine) - full,
                first=days[0] if days else None,
                last=days[-1] if days else None,
            )
        )
    return sorted(made, key=lambda one: (-one.publications, one.publisher.casefold()))
