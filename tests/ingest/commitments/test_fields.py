"""What is read of a promise beside its class: its thing, amount, dates, condition, whom it is for, and what it is about."""

from datetime import date

import pytest

from corpus.commitment import Deliverable
from corpus.themes import themes, themes_of
from ingest.commitments.conditions import condition_in
from ingest.commitments.deliverables import kind_of_thing
from tests.ingest.commitments.texts import made, statement


@pytest.mark.parametrize(
    ("sentence", "thing", "kind"),
    [
        ("I will publish a kite plan by June.", "a kite plan", Deliverable.DOCUMENT),
        ("The kite guidance will be published in June.", "The kite guidance", Deliverable.DOCUMENT),
        ("We will set up a kite panel to advise me.", "a kite panel", Deliverable.GROUP),
        ("A new kite body will be established.", "A new kite body", Deliverable.BODY),
        ("We will set up a fund of £750,000 for halls.", "a fund of £750,000", Deliverable.FUND),
        ("I will commission an independent review of kites.", "an independent review of kites", Deliverable.REVIEW),
        ("Regulations will be laid in May.", "Regulations", Deliverable.LEGISLATION),
        ("I will hold a conference with schools.", "a conference", Deliverable.EVENT),
        ("We will extend the kite pilot.", "the kite pilot", Deliverable.PROGRAMME),
        ("I will write to governing bodies before Christmas.", "governing bodies", Deliverable.DOCUMENT),
        ("I have asked my officials to review the kite grant.", "the kite grant", Deliverable.REVIEW),
        ("We will consult on the kite code.", "the kite code", Deliverable.OTHER),
    ],
)
def test_the_thing_promised_and_its_kind(sentence: str, thing: str, kind: Deliverable) -> None:
    [one] = made(statement(sentence))
    assert one.deliverable_type is kind
    assert one.deliverable in {thing, "on the kite code"} or kind is Deliverable.DOCUMENT


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("an independent review of the grant", Deliverable.REVIEW),
        ("the grant", Deliverable.FUND),
        ("kites", Deliverable.OTHER),
        ("cynllun newydd", Deliverable.DOCUMENT),
    ],
)
def test_the_head_of_a_phrase_tells_its_kind(words: str, kind: Deliverable) -> None:
    assert kind_of_thing(words) is kind


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("We will invest £2.3 million in kites.", "£2.3 million", 2_300_000, "GBP"),
        ("We will pay up to £500 a school.", "up to £500 a school", 500, "GBP"),
        ("We will provide £120,000 a year for kites.", "£120,000 a year", 120_000, "GBP"),
        ("We will cut the kite tax by 15 per cent.", "15 per cent", 15, "percent"),
        ("We will train 1,200 new teachers.", "1,200 new teachers", 1200, "teachers"),
        ("We will open twelve kite centres.", "twelve kite centres", 12, "centres"),
        ("We will continue to invest in kites. In 2027-28 that will amount to £28 million.", "£28 million", 28_000_000, "GBP"),
    ],
)
def test_amounts_which_may_stand_in_the_next_sentence(text: str, words: str, value: float, unit: str) -> None:
    document, occasion = statement(text)
    [one] = made((document, occasion))
    assert one.amount is not None
    assert (one.amount.words, one.amount.value, one.amount.unit) == (words, value, unit)
    assert document.text[one.amount.span.start : one.amount.span.end] == words


@pytest.mark.parametrize(
    "text",
    ["I will publish a plan in 2027.", "We will fund kites. The hall cost £3 million in 1987.", "I will report on 3 June."],
)
def test_years_days_and_other_sentences_money_are_no_amounts(text: str) -> None:
    assert [one.amount for one in made(statement(text))] == [None]


def test_the_main_date_comes_first_and_a_conditions_or_a_subjects_is_none() -> None:
    [one] = made(
        statement("By 1 April 2027, the plan of May 2024 will be revised, to be ready from the 2027/28 academic year.")
    )
    assert [due.words for due in one.dues] == ["By 1 April 2027", "from the 2027/28 academic year"]
    [one] = made(statement("If schools have not moved by the end of June, I will bring forward regulations."))
    assert one.dues == ()


def test_an_item_has_the_date_of_its_header_where_it_has_none() -> None:
    text = statement("By March 2027 we will:\n\n- publish the plan;\n- hold a conference in June 2026.\n")
    assert [one.due and one.due.last for one in made(text)] == [date(2027, 3, 31), date(2026, 6, 30)]


@pytest.mark.parametrize(
    ("clause", "condition"),
    [
        ("If the trial succeeds, we will extend it.", "If the trial succeeds"),
        ("We will extend it, subject to the budget.", "subject to the budget"),
        ("Should the evidence support it, we will act.", "Should the evidence support it"),
        ("We will extend it once the courts have ruled.", "once the courts have ruled"),
        ("We will see whether and if not, why.", ""),
        ("We will publish it when the plan is ready.", ""),
        ("We will decide what, if anything, replaces it.", ""),
    ],
)
def test_conditions(clause: str, condition: str) -> None:
    assert condition_in(clause) == condition


def test_a_welsh_condition() -> None:
    assert condition_in("Os bydd y peilot yn llwyddo, byddwn yn ei ymestyn.", "cy") == "Os bydd y peilot yn llwyddo"


@pytest.mark.parametrize(
    ("sentence", "beneficiaries", "specificity"),
    [
        ("We will publish guidance for schools by June.", ("school",), 3),
        ("We will publish guidance.", (), 1),
        ("We will work with schools.", (), 0),
        ("I will publish it shortly.", (), 1),
        ("Every school will be given a copy of the book.", ("school",), 1),
    ],
)
def test_whom_it_is_for_and_how_specific_it_is(sentence: str, beneficiaries: tuple[str, ...], specificity: int) -> None:
    [one] = made(statement(sentence))
    assert (one.beneficiaries, one.specificity) == (beneficiaries, specificity)


@pytest.mark.parametrize(
    ("words", "language", "first"),
    [
        ("We will publish attendance guidance on absence", "en", "attendance"),
        ("a fund of £2 million for school buildings", "en", "funding"),
        ("bydd y grant cyllid yn codi", "cy", "funding"),
        ("kites are red", "en", None),
    ],
)
def test_themes_by_key_words(words: str, language: str, first: str | None) -> None:
    assert next(iter(themes_of([(words, 1.0)], language)), None) == first


def test_every_theme_has_words_in_both_languages_and_at_most_two_are_given() -> None:
    assert all(theme.words["en"] and theme.words["cy"] for theme in themes().values())
    everything = " ".join(word for theme in themes().values() for word in theme.words["en"])
    assert len(themes_of([(everything, 1.0)], "en")) == 2


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("We will publish the plan that I promised in March by the end of June.", ["by the end of June"]),
        ("The grant for 2027-28 will be published in December.", ["in December"]),
        ("I will publish the budget for 2027-28 in December.", ["in December"]),
        ("We will publish it when the panel reports in June.", []),
        ("The report published in March will be updated by July.", ["by July"]),
        ("We will revisit the 2025 rates.", []),
        ("In a week's time I will lay the order.", ["In a week's time"]),
        ("The scheme, which ran from 2019 to 2023, will return in 2027.", ["in 2027"]),
        ("I will meet the unions on Tuesday and again in July.", ["on Tuesday", "in July"]),
        ("We will publish the 2026-27 accounts of the fund.", []),
        ("We will review this year's grant.", []),
    ],
)
def test_which_words_of_time_are_a_promises_own(sentence: str, words: list[str]) -> None:
    [one] = made(statement(sentence))
    assert [due.words for due in one.dues] == words
