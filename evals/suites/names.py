"""Names: the suites of `canllaw eval run`, and which of them a run is of; runs none of them."""

from collections.abc import Mapping, Sequence

from corpus.errors import SetupError

ALL = "all"
SUITES: Mapping[str, str] = {
    "answers": "every question, answered and measured",
    "retrieval": "passages ranked, against the spans that say the facts",
    "commitments": "promises read out of labelled texts, and linked to later ones",
    "duties": "questions about duties, and duties read by rule",
    "status": "questions on which a status or a day decides",
    "welsh": "questions in Welsh beside their English twins",
    "safety": "checks of written sentences, and planted orders",
}
"""What each measures, in the order they are run."""


def chosen(names: Sequence[str]) -> list[str]:
    """The names asked for, each once and in their own order; raises SetupError for a stranger."""
    unknown = next((name for name in names if name not in SUITES and name != ALL), None)
    if unknown is not None:
        raise SetupError(f"There is no suite '{unknown}': the suites are {', '.join(SUITES)}, or {ALL}.")
    return [name for name in SUITES if name in names or ALL in names]
