"""Listings in each publisher's markup, with items of our own."""

from datetime import date

import pytest

from corpus.errors import MalformedDocument
from corpus.publication import PublicationType as Type
from ingest.listings import LAYOUTS, Listed, read_listing
from ingest.sources import Layout

GOVWALES = """<!DOCTYPE html><html lang="en"><body><nav><a href="/topics">Topics</a></nav><main><h1>Announcements</h1>
<ul class="index-list">
<li class="index-list__item"><span class="index-list__type">Cabinet statement</span>
<h2 class="index-list__title"><a href="/written-statement-counting-clubs">Written Statement: Counting clubs</a></h2>
<time datetime="2026-07-29T09:30:00Z">29 July 2026</time><span class="from-area">Education</span></li>
<li class="index-list__item"><div class="index-list__title"><a href="https://www.gov.wales/kites#top">Kites</a></div>
<span class="index-list__type">Press release</span><time datetime="2026-07-28">28 July 2026</time></li>
<li class="index-list__item"><a href="/written-statement-counting-clubs/">Written Statement: Counting clubs</a></li>
<li class="index-list__item"><a href="/undated">No day</a></li>
<li class="index-list__item"><a href="mailto:x@example.org">Mail</a></li>
</ul>{pager}</main></body></html>"""
PAGER = (
    '<nav class="pager"><ul><li class="pager__item--next"><a href="?page=2" rel="next"><span>Next</span></a></li></ul></nav>'
)
BASE = "https://www.gov.wales/announcements/search?page=1"


def test_announcements_are_listed_with_day_and_type() -> None:
    page = read_listing(GOVWALES.format(pager=PAGER).encode(), layout="govwales-announcements", base=BASE)

    assert page.items == (
        Listed(
            url="https://www.gov.wales/written-statement-counting-clubs",
            title="Written Statement: Counting clubs",
            day=date(2026, 7, 29),
            type=Type.WRITTEN_STATEMENT,
        ),
        Listed(url="https://www.gov.wales/kites", title="Kites", day=date(2026, 7, 28), type=Type.NEWS),
        Listed(url="https://www.gov.wales/undated", title="No day"),
    )
    assert page.next_page


@pytest.mark.parametrize(
    ("pager", "expected"),
    [
        (PAGER, True),
        ("", False),
        ("<link rel='next' href='/announcements?page=2'>", True),
        ("<ul class='pagination'><li><a href='?page=2'>Next</a></li></ul>", True),
        ("<nav aria-label='Pagination'><a href='?page=2'>Tudalen nesaf ›</a></nav>", True),
        ("<div class='pager'><a href='?page=0'>Previous</a><a href='?page=1'>2</a></div>", False),
        ("<ul class='pagination'><li class='next disabled'><a href='#'>Next</a></li></ul>", False),
        ("<a href='/next'>Next</a>", False),  # not in a pager
    ],
)
def test_the_way_to_the_next_page(pager: str, expected: bool) -> None:
    page = read_listing(GOVWALES.format(pager=pager).encode(), layout="govwales-publications", base=BASE)

    assert page.next_page is expected


def test_a_consultation_is_listed_by_the_day_of_its_last_update() -> None:
    markup = (
        "<main><ul><li class='index-list__item'><div class='index-list__title'><a href='/quiet'>Quiet corridors</a></div>"
        "<div class='index-list__type'>Consultation</div><time datetime='2024-07-30T10:00:00+01:00'></time></li></ul></main>"
    )
    page = read_listing(markup.encode(), layout="govwales-consultations", base="https://www.gov.wales/consultations")

    assert [(item.day, item.type) for item in page.items] == [(date(2024, 7, 30), Type.CONSULTATION)]


RSS = """<?xml version="1.0" encoding="utf-8"?>{doctype}
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Announcements</title><link>https://www.gov.wales</link>
<item><title>Written Statement: Kites &amp; bells</title><link>https://www.gov.wales/written-statement-kites-bells</link>
<pubDate>Tue, 01 Sep 2026 09:30:00 +0100</pubDate></item>
<item><title><![CDATA[Ponds]]></title><link>/ponds</link><dc:date>2026-08-31T23:00:00Z</dc:date></item>
<item><title>Bees</title><guid>https://www.gov.wales/bees</guid><pubDate>soon</pubDate></item>
<item><title></title><link>https://www.gov.wales/nameless</link></item></channel></rss>"""


def test_a_feed_is_read() -> None:
    page = read_listing(RSS.format(doctype="").encode(), layout="rss", base="https://www.gov.wales/announcements/rss")

    assert [(item.url, item.title, item.day, item.type) for item in page.items] == [
        (
            "https://www.gov.wales/written-statement-kites-bells",
            "Written Statement: Kites & bells",
            date(2026, 9, 1),
            Type.WRITTEN_STATEMENT,
        ),
        ("https://www.gov.wales/ponds", "Ponds", date(2026, 8, 31), None),
        ("https://www.gov.wales/bees", "Bees", None, None),
    ]
    assert not page.next_page


