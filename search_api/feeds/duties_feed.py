"""The feed of a filter of duties: publications whose text has a duty under it, with the first of its duties in its words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from corpus.passage import cite
from search_api.address import Address, read_asked
from search_api.duties import views as duty_views
from search_api.duties.asked import DutiesAsked, read_duties_asked
from search_api.duties.register import HoldsCatalogue, Owed, find_duties
from search_api.feeds.came import NEVER, came
from search_api.feeds.feed import Entry, Feed, latest, newest_first
from search_api.messages import Messages, message
from search_api.packs.counted import duties_found
from search_api.packs.reference import Reference, quoted

NAME = "duties"
PAGE = "/duties"
MOST_DUTIES = 5_000
"""Looked at for one feed."""
SHOWN = 3
"""Duties of a text that its entry quotes."""


def duties_feed(library: HoldsCatalogue, address: Address, spoken: Messages) -> Feed:
    """What is new under a filter of duties; raises InvalidQuery."""
    query = read_duties_asked(
        DutiesAsked(
            asked=read_asked(address),
            actor=address.every("actor"),
            level=address.every("level"),
            publication=address.first("publication") or None,
            law=address.first("law") or None,
        ),
        library.catalogue,
    )
    found = find_duties(library.catalogue, replace(query, limit=MOST_DUTIES, page=1))
    since = came(library.catalogue)
    by_publication: dict[str, list[Owed]] = {}
    for owed in found.shown:
        by_publication.setdefault(owed.publication.id, []).append(owed)
    entries = newest_first(_entry(mine, since, spoken) for mine in by_publication.values())
    told = ": ".join(part for part in ("Canllaw", spoken.text(message("Duties")), query.words) if part)
    return Feed(
        name=NAME,
        parameters=tuple(sorted(address.parameters)),
        title=told,
        language=spoken.language,
        page=str(address.at(PAGE)),
        updated=latest(entries, otherwise=max(since.values(), default=NEVER)),
        entries=entries,
    )


def _entry(mine: Sequence[Owed], since: Mapping[str, datetime], spoken: Messages) -> Entry:
    first = mine[0]
    words = [_said(owed, spoken) for owed in mine[:SHOWN]]
    place = Address(PAGE, (("publication", first.publication.id),))
    return Entry(
        reference=Reference(publication=first.publication, document=first.document),
        updated=since.get(first.publication.id, NEVER),
        summary=" ".join([f"{duties_found(len(mine), spoken)}.", *words]),
        place=str(place),
    )


def _said(owed: Owed, spoken: Messages) -> str:
    """A duty in its words, after its level and who owes it."""
    duty = owed.kept.duty
    level = spoken.text((duty_views.NEGATED if duty.negative else duty_views.LEVELS)[duty.level])
    made = cite(
        n=1,
        publication=owed.publication,
        document=owed.document,
        passage_id=owed.kept.id,
        span=duty.span,
        quote=owed.kept.quote,
    )
    return f"{level}: {quoted(made) if made else ''}".strip()
