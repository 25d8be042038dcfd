"""The labelled texts keep their own rules, and each broken rule is named with its file and line."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.commitment import Kind, Operator
from corpus.errors import GoldError
from evals.promises.gold import PROMISES, LabelledText, load_promises
from evals.promises.labels import DueLabel, Split, clipped
from evals.promises.ordinary import ORDINARY_DEV, ORDINARY_FRESH, load_ordinary
from evals.promises.report import counts

TEXT = "# Kites\n\nI will publish a plan for kites by 1 May. It is windy.\n"
PROMISE: dict[str, Any] = {
    "quote": "I will publish a plan for kites by 1 May",
    "strength": "firm",
    "specificity": 2,
    "speaker": "Mair Bont",
    "office": "Minister for Kites",
    "organisation": "Welsh Government",
    "basis": "speaker",
    "due": {"words": "by 1 May", "operator": "by", "first": "2025-05-01", "last": "2025-05-01", "vague": False},
    "amount": "",
    "deliverable_type": "document",
    "condition": "",
}
FIRST: dict[str, Any] = {
    "split": "dev",
    "quote": "I will publish a plan for kites by 1 May.",
    "kind": "commitment",
    "commitments": [PROMISE],
}
SECOND: dict[str, Any] = {"split": "dev", "quote": "It is windy.", "kind": "other", "commitments": []}
RECORD = {
    "id": "kites",
    "title": "Written Statement: Kites",
    "publisher": "Welsh Government (specimen)",
    "type": "written-statement",
    "language": "en",
    "published": "2025-03-03",
}


def written(folder: Path, labels: list[dict[str, Any]], **record: Any) -> Path:
    (folder / "kites.md").write_text(TEXT, encoding="utf-8")
    (folder / "kites.jsonl").write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
    (folder / "records.jsonl").write_text(json.dumps(RECORD | record), encoding="utf-8")
    return folder


def with_promise(**changes: Any) -> list[dict[str, Any]]:
    return [FIRST | {"commitments": [PROMISE | changes]}, SECOND]


@pytest.fixture(scope="module")
def texts() -> tuple[LabelledText, ...]:
    return load_promises()


def test_a_text_is_read_with_its_labels_in_place(tmp_path: Path) -> None:
    (text,) = load_promises(written(tmp_path, [FIRST, SECOND]))

    assert [text.document.text[slice(*one.span)] for one in text.sentences] == [FIRST["quote"], SECOND["quote"]]
    assert text.publication.publisher == "Welsh Government"
    assert text.made_on == date(2025, 3, 3)


FAULTS: dict[str, tuple[list[dict[str, Any]], str]] = {
    "not in the text": ([FIRST | {"quote": "I may."}, SECOND], "kites.jsonl:1: 'I may.' is not in the text"),
    "twice": ([FIRST, SECOND, SECOND], "kites.jsonl:3: 'It is windy.' is labelled twice, or out of order"),
    "out of order": ([SECOND, FIRST], "kites.jsonl:2: 'I will publish a plan for kites by 1 May.' is labelled twice, or out"),
    "nobody's": ([FIRST], "kites.md: nobody labelled 'It is windy.'"),
    "two splits": ([FIRST, SECOND | {"split": "held"}], "kites.jsonl: labels are in two splits"),
    "missing field": ([{key: FIRST[key] for key in FIRST if key != "kind"}, SECOND], "kites.jsonl:1: kind: Field required"),
    "unknown class": ([FIRST, SECOND | {"kind": "boast"}], "kites.jsonl:2: kind: Input should be"),
    "unknown key": ([FIRST, SECOND | {"colour": "red"}], "kites.jsonl:2: colour: Unexpected keyword argument"),
    "no clause": ([FIRST | {"commitments": []}, SECOND], "a sentence of kind 'commitment' has its clauses"),
    "clause of another kind": ([FIRST | {"kind": "other"}, SECOND], "a sentence of kind 'commitment' has its clauses"),
    "clause twice": ([FIRST | {"commitments": [PROMISE, PROMISE]}, SECOND], "kites.jsonl:1: a clause is labelled twice"),
    "clause elsewhere": (with_promise(quote="It is windy"), "the clause 'It is windy' is not in its sentence"),
    "no condition": (with_promise(strength="conditional"), "strength 'conditional' and a condition go together"),
    "condition elsewhere": (
        with_promise(strength="conditional", condition="if it rains"),
        "the condition 'if it rains' is not in the sentence",
    ),
    "days the wrong way round": (
        with_promise(due=PROMISE["due"] | {"first": "2025-05-02"}),
        "the interval of 'by 1 May' has no first or last day, or they are the wrong way round",
    ),
    "vague with days": (with_promise(due=PROMISE["due"] | {"vague": True}), "'by 1 May' is vague and so has no interval"),
    "due words elsewhere": (with_promise(due=PROMISE["due"] | {"words": "in May"}), "the text does not say 'in May'"),
}


@pytest.mark.parametrize(("labels", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_its_place(tmp_path: Path, labels: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(GoldError) as caught:
        load_promises(written(tmp_path, labels))

    assert message in str(caught.value)


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    (written(tmp_path, [FIRST | {"kind": "boast"}, SECOND | {"kind": "boast"}], published=None) / "bells.md").write_text(
        "Bells."
    )

    with pytest.raises(GoldError) as caught:
        load_promises(tmp_path)

    places = [line.partition(": ")[0] for line in str(caught.value).splitlines()[1:]]
    assert places == ["bells.md", "records.jsonl", "kites.jsonl:1", "kites.jsonl:2"]


@pytest.mark.parametrize(
    ("operator", "first", "last", "window"),
    [
        (Operator.BY, date(2025, 5, 1), date(2025, 5, 31), (date(2025, 3, 3), date(2025, 5, 31))),
        (Operator.ON, date(2025, 5, 1), date(2025, 5, 31), (date(2025, 5, 1), date(2025, 5, 31))),
        (Operator.ON, date(2025, 1, 1), date(2025, 12, 31), (date(2025, 3, 3), date(2025, 12, 31))),
        (Operator.UNTIL, None, None, None),
    ],
)
def test_a_window_begins_no_earlier_than_the_words_were_said(
    operator: Operator, first: date | None, last: date | None, window: tuple[date, date] | None
) -> None:
    due = DueLabel(words="then", operator=operator, first=first, last=last, vague=False)

    assert due.window(date(2025, 3, 3)) == window
    assert clipped(date(2024, 1, 1), date(2024, 2, 1), date(2025, 3, 3)) == (date(2024, 2, 1), date(2024, 2, 1))


def test_there_are_enough_texts_sentences_and_promises(texts: tuple[LabelledText, ...]) -> None:
    sides = Counter(text.split for text in texts)
    promises = [one for text in texts for sentence in text.sentences for one in sentence.label.commitments]

    assert sides[Split.DEV] >= 16
    assert sides[Split.HELD] >= 10
    assert sum(len(text.sentences) for text in texts) >= 600
    assert len(promises) >= 170
    assert {kind for text in texts for one in text.sentences for kind in [one.label.kind]} == set(Kind)
    assert sum(text.document.language == "cy" for text in texts) == 16
    assert sum(text.twin is not None for text in texts) == 2


def test_a_twin_has_the_labels_of_its_english_text(texts: tuple[LabelledText, ...]) -> None:
    by_id = {text.publication.id: text for text in texts}
    for text in texts:
        if text.twin:
            pairs = [
                [
                    (one.label.kind, [(p.strength, p.due and p.due.last) for p in one.label.commitments])
                    for one in side.sentences
                ]
                for side in (text, by_id[text.twin])
            ]
            assert pairs[0] == pairs[1]


def test_no_advisory_group_promises_for_government(texts: tuple[LabelledText, ...]) -> None:
    text = next(one for one in texts if one.publication.id == "pr-advisers-letter-2024")

    kinds = Counter(one.label.kind for one in text.sentences)
    assert kinds[Kind.COMMITMENT] == 0
    assert kinds[Kind.THIRD_PARTY_UNDERTAKING] >= 3


def test_the_counts_in_the_notes_are_those_of_the_labels(texts: tuple[LabelledText, ...]) -> None:
    notes = (PROMISES / "ANNOTATION.md").read_text(encoding="utf-8")

    assert f"<!-- counts -->\n{counts(texts)}\n<!-- /counts -->" in notes


def test_the_ordinary_sentences_are_many_and_none_stands_twice() -> None:
    held, tuned, fresh = load_ordinary(), load_ordinary(ORDINARY_DEV), load_ordinary(ORDINARY_FRESH)
    sentences = (*held, *tuned, *fresh)

    assert len(held) >= 200
    assert len(tuned) >= 100
    assert len({one.text for one in sentences}) == len(sentences)
    assert len({one.kind for one in held}) >= 7
    assert len(fresh) >= 260
    assert len({one.kind for one in fresh}) >= 24
