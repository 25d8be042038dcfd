"""What is measured of a candidate for a question, feature by feature."""

import math
from datetime import date

import pytest

from corpus.publication import PublicationType
from search_api.answering.candidates import Candidate
from search_api.answering.features import BESIDE, OLDEST, Features, measure, told, with_context
from search_api.answering.meanings import Meanings
from search_api.question.question import Question
from tests.search_api.making import candidate, candidates_of, hit, question, text

PLAN = """Reading plans

Every school has a reading plan. It names a lead.

Governing bodies must:

• publish the plan by 31 October 2025;
• thank the lead.
"""
SHELF = {
    "plan": text(PLAN, "plan", heading="Reading plans", title="Reading plans guidance"),
    "kids": text("Pupils are excluded for a day.", "kids", title="Leaving"),
    "bats": text("Bats fly at night over the old stone bridge.", "bats", title="Bats"),
    "letter": text("We are grateful.", "letter", title="A letter of 2019", type=PublicationType.LETTER, published=None),
    "group": text("The National Coherence Group advises ministers.", "group", title="Terms"),
    "cy": text("Rhaid i ysgolion gyhoeddi'r cynllun.", "cy", title="Canllawiau", language="cy"),
}
WHOLE = "Governing bodies must:"


def measured(asked: Question, key: str, words: str, meanings: Meanings) -> Features:
    """Features of one candidate, among all those of its text."""
    held = SHELF[key]
    found = candidates_of(held)
    made = measure(asked, [hit(held)], found, meanings=meanings)
    return next(one.features for one in made if one.candidate.text.startswith(words))


@pytest.mark.parametrize(
    ("asked", "key", "words", "feature", "value"),
    [
        ("the reading plan", "plan", "Every school", "coverage", 1.0),
        ("the otter", "plan", "Every school", "coverage", 0.0),
        ("the guidance", "plan", "Every school", "coverage", 1.0),
        ("the guidance", "plan", "Every school", "coverage_own", 0.0),
        ("the guidance", "plan", "Every school", "coverage_title", 1.0),
        ("governing bodies", "plan", "publish", "coverage_own", 1.0),
        ("every school", "plan", "It names", "coverage_before", 1.0),
        ("reading", "plan", "It names", "coverage_before", 0.0),
        ("What is the NCG?", "group", "The National", "coverage_own", 1.0),
        ("What is the NCG?", "group", "The National", "near_own", 1.0),
        ("What is the NCG?", "bats", "Bats", "coverage_own", 0.0),
        ("Are kids sent home?", "kids", "Pupils", "also", 2 / 3),
        ("Are kids sent home?", "bats", "Bats", "also", 0.0),
        ("who must publish the plan", "cy", "Rhaid", "other_language", 1.0),
        ("who must publish the plan", "plan", "publish", "other_language", 0.0),
        ("Pwy sy'n cyhoeddi'r cynllun?", "cy", "Rhaid", "other_language", 0.0),
        ("new reading plan", "plan", "Every school", "run", 2 / 3),
        ("every school has a reading plan", "plan", "Every school", "run", 1.0),
        ("plan reading school", "plan", "Every school", "run", 1 / 3),
        ("When is the plan published?", "plan", "publish", "holds", 1.0),
        ("When is the plan published?", "plan", "publish", "lacks", 0.0),
        ("When is the plan published?", "plan", "Every school", "holds", 0.0),
        ("When is the plan published?", "plan", "Every school", "lacks", 1.0),
        ("When is the plan published?", "plan", "publish", "typed", 1.0),
        ("When is the plan published?", "plan", "publish", "untyped", 0.0),
        ("When is the plan published?", "plan", "Every school", "typed", 0.0),
        ("When is the plan published?", "plan", "Every school", "untyped", 1.0),
        ("reading plans", "plan", "publish", "typed", 0.0),
        ("reading plans", "plan", "publish", "untyped", 0.0),
        ("reading plans", "plan", "Every school", "holds", 0.0),
        ("reading plans", "plan", "Every school", "lacks", 0.0),
        ("the plans of 2025 and 2031", "plan", "publish", "years_missing", 1.0),
        ("the plan of 2025", "plan", "publish", "years_missing", 0.0),
        ("the plan", "plan", "publish", "years_missing", 0.0),
        ("letters", "letter", "We are", "thanks", 1.0),
        ("letters", "plan", "thank the lead.", "thanks", 1.0),
        ("letters", "plan", "It names", "thanks", 0.0),
        ("reading plans", "plan", "It names", "by_meaning", 1.0),
        ("cynllun darllen", "cy", "Rhaid", "by_meaning", 1.0),
    ],
)
def test_a_feature(asked: str, key: str, words: str, feature: str, value: float, meanings: Meanings) -> None:
    assert measured(question(asked), key, words, meanings)[feature] == pytest.approx(value)


def every(asked: str, meanings: Meanings) -> dict[str, Features]:
    """All candidates of the shelf, their passages scored 1, 1/2, 1/3 …"""
    hits = [hit(held, score=1 / place) for place, held in enumerate(SHELF.values(), 1)]
    found = [one for made, held in zip(hits, SHELF.values(), strict=True) for one in candidates_of(held, score=made.score)]
    return {one.candidate.text: one.features for one in measure(question(asked), hits, found, meanings=meanings)}


