"""Commitments of a document: what it promises, and what is told apart from promises; a visible list of steps. Stores nothing.

Sentences are classed clause by clause (`sentences.py`), each promise gets its fields, a Welsh text with an English twin takes
its promises from there (`projection.py`), and a digest of the register its own lines (`digests.py`).
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from corpus import bodies, offices, themes
from corpus.commitment import KEPT, Amount, Basis, Commitment, Due, Form, Kind
from corpus.document import Document
from corpus.passage import Span
from corpus.provenance import Held
from corpus.units import UnitKind
from ingest.commitments.amounts import amount_in, money_in
from ingest.commitments.conditions import condition_in
from ingest.commitments.deliverables import deliverable_of
from ingest.commitments.digests import digest_commitments
from ingest.commitments.fields import beneficiaries_of, dues_of, specificity_of
from ingest.commitments.occasion import GOVERNMENT, Occasion
from ingest.commitments.projection import Twin, project
from ingest.commitments.sentences import Sentence, sentences_of
from ingest.commitments.verdict import Told, Verdict, Voice

RULES = "commitments/6"
_FOLLOWS = re.compile(
    r"(?:and )?(?:in (?:the )?(?:financial year )?20\d\d|(?:over|for|during|across) (?:the )?(?:next|coming|20\d\d)|that|"
    r"this|of this|of that|it|these|together|the (?:total|funding|fund|investment|grant)|a total|this funding|bydd hyn|"
    r"yn 20\d\d|hynny|cyfanswm)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?:Welsh Ministers|Gweinidogion Cymru|Education Improvement Team|Education Directorate|Tîm Gwella Addysg)\b"
)


@lru_cache(maxsize=1)
def rules_version() -> str:
    """What commitments were read by: another value means that every document must be read again."""
    listed = hashlib.sha256(b"".join(path.read_bytes() for path in (bodies.LIST, offices.LIST, themes.LIST))).hexdigest()[:8]
    return f"{RULES} {listed}"


def commitments_of(
    document: Document, occasion: Occasion, *, twin: Twin | None = None, due_days: Sequence[date | None] = ()
) -> tuple[Commitment, ...]:
    """The commitments of a document, and the clauses of the other classes that are kept (`corpus.commitment.KEPT`), in order.

    `twin` is the English text of a Welsh one, with its commitments; `due_days` is for a digest (`digests.py`).
    """
    if document.held is Held.DIGEST:
        return digest_commitments(document, occasion, due_days)
    read = list(sentences_of(document, occasion))
    own = tuple(_commitments(document, read))
    return project(document, own, twin) if twin is not None else own


def kinds_of(document: Document, occasion: Occasion) -> tuple[tuple[Span, Kind, str], ...]:
    """Every sentence and item of a document with its one class and the rule that found it."""
    found = []
    for one in sentences_of(document, occasion):
        rule = next((told.verdict.rule for told in one.told if told.verdict.kind is one.kind), "other")
        found.append((one.unit.span, one.kind, rule))
    return tuple(found)


def _commitments(document: Document, read: Sequence[Sentence]) -> Iterable[Commitment]:
    for place, sentence in enumerate(read):
        following = read[place + 1] if place + 1 < len(read) else None
        for told in sentence.told:
            if told.verdict.kind in KEPT:
                yield _commitment(document, sentence, told, following)


def _commitment(document: Document, sentence: Sentence, told: Told, following: Sentence | None) -> Commitment:
    plain, said, verdict = sentence.plain, sentence.said, told.verdict
    made = Commitment(
        span=_span(sentence, told),
        sentence=sentence.unit.span,
        kind=verdict.kind,
        rule=verdict.rule,
        speaker=said.speaker,
        office=said.office,
        action=verdict.action,
        header=sentence.header,
        made_on=said.made_on,
        language=document.language,
        themes=_themes(document, sentence, told),
        negative=verdict.negative,
        dues=_dues(sentence, told, document.language),
    )
    if verdict.kind is not Kind.COMMITMENT:
        return replace(made, organisation=verdict.subject if verdict.kind is Kind.THIRD_PARTY_UNDERTAKING else "")
    words, kind = deliverable_of(verdict)
    clause = plain.text[told.start : told.end]
    amount = amount_in(plain, told.start, told.end) or _next_amount(following, sentence)
    beneficiaries = beneficiaries_of(clause, document.language)
    if not beneficiaries and verdict.rule.startswith(("given", "every")):
        beneficiaries = beneficiaries_of(f"for {clause}", document.language)[:1]
    return replace(
        made,
        form=verdict.form,
        strength=verdict.strength,
        basis=_basis(verdict.form, verdict.subject),
        organisation=_organisation(verdict, said, document.language),
        deliverable=words,
        deliverable_type=kind,
        amount=amount,
        beneficiaries=beneficiaries,
        condition=condition_in(clause, document.language),
        specificity=specificity_of(kind, made.dues, counted=amount is not None, beneficiaries=beneficiaries),
    )


def _span(sentence: Sentence, told: Told) -> Span:
    """The clause as it stands in the text; without the `; and` behind an item."""
    whole = len(sentence.told) == 1
    span = sentence.plain.span(0, len(sentence.plain.text)) if whole else sentence.plain.span(told.start, told.end)
    if sentence.unit.kind is UnitKind.ITEM:
        words = sentence.plain.text if whole else sentence.plain.text[told.start : told.end]
        tail = re.search(r"[;,](?: (?:and|or|ac|a|neu))?\s*$", words)
        if tail:
            start = 0 if whole else told.start
            span = sentence.plain.span(start, start + tail.start())
    return span


def _dues(sentence: Sentence, told: Told, language: str) -> tuple[Due, ...]:
    clause = sentence.plain.text[told.start : told.end]
    action_at = told.start + told.verdict.action_at
    subject = told.verdict.subject
    place = re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", clause) if subject else None
    at = place.start() if place else -1
    nested = [one for one in sentence.told if one is not told and told.start <= one.start and one.end <= told.end]
    found = dues_of(
        sentence.plain.text,
        [one for one in sentence.placed if not any(inner.start <= one.start < inner.end for inner in nested)],
        told.start,
        told.end,
        action_at=action_at,
        subject_at=told.start + at if at > 0 else told.start if not at else action_at,
        made_on=sentence.said.made_on,
        language=language,
    )
    return found or (sentence.frame.dues() if sentence.frame else ())


def _next_amount(following: Sentence | None, sentence: Sentence) -> Amount | None:
    """Money in the next sentence of the paragraph, where it goes on about the same: `In 2027-28 that will be £2 million.`"""
    if following is None or following.unit.block != sentence.unit.block or not _FOLLOWS.match(following.plain.text):
        return None
    return money_in(following.plain)


def _basis(form: Form | None, subject: str) -> Basis:
    if form in {Form.AGENTLESS, Form.SCHEDULED} and subject not in {"I", "we"}:
        return Basis.AGENTLESS
    return Basis.SPEAKER if subject.casefold() in {"i", "we", "ni", ""} else Basis.SUBJECT


def _organisation(verdict: Verdict, said: Occasion, language: str) -> str:
    """Who is bound: the part of government that the subject names, else government."""
    if verdict.form is not Form.NAMED:
        return GOVERNMENT[language]
    unit = _UNIT.search(verdict.subject)
    if (
        unit is None
        and said.voice is Voice.BOARD
        and re.search(r"\b(?:board|chair|secretariat)$", verdict.subject, re.IGNORECASE)
    ):
        return said.title.partition(":")[0].strip()
    return unit[0] if unit else GOVERNMENT[language]


def _themes(document: Document, sentence: Sentence, told: Told) -> tuple[str, ...]:
    header = sentence.header
    return themes.themes_of(
        (
            (sentence.plain.text[told.start : told.end], 1.0),
            (sentence.plain.text, 0.5),
            (document.text[header.start : header.end] if header else "", 0.3),
            (" / ".join(document.heading_path(sentence.unit.span.start)), 0.3),
            (sentence.said.title, 0.2),
        ),
        document.language,
    )
