"""Measures of lists: the items shown against the items wanted, each counted once; does not read what an item says.

Shown items are the list items and sentences inside the citations; words that only introduce a list are none. Items are
paired one to one so that most pairs share a place (methods 1.4.3).
"""

from collections.abc import Callable, Iterator
from itertools import groupby

import numpy as np
from scipy.optimize import linear_sum_assignment

from corpus.document import Document
from corpus.units import Unit, UnitKind, units
from evals.gold.places import Place, Spans, hits
from evals.systems.response import Cited

MOST_ITEMS = 12
"""Items read of an answer (methods 1.4.3)."""
LEAST_ITEMS = 2
"""A question with one fact wants no list of items: its list stands in one sentence."""


def list_scores(
    cited: tuple[Cited, ...], groups: tuple[Spans, ...], document_of: Callable[[str], Document | None]
) -> dict[str, float]:
    """list_precision, list_recall and list_f1; none for fewer than two items wanted, or nothing cited."""
    if len(groups) < LEAST_ITEMS or not cited:
        return {}
    shown = _as_often_as_it_says(_items(cited, document_of)[:MOST_ITEMS], groups)
    pairs = _paired(shown, groups)
    precision, recall = pairs / max(1, len(shown)), pairs / len(groups)
    return {
        "list_precision": precision,
        "list_recall": recall,
        "list_f1": 2 * precision * recall / (precision + recall) if pairs else 0.0,
    }


def _items(cited: tuple[Cited, ...], document_of: Callable[[str], Document | None]) -> list[Place]:
    """What a reader would count, in the order shown and each once; a citation in no unit is one item."""
    places: dict[Place, None] = {}
    for one in cited:
        document = document_of(one.document_id)
        found = list(_inside(one, document)) if document else []
        places |= dict.fromkeys(found or [one.place])
    return list(places)


def _inside(cited: Cited, document: Document) -> Iterator[Place]:
    inside = [
        unit for unit in units(document) if unit.kind is not UnitKind.HEADING and hits(cited.place, (_place(unit, document),))
    ]
    headers = {unit.header for unit in inside if unit.header}
    for (is_item, _), run in groupby(inside, key=lambda unit: (unit.kind is UnitKind.ITEM, unit.block)):
        its = list(run)
        if is_item:
            yield (document.id, its[0].span.start, its[-1].span.end)
        else:
            yield from (_place(unit, document) for unit in its if unit.span not in headers)


def _place(unit: Unit, document: Document) -> Place:
    return (document.id, unit.span.start, unit.span.end)


def _as_often_as_it_says(items: list[Place], groups: tuple[Spans, ...]) -> list[Place]:
    """A sentence that says three of the items wanted ("a, b and c") stands for three."""
    return [item for item in items for _ in range(max(1, sum(hits(item, spans) for spans in groups)))]


def _paired(shown: list[Place], groups: tuple[Spans, ...]) -> int:
    """The most pairs of an item shown and an item wanted that share a place."""
    likeness = np.array([[float(hits(item, spans)) for spans in groups] for item in shown])
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    return int(likeness[rows, columns].sum())
