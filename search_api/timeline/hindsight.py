"""Hindsight: whether a line of a digest tells of what came after a day; a publisher's own words of the time cannot.

Digests are our own wording of a later day. What names a later year, or says what took a text's place, is left out of a
timeline looked at from before; the rest is shown with a word of warning.
"""

import re
from datetime import date

from corpus.provenance import Held
from search_api.answering.candidates import Candidate

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LATER = re.compile(
    r"\b(?:replaced|superseded|withdrawn|updated|amended|followed up|taken over) by\b|^replaced\b|"
    r"\bwas later\b|\bhas since\b|\blater (?:replaced|changed|withdrawn|became|version|edition)\b|"
    r"\b(?:disodlwyd|ddisodlwyd|wedi(?:'i| ei)? d?disodli|yn ddiweddarach)\b",
    re.IGNORECASE,
)


def tells_of_later(candidate: Candidate, as_of: date | None) -> bool:
    """Whether a sentence of a digest tells of what came after the day looked from; False where no day is."""
    if as_of is None or candidate.held.document.held is not Held.DIGEST:
        return False
    text = candidate.text
    return any(int(year) > as_of.year for year in _YEAR.findall(text)) or bool(_LATER.search(text))
