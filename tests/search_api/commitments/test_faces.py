"""Commitments at every face: the API, the pages, reviews behind a key, packs and a feed; all tell the same."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from corpus.evidence_kept import reviews
from search_api.app import make_app
from search_api.commitments.linking import Linker
from search_api.library import Library
from search_api.messages import read_messages
from search_api.pot import draw_pot
from search_api.press import Press
from tests.search_api.commitments.conftest import KEY, linked
from tests.search_api.conftest import MakeLibrary

WELSH = Path(__file__).parent / "cy"
LIST = "/api/v1/commitments"
SIGNED = {"Authorization": f"Bearer {KEY}"}


def first(site: TestClient, words: str) -> dict[str, object]:
    found: list[dict[str, object]] = site.get(LIST, params={"q": words}).json()["commitments"]
    return found[0]


def soup(site: TestClient, path: str, **parameters: str) -> BeautifulSoup:
    response = site.get(path, params=parameters)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "lxml")


def test_the_api_gives_exact_quotations_with_who_and_by_when(kite_site: TestClient) -> None:
    one = first(kite_site, "safety code")
    document = kite_site.get(f"/api/v1/documents/{one['document_id']}").json()

    assert document["text"][one["start"] : one["end"]] == one["quote"]
    assert (one["speaker"], one["office"], one["made_on"]) == ("Mair Ellis", "Minister for Play", "2024-01-15")
    assert (one["due"]["last"], one["status"], one["status_basis"]) == ("2024-06-30", "delivered_late", "suggested")  # type: ignore[index]
    for evidence in one["evidence"]:  # type: ignore[attr-defined]
        text = kite_site.get(f"/api/v1/documents/{evidence['document_id']}").json()["text"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    ("parameters", "total"),
    [
        ({}, 3),
        ({"speaker": "mair ellis"}, 3),
        ({"office": "Minister for Play", "due_before": "2024-07-01"}, 1),
        ({"status": "delivered_late"}, 1),
        ({"status": "overdue"}, 0),
        ({"status": "overdue", "as_of": "2024-08-01"}, 1),
        ({"from": "2025"}, 0),
        ({"topic": "kites"}, 3),
        ({"q": "submarines"}, 0),
    ],
)
def test_the_api_takes_its_filters(kite_site: TestClient, parameters: dict[str, str], total: int) -> None:
    assert kite_site.get(LIST, params=parameters).json()["total"] == total


@pytest.mark.parametrize("field", ["speaker", "office", "topic", "status", "due_before", "as_of"])
def test_a_value_nobody_knows_is_named_on_the_page_and_in_the_api(kite_site: TestClient, field: str) -> None:
    response = kite_site.get(LIST, params={field: "kept"})
    page = kite_site.get("/commitments", params={field: "kept"})

    assert (response.status_code, response.json()["field"]) == (422, field)
    assert page.status_code == 422
    assert BeautifulSoup(page.text, "lxml").select_one(f"#{field}[aria-invalid=true]")


def test_a_page_of_one_promise_shows_both_quotations_and_says_it_is_suggested(kite_site: TestClient) -> None:
    one = first(kite_site, "safety code")
    page = soup(kite_site, f"/commitments/{one['commitment_id']}")
    [chain] = page.select(".chain > li")
    words = " ".join(chain.get_text(" ").split())

    assert "I will publish a national kite safety code by 30 June 2024." in words
    assert "The national kite safety code was published on 12 September 2024." in words
    assert "Delivered late" in words
    assert "Suggested" in words
    assert not {"kept", "broken"} & set(page.get_text(" ").replace("never that a promise was kept or broken", "").split())


def test_a_commitment_that_is_not_held_is_said_so(kite_site: TestClient) -> None:
    assert kite_site.get(f"{LIST}/nothing").status_code == 404
    assert kite_site.get("/commitments/nothing").status_code == 404


def test_documents_lead_to_their_promises(kite_site: TestClient) -> None:
    for path in ("/documents/statement-kites", "/publications/statement-kites"):
        assert soup(kite_site, path).select_one('a[href="/commitments?publication=statement-kites"]')


@pytest.mark.parametrize("form", ["docx", "md", "csv", "ris", "bibtex", "csl", "manifest"])
def test_commitments_can_be_taken_away_and_are_the_same_bytes_again(kite_site: TestClient, form: str) -> None:
    wanted = {"of": "commitments", "format": form, "q": "safety code", "asked_on": "2026-01-05"}
    one, other = (kite_site.get("/api/v1/exports", params=wanted) for _ in range(2))

    assert one.status_code == 200
    assert one.content == other.content
    if form in {"md", "csv"}:
        assert "The national kite safety code was published on 12 September 2024." in one.text


def test_commitments_have_a_feed(kite_site: TestClient) -> None:
    response = kite_site.get("/api/v1/feeds/commitments", params={"speaker": "Mair Ellis"})

    assert response.status_code == 200
    assert "I will publish a national kite safety code by 30 June 2024." in response.text


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, {}, 401),
        ({"Authorization": "Bearer guess"}, {}, 401),
        ({"Authorization": KEY}, {}, 401),
        (SIGNED, {}, 422),
        (SIGNED, {"evidence": "nowhere:1-2", "as": "delivered", "by": "Nia Parry"}, 404),
        (SIGNED, {"evidence": "x", "as": "delivered", "by": "Nia Parry"}, 422),
        (SIGNED, {"evidence": "x:1-2", "as": "kept", "by": "Nia Parry"}, 422),
        (SIGNED, {"evidence": "x:1-2", "as": "delivered", "by": " "}, 422),
        (SIGNED, {"evidence": "x:1-2", "as": "delivered", "by": "Nia Parry", "note": "n" * 20_000}, 413),
    ],
)
def test_a_review_that_is_not_one_is_not_kept(
    kite_site: TestClient, kites: Library, headers: dict[str, str], body: dict[str, str], status: int
) -> None:
    one = first(kite_site, "fees")
    response = kite_site.post(f"{LIST}/{one['commitment_id']}/reviews", json=body, headers=headers)

    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert not any(review.commitment_id == one["commitment_id"] for review in reviews(kites.catalogue))


def test_without_a_key_reviews_are_off(kites: Library) -> None:
    with TestClient(make_app(kites)) as site:
        response = site.post(f"{LIST}/any/reviews", json={}, headers={"Authorization": "Bearer "})

    assert response.status_code == 403
    assert "CANLLAW_REVIEW_KEY" in response.json()["detail"]


def test_a_review_counts_is_shown_with_who_and_when_and_outlasts_a_new_search(make_library: MakeLibrary) -> None:
    kites = linked(make_library)
    kite_site = TestClient(make_app(kites, review_key=KEY), raise_server_exceptions=False)
    reviewed = first(kite_site, "advisory group")
    evidence = reviewed["evidence"][0]["evidence_id"]  # type: ignore[index]
    body = {"evidence": evidence, "as": "progress", "by": "Nia Parry", "note": "It had met once."}
    assert kite_site.post(f"{LIST}/{reviewed['commitment_id']}/reviews", json=body, headers=SIGNED).status_code == 201
    with kites.catalogue.writing() as write:
        write.connection.exec_driver_sql("delete from evidence_reading")
    assert Linker(kites).bring_up() > 0
    one = kite_site.get(f"{LIST}/{reviewed['commitment_id']}").json()["commitment"]
    words = " ".join(soup(kite_site, f"/commitments/{reviewed['commitment_id']}").get_text(" ").split())

    assert (one["status"], one["status_basis"]) == ("progress", "confirmed")
    assert "Confirmed by Nia Parry on" in words
    assert "It had met once." in words


@pytest.mark.parametrize("path", ["/commitments", "/commitments?status=kept", "one"])
def test_the_pages_are_whole_in_welsh(kites: Library, kite_site: TestClient, path: str) -> None:
    app = make_app(kites)
    app.state.press = Press(read_messages(WELSH))
    place = f"/commitments/{first(kite_site, 'safety code')['commitment_id']}" if path == "one" else path
    page = BeautifulSoup(TestClient(app).get(place, params={"ui": "cy"}).text, "lxml")
    inner = [str(one["href"]) for one in page.select("main a[href^='/']") if not str(one["href"]).startswith("/api/")]

    assert page.h1 is not None
    assert "ddewid" in page.h1.get_text() or "addawyd" in page.h1.get_text()
    assert [address for address in inner if "ui=cy" not in address] == []


def test_every_message_of_the_pages_has_its_welsh() -> None:
    wanted = {
        one.id if isinstance(one.id, str) else one.id[0]
        for one in read_po(BytesIO(draw_pot().encode()))
        if one.id and all("commitment" in place for place, _ in one.locations)
    }
    with (WELSH / "cy.po").open("rb") as file:
        catalogue = read_po(file, locale="cy")
    told = {one.id if isinstance(one.id, str) else one.id[0] for one in catalogue if one.id and one.string}

    assert sorted(wanted - told) == []
    assert [error for _, errors in catalogue.check() for error in errors] == []
