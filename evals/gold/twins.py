"""Twins: whether a Welsh question and the English one it names ask for the same; does not read files.

A text and its translation are graded in both questions, so that the publications alone tell whether the facts are the same.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals.gold.questions import GoldQuestion

SAME = ("family", "split", "as_of", "unanswerable_kind")
"""What twins have in common."""


def twin_faults(question: "GoldQuestion", english: "GoldQuestion | None") -> Iterator[str]:
    """What keeps a question from being the Welsh of the one it names, as clauses; None where there is none by that id."""
    if question.language != "cy":
        yield "only a Welsh question has a twin"
    if english is None:
        yield f"its twin '{question.twin}' is no question"
        return
    if english.language != "en":
        yield f"its twin '{question.twin}' is not in English"
    yield from (
        f"its twin '{question.twin}' is of another {name}" for name in SAME if getattr(english, name) != getattr(question, name)
    )
    asked, wanted = ({fact.publication_id for fact in one.facts} for one in (question, english))
    if not (asked <= english.publications.keys() or wanted <= question.publications.keys()):
        yield f"its twin '{question.twin}' asks for facts of other publications"
