"""The comparison in a real browser: axe at WCAG 2.2 AA in every state, language and scheme; narrow screens; a journey."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Page

from corpus.catalogue import open_catalogue
from corpus.settings import Settings
from index.embed import SentenceEmbedder
from index.open import open_index
from search_api.app import make_app
from search_api.library import Library
from search_api.messages import read_messages
from search_api.press import Press
from tests.browser.test_access import RULES, SPACED
from tests.search_api.comparing.conftest import WELSH
from tests.search_api.comparing.texts import fill

Open = Callable[..., Page]
STATES = {
    "form": "/compare",
    "one text": "/compare?a=kites-2024",
    "two texts": "/compare?a=kites-2019&b=kites-2024",
    "changes only": "/compare?a=kites-2019&b=kites-2024&changes_only=true",
    "Welsh texts": "/compare?a=kites-2019-cy&b=kites-2024-cy",
    "digest": "/compare?a=kites-digest&b=kites-2024",
    "same text": "/compare?a=kites-2019&b=kites-2019",
    "faults": "/compare?a=kits-2019&b=kites-2024@2020-01-01",
    "history": "/publications/kites-2024",
}
SECONDS = 30
LANGUAGES = {"en": "", "cy": "ui=cy"}


@pytest.fixture(scope="module")
def address(embedder: SentenceEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The application over texts that stand to each other in every way, its page in Welsh too."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("kites"))
    catalogue = open_catalogue(settings.catalogue_url)
    fill(catalogue)
    index = open_index(settings, embedder)
    app = make_app(Library(catalogue=catalogue, index=index))
    app.state.press = Press(read_messages(WELSH))
    with served(app) as there:
        yield there
    index.close()
    catalogue.close()


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of an application, served by uvicorn in a thread."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + SECONDS
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.started
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def at(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a state of the page in English in a fresh context; keyword arguments are the context's."""
    contexts = []

    def opened(state: str, **settings: object) -> Page:
        context = browser.new_context(**{"bypass_csp": True, **settings})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}{STATES[state]}")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module", params=[(state, language) for state in STATES for language in LANGUAGES], ids="-".join)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page in a state and a language, opened once: each test sets its screen and colours anew."""
    state, language = request.param
    path = STATES[state]
    joint = "&" if "?" in path else "?"
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.goto(f"{address}{path}{joint}{LANGUAGES[language]}" if LANGUAGES[language] else f"{address}{path}")
    yield opened
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme=scheme)
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_nothing_scrolls_sideways_on_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("state", ["two texts", "faults"])
def test_nothing_is_cut_off_when_text_is_spaced_out_and_large(at: Open, state: str) -> None:
    page = at(state, viewport={"width": 640, "height": 900})
    page.add_style_tag(content=f"html {{ font-size: 225% !important; }} {SPACED}")
    assert page.evaluate("document.documentElement.scrollWidth") == 640


@pytest.mark.parametrize("state", ["two texts", "one text"])
def test_controls_and_links_apart_from_text_are_large_enough(at: Open, state: str) -> None:
    page = at(state, viewport={"width": 320, "height": 640})
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, input:not([type=hidden]), select, .more, .ways a')]
          .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
          .filter(([, r]) => r.width && (r.width < 24 || r.height < 24))"""
    )
    assert small == []


def test_marks_can_be_told_apart_without_colours(at: Open) -> None:
    page = at("two texts", forced_colors="active")
    lines = "s => getComputedStyle(document.querySelector(s)).textDecorationLine"
    assert page.evaluate(lines, ".beside del") == "line-through"
    assert page.evaluate(lines, ".beside ins") == "underline"


def test_the_table_is_one_to_a_screen_reader_on_every_screen(at: Open) -> None:
    for width in (320, 1200):
        page = at("two texts", viewport={"width": width, "height": 900})
        told = page.locator("main").aria_snapshot()
        assert "columnheader" in told
        assert 'rowheader "Edited paragraph 2"' in told
        assert "deletion" in told
        assert "insertion" in told


def test_two_texts_are_compared_without_a_script_by_keyboard_alone(at: Open) -> None:
    page = at("form", java_script_enabled=False, bypass_csp=False)
    page.get_by_label("First text").focus()
    page.keyboard.type("kites-2019")
    page.keyboard.press("Tab")
    page.keyboard.type("kites-2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?a=kites-2019&b=kites-2024")
    assert page.locator("h2").all_inner_texts()[2] == "What changed that matters"
    page.get_by_role("link", name="See it in its text").first.click()
    assert page.locator("mark#quote").inner_text() == "Governing bodies should publish a kite plan by 1 June."
    page.go_back()
    page.get_by_role("link", name="Turn the two round").click()
    assert "The text named first is the later one." in page.locator("[role=status]").inner_text()
