"""The pack of a timeline: one page of its entries under their years, with numbers and gaps, as the page says it; makes none."""

from collections.abc import Iterator
from dataclasses import replace

from search_api import wording
from search_api.address import read_asked
from search_api.library import Library
from search_api.messages import Messages, message
from search_api.packs.contents import Contents, Fact, Gathered, Item, Section
from search_api.packs.counted import searched_words
from search_api.packs.filter_words import filter_facts
from search_api.packs.quotations import Quotations
from search_api.packs.reference import Reference
from search_api.packs.rules import rules_of_answers, settings_of
from search_api.packs.wanted import Wanted
from search_api.timeline import said, views
from search_api.timeline.asked import TimelineAsked, TimelineQuery, read_timeline_asked
from search_api.timeline.bars import row_label
from search_api.timeline.entry import Entry, Quoted, by_year
from search_api.timeline.found import Timeline
from search_api.timeline.timeline import make_timeline

PARAMETERS = views.PARAMETERS
"""Those that a pack of a timeline knows."""
COLUMNS = ("entry", "date", "speaker", "office", "replaced_by", "relations", "commitments", "duties")
NOTHING = message("Nothing held here speaks of this")


def gather_timeline(library: Library, wanted: Wanted, spoken: Messages) -> Gathered:
    """What a page of a timeline says; raises InvalidQuery."""
    query = timeline_query(library, wanted)
    found = make_timeline(library, query)
    made = Quotations()
    named = query.typed or ", ".join(query.topics)
    sections = [_overview(found, spoken), *_years(found, made, spoken)]
    return Gathered(
        contents=Contents(
            of=wanted.of,
            title=f"{spoken.text(message('Timeline'))}: {named}",
            subject=named,
            subject_language=query.question.language,
            language=spoken.language,
            asked=tuple(_asked(query, wanted, spoken)),
            sections=tuple(sections),
            citations=made.citations,
            beside=_beside(found, made, spoken),
            above=tuple(said.notes(found, spoken)),
            notes=(spoken.text(said.CHOSEN), searched_words(found.searched, spoken)),
            columns=COLUMNS,
        ),
        searched=found.searched,
        as_of=query.as_of,
        question_language=query.question.language,
        rules=rules_of_answers(library),
        settings=settings_of(library),
    )


def timeline_query(library: Library, wanted: Wanted) -> TimelineQuery:
    """The parameters as a query, read as on the day they are asked on; raises InvalidQuery."""
    here = wanted.address
    asked = TimelineAsked(asked=read_asked(here), oldest_first=views.read_oldest_first(here))
    return read_timeline_asked(asked, replace(library.known(), today=wanted.asked_on))


def _asked(query: TimelineQuery, wanted: Wanted, spoken: Messages) -> Iterator[Fact]:
    if query.typed:
        yield Fact(name=spoken.text(message("Words")), value=query.typed)
    yield from filter_facts(views.settled(wanted.address, query), spoken)


def _overview(found: Timeline, spoken: Messages) -> Section:
    """The numbers by year and type, and what is missing."""
    if not found.total:
        return Section(heading=spoken.text(message("What was found")), text=(f"{spoken.text(NOTHING)}.",))
    counted = f"{said.entries_found(found.total, spoken)}."
    rows = [_row(row_label(row, spoken), row.total, found, place, spoken) for place, row in enumerate(found.counts.rows)]
    gaps = [said.gap_words(gap, spoken) for gap in found.gaps]
    return Section(heading=spoken.text(message("What was found")), text=(counted, *rows, *gaps))


def _row(label: str, total: int, found: Timeline, place: int, spoken: Messages) -> str:
    by_type = found.counts.rows[place].by_type
    parts = [f"{spoken.text(wording.TYPES[kind])} {by_type[kind]}" for kind in found.counts.types if kind in by_type]
    return f"{label}: {total}" + (f" ({', '.join(parts)})" if parts else "")


def _years(found: Timeline, made: Quotations, spoken: Messages) -> Iterator[Section]:
    for year in by_year(found.shown):
        yield Section(heading=str(year.year) if year.year else spoken.text(message("No date")))
        for entry in year.entries:
            yield Section(
                heading=entry.publication.title,
                depth=2,
                language=entry.publication.language,
                text=tuple(_told(entry, spoken)),
                items=tuple(_item(entry, quote, made, spoken) for quote in entry.quotes),
            )


def _told(entry: Entry, spoken: Messages) -> Iterator[str]:
    publication = entry.publication
    status = Reference(publication=publication, document=entry.document).status_words(spoken)
    kind, held = spoken.text(wording.TYPES[publication.type]), spoken.text(wording.HELD[entry.document.held])
    yield f"{entry.n}. {said.dated(entry, spoken)} · {said.who(entry)} · {kind} · {status} · {held}"
    for bond in entry.bonds:
        yield f"{said.bond_words(bond, spoken)}: {bond.other.title}."


def _item(entry: Entry, quote: Quoted, made: Quotations, spoken: Messages) -> Item:
    n = made.cite(quote.publication, quote.document, quote.span)
    facts = [*said.mark_words(quote, spoken)]
    facts += [f"{spoken.text(message('Also said in:'))} {one.title}" for one in quote.also]
    return Item(
        cites=(n,) if n is not None else (),
        label=said.dated(entry, spoken),
        before=quote.before,
        facts=tuple(f"{words}." for words in facts),
        data={
            "entry": str(entry.n),
            "date": wording.date_machine(entry.publication),
            "speaker": entry.speaker,
            "office": entry.office,
            "replaced_by": entry.replaced_by.title if entry.replaced_by else "",
            "relations": "; ".join(f"{said.bond_words(bond, spoken)}: {bond.other.title}" for bond in entry.bonds),
            "commitments": "; ".join(dict.fromkeys(one.due.words if one.due else "yes" for one in quote.commitments)),
            "duties": "; ".join(dict.fromkeys(one.level.value for one in quote.duties)),
        },
    )


def _beside(found: Timeline, made: Quotations, spoken: Messages) -> dict[int, str]:
    """By citation, what took its publication's place."""
    after = {one.publication.id: one.replaced_by for one in found.shown if one.replaced_by}
    told = {}
    for citation in made.citations:
        later = after.get(citation.publication.id)
        if later:
            dated = wording.date_words(later, spoken)
            named = ", ".join(part for part in (later.title, dated) if part)
            told[citation.n] = f"{spoken.text(message('Replaced by'))} {named}"
    return told
