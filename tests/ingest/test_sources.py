"""The list of publishers says whom we may ask, and a list with faults names each of them."""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from corpus.errors import SourcesError
from corpus.provenance import OGL
from corpus.settings import ROOT
from ingest.addresses import OPEN_LICENCE, publisher_of
from ingest.egress import Address, check_address
from ingest.sources import Layout, Listing, read_sources

LIST = ROOT / "corpus" / "sources.toml"
SOURCES = read_sources(LIST)
GOOD = """
[[source]]
name = "Welsh Government"
licence = "open"
hosts = ["gov.wales", "www.gov.wales"]
paths = ["/announcements", "/news"]

[[source.listing]]
url = "https://www.gov.wales/announcements/search?page={page}&from={since}"
layout = "govwales-announcements"
first_page = 1
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_is_read_as_it_is_written(tmp_path: Path) -> None:
    sources = read_sources(written(tmp_path, GOOD))

    (source,) = sources.all
    assert (source.name, source.licence) == ("Welsh Government", "open")
    assert source.hosts == ("gov.wales", "www.gov.wales")
    assert source.listings == (
        Listing(
            url="https://www.gov.wales/announcements/search?page={page}&from={since}",
            layout=Layout.GOVWALES_ANNOUNCEMENTS,
            first_page=1,
        ),
    )
    assert [source.allows(path) for path in ("/announcements/otters", "/news", "/otters", "/")] == [True, True, False, False]


def test_a_publisher_is_found_by_its_host_to_the_letter_and_by_its_name(tmp_path: Path) -> None:
    sources = read_sources(written(tmp_path, GOOD))

    assert sources.of_host("www.gov.wales") is sources.named("Welsh Government") is sources.all[0]
    assert [sources.of_host(host) for host in ("hwb.gov.wales", "GOV.WALES", "wales", "")] == [None] * 4
    assert sources.named("welsh government") is None


@pytest.mark.parametrize(
    ("url", "page", "address", "paged"),
    [
        ("https://gov.wales/a?page={page}&from={since}", 3, "https://gov.wales/a?page=3&from=2026-10-05", True),
        ("https://gov.wales/a?from={since}", 0, "https://gov.wales/a?from=2026-10-05", False),
        ("https://gov.wales/rss", 0, "https://gov.wales/rss", False),
    ],
)
def test_a_listing_s_address_is_filled_in(url: str, page: int, address: str, paged: bool) -> None:
    listing = Listing(url=url, layout=Layout.RSS)

    assert listing.address(page=page, since=date(2026, 10, 5)) == address
    assert listing.paged is paged


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('"gov.wales", ', '"GOV.wales", ', "GOV.wales"),
        ('"gov.wales", ', '"gov.wales.", ', "gov.wales."),
        ('"gov.wales", ', '"localhost", ', "localhost"),
        ('"gov.wales", ', '"127.0.0.1", ', "127.0.0.1"),
        ('"gov.wales", ', '"https://gov.wales", ', "https://gov.wales"),
        ('"gov.wales", ', '"gov.wales:443", ', "gov.wales:443"),
        ('"gov.wales", ', '"*.gov.wales", ', "*.gov.wales"),
        ('"gov.wales", ', '"", ', "''"),
        ('"gov.wales", ', '"hwb.gov.wales", ', "hwb.gov.wales"),
        ('"gov.wales", ', '"evil.example", ', "evil.example"),
        ('"gov.wales", ', '"www.gov.wales", ', "twice"),
        ('"gov.wales", "www.gov.wales"', "", "hosts"),
        ('name = "Welsh Government"', "", "name"),
        ('licence = "open"', 'licence = ""', "licence"),
        ('licence = "open"', 'licence = "open"\nlicense = "open"', "license"),
        ('"/announcements", ', '"announcements", ', "paths"),
        ('"govwales-announcements"', '"govwales-otters"', "layout"),
        ("first_page = 1", "first_page = -1", "first_page"),
        ("https://www", "http://www", "url"),
        ("{since}", "{when}", "{when}"),
        ("{since}", "{since", "{"),
        ("https://www.gov.wales/", "https://hwb.gov.wales/", "hwb.gov.wales"),
        ("https://www.gov.wales/", "https://www.gov.wales:8443/", "8443"),
        ("https://www.gov.wales/announcements", "https://www.gov.wales/otters", "/otters"),
        (GOOD, "", "source"),
        ("[[source]]", "[[source", "cannot be read"),
        ("[[source]]", "[source]", "source"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    path = written(tmp_path, GOOD.replace(old, new, 1))

    with pytest.raises(SourcesError) as raised:
        read_sources(path)

    assert named in str(raised.value)
    assert str(path) in str(raised.value)
    assert raised.value.exit_code == 2


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    text = GOOD.replace('"gov.wales", ', '"evil.example", "localhost", ').replace("{since}", "{when}") + GOOD

    with pytest.raises(SourcesError) as raised:
        read_sources(written(tmp_path, text))

    for fault in ("evil.example", "localhost", "{when}", "'www.gov.wales' is there twice", "'Welsh Government' is there twice"):
        assert fault in str(raised.value)


def test_a_list_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r"nowhere\.toml"):
        read_sources(tmp_path / "nowhere.toml")


def test_our_list_names_the_publishers_of_the_register_under_their_licence() -> None:
    assert {source.name for source in SOURCES.all} == OPEN_LICENCE
    assert {source.licence for source in SOURCES.all} == {OGL}


def test_every_listing_of_our_list_may_be_asked_for() -> None:
    listings = [(source, listing) for source in SOURCES.all for listing in source.listings]

    assert {listing.layout for _, listing in listings} == set(Layout)
    for source, listing in listings:
        checked = check_address(listing.address(page=listing.first_page, since=date(2026, 10, 5)), SOURCES)
        assert isinstance(checked, Address)
        assert checked.source is source


def test_every_host_of_our_list_is_its_publisher_s_and_asked_by_its_own_name() -> None:
    for source in SOURCES.all:
        for host in source.hosts:
            assert publisher_of(f"https://{host}/") == source.name
            assert urlsplit(f"https://{host}/").hostname == host
            assert SOURCES.of_host(host) is source
