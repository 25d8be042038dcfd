"""Select: the sentences of the passages found, each measured and scored, and those an answer would show; decides nothing.

Steps, in order: candidates of the best passages, what is measured of each, a first look, the best read together with the
question, a score, the choice of what to show.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.query import Hit
from index.words import terms
from search_api.answering.candidates import Candidate, Holding, candidates
from search_api.answering.choices import SHIPPED, Choices
from search_api.answering.choose import Chosen, as_ranked, choose
from search_api.answering.features import measure, told
from search_api.answering.meanings import Meanings
from search_api.answering.scorer import Scored, Scorer, first_look, packaged_scorer, rank
from search_api.answering.together import READ, read_together
from search_api.question.kind import Kind
from search_api.question.question import Question

PASSAGES_READ = 20
"""Passages whose sentences are scored: for 66 of 72 development questions the right one is among them (64 at 12, 66 at 40)."""
MOST_UNITS = 120
"""Sentences scored for one question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What was found in the passages: every candidate, best first, and those to show."""

    kind: Kind
    hits: tuple[Hit, ...]
    ranked: tuple[Scored, ...]
    chosen: tuple[Chosen, ...]
    told: dict[str, float]
    """How much each term of the question tells."""
    replaced_years: frozenset[str] = frozenset()
    """Years of texts that those to show have replaced: a question may name one of them."""


def select(
    question: Question,
    hits: Sequence[Hit],
    *,
    reading: Callable[[str], Holding | None],
    meanings: Meanings,
    scorer: Scorer | None = None,
    without: Callable[[Candidate], bool] | None = None,
    choices: Choices = SHIPPED,
) -> Selection:
    """Weigh the sentences of the best passages and choose among them; parameters as `weigh` has them."""
    ranked = weigh(question, hits, reading=reading, meanings=meanings, scorer=scorer, without=without, choices=choices)
    kind = question.understood.kind
    asked = frozenset(terms(question.text, question.language))
    chosen = choose(kind, ranked) if choices.assembled else as_ranked(kind, ranked)
    return Selection(kind=kind, hits=tuple(hits), ranked=ranked, chosen=chosen, told=told(asked, hits))


def weigh(
    question: Question,
    hits: Sequence[Hit],
    *,
    reading: Callable[[str], Holding | None],
    meanings: Meanings,
    scorer: Scorer | None = None,
    without: Callable[[Candidate], bool] | None = None,
    choices: Choices = SHIPPED,
) -> tuple[Scored, ...]:
    """The sentences of the best passages with their scores, best first.

    `reading` gives a document with its record, None where it may not be shown; `without` leaves candidates out, as training
    does to make questions that nothing answers.
    """
    found = candidates(hits, reading, passages=PASSAGES_READ, most=MOST_UNITS)
    if without:
        found = [candidate for candidate in found if not without(candidate)]
    made = measure(question, hits, found, meanings=meanings, choices=choices)
    weighing = scorer or packaged_scorer()
    first = first_look(made, weighing)
    read = read_together(question, first, meanings=meanings, choices=choices)
    return rank(read[:READ], weighing, unread=read[READ:])
