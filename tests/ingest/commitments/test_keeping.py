"""Commitments in the catalogue: written with their text, read again when text, record, twin or rules change, and joined."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import corpus
from corpus.catalogue import Catalogue, open_catalogue
from corpus.commitment import Basis, Form, Kind
from corpus.commitments import KeptCommitment, Reading, keep_commitments, kept_commitments, readings, sources_of
from corpus.document import Document
from corpus.provenance import Held
from corpus.publication import Publication, PublicationType, Relation, RelationKind
from corpus.settings import ROOT, Settings
from ingest.commitments.keeping import bring_up_commitments, read_commitments
from ingest.commitments.occasion import occasion_of
from ingest.commitments.reading import commitments_of, kinds_of, rules_version
from ingest.intake import Intake
from ingest.load import load_register
from ingest.register import Entry, Record, read_commitment_line, read_register
from ingest.reparse import reparse
from search_api.importing import bring_in
from tests.conftest import SEEDS
from tests.ingest.commitments.texts import document, record

PLAN = "I will publish the kite plan by the end of June.\n\nI hope that it will be read.\n"
WELSH = "Byddaf yn cyhoeddi'r cynllun barcutiaid erbyn diwedd mis Mehefin.\n\nRwy'n gobeithio y caiff ei ddarllen.\n"
REGISTER = ROOT / "corpus" / "register.jsonl"
LINES = (
    "What it says\n\n• Kites were promised.\n\nCommitments made\n\n"
    "• Minister for Kites: Publish a plan for kites (due: end of June (2026)).\n\n"
)


def put(catalogue: Catalogue, publication: Publication, *texts: Document) -> None:
    with catalogue.writing() as write:
        write.put_publication(publication)
        for text in texts:
            write.put_document(text)
            read_commitments(write, text)


def said(catalogue: Catalogue, kinds: Sequence[Kind] = (Kind.COMMITMENT,)) -> list[tuple[str, str]]:
    return [(one.quote, one.commitment.speaker) for one in kept_commitments(catalogue, kinds=kinds)]


def test_commitments_are_written_with_their_text_and_what_is_told_apart_beside_them(catalogue: Catalogue) -> None:
    put(catalogue, record(), document(PLAN))

    assert said(catalogue) == [("I will publish the kite plan by the end of June.", "Ann Example")]
    assert said(catalogue, [Kind.ASPIRATION]) == [("I hope that it will be read.", "Ann Example")]


def test_a_text_and_its_commitments_come_together_or_not_at_all(catalogue: Catalogue) -> None:
    def write_and_be_stopped() -> None:
        with catalogue.writing() as write:
            write.put_publication(record())
            write.put_document(document(PLAN))
            read_commitments(write, document(PLAN))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_be_stopped()

    assert kept_commitments(catalogue) == []


def test_texts_stored_before_are_read_in_one_step_which_then_does_nothing(catalogue: Catalogue) -> None:
    with catalogue.writing() as write:
        write.put_publication(record())
        write.put_document(document(PLAN))

    assert bring_up_commitments(catalogue) == 1
    assert bring_up_commitments(catalogue) == 0
    assert len(said(catalogue)) == 1


def test_a_step_cut_off_goes_on_where_it_was(catalogue: Catalogue) -> None:
    other = replace(document(PLAN), id="ws-other.en.00000000", publication_id="ws-other")
    with catalogue.writing() as write:
        write.put_publication(record())
        write.put_publication(record(id="ws-other"))
        write.put_document(document(PLAN))
        write.put_document(other)
        read_commitments(write, document(PLAN))

    assert bring_up_commitments(catalogue) == 1
    assert bring_up_commitments(catalogue) == 0


def test_other_rules_read_every_text_again(catalogue: Catalogue) -> None:
    put(catalogue, record(), document(PLAN))
    with catalogue.writing() as write:
        keep_commitments(write, document(PLAN).id, [], Reading(rules="commitments/0 a", context="a"))

    assert bring_up_commitments(catalogue) == 1
    assert len(said(catalogue)) == 1


@pytest.mark.parametrize("change", [{"author": "Bob Other"}, {"published": date(2026, 8, 1)}, {"role": "Chair, Kite Group"}])
def test_a_record_that_changes_is_a_reason_to_read_again(catalogue: Catalogue, change: dict[str, object]) -> None:
    put(catalogue, record(), document(PLAN))
    before = kept_commitments(catalogue)
    put(catalogue, record(**change))
    assert bring_up_commitments(catalogue) == 1

    assert kept_commitments(catalogue) != before
    assert bring_up_commitments(catalogue) == 0


def test_the_same_words_in_another_outline_are_read_again(catalogue: Catalogue) -> None:
    text = document(PLAN)
    put(catalogue, record(), text)
    with catalogue.writing() as write:
        write.put_document(replace(text, sections=(replace(text.sections[0], heading="Kites", level=1),)))

    assert readings(catalogue) == {text.id: None}
    assert bring_up_commitments(catalogue) == 1


def test_reading_is_no_change_of_the_catalogue(catalogue: Catalogue) -> None:
    with catalogue.writing() as write:
        write.put_publication(record())
        write.put_document(document(PLAN))
    before = catalogue.revision()
    bring_up_commitments(catalogue)

    assert catalogue.revision() == before


def put_both(catalogue: Catalogue, *, english_first: bool) -> None:
    welsh = record(id="ws-kites-cy", language="cy", role="Gweinidog Barcutiaid")
    texts = [(record(), document(PLAN)), (welsh, document(WELSH, language="cy", key="ws-kites-cy"))]
    for publication, text in texts if english_first else reversed(texts):
        put(catalogue, publication, text)
    with catalogue.writing() as write:
        write.put_relations("ws-kites-cy", [Relation(source="ws-kites-cy", kind=RelationKind.TRANSLATES, target="ws-kites")])


@pytest.mark.parametrize("english_first", [True, False])
def test_a_welsh_text_takes_its_promises_from_the_english_whichever_came_first(
    catalogue: Catalogue, english_first: bool
) -> None:
    put_both(catalogue, english_first=english_first)
    bring_up_commitments(catalogue)
    welsh, english = sorted(kept_commitments(catalogue), key=lambda one: one.commitment.language)

    assert welsh.commitment.rule == "twin:first-person"
    assert welsh.commitment.twin == english.id == welsh.same_as
    assert [one.id for one in sources_of(catalogue, english.group)] == [english.id, welsh.id]


def test_a_promise_of_the_english_that_goes_is_gone_from_the_welsh(catalogue: Catalogue) -> None:
    put_both(catalogue, english_first=True)
    bring_up_commitments(catalogue)
    later = document("Kites are red.\n\nI hope that they will be read.\n")
    with catalogue.writing() as write:
        write.put_document(later, seen_at=datetime(2026, 6, 1, tzinfo=UTC))
        read_commitments(write, later)
    bring_up_commitments(catalogue)

    assert [one.current for one in kept_commitments(catalogue)] == [False]


def digest_of(text: str = LINES) -> Document:
    made = document(text)
    first, second = text.index("What it says"), text.index("Commitments made")
    sections = tuple(
        replace(made.sections[0], heading=heading, level=2, start=start, end=end)
        for heading, start, end in (("What it says", first, second), ("Commitments made", second, len(text)))
    )
    return replace(made, held=Held.DIGEST, sections=sections)


def test_a_digest_and_the_full_text_are_two_sources_of_one_commitment(catalogue: Catalogue) -> None:
    put(catalogue, record(), digest_of())
    [alone] = kept_commitments(catalogue)
    assert (alone.held, alone.quote, alone.group) == (
        Held.DIGEST,
        "Minister for Kites: Publish a plan for kites (due: end of June (2026)).",
        alone.id,
    )
    put(catalogue, record(), document(PLAN))

    full = next(one for one in kept_commitments(catalogue) if one.held is Held.FULL)
    assert [(one.id, one.held) for one in sources_of(catalogue, full.id)] == [(full.id, Held.FULL), (alone.id, Held.DIGEST)]
    assert full.current
    assert not sources_of(catalogue, full.id)[1].current


def test_a_digest_on_another_matter_stays_alone(catalogue: Catalogue) -> None:
    put(catalogue, record(), digest_of(LINES.replace("Publish a plan for kites", "Build a bridge to Anglesey")), document(PLAN))
    assert {one.same_as for one in kept_commitments(catalogue)} == {""}


def test_a_digest_with_another_date_is_another_promise(catalogue: Catalogue) -> None:
    put(catalogue, record(), digest_of(LINES.replace("end of June (2026)", "in March 2028")), document(PLAN))
    assert {one.same_as for one in kept_commitments(catalogue)} == {""}


def test_the_same_words_in_an_earlier_version_are_one_commitment(catalogue: Catalogue) -> None:
    earlier, later = document(PLAN), document(PLAN + "\nThis was added.\n")
    put(catalogue, record(), earlier)
    with catalogue.writing() as write:
        write.put_document(later, seen_at=datetime(2026, 6, 1, tzinfo=UTC))
        read_commitments(write, later)

    by_current = {one.current: one for one in kept_commitments(catalogue)}
    assert by_current[False].same_as == by_current[True].id


def the_register(catalogue: Catalogue) -> tuple[list[Entry], list[KeptCommitment]]:
    entries = read_register(REGISTER)
    load_register(catalogue, entries)
    return entries, kept_commitments(catalogue)


def test_the_registers_commitments_are_loaded_as_digests_at_their_lines(catalogue: Catalogue) -> None:
    entries, kept = the_register(catalogue)
    lines = REGISTER.read_text(encoding="utf-8").splitlines()
    promised = [(record.id, one) for record in map(Record.model_validate_json, lines) for one in record.commitments]

    assert len(kept) == len(promised) == 66
    assert {(one.held, one.commitment.form, one.commitment.rule) for one in kept} == {(Held.DIGEST, Form.DIGEST, "register")}
    told = {(one.publication_id, one.commitment.organisation, one.commitment.action) for one in kept}
    assert told == {(key, one.who, one.what) for key, one in promised}
    assert all(read_commitment_line(one.quote) for one in kept)
    assert {one.id for entry in entries if (one := entry.publication)} >= {one.publication_id for one in kept}


def test_the_registers_own_days_are_the_last_days_of_its_promises(catalogue: Catalogue) -> None:
    entries, kept = the_register(catalogue)
    days = {entry.publication.id: entry.due_days for entry in entries}
    place: dict[str, int] = {}
    differ = []
    for one in kept:
        n = place[one.publication_id] = place.get(one.publication_id, -1) + 1
        wanted, due = days[one.publication_id][n], one.commitment.due
        got = due.last if due else None
        if got != wanted and not (due and due.first and wanted and due.first <= wanted <= got):  # type: ignore[operator]
            differ.append((one.publication_id, wanted, got))

    # "Autumn 2024" and "the winter" end where the seasons do; the register ends them with the school term and on 1 March.
    assert differ == [
        ("npqh-consortium-2324", date(2024, 12, 20), date(2024, 11, 30)),
        ("ws-aln-2024-10", date(2025, 3, 1), date(2025, 2, 28)),
    ]


def test_the_registers_days_stay_when_a_digest_is_read_again_without_them(catalogue: Catalogue) -> None:
    _, before = the_register(catalogue)
    with catalogue.writing() as write:
        rows = write.connection.exec_driver_sql("update commitment_reading set rules = 'commitments/0 a'")
    assert rows.rowcount == 214

    assert bring_up_commitments(catalogue) == 214
    assert kept_commitments(catalogue) == before
    load_register(catalogue, read_register(REGISTER))
    assert kept_commitments(catalogue) == before


def test_a_ministers_digest_is_the_speakers_and_others_are_named(catalogue: Catalogue) -> None:
    _, kept = the_register(catalogue)
    by_who = {one.commitment.organisation: one.commitment for one in kept}

    assert by_who["Cabinet Secretary for Education"].basis is Basis.SPEAKER
    assert by_who["Estyn"].basis is Basis.SUBJECT


def test_an_imported_file_and_one_read_again_have_their_commitments(intake: Intake, tmp_path: Path) -> None:
    path = tmp_path / "kites.md"
    path.write_text(
        f"# Written Statement: Kites\n\nAnn Example MS, Minister for Kites\n\n17 May 2026\n\n{PLAN}", encoding="utf-8"
    )
    brought = bring_in(
        intake.catalogue, [path], data_dir=tmp_path / "data", register=REGISTER, publication_id=None, prune=False,
        now=intake.now,
    )  # fmt: skip

    assert not brought.failed
    assert said(intake.catalogue) == [("I will publish the kite plan by the end of June.", "Ann Example")]
    [kept] = kept_commitments(intake.catalogue)
    assert (kept.commitment.made_on, kept.commitment.office) == (date(2026, 5, 17), "Minister for Kites")
    reparse(intake)
    assert kept_commitments(intake.catalogue) == [kept]
    assert bring_up_commitments(intake.catalogue) == 0


@pytest.fixture
def of_the_third_schema(settings: Settings) -> Path:
    """A catalogue as it was before there were commitments."""
    settings.data_dir.mkdir(parents=True)
    path = settings.data_dir / "catalogue.sqlite"
    config = Config()
    config.set_main_option("script_location", str(Path(corpus.__file__).parent / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    engine.dispose()
    with sqlite3.connect(path) as database:
        database.executescript(
            """
            insert into publication (id, title, publisher, type, language, also_at, author, role, published, draft, topics,
              origin,
              status, status_basis, force, force_basis, meetings, validity_basis, status_confidence, force_confidence) values
              ('kites', 'Kites', 'Welsh Government', 'written-statement', 'en', '[]', 'Ann Example', 'Minister for Kites',
               '2026-05-17', 0, '[]', 'import', 'in_force', '', 'unknown', '', '[]', '', 1, 1);
            insert into document (id, publication_id, language, held, text, sections, pages, origin, media_type, sha256,
              retrieved_at, parser, licence, findings, flags, current, misread, first_seen, last_seen, since) values
              ('kites.en.1', 'kites', 'en', 'full', 'I will publish the kite plan.',
               '[{"heading": "", "level": 0, "start": 0, "end": 29, "front": false}]', '[]', 'a', 'text/plain', 'a',
               '2026-01-01T00:00:00+00:00', 't', '', '[]', '[]', 1, 0, '2026-01-01T00:00:00+00:00',
               '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00');
            update counter set value = 3;
            """
        )
    database.close()
    return path


@pytest.mark.usefixtures("of_the_third_schema")
def test_a_catalogue_of_an_earlier_version_gets_its_commitments_when_they_are_asked_for(settings: Settings) -> None:
    catalogue = open_catalogue(settings.catalogue_url)

    assert readings(catalogue) == {"kites.en.1": None}
    assert bring_up_commitments(catalogue) == 1
    assert said(catalogue) == [("I will publish the kite plan.", "Ann Example")]
    catalogue.close()


def test_the_rules_say_by_what_they_read() -> None:
    assert rules_version().startswith("commitments/")


SEEDED = {
    "ws-sipp-progress-2025-01": ("000_5ef4e7c87947d363.txt", 5, 3),
    "ws-support-leaders-2022-05": ("003_a29fa03dbf9e284d.txt", 9, 5),
}
"""Each seed with its file, how many promises a person finds in it (methods, appendix A) and how many digest lines join."""


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed texts are not here")
@pytest.mark.parametrize("key", SEEDED)
def test_a_seed_has_the_promises_a_person_finds_joined_with_the_registers(intake: Intake, key: str) -> None:
    name, promises, joined = SEEDED[key]
    the_register(intake.catalogue)
    bring_in(
        intake.catalogue, [SEEDS / name], data_dir=intake.captures.folder.parent, register=REGISTER, publication_id=key,
        prune=False, now=intake.now,
    )  # fmt: skip
    kept = kept_commitments(intake.catalogue, publications=[key])
    full = [one for one in kept if one.held is Held.FULL]

    assert len(full) == promises
    assert {one.same_as for one in kept if one.held is Held.DIGEST} <= {"", *(one.id for one in full)}
    assert sum(bool(one.same_as) for one in kept) == joined
    assert {one.commitment.office for one in full} == {one.commitment.office for one in kept}


def test_the_kinds_of_a_text_count_every_sentence_once() -> None:
    text = document(PLAN)
    occasion = occasion_of(record(type=PublicationType.ORAL_STATEMENT), text)
    spans = [span for span, _, _ in kinds_of(text, occasion)]
    assert len(spans) == len(set(spans)) == 2
    assert len(commitments_of(text, occasion)) == 2
