"""Groups: what the cross-encoder is fitted on, made of exercises and of questions asked of the texts held; fits nothing."""

import random
from collections.abc import Callable, Iterator, Sequence

from evals.fitting.asked import Asked
from evals.fitting.exercises import Exercise, Put, families
from evals.fitting.together import Group
from index.words import terms
from search_api.answering.attempt import retrieve
from search_api.answering.choices import Choices
from search_api.answering.features import Measured, with_context
from search_api.answering.select import select
from search_api.answering.shelf import shelf_of
from search_api.library import Library
from search_api.question.question import Asked as Typed

Progress = Callable[[int, int], None]
BESIDE = 5
"""Sentences of an exercise that do not answer, put beside those that do: others in each turn."""
WRONG = 7
"""Sentences that the product finds for a question, beside the right one."""
NEAREST, AMONG = 10, 30
"""Four of the wrong ones are of the NEAREST, the others of those AMONG the first."""
ALIKE = 0.5
"""Share of words in common from which a sentence may say what the right one says: it is then left out."""


def of_exercises(exercises: Sequence[Exercise], order: random.Random) -> list[Group]:
    """Every question with what answers it, some of its text and of its sisters that does not, and a sentence of a stranger."""
    return [
        _group(put, one, texts, order.choice(exercises), order)
        for texts in families(exercises)
        for one in texts
        for put in one.questions
    ]


def _group(put: Put, one: Exercise, texts: Sequence[Exercise], stranger: Exercise, order: random.Random) -> Group:
    """A question's group; half of the wrong sentences are of its own text where it has sisters."""
    right = {*((one.title, place) for place in put.answers), *put.also}
    own: list[str] = []
    others: list[str] = []
    for text in texts:
        lines = [text.placed(place) for place in range(len(text.sentences)) if (text.title, place) not in right]
        (own if text is one else others).extend(lines)
    answers = [text.placed(place) for text in texts for place in range(len(text.sentences)) if (text.title, place) in right]
    wrong = order.sample(own, min(BESIDE // 2 if others else BESIDE, len(own)))
    wrong += order.sample(others, min(BESIDE - len(wrong), len(others)))
    if stranger not in texts:
        wrong.append(stranger.placed(order.randrange(len(stranger.sentences))))
    return Group(put.read, (*answers, *wrong), (*[1] * len(answers), *[0] * len(wrong)))


def of_asked(library: Library, asked: Sequence[Asked], progress: Progress | None = None) -> list[tuple[Asked, list[Measured]]]:
    """Each pair with what the product finds for its question by a first look, the best first."""
    made = []
    for number, one in enumerate(asked):
        if progress:
            progress(number, len(asked))
        question = library.read(Typed(q=one.asked, any_status=True))
        hits = retrieve(library, question, shelf_of(question))
        found = select(
            question, hits, reading=library.reading, meanings=library.meanings, choices=Choices(together=False)
        ).ranked
        made.append((one, [scored.measured for scored in found]))
    return made


def beside_wrong_ones(found: Sequence[tuple[Asked, Sequence[Measured]]], order: random.Random) -> list[Group]:
    """Each question with its statement, if it has one, and some of the sentences that were found and do not say it."""
    return [_beside(one, measured, order) for one, measured in found]


def _beside(one: Asked, found: Sequence[Measured], order: random.Random) -> Group:
    says = " ".join(one.says.split())
    right = [each for each in found if each.candidate.held.publication.id == one.of and _says(each.candidate.text, says)]
    wrong = list(_wrong(says, found[:AMONG]))
    near = wrong[:NEAREST]
    taken = order.sample(near, min(4, len(near)))
    rest = [text for text in wrong if text not in taken]
    taken += order.sample(rest, min(WRONG - len(taken), len(rest)))
    answers = [with_context(right[0].candidate) if right else says] if says else []
    return Group(one.asked, (*answers, *taken), (*[1] * len(answers), *[0] * len(taken)))


def _wrong(says: str, found: Sequence[Measured]) -> Iterator[str]:
    mine = frozenset(terms(says, "en"))
    for each in found:
        candidate = each.candidate
        own = frozenset(terms(candidate.text, "en"))
        alike = len(mine & own) / (len(mine | own) or 1)
        if candidate.held.document.language == "en" and not _says(candidate.text, says) and alike < ALIKE:
            yield with_context(candidate)


def _says(text: str, says: str) -> bool:
    return bool(says) and (says in text or text in says)
