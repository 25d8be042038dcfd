"""Hostile files are refused with a sentence or read harmlessly; whoever asked stays small, and the next file is read."""

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import ReadError
from ingest.confined import Confined, Limits
from ingest.read import HTML
from tests.publishers import bombs_pdf
from tests.publishers.bombs import BOMBS, FOREIGN, PDF, Bomb, End

MOST_GROWTH = 300_000_000  # bytes (users 8, item 14)
ORDINARY = (
    b"<!DOCTYPE html><html lang='en'><body><main><h1>Otters</h1><p>The otters swim to the school.</p></main></body></html>"
)
# The others of its kind are read by the parser alone, in `test_pdf_hostile`.
MADE = (*bombs_pdf.SLOW, bombs_pdf.flate_of_flate, bombs_pdf.object_stream_bomb, bombs_pdf.letters_bomb, bombs_pdf.xref_claims)
PDFS = [Bomb(f"{make.__name__.replace('_', '-')}.pdf", PDF, make) for make in MADE]


@pytest.fixture(scope="module")
def confined() -> Iterator[Confined]:
    # As in earnest, but for the computing: what takes two seconds of it here would take sixty.
    with Confined(Limits(cpu_seconds=2)) as opened:
        yield opened


@pytest.mark.parametrize("bomb", [pytest.param(bomb, id=bomb.name) for bomb in (*BOMBS, *PDFS)])
def test_a_hostile_file_harms_nobody(confined: Confined, bomb: Bomb) -> None:
    data = bomb.make()
    before = _forget_the_peak()

    text, refused = _read(confined, bomb, data)

    assert _peak() - before < MOST_GROWTH
    assert FOREIGN not in text
    assert bomb.end is not End.READ or text
    assert bomb.end is not End.REFUSED or refused
    assert bool(text) is not refused.endswith(".")
    assert confined.parse(HTML, ORDINARY, name="ordinary.html").text == "The otters swim to the school."


def _read(confined: Confined, bomb: Bomb, data: bytes) -> tuple[str, str]:
    """The text, or why there is none."""
    try:
        return confined.parse(bomb.kind, data, name=bomb.name).text, ""
    except ReadError as error:
        return "", str(error)


@pytest.mark.parametrize("name", ["external-entity.xhtml", "external-parameter.xhtml", "xinclude.html", "laughs.xhtml"])
def test_words_beside_a_trick_are_read(confined: Confined, name: str) -> None:
    bomb = next(bomb for bomb in BOMBS if bomb.name == name)

    text = confined.parse(bomb.kind, bomb.make(), name=bomb.name).text

    assert "Otters swim to school." in text
    assert len(text) < 100


def _forget_the_peak() -> int:
    """Let the kernel count this process's peak anew, where it can; the peak so far, in bytes."""
    if os.access("/proc/self/clear_refs", os.W_OK):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _peak()


def _peak() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) * 1024 for line in status.read_text(encoding="ascii").splitlines() if "VmHWM" in line)
