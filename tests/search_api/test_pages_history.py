"""The versions and evidence of a publication, on its page and on the pages of its texts."""

from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from search_api.app import make_app
from search_api.library import Library
from tests.past import (
    FIRST,
    GONE_BASIS,
    MISREAD,
    NOW,
    NOW_TEXT,
    ORDER,
    PERHAPS,
    REPLACES,
    STATUTORY,
    SWIMMING,
    WITHDRAWN,
    text_of,
)

See = Callable[..., BeautifulSoup]
Words = Callable[[Tag | BeautifulSoup | None], str]
FIRST_ID = text_of(SWIMMING, FIRST).id
MISREAD_ID = text_of(SWIMMING, MISREAD).id


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


def part(page: BeautifulSoup, title: str) -> Tag:
    """The section under a heading."""
    found = page.select_one(f'section[aria-labelledby="{title}"]')
    assert found is not None
    return found


def said(tag: Tag | None) -> str:
    """The words of a part of a page, each block apart."""
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def test_a_page_names_status_and_force_with_the_words_that_prove_them(look: See, words: Words) -> None:
    page = look("/publications/guidance-swimming")
    stands = part(page, "stands-title")

    assert words(page.h1) == SWIMMING.title
    assert "In force Nothing we hold replaces it or takes it back." in said(stands)
    assert "its text says it is statutory, under section 999 of the Pools Act 1901" in words(stands)
    assert "Confidence: 95%" in words(stands)
    assert words(stands.select_one("blockquote")) == f"“{STATUTORY}”"
    assert "From 1 September 2019 until now" in words(stands)
    proof = stands.select_one("figcaption a")
    assert proof is not None
    assert words(look(proof["href"].partition("#")[0]).select_one("mark#quote")) == STATUTORY


def test_words_of_another_text_prove_that_it_was_replaced(look: See, words: Words) -> None:
    page = look("/publications/guidance-swimming-2015")
    stands = part(page, "stands-title")

    assert f"“{REPLACES}”" in words(stands)
    assert f"{SWIMMING.title}:" in words(stands.select_one("figcaption"))
    proof = stands.select_one("figcaption a")
    assert proof is not None
    assert words(look(proof["href"].partition("#")[0]).select_one("mark#quote")) == REPLACES
    assert "From 1 June 2015 until 1 September 2019" in words(stands)
    assert words(part(page, "bears-title")).startswith("How it stands to other publications Superseded by Swimming lessons")


def test_a_withdrawal_is_proved_by_the_page_s_own_words(look: See, words: Words) -> None:
    stands = part(look("/publications/guidance-armbands"), "stands-title")

    assert said(stands).startswith("Whether it stands Status Withdrawn")
    assert words(stands.select_one("blockquote")) == f"“{WITHDRAWN}”"
    assert "From 3 February 2018 until 1 May 2023" in words(stands)


def test_every_date_has_its_name(look: See) -> None:
    dates = said(part(look("/publications/minutes-pool-panel"), "dates-title"))

    assert dates == (
        "Dates First published 20 February 2025 Last updated Not known Written under the date 10 February 2025 "
        "Of the meetings on 14 January 2025 , 15 January 2025"
    )


def test_an_event_is_on_the_record_and_does_not_end(look: See, words: Words) -> None:
    stands = part(look("/publications/minutes-pool-panel"), "stands-title")

    assert "On the record since 20 February 2025" in words(stands)


