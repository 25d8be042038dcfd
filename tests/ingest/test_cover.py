"""The cover block gives number, month and what is replaced, in both languages, each with its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.finding import FindingKind
from ingest.cover import read_cover

NUMBER, ISSUED, REPLACES = FindingKind.NUMBER, FindingKind.ISSUED, FindingKind.REPLACES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guidance document no: 12/2019", [(NUMBER, "12/2019")]),
        ("Guidance document no. 012/2019", [(NUMBER, "012/2019")]),
        ("Guidance document number: 12-2019", [(NUMBER, "12/2019")]),
        ("Guidance circular No: 7/2009", [(NUMBER, "7/2009")]),
        ("Guidance document no:\n12/2019", [(NUMBER, "12/2019")]),
        ("Rhif y ddogfen ganllaw: 12/2019", [(NUMBER, "12/2019")]),
        ("Dogfen ganllawiau rhif: 12/2019", [(NUMBER, "12/2019")]),
        ("Canllawiau rhif: 12/2019", [(NUMBER, "12/2019")]),
        ("We wrote guidance document no: 12/2019", []),
        ("Date of issue: November 2019", [(ISSUED, "2019-11")]),
        ("Date of issue\nNovember 2019", [(ISSUED, "2019-11")]),
        ("Date of issue: 5 November 2019", [(ISSUED, "2019-11")]),
        ("Dyddiad cyhoeddi: Tachwedd 2019", [(ISSUED, "2019-11")]),
        ("Date of issue: autumn 2019", []),
        ("Replaces guidance document no: 081/2012", [(REPLACES, "081/2012")]),
        ("Replaces guidance document no: 081/2012\nAudience\nAll 3/2020", [(REPLACES, "081/2012")]),
        ("Replaces guidance documents: 081/2012 and 082/2012", [(REPLACES, "081/2012"), (REPLACES, "082/2012")]),
        ("Replaces guidance document 081/2012", [(REPLACES, "081/2012")]),
        ("This replaces the guidance that we wrote: see below", []),
        ("Replaces: 081/2012 and 082/2012", [(REPLACES, "081/2012"), (REPLACES, "082/2012")]),
        ("Replaces: Newts in school (May 2012)", [(REPLACES, "Newts in school (May 2012)")]),
        ("Replaces: Newts in\nschool (May 2012)\nand more", [(REPLACES, "Newts in school (May 2012)")]),
        ("Replaces: Newts in school\nAudience\nAll", [(REPLACES, "Newts in school")]),
        ("Replaces: None", []),
        ("Replaces: n/a", []),
        ("Yn disodli dogfen ganllaw rhif: 081/2012", [(REPLACES, "081/2012")]),
        ("Yn disodli: Madfallod (Mai 2012)", [(REPLACES, "Madfallod (Mai 2012)")]),
        ("The rake replaces: nothing", []),
    ],
)
def test_labels_are_read(text: str, expected: list[tuple[FindingKind, str]]) -> None:
    cover = read_cover(text, language="en")

    assert [(finding.kind, finding.value) for finding in cover.findings] == expected
    assert all(text[finding.start : finding.end] == finding.quote for finding in cover.findings)


def test_only_a_number_of_its_own_makes_it_guidance() -> None:
    assert read_cover("Guidance document no: 12/2019", language="en").is_guidance
    assert not read_cover("Replaces guidance document no: 12/2019", language="en").is_guidance


PARTS = st.sampled_from(
    [
        "Replaces",
        "Guidance document no",
        ": ",
        "\n",
        "\n\n",
        "12/2019",
        "Date of issue",
        "May 2012",
        "(May 2012)",
        "Yn disodli",
        "é ",
    ]
)


@given(st.lists(PARTS, max_size=12).map("".join))
def test_quotes_are_always_the_words_of_the_text(text: str) -> None:
    for finding in read_cover(text, language="en").findings:
        assert text[finding.start : finding.end] == finding.quote
        assert finding.value
