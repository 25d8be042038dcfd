"""The timeline at every face: the API in its shape, the page in both languages without a script, the pack, the command."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.publication import PublicationType
from corpus.settings import ROOT
from search_api.app import make_app
from search_api.packs.read_back import read_manifest
from tests.search_api.conftest import MakeLibrary, document
from tests.search_api.timeline.texts import publication

CANLLAW = str(Path(sys.executable).parent / "canllaw")
SHAPE = "query subject language as_of total left_out entries years gaps searched".split()
ENTRY = (
    "n year published issued publication_id document_id title publisher type language speaker office status force held url "
    "quotes replaced_by relations twins"
).split()
BOUND = frozenset({"follows_up", "followed_up_by", "supersedes", "superseded_by", "amends", "translation_of"})
HOSTILE = "<script>alert(1)</script>\"'><svg onload=alert(1)> kite flying"
See = Callable[..., BeautifulSoup]


def words(tag: Tag | BeautifulSoup | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


@pytest.fixture
def see(client: TestClient) -> See:
    def page(path: str = "/timeline", *, status: int = 200, **parameters: str) -> BeautifulSoup:
        response = client.get(path, params=parameters or None)
        assert response.status_code == status
        return BeautifulSoup(response.text, "lxml")

    return page


def test_the_api_answers_in_its_shape_with_exact_quotations(client: TestClient) -> None:
    found = client.get("/api/v1/timeline", params={"q": "kite flying"}).json()

    assert list(found) == SHAPE
    assert found["total"] == len(found["entries"]) == 6
    for entry in found["entries"]:
        assert list(entry) == ENTRY
        for quote in entry["quotes"]:
            text = client.get(f"/api/v1/documents/{quote['document_id']}").json()["text"]
            assert text[quote["start"] : quote["end"]] == quote["quote"]
            assert client.get(f"/api/v1/passages/{quote['passage_id']}").json()["text"] == quote["quote"]


def test_the_api_names_what_is_at_fault(client: TestClient) -> None:
    for parameters, field in (({}, "q"), ({"q": "x", "from": "soon"}, "from"), ({"q": "x", "topic": "kits"}, "topic")):
        response = client.get("/api/v1/timeline", params=parameters)
        assert (response.status_code, response.json()["field"]) == (422, field)


def test_the_page_shows_entries_under_their_years(see: See) -> None:
    page = see(q="kite flying")

    assert words(page.h1) == "Timeline: kite flying"
    assert [words(heading) for heading in page.select(".year-of > h2")] == ["2022", "2021", "2018", "2017", "2016", "No date"]
    assert words(page.select_one('[role="status"]')) == "6 entries on the timeline"
    assert [words(fact) for fact in page.select("#entry-2 .facts li")] == [
        "10 February 2021",
        "Written statement",
        "Ann Lee, Minister for Kites",
        "Welsh Government",
        "English",
    ]
    assert words(page.select_one("#entry-2 .chips + .told, #entry-2 .told")) == "Also said in: Kite flying: what was announced"
    assert "Commitment (due: by the end of June 2021)" in words(page.select_one("#entry-2"))
    assert words(page.select_one("#entry-3 .later")) == "Replaced by Kite flying guidance 2022 27 June 2022"


def test_entries_lead_to_each_other_and_to_their_place(see: See) -> None:
    page = see(q="kite flying")
    quotation = page.select_one("#entry-1 blockquote a")

    assert quotation is not None
    assert page.select_one('#entry-1 .bonds a[href="#entry-3"]') is not None
    marked = see(str(quotation["href"]).partition("#")[0]).select_one("mark#quote")
    assert words(marked) == words(quotation).strip("“”")


def test_the_table_beneath_holds_the_numbers_of_the_chart(see: See) -> None:
    page = see(q="kite flying")
    chart = page.select_one("figure svg[role=img]")
    assert chart is not None
    drawn = [text.get_text() for text in chart.select("text.number-of")]
    labels = [text.get_text() for text in chart.select("text.year")]
    rows = [[words(cell) for cell in row.select("th, td")] for row in page.select("table.grid tbody tr")]

    assert [row[0] for row in rows] == labels
    assert [row[-1] for row in rows] == drawn
    assert all(sum(map(int, row[1:-1])) == int(row[-1]) for row in rows)
    assert page.find(id="chart-title") is not None
    assert page.find(id="chart-summary") is not None


@pytest.mark.parametrize(
    "parameters", [{}, {"q": "kite flying"}, {"q": "submarines"}, {"q": "x", "from": "soon"}, {"topic": "kites"}]
)
def test_the_page_is_as_whole_in_welsh(client: TestClient, parameters: dict[str, str]) -> None:
    english = BeautifulSoup(client.get("/timeline", params=parameters).text, "lxml")
    response = client.get("/timeline", params={**parameters, "ui": "cy"})
    welsh = BeautifulSoup(response.text, "lxml")

    assert response.headers["content-language"] == "cy"
    assert words(welsh.select_one("nav a[aria-current]")) == "Llinell amser"
    shapes = [
        [(tag.name, tag.get("class")) for tag in page.select("main *") if tag.get("name") != "ui"] for page in (english, welsh)
    ]
    assert shapes[0] == shapes[1]
    headings = {words(one) for one in english.select("main section:not(.take) > h2") if not words(one).isdecimal()}
    assert headings.isdisjoint(words(one) for one in welsh.select("main h2"))


def test_a_form_without_words_is_no_fault(see: See) -> None:
    page = see()

    assert words(page.h1) == "Who said what, and when"
    assert page.select_one(".problem") is None


@pytest.mark.parametrize(
    ("parameters", "target"), [({"q": ""}, "q"), ({"q": "x", "to": "never"}, "to"), ({"q": "x", "topic": "kits"}, "topic")]
)
def test_a_fault_is_told_beside_its_field(see: See, parameters: dict[str, str], target: str) -> None:
    page = see(status=422, **parameters)

    assert page.select_one(f'.problem a[href="#{target}"]') is not None
    assert page.select_one(f"#{target}[aria-invalid=true]") is not None
    assert page.title is not None
    assert words(page.title).startswith("Error:")


def test_nothing_found_and_one_text_only_are_said_plainly(see: See) -> None:
    nothing, one = see(q="submarines"), see(q="soup on Mondays")

    assert words(nothing.select_one("#none-title")) == "Nothing held here speaks of this"
    assert nothing.select_one("svg.years") is None
    assert "Only one text speaks of this" in words(one.select_one(".notice"))


def test_a_day_in_the_past_is_said(see: See) -> None:
    page = see(q="kite flying", as_of="2021-06-01")

    assert words(page.select_one(".notice")).startswith("As it was known on 1 June 2021: nothing later is shown")
    assert "2022" not in words(page.select_one(".year-of"))


def test_empty_fields_are_tidied_away_and_a_page_too_far_leads_to_the_first(client: TestClient) -> None:
    tidy = client.get("/timeline?q=kite+flying&topic=&from=", follow_redirects=False)
    far = client.get("/timeline?q=kite+flying&page=9", follow_redirects=False)

    assert (tidy.status_code, tidy.headers["location"]) == (303, "/timeline?q=kite+flying")
    assert (far.status_code, far.headers["location"]) == (303, "/timeline?q=kite+flying")


def test_search_answers_and_topics_lead_here(see: See) -> None:
    links = [
        see("/search", q="kite flying", any_status="true").select_one('a[href^="/timeline?q=kite"]'),
        see("/answers", q="What must schools hold every week?").select_one('a[href^="/timeline?q=What"]'),
        see("/publications/guidance-kites-2022").select_one('a[href="/timeline?topic=kites"]'),
    ]
    assert all(links)


@pytest.fixture(scope="module")
def hostile(make_library: MakeLibrary) -> Iterator[TestClient]:
    """A site over one text that is hostile in all that a publisher may write."""
    record = publication(
        id="hostile", title=HOSTILE, author=HOSTILE, role=HOSTILE, topics=(HOSTILE,), type=PublicationType.NEWS, issued="2021"
    )
    library = make_library([(record, document(record, f"{HOSTILE}.\n"))])
    with TestClient(make_app(library), raise_server_exceptions=False) as opened:
        yield opened


@pytest.mark.parametrize("parameters", [{"q": HOSTILE}, {"q": "kite flying"}, {"topic": HOSTILE}, {"q": "x", "from": HOSTILE}])
def test_hostile_words_are_shown_as_words(hostile: TestClient, parameters: dict[str, str]) -> None:
    page = BeautifulSoup(hostile.get("/timeline", params=parameters).text, "lxml")

    assert not page.select("script, [onload], [style]")
    assert all(one.get("class") for one in page.select("svg"))


@pytest.mark.parametrize("form", ["docx", "md", "csv", "ris", "bibtex", "csl"])
def test_the_pack_of_a_timeline_is_the_same_each_time(client: TestClient, form: str) -> None:
    asked = {"of": "timeline", "format": form, "q": "kite flying", "asked_on": "2026-05-07"}
    first, second = (client.get("/api/v1/exports", params=asked) for _ in range(2))

    assert first.status_code == 200
    assert first.content == second.content
    assert read_manifest(first.content, name="x")[0] == form


def test_the_pack_says_what_the_page_says(client: TestClient) -> None:
    asked = {"of": "timeline", "format": "md", "q": "kite flying", "as_of": "2021-06-01", "ui": "cy"}
    told = client.get("/api/v1/exports", params=asked).text

    assert "I will publish new kite flying guidance by the end of June 2021." in told
    assert "Fel yr oedd yn hysbys ar 1 Mehefin 2021" in told
    assert "Nid oes testun o 2019–2020 ar gadw." in told


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """The program over a data folder with a register of two."""
    folder = tmp_path_factory.mktemp("program")
    records = map(json.loads, (ROOT / "corpus" / "register.jsonl").read_text(encoding="utf-8").splitlines())
    kept = [one for one in records if one["id"] in ("os-attendance-2022-05", "debate-pupil-absence-2023")]
    alone = [{name: value for name, value in one.items() if name not in BOUND} for one in kept]
    (folder / "register.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in alone), encoding="utf-8")

    def command(*given: str, data: Path = folder) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"CANLLAW_DATA_DIR": str(data), "CANLLAW_REGISTER": str(folder / "register.jsonl")}
        return subprocess.run(
            [CANLLAW, *given], env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180
        )

    ingested = command("ingest")
    assert ingested.returncode == 0, ingested.stderr
    return command


def test_the_command_shows_the_timeline_and_prints_the_api_s_shape(
    run: Callable[..., "subprocess.CompletedProcess[str]"],
) -> None:
    shown, printed = run("timeline", "attendance", "--oldest-first"), run("timeline", "--topic", "attendance", "--json")

    assert shown.returncode == 0
    assert shown.stdout.startswith("2 entries on the timeline of “attendance”")
    assert shown.stdout.index("3 May 2022") < shown.stdout.index("8 February 2023")
    assert list(json.loads(printed.stdout)) == SHAPE


def test_the_command_says_what_is_wrong(run: Callable[..., "subprocess.CompletedProcess[str]"]) -> None:
    done = run("timeline")

    assert (done.returncode, done.stdout) == (2, "")
    assert "A timeline needs words or a topic" in done.stderr
