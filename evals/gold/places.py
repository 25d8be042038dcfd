"""Places: spans of documents, and whether a citation covers one that counts; does not know what they say."""

Place = tuple[str, int, int]
"""(document id, start, end)."""
Spans = tuple[Place, ...]
"""Places that any one of satisfies."""
HALF = 0.5  # methods 1.4: at least half of the shorter of two spans is shared


def shared(first: Place, second: Place) -> int:
    """Characters that two places share; none across documents."""
    return max(0, min(first[2], second[2]) - max(first[1], second[1])) if first[0] == second[0] else 0


def hits(place: Place, spans: Spans) -> bool:
    """Whether a place covers one of a group of spans, fairly to short and long ones (methods 1.4)."""
    return any(shared(place, span) / max(1, min(place[2] - place[1], span[2] - span[1])) >= HALF for span in spans)
