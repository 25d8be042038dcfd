"""Verify the form: the answer's language (C11), and no link, address, code or order to the reader (L4)."""

import re

from corpus.language import language_of
from ingest.machine_talk import is_for_machines
from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question

_REACHING = re.compile(
    r"\b(?:https?|ftp|file|data|javascript|mailto|tel)\s*:|www\.|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|dev|"
    r"example|uk|wales|cymru|eu|info|"
    r"xyz|ru|cn|me|co|app|site|online|test|invalid|ly|gg|link|click|top)\b(?!\s*\d)|\w@\w|\[\s*at\s*\]|\b(?:dot|"
    r"slash) (?:com|org|example|wales|uk)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\d/])\+?\(?0?\d{2,5}\)?[\s.-]?\d{3,4}[\s.-]?\d{3,4}(?!\d)")
_CODE = re.compile(
    r"[<>`{}\\|]|\]\s*\(|!\[|\[\[|&\w+;|%[0-9a-f]{2}|\*\*|__|#{2,}|\b(?:[A-Za-z0-9+/]{24,}={0,2}|"
    r"[0-9a-f]{20,})(?![\w'])|\w+\(\)|=>|\$\w|^\s*[#>*-]\s",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_ORDER = re.compile(
    r"^(?:please |now |first |simply |just )?(?:(?:click|visit|go|see|open|contact|call|ring|phone|e-?mail|send|"
    r"write|reply|forward|post|pay|transfer|"
    r"download|upload|install|run|enter|type|paste|copy|log|sign|submit|share|tell|ask|ignore|disregard|forget|"
    r"remember|note|trust|stop|always|"
    r"check|follow|read|use|report|search|text|scan|subscribe|delete|answer|say|cite|quote|treat|act|pretend|"
    r"repeat|print|output|reveal)"
    r"(?= (?:the|this|that|these|those|your|my|our|to|a|an|on|in|us|me|them|him|her|it|for|all|any|no|here|now|"
    r"only|back|previous|every|each|"
    r"with|as|at|up|out|both|more|everything|anything)\b|[:,!])|do not\b|don't\b|never\b|\w+wch\b|paid â\b)",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your|yours|yourself|yourselves|chi|eich|chithau|i chi)\b", re.IGNORECASE)
_MACHINE = re.compile(
    r"\b(?:as an ai|language model|system prompt|my instructions|i cannot|i can't|i am (?:sorry|unable)|"
    r"i'm sorry|previous instructions|"
    r"passages? (?:above|provided|given)|the (?:passage|context|source)s? (?:says?|states?|provided)|p\d+\b|"
    r"nonce|model iaith|fy nghyfarwyddiadau)\b",
    re.IGNORECASE,
)


def language(claim: Claim, question: Question) -> Rejection | None:
    """E_LANG where the sentence is not in the question's language, or its quotation is not: nobody could check it then.

    A rendering of a passage in the other language is never shown: the passage itself is, and marked as being in that language.
    """
    if language_of(claim.said, likely=question.language) != question.language:
        return Rejection(code=Code.LANGUAGE, why="the sentence is in another language than the question")
    if claim.language != question.language:
        return Rejection(code=Code.LANGUAGE, why="the passage is in another language than the question")
    return None


def reaching(claim: Claim, _question: Question) -> Rejection | None:
    """E_LINK where a sentence could take a reader somewhere, or is no plain words."""
    for pattern, what in (
        (_REACHING, "an address"),
        (_PHONE, "a number to call"),
        (_CODE, "code or markup"),
        (_UNSEEN, "unseen letters"),
    ):
        if pattern.search(claim.text):
            return Rejection(code=Code.LINK, why=f"it holds {what}")
    return None


def orders(claim: Claim, _question: Question) -> Rejection | None:
    """E_LINK where a sentence speaks to the reader in other words than the quotation, or speaks of the machine."""
    if _MACHINE.search(claim.said) or is_for_machines(claim.said.casefold()) or is_for_machines(claim.proof.casefold()):
        return Rejection(code=Code.LINK, why="it speaks of or to a machine")
    in_quotation = claim.said.strip(" .").casefold() in claim.proof.casefold()
    order = _ORDER.search(claim.said)
    if order and not in_quotation:
        return Rejection(code=Code.LINK, why="it gives the reader an order")
    if _YOU.search(claim.said) and not (in_quotation or _YOU.search(claim.proof)):
        return Rejection(code=Code.LINK, why="it speaks to the reader")
    return None
