"""Pages: the addresses people visit, each answered with HTML that needs no script; does not search or answer itself.

A page raises what it cannot do: the application's table of errors turns that into `error_page`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from corpus.errors import NotHeld
from corpus.passage import Span
from search_api import pages_corpus, pages_evaluation, views
from search_api.address import Address, read_address, read_asked
from search_api.answering import views as answer_views
from search_api.answering.answer import AnswerStatus
from search_api.commitments import page as pages_commitments
from search_api.comparing import page as pages_compare
from search_api.duties import page as duties_page
from search_api.error_pages import error_page
from search_api.history import views as history_views
from search_api.library import Library
from search_api.press import press_of
from search_api.question.correction import correction, followed, question_before, settled_scope
from search_api.reading import read
from search_api.timeline import page as pages_timeline

YEAR_SECONDS = 31_536_000
Page = Callable[[Request, Library], Response]


def make_pages() -> APIRouter:
    """The routes of every page and of the files they need."""
    router = APIRouter()
    for path, page in PAGES.items():
        router.add_route(path, _with_library(page), name=page.__name__, include_in_schema=False)
    router.add_route("/static/{name}", static, name="static", include_in_schema=False)
    return router


def home(request: Request, library: Library) -> Response:
    """What this is, and a box to ask in."""
    return press_of(request).page(request, "home.html", holdings=views.holdings(library))


def search(request: Request, library: Library) -> Response:
    """Passages that match a question."""
    address = read_address(request)
    if _untidy(request):
        return RedirectResponse(str(address), status_code=303)
    press = press_of(request)
    offered = views.choices(library.known())
    if "q" not in request.query_params:
        return press.page(request, "search.html", here=address, found=None, choices=offered, applied=())
    question = library.read(read_asked(address))
    here = views.settled(address, question)
    found = library.search(question)
    if question.page > 1 and not found.shown:
        return RedirectResponse(str(here.without("page")), status_code=303)
    return press.page(
        request,
        "search.html",
        here=here,
        found=found,
        choices=offered,
        applied=views.applied_filters(here, press.messages_for(request)),
        pager=views.pager(here, question, found.total),
    )


def answers(request: Request, library: Library) -> Response:
    """An answer in quoted words, or why there is none; behind it the question before, where it follows one."""
    address = settled_scope(read_address(request))
    if _untidy(request) or address != read_address(request):
        return RedirectResponse(str(address), status_code=303)
    if "q" not in request.query_params:
        return RedirectResponse(str(address.at("/")), status_code=303)
    press = press_of(request)
    spoken = press.messages_for(request)
    question = library.read(read_asked(address))
    here = views.settled(address, question)
    before = None
    if here.first("after"):
        first = question_before(here)
        before = (first, answer_views.view(library.ask(library.read(read_asked(first))), first, spoken))
    return press.page(
        request,
        "answer.html",
        here=here,
        view=answer_views.view(library.ask(question), here, spoken),
        before=before,
        AnswerStatus=AnswerStatus,
        promise_at=lambda citation: pages_commitments.promise_at(library, citation),
        correction=correction(here),
        followed=followed(here),
        holdings=views.holdings(library),
        choices=views.choices(library.known()),
        applied=views.applied_filters(here, spoken),
    )


def document(request: Request, library: Library) -> Response:
    """One document: where it comes from, what bears on it, its text, and the quotation a link points to."""
    wanted = request.path_params["document_id"]
    shown = library.catalogue.document(wanted)
    if shown is None:
        current = library.catalogue.current_document(wanted)
        if current is None:
            raise NotHeld(f"No document '{wanted[:80]}' is held here. Search for its title instead.")
        return RedirectResponse(str(read_address(request).at(f"/documents/{current.id}")), status_code=307)
    publication = library.catalogue.publication(shown.publication_id)
    if publication is None:
        raise NotHeld(f"The publication of document '{wanted[:80]}' is no longer held.")
    span = _span(read_address(request))
    place = history_views.place_of(library, publication, shown)
    return press_of(request).page(
        request,
        "document.html",
        document=shown,
        publication=place.record,
        standing_now=publication.standing,
        reading=read(shown, span),
        quote_asked=span is not None,
        related=[other for other in views.related(library, publication) if not other.suggested],
        place=place,
        warnings=history_views.warnings(shown),
        administration=history_views.administration(shown),
        promised=pages_commitments.promised_in(library, publication.id),
    )


def about(request: Request, library: Library) -> Response:
    """What Canllaw is, how it answers, and what it does not do."""
    return press_of(request).page(request, "about.html", holdings=views.holdings(library))


def static(request: Request) -> Response:
    """A stylesheet or picture of ours."""
    asset = press_of(request).assets.get(request.path_params["name"])
    if asset is None:
        return error_page(request, status=404, title="Not found", detail="")
    kept = f"public, max-age={YEAR_SECONDS}, immutable"
    return Response(asset.content, media_type=asset.media_type, headers={"Cache-Control": kept})


def _with_library(page: Page) -> Callable[[Request], Response]:
    """A page that waits for the library: while it is loading, a kind word instead."""

    def shown(request: Request) -> Response:
        library: Library | None = getattr(request.app.state, "library", None)
        if library is None:
            return error_page(request, status=503, title="Getting ready", detail="")
        return page(request, library)

    return shown


def _untidy(request: Request) -> bool:
    """Whether a form sent empty fields, which would only make a long address to share."""
    given = request.query_params
    # An empty question is answered with a word of help, which a redirect would lose.
    return bool(given.get("q", "").strip()) and any(not value.strip() for value in given.values())


def _span(address: Address) -> Span | None:
    start, end = address.first("start"), address.first("end")
    if not all(value.isascii() and value.isdecimal() and len(value) < 10 for value in (start, end)):
        return None
    return Span(int(start), int(end))


PAGES: Mapping[str, Page] = MappingProxyType(
    {
        "/": home,
        "/search": search,
        "/answers": answers,
        "/documents/{document_id}": document,
        "/publications/{publication_id}": pages_corpus.publication,
        "/duties": duties_page.duties,
        "/commitments": pages_commitments.commitments,
        "/commitments/{commitment_id}": pages_commitments.commitment,
        "/compare": pages_compare.compare,
        "/timeline": pages_timeline.timeline,
        "/crawls": pages_corpus.crawls,
        "/crawls/{crawl_id}": pages_corpus.crawl,
        "/evaluation": pages_evaluation.evaluation,
        "/about": about,
    }
)
"""Every page by its path."""
