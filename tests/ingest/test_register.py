"""The register is checked whole before anything is loaded, and becomes publications with digests."""

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import RegisterError
from corpus.provenance import Held
from corpus.publication import RelationKind
from corpus.settings import ROOT
from ingest.files import ingest_paths
from ingest.intake import Intake
from ingest.load import load_register
from ingest.register import read_register

REGISTER = ROOT / "corpus" / "register.jsonl"
GOOD = {"id": "a", "title": "A", "publisher": "P", "type": "guidance", "language": "en", "facts": ["One.", "Two."]}


def write(folder: Path, *records: object) -> Path:
    path = folder / "register.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in records), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (GOOD | {"colour": "red"}, "line 2: unknown key 'colour'"),
        (GOOD | {"id": "b", "type": "guidence"}, "line 2: type='guidence'"),
        (GOOD | {"id": "Not A Slug"}, "line 2: id='Not A Slug'"),
        (GOOD, "line 2: id 'a' stands on line 1 already"),
        (GOOD | {"id": "b", "supersedes": ["zzz"]}, "line 2: supersedes names 'zzz', which is no id here"),
        (GOOD | {"id": "b", "followed_up_by": ["zzz"]}, "line 2: followed_up_by names 'zzz'"),
        (GOOD | {"id": "b", "translation_of": "zzz"}, "line 2: translation_of names 'zzz'"),
        (GOOD | {"id": "b", "supersedes": ["b"]}, "line 2: supersedes names the record itself"),
        (GOOD | {"id": "b", "published": "2024-02-30"}, "line 2: published='2024-02-30'"),
        (GOOD | {"id": "b", "published": "20240201"}, "line 2: published='20240201'"),
        (GOOD | {"id": "b", "issued": "2024-13"}, "line 2: issued='2024-13'"),
        (GOOD | {"id": "b", "language": "fr"}, "line 2: language='fr'"),
        (GOOD | {"id": "b", "facts": "not a list"}, "line 2: facts='not a list'"),
        (GOOD | {"id": "b", "statutory": "yes"}, "line 2: statutory='yes'"),
        (GOOD | {"id": "b", "commitments": [{"who": "X"}]}, "line 2: missing key 'commitments.0.what'"),
        ({"id": "b"}, "line 2: missing key 'title'"),
        ("{not json", "line 2: not JSON"),
        ("[1, 2]", "line 2: the line=[1, 2]"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, record: object, said: str) -> None:
    with pytest.raises(RegisterError) as refused:
        read_register(write(tmp_path, GOOD, record))

    assert said in str(refused.value)


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    faulty = [GOOD | {"id": f"b{number}", "type": "x", "language": "fr"} for number in range(3)]

    with pytest.raises(RegisterError, match="has 6 faults"):
        read_register(write(tmp_path, *faulty))


def test_a_register_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="No such file"):
        read_register(tmp_path / "none.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RegisterError, match="not UTF-8"):
        read_register(tmp_path / "bytes.jsonl")


def test_a_digest_holds_one_fact_a_line_and_its_commitments(tmp_path: Path) -> None:
    promised = {"who": "Minister", "what": "Publish a plan", "due": "by June", "due_iso": None, "due_iso_kind": None}

    [entry] = read_register(write(tmp_path, GOOD | {"commitments": [promised]}))

    assert entry.digest.text == (
        "What it says\n\n• One.\n• Two.\n\nCommitments made\n\n• Minister: Publish a plan (due: by June).\n\n"
    )
    assert entry.digest.held is Held.DIGEST
    assert [section.heading for section in entry.digest.sections] == ["What it says", "Commitments made"]


def test_a_relation_may_be_said_from_either_end(tmp_path: Path) -> None:
    entries = read_register(write(tmp_path, GOOD | {"superseded_by": ["b"]}, GOOD | {"id": "b"}))

    [relation] = [one for entry in entries for one in entry.relations]
    assert (relation.source, relation.kind, relation.target) == ("b", RelationKind.SUPERSEDES, "a")


def test_the_repository_s_register_is_whole() -> None:
    entries = read_register(REGISTER)

    assert len(entries) == 214
    assert sum(len(json.loads(line)["facts"]) for line in REGISTER.read_text(encoding="utf-8").splitlines()) == 1031
    assert [entry.publication.id for entry in entries][:2] == ["act-wle-2025-notes", "act-wle-2025-notes-cy"]
    assert all(entry.digest.text for entry in entries)


def test_loading_twice_changes_nothing(catalogue: Catalogue) -> None:
    entries = read_register(REGISTER)

    first = load_register(catalogue, entries)
    before = catalogue.revision()
    second = load_register(catalogue, entries)

    assert (first.added, second.added, second.changed, second.unchanged) == (214, 0, 0, 214)
    assert catalogue.revision() == before


def test_what_a_register_leaves_out_is_counted_and_removed_only_when_asked(catalogue: Catalogue, tmp_path: Path) -> None:
    load_register(catalogue, read_register(write(tmp_path, GOOD, GOOD | {"id": "b"})))
    smaller = read_register(write(tmp_path, GOOD))

    assert load_register(catalogue, smaller).strangers == ("b",)
    assert len(catalogue.publications()) == 2
    assert load_register(catalogue, smaller, prune=True).removed == 1
    assert [publication.id for publication in catalogue.publications()] == ["a"]


def test_what_a_page_filled_in_stays_when_the_register_is_loaded_again(
    intake: Intake, catalogue: Catalogue, tmp_path: Path
) -> None:
    entries = read_register(write(tmp_path, GOOD))
    load_register(catalogue, entries)
    page = tmp_path / "page.txt"
    page.write_text("Jane Otter MS, Minister for Otters\n\nFirst published:\n17 May 2022\nLast updated:\n\nOtters may swim.\n")
    assert not ingest_paths(intake, [page], publication_id="a").failed
    before = catalogue.revision()

    again = load_register(catalogue, entries)

    assert (again.unchanged, catalogue.revision()) == (1, before)
    held = catalogue.publication("a")
    assert held is not None
    assert (held.author, held.published) == ("Jane Otter", date(2022, 5, 17))
