"""Duties in the catalogue: written with their text, read again when text, outline or rules change, and after an upgrade."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import corpus
from corpus.catalogue import Catalogue, open_catalogue
from corpus.document import Document, Section, make_document
from corpus.duties import keep_duties, kept_duties, unread_documents
from corpus.duty import Duty, Level
from corpus.passage import Span
from corpus.provenance import Held, Provenance
from corpus.publication import Publication, PublicationType
from corpus.settings import ROOT, Settings
from ingest.duties import duties_of, rules_version
from ingest.duty_reading import bring_up_duties, read_duties
from ingest.intake import Intake
from ingest.load import load_register
from ingest.register import read_register
from ingest.reparse import reparse
from search_api.importing import bring_in
from tests.past import guidance

KITES = "Governing bodies must meet by 1 May 2026.\n\nSchools should:\n\n- fly kites;\n- wind them in.\n"


def text_of(publication: Publication, text: str, *, sections: tuple[Section, ...] = ()) -> Document:
    return make_document(
        publication_id=publication.id,
        language=publication.language,
        held=Held.FULL,
        text=text,
        sections=sections or (Section(heading="", level=0, start=0, end=len(text)),),
        provenance=Provenance(
            origin="test",
            media_type="text/plain",
            sha256="0" * 64,
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="test/1",
            licence="our own",
        ),
    )


@pytest.fixture
def publication() -> Publication:
    return guidance("guidance-kites", "Kites")


def put(catalogue: Catalogue, publication: Publication, *texts: Document) -> None:
    with catalogue.writing() as write:
        write.put_publication(publication)
        for text in texts:
            write.put_document(text)


def said(catalogue: Catalogue) -> list[tuple[str, str | None, str, str]]:
    return [(one.duty.level.value, one.duty.actor, one.quote, one.introduction) for one in kept_duties(catalogue)]


OF_KITES = [
    ("must", "governing-body", "Governing bodies must meet by 1 May 2026.", ""),
    ("should", "school", "fly kites;", "Schools should:"),
    ("should", "school", "wind them in.", "Schools should:"),
]


def test_what_is_kept_is_read_back_with_the_words_of_its_spans(catalogue: Catalogue, publication: Publication) -> None:
    text = text_of(publication, KITES)
    duty = Duty(
        span=Span(0, 41),
        level=Level.MUST,
        modal="must",
        negative=True,
        actor="governing-body",
        actor_words="Governing bodies",
        action="meet",
        header=Span(43, 58),
        condition="if asked",
        deadline="by 1 May 2026",
        laws=("section 1 of the Test Kites Act 1901",),
        key=Span(0, 5),
        rule="by-hand",
    )
    put(catalogue, publication, text)
    with catalogue.writing() as write:
        keep_duties(write, text.id, [duty], rules="test/1")

    [kept] = kept_duties(catalogue)
    assert kept.duty == duty
    assert (kept.quote, kept.introduction) == (KITES[0:41], KITES[43:58])
    assert kept.id == f"{text.id}:0-41:1"
    assert kept_duties(catalogue, actors=["school"]) == kept_duties(catalogue, levels=[Level.MAY]) == []


def test_duties_are_written_with_their_text(catalogue: Catalogue, publication: Publication) -> None:
    text = text_of(publication, KITES)
    with catalogue.writing() as write:
        write.put_publication(publication)
        write.put_document(text)
        read_duties(write, text)

    assert said(catalogue) == OF_KITES
    assert unread_documents(catalogue, rules=rules_version()) == []


def test_a_text_and_its_duties_come_together_or_not_at_all(catalogue: Catalogue, publication: Publication) -> None:
    text = text_of(publication, KITES)

    def write_and_be_stopped() -> None:
        with catalogue.writing() as write:
            write.put_publication(publication)
            write.put_document(text)
            read_duties(write, text)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_be_stopped()

    assert kept_duties(catalogue) == []
    assert catalogue.document(text.id) is None


def test_texts_stored_before_are_read_in_one_step(catalogue: Catalogue, publication: Publication) -> None:
    put(catalogue, publication, text_of(publication, KITES), text_of(publication, "Schools may fly kites."))

    assert bring_up_duties(catalogue) == 2
    assert bring_up_duties(catalogue) == 0
    assert len(said(catalogue)) == 4


def test_a_step_cut_off_goes_on_where_it_was(catalogue: Catalogue, publication: Publication) -> None:
    texts = [text_of(publication, KITES), text_of(publication, "Schools may fly kites.")]
    put(catalogue, publication, *texts)
    with catalogue.writing() as write:
        keep_duties(write, texts[0].id, duties_of(texts[0]), rules=rules_version())

    assert unread_documents(catalogue, rules=rules_version()) == [texts[1].id]
    assert bring_up_duties(catalogue) == 1


def test_other_rules_read_every_text_again(catalogue: Catalogue, publication: Publication) -> None:
    text = text_of(publication, KITES)
    put(catalogue, publication, text)
    with catalogue.writing() as write:
        keep_duties(write, text.id, [], rules="duties/0")

    assert bring_up_duties(catalogue) == 1
    assert said(catalogue) == OF_KITES


def test_a_change_of_duties_is_no_change_of_the_catalogue(catalogue: Catalogue, publication: Publication) -> None:
    put(catalogue, publication, text_of(publication, KITES))
    before = catalogue.revision()

    bring_up_duties(catalogue)

    assert catalogue.revision() == before


def test_another_outline_of_the_same_words_is_read_again(catalogue: Catalogue, publication: Publication) -> None:
    words = "Governing bodies\n\nThe boats must be counted."
    text = text_of(publication, words)
    put(catalogue, publication, text)
    bring_up_duties(catalogue)
    headed = (
        Section(heading="Boats", level=1, start=0, end=0),
        Section(heading="Governing bodies", level=2, start=0, end=len(words)),
    )
    put(catalogue, publication, replace(text, sections=headed))

    assert unread_documents(catalogue, rules=rules_version()) == [text.id]
    bring_up_duties(catalogue)
    assert [one.duty.actor for one in kept_duties(catalogue)] == ["governing-body"]


def test_duties_go_with_their_publication(catalogue: Catalogue, publication: Publication) -> None:
    put(catalogue, publication, text_of(publication, KITES))
    bring_up_duties(catalogue)

    with catalogue.writing() as write:
        write.remove_publication(publication.id)

    assert kept_duties(catalogue) == []


def test_a_register_is_loaded_with_its_duties(catalogue: Catalogue) -> None:
    load_register(catalogue, read_register(ROOT / "corpus" / "register.jsonl"))

    assert unread_documents(catalogue, rules=rules_version()) == []
    assert any(one.duty.actor == "governing-body" for one in kept_duties(catalogue))


def test_an_imported_file_and_one_read_again_have_their_duties(intake: Intake, tmp_path: Path) -> None:
    path = tmp_path / "kites.md"
    path.write_text(f"# Kites: guidance\n\n{KITES}", encoding="utf-8")
    brought = bring_in(
        intake.catalogue,
        [path],
        data_dir=tmp_path / "data",
        register=ROOT / "corpus" / "register.jsonl",
        publication_id=None,
        prune=False,
        now=intake.now,
    )

    assert not brought.failed
    assert said(intake.catalogue) == OF_KITES
    reparse(intake)
    assert unread_documents(intake.catalogue, rules=rules_version()) == []
    assert said(intake.catalogue) == OF_KITES


@pytest.fixture
def of_the_second_schema(settings: Settings) -> Path:
    """A catalogue as it was before there were duties."""
    settings.data_dir.mkdir(parents=True)
    path = settings.data_dir / "catalogue.sqlite"
    config = Config()
    config.set_main_option("script_location", str(Path(corpus.__file__).parent / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    engine.dispose()
    with sqlite3.connect(path) as database:
        database.executescript(
            """
            insert into publication (id, title, publisher, type, language, also_at, draft, topics, origin, status, status_basis,
              force, force_basis, meetings, validity_basis, status_confidence, force_confidence) values
              ('kites', 'Kites', 'Welsh Government', 'guidance', 'en', '[]', 0, '[]', 'import', 'in_force', '', 'unknown', '',
               '[]', '', 1, 1);
            insert into document (id, publication_id, language, held, text, sections, pages, origin, media_type, sha256,
              retrieved_at, parser, licence, findings, flags, current, misread, first_seen, last_seen, since) values
              ('kites.en.1', 'kites', 'en', 'full', 'Schools must fly kites.',
               '[{"heading": "", "level": 0, "start": 0, "end": 23, "front": false}]', '[]', 'a', 'text/plain', 'a',
               '2026-01-01T00:00:00+00:00', 't', '', '[]', '[]', 1, 0, '2026-01-01T00:00:00+00:00',
               '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00');
            update counter set value = 3;
            """
        )
    database.close()
    return path


@pytest.mark.usefixtures("of_the_second_schema")
def test_a_catalogue_of_an_earlier_version_gets_its_duties_at_the_next_ingest(settings: Settings) -> None:
    catalogue = open_catalogue(settings.catalogue_url)
    assert unread_documents(catalogue, rules=rules_version()) == ["kites.en.1"]

    bring_in(
        catalogue,
        [],
        data_dir=settings.data_dir,
        register=ROOT / "corpus" / "register.jsonl",
        publication_id=None,
        prune=False,
        now=lambda: datetime(2026, 5, 1, tzinfo=UTC),
    )

    assert unread_documents(catalogue, rules=rules_version()) == []
    assert ("must", "school", "Schools must fly kites.", "") in said(catalogue)
    assert catalogue.publication("kites") is not None
    catalogue.close()


def test_an_event_has_duties_too(catalogue: Catalogue) -> None:
    letter = guidance("letter-kites", "Letter", type=PublicationType.LETTER)
    put(catalogue, letter, text_of(letter, "Schools should fly kites."))
    bring_up_duties(catalogue)

    assert said(catalogue) == [("should", "school", "Schools should fly kites.", "")]
