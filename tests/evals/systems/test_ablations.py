"""Each ablation is ours but for one step, which is seen in what it reads, finds or shows."""

from collections.abc import Callable

import pytest

from evals.gold.questions import GoldQuestion
from evals.systems.ablations import Otherwise, Unabstaining, ablation
from evals.systems.names import ABLATIONS, UNABSTAINING
from evals.systems.ours import Ours, read
from search_api.library import Library
from search_api.question.kind import Kind

Make = Callable[..., GoldQuestion]
NOW = "By when must children have dinner?"


def _read(name: str, library: Library, question: GoldQuestion) -> object:
    made = ablation(name, library)
    assert isinstance(made, Ours)
    return read(made.library, question)


def test_the_kind_is_not_told(bells: Library, make_question: Make) -> None:
    question = make_question("q", NOW)
    assert read(bells, question).understood.kind is Kind.WHEN
    assert _read("ours-no-kind", bells, question).understood.kind is Kind.OTHER  # type: ignore[attr-defined]


def test_texts_of_any_status_are_found(bells: Library, make_question: Make) -> None:
    question = make_question("q", "What time do bells ring each morning?")
    assert "bells-2012" not in Ours(bells).respond(question).ranking
    assert "bells-2012" in ablation("ours-no-versions", bells).respond(question).ranking


@pytest.mark.parametrize(("name", "words"), [("ours-no-synonyms", "also"), ("ours-no-hop", "across")])
def test_other_words_are_left_out(bells: Library, make_question: Make, name: str, words: str) -> None:
    question = make_question("q", "Pryd mae'r disgyblion yn cael cinio?" if words == "across" else "When are kids excluded?")
    before, after = read(bells, question).understood, _read(name, bells, question).understood  # type: ignore[attr-defined]
    assert getattr(before, words)
    assert getattr(after, words) == ()


@pytest.mark.parametrize(
    ("name", "step"), [("ours-no-assembly", "assembled"), ("ours-no-near-words", "near_words"), ("ours-no-headers", "headed")]
)
def test_one_step_is_not_taken(bells: Library, name: str, step: str) -> None:
    made = ablation(name, bells)
    assert isinstance(made, Ours)
    choices = made.library.choices
    left_out = [one for one in ("assembled", "near_words", "headed") if not getattr(choices, one)]
    assert left_out == [step]


def test_what_was_held_back_for_its_chance_is_shown(bells: Library, make_question: Make, make_unanswerable: Make) -> None:
    ours, shown = Ours(bells), ablation(UNABSTAINING, bells)
    assert isinstance(shown, Unabstaining)
    asked = [
        make_question("bells", "What time do bells ring each morning?"),
        make_question("scheme", "Is there a rule on how the scheme of lunches is run in a small school?"),
        make_unanswerable("weather", "Which striker did Swansea City sell to Millwall?"),
    ]
    for question in asked:
        before, after = ours.respond(question), shown.respond(question)
        assert after.ranking == before.ranking
        assert after.cited == (before.cited if before.answered else before.withheld)
        assert after.answered == bool(after.cited)


def test_nothing_left_out_is_ours(bells: Library, make_question: Make) -> None:
    question = make_question("q", "What time do bells ring each morning?")
    assert Ours(Otherwise(bells)).respond(question) == Ours(bells).respond(question)


def test_each_says_what_it_leaves_out(bells: Library) -> None:
    assert len({ablation(name, bells).described for name in ABLATIONS}) == len(ABLATIONS) >= 5
