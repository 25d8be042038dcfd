"""What is gathered: exact quotations, only what the page shows, and the same words in both languages of the page."""

from collections.abc import Callable, Mapping
from datetime import date
from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from bs4 import BeautifulSoup

from corpus.errors import InvalidQuery
from search_api.library import Library
from search_api.messages import Messages
from search_api.packs.kinds import KINDS
from search_api.packs.pack import Pack, make_pack
from search_api.packs.wanted import wanted
from tests.search_api.packs.packing import ASKED_ON, ENGLISH, flat

See = Callable[..., BeautifulSoup]
Pairs = list[tuple[str, str]]
PAGES = {"answer": "/answers", "search": "/search", "duties": "/duties"}
REQUESTS: list[tuple[str, Pairs]] = [
    ("search", [("q", "uniform")]),
    ("search", [("q", "reading plan"), ("limit", "1"), ("page", "2")]),
    ("search", [("q", "blazer"), ("any_status", "true")]),
    ("search", [("q", "uniform"), ("type", "guidance"), ("language", "cy")]),
    ("search", [("q", "zzz"), ("type", "letter")]),
    ("answer", [("q", "Must governing bodies keep the cost of school uniform low?")]),
    ("answer", [("q", "When will every child have a reading plan?")]),
    ("answer", [("q", "What is the best pizza in Rome?")]),
    ("answer", [("q", "Should schools ask for a blazer?"), ("as_of", "2020-01-01")]),
    ("answer", [("q", "Oes rhaid cadw cost gwisg ysgol yn isel?")]),
    ("duties", [("limit", "30")]),
    ("duties", [("actor", "governing-body"), ("level", "must"), ("limit", "30")]),
    ("duties", [("q", "uniform"), ("any_status", "true"), ("limit", "30")]),
    ("duties", [("q", "periscope")]),
]


def packed(library: Library, of: str, pairs: Pairs, spoken: Messages = ENGLISH) -> Pack:
    request = wanted(of=of, parameters=pairs, known=KINDS[of].parameters, ui=spoken.language, asked_on=ASKED_ON, today=ASKED_ON)
    return make_pack(library, request, spoken)


@pytest.mark.parametrize(("of", "pairs"), REQUESTS, ids=str)
def test_every_quotation_is_exact_and_numbered_from_one(shelf: Library, of: str, pairs: Pairs) -> None:
    pack = packed(shelf, of, pairs)
    citations = pack.contents.citations
    cited = {n for section in pack.contents.sections for item in section.items for n in item.cites}

    assert [one.n for one in citations] == list(range(1, len(citations) + 1))
    assert all(one.document.text[one.span.start : one.span.end] == one.quote for one in citations)
    assert cited == {one.n for one in citations}


@pytest.mark.parametrize(("of", "pairs"), REQUESTS, ids=str)
def test_nothing_is_taken_away_that_is_not_on_the_page(shelf: Library, see: See, of: str, pairs: Pairs) -> None:
    pack = packed(shelf, of, pairs)
    shown = flat(see(PAGES[of], **dict(pairs)).get_text(" "))
    bare = shown.replace(" ", "")

    for citation in pack.contents.citations:
        for line in citation.quote.splitlines():
            assert flat(line).lstrip("•").replace(" ", "") in bare
    for section in pack.contents.sections:
        for item in section.items:
            assert flat(item.before).replace(" ", "") in bare
            assert flat(item.label).replace(" ", "") in bare
        assert not section.language or section.heading.split(". ", 1)[-1].replace(" ", "") in bare


@pytest.mark.parametrize(("of", "pairs"), REQUESTS, ids=str)
def test_every_passage_and_duty_of_the_page_is_taken_away(shelf: Library, see: See, of: str, pairs: Pairs) -> None:
    pack, page = packed(shelf, of, pairs), see(PAGES[of], **dict(pairs))
    titles = {one.publication.title for one in pack.contents.citations}
    links = page.select(".hit h2 a, .hit h3 a, .source h3 a, .owed h3 a")

    assert {flat(link.get_text()) for link in links} == titles