def test_an_atom_feed_is_read() -> None:
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Sums Act</title><link href='https://www.legislation.gov.uk/anaw/2018/2'/>"
        "<updated>2026-08-31T10:00:00Z</updated></entry></feed>"
    )
    page = read_listing(feed.encode(), layout="rss", base="https://www.legislation.gov.uk/new/data.feed")

    assert [(item.url, item.day) for item in page.items] == [("https://www.legislation.gov.uk/anaw/2018/2", date(2026, 8, 31))]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a "b">]>',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]>',
        '<!doctype rss SYSTEM "https://www.gov.wales/x.dtd" [ ]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_refused(doctype: str, encoding: str) -> None:
    with pytest.raises(MalformedDocument, match="declares entities"):
        read_listing(RSS.format(doctype=doctype).encode(encoding), layout="rss", base="https://www.gov.wales/rss")


@pytest.mark.parametrize("data", [b"<html><body><p>Not found</p></body></html>", b"", b"\x00\x01\x02" * 50])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedDocument, match=r"https://www\.gov\.wales/rss"):
        read_listing(data, layout="rss", base="https://www.gov.wales/rss")


def test_a_tree_lists_what_lies_below_its_own_path() -> None:
    markup = """<html><body><header><a href="/curriculum-for-wales/search">Search</a></header>
    <nav><a href="/curriculum-for-wales/designing/">Designing</a> <a href="/professional-learning/">PL</a></nav>
    <main><a href="https://hwb.gov.wales/curriculum-for-wales/designing">Designing again</a>
    <a href="assessing/#part">Assessing</a><a href="/curriculum-for-wales/">This page</a>
    <a href="https://hwb.llyw.cymru/curriculum-for-wales/x">Other host</a><a href="/curriculum-for-wales-2/">Near</a></main>"""
    page = read_listing(markup.encode(), layout="hwb-tree", base="https://hwb.gov.wales/curriculum-for-wales/")

    assert [(item.url, item.title) for item in page.items] == [
        ("https://hwb.gov.wales/curriculum-for-wales/designing/", "Designing"),
        ("https://hwb.gov.wales/curriculum-for-wales/assessing/", "Assessing"),
    ]


def test_estyns_cards_are_listed() -> None:
    markup = """<main><h1>Resources</h1><div class="list-group resourceList">
    <a href="https://estyn.gov.wales/improvement-resources/lunch-queues/" class="list-group-item list-group-item-action">
    <div><span class="searchResourceType">Thematic Report</span> <span class="searchResourceDate">12/05/2024</span></div>
    <span class="d-block">Lunch queues</span><span class="searchResourceExtra">A school in Bala</span></a>
    <a href="/improvement-resources/hats/" class="list-group-item"><span class="d-block">Hats</span></a></div>
    <nav class="pagination"><a class="next page-numbers" href="/improvement-resources/?paged=2">Next</a></nav></main>"""
    page = read_listing(markup.encode(), layout="estyn", base="https://estyn.gov.wales/improvement-resources/")

    assert [(item.url, item.title, item.day) for item in page.items] == [
        ("https://estyn.gov.wales/improvement-resources/lunch-queues/", "Lunch queues", date(2024, 5, 12)),
        ("https://estyn.gov.wales/improvement-resources/hats/", "Hats", None),
    ]
    assert page.next_page


def test_estyns_pages_are_found_where_the_cards_are_others() -> None:
    markup = """<main><ul><li><a href="/inspection-guidance/what-we-inspect/">What we inspect</a> 1 September 2024</li>
    <li><a href="/about-us/">About us</a></li></ul></main>"""
    page = read_listing(markup.encode(), layout="estyn", base="https://estyn.gov.wales/inspection-guidance/")

    assert [(item.url, item.day) for item in page.items] == [
        ("https://estyn.gov.wales/inspection-guidance/what-we-inspect/", date(2024, 9, 1))
    ]


def test_results_of_the_record_are_known_by_where_they_lead() -> None:
    markup = """<main><form><a href="/Search">Clear</a></form>
    <div class="search-result"><h3><a href="/Plenary/6188">Plenary</a></h3><p>03/03/2020</p></div>
    <div class="search-result"><a href="/WrittenQuestion/90917">WQ90917</a><p>Tabled on 31/01/2024</p></div>
    <div class="search-result"><a href="/Plenary/6188#A57">Plenary, again</a></div><a href="/People/5">A Member</a></main>"""
    page = read_listing(
        markup.encode(), layout="senedd-search", base="https://record.senedd.wales/Search/?query=education&page=1"
    )

    assert [(item.url, item.day, item.type) for item in page.items] == [
        ("https://record.senedd.wales/Plenary/6188", date(2020, 3, 3), None),
        ("https://record.senedd.wales/WrittenQuestion/90917", date(2024, 1, 31), Type.WRITTEN_ANSWER),
    ]
    assert not page.next_page


def test_every_layout_of_a_source_is_read() -> None:
    assert {str(layout) for layout in Layout} == LAYOUTS


def test_a_layout_that_is_not_known_is_refused() -> None:
    with pytest.raises(MalformedDocument, match="'otters'"):
        read_listing(b"<html></html>", layout="otters", base=BASE)


@pytest.mark.parametrize("layout", sorted(LAYOUTS - {"rss"}))
def test_a_page_without_items_is_an_empty_listing(layout: str) -> None:
    page = read_listing(b"<html><body><main><p>Nothing here.</p></main></body></html>", layout=layout, base=BASE)

    assert (page.items, page.next_page) == ((), False)


def test_a_page_too_large_to_be_a_list_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(MalformedDocument, match=r"'https://www\.gov\.wales/list' has 3 MB; the most that is read is 2 MB"):
        read_listing(b"<li>" * 750_000, layout="govwales-announcements", base="https://www.gov.wales/list")
