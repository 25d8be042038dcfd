"""Timelines over a small shelf, as golden tables: who is on it, in which order, what surrounds them, and what is missing."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus.errors import InvalidQuery
from corpus.publication import RelationKind, Status
from search_api.timeline.found import GapKind, Timeline

Make = Callable[..., Timeline]
ALL = ["guidance-kites-2022", "ws-kites-2021", "guidance-kites-2018", "draft-kites-2017", "os-kites-2016", "report-kites"]


def ids(found: Timeline) -> list[str]:
    return [one.publication.id for one in found.entries]


def test_everything_that_speaks_of_it_is_there_newest_first_and_undated_last(timeline: Make) -> None:
    assert ids(timeline()) == ALL


def test_the_oldest_may_come_first_and_undated_ones_stay_last(timeline: Make) -> None:
    assert ids(timeline(oldest_first=True)) == [*ALL[:5][::-1], "report-kites"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "", "topic": ["kites"]}, ["guidance-kites-2022", "ws-kites-2021", "guidance-kites-2018", "os-kites-2016"]),
        (
            {"q": "kite flying", "topic": ["kites"]},
            ["guidance-kites-2022", "ws-kites-2021", "guidance-kites-2018", "os-kites-2016"],
        ),
        ({"type": ["guidance"]}, ["guidance-kites-2022", "guidance-kites-2018"]),
        ({"published_from": "2018", "published_to": "2021"}, ["ws-kites-2021", "guidance-kites-2018"]),
        ({"status": ["superseded"]}, ["guidance-kites-2018"]),
        ({"language": "cy", "q": "hedfan barcud"}, ["guidance-kites-2022-cy"]),
        ({"q": "How has the position on kite flying moved since 2018?"}, ALL[:3]),
        ({"q": "What has been said about kite flying?"}, ALL),
        ({"q": "submarines"}, []),
        ({"q": "soup on Mondays"}, ["letter-lunch-2024"]),
    ],
)
def test_words_topics_and_filters_say_who_is_on_it(timeline: Make, asked: dict[str, object], expected: list[str]) -> None:
    assert ids(timeline(**asked)) == expected


def test_each_publication_says_it_in_one_to_three_sentences_that_speak_of_it(timeline: Make) -> None:
    said = {one.publication.id: [quote.words for quote in one.quotes] for one in timeline().shown}

    assert said == {
        "guidance-kites-2022": [
            "Schools must hold kite flying on one day of every week.",
            "A kite flying book should be kept.",
        ],
        "ws-kites-2021": ["I will publish new kite flying guidance by the end of June 2021."],
        "guidance-kites-2018": [
            "Schools should plan kite flying for dry days.",
            "Governing bodies must keep the cost of kite flying low.",
        ],
        "draft-kites-2017": ["Should kite flying take place in the last hour of school?"],
        "os-kites-2016": ["Kite flying is to be looked at in every school."],
        "report-kites": ["Kite flying went well in most schools that were visited."],
    }


def test_what_another_text_of_the_same_days_repeats_is_one_entry(timeline: Make) -> None:
    [statement] = [one for one in timeline().entries if one.publication.id == "ws-kites-2021"]

    assert [one.id for one in statement.quotes[0].also] == ["news-kites-2021"]


def test_the_two_languages_of_a_publication_are_one_entry(timeline: Make) -> None:
    english, welsh = timeline().entries[0], timeline("hedfan barcud").entries[0]

    assert [one.id for one, _ in english.twins] == ["guidance-kites-2022-cy"]
    assert [one.id for one, _ in welsh.twins] == ["guidance-kites-2022"]


def test_each_entry_says_who_spoke_and_in_which_office(timeline: Make) -> None:
    spoken = {one.publication.id: (one.speaker, one.office) for one in timeline().entries if one.speaker}

    assert spoken == {"ws-kites-2021": ("Ann Lee", "Minister for Kites"), "os-kites-2016": ("Bo Ek", "Minister for Kites")}


def test_relations_between_entries_are_numbered_from_both_ends(timeline: Make) -> None:
    bonds = {one.publication.id: [(bond.kind, bond.is_target, bond.n) for bond in one.bonds] for one in timeline().entries}

    assert bonds["guidance-kites-2022"] == [(RelationKind.SUPERSEDES, False, 3), (RelationKind.FOLLOWS_UP, False, 2)]
    assert bonds["guidance-kites-2018"] == [(RelationKind.SUPERSEDES, True, 1)]
    assert bonds["ws-kites-2021"] == [(RelationKind.FOLLOWS_UP, True, 1)]
    assert bonds["os-kites-2016"] == []


def test_what_replaced_a_text_is_told(timeline: Make) -> None:
    after = {one.publication.id: one.replaced_by.id for one in timeline().entries if one.replaced_by}

    assert after == {"guidance-kites-2018": "guidance-kites-2022"}


def test_commitments_and_duties_on_the_quoted_sentences_are_marked(timeline: Make) -> None:
    marks = {
        one.publication.id: (
            [promise.due.words for quote in one.quotes for promise in quote.commitments if promise.due],
            [duty.level.value for quote in one.quotes for duty in quote.duties],
        )
        for one in timeline().shown
    }

    assert marks["ws-kites-2021"] == (["by the end of June 2021"], [])
    assert marks["guidance-kites-2018"] == ([], ["should", "must"])


def test_a_day_in_the_past_is_looked_from_without_hindsight(timeline: Make) -> None:
    found = timeline(as_of="2021-06-01")
    old = next(one for one in found.entries if one.publication.id == "guidance-kites-2018")

    assert ids(found) == ["ws-kites-2021", "guidance-kites-2018", "draft-kites-2017", "os-kites-2016"]
    assert (old.publication.standing.status, old.publication.standing.valid_to) == (Status.IN_FORCE, None)
    assert (old.replaced_by, old.bonds) == (None, ())
    assert all(bond.n for one in found.entries for bond in one.bonds)


def test_on_the_day_of_replacement_both_are_known(timeline: Make) -> None:
    found = timeline(as_of="2022-06-27")

    assert ids(found) == ALL[:5]
    assert found.entries[2].publication.standing.status is Status.SUPERSEDED
    assert found.entries[2].replaced_by is not None


def test_gaps_are_told_by_what_is_held(timeline: Make) -> None:
    gaps = [(one.kind, one.first, one.last, one.publications) for one in timeline().gaps if one.first]
    types = {(one.kind, one.type, one.earliest.date if one.earliest else None) for one in timeline().gaps if one.type}

    assert gaps == [
        (GapKind.NOTHING_HELD, 2019, 2020, 0),
        (GapKind.NOTHING_HELD, 2023, 2023, 0),
        (GapKind.SILENT, 2024, 2024, 1),
    ]
    assert types == {
        (GapKind.TYPE_BEFORE, "written-statement", date(2021, 2, 10)),
        (GapKind.TYPE_BEFORE, "letter", date(2024, 1, 9)),
        (GapKind.TYPE_NEVER, "written-answer", None),
        (GapKind.TYPE_NEVER, "minutes", None),
    }


def test_a_gap_of_a_topic_and_of_filters_does_not_claim_more_than_it_knows(timeline: Make) -> None:
    of_topic = [one.kind for one in timeline("", topic=["kites"]).gaps if one.first == 2017]
    of_type = [one.kind for one in timeline(type=["guidance"]).gaps if one.first == 2021]

    assert of_topic == [GapKind.NOT_OF_TOPIC]
    assert of_type == [GapKind.NOTHING_FITS]


def test_a_page_shows_its_part_and_the_numbers_count_all(timeline: Make) -> None:
    first, last = timeline(limit=4), timeline(limit=4, page=2)

    assert [one.n for one in first.shown] == [1, 2, 3, 4]
    assert [one.n for one in last.shown] == [5, 6]
    assert first.counts == last.counts
    assert first.counts.total == first.total == 6


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"q": " "}, "q"),
        ({"q": "k" * 2001}, "q"),
        ({"q": "?!"}, "q"),
        ({"q": "kites", "topic": ["kite"]}, "topic"),
        ({"q": "kites", "published_from": "soon"}, "from"),
        ({"q": "kites", "published_from": "2022", "published_to": "2020"}, "from"),
        ({"q": "kites", "as_of": "2021-02-30"}, "as_of"),
        ({"q": "kites", "language": "fr"}, "language"),
        ({"q": "kites", "limit": 101}, "limit"),
    ],
)
def test_every_fault_names_its_field(timeline: Make, asked: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidQuery) as raised:
        timeline(**asked)
    assert raised.value.field == field
