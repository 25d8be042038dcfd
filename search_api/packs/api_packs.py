"""The packs' part of the HTTP API: /api/v1/exports, a file for what was asked; makes none itself."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from search_api.api import PROBLEM, Holds, QuestionParameters
from search_api.messages import ENGLISH
from search_api.packs.export import Export, pairs_of
from search_api.packs.exporting import export
from search_api.packs.formats import FORMATS
from search_api.packs.kinds import KINDS
from search_api.press import press_of

FILES: dict[str, Any] = {
    "description": "The file, as an attachment",
    "content": {
        form.media_type.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}} for form in FORMATS.values()
    },
    "headers": {
        "Content-Disposition": {"description": "A name for the file (RFC 6266)", "schema": {"type": "string"}},
        "Content-Language": {"description": "Of the pack's own words", "schema": {"type": "string"}},
    },
}
exports = APIRouter(prefix="/api/v1", responses={422: PROBLEM, 503: PROBLEM})


@exports.get("/exports", summary="Take something away", operation_id="export", responses={200: FILES}, response_class=Response)
def exported(
    request: Request,
    library: Holds,
    asked: QuestionParameters,  # noqa: ARG001 - described here; the kinds read those they know from the address
    of: Annotated[str, Query(description=f"What to take away: {', '.join(f'`{name}`' for name in KINDS)}")],
    format: Annotated[str, Query(description=f"As what: {', '.join(f'`{name}`' for name in FORMATS)}")] = "docx",  # noqa: A002
    level: Annotated[list[str] | None, Query(description="Of duties: `must`, `should`, `may` or `needs`")] = None,  # noqa: ARG001
    publication: Annotated[str | None, Query(description="Of duties: only of this publication, by its id")] = None,  # noqa: ARG001
    law: Annotated[str | None, Query(description="Of duties: only under a law whose name holds these words")] = None,  # noqa: ARG001
    speaker: Annotated[list[str] | None, Query(description="Of commitments: whoever promised it, by name")] = None,  # noqa: ARG001
    office: Annotated[list[str] | None, Query(description="Of commitments: the office it was promised in")] = None,  # noqa: ARG001
    due_before: Annotated[str | None, Query(description="Of commitments: its last day is before this day")] = None,  # noqa: ARG001
    oldest_first: Annotated[bool, Query(description="Of a timeline: the oldest entries first")] = False,  # noqa: ARG001
    ui: Annotated[str, Query(description="Language of the file's own words: `en` or `cy`")] = ENGLISH,
    asked_on: Annotated[str | None, Query(description="The day to ask it as on, as a replay needs; today if left out")] = None,
) -> Response:
    """What a search, a question, duties, a timeline or commitments show, as a file with its citations and a manifest."""
    wanted = Export(of=of, form=format, parameters=pairs_of(request.query_params.multi_items()), ui=ui, asked_on=asked_on)
    made = export(library, wanted, press_of(request).messages)
    headers = {"Content-Disposition": made.disposition, "Content-Language": made.language}
    return Response(made.content, media_type=made.form.media_type, headers=headers)
