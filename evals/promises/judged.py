"""Commitments judged: what a reader finds in the labelled texts, sentence by sentence and clause by clause; tunes nothing.

Precision, recall and F1 are of sentences, with intervals that resample whole texts; the rest is of the promises both read.
Goals: precision .90, recall .80, speaker and office .95, due interval .95, on the texts held apart (methods 5.6).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from scipy.optimize import linear_sum_assignment

from corpus.commitment import KEPT, Basis, Commitment, Kind
from corpus.document import Document
from corpus.passage import Span
from corpus.publication import Publication
from evals.promises.gold import LabelledText, Sentence
from evals.promises.labels import PromiseLabel, clipped

LONGEST_SHOWN = 170
IN_ENGLISH = {"Llywodraeth Cymru": "Welsh Government", "Gweinidogion Cymru": "Welsh Ministers"}
"""Bodies that labels name in English in both languages."""


class Reader(Protocol):
    """Whatever finds commitments in a text, given the English text where it is the Welsh of one."""

    def __call__(
        self, document: Document, publication: Publication, twin: tuple[Document, Publication] | None, /
    ) -> Sequence[Commitment]:
        """What it finds, promises and what is told apart from them."""
        ...


@dataclass(slots=True)
class Tally:
    """What came of the texts of one split."""

    texts: int = 0
    labelled: int = 0
    """Promises, clause by clause, that a person read."""
    kinds: Counter[tuple[Kind, Kind]] = field(default_factory=Counter)
    """Sentences by the kind a person gave and the kind that was read."""
    outcomes: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """`found`, `missed` or `invented`: text and words of each sentence; `clause missed`, `clause invented` likewise."""
    right: dict[str, int] = field(default_factory=Counter)
    judged: dict[str, int] = field(default_factory=Counter)
    overlap: list[float] = field(default_factory=list)
    """Token F1 of each promise both read."""
    per_text: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Promises labelled and read in each text."""

    def note(self, name: str, *, right: bool) -> None:
        """Count one judgement."""
        self.judged[name] += 1
        self.right[name] += right


def judge(
    texts: Sequence[LabelledText], reader: Reader, tell: Callable[[str, str], None] = lambda *_: None
) -> dict[str, Tally]:
    """Tallies by split; `tell` is given the split and a line for each difference."""
    by_id = {text.publication.id: text for text in texts}
    tallies: dict[str, Tally] = defaultdict(Tally)
    for text in texts:
        twin = by_id.get(text.twin or "")
        found = reader(text.document, text.publication, (twin.document, twin.publication) if twin else None)
        _judge_text(text, found, tallies[text.split.value], tell)
    return dict(tallies)


def _judge_text(text: LabelledText, found: Sequence[Commitment], tally: Tally, tell: Callable[[str, str], None]) -> None:
    key, split = text.publication.id, text.split.value
    by_sentence: dict[int, list[Commitment]] = defaultdict(list)
    for one in found:
        by_sentence[_sentence_of(one.span, text.sentences)].append(one)
    promises = [one for one in found if one.kind is Kind.COMMITMENT]
    labelled = sum(len(one.label.commitments) for one in text.sentences)
    tally.texts += 1
    tally.labelled += labelled
    tally.per_text[key] = (labelled, len(promises))
    for one in by_sentence.pop(-1, []):  # in a heading, or where nothing is labelled
        if one.kind is Kind.COMMITMENT:
            words = text.document.text[slice(*one.span)]
            tally.outcomes["invented"].append((key, words))
            tell(split, f"invented {key}: {words[:LONGEST_SHOWN]}")
    for at, sentence in enumerate(text.sentences):
        mine = by_sentence[at]
        kind = kind_of(mine)
        tally.kinds[sentence.label.kind, kind] += 1
        outcome = {(True, True): "found", (True, False): "missed", (False, True): "invented"}.get(
            (sentence.label.kind is Kind.COMMITMENT, kind is Kind.COMMITMENT)
        )
        if outcome:
            tally.outcomes[outcome].append((key, sentence.label.quote))
        if outcome in {"missed", "invented"}:
            rules = ", ".join(one.rule for one in mine)
            as_what = f" ({sentence.label.kind.value} read as {kind.value}{f', by {rules}' if rules else ''})"
            tell(split, f"{outcome} {key}{as_what}: {sentence.label.quote[:LONGEST_SHOWN]}")
        if outcome == "found":
            _judge_clauses(text, sentence, [one for one in mine if one.kind is Kind.COMMITMENT], tally, tell)


