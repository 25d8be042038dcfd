"""The questions keep their own rules, and each broken rule is named with its file and line."""

import json
from collections import Counter
from pathlib import Path

import pytest

from corpus.catalogue import open_catalogue
from corpus.errors import GoldError
from corpus.settings import ROOT
from evals.gold import QUESTIONS, Audience, GoldQuestion, Kind, Unanswerable, load_questions, read_register_lines, read_said
from evals.workshop import fill
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
    "unknown publication": ({"publications": {"bells": 3, "gongs": 1}}, "the register has no publication 'gongs'"),
    "unknown wrong version": ({"must_not_cite": ["gongs"]}, "the register has no publication 'gongs'"),
    "answer that is wrong": ({"must_not_cite": ["bells"]}, "'bells' is both an answer and a wrong version"),
    "fact of another": (
        {"facts": [{"publication_id": "lunch", "text": "Lunch is at noon.", "match": {"all": [["noon"]]}}]},
        "the fact of 'lunch' is not of a publication that answers",
    ),
    "fact not in the register": (
        {"facts": [{"publication_id": "bells", "text": "Bells ring at ten.", "match": {"all": [["ten"]]}}]},
        "the register does not say of 'bells': 'Bells ring at ten.'",
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
    "no day": ({"kind": "as_of"}, "needs the day in as_of"),
    "not JSON": ({}, "Invalid JSON"),
}


def _write(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_good_line_is_read(tmp_path: Path) -> None:
    [question] = load_questions([_write(tmp_path / "q.jsonl", GOOD)], KNOWN)
    assert (question.id, question.kind, question.publications) == ("q1", Kind.WHEN, {"bells": 3})
    assert question.facts[0].match.passes("They ring at NINE.")


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
    audiences = Counter(question.audience for question in questions)
    assert len(questions) >= 80
    assert audiences[Audience.PRACTITIONER] >= 20
    assert audiences[Audience.OFFICIAL] >= 20
    assert audiences[Audience.ADVISORY] >= 15
    assert Counter(question.unanswerable_kind for question in questions).keys() >= set(Unanswerable)
    assert sum(not question.answerable for question in questions) >= 16
    assert sum(bool(question.must_not_cite) for question in questions) >= 12
    assert sum(question.language == "cy" for question in questions) >= 6
    assert len({question.text for question in questions}) == len(questions)


def test_each_split_has_half_of_each_sort(questions: tuple[GoldQuestion, ...]) -> None:
    for chosen in (lambda one: one.answerable, lambda one: not one.answerable, lambda one: one.kind is Kind.AS_OF):
        splits = Counter(question.split for question in questions if chosen(question))
        assert 1 / 3 < splits["dev"] / splits.total() < 2 / 3


def test_as_of_questions_want_what_stood_then_and_not_what_did_not(questions: tuple[GoldQuestion, ...], tmp_path: Path) -> None:
    catalogue = open_catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    fill(catalogue, folder=tmp_path / "data", register=REGISTER, shared=tmp_path)
    dated = [question for question in questions if question.as_of]
    assert dated
    for question in dated:
        assert question.as_of
        wanted = [catalogue.publication(key) for key, grade in question.publications.items() if grade == 3]
        assert all(one and stood(one, question.as_of) for one in wanted), question.id
    catalogue.close()


def test_a_match_tells_its_fact_from_the_others_of_its_publication(questions: tuple[GoldQuestion, ...]) -> None:
    lines = read_register_lines(REGISTER)
    loose = {
        question.id
        for question in questions
        for fact in question.facts
        for line in lines[fact.publication_id] - {other.text for other in question.facts}
        if fact.match.passes(line)
    }
    # In these the register says the same thing twice, as a fact and as a commitment, or in two facts.
    twice = {"al-code-late", "dy-slip", "ex-history", "ex-pru-who", "sipp-advisory-group"}
    twice |= {"al-welsh-medium", "be-actions", "sipp-complete", "we-framework-must"}
    assert loose == twice
