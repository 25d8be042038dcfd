"""Alterations: a true sentence made false by one small rule, or reworded and still true; knows nothing of the verifier.

Each rule has word lists of its own, so that what it changes is not what some check happens to look for. A rule that finds
nothing to change gives nothing. Chance comes from the seed: the same text gives the same alterations.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evals.written.alteration_words import AUXILIARY, BODIES, MODALS, MONTHS, NUMBER_WORDS, PEOPLE, TIES

Change = Callable[[str, random.Random], str | None]

_FRAME = re.compile(
    r"^(?P<who>(?:The |Its |A )?[\w' -]{2,40}?) (?P<told>said|says|found|finds|reported|warned|concluded|"
    r"recommends|recommended|stated|argued|heard) "
    r"(?P<that>that )?(?P<what>.{20,})$"
)
_SAME = (
    (r" per cent\b", "%"),
    (r"%", " per cent"),
    (r"(£[\d.]+) million\b", r"\1m"),
    (r"\b(20\d\d)/(\d\d)\b", r"\1-\2"),
    (r"\b(20\d\d)-(\d\d)\b(?!-)", r"\1/\2"),
    (r"\b(is|are|was|were|do|does|did|has|have|should) not\b", r"\1n't"),
    (r"\bhead ?teachers\b", "head teachers"),
    (r"\bmust\b", "has to")
    if False
    else (r"\b([Ss]chools|authorities|bodies|[Gg]overnors|[Tt]eachers|[Pp]arents|[Ll]eaders) must\b", r"\1 have to"),
    (r"\bten\b", "10"),
    (r"\btwo\b", "2"),
    (r"\b(\d\d?) (January|February|March|April|June|July|August|September|October|November|December)\b", r"the \1th of \2"),
    (r"\blearners\b", "pupils"),
    (r" y cant\b", "%"),
    (r" miliwn\b", "m"),
    (r"\bRhaid\b", "Mae'n rhaid"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A sentence made from a true one."""

    kind: str
    text: str


def alterations(text: str, language: str, seed: str) -> Iterator[Altered]:
    """Every way the rules make a sentence false, one of each kind at most, and two of numbers."""
    for kind, change in _rules(language):
        made = change(text, random.Random(f"{seed}/{kind}/{text}"))  # noqa: S311 - chance that repeats is wanted
        if made and made != text:
            yield Altered(kind=kind.rstrip("12"), text=made)


def rewordings(text: str) -> Iterator[Altered]:
    """A sentence written otherwise, and as true: other marks for the same numbers, short forms, another word for a body."""
    for number, (pattern, put) in enumerate(_SAME):
        made = re.sub(pattern, put, text, count=1)
        made = re.sub(r"\b(\d*[02-9])th of", lambda match: f"{match[1]}th of", made)
        if made != text:
            yield Altered(kind=f"rewording {number}", text=made)


def _rules(language: str) -> list[tuple[str, Change]]:
    return [
        ("number1", _number),
        ("number2", lambda text, chance: _number_word(text, chance, language)),
        ("date1", lambda text, chance: _month(text, chance, language)),
        ("date2", _year),
        ("relation", lambda text, chance: _tie(text, chance, language)),
        ("modal", lambda text, chance: _swap(text, chance, MODALS[language])),
        ("negation in", lambda text, _: _negated(text, language)),
        ("negation out", lambda text, _: _affirmed(text, language)),
        ("name", lambda text, chance: _body(text, chance, language)),
        ("person", _person),
        ("attribution dropped", _unattributed),
        ("attribution swapped", _misattributed),
    ]


def _number(text: str, chance: random.Random) -> str | None:
    found = [
        match
        for match in re.finditer(r"(?<![\w./-])\d[\d,]*(?:\.\d+)?(?![\w/-])", text)
        if not re.fullmatch(r"(?:19|20)\d\d", match[0])
    ]
    found = [
        match for match in found if not re.match(r" (?:" + "|".join(MONTHS["en"] + MONTHS["cy"]) + ")", text[match.end() :])
    ]
    if not found:
        return None
    match = chance.choice(found)
    old = match[0]
    digit = chance.choice([at for at, letter in enumerate(old) if letter.isdigit()])
    new = old[:digit] + str((int(old[digit]) + chance.randint(1, 8)) % 9 + 1) + old[digit + 1 :]
    return None if new == old else text[: match.start()] + new + text[match.end() :]


def _number_word(text: str, chance: random.Random, language: str) -> str | None:
    words = NUMBER_WORDS[language]
    return _replaced(text, chance, {word: [other for other in words if other != word] for word in words})


