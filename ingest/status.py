"""What a text says of its own standing, each finding with its words and span; does not conclude anything from other words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.finding import Finding, FindingKind
from corpus.publication import EVENT_TYPES, PublicationType
from ingest import status_english, status_welsh
from ingest.sentences import Words, lines, plain, sentences
from ingest.status_lines import labelled
from ingest.status_names import names_after, names_before
from ingest.status_replaces import AFTER_ITS_END, AFTER_ITSELF, CURRENT, WORDINGS, Wording
from ingest.status_rules import DAY, EXPLICIT, Rule, Value, iso_day

LEAD = 3000
"""Characters in which a text speaks of itself; later ones speak of others."""
FRONT = 6000
"""Characters of a cover, a list of contents and an introduction, in which it says what it replaces (as `cover.LEAD`)."""
ENDS = frozenset({FindingKind.WITHDRAWN, FindingKind.REPLACED_BY})
LONGEST = 2000
"""Characters after `FRONT` that are still looked at, where its last sentence ends."""
_OF_EVENTS = frozenset({FindingKind.WITHDRAWN, FindingKind.ADMINISTRATION})
_DRAFT_NAME = re.compile(r"(?<!to )\bdraft\b(?! (?:a|an|the|your)\b)|\bd?drafft\b", re.IGNORECASE)
_DRAFT_RECORD = re.compile(
    r"^\W*draft (?:record|transcript|minutes)|[(\[]draft (?:record|transcript|minutes)[)\]]|\bcofnod drafft\b", re.IGNORECASE
)
_WITHDRAWN_NAME = re.compile(
    r"^\W*(?:withdrawn|archived|tynnwyd yn ôl)(?= ?[:\])-]|$)|[(\[](?:withdrawn|archived|tynnwyd yn ôl)\b[^)\]]*[)\]]",
    re.IGNORECASE,
)
# Words before a statement that make it somebody else's, or not yet so.
_OF_OTHERS = re.compile(
    r"\b(?:if|unless|until|once|when|whether|not|untrue|example|no suggestion|according to|said|says|told|believes?|"
    r"ask(?:s|ed)?|claim(?:s|ed)?|report(?:s|ed)?|suggest(?:s|ed)?|propos(?:e|es|ed|al)|os|pe bai|a yw|dywedodd|nad)\b",
    re.IGNORECASE,
)
_ITSELF_FIRST = re.compile(
    rf"^(?:please note:? )?(?:{status_english.ITSELF}|this is (?:a|an|the|our) [^.]{{0,60}}{status_english.KINDS})"
    rf"|^(?:\w+ ?)?{status_welsh.ITSELF}",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:(?:[Ss]ections?|[Pp]art|[Cc]hapter|[Ss]chedule|[Rr]egulations?) \d[\w()]*(?:(?:,| and| to) \d[\w()]*)* (?:of|to) )?"
    r"(?:the )?[A-Z][\w()'-]*(?: [A-Z(][\w()'-]*| and| of)*? (?:Act|Measure) \d{4}"
    r"|(?:[Aa]dran(?:nau)? \d[\w()]*(?:(?:,| ac?) \d[\w()]*)* o )?(?:Dd?eddf|[FM]esur)(?: [A-Z(][\w()'-]*| ac?| yr?)* \d{4}"
)
# It lets the government promote education and gives its guidance no force (methods 6.1).
_NO_FORCE = re.compile(r"\bsection 10 of the Education Act 1996\b|\badran 10 o Ddeddf Addysg 1996\b", re.IGNORECASE)


def find_standing(
    *,
    title: str | None,
    label: str | None = None,
    text: str,
    type_: PublicationType | None,
    page_lines: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Findings from title, text and the lines a page prints around its text, which are no part of it.

    Offsets count in `text`. A statement or letter that speaks of guidance says nothing of itself by that.
    """
    page = "\n".join(page_lines)
    found = [
        *_of_names(title, label, is_event=type_ in EVENT_TYPES),
        *_of_text(text, type_),
        *(replace(finding, start=None, end=None) for finding in _of_text(page, type_)),
    ]
    return tuple(_once(_with_current(found)))


def _of_names(title: str | None, label: str | None, *, is_event: bool) -> Iterator[Finding]:
    for words in filter(None, (title, label)):
        if _WITHDRAWN_NAME.search(words):
            day = re.search(DAY, words, re.IGNORECASE)
            yield Finding(
                kind=FindingKind.WITHDRAWN,
                value=iso_day(day[0]) if day else "",
                quote=words,
                confidence=EXPLICIT,
                rule="withdrawn-title",
            )
        if (_DRAFT_RECORD if is_event else _DRAFT_NAME).search(words):
            yield Finding(kind=FindingKind.DRAFT, quote=words, confidence=EXPLICIT, rule="draft-title")


