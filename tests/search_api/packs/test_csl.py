"""CSL JSON: held to the names and types of CSL 1.0.2, and set as a bibliography by citeproc-py."""

import json
from typing import Any

import pytest
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import HealthCheck, given, settings

from corpus.catalogue import Catalogue
from corpus.publication import PublicationType
from search_api.packs.csl import csl
from search_api.packs.letters import encodable
from search_api.packs.pack import Pack
from tests.search_api.packs.packing import ANY_WORDS, NASTY, citation, otters, pack_of, publication

STRINGS = frozenset("id type title publisher genre language URL abstract note keyword source".split())
TYPES = frozenset("report hearing webpage personal_communication legislation document".split())
"""Those we use of the schema's (citation-style-language/schema, csl-data.json)."""


def read(pack: Pack) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(csl(pack))
    for item in items:
        assert item["type"] in TYPES
        for name, value in item.items():
            assert (
                (name in STRINGS and isinstance(value, str) and value)
                or (name == "author" and all(set(one) in ({"family", "given"}, {"literal"}) for one in value))
                or (
                    name == "issued" and set(value) == {"date-parts"} and all(1 <= len(one) <= 3 for one in value["date-parts"])
                )
                or (name == "custom" and set(value) == {"canllaw"})
            ), name
    return items


def bibliography(pack: Pack) -> str:
    """As a reader of CSL sets it, in the style that citeproc-py carries."""
    source = CiteProcJSON([{name: value for name, value in item.items() if name != "custom"} for item in read(pack)])
    made = CitationStylesBibliography(CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain)
    for key in source:
        made.register(Cited([CitationItem(key)]))
    return " ".join(str(one) for one in made.bibliography())


def test_an_item_holds_what_a_reference_needs(catalogue: Catalogue) -> None:
    [item] = read(otters(catalogue, "Otters must sleep."))

    assert (item["type"], item["genre"]) == ("report", "Guidance")
    assert item["author"] == [{"family": "Lee", "given": "Ann"}]
    assert item["issued"] == {"date-parts": [[2024, 5, 1]]}
    assert (item["publisher"], item["language"], item["URL"]) == ("Welsh Government", "en", "https://gov.wales/otters")
    assert item["abstract"] == "“Otters must sleep.” (Otters at school)"
    assert item["custom"]["canllaw"]["quotations"] == [{"n": 1, "start": 0, "end": 18, "quote": "Otters must sleep."}]


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        (PublicationType.ORAL_STATEMENT, "hearing"),
        (PublicationType.NEWS, "webpage"),
        (PublicationType.LETTER, "personal_communication"),
        (PublicationType.LEGISLATION, "legislation"),
        (PublicationType.MINUTES, "report"),
    ],
)
def test_its_type_is_what_zotero_calls_it(catalogue: Catalogue, kind: PublicationType, type_: str) -> None:
    assert read(otters(catalogue, "Otters.", type=kind))[0]["type"] == type_


def test_a_reader_of_csl_sets_it(catalogue: Catalogue) -> None:
    pack = pack_of(
        catalogue,
        [
            citation(1, publication(), "Otters must sleep."),
            citation(2, publication("letter-newts", title="Newts", author=None), "Newts may swim."),
        ],
    )
    told = bibliography(pack)

    assert "Lee, A" in told
    assert "Otters in schools: guidance" in told
    assert "Welsh Government" in told


def test_that_nothing_was_found_can_be_cited(catalogue: Catalogue) -> None:
    [item] = read(pack_of(catalogue, [], title="Voles at school"))

    assert (item["type"], item["title"]) == ("document", "Voles at school")
    assert "Searched 1 publication." in item["abstract"]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:20]))
def test_nasty_words_come_back_as_they_are(catalogue: Catalogue, text: str) -> None:
    [item] = read(otters(catalogue, text))

    assert item["custom"]["canllaw"]["quotations"][0]["quote"] == encodable(text)
    assert encodable(text) in item["abstract"]


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(text=ANY_WORDS, title=ANY_WORDS, author=ANY_WORDS)
def test_any_words_come_back_as_they_are(catalogue: Catalogue, text: str, title: str, author: str) -> None:
    [item] = read(otters(catalogue, text, title=title, author=author))

    assert item["custom"]["canllaw"]["quotations"][0]["quote"] == encodable(text)
    assert item["title"] == encodable(title)
