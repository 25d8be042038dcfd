"""What a page's links show to be the site's and not the text: lists of contents, blocks of related links; takes them out.

Words alone do not show it: `ingest.furniture` knows the lines that do.
"""

import re
from collections.abc import Iterable
from itertools import islice

from bs4.element import NavigableString, PageElement, Tag

from ingest.characters import collapse
from ingest.html_blocks import is_dropped

_HEADINGS = re.compile(r"h[1-6]")
_CONTENTS = re.compile(r"(?:(?:in|on) this page|(?:table of )?contents|(?:ar|yn) y dudalen hon|cynnwys)\s*:?", re.IGNORECASE)
_RELATED = re.compile(
    r"related(?: (?:links?|content|pages?|publications?|documents?|topics?|guidance))?|(?:see|read) (?:also|more)|"
    r"explore (?:the )?(?:topic|more)|perthnasol|cynnwys cysylltiedig|gweler hefyd|"
    r"(?:dolenni|tudalennau|dogfennau) (?:perthnasol|cysylltiedig)|part of|topics?|rhan o|pynciau|pwnc",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(?:part of|topics?|rhan o|pynciau|pwnc)\s*:?\s*", re.IGNORECASE)


def drop_boilerplate(main: Tag) -> None:
    """Take lists of contents, and blocks that hold nothing but links under a name for such, out of the tree."""
    for listed in main.find_all(["ul", "ol"]):
        if not listed.decomposed and _is_contents(listed):
            _drop_contents(listed, main)
    for heading in main.find_all(_HEADINGS):
        if not heading.decomposed and _named(heading, _RELATED):
            _drop_related(heading)
    for string in main.find_all(string=re.compile(rf"^{_LABEL.pattern}$", re.IGNORECASE)):
        if part := _labelled_link(string):
            part.decompose()


def words_outside(parts: Iterable[PageElement], *, links: bool) -> str:
    """The words of some nodes that are shown, without those of links unless `links`; spaces collapsed."""
    found = []
    waiting = list(parts)[::-1]
    while waiting:
        part = waiting.pop()
        if type(part) is NavigableString:
            found.append(str(part))
        elif isinstance(part, Tag) and (links or part.name != "a") and not is_dropped(part):
            waiting += list(part.children)[::-1]
    return collapse(" ".join(found))


def _is_contents(listed: Tag) -> bool:
    """True for a list whose items are all links to places on this page."""
    links = listed.find_all("a", href=True)
    return (
        len(links) > 1
        and all(str(link["href"]).startswith("#") for link in links)
        and len(links) >= len(listed.find_all("li", recursive=False))
        and not words_outside(listed.children, links=False)
    )


def _drop_contents(listed: Tag, main: Tag) -> None:
    """Drop a list of contents with the heading above it; a box that held nothing else goes too."""
    label = listed.find_previous(lambda tag: tag.name in {"h2", "h3", "h4", "p", "div", "strong", "summary"})
    if label and label is not main and any(part is main for part in label.parents) and _named(label, _CONTENTS):
        label.decompose()
    listed.decompose()


def _drop_related(heading: Tag) -> None:
    """Drop a heading with the links under it, up to the next heading, where nothing else stands there."""
    under = []
    for node in heading.next_siblings:
        if isinstance(node, Tag) and (_HEADINGS.fullmatch(node.name) or node.find(_HEADINGS)):
            break
        under.append(node)
    nodes = [node for node in under if isinstance(node, (Tag, NavigableString))]
    links = [node for node in nodes if isinstance(node, Tag) and (node.name == "a" or node.find("a", href=True))]
    if links and not words_outside(nodes, links=False) and all(_leads_away(node) for node in links):
        for node in nodes:
            node.extract()
        heading.decompose()


def _leads_away(node: Tag) -> bool:
    links = [node] if node.name == "a" else node.find_all("a", href=True)
    return all(not str(link.get("href", "#")).startswith("#") for link in links)


def _labelled_link(label: NavigableString) -> Tag | None:
    """The element around a label that holds links and nothing else: `Part of: the curriculum`."""
    for part in islice(label.parents, 3):
        if part.find("a", href=True):
            return part if _LABEL.fullmatch(words_outside(part.children, links=False).replace(",", "")) else None
    return None


def _named(tag: Tag, names: re.Pattern[str]) -> bool:
    text = tag.get_text(" ")
    return len(text) < 200 and names.fullmatch(collapse(text).replace("’", "'").rstrip(": ")) is not None
