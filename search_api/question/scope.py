"""Scope: whether a question is about what stands today, what stood on a past day, or how texts followed one another.

Read from its words, which it carries (methods 7.4). A question on what a minister said or did in a year is about an event,
which stays on the record: its year is a period and nothing more. Does not search or filter.
"""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from search_api.question.kind import Kind
from search_api.question.periods import Period


class Scope(StrEnum):
    """Which versions of texts a question is about."""

    CURRENT = "current"
    """What stands today, and every record of an event."""
    AS_OF = "as_of"
    """What stood on a day in the past."""
    HISTORY = "history"
    """Texts that no longer stand too: how they changed, or what an earlier one said."""


class ScopeRead(NamedTuple):
    """A scope, the words it was read from (empty for CURRENT), and the day of AS_OF."""

    scope: Scope
    words: str
    as_of: date | None


_TEXT = (
    r"(?:guidance|guidelines|framework|code|plan|polic(?:y|ies)|rules?|arrangements?|strategy|mission|roadmap|"
    r"handbook|curriculum|requirements?|dut(?:y|ies)|regime|system|standards|version|edition|draft|text|"
    r"categorisation|cycle|programme)"
)
_TEXT_CY = (
    r"(?:(?:c|g|ngh|ch)anllaw(?:iau)?|ff?ramwaith|[cg]h?od|[cg]h?ynllun(?:iau)?|[bp]h?olis(?:i|ïau)|"
    r"rheol(?:au)?|threfniadau|trefniadau|drefniadau|strategaeth|cwricwlwm|gwricwlwm|g?ofyn(?:ion|iad)|"
    r"d?dyletswydd(?:au)?|d?dd?rafft|fersiwn|rhifyn|gyfundrefn|c?g?ylch)"
)
_HISTORY = {
    "en": (
        (
            r"\b(?:has|have|had) (?!not\b)(?:[\w'’,-]+ ){1,14}?(?:changed|been (?:replaced|superseded|withdrawn|"
            r"scrapped|dropped|updated|amended|revised))\b"
        ),
        (
            r"\bhow (?:has|have|did|does) (?:[\w'’,-]+ ){1,16}?(?:change|changed|moved?(?: on)?|evolved?|"
            r"develop(?:ed)?|grown?|shift(?:ed)?|risen|fallen)\b"
        ),
        r"\bwhat(?:'s| has| have| is)? (?:\w+ )?(?:changed|changing)\b|\bwhat changed\b",
        rf"\b(?:previous|old|older|earlier|former|original|superseded|withdrawn|outgoing|last) (?:[\w'’-]+ ){{0,3}}{_TEXT}\b",
        r"\b(?:previous|earlier|old|older|past|superseded) (?:versions?|editions?|ones?)\b",
        r"\bused to (?!\w+ing\b|an?\b|the\b|this\b|it\b)",
        r"\b(?:before|until) (?:it|they|that|this) (?:was|were) (?:replaced|changed|withdrawn|superseded|updated)\b",
        r"\b(?:what|which \w+) (?:\w+ )?(?:replaced|superseded|came before|preceded)\b|\b(?:replaced|superseded) by\b",
        r"\bwhat (?:did|does|do|was|were|is) (?:[\w'’,-]+ ){1,12}?(?:replace|supersede)\b",
        r"\b(?:took|take|taken|taking) the place of\b|\bin (?:the )?place of\b",
        rf"\bdraft (?:[\w'’-]+ ){{0,4}}?{_TEXT}\b|\b{_TEXT} in draft\b|\bthe draft (?:said|say|propose)",
        r"\bover (?:time|the (?:past|last) \w+ years)\b|\bover the years\b|\bhistory of\b|\btimeline\b",
        r"\bdifferences? (?:between|from) (?:the )?(?:\w+ ){0,4}(?:old|previous|earlier|draft|19\d\d|20\d\d)\b",
        r"\bno longer\b(?=.*\bwhat\b)|\bat the time\b(?! of)",
    ),
    "cy": (
        (
            r"\bwedi (?:newid|cael eu newid|cael ei newid|'?i (?:d?disodli|dynnu'n ôl)|'?u disodli)\b|"
            r"\bwedi'i d?disodli\b|\bwedi'u disodli\b"
        ),
        (
            r"\bsut (?:mae|y mae|newidiodd|bu)\b.{0,80}?\b(?:wedi (?:newid|datblygu|tyfu|symud)|newidiodd)\b|"
            r"\bbeth (?:newidiodd|sydd wedi newid)\b"
        ),
        (
            rf"\bhen {_TEXT_CY}\b|\b{_TEXT_CY}(?: \w+){{0,4}} (?:blaenorol|flaenorol|cynharach|gynharach|gwreiddiol|"
            rf"gynt|d?dd?rafft)\b"
        ),
        r"\b(?:fersiwn|fersiynau|rhifyn|rhifynnau) (?:blaenorol|cynharach|hŷn|flaenorol|gynharach)\b",
        r"\b(?:arfer|yn arfer) (?:bod|gorfod|cael|dweud)\b|\bers talwm\b|\bar y pryd\b",
        r"\b(?:a )?d?disodl(?:odd|wyd)\b|\b[cg]ymerodd le\b|\byn lle'?r? hen\b",
        r"\bdros (?:amser|y blynyddoedd)\b|\bhanes y\b",
    ),
}
_DATED = {
    "en": re.compile(
        (
            r"(?<!since )(?<!by )(?<!after )(?P<year>(?:19|20)\d\d)(?:'s)? (?:[\w'’,-]+ ){0,6}?(?P<text>guidance|"
            r"guidelines|framework|code|plan|polic(?:y|ies)|rules|arrangements|strategy|mission|roadmap|handbook|"
            r"curriculum|version|edition|draft)\b|\b(?:guidance|guidelines|framework|code|plan|policy|rules|"
            r"arrangements|strategy|mission|roadmap|handbook|version|edition|draft) (?:of|from|(?:published|issued|"
            r"dated)(?: in)?) (?:\w+ )?(?P<of>(?:19|20)\d\d)\b"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(
        rf"\b{_TEXT_CY}(?: \w+){{0,5}}? (?:o |mis \w+ )?(?P<year>(?:19|20)\d\d)\b(?P<text>)(?P<of>)",
        re.IGNORECASE,
    ),
}
"""A text called by its year, as in "the 2022 framework": one that may have been replaced since."""
_ISSUED = re.compile(
    r"\b(?:was|were|is|are) (?:the|an?|our|this|that|any) (?:[\w'-]+ ){1,5}(?:published|issued|dated)\b", re.IGNORECASE
)
_STILL = {
    "en": re.compile(
        r"\b(?:still|in force|current(?:ly)?|now|today|these days|at the moment|up to date|any longer|any more)\b",
        re.IGNORECASE,
    ),
    "cy": re.compile(r"\b(?:yn dal|o hyd|mewn grym|cyfredol|bellach|heddiw|nawr|ar hyn o bryd)\b", re.IGNORECASE),
}
_STOOD = {
    "en": re.compile(
        (
            r"\b(?:as (?:at|of|it stood|they stood)|that (?:applied|stood|was in force)|(?:was|were) (?:in force|"
            r"current|in place|in use))\b"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(r"\b(?:fel yr oedd|fel ag yr oedd|oedd mewn grym|oedd yn gyfredol)\b", re.IGNORECASE),
}
_BOUND = {
    "en": re.compile(
        (
            r"\b(?:had to|(?:was|were) (?:[\w'’-]+ ){0,5}?(?:required|obliged|expected|supposed|allowed|permitted|"
            r"entitled|statutory|compulsory|mandatory|binding|non-statutory|addressed)|"
            r"did (?:[\w'’-]+ ){1,5}?(?:have to|need to|need)|(?:was|were) there (?:a|any) (?:legal )?(?:dut|"
            r"requirement|rule))"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(
        (
            r"\b(?:oedd (?:yn )?rhaid|roedd rhaid|bu'n rhaid|oedd (?:[\w'’-]+ ){0,5}?(?:statudol|yn statudol|gorfodol|"
            r"orfodol|g?ofynnol)|oedd dyletswydd|oedd gofyn|i fod i)\b"
        ),
        re.IGNORECASE,
    ),
}
_SAID = {
    "en": re.compile(
        # Who says something says it on a day: only what a text says stands for a time.
        (
            r"\b(?:did|was|were)\b(?! (?:the |any |our )?(?:minister|ministers|cabinet|first minister|government|"
            r"welsh government|ministerial|committee|estyn|inspectors|group|panel|senedd|we|they|he|she|"
            r"i)\b)(?! (?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+)*) (?:say|tell|write|ask|promise|call|think)\b)"
            rf"(?:(?!\b(?:announce|publish|issue|launch|commit|promise|decide|introduce|release|consult|begin|"
            rf"start)).)*?\b{_TEXT}\b"
            r"(?:(?!\b(?:announced|published|issued|launched|released|introduced|brought|consulted)\b).)*$"
            rf"|\b{_TEXT}\b (?:\w+ )?(?:said|stated|required|asked|expected|meant|covered|contained|included|applied|"
            rf"advised|told|allowed|set out)\b"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(
        (
            rf"\b(?:oedd|roedd|ddywedodd|dywedodd|oeddent|ofynnodd|wnaeth)\b(?:(?!cyhoedd|gyhoedd|lansio|"
            rf"dechreu).)*?\b{_TEXT_CY}(?:(?!cyhoedd|gyhoedd).)*$"
        ),
        re.IGNORECASE,
    ),
}
"""Past tense about what a text says, which holds for as long as it stands."""
_MONEY = re.compile(r"£|\b(?:grants?|funding|budget|cost|spen[dt]|money|cyllid|cyllideb|arian)\b", re.IGNORECASE)


def read_scope(text: str, language: str, periods: Sequence[Period], *, kind: Kind, today: date) -> ScopeRead:
    """The scope of a question: `"What did the guidance say in March 2023?"` -> AS_OF, 31 March 2023."""
    plain = text.replace("’", "'")
    past = next((one for one in periods if date.min < one.first <= today and one.last < date.max), None)
    if past and kind is not Kind.COMPARE:
        dated = _DATED[language].search(plain)
        is_only_its_name = dated is not None and past.words.endswith(_year_of(dated)) and " " not in past.words
        if not is_only_its_name and (cue := _stood_then(plain, language, kind)):
            return ScopeRead(Scope.AS_OF, f"{cue} … {past.words}", min(past.last, today))
    for pattern in _HISTORY[language]:
        if found := re.search(pattern, plain, re.IGNORECASE):
            return ScopeRead(Scope.HISTORY, found[0].strip(), None)
    dated = _DATED[language].search(plain)
    of_the_past = dated is not None and int(_year_of(dated)) < today.year
    if dated and of_the_past and not _STILL[language].search(plain) and not _ISSUED.search(plain):
        return ScopeRead(Scope.HISTORY, dated[0], None)
    return ScopeRead(Scope.CURRENT, "", None)


def _stood_then(text: str, language: str, kind: Kind) -> str:
    """The words that ask for what stood on the day named; empty where they ask for an event of it."""
    if found := _STOOD[language].search(text) or _BOUND[language].search(text):
        return found[0]
    is_event = kind in (Kind.WHEN, Kind.STATUS) or _MONEY.search(text)
    found = None if is_event else _SAID[language].search(text)
    return found[0].split()[0] if found else ""


def _year_of(dated: re.Match[str]) -> str:
    return dated["year"] or dated["of"] or ""
