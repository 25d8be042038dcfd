"""Groups: what the cross-encoder is fitted on, made of exercises and of questions asked of the texts held; fits nothing."""

import random
from collections.abc import Callable, Iterator, Sequence

from evals.fitting.asked import Asked
from evals.fitting.exercises import Exercise
from evals.fitting.together import Group
from index.words import terms
from search_api.answering.ask import retrieve
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
    """Every question with what answers it, some of its text that does not, and a sentence of another text."""
    made = []
    for one in exercises:
        for put in one.questions:
            wrong = [place for place in range(len(one.sentences)) if place not in put.answers]
            places = [*put.answers, *order.sample(wrong, min(BESIDE, len(wrong)))]
            stranger = order.choice(exercises)
            sentences = [one.placed(place) for place in places]
            labels = [int(place in put.answers) for place in places]
            if stranger is not one:
                sentences.append(stranger.placed(order.randrange(len(stranger.sentences))))
                labels.append(0)
            made.append(Group(put.read, tuple(sentences), tuple(labels)))
    return made


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
    """Each question with its statement and some of the sentences that were found and do not say it."""
    return [_beside(one, measured, order) for one, measured in found]


def _beside(one: Asked, found: Sequence[Measured], order: random.Random) -> Group:
    says = " ".join(one.says.split())
    right = [each for each in found if each.candidate.held.publication.id == one.of and _says(each.candidate.text, says)]
    wrong = list(_wrong(says, found[:AMONG]))
    near = wrong[:NEAREST]
    taken = order.sample(near, min(4, len(near)))
    rest = [text for text in wrong if text not in taken]
    taken += order.sample(rest, min(WRONG - len(taken), len(rest)))
    return Group(one.asked, (with_context(right[0].candidate) if right else says, *taken), (1, *[0] * len(taken)))


def _wrong(says: str, found: Sequence[Measured]) -> Iterator[str]:
    mine = frozenset(terms(says, "en"))
    for each in found:
        candidate = each.candidate
        own = frozenset(terms(candidate.text, "en"))
        alike = len(mine & own) / (len(mine | own) or 1)
        if candidate.held.document.language == "en" and not _says(candidate.text, says) and alike < ALIKE:
            yield with_context(candidate)


def _says(text: str, says: str) -> bool:
    return says in text or text in says
