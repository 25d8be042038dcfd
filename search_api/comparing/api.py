"""The comparison in the HTTP API: /api/v1/compare; reads parameters and answers in our shape, and compares nothing itself."""

from typing import Annotated

from fastapi import APIRouter, Query

from search_api.api import PROBLEM, Holds
from search_api.comparing.asked import CompareAsked, compare_asked, meaning_of
from search_api.comparing.shapes import CompareShape, compare_shape

comparing = APIRouter(prefix="/api/v1", responses={404: PROBLEM, 422: PROBLEM, 503: PROBLEM})
_NAME = "publication id, document id, or id with a day (`guidance-si-2022@2023-05-01`)"


@comparing.get("/compare", summary="Compare two texts", operation_id="compare")
def compare(
    library: Holds,
    a: Annotated[str, Query(description=f"The first text: {_NAME}")] = "",
    b: Annotated[str, Query(description=f"The second text: {_NAME}")] = "",
    language: Annotated[str | None, Query(description="Compare the texts in `en` or `cy`, where both are held in it")] = None,
    changes_only: Annotated[bool, Query(description="Leave out the paragraphs that are the same")] = False,
) -> CompareShape:
    """Two texts paragraph by paragraph, what changed that matters first, and where they may differ, all in exact quotations."""
    asked = CompareAsked(a=a, b=b, language=language, changes_only=changes_only)
    found = compare_asked(library.catalogue, asked, meaning_of(library.index.embedder))
    return compare_shape(found, changes_only=changes_only)
