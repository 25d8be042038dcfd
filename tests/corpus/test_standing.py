"""What stands is settled from records, relations and sure findings."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.finding import Finding, FindingKind
from corpus.publication import Evidence, Force, Publication, PublicationType, Relation, RelationKind, Status
from corpus.standing import settle

K = FindingKind
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
        ({"type": PublicationType.CONSULTATION}, Status.CONSULTATION),
        ({"type": PublicationType.CONSULTATION, "draft": True}, Status.CONSULTATION),
        ({}, Status.IN_FORCE),
    ],
)
def test_status_is_read_off_the_record(publication: Make, fields: dict[str, object], status: Status) -> None:
    assert settle({"p": publication("p", **fields)}, [])["p"].status is status


@pytest.mark.parametrize(("statutory", "force"), [(True, Force.STATUTORY), (False, Force.NON_STATUTORY), (None, Force.UNKNOWN)])
def test_force_of_guidance_is_what_is_stated(publication: Make, statutory: bool | None, force: Force) -> None:
    assert settle({"p": publication("p", statutory=statutory)}, [])["p"].force is force


def said(kind: FindingKind, value: str = "", confidence: float = 0.95) -> tuple[str, Finding]:
    """A finding with its document; its words stand at 4 to 9."""
    return "doc", Finding(kind=kind, value=value, quote="words", start=4, end=9, confidence=confidence, rule="rule")


WORDS = Evidence(document_id="doc", quote="words", start=4, end=9, rule="rule")


@pytest.mark.parametrize(
    ("fields", "findings", "status", "basis"),
    [
        ({}, [said(K.WITHDRAWN, "2024-06-01")], Status.WITHDRAWN, "its page says it was withdrawn on 2024-06-01"),
        ({}, [said(K.WITHDRAWN)], Status.WITHDRAWN, "its page says it was withdrawn"),
        ({"draft": True}, [said(K.WITHDRAWN)], Status.WITHDRAWN, "its page says it was withdrawn"),
        (
            {},
            [said(K.REPLACED_BY, "Otters for all")],
            Status.SUPERSEDED,
            "its text says it was replaced by 'Otters for all', which is not held",
        ),
        ({}, [said(K.REPLACED_BY)], Status.SUPERSEDED, "its text says it was replaced"),
        ({}, [said(K.DRAFT)], Status.DRAFT, "it calls itself a draft"),
        ({}, [said(K.DRAFT), said(K.WITHDRAWN)], Status.WITHDRAWN, "its page says it was withdrawn"),
        (
            {"type": PublicationType.CONSULTATION},
            [said(K.CLOSED, "2024-03-03"), said(K.DRAFT)],
            Status.CONSULTATION,
            "a consultation; the day it closes is 2024-03-03",
        ),
        (
            {"type": PublicationType.OTHER},
            [said(K.CLOSED, "2024-03-03")],
            Status.CONSULTATION,
            "a consultation; the day it closes is 2024-03-03",
        ),
        (
            {},
            [said(K.BEING_UPDATED)],
            Status.IN_FORCE,
            "nothing held supersedes or withdraws it; it says a new text is on its way",
        ),
        ({"type": PublicationType.LETTER}, [said(K.WITHDRAWN)], Status.WITHDRAWN, "its page says it was withdrawn"),
        (
            {"type": PublicationType.MINUTES},
            [said(K.DRAFT)],
            Status.IN_FORCE,
            "nothing held supersedes or withdraws it; it is a record still in draft",
        ),
    ],
)
def test_status_is_what_a_text_surely_says(
    publication: Make, fields: dict[str, object], findings: list[tuple[str, Finding]], status: Status, basis: str
) -> None:
    standing = settle({"p": publication("p", **fields)}, [], {"p": findings})["p"]

    assert (standing.status, standing.status_basis, standing.status_evidence) == (status, basis, WORDS)
    assert standing.status_confidence == 0.95


@pytest.mark.parametrize("kind", [K.WITHDRAWN, K.DRAFT, K.REPLACED_BY, K.STATUTORY, K.NON_STATUTORY, K.IN_FORCE_FROM])
def test_what_is_not_sure_changes_nothing(publication: Make, kind: FindingKind) -> None:
    texts = {"p": publication("p")}

    assert settle(texts, [], {"p": [said(kind, "2024-09-01", confidence=0.85)]}) == settle(texts, [])


@pytest.mark.parametrize(
    ("statutory", "findings", "force", "basis", "evidence"),
    [
        (None, [said(K.STATUTORY)], Force.STATUTORY, "its text says it is statutory", WORDS),
        (
            None,
            [said(K.STATUTORY, "the Otter Act 2012")],
            Force.STATUTORY,
            "its text says it is statutory, under the Otter Act 2012",
            WORDS,
        ),
        (None, [said(K.NON_STATUTORY)], Force.NON_STATUTORY, "its text says it is not statutory", WORDS),
        (
            None,
            [said(K.STATUTORY), said(K.NON_STATUTORY)],
            Force.UNKNOWN,
            "its text says both that it is statutory and that it is not",
            None,
        ),
        (True, [said(K.NON_STATUTORY)], Force.STATUTORY, "stated of the publication; its text says otherwise", WORDS),
        (False, [said(K.STATUTORY)], Force.NON_STATUTORY, "stated of the publication; its text says otherwise", WORDS),
        (True, [said(K.STATUTORY)], Force.STATUTORY, "stated of the publication", None),
    ],
)
def test_force_is_what_the_register_says_then_what_the_text_says(
    publication: Make,
    statutory: bool | None,
    findings: list[tuple[str, Finding]],
    force: Force,
    basis: str,
    evidence: Evidence | None,
) -> None:
    standing = settle({"p": publication("p", statutory=statutory)}, [], {"p": findings})["p"]

    assert (standing.force, standing.force_basis, standing.force_evidence) == (force, basis, evidence)


@pytest.mark.parametrize(
    ("fields", "findings", "days"),
    [
        ({}, [], ("2024-05-01", None)),
        ({}, [said(K.IN_FORCE_FROM, "2024-09-01")], ("2024-09-01", None)),
        ({"published": None, "issued": "2019-11"}, [], ("2019-11-01", None)),
        ({"published": None, "updated": date(2020, 2, 3)}, [], ("2020-02-03", None)),
        ({"published": None}, [], (None, None)),
        ({"draft": True}, [], (None, None)),
        ({}, [said(K.DRAFT)], (None, None)),
        ({"type": PublicationType.CONSULTATION}, [], (None, None)),
        ({}, [said(K.WITHDRAWN, "2025-01-02")], ("2024-05-01", "2025-01-02")),
        ({}, [said(K.WITHDRAWN, "2023-01-02")], ("2024-05-01", "2024-05-01")),  # nothing ends before it starts
        ({}, [said(K.WITHDRAWN)], (None, None)),  # on a day nobody knows
        ({}, [said(K.REPLACED_BY)], ("2024-05-01", None)),
        ({"type": PublicationType.LETTER}, [said(K.IN_FORCE_FROM, "2024-09-01")], ("2024-05-01", None)),
        ({"type": PublicationType.MINUTES}, [said(K.DRAFT)], ("2024-05-01", None)),  # a record is one in draft too
    ],
)
def test_the_days_a_text_stands(
    publication: Make,
    fields: dict[str, object],
    findings: list[tuple[str, Finding]],
    days: tuple[str | None, str | None],
) -> None:
    standing = settle({"p": publication("p", **fields)}, [], {"p": findings})["p"]

    assert tuple(day and day.isoformat() for day in (standing.valid_from, standing.valid_to)) == days
    assert standing.validity_basis


def test_a_text_ends_on_the_day_its_successor_says_it_begins(publication: Make) -> None:
    texts = {"old": publication("old"), "new": publication("new", published=date(2025, 3, 1))}

    settled = settle(texts, [supersedes("new", "old")], {"new": [said(K.IN_FORCE_FROM, "2025-09-01")]})

    assert settled["old"].valid_to == settled["new"].valid_from == date(2025, 9, 1)
    assert settled["old"].validity_basis == "from the day it was published; until 'new' took its place"


def test_a_superseded_draft_never_stood(publication: Make) -> None:
    texts = {"old": publication("old", draft=True), "new": publication("new", published=date(2025, 3, 1))}

    settled = settle(texts, [supersedes("new", "old")])["old"]

    assert (settled.status, settled.valid_from, settled.validity_basis) == (Status.SUPERSEDED, None, "a draft never stands")


def found(source: str, target: str, confidence: float) -> Relation:
    """A supersession found in words."""
    return Relation(
        source=source,
        kind=RelationKind.SUPERSEDES,
        target=target,
        basis=f"the text of '{source}' says so",
        confidence=confidence,
        document_id="doc",
        start=4,
        end=9,
        quote="words",
    )


@pytest.mark.parametrize(
    ("confidence", "status"), [(0.95, Status.SUPERSEDED), (0.9, Status.SUPERSEDED), (0.7, Status.IN_FORCE)]
)
def test_a_found_relation_counts_where_it_is_sure(publication: Make, confidence: float, status: Status) -> None:
    texts = {"old": publication("old"), "new": publication("new", published=date(2025, 3, 1))}

    settled = settle(texts, [found("new", "old", confidence)])["old"]

    assert settled.status is status
    if status is Status.SUPERSEDED:
        assert settled.status_basis == "superseded by new: the text of 'new' says so"
        assert settled.status_confidence == confidence
        assert settled.status_evidence == Evidence(document_id="doc", quote="words", start=4, end=9, rule="supersession")


def test_the_register_goes_before_words(publication: Make) -> None:
    texts = {"a": publication("a"), "b": publication("b", published=date(2025, 3, 1))}

    settled = settle(texts, [supersedes("b", "a"), found("b", "a", 0.95), found("a", "b", 0.95)])

    assert (settled["a"].status_basis, settled["a"].status_evidence) == ("superseded by b", None)
    assert settled["b"].status is Status.IN_FORCE


def test_words_never_supersede_an_event(publication: Make) -> None:
    texts = {"a": publication("a", type=PublicationType.LETTER), "b": publication("b", published=date(2025, 3, 1))}

    assert settle(texts, [found("b", "a", 0.95)])["a"].status is Status.IN_FORCE


def annexes(source: str, target: str) -> Relation:
    return Relation(source=source, kind=RelationKind.ANNEXES, target=target, basis="the page lists it")


def test_a_file_stands_as_its_whole_does(publication: Make) -> None:
    texts = {
        "whole": publication("whole", statutory=True),
        "file": publication("file", published=None),
        "welsh-file": publication("welsh-file", language="cy", published=None),
        "report": publication("report", type=PublicationType.REPORT),
        "new": publication("new", published=date(2025, 3, 1)),
    }
    relations = [
        annexes("file", "whole"),
        annexes("report", "whole"),
        Relation(source="welsh-file", kind=RelationKind.TRANSLATES, target="file"),
        supersedes("new", "whole"),
    ]

    settled = settle(texts, relations)

    for key in ("file", "welsh-file"):
        assert settled[key].status is Status.SUPERSEDED
        assert (settled[key].valid_from, settled[key].valid_to) == (date(2024, 5, 1), date(2025, 3, 1))
        assert settled[key].force is Force.STATUTORY
    assert settled["file"].status_basis == "stands as its whole 'whole' does: superseded by new"
    assert settled["report"].status is Status.IN_FORCE  # an event stays on the record


@pytest.mark.parametrize("fields", [{"type": PublicationType.CONSULTATION}, {"draft": True}])
def test_a_file_of_what_never_stood_never_stood(publication: Make, fields: dict[str, object]) -> None:
    texts = {"whole": publication("whole", **fields), "file": publication("file")}

    settled = settle(texts, [annexes("file", "whole")])

    assert settled["file"].status is settled["whole"].status
    assert settled["file"].valid_from is None


def test_a_file_may_be_worse_off_than_its_whole(publication: Make) -> None:
    texts = {"whole": publication("whole"), "file": publication("file")}

    settled = settle(texts, [annexes("file", "whole")], {"file": [said(K.WITHDRAWN, "2025-01-01")]})

    assert settled["file"].status is Status.WITHDRAWN
    assert settled["whole"].status is Status.IN_FORCE


def test_a_circle_of_relations_ends(publication: Make) -> None:
    texts = {"a": publication("a"), "b": publication("b", language="cy")}
    circle = [Relation(source=one, kind=RelationKind.TRANSLATES, target=other) for one, other in (("a", "b"), ("b", "a"))]

    assert {standing.status for standing in settle(texts, circle).values()} == {Status.IN_FORCE}


@given(st.data())
def test_nothing_ends_before_it_starts_and_drafts_never_stand(data: st.DataObject) -> None:
    """Whatever is held and said, in any order."""
    keys = ["a", "b", "c", "d"]
    texts = {
        key: Publication(
            id=key,
            title=key,
            publisher="P",
            type=data.draw(st.sampled_from(list(PublicationType))),
            language="en",
            published=data.draw(st.none() | st.dates()),
            draft=data.draw(st.booleans()),
        )
        for key in keys
    }
    ends = st.tuples(st.sampled_from(keys), st.sampled_from(keys), st.sampled_from(list(RelationKind)))
    relations = [
        Relation(source=one, target=other, kind=kind) for one, other, kind in data.draw(st.lists(ends)) if one != other
    ]
    days = st.dates().map(date.isoformat)
    findings = {key: [said(kind, data.draw(days)) for kind in data.draw(st.lists(st.sampled_from(list(K))))] for key in keys}

    for key, standing in settle(texts, relations, findings).items():
        assert not (standing.valid_from and standing.valid_to) or standing.valid_from <= standing.valid_to
        assert not texts[key].draft or texts[key].is_event or standing.valid_from is None
        assert standing.status is not Status.CONSULTATION or standing.valid_from is None
        assert standing.status is not Status.DRAFT or texts[key].is_event or standing.valid_from is None
    assert settle(texts, reversed(relations), findings) == settle(texts, relations, findings)
