"""The weights of `ingest/commitments/likeness.py`, fitted on the texts to tune on; reads no text held apart.

Run as `python -m evals.promises.likeness`: it prints what the score adds to the rules, and writes the weights. A clause is one
of ours where most of it or of a labelled clause is shared.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from corpus.commitment import Kind
from evals.promises.gold import LabelledText, load_promises
from evals.promises.labels import Split
from evals.promises.ordinary import ISSUED, ORDINARY_DEV, issued, load_ordinary
from ingest.commitments.hearing import is_ahead, is_later, lead_time
from ingest.commitments.likeness import WEIGHTS, features, is_unsure
from ingest.commitments.occasion import occasion_of
from ingest.commitments.parse_english import parse
from ingest.commitments.sentences import Sentence, sentences_of
from ingest.commitments.verdict import Told

THRESHOLD = 0.5
STRENGTH = 0.3
"""Inverse strength of the regularisation; of 0.3 and 1 the best F1 of the texts left out, as was the threshold of .5 to .7."""
ORDINARY_WEIGHT = 0.1
"""What a clause of ordinary prose weighs beside one of the genre: more, and the score finds hardly a promise; none, and it
finds them in recipes that a government might issue."""
SHARED = 0.5
"""Of the shorter of two clauses, how much they share where they are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A clause with `will` of a text, as rules and a person took it."""

    text: str
    """The text's id, or the kind of ordinary prose."""
    is_ordinary: bool
    found: frozenset[str]
    is_promise: bool
    taken: bool
    """By a rule."""
    unsure: bool
    """Whether the score is asked."""


def examples(texts: Sequence[LabelledText]) -> Iterator[Example]:
    """Clauses that bind government, read without the score: of English texts to tune on, of ordinary prose as if issued."""
    # One at a time: of a whole text unlike the genre nothing would be left to score (`ingest/commitments/business.py`).
    for document, publication in (issued(one.kind, [one], by) for one in load_ordinary(ORDINARY_DEV) for by in ISSUED):
        for sentence in sentences_of(document, occasion_of(publication, document), scored=False):
            for told in sentence.told:
                if one := _example(publication.title, sentence, told, None):
                    yield one
    for text in texts:
        if text.split is not Split.DEV or text.document.language == "cy":
            continue
        labelled = [
            (at, at + len(one.quote))
            for sentence in text.sentences
            for one in sentence.label.commitments
            if (at := text.document.text.find(one.quote, sentence.span.start)) >= 0
        ]
        for sentence in sentences_of(text.document, occasion_of(text.publication, text.document), scored=False):
            for told in sentence.told:
                if one := _example(text.publication.id, sentence, told, labelled):
                    yield one


def _example(text: str, sentence: Sentence, told: Told, labelled: Sequence[tuple[int, int]] | None) -> Example | None:
    clause = sentence.plain.text[told.start : told.end]
    parsed = parse(clause, lead_time=lead_time(sentence.placed, told.start, clause))
    if parsed is None or not sentence.said.voice.binds or told.verdict.kind is Kind.LIST_HEADER:
        return None
    made_on: date | None = sentence.said.made_on
    span = sentence.plain.span(told.start, told.end)
    return Example(
        text=text,
        is_ordinary=labelled is None,
        found=features(
            clause,
            parsed,
            voice=sentence.said.voice,
            ahead=is_ahead(sentence.placed, told.start, told.end, made_on),
            later=is_later(sentence.placed, told.start, told.end, made_on),
        ),
        is_promise=any(
            min(span.end, stop) - max(span.start, start) > SHARED * min(stop - start, span.end - span.start)
            for start, stop in labelled or ()
        ),
        taken=told.verdict.kind is Kind.COMMITMENT,
        unsure=is_unsure(told.verdict.rule.removesuffix("-item"), parsed),
    )


def fitted(given: Sequence[Example]) -> tuple[DictVectorizer, LogisticRegression]:
    """A model of the examples."""
    names = DictVectorizer()
    matrix = names.fit_transform([dict.fromkeys(sorted(one.found), 1.0) for one in given])
    weights = [ORDINARY_WEIGHT if one.is_ordinary else 1.0 for one in given]
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(matrix, [one.is_promise for one in given], sample_weight=weights)
    return names, model


def left_out(given: Sequence[Example]) -> dict[str, tuple[int, int, int]]:
    """Promises found, invented and missed by the rules alone and with the score of a model that has not seen the text."""
    tallies = {"rules": [0, 0, 0], "rules and score": [0, 0, 0]}
    for text in sorted({one.text for one in given if not one.is_ordinary}):
        names, model = fitted([one for one in given if one.text != text])
        mine = [one for one in given if one.text == text]
        scores = model.predict_proba(names.transform([dict.fromkeys(sorted(one.found), 1.0) for one in mine]))[:, 1]
        for one, score in zip(mine, scores, strict=True):
            for name, taken in (
                ("rules", one.taken),
                ("rules and score", one.taken or (one.unsure and score >= THRESHOLD)),
            ):
                place = 0 if taken and one.is_promise else 1 if taken else 2
                tallies[name][place] += int(taken or one.is_promise)
    return {name: (found, invented, missed) for name, (found, invented, missed) in tallies.items()}


def main() -> None:
    """Fit, print and write."""
    given = list(examples(load_promises()))
    ordinary = [one for one in given if one.is_ordinary]
    lines = {}
    for name, (found, invented, missed) in left_out(given).items():
        precision, recall = found / (found + invented), found / (found + missed)
        lines[name] = f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}"
        sys.stdout.write(f"{name}: {lines[name]}\n")
    names, model = fitted(given)
    written = {
        "what": "Weights of a logistic score of English clauses with 'will'; see likeness.py",
        "fitted_on": (
            f"{len(given) - len(ordinary)} clauses of {len({one.text for one in given if not one.is_ordinary})} texts of "
            f"split dev, {sum(one.is_promise for one in given)} of them promises, and {len(ordinary)} of ordinary prose as if "
            f"issued, weighing {ORDINARY_WEIGHT} each; scikit-learn LogisticRegression, C={STRENGTH}"
        ),
        "left_one_text_out": lines,
        "threshold": THRESHOLD,
        "intercept": round(float(model.intercept_[0]), 4),
        "weights": {
            name: round(float(weight), 4) for name, weight in zip(names.get_feature_names_out(), model.coef_[0], strict=True)
        },
    }
    WEIGHTS.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
