"""The laws a sentence names, as written: acts, measures, regulations and orders in both languages; does not look them up."""

import re

_NUMBER = r"\d+[A-Z]{0,2}(?:\(\w{1,4}\))*"
_NUMBERS = rf"{_NUMBER}(?:(?:, | and | to | or |-){_NUMBER})*"
_PART = (
    rf"(?:[Ss]ections?|[Ss]ubsections?|[Rr]egulations?|[Aa]rticles?|[Pp]aragraphs?|[Pp]arts?|"
    rf"[Cc]hapters?|[Ss]chedules?|s\.) {_NUMBERS}"
)
_NAME = r"[A-Z][\w'()-]*(?:,? (?:[A-Z(][\w'()-]*|and|of|for|in|the|to|etc\.?|with|as)\b\)?)*?"
_LAW = rf"(?:{_NAME} )?(?:Acts?|Measures?|Regulations|Orders?|Rules)(?: \(Wales\))?(?: \d{{4}})"
_SHORT = r"(?:that |this |the )(?:\d{4} )?(?:Act|Measure|Regulations|Order)\b(?! \d{4})"
_OF = r"(?: (?:of|to|in) )"
_RANGE_CY = rf"{_NUMBER}(?:(?:, | ac? | i | neu ){_NUMBER})*"
_PART_CY = (
    rf"(?:[Aa]dran(?:nau)?|[Rr]heoliad(?:au)?|[Ee]rthygl(?:au)?|[Pp]araffau?|[Rr]han(?:nau)?|"
    rf"[Aa]todlen(?:ni)?|[Pp]ennod) {_RANGE_CY}"
)
_NAME_CY = r"(?: (?:[A-ZÂÊÎÔÛŴŶ(][\w'()-]*|ac?|yr?|i|o|etc\.?)\b\)?)*?"
_LAW_CY = rf"(?:Dd?eddf|[MF]esur|Rh?eoliadau|[GN]?h?orchymyn|Gorchymyn){_NAME_CY} \d{{4}}"

_ENGLISH = re.compile(
    rf"{_PART}(?:{_OF}(?:{_PART}{_OF})?(?:the )?(?:{_LAW}|{_SHORT.replace('(?:that |this |the )', '(?:that |this )?')}))|"
    rf"(?:the )?{_LAW}"
    rf"|{_PART}{_OF}{_SHORT}|{_PART}(?= (?:requires?|obliges?|places|imposes|gives|says|states)\b)"
)
_WELSH = re.compile(rf"{_PART_CY} (?:o|i)(?:'r)? {_LAW_CY}|{_LAW_CY}")
_LEADING = re.compile(r"^(?:The|Under|In|By|For|And|Under the|If|Where|When|Since|With) (?=[A-Z(])|^the ")


def laws_in(words: str, language: str) -> tuple[str, ...]:
    """The laws a sentence in plain letters names: `"under section 9 of the Test Act 1901"` -> one."""
    pattern = _WELSH if language == "cy" else _ENGLISH
    found = (_LEADING.sub("", match[0]).strip() for match in pattern.finditer(words))
    return tuple(dict.fromkeys(found))
