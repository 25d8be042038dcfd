"""Pages about the corpus: the versions and evidence of a publication, and what crawls brought; does not gather either."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from corpus.errors import NotHeld
from corpus.visits import Crawl, Visits
from search_api.address import read_address
from search_api.commitments import page as pages_commitments
from search_api.crawls import views as crawl_views
from search_api.crawls.shapes import in_short
from search_api.history import views as history_views
from search_api.history.history import history
from search_api.library import Library
from search_api.press import press_of


def publication(request: Request, library: Library) -> Response:
    """A publication: whether it stands and which words prove it, the texts it has had, and what bears on it."""
    wanted = request.path_params["publication_id"]
    record = library.catalogue.publication(wanted)
    if record is None:
        raise NotHeld(f"No publication '{wanted[:80]}' is held here. Search for its title instead.")
    current = library.catalogue.current_document(record.id)
    told = history(library.catalogue, library.captures, record.id)
    return press_of(request).page(
        request,
        "publication.html",
        publication=record,
        current=current,
        history=told,
        versions=history_views.numbered(told.versions),
        status_proof=history_views.proof_of(library, record.standing.status_evidence),
        force_proof=history_views.proof_of(library, record.standing.force_evidence),
        bearings=history_views.bearings(library, record),
        sayings=history_views.sayings(record, current),
        warnings=history_views.warnings(current),
        administration=history_views.administration(current),
        promised=pages_commitments.promised_in(library, record.id),
    )


def crawls(request: Request, library: Library) -> Response:
    """The last crawls, with how many addresses came to what."""
    tallies = [(one, crawl_views.counted(one.counts)) for one in Visits(library.catalogue).crawls()]
    return press_of(request).page(request, "crawls.html", tallies=tallies, in_short=in_short)


def crawl(request: Request, library: Library) -> Response:
    """One crawl: what came of each address."""
    found = _crawl(library, request.path_params["crawl_id"])
    here = read_address(request)
    settled = crawl_views.settled(found, here)
    if settled != here:
        return RedirectResponse(str(settled), status_code=303)
    return press_of(request).page(request, "crawl.html", here=here, report=crawl_views.report(found, here), in_short=in_short)


def _crawl(library: Library, wanted: str) -> Crawl:
    is_number = wanted.isascii() and wanted.isdecimal() and len(wanted) < 10
    found = Visits(library.catalogue).crawl(int(wanted)) if is_number else None
    if found is None:
        raise NotHeld(f"No crawl '{wanted[:80]}' is held here. The list of crawls names those that are.")
    return found
