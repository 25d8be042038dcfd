"""What a page makes of an answer: its words in blocks with the short answer marked, and a way on from every refusal."""

from collections.abc import Mapping

import pytest

from corpus.passage import Span
from search_api.address import Address
from search_api.answering.answer import Answer, Note, Refusal, Short, Statement
from search_api.answering.views import Said, said, steps, view
from search_api.library import Library
from search_api.messages import ENGLISH, read_messages
from search_api.reading import BlockKind, read_span
from tests.search_api.made_answers import (
    BY,
    LOW,
    PLAN,
    answer_of,
    citation,
    listed,
    planned,
    read,
    refusal_of,
    replaced,
    span_of,
)

SPOKEN = read_messages()[ENGLISH]


def here(**parameters: str) -> Address:
    return Address("/answers", tuple(parameters.items()))


def first(answer: Answer) -> Said:
    return said(answer.statements[0], answer)


def test_the_short_answer_is_marked_inside_the_exact_words(shelf: Library) -> None:
    made = first(planned(shelf, read(shelf, "When?")))

    assert made.exact
    assert [(piece.text, piece.marked) for piece in made.blocks[0].pieces] == [
        (PLAN.partition(BY)[0], False),
        (BY, True),
        (".", False),
    ]


def test_nothing_is_marked_where_the_words_are_only_the_closest(shelf: Library) -> None:
    made = first(planned(shelf, read(shelf, "When?"), notes=(Note.CLOSEST,)))

    assert [piece.marked for block in made.blocks for piece in block.pieces] == [False]


def test_a_short_answer_that_is_not_in_the_quotation_marks_nothing(shelf: Library) -> None:
    answer = planned(shelf, read(shelf, "When?"))
    elsewhere = Short(span=Span(0, 7), words="Written", value="")
    statement = Statement(text=PLAN, citations=(1,), short=elsewhere)

    assert not any(piece.marked for block in said(statement, answer).blocks for piece in block.pieces)


def test_a_list_is_parted_into_what_introduces_it_and_its_items(shelf: Library) -> None:
    made = first(answer_of(read(shelf, "What?"), citation(shelf, "statement-reading", listed(shelf))))

    assert [(is_list, [block.text for block in blocks]) for is_list, blocks in made.groups] == [
        (False, ["We will:"]),
        (
            True,
            [
                "fund a reading coach for every cluster of schools;",
                "publish a yearly report on early reading;",
                "ask Estyn to look at reading in every inspection.",
            ],
        ),
    ]


@pytest.mark.parametrize(
    ("publication", "quote", "text", "written", "exact", "shown"),
    [
        ("statement-reading", PLAN, PLAN, False, True, True),
        ("statement-reading", PLAN, "A plan for every child.", False, False, False),
        ("statement-reading", PLAN, PLAN, True, False, False),
        ("guidance-uniform-2023", LOW, LOW, False, False, True),
    ],
)
def test_only_a_publisher_s_own_words_are_held_for_exact(
    shelf: Library, publication: str, quote: str, text: str, written: bool, exact: bool, shown: bool
) -> None:
    statement = Statement(text=text, citations=(1,), written=written)
    made = said(statement, answer_of(read(shelf, "What?"), citation(shelf, publication, quote)))

    assert (made.exact, bool(made.blocks)) == (exact, shown)


def test_words_before_a_quotation_are_as_they_stand(shelf: Library) -> None:
    quote = "publish a yearly report on early reading;"
    statement = Statement(text=quote, citations=(1,), context=span_of(shelf, "statement-reading", "We will:"))
    answer = answer_of(read(shelf, "What?"), citation(shelf, "statement-reading", quote), statements=(statement,))

    assert first(answer).before == "We will:"


def test_a_statement_that_no_longer_stands_names_what_replaced_it(shelf: Library) -> None:
    made = first(replaced(shelf, read(shelf, "A blazer?")))

    assert not made.stands
    assert made.replaced_by is not None
    assert made.replaced_by.id == "guidance-uniform-2023"


@pytest.mark.parametrize(
    ("refusal", "q", "given", "words", "address"),
    [
        (Refusal.NEAR_MISS, "A plan's cost?", {}, "See every passage that comes near", "/search?q=A+plan%27s+cost%3F"),
        (
            Refusal.NO_EVIDENCE,
            "Cost?",
            {"type": "letter"},
            "Ask it of texts that no longer stand as well",
            "/answers?q=Cost%3F&type=letter&any_status=true",
        ),
        (Refusal.NO_EVIDENCE, "Cost?", {"type": "letter"}, "Ask it again without filters", "/answers?q=Cost%3F"),
        (Refusal.LANGUAGE, "Beth?", {"language": "cy"}, "Ask it of texts in any language", "/answers?q=Beth%3F"),
        (
            Refusal.OTHER_NATION,
            "What does Ofsted say?",
            {"type": "report"},
            "Ask the same of Wales",
            "/answers?q=What+does+Estyn+say%3F&type=report",
        ),
        (
            Refusal.ONLY_SUPERSEDED,
            "A blazer?",
            {},
            "Read what the older texts and drafts say",
            "/search?q=A+blazer%3F&any_status=true",
        ),
        (
            Refusal.UNDERSPECIFIED,
            "What is the cost of uniform?",
            {},
            "School uniform: statutory guidance",
            "/answers?q=What+is+the+cost+of+uniform%3F+%28School+uniform%3A+statutory+guidance%29",
        ),
    ],
)
def test_a_refusal_offers_what_to_do_next(
    shelf: Library, refusal: Refusal, q: str, given: Mapping[str, str], words: str, address: str
) -> None:
    answer = refusal_of(shelf, read(shelf, q), refusal)
    offered = {step.words: str(step.address) for step in steps(answer, here(q=q, **given), SPOKEN)}

    assert offered[words] == address


def test_what_is_asked_for_already_is_not_offered_again(shelf: Library) -> None:
    answer = refusal_of(shelf, read(shelf, "Cost?"), Refusal.NO_EVIDENCE)
    offered = [step.words for step in steps(answer, here(q="Cost?", any_status="true"), SPOKEN)]

    assert "Ask it of texts that no longer stand as well" not in offered


def test_an_answer_offers_no_steps_of_a_refusal(shelf: Library) -> None:
    made = view(planned(shelf, read(shelf, "When?")), here(q="When?"), SPOKEN)

    assert (made.steps, made.refused) == ((), None)


def test_a_stretch_of_text_keeps_every_word_in_its_blocks() -> None:
    text = "The plan has:\n\n• one part\n  on two lines;\n• 2 marks.\n\nThe end\nof it."
    blocks = read_span(text, Span(4, len(text)), [Span(4, 8)])

    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ITEM, BlockKind.PARAGRAPH]
    assert " ".join(" ".join(block.text for block in blocks).split()) == " ".join(text[4:].replace("•", "").split())
    assert [piece.text for block in blocks for piece in block.pieces if piece.marked] == ["plan"]
