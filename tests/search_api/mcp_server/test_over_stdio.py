"""`canllaw mcp` as a program starts it: nothing but the protocol on its output, and it ends when its input does."""

import json
import signal
import subprocess
from typing import Any

from corpus.settings import ROOT, Settings
from tests.search_api.mcp_server.conftest import SECONDS, Served, command

HELLO = [
    {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a test", "version": "1"}},
    },
    {"jsonrpc": "2.0", "method": "notifications/initialized"},
]


def started(settings: Settings) -> subprocess.Popen[str]:
    given = command(settings)
    return subprocess.Popen(
        [given.command, *given.args],
        env=dict(given.env or {}),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def call(number: int, name: str, **arguments: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": name, "arguments": arguments}}


def test_its_output_is_the_protocol_alone_whatever_it_is_sent(served: Served) -> None:
    calls = [call(2, "search", q="ŵyn a chŵn bach"), call(3, "search", q=""), call(4, "nothing")]
    process = started(served.settings)
    try:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(f"{json.dumps(message)}\n" for message in HELLO))
        process.stdin.write("this is no message\n" + "".join(f"{json.dumps(message)}\n" for message in calls))
        process.stdin.flush()
        answers = {answer["id"]: answer for answer in (json.loads(process.stdout.readline()) for _ in range(4))}
        rest, _ = process.communicate(timeout=SECONDS)
    finally:
        process.kill()

    assert rest == ""
    assert process.returncode == 0
    assert answers[1]["result"]["serverInfo"]["name"] == "canllaw"
    assert answers[2]["result"]["structuredContent"]["query"] == "ŵyn a chŵn bach"
    assert answers[3]["result"]["isError"] is True
    assert answers[4]["error"]["code"] == -32602


def test_ctrl_c_ends_it(served: Served) -> None:
    process = started(served.settings)
    try:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{json.dumps(HELLO[0])}\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)

        assert process.wait(SECONDS) == -signal.SIGINT
    finally:
        process.kill()
        process.communicate()
