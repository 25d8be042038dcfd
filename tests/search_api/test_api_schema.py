"""The API keeps to its own OpenAPI description, whatever it is sent."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from search_api.app import make_app
from search_api.library import Library

PATHS = (
    "/api/v1/search",
    "/api/v1/answers",
    "/api/v1/answers/stream",
    "/api/v1/publications",
    "/api/v1/publications/{publication_id}",
    "/api/v1/publications/{publication_id}/history",
    "/api/v1/duties",
    "/api/v1/crawls",
    "/api/v1/crawls/{crawl_id}",
    "/api/v1/documents/{document_id}",
    "/api/v1/passages/{passage_id}",
    "/api/v1/compare",
    "/api/v1/timeline",
    "/api/v1/commitments",
    "/api/v1/commitments/{commitment_id}",
    "/api/v1/exports",
    "/api/v1/feeds/search",
    "/api/v1/feeds/duties",
    "/api/v1/feeds/commitments",
)
WRITTEN = ("/api/v1/commitments/{commitment_id}/reviews",)
"""Endpoints that keep something: with a key only."""


@pytest.fixture(scope="module")
def described(library: Library) -> OpenApiSchema:
    """The application by its own description, which is read once."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", make_app(library))


@pytest.mark.parametrize("path", PATHS)
def test_any_request_gets_what_the_description_promises(described: OpenApiSchema, path: str) -> None:
    """Status, headers and body, for requests that keep to the description and requests that break it."""
    operation = described[path]["GET"]

    @settings(max_examples=20, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def each(case: schemathesis.Case) -> None:
        # Topics and dates that exist are the catalogue's to say: the description cannot promise that any text is taken.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    each()


def test_the_description_is_openapi_3_1_and_names_every_endpoint() -> None:
    described = make_app(None).openapi()

    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {*PATHS, *WRITTEN}
    for methods in described["paths"].values():
        for operation in methods.values():
            assert operation["summary"]
            assert operation["operationId"]
            assert operation["responses"]["422"]["content"].keys() == {"application/problem+json"}
