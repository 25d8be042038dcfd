"""What a text says of its own standing: draft, withdrawn, statutory or not; does not conclude anything from other words."""

import re
from typing import NamedTuple

from corpus.publication import EVENT_TYPES, PublicationType

LEAD = 3000  # characters in which a text speaks of itself; later ones speak of others

_KINDS = r"page|guidance|document|publication|content|file|code|circular|framework|advice|resource"
_ITSELF = rf"\bthis (?:[\w'-]+ ){{0,3}}?(?:{_KINDS})"
_ITSELF_CY = (
    r"\b(?:y|yr|mae'r) (?:dudalen|canllawiau|canllaw|ddogfen|cyhoeddiad|cod|cylchlythyr|cynnwys|fframwaith)(?: hwn| hon| hyn)?"
)
_NOT_SAID = r"(?:(?!\bnot\b)[^.]){0,120}"  # the same sentence, as long as it does not turn round

_WITHDRAWN = re.compile(
    rf"{_ITSELF} (?:has (?:now )?been|was|is(?: now)?) withdrawn\b"
    rf"|{_ITSELF_CY} (?:wedi'i|wedi'u|wedi (?:cael )?(?:ei|eu)) (?:t|d|th)ynnu(?:'n| yn) ôl\b",
    re.IGNORECASE,
)
_PAGE_WITHDRAWN = re.compile(
    r"\bthis (?:page|publication|statement|content|file) (?:has (?:now )?been|was|is(?: now)?) withdrawn\b", re.IGNORECASE
)
_DRAFT = re.compile(r"\bdraft\b|\bd?drafft\b", re.IGNORECASE)
_WITHDRAWN_TITLE = re.compile(r"^\W*(?:withdrawn|tynnwyd yn ôl)\b|[(\[](?:withdrawn|tynnwyd yn ôl)[)\]]", re.IGNORECASE)
_NOT_STATUTORY = re.compile(
    rf"{_ITSELF} is (?:a )?(?:non-statutory|not statutory)\b"
    rf"|\bthis is (?:a )?non-statutory (?:{_KINDS})\b"
    rf"|{_ITSELF}{_NOT_SAID}\b(?:on a non-statutory basis|as non-statutory (?:{_KINDS}))\b"
    rf"|{_ITSELF} (?:has no|does not have) statutory (?:force|basis|status)\b"
    rf"|{_ITSELF_CY} yn (?:ganllawiau |ganllaw )?anstatudol\b",
    re.IGNORECASE,
)
_STATUTORY = re.compile(
    rf"{_ITSELF} is (?:a )?statutory\b"
    rf"|\bthis is (?:a )?statutory (?:{_KINDS})\b"
    rf"|{_ITSELF}{_NOT_SAID}\b(?:on a statutory basis|as statutory (?:{_KINDS}))\b"
    rf"|{_ITSELF} has statutory (?:force|basis|status)\b"
    rf"|{_ITSELF_CY} yn (?:ganllawiau |ganllaw )?statudol\b",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """What a text says of its own standing."""

    draft: bool
    withdrawn: bool
    statutory: bool | None
    """None where it says neither, or both of its parts."""


def read_status(*, title: str | None, label: str | None = None, text: str, type_: PublicationType | None) -> Said:
    """Read from title and opening; a statement or letter that speaks of guidance says nothing of itself by that."""
    lead = " ".join(text[:LEAD].replace("’", "'").split())
    marked = bool(_WITHDRAWN_TITLE.search(title or ""))
    if type_ in EVENT_TYPES:
        return Said(draft=False, withdrawn=marked or bool(_PAGE_WITHDRAWN.search(lead)), statutory=None)
    yes, no = bool(_STATUTORY.search(lead)), bool(_NOT_STATUTORY.search(lead))
    return Said(
        draft=bool(_DRAFT.search(f"{title or ''} {label or ''}")),
        withdrawn=marked or bool(_WITHDRAWN.search(lead)),
        statutory=None if yes == no else yes,
    )
