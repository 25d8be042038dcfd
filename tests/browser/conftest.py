"""A real browser at a real server over the register. Without a Chromium on the machine these tests are left out, and say so."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from corpus.errors import IndexUnavailable
from search_api.app import make_app
from search_api.library import Library

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WITHOUT = "browser tests: left out, for no chromium, chromium-browser or google-chrome is on the PATH"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
Open = Callable[..., Page]

collect_ignore_glob = [] if CHROMIUM else ["test_*.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says at the end of a run, where a quiet one shows it too, that these tests were left out."""
    if not CHROMIUM:
        terminalreporter.write_line(WITHOUT)


@pytest.fixture(scope="session")
def servers(library: Library, past: Library) -> Iterator[dict[str, str]]:
    """The addresses of the application over the register, and over the shelf with a past."""
    with serving(library) as register, serving(past) as other:
        yield {"register": register, "past": other}


@contextmanager
def serving(library: Library) -> Iterator[str]:
    """The address of the application, served by uvicorn in a thread."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = uvicorn.Server(uvicorn.Config(make_app(library), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=served.run)
    thread.start()
    deadline = time.monotonic() + 30
    while not served.started:
        if time.monotonic() > deadline:
            raise IndexUnavailable("The server under test did not start within 30 seconds.")
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    served.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def visit(browser: Browser, servers: dict[str, str]) -> Iterator[Open]:
    """Opens a path of a shelf's site in a fresh context; keyword arguments are the context's."""
    contexts = []

    def at(path: str, shelf: str = "register", **settings: object) -> Page:
        # Our policy forbids every script; axe is let in past it, by the browser's own switch, and nothing else is.
        context = browser.new_context(**{"bypass_csp": False, **settings})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{servers[shelf]}{path}")
        return page

    yield at
    for context in contexts:
        context.close()
