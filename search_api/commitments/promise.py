"""Promise: one commitment with all its sources, in the words that later texts are compared with; compares nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.commitment import Deliverable, Due
from corpus.commitments import KeptCommitment
from corpus.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment as it is looked for in later texts."""

    first: KeptCommitment
    sources: tuple[KeptCommitment, ...]
    """All of them, the first source first."""
    publication: Publication
    family: frozenset[str]
    """Ids of its own publication and of those that its other sources stand in."""

    @property
    def id(self) -> str:
        """That of its first source."""
        return self.first.id

    @property
    def said_on(self) -> date | None:
        """The day it was made, the first that a source gives; None where none gives a day."""
        days = [one.commitment.made_on for one in self.sources if one.commitment.made_on]
        return min(days) if days else None

    @property
    def made_on(self) -> date | None:
        """What later is counted from: the day it was made, else the first day known for its publication."""
        return self.said_on or self.publication.date

    @property
    def due(self) -> Due | None:
        """Its main date: the first source's that names days, else the first source's."""
        dues = [one.commitment.due for one in self.sources if one.commitment.due]
        return next((due for due in dues if due.last), dues[0] if dues else None)

    @property
    def kind(self) -> Deliverable | None:
        """What kind of thing is promised."""
        return self.first.commitment.deliverable_type

    def words(self, language: str) -> str:
        """What is promised, in the words of its sources in a language; empty where none is in it."""
        said = [_said(one) for one in self.sources if one.commitment.language == language]
        return " ".join(dict.fromkeys(said))


def promises(kept: Iterable[KeptCommitment], publications: dict[str, Publication]) -> list[Promise]:
    """Commitments by group, in the order of their first sources; those whose publication is gone are left out."""
    groups: dict[str, list[KeptCommitment]] = {}
    for one in kept:
        groups.setdefault(one.group, []).append(one)
    made = []
    for key, mine in groups.items():
        sources: Sequence[KeptCommitment] = sorted(mine, key=lambda one: one.id != key)
        if sources[0].id == key and sources[0].publication_id in publications:
            made.append(
                Promise(
                    first=sources[0],
                    sources=tuple(sources),
                    publication=publications[sources[0].publication_id],
                    family=frozenset(one.publication_id for one in sources),
                )
            )
    return made


def _said(one: KeptCommitment) -> str:
    commitment = one.commitment
    words = commitment.action or one.quote
    for due in commitment.dues:  # by when says nothing of what
        words = words.replace(due.words, " ")
    # An agentless promise has its thing before the verb, so that what is to be done alone says nothing of it.
    said = words if commitment.deliverable in commitment.action else f"{commitment.deliverable} {words}"
    return " ".join(said.split())
