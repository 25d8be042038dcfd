"""Days of what came about, of what a promise is likened to, of names and of what comes round: none is the promise's."""

import pytest

from tests.ingest.commitments.texts import made, statement


def dues(words: str) -> list[str]:
    """The words of time of the one promise of a sentence of 17 May 2026."""
    [one] = made(statement(words))
    return [due.words for due in one.dues]


@pytest.mark.parametrize(
    "words",
    [
        "I will report back to the kite makers who wrote to me in March.",
        "I will publish the letter that I had from the Guild on Monday.",
        "I will share the advice it sent to me in June.",
        "We will not claw back what schools were overpaid in November.",
        "We will act on the advice given to us in October.",
        "We will use the string left over from the fair held by schools in July.",
        "I will go through every letter that has come in this year.",
        "We will spend on kites the £2 million that has been put by for 2027-28.",
    ],
)
def test_what_came_about_has_its_own_day(words: str) -> None:
    assert dues(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "I will make a further statement, as I did in July.",
        "We will publish the map of kites as it stood on 1 June.",
        "We will give kites to more schools than in June.",
        "I will not let the children wait until 2028.",
        "We will publish it in full, rather than in parts in June.",
        "Because of the storm in June we will buy new string.",
        "We will pay for a kite for each child born after 1 September.",
        "We will respond to the consultation closing on 5 December.",
        "I will study the report due in June.",
        "I will publish the findings when they come, and the Guild says that will be in December.",
        "We will pay for teachers leaving the service in July.",
        "I will publish the accounts for the year to March.",
    ],
)
def test_what_a_promise_is_likened_to_or_caused_by_has_its_own_day(words: str) -> None:
    assert dues(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "We will publish the plan, Ready by 2028.",
        'We will publish our plan "Ready by 2028" for kites.',
        "We will spend the money from the October budget on kites.",
        "We will open the hall on Friday afternoons.",
        "We will open the hall from Tuesday to Friday.",
        "We will hold a fair in June each year.",
        "We will hold a fair every year in June.",
        "It will open on 1 June. We will hold a fair every year from then on.",
    ],
)
def test_a_name_or_a_time_that_comes_round_is_no_day(words: str) -> None:
    found = made(statement(words))[-1]
    assert found.dues == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We will bring the rules made in 2015 up to date in the autumn.", "in the autumn"),
        ("We will extend the pilot that we ran in Gwent to all of Wales in September.", "in September"),
        ("We will ensure that the reforms agreed with the Guild come into force in June.", "in June"),
        ("We will share what we have learned with schools in June.", "in June"),
        ("We will begin work with those that have asked for help in June.", "in June"),
        ("We will introduce the changes recommended by the panel in September 2027.", "in September 2027"),
        ("We will publish the plan, Ready by 2028, in July.", "in July"),
        ("We will open the hall in June rather than in September.", "in June"),
        ("We will open the hall from Monday to Friday of next week.", "from Monday to Friday of next week"),
        ("We will set out in June how the money was spent.", "in June"),
        ("We will make lunch free for all children in June.", "in June"),
    ],
)
def test_a_day_beside_such_words_is_kept(words: str, found: str) -> None:
    assert dues(words) == [found]
