"""Equivalents: what Wales has in the place of another nation's body, plan or grant, where one is certain; does not guess.

Only what takes the same place is here. Where Wales has nothing of the kind (academies), or something that only resembles it
(tests, examinations), nothing is said.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_IN_WALES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            r"ofsted": "Estyn",
            r"dfe|department for education": "the Welsh Government",
            r"ofqual": "Qualifications Wales",
            r"curriculum for excellence": "the Curriculum for Wales",
            r"ehcps|ehc plans|education,? health and care plans": "individual development plans",
            r"ehcp|ehc plan|education,? health and care plan": "individual development plan",
            r"pupil premium": "Pupil Development Grant",
            r"kcsie|keeping children safe in education": "Keeping learners safe",
            r"england|scotland|northern ireland|republic of ireland": "Wales",
            r"english schools": "Welsh schools",
            r"english councils": "Welsh councils",
            r"scottish|northern irish": "Welsh",
        },
        "cy": {
            r"ofsted": "Estyn",
            r"dfe|adran addysg lloegr": "Llywodraeth Cymru",
            r"ofqual": "Cymwysterau Cymru",
            r"yn lloegr": "yng Nghymru",
        },
    }
)
"""Words that name another nation's, and what stands in their place, by the language of the question."""


def in_wales(words: str, language: str) -> str:
    """What stands in Wales for words that name another nation's: `"Ofsted"` -> `"Estyn"`; empty where none is certain."""
    for pattern, name in _IN_WALES[language].items():
        if re.fullmatch(pattern, " ".join(words.split()), re.IGNORECASE):
            return name
    return ""


def asked_of_wales(question: str, words: str, language: str) -> str:
    """A question with those words changed for what stands in Wales; empty where nothing certain does."""
    name = in_wales(words, language)
    return re.sub(rf"(?:\bthe )?\b{re.escape(words)}\b", name, question) if name else ""
