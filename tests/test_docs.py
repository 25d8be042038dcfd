"""The docs say what is: commands, settings, endpoints, errors, the map and the numbers named there exist."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from corpus import errors
from corpus.settings import ROOT, Settings
from evals.cli import eval_app
from evals.readme import answer_block, map_block, results_block
from search_api.app import make_app
from search_api.cli import app
from search_api.library import Library

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = {path: path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]}
ROOMS = ("corpus", "ingest", "index", "search_api", "evals")
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n(.*)<!-- /{name} -->", README, re.DOTALL)
    assert found, name
    return found[1]


def every_command(group: Any) -> Iterator[Any]:
    """A command with those inside it, however deep."""
    yield group
    for command in getattr(group, "commands", {}).values():
        yield from every_command(command)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_in_one_line_what_it_is(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    assert told
    assert len(told.splitlines()[0]) < 128


def test_every_command_is_in_the_readme() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]

    assert all(f"`canllaw {name}" in README for name in commands)


def test_every_command_the_docs_name_exists() -> None:
    commands = set(typer.main.get_command(app).commands) | {"eval"}  # type: ignore[attr-defined]

    named = {name for text in DOCS.values() for name in re.findall(r"`canllaw ([a-z]+)", text)}
    assert named <= commands


def test_every_option_the_readme_names_exists() -> None:
    commands = [*every_command(typer.main.get_command(app)), *every_command(typer.main.get_command(eval_app))]
    options = {name for command in commands for option in command.params for name in option.opts}

    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) <= options


def test_every_setting_is_documented_with_its_name() -> None:
    operating = DOCS[ROOT / "docs" / "operating.md"]
    settings = {field.alias for field in Settings.model_fields.values()}

    assert set(re.findall(r"^\| `([A-Z_]+)`", operating, re.MULTILINE)) == settings


def test_every_endpoint_is_in_the_readme_and_every_one_named_there_exists() -> None:
    routes = set(make_app(None).openapi()["paths"])

    named = set(re.findall(r"`(/api/v1/[a-z/_{}]+)`", README))
    assert named == routes


def test_every_error_is_drawn_in_the_tree() -> None:
    classes = {name for name, thing in vars(errors).items() if isinstance(thing, type) and issubclass(thing, Exception)}

    assert errors.__doc__
    assert all(re.search(rf"^\s*{name}\b", errors.__doc__, re.MULTILINE) for name in classes)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_and_link_the_docs_name_exists(path: Path) -> None:
    text = DOCS[path]
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if not target.startswith("http")]
    named = re.findall(r"`((?:corpus|ingest|index|search_api|evals|tests|docs)/[\w./-]+)`", text)

    missing = [target for target in linked if not (path.parent / target).exists()]
    missing += [target for target in named if not (ROOT / target).exists()]
    assert missing == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "adr").glob("*.md")), ids=lambda path: path.stem)
def test_every_decision_names_its_guard(path: Path) -> None:
    assert "**Guard.**" in path.read_text(encoding="utf-8")


def test_the_map_is_the_modules_own_first_lines() -> None:
    assert block("map") == map_block()


def test_the_numbers_are_the_last_accepted_run_s() -> None:
    summary = json.loads((ROOT / "evals" / "results" / "summary.json").read_text(encoding="utf-8"))

    assert block("results") == results_block(summary)


def test_the_answer_shown_is_the_program_s_own(library: Library) -> None:
    assert block("answer") == answer_block(library)
