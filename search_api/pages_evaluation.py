"""Page of the evaluation: the last accepted report, to anyone; does not measure."""

from starlette.requests import Request
from starlette.responses import Response

from search_api.evaluation import OURS, read_evaluation
from search_api.library import Library
from search_api.press import press_of


def evaluation(request: Request, _library: Library) -> Response:
    """How well questions are answered, or that no report is accepted yet."""
    found = read_evaluation(request.app.state.results)
    return press_of(request).page(request, "evaluation.html", found=found, OURS=OURS)
