"""Projection: the commitments of a Welsh text from those of its English twin, at the sentences that stand for theirs.

The English rules read more surely, so where a Welsh sentence stands beside an English one the English decides what it
promises; the words, the span and what Welsh rules read of them are the Welsh text's own. A Welsh sentence that stands beside
none keeps what the Welsh rules make of it. Where the Welsh lacks a number that the English has, the rule is named
`twin-unsure`. Does not decide which texts are twins.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.commitment import Basis, Commitment, Due, Kind
from corpus.document import Document
from corpus.passage import Span
from ingest.commitments.alignment import Pair, aligned, span_of
from ingest.commitments.amounts import amount_in
from ingest.commitments.clauses import plain_of
from ingest.commitments.conditions import condition_in
from ingest.commitments.fields import placed_dues
from ingest.commitments.occasion import GOVERNMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The text in the other language with its commitments by id."""

    document: Document
    commitments: tuple[tuple[str, Commitment], ...]


def project(document: Document, own: Sequence[Commitment], twin: Twin) -> tuple[Commitment, ...]:
    """The commitments of a Welsh document, from its English twin where sentences stand beside each other, in order."""
    by_sentence: dict[Span, list[tuple[str, Commitment]]] = defaultdict(list)
    for key, one in twin.commitments:
        by_sentence[one.sentence].append((key, one))
    mine: dict[Span, list[Commitment]] = defaultdict(list)
    for one in own:
        mine[one.sentence].append(one)
    made: list[Commitment] = []
    for pair in aligned(twin.document, document):
        if not pair.welsh:
            continue
        here = [one for unit in pair.welsh for one in mine.pop(unit.span, [])]
        if not pair.english:
            made.extend(here)
            continue
        # In the order of their words: what stands in a relative clause is told before its sentence.
        there = sorted((one for unit in pair.english for one in by_sentence[unit.span]), key=lambda one: one[1].span)
        made.extend(_projected(document, pair, there, here))
    return tuple(sorted(made, key=lambda one: (one.span, one.rule)))


def _projected(
    document: Document, pair: Pair, there: Sequence[tuple[str, Commitment]], here: Sequence[Commitment]
) -> list[Commitment]:
    """Those of one pair of sentences; the n-th of a class takes the words that Welsh rules read for their n-th."""
    left = {kind: [one for one in here if one.kind is kind] for kind in Kind}
    made = []
    for key, english in there:
        read = left[english.kind].pop(0) if left[english.kind] else None
        made.append(_one(document, pair, key, english, read))
    return made


def _one(document: Document, pair: Pair, key: str, english: Commitment, read: Commitment | None) -> Commitment:
    sentence = read.sentence if read else pair.welsh[0].span if len(pair.welsh) == 1 else span_of(pair.welsh)
    plain = plain_of(document.text, sentence)
    return replace(
        english,
        span=read.span if read else sentence,
        sentence=sentence,
        rule=f"{'twin' if pair.agrees else 'twin-unsure'}:{english.rule}",
        organisation=GOVERNMENT["cy"] if english.organisation == GOVERNMENT["en"] else read.organisation if read else "",
        office=(read.office if read and read.office else english.office),
        action=read.action if read else plain.text.strip(" .;"),
        deliverable=read.deliverable if read else "",
        amount=read.amount if read and read.amount else amount_in(plain, 0, len(plain.text)) if english.amount else None,
        dues=tuple(_due(due, plain.text, english) for due in english.dues),
        condition=(read.condition if read else "") or (condition_in(plain.text, "cy") if english.condition else ""),
        header=pair.welsh[0].header,
        language=document.language,
        basis=english.basis if english.basis is not None else Basis.SPEAKER if english.kind is Kind.COMMITMENT else None,
        twin=key,
    )


def _due(due: Due, words: str, english: Commitment) -> Due:
    """A date with the Welsh words for the same days, where Welsh rules read them."""
    placed = [one.due for one in placed_dues(words, english.made_on, "cy")]
    same = next((one for one in placed if (one.first, one.last, one.vague) == (due.first, due.last, due.vague)), None)
    return replace(due, words=same.words) if same else due
