"""Formats: what a pack can be written as, each with its media type and its ending; writes none itself."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from corpus.errors import InvalidQuery
from corpus.ids import slug
from search_api.packs.bibtex import bibtex
from search_api.packs.csl import csl
from search_api.packs.manifest import manifest_text
from search_api.packs.markdown import markdown
from search_api.packs.pack import Pack
from search_api.packs.ris import ris
from search_api.packs.table import table
from search_api.packs.word import word

LONGEST_NAME = 80
_UNSAFE = re.compile(r"""[\\/:*?"<>|\x00-\x1f\x7f-\x9f]+""")
"""What some system refuses in the name of a file."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a pack."""

    write: Callable[[Pack], bytes]
    media_type: str
    ending: str
    called: str
    """Its name for people, the same in every language."""


def manifest_alone(pack: Pack) -> bytes:
    """The manifest as a file of its own, which `canllaw replay` reads too."""
    return f"{manifest_text(pack.manifest)}\n".encode()


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "docx": Format(word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "Word (DOCX)"),
        "md": Format(markdown, "text/markdown; charset=utf-8", ".md", "Markdown"),
        "csv": Format(table, "text/csv; charset=utf-8; header=present", ".csv", "CSV"),
        "ris": Format(ris, "application/x-research-info-systems", ".ris", "RIS"),
        "bibtex": Format(bibtex, "application/x-bibtex", ".bib", "BibTeX"),
        "csl": Format(csl, "application/vnd.citationstyles.csl+json", ".json", "CSL JSON"),
        "manifest": Format(manifest_alone, "application/json", ".manifest.json", "Manifest"),
    }
)
"""By the value of `format`."""


def format_of(name: str) -> Format:
    """A format by its name; raises InvalidQuery."""
    if name not in FORMATS:
        known = ", ".join(f"'{one}'" for one in FORMATS)
        raise InvalidQuery(f"Unknown format '{name[:40]}'. Known values: {known}.", field="format")
    return FORMATS[name]


def file_name(pack: Pack, form: Format) -> tuple[str, str]:
    """What a pack's file is called, in plain letters and in its own: `canllaw-answer-ty-r-ysgol.docx`."""
    told = f"canllaw-{pack.contents.of}"
    own = unicodedata.normalize("NFC", _UNSAFE.sub(" ", pack.contents.subject.encode(errors="replace").decode()))
    shown = " ".join(own.split())[:LONGEST_NAME].strip(" .")
    plain = slug(pack.contents.subject.encode(errors="replace").decode())
    return (f"{told}-{plain}" if plain else told) + form.ending, (f"{told} {shown}" if shown else told) + form.ending


def disposition(pack: Pack, form: Format) -> str:
    """The Content-Disposition of a pack's file (RFC 6266): plain letters for old clients, its own for the rest."""
    plain, own = file_name(pack, form)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(own, safe='')}"
