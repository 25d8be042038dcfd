"""Asking: every question put to every system, rows and milliseconds given back; writes nothing but what `kept` keeps."""

import time
from collections.abc import Callable, Sequence

from evals.gold.questions import GoldQuestion
from evals.runs.differences import Row
from evals.runs.kept import Kept
from evals.runs.rows import Marker, rows_of
from evals.systems.response import Response, System
from search_api.library import Library

Progress = Callable[[int, int], None]
Taken = float | dict[str, float]
"""Milliseconds of an answer, or of each of its stages and of the whole."""
Timing = dict[str, dict[str, Taken]]
"""By system and question."""


def ask_all(
    questions: Sequence[GoldQuestion],
    systems: Sequence[System],
    library: Library,
    *,
    progress: Progress | None = None,
    kept: Kept | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[list[Row], Timing]:
    """The rows of every question and system, in order, and the milliseconds each took.

    Asks only what `kept` does not hold. Where `stop` says so, no more is asked and the rows are those of the systems that were
    asked everything.
    """
    marker = Marker(library, questions)
    rows: list[Row] = []
    timing: Timing = {}
    for number, system in enumerate(systems):
        responses: dict[str, Response] = {}
        taken: dict[str, Taken] = {}
        for place, question in enumerate(questions):
            if progress:
                progress(number * len(questions) + place, len(systems) * len(questions))
            found = kept.get(system.name, question.id) if kept else None
            if found is None:
                if stop():
                    return sorted(rows, key=_order), timing
                began = time.perf_counter()
                response = system.respond(question)
                took = round(1000 * (time.perf_counter() - began), 1)
                found = (kept.keep(system.name, question.id, response, took) if kept else response, took)
            response, took = found
            responses[question.id] = response
            taken[question.id] = {**response.stages, "whole": took} if response.stages else took
        timing[system.name] = taken
        rows += rows_of(system.name, questions, responses, marker)
    return sorted(rows, key=_order), timing


def _order(row: Row) -> tuple[str, str]:
    return (row["id"], row["system"])
