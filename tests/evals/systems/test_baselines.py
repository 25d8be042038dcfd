"""The systems beside ours: two rankings as one, the right passages alone, and passages by lot."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import SetupError
from evals.gold.questions import GoldQuestion, Kind
from evals.systems.gold_passage import GoldPassage
from evals.systems.named import systems_of
from evals.systems.names import ABLATIONS, SYSTEMS, chosen
from evals.systems.ours import Ours, plain_systems
from evals.systems.passages import rankers
from evals.systems.random_passages import Random
from evals.systems.rrf import Rrf, by_reciprocal_rank
from search_api.library import Library

Make = Callable[..., GoldQuestion]
NOW = "What time do bells ring each morning?"
THEN = {"kind": Kind.AS_OF, "as_of": date(2015, 1, 1), "publications": {"bells-2012": 3}, "facts": (), "must_not_cite": ()}


@pytest.mark.parametrize(
    ("rankings", "fused"),
    [
        ([["a", "b"], ["b", "a"]], ["a", "b"]),
        ([["a", "b", "c"], ["c", "b"]], ["c", "b", "a"]),  # 1/63 + 1/61 > 1/62 + 1/62 > 1/61
        ([["x", "a"], ["y", "a"]], ["a", "x", "y"]),
        ([["a"], []], ["a"]),
        ([[], []], []),
    ],
    ids=["a tie by id", "first and third beat second twice", "both beat one first", "one half", "none"],
)
def test_reciprocal_ranks_are_summed(rankings: list[list[str]], fused: list[str]) -> None:
    assert by_reciprocal_rank(rankings) == fused


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True), min_size=2, max_size=2))
def test_what_is_found_is_ranked_once(rankings: list[list[str]]) -> None:
    assert sorted(by_reciprocal_rank(rankings)) == sorted({key for ranking in rankings for key in ranking})


def test_rrf_ranks_what_either_half_finds(bells: Library, make_question: Make) -> None:
    question = make_question("q", NOW)
    halves = {place for half in plain_systems(bells) for place in half.passages(question, 100)}
    fused = Rrf(bells).passages(question, 100)
    assert set(fused) == halves
    given = Rrf(bells).respond(question)
    assert (given.ranking[0], given.answered, given.cited[0].publication_id) == ("bells-2024", True, "bells-2024")


def test_the_gold_passage_alone_is_answered_from(bells: Library, make_question: Make, make_unanswerable: Make) -> None:
    system = GoldPassage(bells)
    given = system.respond(make_question("q", NOW))
    assert (given.ranking, given.answered) == (("bells-2024",), True)
    assert given.cited[0].quote == "Bells ring at nine each morning."
    assert system.respond(make_question("q", NOW, **THEN, quotes=("Bells ring at eight each morning.",))).ranking == (
        "bells-2012",
    )
    nothing = system.respond(make_unanswerable("weather", "Which striker did Swansea City sell to Millwall?"))
    assert (nothing.ranking, nothing.answered, nothing.cited) == ((), False, ())


def test_a_draw_is_by_the_questions_id_and_under_its_filters(bells: Library, make_question: Make) -> None:
    system = Random(bells)
    first, again = system.respond(make_question("q", NOW)), Random(bells).respond(make_question("q", "Something else?"))
    assert first.ranking == again.ranking
    assert "bells-2012" not in first.ranking
    assert system.respond(make_question("q", NOW, **THEN)).ranking == ("bells-2012",)
    drawn = {system.passages(make_question(f"q{number}", NOW), 100) for number in range(20)}
    assert len(drawn) > 1
    assert len({frozenset(one) for one in drawn}) == 1


def test_ours_ranks_the_passages_it_answers_from(bells: Library, make_question: Make) -> None:
    [ranker] = rankers([Ours(bells)])
    places = ranker.passages(make_question("q", NOW), 100)
    assert ranker.name == "ours"
    assert places[0][0].startswith("bells-2024")
    assert not any(key.startswith("bells-2012") for key, _, _ in places)
    assert ranker.passages(make_question("q", NOW), 1) == places[:1]


@pytest.mark.parametrize(
    ("names", "ablations", "found"),
    [
        ([], False, list(SYSTEMS)),
        (["random", "ours", "random"], False, ["ours", "random"]),
        (["ours-no-hop"], False, ["ours-no-hop"]),
        (["ours"], True, ["ours", *ABLATIONS]),
        ([], True, [*SYSTEMS, *ABLATIONS]),
    ],
)
def test_systems_are_chosen_by_name(names: list[str], ablations: bool, found: list[str]) -> None:
    assert chosen(names, ablations=ablations) == found


def test_a_system_nobody_knows_is_a_sentence_that_names_the_known() -> None:
    with pytest.raises(SetupError, match=r"There is no system 'google': the systems are ours, .*, ours-no-headers\."):
        chosen(["ours", "google"])


def test_every_name_makes_its_system(bells: Library) -> None:
    names = chosen([], ablations=True)
    assert [system.name for system in systems_of(bells, bells.index.embedder, names)] == names
