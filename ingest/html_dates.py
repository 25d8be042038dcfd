"""Dates behind labels in a page's tree (`First published:` beside its value); does not read the page's head."""

from itertools import takewhile

from bs4.element import NavigableString, PageElement, Tag

from ingest.characters import collapse
from ingest.labels import HEADER, Label, PageDates, labels_in


def take_dates(main: Tag, *, language: str) -> PageDates:
    """The dates behind labels; labels and dates leave the tree."""
    dates = PageDates(language=language)
    header = {id(node) for node in takewhile(lambda node: not _is_heading(node), main.descendants)}
    found = [
        (node, labels) for node in main.find_all(string=True) if type(node) is NavigableString and (labels := labels_in(node))
    ]
    for string, labels in found:
        if id(string) in header or not any(label.meaning in HEADER for label in labels):
            _take(string, labels, dates)
    return dates


def _take(string: NavigableString, labels: list[Label], dates: PageDates) -> None:
    values = [label.value if label.value and dates.take(label.meaning, label.value) else "" for label in labels]
    if not labels[-1].value:
        values[-1] = _take_value(string, labels[-1].meaning, dates)
    dates.rows += [label.row(value) for label, value in zip(labels, values, strict=True) if value and label.meaning in HEADER]
    if any(values) and all(value or not label.value for value, label in zip(values, labels, strict=True)):
        string.extract()


def _is_heading(node: PageElement) -> bool:
    """True for the first heading under the title, where a page's header ends."""
    return isinstance(node, Tag) and node.name in {"h2", "h3", "h4"}


def _take_value(string: NavigableString, meaning: str, dates: PageDates) -> str:
    """The day beside a label, as printed, which leaves the tree; empty where no day stands there: other words stay."""
    node: PageElement = string
    words = string.strip()
    while node.parent and not _beside(node) and node.parent.get_text(strip=True) == words:
        node = node.parent
    value = _beside(node)
    if value is None or not dates.take(meaning, value.get_text(" ")):
        return ""
    value.extract()
    return collapse(value.get_text(" "))


def _beside(node: PageElement) -> Tag | NavigableString | None:
    """The next element, even an empty one, or the next words beside a node."""
    for beside in node.next_siblings:
        if isinstance(beside, Tag):
            return beside
        if type(beside) is NavigableString and beside.strip():
            return beside
    return None
