"""Atom: held to a schema of RFC 4287 and to what the RFC asks beside it, read by feedparser; any words at all go through."""

from datetime import UTC, date, datetime
from pathlib import Path

import feedparser
import pytest
from hypothesis import given, settings
from lxml import etree

from corpus.provenance import Held
from search_api.feeds.atom import NAMESPACE, atom
from search_api.feeds.feed import Entry, Feed, newest_first
from search_api.packs.letters import printable
from search_api.packs.reference import Reference
from tests.search_api.packs.packing import ANY_WORDS, NASTY, document, publication

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
NAMES = {"a": NAMESPACE}
MOMENT = datetime(2026, 5, 7, 9, 30, tzinfo=UTC)
BASE = "https://canllaw.example"


def entry(
    key: str = "guidance-otters", *, updated: datetime = MOMENT, summary: str = "Otters must sleep.", **fields: object
) -> Entry:
    one = publication(key, **fields)
    return Entry(
        reference=Reference(publication=one, document=document(one, summary or "x", held=Held.FULL)),
        updated=updated,
        summary=summary,
        place=f"/documents/{key}?start=0&end=9#quote",
    )


def feed(*entries: Entry, title: str = "Canllaw: otters", language: str = "en") -> Feed:
    return Feed(
        name="search",
        parameters=(("q", "otters & newts"),),
        title=title,
        language=language,
        page="/search?q=otters+%26+newts",
        updated=max((one.updated for one in entries), default=MOMENT),
        entries=newest_first(entries),
    )


def written(given_: Feed) -> bytes:
    rights = {one.id: "© Welsh Government." for one in given_.entries}
    return atom(given_, base=BASE, own="/api/v1/feeds/search?q=otters+%26+newts", rights=rights)


def valid(content: bytes) -> etree._Element:
    """A feed that holds to the schema, and to what RFC 4287 sections 4.1.1 and 4.1.2 ask beside it."""
    root = etree.fromstring(content)
    assert SCHEMA.validate(root), SCHEMA.error_log
    assert root.xpath("a:author", namespaces=NAMES)
    assert len(root.xpath("a:link[@rel='self']", namespaces=NAMES)) == 1
    ids = root.xpath("a:entry/a:id/text()", namespaces=NAMES)
    assert len(ids) == len(set(ids))
    for one in root.xpath("a:entry", namespaces=NAMES):
        assert len(one.xpath("a:link[@rel='alternate']", namespaces=NAMES)) == 1
        assert one.xpath("a:summary", namespaces=NAMES)
    moments = root.xpath("a:entry/a:updated/text()", namespaces=NAMES)
    assert moments == sorted(moments, reverse=True)
    assert root.findtext("a:updated", namespaces=NAMES) >= max(moments, default="")
    return root


def test_a_feed_holds_to_the_schema_and_names_itself_and_its_page() -> None:
    root = valid(written(feed(entry())))

    assert root.findtext("a:id", namespaces=NAMES) == "tag:canllaw,2026:feed/search?q=otters+%26+newts"
    assert [(one.get("rel"), one.get("href")) for one in root.findall("a:link", NAMES)] == [
        ("self", f"{BASE}/api/v1/feeds/search?q=otters+%26+newts"),
        ("alternate", f"{BASE}/search?q=otters+%26+newts"),
    ]
    assert root.findtext("a:entry/a:id", namespaces=NAMES) == "tag:canllaw,2026:publication/guidance-otters"


def test_another_reader_makes_the_same_of_it() -> None:
    welsh = entry("canllawiau", title="Dyfrgwn mewn ysgolion", language="cy", published=None, author=None)
    found = feedparser.parse(written(feed(entry(), welsh, language="cy")))
    [first, second] = found.entries

    assert not found.bozo
    assert (found.version, found.feed.language, found.feed.title) == ("atom10", "cy", "Canllaw: otters")
    assert (first.title, first.title_detail.language) == ("Otters in schools: guidance", "en")
    assert (second.title, second.title_detail.language) == ("Dyfrgwn mewn ysgolion", "cy")
    assert (first.author, second.author) == ("Ann Lee", "Welsh Government")
    assert (first.published, first.updated) == ("2024-05-01T00:00:00Z", "2026-05-07T09:30:00Z")
    assert first.link == f"{BASE}/documents/guidance-otters?start=0&end=9#quote"
    assert [link.href for link in first.links if link.rel == "via"] == ["https://gov.wales/otters"]
    assert [tag.term for tag in first.tags] == ["otters"]


def test_entries_come_newest_first_and_each_publication_once() -> None:
    older = datetime(2026, 1, 1, tzinfo=UTC)
    given_ = feed(
        entry("a", updated=older, published=date(2020, 1, 1)),
        entry("b"),
        entry("c", updated=older, published=date(2024, 1, 1)),
        entry("b", summary="again"),
    )

    assert [one.reference.publication.id for one in given_.entries] == ["b", "c", "a"]
    assert given_.entries[0].summary == "Otters must sleep."
    valid(written(given_))


def test_an_empty_feed_is_a_feed() -> None:
    assert valid(written(feed())).findtext("a:updated", namespaces=NAMES) == "2026-05-07T09:30:00Z"


@pytest.mark.parametrize(
    "broken",
    [
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>a:b</id><title>x</title><updated>yesterday</updated></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>a:b</id><title>x</title><updated>2026-01-01T00:00:00</updated></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>a:b</id><id>a:c</id><title>x</title><updated>2026-01-01T00:00:00Z</updated></feed>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>a:b</id><title>x</title><updated>2026-01-01T00:00:00Z</updated><link/></feed>",
    ],
)
def test_the_schema_refuses_what_is_no_feed(broken: str) -> None:
    assert not SCHEMA.validate(etree.fromstring(broken))


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:20]))
def test_nasty_words_come_back_as_they_are(text: str) -> None:
    root = valid(written(feed(entry(summary=text, title=text), title=text)))

    assert root.findtext("a:entry/a:summary", namespaces=NAMES) == printable(text)


@settings(max_examples=100)
@given(ANY_WORDS, ANY_WORDS)
def test_any_words_come_back_as_they_are(summary: str, title: str) -> None:
    root = valid(written(feed(entry(summary=summary, title=title, topics=(title,), author=title), title=title)))

    assert root.findtext("a:entry/a:summary", namespaces=NAMES) == printable(summary)
    assert root.findtext("a:entry/a:title", namespaces=NAMES) == printable(title)
