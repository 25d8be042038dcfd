"""A file's kind is read from its bytes, then its name; what cannot be read says why and what to do."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import EmptyDocument, MalformedDocument, ReadError, UnsupportedFormat
from ingest.parsed import Parsed
from ingest.read import LARGEST, content_of_answer, content_of_file, is_readable_kind, parse

PAGE = b"<!DOCTYPE html><html><body><p>Sums add up.</p></body></html>"


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def read(path: Path) -> Parsed:
    content = content_of_file(path)
    return parse(content.kind, content.data, name=content.name)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.html", PAGE, "text/html"),
        ("a.HTM", b"<p>Sums add up.</p>", "text/html"),
        ("a.xhtml", b"<?xml version='1.0'?><html><body>Sums add up.</body></html>", "text/html"),
        ("a.txt", b"Sums add up.", "text/plain"),
        ("a.md", b"Sums add up.", "text/markdown"),
        ("a.txt", PAGE, "text/html"),  # the name lies
        ("a.pdf", b"\xef\xbb\xbf <!-- saved --> <html><p>Sums add up.</p></html>", "text/html"),
        ("a.html", PAGE.decode().encode("utf-16"), "text/html"),
        ("saved-page", PAGE, "text/html"),  # no name at all
        ("a.txt", b"Sums add up. In a page one writes <html>.", "text/plain"),
    ],
)
def test_the_kind_is_in_the_bytes_then_in_the_name(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    parsed = read(file(tmp_path, name, data))

    assert parsed.media_type == media_type
    assert parsed.text.startswith("Sums add up.")


def test_a_pdf_called_html_is_read_as_a_pdf(tmp_path: Path, make_pdf: Callable[..., bytes]) -> None:
    path = file(tmp_path, "a.html", make_pdf([[(72, 700, "Helvetica", 11, "Sums add up.")]]))

    assert read(path).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("a.html", b"", EmptyDocument, "is empty"),
        ("a.pdf", b"", EmptyDocument, "is empty"),
        ("a.docx", b"PK\x03\x04", UnsupportedFormat, r"\.htm, \.html, \.md, \.pdf, \.txt, \.xhtml"),
        ("a", b"words", UnsupportedFormat, "kind that is not read"),
        ("a.txt", b"PK\x03\x04\x00\x00", MalformedDocument, "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n\x00\x00", MalformedDocument, "binary"),
        ("a.pdf", b"Not one at all", MalformedDocument, "does not begin as one"),
        ("a.pdf", b"%PDF-1.7 and then nothing", MalformedDocument, "is damaged"),
    ],
)
def test_bad_files_are_refused_by_name(tmp_path: Path, name: str, data: bytes, error: type[ReadError], message: str) -> None:
    path = file(tmp_path, name, data)

    with pytest.raises(error, match=message) as raised:
        read(path)

    assert str(path) in str(raised.value)
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize(("name", "megabytes"), [("a.html", 50), ("a.txt", 11), ("a.pdf", 51)])
def test_a_file_too_large_is_refused_unread(tmp_path: Path, name: str, megabytes: int) -> None:
    path = file(tmp_path, name, b"%PDF-1.7" if name == "a.pdf" else b"words")
    os.truncate(path, megabytes * 1_000_000)

    with pytest.raises(MalformedDocument, match=rf"has {megabytes} MB; the most"):
        content_of_file(path)


def test_the_largest_file_allowed_is_read(tmp_path: Path) -> None:
    path = file(tmp_path, "a.txt", b"word " * (LARGEST["text"] // 5))

    assert len(content_of_file(path).data) == LARGEST["text"]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"There is no file '.*none\.txt'"):
        content_of_file(tmp_path / "none.txt")
    with pytest.raises(UnsupportedFormat, match="no file that can be read"):
        content_of_file(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    with pytest.raises(UnsupportedFormat):
        content_of_file(tmp_path / "pipe.txt")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [("a.txt", b"", True), ("a", PAGE, True), ("a.css", b"p {}", False), ("a.jsonl", b"{}", False)],
)
def test_files_of_a_folder_are_known_by_name_or_bytes(tmp_path: Path, name: str, data: bytes, expected: bool) -> None:
    assert is_readable_kind(file(tmp_path, name, data)) is expected


def test_opening_a_file_for_its_kind_takes_no_time_on_hostile_bytes(tmp_path: Path) -> None:
    path = file(tmp_path, "a.css", b"<!---->" * 580)

    assert is_readable_kind(path) is False


@pytest.mark.parametrize(
    ("url", "media_type", "data", "kind"),
    [
        ("https://www.gov.wales/sums", "text/html", PAGE, "web page"),
        ("https://www.gov.wales/sums", "application/pdf", PAGE, "web page"),  # the header lies
        ("https://www.gov.wales/sums.pdf", "text/html", b"%PDF-1.7 sums", "PDF"),
        ("https://www.gov.wales/sums", "text/html", b"<p>Sums add up.</p>", "web page"),
        ("https://www.gov.wales/sums.txt", "application/octet-stream", b"Sums add up.", "text"),
    ],
)
def test_what_a_publisher_sends_is_what_its_bytes_show(url: str, media_type: str, data: bytes, kind: str) -> None:
    assert content_of_answer(data, url=url, media_type=media_type).kind == kind


@pytest.mark.parametrize(
    ("url", "media_type", "data", "error"),
    [
        ("https://www.gov.wales/sums", "text/html", b"", EmptyDocument),
        ("https://www.gov.wales/sums.ods", "application/vnd.oasis.opendocument.spreadsheet", b"PK\x03\x04", UnsupportedFormat),
        ("https://www.gov.wales/sums.pdf", "application/pdf", b"Not found", MalformedDocument),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_address(url: str, media_type: str, data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error, match=url):
        content_of_answer(data, url=url, media_type=media_type)
