"""What stands is settled from records and relations alone."""

from collections.abc import Callable
from datetime import date

import pytest

from corpus.publication import Force, Publication, PublicationType, Relation, RelationKind, Status
from corpus.standing import settle
from search_api.library import Library

Make = Callable[..., Publication]


def supersedes(source: str, target: str) -> Relation:
    return Relation(source=source, kind=RelationKind.SUPERSEDES, target=target)


def test_a_superseded_text_stands_until_the_day_of_its_successor(publication: Make) -> None:
    old = publication("old", published=date(2019, 11, 1))
    new = publication("new", published=date(2024, 4, 8))

    settled = settle({"old": old, "new": new}, [supersedes("new", "old")])

    assert settled["old"].status is Status.SUPERSEDED
    assert (settled["old"].valid_from, settled["old"].valid_to) == (date(2019, 11, 1), date(2024, 4, 8))
    assert settled["old"].status_basis == "superseded by new"
    assert settled["new"].status is Status.IN_FORCE
    assert settled["new"].valid_to is None


def test_of_two_successors_the_first_ends_it(publication: Make) -> None:
    texts = {
        key: publication(key, published=day)
        for key, day in {"a": date(2012, 1, 1), "b": date(2015, 4, 1), "c": date(2019, 11, 1)}.items()
    }

    settled = settle(texts, [supersedes("c", "a"), supersedes("b", "a"), supersedes("c", "b")])

    assert settled["a"].valid_to == date(2015, 4, 1)


def test_a_statement_is_an_event_and_stays_on_the_record(publication: Make) -> None:
    settled = settle({"s": publication("s", type=PublicationType.WRITTEN_STATEMENT)}, [])["s"]

    assert settled.status is Status.IN_FORCE
    assert settled.force is Force.NON_STATUTORY


def test_a_translation_stands_as_its_original_does(publication: Make) -> None:
    texts = {key: publication(key, language="cy" if key == "hen" else "en") for key in ("old", "hen", "new")}

    settled = settle(texts, [supersedes("new", "old"), Relation(source="hen", kind=RelationKind.TRANSLATES, target="old")])

    assert settled["hen"].status is Status.SUPERSEDED


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"draft": True}, Status.DRAFT),
        ({"withdrawn": True}, Status.WITHDRAWN),
        ({"type": PublicationType.CONSULTATION}, Status.CONSULTATION),
        ({"withdrawn": True, "draft": True}, Status.WITHDRAWN),
        ({}, Status.IN_FORCE),
    ],
)
def test_status_is_read_off_the_record(publication: Make, fields: dict[str, object], status: Status) -> None:
    assert settle({"p": publication("p", **fields)}, [])["p"].status is status


@pytest.mark.parametrize(("statutory", "force"), [(True, Force.STATUTORY), (False, Force.NON_STATUTORY), (None, Force.UNKNOWN)])
def test_force_of_guidance_is_what_is_stated(publication: Make, statutory: bool | None, force: Force) -> None:
    assert settle({"p": publication("p", statutory=statutory)}, [])["p"].force is force


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("guidance-si-draft-2019", Status.SUPERSEDED),
        ("guidance-si-draft-2021", Status.SUPERSEDED),
        ("guidance-si-2022", Status.SUPERSEDED),
        ("guidance-si-2022-cy", Status.SUPERSEDED),
        ("guidance-si-2025", Status.IN_FORCE),
        ("guidance-exclusion-2012", Status.SUPERSEDED),
        ("guidance-exclusion-2019", Status.SUPERSEDED),
        ("guidance-exclusion-2024", Status.IN_FORCE),
        ("guidance-uniform-2011", Status.SUPERSEDED),
        ("guidance-uniform-2023", Status.IN_FORCE),
        ("guidance-scc-2016", Status.SUPERSEDED),
        ("onm-action-plan-2017", Status.SUPERSEDED),
        ("consult-uniform-2018", Status.CONSULTATION),
        ("law-ssowa-2013", Status.IN_FORCE),
        ("ws-sipp-progress-2025-01", Status.IN_FORCE),
    ],
)
def test_the_register_s_chains_are_settled(library: Library, key: str, status: Status) -> None:
    """The 2013 Act stands: the 2025 Act replaces a part of it only."""
    held = library.catalogue.publication(key)

    assert held is not None
    assert held.standing.status is status
