"""Another language needs no more than its catalogue: it is offered, kept to, and counts by its own rule."""

import re
from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from search_api.app import make_app
from search_api.library import Library
from search_api.messages import LOCALE, Messages, language_name, read_messages
from search_api.pot import POT, draw_pot
from search_api.press import Press


def test_the_list_of_messages_is_up_to_date() -> None:
    assert POT.read_text(encoding="utf-8") == draw_pot(), "run `python -m search_api.pot`"


@pytest.fixture
def two_languages(shelf: Library, tmp_path: Path) -> Iterator[TestClient]:
    """A site whose folder of catalogues has a Welsh file with a few messages."""
    (tmp_path / "cy.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n'
        'Plural-Forms: nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;\\n"\n\n'
        'msgid "Search"\nmsgstr "Chwilio"\n\n#, fuzzy\nmsgid "About"\nmsgstr "Heb ei wirio"\n\n'
        'msgid "%(number)s passage found"\nmsgid_plural "%(number)s passages found"\n'
        + "".join(f'msgstr[{form}] "ffurf {form}: %(number)s"\n' for form in range(6)),
        encoding="utf-8",
    )
    app = make_app(shelf)
    app.state.press = Press(read_messages(tmp_path))
    with TestClient(app) as client:
        yield client


def test_a_language_is_offered_once_it_has_a_catalogue(two_languages: TestClient, site: TestClient) -> None:
    assert "ui=cy" not in site.get("/").text
    page = BeautifulSoup(two_languages.get("/search?q=uniform&type=guidance&page=1").text, "lxml")
    other = page.select_one("header a[hreflang=cy]")
    assert other is not None
    assert other["href"] == "/search?q=uniform&page=1&type=guidance&ui=cy"
    assert other.get_text() == "Cymraeg (Welsh)"
    assert page.select_one("link[rel=alternate][hreflang=cy]") is not None


def test_a_page_in_another_language_says_so_and_keeps_to_it(two_languages: TestClient) -> None:
    response = two_languages.get("/search?q=uniform&ui=cy")
    assert response.headers["content-language"] == "cy"
    page = BeautifulSoup(response.text, "lxml")
    assert page.html is not None
    assert page.html["lang"] == "cy"
    assert "Chwilio" in page.get_text()
    assert "Heb ei wirio" not in page.get_text()
    assert page.select_one("form#find input[name=ui][value=cy]") is not None
    inner = [tag["href"] for tag in page.select("a[href^='/']") if tag.get("hreflang") != "en"]
    assert [address for address in inner if "ui=cy" not in address] == []


def test_welsh_plurals_are_chosen_by_the_catalogues_own_rule(two_languages: TestClient) -> None:
    found = two_languages.get("/search?q=uniform&ui=cy&type=guidance&language=en").text
    count = re.search(r"ffurf (\d): (\d)", found)
    assert count is not None
    assert count[1] == {"0": "0", "1": "1", "2": "2", "3": "3", "6": "4"}.get(count[2], "5")


def test_errors_are_said_in_the_language_asked_for(two_languages: TestClient) -> None:
    page = BeautifulSoup(two_languages.get("/search?q=x&from=banana&ui=cy").text, "lxml")
    assert page.select(".problem > p") == []


def test_an_unknown_language_falls_back_to_english(site: TestClient) -> None:
    assert '<html lang="en">' in site.get("/?ui=tlh").text


def test_every_catalogue_kept_here_is_whole_and_fits_its_messages() -> None:
    with POT.open("rb") as file:
        wanted = {str(entry.id): entry for entry in read_po(file) if entry.id}
    for path in sorted(LOCALE.glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem)
        said = {str(entry.id): entry for entry in catalogue if entry.id and entry.string and not entry.fuzzy}
        assert sorted(set(wanted) - set(said)) == []
        assert [error for _, errors in catalogue.check() for error in errors] == []


@pytest.mark.parametrize(("code", "own"), [("cy", "Cymraeg"), ("en", "English")])
def test_languages_are_named_in_themselves(code: str, own: str) -> None:
    assert language_name(code, shown_in=code) == own


def test_dates_are_written_in_words() -> None:
    english = Messages("en", NullTranslations())
    assert english.day(date(2026, 5, 7)) == "7 May 2026"
    assert english.issued("2019-11") == "November 2019"
    assert english.issued("2021") == "2021"
    assert Messages("cy", NullTranslations()).day(date(2026, 5, 7)) == "7 Mai 2026"
