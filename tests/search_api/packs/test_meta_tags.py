"""What reference managers read of a page: Highwire's tags and Dublin Core's, on documents and publications."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

See = Callable[..., BeautifulSoup]


def tags(page: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in page.select("head meta[name][content]"):
        found.setdefault(str(tag["name"]), []).append(str(tag["content"]))
    return found


@pytest.mark.parametrize("path", ["/documents/statement-reading", "/publications/statement-reading"])
def test_a_statement_is_a_report_of_its_institution(see: See, path: str) -> None:
    page = see(path)
    told = tags(page)

    assert told["citation_title"] == told["DC.title"] == ["Written Statement: reading in the early years"]
    assert (told["citation_author"], told["DC.creator"]) == (["A Minister,"], ["A Minister"])
    assert told["citation_publication_date"] == told["DC.date"] == ["2025-01-29"]
    assert told["citation_technical_report_institution"] == told["DC.publisher"] == ["Welsh Government"]
    assert told["citation_public_url"] == told["DC.identifier"] == ["https://gov.wales/reading-in-the-early-years"]
    assert told["citation_language"] == told["DC.language"] == ["en"]
    assert told["DC.type"] == ["report"]
    assert told["DC.rights"] == ["© Welsh Government. Used under the Open Government Licence v3.0."]
    assert told["citation_keywords"] == ["literacy"]
    assert page.select_one('head link[rel="schema.DC"]')["href"] == "http://purl.org/dc/elements/1.1/"  # type: ignore[index]


def test_a_body_is_marked_so_that_its_name_is_not_split(see: See) -> None:
    told = tags(see("/documents/guidance-uniform-2019"))

    assert (told["citation_author"], told["DC.creator"]) == (["Welsh Government,"], ["Welsh Government"])
    assert told["citation_publisher"] == ["Welsh Government"]
    assert told["DC.date"] == ["2019-11"]


def test_a_text_without_an_address_is_named_by_its_id(see: See) -> None:
    told = tags(see("/publications/guidance-uniform-2023-cy"))

    assert told["DC.identifier"] == ["guidance-uniform-2023-cy"]
    assert told["DC.language"] == ["cy"]
    assert "citation_public_url" not in told


def test_pages_that_are_no_publication_have_none(see: See) -> None:
    assert not any(name.startswith(("citation_", "DC.")) for name in tags(see("/search?q=uniform")))
