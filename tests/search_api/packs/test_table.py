"""CSV: read by a reader written from RFC 4180 alone, and by Python's; nothing in it is a formula, and every cell comes back."""

import csv
from collections.abc import Iterator
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings

from corpus.catalogue import Catalogue
from search_api.packs.letters import encodable
from search_api.packs.pack import Pack
from search_api.packs.table import CELL, FIRST, FORMULA, LAST, PLACE, SOURCE, guarded, table, unguarded
from tests.search_api.packs.packing import ANY_WORDS, NASTY, citation, otters, pack_of, publication


def read_by_the_letter(text: str) -> Iterator[list[str]]:
    """Records of RFC 4180: quotes around a field may hold commas, line ends and doubled quotes."""
    record: list[str] = []
    field, at = "", 0
    while at < len(text):
        if text[at] == '"':
            end = at + 1
            while not (text[end] == '"' and text[end + 1 : end + 2] != '"'):
                end += 2 if text[end] == '"' else 1
            field, at = text[at + 1 : end].replace('""', '"'), end + 1
        elif text[at] == ",":
            record.append(field)
            field, at = "", at + 1
        elif text.startswith("\r\n", at):
            yield [*record, field]
            record, field, at = [], "", at + 2
        else:
            field, at = field + text[at], at + 1


def rows(pack: Pack) -> list[dict[str, str]]:
    text = table(pack).decode("utf-8-sig")
    by_python = list(csv.reader(StringIO(text, newline="")))
    assert by_python == list(read_by_the_letter(text))
    names, *found = by_python
    return [dict(zip(names, row, strict=True)) for row in found]


def test_its_columns_are_these_and_its_first_bytes_a_mark(catalogue: Catalogue) -> None:
    given_ = table(otters(catalogue, "Otters must sleep."))
    header = given_.decode("utf-8-sig").partition("\r\n")[0]

    assert given_.startswith(b"\xef\xbb\xbf")
    assert header.split(",") == [*FIRST, "level", *SOURCE, *PLACE, *LAST]
    assert header == (
        "pack,asked,asked_on,section,part,n,label,statement,before,quotation,words_are,level,"
        "title,author,role,publisher,type,published,status,force,valid_from,valid_to,language,"
        "place,page,start,end,document_id,publication_id,url,licence,note,corpus_version,manifest"
    )


def test_a_row_holds_a_quotation_and_its_source(catalogue: Catalogue) -> None:
    [row] = rows(otters(catalogue, "Otters must sleep."))

    assert row["quotation"] == "Otters must sleep."
    assert (row["n"], row["start"], row["end"], row["words_are"]) == ("1", "0", "18", "publisher")
    assert (row["published"], row["asked_on"], row["type"]) == ("2024-05-01", "2026-05-07", "guidance")
    assert (row["section"], row["part"], row["place"]) == ("What was found", "Otters in schools", "Otters at school")


def test_a_pack_without_quotations_has_a_row_that_says_so(catalogue: Catalogue) -> None:
    [row] = rows(pack_of(catalogue, []))

    assert (row["label"], row["quotation"], row["asked"]) == ("What was found", "", "Otters")
    assert row["manifest"].startswith('{"form":"canllaw-pack/1"')


def test_no_cell_is_longer_than_excel_holds_where_there_are_rows_enough(catalogue: Catalogue) -> None:
    many = [citation(n, publication(f"guidance-{n}"), f"Otter {n} must sleep.") for n in range(1, 101)]
    found = rows(pack_of(catalogue, many))

    assert max(len(cell) for row in found for cell in row.values()) <= CELL + 1
    assert sum(bool(row["manifest"]) for row in found) > 1


@pytest.mark.parametrize("sign", FORMULA)
def test_a_cell_that_looks_like_a_formula_is_guarded_and_given_back(sign: str) -> None:
    assert guarded(f"{sign}cmd")[0] == "'"
    assert unguarded(guarded(f"{sign}cmd")) == f"{sign}cmd"


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:20]))
def test_nasty_words_come_back_as_they_are(catalogue: Catalogue, text: str) -> None:
    [row] = rows(otters(catalogue, text))

    assert unguarded(row["quotation"]) == encodable(text)
    assert not any(cell.startswith(FORMULA) and not cell.startswith("'") for cell in row.values())


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(text=ANY_WORDS, title=ANY_WORDS)
def test_any_words_come_back_as_they_are(catalogue: Catalogue, text: str, title: str) -> None:
    [row] = rows(otters(catalogue, text, title=title))

    assert (unguarded(row["quotation"]), unguarded(row["title"])) == (encodable(text), encodable(title))
    assert not any(cell.startswith(FORMULA) and not cell.startswith("'") for cell in row.values())
