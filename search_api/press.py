"""Press: sets pages from templates, in the language a person asked for; does not search or decide anything.

Every value is escaped where it is set: a template never marks words as safe.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from corpus.finding import SURE
from corpus.provenance import OGL, OGL_URL
from search_api import marking, original, understood_words, wording
from search_api.address import Address, read_address
from search_api.answering import words as answer_words
from search_api.history.history import SAVED_FILE
from search_api.messages import ENGLISH, Messages, read_messages
from search_api.packs.reference import Reference

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"
MEDIA_TYPES = MappingProxyType({".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"})


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages need beside their words."""

    name: str
    content: bytes
    media_type: str

    @property
    def address(self) -> str:
        """Where it is served; it changes with its content, so it may be kept for ever."""
        return f"/static/{self.name}?v={hashlib.sha256(self.content).hexdigest()[:12]}"


class Press:
    """Sets pages. One is made when the server starts, and shared between threads."""

    def __init__(self, messages: Mapping[str, Messages]) -> None:
        self.messages = messages
        self.assets = {asset.name: asset for asset in _read_assets(STATIC)}
        self._environments = {language: self._environment(spoken) for language, spoken in messages.items()}

    def messages_for(self, request: Request) -> Messages:
        """The words in the language a request asks for by `ui=`; English where it asks for none we have."""
        return self.messages.get(request.query_params.get("ui", ENGLISH), self.messages[ENGLISH])

    def page(self, request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page of ours."""
        spoken = self.messages_for(request)
        here: Address = values.pop("here", None) or read_address(request)
        body = self._environments[spoken.language].get_template(template).render(here=here, **values)
        return HTMLResponse(body, status_code=status, headers={"Content-Language": spoken.language})

    def _environment(self, spoken: Messages) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.policies["ext.i18n.trimmed"] = True
        catalogue = spoken.catalogue
        environment.install_gettext_callables(  # type: ignore[attr-defined]
            catalogue.gettext, catalogue.ngettext, newstyle=True
        )
        environment.globals.update(
            ui=spoken.language,
            say=spoken.text,
            spoken=spoken,
            languages=tuple(self.messages.values()),
            wording=wording,
            answer_words=answer_words,
            understood_words=understood_words,
            marking=marking,
            original=original,
            SAVED_FILE=SAVED_FILE,
            SURE=SURE,
            assets=self.assets,
            licence=OGL,
            reference_of=Reference,
            licence_address=OGL_URL,
            link=lambda path, **parameters: _link(path, parameters, spoken.language),
        )
        return environment


def make_press() -> Press:
    """A press for every language that has a catalogue."""
    return Press(read_messages())


def press_of(request: Request) -> Press:
    """The press of the application a request came to; made with the first page where none was made at the start."""
    state = request.app.state
    if not hasattr(state, "press"):
        state.press = make_press()
    press: Press = state.press
    return press


def _link(path: str, parameters: Mapping[str, object], language: str) -> str:
    pairs = tuple((name.rstrip("_"), str(value)) for name, value in parameters.items() if value not in (None, ""))
    return str(Address(path, pairs if language == ENGLISH else (*pairs, ("ui", language))))


def _read_assets(folder: Path) -> list[Asset]:
    kept = (path for path in sorted(folder.iterdir()) if path.suffix in MEDIA_TYPES)
    return [Asset(path.name, path.read_bytes(), MEDIA_TYPES[path.suffix]) for path in kept]
