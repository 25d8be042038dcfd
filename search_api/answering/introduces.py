"""Introduces: whether a sentence says of the thing asked about what it is or does, and whether a text is about it alone.

"What is the NCG?" is answered by a sentence about the group ("The National Coherence Group (NCG) advises …"), not by one that
only names it or tells what it did on a day ("The NCG met on 2 April"). Does not weigh what it finds.
"""

import re
from functools import lru_cache

from search_api.question.names import as_written

_ASKED = {
    "en": re.compile(
        r"^what(?:'s| is| are| was| were|'re) (?:meant by )?(?:(?:the|an?|our) )?(?P<name>.+?)(?: (?:about|for|mean))?\W*$",
        re.IGNORECASE,
    ),
    "cy": re.compile(r"^beth (?:yw|ydy|ydi|oedd)(?:'r| y| yr)? (?:ystyr )?(?P<name>.+?)\W*$", re.IGNORECASE),
}
_DONE = (
    r"(?:is|are|was|were|has been|have been|will be|had been) (?:(?:now|still|also|to be|being|hoped to|expected to) )*"
    r"(?:active|published|welcomed|promised|expected|asked|due|updated|reviewed|extended|delayed|thanked|closed|hoped|planned|"
    r"changed|offered|funded|under review)\b"
)
_EVENTS = (
    r"(?:meets|keeps|starts|begins|wants|hears|says|discusses|backs|notes|welcomes|warns|rises|falls|changes|moves|remains|"
    r"continues|closes|ends|opens|asks|agrees|accepts|totals|\w+s (?:of|for|say|date|are|were)|can no longer)\b"
)
"""What a thing did, or what was done with it on a day: not what it is; and nouns that only look like verbs ("terms of")."""
_IS = (
    r"(?:(?:will|would|can|may|must|should) (?:also )?(?!be\b)\w+|will be|would be|is|are|was|were|means|has (?:an?|\w+ \w+s)|"
    r"has been (?:set up|formed|created|established)|(?!thus\b|this\b)\w{2,}[a-z]s)\b"
)
_SENTENCE = {
    "en": rf"^(?:(?:the|an?|our|new) )*NAME(?: \([^)]{{2,40}}\))? (?!{_DONE})(?!{_EVENTS}){_IS}",
    "cy": r"^(?:mae|bydd|roedd)(?:'r| y| yr)? NAME\b|^(?:y |yr )?NAME (?:yw|ydy|oedd)\b|\byw (?:diben )?(?:y |yr )?NAME\W*$",
}


def introduces(question: str, text: str, language: str) -> bool:
    """Whether a sentence, in the language of a question of what something is, says it of that thing by its name."""
    name = _name(as_written(question, text, language), language)
    return bool(name) and bool(_sentence(name, language).search(text.replace("’", "'")))


def is_titled(question: str, title: str, language: str) -> bool:
    """Whether a title opens with the thing asked about, or has it after a colon: `"Written Statement: NAME: update"`."""
    name = _name(as_written(question, title, language), language)
    return bool(name) and bool(_title(name).search(title.replace("’", "'")))


@lru_cache(maxsize=256)
def _name(question: str, language: str) -> str:
    """The thing that a question of what something is asks about; empty where it asks otherwise."""
    found = _ASKED[language].match(question.replace("’", "'").strip())
    return found["name"].strip(" '\"‘“”") if found else ""


@lru_cache(maxsize=256)
def _sentence(name: str, language: str) -> re.Pattern[str]:
    return re.compile(_SENTENCE[language].replace("NAME", re.escape(name)), re.IGNORECASE)


@lru_cache(maxsize=256)
def _title(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|: ['\"‘“]?)(?:(?:the|our|y|yr) )?{re.escape(name)}\b", re.IGNORECASE)
