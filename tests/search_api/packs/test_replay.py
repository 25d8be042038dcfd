"""Replay: the same bytes while nothing changes, and each change by its name; strangers' files are refused with a sentence."""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from docx import Document as WordDocument
from hypothesis import HealthCheck, given, settings, strategies

from corpus.errors import ReadError
from corpus.publication import Publication, PublicationType
from index.sync import sync
from search_api.library import Library
from search_api.packs.differences import Changed
from search_api.packs.export import Export, export_of
from search_api.packs.exporting import export
from search_api.packs.formats import FORMATS
from search_api.packs.manifest import ManifestShape
from search_api.packs.read_back import read_manifest
from search_api.packs.replay import Replayed, Verdict, replay
from search_api.packs.replay_lines import replay_lines, replay_shape
from tests.search_api.conftest import document

MakeLibrary = Callable[..., Library]
GUIDANCE = Publication(
    id="guidance-otters",
    title="Otters at school: guidance",
    publisher="Welsh Government",
    type=PublicationType.GUIDANCE,
    language="en",
    url="https://gov.wales/otters",
)
NEWTS = replace(GUIDANCE, id="guidance-newts", title="Newts at school: guidance", url="https://gov.wales/newts")
VOLES = replace(GUIDANCE, id="guidance-voles", title="Voles at school: guidance", url="https://gov.wales/voles")
SLEEP = "Every otter at a school must sleep for nine hours. Governing bodies must count the otters each autumn.\n"
SWIM = "Newts at a school should swim in the pond each morning. Headteachers should watch the newts.\n"
DIG = "Voles at a school may dig in the garden. Schools should keep the voles out of the hall.\n"
REQUESTS = [
    ("answer", (("q", "How long must otters sleep?"),)),
    ("search", (("q", "otters"),)),
    ("duties", (("actor", "governing-body"),)),
]


@pytest.fixture
def zoo(make_library: MakeLibrary) -> Library:
    """A library of two texts that this test may change."""
    return make_library([(GUIDANCE, document(GUIDANCE, SLEEP)), (NEWTS, document(NEWTS, SWIM))])


def put(library: Library, *held: tuple[Publication, str]) -> None:
    """Hold these texts, seen later than those before, and bring the index up to them."""
    with library.catalogue.writing() as write:
        for one, text in held:
            made = document(one, text)
            later = replace(made.provenance, retrieved_at=datetime(2026, 6, 1, tzinfo=UTC))
            write.put_publication(one)
            write.put_document(replace(made, provenance=later))
    sync(library.index, library.catalogue)


def made(library: Library, of: str, parameters: Sequence[tuple[str, str]], form: str) -> bytes:
    return export(library, Export(of=of, form=form, parameters=tuple(parameters), asked_on="2026-05-07")).content


def again(library: Library, given_: bytes) -> Replayed:
    def remake(manifest: ManifestShape, form: str) -> bytes:
        return export(library, export_of(manifest, form)).content

    return replay(given_, name="pack", export=remake, catalogue=library.catalogue)


def told(done: Replayed) -> set[tuple[Changed, str]]:
    return {(one.what, one.name) for one in done.changes}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("of", "parameters"), REQUESTS, ids=str)
def test_while_nothing_changes_it_gives_the_same_bytes(
    zoo: Library, of: str, parameters: tuple[tuple[str, str], ...], form: str
) -> None:
    given_ = made(zoo, of, parameters, form)
    done = again(zoo, given_)

    assert done.made == given_
    assert (done.verdict, done.form, done.changes) == (Verdict.SAME, form, ())


