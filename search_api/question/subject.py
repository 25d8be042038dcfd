"""Subject: what a question is about, as a stretch of its own words; a rough chunker by small words and verbs, no parser.

It cuts a question at its small words, verbs and question words, and takes the stretch most like the name of a text, duty
or body. Good enough to stand in for "it"; does not find every subject.
"""

import re
from typing import NamedTuple

from search_api.question.kind import asked_clause


class Subject(NamedTuple):
    """What a question is about, and where."""

    text: str
    start: int


_TOKEN = re.compile(r"[^\W_][\w'’-]*|\S")
_ARTICLES = {
    "en": frozenset("the a an our my their its this these those every each any all".split()),
    "cy": frozenset("y yr 'r r ein fy".split()),
}
_CUT = {
    "en": frozenset(
        (
            "who whom whose what which when where why how if whether that than as by at in on to from with about "
            "under before after since until during between and or but so not no i we you he she it they me us him her "
            "them is are was were am be been being do does did has have had will would can could may might must "
            "should shall ought need needs there here also still yet now then please by into over within mean means "
            "meant say says said start starts started begin begins began apply applies applied publish publishes "
            "published keep keeps kept get gets got give gives given make makes made take takes took taken come comes "
            "came go goes cost costs last lasts lead leads led run runs cover covers covered include includes contain "
            "contains happen happens happened replace replaces replaced change changes changed follow follows pay "
            "pays paid set sets decide decides decided ask asks asked require requires required expect expects "
            "expected tell tells told find finds found exist exists stand stands stood become becomes became open "
            "opens opened close closes closed send sends sent see sees write writes wrote written announce announces "
            "announced inspect inspects inspected review reviewed promise promised due binding bind binds statutory "
            "compulsory mandatory optional current legal allowed supposed addressed used chosen elected appointed "
            "trained trains train choose made held built bought sat sit sits meet meets met vote votes voted teach "
            "teaches taught many much long often soon far more most"
        ).split()
    ),
    "cy": frozenset(
        (
            "pwy pa ba beth pryd pam sut faint sawl ble lle os a ac i o am ar at gan gyda dan heb ers erbyn tan hyd "
            "wrth dros trwy drwy rhwng cyn wedi yn ym yng 'n n ydy ydi yw oes oedd fydd bydd mae maen sydd sy rhaid "
            "ddylai dylai gall all gaiff caiff ni chi fi mi nhw fe hi ei eu eich nid na neu ond hefyd o'r i'r a'r "
            "mewn ddim statudol gorfodol orfodol ddechrau dechrau golygu olygu gyhoeddi cyhoeddi gael cael fod bod "
            "wnaeth gafodd cafodd ddywedodd dywedodd newid newidiodd disodlodd ddisodlodd"
        ).split()
    ),
}
"""Words that end a stretch."""
_JOINS = {"en": frozenset({"of", "for", "on"}), "cy": frozenset({"ar gyfer"})}
_HEADS = {
    "en": re.compile(
        (
            r"\b(?:guidance|framework|code|plans?|polic(?:y|ies)|rules?|arrangements|strategy|mission|roadmap|"
            r"curriculum|requirements?|dut(?:y|ies)|report|review|qualifications?|programme|scheme|grants?|funding|"
            r"body|academy|group|panel|act|bill|letter|statement|consultation|inspections?|visits?|register|resource|"
            r"uniform|cycle|pilot|reform|budget|system|exclusions?|appeals?|fines?|attendance|absence|lessons?|"
            r"training|entitlement|officers?|tests?)$"
        ),
        re.IGNORECASE,
    ),
    "cy": re.compile(
        (
            r"(?:canllaw|ganllaw|fframwaith|cynllun|gynllun|polisi|bolisi|strategaeth|cwricwlwm|gwricwlwm|adroddiad|"
            r"adolygiad|cymhwyster|gymhwyster|rhaglen|grant|corff|gorff|academi|grŵp|deddf|ddeddf|llythyr|lythyr|"
            r"datganiad|ddatganiad|arolyg|ymweliad|cofrestr|gofrestr|gwisg|wisg|CPCP|dyletswydd|ddyletswydd)"
        ),
        re.IGNORECASE,
    ),
}
_PEOPLE = re.compile(
    (
        r"^(?:(?:the|our|my|an?|all|every|any|y|yr) )?(?:schools?|governors?|governing bod(?:y|ies)|heads?|"
        r"headteachers?|councils?|local authorit(?:y|ies)|ministers?|the minister|pupils?|learners?|parents?|"
        r"teachers?|inspectors?|estyn|children|staff|people|ysgol(?:ion)?|lywodraethwyr|llywodraethwyr|pennaeth|"
        r"benaethiaid|penaethiaid|cynghorau|awdurdodau lleol|disgyblion|rhieni|athrawon|gweinidog(?:ion)?|year|"
        r"date|day|reason|difference|deadline|aims?|priorities|steps)$"
    ),
    re.IGNORECASE,
)


