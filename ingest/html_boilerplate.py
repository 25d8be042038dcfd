"""What a page's links show to be the site's and not the text: lists of contents, blocks of related links; takes them out.

Words alone do not show it: `ingest.furniture` knows the lines that do.
"""

import re
from collections.abc import Iterable
from itertools import islice

from bs4.element import NavigableString, PageElement, Tag

from ingest.characters import collapse
from ingest.html_blocks import is_dropped
from ingest.html_descent import below, own_parts

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DEEPEST_LIST = 3  # lists inside each other among which one is the contents
NEAR = 200  # nodes of an element that is a label, and before a list: more is text
_LABELS = frozenset({"h2", "h3", "h4", "p", "div", "strong", "summary"})
_LISTS = frozenset({"ul", "ol"})
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
    for listed in _outer_lists(main):
        if not listed.decomposed and _is_contents(listed):
            _drop_contents(listed, main)
    for heading in [tag for tag in main.find_all(True) if tag.name in HEADINGS]:
        if not heading.decomposed and _named(heading, _RELATED):
            _drop_related(heading)
    for string in main.find_all(string=re.compile(rf"^{_LABEL.pattern}$", re.IGNORECASE)):
        if part := _labelled_link(string):
            part.decompose()


def words_outside(parts: Iterable[PageElement], *, links: bool) -> str:
    """The words of some nodes that are shown, without those of links unless `links`; spaces collapsed."""
    inside = below(parts, closed=lambda tag: (tag.name == "a" and not links) or is_dropped(tag))
    return collapse(" ".join(node for node in inside if type(node) is NavigableString))


def _outer_lists(main: Tag) -> list[Tag]:
    """The lists that stand in no more than a few others, the widest first."""
    found: list[Tag] = []
    around = [main]
    for _ in range(DEEPEST_LIST):
        around = [listed for tag in around for listed in own_parts(tag, _LISTS, walls=_LISTS)]
        found += around
    return found


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
    before = (node for node in islice(listed.previous_elements, NEAR) if isinstance(node, Tag))
    label = next((tag for tag in before if tag.name in _LABELS), None)
    if label and label is not main and any(part is main for part in label.parents) and _named(label, _CONTENTS):
        label.decompose()
    listed.decompose()


def _drop_related(heading: Tag) -> None:
    """Drop a heading with the links under it, up to the next heading, where nothing else stands there."""
    under = []
    for node in heading.next_siblings:
        if isinstance(node, Tag) and (node.name in HEADINGS or node.find(HEADINGS)):
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
        if _is_small(part) and part.find("a", href=True):
            return part if _LABEL.fullmatch(words_outside(part.children, links=False).replace(",", "")) else None
    return None


def _named(tag: Tag, names: re.Pattern[str]) -> bool:
    text = tag.get_text(" ") if _is_small(tag) else ""
    return 0 < len(text) < 200 and names.fullmatch(collapse(text).replace("’", "'").rstrip(": ")) is not None


def _is_small(tag: Tag) -> bool:
    """True for an element of so few nodes that all its words may be a label."""
    return next(islice(tag.descendants, NEAR, None), None) is None
