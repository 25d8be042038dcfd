"""The life of a document: files become texts of publications, once each, and a bad one stops nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.document import make_document
from corpus.errors import CatalogueUnavailable, InvalidQuery, NotHeld
from corpus.provenance import OGL, Held, Provenance
from corpus.publication import Publication, PublicationType, Status
from ingest.files import ingest_paths
from ingest.intake import Became, Intake, Life
from ingest.pipeline import NOT_STATED

URL = "https://www.gov.wales/written-statement-sums-all"
WORDS = "Every school must add up all of its sums by the end of June."
WELSH = "Mae'n rhaid i bob ysgol gyfrif ei symiau erbyn diwedd y mis."


def page(
    *,
    title: str = "Written Statement: Sums for all",
    url: str | None = URL,
    words: str = WORDS,
    day: str = "17 May 2022",
    lang: str = "en",
) -> str:
    link = f'<link rel="canonical" href="{url}">' if url else ""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{link}<meta property="og:site_name" content="GOV.WALES"></head><main>'
        f"<p>Cabinet statement</p><h1>{title}</h1><p>Jane Doe MS, Minister for Sums</p><p>First published: {day}</p>"
        f"<p>{words}</p></main></html>"
    )


def record(catalogue: Catalogue, **facts: object) -> Publication:
    """A publication of the register with its digest, stored."""
    known = {"id": "ws-sums", "title": "Sums", "publisher": "Welsh Government", "language": "en", "url": URL} | facts
    publication = Publication(type=PublicationType.WRITTEN_STATEMENT, **known)
    provenance = Provenance(
        origin="register",
        media_type="text/plain",
        sha256="0" * 64,
        retrieved_at=datetime.fromisoformat("2026-01-01T00:00Z"),
        parser="register/1",
    )
    digest = make_document(
        publication_id=publication.id,
        language=publication.language,
        held=Held.DIGEST,
        text="A fact.",
        sections=(),
        provenance=provenance,
    )
    with catalogue.writing() as write:
        write.put_publication(publication)
        write.put_document(digest)
    return publication


def save(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def one(intake: Intake, path: Path, **options: str) -> Life:
    report = ingest_paths(intake, [path], **options)
    assert len(report.rows) == 1
    return report.rows[0]


def test_a_new_page_becomes_a_publication_with_its_text(
    intake: Intake, catalogue: Catalogue, tmp_path: Path, now: datetime
) -> None:
    row = one(intake, save(tmp_path / "a.html", page()))

    assert (row.became, row.reason) == (Became.ADDED, None)
    publication = catalogue.publication(row.publication_id or "")
    assert publication is not None
    assert publication.id.startswith("written-statement-sums-for-all-2022-05-17-")
    assert (publication.origin, publication.author, publication.role) == ("import", "Jane Doe", "Minister for Sums")
    assert (publication.published, publication.standing.status) == (date(2022, 5, 17), Status.IN_FORCE)
    document = catalogue.current_document(publication.id)
    assert document is not None
    assert (document.id, document.text, document.held) == (row.document_id, WORDS, Held.FULL)
    assert document.provenance.parser.startswith("html-govwales/")
    assert (document.provenance.origin, document.provenance.licence) == (str(tmp_path / "a.html"), OGL)
    assert document.provenance.retrieved_at == now


def test_the_same_bytes_again_change_nothing(intake: Intake, catalogue: Catalogue, tmp_path: Path, now: datetime) -> None:
    path = save(tmp_path / "a.html", page())
    first = one(intake, path)
    revision = catalogue.revision()

    again = one(replace(intake, now=lambda: now + timedelta(days=1)), path)

    assert (again.became, again.document_id) == (Became.UNCHANGED, first.document_id)
    assert catalogue.revision() == revision


def test_a_changed_page_is_a_new_version_of_one_publication(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    first = one(intake, save(tmp_path / "a.html", page()))

    second = one(intake, save(tmp_path / "b.html", page(words=f"{WORDS} Twice.", url=f"{URL}/?lang=en")))

    assert (second.became, second.publication_id) == (Became.CHANGED, first.publication_id)
    assert len(catalogue.versions(first.publication_id or "")) == 2


@pytest.mark.parametrize("name", ["sums.txt", "copy of sums.txt"])
def test_one_text_in_two_folders_is_one_publication(intake: Intake, tmp_path: Path, name: str) -> None:
    first = one(intake, save(tmp_path / "one" / "sums.txt", WORDS))

    second = one(intake, save(tmp_path / "two" / name, WORDS))

    assert (second.became, second.publication_id) == (Became.UNCHANGED, first.publication_id)


def test_a_text_without_a_title_is_named_after_its_file(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    row = one(intake, save(tmp_path / "sums.txt", WORDS))

    publication = catalogue.publication(row.publication_id or "")
    assert publication is not None
    assert (publication.title, publication.publisher, publication.type) == ("sums", "Unknown publisher", PublicationType.OTHER)
    document = catalogue.current_document(publication.id)
    assert document is not None
    assert document.provenance.licence == NOT_STATED


def test_an_edited_text_file_is_a_new_version_and_its_namesake_elsewhere_is_not(intake: Intake, tmp_path: Path) -> None:
    first = one(intake, save(tmp_path / "one" / "sums.txt", WORDS))

    edited = one(intake, save(tmp_path / "one" / "sums.txt", f"{WORDS} Twice."))
    namesake = one(intake, save(tmp_path / "two" / "sums.txt", "Another school must not add up anything."))

    assert (edited.became, edited.publication_id) == (Became.CHANGED, first.publication_id)
    assert (namesake.became, namesake.publication_id != first.publication_id) == (Became.ADDED, True)


@pytest.mark.parametrize(
    "facts",
    [
        {"url": "http://gov.wales/written-statement-sums-all/"},
        {"url": None, "also_at": (f"{URL}?lang=en",)},
        {"url": None, "title": "Written statement – sums for ALL", "published": date(2022, 5, 17)},
    ],
)
def test_a_page_finds_the_publication_it_is_of(
    intake: Intake, catalogue: Catalogue, tmp_path: Path, facts: dict[str, object]
) -> None:
    record(catalogue, **facts)

    row = one(intake, save(tmp_path / "a.html", page()))

    assert (row.became, row.publication_id) == (Became.CHANGED, "ws-sums")
    document = catalogue.current_document("ws-sums")
    assert document is not None
    assert document.held is Held.FULL


@pytest.mark.parametrize(
    "facts",
    [
        {"url": "https://www.gov.wales/other"},
        {"url": None, "title": "Written Statement: Sums for all", "published": date(2022, 5, 18)},
        {"url": None, "title": "Written Statement: Sums for all"},  # no day to compare
    ],
)
def test_a_page_of_another_publication_does_not(
    intake: Intake, catalogue: Catalogue, tmp_path: Path, facts: dict[str, object]
) -> None:
    record(catalogue, **facts)

    assert one(intake, save(tmp_path / "a.html", page())).publication_id != "ws-sums"


def test_a_record_of_the_register_keeps_what_it_says_and_gains_what_it_lacks(
    intake: Intake, catalogue: Catalogue, tmp_path: Path
) -> None:
    record(catalogue, title="Its own title", author="Jo Dee")

    one(intake, save(tmp_path / "a.html", page()), publication_id="ws-sums")

    publication = catalogue.publication("ws-sums")
    assert publication is not None
    assert (publication.title, publication.author) == ("Its own title", "Jo Dee")
    assert (publication.role, publication.published) == ("Minister for Sums", date(2022, 5, 17))
    assert publication.published_basis == "stated on the imported page"
    assert publication.origin == "register"


def test_a_page_that_says_it_was_withdrawn_withdraws_its_guidance(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    url = "https://www.gov.wales/sums-guidance"
    publication = Publication(
        id="sums-guidance", title="Sums", publisher="Welsh Government", type=PublicationType.GUIDANCE, language="en", url=url
    )
    with catalogue.writing() as write:
        write.put_publication(publication)
    text = f'<link rel="canonical" href="{url}"><main><h1>Sums guidance</h1><p>This guidance has been withdrawn.</p></main>'

    row = one(intake, save(tmp_path / "a.html", text))

    assert row.became is Became.ADDED
    held = catalogue.publication("sums-guidance")
    assert held is not None
    assert held.standing.status is Status.WITHDRAWN


def test_a_page_in_the_other_language_is_refused(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    record(catalogue)

    row = one(intake, save(tmp_path / "a.html", page(words=WELSH)))

    assert row.became is Became.FAILED
    assert row.reason is not None
    assert "is in Welsh, but 'ws-sums' is the English publication" in row.reason
    document = catalogue.current_document("ws-sums")
    assert document is not None
    assert document.held is Held.DIGEST


def test_an_address_of_two_languages_gives_the_text_to_its_own(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    record(catalogue, id="a-welsh", language="cy")
    record(catalogue, id="b-english")

    assert one(intake, save(tmp_path / "a.html", page())).publication_id == "b-english"


def test_numbers_alone_take_the_language_of_their_publication(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    record(catalogue, id="cy-sums", language="cy")

    row = one(intake, save(tmp_path / "a.txt", "2024: 17, 18"), publication_id="cy-sums")

    assert (row.became, (row.document_id or "").split(".")[1]) == (Became.CHANGED, "cy")


def test_an_unknown_id_is_refused_with_those_near_it(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    record(catalogue)

    with pytest.raises(NotHeld, match=r"No publication 'ws-sum' is held\. Near it: ws-sums\."):
        ingest_paths(intake, [tmp_path], publication_id="ws-sum")


def test_two_files_cannot_be_one_text(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    record(catalogue)
    paths = [save(tmp_path / "a.txt", WORDS), save(tmp_path / "b.txt", WORDS)]

    with pytest.raises(InvalidQuery, match="More than one file") as raised:
        ingest_paths(intake, paths, publication_id="ws-sums")

    assert raised.value.field == "publication"
    assert catalogue.held() == {"ws-sums": Held.DIGEST}


def test_a_batch_goes_on_past_bad_files(
    intake: Intake, catalogue: Catalogue, tmp_path: Path, make_pdf: Callable[..., bytes]
) -> None:
    folder = tmp_path / "in"
    save(folder / "a.txt", "")
    (folder / "b.pdf").write_bytes(make_pdf([[]]))
    (folder / "c.pdf").write_bytes(make_pdf([[(72, 700, "Helvetica", 11, WORDS)]], locked_by="secret"))
    (folder / "d.txt").write_bytes(b"PK\x00\x00")
    save(folder / "deep" / "page.html", page())
    save(folder / "deep" / "style.css", "p {}")
    save(folder / ".hidden" / "x.txt", WORDS)
    save(folder / "z.txt", WORDS)
    seen: list[Life] = []

    report = ingest_paths(intake, [folder, tmp_path / "none.html", folder / "z.txt"], on_file=seen.append)

    assert [(Path(row.name).name, row.became.value) for row in report.rows] == [
        ("a.txt", "failed"),
        ("b.pdf", "failed"),
        ("c.pdf", "failed"),
        ("d.txt", "failed"),
        ("z.txt", "added"),
        ("page.html", "added"),
        ("style.css", "skipped"),
        ("none.html", "failed"),
    ]
    assert all(row.reason and row.name in row.reason for row in report.rows if row.became.value in {"failed", "skipped"})
    assert report.failed
    assert report.count(Became.FAILED) == 5
    assert sorted(seen, key=lambda row: row.name) == sorted(report.rows, key=lambda row: row.name)
    assert len(catalogue.held()) == 2


def test_an_empty_folder_is_a_failure_with_a_reason(intake: Intake, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()

    report = ingest_paths(intake, [tmp_path / "in"])

    assert report.failed
    assert "holds no files" in (report.rows[0].reason or "")


def test_nothing_failed_where_all_was_read_or_skipped(intake: Intake, tmp_path: Path) -> None:
    save(tmp_path / "in" / "a.txt", WORDS)
    save(tmp_path / "in" / "b.css", "p {}")

    assert not ingest_paths(intake, [tmp_path / "in"]).failed


def test_a_stop_in_the_middle_keeps_whole_files(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    paths = [save(tmp_path / f"{name}.txt", f"{WORDS} {name}") for name in "abc"]

    def stop(row: Life) -> None:
        if Path(row.name).name == "b.txt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_paths(intake, paths, on_file=stop)

    assert [publication.title for publication in catalogue.publications()] == ["a", "b"]
    assert len(catalogue.held()) == 2


def test_a_catalogue_that_cannot_be_written_stops_the_batch(intake: Intake, catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.close()
    for part in (tmp_path / "data").glob("catalogue.sqlite*"):
        part.write_bytes(b"no database at all" * 99)

    with pytest.raises(CatalogueUnavailable):
        ingest_paths(intake, [save(tmp_path / "a.txt", WORDS)])
