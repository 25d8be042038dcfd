"""Feeds as they are served: what is new once and what changed again, newest first, and 304 for who has it already."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import feedparser
import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from corpus.publication import Publication, PublicationType
from index.sync import sync
from search_api.app import make_app
from search_api.library import Library
from tests.search_api.conftest import document
from tests.search_api.feeds.test_atom import valid

MakeLibrary = Callable[..., Library]
GUIDANCE = Publication(
    id="guidance-otters",
    title="Otters at school: guidance",
    publisher="Welsh Government",
    type=PublicationType.GUIDANCE,
    language="en",
    published=date(2024, 5, 1),
)
LETTER = replace(
    GUIDANCE, id="letter-otters", title="A letter on otters", type=PublicationType.LETTER, published=date(2025, 5, 1)
)
SLEEP = "Every otter at a school must sleep for nine hours. Governing bodies must count the otters each autumn.\n"
FEEDS = ["/api/v1/feeds/search?q=otters", "/api/v1/feeds/search", "/api/v1/feeds/duties"]


def put(library: Library, one: Publication, text: str, at: datetime) -> None:
    made = document(one, text)
    with library.catalogue.writing() as write:
        write.put_publication(one)
        write.put_document(replace(made, provenance=replace(made.provenance, retrieved_at=at)))
    sync(library.index, library.catalogue)


def moment(day: int) -> datetime:
    return datetime(2026, 6, day, 12, tzinfo=UTC)


@pytest.fixture
def zoo(make_library: MakeLibrary) -> Library:
    made = make_library([])
    put(made, GUIDANCE, SLEEP, moment(1))
    return made


@pytest.fixture
def served(zoo: Library) -> Iterator[TestClient]:
    with TestClient(make_app(zoo)) as client:
        yield client


def entries(served: TestClient, path: str) -> list[SimpleNamespace]:
    response = served.get(path)
    assert response.status_code == 200
    valid(response.content)
    found: list[SimpleNamespace] = feedparser.parse(response.content).entries
    return found


@pytest.mark.parametrize("path", FEEDS)
def test_a_new_text_comes_once_and_a_changed_one_again_under_its_own_id(served: TestClient, zoo: Library, path: str) -> None:
    [first] = entries(served, path)
    put(zoo, GUIDANCE, SLEEP, moment(2))  # seen again, and the same
    [unchanged] = entries(served, path)
    put(zoo, LETTER, SLEEP.replace("nine", "ten"), moment(3))
    with_letter = entries(served, path)
    put(zoo, GUIDANCE, SLEEP.replace("nine", "eight"), moment(4))
    changed = entries(served, path)

    assert (
        (first.id, first.updated)
        == (unchanged.id, unchanged.updated)
        == (
            "tag:canllaw,2026:publication/guidance-otters",
            "2026-06-01T12:00:00Z",
        )
    )
    assert [(one.title, one.updated) for one in with_letter] == [
        (LETTER.title, "2026-06-03T12:00:00Z"),
        (GUIDANCE.title, "2026-06-01T12:00:00Z"),
    ]
    assert [(one.id, one.updated) for one in changed] == [
        (first.id, "2026-06-04T12:00:00Z"),
        ("tag:canllaw,2026:publication/letter-otters", "2026-06-03T12:00:00Z"),
    ]


def test_words_that_a_publisher_went_back_to_are_told_of_again(served: TestClient, zoo: Library) -> None:
    put(zoo, GUIDANCE, SLEEP.replace("nine", "ten"), moment(2))
    put(zoo, GUIDANCE, SLEEP, moment(5))

    assert [one.updated for one in entries(served, FEEDS[0])] == ["2026-06-05T12:00:00Z"]


@pytest.mark.parametrize("path", FEEDS)
def test_who_has_it_already_is_told_so_and_gets_nothing(served: TestClient, zoo: Library, path: str) -> None:
    first = served.get(path)
    tag, day = first.headers["etag"], first.headers["last-modified"]

    for headers in (
        {"If-None-Match": tag},
        {"If-None-Match": f'"x", W/{tag}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": day},
    ):
        again = served.get(path, headers=headers)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    put(zoo, GUIDANCE, SLEEP.replace("nine", "ten"), moment(2))
    for headers in (
        {"If-None-Match": tag},
        {"If-Modified-Since": day},
        {"If-None-Match": '"x"', "If-Modified-Since": "Sun, 01 Jan 2040 00:00:00 GMT"},
        {"If-Modified-Since": "not a day"},
    ):
        assert served.get(path, headers=headers).status_code == 200
    assert day == "Mon, 01 Jun 2026 12:00:00 GMT"


def test_it_is_served_as_atom_with_its_language(served: TestClient) -> None:
    response = served.get(FEEDS[0])

    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert (response.headers["content-language"], response.headers["cache-control"]) == ("en", "public, max-age=300")


def test_it_is_kept_to_its_filters(served: TestClient, zoo: Library) -> None:
    put(zoo, LETTER, SLEEP, moment(3))

    assert [one.title for one in entries(served, "/api/v1/feeds/search?type=letter")] == [LETTER.title]
    assert [one.title for one in entries(served, "/api/v1/feeds/search?q=otters&from=2025")] == [LETTER.title]
    assert entries(served, "/api/v1/feeds/duties?actor=estyn") == []
    [duties] = entries(served, "/api/v1/feeds/duties?actor=governing-body&type=guidance")
    assert "“Governing bodies must count the otters each autumn.”" in duties.summary
    assert duties.link.endswith("/duties?publication=guidance-otters")


@pytest.mark.parametrize(
    ("path", "field"),
    [("/api/v1/feeds/search?type=guidence", "type"), ("/api/v1/feeds/duties?level=perhaps", "level")],
)
def test_a_fault_is_named(served: TestClient, path: str, field: str) -> None:
    response = served.get(path)

    assert (response.status_code, response.json()["field"]) == (422, field)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("/search?q=otters&type=guidance&limit=5", "/api/v1/feeds/search?q=otters&type=guidance"),
        ("/duties?actor=governing-body", "/api/v1/feeds/duties?actor=governing-body"),
    ],
)
def test_pages_name_their_feed(served: TestClient, page: str, address: str) -> None:
    found = BeautifulSoup(served.get(page).text, "lxml").select_one('head link[type="application/atom+xml"]')

    assert found is not None
    assert found["rel"] == ["alternate"]
    assert found["href"] == address
    assert entries(served, str(found["href"]))


def test_the_order_of_parameters_makes_no_other_feed(served: TestClient) -> None:
    one, other = (
        feedparser.parse(served.get(f"/api/v1/feeds/search?{query}").content).feed.id
        for query in ("q=otters&type=guidance", "type=guidance&q=otters&limit=3")
    )

    assert one == other == "tag:canllaw,2026:feed/search?q=otters&type=guidance"
