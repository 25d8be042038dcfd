"""Who: the people, bodies and offices that a sentence names; does not tell which answers.

Those named side by side ("the local authority and Estyn") are found as one.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.bodies import bodies_named
from corpus.passage import Span
from search_api.answering.short_found import Found, is_named
from search_api.question.persons import is_person

_NAME = re.compile(
    r"\b(?!(?:The|This|In|On|At|By|For|From|When|If|As|Our|All|Each|Every|Mae|Bydd|Yn|Yr?|Gan)\b)"
    r"(?:(?:Dr|Professor|Prof|Mrs|Mr|Ms|Sir|Dame|Lady|Lord)\.?\s+)?[A-ZŴŶ][\w’'-]+"
    r"(?:\s+(?:ap|ab|ferch|y|of|for|and|the|[A-ZŴŶ][\w’'-]+))*\s+[A-ZŴŶ][\w’'-]+\b"
)
_BODY = re.compile(
    r"\b(?:Academy|Advisers?|Agency|Alliance|Association|Assembly|Authority|Authorities|Board|Body|Bodies|Branch|Cabinet|"
    r"Centre|College|Commission|Commissioner|Committee|Consortia|Consortium|Council|Councils|Department|Desk|Directorate|Estyn|"
    r"Foundation|Forum|Government|Governors|Group|Headteachers?|Hub|Inspectors?|Inspectorate|Institute|Ministers?|Network|"
    r"Office|Ombudsman|Organisation|Panel|Parliament|Partnership|Partners|Police|Secretary|Senedd|Service|Society|"
    r"Taskforce|Force|Team|Teams|Trust|Tribunal|Union|University|"
    r"Academi|Awdurdod|Bwrdd|Coleg|Comisiwn|Comisiynydd|Cyngor|Grŵp|Gweinidog|Gweinidogion|Llywodraeth|Panel|Pwyllgor|Tîm|"
    r"Undeb|Ysgol|Ysgrifennydd)\b"
)
"""A name with one of these may be a body's or an office's; without, and no person's, it is a thing's: `School Funding`."""
_OFFICE = re.compile(
    r"\b(?:the\s+)?(?:Cabinet Secretary|Minister|Chief Executive|Chair(?:person)?|Director|Chief Inspector)\b"
    r"(?:\s+(?:(?:for|of|and|the)\s+)*[A-ZŴŶ][\w’'-]+)*|\bHMIs?\b|\bregistered inspectors?\b"
)
_BESIDE = re.compile(r"\s+(?:and|ac?)\s+(?:the\s+|an?\s+|y\s+|yr\s+)?|,\s+(?:the\s+)?")


def find_names(text: str, language: str, named: frozenset[str]) -> Sequence[Found]:
    """People, bodies and offices in their order, those side by side as one; without any that the question `named`."""
    found = sorted(_single(text, language), key=lambda one: one.span.start)
    found = [one for one in found if not is_named(one.value, named)]
    made: list[Found] = []
    for one in found:
        last = made[-1] if made else None
        if last and _BESIDE.fullmatch(text[last.span.end : one.span.start]) and is_person(last.value) is is_person(one.value):
            made[-1] = _found(text, Span(last.span.start, one.span.end))
        else:
            made.append(one)
    return made


def _single(text: str, language: str) -> Iterator[Found]:
    taken: list[Span] = []
    for pattern in (_NAME, _OFFICE):
        for match in pattern.finditer(text):
            words = re.sub(r"[’']s?$", "", match[0])
            name = words.partition(" of ")[0]  # `Dr Mair Pendry of the University of the Marches`
            if pattern is _NAME and not is_person(name) and not _BODY.search(words):
                continue
            span = Span(match.start(), match.start() + len(name if is_person(name) else words))
            if not any(span.start < other.end and other.start < span.end for other in taken):
                taken.append(span)
                yield _found(text, span)
    for one in bodies_named(text, language):
        if not any(one.span.start < other.end and other.start < one.span.end for other in taken):
            yield _found(text, one.span)


def _found(text: str, span: Span) -> Found:
    return Found(span, " ".join(text[span.start : span.end].split()))
