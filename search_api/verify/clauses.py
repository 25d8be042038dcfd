"""Clauses: a sentence cut where a new statement begins, and which clause of one sentence tells of which of another."""

import re
from dataclasses import dataclass
from itertools import pairwise

from search_api.verify.stems import stem_set

COVERED = 0.75
"""Share of a clause's telling words from which it is spoken of, whatever else fits better."""

_CUT = {
    "en": re.compile(
        r"[;:!?]\s|\.\s|\s-\s|,?\s\b(?:but|although|though|while|whereas|which|who|when|with)\b|"
        r",?\s\b(?:and|or|so)\b(?=\s(?:\w+ )?(?:must|should|shall|may|might|can|cannot|could|will|would|need|is|"
        r"are|was|were|has|have|had|"
        r"do|does|did|not|never|no|it|they|its|he|she|we|I|their|then|that)\b)",
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r"[;:!?]\s|\.\s|\s-\s|,?\s\b(?:ond|er|tra|pan|sy|sydd|sy'n)\b|"
        r",?\s\b(?:ac|a)\b(?=\s(?:ni|nid|rhaid|mae|mae'n|roedd|bydd|disgwylir|gofynnir|rhybuddiodd|daeth|"
        r"chododd|dylai|dylent|cyhoedd\w+)\b)",
        re.IGNORECASE,
    ),
}

_OF_ITS_OWN = re.compile(r"\b(?:it|they|he|she|we|I|those|these|this|that|there|nhw|hi|ef|hwn|hyn)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and its telling words."""

    start: int
    end: int
    stems: frozenset[str]


def clauses(text: str, language: str) -> list[Clause]:
    """The clauses of a plain text, in order: one without telling words or a subject belongs to the one before."""
    cuts = [0, *(match.start() + 1 for match in _CUT[language].finditer(text)), len(text)]
    found: list[Clause] = []
    for start, end in pairwise(cuts):
        own = stem_set(text[start:end], language)
        if found and not own and not _OF_ITS_OWN.search(text[start:end]):
            found[-1] = Clause(found[-1].start, end, found[-1].stems)
        elif end > start:
            found.append(Clause(start, end, own))
    return found


def told_by(said: Clause, proof: list[Clause]) -> list[Clause]:
    """The clauses of a quotation that one tells of: those sharing most of its words, and any it tells nearly whole."""
    shared = [len(said.stems & clause.stems) for clause in proof]
    most = max(shared, default=0)
    if not most:
        return list(proof)
    best = [clause for clause, count in zip(proof, shared, strict=True) if count == most]
    fullest = max(most / len(clause.stems) for clause in best)
    found = [clause for clause in best if most / len(clause.stems) >= fullest]
    known = frozenset().union(*(clause.stems for clause in found))
    whole = [one for one in proof if one.stems - known and len(said.stems & one.stems) / len(one.stems) >= COVERED]
    return [clause for clause in proof if clause in found or clause in whole]
