"""What changed that matters: modals, dates, numbers, bodies and nots, each with both quotations in their exact places."""

import pytest

from corpus.passage import Span
from ingest.sentences import plain
from search_api.comparing.changes import Change
from search_api.comparing.facts import FactKind, date_value, facts_in
from search_api.comparing.modals import STRENGTH, modals_in
from search_api.comparing.paragraphs import without_number
from search_api.comparing.plain import plainly
from search_api.verify.dates_said import dates_said
from tests.search_api.comparing.conftest import Found


def told(found: list[Change]) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.before.words, one.after.words) for one in found]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Heads should reply.", "Heads must reply.", [("modal", "should", "must")]),
        ("Heads must not reply.", "Heads should not reply.", [("modal", "must not", "should not")]),
        ("Heads need not reply.", "Heads must reply.", [("modal", "need not", "must")]),
        ("Heads may reply.", "Heads may not reply.", [("modal", "may", "may not")]),
        ("Heads are expected to reply.", "Heads are required to reply.", [("modal", "are expected to", "are required to")]),
        ("We will fund a pond.", "We may fund a pond.", [("modal", "will", "may")]),
        ("Plans are due by 1 May 2024.", "Plans are due by 1 June 2024.", [("date", "1 May 2024", "1 June 2024")]),
        ("Plans are due by 1 May.", "Plans are due after 1 May.", [("date", "1 May", "1 May")]),
        ("Reply by autumn term 2024.", "Reply by summer term 2025.", [("date", "autumn term 2024", "summer term 2025")]),
        ("Each class gets £1,200.", "Each class gets £900.", [("number", "£1,200", "£900")]),
        ("Keep it two school years.", "Keep it ten school years.", [("number", "two school years", "ten school years")]),
        ("Look once a year at the pond.", "Look twice a year at the pond.", [("number", "once", "twice")]),
        ("At least 4 adults come.", "At most 4 adults come.", [("number", "4", "4")]),
        ("Send a copy to Estyn.", "Send a copy to the local authority.", [("actor", "Estyn", "local authority")]),
        ("The rule applies to nurseries.", "The rule does not apply to nurseries.", [("negation", "", "not")]),
        ("A deposit may be asked for.", "No deposit may be asked for.", [("negation", "", "No")]),
        ("Heads must plan and governors should check.", "Heads should plan and governors must check.",
         [("modal", "must", "should"), ("modal", "should", "must")]),
    ],
)  # fmt: skip
def test_a_change_is_told_with_the_words_of_both(
    changed: Found, first: str, second: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert told(changed(f"{first}\n", f"{second}\n")) == wanted


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Dylai ysgolion ateb.", "Rhaid i ysgolion ateb.", [("modal", "Dylai", "Rhaid i")]),
        ("Nid oes rhaid i ysgolion ateb.", "Rhaid i ysgolion ateb.", [("modal", "Nid oes rhaid", "Rhaid i")]),
        ("Caiff disgyblion nofio.", "Ni chaiff disgyblion nofio.", [("modal", "Caiff", "Ni chaiff")]),
        ("Atebwch erbyn 1 Mai 2024.", "Atebwch erbyn 3 Mehefin 2024.", [("date", "1 Mai 2024", "3 Mehefin 2024")]),
        ("Mae £250 ar gael.", "Mae £400 ar gael.", [("number", "£250", "£400")]),
        ("Dylai penaethiaid ateb.", "Dylai cyrff llywodraethu ateb.", [("actor", "penaethiaid", "cyrff llywodraethu")]),
    ],
)
def test_welsh_changes_are_told_too(changed: Found, first: str, second: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(changed(f"{first}\n", f"{second}\n", "cy")) == wanted


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Heads should reply to parents in writing.", "Heads should answer parents in writing."),
        ("Under section 8 of the Ponds Act 2015 heads must reply.", "Under section 9 of the Ponds Act 2019 heads must reply."),
        ("Heads must reply. It may rain.", "It may rain. Heads must reply."),
        ("Give £1,000 to each class by 1 May.", "Give £1000 to each class by 1 May."),
        ("Next year heads must reply to it.", "Last year heads must reply to it."),
        ("A school is open to governors.", "A school in Wales is open to governors of schools."),
    ],
)
def test_other_words_for_the_same_are_no_change_that_matters(changed: Found, first: str, second: str) -> None:
    assert told(changed(f"{first}\n", f"{second}\n")) == []


