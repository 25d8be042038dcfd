"""Comparisons at every face: the API in its shape, the page without a script in both languages, the command beside them."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.catalogue import Catalogue, open_catalogue
from corpus.settings import ROOT, Settings
from search_api.comparing.lines import compare_lines
from search_api.comparing.shapes import CompareShape
from search_api.pot import draw_pot
from tests.past import guidance, text_of
from tests.search_api.comparing.conftest import WELSH
from tests.search_api.comparing.texts import fill

CANLLAW = str(Path(sys.executable).parent / "canllaw")
Look = Callable[..., BeautifulSoup]
TWO = "a=kites-2019&b=kites-2024"


def words(tag: Tag | BeautifulSoup | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


@pytest.fixture(scope="module")
def look(client: TestClient) -> Look:
    def page(query: str, *, path: str = "/compare", status: int = 200) -> BeautifulSoup:
        response = client.get(f"{path}?{query}" if query else path)
        assert response.status_code == status
        return BeautifulSoup(response.text, "lxml")

    return page


def test_the_api_answers_in_its_shape(client: TestClient) -> None:
    found = client.get("/api/v1/compare", params={"a": "kites-2019", "b": "kites-2024"}).json()

    assert list(found) == ("a b outcome notes bond first_is_later counts changes duties duties_kept tensions rows".split())
    assert found["counts"] == {"same": 2, "edited": 4, "moved": 0, "added": 1, "removed": 1}
    assert [(one["kind"], one["a"]["words"], one["b"]["words"]) for one in found["changes"]][:2] == [
        ("modal", "should", "must"),
        ("modal", "should", "must"),
    ]
    for side in ("a", "b"):
        document = client.get(f"/api/v1/documents/{found[side]['document_id']}").json()
        for one in [*found["changes"], *found["rows"]]:
            if one[side]:
                assert document["text"][one[side]["start"] : one[side]["end"]] == one[side]["quote"]


def test_the_words_of_a_row_lead_from_one_paragraph_to_the_other(client: TestClient) -> None:
    found = client.get("/api/v1/compare", params={"a": "kites-2019", "b": "kites-2024"}).json()
    edited = [row for row in found["rows"] if row["label"] == "edited"]

    assert edited
    for row in edited:
        for side in ("a", "b"):
            place, spans = row[side], [one for one in row["words"] if one[f"{side}_start"] is not None]
            cut = [place["quote"][one[f"{side}_start"] - place["start"] : one[f"{side}_end"] - place["start"]] for one in spans]
            assert "".join(cut) == place["quote"]


@pytest.mark.parametrize(
    ("parameters", "status", "field", "said"),
    [
        ({}, 422, "a", "'a' is empty"),
        ({"a": "kites-2019"}, 422, "b", "'b' is empty"),
        ({"a": "kites-2019@then", "b": "kites-2024"}, 422, "a", "is not a date that exists"),
        ({"a": "kites-2019", "b": "kites-2024", "language": "de"}, 422, "language", "Unknown language 'de'"),
        ({"a": "kits-2019", "b": "kites-2024"}, 404, None, "Did you mean 'kites-2019'"),
        ({"a": "kites-2019", "b": "kites-2024@2020"}, 404, None, "the first that is held stood from 1 March 2024"),
    ],
)
def test_the_api_says_what_is_wrong(
    client: TestClient, parameters: dict[str, str], status: int, field: str | None, said: str
) -> None:
    response = client.get("/api/v1/compare", params=parameters)

    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert response.json().get("field") == field
    assert said in response.json()["detail"]


def test_the_api_leaves_out_what_is_the_same_and_takes_a_language(client: TestClient) -> None:
    only = client.get("/api/v1/compare", params={"a": "kites-2019", "b": "kites-2024", "changes_only": "true"}).json()
    welsh = client.get("/api/v1/compare", params={"a": "kites-2019", "b": "kites-2024", "language": "cy"}).json()

    assert "same" not in {row["label"] for row in only["rows"]}
    assert only["counts"]["same"] == 2
    assert (welsh["a"]["publication_id"], welsh["b"]["publication_id"]) == ("kites-2019-cy", "kites-2024-cy")
    assert any("does not know Welsh" in note for note in welsh["notes"])


def test_the_page_says_first_what_changed_that_matters(look: Look) -> None:
    page = look(TWO)

    assert words(page.h1) == "Compare two texts"
    titles = [words(one) for one in page.select("main h2")]
    assert titles[2:] == [
        "What changed that matters",
        "Duties that changed",
        "Where the two may differ",
        "Paragraph by paragraph",
    ]
    assert [words(one) for one in page.select(".sums li")] == ["2 Same", "4 Edited", "0 Moved", "1 Added", "1 Removed"]
    first = page.select_one("#changes-title ~ ul.pairs li")
    assert words(first and first.select_one(".turn")) == "should → became must"
    quotes = [words(one) for one in first.select("blockquote")] if first else []
    assert quotes[0].startswith("“Governing bodies taken out: should (end of what was taken out) publish")
    assert quotes[1].startswith("“Governing bodies put in: must (end of what was put in) publish")
    assert "confirmed by nobody" in words(page.select_one(".unsure"))


def test_the_table_reads_well_without_its_looks(look: Look) -> None:
    table = look(TWO).select_one("table.beside")
    assert table is not None
    assert [words(one) for one in table.select("thead th")] == ["What became of it", "First text", "Second text"]
    labels = [words(one.select_one(".label")) for one in table.select("tbody tr")]
    assert labels == ["Same", "Edited", "Edited", "Same", "Edited", "Removed", "Edited", "Added"]
    for row in table.select("tbody tr"):
        first, second = row.select("td")
        assert (first["data-label"], second["data-label"]) == ("First text", "Second text")
        assert (first.find("ins"), second.find("del")) == (None, None)
    removed = table.select("tr.is-removed td")
    assert removed[0].find("del") is not None
    assert words(removed[1]) == "Not in this text"


def test_every_quotation_leads_to_its_place_in_our_copy(client: TestClient, look: Look) -> None:
    for link in look(TWO).select(".changes blockquote + a"):
        there = BeautifulSoup(client.get(link["href"].partition("#")[0]).text, "lxml").select("mark")
        shown = words(there[0]) if there else ""
        assert shown
        assert shown[:40] in words(link)


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        (f"{TWO}&changes_only=true", {"Edited", "Added", "Removed"}),
        (TWO, {"Same", "Edited", "Added", "Removed"}),
    ],
)
def test_what_is_the_same_can_be_left_out(look: Look, query: str, labels: set[str]) -> None:
    page = look(query)

    assert {words(one) for one in page.select(".beside .label")} == labels
    box = page.select_one("#changes_only")
    assert box is not None
    assert box.has_attr("checked") is ("Same" not in labels)


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("a=kites-2019&b=kites-2019", "Both names mean the same text"),
        ("a=kites-2019&b=kites-digest", "A digest is facts, not words"),
        ("a=kites-2019&b=kites-2019-cy", "Words of two languages cannot be set beside each other"),
        ("a=kites-2024&b=kites-2019", "The text named first is the later one."),
        ("a=kites-2019-cy&b=kites-2024-cy", "does not know Welsh"),
    ],
)
def test_a_note_says_what_to_know_first(look: Look, query: str, note: str) -> None:
    page = look(query)

    assert note in words(page.select_one('[role="status"]'))
    assert (page.select_one("table.beside") is None) is ("kites-2024" not in query)


@pytest.mark.parametrize(
    ("query", "status", "field", "said"),
    [
        ("a=kits-2019&b=kites-2024", 404, "a", "No such text is held"),
        ("a=kites-2019&b=kites-2024@2020-01-01", 404, "b", "No text of it is known to have stood on that day"),
        ("a=kites-2019@then&b=kites-2024", 422, "a", "Write an id, or an id with a day"),
        ("b=kites-2024", 422, "a", "Name a text"),
        ("a=kites-2019&b=kites-2024&language=de", 422, "language", "Choose English or Welsh."),
    ],
)
def test_a_fault_is_told_beside_its_field_and_what_was_typed_is_kept(
    look: Look, query: str, status: int, field: str, said: str
) -> None:
    page = look(query, status=status)

    assert words(page.title).startswith("Error:")
    assert said in words(page.select_one('[role="alert"]'))
    assert said in words(page.select_one(f"#{field}-wrong"))
    control = page.select_one(f"#{field}")
    assert control is not None
    assert control["aria-invalid"] == "true"
    if field != "language":
        assert (control.get("value") or "") in query


def test_with_one_text_named_others_are_offered(look: Look) -> None:
    page = look("a=kites-2024")
    offered = {words(one.select_one(".kind")): one.a["href"] for one in page.select(".borne li") if one.a}

    assert set(offered) == {"Another version of it", "Supersedes"}
    assert all(look(address.partition("?")[2]).select_one("table.beside") for address in offered.values())
    assert page.select_one("table.beside") is None


def test_the_history_of_a_publication_leads_to_its_comparisons(look: Look) -> None:
    links = {words(one): one["href"] for one in look("", path="/publications/kites-2024").select("a.more[href^='/compare']")}

    assert set(links) == {"Compare with the version before : Version 2", "Compare the two : Kites in schools 2019"}
    for address in links.values():
        assert look(address.partition("?")[2]).select(".beside tbody tr")


def test_the_two_can_be_turned_round(look: Look) -> None:
    turned = look(TWO).select_one(".ways a")
    assert turned is not None
    assert turned["href"] == "/compare?a=kites-2024&b=kites-2019"


@pytest.mark.parametrize(
    ("address", "tidy"),
    [
        ("/compare?a=kites-2019&b=&language=", "/compare?a=kites-2019"),
        (f"/compare?{TWO}&page=9", f"/compare?{TWO}"),
    ],
)
def test_an_untidy_address_is_put_right(client: TestClient, address: str, tidy: str) -> None:
    response = client.get(address, follow_redirects=False)

    assert (response.status_code, response.headers["location"]) == (303, tidy)


def test_the_page_is_whole_in_welsh(look: Look) -> None:
    page = look("a=kites-2019-cy&b=kites-2024-cy&ui=cy")

    assert words(page.h1) == "Cymharu dau destun"
    assert "Y newidiadau sy’n cyfrif" in [words(one) for one in page.select("main h2")]
    assert "nid yw’r model sy’n cymharu ystyron yn medru’r iaith hon (Cymraeg)" in words(page.select_one('[role="status"]'))
    assert {words(one) for one in page.select(".beside .label")} >= {"Newidiwyd", "Yr un fath"}
    assert page.select_one("form.choose input[name=ui][value=cy]") is not None
    inner = [one["href"] for one in page.select("main a[href^='/']") if not one["href"].startswith("/api/")]
    assert [address for address in inner if "ui=cy" not in address] == []


def test_every_message_of_the_page_has_its_welsh() -> None:
    wanted = {
        str(one.id)
        for one in read_po(BytesIO(draw_pot().encode()))
        if one.id and any("compar" in place for place, _ in one.locations)
    }
    with (WELSH / "cy.po").open("rb") as file:
        catalogue = read_po(file, locale="cy")
    assert sorted(wanted - {str(one.id) for one in catalogue if one.id and one.string}) == []
    assert [error for _, errors in catalogue.check() for error in errors] == []


def test_markup_in_a_text_stays_words(client: TestClient, kites: Catalogue) -> None:
    with kites.writing() as write:
        for key, said in (
            ("marks-1", "Write <b>must</b> & <script>alert(1)</script>."),
            ("marks-2", "Write <i>should</i> & so."),
        ):
            publication = guidance(key, f"<u>{key}</u>")
            write.put_publication(publication)
            write.put_document(text_of(publication, f"{said}\n"))
    shown = client.get("/compare?a=marks-1&b=marks-2").text

    assert "<script" not in shown
    assert not re.search(r"<[iu]>", shown)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """The program over a data folder with the kites."""
    folder = tmp_path_factory.mktemp("program")
    catalogue = open_catalogue(Settings(data_dir=folder).catalogue_url)
    fill(catalogue)
    catalogue.close()

    def command(*given: str, data: Path = folder) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"CANLLAW_DATA_DIR": str(data)}
        return subprocess.run(
            [CANLLAW, "compare", *given], env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
        )

    return command


Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_the_command_prints_what_the_api_answers(run: Run, client: TestClient) -> None:
    done = run("kites-2019-cy", "kites-2024-cy", "--json", "--changes-only")

    assert done.returncode == 0
    parameters = {"a": "kites-2019-cy", "b": "kites-2024-cy", "changes_only": "true"}
    assert json.loads(done.stdout) == client.get("/api/v1/compare", params=parameters).json()


def test_the_command_says_it_in_lines(client: TestClient) -> None:
    found = CompareShape.model_validate(client.get("/api/v1/compare", params={"a": "kites-2019", "b": "kites-2024"}).json())
    lines = compare_lines(found)
    text = "\n".join(lines)

    assert "Paragraphs: 2 same, 4 edited, 0 moved, 1 added, 1 removed" in lines
    assert "  modal    should → must" in lines
    assert "  level    should → must" in lines
    assert "a date that may have slipped" in text
    assert "Governing bodies [-should-] {+must+} publish" in text
    assert "May differ: for a person to judge" in lines
    assert max(map(len, lines)) <= 100


def test_the_command_names_faults_and_what_to_do(run: Run, tmp_path: Path) -> None:
    unknown, empty, day = run("kits-2019", "kites-2024"), run("a", "b", data=tmp_path), run("kites-2019@then", "kites-2024")

    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "Did you mean 'kites-2019'" in unknown.stderr
    assert (empty.returncode, day.returncode) == (2, 2)
    assert "run `canllaw ingest` first" in empty.stderr
    assert "is not a date that exists" in day.stderr
