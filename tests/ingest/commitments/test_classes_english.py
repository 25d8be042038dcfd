"""Sentences of statements, each with its one class and a promise's strength; and clauses, voices and adversarial lines."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.commitment import Kind
from corpus.passage import Span
from corpus.publication import PublicationType
from ingest.commitments.classes_english import classify
from ingest.commitments.clauses import clauses_of, hide_quoted, plain_of
from ingest.commitments.verdict import Voice
from tests.ingest.commitments.texts import first_strength, kinds, made, promises, statement

ROWS = [
    tuple(part.strip() for part in line.split("|", 1))
    for line in (Path(__file__).parent / "english.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize(("wanted", "sentence"), ROWS, ids=[sentence[:60] for _, sentence in ROWS])
def test_every_sentence_has_one_class_and_a_promise_its_strength(wanted: str, sentence: str) -> None:
    kind, _, strength = wanted.partition(" ")
    text = statement(f"Kites are made of string and paper.\n\n{sentence}\n")

    assert kinds(text)[-1] == kind
    assert first_strength(text) == strength


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("I will set up a panel and will report on it shortly.", ["I will set up a panel", "will report on it shortly."]),
        ("I will set up a panel; we will fund it.", ["I will set up a panel", "we will fund it."]),
        ("The code will be published in June and will help schools.", ["The code will be published in June"]),
        ("Estyn will inspect in May, and we will publish the results.", ["we will publish the results."]),
        ("We will publish the plan and review it each year.", ["We will publish the plan and review it each year."]),
        ("This is welcome and we will continue to fund it in schools.", ["we will continue to fund it in schools."]),
        ("The Learning and Kites Support fund will be doubled.", ["The Learning and Kites Support fund will be doubled."]),
        (
            "If schools ask and funds are there, we will pay the grant.",
            ["If schools ask and funds are there, we will pay the grant."],
        ),
    ],
)
def test_a_sentence_may_promise_twice_and_each_promise_is_its_own_clause(sentence: str, clauses: list[str]) -> None:
    assert [quote for quote, _ in promises(statement(sentence))] == clauses


@pytest.mark.parametrize(
    ("voice", "sentence", "kind"),
    [
        (Voice.ADVISER, "We will meet every month.", Kind.THIRD_PARTY_UNDERTAKING),
        (Voice.ADVISER, "The plan will be published in May.", Kind.OUTCOME_CLAIM),
        (Voice.MEETING, "We will circulate the paper.", Kind.THIRD_PARTY_UNDERTAKING),
        (Voice.MEETING, "The group will publish the guidance in May.", Kind.THIRD_PARTY_UNDERTAKING),
        (Voice.MEETING, "Officials will circulate the paper.", Kind.COMMITMENT),
        (Voice.BOARD, "The board will meet in May.", Kind.COMMITMENT),
        (Voice.OTHER, "I will publish my own report on schools.", Kind.THIRD_PARTY_UNDERTAKING),
        (Voice.UNKNOWN, "I will publish a report on schools.", Kind.OTHER),
        (Voice.UNKNOWN, "The Welsh Government will publish a report on schools.", Kind.COMMITMENT),
        (Voice.DOCUMENT, "The school development plan will be reviewed every year.", Kind.OUTCOME_CLAIM),
        (Voice.DOCUMENT, "This guidance will be reviewed in 2028.", Kind.COMMITMENT),
        (Voice.DOCUMENT, "We will publish further resources for schools.", Kind.COMMITMENT),
    ],
)
def test_who_speaks_decides_whether_a_promise_binds_government(voice: Voice, sentence: str, kind: Kind) -> None:
    assert classify(sentence, voice=voice).kind is kind


def test_items_inherit_the_promise_of_the_words_that_introduce_them() -> None:
    text = statement(
        "Before the summer we will:\n\n- publish the kite plan;\n"
        "- hold four meetings with schools, and\n- write to governors.\n"
    )
    assert promises(text) == [
        ("publish the kite plan", "first-person-item"),
        ("hold four meetings with schools", "first-person-item"),
        ("write to governors.", "first-person-item"),
    ]
    assert all(one.header is not None for one in made(text))


@pytest.mark.parametrize(
    ("header", "item", "kind"),
    [
        ("I am announcing today that:", "every school will have a kite hall by 2028;", "commitment"),
        ("The following will be published in June:", "the kite plan;", "commitment"),
        ("I have asked officials to:", "review the kite code;", "commitment"),
        ("We intend to:", "extend the kite scheme;", "commitment"),
        ("We are taking a number of actions including:", "a new kite fund for schools;", "ongoing_action"),
        ("We are taking a number of actions including:", "we will fund new kite halls;", "commitment"),
        ("We expect schools to:", "keep their kites dry;", "expectation_of_others"),
        ("Estyn will:", "inspect every kite hall;", "third_party_undertaking"),
        ("The kites are:", "red;", "other"),
    ],
)
def test_what_an_item_takes_from_its_header(header: str, item: str, kind: str) -> None:
    assert kinds(statement(f"{header}\n\n- {item}\n"))[-1] == kind


def test_words_quoted_over_several_sentences_are_no_promise_of_the_one_who_quotes() -> None:
    text = statement(
        "A head told us: “We are tired. We will close the kite club in May. We will not open it again.” "
        "I will write to her school."
    )
    assert promises(text) == [("I will write to her school.", "first-person")]


def test_it_means_what_the_sentence_before_was_about() -> None:
    assert kinds(statement("The panel met in May. It will publish its findings in June."))[-1] == "third_party_undertaking"
    assert kinds(statement("The guidance is ready. It will be published in June."))[-1] == "commitment"


WORDS = (
    "I we will and the , ; : that which who if be published by to of schools plan not “ ” ' \" ( ) - £2 million 2026 "
    "June this week shortly Estyn is due in order ensure hope more"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
@settings(max_examples=150)
def test_any_words_are_cut_into_clauses_that_lie_in_them(words: list[str]) -> None:
    sentence = " ".join(words)
    for clause in clauses_of(hide_quoted(sentence)):
        assert hide_quoted(sentence)[clause.start : clause.end] == clause.text
        assert classify(clause.text, voice=Voice.MINISTER).kind in Kind


@pytest.mark.parametrize(
    "piece",
    ["and we ", "that ", ", which ", "the the ", "will ", "“", "' ", "a, ", "if ", "2025-26 ", "is due to ", "- ", "( "],
)
def test_no_line_takes_long(piece: str) -> None:
    line = (piece * 1500)[:1500]
    start = time.process_time()
    promises(statement(f"I {line} will publish the plan in June."))
    promises(statement(line))
    promises(statement(f"{line * 20}:\n\n- {line * 20}\n"))
    promises(statement(f"“{line * 40}\n\n“{line * 40}", type=PublicationType.NEWS, author="Ann Example (quoted)"))
    assert time.process_time() - start < 2.0


def test_plain_letters_lead_back_to_the_text() -> None:
    text = "  We\u00a0will\n publish “it”  soon. "
    plain = plain_of(text, Span(0, len(text)))
    assert plain.text == 'We will publish "it" soon.'
    start = plain.text.index("publish")
    span = plain.span(start, start + len("publish"))
    assert text[span.start : span.end] == "publish"