def subject_of(text: str, language: str) -> Subject | None:
    """What a question is about: `"Is the school uniform guidance statutory?"` -> "the school uniform guidance"."""
    clause = asked_clause(text.replace("’", "'"), language)
    found = [one for one in _stretches(clause, language) if len(one.text) > 2]
    if not found:
        return None
    return max(found, key=lambda one: _likeness(one, language))


def _likeness(one: Subject, language: str) -> tuple[int, int]:
    """How like a subject a stretch is: the name of a thing, a name, then any other; the earlier of two."""
    if _PEOPLE.match(one.text):
        return (0, -one.start)
    if _HEADS[language].search(one.text if language == "cy" else one.text.split(" of ")[0].split(" on ")[0].split(" for ")[0]):
        return (3, -one.start)
    if re.search(r"\b(?:[A-Z]{3,}|[A-ZŴŶ][a-zŵŷ]+)\b", one.text):
        return (2, -one.start)
    return (1, -one.start)


def _stretches(text: str, language: str) -> list[Subject]:
    """Stretches of words between small words and verbs, articles kept, joined by "of", "for" and "on" to a named thing."""
    source = _apart(text) if language == "cy" else text
    tokens = [(match[0], *match.span()) for match in _TOKEN.finditer(source)]
    found: list[Subject] = []
    begin: int | None = None
    end = 0
    for place, (word, start, stop) in enumerate(tokens):
        low = word.casefold()
        behind = tokens[place + 1][0].casefold() if place + 1 < len(tokens) else ""
        if low in _JOINS[language] and (begin is None or _may_join(source[begin:end], behind, language)):
            continue
        article = low in _ARTICLES[language]
        if _cuts(tokens, place, language) or article:
            if begin is not None:
                found.append(Subject(_tidy(source[begin:end], language), begin))
            begin, end = (start, stop) if article else (None, end)
            continue
        begin, end = (start if begin is None else begin), stop
    if begin is not None:
        found.append(Subject(_tidy(source[begin:end], language), begin))
    return [one for one in found if one.text.casefold() not in _ARTICLES[language]]


def _may_join(before: str, behind: str, language: str) -> bool:
    return bool(_HEADS[language].search(before)) and behind not in _CUT[language] and behind != ""


def _cuts(tokens: list[tuple[str, int, int]], place: int, language: str) -> bool:
    """Whether a word ends a stretch; `the start`, `a review`: a verb's form right after an article is a noun."""
    word = tokens[place][0]
    before = tokens[place - 1][0].casefold() if place else ""
    if not word[0].isalnum() or (language == "cy" and word.casefold().endswith("'n")):
        return True
    if language == "cy" and (before == "yn" or before.endswith("'n")):  # "yn dechrau", "sy'n talu": what is said of a subject
        return True
    is_noun = language == "en" and before in {"the", "a", "an", "our"} and len(word) > 3
    return word.casefold() in _CUT[language] and not is_noun


def _apart(text: str) -> str:
    """Welsh words with their clitic article apart: `Ydy'r canllawiau` -> `Ydy y canllawiau`, of the same length."""
    return re.sub(r"(?<=\w)'r ", " y ", text)


def _tidy(words: str, language: str) -> str:
    tidy = " ".join(words.split()).strip(" ,.")
    return re.sub(r"^y (?=[aeiouwyhâêîôûŵŷ])", "yr ", tidy) if language == "cy" else tidy
