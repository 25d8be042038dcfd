"""Where a fact is said is found by the match, in the narrowest words that pass it."""

from collections.abc import Callable

import pytest

from evals.gold.match import Match
from evals.gold.questions import GoldFact, GoldQuestion
from evals.gold.spans import gold_spans
from tests.evals.texts import BELLS, DOCUMENTS, OLD_BELLS

Make = Callable[..., GoldQuestion]


def _said(make_question: Make, match: Match, text: str = "anything") -> list[str]:
    fact = GoldFact(publication_id="bells-2024", text=text, match=match)
    [spans] = gold_spans(make_question("q", "When?", facts=(fact,)), [BELLS])
    return [DOCUMENTS[key].text[start:end] for key, start, end in spans]


@pytest.mark.parametrize(
    ("match", "said"),
    [
        (Match(all=(("nine",),)), ["Bells ring at nine each morning."]),
        (Match(all=(("bell",),)), ["Bells ring at nine each morning.", "oil each bell in March."]),
        (Match(all=(("caretaker",), ("mondays",))), ["test it on Mondays;"]),
        (Match(all=(("nine",), ("loud",))), ["Bells ring at nine each morning. They may be loud."]),
        (Match(all=(("march",), ("thin",))), ["oil each bell in March. Use thin oil;"]),
        (Match(all=(("nine",), ("volume",))), ["Bells ring at nine each morning. They may be loud. Heads set the volume."]),
        (Match(all=(("ten",),)), []),
    ],
    ids=["a sentence", "several", "an item with its introduction", "neighbours", "an item whole", "a paragraph", "nowhere"],
)
def test_the_narrowest_words_that_say_a_fact(make_question: Make, match: Match, said: list[str]) -> None:
    assert _said(make_question, match) == said


def test_a_whole_list_says_what_no_item_says_alone(make_question: Make) -> None:
    [said] = _said(make_question, Match(all=(("march",), ("council",))))
    assert said.startswith("The caretaker must:")
    assert said.endswith("write to the council.")


def test_a_fact_that_its_match_does_not_find_stands_where_its_words_do(make_question: Make) -> None:
    assert _said(make_question, Match(all=(("no such word",),)), text="Heads set the volume.") == ["Heads set the volume."]


def test_any_publication_that_answers_may_say_it(make_question: Make) -> None:
    fact = GoldFact(publication_id="bells-2024", text="x", match=Match(all=(("each morning",),)))
    [spans] = gold_spans(make_question("q", "When?", facts=(fact,)), [BELLS, OLD_BELLS])
    assert {key for key, _, _ in spans} == DOCUMENTS.keys()


def test_quotations_are_groups_of_their_own(make_question: Make) -> None:
    question = make_question("q", "When?", facts=(), quotes=("They may be loud.", "Heads set the volume."))
    groups = gold_spans(question, [BELLS])
    assert [BELLS.text[start:end] for [(_, start, end)] in groups] == list(question.quotes)
