"""Markdown: a pack as CommonMark, which any reader shows and any editor opens; reads nothing back but by `read_back.py`.

Every word of a text is escaped, so that a text that holds marks of Markdown or HTML shows them and obeys none.
"""

import re
from collections.abc import Iterator, Mapping

from corpus.passage import Citation
from corpus.provenance import OGL, OGL_URL
from search_api.messages import message
from search_api.original import original_address
from search_api.packs import said
from search_api.packs.contents import Item, Section
from search_api.packs.letters import printable
from search_api.packs.manifest import manifest_text
from search_api.packs.pack import Pack
from search_api.packs.reference import Reference, references

FENCE = "```json canllaw-manifest"
_MARKS = re.compile(r"[\\`*_\[\]<>&#|~^$@]|(?<=\w)://|(?i:www\.)")
_OPENING = re.compile(r"^(?P<space>[ \t]*)(?:(?P<sign>[-+=:])|(?P<number>\d{1,9})(?P<point>[.)]))", re.MULTILINE)


def markdown(pack: Pack) -> bytes:
    """A pack as Markdown, UTF-8."""
    return ("\n\n".join(part.rstrip("\n") for part in _parts(pack)) + "\n").encode()


def escaped(text: str) -> str:
    """Words as Markdown that shows just these words, on as many lines; white space at the ends of lines does not count."""
    marked = _MARKS.sub(lambda found: f"\\{found[0]}" if len(found[0]) == 1 else _unlinked(found[0]), printable(text))
    lines = [_OPENING.sub(_unlisted, line.strip()) for line in re.split("[\n\x85\u2028\u2029]", marked)]
    return "\\\n".join(line.replace("\t", "&#9;") for line in _without_edges(lines))


def _parts(pack: Pack) -> Iterator[str]:
    contents, manifest, spoken = pack.contents, pack.manifest, pack.spoken
    citations = said.by_number(contents)
    sources = references(contents.citations)
    yield f"*{escaped(spoken.text(said.KICKER))}*"
    yield f"# {_line(contents.title)}"
    yield "\n".join(f"- **{_line(one.name)}:** {_line(one.value)}" for one in said.asked_facts(contents, manifest, spoken))
    yield from (f"**{_line(words)}**" for words in contents.above)
    for section in contents.sections:
        yield from _section(section, citations)
    yield f"## {_line(spoken.text(said.TO_KNOW))}"
    yield from (_line(note) for note in said.closing_notes(contents, sources, spoken))
    if contents.citations:
        yield f"## {_line(spoken.text(said.REFERENCES))}"
        yield "\n".join(_reference(pack, one, source) for one, source in _sourced(contents.citations, sources))
    if sources:
        yield f"## {_line(spoken.text(said.SOURCES))}"
        yield "\n".join(f"- {_line(one)}" for one in said.attributions(sources, spoken))
    if said.is_licensed(sources, OGL):
        yield f"{_line(spoken.text(said.OPEN_LICENCE))} <{OGL_URL}>"
    yield f"## {_line(spoken.text(said.MADE))}"
    yield "\n".join(f"- **{_line(one.name)}:** {_line(one.value)}" for one in said.made_facts(manifest, spoken))
    if manifest.documents:
        yield "\n".join(_table(pack))
    yield _line(spoken.text(said.REPLAY))
    yield f"{FENCE}\n{manifest_text(manifest)}\n```"


def _section(section: Section, citations: Mapping[int, Citation]) -> Iterator[str]:
    yield f"{'#' * (section.depth + 1)} {_line(section.heading)}"
    yield from (_line(words) for words in section.text)
    for item in section.items:
        yield from _item(item, citations)


def _item(item: Item, citations: Mapping[int, Citation]) -> Iterator[str]:
    if item.label:
        yield f"**{_line(item.label)}**"
    if item.before:
        yield f"… {escaped(item.before)}"
    if item.words:
        marks = "".join(f" \\[{n}\\]" for n in item.cites)
        yield f"{escaped(item.words)}{marks}"
    for citation, words in said.item_quotes(item, citations):
        quote = f"{escaped(words)} \\[{citation.n}\\]"
        yield "\n".join(f"> {line}" for line in quote.split("\n"))
    if item.facts:
        yield "\n".join(f"- {_line(fact)}" for fact in item.facts)


def _reference(pack: Pack, citation: Citation, source: Reference) -> str:
    spoken, first = pack.spoken, said.first_of_text(pack.contents)[citation.document.id]
    if first == citation.n:
        who, title, rest = said.source_words(source, spoken)
        told = f"{_line(who)} *{_line(title)}*. {_line(rest)}"
        beside = pack.contents.beside.get(citation.n)
        told += f" {_line(beside)}." if beside else ""
    else:
        told = _line(spoken.text(message("The same text as %(n)s.")) % {"n": first})
    address = original_address(citation)
    link = f" <{_bare(address)}>" if address else ""
    return f"{citation.n}. {told} {_line(said.place_line(citation, spoken))}{link}"


def _sourced(citations: tuple[Citation, ...], sources: tuple[Reference, ...]) -> Iterator[tuple[Citation, Reference]]:
    of_text = {one.document.id: one for one in sources}
    return ((citation, of_text[citation.document.id]) for citation in citations)


def _table(pack: Pack) -> Iterator[str]:
    spoken = pack.spoken
    heads = (message("Text"), message("Title"), message("Status"), message("Fingerprint (SHA-256)"))
    yield "| " + " | ".join(_line(spoken.text(head)) for head in heads) + " |"
    yield "| --- | --- | --- | --- |"
    for cells in said.text_rows(pack.manifest, references(pack.contents.citations), spoken):
        yield "| " + " | ".join(_line(cell) for cell in cells) + " |"


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _bare(address: str) -> str:
    """An address that may stand between angle brackets."""
    return address.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("\\", "%5C")


def _unlinked(found: str) -> str:
    # Some readers make a link of every bare address: an entity keeps it as words.
    return "&#58;//" if found == "://" else f"{found[:-1]}&#46;"


def _unlisted(found: re.Match[str]) -> str:
    if found["sign"]:
        return f"{found['space']}\\{found['sign']}"
    return f"{found['space']}{found['number']}\\{found['point']}"


def _without_edges(lines: list[str]) -> list[str]:
    """Lines without empty ones, which would end a paragraph."""
    return [line for line in lines if line]
