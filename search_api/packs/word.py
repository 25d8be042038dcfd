"""Word: a pack as a .docx that opens with headings, numbered references, links and page numbers; does not choose its words."""

from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from corpus.passage import Citation
from corpus.provenance import OGL, OGL_URL
from search_api.messages import message
from search_api.original import original_address
from search_api.packs import said, word_look
from search_api.packs.contents import Item, Section
from search_api.packs.letters import printable
from search_api.packs.pack import Pack
from search_api.packs.reference import Reference, references
from search_api.packs.word_package import packed

WIDTHS = (Cm(4.6), Cm(4.9), Cm(2.3), Cm(4.2))
"""Of the columns of the table of texts: together as wide as the page between its margins."""
IN_HEADER = 90
"""Characters of the title at the top of every page: one line."""


def word(pack: Pack) -> bytes:
    """A pack as a Word document; the same pack gives the same bytes."""
    document = word_look.blank(pack.contents.language)
    _Writer(pack, document).write()
    return packed(document, pack.manifest, title=printable(pack.contents.title), language=pack.contents.language)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= IN_HEADER else f"{line[:IN_HEADER].rstrip()}…"


class _Writer:
    """Writes one pack into one document, from top to bottom."""

    def __init__(self, pack: Pack, document: WordDocument) -> None:
        self._pack = pack
        self._document = document
        self._spoken = pack.spoken
        self._citations = said.by_number(pack.contents)
        self._sources = references(pack.contents.citations)
        self._marks = 0

    def write(self) -> None:
        contents, say = self._pack.contents, self._spoken.text
        self._furniture()
        self._words(say(said.KICKER), "Subtitle")
        self._words(contents.title, "Title", language=contents.subject_language)
        for fact in said.asked_facts(contents, self._pack.manifest, self._spoken):
            self._fact(fact.name, fact.value)
        for words in contents.above:
            self._words(words, word_look.LABEL)
        for section in contents.sections:
            self._section(section)
        self._words(say(said.TO_KNOW), "Heading 1")
        for note in said.closing_notes(contents, self._sources, self._spoken):
            self._words(note, "Normal")
        if contents.citations:
            self._references()
            self._attribution()
        self._made()

    def _furniture(self) -> None:
        section = self._document.sections[0]
        self._run(
            section.header.paragraphs[0], _short(self._pack.contents.title), language=self._pack.contents.subject_language
        )
        footer = section.footer.paragraphs[0]
        asked_on = self._spoken.day(self._pack.manifest.asked_on)
        self._run(footer, f"{self._spoken.text(message('Asked on'))} {asked_on} · ")
        self._run(footer, f"{self._spoken.text(message('Page'))} ")
        word_look.field(footer, "PAGE", "1")
        self._run(footer, " / ")
        word_look.field(footer, "NUMPAGES", "1")

    def _section(self, section: Section) -> None:
        self._words(section.heading, f"Heading {section.depth}", language=section.language)
        for words in section.text:
            told = self._words(words, word_look.TOLD if section.items else "Normal")
            told.paragraph_format.keep_with_next = bool(section.items) or None
        for item in section.items:
            self._item(item)

    def _item(self, item: Item) -> None:
        spoken_in = self._citations[item.cites[0]].document.language if item.cites else ""
        if item.label:
            self._words(item.label, word_look.LABEL)
        if item.before:
            self._words(f"… {item.before}", word_look.TOLD, language=spoken_in).paragraph_format.keep_with_next = True
        if item.words:
            paragraph = self._words(item.words, "Normal", language=spoken_in)
            for n in item.cites:
                self._mark(paragraph, n)
        for citation, words in said.item_quotes(item, self._citations):
            paragraph = self._words(words, "Quote", language=citation.document.language)
            self._mark(paragraph, citation.n)
        for fact in item.facts:
            self._words(fact, word_look.TOLD)

    def _references(self) -> None:
        self._words(self._spoken.text(said.REFERENCES), "Heading 1")
        of_text = {one.document.id: one for one in self._sources}
        first = said.first_of_text(self._pack.contents)
        counted = word_look.numbered(self._document, first=self._pack.contents.citations[0].n)
        for citation in self._pack.contents.citations:
            paragraph = self._document.add_paragraph(style="List Number")
            paragraph.paragraph_format.left_indent = Cm(1.2)
            number = word_look.raw(paragraph).get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val, number.get_or_add_numId().val = 0, counted
            self._bookmark(paragraph, f"reference_{citation.n}")
            if first[citation.document.id] == citation.n:
                self._source(paragraph, of_text[citation.document.id], citation)
            else:
                told = self._spoken.text(message("The same text as %(n)s.")) % {"n": f"[{first[citation.document.id]}]"}
                self._run(paragraph, f"{told} ")
            self._run(paragraph, said.place_line(citation, self._spoken))
            address = original_address(citation)
            if address:
                self._run(paragraph, " ")
                self._link(paragraph, self._spoken.text(message("Source page")), address=address)

    def _source(self, paragraph: Any, source: Reference, citation: Citation) -> None:
        who, title, rest = said.source_words(source, self._spoken)
        self._run(paragraph, f"{who} ")
        self._run(paragraph, title, language=source.publication.language).italic = True
        self._run(paragraph, f". {rest} ")
        beside = self._pack.contents.beside.get(citation.n)
        if beside:
            self._run(paragraph, f"{beside}. ").bold = True

    def _attribution(self) -> None:
        self._words(self._spoken.text(said.SOURCES), "Heading 1")
        for line in said.attributions(self._sources, self._spoken):
            self._words(line, "List Bullet")
        if said.is_licensed(self._sources, OGL):
            paragraph = self._words(f"{self._spoken.text(said.OPEN_LICENCE)} ", "Normal")
            self._link(paragraph, OGL, address=OGL_URL)

    def _made(self) -> None:
        self._words(self._spoken.text(said.MADE), "Heading 1")
        self._words(self._spoken.text(said.REPLAY), "Normal")
        for fact in said.made_facts(self._pack.manifest, self._spoken):
            self._fact(fact.name, fact.value, style=word_look.TOLD)
        if self._pack.manifest.documents:
            self._table()

    def _table(self) -> None:
        say = self._spoken.text
        self._words(say(said.TEXTS_CITED), "Heading 2")
        table = self._document.add_table(rows=1, cols=len(WIDTHS))
        table.autofit = False
        word_look.described(table, printable(say(said.TEXTS_CITED)))
        word_look.ruled(table)
        heads = (message("Text"), message("Title"), message("Status"), message("Fingerprint (SHA-256)"))
        word_look.repeats(table.rows[0])
        for column, width in zip(table.columns, WIDTHS, strict=True):
            column.width = width
        for cell, head, width in zip(table.rows[0].cells, heads, WIDTHS, strict=True):
            cell.width = width
            self._cell(cell, say(head)).bold = True
        for values in said.text_rows(self._pack.manifest, self._sources, self._spoken):
            row = table.add_row()
            word_look.keeps_whole(row)
            for cell, value, width in zip(row.cells, values, WIDTHS, strict=True):
                cell.width = width
                self._cell(cell, value)

    def _cell(self, cell: Any, words: str) -> Any:
        paragraph = cell.paragraphs[0]
        paragraph.style = word_look.TOLD
        run = self._run(paragraph, words)
        run.font.size = Pt(8.5)
        return run

    def _fact(self, name: str, value: str, *, style: str = "Normal") -> None:
        paragraph = self._document.add_paragraph(style=style)
        paragraph.paragraph_format.space_after = Pt(2)
        self._run(paragraph, f"{name}: ").bold = True
        self._run(paragraph, value)

    def _words(self, words: str, style: str, *, language: str = "") -> Any:
        paragraph = self._document.add_paragraph(style=style)
        self._run(paragraph, words, language=language)
        return paragraph

    def _run(self, paragraph: Any, words: str, *, language: str = "") -> Any:
        run = paragraph.add_run(printable(words))
        if language and language != self._pack.contents.language:
            word_look.speaks(run, language)
        return run

    def _mark(self, paragraph: Any, n: int) -> None:
        self._run(paragraph, " ")
        self._link(paragraph, f"[{n}]", anchor=f"reference_{n}")

    def _link(self, paragraph: Any, words: str, *, address: str = "", anchor: str = "") -> None:
        link = OxmlElement("w:hyperlink")
        if anchor:
            link.set(qn("w:anchor"), anchor)
        else:
            link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = self._run(paragraph, words)
        run.style = self._document.styles[word_look.LINKED]
        link.append(word_look.raw(run))
        word_look.raw(paragraph).append(link)

    def _bookmark(self, paragraph: Any, name: str) -> None:
        self._marks += 1
        for kind in ("bookmarkStart", "bookmarkEnd"):
            mark = OxmlElement(f"w:{kind}")
            mark.set(qn("w:id"), str(self._marks))
            if kind == "bookmarkStart":
                mark.set(qn("w:name"), name)
            word_look.raw(paragraph).append(mark)
