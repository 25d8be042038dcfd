"""Serving: one process that loads the register, owns the index, and serves pages and API until it is stopped."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from corpus.catalogue import open_catalogue
from corpus.errors import CanllawError, SetupError
from corpus.settings import Settings
from index.owner import own, owner
from index.sync import Progress
from ingest.commitments.keeping import bring_up_commitments
from ingest.duty_reading import bring_up_duties
from ingest.load import load_register
from ingest.register import read_register
from search_api.answering.lines import answer_lines
from search_api.app import make_app
from search_api.keeper import Keeper
from search_api.present import answer_shape
from search_api.question.question import Asked

CLOSING_SECONDS = 10  # for requests under way when the server is told to stop


def serve(settings: Settings, *, first: str | None, progress: Progress, say: Callable[[str], None]) -> None:
    """Serve until stopped; raises SetupError where another server owns the index or the address is taken.

    `first` is a question whose answer is printed once the library is open.
    """
    _refuse_a_second_server(settings)
    listening = _listen(settings)
    address, port = listening.getsockname()[:2]
    fill(settings, say)
    keeper = Keeper(settings, progress=progress)
    keeper.announce(f"http://{address}:{port}")
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(keeper=keeper, public_url=settings.public_url, review_key=settings.review_key.get_secret_value()),
            log_level="warning",
            timeout_graceful_shutdown=CLOSING_SECONDS,
        )
    )
    greeter = threading.Thread(target=_greet, args=(keeper, server, first, f"http://{address}:{port}", say), daemon=True)
    greeter.start()
    with suppress(KeyboardInterrupt):  # how a person stops a server is no failure
        server.run(sockets=[listening])
    greeter.join(CLOSING_SECONDS)
    if keeper.trouble and not keeper.opened:
        raise keeper.trouble


def _greet(keeper: Keeper, server: uvicorn.Server, first: str | None, url: str, say: Callable[[str], None]) -> None:
    """Print the first answer and the address, or end the server where its library cannot be opened."""
    try:
        library = keeper.wait()
    except CanllawError:
        server.should_exit = True
        return
    try:
        if first:
            say("\n".join(["", *answer_lines(answer_shape(library.ask(library.read(Asked(q=first))))), ""]))
    except CanllawError as error:  # a question that cannot be answered keeps nobody from being served
        say(str(error))
    finally:
        say(f"Canllaw is at {url} (API: {url}/api/v1/openapi.json). Ctrl-C stops it.")


def _refuse_a_second_server(settings: Settings) -> None:
    with own(settings.data_dir) as ownership:
        holder = None if ownership else owner(settings.data_dir)
    if holder and holder.url:
        raise SetupError(
            f"A Canllaw server (process {holder.process}) already serves '{settings.data_dir}' at {holder.url}. "
            "Use that one, stop it, or set CANLLAW_DATA_DIR to another folder."
        )


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise SetupError(
            f"Cannot listen on {settings.host}, port {settings.port}: {error.strerror}. Set HOST and PORT to others."
        ) from error
    return listening


def fill(settings: Settings, say: Callable[[str], None]) -> None:
    """Load the register; texts already held stay as they are."""
    catalogue = open_catalogue(settings.catalogue_url)
    try:
        loaded = load_register(catalogue, read_register(settings.register_path))
        if loaded.added or loaded.changed:
            say(f"Register: {loaded.added} publications added, {loaded.changed} changed.")
        bring_up_duties(catalogue)
        bring_up_commitments(catalogue)
    finally:
        catalogue.close()
