"""Ids of documents and passages: readable, derived from what they name, never random.

A publication's id is its slug in the register (`guidance-si-2022`). A document adds language and a digest of its text
(`guidance-si-2022.en.1f0c9a3b`), so a changed text is another document; a passage adds its span (`….1f0c9a3b:120-388`).
"""

import hashlib
import re
import unicodedata
from datetime import date

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_PASSAGE = re.compile(r"(?P<document>[a-z0-9-]+\.[a-z]{2}\.[0-9a-f]{8}):(?P<start>\d+)-(?P<end>\d+)\Z")
SLUG_LENGTH = 72  # leaves a whole passage id under 100 characters, so that it fits a log line and an address


def text_sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def document_id(*, publication_id: str, language: str, text: str) -> str:
    """The id of a publication's text: the same publication, language and words give the same id."""
    return f"{publication_id}.{language}.{text_sha256(text)[:8]}"


def passage_id(*, document_id: str, start: int, end: int) -> str:
    """The id of a span of a document."""
    return f"{document_id}:{start}-{end}"


def parse_passage_id(value: str) -> tuple[str, int, int] | None:
    """Document id, start and end of a passage id, or None where the value is not one."""
    match = _PASSAGE.match(value)
    return (match["document"], int(match["start"]), int(match["end"])) if match else None


def slug(text: str) -> str:
    """Words of a title as an id, cut at a word: `"Canllawiau: Tŷ’r Ysgol!"` -> `"canllawiau-ty-r-ysgol"`."""
    apart = unicodedata.normalize("NFKD", text).replace("’", " ")
    words = re.findall(r"[a-z0-9]+", apart.encode("ascii", "ignore").decode().lower())
    made = ""
    for word in words:
        if made and len(made) + len(word) + 1 > SLUG_LENGTH:
            break
        made = f"{made}-{word}" if made else word[:SLUG_LENGTH]
    return made


def imported_publication_id(*, title: str, published: date | None, address: str) -> str:
    """The id of a publication the register does not know; the address keeps two of one title apart."""
    stem = slug(title) or "untitled"
    mark = hashlib.sha256(address.encode()).hexdigest()[:6]
    return f"{stem}-{published.isoformat()}-{mark}" if published else f"{stem}-{mark}"
