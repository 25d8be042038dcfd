"""Over stdio: the server for the program that started it, on its standard input and output; nothing else is written there."""

import signal
from collections.abc import Callable

import anyio
import anyio.to_thread
from mcp.server.stdio import stdio_server

from corpus.errors import CanllawError
from corpus.settings import Settings
from search_api.mcp_server.reach import InCommand
from search_api.mcp_server.server import make_server


def serve_stdio(settings: Settings, *, say: Callable[[str], None]) -> None:
    """Serve until the input ends; `say` prints for a person, not on standard output."""
    reach = InCommand(settings, say=say)
    # Ctrl-C ends it at once: the reader of the input waits in a thread that nothing wakes, and there is nothing to save.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        anyio.run(_serve, reach, say)
    finally:
        reach.close()


async def _serve(reach: InCommand, say: Callable[[str], None]) -> None:
    server = make_server(reach)
    async with stdio_server() as (read_stream, write_stream), anyio.create_task_group() as beside:
        beside.start_soon(_warm, reach, say)
        await server.run(read_stream, write_stream, server.create_initialization_options())
        beside.cancel_scope.cancel()


async def _warm(reach: InCommand, say: Callable[[str], None]) -> None:
    try:
        await anyio.to_thread.run_sync(reach.warm, abandon_on_cancel=True)
    except CanllawError as error:  # the tools that need no model still work, and the others say this again
        say(str(error))