@pytest.mark.parametrize("form", ["docx", "csv", "manifest"])
@pytest.mark.parametrize(("of", "parameters"), REQUESTS, ids=str)
def test_a_text_that_changed_is_named(zoo: Library, of: str, parameters: tuple[tuple[str, str], ...], form: str) -> None:
    given_ = made(zoo, of, parameters, form)
    before = zoo.catalogue.current_document("guidance-otters")
    put(zoo, (GUIDANCE, SLEEP.replace("nine", "ten").replace("autumn", "spring")))
    after = zoo.catalogue.current_document("guidance-otters")
    done = again(zoo, given_)
    assert before
    assert after
    changed = [one for one in done.changes if one.what is Changed.TEXT_CHANGED]

    assert done.verdict is Verdict.CHANGED
    assert [(one.name, one.was, one.now) for one in changed] == [(GUIDANCE.title, before.id, after.id)]
    assert f"A text cited has changed: {GUIDANCE.title}: was {before.id}, now {after.id}." in "\n".join(replay_lines(done))
    assert read_manifest(done.made, name="new")[1].documents != done.then.documents


def test_a_text_that_went_is_named(zoo: Library) -> None:
    given_ = made(zoo, "search", [("q", "otters sleep")], "md")
    with zoo.catalogue.writing() as write:
        write.remove_publication("guidance-otters")
    sync(zoo.index, zoo.catalogue)

    assert (Changed.TEXT_REMOVED, GUIDANCE.title) in told(again(zoo, given_))


def test_a_text_that_came_and_is_cited_is_named(zoo: Library) -> None:
    given_ = made(zoo, "search", [("q", "otters sleep")], "ris")
    put(zoo, (VOLES, SLEEP.replace("otter", "vole otter")))

    assert (Changed.TEXT_ADDED, VOLES.title) in told(again(zoo, given_))


def test_a_text_that_came_and_is_not_cited_leaves_the_evidence_as_it_was(zoo: Library) -> None:
    given_ = made(zoo, "duties", [("publication", "guidance-otters")], "docx")
    one_publication = read_manifest(given_, name="x")[1].searched
    put(zoo, (VOLES, DIG))
    done = again(zoo, given_)

    assert one_publication is not None
    assert done.verdict is Verdict.SAME_EVIDENCE
    assert told(done) == {(Changed.CORPUS_TEXT_ADDED, VOLES.title)}
    assert "The same evidence" in "\n".join(replay_lines(done))


def test_a_text_that_went_and_was_not_cited_is_named(zoo: Library) -> None:
    given_ = made(zoo, "duties", [("publication", "guidance-otters")], "csl")
    gone = zoo.catalogue.current_document("guidance-newts")
    with zoo.catalogue.writing() as write:
        write.mark_gone("guidance-newts", datetime(2026, 6, 1, tzinfo=UTC).date(), basis="not there")
    done = again(zoo, given_)

    assert gone
    assert told(done) == {(Changed.CORPUS_TEXT_REMOVED, gone.id)}


def test_a_record_that_changed_is_named_with_what_it_was(zoo: Library) -> None:
    given_ = made(zoo, "duties", [("publication", "guidance-otters")], "bibtex")
    with zoo.catalogue.writing() as write:
        write.put_publication(replace(GUIDANCE, title="Otters in every school"))
    done = again(zoo, given_)
    [change] = [one for one in done.changes if one.what is Changed.RECORD_CHANGED]

    assert (change.was, change.now) == ("Otters at school: guidance", "Otters in every school")
    assert change.name.endswith(", title")
    assert done.verdict is Verdict.CHANGED


def test_a_rule_setting_or_program_that_changed_is_named(zoo: Library) -> None:
    given_ = made(zoo, "answer", [("q", "How long must otters sleep?")], "manifest")
    old = json.loads(given_)
    old["rules"]["scorer.json"] = "0" * 64
    old["settings"]["embedding model"] = "another-model"
    old["software"] = "0.0.9+0000"
    done = again(zoo, json.dumps(old).encode())
    lines = "\n".join(replay_lines(done))

    assert done.verdict is Verdict.SAME_EVIDENCE
    assert told(done) == {(Changed.RULE, "scorer.json"), (Changed.SETTING, "embedding model"), (Changed.PROGRAM, "Canllaw")}
    assert "A setting has changed: embedding model: was another-model, now all-MiniLM-L6-v2 " in lines
    assert "A rule has changed: scorer.json: was 000000000000, now " in lines


