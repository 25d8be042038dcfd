"""A content element as pieces in reading order: headings, paragraphs, list items, table rows.

Walks children one by one, so that nested elements are read once. Does not know whose page it is.
"""

import re

from bs4.element import CData, NavigableString, PageElement, Tag

from ingest.characters import BULLET, collapse, normalise_bullets
from ingest.html_descent import children_named, has_words_outside, own_parts
from ingest.html_style import declarations, is_hidden_by
from ingest.html_tables import is_layout, read_table
from ingest.outline import Kind, Piece

DEEPEST = 80  # elements inside each other; real pages stay under 60, and Python's own stack ends near 300 of them
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DROPPED = re.compile(
    "audio|canvas|dialog|embed|footer|form|head|iframe|input|math|nav|noscript|object|script|select|style|svg|"
    "template|textarea|title|video"
)
_DROPPED_ROLES = frozenset({"navigation", "search", "contentinfo", "dialog", "alertdialog"})
# Words set apart from the text they belong to, unlike a sidebar.
_CALLOUT = re.compile(r"call-?out|quote|inset|note|highlight|important|info|warning", re.IGNORECASE)
# The whole name must fit: headings have ids made of their words, as in `sharing-information`.
_SITE_NAME = re.compile(
    r"(?:(?:block|page|site|global)[-_]+)*"
    r"(?:cookies?|share|sharing|social-shar\w+|social-media|social-links?|breadcrumbs?|pagination|pager|"
    r"skip-?links?|skip-to-content|(?:govuk-)?visually-?hidden|element-invisible|show-for-sr|sr-only|screen-reader-text|"
    r"related(?:-(?:content|pages))?|(?:page-)?feedback|print-(?:page|link|button)|back-to-top|"
    r"lang(?:uage)?-(?:switch(?:er)?|toggle|link)|table-of-contents|toc|archive-banner|footer)"
    r"(?:[-_]+(?:this|page|banner|notice|consent|message|bar|links?|list|nav|buttons?|container|wrapper|overlay|popup|block))*",
    re.IGNORECASE,
)
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|div|dt|dl|fieldset|figcaption|figure|header|hgroup|hr|html|"
    "legend|li|main|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr"
)
_NOTE_MARK = re.compile(r"\[\d{1,3}\]|[↩↑^⤴]\ufe0e?")
_LINE_END = "\n"


def blocks_of(root: Tag, *, depth: int = 0) -> list[Piece]:
    """The pieces under an element, without what is hidden or belongs to the site."""
    walk = _Walk()
    walk.children(root, depth)
    walk.flush()
    return walk.pieces


def is_dropped(tag: Tag) -> bool:
    """True for an element that holds no words of the text: scripts, navigation, share links, hidden parts."""
    if tag.name == "button":  # the heading of a part that folds is a button inside the heading
        return tag.find_parent(lambda above: _heading_level(above) > 0) is None
    return is_of_the_site(tag) or _is_note_mark(tag) or (bool(tag.attrs) and _is_hidden(tag))


def is_of_the_site(tag: Tag) -> bool:
    """True for what is no words at all, or the site's own: scripts, forms, navigation, share links, cookie banners."""
    names = [str(name) for key in ("class", "id") for name in tag.get_attribute_list(key) if name] if tag.attrs else []
    if tag.name == "aside" or tag.get("role") == "complementary":
        return not any(_CALLOUT.search(name) for name in names)
    return (
        _DROPPED.fullmatch(tag.name) is not None
        or tag.get("role") in _DROPPED_ROLES
        or any(_SITE_NAME.fullmatch(name) for name in names)
    )


def _is_hidden(tag: Tag) -> bool:
    # "until-found" is folded text that a reader's search opens.
    hidden = tag.get("hidden")
    if (hidden is not None and hidden != "until-found") or tag.get("aria-hidden") == "true":
        return True
    style = tag.get("style")
    return bool(style) and is_hidden_by(declarations(str(style)))


def _is_note_mark(tag: Tag) -> bool:
    """True for the number that leads to a footnote, which would stick to the word before it, and the arrow that leads back."""
    if tag.name == "a":
        return str(tag.get("href", "")).startswith("#") and _NOTE_MARK.fullmatch(tag.get_text(strip=True)) is not None
    return tag.name == "sup" and any(str(link.get("href", "")).startswith("#") for link in tag.find_all("a"))


def _flat(node: Tag, depth: int) -> str:
    return " ".join(collapse(piece.text) for piece in blocks_of(node, depth=depth))


