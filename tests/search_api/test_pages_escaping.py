"""Hostile words, in the question, the filters and the texts themselves, are shown as words and never obeyed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from corpus.document import Section, make_document
from corpus.finding import Finding, FindingKind
from corpus.flag import Flag, FlagReason
from corpus.ids import text_sha256
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType
from corpus.visits import Visit, VisitOutcome, Visits
from search_api.app import make_app
from search_api.library import Library

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><svg/onload=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</mark><script>alert(1)</script><mark>",
    "</textarea><script>alert(1)</script>",
    "<iframe src=javascript:alert(1)>",
    "<a href='javascript:alert(1)'>policy</a>",
    "[policy](javascript:alert(1))",
    "<style>@import 'http://evil.example/a.css';</style>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<form action=http://evil.example/><button>Go</button></form>",
    "<!--<img src=--><img src=x onerror=alert(1)//>",
    "{{ 7 * 7 }}{% for x in range(9) %}x{% endfor %}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "%(policy)s %s %n %d",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<ScRiPt/x>alert(1)</sCrIpT>",
    "<math><mi xlink:href='javascript:alert(1)'>policy</mi></math>",
    "\u202e<script>alert(1)</script>\u2066",
    "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
)
SAFE_NAMES = set(
    "html head meta title link body a header div nav ul ol li main section h1 h2 h3 h4 form label input button p span mark img "
    "article time footer blockquote details summary fieldset legend select option dl dt dd code b strong "
    "table caption thead tbody tr th td figure figcaption".split()
)


def check(html: str) -> BeautifulSoup:
    """A page holds none but our own elements and attributes, and no link but to us or the web."""
    page = BeautifulSoup(html, "lxml")
    for tag in page.find_all(True):
        assert tag.name in SAFE_NAMES, tag
        assert not [name for name in tag.attrs if name.startswith("on") or name in ("style", "srcdoc", "formtarget")], tag
        for name in ("href", "src", "action", "formaction"):
            if name in tag.attrs:
                assert tag[name].startswith(("/", "#", "http://", "https://")), tag
                assert not tag[name].startswith("//"), tag
    assert not page.select("meta[http-equiv]")
    assert "49" not in (page.title.get_text() if page.title else "")
    return page


@pytest.fixture(scope="module")
def hostile(make_library: Callable[..., Library]) -> Iterator[TestClient]:
    """A site whose every publication is hostile in all that a publisher or an importer may write."""
    entries = []
    for number, payload in enumerate(PAYLOADS):
        publication = Publication(
            id=f"hostile-{number}",
            title=f"{payload} policy {number}",
            publisher=f"{payload} house",
            type=PublicationType.GUIDANCE,
            language="en",
            url=f"javascript:alert({number})",
            also_at=("data:text/html,x",),
            author=payload,
            role=payload,
            published_basis=payload,
            topics=(f"{payload} topic",),
            note=payload,
        )
        text = f"{payload}\n\nThe policy numbered {number} says {payload} to every school.\n\n• {payload}\n• More.\n"
        sections = (Section(heading=payload, level=1, start=0, end=len(text)),)
        provenance = Provenance(
            origin=payload,
            media_type=payload,
            sha256=text_sha256(text),
            retrieved_at=datetime(2026, 5, 7, tzinfo=UTC),
            parser=payload,
            licence=payload,
        )
        held = Held.DIGEST if number % 3 == 0 else Held.FULL
        document = make_document(
            publication_id=publication.id,
            language="en",
            held=held,
            text=text,
            sections=sections,
            provenance=provenance,
            findings=tuple(hostile_finding(kind, payload) for kind in FindingKind),
            flags=tuple(Flag(reason=reason, detail=payload, start=0, end=9) for reason in FlagReason),
        )
        entries.append((publication, document))
    library = make_library(entries)
    with library.catalogue.writing() as write:
        for publication, _ in entries[::2]:
            write.mark_gone(publication.id, date(2026, 5, 7), basis=publication.note)
    give_crawls(library)
    with TestClient(make_app(library), raise_server_exceptions=False) as client:
        yield client


def hostile_finding(kind: FindingKind, payload: str) -> Finding:
    return Finding(kind=kind, value=payload, quote=payload, start=0, end=len(payload), confidence=0.95, rule=payload)


def give_crawls(library: Library) -> None:
    """A crawl named by each payload, of addresses that are payloads; some of them begin as our own links do."""
    visits = Visits(library.catalogue)
    at = datetime(2026, 5, 7, tzinfo=UTC)
    for payload in PAYLOADS:
        urls = (
            payload,
            f"https://gov.wales/{payload}",
            "javascript:alert(1)",
            f'https://x"{payload}',
            "//evil.example/",
            " data:,",
        )
        made = [Visit(url=url, reason=payload, publication_id=f"hostile-{payload}", found_on=payload) for url in urls]
        crawl_id = visits.begin(payload, made, at=at)
        for visit in made:
            visits.done(crawl_id, replace(visit, outcome=VisitOutcome.FAILED, at=at))


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("path", ["/search", "/answers"])
def test_a_hostile_question_is_shown_as_it_was_typed(site: TestClient, path: str, payload: str) -> None:
    page = check(site.get(path, params={"q": f"policy {payload}"}).text)
    box = page.select_one("#q")
    assert box is not None
    assert box["value"] == f"policy {payload}"


FIELDS = [
    "type",
    "publisher",
    "topic",
    "status",
    "force",
    "language",
    "held",
    "from",
    "to",
    "as_of",
    "any_status",
    "limit",
    "page",
    "ui",
]


@pytest.mark.parametrize("field", FIELDS)
def test_hostile_filters_are_refused_and_escaped(site: TestClient, field: str) -> None:
    for payload in PAYLOADS:
        for path in ("/search", "/answers"):
            check(site.get(path, params={"q": "policy", field: payload}).text)


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_hostile_documents_are_shown_as_their_words(hostile: TestClient, number: int) -> None:
    page = check(hostile.get(f"/documents/hostile-{number}?start=0&end=60").text)
    assert page.h1 is not None
    assert " ".join(page.h1.get_text().split()) == f"{PAYLOADS[number]} policy {number}"
    assert page.select("a.out") == []
    assert page.select("mark")


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_hostile_histories_are_shown_as_their_words(hostile: TestClient, number: int) -> None:
    page = check(hostile.get(f"/publications/hostile-{number}").text)
    assert page.h1 is not None
    assert " ".join(page.h1.get_text().split()) == f"{PAYLOADS[number]} policy {number}"
    quoted = {" ".join(quote.get_text().split()) for quote in page.select(".proof blockquote")}
    shown = [f"“{' '.join(payload.split())}”" for payload in PAYLOADS]
    assert shown[number] in quoted
    assert quoted <= set(shown)
    assert page.select("a.out") == []


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_hostile_crawls_are_shown_as_their_words(hostile: TestClient, number: int) -> None:
    page = check(hostile.get(f"/crawls/{number + 1}").text)
    assert PAYLOADS[number] in page.get_text()
    for link in page.select("a.out"):
        assert link["href"].startswith(("https://gov.wales/", 'https://x"'))
        assert link["rel"] == ["external", "noreferrer", "nofollow"]


def test_a_hostile_list_of_crawls_is_shown_as_its_words(hostile: TestClient) -> None:
    page = check(hostile.get("/crawls").text)
    assert all(payload in page.get_text() for payload in PAYLOADS)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_outcomes_and_pages_of_a_crawl_fall_away(hostile: TestClient, payload: str) -> None:
    for name in ("outcome", "page"):
        response = hostile.get("/crawls/1", params={name: payload})
        assert str(response.url).partition("?")[2] == ""
        check(response.text)


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_hostile_hits_and_answers_are_shown_as_their_words(hostile: TestClient, number: int) -> None:
    for path in ("/search", "/answers"):
        check(hostile.get(path, params={"q": f"What does the policy numbered {number} say to every school?"}).text)


def test_hostile_values_survive_as_filters(hostile: TestClient) -> None:
    for payload in PAYLOADS:
        page = check(
            hostile.get("/search", params={"q": "policy", "publisher": f"{payload} house", "topic": f"{payload} topic"}).text
        )
        assert len(page.select(".applied li")) == 3


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_addresses_are_kind_pages(site: TestClient, payload: str) -> None:
    for path in ("/documents/", "/publications/", "/crawls/", "/static/", "/"):
        response = site.get(path + payload.replace("/", "%2F").replace("?", "%3F").replace("#", "%23"))
        assert response.status_code == 404
        check(response.text)


def test_hostile_spans_mark_nothing(site: TestClient) -> None:
    for payload in PAYLOADS:
        page = check(site.get("/documents/statement-reading", params={"start": payload, "end": payload}).text)
        assert page.select("mark") == []
