"""Library: the catalogue and the index opened together, to be searched and asked; the one object every face holds."""

from collections.abc import Sequence

from corpus.captures import Captures
from corpus.catalogue import Catalogue
from index.open import Index
from index.query import Hit, matches
from index.search import search
from search_api.answer import Answer
from search_api.ask import ask
from search_api.found import Found, Shown
from search_api.question import Asked, Known, Question, read_question
from search_api.select import Holding


class Library:
    """Searches and answers over what is held. A face makes one and shares it between its threads."""

    def __init__(self, *, catalogue: Catalogue, index: Index, captures: Captures | None = None) -> None:
        self.catalogue = catalogue
        self.index = index
        self.captures = captures
        """What its texts were read from; None where nobody asks for that."""

    def known(self) -> Known:
        """Filter values that exist here."""
        publications = self.catalogue.publications()
        return Known(
            publishers=frozenset(publication.publisher for publication in publications),
            topics=frozenset(topic for publication in publications for topic in publication.topics),
        )

    def read(self, asked: Asked) -> Question:
        """A Question from raw parameters; raises InvalidQuery."""
        return read_question(asked, self.known())

    def search(self, question: Question) -> Found:
        """Passages for a question, checked against the catalogue: the index may be seconds behind it."""
        results = search(self.index, question.query)
        shown = self.show(results.hits, first=question.query.offset + 1)
        kept = tuple(one for one in shown if matches(one.publication, one.document.held, question.filters))
        return Found(question=question, total=results.total - (len(results.hits) - len(kept)), shown=kept)

    def ask(self, question: Question) -> Answer:
        """A cited answer, or a reasoned non-answer."""
        return ask(self, question)

    def reading(self, document_id: str) -> Holding | None:
        """A text the index found with the record that applies to it; None where it is gone or no longer searched.

        Until every passage of a new text is in the index, the text before goes on answering in its place.
        """
        document = self.catalogue.document(document_id)
        current = self.catalogue.current_document(document.publication_id) if document else None
        if document is None or current is None:
            return None
        if current.id not in self.index.whole:
            versions = self.catalogue.versions(document.publication_id)
            before = next((one.document for one in versions if one.document.id in self.index.whole), None)
            publication = self.catalogue.publication(document.publication_id)
            if before and before.id == document_id and publication and not publication.gone:
                return Holding(publication=publication, document=before)
        found = self.catalogue.as_searched(document_id)
        return Holding(publication=found[0], document=found[1]) if found else None

    def show(self, hits: Sequence[Hit], *, first: int = 1) -> tuple[Shown, ...]:
        """Hits with the records of their publications, those no longer searched left out."""
        shown = []
        for rank, hit in enumerate(hits, first):
            held = self.reading(hit.passage.document_id)
            if held:
                shown.append(Shown(rank=rank, hit=hit, publication=held.publication, document=held.document))
        return tuple(shown)
