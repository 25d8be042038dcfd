"""The files are WARC files: others can read them, a kill in the middle is seen, and rows can be made again from them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete
from warcio.archiveiterator import ArchiveIterator

from corpus.captures import Capture, Captures, ReadAs, Received
from corpus.catalogue import Catalogue
from corpus.schema import capture_table
from corpus.warc import Kept, Torn, read_records

URL = "https://www.gov.wales/otters"
FILE = "file:///home/a/Dyfrgwn%20mewn%20ysgolion.html"
START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
BODY = b"<!doctype html><main>Otters may swim.</main>"
ANSWERS = (
    Received(
        url=URL,
        final_url=f"{URL}-and-badgers?lang=cy",
        status=200,
        headers=(
            ("Content-Type", "Text/HTML; charset=utf-8"),
            ("ETag", '"one"'),
            ("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT"),
        ),
        body=BODY,
        at=START,
    ),
    Received(url=URL, final_url=URL, status=304, headers=(), body=b"", at=START + timedelta(days=1)),
    Received(url=URL, final_url=URL, status=200, headers=(("ETag", '"two"'),), body=BODY, at=START + timedelta(days=2)),
    Received(
        url=FILE, final_url=FILE, status=200, headers=(("Content-Type", "application/pdf"),), body=b"%PDF-1.7 otters", at=START
    ),
    Received(url=f"{URL}/gone", final_url=f"{URL}/gone", status=404, headers=(), body=b"Not here.", at=START),
    Received(url=f"{URL}/dŵr", final_url=f"{URL}/dŵr", status=200, headers=(("X-Odd", "ŵ\r\n\tx"),), body=b"", at=START),
)


@pytest.fixture
def captures(tmp_path: Path, catalogue: Catalogue) -> Iterator[Captures]:
    opened = Captures(tmp_path / "captures", catalogue)
    yield opened
    opened.close()


def keep_all(captures: Captures) -> tuple[Path, list[Capture]]:
    kept = [captures.keep(one, publication_id="otters" if one.url == FILE else None) for one in ANSWERS]
    captures.close()
    return captures.folder / kept[0].file, kept


def forget_rows(catalogue: Catalogue, ids: list[str]) -> None:
    with catalogue.writing() as write:
        write.connection.execute(delete(capture_table).where(capture_table.c.id.in_(ids)))


def test_a_standard_reader_reads_the_file_and_finds_every_digest_right(captures: Captures) -> None:
    path, _ = keep_all(captures)

    with path.open("rb") as file:
        read = []
        for record in ArchiveIterator(file, check_digests="raise"):
            body = record.content_stream().read()
            said = record.rec_headers.get_header
            read.append((record.rec_type, said("WARC-Target-URI"), said("WARC-Refers-To-Target-URI"), body))

    assert read == [
        ("response", URL, None, BODY),
        ("revisit", URL, URL, b""),
        ("revisit", URL, URL, b""),
        ("resource", FILE, None, b"%PDF-1.7 otters"),
        ("response", f"{URL}/gone", None, b"Not here."),
        ("response", f"{URL}/dŵr", None, b""),
    ]


def test_every_record_stands_where_its_row_says(captures: Captures) -> None:
    path, kept = keep_all(captures)

    found = list(read_records(path))

    assert [(one.offset, one.id) for one in found if isinstance(one, Kept)] == [(one.offset, one.id) for one in kept]
    assert len(found) == len(kept)


def test_rows_are_made_again_from_the_records_alone(captures: Captures, catalogue: Catalogue) -> None:
    _, kept = keep_all(captures)
    forget_rows(catalogue, [one.id for one in kept])

    for file, one in list(captures.scan()):
        assert isinstance(one, Kept)
        captures.adopt(file, one)

    assert {one.id: one for one in captures.all()} == {one.id: one for one in kept}


def test_a_revisit_is_adopted_with_the_body_it_names_whatever_came_since(captures: Captures, catalogue: Catalogue) -> None:
    first = captures.keep(ANSWERS[0])
    revisit = captures.keep(ANSWERS[1])
    captures.keep(replace(ANSWERS[0], body=b"Other words.", at=START + timedelta(days=3)))
    forget_rows(catalogue, [revisit.id])

    [(file, record)] = [(file, one) for file, one in captures.scan() if isinstance(one, Kept) and one.id == revisit.id]
    captures.adopt(file, record)

    assert captures.capture(revisit.id) == revisit
    assert (captures.body(revisit), revisit.revisits) == (BODY, first.id)


@pytest.mark.parametrize("last", range(len(ANSWERS)))
def test_a_file_torn_at_any_byte_of_its_last_record_is_cut_back_to_whole_records(
    captures: Captures, catalogue: Catalogue, last: int
) -> None:
    kept = [captures.keep(one) for one in ANSWERS[: last + 1]]
    captures.close()
    path, start = captures.folder / kept[0].file, kept[-1].offset
    whole = path.read_bytes()
    forget_rows(catalogue, [kept[-1].id])

    for size in range(start, len(whole)):
        path.write_bytes(whole[:size])
        found = list(read_records(path))
        records = [one.id for one in found if isinstance(one, Kept)]
        torn = [one.offset for one in found if isinstance(one, Torn)]
        assert records == [one.id for one in kept[:-1]], size
        assert torn == ([start] if size > start else []), size

    captures.cut(path.name, start)
    assert path.read_bytes() == whole[:start]
    path.write_bytes(whole)
    [record] = [one for one in read_records(path) if isinstance(one, Kept) and one.id == kept[-1].id]
    captures.adopt(path.name, record)
    assert captures.capture(kept[-1].id) == kept[-1]


def test_what_is_written_after_a_cut_is_read(captures: Captures, catalogue: Catalogue) -> None:
    path, kept = keep_all(captures)
    path.write_bytes(path.read_bytes()[:-1])
    [torn] = [one for one in read_records(path) if isinstance(one, Torn)]
    captures.cut(path.name, torn.offset)
    forget_rows(catalogue, [kept[-1].id])

    other = captures.keep(replace(ANSWERS[-1], body=b"Water."))

    assert [type(one) for _, one in captures.scan()] == [Kept] * len(kept)
    assert (captures.body(other), other.read_as) == (b"Water.", None)


def test_an_adopted_record_waits_to_be_read_only_if_it_is_a_new_page(captures: Captures, catalogue: Catalogue) -> None:
    _, kept = keep_all(captures)
    forget_rows(catalogue, [one.id for one in kept])
    for file, one in list(captures.scan()):
        assert isinstance(one, Kept)
        captures.adopt(file, one)

    made = [captures.capture(one.id).read_as for one in kept]

    assert made == [None, ReadAs.UNCHANGED, ReadAs.UNCHANGED, None, ReadAs.NO_CONTENT, None]
