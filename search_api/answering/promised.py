"""Promised: a question of what was promised, answered from the register of commitments; neither finds nor judges a promise.

A promise is of its day: a text that has been replaced since still made it, and is shown as what it is. Nor does it answer for
what came of it: every quotation has a page that does.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from corpus.document import Document
from corpus.ids import passage_id
from corpus.passage import Citation, cite
from index.gloss import gloss
from index.query import matches
from index.words import terms
from search_api.answering.answer import Statement
from search_api.answering.candidates import Holding
from search_api.answering.features import in_context
from search_api.commitments.promise import Promise
from search_api.commitments.register import Register
from search_api.question.question import Question
from search_api.question.scope import Scope

if TYPE_CHECKING:
    from search_api.library import Library

MOST = 6
NEAR = 0.85
"""The least of the share of the topic's words and the cosine together. Of 35 questions to tune on 29 are shown a promise that
answers, .80 of all shown do; of 13 that none answers 12 get none (at .9 29, .83 and 11, at .75 32, .72 and 10, before FEW)."""
FEW = 3
LEAST_TOLD = 0.5
"""Of a topic of FEW terms the least share that a promise must have: of "teacher workload" not the teachers alone (without it 30
of 35 are shown one, and 10 of 13 none)."""
NEAR_CHANCE = 0.9
"""Chance that one that answers is shown: of 63 questions that were shown any, half of them held apart, 57."""
OTHER_WORDS = 0.3
"""Weight of other words for what is asked, which stand in for the topic's own."""
_ASKING = {
    "en": (
        "what which whom promise promises promised pledge pledges pledged commit commits committed commitment "
        "commitments committing undertake undertakes undertaken undertook undertaking undertakings assurance assurances "
        "guarantee guaranteed vow vowed list show give given find name government governments welsh wales minister "
        "ministers ministerial cabinet secretary officials education said say says agree agreed announce announced do "
        "doing done go going plan planned planning intend intended make made know want wanted ask asked tell since "
        "until before after about regarding concerning last this year years ever far over any anything all there get "
        "got them they"
    ),
    "cy": (
        "beth pa addewid addewidion addo addawyd addawodd ymrwymiad ymrwymiadau ymrwymo ymrwymodd ymrwymwyd llywodraeth "
        "cymru gweinidog gweinidogion ysgrifennydd cabinet addysg dweud dywedodd ddywedodd gwneud wneud wnaeth byddai "
        "bydd ers dechrau rhestrwch dangoswch wedi"
    ),
}
"""Words that ask for a promise, or name whoever governs: they say nothing of what it is about."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A promise with the text its first source stands in."""

    promise: Promise
    document: Document
    read_in: str
    """The language in which it is compared with the question."""
    words: frozenset[str]

    @property
    def placed(self) -> str:
        """Its sentence with what stands above it."""
        held = Holding(publication=self.promise.publication, document=self.document)
        return in_context(held, self.promise.first.commitment.sentence, None)


def promised(library: "Library", question: Question) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """The promises that a question asks for, those nearest to it first, quoted; none where none is near enough."""
    made = _made(library, question)
    if not made:
        return (), ()
    topics = _topics(question, made)
    # "What was promised in May 2022?" names no topic: all of those days are meant.
    likeness = _likeness(library, question, made, topics) if topics[question.language] else [NEAR] * len(made)
    order = sorted(range(len(made)), key=lambda place: (-likeness[place], _age(made[place].promise)))
    statements: list[Statement] = []
    citations: list[Citation] = []
    for place in order[:MOST]:
        if likeness[place] < NEAR:
            break
        citation = _cite(made[place], len(citations) + 1)
        if citation is not None:
            citations.append(citation)
            statements.append(Statement(text=" ".join(citation.quote.split()), citations=(citation.n,)))
    return tuple(statements), tuple(citations)


