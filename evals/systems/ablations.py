"""Ablations: ours with one step left out, each by its name, to see what the step is worth; nothing is fitted again.

Each is the product's own code with other arguments: parameters that any asker may give, a question read and then narrowed, or
the steps that `search_api.answering.choices` can leave out. What a step gave the index (the header of a passage) stays in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from evals.gold.questions import GoldQuestion
from evals.systems.names import ABLATIONS, UNABSTAINING
from evals.systems.ours import Ours
from evals.systems.response import Response, System
from search_api.answering.choices import SHIPPED, Choices
from search_api.library import Library
from search_api.question.kind import Kind
from search_api.question.question import Asked, Question


class Otherwise(Library):
    """A library over the same catalogue and index that reads or answers questions in another way."""

    def __init__(
        self,
        library: Library,
        *,
        asked: Callable[[Asked], Asked] = lambda asked: asked,
        question: Callable[[Question], Question] = lambda question: question,
        choices: Choices = SHIPPED,
    ) -> None:
        super().__init__(catalogue=library.catalogue, index=library.index, today=library.today, choices=choices)
        self.meanings = library.meanings
        self._asked = asked
        self._question = question

    def read(self, asked: Asked) -> Question:
        """A Question from raw parameters; raises InvalidQuery."""
        return self._question(super().read(self._asked(asked)))


@dataclass(frozen=True, slots=True)
class Unabstaining:
    """Ours, with what it held back for its chance alone shown as an answer; what a rule refused stays refused."""

    ours: Ours
    name: str
    described: str

    def respond(self, question: GoldQuestion) -> Response:
        """Its ranking and answer for a question."""
        given = self.ours.respond(question)
        if given.answered or not given.withheld:
            return given
        return replace(given, answered=True, status="answered", cited=given.withheld, withheld=(), refusal=None, nearest=())


def ablation(name: str, library: Library) -> System:
    """The ablation of that name; raises KeyError."""
    told = f"Ours {ABLATIONS[name]}; nothing fitted again."
    if name == UNABSTAINING:
        return Unabstaining(Ours(library), name, told)
    return Ours(_LIBRARIES[name](library), name, told)


def _without_hop(question: Question) -> Question:
    return replace(question, understood=replace(question.understood, across=()))


def _without_other_words(question: Question) -> Question:
    return replace(question, understood=replace(question.understood, also=()))


_LIBRARIES: Mapping[str, Callable[[Library], Library]] = {
    "ours-no-kind": lambda library: Otherwise(library, asked=lambda asked: replace(asked, kind=Kind.OTHER.value)),
    "ours-no-versions": lambda library: Otherwise(library, asked=lambda asked: replace(asked, as_of=None, any_status=True)),
    "ours-no-assembly": lambda library: Otherwise(library, choices=Choices(assembled=False)),
    "ours-no-hop": lambda library: Otherwise(library, question=_without_hop),
    "ours-no-synonyms": lambda library: Otherwise(library, question=_without_other_words),
    "ours-no-near-words": lambda library: Otherwise(library, choices=Choices(near_words=False)),
    "ours-no-cross-encoder": lambda library: Otherwise(library, choices=Choices(together=False)),
    "ours-no-headers": lambda library: Otherwise(library, choices=Choices(headed=False)),
}
