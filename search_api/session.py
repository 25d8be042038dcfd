"""Session: a command's way to the library: opened here where nobody owns the index, else asked of the server that does.

Both ways give the same JSON shapes, so a command prints one thing. Does not print.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import httpx2

from corpus.catalogue import open_catalogue
from corpus.errors import CanllawError, IndexUnavailable, InvalidQuery
from corpus.settings import Settings
from index.owner import own, owner
from search_api.answering.shapes import AnswerShape
from search_api.question.question import Asked
from search_api.shapes import SearchShape

if TYPE_CHECKING:
    from index.embed import Embedder
    from index.sync import Progress
    from search_api.packs.export import Export
    from search_api.timeline.asked import TimelineAsked
    from search_api.timeline.shapes import TimelineShape

    _Parameters = Mapping[str, str | Sequence[str]] | tuple[tuple[str, str], ...]

WAIT_SECONDS = 120.0
"""How long a command waits for another command, or for a server that is starting."""
LOOK_SECONDS = 0.25
REQUEST_SECONDS = 60.0


class Session(Protocol):
    """What a command may ask, wherever the index is."""

    def search(self, asked: Asked) -> SearchShape:
        """What a search finds."""

    def ask(self, asked: Asked) -> AnswerShape:
        """What a question gets."""

    def export(self, asked: "Export") -> bytes:
        """A file to take away."""

    def timeline(self, asked: "TimelineAsked") -> "TimelineShape":
        """Who said what, when."""


@contextmanager
def session(
    settings: Settings,
    *,
    progress: "Progress | None" = None,
    say: Callable[[str], None],
    embedder: "Embedder | None" = None,
    wait: float = WAIT_SECONDS,
) -> Iterator[Session]:
    """A session over the index of the data folder, in step with its catalogue.

    `embedder` is a model that is loaded already, for what opens one session after another.
    """
    deadline = time.monotonic() + wait
    told = False
    while True:
        with own(settings.data_dir) as ownership:
            if ownership:
                yield from _here(settings, progress, embedder)
                return
        holder = owner(settings.data_dir)
        if holder and holder.url:
            yield _There(holder.url)
            return
        if not told and holder:
            say(f"The index is in use by process {holder.process}: waiting for it.")
            told = True
        if time.monotonic() > deadline:
            raise IndexUnavailable(
                f"The index in '{settings.data_dir}' has been in use for {wait:.0f} seconds by process "
                f"{holder.process if holder else 'unknown'}. Wait for that command to end, or stop it."
            )
        time.sleep(LOOK_SECONDS)


def wait_for_server(settings: Settings, url: str) -> None:
    """Return when the server at an address has indexed the catalogue as it is now; raises IndexUnavailable."""
    catalogue = open_catalogue(settings.catalogue_url)
    wanted = catalogue.revision()
    catalogue.close()
    deadline = time.monotonic() + WAIT_SECONDS
    detail = "it did not answer"
    while time.monotonic() < deadline:
        try:
            ready = httpx2.get(f"{url}/readyz", timeout=REQUEST_SECONDS).json()
        except httpx2.HTTPError as error:
            raise _gone(url, error) from error
        if ready["status"] == "ready" and (ready["indexed_revision"] or 0) >= wanted:
            return
        detail = ready["detail"] or "it is still at work"
        time.sleep(LOOK_SECONDS)
    raise IndexUnavailable(f"The server at {url} has not indexed the catalogue after {WAIT_SECONDS:.0f} seconds: {detail}")


def _here(settings: Settings, progress: "Progress | None", embedder: "Embedder | None") -> Iterator["_Here"]:
    # These load the model's libraries: seconds that a command which asks a server need not spend.
    from index.embed import SentenceEmbedder  # noqa: PLC0415
    from index.open import open_index  # noqa: PLC0415
    from index.sync import sync  # noqa: PLC0415
    from search_api.library import Library  # noqa: PLC0415
    from search_api.modelled.model import open_model  # noqa: PLC0415

    catalogue = open_catalogue(settings.catalogue_url)
    if not catalogue.revision():
        catalogue.close()
        raise IndexUnavailable(f"The catalogue in '{settings.data_dir}' is empty: run `canllaw ingest` first.")
    model = embedder or SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages)
    index = open_index(settings, model)
    try:
        sync(index, catalogue, progress=progress)
        yield _Here(Library(catalogue=catalogue, index=index, model=open_model(settings)))
    finally:
        index.close()
        catalogue.close()


class _Here:
    """The library in this process."""

    def __init__(self, library: Any) -> None:
        self._library = library

    def search(self, asked: Asked) -> SearchShape:
        """What a search finds."""
        from search_api.present import search_shape  # noqa: PLC0415

        return search_shape(self._library.search(self._library.read(asked)))

    def ask(self, asked: Asked) -> AnswerShape:
        """What a question gets."""
        from search_api.present import answer_shape  # noqa: PLC0415

        return answer_shape(self._library.ask(self._library.read(asked)))

    def export(self, asked: "Export") -> bytes:
        """A file to take away."""
        from search_api.packs.exporting import export  # noqa: PLC0415

        return export(self._library, asked).content

    def timeline(self, asked: "TimelineAsked") -> "TimelineShape":
        """Who said what, when."""
        from search_api.timeline.shapes import timeline_shape  # noqa: PLC0415
        from search_api.timeline.timeline import timeline_asked  # noqa: PLC0415

        return timeline_shape(timeline_asked(self._library, asked))


class _There:
    """The library of a server."""

    def __init__(self, url: str) -> None:
        self._url = url

    def search(self, asked: Asked) -> SearchShape:
        """What a search finds."""
        return SearchShape.model_validate(self._get("search", asked))

    def ask(self, asked: Asked) -> AnswerShape:
        """What a question gets."""
        return AnswerShape.model_validate(self._get("answers", asked))

    def export(self, asked: "Export") -> bytes:
        """A file to take away."""
        return self._response("exports", asked.pairs).content

    def timeline(self, asked: "TimelineAsked") -> "TimelineShape":
        """Who said what, when."""
        from search_api.timeline.shapes import TimelineShape  # noqa: PLC0415

        oldest = {"oldest_first": "true"} if asked.oldest_first else {}
        return TimelineShape.model_validate(self._response("timeline", _parameters(asked.asked) | oldest).json())

    def _get(self, verb: str, asked: Asked) -> Mapping[str, Any]:
        try:
            body: Mapping[str, Any] = self._response(verb, _parameters(asked)).json()
        except ValueError as error:
            raise _gone(self._url, error) from error
        return body

    def _response(self, verb: str, parameters: "_Parameters") -> httpx2.Response:
        """What the server answers; raises what it says went wrong."""
        deadline = time.monotonic() + WAIT_SECONDS
        while True:
            try:
                response = httpx2.get(f"{self._url}/api/v1/{verb}", params=parameters, timeout=REQUEST_SECONDS)
                body: Mapping[str, Any] = {} if response.is_success else response.json()
            except (httpx2.HTTPError, ValueError) as error:
                raise _gone(self._url, error) from error
            if response.status_code != httpx2.codes.SERVICE_UNAVAILABLE or time.monotonic() > deadline:
                break
            time.sleep(LOOK_SECONDS)  # a server that has just started is still opening its index
        if response.status_code == httpx2.codes.OK:
            return response
        if body.get("field"):
            raise InvalidQuery(body["detail"], field=body["field"])
        raise (IndexUnavailable if response.status_code == httpx2.codes.SERVICE_UNAVAILABLE else CanllawError)(
            body.get("detail", "no reason given")
        )


def _gone(url: str, error: Exception) -> IndexUnavailable:
    return IndexUnavailable(f"The server at {url} owns the index but does not answer: {error}. Stop it, or start it again.")


def _parameters(asked: Asked) -> dict[str, str | Sequence[str]]:
    """Raw parameters as an address carries them."""
    one: dict[str, object] = {
        "q": asked.q,
        "language": asked.language,
        "from": asked.published_from,
        "to": asked.published_to,
        "as_of": asked.as_of,
        "any_status": "true" if asked.any_status else None,
        "held": asked.held,
        "limit": asked.limit,
        "page": asked.page,
        "kind": asked.kind,
        "actor": asked.actor,
        "scope": asked.scope,
        "mode": asked.mode,
        "after": asked.after,
    }
    many: dict[str, Sequence[str]] = {
        "type": asked.type,
        "publisher": asked.publisher,
        "topic": asked.topic,
        "status": asked.status,
        "force": asked.force,
    }
    single: dict[str, str | Sequence[str]] = {name: str(value) for name, value in one.items() if value is not None}
    return single | {name: tuple(values) for name, values in many.items() if values}
