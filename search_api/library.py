"""Library: the catalogue and the index opened together, to be searched and asked; the one object every face holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache

from corpus.captures import Captures
from corpus.catalogue import Catalogue
from corpus.version import as_it_stood, may_be_searched
from index.cross_encoder import CrossEncoder, packaged_cross_encoder
from index.open import Index
from index.query import Hit, matches
from index.rank import group
from index.search import DEPTH, PER_PUBLICATION, search
from search_api.answering.answer import Answer
from search_api.answering.ask import ask, ask_as_it_comes
from search_api.answering.candidates import Holding
from search_api.answering.choices import SHIPPED, Choices
from search_api.answering.meanings import Meanings
from search_api.answering.ranking import by_answers
from search_api.found import Found, Shown
from search_api.modelled.model import Model
from search_api.modelled.written_statements import WrittenStatement
from search_api.question.question import Asked, Known, Question, read_question

ALL = 2 * DEPTH
"""Passages that a search can find: so many of each half of the index."""


class Library:
    """Searches and answers over what is held. A face makes one and shares it between its threads."""

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        index: Index,
        captures: Captures | None = None,
        model: Model | None = None,
        today: Callable[[], date] | None = None,
        choices: Choices = SHIPPED,
        cross_encoder: CrossEncoder | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.index = index
        self.meanings = Meanings(index.embedder, cross_encoder or packaged_cross_encoder())
        self.captures = captures
        """What its texts were read from; None where nobody asks for that."""
        self.model = model
        """Writes answers where one is set; every sentence of its is checked."""
        self.today = today or (lambda: datetime.now(UTC).date())
        """Tells the day questions are asked on."""
        self.choices = choices
        """Steps of answering that are taken: all, but in an evaluation."""

    def known(self) -> Known:
        """Filter values that exist here."""
        publications = self.catalogue.publications()
        return Known(
            publishers=frozenset(publication.publisher for publication in publications),
            topics=frozenset(topic for publication in publications for topic in publication.topics),
            today=self.today(),
        )

    def read(self, asked: Asked) -> Question:
        """A Question from raw parameters; raises InvalidQuery."""
        return read_question(asked, self.known())

    def search(self, question: Question) -> Found:
        """Passages for a question in the order in which they answer, checked against the catalogue.

        The index may be seconds behind it.
        """
        wanted = question.query
        for _ in range(2):  # where the index changed under a search, what it found may have lost its place to a newer text
            ranked = self._ranked(question)
            hits = ranked[wanted.offset : wanted.offset + wanted.limit]
            shown = self.show(hits, first=wanted.offset + 1)
            kept = tuple(one for one in shown if matches(one.publication, one.document.held, question.given))
            if len(kept) == len(hits):
                break
        return Found(question=question, total=len(ranked) - (len(hits) - len(kept)), shown=kept)

    def _ranked(self, question: Question) -> list[Hit]:
        """Every passage found, a few of each publication."""
        found = search(self.index, replace(question.query, offset=0, limit=ALL), per_publication=None).hits
        ranked = by_answers(
            question,
            found,
            publication_of=lru_cache(self.catalogue.publication),
            reading=lru_cache(self.reading),
            meanings=self.meanings,
            choices=self.choices,
        )
        by_id = {hit.passage.id: hit for hit in ranked}
        kept = group(list(by_id), {key: hit.publication_id for key, hit in by_id.items()}, most=PER_PUBLICATION)
        return [by_id[key] for key in kept]

    def ask(self, question: Question) -> Answer:
        """A cited answer, or a reasoned non-answer."""
        return ask(self, question)

    def ask_as_it_comes(self, question: Question) -> Iterator[WrittenStatement | Answer]:
        """Checked sentences as a model writes them, where one is set; last the whole answer."""
        return ask_as_it_comes(self, question)

    def reading(self, document_id: str) -> Holding | None:
        """A text the index found with the record that applies to it; None where it is gone or no longer searched.

        Until every passage of a new text is in the index, the text before goes on answering in its place.
        """
        found = self.catalogue.work_of(document_id)
        if found is None or found[0].gone:
            return None
        publication, versions = found
        version = next((one for one in versions if one.document.id == document_id), None)
        current = next((one for one in versions if one.current), None)
        if current and current.document.id not in self.index.whole:
            before = next((one for one in versions if one.document.id in self.index.whole), version)
            # None of them is there yet where the words were read anew: the earlier reading answers.
            text = before.document if before else self.catalogue.document(document_id)
            if text and text.id == document_id:
                return Holding(publication=publication, document=text)
        if version is None or not may_be_searched(publication, version):
            return None
        return Holding(publication=as_it_stood(publication, version), document=version.document)

    def show(self, hits: Sequence[Hit], *, first: int = 1) -> tuple[Shown, ...]:
        """Hits with the records of their publications, those no longer searched left out."""
        shown = []
        for rank, hit in enumerate(hits, first):
            held = self.reading(hit.passage.document_id)
            if held:
                shown.append(Shown(rank=rank, hit=hit, publication=held.publication, document=held.document))
        return tuple(shown)
