"""What was fetched is kept byte for byte, each answer with its row; damage is told, never read as text."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.captures import Capture, Captures, ReadAs, Received, read_into
from corpus.catalogue import Catalogue, open_catalogue
from corpus.document import Document
from corpus.errors import CaptureDamaged, NotHeld
from corpus.publication import Publication
from corpus.warc import Kept, Torn

URL = "https://www.gov.wales/otters"
START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
BODY = b"<!doctype html><main>Otters may swim.</main>"


def answer(
    body: bytes = BODY, *, url: str = URL, status: int = 200, day: int = 0, final_url: str = "", **headers: str
) -> Received:
    named = {"Content-Type": "text/html; charset=utf-8"} | {key.replace("_", "-"): value for key, value in headers.items()}
    return Received(
        url=url,
        final_url=final_url or url,
        status=status,
        headers=tuple(named.items()),
        body=body,
        at=START + timedelta(days=day),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "captures"


@pytest.fixture
def captures(folder: Path, catalogue: Catalogue) -> Iterator[Captures]:
    opened = Captures(folder, catalogue)
    yield opened
    opened.close()


def file_of(captures: Captures, capture: Capture) -> Path:
    return captures.folder / capture.file


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Captures]:
    """Captures that many examples are kept in."""
    folder = tmp_path_factory.mktemp("shared")
    catalogue = open_catalogue(f"sqlite:///{folder / 'catalogue.sqlite'}")
    opened = Captures(folder, catalogue)
    yield opened
    opened.close()
    catalogue.close()


LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(
    body=st.binary(max_size=5000),
    headers=st.lists(st.tuples(LINE, LINE), max_size=5),
    path=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), max_size=20),
    number=st.uuids(),
)
def test_any_bytes_under_any_headers_are_read_back(
    shared: Captures, body: bytes, headers: list[tuple[str, str]], path: str, number: object
) -> None:
    url = f"https://www.gov.wales/{number}/{path.replace('#', '')}"
    received = replace(answer(body, url=url), headers=tuple(headers))

    capture = shared.keep(received)

    assert shared.body(capture) == body
    assert shared.capture(capture.id) == capture
    assert (capture.url, capture.sha256, capture.size) == (url, received.sha256, len(body))
    kept = {one.id: (file, one) for file, one in shared.scan() if isinstance(one, Kept)}
    file, record = kept[capture.id]
    assert (file, record.offset) == (capture.file, capture.offset)
    assert (record.row["url"], record.row["final_url"], record.row["sha256"]) == (url, url, received.sha256)


@pytest.mark.parametrize("name", ["Content-Encoding", "Transfer-Encoding"])
@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "chunked"])
def test_a_header_that_speaks_of_a_coding_does_not_change_the_bytes(captures: Captures, name: str, coding: str) -> None:
    body = b"5\r\nhello\r\n0\r\n\r\n"

    capture = captures.keep(replace(answer(body), headers=((name, coding),)))

    assert captures.body(capture) == body


@pytest.mark.parametrize(
    ("second", "changed"),
    [
        (answer(day=1), False),
        (answer(b"", day=1, status=304), False),
        (answer(b"", day=1, status=304, url="http://gov.wales/otters/?lang=en"), False),
        (answer(b"Other words.", day=1), True),
        (answer(day=1, url="https://www.gov.wales/badgers"), True),
    ],
)
def test_unchanged_bytes_of_an_address_become_a_revisit(captures: Captures, second: Received, changed: bool) -> None:
    first = captures.keep(answer(ETag='"one"'))

    capture = captures.keep(second)

    if changed:
        assert (capture.revisits, capture.read_as, captures.body(capture)) == (None, None, second.body)
    else:
        assert (capture.revisits, capture.read_as, captures.body(capture)) == (first.id, ReadAs.UNCHANGED, BODY)
        assert (capture.sha256, capture.size, capture.media_type) == (first.sha256, len(BODY), "text/html")
        assert capture.etag == '"one"'


def test_every_later_revisit_leads_to_the_first_one_s_body(captures: Captures) -> None:
    first = captures.keep(answer())
    revisits = [captures.keep(answer(b"", day=day, status=304)) for day in (1, 2, 3)]

    assert {one.revisits for one in revisits} == {first.id}
    assert [captures.body(one) for one in revisits] == [BODY] * 3
    assert file_of(captures, first).stat().st_size > 0


def test_a_not_modified_without_anything_before_it_has_no_body(captures: Captures) -> None:
    capture = captures.keep(answer(b"", status=304))

    assert (capture.revisits, capture.read_as) == (None, ReadAs.NO_CONTENT)
    assert captures.latest(URL) is None
    assert captures.of_page(URL) is None


@pytest.mark.parametrize("status", [204, 301, 403, 404, 410, 429, 500, 503])
def test_an_answer_that_is_no_page_is_kept_and_never_waits_to_be_read(captures: Captures, status: int) -> None:
    page = captures.keep(answer())
    captures.keep(answer(b"Not here.", day=1, status=status))

    assert captures.unread() == [page]
    assert captures.latest(URL) == page
    assert [one.read_as for one in captures.all()] == [None, ReadAs.NO_CONTENT]


def test_what_was_unread_comes_oldest_first_and_leaves_when_it_is_marked(captures: Captures) -> None:
    later, earlier = captures.keep(answer(day=2)), captures.keep(answer(b"Earlier.", day=1, url=f"{URL}/a"))
    assert captures.unread() == [earlier, later]

    captures.mark([later], ReadAs.QUARANTINED, reason="It is locked.")

    assert captures.unread() == [earlier]
    [set_aside] = captures.all(ReadAs.QUARANTINED)
    assert (set_aside.id, set_aside.reason) == (later.id, "It is locked.")


def test_of_two_captures_in_one_second_the_one_kept_last_is_the_latest(captures: Captures) -> None:
    captures.keep(answer())
    second = captures.keep(answer(b"Other words."))

    assert captures.latest(URL) == second


def test_a_page_is_found_by_the_address_it_gives_itself(captures: Captures) -> None:
    saved = captures.keep(answer(url="file:///home/a/otters.html", day=1))
    captures.keep(answer(b"Not a page.", day=2))
    captures.mark(captures.all()[1:], ReadAs.NO_CONTENT)
    assert captures.of_page(URL) is None

    captures.note_page(saved, f"{URL}/?lang=en")

    found = captures.of_page(URL)
    assert found is not None
    assert found.id == saved.id


def test_a_page_that_was_fetched_last_is_the_one_of_its_address(captures: Captures) -> None:
    first = captures.keep(answer(url="file:///home/a/otters.html"))
    captures.note_page(first, URL)
    second = captures.keep(answer(b"Newer words.", day=1))

    assert captures.of_page(URL) == second


def test_a_document_is_read_from_the_captures_it_was_read_from_last(
    captures: Captures, catalogue: Catalogue, publication: Callable[..., Publication], document: Callable[..., Document]
) -> None:
    one, two = captures.keep(answer()), captures.keep(answer(BODY + b"<!-- again -->", day=1))
    text = document("Otters may swim.")
    for capture in (one, two):
        with catalogue.writing() as write:
            write.put_publication(publication())
            write.put_document(text)
            read_into(write, text.id, [capture])

    assert [found.id for found in captures.of_document(text.id)] == [two.id]
    assert captures.documents() == [text.id]
    assert {found.read_as for found in captures.all()} == {ReadAs.DOCUMENT}


def test_parts_keep_their_order_and_an_unchanged_part_leads_to_the_current_text(
    captures: Captures, catalogue: Catalogue, publication: Callable[..., Publication], document: Callable[..., Document]
) -> None:
    first, last = captures.keep(answer(b"One.", url=f"{URL}/1")), captures.keep(answer(b"Two.", url=f"{URL}/2"))
    old, new = document("One. Two."), document("One, mended. Two.")
    with catalogue.writing() as write:
        write.put_publication(publication())
        write.put_document(old)
        read_into(write, old.id, [last, first])
    assert [one.id for one in captures.of_document(old.id)] == [last.id, first.id]

    mended = captures.keep(answer(b"One, mended.", url=f"{URL}/1", day=1))
    again = captures.keep(answer(b"", url=f"{URL}/2", status=304, day=1))
    with catalogue.writing() as write:
        write.put_document(new)
        read_into(write, new.id, [mended, again])

    assert captures.documents_of(last.id) == [new.id]
    assert captures.documents_of(first.id) == [old.id]


def spoil(path: Path, offset: int) -> None:
    data = bytearray(path.read_bytes())
    data[offset + len(data[offset:]) // 2] ^= 0xFF
    path.write_bytes(data)


def cut_short(path: Path, offset: int) -> None:
    path.write_bytes(path.read_bytes()[: offset + 40])


def take_away(path: Path, _offset: int) -> None:
    path.unlink()


def put_another(path: Path, _offset: int) -> None:
    path.write_bytes(b"no archive at all\n" * 99)


def empty(path: Path, _offset: int) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [spoil, cut_short, take_away, put_another, empty])
@pytest.mark.parametrize("url", [URL, "file:///home/a/otters.html"])
def test_bytes_that_were_harmed_are_never_read(captures: Captures, harm: Callable[[Path, int], None], url: str) -> None:
    captures.keep(answer(b"Before it.", url=f"{URL}/before"))
    capture = captures.keep(answer(bytes(range(256)) * 40, url=url))
    harm(file_of(captures, capture), capture.offset)

    with pytest.raises(CaptureDamaged) as raised:
        captures.body(capture)

    assert str(raised.value).startswith(f"The capture of '{url}' of 01 March 2026 cannot be read from '{capture.file}': ")
    assert str(raised.value).endswith("Restore that file from a backup, or fetch the address again with `canllaw crawl`.")


def test_another_record_s_bytes_are_not_taken_for_its_own(captures: Captures) -> None:
    first, second = captures.keep(answer(b"One.")), captures.keep(answer(b"Two.", url=f"{URL}/2"))

    with pytest.raises(CaptureDamaged, match="not the ones that were kept"):
        captures.body(replace(second, offset=first.offset))


def test_a_capture_that_is_not_held_is_named(captures: Captures) -> None:
    with pytest.raises(NotHeld, match="No capture 'nope' is held"):
        captures.capture("nope")


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """A disk that is full at that size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 1, 100, 400])
def test_a_full_disk_leaves_nothing_half_written(captures: Captures, room: int) -> None:
    first = captures.keep(answer())
    size = file_of(captures, first).stat().st_size
    large = answer(b"".join(str(number).encode() for number in range(9000)), url=f"{URL}/large")

    with files_no_larger_than(size + room), pytest.raises(OSError, match="large"):
        captures.keep(large)

    assert file_of(captures, first).stat().st_size == size
    assert captures.all() == [first]
    second = captures.keep(large)
    captures.close()
    assert [captures.body(one) for one in (first, second)] == [BODY, large.body]
    assert not [one for _, one in captures.scan() if isinstance(one, Torn)]


def test_a_new_process_writes_a_new_file_and_reads_the_old_one(captures: Captures, catalogue: Catalogue) -> None:
    first = captures.keep(answer())
    captures.close()
    other = Captures(captures.folder, catalogue)
    second = other.keep(answer(b"", status=304, day=1))
    other.close()

    assert first.file != second.file
    assert captures.body(second) == BODY
