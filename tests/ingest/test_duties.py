"""Duties of whole texts of our own: lists, paragraphs, headings and the text's own key; every span lies where it says."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, make_document
from corpus.duty import Duty, Level
from corpus.provenance import Held, Provenance
from ingest.duties import duties_of, rules_version
from ingest.text import parse_text

TEXTS = Path(__file__).parent / "duties"
Make = Callable[[str], Document]


def document(text: str, *, language: str | None = None) -> Document:
    parsed = parse_text(text.encode(), name="text.md")
    return make_document(
        publication_id="guidance-kites",
        language=language or parsed.language,
        held=Held.FULL,
        text=parsed.text,
        sections=parsed.sections,
        provenance=Provenance(
            origin="test",
            media_type="text/markdown",
            sha256="0" * 64,
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="test/1",
            licence="our own",
        ),
    )


def line(duty: Duty) -> str:
    level = f"{duty.level}{'!' if duty.negative else ''}"
    key = "key" if duty.key else "-"
    return f"{level} {key} {duty.actor or '-'} | {duty.action} | {duty.deadline} | {'; '.join(duty.laws)}".replace(
        "  ", " "
    ).strip()


@pytest.mark.parametrize("name", ["kites", "letter", "barcutiaid"])
def test_every_duty_of_a_text_is_read_and_no_other(name: str) -> None:
    text = document((TEXTS / f"{name}.md").read_text(encoding="utf-8"))
    wanted = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()

    assert [line(duty) for duty in duties_of(text)] == [" ".join(one.split()) for one in wanted]


def of(text: str, *, language: str = "en") -> list[tuple[str, str | None, str]]:
    return [(duty.level.value, duty.actor, duty.action) for duty in duties_of(document(text, language=language))]


def test_items_take_actor_and_modal_from_the_words_that_introduce_them() -> None:
    [first, second] = duties_of(document("Schools should:\n\n- lock the gate;\n- count the boats.\n"))

    assert [(one.level, one.actor, one.action) for one in (first, second)] == [
        (Level.SHOULD, "school", "lock the gate"),
        (Level.SHOULD, "school", "count the boats"),
    ]
    assert first.header == second.header is not None


def test_an_item_with_a_modal_of_its_own_keeps_it_and_takes_the_actor() -> None:
    assert of("The governing body:\n\n- must publish the plan;\n- may ask for help.\n") == [
        ("must", "governing-body", "publish the plan"),
        ("may", "governing-body", "ask for help"),
    ]


def test_a_list_inside_an_item_belongs_to_that_item() -> None:
    text = "1. Governing bodies must:\n   (a) meet;\n   (b) vote.\n2. Schools should read this.\n"
    assert of(text) == [
        ("must", "governing-body", "meet"),
        ("must", "governing-body", "vote"),
        ("should", "school", "read this"),
    ]


def test_an_item_that_says_not_turns_its_header_round() -> None:
    [duty] = duties_of(document("Schools should:\n\n- not ask for a deposit.\n"))

    assert (duty.negative, duty.action) == (True, "ask for a deposit")


def test_items_under_words_that_only_list_ask_nothing() -> None:
    assert of("The changes are:\n\n- more boats;\n- fewer oars.\n") == []
    assert of("Costs may include:\n\n- rope;\n- paint.\n") == []


def test_they_means_the_last_actor_of_the_paragraph_only() -> None:
    together = "Governing bodies must meet. They should vote."
    apart = "Governing bodies must meet.\n\nThey should vote."

    assert of(together)[1][1] == "governing-body"
    assert of(apart)[1][1] is None


def test_they_may_mean_those_a_sentence_without_a_duty_speaks_of() -> None:
    assert of("The law speaks of local authorities. They must keep a map.") == [("must", "local-authority", "keep a map")]


def test_it_is_no_body_where_a_thing_was_spoken_of() -> None:
    assert of("Governing bodies must adopt a plan. The plan must be short. It should be public.")[2][1] is None


@pytest.mark.parametrize(
    ("heading", "actor"),
    [
        ("Role of governing bodies", "governing-body"),
        ("Governing bodies", "governing-body"),
        ("Duties of the headteacher", "headteacher"),
        ("What local authorities must do", "local-authority"),
        ("Governing bodies and headteachers", None),
        ("What parents should be told", None),
        ("Parents", None),
        ("Before the journey", None),
    ],
)
def test_a_passive_without_agent_takes_the_actor_its_heading_names(heading: str, actor: str | None) -> None:
    assert of(f"# Boats\n\n## {heading}\n\nThe boats must be counted.\n") == [("must", actor, "be counted")]


def test_the_title_of_a_text_names_no_actor() -> None:
    assert of("# Guidance for schools\n\nThe boats must be counted.\n") == [("must", None, "be counted")]


def test_somebody_unknown_is_not_the_body_of_the_heading() -> None:
    assert of("# Boats\n\n## Governing bodies\n\nThe ferryman must report to the governing body.\n")[0][1] is None


def test_the_text_s_own_key_sets_the_level() -> None:
    text = 'In this booklet "must" means that it is strongly advised.\n\nSchools must count the boats.\n'
    [duty] = duties_of(document(text))

    assert duty.level is Level.SHOULD
    assert duty.key is not None
    assert text[slice(*duty.key)].startswith("In this booklet")


def test_need_to_is_law_where_the_key_says_so() -> None:
    text = 'We use "need to" for what is required by law.\n\nSchools need to count the boats.\n'
    assert of(text)[0][0] == "must"


def test_a_council_of_pupils_is_no_local_authority() -> None:
    assert of("A pupil council meets monthly.\n\nThe council must keep a note.\n")[0][1] is None
    assert of("The council must keep a note.\n")[0][1] == "local-authority"


def test_front_matter_and_headings_hold_no_duties() -> None:
    assert of("# Schools must read\n\nNothing else.\n") == []


@given(
    st.lists(
        st.sampled_from(
            [
                "Schools must",
                "it may",
                "should:",
                "\n- ",
                "\n\n",
                "by 1 May 2025",
                "governors",
                "“must”",
                ". ",
                "’s ",
                "if ",
                "rhaid i",
                ", and must ",
                "?",
            ]
        ),
        max_size=30,
    ),
    st.sampled_from(["en", "cy"]),
)
def test_any_words_give_duties_that_lie_in_the_text(words: list[str], language: str) -> None:
    text = document("x " + " ".join(words), language=language)
    for duty in duties_of(text):
        assert 0 <= duty.span.start < duty.span.end <= len(text.text)
        assert duty.action
        assert text.text[duty.span.start : duty.span.end].strip()


def test_the_rules_have_a_name_that_follows_the_list_of_bodies() -> None:
    assert rules_version().startswith("duties/")
    assert rules_version() == rules_version()
