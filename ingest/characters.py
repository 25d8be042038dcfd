"""Characters as people see them: no invisible ones, one kind of space; does not touch words or their order."""

import re

# Zero-width and direction marks, soft hyphens, and control characters that are not white space.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BULLETS = "•●▪◦‣∙·⁃■□➢➤\uf0b7\uf0a7\uf0d8\uf02d"
_BULLET = re.compile(rf"^[ \t]*[{_BULLETS}][ \t\u00a0]*", re.MULTILINE)
BULLET = "• "


def visible(text: str) -> str:
    """A text without characters nobody sees; halves of broken pairs become the replacement character."""
    return _SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))


def collapse(text: str) -> str:
    """A text on one line, words apart by one space: `" a   b "` -> `"a b"`."""
    return " ".join(visible(text).split())


def normalise_bullets(text: str) -> str:
    """A text whose lines begin `• ` where they began with any kind of bullet."""
    return _BULLET.sub(BULLET, text)
