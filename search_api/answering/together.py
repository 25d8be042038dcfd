"""Together: the candidates of a first look, each read beside the question by the cross-encoder; does not weigh what it finds.

Reading two texts together is slow beside comparing two vectors (24 take a quarter of a second on two cores), so that only the
best are read.
"""

from collections.abc import Sequence
from dataclasses import replace

from search_api.answering.choices import SHIPPED, Choices
from search_api.answering.features import Measured, with_context
from search_api.answering.meanings import Meanings
from search_api.question.question import Question

READ = 24
"""Candidates read: of development questions .85 have a right one among them by the first look, .87 among 40."""
MOST = 8.0
"""A logit beyond which a pair is no surer: e^8 is 3,000 to 1, and there are not as many to learn from."""


def read_together(
    question: Question, first: Sequence[Measured], *, meanings: Meanings, choices: Choices = SHIPPED
) -> list[Measured]:
    """Candidates with what reading told of the first READ: `read`, a logit, and `unread`, 1 of those that were not read."""
    asked = question.text if choices.together else ""
    found = [(one.candidate, with_context(one.candidate)) for one in first[:READ]]
    logits = meanings.together(asked, question.language, found)
    told = [*map(_told, logits), *[_told(None)] * len(first[READ:])]
    return [replace(one, features={**one.features, **features}) for one, features in zip(first, told, strict=True)]


def _told(logit: float | None) -> dict[str, float]:
    if logit is None:
        return {"read": 0.0, "unread": 1.0}
    return {"read": max(-MOST, min(MOST, logit)), "unread": 0.0}
