"""Measures of versions: whether a text that does not stand was cited, and whether its reader was told; no fact is looked at.

A replaced text shown as replaced is a service; the same text shown as current, or with nothing said, misleads.
"""

from datetime import date

from corpus.publication import Publication, Status
from evals.gold.questions import GoldQuestion
from evals.systems.response import Cited
from index.query import stood

NOT_CURRENT = frozenset(status.value for status in Status if status is not Status.IN_FORCE)
"""Statuses that tell a reader not to follow a text today."""


def version_scores(question: GoldQuestion, cited: tuple[Cited, ...], lapsed: frozenset[str]) -> dict[str, float]:
    """wrong_version, lapsed_as_current and as_of_right, where they apply (methods 1.4.5).

    wrong_version is of answerable questions that name one, declined ones too; the others are of what was cited.
    """
    scores: dict[str, float] = {}
    if question.answerable and question.must_not_cite:
        scores["wrong_version"] = float(wrong_version(question, cited))
    if not cited:
        return scores
    scores["lapsed_as_current"] = float(any(one.publication_id in lapsed and one.status not in NOT_CURRENT for one in cited))
    if question.as_of is not None:
        named = {one.publication_id for one in cited}
        scores["as_of_right"] = float(named.isdisjoint(lapsed) and not named.isdisjoint(question.publications))
    return scores


def wrong_version(question: GoldQuestion, cited: tuple[Cited, ...]) -> bool:
    """Whether a wrong version is cited and not shown to be one."""
    return any(one.publication_id in question.must_not_cite and one.status not in NOT_CURRENT for one in cited)


def has_lapsed(publication: Publication, day: date | None) -> bool:
    """Whether a publication's words do not stand: today by its status, on another day by its dates."""
    if day is None:
        return publication.standing.status is not Status.IN_FORCE
    return not stood(publication, day)
