"""A saved web page of any publisher: chooses the reader that knows its layout; does not read anything itself."""

from collections.abc import Callable
from dataclasses import replace

from corpus.errors import EmptyDocument
from ingest.html_blog import is_blog, parse_blog
from ingest.html_estyn import is_estyn, parse_estyn
from ingest.html_flags import flags_of_page
from ingest.html_generic import parse_generic
from ingest.html_govwales import is_govwales, parse_govwales
from ingest.html_hwb import is_hwb, parse_hwb
from ingest.html_page import WebPage
from ingest.html_senedd import is_senedd, parse_senedd
from ingest.parsed import Parsed

LAYOUTS: tuple[tuple[Callable[[WebPage], bool], Callable[[WebPage], Parsed]], ...] = (
    (is_blog, parse_blog),
    (is_hwb, parse_hwb),
    (is_estyn, parse_estyn),
    (is_senedd, parse_senedd),
    (is_govwales, parse_govwales),
)
"""Whose page it is, and who reads it; the first that fits decides. A page of nobody's is read without any habits."""


def parse_html(data: bytes, *, name: str) -> Parsed:
    """What a page holds; raises EmptyDocument or MalformedDocument. `name` is the file, for messages."""
    page = WebPage(data, name=name)
    read = next((parse for is_theirs, parse in LAYOUTS if is_theirs(page)), parse_generic)
    parsed = read(page)
    if not parsed.text:
        raise EmptyDocument(
            f"No text in '{name}'. If the page shows text in a browser, a script puts it there: save the page from the browser."
        )
    return replace(parsed, flags=(*parsed.flags, *flags_of_page(page, parsed)))
