"""Terminal: answers, hits and progress as lines for people to read; programs ask for `--json` instead."""

import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from search_api.shapes import AnswerShape, CitationShape, HitShape, SearchShape

WIDTH = 96
SENTENCES = {
    "unanswered_no_evidence": "No answer: nothing found answers this directly.",
    "unanswered_out_of_scope": "No answer: nothing held here is about this. Canllaw covers education policy in Wales.",
    "unanswered_only_superseded": "No answer that stands today: only superseded texts speak of this (see --any-status).",
}
HELD = {"full": "the publisher's words", "digest": "digest in our words"}


def put(text: str) -> None:
    """Print what was asked for, on standard output."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Print what else a person should know, on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


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


def answer_lines(answer: AnswerShape) -> list[str]:
    """An answer, its citations and what was searched."""
    lines = [f"Q. {answer.question}", ""]
    quoted = {citation.n for citation in answer.citations if citation.held == "full"}
    for statement in answer.statements:
        numbers = "".join(f"[{n}]" for n in statement.citations)
        # Marks of quotation stand around a publisher's words only: a digest's are ours.
        words = f"“{statement.text}”" if quoted.issuperset(statement.citations) else statement.text
        lines += _wrapped(f"{words} {numbers}")
    if answer.statements:
        lines.append("")
        for citation in answer.citations:
            lines += _citation(citation)
    else:
        lines.append(SENTENCES.get(answer.status, f"No answer ({answer.status})."))
        if answer.nearest:
            lines += ["", "Related, may not answer:"]
            lines += [line for hit in answer.nearest for line in _hit(hit)]
    return [*lines, "", searched_line(answer)]


def searched_line(answer: AnswerShape) -> str:
    """What was looked through."""
    searched = answer.searched
    period = f", dated {_day(searched.first)} to {_day(searched.last)}" if searched.first and searched.last else ""
    stood = f" that stood on {_day(answer.as_of)}" if answer.as_of else ""
    return f"Searched {searched.publications} publications{stood}{period}."


def search_lines(found: SearchShape) -> list[str]:
    """The hits of a search."""
    if not found.hits:
        return ["Nothing found. Try fewer or other words, remove filters, or add --any-status."]
    return [f"{found.total} passages found", "", *(line for hit in found.hits for line in _hit(hit))]


def _citation(citation: CitationShape) -> list[str]:
    facts = [_day(citation.published), citation.status, citation.force, HELD[citation.held]]
    if citation.page:
        facts.append(f"page {citation.page}")
    return [
        f"[{citation.n}] {citation.title}",
        f"    {' · '.join(fact.replace('_', ' ') for fact in facts)}",
        f"    {citation.url or citation.publication_id}",
    ]


def _hit(hit: HitShape) -> list[str]:
    facts = " · ".join([_day(hit.published), hit.status.replace("_", " "), hit.force.replace("_", " "), HELD[hit.held]])
    return [f"{hit.rank}. {hit.title}", f"   {facts}", *_wrapped(hit.text, indent="   "), f"   {hit.passage_id}", ""]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(" ".join(text.split()), WIDTH, initial_indent=indent, subsequent_indent=indent)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no day known"
