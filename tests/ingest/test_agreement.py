"""Catalogue and captures are compared, and what a kill leaves is put right; nothing whole is ever thrown away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete

from corpus.captures import Capture, ReadAs, Received
from corpus.catalogue import Catalogue
from corpus.document import Document
from corpus.publication import Publication
from corpus.schema import capture_table
from ingest.agreement import differences, mend
from ingest.intake import Intake
from ingest.pipeline import live

URL = "https://www.gov.wales/otters"
WORDS = "Otters may swim in the pond of a school."


def answer(now: datetime, words: str = WORDS, *, url: str = URL, status: int = 200) -> Received:
    body = f'<!doctype html><html lang="en"><main><h1>Otters</h1><p>{words}</p></main></html>'.encode()
    return Received(url=url, final_url=url, status=status, headers=(("Content-Type", "text/html"),), body=body, at=now)


def told(intake: Intake) -> list[tuple[str, str]]:
    return [(one.what, one.mend) for one in differences(intake.catalogue, intake.captures)]


def forget(catalogue: Catalogue, capture: Capture) -> None:
    with catalogue.writing() as write:
        write.connection.execute(delete(capture_table).where(capture_table.c.id == capture.id))


def path_of(intake: Intake, capture: Capture) -> Path:
    return intake.captures.folder / capture.file


@pytest.fixture
def first(intake: Intake, now: datetime) -> Capture:
    """A page that was kept and read."""
    capture = intake.captures.keep(answer(now))
    assert live(intake, capture).document_id
    assert told(intake) == []
    return capture


def test_half_a_record_at_the_end_is_cut_off(intake: Intake, first: Capture, now: datetime) -> None:
    second = intake.captures.keep(answer(now, "Other words of otters.", url=f"{URL}/2"))
    intake.captures.close()
    forget(intake.catalogue, second)
    path = path_of(intake, second)
    path.write_bytes(path.read_bytes()[:-5])
    what = f"'{second.file}' breaks off in the middle of a record, at byte {second.offset:,}."
    assert told(intake) == [(what, "the half record is cut off")]

    mend(intake)

    assert told(intake) == []
    assert path.stat().st_size == second.offset
    assert intake.captures.body(first) == answer(now).body


def test_a_record_without_a_row_is_entered_and_read(
    intake: Intake, first: Capture, catalogue: Catalogue, now: datetime
) -> None:
    second = intake.captures.keep(answer(now, "Other words of otters in a pond.", url=f"{URL}/2"))
    forget(catalogue, second)
    what = f"'{second.file}' holds an answer of '{URL}/2' that the catalogue does not know."
    assert told(intake) == [(what, "it is entered, and read")]

    mend(intake)

    assert told(intake) == []
    assert intake.captures.capture(second.id).read_as is ReadAs.DOCUMENT
    assert [text.text for _, text in catalogue.current() if "Other words" in text.text] == ["Other words of otters in a pond."]
    assert first.id in {one.id for one in intake.captures.all()}


def test_a_page_that_was_kept_and_not_read_is_read(intake: Intake, catalogue: Catalogue, now: datetime) -> None:
    capture = intake.captures.keep(answer(now))
    assert told(intake) == [(f"'{URL}' was kept on 01 March 2026 and never read.", "it is read")]

    mend(intake)

    assert told(intake) == []
    assert intake.captures.capture(capture.id).read_as is ReadAs.DOCUMENT
    assert len(list(catalogue.current())) == 1


def test_a_revisit_and_a_refusal_without_rows_are_entered_and_not_read(
    intake: Intake, first: Capture, catalogue: Catalogue, now: datetime
) -> None:
    revisit = intake.captures.keep(answer(now + timedelta(days=1)))
    refusal = intake.captures.keep(answer(now + timedelta(days=2), status=403))
    for one in (revisit, refusal):
        forget(catalogue, one)
    assert len(told(intake)) == 2

    mend(intake)

    assert told(intake) == []
    assert [intake.captures.capture(one.id) for one in (revisit, refusal)] == [revisit, refusal]
    assert revisit.revisits == first.id
    assert len(list(catalogue.current())) == 1


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_damage_to_a_record_that_has_a_row_is_told_and_cuts_nothing(
    intake: Intake, first: Capture, now: datetime, place: str
) -> None:
    others = [intake.captures.keep(answer(now, f"Words of otters {name}.", url=f"{URL}/{name}")) for name in "ab"]
    for one in others:
        live(intake, one)
    intake.captures.close()
    kept = [first, *others]
    harmed = {"first": first, "middle": others[0], "last": others[1]}[place]
    path = path_of(intake, first)
    data = bytearray(path.read_bytes())
    data[harmed.offset + 30] ^= 0xFF
    path.write_bytes(data)
    before = told(intake)

    mend(intake)

    assert path.read_bytes() == data
    assert told(intake) == before
    assert {mended for _, mended in before} == {""}
    assert f"'{harmed.url}' of 01 March 2026 cannot be read" in " ".join(what for what, _ in before)
    assert f"'{path.name}' is damaged at byte {harmed.offset:,}" in " ".join(what for what, _ in before)
    for one in kept:
        if one.id != harmed.id:
            assert intake.captures.body(one) == intake.captures.body(intake.captures.capture(one.id))


def test_a_file_that_is_away_is_told_for_each_of_its_captures(intake: Intake, first: Capture) -> None:
    path_of(intake, first).unlink()

    [(what, mended)] = told(intake)

    assert what.startswith(f"The capture of '{URL}' of 01 March 2026 cannot be read from '{first.file}': No such file")
    assert mended == ""


def test_a_text_of_which_no_bytes_are_kept_is_told(
    intake: Intake, catalogue: Catalogue, publication: Callable[..., Publication], document: Callable[..., Document]
) -> None:
    text = document("Otters may swim.")
    with catalogue.writing() as write:
        write.put_publication(publication())
        write.put_document(text)

    assert told(intake) == [
        (f"No bytes are kept of '{text.id}' (Otters in schools: guidance): it came before captures were kept.", "")
    ]


def test_everything_at_once_is_mended_at_once(intake: Intake, first: Capture, catalogue: Catalogue, now: datetime) -> None:
    waiting = intake.captures.keep(answer(now, "Waiting words of otters.", url=f"{URL}/waiting"))
    lost = intake.captures.keep(answer(now, "Lost words of otters.", url=f"{URL}/lost"))
    torn = intake.captures.keep(answer(now, "Torn words of otters.", url=f"{URL}/torn"))
    intake.captures.close()
    for one in (lost, torn):
        forget(catalogue, one)
    path = path_of(intake, torn)
    path.write_bytes(path.read_bytes()[: torn.offset + 50])
    assert len(told(intake)) == 3

    mend(intake)

    assert told(intake) == []
    assert {one.id for one in intake.captures.all()} == {first.id, waiting.id, lost.id}
    assert len(list(catalogue.current())) == 3
    again = replace(answer(now), url=f"{URL}/next", final_url=f"{URL}/next")
    assert intake.captures.body(intake.captures.keep(again)) == again.body
