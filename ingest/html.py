"""A saved web page of any publisher: chooses the reader that knows its layout; does not read anything itself."""

from corpus.errors import EmptyDocument
from ingest.html_generic import parse_generic
from ingest.html_govwales import is_govwales, parse_govwales
from ingest.html_page import WebPage
from ingest.parsed import Parsed


def parse_html(data: bytes, *, name: str) -> Parsed:
    """What a page holds; raises EmptyDocument or MalformedDocument. `name` is the file, for messages."""
    page = WebPage(data, name=name)
    parsed = parse_govwales(page) if is_govwales(page) else parse_generic(page)
    if not parsed.text:
        raise EmptyDocument(
            f"No text in '{name}'. If the page shows text in a browser, a script puts it there: save the page from the browser."
        )
    return parsed
