"""Days in Welsh that are another thing's than the promise's, and those that stay its own."""

import pytest

from tests.ingest.commitments.texts import made, statement


def dues(words: str) -> list[str]:
    """The words of time of the one promise of a sentence of 17 May 2026."""
    [one] = made(statement(words, language="cy"))
    return [due.words for due in one.dues]


@pytest.mark.parametrize(
    "words",
    [
        "Byddwn yn ymateb i'r ddeiseb a gyflwynwyd ar 4 Gorffennaf.",
        "Byddaf yn cyhoeddi'r adroddiad a gefais ym mis Mehefin.",
        "Byddaf yn cwrdd â threfnwyr yr ŵyl a gynhelir ym mis Gorffennaf.",
        "Byddaf yn ysgrifennu at y Cyngor Barcud, sy'n cyfarfod ar 10 Hydref, i ofyn am help.",
        "Byddwn yn talu am farcud i bob disgybl sy'n dechrau ym mis Medi.",
        "Rhoddir grant newydd yn lle'r un sy'n dod i ben ar 31 Mawrth.",
        "Byddwn yn ystyried cyllideb mis Hydref.",
        "Yn dilyn y bleidlais ym mis Mehefin, byddwn yn cyhoeddi cynllun.",
        "Gan fod y cynllun yn dod i ben ym mis Gorffennaf, byddwn yn cyhoeddi un newydd.",
        "Byddwn yn cyhoeddi'r cynllun, Barod erbyn 2028.",
        "Bydd y pyllau'n agored o ddydd Mawrth i ddydd Gwener.",
    ],
)
def test_a_day_of_another_thing_is_not_the_promise_s(words: str) -> None:
    assert dues(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ym mis Mehefin byddwn yn cyhoeddi cynllun.", "Ym mis Mehefin"),
        ("Caiff y cynllun ei anfon at bob pennaeth maes o law.", "maes o law"),
        ("Byddaf yn cyhoeddi'r cynllun fis Gorffennaf.", "fis Gorffennaf"),
        ("Bydd y gwaith yn dechrau ym mis Gorffennaf.", "ym mis Gorffennaf"),
        ("Cyhoeddir y cynllun, Barod erbyn 2028, ym mis Gorffennaf.", "ym mis Gorffennaf"),
        ("Byddwn yn agor ysgol newydd a adeiladwyd gan y cyngor erbyn mis Medi.", "erbyn mis Medi"),
        ("Byddwn yn darparu £4 miliwn ar gyfer 2027-28.", "ar gyfer 2027-28"),
        ("Bydd adroddiad yn cael ei gyhoeddi yn ystod yr haf, fel y dywedais ym mis Mai.", "yn ystod yr haf"),
    ],
)
def test_a_day_of_the_promise_is_kept(words: str, found: str) -> None:
    assert dues(words) == [found]
