"""Words that a page holds but nobody sees: taken out of its tree, and counted; furniture that is folded away is not counted.

A part that a button or a tab of the page opens is no hidden text: it is opened. Does not read external style sheets.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

from bs4 import BeautifulSoup, Tag

from ingest.characters import collapse
from ingest.html_blocks import is_of_the_site
from ingest.html_descent import below
from ingest.html_style import (
    Colour,
    colour_of,
    declarations,
    is_hidden_by,
    is_switched_off,
    is_unseen,
    look_alike,
    without_comments,
)

_PAGE: Colour = (255, 255, 255)
_AT_RULE = re.compile(r"@[^@{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_SIMPLE = re.compile(r"[.#][A-Za-z][\w-]*$")
# A style sheet may fold a part that a script opens: such a class is no trick.
_FOLDS = re.compile(
    r"accordion|collaps|tab|panel|fold|toggle|expand|dropdown|modal|menu|js|print|mobile|desktop", re.IGNORECASE
)
# A class that paints what is behind the words; which colour, only a style sheet knows.
_PAINTED = re.compile(
    r"banner|hero|dark|bg|background|card|button|btn|callout|header|overlay|highlight|theme|box", re.IGNORECASE
)
_WHOLE = ["main", "h1"]
_HIDING = ("hidden", "aria-hidden", "style")


def take_hidden(soup: BeautifulSoup, content: Tag) -> tuple[str, ...]:
    """The unseen words of a page, each run once; they leave the tree.

    Words of the site itself (navigation, cookie banner, skip links), or outside the content, are taken but not given back.
    """
    for part in (content, *content.parents):  # a page is hidden until a script has run, or behind a dialogue
        _show(part)
    _open_folded(soup)
    whole = _around([content, *soup.find_all(_WHOLE)])
    unseen = {id(tag): tag for tag in _unseen(soup) if id(tag) not in whole}  # a page hides no whole of itself
    shown = below(content.contents, closed=lambda tag: id(tag) in unseen or is_of_the_site(tag))
    found = [node for node in shown if isinstance(node, Tag) and id(node) in unseen and not is_of_the_site(node)]
    taken = dict.fromkeys(collapse(tag.get_text(" ")) for tag in found)
    for tag in unseen.values():
        if not tag.decomposed:
            tag.decompose()
    return tuple(filter(None, taken))


def _around(tags: Iterable[Tag]) -> set[int]:
    """The elements themselves, and all that are around them, as `id` numbers them."""
    known: set[int] = set()
    for tag in tags:
        known.update(takewhile(lambda number: number not in known, map(id, chain([tag], tag.parents))))
    return known


def _open_folded(soup: BeautifulSoup) -> None:
    """Show every part that a button or a tab opens."""
    tags = soup.find_all(True)
    openers = [
        tag for tag in tags if "aria-controls" in tag.attrs and ("aria-expanded" in tag.attrs or tag.get("role") == "tab")
    ]
    opened = {name for opener in openers for name in str(opener["aria-controls"]).split()}
    for part in tags:
        if part.get("id") in opened:
            _show(part)


def _show(tag: Tag) -> None:
    for name in _HIDING:
        tag.attrs.pop(name, None)


def _unseen(soup: BeautifulSoup) -> list[Tag]:
    tags = soup.find_all(True)
    styled = [tag for tag in tags if "style" in tag.attrs and is_hidden_by(declarations(str(tag["style"])))]
    backgrounds = _Backgrounds()
    painted = [tag for tag in tags if _is_painted(tag) and backgrounds.hide(tag)]
    return [*styled, *painted, *_by_sheet(soup)]


def _by_sheet(soup: BeautifulSoup) -> list[Tag]:
    """What a style sheet inside the page hides by one plain name."""
    hidden = {name for sheet in soup.find_all("style") for name in _names_hidden(sheet.get_text())}
    return [tag for tag in soup.find_all(True) if not hidden.isdisjoint(_names(tag))] if hidden else []


def _names_hidden(sheet: str) -> Iterator[str]:
    """The plain names (`.card`, `#card`) that a style sheet hides."""
    for rule in _AT_RULE.sub("", without_comments(sheet)).split("}"):
        before, _, body = rule.rpartition("{")
        said = declarations(body)
        for name in filter(_SIMPLE.match, map(str.strip, before.rpartition("{")[2].split(","))):
            if is_unseen(said) or (is_switched_off(said) and not _FOLDS.search(name)):
                yield name


def _names(tag: Tag) -> Iterator[str]:
    """The names of an element as a style sheet writes them."""
    yield from (f".{name}" for name in tag.get_attribute_list("class") if name)
    yield f"#{tag.get('id')}"


def _is_painted(tag: Tag) -> bool:
    return (tag.name == "font" and tag.has_attr("color")) or "color" in str(tag.get("style", "")).lower()


class _Backgrounds:
    """The colours behind the elements of one page, each looked for once."""

    def __init__(self) -> None:
        self._known: dict[int, Colour | None] = {}

    def hide(self, tag: Tag) -> bool:
        """True for words in the colour of what is behind them; behind everything is a white page."""
        own = colour_of(declarations(str(tag.get("style", ""))).get("color") or str(tag.get("color", "")))
        return own is not None and (behind := self._behind(tag)) is not None and look_alike(own, behind)

    def _behind(self, tag: Tag) -> Colour | None:
        """The colour behind an element; None where a style sheet decides it."""
        passed: list[int] = []
        found: Colour | None = _PAGE
        for part in chain([tag], tag.parents):
            if id(part) in self._known:
                found = self._known[id(part)]
                break
            passed.append(id(part))
            if written := _background(part):
                found = colour_of(written)
                break
            if any(_PAINTED.search(str(name)) for name in part.get_attribute_list("class") if name):
                found = None
                break
        self._known.update(dict.fromkeys(passed, found))
        return found


def _background(tag: Tag) -> str:
    """The background that an element itself says it has; empty where it says none."""
    said = declarations(str(tag.get("style", "")))
    written = said.get("background-color") or said.get("background") or str(tag.get("bgcolor", ""))
    return "" if written in {"none", "transparent", "inherit"} else written
