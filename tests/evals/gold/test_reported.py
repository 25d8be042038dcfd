"""A wrong answer that a user reported becomes a case, or every reason why not is named at once."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import GoldError
from evals.gold.questions import GoldQuestion, load_questions
from evals.gold.reported import Known, Report, append, make_case, read_translations

Make = Callable[..., GoldQuestion]
DAY = date(2026, 5, 4)
SAID = {
    "bells-2024": frozenset({"Bells ring at nine each morning.", "The fund opens on 1 April 2025."}),
    "clychau-2024": frozenset({"Mae'r clychau'n canu am naw bob bore."}),
    "bells-2012": frozenset({"Bells ring at eight each morning."}),
    "lunch-2023": frozenset({"Lunch costs £12,500 a year."}),
    "snow-2020": frozenset({"Schools may close in snow."}),
    "gongs-2022": frozenset({"Gongs are not bells."}),
}
GOOD = Report(question="When will the bell fund open?", publication="bells-2024", facts=("The fund opens on 1 April 2025.",))


@pytest.fixture
def known(make_question: Make) -> Known:
    questions = [
        make_question("q1", "When do bells ring?", family="bells", split="calib"),
        make_question("q2", "What does lunch cost?", family="lunch", split="test", publications={"lunch-2023": 3}),
        make_question("q3", "May we close?", family="snow", split="dev", publications={"snow-2020": 3}),
    ]
    texts = {"bells-2024": "The bell shall ring at nine of the clock."}
    return Known(questions=questions, said=SAID, translations={"clychau-2024": "bells-2024"}, held=texts.get)


def record(report: Report, known: Known) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(make_case(report, known, on=DAY))
    return made


def test_a_report_becomes_a_case_of_its_publications_family(known: Known) -> None:
    assert record(replace(GOOD, kind="when", short=("1 April 2025",), note="a clerk wrote to us"), known) == {
        "id": "rp-bell-fund-open",
        "text": "When will the bell fund open?",
        "language": "en",
        "audience": "practitioner",
        "kind": "when",
        "answerable": True,
        "unanswerable_kind": None,
        "as_of": None,
        "publications": {"bells-2024": 3, "clychau-2024": 1},
        "facts": [
            {
                "publication_id": "bells-2024",
                "text": "The fund opens on 1 April 2025.",
                "match": {"all": [["1 April 2025", "1 Ebrill 2025"]], "not": []},
            }
        ],
        "must_not_cite": [],
        "family": "bells",
        "split": "calib",
        "author": "the project",
        "written": "after a user told us of a wrong answer, on 2026-05-04: a clerk wrote to us",
        "short": ["1 April 2025"],
    }


PLACED = [
    ("a publication's family", GOOD, ("bells", "calib")),
    (
        "a translation's family",
        replace(GOOD, publication="clychau-2024", facts=tuple(SAID["clychau-2024"])),
        ("bells", "calib"),
    ),
    ("a family of its own", replace(GOOD, publication="gongs-2022", facts=("Gongs are not bells.",)), ("gongs-2022", "dev")),
    ("its split as asked", replace(GOOD, publication="gongs-2022", facts=("Gongs",), split="calib"), ("gongs-2022", "calib")),
    ("a family named", replace(GOOD, publication="gongs-2022", facts=("Gongs",), family="bells"), ("bells", "calib")),
    (
        "the family of the wrong version",
        replace(GOOD, publication="gongs-2022", facts=("Gongs",), must_not_cite=("snow-2020",)),
        ("snow", "dev"),
    ),
    (
        "no answer, on a subject",
        Report(question="Who pays for bells?", unanswerable="near_miss", publication="bells-2024"),
        ("bells", "calib"),
    ),
    ("no answer, on none", Report(question="Is it raining?", unanswerable="off_corpus"), ("rp-rain", "dev")),
]


@pytest.mark.parametrize(("report", "placed"), [row[1:] for row in PLACED], ids=[row[0] for row in PLACED])
def test_where_a_case_is_placed(report: Report, placed: tuple[str, str], known: Known) -> None:
    made = record(report, known)
    assert (made["family"], made["split"]) == placed


HINGES = [
    (GOOD, None),
    (replace(GOOD, as_of="2024-05-01"), "date"),
    (replace(GOOD, must_not_cite=("bells-2012",)), "status"),
]


@pytest.mark.parametrize(("report", "hinge"), HINGES)
def test_what_a_case_hinges_on(report: Report, hinge: str | None, known: Known) -> None:
    assert record(report, known).get("hinges_on") == hinge


FAULTS = [
    (
        replace(GOOD, facts=("The fund opens on 2 April.",)),
        [
            "Nothing held of 'bells-2024' says: 'The fund opens on 2 April.'.",
            "The nearest line of 'bells-2024' is: The fund opens on 1 April 2025.",
        ],
    ),
    (
        replace(GOOD, facts=("The bell shall ring at nine of the clock.",)),
        ["The words 'The bell shall ring at nine of the clock.' are the publisher's, and the repository keeps none"],
    ),
    (replace(GOOD, publication="whistles"), ["No publication 'whistles' is in the register or on the shelf."]),
    (replace(GOOD, must_not_cite=("whistles",)), ["No publication 'whistles' is in the register or on the shelf."]),
    (replace(GOOD, must_not_cite=("bells-2024",)), ["'bells-2024' is both an answer and a wrong version."]),
    (replace(GOOD, question="when do BELLS ring?"), ["The question is asked already, as 'q1'."]),
    (replace(GOOD, question=""), ["text: String should have at least 1 character"]),
    (replace(GOOD, split="test"), ["it cannot go to test"]),
    (replace(GOOD, split="dev"), ["The family 'bells' is in 'calib', so the case cannot go to 'dev'"]),
    (replace(GOOD, family="snow"), ["The family 'snow' is in 'dev', but 'bells-2024' is asked about in 'calib'."]),
    (replace(GOOD, publication="lunch-2023", facts=("£12,500",)), ["The family 'lunch' is kept for test"]),
    (replace(GOOD, publication="lunch-2023", facts=("£12,500",), family="new"), ["The family 'lunch' is kept for test"]),
    (replace(GOOD, publication="gongs-2022", facts=("Gongs",), family="lunch"), ["The family 'lunch' is kept for test"]),
    (replace(GOOD, publication="gongs-2022", facts=("Gongs",), split="train"), ["split: String should match"]),
    (replace(GOOD, publication=""), ["Say what answers the question with '--publication' and '--fact'"]),
    (replace(GOOD, facts=()), ["Say what answers the question with '--publication' and '--fact'"]),
    (replace(GOOD, kind="as_of"), ["Kind 'as_of' needs the day in as_of."]),
    (replace(GOOD, unanswerable="near_miss"), ["An unanswerable case has no '--fact'"]),
    (
        Report(question="Why?", unanswerable="near_miss", publication="whistles"),
        ["No publication 'whistles' is in the register"],
    ),
    (Report(question="Why?", unanswerable="future", short=("May",)), ["Only an answerable question has a short answer."]),
    (
        replace(
            GOOD, language="fr", audience="parent", kind="whither", as_of="soon", facts=("Bells ring at noon.",), split="test"
        ),
        [
            "it cannot go to test",
            "language: String should match",
            "audience: Input should be",
            "kind: Input should be",
            "as_of: Input should be",
            "Nothing held of 'bells-2024' says: 'Bells ring at noon.'",
        ],
    ),
    (Report(question="Why?", unanswerable="dunno"), ["unanswerable_kind: Input should be"]),
]


@pytest.mark.parametrize(("report", "sentences"), FAULTS)
def test_every_reason_against_a_case_is_named_at_once(report: Report, sentences: list[str], known: Known) -> None:
    with pytest.raises(GoldError) as raised:
        make_case(report, known, on=DAY)
    first, *lines = str(raised.value).splitlines()
    assert first == f"Nothing was added, for {len(lines)} reason(s):"
    assert [sentence for sentence in sentences if sentence not in str(raised.value)] == []
    assert all(line.endswith(".") for line in lines)


def test_added_lines_are_read_back_and_ids_do_not_repeat(known: Known, tmp_path: Path) -> None:
    path = tmp_path / "questions_reported.jsonl"
    append(make_case(GOOD, known, on=DAY), path)
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    first = load_questions([path], SAID)
    again = replace(known, questions=[*known.questions, *first])
    append(make_case(replace(GOOD, question="When did the bell fund open?"), again, on=DAY), path)
    assert [question.id for question in load_questions([path], SAID)] == ["rp-bell-fund-open", "rp-bell-fund-open-2"]


def test_translations_are_read_from_the_register_and_the_shelf(tmp_path: Path) -> None:
    register = tmp_path / "register.jsonl"
    register.write_text('{"id": "a-cy", "translation_of": "a"}\n\n{"id": "a", "translation_of": null}\n', encoding="utf-8")
    (tmp_path / "records-b.jsonl").write_text('{"id": "b-cy", "translation_of": "b"}\n', encoding="utf-8")
    assert read_translations(register, tmp_path) == {"a-cy": "a", "b-cy": "b"}
