"""Words that a page holds but nobody sees: taken out of its tree, and counted; furniture that is folded away is not counted.

A part that a button or a tab of the page opens is no hidden text: it is opened. Does not read external style sheets.
"""

import re

from bs4 import BeautifulSoup, Tag

from ingest.characters import collapse
from ingest.html_blocks import is_of_the_site
from ingest.html_style import Colour, colour_of, declarations, is_hidden_by, is_switched_off, is_unseen, look_alike

_PAGE: Colour = (255, 255, 255)
_AT_RULE = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
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
    taken: dict[str, None] = {}
    for tag in _unseen(soup):
        if tag.decomposed or tag.name in _WHOLE or tag.find(_WHOLE) is not None:  # a page hides no whole of itself
            continue
        above = (tag, *tag.parents)
        if any(part is content for part in above) and not any(is_of_the_site(part) for part in above):
            taken.setdefault(collapse(tag.get_text(" ")))
        tag.decompose()
    return tuple(filter(None, taken))


def _open_folded(soup: BeautifulSoup) -> None:
    """Show every part that a button or a tab opens."""
    for opener in soup.select("[aria-controls]"):
        if not opener.has_attr("aria-expanded") and opener.get("role") != "tab":
            continue
        for part in soup.find_all(id=str(opener["aria-controls"]).split()):
            _show(part)


def _show(tag: Tag) -> None:
    for name in _HIDING:
        tag.attrs.pop(name, None)


def _unseen(soup: BeautifulSoup) -> list[Tag]:
    styled = [tag for tag in soup.find_all(style=True) if is_hidden_by(declarations(str(tag["style"])))]
    painted = [tag for tag in soup.find_all(_is_painted) if _is_behind(tag)]
    return [*styled, *painted, *_by_sheet(soup)]


def _by_sheet(soup: BeautifulSoup) -> list[Tag]:
    """What a style sheet inside the page hides by one plain name."""
    found: list[Tag] = []
    for sheet in soup.find_all("style"):
        for names, body in _RULE.findall(_AT_RULE.sub("", _COMMENT.sub("", sheet.get_text()))):
            said = declarations(body)
            for name in filter(_SIMPLE.match, map(str.strip, names.split(","))):
                if is_unseen(said) or (is_switched_off(said) and not _FOLDS.search(name)):
                    found += soup.select(name)
    return found


def _is_painted(tag: Tag) -> bool:
    return (tag.name == "font" and tag.has_attr("color")) or "color" in str(tag.get("style", "")).lower()


def _is_behind(tag: Tag) -> bool:
    """True for words in the colour of what is behind them; behind everything is a white page."""
    own = colour_of(declarations(str(tag.get("style", ""))).get("color") or str(tag.get("color", "")))
    return own is not None and (behind := _background(tag)) is not None and look_alike(own, behind)


def _background(tag: Tag) -> Colour | None:
    """The colour behind a tag; None where a style sheet decides it."""
    for part in (tag, *tag.parents):
        said = declarations(str(part.get("style", "")))
        written = said.get("background-color") or said.get("background") or str(part.get("bgcolor", ""))
        if written and written not in {"none", "transparent", "inherit"}:
            return colour_of(written)
        if any(_PAINTED.search(str(name)) for name in part.get_attribute_list("class") if name):
            return None
    return _PAGE
