"""Kept: each response of a run, written down as it comes, so that a run cut off asks only what is missing; does not ask.

`responses.jsonl` in the run's folder: first the configuration, then a line for each system and question. What was kept under
another configuration is dropped. A last line cut off is dropped too. A response is always given back as it was read from its
line, so that one taken up is the same as one just given.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from evals.runs.config import Config, differing, key_of
from evals.systems.response import Response

FILE = "responses.jsonl"
TOGETHER = 50
"""Responses after which the disk is made to hold them."""


class Kept:
    """The responses of one run, by system and question."""

    def __init__(self, folder: Path, config: Config, *, say: Callable[[str], None]) -> None:
        self._path = folder / FILE
        self._read = TypeAdapter(Response).validate_python
        self._found: dict[tuple[str, str], tuple[Response, float]] = {}
        self._take_up(config, say)
        self._file = self._path.open("a", encoding="utf-8", newline="\n")
        if not self._path.stat().st_size:
            self._put({"key": key_of(config), "config": config})
        self._unsure = 0

    def get(self, system: str, question_id: str) -> tuple[Response, float] | None:
        """The response kept and the milliseconds it took; None where it was not given yet."""
        return self._found.get((system, question_id))

    def keep(self, system: str, question_id: str, response: Response, took: float) -> Response:
        """Write a response down and give it back as it will be read."""
        line = {"system": system, "question": question_id, "ms": took, "response": asdict(response)}
        kept = self._note(json.loads(self._put(line)))
        self._unsure += 1
        if self._unsure >= TOGETHER:
            self._settle()
        return kept

    def close(self) -> None:
        """Make the disk hold everything."""
        self._settle()
        self._file.close()

    def _take_up(self, config: Config, say: Callable[[str], None]) -> None:
        lines = self._path.read_bytes().split(b"\n") if self._path.is_file() else []
        whole = lines[:-1]  # what follows the last line end was cut off
        earlier: Any = json.loads(whole[0]) if whole else None
        if earlier and earlier["key"] == key_of(config):
            for line in whole[1:]:
                self._note(json.loads(line))
            say(
                f"{len(self._found)} responses of this configuration are kept in '{self._path.parent}': only the rest is asked."
            )
            self._path.write_bytes(b"".join(line + b"\n" for line in whole))
            return
        if earlier:
            say(
                f"'{self._path.parent}' keeps responses of another configuration, which are dropped: everything is asked anew. "
                f"Other than then: {', '.join(differing(earlier['config'], config))}."
            )
        self._path.unlink(missing_ok=True)

    def _note(self, line: dict[str, Any]) -> Response:
        response = self._read(line["response"])
        self._found[line["system"], line["question"]] = (response, line["ms"])
        return response

    def _put(self, line: dict[str, Any]) -> str:
        written = json.dumps(line, ensure_ascii=False, sort_keys=True)
        self._file.write(written + "\n")
        self._file.flush()
        return written

    def _settle(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._unsure = 0
