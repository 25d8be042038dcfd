"""Pairing: the best way to set things of two kinds beside each other, one to one, from a score for each pair.

The Hungarian method (scipy), in each group of things that could go together at all: whatever is not alike enough is no
candidate, so that large texts fall into many small groups. Does not score anything.
"""

import numpy as np
import numpy.typing as npt
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

LARGEST_GROUP = 400
"""Things on either side of a group up to which the best pairing is sought: beyond it the best pair goes first."""


def best_pairs(scores: npt.NDArray[np.float64], *, least: float) -> list[tuple[int, int]]:
    """Pairs of row and column that score at least so much, so that the sum of their scores is greatest; by row."""
    rows, columns = np.nonzero(scores >= least)
    if not len(rows):
        return []
    height, width = scores.shape
    links = coo_array((np.ones(len(rows)), (rows, columns + height)), shape=(height + width, height + width))
    _, group_of = connected_components(links, directed=False)
    pairs: list[tuple[int, int]] = []
    for group in np.unique(group_of[rows]):
        mine = np.flatnonzero(group_of[:height] == group)
        theirs = np.flatnonzero(group_of[height:] == group)
        inner = scores[np.ix_(mine, theirs)]
        chosen = _best(inner, least) if max(inner.shape) <= LARGEST_GROUP else _first(inner, least)
        pairs += [(int(mine[row]), int(theirs[column])) for row, column in chosen]
    return sorted(pairs)


def _best(scores: npt.NDArray[np.float64], least: float) -> list[tuple[int, int]]:
    allowed = np.where(scores >= least, scores, 0.0)
    rows, columns = linear_sum_assignment(allowed, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if allowed[row, column] >= least]


def _first(scores: npt.NDArray[np.float64], least: float) -> list[tuple[int, int]]:
    rows, columns = np.nonzero(scores >= least)
    order = np.argsort(-scores[rows, columns], kind="stable")
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for row, column in zip(rows[order], columns[order], strict=True):
        if row not in pairs and column not in taken:
            pairs[int(row)] = int(column)
            taken.add(int(column))
    return list(pairs.items())
