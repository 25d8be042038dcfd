"""Meanings: vectors of questions and of candidates, and what both say read together, in languages known; compares nothing."""

from collections.abc import Sequence

from index.cross_encoder import CrossEncoder
from index.embed import Embedder, Vectors
from index.remembered import Remembered
from search_api.answering.candidates import Candidate


class Meanings:
    """An embedder that remembers, and says None for what it cannot read."""

    def __init__(self, embedder: Embedder, cross_encoder: CrossEncoder | None = None) -> None:
        self.languages = embedder.languages
        self._cross_encoder = cross_encoder
        self._embedder = embedder
        self._remembered = Remembered(embedder)
        self._words = Remembered(embedder)

    def of_questions(self, texts: Sequence[str]) -> list[Vectors | None]:
        """A vector for each question; None for one without words."""
        made = {text: self._embedder.question(text) for text in dict.fromkeys(texts) if text}
        return [made.get(text) for text in texts]

    def of_texts(self, found: Sequence[Candidate], texts: Sequence[str]) -> dict[int, Vectors]:
        """A vector for each candidate's text, by its place; none for a language the model does not know."""
        known = [number for number, candidate in enumerate(found) if candidate.held.document.language in self.languages]
        if not known:
            return {}
        return dict(zip(known, self._remembered([texts[number] for number in known]), strict=True))

    def of_words(self, words: Sequence[str]) -> Vectors:
        """A row for each single word."""
        return self._words(words)

    def together(self, question: str, found: Sequence[tuple[Candidate, str]]) -> list[float | None]:
        """How likely each candidate, given with its words, answers a question: a logit; None for what cannot be read."""
        reader = self._cross_encoder
        known = [
            number
            for number, (candidate, _) in enumerate(found)
            if reader and candidate.held.document.language in reader.languages
        ]
        made: list[float | None] = [None] * len(found)
        if reader and known and question:
            for number, logit in zip(known, reader([(question, found[number][1]) for number in known]), strict=True):
                made[number] = float(logit)
        return made
