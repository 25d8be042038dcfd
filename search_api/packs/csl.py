"""CSL JSON: the texts a pack cites, one item each, with every quotation in its abstract; the form Zotero and pandoc import.

What CSL has no name for stands under `custom`, which the schema (csl-data 1.0.2) leaves to whoever writes: the places of the
quotations, and in the first item the manifest.
"""

import json
from collections.abc import Sequence
from typing import Any

from search_api.packs.letters import encodable
from search_api.packs.names import Name
from search_api.packs.pack import Pack
from search_api.packs.reference import Reference, Sort, place_words, quoted, references
from search_api.packs.standing import notes_of_nothing, standing_words

KEY = "canllaw"


def csl(pack: Pack) -> bytes:
    """A pack as CSL JSON, UTF-8."""
    items = [_item(pack, one) for one in references(pack.contents.citations)] or [_nothing(pack)]
    items[0]["custom"][KEY]["manifest"] = pack.manifest.model_dump(mode="json")
    return encodable(json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _item(pack: Pack, source: Reference) -> dict[str, Any]:
    publication = source.publication
    told: dict[str, Any] = {
        "id": source.document.id,
        "type": source.sort.value,
        "title": publication.title,
        "author": [_named(name) for name in source.authors],
        "publisher": publication.publisher,
        "issued": _dated(source.day),
        "genre": source.sort_words(pack.spoken),
        "language": source.document.language,
        "URL": source.address,
        "abstract": "\n\n".join(_quotations(pack, source)),
        "note": standing_words(pack, source),
        "keyword": ", ".join(publication.topics),
        "source": "Canllaw",
        "custom": {KEY: {"quotations": [_placed(one.n, one.span, one.quote) for one in source.quotations]}},
    }
    return {name: value for name, value in told.items() if value}


def _quotations(pack: Pack, source: Reference) -> list[str]:
    made = []
    for citation in source.quotations:
        place = place_words(citation, pack.spoken)
        made.append(f"{quoted(citation)} ({place})" if place else quoted(citation))
    return made


def _named(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.whole}


def _dated(day: Sequence[int]) -> dict[str, Any] | None:
    return {"date-parts": [list(day)]} if day else None


def _placed(n: int, span: Sequence[int], quote: str) -> dict[str, Any]:
    start, end = span
    return {"n": n, "start": start, "end": end, "quote": quote}


def _nothing(pack: Pack) -> dict[str, Any]:
    day = pack.manifest.asked_on
    return {
        "id": f"canllaw-{pack.contents.of}",
        "type": Sort.DOCUMENT.value,
        "title": pack.contents.title,
        "issued": _dated((day.year, day.month, day.day)),
        "language": pack.contents.language,
        "abstract": "\n\n".join(notes_of_nothing(pack)),
        "source": "Canllaw",
        "custom": {KEY: {"quotations": []}},
    }
