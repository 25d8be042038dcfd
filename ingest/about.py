"""About: whether the title of a listed item is about education; does not read the item.

A government lists everything it publishes. What a title does not show is missed here and still found by its address, from
the register or by hand.
"""

import re

_ENGLISH = (
    r"schools?|pupils?|learners?|learning|teach(?:er|ers|ing)|head ?teachers?|education(?:al)?|curriculum|qualifications?|"
    r"literacy|numeracy|attendance|exclusions?|governors?|governing bod(?:y|ies)|estyn|hwb|ncg|national coherence group|"
    r"additional learning needs|aln|sixth forms?|colleges?|apprentice(?:s|ships?)|students?|universit(?:y|ies)|tertiary|medr|"
    r"early years|childcare|flying start|youth work|classrooms?|gcses?|a levels?|npqh|welsh[- ]medium|bullying|safeguarding"
)
_WELSH = (
    r"ysgol(?:ion)?|disgybl(?:ion)?|dysgwyr?|d?dysgu|addysgu?|athraw(?:on|es)?|penaethiaid|pennaeth|g?cwricwlwm|cymwysterau|"
    r"llythrennedd|rhifedd|presenoldeb|g[wh]ahardd(?:iadau)?|llywodraethwyr|estyn|anghenion dysgu ychwanegol|ady|colegau?|"
    r"prentis(?:iaid|iaethau)?|myfyrwyr|prifysgol(?:ion)?|trydyddol|blynyddoedd cynnar|gofal plant|dechrau'n deg|"
    r"gwaith ieuenctid|cyfrwng cymraeg|bwlio|diogelu"
)
_ABOUT = re.compile(rf"\b(?:{_ENGLISH}|{_WELSH})\b", re.IGNORECASE)


def is_about(title: str) -> bool:
    """True for a title that holds a word of education: `"Written Statement: School attendance"`."""
    return bool(_ABOUT.search(title.replace("’", "'")))
