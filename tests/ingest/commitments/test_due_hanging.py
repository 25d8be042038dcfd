"""Days that are another thing's than the promise's, and promises parted behind their words of time."""

import pytest

from corpus.commitment import Kind
from ingest.commitments.reading import commitments_of
from tests.ingest.commitments.texts import statement


def dues(words: str) -> list[list[str]]:
    """The words of time of each promise of a sentence."""
    found = [one for one in commitments_of(*statement(words)) if one.kind is Kind.COMMITMENT]
    return [[due.words for due in one.dues] for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "We will publish guidance for the 2027-28 school year.",
        "We will set out our plans for the autumn term.",
        "I will write to Estyn about its annual plan for 2027.",
        "We will respond to the consultation that closes on 5 December.",
        "The guidance will be updated to reflect the changes that come into force in September 2027.",
        "We will fund places for pupils who start school in September.",
        "We will match the funding that local authorities provide in 2027-28.",
        "I will publish the advice that I received from the group in October.",
        "Following the announcement in July, we will now fund the first phase.",
        "The results will be used to decide whether the rules should be changed from 2028.",
        "We will pay for this from the 2026-27 budget.",
        "For those who are due to sit an examination in June, we will pay for a hall.",
        "Having met the unions in June, I will publish a plan.",
        "We will give the money to schools that apply by 30 June.",
        "We will lay a report on kites after the panel meets in June.",
        "We will respond to the inquiry that opens in June.",
        "I intend to attend one of the concerts that you are giving in June.",
        "We will share out the money for 2027-28.",
        "We will book rooms for the meetings of 14 June and 4 July.",
        "The exchange will carry on beyond 2027.",
        "We will look at any bid for 2027-28 that comes with names on it.",
        "We will hold every council to its target for 2031.",
        "My officials will go on preparing for the kite census in November.",
        "I will make a statement once I have the findings, which she tells me will be in June.",
        "We will pay for the review of the papers sat on 15 June.",
        "With council elections on 5 June, the decision will be held back.",
        "I will make a statement on 3 May.",
    ],
)
def test_a_day_of_another_thing_is_not_the_promise_s(words: str) -> None:
    assert dues(words) == [[]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We will ensure that every school has a plan in place by September 2027.", "by September 2027"),
        ("Each school will be offered a place on the course which begins in January.", "in January"),
        ("The new code will be in place for the start of the next school year.", "for the start of the next school year"),
        ("Subject to the vote in June, the regulations will come into force on 1 April 2027.", "on 1 April 2027"),
        ("A final report will be laid before the Senedd in November.", "in November"),
        ("Schools that apply by 30 June will be paid in July.", "in July"),
        ("I will make a statement on 3 March.", "on 3 March"),
        ("I will say more about that at the kite fair in June.", "in June"),
        ("The list will be in the Library by the end of the day.", "by the end of the day"),
        ("I will meet the unions that opened the talks, in June.", "in June"),
        ("You have my word that in twelve months every hall will have been surveyed.", "in twelve months"),
        ("The clock starts today: within 20 working days I will decide the appeals.", "within 20 working days"),
        ("I plan to see all six leads, one after another, in the last week of June.", "in the last week of June"),
        ("I will raise the matter when I see her on Wednesday.", "on Wednesday"),
        ("We will publish an easy-read guide, in good time for anybody who needs it.", "in good time"),
    ],
)
def test_a_day_of_the_promise_is_kept(words: str, found: str) -> None:
    assert dues(words) == [[found]]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Following the summit in June, we will:", []),
        ("Under the deal struck in June, we will:", []),
        ("By June we will:", [["By June"]]),
        ("We will do the following in the autumn term of 2027:", [["in the autumn term of 2027"]]),
    ],
)
def test_the_items_of_a_list_have_only_a_day_that_their_header_promises(header: str, found: list[list[str]]) -> None:
    assert dues(f"{header}\n\n- publish a plan.\n") == (found or [[]])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "The fund will open on 1 July 2026 and close on 31 May 2027.",
            [["on 1 July 2026"], ["on 31 May 2027"]],
        ),
        ("We will publish a guide this summer and offer a grant of £500 to every school.", [["this summer"], []]),
        (
            "The change will be phased in from September 2026 and completed by September 2029.",
            [["from September 2026"], ["by September 2029"]],
        ),
        ("We will meet the schools and publish a plan in June.", [["in June"]]),
        ("We will publish the plan in June and in September.", [["in June", "in September"]]),
    ],
)
def test_a_promise_is_parted_behind_its_words_of_time(words: str, found: list[list[str]]) -> None:
    assert dues(words) == found
