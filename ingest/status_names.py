"""Names of other publications inside a sentence that says it replaces them; does not know whether they are held."""

import re

from ingest import status_english, status_welsh
from ingest.status_rules import DAY

LONGEST = 260  # characters: a name with its tail; longer is a story
NUMBER = re.compile(r"(?<![\d/])(?!(?:19|20)\d\d/)\d{1,4}/(?:19|20)\d\d(?![\d/])")
"""A guidance document's number, `081/2012`; `2019/2020` is a school year."""
_QUOTED = re.compile(r'"([^"]{3,200})"|(?<!\w)\'([^\']{3,200}(?:\'\w[^\']*)*)\'(?!\w)')
_DATED = r"(?<!issued)(?<!published)(?<!dated)(?<!revised)(?<!cyhoeddwyd)(?<!gyhoeddwyd)"
_VERBS = (
    "(?:is|are|was|were|has|have|had|should|must|will|comes?|came|takes?|took|applies|sets?|reflects?|provides?|explains?|gives?|"
    "describes?|replaces|supersedes)"
)
# Where the name is over and the sentence goes on.
_END = re.compile(
    rf";|{_DATED},? (?:from|on|as of|ar|o) {DAY}|,? (?:with|taking) effect (?:from|on)\b"
    rf"|,? (?:and|which|that|it|they) {_VERBS}\b(?! (?:issued|published|dated|called|first))|, {_VERBS}\b"
    r"|(?<!which)(?<!that) (?:was|were|is) (?:first )?(?:published|issued|introduced|released)\b| (?:came|comes) into\b"
    r"|,? (?:so that|in order to|to reflect|to take account|following|because|as part of|in the light of|in light of)\b"
    r"| for (?:what|current|up-to-date|more|further|the (?:latest|current))\b|,? instead\b| (?:with|by) (?:this|the present)\b"
    r"|, (?:as|so|but|making|setting|sydd|sy'n|fel|gan|ac mae)\b|,? (?:er mwyn|o ganlyniad|yn dilyn|yn sgil|i adlewyrchu)\b",
    re.IGNORECASE,
)
# Things a text may replace that are no publications, or only parts of one.
_NO_NAME = re.compile(
    r"^(?:'r )?(?:(?:the|any|all|some|its|their|y|yr) )*"
    r"(?:this|these|present|it|them|lost|paper|professional|legal|needs?|requirements?|dut(?:y|ies)|obligations?|terms?|phrases?|"
    r"words?|wording|roles?|responsibilit\w+|judgements?|references?|links?|parts?|sections?|chapters?|annex(?:es)?|append\w+|"
    r"paragraphs?|pages?|tables?|hwn|hon|hyn|angen|gofyniad|gofynion|term|gair|geiriau|rhan|rhannau|adran|adrannau|pennod|atodiad)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(r"^[\w ]{0,20}\b(?:no longer|stop) (?:use|using|follow|refer to|rely on) ", re.IGNORECASE)
_SECOND_VERB = re.compile(r",? (?:no longer|ceased?|which|that)\b|[:;] (?:it|they)\b", re.IGNORECASE)
_AMONG = re.compile(r"^.*, (?:in particular|including|namely|notably|yn arbennig|gan gynnwys)\b,? ", re.IGNORECASE)
_POINTER = re.compile(r"^(?:the |our )?(?:current|latest|new|replacement|up-to-date) [\w ]{3,20}: ", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:'r )?(?:in full |and [a-z]+s )?(?:(?:the|our|all|both|any|its|an?|and|of|y|yr|holl|mae|mae'r) )*", re.IGNORECASE
)
_CAPITAL = re.compile(r"[\"']?[^\W\d_a-zà-ÿŵŷ]")
_TELLS = re.compile(
    rf"\b(?:19|20)\d\d\b|https?://|\bwww\.|\b{status_english.KINDS}s?\b|\b{status_welsh.KINDS}\b|\b(?:arrangements|trefniadau)\b",
    re.IGNORECASE,
)


def names_after(words: str) -> list[str]:
    """What the words behind a verb name: numbers where there are any, else titles; empty for what is no publication."""
    quoted = list(_QUOTED.finditer(words))
    end = _END.search(words, quoted[0].end() if quoted and quoted[0].start() < 60 else 0)
    return _names(words[: end.start()] if end else words)


def names_before(words: str) -> list[str]:
    """What the words in front of a verb name."""
    return _names(_SECOND_VERB.split(_ADVICE.sub("", words), maxsplit=1)[0])


def _names(words: str) -> list[str]:
    words = _POINTER.sub("", _AMONG.sub("", words.strip(" .:,-")))
    if not words or len(words) > LONGEST or _NO_NAME.search(words):
        return []
    if numbers := NUMBER.findall(words):
        return list(dict.fromkeys(numbers))
    quoted = [match[1] or match[2] for match in _QUOTED.finditer(words)]
    if len(quoted) > 1:
        return quoted
    name = _LEADING.sub("", words)
    return [name] if _CAPITAL.match(name) or _TELLS.search(name) else []
