"""Word look: the styles, page and furniture of a Word pack, on python-docx's bare template; knows nothing of its words.

Real styles throughout (Title, Heading 1 and 2, Quote, List Number), so that a reader of the screen and a table of contents
find their way. The template's unused styles are left out: they are nine tenths of its size.
"""

from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Arial"
INK = RGBColor(0x1F, 0x2A, 0x2C)
SOFT = RGBColor(0x53, 0x60, 0x5E)
ACCENT = RGBColor(0x14, 0x50, 0x5C)
"""The colours of the pages; each has a contrast of 5.9 or more on white."""
LINE = "DDD7C9"
TAGS = {"en": "en-GB", "cy": "cy-GB"}
"""Languages as Word names them."""
KEPT = frozenset(
    {"Normal", "Default Paragraph Font", "No List", "Normal Table", "Table Grid", "Title", "Subtitle", "Heading 1", "Heading 2"}
    | {"Quote", "List Number", "List Bullet", "Header", "Footer", "Hyperlink"}
)
LINKED = "Hyperlink"
LABEL = "Evidence Label"
TOLD = "Evidence Note"


def blank(language: str) -> WordDocument:
    """An empty document in this language with our styles."""
    document = Document()
    _lean(document)
    _fonts(document, TAGS.get(language, language))
    _headings(document)
    _paragraphs(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    return document


def numbered(document: WordDocument, *, first: int) -> int:
    """The id of a numbered list that starts at a number and counts `[1]`, `[2]`."""
    numbering = document.part.numbering_part.element
    abstract_id = 1 + max((int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))), default=0)
    abstract = _made("w:abstractNum", {"w:abstractNumId": str(abstract_id)})
    abstract.append(_made("w:multiLevelType", {"w:val": "singleLevel"}))
    level = _made("w:lvl", {"w:ilvl": "0"})
    for name, value in (("start", str(first)), ("numFmt", "decimal"), ("lvlText", "[%1]"), ("lvlJc", "left")):
        level.append(_made(f"w:{name}", {"w:val": value}))
    properties = _made("w:pPr", {})
    properties.append(_made("w:ind", {"w:left": "680", "w:hanging": "680"}))
    level.append(properties)
    abstract.append(level)
    others = numbering.findall(qn("w:num"))
    # Every abstract list must stand before the first use of one.
    numbering.insert(numbering.index(others[0]) if others else len(numbering), abstract)
    return int(numbering.add_num(abstract_id).numId)


def raw(thing: Any) -> Any:
    """The XML of a paragraph, run, row or table: python-docx has no public way to what it has no word for."""
    return thing._element  # noqa: SLF001


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field that Word works out for itself, as `PAGE`; `shown` stands until it does."""
    for kind, words in (("begin", None), (None, instruction), ("separate", None), ("text", shown), ("end", None)):
        run = paragraph.add_run()
        if kind == "text":
            run.text = words
        elif kind is None:
            told = _made("w:instrText", {"xml:space": "preserve"})
            told.text = f" {words} "
            raw(run).append(told)
        else:
            raw(run).append(_made("w:fldChar", {"w:fldCharType": kind}))


def speaks(run: Any, language: str) -> None:
    """Say in which language a run is, for spelling and for reading aloud."""
    properties = raw(run).get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(_made("w:lang", {"w:val": TAGS.get(language, language)}))


def repeats(row: Any) -> None:
    """Make a table's row its header, said again at the top of every page."""
    properties = raw(row).get_or_add_trPr()
    properties.append(_made("w:tblHeader", {"w:val": "true"}))


def keeps_whole(row: Any) -> None:
    """Keep a table's row on one page."""
    raw(row).get_or_add_trPr().append(_made("w:cantSplit", {"w:val": "true"}))


def described(table: Any, title: str) -> None:
    """Say what a table is, for those who cannot see it."""
    raw(table).tblPr.append(_made("w:tblCaption", {"w:val": title}))


