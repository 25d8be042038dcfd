"""Word: read again by python-docx, turned into a page by mammoth, and looked into as a package."""

import zipfile
from io import BytesIO

import mammoth
import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from lxml import etree

from corpus.catalogue import Catalogue
from corpus.provenance import Held
from search_api.packs.letters import printable
from search_api.packs.pack import Pack
from search_api.packs.word import word
from search_api.packs.word_package import FIRST_DAY
from tests.search_api.packs.packing import ANY_WORDS, NASTY, citation, flat, otters, pack_of, publication


def opened(pack: Pack) -> Document:  # type: ignore[valid-type]
    return Document(BytesIO(word(pack)))


def quotes(pack: Pack) -> list[str]:
    """The quotations, without marks of quotation or the number of their reference."""
    found = [paragraph for paragraph in opened(pack).paragraphs if paragraph.style.name == "Quote"]
    return [paragraph.text.rpartition(" [")[0].removeprefix("“").removesuffix("”") for paragraph in found]


def test_it_opens_with_headings_in_order_and_a_title(catalogue: Catalogue) -> None:
    document = opened(otters(catalogue, "Otters must sleep."))
    headings = [(one.style.name, one.text) for one in document.paragraphs if one.style.name.startswith(("Title", "Heading"))]

    assert headings == [
        ("Title", "Otters"),
        ("Heading 1", "What was found"),
        ("Heading 2", "Otters in schools"),
        ("Heading 1", "What to know"),
        ("Heading 1", "References"),
        ("Heading 1", "Sources and licences"),
        ("Heading 1", "How this pack was made"),
        ("Heading 2", "Texts cited"),
    ]


def test_a_quotation_leads_to_its_numbered_reference_and_that_to_the_source(catalogue: Catalogue) -> None:
    document = opened(otters(catalogue, "Otters must sleep."))
    [quote] = [one for one in document.paragraphs if one.style.name == "Quote"]
    [reference] = [one for one in document.paragraphs if one.style.name == "List Number"]
    mark = quote.hyperlinks[0]

    assert quote.text == "“Otters must sleep.” [1]"
    assert (mark.text, mark.fragment) == ("[1]", "reference_1")
    assert reference._p.find(qn("w:bookmarkStart")).get(qn("w:name")) == "reference_1"
    assert reference._p.pPr.numPr is not None
    assert reference.text.startswith(
        "Ann Lee, Minister for Otters. Otters in schools: guidance. Guidance. Welsh Government, 1 May 2024."
    )
    assert reference.hyperlinks[0].address == "https://gov.wales/otters#:~:text=Otters%20must%20sleep."


def test_references_are_a_list_that_counts_itself(catalogue: Catalogue) -> None:
    one, other = publication(), publication("letter-newts", title="Newts")
    pack = pack_of(
        catalogue,
        [citation(1, one, "Otters must sleep."), citation(2, other, "Newts may swim."), citation(3, one, "Otters must sleep.")],
    )
    document = opened(pack)
    listed = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "List Number"]
    [number] = {paragraph._p.pPr.numPr.numId.val for paragraph in listed}
    numbering = document.part.numbering_part.element
    abstract = next(num for num in numbering.findall(qn("w:num")) if num.numId == number).abstractNumId.val
    level = next(one for one in numbering.findall(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == str(abstract)).find(
        qn("w:lvl")
    )

    assert len(listed) == 3
    assert level.find(qn("w:lvlText")).get(qn("w:val")) == "[%1]"
    assert level.find(qn("w:start")).get(qn("w:val")) == "1"
    assert listed[2].text.startswith("The same text as [1].")


def test_the_table_of_texts_has_a_header_that_repeats(catalogue: Catalogue) -> None:
    pack = otters(catalogue, "Otters must sleep.")
    [table] = opened(pack).tables

    assert [cell.text for cell in table.rows[0].cells] == ["Text", "Title", "Status", "Fingerprint (SHA-256)"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1].cells[3].text == pack.manifest.documents[0].sha256


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("cy", "cy-GB")])
def test_the_document_says_its_language_and_each_quotation_its_own(catalogue: Catalogue, language: str, tag: str) -> None:
    welsh = publication("canllawiau-dyfrgwn", title="Dyfrgwn mewn ysgolion", language="cy")
    pack = pack_of(
        catalogue,
        [citation(1, publication(), "Otters must sleep."), citation(2, welsh, "Rhaid i ddyfrgwn gysgu.")],
        language=language,
    )
    document = opened(pack)
    default = document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang"))
    spoken = []
    for one in document.paragraphs:
        if one.style.name == "Quote":
            told = one.runs[0]._r.find(".//" + qn("w:lang"))
            spoken.append(told.get(qn("w:val")) if told is not None else default.get(qn("w:val")))

    assert default.get(qn("w:val")) == tag
    assert document.core_properties.language == tag
    assert spoken == ["en-GB", "cy-GB"]


