"""Read back: the manifest out of a pack of any format, or out of a manifest's own file; trusts none of it, makes none anew.

A file from a stranger may be anything: only so much of it is read, no entity is resolved, and what does not hold to the form
is refused with a sentence.
"""

import csv
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from typing import Any

from lxml import etree
from pydantic import ValidationError

from corpus.errors import MalformedDocument, UnsupportedFormat
from search_api.packs import bibtex, csl, ris, table
from search_api.packs.manifest import ManifestShape
from search_api.packs.markdown import FENCE
from search_api.packs.word_package import NAMESPACE

MOST_BYTES = 64_000_000
"""Of a pack: one of 100 hits has 0.4 MB."""
MOST_PARTS = 200
_ZIP = b"PK\x03\x04"
_FENCED = re.compile(re.escape(FENCE) + r"\n(?P<json>.*)\n```", re.MULTILINE)
_TAGGED = re.compile(rf"^{ris.MANIFEST}  - (?P<json>.*?)\r?$", re.MULTILINE)
_COMMENTED = re.compile(r"^@comment\{" + bibtex.MANIFEST + r" (?P<json>.*)\}$", re.MULTILINE)


def read_manifest(given: bytes, *, name: str) -> tuple[str, ManifestShape]:
    """The format of a pack and its manifest; raises UnsupportedFormat or MalformedDocument, naming the file."""
    if len(given) > MOST_BYTES:
        raise MalformedDocument(f"'{name}' has {len(given):,} bytes; a pack has at most {MOST_BYTES:,}.")
    for form, find in _READERS:
        try:
            found = find(given)
        except (ValueError, csv.Error, zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RecursionError):
            found = None
        if found:
            return form, _read(found, name)
    raise UnsupportedFormat(
        f"'{name}' holds no manifest of Canllaw: give a file that `canllaw export` or a page made, or its manifest alone."
    )


def _read(told: str | dict[str, Any], name: str) -> ManifestShape:
    try:
        return ManifestShape.model_validate_json(told) if isinstance(told, str) else ManifestShape.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise MalformedDocument(
            f"The manifest in '{name}' cannot be read: {place or 'it'}: {first['msg']}. Export it anew."
        ) from error


def _of_word(given: bytes) -> str | None:
    if not given.startswith(_ZIP):
        return None
    with zipfile.ZipFile(BytesIO(given)) as package:
        parts = [one for one in package.infolist() if one.filename.startswith("customXml/") and one.filename.endswith(".xml")]
        for part in parts[:MOST_PARTS]:
            if part.file_size > MOST_BYTES:
                continue
            with package.open(part) as opened:
                found = _of_xml(opened.read(MOST_BYTES))
            if found:
                return found
    return None


def _of_xml(given: bytes) -> str | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(given, parser)
    except etree.XMLSyntaxError:
        return None
    return root.text if root.tag == f"{{{NAMESPACE}}}manifest" else None


def _of_json(given: bytes) -> dict[str, Any] | None:
    told = json.loads(given) if given.lstrip()[:1] == b"{" else None
    return told if isinstance(told, dict) and str(told.get("form", "")).startswith("canllaw-pack/") else None


def _of_csl(given: bytes) -> dict[str, Any] | None:
    items = json.loads(given) if given.lstrip()[:1] == b"[" else None
    for item in items if isinstance(items, list) else []:
        ours = item.get("custom", {}) if isinstance(item, dict) else {}
        held = ours.get(csl.KEY) if isinstance(ours, dict) else None
        if isinstance(held, dict) and isinstance(held.get("manifest"), dict):
            manifest: dict[str, Any] = held["manifest"]
            return manifest
    return None


def _of_table(given: bytes) -> str | None:
    text = given.decode("utf-8-sig")
    if not text.startswith(f"{table.FIRST[0]},"):
        return None
    csv.field_size_limit(MOST_BYTES)
    pieces = (table.unguarded(row.get(table.LAST[-1]) or "") for row in _rows(text))
    return "".join(pieces) or None


def _rows(text: str) -> Iterator[dict[str, str]]:
    return iter(csv.DictReader(StringIO(text, newline="")))


def _by(pattern: re.Pattern[str]) -> Callable[[bytes], str | None]:
    def find(given: bytes) -> str | None:
        # The last: words that only look like a manifest may stand before it.
        return next((found["json"] for found in reversed(list(pattern.finditer(given.decode())))), None)

    return find


_READERS: tuple[tuple[str, Callable[[bytes], str | dict[str, Any] | None]], ...] = (
    ("docx", _of_word),
    ("manifest", _of_json),
    ("csl", _of_csl),
    ("csv", _of_table),
    ("bibtex", _by(_COMMENTED)),
    ("md", _by(_FENCED)),
    ("ris", _by(_TAGGED)),
)
"""How each format holds its manifest; each looks first for a sign that the file is its own."""
