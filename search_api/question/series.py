"""Series: the kinds of publication a question asks for by name, as "letter"; does not guess from its subject."""

import re
from functools import lru_cache

from corpus.publication import PublicationType

_ENGLISH: dict[PublicationType, str] = {
    PublicationType.WRITTEN_STATEMENT: r"written (?:cabinet |ministerial )?statements?",
    PublicationType.ORAL_STATEMENT: (
        r"oral (?:cabinet |ministerial )?statements?|statements? (?:in|to) the (?:senedd|assembly|chamber)|"
        r"plenary statements?"
    ),
    PublicationType.WRITTEN_ANSWER: r"written (?:answers?|questions?)|(?:senedd|assembly) (?:answers?|questions?)",
    PublicationType.LETTER: r"letters?(?! (?:of the alphabet|sounds?))",
    # "30 minutes" are no record of a meeting.
    PublicationType.MINUTES: (
        r"(?<!\d )(?<!many )(?<!few )(?:the |meeting |group's |ncg |published )minutes(?! (?:late|before|after|"
        r"long|each|a day))|minutes of\b"
    ),
    PublicationType.NEWS: r"press releases?|news (?:stories|story|items?|releases?)|press notices?",
    PublicationType.REPORT: (
        r"(?:annual|inspection|thematic|review|final|interim|the|their|its|estyn|estyn's|latest|oecd|a|"
        r"which) reports?(?! (?:to|on|back|that)\b)|reports? (?:by|from|of)\b|estyn's (?:\w+ )?report"
    ),
    PublicationType.RESEARCH_BRIEFING: r"research briefings?|senedd research|briefing papers?",
    PublicationType.GUIDANCE: r"guidance|guidelines",
    PublicationType.LEGISLATION: r"(?-i:Acts?)|legislation|regulations|statutory instruments?|section \d+ of",
    PublicationType.CONSULTATION: r"consultations?(?! (?:with|of) (?:parents|staff|pupils))|consulted on",
    PublicationType.TERMS_OF_REFERENCE: r"terms of reference|remit of the (?:group|panel|board)",
}
_WELSH: dict[PublicationType, str] = {
    PublicationType.WRITTEN_STATEMENT: r"[dn]h?atganiad(?:au)? ysgrifenedig|ddatganiad(?:au)? ysgrifenedig",
    PublicationType.ORAL_STATEMENT: r"d?d?atganiad(?:au)? llafar|d?d?atganiad(?:au)? yn y senedd",
    PublicationType.WRITTEN_ANSWER: r"atebion? ysgrifenedig|ateb ysgrifenedig|cwestiynau ysgrifenedig|cwestiwn ysgrifenedig",
    PublicationType.LETTER: r"ll?ythyr(?:on|au)?",
    PublicationType.MINUTES: r"[cg]h?ofnodion",
    PublicationType.NEWS: r"datganiad(?:au)? i'r wasg",
    PublicationType.REPORT: r"adroddiad(?:au)?",
    PublicationType.RESEARCH_BRIEFING: r"[bp]h?apur(?:au)? briffio|ymchwil y senedd",
    PublicationType.GUIDANCE: r"(?:c|g|ngh|ch)anllaw(?:iau)?",
    PublicationType.LEGISLATION: r"d?d?eddfwriaeth|(?-i:D?d?Deddf|Deddf|Ddeddf)|rheoliadau",
    PublicationType.CONSULTATION: r"ymgynghoriad(?:au)?",
    PublicationType.TERMS_OF_REFERENCE: r"(?:c|g|ch)ylch gorchwyl",
}


def series_named(text: str, language: str) -> tuple[PublicationType, ...]:
    """The types a question names, in our own order: `"Which letters did the group send?"` -> letter."""
    return tuple(kind for kind, pattern in _patterns(language).items() if pattern.search(text))


@lru_cache(maxsize=2)
def _patterns(language: str) -> dict[PublicationType, re.Pattern[str]]:
    written = _ENGLISH if language == "en" else _WELSH
    return {kind: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for kind, pattern in written.items()}
