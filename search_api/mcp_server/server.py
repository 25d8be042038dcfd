"""Server: the tools as the protocol has them, by the official SDK; knows no transport, and keeps nothing between calls.

The SDK's lower layer is used: its upper one writes the faults of arguments for programmers, and a model reads ours.
"""

import json
import logging
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import Any

import anyio
import anyio.to_thread
from mcp import types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError

from corpus.errors import CanllawError
from search_api.mcp_server.instructions import INSTRUCTIONS
from search_api.mcp_server.links import Links
from search_api.mcp_server.reach import Reach
from search_api.mcp_server.schemas import schema_given, schema_of
from search_api.mcp_server.tools import Tool, tools

AT_ONCE = 4
"""Calls worked on at once, each in a thread of its own: what comes beside them, pages too, keeps its turn."""
FAILED = "Something in Canllaw failed; it has been written to the log. Try again, or report what you asked."
log = logging.getLogger("canllaw")
Context = ServerRequestContext[Any, Any]


def make_server(reach: Reach, *, site: Callable[[Context], str | None] = lambda _: None) -> Server[Any]:
    """A server of the tools over what is held; `site` tells where a call's own address shows our pages, if it does."""
    at_once = anyio.CapacityLimiter(AT_ONCE)
    listed = [described(tool) for tool in tools().values()]

    async def list_tools(_: Context, __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=listed)

    async def call_tool(context: Context, called: types.CallToolRequestParams) -> types.CallToolResult:
        tool = tools().get(called.name)
        if tool is None:
            raise MCPError(types.INVALID_PARAMS, f"There is no tool '{called.name[:60]}'. The tools are {', '.join(tools())}.")
        return await anyio.to_thread.run_sync(partial(result_of, tool, called.arguments, reach, site(context)), limiter=at_once)

    return Server(
        "canllaw",
        title="Canllaw",
        version=version("canllaw"),
        description="Welsh education policy, searched and answered in exact, cited words",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def described(tool: Tool) -> types.Tool:
    """A tool as the protocol lists it."""
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=schema_given(tool.arguments),
        output_schema=schema_of(tool.result),
        annotations=types.ToolAnnotations(
            title=tool.title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


def result_of(tool: Tool, given: dict[str, Any] | None, reach: Reach, site: str | None) -> types.CallToolResult:
    """What a call gives: the value, and the same as text for programs that read only that; a sentence for a fault."""
    try:
        value = tool.answer(given, reach, Links(reach.site() or site)).model_dump(mode="json", by_alias=True)
    except CanllawError as error:
        return _fault(str(error))
    except Exception:  # the outermost of a call: no one else would keep what failed from the client, or log it
        log.exception("The tool %s failed.", tool.name)
        return _fault(FAILED)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)], structured_content=value)


def _fault(sentence: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=sentence)], is_error=True)