def test_modals_come_first_and_of_a_kind_the_order_of_the_second_text_is_kept(changed: Found) -> None:
    found = changed(
        "Pay £5 by 1 May. Heads should reply.\n\nTell Estyn at once of 4 ponds. Pupils may swim.\n",
        "Pay £6 by 2 May. Heads must reply.\n\nTell Estyn at once of 5 ponds. Pupils should swim.\n",
    )

    assert [kind for kind, _, _ in told(found)] == ["modal", "modal", "date", "number", "number"]
    assert [before for _, before, _ in told(found)] == ["should", "may", "1 May", "£5", "4"]


def test_both_quotations_stand_in_their_texts(changed: Found) -> None:
    first = "Pupils swim.\n\nHeads of schools should\nreply by 1 May, and say why. Then rest.\n"
    second = "Heads of schools must reply by\n2 May, and say why. Then rest.\n\nPupils swim.\n"
    found = changed(first, second)

    assert told(found) == [("modal", "should", "must"), ("date", "1 May", "2 May")]
    for one in found:
        assert first[slice(*one.before.span)] == one.before.quote == "Heads of schools should\nreply by 1 May, and say why."
        assert second[slice(*one.after.span)] == one.after.quote
        assert one.before.at is not None
        assert first[slice(*one.before.at)] == one.before.words


def test_a_paragraph_split_in_two_hides_no_change(changed: Found) -> None:
    together = "Heads should write to parents about ponds. Governors should measure each pond in spring."
    apart = "Heads should write to parents about ponds.\n\nGovernors must measure each pond in spring."

    assert told(changed(f"{together}\n", f"{apart}\n")) == [("modal", "should", "must")]


def test_two_sentences_made_into_one_are_one(changed: Found) -> None:
    apart = "Heads should write to every parent. They should do so by 1 May.\n"
    joined = "Heads must write to every parent, and should do so by 1 May.\n"

    assert told(changed(apart, joined)) == [("modal", "should", "must")]


def test_what_came_in_or_went_out_whole_is_no_change(changed: Found) -> None:
    assert told(changed("Heads reply.\n", "Heads reply.\n\nPonds must be fenced by 1 May 2024.\n")) == []


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Heads must, should, may and shall.", "en", ["must", "should", "may", "must"]),
        ("They are not required to come and do not have to stay.", "en", ["free", "free"]),
        ("It will be free to schools.", "en", ["will"]),
        ("Schools cannot charge, mustn't ask and need to plan.", "en", ["must not", "must not", "needs"]),
        ("We intend to help and it is to be closed.", "en", ["intend", "will"]),
        ("Rhaid i ysgolion, dylai penaethiaid, ni chaiff neb.", "cy", ["must", "should", "must not"]),
        ("Byddwn yn helpu a bwriadu gwneud mwy.", "cy", ["will", "intend"]),
    ],
)
def test_modals_are_read_by_strength(text: str, language: str, values: list[str]) -> None:
    found = modals_in(text, language)

    assert [one.value for one in found] == values
    assert {one.kind for one in found} <= STRENGTH.keys()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 May 2024", "2024-05-01"),
        ("31 October", "--10-31"),
        ("2025/26", "2025/26"),
        ("autumn term 2024", "autumn 2024"),
        ("March 2024", "2024-03"),
    ],
)
def test_dates_are_kept_as_far_as_they_are_said(text: str, value: str) -> None:
    assert date_value(dates_said(text)[0]) == value


def test_laws_and_places_in_texts_hold_no_dates_or_numbers() -> None:
    text = "Under section 12 of the Ponds (Wales) Act 2014, and Deddf Pyllau (Cymru) 2015, see page 4 by 1 May 2024."

    assert [(one.kind, one.value) for one in facts_in(text, "en")] == [(FactKind.DATE, "2024-05-01")]


def test_plain_letters_know_their_places() -> None:
    text = "  It’s \n\t“so” –  and end.  "
    made = plainly(text, Span(0, len(text)))

    assert made.text == plain(text) == 'It\'s "so" - and end.'
    assert [text[made.span(place, place + 1).start] for place in range(4)] == ["I", "t", "’", "s"]
    assert text[slice(*made.span(5, 9))] == "“so”"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("3.12 Schools keep it.", "Schools keep it."),
        ("(iv) keep it", "keep it"),
        ("12. Keep it", "Keep it"),
        ("1.5 metres is deep.", "1.5 metres is deep."),
        ("2024 was dry.", "2024 was dry."),
        ("a.", "a."),
    ],
)
def test_a_paragraph_s_own_number_is_told_from_a_number_it_begins_with(text: str, rest: str) -> None:
    assert text[slice(*without_number(text, Span(0, len(text))))] == rest