def _month(text: str, chance: random.Random, language: str) -> str | None:
    months = MONTHS[language]
    found = list(re.finditer(rf"\b(?:{'|'.join(months)})\b(?= \d|\.|,|$| \()|(?<=\d )(?:{'|'.join(months)})\b", text))
    if not found:
        return None
    match = chance.choice(found)
    other = chance.choice([month for month in months if month != match[0]])
    return text[: match.start()] + other + text[match.end() :]


def _year(text: str, chance: random.Random) -> str | None:
    found = list(re.finditer(r"(?<![\d/£])20[012]\d(?![\d/-])", text))
    if not found:
        return None
    match = chance.choice(found)
    return f"{text[: match.start()]}{int(match[0]) + chance.choice([-3, -2, -1, 1, 2, 3])}{text[match.end() :]}"


def _tie(text: str, chance: random.Random, language: str) -> str | None:
    dated = rf"(?:\d{{1,2}} )?(?:(?:{'|'.join(MONTHS[language])})\b|20\d\d\b)"
    before = "(?:the |fis |mis )?" if language == "cy" else "(?:the )?(?:end of |start of )?"
    ties = TIES[language]
    found = list(re.finditer(rf"\b(?i:{'|'.join(ties)})\b(?= {before}{dated})", text))
    if not found:
        return None
    match = chance.choice(found)
    other = chance.choice(ties[match[0].lower()])
    return text[: match.start()] + (other.capitalize() if match[0][0].isupper() else other) + text[match.end() :]


def _swap(text: str, chance: random.Random, table: dict[str, list[str]]) -> str | None:
    return _replaced(text, chance, table)


def _replaced(text: str, chance: random.Random, table: dict[str, list[str]]) -> str | None:
    found = list(re.finditer(rf"(?<![\w'-])(?:{'|'.join(sorted(table, key=len, reverse=True))})(?![\w'-])", text))
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.start()] + chance.choice(table[match[0]]) + text[match.end() :]


def _negated(text: str, language: str) -> str | None:
    if language == "cy":
        made = re.sub(r"^Mae'r\b", "Nid yw'r", text, count=1)
        made = re.sub(r"^Rhaid i\b", "Nid oes rhaid i", made, count=1) if made == text else made
        return made if made != text else None
    match = re.search(rf"\b(?:{AUXILIARY})\b(?! not\b| no\b|n't)", text)
    return f"{text[: match.end()]} not{text[match.end() :]}" if match else None


def _affirmed(text: str, language: str) -> str | None:
    if language == "cy":
        made = re.sub(r"^Nid yw'r\b", "Mae'r", text, count=1)
        return made if made != text else None
    made = re.sub(rf"\b({AUXILIARY}|do|does|did) not\b(?! only)", r"\1", text, count=1)
    if made == text:
        made = re.sub(r"\bcannot\b", "can", text, count=1)
    if made == text:
        made = re.sub(r"\bNo (?=[a-z]+ (?:must|may|should|will|can)\b)", "Any ", text, count=1)
    return made if made != text else None


def _body(text: str, chance: random.Random, language: str) -> str | None:
    bodies = BODIES[language]
    bare = [body.removeprefix("the ") for body in bodies]
    found = list(
        re.finditer(
            rf"(?i)\b(?:the )?(?:{'|'.join(bare)})\b(?! (?:develop|uniform|improve|leader|staff|year|plan|day|"
            rf"fund|governor|lunch|meal))",
            text,
        )
    )
    if not found:
        return None
    match = chance.choice(found)
    others = [body for body, plain in zip(bodies, bare, strict=True) if plain.lower() not in text.lower()]
    if not others:
        return None
    other = chance.choice(others)
    return text[: match.start()] + (other[0].upper() + other[1:] if match[0][0].isupper() else other) + text[match.end() :]


def _person(text: str, chance: random.Random) -> str | None:
    match = re.search(
        r"\b(?:Professor |Dr |Sir )?(?!(?:Welsh|National|School|Education|Curriculum|Cabinet|Written|Key|"
        r"Wales)\b)[A-Z][a-z]+ [A-Z][a-z]+(?=[ ,.;'])",
        text[1:],
    )
    if not match:
        return None
    return text[: match.start() + 1] + chance.choice(PEOPLE) + text[match.end() + 1 :]


def _unattributed(text: str, _chance: random.Random) -> str | None:
    match = _FRAME.match(text)
    if not match or not match["that"]:
        return None
    what = match["what"]
    return what[0].upper() + what[1:]


def _misattributed(text: str, chance: random.Random) -> str | None:
    match = _FRAME.match(text)
    if not match or match["who"].lower() in {"it", "they", "the", "and"}:
        return None
    who = chance.choice(
        [body for body in ("A parents' survey", "The Children's Commissioner", "The auditor") if body not in text]
    )
    return f"{who} {text[match.start('told') :]}"
