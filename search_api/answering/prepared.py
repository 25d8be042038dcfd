"""Prepared: the sentences of what is held, embedded before anybody asks for them; answers nothing.

Three quarters of the time of a first search go into vectors of sentences that no question has met yet.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from index.remembered import MOST
from search_api.answering.candidates import spans_of
from search_api.answering.features import in_context

if TYPE_CHECKING:
    from search_api.library import Library

MOST_PREPARED = MOST // 2
"""Vectors made beforehand: what is remembered of questions must not push them out at once."""
AT_ONCE = 32
"""Sentences a step, each by itself and under its headings: a fifth of a second, so that a question never waits long."""


def prepare(library: "Library") -> Iterator[int]:
    """Embed the sentences of every text that stands, newest publication first; each step yields how many vectors there are."""
    made = 0
    standing = library.catalogue.standings()
    newest = sorted(standing, key=lambda key: (-(standing[key][0].date or date.min).toordinal(), key))
    for document_id in newest:
        held = library.reading(document_id)
        spans = spans_of(held.document) if held else ()
        for first in range(0, len(spans), AT_ONCE):
            if held is None or made >= MOST_PREPARED:
                return
            texts = []
            for span, header in spans[first : first + AT_ONCE]:
                own = " ".join(held.document.text[span.start : span.end].split())
                texts += [(own, held.document.language), (in_context(held, span, header), held.document.language)]
            made += len(library.meanings.of_texts(texts))
            yield made
