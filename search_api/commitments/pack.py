"""The pack of a set of commitments: each with its words, who, by when, and the later words beside it; does not find any.

It needs the catalogue only, and no index.
"""

from collections.abc import Iterator, Mapping, Sequence

from search_api import wording
from search_api.address import read_asked
from search_api.answering.answer import Searched
from search_api.commitments import views
from search_api.commitments.asked import CommitmentQuery, CommitmentsAsked, read_commitments_asked
from search_api.commitments.linking import RULES
from search_api.commitments.register import Promised, Register, find_commitments
from search_api.duties.register import HoldsCatalogue
from search_api.messages import Messages, message
from search_api.packs.contents import Contents, Fact, Gathered, Item, Section
from search_api.packs.quotations import Quotations
from search_api.packs.reference import Reference
from search_api.packs.wanted import Wanted

PARAMETERS = tuple(name for name in views.KNOWN if name != "ui")
"""Names of the parameters it knows."""
COLUMNS = (
    *("commitment_id", "role", "outcome", "basis", "confirmed_by", "confirmed_on", "speaker", "office", "organisation"),
    *("made_on", "due", "due_first", "due_last", "strength", "overdue"),
)
SUGGESTED = message(
    "What came of a promise is suggested by rules, from later texts held here, until a person confirms it. It says what the "
    "texts tell, never that a promise was kept or broken."
)


def gather_commitments(library: HoldsCatalogue, wanted: Wanted, spoken: Messages) -> Gathered:
    """What a page of commitments says; raises InvalidQuery."""
    query = commitment_query(library, wanted)
    found = find_commitments(library.catalogue, query)
    heading = spoken.text(message("What was promised, and what came of it"))
    title = spoken.text(message("Commitments"))
    made = Quotations()
    sections = tuple(_sections(found.shown, found.register, made, spoken))
    return Gathered(
        contents=Contents(
            of=wanted.of,
            title=f"{title}: {query.words}" if query.words else title,
            subject=query.words,
            language=spoken.language,
            asked=tuple(_asked(query, wanted, spoken)),
            sections=(Section(heading=heading, text=(commitments_found(found.total, spoken),)), *sections),
            citations=made.citations,
            notes=(spoken.text(SUGGESTED),),
            columns=COLUMNS,
        ),
        searched=Searched(publications=found.publications, first=None, last=None),
        as_of=query.as_of,
        rules=rules_of_commitments(),
    )


def commitments_pack(shown: Sequence[Promised], register: Register, spoken: Messages) -> tuple[tuple[Section, ...], Quotations]:
    """A set of commitments as sections of a pack, with their citations."""
    made = Quotations()
    return tuple(_sections(shown, register, made, spoken)), made


def commitment_query(library: HoldsCatalogue, wanted: Wanted) -> CommitmentQuery:
    """The parameters as a query of the register; raises InvalidQuery."""
    here = wanted.address
    return read_commitments_asked(
        CommitmentsAsked(
            asked=read_asked(here),
            speaker=here.every("speaker"),
            office=here.every("office"),
            due_before=here.first("due_before") or None,
            publication=here.first("publication") or None,
        ),
        library.catalogue,
    )


def rules_of_commitments() -> Mapping[str, str]:
    """What decides the commitments listed and what is suggested of them."""
    from ingest.commitments.reading import rules_version  # noqa: PLC0415 - the tables of all rules

    return {"commitments": rules_version(), "evidence": RULES}


def commitments_found(count: int, spoken: Messages) -> str:
    """`12 commitments found`."""
    told = spoken.catalogue.ngettext("%(number)s commitment found", "%(number)s commitments found", count)
    return f"{told % {'number': spoken.number(count)}}."


def _asked(query: CommitmentQuery, wanted: Wanted, spoken: Messages) -> Iterator[Fact]:
    if query.words:
        yield Fact(name=spoken.text(message("Words")), value=query.words)
    for name, value in views.settled(wanted.address, query).parameters:
        if name in views.NAMES:
            yield Fact(name=spoken.text(views.NAMES[name]), value=views.value_words(name, value, spoken))


