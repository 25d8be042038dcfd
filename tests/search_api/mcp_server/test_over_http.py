"""/mcp as the transport has it: one POST, one JSON answer; who may come in; many at once."""

import statistics
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from anyio.from_thread import BlockingPortal
from fastapi.testclient import TestClient
from mcp.shared.exceptions import MCPError

from search_api.app import make_app
from search_api.mcp_server.over_http import LARGEST_BODY
from tests.search_api.mcp_server.conftest import Served, Talk, talking

CALL = {
    "jsonrpc": "2.0",
    "id": 7,
    "method": "tools/call",
    "params": {"name": "search", "arguments": {"q": "reading", "limit": 1}},
}
JSON = {"accept": "application/json"}


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT", "OPTIONS"])
def test_only_post_is_answered_as_nothing_is_kept(served: Served, method: str) -> None:
    response = httpx2.request(method, f"{served.url}/mcp", headers={"accept": "text/event-stream"})

    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert response.headers["content-type"] == "application/problem+json"


def test_a_call_is_one_json_answer_without_a_session(served: Served) -> None:
    response = httpx2.post(f"{served.url}/mcp", json=CALL, headers=JSON | {"mcp-session-id": "mine"})

    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert "mcp-session-id" not in response.headers
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.json()["result"]["structuredContent"]["hits"][0]["rank"] == 1


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
def test_programs_of_both_ages_of_the_protocol_are_answered(served: Served, portal: BlockingPortal, mode: str) -> None:
    with talking(portal, f"{served.url}/mcp", mode=mode) as talk:
        assert talk.given("search", q="reading", limit=1)["total"] > 1
        assert len(talk.tools()) == 7


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost:1234"}, 200),
        ({"host": "[::1]:8000"}, 200),
        ({"host": "policy.example"}, 421),
        ({"host": "localhost.policy.example"}, 421),
        ({"host": "127.0.0.1.policy.example:80"}, 421),
        ({"host": "[nonsense"}, 421),
        ({"origin": "http://localhost:6274"}, 200),
        ({"origin": "https://policy.example"}, 403),
        ({"origin": "null"}, 403),
        ({"content-type": "text/plain"}, 400),
        ({"accept": "text/html"}, 406),
    ],
)
def test_a_request_must_call_us_by_our_name_and_come_from_our_pages(
    served: Served, headers: Mapping[str, str], status: int
) -> None:
    response = httpx2.post(f"{served.url}/mcp", json=CALL, headers=JSON | headers)

    assert response.status_code == status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b"[" * 20_000, 400),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "../search"}}', 200),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "resources/list"}', 200),
        (b"x" * (LARGEST_BODY + 1), 413),
    ],
    ids=["cut off", "a batch", "deep", "no such tool", "no such method", "too large"],
)
def test_what_is_no_call_is_refused_and_nothing_breaks(served: Served, body: bytes, status: int) -> None:
    headers = JSON | {"content-type": "application/json"}
    response = httpx2.post(f"{served.url}/mcp", content=body, headers=headers)

    assert response.status_code == status
    assert "result" not in response.text
    assert "Traceback" not in response.text
    assert httpx2.post(f"{served.url}/mcp", json=CALL, headers=JSON).status_code == 200


def test_a_tool_that_is_not_there_is_named_with_those_that_are(over_http: Talk) -> None:
    with pytest.raises(MCPError, match=r"There is no tool 'delete'\. The tools are ask, search, get_document"):
        over_http.raw("delete", {})


def test_links_are_made_of_the_address_a_request_was_sent_to(served: Served) -> None:
    port = served.url.rsplit(":", 1)[1]
    response = httpx2.post(f"http://localhost:{port}/mcp", json=CALL, headers=JSON)

    hit = response.json()["result"]["structuredContent"]["hits"][0]
    assert hit["read_at"].startswith(f"http://localhost:{port}/documents/{hit['document_id']}?start=")


def test_many_programs_at_once_get_their_own_answers_and_pages_are_served_meanwhile(
    served: Served, portal: BlockingPortal
) -> None:
    words = ["reading plan", "uniform", "reading log", "cost", "cluster of schools", "inspection"]
    waits: list[float] = []
    ended = threading.Event()

    def look() -> None:
        with httpx2.Client() as client:
            while not ended.is_set():
                began = time.perf_counter()
                client.get(f"{served.url}/livez")
                waits.append(time.perf_counter() - began)

    address = f"{served.url}/mcp"
    with talking(portal, address) as one, talking(portal, address) as other, ThreadPoolExecutor(13) as pool:
        looking = pool.submit(look)
        asked = [(q, pool.submit(talk.given, "search", q=q)) for q in words for talk in (one, other)]
        found = [(q, future.result()["query"]) for q, future in asked]
        ended.set()
        looking.result()

    assert all(q == query for q, query in found)
    assert len(waits) > 2
    assert statistics.median(waits) < 1


def test_a_server_that_is_still_opening_its_library_says_so() -> None:
    with TestClient(make_app(None), base_url="http://localhost") as client:
        told = client.post("/mcp", json=CALL, headers=JSON).json()["result"]

    assert told["isError"] is True
    assert told["content"][0]["text"] == "The index is still being opened: try again in a few seconds."


def test_behind_another_name_it_answers_to_that_name_and_links_there() -> None:
    app = make_app(None, public_url="https://canllaw.example")
    with TestClient(app, base_url="https://canllaw.example") as client:
        assert client.post("/mcp", json=CALL, headers=JSON | {"origin": "https://canllaw.example"}).status_code == 200
        assert client.post("/mcp", json=CALL, headers=JSON | {"host": "other.example"}).status_code == 421


def test_outside_its_life_it_says_that_it_is_not_ready() -> None:
    response = TestClient(make_app(None), base_url="http://localhost").post("/mcp", json=CALL, headers=JSON)

    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
