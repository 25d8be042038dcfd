"""Kind: what sort of answer a question asks for, and whether a sentence holds that sort; rules in English and Welsh.

A first reading by cue words (methods 2.3). Does not read actors, dates or bodies out of the question.
"""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a question asks for."""

    WHEN = "when"
    HOW_MUCH = "how_much"
    WHO = "who"
    MUST = "must"
    LIST = "list"
    OTHER = "other"


_CUES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.WHEN,
        r"^when\b|\b(?:by when|what date|which (?:year|month|day|date)|how soon|deadline|since when)\b|^pryd\b|\berbyn pryd\b",
    ),
    (
        Kind.HOW_MUCH,
        r"\bhow (?:much|many|long|often|large|big)\b|\bwhat (?:percentage|proportion|share|number|amount)\b|^faint\b|\bsawl\b",
    ),
    (Kind.WHO, r"^who(?:m|se)?\b|\bwhich (?:minister|body|organisation|group)\b|^pwy\b|\bpa gorff\b"),
    (
        Kind.MUST,
        (
            r"\b(?:must|have to|has to|required?|requirement|duty|duties|obliged|obligations?|compulsory|legally|law)\b"
            r"|\brhaid\b|\bdyletswydd(?:au)?\b|\bgofyn(?:iad|ion)\b"
        ),
    ),
    (
        Kind.LIST,
        (
            r"\b(?:what|which)\b.*\b(?:areas|themes|priorities|points|steps|actions|members|factors|elements|aims|objectives|"
            r"risks|reasons|categories|groups|changes|recommendations|issues|powers|grounds|principles|parts|criteria)\b"
            r"|\bname the\b|\blist\b|\bpa (?:gamau|flaenoriaethau|feysydd)\b|\brhestrwch\b"
        ),
    ),
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
_HOLDS: dict[Kind, re.Pattern[str]] = {
    Kind.WHEN: re.compile(
        rf"\b(?:19|20)\d\d\b|\b{_MONTH}\b|\b(?:spring|summer|autumn) term\b|\b(?:this|next) (?:week|year|term|autumn|spring)\b"
        rf"|\b(?:\d+|{_NUMBER_WORDS}) (?:school |working )?(?:minute|hour|day|week|month|term|year)s?\b"
        r"|\b(?:each|every) (?:day|week|month|term|year)\b|\bannually\b|\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b",
        re.IGNORECASE,
    ),
    Kind.HOW_MUCH: re.compile(rf"£|\d|\b(?:{_NUMBER_WORDS}|half|quarter|dau|tri|pedwar|pump)\b", re.IGNORECASE),
    Kind.WHO: re.compile(r"\b(?:[A-ZŴŶÂÊÎÔÛ][\w’'-]+ ){1,}[A-ZŴŶ][\w’'-]+|\b[A-Z]{3,}\b|\b(?:Estyn|Dysgu|Hwb|Adnodd|Medr)\b"),
    # A list in one sentence shows by its colon, semicolon or two commas.
    Kind.LIST: re.compile(r":|;|,.*,"),
    Kind.MUST: re.compile(
        r"\b(?:must|have to|has to|had to|required?|requires|duty|duties|obliges?|statutory|legal(?:ly)?|should|shall|may)\b"
        r"|\brhaid\b|\bdyletswydd|\bstatudol\b|\bdylai\b",
        re.IGNORECASE,
    ),
}


def kind_of(question: str) -> Kind:
    """The kind of a question: `"By when must it start?"` -> WHEN."""
    tidy = question.casefold().strip()
    return next((kind for kind, cue in _CUES if re.search(cue, tidy)), Kind.OTHER)


def holds(kind: Kind, text: str) -> bool:
    """Whether a sentence holds what that kind of question asks for; any sentence does for OTHER."""
    pattern = _HOLDS.get(kind)
    return pattern is None or bool(pattern.search(text))
