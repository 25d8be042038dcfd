"""Language: which of English and Welsh a text is in, by its small words; does not translate or mark parts of a text."""

import re

from simplemma import in_target_language

# Small words that only one of the two has: `a`, `i`, `o`, `am`, `at` and `hon` are words in both.
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|for|is|on|with|that|be|by|as|are|will|this|have|from|we|our|it|which|or|not|was|their|has|been|"
    r"they|would|should|can|must|who|what|how|when)\b"
)
_WELSH = re.compile(
    r"\b(?:y|yr|yn|ar|mae|bod|fod|ac|ein|eu|gan|hyn|sydd|wedi|bydd|drwy|trwy|gyda|nid|neu|fel|ei|oedd|hwn|mewn|er|dros|"
    r"rhwng|dan|sut|beth|pan|rydym|rwyf|maent|byddwn|byddaf|hefyd|yw|os|ond)\b"
)
_CLITIC = re.compile(r"(?<=\w)['’](?:r|n|w|u|i|ch)\b", re.IGNORECASE)
SAMPLE = 2000  # characters shown to the dictionaries where small words do not decide


def language_of(text: str, *, likely: str = "en") -> str:
    """`en` or `cy`: the language most of the small words are in; then of the words in general; then `likely`."""
    plain = text.lower()
    english = len(_ENGLISH.findall(plain))
    welsh = len(_WELSH.findall(plain)) + len(_CLITIC.findall(plain))
    if english != welsh:
        return "cy" if welsh > english else "en"
    in_english, in_welsh = (in_target_language(text[:SAMPLE], lang=code) if plain.strip() else 0 for code in ("en", "cy"))
    if in_english == in_welsh:
        return likely
    return "cy" if in_welsh > in_english else "en"
