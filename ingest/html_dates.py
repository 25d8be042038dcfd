"""Dates behind labels in a page's tree (`First published:` beside its value); does not read the page's head."""

from bs4.element import NavigableString, PageElement, Tag

from ingest.labels import PageDates, labels_in


def take_dates(main: Tag, *, language: str) -> PageDates:
    """The dates behind labels; labels and dates leave the tree."""
    dates = PageDates(language=language)
    for string in [node for node in main.find_all(string=True) if type(node) is NavigableString and labels_in(node)]:
        labels = labels_in(string)
        taken = [bool(label.value) and dates.take(label.meaning, label.value) for label in labels]
        if not labels[-1].value:
            taken[-1] = _take_value(string, labels[-1].meaning, dates)
        if any(taken) and all(took or not label.value for took, label in zip(taken, labels, strict=True)):
            string.extract()
    return dates


def _take_value(string: NavigableString, meaning: str, dates: PageDates) -> bool:
    """Read the value that stands beside a label; an empty value stays empty, and the next words stay in the text."""
    node: PageElement = string
    words = string.strip()
    while node.parent and not _beside(node) and node.parent.get_text(strip=True) == words:
        node = node.parent
    value = _beside(node)
    if value is None or not dates.take(meaning, value.get_text(" ")):
        return False
    value.extract()
    return True


def _beside(node: PageElement) -> Tag | NavigableString | None:
    """The next element, even an empty one, or the next words beside a node."""
    for beside in node.next_siblings:
        if isinstance(beside, Tag):
            return beside
        if type(beside) is NavigableString and beside.strip():
            return beside
    return None
