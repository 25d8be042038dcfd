"""THE LIFE OF A TIMELINE: look from a day, find who speaks, merge what is one, put in order, bind, mark, count, tell gaps."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Document
from corpus.offices import office_on
from corpus.publication import Publication
from search_api.answering.shelf import look
from search_api.library import Library
from search_api.timeline.asked import TimelineAsked, TimelineQuery, read_timeline_asked
from search_api.timeline.bonds import bound
from search_api.timeline.counts import count
from search_api.timeline.entry import Entry, Quoted, in_order
from search_api.timeline.found import Timeline
from search_api.timeline.gaps import gaps_in
from search_api.timeline.marks import marked
from search_api.timeline.merging import Merged, merged
from search_api.timeline.speaking import speakers_of
from search_api.timeline.stood_then import Texts


def timeline_asked(library: Library, wanted: TimelineAsked) -> Timeline:
    """The timeline that raw parameters ask for; raises InvalidQuery."""
    return make_timeline(library, read_timeline_asked(wanted, library.known()))


def make_timeline(library: Library, query: TimelineQuery) -> Timeline:
    """Who said what about a subject, when: the whole timeline, and one page of it."""
    texts = Texts(library.catalogue, query.as_of)
    spoken = speakers_of(library, query, texts)
    together = merged(spoken.speakers, texts, language=query.question.language)
    ordered = in_order([_entry(one, library, texts) for one in together], oldest_first=query.oldest_first)
    entries = bound([replace(one, n=n) for n, one in enumerate(ordered, 1)], texts)
    first = (query.page - 1) * query.limit
    shown = marked(library.catalogue, entries[first : first + query.limit])
    return Timeline(
        query=query,
        entries=tuple(entries),
        shown=tuple(shown),
        counts=count(entries, oldest_first=query.oldest_first),
        gaps=gaps_in(library.catalogue, entries, query.filters),
        searched=look(library, replace(query.filters, topic=()) if query.typed else query.filters),
        left_out=spoken.left_out,
    )


def _entry(one: Merged, library: Library, texts: Texts) -> Entry:
    """An entry whose sentences stand in the order of their text."""
    publication, document = one.speaker.held.publication, one.speaker.held.document
    speaker = publication.author or ""
    office = publication.role or office_on(speaker, publication.date, publication.language)
    quotes = [
        Quoted(
            publication=publication,
            document=document,
            span=chosen.scored.measured.candidate.span,
            score=chosen.scored.score,
            context=chosen.context,
            also=others,
        )
        for chosen, others in one.sentences
    ]
    return Entry(
        n=0,
        publication=publication,
        document=document,
        quotes=tuple(sorted(quotes, key=lambda quote: quote.span)),
        speaker=speaker,
        office=office or "",
        replaced_by=texts.replacing(publication),
        twins=tuple(_twins(publication, library, texts)),
    )


def _twins(publication: Publication, library: Library, texts: Texts) -> Iterator[tuple[Publication, Document]]:
    """The same publication in the other language, where its text is held."""
    for key in texts.twins_of(publication.id):
        text = library.catalogue.document(texts.text_of(key) or "")
        if text:
            yield texts.as_seen(texts.publications[key]), text
