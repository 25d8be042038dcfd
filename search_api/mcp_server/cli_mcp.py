"""The command `canllaw mcp`: for programs that start their servers themselves; does not print on standard output."""

import typer

from corpus.settings import read_settings
from search_api.terminal import say


def mcp() -> None:
    """Serve the tools to a program over standard input and output (MCP), as desktop assistants start them."""
    from search_api.mcp_server.over_stdio import serve_stdio  # noqa: PLC0415 - the protocol, and the model's libraries

    serve_stdio(read_settings(), say=say)


def add_to(app: typer.Typer) -> None:
    """Put this command beside the others."""
    app.command()(mcp)
