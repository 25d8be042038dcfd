"""The pack of a search: the passages of one page of results, each cut as the page shows it; does not search otherwise.

A passage in the publisher's words is one quotation, a digest's is its few lines. What a page leaves out of a passage, the
pack leaves out too, and a `…` in its place says so.
"""

from collections.abc import Iterable, Iterator, Sequence

from corpus.passage import Span
from corpus.provenance import Held
from search_api import marking, views, wording
from search_api.answering.shelf import look
from search_api.found import Found, Shown
from search_api.library import Library
from search_api.messages import Messages, message
from search_api.packs.contents import Contents, Fact, Gathered, Item, Section
from search_api.packs.counted import passages_found
from search_api.packs.filter_words import filter_facts
from search_api.packs.quotations import Quotations
from search_api.packs.rules import rules_of_search, settings_of
from search_api.packs.wanted import Wanted, read_on

NOTHING = message("No passage held here matches those words")


def gather_search(library: Library, wanted: Wanted, spoken: Messages) -> Gathered:
    """What a page of results says; raises InvalidQuery."""
    question = read_on(library, wanted)
    found = library.search(question)
    made = Quotations()
    sections = [_overview(found, spoken), *(hit_section(shown, question.text, made, spoken, depth=1) for shown in found.shown)]
    settled = views.settled(wanted.address, question)
    return Gathered(
        contents=Contents(
            of=wanted.of,
            title=f"{spoken.text(message('Search'))}: {question.asked_text}",
            subject=question.asked_text,
            subject_language=question.language,
            language=spoken.language,
            asked=(
                Fact(name=spoken.text(message("Searched for")), value=question.asked_text),
                *filter_facts(settled, spoken),
            ),
            sections=tuple(sections),
            citations=made.citations,
            columns=("rank",),
        ),
        searched=look(library, question.given),
        as_of=question.given.as_of,
        question_language=question.language,
        rules=rules_of_search(library),
        settings=settings_of(library),
    )


def hit_section(shown: Shown, question: str, made: Quotations, spoken: Messages, *, depth: int) -> Section:
    """A passage found, under its rank and title."""
    items = [
        Item(cites=(n,), cut_before=cut_before, cut_after=cut_after, data={"rank": str(shown.rank)})
        for span, cut_before, cut_after in _parts(shown, question)
        if (n := made.cite(shown.publication, shown.document, span)) is not None
    ]
    return Section(
        heading=f"{shown.rank}. {shown.publication.title}",
        depth=depth,
        language=shown.publication.language,
        text=(facts_line(shown, spoken),),
        items=tuple(items),
    )


def facts_line(shown: Shown, spoken: Messages) -> str:
    """What a result says of its publication: `Guidance · 1 May 2024 · Welsh Government · In force · …`."""
    publication = shown.publication
    told = [
        spoken.text(wording.TYPES[publication.type]),
        wording.date_words(publication, spoken) or spoken.text(message("No date known")),
        publication.publisher,
        spoken.language_called(shown.document.language),
        spoken.text(wording.status_word(publication)),
        f"{spoken.text(message('Force:'))} {spoken.text(wording.FORCES[publication.standing.force])}",
        spoken.text(wording.HELD[shown.document.held]),
    ]
    return " · ".join(told)


def _overview(found: Found, spoken: Messages) -> Section:
    told = passages_found(found.total, spoken) if found.total else spoken.text(NOTHING)
    return Section(heading=spoken.text(message("What was found")), text=(f"{told}.",))


def _parts(shown: Shown, question: str) -> Iterator[tuple[Span, bool, bool]]:
    """The spans of a passage that a page shows, and whether words are cut before and after."""
    text, language = shown.hit.passage.text, shown.document.language
    if shown.document.held is Held.DIGEST:
        cuts: Sequence[marking.Excerpt] = marking.facts(text, question=question, language=language)
    else:
        cuts = (marking.excerpt(text, question=question, language=language),)
    position = 0
    for one in cuts:
        words = "".join(piece.text for piece in one.pieces)
        start = text.find(words, position)
        position = start + len(words)
        yield from _inside(shown, start, words, one)


def _inside(shown: Shown, start: int, words: str, one: marking.Excerpt) -> Iterable[tuple[Span, bool, bool]]:
    first = shown.hit.passage.span.start + start + len(words) - len(words.lstrip())
    last = shown.hit.passage.span.start + start + len(words.rstrip())
    if start >= 0 and first < last:
        yield Span(first, last), one.cut_before, one.cut_after
