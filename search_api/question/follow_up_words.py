"""Follow-up words: how a question that leans on the one before begins and points back, in both languages; rewrites nothing."""

import re
from typing import NamedTuple


class Pronoun(NamedTuple):
    """A word that points back. The group `it` is what is replaced, `noun` a noun that belongs to it ("that guidance")."""

    pattern: re.Pattern[str]
    plural: bool = False
    possessive: bool = False


def _find(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


LEADING = {
    "en": _find(r"^(?:and|but|so|also|then|ok(?:ay)?|well|right|thanks|now)\b,? (?:and |then |also |but )?"),
    "cy": _find(
        r"^(?:a(?:c)?|ond|felly|wedyn|iawn|hefyd)\b,? (?=(?:ph?ryd|ph?wy|beth|ph?am|sut|faint|ble|lle|sawl|ph?a|"
        r"ers|erbyn|am|i bwy|a yw|a oes|a ydy)\b)"
    ),
}
"""How a follow-up may begin."""
_BARE_EN = (
    r"(?:(?:by|since|from|until|for|till) )?(?:when|how long|how often|how much|how many|how soon|where|who|"
    r"whom|why(?: not)?|how(?: so)?|what for|which ones?|how come|what date|which year|what year|in (?:what|"
    r"which) year|who by|who for|by whom|for whom|says who|who says so|on what date|at what cost|"
    r"with what money|how far ahead|how exactly|who else|what else|anything else|what next|and then)"
)
BARE = {
    "en": _find(rf"(?:(?:and|but|so|ok(?:ay)?),? )?{_BARE_EN}(?: exactly| then| though)?\s*[?.!]*"),
    "cy": _find(
        r"(?:(?:ac?|ond|felly),? )?(?:(?:ers|erbyn|tan|hyd|o) )?(?:ph?ryd|ph?a bryd|ph?am(?: (?:ddim|felly|lai))?|"
        r"ph?wy|ble|lle|sut|faint|pa mor aml|pa mor hir|am faint|gan bwy|i bwy|ym mha flwyddyn|pa rai|"
        r"sawl un)\s*[?.!]*"
    ),
}
"""A question word alone."""
_NOT_A_VERB = (
    r"(?!(?:when|who|whom|whose|why|how|where|what|which|if|is|are|was|were|do|does|did|can|could|must|should|"
    r"may|has|have|had|will|would)\b)"
)
CASE = {
    "en": _find(
        rf"(?:(?:(?:and|but|so|ok(?:ay)?),? )?(?:what|how) about (?P<case>[^?]{{2,120}}?)|(?:and|but|so)(?: also|"
        rf" what)?,? (?P<tie>for|in|with|under|at|on|by|before|after|during|"
        rf"since) {_NOT_A_VERB}(?P<case2>[^?]{{2,120}}?)|(?:(?P<tie3>for|in|with|under|at|during|"
        rf"since) {_NOT_A_VERB}(?P<case3>(?:[\w'’-]+ ?){{1,6}}))|"
        rf"and {_NOT_A_VERB}(?P<case4>(?:[\w'’-]+ ?){{1,6}}))\s*[?.!]*"
    ),
    "cy": _find(
        r"(?:(?:(?:ac?|ond|felly),? )?beth am (?P<case>[^?]{2,120}?)|(?:ac?|ond) (?P<tie>i|ar gyfer|mewn|yn|ym|"
        r"o dan|ers|cyn) (?!(?:bwy|ba|beth)\b)(?P<case2>[^?]{2,120}?)|(?P<tie3>ar gyfer|mewn|o dan|ers) (?!(?:bwy|"
        r"ba|beth|pryd)\b)(?P<case3>(?:[\w'’-]+ ?){1,6})|ac? (?!(?:ph?ryd|ph?wy|beth|ph?am|ph?a|sut|faint|ble|lle|"
        r"sawl|pa|ers|erbyn|am|i|yw|ydy|oes|oedd|mae|fydd|ddylai)\b)(?P<case4>(?:[\w'’-]+ ?){1,6}))\s*[?.!]*"
    ),
}
"""Another case of what was asked."""
_POINTLESS = (
    r"(?: \w+ly)? (?:possible|compulsory|necessary|legal|lawful|allowed|ok|okay|true|likely|up|enough|"
    r"mandatory|permitted|required|best|hard|easy|difficult|right|wrong|safe|fair|normal|usual|take|takes|cost|"
    r"costs|matter|better|illegal|advisable|wise|acceptable)(?: \w+){0,3} (?:to|that|for|if|whether|when)\b"
)
"""After "it", where it points at nothing before: "is it possible to", "does it take to"."""
_AUX = r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|must|should|shall)"
PRONOUNS = {
    "en": (
        # "that guidance", "this plan": the noun says which.
        Pronoun(
            _find(
                r"\b(?P<it>this|that|these|those|the same) (?P<noun>guidance|framework|plan|plans|policy|policies|code|"
                r"duty|duties|rule|rules|body|review|grant|scheme|programme|report|letter|statement|qualification|law|act|"
                r"change|changes|deadline|requirement|requirements|group|strategy|visit|money|funding)\b"
            )
        ),
        Pronoun(_find(r"\b(?P<it>its)\b(?! own\b)"), possessive=True),
        Pronoun(_find(r"\b(?P<it>their)\b(?! own\b)"), plural=True, possessive=True),
        Pronoun(_find(rf"\b{_AUX}(?:n't)? (?P<it>they)\b"), plural=True),
        Pronoun(_find(r"\b(?P<it>they|them)\b"), plural=True),
        # "is it true that", "does it take to", "is it possible to" point nowhere.
        Pronoun(
            _find(
                rf"\b{_AUX}(?:n't)? (?P<it>it|this|that|these|those)\b(?!{_POINTLESS})(?! [a-z]+ (?:guidance|plan|"
                rf"framework)\b)"
            )
        ),
        Pronoun(
            _find(
                r"\b(?:of|about|for|with|under|in|to|from|by|on|behind|against|after|before) (?P<it>it|this|that|these|"
                r"those)(?=\s*(?:[?.!,;]|$|\b(?:is|are|was|now|in|by|for|before|after|when|at|each|every|today|yet|too|"
                r"as well)\b))"
            )
        ),
        Pronoun(
            _find(
                r"\b(?!(?:that|if|when|since|because|and|so) )(?P<verb>\w+) (?P<it>it|this|that|these|"
                r"those)(?=\s*(?:[?.!,;]|$|\b(?:on|in|by|for|to|with|at|from|each|every|before|after|when|if|now|today|yet|"
                r"too|so|up|again|online|as|cost|costs|mean|means|apply|applies|start|starts)\b))"
            )
        ),
        Pronoun(_find(r"^(?P<it>it|this|that)(?='s\b| (?:is|was|has|will|means|says))")),
        Pronoun(_find(rf"^(?:who|what|how|when|where|why)(?:'s| \w+)? (?P<it>it|this|that|these|those)\b(?!{_POINTLESS})")),
    ),
    "cy": (
        Pronoun(
            _find(
                r"\b(?:yw|ydy|ydi|oedd|fydd|mae|bydd|fyddai|roedd) (?P<it>hynny|hwnnw|honno|hyn|hwn|hon|y rhain|y rheini|"
                r"fe|e|hi|o|ef)\b(?! (?:yn bosib|yn wir))"
            )
        ),
        Pronoun(_find(r"\b(?:ydyn|ydynt|maen|oedden|fyddan|oes rhaid iddyn|rhaid iddyn) (?P<it>nhw|hwy)\b"), plural=True),
        Pronoun(
            _find(
                r"\b(?:yw|ydy|ydi|oedd|fydd|mae)(?P<it>)(?='n (?:statudol|orfodol|gorfodol|rhwymol|gyfredol|dal|dechrau|"
                r"gyfreithiol|newydd|gymwys|berthnasol|gostus|costio|ddrud|para|golygu))"
            )
        ),
        Pronoun(
            _find(
                r"\b(?:i|o|am|ar|gan|dan|gyda|at|ar gyfer|y tu ôl i) (?P<it>hynny|hwnnw|honno|hyn|hwn|hon|"
                r"nhw)(?=\s*(?:[?.!,]|$))"
            )
        ),
        Pronoun(_find(r"\b\w+ (?P<it>hynny|hwnnw|honno)(?=\s*(?:[?.!,]|$|'n\b))")),
    ),
}
"""Tried in order; the first that finds one is used."""
LEANING = {
    "en": {
        "own": _find(
            r"\b(?:the|an?|our|my|your|this|any|each|every) (?!(?:schools?|head|headteacher|council|governing|"
            r"governors?|minister|government|law|most|first|same|cost|date|year|reason|aim|point|"
            r"money)\b)[a-z][\w'-]{2,}"
        ),
        "own_many": _find(
            r"\b(?:schools|governors|heads|headteachers|councils|authorities|ministers|pupils|learners|parents|"
            r"teachers|inspectors|children|governing bodies|staff|colleges|the \w+s)\b"
        ),
        "past": _find(r"^(?:and )?(?:\w+ )?(?:was|were|did|had)\b"),
    },
    "cy": {
        "own": _find(r"\b(?:ein|fy|unrhyw|bob) \w{3,}"),
        "own_many": _find(r"\b(?:ysgolion|llywodraethwyr|penaethiaid|cynghorau|awdurdodau|disgyblion|rhieni|athrawon)\b"),
        "past": _find(r"^(?:a )?(?:oedd|roedd)\b"),
    },
}
"""What a pronoun may stand for in its own question; and how a question about the past begins."""
POINTS_BACK = _find(r"it|this|that|these|those|them|they|hynny|hwnnw|honno|nhw|hyn")
OF_A_TEXT = {
    "en": _find(
        r" (?:must |should |may |to |have to |also )?(?:contain|include|cover|say|apply|mean|cost|last|start|begin|"
        r"look like|replace|come into)\b"
    ),
    "cy": _find(r" (?:yn )?(?:cynnwys|dweud|berthnasol|golygu|costio|para|dechrau)\b"),
}
"""After "they", where they are texts or things and not people."""
THING_NAMED = re.compile(
    r" (?:improvement|development|uniform|plans?|budget|inspections?|guidance|attendance|day|year)\b|'s? ", re.IGNORECASE
)
WORDS = {
    "en": {
        "case": "in the case of",
        "in": "in",
        "bare": "asked of the question before",
        "instead": "'{case}' put into the question before",
        "also": "the question before, in the case of '{case}'",
        "pronoun": "'{it}' read as '{meant}'",
    },
    "cy": {
        "case": "yn achos",
        "in": "yn",
        "bare": "yn gofyn am y cwestiwn blaenorol",
        "instead": "rhoddwyd '{case}' yn y cwestiwn blaenorol",
        "also": "y cwestiwn blaenorol, yn achos '{case}'",
        "pronoun": "darllenwyd '{it}' fel '{meant}'",
    },
}
"""Words put into a rewritten question, and how it leant."""
