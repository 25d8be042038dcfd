"""Plain text keeps its own characters; the lines above a copied text are read and set apart."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.document import canonical
from corpus.errors import EmptyDocument, MalformedDocument
from corpus.flag import FlagReason
from ingest.decode import mend
from ingest.parsed import Parsed
from ingest.text import parse_text

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def read(text: str, name: str = "a.txt") -> Parsed:
    return parse_text(text.encode(), name=name)


def body(parsed: Parsed) -> str:
    return "".join(parsed.text[section.start : section.end] for section in parsed.sections if not section.front)


COPY = (
    "Skip to main content\n\nCabinet statement\n\nWritten Statement: Sums\n\nJane Doe MS, Minister for Sums\n\n"
    "First published:\n17 May 2022\nLast updated:\n{updated}\nThe schools add up.  Twice.\n"
)


def test_the_lines_above_a_copied_text_are_facts_of_it() -> None:
    parsed = read(COPY.format(updated="18 May 2022\n"))

    assert (parsed.title, parsed.author, parsed.role) == ("Written Statement: Sums", "Jane Doe", "Minister for Sums")
    assert (parsed.published, parsed.updated) == (date(2022, 5, 17), date(2022, 5, 18))
    assert body(parsed) == "The schools add up.  Twice.\n"


def test_a_blank_last_updated_does_not_eat_the_text() -> None:
    parsed = read(COPY.format(updated=""))

    assert parsed.updated is None
    assert body(parsed) == "The schools add up.  Twice.\n"


def test_a_date_line_after_a_blank_line_belongs_to_the_text() -> None:
    parsed = read("First published: 18 December 2024\nLast updated:\n\n19 December 2024\n\nDear Minister\n")

    assert parsed.updated is None
    assert body(parsed).startswith("19 December 2024\n")


def test_welsh_labels_are_read() -> None:
    parsed = read(
        "Neidio i'r prif gynnwys\nCyhoeddwyd gyntaf: 17 Hydref 2024\nDiweddarwyd ddiwethaf:\n\nMae'r ysgol yn cyfrif.\n"
    )

    assert (parsed.published, parsed.language) == (date(2024, 10, 17), "cy")
    assert body(parsed) == "Mae'r ysgol yn cyfrif.\n"


@pytest.mark.parametrize(
    "text",
    [
        "MS, Minister for\nSums: It is a year since\nwe began.\n",  # begins in the middle of a by-line
        "One line of words.\nAnother line of words.\nLast updated: 5 May 2024\nMore words.\n",  # a label among the text
        "Jane Doe, Minister for Sums\n\nWords without any label.\n",
    ],
)
def test_a_text_with_nothing_above_it_is_all_body(text: str) -> None:
    parsed = read(text)

    assert body(parsed) == text
    assert parsed.published is None


def test_markdown_headings_start_sections_but_not_in_code() -> None:
    parsed = read("# Sums #\nwords\n```\n# not one\n```\n### Deeper\nmore\n#no\n", name="a.md")

    assert [(section.level, section.heading) for section in parsed.sections] == [(1, "Sums"), (3, "Deeper")]
    assert (parsed.title, parsed.media_type) == ("Sums", "text/markdown")


def test_headings_follow_the_front_matter() -> None:
    parsed = read("First published: 17 May 2022\n\n# Sums\nwords\n")

    assert [(section.heading, section.front) for section in parsed.sections] == [("", True), ("Sums", False)]


def test_windows_line_ends_and_damage_are_put_right() -> None:
    parsed = parse_text("a\r\nÂ£5 for the tŷ\r\n".encode(), name="a.txt")

    assert parsed.text == "a\n£5 for the tŷ\n"


@pytest.mark.parametrize("text", ["", " \n\t", "Skip to main content\nFirst published: 17 May 2022\n"])
def test_a_file_without_a_text_is_refused_by_name(text: str) -> None:
    with pytest.raises(EmptyDocument, match=r"No text in 'a\.txt'\."):
        read(text)


def test_unseen_characters_stay_in_the_file_and_are_flagged() -> None:
    parsed = read("The school co\u200bunts up to ten.\n")

    assert parsed.text == "The school co\u200bunts up to ten.\n"
    assert [flag.reason for flag in parsed.flags] == [FlagReason.INVISIBLE_CHARACTERS]
    assert read("The school counts up to ten.\n").flags == ()


def test_binary_data_is_refused_by_name() -> None:
    with pytest.raises(MalformedDocument, match=r"'a\.txt' .* binary"):
        parse_text(b"PK\x03\x04\x00", name="a.txt")


@settings(deadline=None)  # the first example loads dictionaries and fonts
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\r#"), min_size=1))
def test_offsets_count_into_the_file_itself(text: str) -> None:
    assume(canonical(text).strip() and mend(text) == text and not text.startswith("\ufeff"))

    parsed = read(text)

    assert parsed.text == canonical(text)
    assert "".join(parsed.text[section.start : section.end] for section in parsed.sections) == parsed.text


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed texts are not beside this repository")
@pytest.mark.parametrize(
    ("name", "front", "published", "author"),
    [
        ("000_5ef4e7c87947d363.txt", 0, None, None),
        ("003_a29fa03dbf9e284d.txt", 123, date(2022, 5, 17), "Jeremy Miles"),
    ],
)
def test_the_seeds_keep_every_character(name: str, front: int, published: date | None, author: str | None) -> None:
    data = (SEEDS / name).read_bytes()

    parsed = parse_text(data, name=name)

    assert parsed.text == canonical(data.decode())
    assert sum(section.end for section in parsed.sections if section.front) == front
    assert (parsed.published, parsed.updated, parsed.author) == (published, None, author)
    assert parsed.language == "en"
