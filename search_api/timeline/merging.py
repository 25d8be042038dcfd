"""Merging: what is one thing said twice: the two languages of a publication, and the same sentence in texts of the same days.

A sentence said again months later is kept: that a promise is repeated is part of the story.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.provenance import Held
from corpus.publication import Publication
from search_api.answering.choose import Chosen, says_the_same
from search_api.timeline.speaking import Speaker
from search_api.timeline.stood_then import Texts

SAME_DAYS = 31
"""Days apart at most for one text to corroborate another: a statement, its press notice and its letter to schools."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A publication with its sentences, and what of others is merged into it."""

    speaker: Speaker
    sentences: tuple[tuple[Chosen, tuple[Publication, ...]], ...]
    """Each with the other publications that say it."""


def merged(speakers: Sequence[Speaker], texts: Texts, *, language: str) -> list[Merged]:
    """Speakers as entries: twins as one, in the language asked in if they can; corroborations under the first to say it."""
    firsts = _without_twins(speakers, texts, language=language)
    ordered = sorted(firsts, key=lambda one: (one.held.publication.date or date.max, one.held.publication.id))
    said: list[tuple[Speaker, Chosen, list[Publication]]] = []
    for speaker in ordered:
        for chosen in speaker.chosen:
            before = next((one for one in said if _corroborates(speaker, chosen, one[0], one[1])), None)
            if before:
                before[2].append(speaker.held.publication)
            else:
                said.append((speaker, chosen, []))
    found = []
    for speaker in firsts:
        mine = tuple((chosen, tuple(others)) for one, chosen, others in said if one is speaker)
        if mine:
            found.append(Merged(speaker=speaker, sentences=mine))
    return found


def _without_twins(speakers: Sequence[Speaker], texts: Texts, *, language: str) -> list[Speaker]:
    """Speakers, of two twins the one in the language asked in, else the first found."""
    by_id = {one.held.publication.id: one for one in speakers}
    found, seen = [], set[str]()
    for speaker in speakers:
        key = speaker.held.publication.id
        if key in seen:
            continue
        together = [speaker, *(by_id[twin] for twin in texts.twins_of(key) if twin in by_id and twin not in seen)]
        seen |= {one.held.publication.id for one in together}
        found.append(min(together, key=lambda one: (one.held.document.language != language, _is_digest(one))))
    return found


def _is_digest(speaker: Speaker) -> bool:
    return speaker.held.document.held is Held.DIGEST


def _corroborates(speaker: Speaker, chosen: Chosen, other: Speaker, before: Chosen) -> bool:
    if other is speaker:
        return False
    first, second = other.held.publication.date, speaker.held.publication.date
    return (
        first is not None
        and second is not None
        and abs((second - first).days) <= SAME_DAYS
        and says_the_same(chosen.scored, before.scored)
    )