def test_pages_are_numbered_by_fields_and_the_licence_is_named_and_linked(catalogue: Catalogue) -> None:
    document = opened(otters(catalogue, "Otters must sleep."))
    footer = document.sections[0].footer.paragraphs[0]
    told = [one.text.strip() for one in footer._p.iter(qn("w:instrText"))]
    text = "\n".join(one.text for one in document.paragraphs)
    linked = {link.address for one in document.paragraphs for link in one.hyperlinks if link.address}

    assert told == ["PAGE", "NUMPAGES"]
    assert "© Welsh Government. Used under the Open Government Licence v3.0." in text
    assert any("open-government-licence/version/3" in address for address in linked)
    assert "It is not run by any of their publishers." in text
    assert "Asked on: 7 May 2026" in text


def test_words_of_a_digest_stand_without_marks_and_say_so(catalogue: Catalogue) -> None:
    document = opened(otters(catalogue, "Otters sleep a lot.", held=Held.DIGEST))
    text = "\n".join(one.text for one in document.paragraphs)

    assert "Otters sleep a lot. [1]" in text
    assert "“" not in next(one.text for one in document.paragraphs if one.style.name == "Quote")
    assert "Facts drawn from a publication of Welsh Government." in text
    assert "Open Government Licence" not in text


def test_the_same_pack_gives_the_same_bytes_with_no_clock_in_them(catalogue: Catalogue) -> None:
    first, second = (word(otters(catalogue, "Otters must sleep.")) for _ in range(2))

    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert package.testzip() is None
        assert {one.date_time for one in package.infolist()} == {FIRST_DAY}
        assert {one.compress_type for one in package.infolist()} == {zipfile.ZIP_STORED}
        assert package.namelist()[0] == "[Content_Types].xml"
        core = package.read("docProps/core.xml").decode()
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
    assert core.count("2026-05-07T00:00:00Z") == 2
    assert "python-docx" not in core
    assert len(first) < 90_000


def test_every_part_of_the_package_that_is_named_is_there(catalogue: Catalogue) -> None:
    with zipfile.ZipFile(BytesIO(word(otters(catalogue, "Otters must sleep.")))) as package:
        names = set(package.namelist())
        types = etree.fromstring(package.read("[Content_Types].xml"))
        declared = {one.get("PartName").lstrip("/") for one in types if one.get("PartName")}
        relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        inner = {one.get("Target") for one in relations if one.get("TargetMode") != "External"}

    assert declared <= names
    assert {f"word/{target}" if not target.startswith(("/", "..")) else target.removeprefix("../") for target in inner} <= names


def test_another_reader_makes_the_same_of_it(catalogue: Catalogue) -> None:
    """Mammoth reads styles, lists, tables and links by itself; what it leaves out it says."""
    done = mammoth.convert_to_html(BytesIO(word(otters(catalogue, "Otters must sleep.\nEvery day."))))
    page = BeautifulSoup(done.value, "lxml")

    assert [flat(one.get_text()) for one in page.select("h1")][:2] == ["What was found", "What to know"]
    assert "Otters must sleep." in page.get_text(" ")
    assert next(flat(one.get_text()) for one in page.select("ol > li")).startswith("Ann Lee")
    assert page.select_one("table") is not None
    assert page.select_one('a[href="#reference_1"]') or page.select_one('a[href$="reference_1"]')
    assert [one.message for one in done.messages if one.type == "error"] == []


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:20]))
def test_nasty_words_come_back_as_they_are(catalogue: Catalogue, text: str) -> None:
    assert quotes(otters(catalogue, text)) == [printable(text)]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(text=ANY_WORDS, title=ANY_WORDS)
def test_any_words_come_back_as_they_are(catalogue: Catalogue, text: str, title: str) -> None:
    pack = otters(catalogue, text, title=title)

    assert quotes(pack) == [printable(text)]
    assert word(pack) == word(pack)


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs spacing ind "
    "contextualSpacing mirrorIndents jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing kern position sz szCs highlight u vertAlign rtl lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "lvl": "start numFmt lvlRestart pStyle suff lvlText lvlJc pPr rPr",
}
"""The order in which ECMA-376 part 1 has the children that we write; Word may refuse a part whose order is another."""


@pytest.mark.parametrize("name", ORDER)
def test_what_is_written_stands_in_the_order_of_the_schema(catalogue: Catalogue, name: str) -> None:
    order = ORDER[name].split()
    with zipfile.ZipFile(BytesIO(word(otters(catalogue, "Otters must sleep.")))) as package:
        parts = [etree.fromstring(package.read(f"word/{part}.xml")) for part in ("document", "styles", "numbering")]
    for part in parts:
        for parent in part.iter(qn(f"w:{name}")):
            children = [etree.QName(child).localname for child in parent]
            known = [child for child in children if child in order]
            assert known == sorted(known, key=order.index)


def test_no_style_leans_on_one_that_is_left_out(catalogue: Catalogue) -> None:
    with zipfile.ZipFile(BytesIO(word(otters(catalogue, "Otters must sleep.")))) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
        document = etree.fromstring(package.read("word/document.xml"))
    ids = {one.get(qn("w:styleId")) for one in styles.iter(qn("w:style"))}
    leaned = {one.get(qn("w:val")) for name in ("basedOn", "next", "link") for one in styles.iter(qn(f"w:{name}"))}
    used = {one.get(qn("w:val")) for name in ("pStyle", "rStyle", "tblStyle") for one in document.iter(qn(f"w:{name}"))}

    assert leaned | used <= ids
