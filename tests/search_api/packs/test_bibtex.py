"""BibTeX: read by bibtexparser and by pybtex, spelled so that TeX shows the words and braces always match."""

import re

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry
from hypothesis import HealthCheck, given, settings
from pybtex.database import parse_string

from corpus.catalogue import Catalogue
from corpus.publication import PublicationType
from search_api.packs.bibtex import SIGNS, bibtex, spelled
from search_api.packs.letters import one_line
from search_api.packs.pack import Pack
from tests.search_api.packs.packing import ANY_WORDS, NASTY, otters, pack_of


def read(pack: Pack) -> list[Entry]:
    library = bibtexparser.parse_string(bibtex(pack).decode())
    assert library.failed_blocks == []
    assert len(library.comments) == 1
    return list(library.entries)


def unspelled(words: str) -> str:
    """The words that TeX shows, by the table of signs turned round, the longest first."""
    turned = {spelling: sign for sign, spelling in SIGNS.items()}
    pattern = re.compile("|".join(re.escape(spelling) for spelling in sorted(turned, key=len, reverse=True)))
    return pattern.sub(lambda found: turned[found[0]], words)


def test_an_entry_holds_what_a_reference_needs(catalogue: Catalogue) -> None:
    [entry] = read(otters(catalogue, "Otters must sleep."))
    fields = {field.key: field.value for field in entry.fields}

    assert (entry.entry_type, entry.key.partition(".")[0]) == ("techreport", "guidance-otters")
    assert fields["author"] == "Lee, Ann"
    assert fields["title"] == "{Otters in schools: guidance}"
    assert (fields["institution"], fields["year"], fields["date"]) == ("Welsh Government", "2024", "2024-05-01")
    assert (fields["type"], fields["language"], fields["url"]) == ("Guidance", "en", "https://gov.wales/otters")
    assert fields["abstract"] == "“Otters must sleep.” (Otters at school)"


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        (PublicationType.ORAL_STATEMENT, "misc"),
        (PublicationType.NEWS, "online"),
        (PublicationType.LETTER, "letter"),
        (PublicationType.REPORT, "techreport"),
    ],
)
def test_its_type_is_the_nearest_there_is(catalogue: Catalogue, kind: PublicationType, entry: str) -> None:
    assert read(otters(catalogue, "Otters.", type=kind))[0].entry_type == entry


def test_another_reader_takes_the_name_of_a_body_whole_and_a_month_as_a_month(catalogue: Catalogue) -> None:
    found = parse_string(bibtex(otters(catalogue, "Otters.", author=None)).decode(), "bibtex")
    [entry] = found.entries.values()

    assert [str(person) for person in entry.persons["author"]] == ["{Welsh Government}"]
    assert entry.fields["month"] == "May"


def test_tex_shows_the_words(catalogue: Catalogue) -> None:
    words = "100% of £5 & more_or_less ~ # $ \\ ŵ"
    text = bibtex(otters(catalogue, words)).decode()
    [entry] = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()]).entries

    assert entry["abstract"] == f"“{words}” (Otters at school)"


def test_that_nothing_was_found_can_be_cited(catalogue: Catalogue) -> None:
    [entry] = read(pack_of(catalogue, [], title="Voles at school"))

    assert entry["title"] == "{Voles at school}"
    assert "Searched 1 publication." in entry["abstract"]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:20]))
def test_nasty_words_come_back_as_they_are(catalogue: Catalogue, text: str) -> None:
    [entry] = read(otters(catalogue, text))

    assert unspelled(entry["abstract"]) == f"{one_line(f'“{text}”')} (Otters at school)"


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(text=ANY_WORDS, title=ANY_WORDS, author=ANY_WORDS)
def test_any_words_come_back_as_they_are_from_both_readers(catalogue: Catalogue, text: str, title: str, author: str) -> None:
    pack = otters(catalogue, text, title=title, author=author)
    [entry] = read(pack)
    [other] = parse_string(bibtex(pack).decode(), "bibtex").entries.values()

    assert unspelled(entry["abstract"]) == f"{one_line(f'“{text}”')} (Otters at school)"
    assert unspelled(entry["title"].removeprefix("{").removesuffix("}")) == one_line(title)
    assert unspelled(other.fields["abstract"]) == unspelled(entry["abstract"])


@given(ANY_WORDS)
def test_braces_always_match(text: str) -> None:
    depth = 0
    for letter in spelled(text):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0
