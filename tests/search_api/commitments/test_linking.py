"""What later texts are suggested to say of promises: exact, dated later, told again the same, and not disturbed by a death."""

from datetime import date

import pytest

from corpus.evidence import Bearing
from corpus.evidence_kept import evidence_of
from index.embed import SentenceEmbedder
from search_api.commitments.asked import CommitmentQuery
from search_api.commitments.cues import cues_in
from search_api.commitments.linking import MOST, Linker, rules_of
from search_api.commitments.register import Promised, Register, find_commitments
from search_api.library import Library


def told(library: Library, words: str, *, as_of: date | None = None) -> Promised:
    [one] = find_commitments(library.catalogue, CommitmentQuery(words=words, as_of=as_of)).shown
    return one


def test_each_piece_of_evidence_is_exact_and_later(kites: Library) -> None:
    for one in Register(kites.catalogue).tell(Register(kites.catalogue).all()):
        assert len(one.weighed) <= 2 * MOST
        for weighed in one.weighed:
            document = kites.catalogue.document(weighed.evidence.document_id)
            assert document is not None
            assert document.publication_id != "statement-kites"
            assert document.text[slice(*weighed.evidence.span)].strip()
            assert weighed.evidence.day is not None
            assert weighed.evidence.day > date(2024, 1, 15)


def test_a_thing_published_after_its_day_is_suggested_as_delivered_late_with_both_dates(kites: Library) -> None:
    code = told(kites, "safety code")

    assert code.came == "delivered_late"
    assert not code.overdue
    assert not code.is_confirmed
    assert code.decided is not None
    assert code.decided.evidence.effective == date(2024, 9, 12)


def test_a_group_that_is_active_is_suggested_as_delivered_and_later_meetings_do_not_undo_it(kites: Library) -> None:
    assert told(kites, "advisory group").came == "delivered"


def test_a_promise_on_which_nothing_bears_says_what_was_searched_and_up_to_when(kites: Library) -> None:
    fees = told(kites, "fees")

    assert fees.came == "no_evidence_found"
    assert (fees.searched.publications, fees.searched.last) == (2, date(2025, 2, 1))


def test_a_past_day_knows_nothing_said_after_it(kites: Library) -> None:
    before = told(kites, "safety code", as_of=date(2024, 8, 1))

    assert (before.came, before.evidence, before.overdue) == ("no_evidence_found", (), True)
    assert told(kites, "safety code", as_of=date(2024, 6, 30)).overdue is False
    assert not find_commitments(kites.catalogue, CommitmentQuery(as_of=date(2023, 1, 1))).shown


def test_looking_again_changes_nothing_and_looking_after_a_death_goes_on(kites: Library) -> None:
    before = evidence_of(kites.catalogue)
    assert Linker(kites).bring_up() == 0
    with kites.catalogue.writing() as write:
        write.connection.exec_driver_sql("delete from evidence_reading where commitment_id like '%fees%' or 1")
    stopped = iter([False, True, True, True])
    assert Linker(kites).bring_up(stop=lambda: next(stopped)) == 1
    assert Linker(kites).bring_up() == len(Register(kites.catalogue).all()) - 1
    assert evidence_of(kites.catalogue) == before


def test_evidence_found_by_an_index_of_other_rules_is_looked_for_anew(kites: Library) -> None:
    before, every = evidence_of(kites.catalogue), len(Register(kites.catalogue).all())
    with kites.catalogue.writing() as write:
        write.connection.exec_driver_sql("update evidence_reading set key = 'evidence/5 of another gloss:' || key")

    assert Linker(kites).bring_up() == every
    assert Linker(kites).bring_up() == 0
    assert evidence_of(kites.catalogue) == before


def test_the_rules_of_evidence_tell_one_index_from_another() -> None:
    english, both = (SentenceEmbedder(languages=frozenset(languages)) for languages in (["en"], ["en", "cy"]))

    assert rules_of(english) == rules_of(english)
    assert rules_of(english) != rules_of(both)


@pytest.mark.parametrize(
    ("words", "language", "first"),
    [
        ("The code was published in June.", "en", Bearing.DELIVERED),
        ("The group is now active.", "en", Bearing.DELIVERED),
        ("The code will no longer be published.", "en", Bearing.DROPPED),
        ("Publication has been delayed until spring.", "en", Bearing.REVISED),
        ("Regulations on a lead governor will not be taken forward.", "en", Bearing.DROPPED),
        ("The plan is now expected in the autumn.", "en", Bearing.REVISED),
        ("Officials hold to September for the opening.", "en", Bearing.REAFFIRMED),
        ("Good progress was made.", "en", Bearing.PROGRESS),
        ("The code will be published in June.", "en", Bearing.REAFFIRMED),
        ("Cyhoeddwyd y cod ym mis Mehefin.", "cy", Bearing.DELIVERED),
        ("Gohiriwyd y cod.", "cy", Bearing.REVISED),
        ("Ni fydd gwaith ar brisiau pyllau yn mynd yn ei flaen.", "cy", Bearing.DROPPED),
        ("Talwyd y rhandaliad cyntaf i'r siroedd.", "cy", Bearing.DELIVERED),
        ("Mae cynnydd da.", "cy", Bearing.PROGRESS),
        ("Kites are red.", "en", None),
        ("Les cerfs-volants.", "fr", None),
    ],
)
def test_cues_are_read_in_both_languages(words: str, language: str, first: Bearing | None) -> None:
    cues = cues_in(words, language)

    assert (cues[0].bearing if cues else None) is first
