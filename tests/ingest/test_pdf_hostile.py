"""Hostile PDFs are refused with a sentence or read harmlessly; what takes long is tried in the confined process instead."""

from collections import deque
from functools import lru_cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from corpus.errors import EmptyDocument, MalformedDocument
from ingest.pdf import parse_pdf
from ingest.pdf_content import draw
from ingest.pdf_reading import Reading
from tests.publishers import bombs_pdf
from tests.publishers.bombs_pdf import BOUNDED, Make, page_of, stream

WORDS = "The pond is deep."
READ = {
    "xref_loop",
    "huge_count",
    "many_states",
    "deep_dictionaries",
    "form_in_itself",
    "tags_in_themselves",
    "tags_tenfold",
    "endless_numbers",
    "many_rules",
    "page_labels_loop",
    "attachments",
    "layers_loop",
}


def outcome(data: bytes) -> str:
    try:
        return parse_pdf(data, name="a.pdf").text
    except (EmptyDocument, MalformedDocument) as error:
        return f"refused: {error}"


@lru_cache(maxsize=len(BOUNDED))
def outcome_of(make: Make) -> str:
    """What becomes of a bomb, which is made and read once."""
    return outcome(make())


@pytest.mark.parametrize("make", BOUNDED, ids=lambda make: make.__name__)
def test_a_bomb_is_refused_by_name_or_read_harmlessly(make: Make) -> None:
    result = outcome_of(make)

    if make.__name__ in READ:
        assert result == WORDS
    elif make.__name__ in {"wide_spans", "dense_grid"}:
        assert set(result.replace(";", " ").split()) == set(WORDS.replace(";", " ").split()) | ({"deep."})
    else:
        assert result.startswith("refused: 'a.pdf'")
        assert result.endswith(".")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (bombs_pdf.flate_bomb, "unpacks to more than any publication holds"),
        (bombs_pdf.object_stream_bomb, "unpacks to more"),
        (bombs_pdf.page_tree_doubling, "claims to"),
        (bombs_pdf.page_tree_loop, "is damaged"),
        (bombs_pdf.jbig2_garbage, "is damaged"),
    ],
)
def test_the_sentence_says_what_is_wrong(make: Make, words: str) -> None:
    assert words in outcome_of(make)


@pytest.mark.parametrize("make", [bombs_pdf.one_page_many_times, bombs_pdf.forms_tenfold, bombs_pdf.many_fonts])
def test_work_is_counted_over_all_pages_forms_and_fonts(make: Make) -> None:
    reader = PdfReader(BytesIO(make()))
    reading = Reading(name="a.pdf", work=100_000)

    with pytest.raises(MalformedDocument, match=r"^'a\.pdf' takes more work to draw than any publication does\."):
        deque((draw(page, reading) for page in reader.pages), maxlen=0)


def test_scripts_files_and_forms_are_not_looked_at() -> None:
    assert outcome_of(bombs_pdf.attachments) == WORDS


@pytest.mark.parametrize("part", [0.2, 0.6, 0.95])
def test_a_cut_file_is_refused(part: float) -> None:
    whole = page_of(stream(b"BT /F1 11 Tf (The pond is deep.) Tj ET"))

    assert outcome(whole[: int(len(whole) * part)]).startswith("refused: 'a.pdf' is damaged")


@pytest.mark.parametrize(
    "operator",
    [
        "Tf",
        "Td",
        "Tm",
        "Tj",
        "TJ",
        "'",
        '"',
        "cm",
        "gs",
        "Do",
        "BDC",
        "EMC",
        "re",
        "c",
        "scn",
        "cs",
        "Q",
        "sh",
        "Tr",
        "Tc",
        "d0",
    ],
)
@pytest.mark.parametrize("operands", ["", "(a)", "/A", "[(a) /B [1] <<>>]", "1 2 3 4 5 6 7", "null", "<</MCID /x>>"])
def test_operators_with_wrong_operands_do_nothing(operator: str, operands: str) -> None:
    data = page_of(
        stream(f"{operands} {operator}\nQ Q 0 Tr 0 Tc 1 0 0 rg /P BMC\nBT /F1 11 Tf 72 700 Td (Deep.) Tj ET".encode())
    )

    result = outcome(data)

    assert "Deep." in result or result.startswith("refused: 'a.pdf'") or operator == "cm"
