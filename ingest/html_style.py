"""Whether a style makes words unseen: no size, no opacity, off the page, or the colour of what is behind them.

Reads the declarations of one element. Does not apply style sheets and does not know the page.
"""

import re

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)  # one that is never closed goes on to the end (CSS Syntax 3, 4.3.2)
_LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem|ex|ch|vw|vh|%)?")
_PIXELS = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "vw": 14.0, "vh": 8.0, "%": 0.16, "": 1.0}
_NO_CLIP = re.compile(r"rect\(\s*(?:[01](?:px)?[\s,]*){4}\)|inset\(\s*(?:50|100)%\s*\)|circle\(\s*0", re.IGNORECASE)
_NO_TRANSFORM = re.compile(r"scale(?:3d|x|y)?\(\s*0*(?:\.0+)?\s*[,)]|translate(?:3d|x|y)?\([^)]*-\d{4,}", re.IGNORECASE)
_NAMES = {"white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "ivory": (255, 255, 240), "snow": (255, 250, 250)}
_CHANNELS = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*([\d.]+%?))?\s*\)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$", re.IGNORECASE)

UNREADABLE_SIZE = 2.0
"""Pixels: at and under this size a letter has no shape (browsers' own least size is 6 or more)."""
OFF_PAGE = -500.0
"""Pixels: what begins so far left or up is off every page; layouts move things by a few dozen."""
FAINTEST = 0.05
"""Opacity at and under which nothing is seen."""
ALIKE = 10
"""Two colours whose channels (0 to 255) differ by no more than this look the same."""

Colour = tuple[int, int, int]


def declarations(style: str) -> dict[str, str]:
    """Properties with their values, in small letters: `"Color: #FFF"` -> `{"color": "#fff"}`."""
    said = {}
    for declaration in without_comments(style).lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon and name.split():
            said[name.split()[-1]] = value.strip().removesuffix("important").rstrip(" \t\n!")
    return said


def without_comments(style: str) -> str:
    """A style, or a whole sheet of them, without what its writer notes in it."""
    return _COMMENT.sub("", style)


def is_switched_off(said: dict[str, str]) -> bool:
    """True for what is not shown now but may be shown later, as a folded part is: `display: none`, `visibility: hidden`."""
    return (
        said.get("display") == "none"
        or said.get("visibility") in {"hidden", "collapse"}
        or said.get("content-visibility") == "hidden"
    )


def is_unseen(said: dict[str, str]) -> bool:
    """True for words that are there but cannot be seen: without size or opacity, clipped away, or off the page."""
    return (
        _at_most(said.get("font-size"), UNREADABLE_SIZE)
        or _at_most(said.get("opacity"), FAINTEST)
        or _alpha(said.get("color", "")) == 0.0
        or _is_off_page(said)
        or _is_clipped(said)
        or bool(_NO_TRANSFORM.search(said.get("transform", "")))
    )


def is_hidden_by(said: dict[str, str]) -> bool:
    """True for words that cannot be seen now, for whichever of both reasons."""
    return is_switched_off(said) or is_unseen(said)


def _is_off_page(said: dict[str, str]) -> bool:
    moved = ["text-indent", "margin-left", "margin-top", "margin"]
    if said.get("position") in {"absolute", "fixed", "relative"}:
        moved += ["left", "top"]
    return any(_at_most(said.get(name), OFF_PAGE) for name in moved)


def _is_clipped(said: dict[str, str]) -> bool:
    if _NO_CLIP.search(said.get("clip", "")) or _NO_CLIP.search(said.get("clip-path", "")):
        return True
    cut = said.get("overflow", said.get("overflow-y", "")) in {"hidden", "clip"}
    return cut and any(_at_most(said.get(name), 1.0) for name in ("height", "max-height", "width", "max-width"))


def colour_of(value: str | None) -> Colour | None:
    """Red, green and blue of a colour as written; None where it names none that is known."""
    for word in re.split(r"\s+(?![^(]*\))", (value or "").strip().lower()):
        if word in _NAMES:
            return _NAMES[word]
        if channels := _CHANNELS.match(word):
            return int(channels[1]), int(channels[2]), int(channels[3])
        if written := _HEX.match(word):
            digits = written[1] if len(written[1]) > 4 else "".join(digit * 2 for digit in written[1])
            return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    return None


def look_alike(one: Colour, other: Colour) -> bool:
    """True for two colours that cannot be told apart."""
    return all(abs(a - b) <= ALIKE for a, b in zip(one, other, strict=True))


def _alpha(colour: str) -> float:
    if colour == "transparent":
        return 0.0
    match = _CHANNELS.match(colour)
    return 0.0 if match and match[4] and not match[4].strip("0.%") else 1.0


def _at_most(value: str | None, most: float) -> bool:
    """True for a length of no more pixels than this, or a bare number of no more than this."""
    match = _LENGTH.match(value or "")
    return match is not None and float(match[1]) * _PIXELS[match[2] or ""] <= most
