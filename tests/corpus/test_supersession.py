"""Which publications replace which, by what their texts say of each other."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.finding import SURE, Finding, FindingKind
from corpus.naming import read_name, title_key
from corpus.publication import Publication, PublicationType, Relation, RelationKind
from corpus.supersession import SAME_TITLE, SAME_TITLE_BASIS, relations_found

Make = Callable[..., Publication]
K = FindingKind


def says(value: str, kind: FindingKind = K.REPLACES, confidence: float = 0.95) -> list[tuple[str, Finding]]:
    return [
        ("doc", Finding(kind=kind, value=value, quote=f"replaces {value}", start=3, end=9, confidence=confidence, rule="r"))
    ]


def pairs(relations: list[Relation]) -> list[tuple[str, str, bool]]:
    """Newer, older, and whether it is sure; suggestions by title left out."""
    return [(one.source, one.target, one.confidence >= SURE) for one in relations if one.basis != SAME_TITLE_BASIS]


@pytest.fixture
def held(publication: Make) -> dict[str, Publication]:
    """Editions of one guidance, a plan, a law, a statement and a translation."""
    rows: dict[str, dict[str, object]] = {
        "otters-2012": {"title": "Otters in schools (081/2012)", "published": None, "issued": "2012"},
        "otters-2015": {"title": "Otters in schools (171/2015)", "published": date(2015, 4, 1)},
        "otters-2019": {"title": "Otters in schools: guidance for governors (255/2019)", "published": date(2019, 11, 4)},
        "otters-draft": {"title": "Otters in schools (draft guidance)", "published": date(2018, 1, 8), "draft": True},
        "badger-plan": {"title": "Badger action plan", "published": date(2016, 3, 1), "url": "https://www.example.org/badgers"},
        "otter-act": {
            "title": "Otters in Schools Act 2012",
            "published": date(2012, 7, 1),
            "type": PublicationType.LEGISLATION,
        },
        "statement": {
            "title": "Written Statement: Badger action plan",
            "published": date(2016, 3, 1),
            "type": PublicationType.WRITTEN_STATEMENT,
        },
        "dyfrgwn-2015": {"title": "Dyfrgwn mewn ysgolion (171/2015)", "published": date(2015, 4, 1), "language": "cy"},
        "dyfrgwn-2012": {"title": "Dyfrgwn mewn ysgolion (081/2012)", "published": date(2012, 4, 1), "language": "cy"},
        "own": {"title": "Mammals in schools (300/2024)", "published": date(2024, 9, 2)},
    }
    return {key: publication(key, **fields) for key, fields in rows.items()}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("081/2012", [("own", "otters-2012", True)]),
        ("81/2012", [("own", "otters-2012", True)]),
        ("https://example.org/badgers/", [("own", "badger-plan", True)]),
        ("the Badger Action Plan", [("own", "badger-plan", True)]),
        ("the 2016 badger action plan", [("own", "badger-plan", True)]),
        ("Badger action plan (March 2016)", [("own", "badger-plan", True)]),
        ("2015 Otters in schools", [("own", "otters-2015", True)]),
        ("Otters in schools (April 2015)", [("own", "otters-2015", True)]),
        ("Otters in schools (2019)", [("own", "otters-2019", True)]),
        ("draft Otters in schools (2018)", [("own", "otters-draft", True)]),
        ("Otters in schools", [("own", "otters-2015", False)]),  # of several editions none is named
        ("Badger action plan (2012)", []),  # not that year's
        ("Otters at home (2015)", []),
        ("999/2015", []),
        ("300/2024", []),  # its own number
        ("Mammals in schools", []),  # its own title
        ("2016 guidance", []),
    ],
)
def test_what_a_name_stands_for(held: dict[str, Publication], value: str, expected: list[tuple[str, str, bool]]) -> None:
    assert pairs(relations_found(held, {"own": says(value)})) == expected


def test_replaced_by_is_the_other_way_round(held: dict[str, Publication]) -> None:
    assert pairs(relations_found(held, {"otters-2012": says("255/2019", K.REPLACED_BY)})) == [
        ("otters-2019", "otters-2012", True)
    ]


def test_a_relation_against_the_dates_is_not_sure(held: dict[str, Publication]) -> None:
    assert pairs(relations_found(held, {"otters-2012": says("255/2019")})) == [("otters-2012", "otters-2019", False)]


def test_a_year_alone_may_mean_its_end(publication: Make) -> None:
    held = {
        "old": publication("old", title="Otters (1/2012)", published=date(2012, 6, 1)),
        "new": publication("new", title="Badgers", published=None, issued="2012"),
    }

    assert pairs(relations_found(held, {"new": says("1/2012")})) == [("new", "old", True)]


def test_an_unsure_finding_gives_an_unsure_relation(held: dict[str, Publication]) -> None:
    assert pairs(relations_found(held, {"own": says("081/2012", confidence=0.7)})) == [("own", "otters-2012", False)]


def test_a_draft_replaces_nothing_yet_but_another_draft(publication: Make) -> None:
    held = {
        "old": publication("old", title="Otters (1/2012)", published=date(2012, 6, 1)),
        "first": publication("first", title="Draft otters (2/2013)", published=date(2013, 6, 1)),
        "second": publication("second", title="Second draft otters (3/2014)", published=date(2014, 6, 1)),
    }

    found = relations_found(held, {"second": [*says("1/2012"), *says("2/2013")]})

    assert pairs(found) == [("second", "first", True), ("second", "old", False)]


def test_a_text_replaces_texts_of_its_own_language(held: dict[str, Publication]) -> None:
    found = relations_found(held, {"dyfrgwn-2015": says("081/2012"), "otters-2015": says("081/2012")})

    assert pairs(found) == [("dyfrgwn-2015", "dyfrgwn-2012", True), ("otters-2015", "otters-2012", True)]


def test_a_translation_is_no_successor(publication: Make) -> None:
    held = {
        "en": publication("en", title="Otters", url="https://www.example.org/otters", node="7"),
        "cy": publication("cy", title="Otters", url="https://www.example.org/dyfrgwn", node="7", published=date(2025, 1, 1)),
    }

    assert pairs(relations_found(held, {"cy": says("https://www.example.org/otters")})) == []


def test_events_take_no_part(held: dict[str, Publication]) -> None:
    assert pairs(relations_found(held, {"statement": says("081/2012")})) == []
    assert pairs(relations_found(held, {"own": says("Written Statement: Badger action plan")})) == []


def test_a_number_the_text_states_is_its_own(publication: Make) -> None:
    held = {
        "old": publication("old", title="Otters", published=date(2012, 1, 1)),
        "new": publication("new", title="Badgers", published=date(2019, 1, 1)),
    }
    number = Finding(kind=K.NUMBER, value="081/2012", quote="no: 081/2012", confidence=0.95, rule="number")

    assert pairs(relations_found(held, {"new": says("081/2012"), "old": [("doc", number)]})) == [("new", "old", True)]


def test_the_same_title_later_is_a_suggestion(publication: Make) -> None:
    held = {
        key: publication(key, title=title, published=day, type=type_)
        for key, title, day, type_ in [
            ("a", "Otters in schools (1/2012)", date(2012, 1, 1), PublicationType.GUIDANCE),
            ("b", "Otters in schools", date(2015, 1, 1), PublicationType.GUIDANCE),
            ("c", "Otters in Schools: 2019", date(2019, 1, 1), PublicationType.GUIDANCE),
            ("report-a", "Otter report", date(2012, 1, 1), PublicationType.REPORT),
            ("report-b", "Otter report", date(2013, 1, 1), PublicationType.REPORT),
            ("consult", "Otters in schools", date(2018, 1, 1), PublicationType.CONSULTATION),
            ("draft", "Draft otters in schools", date(2018, 6, 1), PublicationType.GUIDANCE),
        ]
    }

    found = relations_found(held, {})

    assert [(one.source, one.target) for one in found] == [("b", "a"), ("c", "b")]
    assert {(one.basis, one.confidence) for one in found} == {(SAME_TITLE_BASIS, SAME_TITLE)}
    assert SAME_TITLE < SURE


def test_words_go_before_a_suggestion(publication: Make) -> None:
    held = {
        "a": publication("a", title="Otters in schools (1/2012)", published=date(2012, 1, 1)),
        "b": publication("b", title="Otters in schools", published=date(2015, 1, 1)),
    }

    (relation,) = relations_found(held, {"b": says("1/2012")})

    assert relation.confidence == 0.95
    assert (relation.document_id, relation.start, relation.end, relation.quote) == ("doc", 3, 9, "replaces 1/2012")
    assert relation.basis == "the text of 'b' says it replaces '1/2012', found by its number"
    assert relation.kind is RelationKind.SUPERSEDES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Otters in schools (081/2012)", "Otters in schools: guidance 2019"),
        ("Canllawiau dyfrgwn mewn ysgolion", "Dyfrgwn mewn ysgolion: canllawiau drafft"),
    ],
)
def test_titles_of_one_text_have_one_key(one: str, other: str) -> None:
    assert title_key(one) == title_key(other) != ""


def test_a_name_is_taken_apart() -> None:
    name = read_name("the draft ‘Otters in schools: a framework’ (no. 081/2012, November 2012)")

    assert name.numbers == {"81/2012"}
    assert (name.years, name.months) == ({2012}, {11})
    assert name.words == ("otter", "school", "framework")
    assert name.is_draft


@given(st.lists(st.tuples(st.text(max_size=40), st.dates(), st.text(max_size=60)), min_size=1, max_size=6))
def test_whatever_is_said_nothing_replaces_itself(rows: list[tuple[str, date, str]]) -> None:
    held: Mapping[str, Publication] = {
        str(at): Publication(
            id=str(at), title=title, publisher="P", type=PublicationType.GUIDANCE, language="en", published=day
        )
        for at, (title, day, _) in enumerate(rows)
    }

    found = relations_found(held, {str(at): says(said) for at, (_, _, said) in enumerate(rows)})

    assert all(one.source != one.target and 0 < one.confidence <= 0.95 for one in found)
    assert len({(one.source, one.target) for one in found}) == len(found)
