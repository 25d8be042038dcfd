"""The feed of a filter of commitments: publications that promise something under it, or whose words bear on one; finds none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from search_api.address import Address, read_asked
from search_api.commitments import views
from search_api.commitments.asked import CommitmentsAsked, read_commitments_asked
from search_api.commitments.pack import commitments_found
from search_api.commitments.register import Promised, find_commitments
from search_api.duties.register import HoldsCatalogue
from search_api.feeds.came import NEVER, came
from search_api.feeds.feed import Entry, Feed, latest, newest_first
from search_api.messages import Messages, message
from search_api.packs.reference import Reference

NAME = "commitments"
PAGE = "/commitments"
MOST = 5_000
"""Looked at for one feed."""
SHOWN = 3
"""Commitments of a text that its entry quotes."""
PARAMETERS = tuple(name for name in views.KNOWN if name not in {"ui", "limit", "page"})


def commitments_feed(library: HoldsCatalogue, address: Address, spoken: Messages) -> Feed:
    """What is new under a filter of commitments; raises InvalidQuery."""
    query = read_commitments_asked(
        CommitmentsAsked(
            asked=read_asked(address),
            speaker=address.every("speaker"),
            office=address.every("office"),
            due_before=address.first("due_before") or None,
            publication=address.first("publication") or None,
        ),
        library.catalogue,
    )
    found = find_commitments(library.catalogue, replace(query, limit=MOST, page=1))
    since = came(library.catalogue)
    by_publication: dict[str, list[Promised]] = {}
    for one in found.shown:
        by_publication.setdefault(one.promise.publication.id, []).append(one)
    made = (_entry(library, mine, since, spoken) for mine in by_publication.values())
    entries = newest_first(entry for entry in made if entry is not None)
    title = ": ".join(part for part in ("Canllaw", spoken.text(message("Commitments")), query.words) if part)
    return Feed(
        name=NAME,
        parameters=tuple(sorted(address.parameters)),
        title=title,
        language=spoken.language,
        page=str(address.at(PAGE)),
        updated=latest(entries, otherwise=max(since.values(), default=NEVER)),
        entries=entries,
    )


def _entry(library: HoldsCatalogue, mine: Sequence[Promised], since: Mapping[str, datetime], spoken: Messages) -> Entry | None:
    first = mine[0].promise
    document = library.catalogue.document(first.first.document_id)
    if document is None:
        return None
    return Entry(
        reference=Reference(publication=first.publication, document=document),
        updated=since.get(first.publication.id, NEVER),
        summary=" ".join([commitments_found(len(mine), spoken), *(_said(one) for one in mine[:SHOWN])]),
        place=str(Address(PAGE, (("publication", first.publication.id),))),
    )


def _said(one: Promised) -> str:
    first = one.promise.first
    words = " ".join(first.quote.split())
    return f"“{words}”" if first.held.value == "full" else words