def _of_text(text: str, type_: PublicationType | None) -> Iterator[Finding]:
    is_event = type_ in EVENT_TYPES
    text = text[: FRONT + LONGEST]
    for line in labelled(list(lines(text, until=FRONT))):
        if not is_event or line.kind in _OF_EVENTS:
            yield _finding(line.kind, line.value, line.words, text, confidence=EXPLICIT, rule=line.rule)
    rules = _rules(type_)
    before: Words | None = None
    is_over = False
    for sentence in sentences(text, until=FRONT):
        beside = before is not None and text.count("\n", before.end, sentence.start) < 2
        found = list(_of_rules(sentence, rules, text)) if sentence.start < LEAD else []
        if not is_event:
            about_itself = beside and before is not None and bool(_ITSELF_FIRST.match(before.plain))
            wordings = (*WORDINGS, *(AFTER_ITSELF if about_itself else ()), *(AFTER_ITS_END if beside and is_over else ()))
            found += _of_replacing(sentence, text, wordings)
        yield from found
        before = sentence
        is_over = any(finding.kind in ENDS for finding in found)


def _rules(type_: PublicationType | None) -> tuple[Rule, ...]:
    rules: tuple[Rule, ...] = (*status_english.OF_ANY, *status_welsh.OF_ANY)
    if type_ not in EVENT_TYPES:
        rules += (*status_english.OF_STATES, *status_welsh.OF_STATES)
    if type_ in {PublicationType.CONSULTATION, PublicationType.OTHER, None}:
        rules += (*status_english.OF_CONSULTATIONS, *status_welsh.OF_CONSULTATIONS)
    return rules


def _of_rules(sentence: Words, rules: Sequence[Rule], text: str) -> Iterator[Finding]:
    for rule in rules:
        match = rule.pattern.search(sentence.plain)
        if match and not _is_of_another(sentence.plain, match.start()):
            value = _value(rule, sentence.plain, match)
            if not (rule.name == "under-law" and _NO_FORCE.search(value)):
                yield _finding(rule.kind, value, sentence, text, confidence=rule.confidence, rule=rule.name)


def _of_replacing(sentence: Words, text: str, wordings: Sequence[Wording]) -> Iterator[Finding]:
    for wording in wordings:
        match = wording.pattern.search(sentence.plain)
        if match and not _is_of_another(sentence.plain, match.start()):
            for value in _named(wording, sentence.plain, match):
                yield _finding(wording.kind, value, sentence, text, confidence=wording.confidence, rule=wording.name)


def _named(wording: Wording, sentence: str, match: re.Match[str]) -> list[str]:
    if not wording.needs_name:
        return [""]
    return names_before(sentence[: match.start()]) if wording.name_before else names_after(sentence[match.end() :])


def _is_of_another(sentence: str, at: int) -> bool:
    """True where a statement is quoted, reported, asked or only supposed."""
    before = sentence[:at]
    return sentence.endswith("?") or before.count('"') % 2 == 1 or bool(_OF_OTHERS.search(before))


def _value(rule: Rule, sentence: str, match: re.Match[str]) -> str:
    if rule.value is Value.DAY:
        day = re.search(DAY, sentence[match.start() :], re.IGNORECASE)
        return iso_day(day[0]) if day else ""
    if rule.value is Value.LAST_DAY:
        days = re.findall(DAY, sentence[match.start() :], re.IGNORECASE)
        return iso_day(days[-1]) if days else ""
    if rule.value is Value.LAW:
        law = _LAW.search(sentence, match.start())
        return plain(law[0]) if law else ""
    return ""


def _finding(kind: FindingKind, value: str, words: Words, text: str, *, confidence: float, rule: str) -> Finding:
    return Finding(
        kind=kind,
        value=value,
        quote=text[words.start : words.end],
        start=words.start,
        end=words.end,
        confidence=confidence,
        rule=rule,
    )


def _with_current(found: list[Finding]) -> Iterator[Finding]:
    """A "current guidance" beside words that this one is over is what replaced it; alone it may be on another matter."""
    over = any(finding.rule != CURRENT and finding.kind in ENDS for finding in found)
    for finding in found:
        yield replace(finding, confidence=EXPLICIT) if over and finding.rule == CURRENT else finding


def _once(found: Iterator[Finding]) -> list[Finding]:
    """One finding of a kind and value, the surest, else the first."""
    best: dict[tuple[FindingKind, str], Finding] = {}
    for finding in found:
        key = (finding.kind, finding.value)
        if key not in best or best[key].confidence < finding.confidence:
            best[key] = finding
    return list(best.values())