def ruled(table: Any) -> None:
    """Thin lines between the rows of a table and none between its columns."""
    borders = _made("w:tblBorders", {})
    for side in ("top", "bottom", "insideH"):
        borders.append(_made(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": LINE}))
    _in_order(raw(table).tblPr, borders, ("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription"))


def _lean(document: WordDocument) -> None:
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if name.casefold() not in {kept.casefold() for kept in KEPT}:
            styles.remove(style)
    for style in styles.findall(qn("w:style")):
        for link in style.findall(qn("w:link")):
            style.remove(link)  # to a character style that is left out
        if style.get(qn("w:type")) == "paragraph":
            for after in style.findall(qn("w:next")):
                after.set(qn("w:val"), "Normal")


def _fonts(document: WordDocument, tag: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(defaults):
        if child.tag in {qn("w:rFonts"), qn("w:lang")}:
            defaults.remove(child)
    defaults.insert(0, _made("w:rFonts", {f"w:{kind}": FONT for kind in ("ascii", "hAnsi", "cs", "eastAsia")}))
    defaults.append(_made("w:lang", {"w:val": tag, "w:eastAsia": tag, "w:bidi": "ar-SA"}))
    settings = document.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        old.set(qn("w:val"), tag)
    normal = document.styles["Normal"]
    normal.font.size, normal.font.color.rgb = Pt(11), INK
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.2


def _headings(document: WordDocument) -> None:
    for name, size, before, after, colour in (
        ("Title", 23, 0, 8, INK),
        ("Heading 1", 16, 22, 6, ACCENT),
        ("Heading 2", 12.5, 14, 3, ACCENT),
    ):
        style = document.styles[name]
        _plain_font(style)
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, colour
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.line_spacing = 1.1
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
    subtitle = document.styles["Subtitle"]
    _plain_font(subtitle)
    subtitle.font.size, subtitle.font.italic, subtitle.font.bold = Pt(10.5), False, False
    subtitle.font.color.rgb = SOFT
    subtitle.paragraph_format.space_after = Pt(4)


def _paragraphs(document: WordDocument) -> None:
    quote = document.styles["Quote"]
    _plain_font(quote)
    quote.font.italic, quote.font.color.rgb = False, INK
    form = quote.paragraph_format
    form.left_indent, form.right_indent, form.space_before, form.space_after = Cm(0.6), Cm(0.4), Pt(4), Pt(8)
    _in_order(
        quote.element.get_or_add_pPr(), _bar(), ("shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
    )
    label = document.styles.add_style(LABEL, WD_STYLE_TYPE.PARAGRAPH)
    label.base_style = document.styles["Normal"]
    label.font.bold, label.font.color.rgb = True, ACCENT
    label.paragraph_format.space_after, label.paragraph_format.keep_with_next = Pt(2), True
    told = document.styles.add_style(TOLD, WD_STYLE_TYPE.PARAGRAPH)
    told.base_style = document.styles["Normal"]
    told.font.size, told.font.color.rgb = Pt(10), SOFT
    told.paragraph_format.space_after = Pt(4)
    numbered_list = document.styles["List Number"]
    numbered_list.paragraph_format.space_after = Pt(7)
    for held in list(numbered_list.element.pPr):
        if held.tag in {qn("w:numPr"), qn("w:contextualSpacing")}:
            numbered_list.element.pPr.remove(held)  # its number comes with each list
    for name in ("Header", "Footer"):
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(9), SOFT
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    link = document.styles.add_style(LINKED, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = ACCENT, True


def _plain_font(style: Any) -> None:
    """Take away the theme's own font, spacing and shades: the document's font stands."""
    properties = style.element.get_or_add_rPr()
    for name in ("rFonts", "spacing", "kern", "color", "i", "iCs"):
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)


def _bar() -> Any:
    borders = _made("w:pBdr", {})
    borders.append(_made("w:left", {"w:val": "single", "w:sz": "18", "w:space": "10", "w:color": "14505C"}))
    return borders


def _in_order(parent: Any, child: Any, after: tuple[str, ...]) -> None:
    """Put a child before the first of those that the schema has after it: Word may refuse a part whose order is another."""
    later = [one for one in parent if one.tag in {qn(f"w:{name}") for name in after}]
    if later:
        later[0].addprevious(child)
    else:
        parent.append(child)


def _made(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        if key.startswith("xml:"):
            element.set("{http://www.w3.org/XML/1998/namespace}" + key[4:], value)
        else:
            element.set(qn(key), value)
    return element
