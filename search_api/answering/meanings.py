"""Meanings: vectors of questions and of candidates, and what both say read together, Welsh by its gloss; compares nothing."""

from collections.abc import Sequence

from index.cross_encoder import CrossEncoder
from index.embed import Embedder, Vectors
from index.gloss import readable
from index.remembered import Remembered
from search_api.answering.candidates import Candidate
from search_api.question.names import as_written


class Meanings:
    """An embedder and a cross-encoder that remember, and say None for what they cannot read."""

    def __init__(self, embedder: Embedder, cross_encoder: CrossEncoder | None = None) -> None:
        self._languages = embedder.languages
        self._cross_encoder = cross_encoder
        self._embedder = embedder
        self._remembered = Remembered(embedder)
        self._words = Remembered(embedder)

    def of_questions(self, texts: Sequence[str], language: str) -> list[Vectors | None]:
        """A vector for each question; None for one without words."""
        read = [readable(text, language, self._languages) for text in texts]
        made = {text: self._embedder.question(text) for text in dict.fromkeys(read) if text}
        return [made.get(text or "") for text in read]

    def of_texts(self, texts: Sequence[tuple[str, str]]) -> dict[int, Vectors]:
        """A vector for each text, given with its language, by its place; none for a language the model cannot read."""
        read = [readable(text, language, self._languages) for text, language in texts]
        known = {number: text for number, text in enumerate(read) if text}
        return dict(zip(known, self._remembered(list(known.values())), strict=True)) if known else {}

    def of_words(self, words: Sequence[tuple[str, str]]) -> dict[int, Vectors]:
        """A vector for each single word, given with its language, by its place."""
        read = [readable(word, language, self._languages) for word, language in words]
        known = {number: word for number, word in enumerate(read) if word}
        return dict(zip(known, self._words(list(known.values())), strict=True)) if known else {}

    def together(self, question: str, language: str, found: Sequence[tuple[Candidate, str]]) -> list[float | None]:
        """How likely each candidate, given with its words, answers a question: a logit; None for what cannot be read."""
        reader = self._cross_encoder
        made: list[float | None] = [None] * len(found)
        asked = readable(question, language, reader.languages) if reader else None
        if not reader or not asked:
            return made
        read = [readable(words, candidate.held.document.language, reader.languages) for candidate, words in found]
        known = {number: words for number, words in enumerate(read) if words}
        if known:
            pairs = [(as_written(asked, words, "en"), words) for words in known.values()]
            for number, logit in zip(known, reader(pairs), strict=True):
                made[number] = float(logit)
        return made