def test_a_search_says_its_filters_and_how_much_it_found(shelf: Library) -> None:
    pack = packed(shelf, "search", [("q", "uniform"), ("type", "guidance"), ("as_of", "2024-01-01")])

    assert [(fact.name, fact.value) for fact in pack.contents.asked] == [
        ("Searched for", "uniform"),
        ("As it stood on", "2024-01-01"),
        ("Type", "Guidance"),
    ]
    assert "found." in pack.contents.sections[0].text[0]
    assert pack.manifest.as_of == date(2024, 1, 1)
    assert pack.manifest.parameters == [("as_of", "2024-01-01"), ("q", "uniform"), ("type", "guidance")]


def test_a_non_answer_says_what_was_searched_and_what_comes_near(shelf: Library) -> None:
    pack = packed(shelf, "answer", [("q", "What is the best pizza in Rome?")])

    assert any(note.startswith("Searched ") for note in pack.contents.notes)
    assert pack.manifest.searched is not None
    assert pack.manifest.searched.publications > 0
    assert pack.contents.sections[0].heading


def test_duties_carry_their_levels_and_who_owes_them(shelf: Library) -> None:
    pack = packed(shelf, "duties", [("actor", "governing-body"), ("language", "en")])
    [item] = [item for section in pack.contents.sections for item in section.items]

    assert item.label == "Must"
    assert (item.data["level"], item.data["actor"], item.data["actor_name"]) == ("must", "governing-body", "Governing body")
    assert pack.contents.columns[:3] == ("level", "negative", "actor")


@pytest.mark.parametrize(
    ("of", "pairs", "field"),
    [
        ("search", [("q", " ")], "q"),
        ("search", [("q", "x"), ("type", "guidence")], "type"),
        ("search", [("q", "x"), ("limit", "many")], "limit"),
        ("answer", [("q", "x"), ("scope", "as_of")], "as_of"),
        ("duties", [("level", "perhaps")], "level"),
    ],
)
def test_a_fault_is_named_as_everywhere(shelf: Library, of: str, pairs: Pairs, field: str) -> None:
    with pytest.raises(InvalidQuery) as fault:
        packed(shelf, of, pairs)

    assert fault.value.field == field


def test_last_year_is_read_from_the_day_it_is_asked_on(shelf: Library) -> None:
    asked = [("q", "What was said about reading last year?")]
    then = wanted(
        of="answer", parameters=asked, known=KINDS["answer"].parameters, ui="en", asked_on="2026-03-01", today=ASKED_ON
    )
    before = wanted(
        of="answer", parameters=asked, known=KINDS["answer"].parameters, ui="en", asked_on="2021-03-01", today=ASKED_ON
    )
    told = [
        next(fact.value for fact in make_pack(shelf, one, ENGLISH).contents.asked if fact.name == "Read as")
        for one in (then, before)
    ]

    assert "2025" in told[0]
    assert "2020" in told[1]


def test_a_pack_speaks_the_language_it_is_asked_in(shelf: Library) -> None:
    spoken = Messages("cy", _catalogue({"References": "Cyfeiriadau", "Must": "Rhaid", "Asked on": "Gofynnwyd ar"}))
    pack = packed(shelf, "duties", [("actor", "governing-body"), ("language", "en")], spoken)
    [item] = [item for section in pack.contents.sections for item in section.items]

    assert (pack.contents.language, pack.manifest.ui, item.label) == ("cy", "cy", "Rhaid")
    assert pack.contents.sections[1].heading == "Corff llywodraethu"


def _catalogue(words: Mapping[str, str]) -> GNUTranslations:
    made = Catalog(locale="cy")
    for english, welsh in words.items():
        made.add(english, welsh)
    compiled = BytesIO()
    write_mo(compiled, made)
    compiled.seek(0)
    return GNUTranslations(compiled)
