"""One door: of the whole program only `ingest/wire.py` can reach publishers, and what else can reach anything is named here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.settings import ROOT

ROOMS = ("corpus", "ingest", "index", "search_api", "evals")
MODULES = {str(path.relative_to(ROOT)): path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))}

REACHING = frozenset(
    """
    aiohttp anyio asyncio curl_cffi dns ftplib h2 http.client httpcore httpcore2 httplib2 httpx httpx2 huggingface_hub
    imaplib llama_index.embeddings llama_index.llms mechanize multiprocessing.managers nntplib openai paramiko playwright
    poplib pycurl qdrant_client requests scrapy selenium sentence_transformers smtplib socket socketserver ssl subprocess
    telnetlib tornado trio twisted urllib.request urllib3 webbrowser websockets xmlrpc
    """.split()
)
CALLS = frozenset(
    """
    __import__ create_connection create_subprocess_exec create_subprocess_shell execv execve execvp import_module
    open_connection popen posix_spawn spawnv system urlopen urlretrieve
    """.split()
)

ALLOWED = {
    "ingest/wire.py": {"socket", "ssl", "create_connection"},  # publishers, through the guard
    "ingest/confined.py": {"subprocess"},  # a process of our own, in which an untrusted file is read
    "search_api/serving.py": {"socket"},  # listens, and asks nobody
    "search_api/session.py": {"httpx2"},  # the server on this machine that the owner's note names
    "search_api/mcp_server/server.py": {"anyio"},  # threads for calls
    "search_api/mcp_server/over_stdio.py": {"anyio"},  # standard input and output
    "search_api/modelled/model.py": {"httpx", "llama_index.llms", "openai", "ssl"},  # CANLLAW_LLM_BASE_URL
    "index/store.py": {"qdrant_client"},  # QDRANT_URL
    "index/embed.py": {"sentence_transformers"},  # the model a person named, where it is not on this machine
    "evals/systems/llama_default.py": {"llama_index.embeddings"},  # the same, for the systems we measure against
    "evals/systems/llama_tuned.py": {"llama_index.embeddings"},
    "evals/runs/testlog.py": {"subprocess"},  # git on this machine, asked for the commit at hand
}
BEHIND_THE_DOOR = {"ingest/fetch.py", "ingest/patience.py"}


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module an import names, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def called(tree: ast.AST) -> Iterator[str]:
    """The last name of every call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr


def reaches(text: str) -> set[str]:
    """By what a module could reach beyond this process."""
    tree = ast.parse(text)
    found = {reach for name in imported(tree) for reach in REACHING if f"{name}.".startswith(f"{reach}.")}
    return found | (CALLS & set(called(tree)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import socket", {"socket"}),
        ("import urllib.request as ask", {"urllib.request"}),
        ("from urllib import request", {"urllib.request"}),
        ("from urllib.parse import urlsplit", set()),
        ("from http import HTTPStatus", set()),
        ("from http import client", {"http.client"}),
        ("def later():\n    from httpx2 import get", {"httpx2"}),
        ("if TYPE_CHECKING:\n    import requests.sessions", {"requests"}),
        ("import qdrant_client.http", {"qdrant_client"}),
        ("import socketlike", set()),
        ("import os\nos.system('curl https://evil.example')", {"system"}),
        ("from importlib import import_module\nimport_module('so' + 'cket')", {"import_module"}),
        ("loop.open_connection('evil.example', 443)", {"open_connection"}),
        ("words = 'import socket'  # import ssl", set()),
    ],
)
def test_the_scan_sees_what_can_reach_out_and_nothing_else(text: str, found: set[str]) -> None:
    assert reaches(text) == found


@pytest.mark.parametrize("module", sorted(MODULES.keys() | ALLOWED.keys()))
def test_a_module_reaches_out_only_where_it_is_named_and_only_as_it_needs(module: str) -> None:
    assert reaches(MODULES[module].read_text(encoding="utf-8")) == ALLOWED.get(module, set())


def test_the_wire_is_used_by_the_fetcher_alone() -> None:
    users = {
        module
        for module, path in MODULES.items()
        if any(name.startswith("ingest.wire") for name in imported(ast.parse(path.read_text(encoding="utf-8"))))
    }

    assert users == BEHIND_THE_DOOR


def test_every_source_file_is_scanned() -> None:
    assert len(MODULES) > 50
    assert all(Path(ROOT / module).exists() for module in ALLOWED)