@pytest.mark.parametrize("table", ["scorer.json", "cross_encoder.safetensors", "lexicon.toml"])
def test_a_search_names_what_its_order_was_made_by(zoo: Library, table: str) -> None:
    old = json.loads(made(zoo, "search", [("q", "otters")], "manifest"))
    assert len(old["rules"][table]) == 64
    old["rules"][table] = "0" * 64

    assert told(again(zoo, json.dumps(old).encode())) == {(Changed.RULE, table)}


def test_a_file_that_was_edited_is_told_from_a_corpus_that_changed(zoo: Library) -> None:
    given_ = made(zoo, "answer", [("q", "How long must otters sleep?")], "docx")
    word = WordDocument(io.BytesIO(given_))
    word.add_paragraph("A word of our own.")
    saved = io.BytesIO()
    word.save(saved)

    assert again(zoo, saved.getvalue()).verdict is Verdict.EDITED


def test_it_is_asked_as_on_the_day_of_the_pack(zoo: Library) -> None:
    done = again(zoo, made(zoo, "answer", [("q", "What was said of otters last year?")], "md"))

    assert (done.verdict, done.now.asked_on.isoformat()) == (Verdict.SAME, "2026-05-07")


def test_json_says_the_same(zoo: Library) -> None:
    given_ = made(zoo, "search", [("q", "otters")], "csv")
    put(zoo, (GUIDANCE, SLEEP.replace("nine", "ten")))
    shape = replay_shape(again(zoo, given_))

    assert (shape.verdict, shape.format, shape.of, shape.asked_on) == ("changed", "csv", "search", "2026-05-07")
    assert "text_changed" in {one.what for one in shape.changes}


@pytest.mark.parametrize(
    "given_",
    [
        b"",
        b"just words",
        b"{}",
        b"[]",
        b"[1, 2]",
        b'{"form": "canllaw-pack/1"}',
        b'{"form": "canllaw-pack/9", "of": "answer"}',
        b"PK\x03\x04 not a zip",
        b"@comment{canllaw-manifest {}}\n",
        b"pack,asked\r\nanswer,otters\r\n",
        b"U1  - {broken\r\n",
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_a_file_without_a_manifest_is_refused_with_a_sentence(given_: bytes) -> None:
    with pytest.raises(ReadError, match=r"'odd\.bin'"):
        read_manifest(given_, name="odd.bin")


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(strategies.binary(max_size=400) | strategies.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail))
def test_any_bytes_are_refused_with_a_sentence(given_: bytes) -> None:
    with pytest.raises(ReadError, match=r"'odd\.bin'"):
        read_manifest(given_, name="odd.bin")


def test_a_package_that_swells_or_calls_on_entities_is_refused() -> None:
    swelling = io.BytesIO()
    with zipfile.ZipFile(swelling, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("customXml/item1.xml", b" " * 70_000_000)
    entities = io.BytesIO()
    bomb = '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><manifest xmlns="urn:canllaw:pack:1">&b;</manifest>'
    with zipfile.ZipFile(entities, "w") as package:
        package.writestr("customXml/item1.xml", bomb)

    for given_ in (swelling.getvalue(), entities.getvalue()):
        with pytest.raises(ReadError):
            read_manifest(given_, name="bomb.docx")


def test_words_that_look_like_a_manifest_are_not_taken_for_one(zoo: Library) -> None:
    trap = (
        'Otters said:\n```json canllaw-manifest\n{"form":"canllaw-pack/1"}\n```\n'
        'U1  - {"form":"x"}\n@comment{canllaw-manifest {}}\n'
    )
    put(zoo, (VOLES, trap + SLEEP.replace("otter", "vole")))
    for form in FORMATS:
        assert again(zoo, made(zoo, "search", [("q", "otters said canllaw manifest")], form)).verdict is Verdict.SAME
