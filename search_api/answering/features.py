"""Features: what is measured of each candidate for a question (methods 2.4), by name; does not weigh them."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from corpus.passage import Span
from index.embed import Vectors
from index.query import Hit
from index.words import terms
from search_api.answering.candidates import Candidate, Holding
from search_api.answering.choices import SHIPPED, Choices
from search_api.answering.introduces import introduces, is_titled
from search_api.answering.meanings import Meanings
from search_api.answering.near_words import NearWords
from search_api.answering.short import TYPED, short_of, words_of
from search_api.question.kind import Kind, asked_clause, holds
from search_api.question.names import named_otherwise
from search_api.question.question import Question

BEST_PASSAGES = 3
"""Of one publication, whose scores together tell how much it is about the question."""
LATEST_AMONG = 10
"""Hits whose newest publication tells how old another is, where it is asked how things stand. On 537 questions to tune on, out
of family: a right sentence first for 4 more, for none less."""
OLDEST = 5
"""Years beyond which none is older."""
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


def measure(
    question: Question, hits: Sequence[Hit], found: Sequence[Candidate], *, meanings: Meanings, choices: Choices = SHIPPED
) -> list[Measured]:
    """Every candidate with its features."""
    asked = _Asked(question, hits)
    understood = question.understood
    words = [question.text, f"{question.text} ({', '.join(understood.also)})" if understood.also else question.text]
    clause = asked_clause(question.text, question.language)
    whole, also, only = meanings.of_questions([*words, clause], question.language)
    alone = meanings.of_texts([(one.text, one.held.document.language) for one in found])
    in_context = (
        meanings.of_texts([(with_context(one), one.held.document.language) for one in found]) if choices.headed else alone
    )
    held = [one for candidate in found for one in asked.read(candidate)]
    near = NearWords(question, asked.told, held, meanings=meanings, by_meaning=choices.near_words)
    newest = asked.newest(found)
    made = []
    for number, candidate in enumerate(found):
        one = _OfOne(asked, candidate, near)
        row, wide = alone.get(number), in_context.get(number)
        features = one.features | {
            "older": _years_older(candidate, newest) if asked.kind is Kind.STATUS else 0.0,
            "cosine": _cosine(wide, whole),
            "cosine_own": _cosine(row, whole),
            "cosine_own_clause": _cosine(row, only),
            "cosine_also": _cosine(wide, also),
            "by_meaning": 1.0 if row is not None and whole is not None else 0.0,
        }
        made.append(Measured(candidate=candidate, features=features, covered=one.covered, vector=row))
    return _beside_the_best(made)


class _Asked:
    """What is looked for in every candidate."""

    def __init__(self, question: Question, hits: Sequence[Hit]) -> None:
        understood = question.understood
        other = "en" if question.language == "cy" else "cy"
        self.text = question.text
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
        self.best = max((hit.score for hit in hits), default=1.0) or 1.0
        self.publications = _scores_by_publication(hits)
        self.places = {hit.passage.id: place for place, hit in enumerate(hits)}

    def share(self, found: frozenset[str]) -> float:
        """How much of what the question tells by its words stands among some."""
        return sum(self.told[term] for term in self.terms & found) / self.total

    def read(self, candidate: Candidate) -> list[tuple[str, str]]:
        """The words of a candidate, of what introduces it and, last, of its title, each with its language.

        With the names of the question that they write otherwise: what the NCG does is told of the coherence group.
        """
        language = candidate.held.document.language
        read = (candidate.text, candidate.words(candidate.header), candidate.held.publication.title)
        if language != self.language:
            return [(words, language) for words in read]
        return [(f"{words} {named_otherwise(self.text, words, language)}".strip(), language) for words in read]

    def defining(self, candidate: Candidate) -> dict[str, float]:
        """Whether a candidate says what the thing asked about is, and whether its text is about that thing alone."""
        same = self.kind is Kind.DEFINITION and candidate.held.document.language == self.language
        title = candidate.held.publication.title
        return {
            "introduces": 1.0 if same and introduces(self.text, candidate.text, self.language) else 0.0,
            "titled": 1.0 if same and is_titled(self.text, title, self.language) else 0.0,
        }

    def newest(self, found: Sequence[Candidate]) -> date | None:
        """The day of the newest publication among the first hits."""
        first = (one.held.publication.date for one in found if self.places.get(one.hit.passage.id, LATEST_AMONG) < LATEST_AMONG)
        return max((day for day in first if day), default=None)

    def other_words(self, found: frozenset[str], language: str) -> float:
        """How many other words for what is asked stand among some: 0 to 1, three being as good as more."""
        wanted = self.also if language == self.language else self.across
        return min(len(wanted & found), 3) / 3


class _OfOne:
    """The features of one candidate that need no vectors of sentences."""

    def __init__(self, asked: _Asked, candidate: Candidate, near: NearWords) -> None:
        publication, language = candidate.held.publication, candidate.held.document.language
        text, header = candidate.text, candidate.words(candidate.header)
        read = [words for words, _ in asked.read(candidate)]
        own = terms(text, language)
        own_set, title_set = frozenset(terms(" ".join(read[:-1]), language)), frozenset(terms(read[-1], language))
        before = frozenset(terms(candidate.words(candidate.before), language))
        context = own_set | title_set
        self.covered = asked.terms & context
        holds_kind = holds(asked.kind, text, language)
        years = frozenset(_YEAR.findall(f"{publication.title} {publication.date} {header} {text}"))
        short = short_of(asked.kind, candidate, asked.told, asked.named)
        near_all, near_own = near.shares(read, language), near.shares(read[:-1], language)
        scores = asked.publications.get(publication.id, [0.0])
        self.features: dict[str, float] = {
            "coverage": asked.share(context),
            "coverage_own": asked.share(own_set),
            "coverage_title": asked.share(title_set),
            "coverage_before": asked.share(before - context),
            "near": near_all.whole,
            "near_own": near_own.whole,
            "near_clause": near_all.clause,
            "near_own_clause": near_own.clause,
            "also": asked.other_words(own_set, language),
            "also_context": asked.other_words(title_set | before, language),
            "other_language": 1.0 if language != asked.language else 0.0,
            "run": _longest_run(asked.order, own) / max(len(asked.order), 1),
            "passage": candidate.hit.score,
            "passage_share": candidate.hit.score / asked.best,
            "rank": 1 / (1 + asked.places.get(candidate.hit.passage.id, len(asked.places))),
            "publication": scores[0] / asked.best,
            "publication_sum": sum(scores[:BEST_PASSAGES]) / (BEST_PASSAGES * asked.best),
            "publication_passages": math.log1p(len(scores)),
            "holds": 1.0 if holds_kind and asked.kind is not Kind.OTHER else 0.0,
            "lacks": 0.0 if holds_kind else 1.0,
            "typed": 1.0 if short else 0.0,
            "untyped": 1.0 if asked.kind in TYPED and not short else 0.0,
            "years_missing": 1.0 if asked.years - years else 0.0,
            "thanks": 1.0 if _THANKS.search(text) else 0.0,
            **asked.defining(candidate),
        }


def _scores_by_publication(hits: Sequence[Hit]) -> dict[str, list[float]]:
    """Scores of each publication's passages, best first."""
    found: dict[str, list[float]] = {}
    for hit in hits:
        found.setdefault(hit.publication_id, []).append(hit.score)
    return {key: sorted(scores, reverse=True) for key, scores in found.items()}