class _Walk:
    """One pass over a tree; words gather until a block ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._words: list[str] = []
        self._group = 0
        self._lists = 0
        self._mark: str | None = None
        """What the next words in a list item begin with; empty once it was written; None outside items."""

    def children(self, node: Tag, depth: int) -> None:
        for child in node.children:
            self._visit(child, depth + 1)

    def flush(self) -> None:
        """End the block at hand."""
        lines = [collapse(line) for line in "".join(self._words).split(_LINE_END)]
        self._words = []
        text = normalise_bullets(_LINE_END.join(line for line in lines if line))
        if not text:
            return
        if self._mark is None:
            self._add_alone(text, Kind.PARAGRAPH)
        else:
            self._add(self._mark + text.removeprefix(BULLET), Kind.ITEM)
            self._mark = ""

    def _add(self, text: str, kind: Kind) -> None:
        self.pieces.append(Piece(text=text, kind=kind, group=self._group))

    def _add_alone(self, text: str, kind: Kind, level: int = 0) -> None:
        self.pieces.append(Piece(text=text, kind=kind, level=level, group=self._group + 1))
        self._group += 2

    def _visit(self, node: PageElement, depth: int) -> None:
        if type(node) in {NavigableString, CData}:  # its other subclasses are comments, scripts and the like
            self._words.append(" ".join(re.split(r"\s+", str(node))))
        elif isinstance(node, Tag) and not is_dropped(node):
            self._visit_tag(node, depth)

    def _visit_tag(self, node: Tag, depth: int) -> None:
        if depth > DEEPEST:
            self._words.append(f" {collapse(node.get_text(' '))} ")
        elif node.name == "br":
            self._words.append(_LINE_END)
        elif level := _heading_level(node):
            self._heading(node, level, depth)
        elif node.name in {"ul", "ol", "menu", "dir"}:
            self._list(node, depth)
        elif node.name == "table" and not is_layout(node):
            self._table(node, depth)
        elif node.name == "dl" and not has_words_outside(node, terms := _terms(node)):
            self._definitions(terms, depth)
        elif _BLOCKS.fullmatch(node.name):
            self.flush()
            self.children(node, depth)
            self.flush()
        else:
            self.children(node, depth)

    def _heading(self, node: Tag, level: int, depth: int) -> None:
        self.flush()
        self._add_alone(_flat(node, depth), Kind.HEADING, level)
        self._mark = None  # in a list of cards, the words under a card's heading are no list item

    def _list(self, node: Tag, depth: int) -> None:
        self.flush()
        self._group += 0 if self._lists else 1
        self._lists += 1
        number = _whole_number(node.get("start"), otherwise=1)
        for child in node.children:
            if isinstance(child, Tag) and child.name == "li":
                number = _whole_number(child.get("value"), otherwise=number)
                self._item(child, f"{number}. " if node.name == "ol" else BULLET, depth + 1)
                number += 1
            else:
                self._visit(child, depth + 1)
        self.flush()
        self._lists -= 1

    def _item(self, node: Tag, mark: str, depth: int) -> None:
        if is_dropped(node):
            return
        self.flush()
        outer, self._mark = self._mark, mark
        self.children(node, depth)
        self.flush()
        # Words of the outer item that come after an inner list would run on from its last item.
        self._mark = None if outer is None else BULLET

    def _table(self, node: Tag, depth: int) -> None:
        self.flush()
        for caption in children_named(node, "caption")[:1]:
            if words := _flat(caption, depth):
                self._add_alone(words, Kind.PARAGRAPH)
        self._group += 1
        for row in read_table(node, lambda cell: _flat(cell, depth)):
            self._add(row, Kind.ROW)
        self._group += 1

    def _definitions(self, terms: list[Tag], depth: int) -> None:
        """Terms with their meanings, a row each: `"Term: meaning; another meaning"`."""
        self.flush()
        self._group += 1
        rows: list[list[str]] = []
        for part in terms:
            if part.name == "dt" or not rows:
                rows.append([])
            if not is_dropped(part) and (words := _flat(part, depth)):
                rows[-1].append(words)
        for term, *meanings in filter(None, rows):
            self._add(f"{term.rstrip(':')}: {'; '.join(meanings)}" if meanings else term, Kind.ROW)
        self._group += 1


def _terms(node: Tag) -> list[Tag]:
    """The terms and meanings of a list of definitions; those of a list inside a meaning belong to that."""
    return own_parts(node, frozenset({"dt", "dd"}), walls=frozenset({"dt", "dd", "dl"}))


def _heading_level(node: Tag) -> int:
    if node.name in _HEADINGS:
        return _HEADINGS[node.name]
    if node.get("role") != "heading":
        return 0
    return min(max(_whole_number(node.get("aria-level"), otherwise=2), 1), 6)


def _whole_number(value: object, *, otherwise: int) -> int:
    text = str(value or "").strip()
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else otherwise
