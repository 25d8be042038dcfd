"""The register's chains as they are settled: when each text stood, and which of a chain stood on a given day."""

from datetime import date
from functools import cache

import pytest

from corpus.finding import Finding, FindingKind
from corpus.publication import Publication, Relation, RelationKind, Standing, Status
from corpus.settings import ROOT
from corpus.standing import settle
from ingest.register import read_register

SCHOOL_IMPROVEMENT = ("guidance-si-draft-2019", "guidance-si-draft-2021", "guidance-si-2022", "guidance-si-2025")
EXCLUSION = ("guidance-exclusion-2012", "guidance-exclusion-2015", "guidance-exclusion-2019", "guidance-exclusion-2024")
UNIFORM = ("consult-uniform-2018", "guidance-uniform-2011", "guidance-uniform-2023")
CAUSING_CONCERN = ("guidance-scc-2016", "guidance-scc-2017")
NATIONAL_MISSION = ("onm-action-plan-2017", "onm-update-2020", "onm-roadmap-2023")
INSPECTION = ("estyn-inspection-explained-old", "estyn-inspection-parents")


@cache
def register() -> tuple[dict[str, Publication], tuple[Relation, ...]]:
    entries = read_register(ROOT / "corpus" / "register.jsonl")
    return (
        {entry.publication.id: entry.publication for entry in entries},
        tuple(relation for entry in entries for relation in entry.relations),
    )


@cache
def settled() -> dict[str, Standing]:
    return settle(*register())


def stood(standing: Standing, day: date) -> bool:
    return bool(standing.valid_from and standing.valid_from <= day and not (standing.valid_to and standing.valid_to <= day))


@pytest.mark.parametrize(
    ("key", "status", "valid_from", "valid_to"),
    [
        ("guidance-si-draft-2019", Status.SUPERSEDED, None, None),
        ("guidance-si-draft-2021", Status.SUPERSEDED, None, None),
        ("guidance-si-2022", Status.SUPERSEDED, "2022-06-27", "2025-10-01"),
        ("guidance-si-2022-cy", Status.SUPERSEDED, "2022-06-27", "2025-10-01"),
        ("guidance-si-2025", Status.IN_FORCE, "2025-10-01", None),
        ("guidance-exclusion-2012", Status.SUPERSEDED, "2012-01-01", "2015-04-01"),
        ("guidance-exclusion-2015", Status.SUPERSEDED, "2015-04-01", "2019-11-01"),
        ("guidance-exclusion-2019", Status.SUPERSEDED, "2019-11-01", "2024-04-01"),
        ("guidance-exclusion-2024", Status.IN_FORCE, "2024-04-01", None),
        ("guidance-uniform-2011", Status.SUPERSEDED, "2011-07-01", "2023-05-02"),
        ("guidance-uniform-2023", Status.IN_FORCE, "2023-05-02", None),
        ("consult-uniform-2018", Status.CONSULTATION, None, None),
        ("guidance-scc-2016", Status.SUPERSEDED, "2016-01-01", "2017-09-01"),
        ("guidance-scc-2017", Status.IN_FORCE, "2017-09-01", None),
        ("onm-action-plan-2017", Status.SUPERSEDED, "2017-09-26", "2020-10-01"),
        ("onm-update-2020", Status.SUPERSEDED, "2020-10-01", "2023-03-21"),
        ("onm-roadmap-2023", Status.IN_FORCE, "2023-03-21", None),
        ("estyn-inspection-explained-old", Status.SUPERSEDED, "2024-02-05", None),  # by a text of no known day
        ("estyn-explained-old-cy", Status.SUPERSEDED, None, None),
        ("estyn-inspection-parents", Status.IN_FORCE, None, None),
        ("code-aln-2021", Status.IN_FORCE, "2021-01-01", None),
        ("law-ssowa-2013", Status.IN_FORCE, "2013-03-04", None),
    ],
)
def test_when_a_text_of_a_chain_stands(key: str, status: Status, valid_from: str | None, valid_to: str | None) -> None:
    standing = settled()[key]

    assert standing.status is status
    assert (standing.valid_from, standing.valid_to) == (
        date.fromisoformat(valid_from) if valid_from else None,
        date.fromisoformat(valid_to) if valid_to else None,
    )


