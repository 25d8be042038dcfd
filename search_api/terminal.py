"""Terminal: hits and progress as lines for people to read, and what every line keeps to; programs ask for `--json` instead.

Answers are in `answer_lines.py`.
"""

import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from search_api.shapes import HitShape, SearchShape

WIDTH = 96
HELD = {"full": "the publisher's words", "digest": "digest in our words"}


def put(text: str) -> None:
    """Print what was asked for, on standard output."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Print what else a person should know, on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def is_styled() -> bool:
    """Whether standard output is a terminal that shows bold and dim."""
    console = Console()
    return console.is_terminal and not console.is_dumb_terminal and not console.no_color


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, or a line now and then elsewhere; gone when the work ends, however it ends."""
    advance, end = _progress_line(label)
    try:
        yield advance
    finally:
        end()


def _progress_line(label: str) -> tuple[Callable[[int, int], None], Callable[[], None]]:
    console = Console(stderr=True)
    if not console.is_terminal:
        return _plain(label), lambda: None
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task(label, total=None)

    def advance(done: int, of: int) -> None:
        bar.start()
        bar.update(task, completed=done, total=of)
        if done == of:
            bar.stop()

    return advance, bar.stop


def _plain(label: str) -> Callable[[int, int], None]:
    tenth = -1

    def advance(done: int, of: int) -> None:
        nonlocal tenth
        if of and done * 10 // of != tenth:
            tenth = done * 10 // of
            say(f"{label}: {done} of {of}")

    return advance


def search_lines(found: SearchShape) -> list[str]:
    """The hits of a search."""
    if not found.hits:
        return ["Nothing found. Try fewer or other words, remove filters, or add --any-status."]
    return [f"{found.total} passages found", "", *(line for hit in found.hits for line in hit_lines(hit))]


def hit_lines(hit: HitShape) -> list[str]:
    """A passage found, under its title."""
    facts = " · ".join([day(hit.published), hit.status.replace("_", " "), hit.force.replace("_", " "), HELD[hit.held]])
    title = textwrap.wrap(f"{hit.rank}. {hit.title}", WIDTH, subsequent_indent="   ")
    nearest = (
        wrapped(f"Comes nearest: {hit.nearest.quote}", indent="   ") if hit.nearest and hit.nearest.quote != hit.text else []
    )
    return [*title, f"   {facts}", *nearest, *wrapped(hit.text, indent="   "), f"   {hit.passage_id}", ""]


def wrapped(text: str, indent: str = "") -> list[str]:
    """Words as lines no wider than WIDTH, white space collapsed; no line for no words."""
    return textwrap.wrap(" ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=indent)


def day(when: date | None) -> str:
    """A day in words."""
    return f"{when.day} {when:%B %Y}" if when else "no day known"
