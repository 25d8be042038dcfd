"""The pack of a set of duties: one page of the register, by who owes them and in which text; does not find any.

It needs the catalogue only, and no index.
"""

from collections.abc import Iterator, Sequence

from search_api import wording
from search_api.address import read_asked
from search_api.answering.answer import Searched
from search_api.duties import views as duty_views
from search_api.duties.asked import DutiesAsked, DutyQuery, read_duties_asked
from search_api.duties.register import FoundDuties, HoldsCatalogue, Owed, find_duties
from search_api.messages import Messages, message
from search_api.packs.contents import Contents, Fact, Gathered, Item, Section
from search_api.packs.counted import duties_found
from search_api.packs.filter_words import filter_facts
from search_api.packs.quotations import Quotations
from search_api.packs.reference import Reference
from search_api.packs.rules import rules_of_duties
from search_api.packs.wanted import Wanted

REPORTED = message(
    "A “must” in advice that is not statutory makes no law: it reports a duty that comes from elsewhere. Look at what each "
    "text says of its force."
)


def gather_duties(library: HoldsCatalogue, wanted: Wanted, spoken: Messages) -> Gathered:
    """What a page of duties says; raises InvalidQuery."""
    query = duty_query(library, wanted)
    found = find_duties(library.catalogue, query)
    made = Quotations()
    heading = spoken.text(message("Who must, should or may do what"))
    return Gathered(
        contents=Contents(
            of=wanted.of,
            title=f"{spoken.text(message('Duties'))}: {query.words}" if query.words else spoken.text(message("Duties")),
            subject=query.words,
            language=spoken.language,
            asked=tuple(_asked(query, wanted, spoken)),
            sections=(Section(heading=heading, text=(_counted(found, spoken),)), *_sections(found.shown, made, spoken)),
            citations=made.citations,
            notes=(spoken.text(REPORTED),),
            columns=("level", "negative", "actor", "actor_name", "action", "condition", "deadline", "laws"),
        ),
        searched=Searched(publications=found.publications, first=None, last=None),
        as_of=query.filters.as_of,
        rules=rules_of_duties(),
    )


def duty_query(library: HoldsCatalogue, wanted: Wanted) -> DutyQuery:
    """The parameters as a query of the register; raises InvalidQuery."""
    here = wanted.address
    return read_duties_asked(
        DutiesAsked(
            asked=read_asked(here),
            actor=here.every("actor"),
            level=here.every("level"),
            publication=here.first("publication") or None,
            law=here.first("law") or None,
        ),
        library.catalogue,
    )


def _asked(query: DutyQuery, wanted: Wanted, spoken: Messages) -> Iterator[Fact]:
    if query.words:
        yield Fact(name=spoken.text(message("Words")), value=query.words)
    yield from filter_facts(duty_views.settled(wanted.address, query), spoken)


def _counted(found: FoundDuties, spoken: Messages) -> str:
    return f"{duties_found(found.total, spoken)}." if found.total else spoken.text(message("No duty held here fits"))


def _sections(shown: Sequence[Owed], made: Quotations, spoken: Messages) -> Iterator[Section]:
    for group in duty_views.grouped(shown):
        yield Section(heading=group.name(spoken.language) or spoken.text(message("Nobody named")))
        for text in group.texts:
            publication = text.first.publication
            yield Section(
                heading=publication.title,
                depth=2,
                language=publication.language,
                text=(_standing(text.first, spoken),),
                items=tuple(_item(owed, made, spoken) for owed in text.duties),
            )


def _standing(owed: Owed, spoken: Messages) -> str:
    publication = owed.publication
    dated = wording.date_words(publication, spoken) or spoken.text(message("No date known"))
    status = Reference(publication=publication, document=owed.document).status_words(spoken)
    return f"{publication.publisher} · {dated} · {status} · {spoken.text(wording.HELD[owed.document.held])}"


def _item(owed: Owed, made: Quotations, spoken: Messages) -> Item:
    duty = owed.kept.duty
    n = made.cite(owed.publication, owed.document, duty.span)
    words = duty_views.NEGATED if duty.negative else duty_views.LEVELS
    return Item(
        cites=(n,) if n is not None else (),
        label=spoken.text(words[duty.level]),
        before=owed.kept.introduction,
        facts=tuple(_facts(owed, spoken)),
        data={
            "level": duty.level.value,
            "negative": "true" if duty.negative else "",
            "actor": duty.actor or "",
            "actor_name": owed.actor_name,
            "action": duty.action,
            "condition": duty.condition,
            "deadline": duty.deadline,
            "laws": "; ".join(duty.laws),
        },
    )


def _facts(owed: Owed, spoken: Messages) -> Iterator[str]:
    duty = owed.kept.duty
    if duty.laws:
        yield f"{spoken.text(message('Law named:'))} {'; '.join(duty.laws)}"
    if duty.deadline:
        yield f"{spoken.text(message('By when or how often:'))} {duty.deadline}"
    if duty.condition:
        yield f"{spoken.text(message('When it holds:'))} {duty.condition}"
    if owed.reports_law:
        yield spoken.text(message("This text is not known to be statutory: the duty comes from elsewhere."))
