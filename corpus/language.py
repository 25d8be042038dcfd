"""Language: whether words are English or Welsh, told by their small words; does not translate.

A text has hundreds of small words and a question a handful, so counting them is enough for two languages this far apart
(methods 8.2). Words both languages spell alike ("a", "i", "am") are left out.
"""

import re

WELSH_WORDS = frozenset(
    "y yr yn ar i'r a'r o'r mae bod wedi gan eu ei ein fel neu ac nid nad oes beth pryd pwy sut pam faint ble sawl pa yw "
    "sy sydd dros wrth gyda ddim hyn hon hwn yw'r sy'n mae'n oedd bydd fydd byddwn caiff rhaid dylai dylid gellir rhwng "
    "trwy drwy heb cyn ôl ers hynny hefyd ond rydym rwy'n wnaeth eich fy dan at tan os na ni".split()
)
ENGLISH_WORDS = frozenset(
    "the of and to in is are was were for on by with that this what when who whom how why which where do does did has have "
    "had be been will would must should can could may it its as from or not they their there we our you your if but than "
    "into about any all an".split()
)


def language_of(text: str, *, unsure: str = "en") -> str:
    """`en` or `cy`; `unsure` where the small words do not tell: `"Pwy sy'n arolygu ysgolion?"` -> `"cy"`."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text[:20_000].casefold())
    words = [word.replace("’", "'") for word in words]
    welsh = sum(word in WELSH_WORDS for word in words)
    english = sum(word in ENGLISH_WORDS for word in words)
    if welsh == english:
        return unsure
    return "cy" if welsh > english else "en"
