"""BibTeX: the texts a pack cites, one entry each, with every quotation in its abstract; UTF-8, as biber and Zotero read it.

Signs that TeX obeys are spelled out, and a brace comes with its unseen twin, since BibTeX counts braces even behind a
backslash (tex.stackexchange.com/q/230750). The manifest stands in an `@comment`, which every reader passes over.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from search_api.packs.letters import one_line
from search_api.packs.manifest import manifest_text
from search_api.packs.pack import Pack
from search_api.packs.reference import Reference, Sort, place_words, quoted, references
from search_api.packs.standing import notes_of_nothing, standing_words

TYPES = MappingProxyType(
    {
        Sort.REPORT: "techreport",
        Sort.HEARING: "misc",
        Sort.WEBPAGE: "online",
        Sort.LETTER: "letter",
        Sort.LEGISLATION: "misc",
        Sort.DOCUMENT: "misc",
    }
)
"""Those of BibTeX where it has one, else of biblatex, which Zotero knows too; BibTeX's styles take the rest as `misc`."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MANIFEST = "canllaw-manifest"
SIGNS = MappingProxyType(
    {
        "\\": r"{\textbackslash}",
        "{": r"\{\vphantom{\}}",
        "}": r"\vphantom{\{}\}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "|": r"{\textbar}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        '"': r"{\textquotedbl}",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
    }
)
"""Each as Zotero writes and reads it."""
_SIGN = re.compile("[" + re.escape("".join(SIGNS)) + "]")


def bibtex(pack: Pack) -> bytes:
    """A pack as BibTeX, UTF-8."""
    entries = [_entry(pack, one) for one in references(pack.contents.citations)] or [_nothing(pack)]
    comment = f"@comment{{{MANIFEST} {manifest_text(pack.manifest, escaped='{}@')}}}\n"
    return "\n".join([*entries, comment]).encode()


def spelled(text: str) -> str:
    """Words as TeX shows them, on one line."""
    return _SIGN.sub(lambda found: SIGNS[found[0]], one_line(text))


def _entry(pack: Pack, source: Reference) -> str:
    return _written(TYPES[source.sort], source.document.id, _fields(pack, source))


def _written(kind: str, key: str, fields: Iterator[tuple[str, str]]) -> str:
    lines = [f"  {name} = {value}," for name, value in fields if value not in {"{}", ""}]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def _fields(pack: Pack, source: Reference) -> Iterator[tuple[str, str]]:
    publication, spoken = source.publication, pack.spoken
    people = [spelled(name.turned) if name.given else f"{{{spelled(name.whole)}}}" for name in source.authors]
    yield "author", f"{{{' and '.join(people)}}}"
    yield "title", f"{{{{{spelled(publication.title)}}}}}"  # twice, so that no style takes its capitals away
    yield from _dated(source)
    place = "institution" if source.sort is Sort.REPORT else "publisher"
    yield place, f"{{{spelled(publication.publisher)}}}"
    yield "type", f"{{{spelled(source.sort_words(spoken))}}}"
    yield "language", f"{{{source.document.language}}}"
    yield "url", f"{{{_address(source.address or '')}}}"
    yield "note", f"{{{spelled(standing_words(pack, source))}}}"
    yield "abstract", f"{{{spelled(' '.join(_quotation(pack, source)))}}}"
    yield "keywords", f"{{{spelled(', '.join(publication.topics))}}}"


def _quotation(pack: Pack, source: Reference) -> Iterator[str]:
    for citation in source.quotations:
        place = place_words(citation, pack.spoken)
        yield f"{quoted(citation)} ({place})" if place else quoted(citation)


def _dated(source: Reference) -> Iterator[tuple[str, str]]:
    if not source.day:
        return
    year, *rest = source.day
    yield "year", f"{{{year:04}}}"
    if rest:
        yield "month", MONTHS[rest[0] - 1]
    yield "date", f"{{{'-'.join([f'{year:04}', *(f'{part:02}' for part in rest)])}}}"


def _address(address: str) -> str:
    """An address as it is; the few signs that would break the entry as their codes."""
    return "".join(f"%{ord(letter):02X}" if letter in '{}\\"' else letter for letter in address)


def _nothing(pack: Pack) -> str:
    day = pack.manifest.asked_on
    told = (
        ("title", f"{{{{{spelled(pack.contents.title)}}}}}"),
        ("year", f"{{{day:%Y}}}"),
        ("date", f"{{{day.isoformat()}}}"),
        ("language", f"{{{pack.contents.language}}}"),
        ("abstract", f"{{{spelled(' '.join(notes_of_nothing(pack)))}}}"),
    )
    return _written("misc", f"canllaw-{pack.contents.of}", iter(told))