@pytest.mark.parametrize(
    ("chain", "day", "standing"),
    [
        (SCHOOL_IMPROVEMENT, "2019-06-01", None),  # only a draft was out
        (SCHOOL_IMPROVEMENT, "2021-06-01", None),
        (SCHOOL_IMPROVEMENT, "2022-06-26", None),
        (SCHOOL_IMPROVEMENT, "2022-06-27", "guidance-si-2022"),
        (SCHOOL_IMPROVEMENT, "2023-05-01", "guidance-si-2022"),
        (SCHOOL_IMPROVEMENT, "2025-09-30", "guidance-si-2022"),
        (SCHOOL_IMPROVEMENT, "2025-10-01", "guidance-si-2025"),
        (EXCLUSION, "2011-12-31", None),
        (EXCLUSION, "2014-09-01", "guidance-exclusion-2012"),
        (EXCLUSION, "2015-04-01", "guidance-exclusion-2015"),
        (EXCLUSION, "2019-10-31", "guidance-exclusion-2015"),
        (EXCLUSION, "2020-01-01", "guidance-exclusion-2019"),
        (EXCLUSION, "2026-01-01", "guidance-exclusion-2024"),
        (UNIFORM, "2018-12-01", "guidance-uniform-2011"),  # while its successor was consulted on
        (UNIFORM, "2023-05-01", "guidance-uniform-2011"),
        (UNIFORM, "2023-05-02", "guidance-uniform-2023"),
        (CAUSING_CONCERN, "2017-08-31", "guidance-scc-2016"),
        (CAUSING_CONCERN, "2017-09-01", "guidance-scc-2017"),
        (NATIONAL_MISSION, "2018-01-01", "onm-action-plan-2017"),
        (NATIONAL_MISSION, "2021-01-01", "onm-update-2020"),
        (NATIONAL_MISSION, "2024-05-14", "onm-roadmap-2023"),
        (INSPECTION, "2024-02-04", None),
        (INSPECTION, "2024-06-01", "estyn-inspection-explained-old"),  # its successor has no day; the status says the rest
    ],
)
def test_which_text_of_a_chain_stood_on_a_day(chain: tuple[str, ...], day: str, standing: str | None) -> None:
    found = [key for key in chain if stood(settled()[key], date.fromisoformat(day))]

    assert found == ([standing] if standing else [])


@pytest.mark.parametrize(
    "chain",
    [
        (
            "ws-governance-2012",
            "ws-governance-2014",
            "ws-governance-consultation-2016",
            "ws-governance-2019",
            "ws-governance-2025-10",
        ),
        ("ws-npqh-pilot-2012", "npqh-review-2023", "npqh-review-2023-cy"),
        ("os-attendance-2022-05", "ws-pupil-absence-2023-09", "stats-absence-primary-2024"),
        (
            "ws-aln-bill-2016",
            "oq-aln-code-2017",
            "ws-aln-code-consultation-2019",
            "os-aln-code-2021",
            "debate-aln-petition-2024-05",
        ),
        ("estyn-annual-2022", "estyn-annual-2023", "estyn-annual-2024"),
        ("ncg-letter-2024-12", "ncg-letter-2025-04", "ncg-letter-2025-11"),
    ],
)
def test_a_chain_of_events_supersedes_nothing(chain: tuple[str, ...]) -> None:
    """Each says what was so on its day, and stays on the record from then on."""
    for key in chain:
        standing, publication = settled()[key], register()[0][key]
        assert standing.status is Status.IN_FORCE
        assert (standing.valid_from, standing.valid_to) == (publication.date, None)


def test_every_supersession_of_the_register_is_settled() -> None:
    superseded = {relation.target for relation in register()[1] if relation.kind is RelationKind.SUPERSEDES}

    assert len(superseded) == 12
    assert {key for key in superseded if settled()[key].status is not Status.SUPERSEDED} == set()


def test_no_two_texts_of_a_chain_stand_on_one_day() -> None:
    standings = settled()
    overlapping = [
        relation
        for relation in register()[1]
        if relation.kind is RelationKind.SUPERSEDES
        and (start := standings[relation.source].valid_from)
        and stood(standings[relation.target], start)
    ]

    assert overlapping == []


def test_the_day_a_text_names_moves_the_chain() -> None:
    """The 2024 guidance, dated by its month alone, says from when it applies."""
    publications, relations = register()
    said = Finding(kind=FindingKind.IN_FORCE_FROM, value="2024-04-08", quote="from 8 April 2024", confidence=0.95, rule="r")

    standings = settle(publications, relations, {"guidance-exclusion-2024": [("d", said)]})

    assert standings["guidance-exclusion-2024"].valid_from == date(2024, 4, 8)
    assert standings["guidance-exclusion-2019"].valid_to == date(2024, 4, 8)
