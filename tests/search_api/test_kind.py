"""What a question asks for is read from its cues, and what a sentence holds from its words."""

import pytest

from search_api.kind import Kind, holds, kind_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When will the guidance be published?", Kind.WHEN),
        ("By when must schools comply?", Kind.WHEN),
        ("In which year did it begin?", Kind.WHEN),
        ("Pryd y cyhoeddir y canllawiau?", Kind.WHEN),
        ("How much will it cost?", Kind.HOW_MUCH),
        ("What percentage of pupils were absent?", Kind.HOW_MUCH),
        ("Faint o arian?", Kind.HOW_MUCH),
        ("Who chairs the group?", Kind.WHO),
        ("Pwy sy'n cadeirio?", Kind.WHO),
        ("Do we have to publish it?", Kind.MUST),
        ("Oes rhaid i ni?", Kind.MUST),
        ("What are the national priorities?", Kind.LIST),
        ("Which steps will be taken?", Kind.LIST),
        ("Why was it changed?", Kind.OTHER),
    ],
)
def test_a_question_s_kind(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        (Kind.WHEN, "It begins in September.", True),
        (Kind.WHEN, "No later than 30 minutes after the session begins.", True),
        (Kind.WHEN, "At least eight weeks before departure.", True),
        (Kind.WHEN, "Reviewed each year.", True),
        (Kind.WHEN, "It begins soon.", False),
        (Kind.HOW_MUCH, "It costs £9 million.", True),
        (Kind.HOW_MUCH, "Four consortia were created.", True),
        (Kind.HOW_MUCH, "It costs a lot.", False),
        (Kind.WHO, "Professor Dylan Jones led it.", True),
        (Kind.WHO, "someone led it.", False),
        (Kind.MUST, "Schools must publish it.", True),
        (Kind.MUST, "Schools publish it.", False),
        (Kind.LIST, "Three areas: teaching, wellbeing and leadership.", True),
        (Kind.LIST, "There are areas.", False),
        (Kind.OTHER, "Anything.", True),
    ],
)
def test_what_a_sentence_holds(kind: Kind, sentence: str, expected: bool) -> None:
    assert holds(kind, sentence) is expected
