"""A lost question is laid at the first step that lost it, and every lost question at exactly one."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gold.match import Match
from evals.gold.questions import Audience, GoldFact, GoldQuestion, Kind
from evals.measures.answers import Known, is_right, score_answer
from evals.runs.blame import LABELS, blame
from evals.systems.response import Cited, Response

NINE, LOUD, OLD, OTHER = "Bells ring at nine each morning.", "It may be as loud as 70.", "Bells ring at eight.", "Lunch is hot."
START = {NINE: 0, LOUD: 100, OLD: 0, OTHER: 200}
TEXT = {NINE: "bells-2024", LOUD: "bells-2024", OLD: "bells-2012", OTHER: "bells-2024"}
LOW = tuple(f"x{n}" for n in range(10))
HELD = ((("bells-2024@1", 0, 32),), (("bells-2024@1", 100, 124),))
QUESTION = GoldQuestion(
    id="q",
    text="When do bells ring?",
    language="en",
    audience=Audience.PRACTITIONER,
    kind=Kind.WHEN,
    answerable=True,
    unanswerable_kind=None,
    as_of=None,
    publications={"bells-2024": 3},
    facts=(
        GoldFact(publication_id="bells-2024", text=NINE, match=Match(all=(("nine",),))),
        GoldFact(publication_id="bells-2024", text=LOUD, match=Match(all=(("70",),))),
    ),
    must_not_cite=("bells-2012",),
    family="bells",
    split="dev",
    author="a test",
    written="for a test",
)


def _cited(words: str, quote: str | None = None) -> Cited:
    start = START[words]
    return Cited(
        publication_id=TEXT[words],
        document_id=f"{TEXT[words]}@1",
        start=start,
        end=start + len(words),
        quote=quote or words,
        status="in_force",
    )


def _response(**given: object) -> Response:
    """An answer that cites what does not answer, with the right publication first, but for what is given."""
    known: dict[str, object] = {
        "ranking": ("bells-2024",),
        "answered": True,
        "status": "",
        "reason": "",
        "cited": (_cited(OTHER),),
        "considered": (_cited(OTHER).place, _cited(NINE).place),
        "room": 1,
    }
    return Response(**(known | given))  # type: ignore[arg-type]


def _blame(
    response: Response,
    *,
    groups: tuple[tuple[tuple[str, int, int], ...], ...] = HELD,
    findable: str = "bells-2024",
    other: bool = False,
) -> str | None:
    known = Known(groups=groups)
    scores = score_answer(QUESTION, response, known, lambda _: None)
    return blame(QUESTION, response, scores, groups=groups, findable={findable}, other_language=other)


DECLINED = {"answered": False, "cited": ()}
BOTH = (_cited(NINE), _cited(LOUD))
UNKNOWN: dict[str, object] = {"considered": (), "room": 0}


@pytest.mark.parametrize(
    ("label", "response", "case"),
    [
        (None, _response(cited=BOTH), {}),
        ("not_held", _response(), {"groups": ((), ())}),
        ("wrong_language", _response(ranking=(), **UNKNOWN), {"other": True}),
        ("sentence", _response(), {"other": True}),
        ("wrong_version", _response(cited=(_cited(OLD),)), {}),
        ("wrong_version", _response(**DECLINED, withheld=(_cited(OLD),)), {}),
        ("hidden", _response(), {"findable": "lunch-2023"}),
        ("first_stage", _response(ranking=("lunch-2023",), **UNKNOWN), {}),
        ("rank", _response(ranking=(*LOW, "bells-2024"), **UNKNOWN), {}),
        ("sentence", _response(ranking=(*LOW, "bells-2024")), {}),
        ("declined", _response(**DECLINED, **UNKNOWN), {}),
        ("passage", _response(considered=(_cited(OTHER).place,)), {}),
        ("sentence", _response(), {}),
        ("sentence", _response(**UNKNOWN), {}),
        ("sentence", _response(**DECLINED, withheld=(_cited(OTHER),)), {}),
        ("sentence", _response(**DECLINED, chosen=(_cited(OTHER),)), {}),
        ("assembly", _response(room=2), {}),
        ("assembly", _response(chosen=(_cited(NINE),)), {}),
        ("matcher", _response(cited=(_cited(NINE, "Bells ring at 9."),)), {}),
        ("incomplete", _response(cited=(_cited(NINE),)), {}),
        ("incomplete", _response(**DECLINED, withheld=(_cited(NINE),)), {}),
        ("abstained_wrongly", _response(**DECLINED, withheld=BOTH), {}),
        ("abstained_wrongly", _response(**DECLINED, chosen=BOTH), {}),
    ],
)
def test_each_step(label: str | None, response: Response, case: dict[str, object]) -> None:
    assert _blame(response, **case) == label  # type: ignore[arg-type]
    assert label is None or label in LABELS


SENTENCES = st.lists(
    st.sampled_from([_cited(NINE), _cited(LOUD), _cited(OLD), _cited(OTHER), _cited(NINE, "At 9.")]), max_size=3
)


@given(
    ranking=st.sampled_from([(), ("bells-2024",), (*LOW, "bells-2024"), ("lunch-2023",)]),
    answered=st.booleans(),
    cited=SENTENCES,
    withheld=SENTENCES,
    chosen=SENTENCES,
    considered=SENTENCES,
    room=st.integers(0, 3),
    groups=st.sampled_from([HELD, ((), ()), (HELD[0], ())]),
    findable=st.sampled_from(["bells-2024", "lunch-2023"]),
    other=st.booleans(),
)
def test_every_lost_question_has_one_label(
    ranking: tuple[str, ...],
    answered: bool,
    cited: list[Cited],
    withheld: list[Cited],
    chosen: list[Cited],
    considered: list[Cited],
    room: int,
    groups: tuple[tuple[tuple[str, int, int], ...], ...],
    findable: str,
    other: bool,
) -> None:
    response = _response(
        ranking=ranking,
        answered=answered,
        cited=tuple(cited) if answered else (),
        withheld=() if answered else tuple(withheld),
        chosen=tuple(chosen),
        considered=tuple(one.place for one in considered),
        room=room,
    )
    label = _blame(response, groups=groups, findable=findable, other=other)
    right = is_right(QUESTION, response.cited, groups)
    assert (label is None) == (answered and right)
    assert label is None or label in LABELS
    shown = response.withheld or response.chosen
    assert (label == "abstained_wrongly") == (not answered and is_right(QUESTION, shown, groups))


def test_an_unanswerable_question_has_no_blame(make_unanswerable: Callable[..., GoldQuestion]) -> None:
    question = make_unanswerable("q", "What?")
    assert blame(question, _response(), {"false_answer": 1.0}, groups=(), findable=(), other_language=False) is None
