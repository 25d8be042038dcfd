"""Elsewhere: the words of a question that name another nation's education system; does not say what the question is about.

Offices, tests and kinds of school that Wales does not have (methods, appendix D), in English and Welsh.
"""

import re

_NAMED = re.compile(
    (
        r"\b(?:ofsted|dfe|department for education|ofqual|multi[- ]academy trusts?|academy trusts?|"
        r"academy (?:schools?|chains?|orders?|conversions?)|academies|free schools?(?! meals?)|grammar schools?|"
        r"city technology colleges?|education scotland|sqa|gtcs|curriculum for excellence|ehcps?|ehc plans?|"
        r"education,? health and care plans?|regional schools commissioners?|progress 8|attainment 8|ebacc|"
        r"english baccalaureate|key stage [12] sats|sats (?:tests?|results?)|phonics (?:screening )?check|"
        r"pupil premium|kcsie|keeping children safe in education|transfer test|eleven[- ]plus|11[- ]plus|ccea|"
        r"t[- ]levels?|national tutoring programme|northern ireland|northern irish|scotland|scottish|england|"
        r"english schools?|english councils?|republic of ireland)\b"
    ),
    re.IGNORECASE,
)
_NAMED_IN_WELSH = re.compile(
    (
        r"\b(?:ofsted|dfe|adran addysg lloegr|ofqual|academïau|ysgolion rhydd|ysgolion gramadeg|education scotland|"
        r"yr alban|alban|gogledd iwerddon|iwerddon|lloegr|yn lloegr|cynllun(?:iau)? aig|ehcps?|ysgolion lloegr)\b"
    ),
    re.IGNORECASE,
)


def elsewhere(text: str, language: str) -> str:
    """The first words that name another nation's system, as typed: `"Does Ofsted visit?"` -> `"Ofsted"`; empty for none."""
    found = (_NAMED_IN_WELSH if language == "cy" else _NAMED).search(text)
    return found[0] if found else ""
