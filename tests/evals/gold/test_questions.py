"""The questions keep their own rules, and each broken rule is named with its file and line."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue, open_catalogue
from corpus.errors import GoldError
from corpus.settings import ROOT
from evals.gold.questions import (
    DATA,
    QUESTIONS,
    Audience,
    GoldQuestion,
    Hinge,
    Kind,
    Unanswerable,
    load_questions,
    read_register_lines,
    read_said,
)
from evals.gold.spans import gold_spans
from evals.readme import counts_block
from evals.runs.workshop import fill
from index.query import stood

REGISTER = ROOT / "corpus" / "register.jsonl"
GOOD = {
    "id": "q1",
    "text": "When do the bells ring?",
    "language": "en",
    "audience": "practitioner",
    "kind": "when",
    "answerable": True,
    "unanswerable_kind": None,
    "as_of": None,
    "publications": {"bells": 3},
    "facts": [{"publication_id": "bells", "text": "Bells ring at nine.", "match": {"all": [["nine"]], "not": []}}],
    "must_not_cite": [],
    "family": "bells",
    "split": "dev",
    "author": "a test",
    "written": "for a test",
}
KNOWN = {"bells": frozenset({"Bells ring at nine."}), "lunch": frozenset({"Lunch is at noon."})}
FAULTS: dict[str, tuple[dict[str, object], str]] = {
    "unknown key": ({"colour": "red"}, "colour: Unexpected keyword argument"),
    "missing text": ({"text": ""}, "text: String should have at least 1 character"),
    "unknown audience": ({"audience": "parent"}, "audience: Input should be"),
    "grade out of range": ({"publications": {"bells": 4}}, "less than or equal to 3"),
    "day that is none": ({"as_of": "2024-02-31"}, "as_of:"),
    "unknown publication": (
        {"publications": {"bells": 3, "gongs": 1}},
        "no publication 'gongs' is in the register or on the shelf",
    ),
    "unknown wrong version": ({"must_not_cite": ["gongs"]}, "no publication 'gongs' is in the register or on the shelf"),
    "answer that is wrong": ({"must_not_cite": ["bells"]}, "'bells' is both an answer and a wrong version"),
    "fact of another": (
        {"facts": [{"publication_id": "lunch", "text": "Lunch is at noon.", "match": {"all": [["noon"]]}}]},
        "the fact of 'lunch' is not of a publication that answers",
    ),
    "fact not in the register": (
        {"facts": [{"publication_id": "bells", "text": "Bells ring at ten.", "match": {"all": [["ten"]]}}]},
        "nothing held of 'bells' says: 'Bells ring at ten.'",
    ),
    "match that fails": (
        {"facts": [{"publication_id": "bells", "text": "Bells ring at nine.", "match": {"all": [["ten"]]}}]},
        "does not pass on its own fact",
    ),
    "match of nothing": (
        {"facts": [{"publication_id": "bells", "text": "Bells ring at nine.", "match": {"all": []}}]},
        "asks for nothing",
    ),
    "no reason": ({"answerable": False, "publications": {}, "facts": [], "kind": "unanswerable"}, "unanswerable_kind is for"),
    "kind and answerable": ({"kind": "unanswerable"}, "go together"),
    "no publication": ({"publications": {}, "facts": []}, "names its publications"),
    "no fact": ({"facts": []}, "names its facts"),
    "short answer to nothing": (
        {
            "short": ["nine"],
            "answerable": False,
            "unanswerable_kind": "future",
            "kind": "unanswerable",
            "publications": {},
            "facts": [],
        },
        "only an answerable question has a short answer",
    ),
    "unknown body": ({"actor": "bell-ringer"}, "no body 'bell-ringer' is in corpus/bodies.toml"),
    "unknown hinge": ({"hinges_on": "weather"}, "hinges_on: Input should be"),
    "unknown split": ({"split": "train"}, "split: String should match"),
    "no day": ({"kind": "as_of"}, "needs the day in as_of"),
    "not JSON": ({}, "Invalid JSON"),
    "unknown kind": ({"kind": "whither"}, "kind: Input should be"),
    "unknown kind of no answer": (
        {"answerable": False, "unanswerable_kind": "dunno", "publications": {}, "facts": [], "kind": "unanswerable"},
        "unanswerable_kind: Input should be",
    ),
    "words that moved": (
        {"facts": [{"publication_id": "bells", "text": "Bells ring at nine!", "match": {"all": [["nine"]]}}]},
        "nothing held of 'bells' says: 'Bells ring at nine!'",
    ),
    "duplicate id": ({"id": "q1"}, "the id 'q1' is used twice, first at q.jsonl:1"),
    "family in two splits": ({"split": "test"}, "the family 'bells' is in two splits: 'test' here, 'dev' at q.jsonl:1"),
    "twin that is not there": ({"language": "cy", "twin": "q9"}, "its twin 'q9' is no question"),
    "twin of an English question": ({"twin": "q1"}, "only a Welsh question has a twin"),
    "twin that is itself": ({"language": "cy", "twin": "q2"}, "its twin 'q2' is not in English"),
    "twin of another family": ({"language": "cy", "twin": "q1", "family": "gongs"}, "its twin 'q1' is of another family"),
    "twin of another split": (
        {"language": "cy", "twin": "q1", "family": "gongs", "split": "test"},
        "its twin 'q1' is of another split",
    ),
    "twin of another day": ({"language": "cy", "twin": "q1", "as_of": "2024-02-01"}, "its twin 'q1' is of another as_of"),
    "twin after other facts": (
        {
            "language": "cy",
            "twin": "q1",
            "publications": {"lunch": 3},
            "facts": [{"publication_id": "lunch", "text": "Lunch is at noon.", "match": {"all": [["noon"]]}}],
        },
        "its twin 'q1' asks for facts of other publications",
    ),
    "twin without an answer": (
        {
            "language": "cy",
            "twin": "q1",
            "answerable": False,
            "unanswerable_kind": "near_miss",
            "publications": {},
            "facts": [],
            "kind": "unanswerable",
        },
        "its twin 'q1' is of another unanswerable_kind",
    ),
}
REQUIRED = sorted(GOOD)


def _write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_good_line_is_read(tmp_path: Path) -> None:
    [question] = load_questions([_write(tmp_path / "q.jsonl", GOOD)], KNOWN)
    assert (question.id, question.kind, question.publications) == ("q1", Kind.WHEN, {"bells": 3})
    assert question.facts[0].match.passes("They ring at NINE.")


@pytest.mark.gate
@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_named_with_its_line(name: str, tmp_path: Path) -> None:
    changes, sentence = FAULTS[name]
    path = _write(tmp_path / "q.jsonl", GOOD, GOOD | {"id": "q2"} | changes)
    if name == "not JSON":
        path.write_text(path.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        load_questions([path], KNOWN)
    assert "q.jsonl:2" in str(raised.value)
    assert sentence in str(raised.value)


@pytest.mark.parametrize("key", REQUIRED)
def test_each_missing_field_is_named_with_its_line(key: str, tmp_path: Path) -> None:
    path = _write(tmp_path / "q.jsonl", {name: value for name, value in GOOD.items() if name != key})
    with pytest.raises(GoldError) as raised:
        load_questions([path], KNOWN)
    assert f"q.jsonl:1: {key}: " in str(raised.value)


def test_a_twin_may_ask_for_the_translation_of_what_answers(tmp_path: Path) -> None:
    welsh: dict[str, object] = {
        "id": "q2",
        "text": "Pryd mae'r gloch yn canu?",
        "language": "cy",
        "twin": "q1",
        "publications": {"lunch": 3, "bells": 1},
        "facts": [{"publication_id": "lunch", "text": "Lunch is at noon.", "match": {"all": [["noon"]]}}],
    }
    read = load_questions([_write(tmp_path / "q.jsonl", GOOD | welsh, GOOD)], KNOWN)
    assert [question.twin for question in read] == [None, "q1"]


def test_the_twin_of_a_line_at_fault_is_not_called_missing(tmp_path: Path) -> None:
    path = _write(tmp_path / "q.jsonl", GOOD | {"kind": "whither"}, GOOD | {"id": "q2", "language": "cy", "twin": "q1"})
    with pytest.raises(GoldError) as raised:
        load_questions([path], KNOWN)
    assert str(raised.value).startswith("1 fault(s)")


def test_faults_of_several_files_are_named_at_once_with_files_that_cannot_be_read(tmp_path: Path) -> None:
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes("tŷ".encode("utf-16"))
    paths = [tmp_path / "none.jsonl", latin, _write(tmp_path / "q.jsonl", GOOD | {"kind": "whither"})]
    with pytest.raises(GoldError) as raised:
        load_questions(paths, KNOWN)
    lines = str(raised.value).splitlines()
    assert lines[0].startswith("3 fault(s)")
    assert [line.split(":")[0] for line in lines[1:]] == ["none.jsonl", "latin.jsonl", "q.jsonl"]
    assert "it is not UTF-8" in lines[2]


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    bad = [GOOD, GOOD, GOOD | {"id": "q3", "must_not_cite": ["gongs"]}, GOOD | {"id": "q4", "split": "test"}]
    with pytest.raises(GoldError) as raised:
        load_questions([_write(tmp_path / "q.jsonl", *bad)], KNOWN)
    lines = str(raised.value).splitlines()
    assert lines[0].startswith("3 fault(s)")
    assert [line.split(": ")[0] for line in lines[1:]] == ["q.jsonl:2", "q.jsonl:3", "q.jsonl:4"]


def test_an_empty_or_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no question"):
        load_questions([_write(tmp_path / "q.jsonl")], KNOWN)
    with pytest.raises(GoldError, match="cannot be read"):
        load_questions([tmp_path / "none.jsonl"], KNOWN)


def test_commitments_are_lines_of_the_register(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "r.jsonl",
        {"id": "a", "facts": ["One."], "commitments": [{"what": "Do it", "due": "soon"}, {"what": "Go", "due": None}]},
    )
    assert read_register_lines(path) == {"a": frozenset({"One.", "Do it", "soon", "Go"})}


@pytest.fixture(scope="module")
def questions() -> tuple[GoldQuestion, ...]:
    return load_questions(QUESTIONS, read_said(REGISTER))


def test_our_questions_are_of_the_breadth_we_promise(questions: tuple[GoldQuestion, ...]) -> None:
    shown = [question for question in questions if question.split != "dev"]
    assert len(shown) >= 400
    audiences = Counter(question.audience for question in shown)
    assert {audience: number for audience, number in audiences.items() if number < 100} == {}
    assert audiences.keys() == {Audience.PRACTITIONER, Audience.OFFICIAL, Audience.ADVISORY}
    unanswered = Counter(question.unanswerable_kind for question in shown if question.unanswerable_kind)
    assert unanswered.keys() == set(Unanswerable)
    assert unanswered.total() >= 100
    assert min(unanswered.values()) >= 15
    assert sum(question.hinges_on is not None for question in shown) >= 60
    assert sum(question.kind is Kind.LIST for question in shown) >= 30
    assert sum(question.kind is Kind.MUST or question.actor is not None for question in shown) >= 60
    assert sum(bool(question.must_not_cite) for question in shown) >= 60
    assert {question.kind for question in questions} == set(Kind)
    assert len({question.text for question in questions}) == len(questions)


def test_half_of_the_welsh_questions_are_twins(questions: tuple[GoldQuestion, ...]) -> None:
    shown = [question for question in questions if question.split != "dev"]
    for asked, least in ((questions, 84), (shown, 60)):
        welsh = [question for question in asked if question.language == "cy"]
        # What is asked of nothing held compares no language with another.
        welsh = [question for question in welsh if question.unanswerable_kind is not Unanswerable.OFF_CORPUS]
        assert len(welsh) >= least
        assert sum(question.twin is not None for question in welsh) >= len(welsh) / 2
    twins = [question.twin for question in questions if question.twin]
    assert len(set(twins)) == len(twins)


def test_a_near_miss_has_answered_questions_beside_it(questions: tuple[GoldQuestion, ...]) -> None:
    answered = Counter(question.family for question in questions if question.answerable)
    missed = [question for question in questions if question.unanswerable_kind is Unanswerable.NEAR_MISS]
    assert [question.id for question in missed if not answered[question.family]] == []


def test_a_family_stands_in_one_of_three_splits(questions: tuple[GoldQuestion, ...]) -> None:
    splits = {question.family: question.split for question in questions}
    assert set(splits.values()) == {"dev", "calib", "test"}
    assert all(splits[question.family] == question.split for question in questions)
    for split, number in Counter(question.split for question in questions).items():
        assert number >= 80, split


def test_each_split_has_some_of_each_sort(questions: tuple[GoldQuestion, ...]) -> None:
    for split in ("dev", "calib", "test"):
        mine = [question for question in questions if question.split == split]
        assert {question.unanswerable_kind for question in mine} >= set(Unanswerable), split
        assert 0.05 <= sum(not question.answerable for question in mine) / len(mine) <= 0.4, split
        assert {question.hinges_on for question in mine} >= set(Hinge), split
        for sort in (
            [question for question in mine if question.kind is Kind.LIST],
            [question for question in mine if question.kind is Kind.MUST or question.actor],
            [question for question in mine if question.as_of],
            [question for question in mine if question.short],
            [question for question in mine if question.language == "cy"],
        ):
            assert len(sort) >= 5, split


def test_the_counts_in_the_readme_are_those_of_the_files(questions: tuple[GoldQuestion, ...]) -> None:
    assert counts_block(questions) in (DATA / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    folder = tmp_path_factory.mktemp("filled")
    catalogue = open_catalogue(f"sqlite:///{folder / 'catalogue.sqlite'}")
    fill(catalogue, folder=folder / "data", register=REGISTER, shared=None)
    yield catalogue
    catalogue.close()


def test_as_of_questions_want_what_stood_then(questions: tuple[GoldQuestion, ...], filled: Catalogue) -> None:
    dated = [question for question in questions if question.as_of]
    assert dated
    early = set()
    for question in dated:
        assert question.as_of
        wanted = [filled.publication(key) for key, grade in question.publications.items() if grade == 3]
        if not all(one and stood(one, question.as_of) for one in wanted):
            early.add(question.id)
    # The later text was published that summer and says that it applies from the autumn, which the catalogue does not read.
    assert early <= {"sb-let-end-2023-07"}


@pytest.mark.gate
def test_every_fact_has_a_place_in_the_texts_held_and_few_places(
    questions: tuple[GoldQuestion, ...], filled: Catalogue
) -> None:
    for question in questions:
        documents = [filled.current_document(key) for key in question.publications]
        groups = gold_spans(question, [document for document in documents if document])
        assert len(groups) == len(question.facts)
        for spans in groups:
            assert 1 <= len(spans) <= 8, question.id
            assert all(0 <= start < end for _, start, end in spans)


def test_a_match_tells_its_fact_from_the_others_of_its_publication(questions: tuple[GoldQuestion, ...]) -> None:
    lines = read_register_lines(REGISTER)
    loose = {
        question.id
        for question in questions
        for fact in question.facts
        if fact.publication_id in lines
        for line in lines[fact.publication_id] - {other.text for other in question.facts}
        if fact.match.passes(line)
    }
    # In these the register says the same thing twice, as a fact and as a commitment, or in two facts.
    twice = {"al-code-late", "dy-slip", "ex-history", "ex-pru-who", "sipp-advisory-group"}
    twice |= {"al-welsh-medium", "be-actions", "sipp-complete", "we-framework-must"}
    twice |= {"pl-academi-beth", "pl-canllawiau-statudol", "pl-cme-happening", "pl-lnf-happening"}
    twice |= {"pl-sig-statutory", "pl-sipp-happened"}
    assert loose == twice
