"""Hostile PDFs, made when asked for: loops, claims, and little that unpacks to much; each a function without arguments.

`BOUNDED` are refused or read harmlessly by the parser alone, and at once; `SLOW` too, but after up to a minute of work: they
are for the process that runs it within limits (`ingest.confined`).
"""

import zlib
from collections.abc import Callable, Mapping

MEGABYTE = 1_000_000
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_WORDS = b"BT /F1 11 Tf 72 700 Td (The pond is deep.) Tj ET\n"
Make = Callable[[], bytes]


def file_of(objects: Mapping[int, bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects; 1 is the catalogue."""
    made = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, last = len(made), max(objects)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        made += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    made += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, trailer, start)
    return bytes(made)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def page_of(content: bytes, *, resources: bytes = b"", more: Mapping[int, bytes] | None = None, root: bytes = b"") -> bytes:
    """A file of one page; `content` is a stream object, `more` are objects from 6 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>" % resources
    catalogue = b"<</Type/Catalog/Pages 2 0 R%s>>" % root
    return file_of({1: catalogue, 2: _PAGES, 3: page, 4: content, 5: _FONT, **(more or {})})


def flate_bomb() -> bytes:
    """A page whose content unpacks to 300 MB of spaces."""
    return page_of(stream(zlib.compress(b" " * 300 * MEGABYTE, 9), b"/Filter/FlateDecode"))


def flate_of_flate() -> bytes:
    """Content packed three times: 1 kB that would be a gigabyte."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10 * MEGABYTE) for _ in range(100)) + packer.flush()
    return page_of(stream(zlib.compress(zlib.compress(packed, 9), 9), b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"))


def many_filters() -> bytes:
    """A stream that names five thousand filters."""
    return page_of(stream(b"x", b"/Filter[" + b"/FlateDecode" * 5000 + b"]"))


def run_length_bomb() -> bytes:
    """Run lengths of 128 spaces for every two bytes: 130 MB."""
    return page_of(stream(b"\x81 " * MEGABYTE + b"\x80", b"/Filter/RunLengthDecode"))


def lzw_garbage() -> bytes:
    """Noise that is said to be LZW."""
    return page_of(stream(bytes(range(256)) * 4000, b"/Filter/LZWDecode"))


def jbig2_garbage() -> bytes:
    """Noise that is said to be JBIG2, which only pictures are."""
    return page_of(stream(bytes(range(256)) * 400, b"/Filter/JBIG2Decode"))


def object_stream_bomb() -> bytes:
    """A page tree in an object stream that claims a thousand million objects and unpacks to 300 MB."""
    packed = zlib.compress(b"2 0 " + b" " * 300 * MEGABYTE, 9)
    objects = stream(packed, b"/Type/ObjStm/N 1000000000/First 100/Filter/FlateDecode")
    table = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + index.to_bytes(2, "big")
        for kind, place, index in ((0, 0, 0), (1, 9, 0), (2, 4, 0), (2, 4, 1), (1, 60, 0))
    )
    head = b"%PDF-1.7\n" + b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>endobj\n".ljust(51)
    body = head + b"4 0 obj\n" + objects + b"\nendobj\n"
    xref = stream(table, b"/Type/XRef/Size 5/W[1 4 2]/Root 1 0 R")
    return body + b"6 0 obj\n" + xref + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(body)


def page_tree_loop() -> bytes:
    """Two nodes of the page tree that hold each other."""
    node = b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>"
    return file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: node % (3, 3), 3: node % (2, 2)})


def page_tree_of_itself() -> bytes:
    """A node that holds itself a hundred times."""
    return file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count 9>>" % (b"2 0 R " * 100)})


def page_tree_doubling() -> bytes:
    """Forty levels, each twice in the one above: a million million pages."""
    nodes = {level: b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 2>>" % (level + 1, level + 1) for level in range(2, 42)}
    return file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", **nodes, 42: b"<</Type/Page/MediaBox[0 0 9 9]>>"})


def xref_loop() -> bytes:
    """A table of objects that says the one before it is itself."""
    data = page_of(stream(_WORDS))
    start = data.rindex(b"xref\n0 ")
    return data.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % start)


def huge_count() -> bytes:
    """One page that is said to be two thousand million."""
    return page_of(stream(_WORDS)).replace(b"/Count 1>>", b"/Count 2147483647>>")


def tiny_pages() -> bytes:
    """Five thousand pages of nothing."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 5003))
    pages = dict.fromkeys(range(3, 5003), b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>")
    return file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count 5000>>" % kids, **pages})


def one_page_many_times() -> bytes:
    """A page of 40,000 operators that stands in the file a thousand times."""
    kids = b"3 0 R " * 1000
    page = b"<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    content = stream(zlib.compress(_WORDS + b"q Q " * 20_000, 9), b"/Filter/FlateDecode")
    return file_of(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count 1000>>" % kids, 3: page, 4: content, 5: _FONT}
    )


def many_operators() -> bytes:
    """Content of ten million operators."""
    return page_of(stream(zlib.compress(b"q Q " * 5 * MEGABYTE, 9), b"/Filter/FlateDecode"))


def many_states() -> bytes:
    """Nine hundred thousand states kept and none brought back."""
    return page_of(stream(zlib.compress(b"q " * 900_000 + _WORDS, 9), b"/Filter/FlateDecode"))


def deep_arrays() -> bytes:
    """A hundred thousand arrays inside each other, as an operand."""
    return page_of(stream(b"[" * 100_000 + b"]" * 100_000 + b" TJ\n" + _WORDS))


def deep_dictionaries() -> bytes:
    """Fifty thousand dictionaries inside each other, in the catalogue."""
    return page_of(stream(_WORDS), root=b"/Names" + b"<</A" * 50_000 + b" 1" + b">>" * 50_000)


def form_in_itself() -> bytes:
    """A form that draws itself."""
    form = stream(_WORDS + b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>")
    return page_of(stream(b"/X Do"), resources=b"/XObject<</X 6 0 R>>", more={6: form})


def forms_tenfold() -> bytes:
    """Ten forms, each drawing the next ten times: ten thousand million."""
    more = {
        number: stream(
            b"/X Do " * 10 if number < 16 else _WORDS,
            b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>" % (number + 1),
        )
        for number in range(6, 17)
    }
    return page_of(stream(b"/X Do"), resources=b"/XObject<</X 6 0 R>>", more=more)


def tags_in_themselves() -> bytes:
    """A tree of elements that holds itself, and roles that stand for each other."""
    more = {
        6: b"<</Type/StructTreeRoot/K 7 0 R/RoleMap<</A/B/B/A>>>>",
        7: b"<</Type/StructElem/S/A/K[7 0 R 8 0 R 6 0 R]>>",
        8: b"<</Type/StructElem/S/B/K[7 0 R 8 0 R]>>",
    }
    return page_of(stream(_WORDS), more=more, root=b"/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>")


def tags_tenfold() -> bytes:
    """Thirty elements, each named ten times by the one above."""
    more = {number: b"<</S/P/K[%s]>>" % (b"%d 0 R " % (number + 1) * 10) for number in range(7, 37)}
    more |= {6: b"<</Type/StructTreeRoot/K 7 0 R>>", 37: b"<</S/P/K 0>>"}
    return page_of(stream(_WORDS), more=more, root=b"/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>")


def wide_spans() -> bytes:
    """A tagged table whose cells span thousands of millions of rows and columns."""
    cell = b"<</S/TD/Pg 3 0 R/K 0/A<</O/Table/ColSpan 2147483647/RowSpan 2147483647>>>>"
    more = {
        6: b"<</Type/StructTreeRoot/K 7 0 R>>",
        7: b"<</S/Table/K[8 0 R 9 0 R]>>",
        8: b"<</S/TR/K[%s]>>" % (cell * 300),
        9: b"<</S/TR/K[%s]>>" % (cell * 300),
    }
    content = stream(b"/P <</MCID 0>> BDC " + _WORDS + b" EMC")
    return page_of(content, more=more, root=b"/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>")


def letters_bomb() -> bytes:
    """One code that stands for a million letters, shown a hundred thousand times."""
    letters = b"1 beginbfchar <41> <%s> endbfchar" % (b"0042" * 100_000)
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    shown = b"BT /F2 11 Tf 72 700 Td (" + b"A" * 100_000 + b") Tj ET"
    return page_of(stream(shown), resources=b"", more={6: font, 7: stream(letters)}).replace(b"/F1 5 0 R", b"/F2 6 0 R")


def wide_font() -> bytes:
    """A font that says the width of two million codes."""
    cid = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/W[0 2000000 500]/CIDSystemInfo<<>>>>"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]>>"
    return page_of(stream(b"BT /F2 11 Tf (AB) Tj ET"), more={6: font, 7: cid}).replace(b"/F1 5 0 R", b"/F2 6 0 R")


def long_string() -> bytes:
    """A string of 20 MB."""
    packed = zlib.compress(b"BT /F1 11 Tf (" + b"a" * 20 * MEGABYTE + b") Tj ET", 9)
    return page_of(stream(packed, b"/Filter/FlateDecode"))


def endless_numbers() -> bytes:
    """Places and sizes beyond all numbers."""
    huge = b"9" * 40
    content = (
        b"1 0 0 rg BT /F1 N Tf N 0 0 N 0 0 Tm (x) Tj ET 0 0 N N re f q " + b"N 0 0 N 1 1 cm " * 8 + b"0 0 N N re f (x) Tj Q "
    )
    return page_of(stream(content.replace(b"N", huge) + b"0 g " + _WORDS))


def many_rules() -> bytes:
    """A page of 40,000 rules that cross."""
    rules = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S\n" % (at, at, at, at) for at in range(20_000))
    return page_of(stream(zlib.compress(rules + _WORDS, 9), b"/Filter/FlateDecode"))


def dense_grid() -> bytes:
    """A grid of 1,200 rules each way, with words in it."""
    rules = b"".join(
        b"%.2f 0 m %.2f 842 l S 0 %.2f m 595 %.2f l S\n" % (at * 2.6, at * 2.6, at * 2.6, at * 2.6) for at in range(1, 1200)
    )
    return page_of(stream(zlib.compress(rules + _WORDS * 3000, 9), b"/Filter/FlateDecode")).replace(
        b"[0 0 595 842]", b"[0 0 4000 4000]"
    )


def page_labels_loop() -> bytes:
    """A tree of page labels that holds itself."""
    return page_of(stream(_WORDS), more={6: b"<</Kids[6 0 R 6 0 R]>>"}, root=b"/PageLabels 6 0 R")


def attachments() -> bytes:
    """A script that runs on opening, an embedded file and a form to fill in."""
    root = (
        b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[(a.exe) 6 0 R]>>>>"
        b"/AcroForm<</XFA 7 0 R/Fields[]>>"
    )
    more = {6: b"<</Type/Filespec/EF<</F 7 0 R>>>>", 7: stream(b"MZ these bytes are of no page")}
    return page_of(stream(_WORDS), more=more, root=root)


def layers_loop() -> bytes:
    """Layers that are not what layers are."""
    return page_of(stream(_WORDS), more={6: b"<</OCGs 6 0 R/D 6 0 R/OFF[6 0 R 6 0 R]>>"}, root=b"/OCProperties 6 0 R")


def endless_inline_picture() -> bytes:
    """An inline picture that never ends."""
    return page_of(stream(_WORDS + b"BI /W 9999999 /H 9999999 /BPC 8 /CS /RGB ID " + b"\x00" * MEGABYTE))


def code_ranges() -> bytes:
    """A font whose table of letters gives 65,536 codes two thousand times."""
    ranges = b"100 beginbfrange\n" + b"<0000> <FFFF> <0041>\n" * 100 + b"endbfrange\n"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[]/ToUnicode 7 0 R>>"
    more = {6: font, 7: stream(zlib.compress(ranges * 20, 9), b"/Filter/FlateDecode")}
    return page_of(stream(b"BT /F2 11 Tf (AB) Tj ET"), more=more).replace(b"/F1 5 0 R", b"/F2 6 0 R")


def many_fonts() -> bytes:
    """A thousand fonts with one table of letters of a megabyte."""
    lines = b"".join(b"<%04X> <0041>\n" % at for at in range(60_000))
    codes = b"60000 beginbfchar\n%sendbfchar\n" % lines
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[]/ToUnicode 7 0 R>>"
    more = {7: stream(zlib.compress(codes, 9), b"/Filter/FlateDecode"), **dict.fromkeys(range(8, 1008), font)}
    names = b"".join(b"/G%d %d 0 R" % (number, number) for number in range(8, 1008))
    shown = b"".join(b"BT /G%d 11 Tf (AB) Tj ET\n" % number for number in range(8, 1008))
    return page_of(stream(shown), more=more).replace(b"/F1 5 0 R", names)


def contents_again_and_again() -> bytes:
    """A page whose content is one stream of a megabyte, ten thousand times."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[%s]/Resources<<>>>>" % (b"4 0 R " * 10_000)
    content = stream(zlib.compress(b" " * MEGABYTE, 9), b"/Filter/FlateDecode")
    return file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: _PAGES, 3: page, 4: content})


def xref_claims() -> bytes:
    """A table of objects that claims two thousand million of them."""
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    table = stream(zlib.compress(b"\x01\x00\x00\x00\x09\x00\x00" * 2 * MEGABYTE, 9), _CLAIMS)
    return head + b"6 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(head)


_CLAIMS = b"/Type/XRef/Size 2147483647/Index[0 2147483647]/W[1 4 2]/Root 1 0 R/Filter/FlateDecode"


def many_lines() -> bytes:
    """A thousand pages with 1,500 lines of a letter each."""
    kids = b"3 0 R " * 1000
    page = b"<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    content = stream(
        zlib.compress(b"BT /F1 11 Tf " + b"0 -20 Td (a) Tj 0 30 Td (b) Tj " * 750 + b"ET", 9), b"/Filter/FlateDecode"
    )
    return file_of(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%s]/Count 1000>>" % kids, 3: page, 4: content, 5: _FONT}
    )


BOUNDED: tuple[Make, ...] = (
    flate_bomb,
    flate_of_flate,
    many_filters,
    run_length_bomb,
    lzw_garbage,
    jbig2_garbage,
    object_stream_bomb,
    page_tree_loop,
    page_tree_of_itself,
    page_tree_doubling,
    xref_loop,
    huge_count,
    tiny_pages,
    many_states,
    deep_arrays,
    deep_dictionaries,
    form_in_itself,
    tags_in_themselves,
    tags_tenfold,
    wide_spans,
    letters_bomb,
    wide_font,
    endless_numbers,
    many_rules,
    dense_grid,
    page_labels_loop,
    attachments,
    layers_loop,
    endless_inline_picture,
    code_ranges,
    contents_again_and_again,
    xref_claims,
)
SLOW: tuple[Make, ...] = (one_page_many_times, forms_tenfold, many_fonts, many_operators, long_string, many_lines)
