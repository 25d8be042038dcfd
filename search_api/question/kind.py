"""Kind: what sort of answer a question asks for, read from its cue words in English and Welsh; does not look for the answer.

A question is read from its leading word ("by when", "do we", "beth yw"), then from what follows it; the tables are in
`kind_cues` and `kind_cues_welsh` (methods 2.3), and whether a sentence holds a sort of answer is in `kind_held`.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from corpus.language import language_of
from search_api.question import kind_cues, kind_cues_welsh, kind_held
from search_api.question.promise_cues import asks_what_was_promised


class Kind(StrEnum):
    """What a question asks for."""

    WHEN = "when"
    """A day, month, year or term, or a time limit."""
    HOW_LONG = "how_long"
    """A length of time, or how often."""
    HOW_MUCH = "how_much"
    """A sum, number or share."""
    WHO = "who"
    """A person, body or office."""
    WHERE = "where"
    MUST = "must"
    """What someone must, should or may do, or whether a text binds."""
    LIST = "list"
    WHY = "why"
    HOW = "how"
    DEFINITION = "definition"
    STATUS = "status"
    """Whether something came about, or still stands."""
    COMPARE = "compare"
    PROMISED = "promised"
    """What somebody has said they will do: answered from the register of commitments."""
    YES_NO = "yes_no"
    OTHER = "other"


class KindRead(NamedTuple):
    """A kind, and the words of the question it was read from; empty for OTHER."""

    kind: Kind
    words: str


LONGEST = 2_000
"""Characters of a question that are read, and of a sentence that is tested: far above any of ours."""
_TABLES = {"en": kind_cues, "cy": kind_cues_welsh}
_SENTENCE = re.compile(r"(?<=[.?!;])\s+")


def read_kind(text: str, language: str) -> KindRead:
    """The kind of a question with its cue: `"By when must it start?"` -> WHEN, `"by when"`."""
    tables = _TABLES[language]
    tidy = re.sub(r"\s+", " ", text[:LONGEST].replace("’", "'")).strip()
    clause = asked_clause(tidy, language)
    if promised := asks_what_was_promised(clause, language):
        return KindRead(Kind.PROMISED, promised.strip(" ,?.").casefold())
    for lead, cues in tables.LEADS:
        if re.match(lead, clause, re.IGNORECASE):
            return _first(cues, clause)
    return _first(tables.KEYWORDS, clause)


def kind_of(text: str, language: str | None = None) -> Kind:
    """The kind of a question; its language is told by its small words where it is not given."""
    return read_kind(text, language or language_of(text)).kind


def holds(kind: Kind, text: str, language: str = "en") -> bool:
    """Whether a sentence holds what that kind of question asks for; any sentence does for YES_NO and OTHER."""
    return kind_held.holds(kind.value, text[:LONGEST], language)


def asked_clause(text: str, language: str) -> str:
    """The part of a text that asks, without what leads up to it: `"I am a governor. Do we vote?"` -> `"Do we vote?"`."""
    tables = _TABLES[language]
    sentences = _SENTENCE.split(text)
    clause = next((one for one in sentences if one.rstrip().endswith("?")), text)
    for _ in range(3):  # "Please can you tell me, as a governor, when …": each turn takes one of these away
        shorter = clause
        for preamble in tables.PREAMBLES:
            shorter = re.sub(preamble, "", shorter, count=1, flags=re.IGNORECASE)
        if shorter == clause or not shorter.strip():
            break
        clause = shorter
    return clause


def _first(cues: tuple[tuple[str, str], ...], clause: str) -> KindRead:
    for kind, cue in cues:
        match = re.search(cue, clause, re.IGNORECASE)
        if match:
            words = match.groupdict().get("cue") or match[0]
            return KindRead(Kind(kind), words.strip(" ,?.").casefold())
    return KindRead(Kind.OTHER, "")
