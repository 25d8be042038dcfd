"""A library of texts about kites, a site over it that speaks Welsh too, and timelines of it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from search_api.app import make_app
from search_api.library import Library
from search_api.messages import read_messages
from search_api.press import Press
from search_api.question.question import Asked
from search_api.timeline.asked import TimelineAsked
from search_api.timeline.found import Timeline
from search_api.timeline.timeline import timeline_asked
from tests.search_api.conftest import MakeLibrary
from tests.search_api.timeline.texts import RELATIONS, entries

WELSH = Path(__file__).parent / "cy"
"""The Welsh of the page, beside which the rest of the pages is in English."""
TODAY = date(2026, 5, 7)
Make = Callable[..., Timeline]


@pytest.fixture(scope="session")
def kites(make_library: MakeLibrary) -> Library:
    library = make_library(entries(), RELATIONS)
    library.today = lambda: TODAY
    return library


@pytest.fixture(scope="session")
def timeline(kites: Library) -> Make:
    """The timeline of some words or a topic."""

    def make(q: str = "kite flying", *, oldest_first: bool = False, limit: int = 100, **asked: object) -> Timeline:
        wanted = Asked(q=q, limit=limit, **asked)  # type: ignore[arg-type]
        return timeline_asked(kites, TimelineAsked(asked=wanted, oldest_first=oldest_first))

    return make


@pytest.fixture(scope="session")
def client(kites: Library) -> Iterator[TestClient]:
    """The application over those texts, its page in Welsh too."""
    app = make_app(kites)
    app.state.press = Press(read_messages(WELSH))
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened
