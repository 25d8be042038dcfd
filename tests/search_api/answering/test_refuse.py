"""Why what was found is no answer: the first rule that applies, then the chance against the mode's threshold."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.errors import InvalidQuery
from index.words import terms
from search_api.answering.answer import Refusal
from search_api.answering.refuse import OFF_SUBJECT, ON_SUBJECT, Lacking, Thresholds, packaged_thresholds, refuse, threshold
from search_api.answering.scorer import Scored
from search_api.answering.select import Selection
from search_api.question.kind import Kind
from search_api.question.mode import Mode
from search_api.question.question import Question
from tests.search_api.making import Vector, candidate, hit, question, scored, selection, text

LAST = date(2026, 3, 1)
X = (1.0, 0.0)
HALF: Thresholds = {
    "strict": {"tau": None, "reason": "too few answers"},
    "normal": {"tau": 0.5, "reason": None},
    "explore": {"tau": 0.2, "reason": None},
}


def found(asked: Question, *ranked: Scored, dense: float | None = None) -> Selection:
    """What these sentences make of a question."""
    hits = [hit(one.measured.candidate.held, dense=dense) for one in ranked]
    told = dict.fromkeys(terms(asked.text, asked.language), 1.0)
    return selection(asked.understood.kind, *ranked, told=told, hits=hits)


def sentence(words: str, **record: object) -> Scored:
    return scored(candidate(text(words, **record), words.split(".", maxsplit=1)[0]), 0.9, vector=X)  # type: ignore[arg-type]


def lacking(asked: str, words: str, chance: float = 0.9, **parameters: object) -> Lacking | None:
    made = question(asked, **parameters)
    return refuse(made, found(made, sentence(words)), chance, last_day=LAST, thresholds=HALF)


@pytest.mark.parametrize(
    ("asked", "words", "refusal", "why"),
    [
        ("Where do otters swim?", "Otters swim in ponds.", None, ""),
        ("What does Ofsted say of otters?", "Otters swim.", Refusal.OTHER_NATION, "'ofsted' is of another nation's system"),
        ("What does Ofsted say of otters?", "Ofsted says that otters swim.", None, ""),
        ("Is it statutory?", "Otters swim.", Refusal.UNDERSPECIFIED, "names no subject"),
        ("When is the deadline?", "Otters swim by 1 May 2025.", Refusal.UNDERSPECIFIED, "names no subject"),
        ("When is the otter deadline?", "Otters swim by 1 May 2025.", None, ""),
        ("What will otters eat in 2031?", "Otters eat fish.", Refusal.NOT_YET, "nothing held reaches 2031"),
        ("What will otters eat in 2031?", "Otters will eat fish in 2031.", None, ""),
        ("What did otters eat in 2019?", "Otters eat fish.", Refusal.NEAR_MISS, "nothing chosen speaks of 2019"),
        ("What did otters eat in 2024?", "Otters eat fish.", None, ""),
        ("What did otters eat in 2019 and 2021?", "In 2019 otters ate fish.", Refusal.NEAR_MISS, "speaks of 2021"),
        ("What did otters eat in 2019 and 2031?", "Otters eat fish.", Refusal.NOT_YET, "reaches 2031"),
        (
            "How do otters help Ermintrude Otterbourne?",
            "Otters help.",
            Refusal.NOT_HELD,
            "'Ermintrude Otterbourne' is in nothing",
        ),
        ("How do otters help Ermintrude Otterbourne?", "Otters help Ermintrude Otterbourne.", None, ""),
        ("How do otters help the Welsh Minister?", "Otters help.", None, ""),
        ("How do otters help in June?", "Otters help.", None, ""),
        ("When do otters swim?", "Otters swim.", Refusal.NEAR_MISS, "what a 'when' question asks for"),
        ("How long do otters swim?", "Otters swim.", Refusal.NEAR_MISS, "what a 'how_long' question asks for"),
        ("Who swims with otters?", "Somebody swims.", None, ""),
        ("How many otters swim?", "Otters swim.", Refusal.NEAR_MISS, "what a 'how_much' question asks for"),
        ("How much does an otter cost?", "There are 12 otters.", Refusal.NEAR_MISS, "nothing chosen holds a sum of money"),
        ("How much does an otter cost?", "An otter costs £12.", None, ""),
        ("Who sits on the otter board?", "The otter board has a chair.", Refusal.NEAR_MISS, "holds several names"),
        ("Who sits on the otter board?", "Aled Prys and Mair Wen are the otter board.", None, ""),
        ("How do Otters help?", "An otter helps.", None, ""),
        ("How do otters help Otterb?", "Otters help Otterbourne.", Refusal.NOT_HELD, "'Otterb' is in nothing"),
    ],
)
def test_what_rules_an_answer_out(asked: str, words: str, refusal: Refusal | None, why: str) -> None:
    made = question(asked)
    untyped = made.understood.kind in (Kind.WHEN, Kind.HOW_MUCH, Kind.HOW_LONG) and not any(map(str.isdigit, words))
    one = scored(candidate(text(words), words.split(".", maxsplit=1)[0]), 0.9, vector=X, features={"untyped": float(untyped)})
    lack = refuse(made, found(made, one), 1.0, last_day=LAST, thresholds=HALF)

    assert (lack.refusal if lack else None) is refusal
    assert lack is None or (why in lack.why and not lack.by_chance)


def test_the_year_of_a_text_that_those_shown_replaced_needs_no_words() -> None:
    made = question("What did otters eat in 2019?")
    shown = found(made, sentence("Otters eat fish."))

    assert refuse(made, shown, 0.9, last_day=LAST, thresholds=HALF) is not None
    assert refuse(made, replace(shown, replaced_years=frozenset({"2019"})), 0.9, last_day=LAST, thresholds=HALF) is None


def test_nothing_in_the_language_asked_for_is_said_so() -> None:
    made = question("Where do otters swim?", language="cy")

    assert refuse(made, found(made), 1.0, last_day=None, thresholds=HALF) == Lacking(
        Refusal.LANGUAGE, "nothing was found in cy"
    )


def test_nothing_found_is_off_topic() -> None:
    made = question("Where do otters swim?")

    assert refuse(made, found(made), 1.0, last_day=None, thresholds=HALF) == Lacking(Refusal.OFF_TOPIC, "nothing was found")


@pytest.mark.parametrize(
    ("asked", "words", "refusal"),
    [
        ("What does Ofsted say of otters in 2031?", "Otters swim.", Refusal.OTHER_NATION),
        ("When is it due in 2031?", "Otters swim.", Refusal.NOT_YET),
        ("When do otters help Ermintrude in 2019?", "Otters help.", Refusal.NEAR_MISS),
    ],
)
def test_of_several_reasons_the_first_is_given(asked: str, words: str, refusal: Refusal) -> None:
    lack = lacking(asked, words)

    assert lack is not None
    assert lack.refusal is refusal


@pytest.mark.parametrize(
    ("where", "made"),
    [
        ("title", sentence("Otters swim.", title="Otters in 2019")),
        ("date", sentence("Otters swim.", published=date(2019, 4, 1))),
        ("words", sentence("Otters swam in 2019.")),
        ("context", scored(candidate(text("In 2019 otters swam. They ate fish."), "They ate"), 0.9, vector=X)),
    ],
)
def test_a_year_may_stand_in_title_date_words_or_context(where: str, made: Scored) -> None:
    asked = question("What did otters do in 2019?")

    assert refuse(asked, found(asked, made), 0.9, last_day=LAST, thresholds=HALF) is None, where


def test_the_year_of_the_day_asked_about_needs_no_words() -> None:
    assert lacking("What did otters eat in 2019?", "Otters eat fish.", as_of="2019-05-01") is None


def test_without_dated_texts_no_day_is_too_late() -> None:
    made = question("What will otters eat in 2031?")
    lack = refuse(made, found(made, sentence("Otters eat fish.")), 0.9, last_day=None, thresholds=HALF)

    assert lack is not None
    assert lack.refusal is Refusal.NEAR_MISS


@pytest.mark.parametrize(("place", "refused"), [(0, False), (2, False), (3, True)])
def test_a_day_must_stand_among_what_is_shown(place: int, refused: bool) -> None:
    asked = question("When do otters swim?")
    held = text(" ".join(f"Otter number {number} swims." for number in range(6)))
    ranked = [
        scored(candidate(held, f"Otter number {number}"), 0.9, features={"untyped": float(number != place)})
        for number in range(6)
    ]

    assert (refuse(asked, found(asked, *ranked), 0.9, last_day=LAST, thresholds=HALF) is not None) is refused


@pytest.mark.parametrize(
    ("dense", "cosine", "row", "covered", "refusal"),
    [
        (ON_SUBJECT, 0.0, X, (), Refusal.NEAR_MISS),
        (ON_SUBJECT - 0.01, 0.0, X, (), Refusal.NO_EVIDENCE),
        (OFF_SUBJECT, 0.0, X, (), Refusal.NO_EVIDENCE),
        (OFF_SUBJECT - 0.01, 0.0, X, ("otter",), Refusal.OFF_TOPIC),
        (None, OFF_SUBJECT, X, (), Refusal.NO_EVIDENCE),
        (None, OFF_SUBJECT - 0.01, X, (), Refusal.OFF_TOPIC),
        (0.9, 0.9, None, (), Refusal.OFF_TOPIC),
        (None, 0.0, None, ("otter",), Refusal.NEAR_MISS),
    ],
)
def test_what_a_low_chance_means(
    dense: float | None, cosine: float, row: Vector, covered: tuple[str, ...], refusal: Refusal
) -> None:
    asked = question("Where do otters swim?")
    made = scored(candidate(text("Otters swim."), "Otters"), 0.9, vector=row, features={"cosine": cosine}, covered=covered)
    lack = refuse(asked, found(asked, made, dense=dense), 0.49, last_day=LAST, thresholds=HALF)

    assert lack == Lacking(refusal, "the chance of a right answer is 0.49, under 0.50", by_chance=True)


@pytest.mark.parametrize(
    ("mode", "chance", "answered"),
    [("normal", 0.5, True), ("normal", 0.49, False), ("explore", 0.2, True), ("explore", 0.19, False), (None, 0.5, True)],
)
def test_each_mode_has_its_own_threshold(mode: str | None, chance: float, answered: bool) -> None:
    assert (lacking("Where do otters swim?", "Otters swim.", chance, mode=mode) is None) is answered


@pytest.mark.parametrize("asked", ["Where do otters swim?", "Is it statutory?"])
def test_a_mode_that_could_not_be_calibrated_is_not_offered_whatever_is_asked(asked: str) -> None:
    with pytest.raises(
        InvalidQuery, match=r"^mode='strict' is not offered: too few answers\. Use one of: normal, explore\.$"
    ) as caught:
        lacking(asked, "Otters swim.", 1.0, mode="strict")

    assert caught.value.field == "mode"


@pytest.mark.parametrize("mode", Mode)
def test_the_packaged_file_has_every_mode_with_a_threshold_or_a_reason(mode: Mode) -> None:
    found = packaged_thresholds()[mode.value]

    if found["tau"] is None:
        assert found["reason"]
        with pytest.raises(InvalidQuery):
            threshold(mode)
    else:
        assert 0 <= threshold(mode) <= 1


def test_a_stricter_mode_never_asks_for_less() -> None:
    taus = [found["tau"] for mode in (Mode.STRICT, Mode.NORMAL, Mode.EXPLORE) if (found := packaged_thresholds()[mode.value])]
    known = [float(tau) for tau in taus if tau is not None]

    assert known == sorted(known, reverse=True)
