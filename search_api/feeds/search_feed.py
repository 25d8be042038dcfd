"""The feed of a search: publications with a passage that the words find, or all under the filters where no words are given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from corpus.provenance import Held
from corpus.publication import Publication
from index.query import matches
from search_api import marking, wording
from search_api.address import Address, read_asked
from search_api.feeds.came import NEVER, came
from search_api.feeds.feed import MOST_ENTRIES, Entry, Feed, latest, newest_first
from search_api.found import Shown
from search_api.library import Library
from search_api.messages import Messages, message
from search_api.packs.reference import Reference
from search_api.question.question import MOST_HITS, read_filters

NAME = "search"
PAGE = "/search"
ALL = message("New and changed texts")


def search_feed(library: Library, address: Address, spoken: Messages) -> Feed:
    """What is new under a search; raises InvalidQuery."""
    since = came(library.catalogue)
    asked = read_asked(address)
    if asked.q.strip():
        question = library.read(replace(asked, limit=MOST_HITS, page=1))
        found = library.search(question)
        entries = newest_first(_found(shown, question.text, since) for shown in found.shown)
        title = f"Canllaw: {question.asked_text}"
    else:
        entries = newest_first(_listed(library, address, since, spoken))
        title = f"Canllaw: {spoken.text(ALL)}"
    return Feed(
        name=NAME,
        parameters=tuple(sorted(address.parameters)),
        title=title,
        language=spoken.language,
        page=str(address.at(PAGE)),
        updated=latest(entries, otherwise=max(since.values(), default=NEVER)),
        entries=entries,
    )


def _found(shown: Shown, question: str, since: Mapping[str, datetime]) -> Entry:
    span = shown.hit.passage.span
    place = Address(f"/documents/{shown.document.id}", (("start", str(span.start)), ("end", str(span.end))))
    words, language = shown.hit.passage.text, shown.document.language
    if shown.document.held is Held.DIGEST:
        cuts: Sequence[marking.Excerpt] = marking.facts(words, question=question, language=language)
    else:
        cuts = (marking.excerpt(words, question=question, language=language),)
    return Entry(
        reference=Reference(publication=shown.publication, document=shown.document),
        updated=since.get(shown.publication.id, NEVER),
        summary=" ".join(_cut(one) for one in cuts),
        place=f"{place}#quote",
    )


def _cut(one: marking.Excerpt) -> str:
    words = " ".join("".join(piece.text for piece in one.pieces).split())
    return f"{'… ' if one.cut_before else ''}{words}{' …' if one.cut_after else ''}"


def _listed(library: Library, address: Address, since: Mapping[str, datetime], spoken: Messages) -> Iterator[Entry]:
    """Every publication under the filters whose text is held."""
    filters = read_filters(read_asked(address), library.known())
    held = library.catalogue.held()
    listed = [one for one in library.catalogue.publications() if not one.gone and one.id in held]
    wanted = [one for one in listed if matches(one, held[one.id], filters)]
    wanted.sort(key=lambda one: (since.get(one.id, NEVER), one.date or date.min), reverse=True)
    for publication in wanted[:MOST_ENTRIES]:
        document = library.catalogue.current_document(publication.id)
        if document is not None:
            yield Entry(
                reference=Reference(publication=publication, document=document),
                updated=since.get(publication.id, NEVER),
                summary=_facts(publication, spoken),
                place=f"/documents/{document.id}",
            )


def _facts(publication: Publication, spoken: Messages) -> str:
    dated = wording.date_words(publication, spoken) or spoken.text(message("No date known"))
    return f"{spoken.text(wording.TYPES[publication.type])}, {publication.publisher}, {dated}."