def _sections(shown: Sequence[Promised], register: Register, made: Quotations, spoken: Messages) -> Iterator[Section]:
    for one in shown:
        first = one.promise.first
        document = register.catalogue.document(first.document_id)
        if document is None:
            continue
        n = made.cite(one.promise.publication, document, first.commitment.span)
        status = Reference(publication=one.promise.publication, document=document).status_words(spoken)
        dated = wording.date_words(one.promise.publication, spoken) or spoken.text(message("No date known"))
        yield Section(
            heading=one.promise.publication.title,
            depth=2,
            language=one.promise.publication.language,
            text=(f"{dated} · {status} · {spoken.text(wording.HELD[first.held])}",),
            items=(
                Item(
                    cites=(n,) if n is not None else (),
                    label=spoken.text(message("Promised")),
                    before=first.introduction,
                    facts=tuple(_facts(one, spoken)),
                    data=_data(one, "promise", one.came.value, _basis(one)),
                ),
                *_evidence(one, register, made, spoken),
            ),
        )


def _evidence(one: Promised, register: Register, made: Quotations, spoken: Messages) -> Iterator[Item]:
    for item in views.shown(register, one.evidence):
        if item.document is None:
            continue
        n = made.cite(item.publication, item.document, item.span)
        review = item.weighed.review
        told = spoken.text(message("Suggested"))
        if review:
            told = spoken.text(message("Confirmed by %(name)s on %(day)s.")) % {
                "name": review.by,
                "day": spoken.day(review.at.date()),
            }
        basis = ("confirmed", review.by, review.at.date().isoformat()) if review else ("suggested", "", "")
        yield Item(
            cites=(n,) if n is not None else (),
            label=spoken.text(views.CAME[item.weighed.bearing.value]),
            facts=(told,),
            data=_data(one, "evidence", item.weighed.bearing.value, basis),
        )


def _facts(one: Promised, spoken: Messages) -> Iterator[str]:
    yield f"{spoken.text(message('Who promised'))}: {views.who(one) or spoken.text(message('Not stated who'))}"
    due = one.promise.due
    days = views.due_days(due, spoken)
    written = (due.words + (f" ({days})" if days else "")) if due else spoken.text(message("no date given"))
    yield f"{spoken.text(message('Due'))}: {written}"
    came = spoken.text(views.CAME[one.came.value])
    basis = "" if one.decided is None or one.is_confirmed else f" ({spoken.text(message('suggested'))})"
    yield f"{spoken.text(message('What came of it'))}: {came}{basis}"
    if one.overdue:
        yield spoken.text(message("Its day has passed; no delivery found"))
    if not one.evidence and one.searched.last:
        told = spoken.catalogue.ngettext(
            "Searched %(number)s later publication held here, up to %(day)s.",
            "Searched %(number)s later publications held here, up to %(day)s.",
            one.searched.publications,
        )
        yield told % {"number": spoken.number(one.searched.publications), "day": spoken.day(one.searched.last)}


def _basis(one: Promised) -> tuple[str, str, str]:
    if one.decided is None:
        return "none", "", ""
    review = one.decided.review
    return ("confirmed", review.by, review.at.date().isoformat()) if review else ("suggested", "", "")


def _data(one: Promised, role: str, outcome: str, basis: tuple[str, str, str]) -> Mapping[str, str]:
    said, due = one.promise.first.commitment, one.promise.due
    values = (
        one.promise.id,
        role,
        outcome,
        *basis,
        said.speaker,
        said.office,
        said.organisation,
        str(one.promise.said_on or ""),
        due.words if due else "",
        str(due.first or "") if due else "",
        str(due.last or "") if due else "",
        said.strength.value if said.strength else "",
        "true" if one.overdue else "",
    )
    return dict(zip(COLUMNS, values, strict=True))