@pytest.mark.parametrize("asked", ["When must governing bodies publish the reading plan?", "?!a", "Pryd mae'r cynllun?"])
def test_every_feature_is_a_number_and_none_is_left_out(asked: str, meanings: Meanings) -> None:
    found = every(asked, meanings)
    names = {frozenset(features) for features in found.values()}

    assert len(found) == 10
    assert len(names) == 1
    assert all(math.isfinite(value) for features in found.values() for value in features.values())
    assert all(0 <= value <= 1.001 for features in found.values() for name, value in features.items() if name != "length")


def test_a_passage_counts_by_its_score_its_share_and_its_rank(meanings: Meanings) -> None:
    found = every("reading plans", meanings)
    second = found["Pupils are excluded for a day."]

    assert (second["passage"], second["passage_share"], second["rank"]) == (0.5, 0.5, 0.5)


def test_what_stands_beside_the_best_has_a_share_of_it(meanings: Meanings) -> None:
    found = every("When must governing bodies publish the reading plan?", meanings)

    for name in BESIDE:
        best = max(features[name] for features in found.values())
        assert max(features[f"{name}_share"] for features in found.values()) == pytest.approx(1)
        assert all(features[f"{name}_share"] == pytest.approx(features[name] / best) for features in found.values())


def test_the_sentence_that_means_what_is_asked_is_nearest(meanings: Meanings) -> None:
    found = every("Is there a flying animal after dark?", meanings)

    for name in ("cosine", "cosine_own"):
        assert max(found, key=lambda text: found[text][name]).startswith("Bats fly")


def test_other_words_make_the_meaning_nearer(meanings: Meanings) -> None:
    found = every("Are kids sent home?", meanings)["Pupils are excluded for a day."]

    assert found["cosine_also"] > found["cosine"]


def test_a_welsh_sentence_is_read_by_its_english_words(meanings: Meanings) -> None:
    near = measured(question("must the plan be published"), "cy", "Rhaid", meanings)
    far = measured(question("who eats fish"), "cy", "Rhaid", meanings)

    assert near["cosine"] > far["cosine"] + 0.2
    assert near["near"] > far["near"]


def test_a_welsh_question_finds_english_words_by_those_it_stands_for(meanings: Meanings) -> None:
    found = every("Beth yw'r ddyletswydd i gyhoeddi cynllun?", meanings)
    english = next(features for words, features in found.items() if words.startswith("publish the plan"))

    assert question("Beth yw'r ddyletswydd i gyhoeddi cynllun?").understood.across
    assert english["by_meaning"] == 1
    assert english["cosine"] > 0
    assert english["also"] > 0


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    hits = [hit(text(f"Every otter swims at pond {number}.", f"pond-{number}")) for number in range(9)]
    hits.append(hit(text("Every otter has a licence.", "licence")))
    weights = told(frozenset({"otter", "licenc", "bat"}), hits)

    assert 0 < weights["otter"] < weights["licenc"] < weights["bat"]
    assert told(frozenset({"bat"}), []) == {"bat": pytest.approx(math.log(4))}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Every school", "Reading plans guidance | Reading plans | Every school has a reading plan."),
        ("publish", "Reading plans guidance | Reading plans | Governing bodies must: | publish the plan by 31 October 2025;"),
    ],
)
def test_a_sentence_is_read_with_its_title_heading_and_header(words: str, expected: str) -> None:
    assert with_context(candidate(SHELF["plan"], words)) == expected


def test_covered_are_the_terms_of_the_question_that_stand_there(meanings: Meanings) -> None:
    held = SHELF["plan"]
    asked = question("When must governing bodies publish their guidance on otters?")
    [one] = measure(asked, [hit(held)], [candidate(held, "publish")], meanings=meanings)

    assert one.covered == {"must", "govern", "bodi", "publish", "guidanc"}


def test_nothing_found_measures_nothing(meanings: Meanings) -> None:
    nothing: list[Candidate] = []

    assert measure(question("reading plans"), [], nothing, meanings=meanings) == []


def test_a_month_of_issue_counts_as_its_year(meanings: Meanings) -> None:
    held = text("Otters swim.", "issued", published=None, issued="2021-05")
    [one] = measure(question("otters in 2021"), [hit(held)], candidates_of(held), meanings=meanings)

    assert held.publication.date == date(2021, 5, 1)
    assert one.features["years_missing"] == 0


@pytest.mark.parametrize(
    ("asked", "published", "older"),
    [
        ("What is happening with reading plans?", date(2024, 5, 1), 0.0),
        ("What is happening with reading plans?", date(2022, 5, 2), 2 / OLDEST),
        ("What is happening with reading plans?", date(2012, 5, 1), 1.0),
        ("What is happening with reading plans?", None, 0.0),
        ("What is a reading plan?", date(2022, 5, 1), 0.0),
    ],
)
def test_how_things_stand_is_told_by_the_newest(asked: str, published: date | None, older: float, meanings: Meanings) -> None:
    new, old = text("Reading plans go on.", "new"), text("Reading plans begin.", "old", published=published)
    hits = [hit(new), hit(old)]
    made = measure(question(asked), hits, [candidate(new, "Reading"), candidate(old, "Reading")], meanings=meanings)

    assert [one.features["older"] for one in made] == [0.0, pytest.approx(older, abs=0.002)]
