"""Reports of crawls: the list, and what came of each address of one."""

from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.visits import VisitOutcome, Visits
from search_api.app import make_app
from search_api.crawls.views import OUTCOMES, ROWS
from search_api.library import Library
from tests.past import MANY

See = Callable[..., BeautifulSoup]
Words = Callable[[Tag | BeautifulSoup | None], str]


@pytest.fixture(scope="module")
def client(past: Library) -> Iterator[TestClient]:
    with TestClient(make_app(past), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def look(client: TestClient) -> See:
    def page(path: str) -> BeautifulSoup:
        response = client.get(path)
        assert response.status_code == 200
        return BeautifulSoup(response.text, "lxml")

    return page


def test_crawls_are_listed_with_their_counts_the_newest_first(look: See, words: Words) -> None:
    rows = [[words(cell) for cell in row.select("th, td")] for row in look("/crawls").select("tbody tr")]

    assert [row[0] for row in rows] == ["Crawl 2all of Welsh Government since 2026-01-01", "Crawl 1everything"]
    assert rows[0][2:] == ["Not ended", "Still to be asked: 10 Unchanged: 420"]
    assert rows[1][1:3] == ["3 March 2026, 14:05 UTC"] * 2
    assert "Refused: 2" in rows[1][3]


def test_without_a_crawl_the_page_names_the_command(see: See, words: Words) -> None:
    page = see("/crawls")

    assert words(page.main).startswith("Crawl reports")
    assert "No crawl has been made yet" in words(page.main)
    assert words(page.code) == "canllaw crawl"


def test_a_report_has_every_outcome_with_its_addresses_codes_and_reasons(look: See, words: Words) -> None:
    page = look("/crawls/1")
    titles = [words(heading) for heading in page.select("main h2")]

    assert titles == [f"{one.name} ({2 if one.name == 'Refused' else 1})" for name, one in OUTCOMES.items() if name != "to do"]
    missed = page.select_one('section[aria-labelledby="group-missed"] tbody tr')
    assert [words(cell) for cell in missed.select("th, td")] == [  # type: ignore[union-attr]
        "https://www.gov.wales/missed",
        "404",
        "'https://www.gov.wales/missed' is not there (404): missed on 1 of the 3 days that make it gone.",
    ]
    fetched = page.select_one('section[aria-labelledby="group-fetched"] td a')
    assert fetched is not None
    assert fetched["href"] == "/publications/guidance-swimming"


def test_only_secure_addresses_are_links_and_they_tell_nobody(look: See, words: Words) -> None:
    addresses = look("/crawls/1").select("th.address")
    plain = [words(cell) for cell in addresses if not cell.a]

    assert plain == ["http://plain.example/page"]
    links = [cell.a for cell in addresses if cell.a]
    assert len(links) == len(VisitOutcome)
    assert {tuple(link["rel"]) for link in links} == {("external", "noreferrer", "nofollow")}
    assert all(link["href"].startswith("https://") for link in links)


def test_tabs_narrow_the_report_to_one_outcome(look: See, words: Words) -> None:
    page = look("/crawls/1?outcome=refused")

    assert [words(heading) for heading in page.select("main h2")] == ["Refused (2)"]
    assert len(page.select("tbody tr")) == 2
    assert words(page.select_one(".tabs a[aria-current]")) == "Refused 2"
    assert page.select_one(".tabs a")["href"] == "/crawls/1"  # type: ignore[index]
    assert words(page.title) == "Crawl 1: Refused – Canllaw"


def test_long_reports_have_pages_and_every_address_is_on_one(look: See, words: Words) -> None:
    pages = [look("/crawls/2"), look("/crawls/2?page=2"), look("/crawls/2?page=3")]
    shown = [words(cell) for page in pages for cell in page.select("th.address")]

    assert [len(page.select("tbody tr")) for page in pages] == [ROWS, ROWS, MANY - 2 * ROWS]
    assert len(set(shown)) == MANY
    assert words(pages[1].title) == "Crawl 2 (page 2 of 3) – Canllaw"
    assert words(pages[0].select_one("main h2")) == "Still to be asked (10)"
    assert len(look("/crawls/2?outcome=to+do").select(".pager")) == 0


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/crawls/1?outcome=nonsense", "/crawls/1"),
        ("/crawls/2?outcome=failed", "/crawls/2"),
        ("/crawls/2?page=9", "/crawls/2"),
        ("/crawls/2?page=-1&ui=cy", "/crawls/2?ui=cy"),
        ("/crawls/2?outcome=unchanged&page=4", "/crawls/2?outcome=unchanged"),
        ("/crawls/2?page=1", "/crawls/2"),
    ],
)
def test_addresses_that_lead_nowhere_lead_back(client: TestClient, asked: str, led: str) -> None:
    response = client.get(asked, follow_redirects=False)

    assert (response.status_code, response.headers["location"]) == (303, led)
    assert client.get(led, follow_redirects=False).status_code == 200


@pytest.mark.parametrize("path", ["/crawls/0", "/crawls/99", "/crawls/last", "/crawls/99999999999999999999", "/crawls/%C2%B2"])
def test_a_crawl_that_is_not_held_is_a_kind_page(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_api_lists_crawls_and_tells_each_whole(client: TestClient) -> None:
    listed = client.get("/api/v1/crawls").json()["crawls"]
    whole = client.get("/api/v1/crawls/2").json()

    assert [one["id"] for one in listed] == [2, 1]
    assert listed[0] == {key: value for key, value in whole.items() if key != "visits"}
    assert listed[0]["counts"] == {"to do": 10, "unchanged": 420}
    assert len(whole["visits"]) == MANY
    assert whole["visits"][-1]["outcome"] is None


@pytest.mark.parametrize(
    ("crawl", "status"), [("99", 404), ("0", 422), ("last", 422), ("99999999999999999999", 422), ("-1", 422)]
)
def test_a_crawl_the_api_does_not_hold_is_problem_details(client: TestClient, crawl: str, status: int) -> None:
    response = client.get(f"/api/v1/crawls/{crawl}")

    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert response.json()["detail"]


def test_counts_of_the_list_are_those_of_the_crawl(past: Library) -> None:
    visits = Visits(past.catalogue)

    for tally in visits.crawls():
        crawl = visits.crawl(tally.id)
        assert crawl is not None
        assert tally.counts == crawl.counts()
    assert len(visits.crawls(most=1)) == 1
