"""Duties at every face: the API in its shape, the page without a script, the command beside them; all give the same."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.settings import ROOT

See = Callable[..., BeautifulSoup]
Words = Callable[[Tag | BeautifulSoup | None], str]
CANLLAW = str(Path(sys.executable).parent / "canllaw")
DUTY = (
    "duty_id publication_id document_id title quote start end header header_start header_end level modal "
    "negative actor actor_name action condition deadline laws section page url published status force "
    "language held valid_from valid_to key key_start key_end"
).split()


def test_the_api_answers_in_its_shape_with_exact_quotations(site: TestClient) -> None:
    listed = site.get("/api/v1/duties", params={"limit": 50}).json()

    assert list(listed) == ["total", "duties"]
    assert listed["total"] == len(listed["duties"]) > 3
    for duty in listed["duties"]:
        assert list(duty) == DUTY
        document = site.get(f"/api/v1/documents/{duty['document_id']}").json()
        assert document["text"][duty["start"] : duty["end"]] == duty["quote"]


@pytest.mark.parametrize(
    ("parameters", "quotes"),
    [
        ({"actor": "governing-body", "language": "en"}, ["Governing bodies must keep the cost of school uniform low."]),
        ({"actor": "governors", "language": "cy"}, ["Rhaid i gyrff llywodraethu gadw cost gwisg ysgol yn isel."]),
        ({"level": "should", "held": "digest"}, ["A logo should not be asked for."]),
        ({"q": "reading plans autumn"}, ["Schools must publish a summary of their reading plans each autumn."]),
        ({"as_of": "2020-01-01", "q": "blazer", "limit": "1"}, ["Schools should not ask for a blazer."]),
        ({"q": "blazer"}, []),
        ({"publication": "statement-reading"}, ["Schools must publish a summary of their reading plans each autumn."]),
    ],
)
def test_the_api_takes_the_common_parameters(site: TestClient, parameters: dict[str, str], quotes: list[str]) -> None:
    assert [one["quote"] for one in site.get("/api/v1/duties", params=parameters).json()["duties"]] == quotes


def test_the_api_names_what_it_does_not_know(site: TestClient) -> None:
    response = site.get("/api/v1/duties", params={"actor": "goverors"})

    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["field"] == "actor"
    assert "Did you mean 'governing-body'" in response.json()["detail"]


def test_the_page_groups_duties_by_who_owes_them(see: See, words: Words) -> None:
    page = see("/duties")
    names = [words(heading) for heading in page.select("section.owed > h2")]

    assert words(page.h1) == "Who must, should or may do what"
    assert names == ["Governing body", "School", "Nobody named"]
    assert "makes no law: it reports a duty that comes from elsewhere" in words(page.select_one(".notice"))
    assert words(page.select_one('nav a[aria-current="page"]')) == "Duties"


def test_each_duty_leads_to_its_place_in_our_copy(see: See, words: Words) -> None:
    page = see("/duties?actor=school&level=must")
    [link] = page.select(".duties a")

    assert words(link) == "“Schools must publish a summary of their reading plans each autumn.”"
    assert words(see(link["href"].partition("#")[0]).select_one("mark#quote")) == words(link).strip("“”")


def test_a_must_of_a_statement_says_that_the_duty_comes_from_elsewhere(see: See, words: Words) -> None:
    of_statement = see("/duties?publication=statement-reading")
    of_law = see("/duties?publication=guidance-uniform-2023&level=must")

    assert "not known to be statutory: the duty comes from elsewhere" in words(of_statement.select_one(".duties"))
    assert "elsewhere" not in words(of_law.select_one(".duties"))


def test_words_of_a_digest_stand_without_marks_of_quotation(see: See, words: Words) -> None:
    shown = [words(link) for link in see("/duties?publication=guidance-uniform-2023").select(".duties a")]

    assert shown == ["Governing bodies must keep the cost of school uniform low.", "A logo should not be asked for."]


def test_the_form_keeps_what_was_chosen(see: See) -> None:
    page = see("/duties?actor=school&level=should&level=may&any_status=true&q=uniform&type=guidance")

    assert page.select_one("#actor option[selected]")["value"] == "school"  # type: ignore[index]
    assert [box["value"] for box in page.select('input[name="level"][checked]')] == ["should", "may"]
    assert page.select_one("#any_status")["checked"] is not None  # type: ignore[index]
    assert page.select_one('input[type="hidden"][name="type"]')["value"] == "guidance"  # type: ignore[index]
    assert page.select_one("form.choose")["method"] == "get"  # type: ignore[index]


def test_filters_in_use_can_be_removed(see: See, words: Words) -> None:
    page = see("/duties?actor=governors&level=must&as_of=2024-01-01")

    assert [words(link) for link in page.select(".applied li a")] == [
        "Remove filter As it stood on: 2024-01-01 ×",
        "Remove filter Who: Governing body ×",
        "Remove filter How strongly: Must ×",
        "Clear all filters",
    ]
    assert page.select_one(".applied a.clear")["href"] == "/duties"  # type: ignore[index]


def test_superseded_duties_are_shown_with_their_status(see: See, words: Words) -> None:
    page = see("/duties?any_status=true&q=blazer")

    assert "Superseded" in words(page.select_one("section.owed .chips"))


def test_a_fault_is_told_beside_its_field(site: TestClient, words: Words) -> None:
    response = site.get("/duties?level=perhaps")
    page = BeautifulSoup(response.text, "lxml")

    assert response.status_code == 422
    assert "Choose must, should, may or needs." in words(page.select_one('[role="alert"]'))
    assert words(page.select_one("#level-wrong")).startswith("Error:")
    assert "Unknown level 'perhaps'" in words(page.select_one('[role="alert"]'))


def test_nothing_found_says_what_to_try(see: See, words: Words) -> None:
    page = see("/duties?q=periscope")

    assert "Nothing found" in words(page.select_one('[role="status"]'))
    assert words(page.select_one("#none-title")) == "No duty held here fits"


def test_empty_fields_of_the_form_are_tidied_away(site: TestClient) -> None:
    response = site.get("/duties?q=&actor=school&law=", follow_redirects=False)

    assert (response.status_code, response.headers["location"]) == (303, "/duties?actor=school")


def test_a_page_beyond_the_last_leads_to_the_first(site: TestClient) -> None:
    assert site.get("/duties?page=9", follow_redirects=False).headers["location"] == "/duties"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """The program over a data folder with the register."""
    folder = tmp_path_factory.mktemp("program")

    def command(*words: str, data: Path = folder) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"CANLLAW_DATA_DIR": str(data)}
        return subprocess.run(
            [CANLLAW, *words], env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
        )

    assert command("ingest").returncode == 0
    return command


Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_the_command_lists_duties_with_their_words(run: Run) -> None:
    done = run("duties", "--actor", "governing-body", "--level", "must")

    assert done.returncode == 0
    assert "Governing body (governing-body)" in done.stdout
    assert "MUST" in done.stdout
    assert "reports a duty that comes from elsewhere" in " ".join(done.stdout.split())


def test_the_command_prints_the_api_s_shape(run: Run) -> None:
    listed = json.loads(run("duties", "uniform", "--json", "--limit", "2").stdout)

    assert list(listed) == ["total", "duties"]
    assert listed["duties"]
    assert all(list(duty) == DUTY for duty in listed["duties"])


def test_the_command_says_what_it_does_not_know(run: Run, tmp_path: Path) -> None:
    unknown = run("duties", "--level", "shall-we")
    empty = run("duties", data=tmp_path)

    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert unknown.stderr.startswith("Unknown level 'shall-we'.")
    assert empty.returncode == 2
    assert "run `canllaw ingest` first" in empty.stderr
