"""The API answers in the shapes the design fixes, and every error is problem details."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.errors import CanllawError, IndexUnavailable, InvalidQuery, NotHeld
from search_api.app import make_app
from search_api.library import Library

HIT = (
    "rank score publication_id document_id passage_id title text start end section published status force language held url"
).split()
LATER_HIT = ["nearest"]
CITATION = "n publication_id document_id passage_id title quote start end section page url published status force held".split()
LATER_CITATION = "replaced_by valid_from valid_to".split()
STATEMENT = ["text", "citations"]
LATER_STATEMENT = "short context more level written".split()
ANSWER = "question language as_of status statements citations nearest searched".split()
LATER_ANSWER = "refusal probability mode notes understood checked".split()
"""Keys that came after the design's, which stand as they were (docs/adr)."""


@pytest.fixture(scope="module")
def client(library: Library) -> TestClient:
    return TestClient(make_app(library), raise_server_exceptions=False)


def test_a_search_has_the_design_s_shape(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "school uniform", "limit": 3}).json()

    assert list(found) == ["query", "total", "hits"]
    assert found["query"] == "school uniform"
    assert [hit["rank"] for hit in found["hits"]] == [1, 2, 3]
    assert all(list(hit) == HIT + LATER_HIT for hit in found["hits"])
    assert found["total"] >= 3


def test_a_hit_s_text_is_its_document_s(client: TestClient) -> None:
    for hit in client.get("/api/v1/search", params={"q": "attendance"}).json()["hits"]:
        document = client.get(f"/api/v1/documents/{hit['document_id']}").json()
        passage = client.get(f"/api/v1/passages/{hit['passage_id']}").json()

        assert document["text"][hit["start"] : hit["end"]] == hit["text"] == passage["text"]
        assert document["publication_id"] == hit["publication_id"]


def test_an_answer_has_the_design_s_shape_and_exact_quotations(client: TestClient) -> None:
    answer = client.get("/api/v1/answers", params={"q": "When does the new professional learning body start?"}).json()

    assert list(answer) == ANSWER + LATER_ANSWER
    assert answer["status"] == "answered"
    assert (answer["language"], answer["as_of"], answer["nearest"]) == ("en", None, [])
    assert list(answer["searched"]) == ["publications", "from", "to"]
    assert all(list(statement) == STATEMENT + LATER_STATEMENT for statement in answer["statements"])
    for citation in answer["citations"]:
        assert list(citation) == CITATION + LATER_CITATION
        document = client.get(f"/api/v1/documents/{citation['document_id']}").json()
        assert document["text"][citation["start"] : citation["end"]] == citation["quote"]


def test_a_non_answer_shows_what_is_nearest(client: TestClient) -> None:
    answer = client.get("/api/v1/answers", params={"q": "What will the speed limit near schools be in 2040?"}).json()

    assert answer["status"].startswith("unanswered_")
    assert (answer["statements"], answer["citations"]) == ([], [])
    assert 1 <= len(answer["nearest"]) <= 3
    assert list(answer["nearest"][0]) == HIT + LATER_HIT
    for hit in answer["nearest"]:
        text = client.get(f"/api/v1/documents/{hit['document_id']}").json()["text"]
        near = hit["nearest"]
        assert text[near["start"] : near["end"]] == near["quote"]


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({}, 196),
        ({"any_status": "true"}, 214),
        ({"any_status": "true", "type": "consultation"}, 6),
        ({"publisher": ["Estyn", "Hwb"], "any_status": "true"}, 27),
        ({"language": "cy", "any_status": "true"}, 19),
        ({"held": "full"}, 0),
        ({"from": "2025", "type": "minutes"}, 6),
    ],
)
def test_publications_are_listed_under_the_filters(client: TestClient, parameters: dict[str, str], count: int) -> None:
    listed = client.get("/api/v1/publications", params=parameters | {"limit": 100}).json()

    assert listed["total"] == count
    assert len(listed["publications"]) == min(count, 100)


def test_a_publication_says_what_it_bears_on(client: TestClient) -> None:
    held = client.get("/api/v1/publications/guidance-si-2022").json()

    assert (held["status"], held["status_basis"]) == ("superseded", "superseded by guidance-si-2025")
    assert {"source": "guidance-si-2025", "kind": "supersedes", "target": "guidance-si-2022"} in held["relations"]


@pytest.mark.parametrize(
    ("path", "status", "field"),
    [
        ("/api/v1/search", 422, "q"),
        ("/api/v1/search?q=%20", 422, "q"),
        ("/api/v1/search?q=x&type=guidence", 422, "type"),
        ("/api/v1/search?q=x&limit=many", 422, "limit"),
        ("/api/v1/answers?q=" + "x" * 10_000, 422, "q"),
        ("/api/v1/answers?q=x&as_of=never", 422, "as_of"),
        ("/api/v1/publications?from=x", 422, "from"),
        ("/api/v1/publications/none", 404, None),
        ("/api/v1/documents/none", 404, None),
        ("/api/v1/passages/none", 404, None),
        ("/api/v1/passages/guidance-si-2022.en.00000000:1-2", 404, None),
        ("/api/v1/nothing", 404, None),
    ],
)
def test_every_error_is_problem_details(client: TestClient, path: str, status: int, field: str | None) -> None:
    response = client.get(path)

    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["instance"] == path.partition("?")[0]
    assert problem.get("field") == field
    assert problem["detail"].endswith((".", "?"))


def test_a_passage_past_the_end_of_its_document_is_not_held(client: TestClient) -> None:
    hit = client.get("/api/v1/search", params={"q": "attendance"}).json()["hits"][0]

    response = client.get(f"/api/v1/passages/{hit['document_id']}:0-999999")

    assert response.status_code == 404
    assert "holds no characters 0 to 999999" in response.json()["detail"]


def test_posting_is_told_that_this_address_only_answers_get(client: TestClient) -> None:
    response = client.post("/api/v1/search")

    assert response.status_code == 405
    assert response.headers["content-type"] == "application/problem+json"


def test_without_an_open_library_the_answer_is_503_with_when_to_try_again() -> None:
    client = TestClient(make_app(None), raise_server_exceptions=False)

    response = client.get("/api/v1/search", params={"q": "x"})

    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert client.get("/readyz").status_code == 503
    assert client.get("/livez").json() == {"status": "alive"}


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (InvalidQuery("No.", field="q"), 422),
        (NotHeld("No."), 404),
        (IndexUnavailable("No."), 503),
        (CanllawError("No."), 500),
        (RuntimeError("secret"), 500),
    ],
)
def test_each_error_has_its_status_and_tells_no_internals(library: Library, error: Exception, status: int) -> None:
    app: FastAPI = make_app(library)

    @app.get("/api/v1/breaks")
    def breaks() -> None:
        raise error

    response = TestClient(app, raise_server_exceptions=False).get("/api/v1/breaks")

    assert response.status_code == status
    assert "secret" not in response.text
    assert response.headers["content-security-policy"].startswith("default-src 'none'")


def test_ready_names_the_revision_it_answers_from(client: TestClient, library: Library) -> None:
    ready = client.get("/readyz").json()

    assert ready == {
        "status": "ready",
        "detail": "",
        "catalogue_revision": library.catalogue.revision(),
        "indexed_revision": library.catalogue.revision(),
    }


def test_responses_forbid_scripts_and_framing(client: TestClient) -> None:
    policy = client.get("/api/v1/search", params={"q": "x"}).headers["content-security-policy"]

    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
