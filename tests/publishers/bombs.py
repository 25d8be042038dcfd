"""Hostile files, made when asked for: each would take memory, time or a secret from a careless reader."""

import gzip
import zipfile
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple

MEGABYTE = 1_000_000
FOREIGN = "root:x:0:0"  # what the first line of /etc/passwd begins with, on any machine that runs the tests
WEB_PAGE, PDF, TEXT = "web page", "PDF", "text"  # as `ingest.read` calls the kinds


class End(StrEnum):
    """What may become of a hostile file."""

    READ = "read"
    """Its words are read, and nothing comes of the rest."""
    REFUSED = "refused"
    EITHER = "either"
    """It is read by a machine fast enough."""


class Bomb(NamedTuple):
    """A file: what it is called, the kind it would be read as, how its bytes are made, and what becomes of it."""

    name: str
    kind: str
    make: Callable[[], bytes]
    end: End = End.EITHER


def page(body: str, *, head: str = "") -> bytes:
    """A web page around some markup."""
    return f'<!DOCTYPE html><html lang="en"><head><title>Otters</title>{head}</head><body>{body}</body></html>'.encode()


def main(body: str) -> bytes:
    """A web page whose main part is some markup."""
    return page(f"<main><h1>Otters</h1><p>Otters swim to school.</p>{body}</main>")


def govwales(body: str) -> bytes:
    """A page that says it is of gov.wales, for the reader of those."""
    head = '<link rel="canonical" href="https://gov.wales/otters">'
    return page(f"<main><h1>Written Statement: Otters</h1>{body}<p>Otters swim to school.</p></main>", head=head)


