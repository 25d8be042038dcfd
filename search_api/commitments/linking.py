"""Linking: every commitment with the later words that may bear on it, kept in the catalogue; a visible list of steps.

Whoever owns the index does it after a sync. Each commitment is a transaction of its own, those looked at longest ago first: cut
off anywhere, the next run goes on from there, and where nothing changed it does nothing. Reviews are never touched.
"""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from corpus.commitment import Kind
from corpus.commitments import KeptCommitment, kept_commitments
from corpus.evidence import Evidence, Reason
from corpus.evidence_kept import Looked, forget_strangers, keep_evidence, looked_at, note_looked
from index.embed import Embedder
from index.open import manifest_of
from index.remembered import Remembered
from ingest.commitments.keeping import bring_up_commitments
from search_api.commitments.bearings import suggest
from search_api.commitments.later import Following, Later, later_units
from search_api.commitments.nearness import Near, nearest
from search_api.commitments.promise import Promise, promises
from search_api.commitments.restated import restated
from search_api.commitments.shelf_words import ShelfWords
from search_api.library import Library

RULES = "evidence/6"
"""Changes with anything that decides what is found: then everything is looked for again."""
MOST = 10
"""Later sentences kept for a commitment (methods 5.5)."""
MOST_OF_ONE = 2
"""Of these from one publication, so that one text does not fill the list."""
Progress = Callable[[int, int], None]


class Linker:
    """Links the commitments of one library; what it has read of texts it remembers from run to run."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._words = ShelfWords()
        self._vectors = Remembered(library.index.embedder)
        self._rules = rules_of(library.index.embedder)
        self._linked = -1
        """The catalogue's revision at which nothing was left to look for."""

    def bring_up(
        self, *, seconds: float | None = None, stop: Callable[[], bool] = lambda: False, progress: Progress | None = None
    ) -> int:
        """Look for evidence wherever something changed since; how many commitments were looked at anew.

        `seconds` is how long it may take, and `stop` says when to leave off: what is left over waits for the next call.
        """
        catalogue = self._library.catalogue
        if catalogue.revision() == self._linked:
            return 0
        bring_up_commitments(catalogue)
        revision = catalogue.revision()
        known = looked_at(catalogue)
        publications = {one.id: one for one in catalogue.publications()}
        every = promises(kept_commitments(catalogue, kinds=(Kind.COMMITMENT,)), publications)
        waiting = [one for one in every if not self._is_current(known.get(one.id), revision)]
        if not waiting and len(known) == len(every):
            self._linked = revision
            return 0
        waiting.sort(key=lambda one: (known[one.id].revision if one.id in known else -1, one.id))
        with catalogue.writing() as write:
            forget_strangers(write)
        self._words.learn(document for _, document in catalogue.searchable())
        following = Following(self._library)
        began = time.monotonic()
        anew = 0
        for done, promise in enumerate(waiting):
            if stop() or (seconds is not None and time.monotonic() - began > seconds):
                break
            if progress:
                progress(done, len(waiting))
            anew += self._link(promise, every, following, known.get(promise.id), revision)
        return anew

    def candidates(self, promise: Promise, following: Following) -> list[Near]:
        """Later sentences for a promise, the nearest first, however far."""
        found = later_units(self._library, promise, following)
        return nearest(promise, found, self._words, self._vectors, self._library.index.embedder.languages)

    def _link(
        self, promise: Promise, every: Sequence[Promise], following: Following, known: Looked | None, revision: int
    ) -> bool:
        catalogue = self._library.catalogue
        found = later_units(self._library, promise, following)
        key = self._key(promise, found, every)
        if known is not None and known.key == key:
            with catalogue.writing() as write:
                note_looked(write, [promise.id], revision=revision)
            return False
        promised = {(one.document_id, one.commitment.span.start) for other in every for one in other.sources}
        plain = [one for one in found if not _is_promise(one, promised)]
        ranked = nearest(promise, plain, self._words, self._vectors, self._library.index.embedder.languages)
        evidence = [_evidence(promise, near) for near in taken(ranked)]
        evidence += restated(promise, every, self._words, self._vectors, following)
        with catalogue.writing() as write:
            keep_evidence(write, promise.id, evidence, Looked(key=key, revision=revision))
        return True

    def _key(self, promise: Promise, found: Iterable[Later], every: Sequence[Promise]) -> str:
        """A digest of all that a commitment's evidence is made of."""
        said = [promise.id, repr(promise.made_on), repr(promise.due), *(one.id for one in promise.sources)]
        said += sorted(f"{one.key}{one.day}{one.follows}{one.publication.standing.status}" for one in found)
        said += sorted(_line(one) for other in every for one in other.sources)
        return f"{self._rules}:{hashlib.sha256(chr(10).join(said).encode()).hexdigest()}"

    def _is_current(self, known: Looked | None, revision: int) -> bool:
        return known is not None and known.revision == revision and known.key.startswith(f"{self._rules}:")


def rules_of(embedder: Embedder) -> str:
    """The rules that evidence is found by: RULES, and those of the index that it is searched for in."""
    manifest = json.dumps(manifest_of(embedder), sort_keys=True)
    return f"{RULES} {hashlib.sha256(manifest.encode()).hexdigest()[:12]}"


def taken(ranked: Iterable[Near]) -> list[Near]:
    """The nearest, at most MOST, of which at most MOST_OF_ONE from one publication."""
    counted: Counter[str] = Counter()
    kept: list[Near] = []
    for near in ranked:
        key = near.later.publication.id
        if counted[key] < MOST_OF_ONE and len(kept) < MOST:
            counted[key] += 1
            kept.append(near)
    return kept


def _is_promise(one: Later, promised: set[tuple[str, int]]) -> bool:
    return any((one.document.id, at) in promised for at in range(one.span.start, min(one.span.start + 3, one.span.end)))


def _evidence(promise: Promise, near: Near) -> Evidence:
    suggested = suggest(promise, near)
    return Evidence(
        document_id=near.later.document.id,
        span=near.later.span,
        bearing=suggested.bearing,
        score=near.score,
        day=near.later.day,
        effective=suggested.effective,
        reasons=_reasons(near.reasons, suggested.reasons),
    )


def _reasons(near: Iterable[Reason], suggested: Sequence[Reason]) -> tuple[Reason, ...]:
    """Those that decided first; a cue named twice once."""
    codes = {one.code for one in suggested}
    return (*suggested, *(one for one in near if one.code not in codes))


def _line(one: KeptCommitment) -> str:
    return f"{one.id}{one.group}{one.commitment.action}{one.commitment.due}"
