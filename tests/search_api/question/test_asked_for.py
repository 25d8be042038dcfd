"""What a question wants beside its kind, and whether sentences hold it."""

import pytest

from search_api.question.asked_for import Wanted, holds_wanted, wanted
from search_api.question.kind import kind_of


@pytest.mark.parametrize(
    ("question", "language", "thing"),
    [
        ("How much does a visit by the band cost?", "en", Wanted.MONEY),
        ("What salary is the chief keeper paid?", "en", Wanted.MONEY),
        ("What is the most a pair of boots may cost?", "en", Wanted.MONEY),
        ("How much money goes to the choir?", "en", Wanted.MONEY),
        ("I keep the books. What was the fee for the hall?", "en", Wanted.MONEY),
        ("Faint yw cyflog y prif geidwad?", "cy", Wanted.MONEY),
        ("What share of the mentors were women?", "en", Wanted.SHARE),
        ("What percentage of pupils swim?", "en", Wanted.SHARE),
        ("Pa ganran o'r plant sy'n nofio?", "cy", Wanted.SHARE),
        ("Which seven local authorities are trying the register?", "en", Wanted.NAMES),
        ("Who sits on the lantern board?", "en", Wanted.NAMES),
        ("Who were the members of the panel?", "en", Wanted.NAMES),
        ("Pwy yw aelodau'r bwrdd?", "cy", Wanted.NAMES),
        ("What are the budget priorities?", "en", None),
        ("How many pupils swim?", "en", None),
        ("How much of the day is given to reading?", "en", None),
        ("Who chairs the lantern board?", "en", Wanted.PERSON),
        ("Who will chair the panel?", "en", Wanted.PERSON),
        ("Who is the new chief executive of the lantern trust?", "en", Wanted.PERSON),
        ("Pwy fydd yn cadeirio'r panel?", "cy", Wanted.PERSON),
        ("Who chooses the chair?", "en", None),
        ("Which people in the clinic share the data?", "en", None),
        ("What should the head think about cost?", "en", None),
        ("When is the fee due?", "en", None),
    ],
)
def test_what_a_question_wants(question: str, language: str, thing: Wanted | None) -> None:
    assert wanted(kind_of(question, language), question, language) is thing


@pytest.mark.parametrize(
    ("thing", "sentence", "holds"),
    [
        (Wanted.MONEY, "Each school gets £1,200.", True),
        (Wanted.MONEY, "Places are free to every child.", True),
        (Wanted.MONEY, "Mae'r lleoedd am ddim.", True),
        (Wanted.MONEY, "There are 24 places.", False),
        (Wanted.SHARE, "Of the mentors 40% were women.", True),
        (Wanted.SHARE, "Two in three pupils swim.", True),
        (Wanted.SHARE, "More than half of them swim.", True),
        (Wanted.SHARE, "There were 31 mentors.", False),
        (Wanted.NAMES, "The members are Aled Prys, Mair Wen and Sioned Llwyd.", True),
        (Wanted.NAMES, "Arfon, Gwent and Powys try it first.", True),
        (Wanted.NAMES, "The board has nine members.", False),
        (Wanted.NAMES, "It meets in Arfon.", False),
        (Wanted.PERSON, "The panel is chaired by Mair Wen Prys.", True),
        (Wanted.PERSON, "Yr Athro Dr Siencyn fydd y cadeirydd.", True),
        (Wanted.PERSON, "I will set up a new Lantern Advisory Group of heads.", False),
        (Wanted.PERSON, "The board will choose a chair.", False),
        (Wanted.PERSON, "The chief inspector chairs it.", True),
    ],
)
def test_whether_a_sentence_holds_it(thing: Wanted, sentence: str, holds: bool) -> None:
    assert holds_wanted(thing, ["Nothing here.", sentence]) is holds


def test_no_sentence_holds_nothing() -> None:
    assert not any(holds_wanted(thing, []) for thing in Wanted)