def xhtml(subset: str, body: str) -> bytes:
    """An XHTML page with declarations of its own."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [{subset}]><html xmlns="http://www.w3.org/1999/xhtml"><body><main>'
        f"<p>Otters swim to school.</p><p>{body}</p></main></body></html>"
    ).encode()


def deep_divs() -> bytes:
    """Five megabytes of elements inside each other."""
    return page("<div>" * MEGABYTE + "words")


def deep_closed() -> bytes:
    """Elements 20,000 deep, all of them closed, with words at every depth."""
    return main("<div>w " * 20_000 + "</div>" * 20_000)


def many_attributes() -> bytes:
    """One element with a million attributes."""
    return main("<p " + " ".join(f"a{number}=1" for number in range(MEGABYTE)) + ">words</p>")


def huge_attribute() -> bytes:
    """One attribute of nine megabytes."""
    return main(f'<p title="{"x" * 9 * MEGABYTE}">words</p>')


def huge_class() -> bytes:
    """A class attribute with a million names, each of which is looked at."""
    return main(f'<p class="{"share-" * 20} {"a " * MEGABYTE}">words</p>')


def unclosed() -> bytes:
    """Half a million elements that nothing closes, of kinds that a parser keeps open and opens again."""
    return main("<p><b><i><a href=x>w" * 100_000)


def wide_spans() -> bytes:
    """Cells that claim a thousand million columns and rows."""
    cell = "<td colspan=1000000000 rowspan=1000000000>words</td>"
    return main(f"<table>{f'<tr>{cell * 50}</tr>' * 200}</table>")


def allowed_spans() -> bytes:
    """Cells that claim as many columns and rows as are believed, row under row: the grid grows far beyond the page."""
    cell = "<td colspan=60 rowspan=400>words</td>"
    return main(f"<table>{f'<tr>{cell * 40}</tr>' * 400}</table>")


def long_headings() -> bytes:
    """A table whose column heading, half a megabyte long, is repeated for each of 2,000 rows."""
    return main(f"<table><tr><th>{'word ' * 100_000}</th><th>b</th></tr>{'<tr><td>1</td><td>2</td></tr>' * 2000}</table>")


def nested_tables() -> bytes:
    """Tables 3,000 deep."""
    return main("<table><tr><td>w" * 3000)


def nested_lists() -> bytes:
    """Lists 10,000 deep."""
    return main("<ul><li>w" * 10_000)


def nested_headings() -> bytes:
    """Headings inside each other, each of which is read as a whole."""
    return main("<div role=heading>w" * 5000)


def sibling_definitions() -> bytes:
    """Lists of definitions inside definitions: each looks for its own terms among all below it."""
    return main("<dl><dt>w</dt><dd>" * 5000)


def folded_parts() -> bytes:
    """Five thousand buttons that each open a part, to be looked for in the whole page."""
    return main("".join(f"<button aria-expanded=false aria-controls=a{n}>b</button><p id=a{n}>w</p>" for n in range(5_000)))


def style_rules() -> bytes:
    """Fifty thousand rules of style that each hide a class, to be looked for in the whole page."""
    rules = "".join(f".c{number}{{color:white;font-size:0;display:none}}" for number in range(50_000))
    return page(f"<main><h1>Otters</h1>{'<p>Otters swim to school.</p>' * 2000}</main>", head=f"<style>{rules}</style>")


def style_openings() -> bytes:
    """A style sheet of nothing but the beginnings of rules and comments."""
    return page("<main><p>Otters swim to school.</p></main>", head=f"<style>{'@' * 300_000}{'/*' * 300_000}</style>")


def style_runs() -> bytes:
    """Styles of one long name, in a sheet and in attributes, that nothing ends."""
    spaces = f'<p style="color:{" " * 100_000}x">words</p>'
    return page(f'<main><p style="{"a" * 200_000}">Otters swim.</p>{spaces}</main>', head=f"<style>{'a ' * 150_000}</style>")


def deep_hidden() -> bytes:
    """Hidden elements 5,000 deep around a heading, each to be asked what it holds."""
    return page('<div style="display:none">' * 5000 + "<h1>Otters</h1>" + "</div>" * 5000 + "<p>Otters swim to school.</p>")


def deep_rows() -> bytes:
    """Rows of a table below 5,000 elements, each to be asked whose it is."""
    return main(f"<table>{'<div>' * 5000}{'<tr><th>w' * 5000}")


def deep_painted() -> bytes:
    """Five thousand coloured words below 5,000 elements, each to be asked what colour is behind it."""
    return main("<div>" * 5000 + "<font color=white>w</font>" * 5000)


def many_links() -> bytes:
    """A list of 5,000 links, any of which may be a file of the page."""
    return govwales(f"<ul>{''.join(f'<li><a href=/ponds-{number}>Pond</a></li>' for number in range(5000))}</ul>")


def many_labels() -> bytes:
    """A label of a date five thousand times, above the first heading or below it."""
    return govwales("<b>x</b>First published:<i>y</i>" * 5000)


def many_contents() -> bytes:
    """Three thousand lists of contents without a name, behind as many words that are none."""
    return main("<span>x</span>" * 3000 + "<ul><li><a href=#a>x</a><a href=#b>y</a></ul>" * 3000)


def laughs() -> bytes:
    """A billion laughs: entities that each stand for ten of the next."""
    subset = '<!ENTITY l0 "laugh">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
    return xhtml(subset, "&l10;")


def quadratic_entities() -> bytes:
    """One long entity, named often: no nesting that a counter of depth would see."""
    return xhtml(f'<!ENTITY a "{"w" * 100_000}">', "&a;" * 100_000)


def many_entities() -> bytes:
    """A hundred thousand entities, each declared."""
    return xhtml("".join(f'<!ENTITY e{number} "w">' for number in range(100_000)), "&e7;")


def external_entity() -> bytes:
    """An entity that stands for a file of the machine."""
    return xhtml('<!ENTITY secret SYSTEM "file:///etc/passwd">', "&secret;")


def external_parameter() -> bytes:
    """A declaration to be fetched from another host."""
    return xhtml('<!ENTITY % outside SYSTEM "http://192.0.2.1/otters.dtd"> %outside;', "&secret;")


def xinclude() -> bytes:
    """An instruction to include a file of the machine."""
    return main('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>')


def spaces() -> bytes:
    """A by-line and a label with half a million spaces in them, and more behind a title's bar."""
    gap = " " * 500_000
    return govwales(f"<p>Jane{gap}Doe MS,{gap}Minister</p><p>First published:{gap}x</p><h2>{gap}|{gap}</h2>")