def _years_older(candidate: Candidate, newest: date | None) -> float:
    """How many years a publication is older than another, as a share of OLDEST; 0 where a day is not known."""
    day = candidate.held.publication.date
    return min(max((newest - day).days, 0) / 365 / OLDEST, 1.0) if day and newest else 0.0


def told(asked: frozenset[str], hits: Sequence[Hit]) -> dict[str, float]:
    """How much each term of the question tells: its IDF over the passages found; one in none of them tells most."""
    number = max(len(hits), 1)
    seen = dict.fromkeys(asked, 0)
    for hit in hits:
        for term in asked.intersection(terms(f"{hit.passage.header} {hit.passage.text}", hit.language)):
            seen[term] += 1
    return {term: math.log(1 + (number - count + 0.5) / (count + 0.5)) for term, count in seen.items()}


def with_context(candidate: Candidate) -> str:
    """A candidate's words with what stands above them."""
    return in_context(candidate.held, candidate.span, candidate.header)


def in_context(held: Holding, span: Span, header: Span | None) -> str:
    """A sentence with its title, the heading above it and the words that introduce its list."""
    document = held.document
    words = [" ".join(document.text[slice(*one)].split()) for one in (header, span) if one]
    parts = [held.publication.title, *document.heading_path(span.start)[-1:], *words]
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


BESIDE = ("coverage",)
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
