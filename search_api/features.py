"""Features: what is measured of each candidate for a question (methods 2.4), by name; does not weigh them."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.bodies import bodies_named
from corpus.publication import PublicationType
from index.embed import Vectors
from index.query import Hit
from index.units import UnitKind
from index.words import terms
from search_api.candidates import Candidate
from search_api.kind import Kind, holds
from search_api.meanings import Meanings
from search_api.question import Question
from search_api.short import TYPED, short_of, words_of

FRESH_DAYS = 1_095
"""Days after which a text counts as a third as fresh (methods 2.4)."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THANKS = re.compile(
    r"\b(?:thank|grateful|gratitude|pleased to|delighted|welcome the|look forward|diolch|falch|ddiolchgar)\b", re.IGNORECASE
)

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A candidate with all that was measured of it."""

    candidate: Candidate
    features: Features
    covered: frozenset[str]
    """Terms of the question that stand in the sentence, its list header or its title."""
    vector: Vectors | None
    """Of the sentence alone; None where the model does not know its language."""


def measure(question: Question, hits: Sequence[Hit], found: Sequence[Candidate], *, meanings: Meanings) -> list[Measured]:
    """Every candidate with its features."""
    asked = _Asked(question, hits)
    understood = question.understood
    words = [question.text, f"{question.text} ({', '.join(understood.also)})" if understood.also else question.text]
    if question.language not in meanings.languages:  # what of it is known in the other language stands for it
        words = [", ".join(understood.across)] * 2
    vectors = meanings.of_questions(words)
    alone = meanings.of_texts(found, [candidate.text for candidate in found])
    in_context = meanings.of_texts(found, [with_context(candidate) for candidate in found])
    made = []
    for number, candidate in enumerate(found):
        one = _OfOne(asked, candidate)
        row, wide = alone.get(number), in_context.get(number)
        features = one.features | {
            "cosine": _cosine(wide, vectors[0]),
            "cosine_own": _cosine(row, vectors[0]),
            "cosine_also": _cosine(wide, vectors[1]),
            "cosine_also_own": _cosine(row, vectors[1]),
            "by_meaning": 1.0 if row is not None and vectors[0] is not None else 0.0,
        }
        made.append(Measured(candidate=candidate, features=features, covered=one.covered, vector=row))
    return _beside_the_best(made)


class _Asked:
    """What is looked for in every candidate."""

    def __init__(self, question: Question, hits: Sequence[Hit]) -> None:
        understood = question.understood
        other = "en" if question.language == "cy" else "cy"
        self.kind = understood.kind
        self.language = question.language
        self.order = list(terms(question.text, question.language))
        self.terms = frozenset(self.order)
        self.also = frozenset(term for words in understood.also for term in terms(words, question.language)) - self.terms
        self.across = frozenset(term for words in understood.across for term in terms(words, other))
        self.told = told(self.terms, hits)
        self.total = sum(self.told.values()) or 1.0
        self.named = words_of(question.text)
        self.years = frozenset(_YEAR.findall(question.text))
        self.bodies = frozenset(understood.bodies)
        self.actor = understood.actor
        self.types = frozenset(understood.types)
        self.best = max((hit.score for hit in hits), default=1.0) or 1.0
        self.places = {hit.passage.id: place for place, hit in enumerate(hits)}

    def share(self, found: frozenset[str]) -> float:
        """How much of what the question tells by its words stands among some."""
        return sum(self.told[term] for term in self.terms & found) / self.total

    def other_words(self, found: frozenset[str], language: str) -> float:
        """How many other words for what is asked stand among some: 0 to 1, three being as good as more."""
        wanted = self.also if language == self.language else self.across
        return min(len(wanted & found), 3) / 3


class _OfOne:
    """The features of one candidate that need no vectors."""

    def __init__(self, asked: _Asked, candidate: Candidate) -> None:
        publication, language = candidate.held.publication, candidate.held.document.language
        text, header = candidate.text, candidate.words(candidate.header)
        own = terms(text, language)
        own_set, header_set = frozenset(own), frozenset(terms(header, language))
        title_set = frozenset(terms(publication.title, language))
        before = frozenset(terms(candidate.words(candidate.before), language))
        context = own_set | header_set | title_set
        self.covered = asked.terms & context
        holds_kind = holds(asked.kind, text, language)
        named = (
            frozenset(one.body for one in bodies_named(f"{header} {text}", language))
            if asked.bodies or asked.actor
            else frozenset()
        )
        years = frozenset(_YEAR.findall(f"{publication.title} {publication.date} {header} {text}"))
        words = len(text.split())
        short = short_of(asked.kind, candidate, asked.told, asked.named)
        self.features: dict[str, float] = {
            "coverage": asked.share(context),
            "coverage_own": asked.share(own_set | header_set),
            "coverage_title": asked.share(title_set),
            "coverage_before": asked.share(before - context),
            "also": asked.other_words(own_set | header_set, language),
            "also_context": asked.other_words(
                title_set | frozenset(terms(candidate.words(candidate.before), language)), language
            ),
            "other_language": 1.0 if language != asked.language else 0.0,
            "actor": 1.0 if asked.actor and asked.actor in named else 0.0,
            "run": _longest_run(asked.order, own) / max(len(asked.order), 1),
            "passage": candidate.hit.score,
            "passage_share": candidate.hit.score / asked.best,
            "rank": 1 / (1 + asked.places.get(candidate.hit.passage.id, len(asked.places))),
            "holds": 1.0 if holds_kind and asked.kind is not Kind.OTHER else 0.0,
            "lacks": 0.0 if holds_kind else 1.0,
            "typed": 1.0 if short else 0.0,
            "untyped": 1.0 if asked.kind in TYPED and not short else 0.0,
            "list": 1.0 if candidate.items else 0.0,
            "list_asked": 1.0 if candidate.items and asked.kind is Kind.LIST else 0.0,
            "item": 1.0 if candidate.kind is UnitKind.ITEM else 0.0,
            "length": math.log1p(words) / 4,
            "short": 1.0 if words < 5 else 0.0,
            "place": candidate.place,
            "first": 1.0 if candidate.place == 0 else 0.0,
            "years": len(asked.years & years) / len(asked.years) if asked.years else 0.0,
            "years_missing": 1.0 if asked.years - years else 0.0,
            "bodies": len(asked.bodies & named) / len(asked.bodies) if asked.bodies else 0.0,
            "type": 1.0 if publication.type in asked.types else 0.0,
            "guidance": 1.0 if publication.type is PublicationType.GUIDANCE and asked.kind is Kind.MUST else 0.0,
            "thanks": 1.0 if _THANKS.search(text) else 0.0,
        }


def told(asked: frozenset[str], hits: Sequence[Hit]) -> dict[str, float]:
    """How much each term of the question tells: its IDF over the passages found; one in none of them tells most."""
    number = max(len(hits), 1)
    seen = dict.fromkeys(asked, 0)
    for hit in hits:
        for term in asked.intersection(terms(f"{hit.passage.header} {hit.passage.text}", hit.language)):
            seen[term] += 1
    return {term: math.log(1 + (number - count + 0.5) / (count + 0.5)) for term, count in seen.items()}


def with_context(candidate: Candidate) -> str:
    """A sentence with its title, the heading above it and the words that introduce its list."""
    heading = candidate.held.document.heading_path(candidate.span.start)[-1:]
    parts = [candidate.held.publication.title, *heading, candidate.words(candidate.header), candidate.text]
    return " | ".join(dict.fromkeys(part for part in parts if part))


def _cosine(row: Vectors | None, vector: Vectors | None) -> float:
    return max(float(np.dot(row, vector)), 0.0) if row is not None and vector is not None else 0.0


def _longest_run(asked: Sequence[str], own: Sequence[str]) -> int:
    """Terms in the longest run that stands in both, in one order."""
    best = 0
    before: dict[int, int] = {}
    for term in asked:
        now = {}
        for place, other in enumerate(own):
            if term == other:
                now[place] = before.get(place - 1, 0) + 1
                best = max(best, now[place])
        before = now
    return best


BESIDE = ("cosine", "cosine_own", "cosine_also", "cosine_also_own", "coverage", "coverage_own")
"""Features also taken as a share of the question's best: whether a sentence stands out tells more than its number."""


def _beside_the_best(made: Sequence[Measured]) -> list[Measured]:
    tops = {name: max((one.features[name] for one in made), default=0.0) or 1.0 for name in BESIDE}
    return [
        Measured(
            candidate=one.candidate,
            features={**one.features, **{f"{name}_share": one.features[name] / tops[name] for name in BESIDE}},
            covered=one.covered,
            vector=one.vector,
        )
        for one in made
    ]