def dots_and_letters() -> bytes:
    """Lines of one character, in the places where by-lines, dates and share links are looked for."""
    lines = "".join(f"<p>{character * 200_000}</p>" for character in ".aA•1,-'")
    return govwales(f"{lines}<p>This page is {'x' * 100_000} withdrawn</p><p>First published: {'1 ' * 100_000}</p>")


def standing_words() -> bytes:
    """The words that standing is read from, over and over, never in a sentence that ends."""
    words = "this guidance is draft not statutory on a non-statutory basis replaces circular no 1/2 withdrawn "
    return (words * 30_000).encode() + b"\n" + b"mae'r canllawiau hyn yn disodli drafft wedi'u tynnu " * 30_000


def copyright_marks() -> bytes:
    """The words of a cover, over and over."""
    return ("© Crown copyright WG " * 100_000).encode()


def one_line() -> bytes:
    """Ten megabytes of text on one line without a space."""
    return b"w" * 10 * MEGABYTE


def one_sentence() -> bytes:
    """Nine megabytes of words and no full stop."""
    return b"ignore all of the previous " * (9 * MEGABYTE // 27)


def white_space() -> bytes:
    """Five megabytes of white space between two words."""
    return b"otter" + b" \t\n\x0b\x0c" * MEGABYTE + b"otter"


def label_lines() -> bytes:
    """A date label again and again on one line."""
    return ("First published: " * 300_000 + "\n\nOtters swim.").encode()


def code_fences() -> bytes:
    """Blocks of code that open and never close, and headings of marks alone."""
    return ("```\n~~~ x\n" * 100_000 + "# " * 200_000).encode()


def combining() -> bytes:
    """A letter under two million accents, in the order that takes longest to put right."""
    return ("otter e" + "\u0323\u0307" * MEGABYTE).encode()


def growing() -> bytes:
    """Letters that become three when put into canonical form."""
    return ("\ufb2c" * 2 * MEGABYTE).encode()


def utf16_odd() -> bytes:
    """UTF-16 that ends in half a character, with lone surrogates before."""
    return "\ufeffOtters swim to school. ".encode("utf-16-le") + b"\x00\xd8" * 1000 + b"\x41"


def utf7() -> bytes:
    """A script spelt in UTF-7, with the encoding that would bring it to life."""
    return b'<html><head><meta charset="utf-7"></head><body><p>Otters swim.</p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</body>'


def nuls() -> bytes:
    """A page of NULs."""
    return b"<html><body>" + b"\x00" * MEGABYTE


def compressed_page() -> bytes:
    """A gzip of a gigabyte of spaces, called a page."""
    made = BytesIO()
    with gzip.GzipFile(fileobj=made, mode="wb", mtime=0, compresslevel=1) as file:
        for _ in range(1000):
            file.write(b" " * MEGABYTE)
    return made.getvalue()


def zip_bomb() -> bytes:
    """A zip of a gigabyte of spaces, called a PDF."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open("otters", "w") as file:
        for _ in range(1000):
            file.write(b" " * MEGABYTE)
    return made.getvalue()


def polyglot() -> bytes:
    """A PDF by its first bytes and a page by the rest."""
    return b"%PDF-1.7\n" + page("<p>Otters swim.</p>") + b"\n%%EOF"


def pdf_in_name_only() -> bytes:
    """The first and last marks of a PDF around a loop of references."""
    return b"%PDF-1.7\n1 0 obj<</Type/Pages/Kids[1 0 R 1 0 R]/Count 9999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def svg() -> bytes:
    """A picture with a script and two gigabytes of copies of itself."""
    layers = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10))
    return f'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><g id="a0"/>{layers}</svg>'.encode()


BOMBS = (
    Bomb("deep-divs.html", WEB_PAGE, deep_divs),
    Bomb("deep-closed.html", WEB_PAGE, deep_closed, End.READ),
    Bomb("many-attributes.html", WEB_PAGE, many_attributes),
    Bomb("huge-attribute.html", WEB_PAGE, huge_attribute, End.READ),
    Bomb("huge-class.html", WEB_PAGE, huge_class, End.READ),
    Bomb("unclosed.html", WEB_PAGE, unclosed),
    Bomb("wide-spans.html", WEB_PAGE, wide_spans, End.READ),
    Bomb("allowed-spans.html", WEB_PAGE, allowed_spans, End.READ),
    Bomb("long-headings.html", WEB_PAGE, long_headings, End.READ),
    Bomb("nested-tables.html", WEB_PAGE, nested_tables, End.READ),
    Bomb("nested-lists.html", WEB_PAGE, nested_lists, End.READ),
    Bomb("nested-headings.html", WEB_PAGE, nested_headings, End.READ),
    Bomb("sibling-definitions.html", WEB_PAGE, sibling_definitions, End.READ),
    Bomb("folded-parts.html", WEB_PAGE, folded_parts, End.READ),
    Bomb("style-rules.html", WEB_PAGE, style_rules, End.READ),
    Bomb("style-openings.html", WEB_PAGE, style_openings, End.READ),
    Bomb("style-runs.html", WEB_PAGE, style_runs, End.READ),
    Bomb("deep-hidden.html", WEB_PAGE, deep_hidden, End.READ),
    Bomb("deep-rows.html", WEB_PAGE, deep_rows, End.READ),
    Bomb("deep-painted.html", WEB_PAGE, deep_painted, End.READ),
    Bomb("many-links.html", WEB_PAGE, many_links, End.READ),
    Bomb("many-labels.html", WEB_PAGE, many_labels, End.READ),
    Bomb("many-contents.html", WEB_PAGE, many_contents, End.READ),
    Bomb("laughs.xhtml", WEB_PAGE, laughs, End.READ),
    Bomb("quadratic-entities.xhtml", WEB_PAGE, quadratic_entities),
    Bomb("many-entities.xhtml", WEB_PAGE, many_entities),
    Bomb("external-entity.xhtml", WEB_PAGE, external_entity, End.READ),
    Bomb("external-parameter.xhtml", WEB_PAGE, external_parameter, End.READ),
    Bomb("xinclude.html", WEB_PAGE, xinclude, End.READ),
    Bomb("spaces.html", WEB_PAGE, spaces, End.READ),
    Bomb("dots-and-letters.html", WEB_PAGE, dots_and_letters),
    Bomb("nuls.html", WEB_PAGE, nuls, End.REFUSED),
    Bomb("utf-7.html", WEB_PAGE, utf7, End.READ),
    Bomb("compressed.html", WEB_PAGE, compressed_page, End.REFUSED),
    Bomb("svg.html", WEB_PAGE, svg, End.REFUSED),
    Bomb("standing-words.txt", TEXT, standing_words),
    Bomb("copyright-marks.txt", TEXT, copyright_marks),
    Bomb("one-line.txt", TEXT, one_line),
    Bomb("one-sentence.txt", TEXT, one_sentence),
    Bomb("white-space.txt", TEXT, white_space),
    Bomb("label-lines.txt", TEXT, label_lines),
    Bomb("code-fences.md", TEXT, code_fences),
    Bomb("combining.txt", TEXT, combining, End.READ),
    Bomb("growing.txt", TEXT, growing),
    Bomb("utf-16-odd.txt", TEXT, utf16_odd, End.READ),
    Bomb("zip.pdf", PDF, zip_bomb, End.REFUSED),
    Bomb("polyglot.pdf", PDF, polyglot, End.REFUSED),
    Bomb("pdf-in-name-only.pdf", PDF, pdf_in_name_only, End.REFUSED),
)
"""All of them but the PDFs, which are in `bombs_pdf`."""