def _sentence_of(span: Span, sentences: Sequence[Sentence]) -> int:
    """Which labelled sentence most of a span lies in; -1 where it lies in none."""
    shared = [min(span.end, one.span.end) - max(span.start, one.span.start) for one in sentences]
    best = max(range(len(shared)), key=shared.__getitem__)
    return best if shared[best] > 0 else -1


def kind_of(found: Sequence[Commitment]) -> Kind:
    """The one kind of a sentence: a commitment where it holds any, else what most of its words are, else other."""
    if any(one.kind is Kind.COMMITMENT for one in found):
        return Kind.COMMITMENT
    return max(found, key=lambda one: one.span.end - one.span.start).kind if found else Kind.OTHER


def _judge_clauses(
    text: LabelledText, sentence: Sentence, found: Sequence[Commitment], tally: Tally, tell: Callable[[str, str], None]
) -> None:
    key, wanted = text.publication.id, sentence.label.commitments
    likeness = np.array([[token_f1(one.quote, text.document.text[slice(*got.span)]) for got in found] for one in wanted])
    rows, columns = linear_sum_assignment(-likeness)
    tally.outcomes["clause found"] += [(key, wanted[row].quote) for row in rows]
    tally.outcomes["clause missed"] += [(key, one.quote) for at, one in enumerate(wanted) if at not in rows]
    tally.outcomes["clause invented"] += [
        (key, text.document.text[slice(*got.span)]) for at, got in enumerate(found) if at not in columns
    ]
    for row, column in zip(rows, columns, strict=True):
        tally.overlap.append(float(likeness[row, column]))
        for name, is_right, got in _judgements(wanted[row], found[column], text):
            tally.note(name, right=is_right)
            if not is_right:
                tell(text.split.value, f"{name} {key}: read {got}: {wanted[row].quote[:LONGEST_SHOWN]}")


def _judgements(wanted: PromiseLabel, got: Commitment, text: LabelledText) -> Iterable[tuple[str, bool, object]]:
    """What is compared of a promise both read: a name, whether it agrees, and what was read."""
    yield "strength", got.strength is wanted.strength, got.strength
    yield "specificity", got.specificity == wanted.specificity, got.specificity
    who = (got.speaker, got.office)
    yield "speaker and office", who == (wanted.speaker, wanted.office), who
    if wanted.basis is Basis.SPEAKER:
        yield "speaker and office, I or we", who == (wanted.speaker, wanted.office), who
    yield "basis", got.basis is wanted.basis, got.basis
    yield "organisation", IN_ENGLISH.get(got.organisation, got.organisation) == wanted.organisation, got.organisation
    due = wanted.due.window(text.made_on) if wanted.due else None
    read = got.due.window(got.made_on) if got.due else None
    read = clipped(*read, text.made_on) if read else None
    yield "due interval", read == due, read
    yield ("due interval, dated" if due else "due interval, undated"), read == due, read
    if wanted.amount:
        amount = got.amount.words if got.amount else ""
        yield "amount", bool(amount) and (amount in wanted.amount or wanted.amount in amount), amount
    yield "deliverable type", got.deliverable_type is wanted.deliverable_type, got.deliverable_type
    yield "condition", bool(got.condition) == bool(wanted.condition), got.condition


def token_f1(one: str, other: str) -> float:
    """Overlap of two quotations in words, whatever their case and marks; 0 to 1."""
    words = [
        Counter(token for raw in text.casefold().split() if (token := raw.strip(".,;:!?\"'“”‘’()"))) for text in (one, other)
    ]
    shared = sum((words[0] & words[1]).values())
    return 2 * shared / ((words[0].total() + words[1].total()) or 1)


def class_f1(kinds: Counter[tuple[Kind, Kind]], kind: Kind) -> float | None:
    """F1 of one class over sentences; None where nobody labelled or read one."""
    of = sum(count for pair, count in kinds.items() if pair[0] is kind)
    read = sum(count for pair, count in kinds.items() if pair[1] is kind)
    return 2 * kinds[kind, kind] / (of + read) if of + read else None


def macro_f1(kinds: Counter[tuple[Kind, Kind]]) -> float:
    """Mean F1 of the main classes, those the catalogue keeps, each counting the same."""
    known = [value for kind in KEPT if (value := class_f1(kinds, kind)) is not None]
    return sum(known) / (len(known) or 1)