def _made(library: "Library", question: Question) -> list[_Made]:
    """Promises under the question's filters: of the days, the speakers and the texts it names, whatever stands today."""
    register = Register(library.catalogue, as_of=question.filters.as_of)
    given = question.given
    limits = replace(given, as_of=None, any_status=given.any_status or not given.status)
    named = question.text.casefold()
    every = register.all()
    speakers = {one.first.commitment.speaker for one in every if one.first.commitment.speaker.casefold() in named} - {""}
    periods = question.understood.periods if question.understood.scope is not Scope.AS_OF or not given.as_of else ()
    found = []
    for one in every:
        day, first = one.made_on, one.first
        if periods and not any(day is not None and period.first <= day <= period.last for period in periods):
            continue
        document = library.catalogue.document(first.document_id)
        in_play = document is not None and matches(one.publication, first.held, limits)
        if document is not None and in_play and (not speakers or first.commitment.speaker in speakers):
            read_in = "en" if question.language == "en" else document.language
            found.append(_Made(one, document, read_in, _words(one, read_in)))
    return found


def _words(promise: Promise, language: str) -> frozenset[str]:
    """Terms of its sources in a language, with its title: in English also those of a Welsh source, by its gloss."""
    said = [(promise.publication.title, promise.publication.language)] + [
        (f"{one.introduction}\n{one.sentence}\n{one.commitment.deliverable}", one.commitment.language)
        for one in promise.sources
        if language in ("en", one.commitment.language)
    ]
    return frozenset(term for words, of in said for term in terms(gloss(words, of) if language == "en" else words, language))


def _topics(question: Question, made: Sequence[_Made]) -> dict[str, frozenset[str]]:
    """What the question is about, in each language it is compared in: its words without those that ask or name a time.

    A Welsh question asks English texts by its gloss.
    """
    text = question.text
    for period in question.understood.periods:
        text = text.replace(period.words, " ")
    for speaker in {one.promise.first.commitment.speaker for one in made} - {""}:
        text = re.sub(re.escape(speaker), " ", text, flags=re.IGNORECASE)
    found = {question.language: _content(text, question.language)}
    return found | {"en": _content(gloss(text, question.language), "en")}


def _content(text: str, language: str) -> frozenset[str]:
    return frozenset(term for term in terms(text, language) if not term.isdigit()) - frozenset(
        terms(_ASKING[language], language)
    )


def _likeness(
    library: "Library", question: Question, made: Sequence[_Made], topics: Mapping[str, frozenset[str]]
) -> list[float]:
    """How near each promise is to the question: the share of the topic's words, rare ones weighing more, and the cosine."""
    understood = question.understood
    also = frozenset(term for words in understood.also for term in terms(words, question.language)) - topics[question.language]
    holders = Counter((one.read_in, term) for one in made for term in topics[one.read_in] & one.words)
    number = Counter(one.read_in for one in made)
    found = []
    for one, cosine in zip(made, _cosines(library, question, made), strict=True):
        topic, of = topics[one.read_in], number[one.read_in]
        weight = {
            term: math.log(1 + (of - holders[one.read_in, term] + 0.5) / (holders[one.read_in, term] + 0.5)) for term in topic
        }
        share = sum(weight[term] for term in topic & one.words) / (sum(weight.values()) or 1.0)
        others = min(len(also & one.words), 3) / 3 if one.read_in == question.language else 0.0
        share += OTHER_WORDS * others
        is_told = len(topic) > FEW or share >= LEAST_TOLD
        found.append(share + cosine if is_told else 0.0)
    return found


def _cosines(library: "Library", question: Question, made: Sequence[_Made]) -> list[float]:
    asked = library.meanings.of_questions([question.text], question.language)[0]
    rows = library.meanings.of_texts([(one.placed, one.document.language) for one in made])
    return [float(np.dot(rows[place], asked)) if asked is not None and place in rows else 0.0 for place in range(len(made))]


def _age(promise: Promise) -> int:
    """Sorts the newest first, those without a day last."""
    return -promise.made_on.toordinal() if promise.made_on else 0


def _cite(one: _Made, n: int) -> Citation | None:
    span = one.promise.first.commitment.sentence
    return cite(
        n=n,
        publication=one.promise.publication,
        document=one.document,
        passage_id=passage_id(document_id=one.document.id, start=span.start, end=span.end),
        span=span,
        quote=one.document.text[span.start : span.end],
    )
