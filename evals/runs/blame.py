"""Blame: the first step at which an answerable question was lost, so that a report says what to mend next.

One label a question, the first of LABELS that applies (methods 1.4.6). A declined question is judged by what it would have
shown, so that a wrong answer held back is laid at the step that made it; whether it was declined is counted apart. Does not
score.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from evals.gold.places import Place, Spans, hits
from evals.gold.questions import GoldQuestion
from evals.measures.answers import facts_found, is_right
from evals.measures.rankings import DEPTH, LEAST_GRADE
from evals.measures.versions import wrong_version
from evals.systems.response import Cited, Response

LABELS = {
    "not_held": "no text held says any of the facts",
    "wrong_language": "what answers is only in the other language, and is not in the first ten",
    "wrong_version": "cites, or would cite, a text that was replaced or not yet made, as if it stood",
    "hidden": "the filters the question got let through no publication that answers",
    "first_stage": "no publication that answers is ranked at all",
    "rank": "a publication that answers is ranked, but below the tenth",
    "declined": "a publication that answers is in the first ten; declined, without saying what it would have shown",
    "passage": "a publication that answers is in the first ten, but the sentence that says a fact was not among those weighed",
    "sentence": "the sentence that says a fact was there, and others were chosen",
    "assembly": "the sentence was among the best, and cut when the answer was put together: merged, too long or too many",
    "matcher": "the place of a fact is shown, but its match says no: for a person to look at",
    "incomplete": "some of the facts are shown, not all",
    "abstained_wrongly": "declined, though what it would have shown is right",
}
"""Every label in its order, with what it means."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A failed question with what was shown, or would have been."""

    question: GoldQuestion
    response: Response
    groups: tuple[Spans, ...]
    shown: tuple[Cited, ...]

    @property
    def place(self) -> int | None:
        """Place in the ranking, from 0, of the first publication that answers; 0 where one was weighed for the answer."""
        wanted = [key for key, grade in self.question.publications.items() if grade >= LEAST_GRADE]
        said_in = {span[0] for spans in self.groups for span in spans}
        if any(one[0] in said_in for one in self.response.considered):
            return 0
        return min((self.response.ranking.index(key) for key in wanted if key in self.response.ranking), default=None)

    def says(self, places: Sequence[Place]) -> bool:
        """Whether any of some places is that of a fact."""
        return any(hits(place, spans) for place in places for spans in self.groups)

    @property
    def silent(self) -> bool:
        """Whether it declined and did not say what it would have shown."""
        return not (self.response.answered or self.shown or self.response.considered)

    @property
    def best(self) -> list[Place]:
        """Places of the sentences that an answer had room for, and of those taken for one."""
        return [*self.response.considered[: self.response.room], *(one.place for one in self.response.chosen)]


def blame(
    question: GoldQuestion,
    response: Response,
    scores: Mapping[str, float],
    *,
    groups: tuple[Spans, ...],
    findable: Collection[str],
    other_language: bool,
) -> str | None:
    """Why a question was not answered whole; None where it was, or has no answer.

    `groups` are the places of each fact, `findable` the publications its filters let through, `other_language` whether all
    that answers is in the other language.
    """
    if not question.answerable or scores["correct"]:
        return None
    shown = response.cited if response.answered else response.withheld or response.chosen
    case = _Case(question, response, groups, shown)
    place, weighed = case.place, response.considered
    nothing = not any(facts_found(question, shown, groups))
    let_through = any(key in findable for key, grade in question.publications.items() if grade >= LEAST_GRADE)
    applies = {
        "not_held": not any(groups),
        "wrong_language": nothing and other_language and (place is None or place >= DEPTH),
        "wrong_version": wrong_version(question, shown),
        "hidden": nothing and not let_through,
        "first_stage": nothing and place is None,
        "rank": nothing and place is not None and place >= DEPTH,
        "declined": nothing and case.silent,
        "passage": nothing and bool(weighed) and not case.says([*weighed, *case.best, *_places(shown)]),
        "sentence": nothing and not case.says([*case.best, *_places(shown)]),
        "assembly": nothing and not case.says(_places(shown)),
        "matcher": nothing,
        "incomplete": not is_right(question, shown, groups),
    }
    return next((label for label, true in applies.items() if true), "abstained_wrongly")


def _places(shown: Sequence[Cited]) -> list[Place]:
    return [one.place for one in shown]
