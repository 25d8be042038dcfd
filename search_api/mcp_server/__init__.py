"""The MCP server: what is held, searched and asked by programs that a language model drives; read-only, and keeps no sessions.

In reading order: `instructions.py` (what a model is told), `tools.py` (the table of tools), `arguments.py` (what they take),
`results.py` (what they give), `schemas.py`, `links.py`, `reach.py` (the library in a server, or from a command), `asking.py`,
`reading.py`, `promises.py`, `sources.py` (what the tools do), `server.py` (tools as the protocol has them), `over_http.py`,
`guard.py`, `over_stdio.py`, `cli_mcp.py`.
"""