def test_versions_are_listed_with_the_days_they_stood_and_were_seen(look: See, words: Words) -> None:
    table = part(look("/publications/guidance-swimming"), "versions-title").table
    assert table is not None
    rows = [[said(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]

    assert words(table.caption).startswith("Every text held of it")
    assert [words(cell) for cell in table.select("thead th")] == ["Text", "Stood from", "Until", "First seen", "Last seen"]
    assert [row[0].partition(" Read from")[0] for row in rows] == ["Version 2 Held now", "Version 1", "Digest, in our words"]
    assert rows[0][0].endswith("2 warnings, shown with the text")
    assert [row[1:3] for row in rows] == [
        ["4 March 2024 last updated, as stated on the page", "Now"],
        ["1 September 2019 from the day it was published", "4 March 2024"],
        ["1 September 2019 from the day it was published", "Now"],
    ]
    assert rows[1][3:] == ["5 January 2026", "5 January 2026"]


def test_what_a_text_was_read_from_is_named_but_never_a_place_on_somebody_s_machine(look: See, words: Words) -> None:
    versions = part(look("/publications/guidance-swimming"), "versions-title")

    assert "a saved file" in words(versions)
    assert "/home" not in str(versions)
    assert {link["href"] for link in versions.select("a.out")} == {SWIMMING.url}
    assert {" ".join(link["rel"]) for link in versions.select("a.out")} == {"external noreferrer nofollow"}


def test_files_translations_and_predecessors_are_linked(look: See, words: Words) -> None:
    bears = part(look("/publications/guidance-swimming"), "bears-title")
    kinds = {words(item.select_one(".kind")): words(item.select_one("a[hreflang]")) for item in bears.select("li")}

    assert kinds == {
        "Supersedes": "Swimming in schools",
        "Translated as": "Gwersi nofio: canllawiau statudol",
        "Its file": "Lesson plan for swimming",
    }
    assert words(part(look("/publications/guidance-swimming-plan"), "bears-title")).startswith(
        "How it stands to other publications A file of Swimming lessons"
    )


@pytest.mark.parametrize(
    ("publication", "told"),
    [
        ("guidance-badges-2018", "Superseded by Badges for swimmers 2 January 2022"),
        ("guidance-badges-2022", "same title, later date"),
        ("guidance-towels", f"“{PERHAPS}”"),
        ("guidance-boards", f"“{PERHAPS}”"),
        ("guidance-swimming", "A new text is on its way"),
    ],
)
def test_what_is_too_unsure_is_labelled_as_a_suggestion(look: See, words: Words, publication: str, told: str) -> None:
    unsure = words(part(look(f"/publications/{publication}"), "unsure-title"))

    assert unsure.startswith("Suggested, not confirmed Too unsure to settle anything")
    assert told in unsure


def test_a_suggestion_is_not_said_on_the_page_of_a_text(look: See, words: Words) -> None:
    page = look("/documents/guidance-badges-2018")

    assert "Superseded by" not in words(page.main)
    assert page.select(".banner") == []


def test_the_administration_is_named_where_a_text_names_it(look: See, words: Words) -> None:
    for path in ("/publications/guidance-swimming", f"/documents/{NOW_TEXT.id}"):
        assert words(look(path).select_one("p.notice")) == "Published under the 2016 to 2021 administration."
    assert look("/publications/guidance-towels").select("p.notice") == []


def test_a_page_that_is_gone_is_a_record_and_says_so(look: See, words: Words) -> None:
    for path in ("/publications/guidance-diving", "/documents/guidance-diving"):
        banner = words(look(path).select_one(".banner.gone"))
        assert banner.startswith("The publisher no longer has this page. Confirmed on 3 March 2026.")
        assert "kept here as a record, and not searched" in banner
        assert banner.endswith(GONE_BASIS)
        assert "No longer at its publisher" in words(look(path).select_one(".chips"))
    history = words(look("/publications/guidance-diving").main)
    assert "From 3 February 2018; not known since its page was gone" in history
    assert "until now" not in history


def test_a_text_says_what_to_take_care_with_and_where(look: See, words: Words) -> None:
    for path in ("/publications/guidance-swimming", f"/documents/{NOW_TEXT.id}"):
        care = part(look(path), "care-title")
        assert "Some words here speak to a machine, not to a reader." in words(care)
        assert "The page hides 12 words" in words(care)
        where = care.select("a.ref")
        assert len(where) == 1
        assert words(look(where[0]["href"].partition("#")[0]).select_one("mark#quote")) == ORDER


def test_an_earlier_version_says_until_when_it_stood_and_leads_to_the_current_one(look: See, words: Words) -> None:
    page = look(f"/documents/{FIRST_ID}")
    banner = page.select_one(".banner")
    assert banner is not None

    assert words(banner) == "This is an earlier version. It stood until 4 March 2024. Read the version we hold now"
    assert banner.a is not None
    assert banner.a["href"] == f"/documents/{NOW_TEXT.id}"
    assert "Superseded" in words(page.select_one(".chips"))
    assert "Its publisher has changed the words since" in words(page.select_one(".origin"))
    assert look(banner.a["href"]).select(".banner") == []


def test_a_digest_leads_to_the_publisher_s_words_once_they_are_held(look: See, words: Words, past: Library) -> None:
    digest = past.catalogue.versions("guidance-swimming")[-1].document
    page = look(f"/documents/{digest.id}")

    assert words(page.select_one(".banner")).startswith(
        "This is a digest in our words. The publisher’s own words are held now."
    )
    assert "In force" in words(page.select_one(".chips"))


def test_a_misread_text_leads_to_the_better_reading(look: See, words: Words) -> None:
    banner = look(f"/documents/{MISREAD_ID}").select_one(".banner")
    assert banner is not None
    assert banner.a is not None

    assert words(banner).startswith("This is not how the text reads.")
    assert banner.a["href"] == f"/documents/{NOW_TEXT.id}"


def test_a_document_leads_to_its_versions(look: See, words: Words) -> None:
    links = {words(link): link["href"] for link in look("/documents/guidance-towels").select("header a")}

    assert links["Versions and evidence"] == "/publications/guidance-towels"


def test_a_record_without_a_text_is_shown_all_the_same(look: See, words: Words) -> None:
    page = look("/publications/guidance-unread")

    assert "No text of it is held: only its record." in words(page.main)
    assert "On no day that is known" in words(page.main)


def test_the_api_tells_the_same_history(client: TestClient) -> None:
    told = client.get("/api/v1/publications/guidance-swimming/history").json()

    assert (told["status"]["value"], told["force"]["value"]) == ("in_force", "statutory")
    evidence = told["force"]["evidence"]
    assert evidence["quote"] == STATUTORY == NOW[evidence["start"] : evidence["end"]]
    assert [version["current"] for version in told["versions"]] == [True, False, False]
    assert told["versions"][0]["read_from"] == [SWIMMING.url, "a saved file"]
    assert {(one["kind"], one["suggested"]) for one in told["relations"]} == {
        ("supersedes", False),
        ("translates", False),
        ("annexes", False),
    }


@pytest.mark.parametrize("path", ["/publications/none", "/publications/%00", "/publications/guidance-swimming%2Fx"])
def test_a_publication_that_is_not_held_is_a_kind_page(client: TestClient, words: Words, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert words(BeautifulSoup(response.text, "lxml").h1) == "We cannot find that page"


def test_a_history_that_is_not_held_is_problem_details(client: TestClient) -> None:
    response = client.get("/api/v1/publications/none/history")

    assert (response.status_code, response.headers["content-type"]) == (404, "application/problem+json")
    assert "No publication 'none' is held" in response.json()["detail"]
