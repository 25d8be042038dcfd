"""Rows: one JSON object for each question and system, with the answer, what it was worth and what led to it; no means."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from corpus.catalogue import Catalogue
from corpus.document import Document
from evals.gold.overlap import lexical_overlap, terciles
from evals.gold.questions import SHELF, Audience, GoldQuestion, Kind
from evals.gold.spans import gold_spans
from evals.measures.answers import Known, is_right, score_answer
from evals.measures.rankings import question_measures, score_rankings
from evals.measures.versions import has_lapsed
from evals.runs.blame import blame
from evals.runs.differences import Row
from evals.systems.ours import read
from evals.systems.response import Cited, Response
from index.query import matches
from search_api.library import Library

DIGITS = 6
WHOLE = 3
"""Grade of a publication that answers whole."""


class Marker:
    """What is looked up of the questions and texts of one run, each thing once."""

    def __init__(self, library: Library, questions: Sequence[GoldQuestion]) -> None:
        self._library = library
        self._shelf = frozenset(path.stem for path in SHELF.glob("*.md"))
        self.document = lru_cache(maxsize=None)(library.catalogue.document)
        self._lapsed = lru_cache(maxsize=None)(self._lapsed_on)
        self.known = {question.id: self._known(question) for question in questions}
        self.findable = {question.id: _findable(library, question) for question in questions}
        overlaps = {question.id: lexical_overlap(question, self._quotes(question)) for question in questions}
        self.overlap = {key: round(value, DIGITS) for key, value in overlaps.items() if value is not None}
        """How much of a question's words stand in the words that answer it, where any do."""
        self.tercile = terciles(self.overlap)

    def source(self, question: GoldQuestion) -> str | None:
        """Where the words that answer stand; None for a question that nothing answers."""
        if question.audience is Audience.SEEDS:
            return "publisher's text"
        named = question.publications.keys()
        return ("our own text" if named & self._shelf else "register") if named else None

    def other_language_only(self, question: GoldQuestion) -> bool:
        """Whether nothing that answers is in the question's own language."""
        found = [self._library.catalogue.publication(key) for key in question.publications]
        return bool(found) and all(one is not None and one.language != question.language for one in found)

    def _quotes(self, question: GoldQuestion) -> list[str]:
        """The words of every place that says a fact of a question."""
        places = (place for spans in self.known[question.id].groups for place in spans)
        found = ((self.document(key), start, end) for key, start, end in dict.fromkeys(places))
        return [document.text[start:end] for document, start, end in found if document]

    def _known(self, question: GoldQuestion) -> Known:
        lapsed = self._lapsed(question.as_of)
        if question.as_of:
            # Of an earlier day the gold knows more than the catalogue's dates: a text may say from when it applies.
            whole = {key for key, grade in question.publications.items() if grade == WHOLE}
            lapsed = (lapsed - whole) | frozenset(question.must_not_cite)
        groups = gold_spans(question, list(_documents(self._library.catalogue, question.publications)))
        return Known(groups=groups, lapsed=lapsed)

    def _lapsed_on(self, day: date | None) -> frozenset[str]:
        return frozenset(one.id for one in self._library.catalogue.publications() if has_lapsed(one, day))


def rows_of(system: str, questions: Sequence[GoldQuestion], responses: Mapping[str, Response], marker: Marker) -> list[Row]:
    """One row a question, with all its scores; raises nothing of its own."""
    grades = {question.id: question.publications for question in questions if question.answerable}
    ranked = score_rankings({key: responses[key].ranking for key in grades}, grades, question_measures())
    rows: list[Row] = []
    for question in questions:
        response, known = responses[question.id], marker.known[question.id]
        scores = score_answer(question, response, known, marker.document)
        told = response.cited if response.answered else response.withheld
        rows.append(
            {"id": question.id, "system": system}
            | _asked(question, marker)
            | _given(response)
            | {
                "right": is_right(question, told, known.groups),
                "scores": {
                    name: round(value, DIGITS) for name, value in sorted((scores | ranked.get(question.id, {})).items())
                },
                "blame": blame(
                    question,
                    response,
                    scores,
                    groups=known.groups,
                    findable=marker.findable[question.id],
                    other_language=marker.other_language_only(question),
                ),
            }
        )
    return rows


def _asked(question: GoldQuestion, marker: Marker) -> Row:
    return {
        "text": question.text,
        "language": question.language,
        "audience": question.audience.value,
        "kind": question.kind.value,
        "family": question.family,
        "split": question.split,
        "source": marker.source(question),
        "hinges_on": question.hinges_on.value if question.hinges_on else None,
        "actor": question.actor,
        "is_duty": question.actor is not None or question.kind is Kind.MUST,
        "answerable": question.answerable,
        "unanswerable_kind": question.unanswerable_kind.value if question.unanswerable_kind else None,
        "as_of": question.as_of.isoformat() if question.as_of else None,
        "other_language_only": marker.other_language_only(question),
        "twin": question.twin,
        "lexical_overlap": marker.overlap.get(question.id),
        "overlap_tercile": marker.tercile.get(question.id),
        "wanted": dict(sorted(question.publications.items())),
        "short_wanted": list(question.short),
        "facts": [{"text": fact.text, "vital": fact.vital} for fact in question.facts],
    }


def _given(response: Response) -> Row:
    return {
        "ranking": list(response.ranking),
        "answered": response.answered,
        "status": response.status,
        "reason": response.reason,
        "refusal": response.refusal,
        "probability": round(response.probability, DIGITS) if response.probability is not None else None,
        "short": {"words": response.short.words, "value": response.short.value} if response.short else None,
        "nearest": list(response.nearest),
        "citations": [_cited(one) for one in response.cited],
        "withheld": [_cited(one) for one in response.withheld],
    }


def _cited(cited: Cited) -> Row:
    return {
        "publication_id": cited.publication_id,
        "document_id": cited.document_id,
        "start": cited.start,
        "end": cited.end,
        "quote": cited.quote,
        "status": cited.status,
    }


def _documents(catalogue: Catalogue, publication_ids: Iterable[str]) -> Iterable[Document]:
    found = (catalogue.current_document(key) for key in publication_ids)
    return (document for document in found if document)


def _findable(library: Library, question: GoldQuestion) -> frozenset[str]:
    """Publications that the filters of a question let through."""
    filters = read(library, question).filters
    held = library.catalogue.held()
    publications = [publication for publication in library.catalogue.publications() if publication.id in held]
    return frozenset(one.id for one in publications if matches(one, held[one.id], filters))
