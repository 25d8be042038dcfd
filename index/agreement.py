"""Agreement of catalogue and index: every text that may be searched is there whole, and nothing else is.

Says where they differ; `sync` mends it.
"""

from collections.abc import Iterator

from corpus.difference import Difference, Place
from index.open import Index
from index.passages import passages
from index.sync import Texts, digest_of, held_points


def differences(index: Index, texts: Texts) -> Iterator[Difference]:
    """Every difference, by document."""
    held = held_points(index)
    for publication, document in texts.searchable():
        have = held.pop(document.id, None)
        if have is None and not passages(document, index.embedder):
            continue  # all of it is front matter
        if have is None:
            yield _difference(f"No passage of '{document.id}' ({publication.title}) can be found by a search.")
        elif len(have.ids) != have.of:
            yield _difference(f"{len(have.ids)} of the {have.of} passages of '{document.id}' can be found by a search.")
        elif set(have.digests) != {digest_of(publication, document)}:
            yield _difference(f"The passages of '{document.id}' carry an earlier record of it.")
    for document_id, have in sorted(held.items()):
        yield _difference(f"{len(have.ids)} passages of '{document_id}' are left, which may no longer be searched.")


def _difference(what: str) -> Difference:
    return Difference(place=Place.INDEX, what=what, mend="the index is brought up to the catalogue")
