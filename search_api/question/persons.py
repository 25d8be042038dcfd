"""Persons: names of people in a text, told from names of bodies and offices by the words in them; knows nobody.

Rules by capitals: a name of one word without a title is not found.
"""

import re
from collections.abc import Iterator

_NO_PERSON = re.compile(
    r"\b(?:Group|Board|Council|Committee|Government|Academy|Authority|Authorities|Schools?|Estyn|Statement|Act|Wales|Welsh|Cymru|"
    r"Education|Learning|Improvement|Secretary|Minister|Ministerial|Programme|Plan|Review|Body|Service|Team|National|Advisory|"
    r"Headteachers?|Guidance|Framework|Panel|Entitlement|Task|Force|University|Office|Department|Grŵp|Bwrdd|Cyngor|Llywodraeth)\b"
)
_PERSONS = re.compile(
    r"(?:\b(?:Dr|Professor|Prof|Mrs|Mr|Ms|Sir|Dame)\.? [A-ZŴŶ][\w’'-]+|\b[A-ZŴŶ][a-zŵŷâêîôû’'-]+(?: (?:ap|ab|ferch|[A-Z]\.))?"
    r"(?: [A-ZŴŶ][\w’'-]+)+)"
)


def persons_in(text: str) -> Iterator[str]:
    """The names of people in a text, as written."""
    return (match[0] for match in _PERSONS.finditer(text) if is_person(match[0]))


def is_person(name: str) -> bool:
    """Whether a name is a person's, or several persons': `Dr Pendry`, `Mair Pendry and Rhys Owen`, not `Pupil Voice Group`."""
    return all(_PERSONS.fullmatch(one) and not _NO_PERSON.search(one) for one in re.split(r"(?:,? (?:and|ac?)|,) ", name))
