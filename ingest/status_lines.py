"""Lines that say a standing behind a label (`Consultation ends: 3 March 2024`, `Replaces: …`); does not read sentences."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.finding import FindingKind
from ingest.sentences import Words
from ingest.status_names import NUMBER, names_after
from ingest.status_rules import DAY, iso_day

_DOCUMENT = r"(?:(?:guidance )?(?:guidance|circular|document)|(?:dogfen )?(?:canllawiau|ganllawiau|dogfen|cylchlythyr))"
_NO = r"(?:no|nos|number|numbers|rhif|rhifau)\.?"
_CONSULTATION = r"(?:consultation|call for evidence|engagement)"
_CONSULTATION_CY = r"(?:yr )?(?:ymgynghoriad|g?alwad am dystiolaeth|cais am dystiolaeth)"
_LABELS = (
    (FindingKind.REPLACES, rf"(?:(?:this )?replaces|supersedes|(?:yn )?disodli)(?: {_DOCUMENT})?(?: {_NO})?"),
    (FindingKind.REPLACED_BY, r"(?:(?:now )?replaced by|superseded by|disodlwyd gan|wedi'[iu] ddisodli gan)"),
    (FindingKind.WITHDRAWN, r"(?:withdrawn(?: on)?|date withdrawn|tynnwyd yn ôl(?: ar)?|dyddiad tynnu'n ôl)"),
    (FindingKind.CLOSED, rf"{_CONSULTATION} (?:ends|ended|closes|closed|end date|closing date)"),
    (FindingKind.CLOSED, rf"(?:closing|end) date (?:of|for) (?:the |this )?(?:{_CONSULTATION}|responses)"),
    (FindingKind.CLOSED, rf"(?:mae'r |daw'r |daeth )?{_CONSULTATION_CY} (?:yn cau|wedi cau|(?:yn dod |wedi dod )?i ben)"),
    (FindingKind.CLOSED, rf"(?:diwedd|dyddiad cau)(?:'r)? (?:{_CONSULTATION_CY}|ymatebion)"),
    (FindingKind.LAUNCHED, rf"{_CONSULTATION} (?:launched|opened|opens|started|start date)"),
    (FindingKind.LAUNCHED, rf"(?:lansiwyd|agorwyd|dechrau)(?:'r)? {_CONSULTATION_CY}"),
    (FindingKind.LAUNCHED, rf"{_CONSULTATION_CY} (?:wedi'i lansio|yn agor)"),
    (
        FindingKind.IN_FORCE_FROM,
        r"(?:date )?(?:effective|in force|valid|applicable|comes into force|takes effect)(?: from| on)?",
    ),
    (
        FindingKind.IN_FORCE_FROM,
        r"(?:effective date|date of effect|dyddiad dod i rym|(?:yn )?dod i rym|mewn grym o|yn weithredol o)",
    ),
)
_DAY_KINDS = frozenset({FindingKind.WITHDRAWN, FindingKind.CLOSED, FindingKind.LAUNCHED, FindingKind.IN_FORCE_FROM})
_PATTERNS = [(kind, re.compile(rf"^{label}(?P<mark> ?:| - |(?= ?$)| (?=\d))", re.IGNORECASE)) for kind, label in _LABELS]
_STATUS = re.compile(r"^(?:status|statws)(?: (?:of|y) [\w ]{3,30})? ?: ?(?P<said>.+)$", re.IGNORECASE)
_STATUSES = (
    (FindingKind.WITHDRAWN, r"^(?:withdrawn|archived|no longer in force|tynnwyd yn ôl|wedi'[iu] d?tynnu'n ôl)\b"),
    (FindingKind.REPLACED_BY, r"^(?:superseded|replaced|disodlwyd|wedi'i ddisodli|wedi'u disodli)\b"),
    (FindingKind.DRAFT, r"^(?:consultation |working )?d?d?drafft\b|^(?:consultation |working )?draft\b"),
    (FindingKind.NON_STATUTORY, r"^(?:non-statutory|not statutory|anstatudol|canllawiau anstatudol)\b"),
    (FindingKind.STATUTORY, r"^(?:statutory|statudol|canllawiau statudol)\b"),
)
_ADMINISTRATION = re.compile(
    r"\bthis (?:[\w-]+ ){0,3}?was published under the (\d{4}) ?(?:to|-) ?(\d{4}) administration of the welsh government\b"
    r"|^cyhoeddwyd yr? [\w' ]{3,40}? (?:o )?dan weinyddiaeth llywodraeth cymru (\d{4}) ?(?:i|-|hyd) ?(\d{4})\b"
    r"|^cyhoeddwyd yr? [\w' ]{3,40}? (?:o )?dan weinyddiaeth (\d{4}) ?(?:i|-|hyd) ?(\d{4}) llywodraeth cymru\b",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """What a line says; its words may reach to the line below, which holds the value."""

    kind: FindingKind
    value: str
    words: Words
    rule: str


def labelled(words: Sequence[Words]) -> Iterator[Line]:
    """What lines say of a standing; a label with no value in reach says nothing."""
    for at, line in enumerate(words):
        if match := _ADMINISTRATION.search(line.plain):
            first, last = (year for year in match.groups() if year)
            yield Line(FindingKind.ADMINISTRATION, f"{first} to {last}", line, "administration")
        elif not line.plain[:1].isupper():
            continue  # a label begins with a capital; other lines go on with a sentence
        elif match := _STATUS.match(line.plain):
            yield from _of_status(match["said"], line)
        else:
            yield from _of_label(line, words[at + 1] if at + 1 < len(words) else None)


def _of_status(said: str, line: Words) -> Iterator[Line]:
    kind = next((kind for kind, pattern in _STATUSES if re.search(pattern, said, re.IGNORECASE)), None)
    if kind:
        day = re.search(DAY, said, re.IGNORECASE) if kind is FindingKind.WITHDRAWN else None
        yield Line(kind, iso_day(day[0]) if day else "", line, "status-line")


def _of_label(line: Words, below: Words | None) -> Iterator[Line]:
    for kind, pattern in _PATTERNS:
        match = pattern.match(line.plain)
        if not match:
            continue
        said, words = line.plain[match.end() :].strip(), line
        if not said and below:
            said, words = below.plain, Words(f"{line.plain} {below.plain}", line.start, below.end)
        for value in _values(kind, said, has_colon=":" in match["mark"]):
            yield Line(kind, value, words, f"{kind.value.replace('_', '-')}-line")
        return


def _values(kind: FindingKind, said: str, *, has_colon: bool) -> list[str]:
    if kind in _DAY_KINDS:
        day = re.search(DAY, said[:60], re.IGNORECASE)
        return [iso_day(day[0])] if day and iso_day(day[0]) else []
    if numbers := NUMBER.findall(said):
        return list(dict.fromkeys(numbers))
    if not has_colon or re.match(r"(?:none|n/a|not applicable|dim)\b", said, re.IGNORECASE):
        return []
    # Behind a label anything is a name.
    return names_after(said) or [said.strip(" .")] if said else []
