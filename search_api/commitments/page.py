"""The pages /commitments and /commitments/ID: the register with its filters, and one promise with its chain; finds neither."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from corpus.commitment import Kind
from corpus.commitments import kept_commitments
from corpus.errors import InvalidQuery
from corpus.passage import Citation
from corpus.themes import themes
from search_api import views as common
from search_api.address import Address, read_asked
from search_api.commitments import views
from search_api.commitments.asked import CommitmentsAsked, read_commitments_asked, read_day
from search_api.commitments.register import Promised, Register, find_commitments
from search_api.duties.register import Owed, duties_for
from search_api.library import Library
from search_api.press import press_of

ON_A_PAGE = 20
RELATED_DUTIES = 3


def commitments(request: Request, library: Library) -> Response:
    """What was promised, by whom and by when, and what later texts suggest came of it."""
    here = views.read_address(request)
    if any(not value.strip() for value in request.query_params.values()):
        return RedirectResponse(str(here), status_code=303)
    press = press_of(request)
    offered = views.choices(library.catalogue)
    try:
        asked = read_asked(here)
        query = read_commitments_asked(
            CommitmentsAsked(
                asked=asked if here.first("limit") else replace(asked, limit=ON_A_PAGE),
                speaker=here.every("speaker"),
                office=here.every("office"),
                due_before=here.first("due_before") or None,
                publication=here.first("publication") or None,
            ),
            library.catalogue,
        )
    except InvalidQuery as error:
        fault = views.problem(error)
        kept = here.without(fault.field) if fault.field in {"topic", "speaker", "office", "status"} else here
        return press.page(
            request,
            "commitments.html",
            status=422,
            here=kept,
            found=None,
            applied=(),
            choices=offered,
            views=views,
            problem=fault,
        )
    here = views.settled(here, query)
    found = find_commitments(library.catalogue, query)
    if query.page > 1 and not found.shown:
        return RedirectResponse(str(here.without("page")), status_code=303)
    return press.page(
        request,
        "commitments.html",
        here=here,
        found=found,
        choices=offered,
        views=views,
        applied=views.applied(here, press.messages_for(request)),
        pager=_pager(here, query.page, query.limit, found.total),
        problem=None,
    )


def commitment(request: Request, library: Library) -> Response:
    """One promise: its words in context, who made it and by when, and what later texts suggest came of it."""
    here = views.read_address(request)
    day = read_day("as_of", here.first("as_of") or None)
    register = Register(library.catalogue, as_of=day)
    wanted = request.path_params["commitment_id"]
    one = register.one(wanted)
    if one.promise.id != wanted:
        return RedirectResponse(str(here.at(f"/commitments/{one.promise.id}")), status_code=307)
    first = one.promise.first
    document = library.catalogue.document(first.document_id)
    return press_of(request).page(
        request,
        "commitment.html",
        here=here,
        one=one,
        first=first,
        document=document,
        context=views.in_context(document, first.commitment.sentence) if document else None,
        evidence=views.shown(register, one.evidence),
        near=views.shown(register, one.near),
        others=[source for source in one.promise.sources if source.id != first.id],
        publications=register.publications,
        duties=_duties(library, one),
        themes=themes(),
        views=views,
        as_of=day,
    )


def promised_in(library: Library, publication_id: str) -> int:
    """How many commitments the text that a publication has now makes."""
    kept = kept_commitments(library.catalogue, kinds=(Kind.COMMITMENT,), publications=(publication_id,))
    return sum(one.current for one in kept)


def promise_at(library: Library, citation: Citation) -> str:
    """Id of the commitment that a citation quotes, by its first source; empty where it quotes none."""
    kept = kept_commitments(library.catalogue, kinds=(Kind.COMMITMENT,), documents=(citation.document.id,))
    spans = [(one, one.commitment.span) for one in kept]
    met = [one for one, span in spans if span.start < citation.span.end and citation.span.start < span.end]
    return met[0].group if met else ""


def _duties(library: Library, one: Promised) -> list[Owed]:
    """Duties about the same thing, which a promise may bring or lean on."""
    said = one.promise.first.commitment
    words = said.deliverable or said.action
    if not words:
        return []
    return duties_for(library, actor=None, words=words[:300], language=said.language, limit=RELATED_DUTIES)


def _pager(here: Address, page: int, limit: int, total: int) -> common.Pager:
    return common.Pager(page=page, pages=min(100, max(1, -(-total // limit))), address=here)
