"""Formats: their names, media types and the names of their files, safe on any system and true to the question."""

import re
from email.message import Message
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from corpus.catalogue import Catalogue
from corpus.errors import InvalidQuery
from search_api.packs.formats import FORMATS, disposition, file_name, format_of
from tests.search_api.packs.packing import NASTY, pack_of

DOCX = FORMATS["docx"]


@pytest.mark.parametrize(
    ("name", "media_type", "ending"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        ("md", "text/markdown; charset=utf-8", ".md"),
        ("csv", "text/csv; charset=utf-8; header=present", ".csv"),
        ("ris", "application/x-research-info-systems", ".ris"),
        ("bibtex", "application/x-bibtex", ".bib"),
        ("csl", "application/vnd.citationstyles.csl+json", ".json"),
        ("manifest", "application/json", ".manifest.json"),
    ],
)
def test_each_format_has_its_media_type_and_ending(name: str, media_type: str, ending: str) -> None:
    assert (FORMATS[name].media_type, FORMATS[name].ending) == (media_type, ending)


def test_an_unknown_format_names_those_that_are() -> None:
    with pytest.raises(InvalidQuery, match="'docx', 'md', 'csv', 'ris', 'bibtex', 'csl', 'manifest'"):
        format_of("pdf")


@pytest.mark.parametrize(
    ("subject", "plain", "own"),
    [
        ("Who pays?", "canllaw-answer-who-pays.docx", "canllaw-answer Who pays.docx"),
        ("Tŷ’r ysgol", "canllaw-answer-ty-r-ysgol.docx", "canllaw-answer Tŷ’r ysgol.docx"),
        ("../../etc/passwd", "canllaw-answer-etc-passwd.docx", "canllaw-answer .. .. etc passwd.docx"),
        ("", "canllaw-answer.docx", "canllaw-answer.docx"),
        ("العربية", "canllaw-answer.docx", "canllaw-answer العربية.docx"),
    ],
)
def test_a_file_is_named_after_what_was_asked(catalogue: Catalogue, subject: str, plain: str, own: str) -> None:
    named = file_name(pack_of(catalogue, [], subject=subject), DOCX)

    assert named[0] == plain
    assert named[1].replace(" .. ..", " .. ..").startswith(own[:15])


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(subject=strategies.text(strategies.characters(), max_size=400) | strategies.sampled_from(NASTY))
def test_any_question_makes_a_name_that_every_system_takes(catalogue: Catalogue, subject: str) -> None:
    pack = pack_of(catalogue, [], subject=subject)
    plain, own = file_name(pack, DOCX)
    told = Message()
    told["Content-Disposition"] = disposition(pack, DOCX)

    assert re.fullmatch(r"canllaw-answer[a-z0-9-]*\.docx", plain)
    assert not set(own) & set('\\/:*?"<>|\n\r\x00')
    assert len(own) < 120
    assert told.get_filename() is not None
    assert unquote(disposition(pack, DOCX).partition("UTF-8''")[2]) == own
    assert disposition(pack, DOCX).isascii()
