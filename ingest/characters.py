"""Characters as people see them: no invisible ones, one kind of space; does not touch words or their order."""

import re

# Zero-width and direction marks, soft hyphens, and control characters that are not white space.
# Tag letters count too, but for those that follow a black flag: they make it the flag of Wales.
_TAGS = "\U000e0000-\U000e007f"
_LOOSE_TAGS = f"(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+|(?<=\U0001f3f4)[{_TAGS}]{{8,}}"
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]|" + _LOOSE_TAGS
)
# Of those, the ones that cut a word in two, turn its letters round, or spell words of their own. Soft hyphens, byte-order
# marks and marks at a word's edge come with ordinary copying.
_TRICK = re.compile(r"(?<=\w)[\u200b-\u200d\u2060-\u2064]+(?=\w)|[\u202a-\u202e\u2066-\u2069]|" + _LOOSE_TAGS)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BULLETS = "•●▪◦‣∙·⁃■□➢➤\uf0b7\uf0a7\uf0d8\uf02d"
_BULLET = re.compile(rf"^[ \t]*[{_BULLETS}][ \t\u00a0]*", re.MULTILINE)
BULLET = "• "


def visible(text: str) -> str:
    """A text without characters nobody sees; halves of broken pairs become the replacement character."""
    return _SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))


def tricks_in(text: str) -> int:
    """How many places of a text hold invisible characters that nobody writes by accident."""
    return len(_TRICK.findall(text))


def collapse(text: str) -> str:
    """A text on one line, words apart by one space: `" a   b "` -> `"a b"`."""
    return " ".join(visible(text).split())


def normalise_bullets(text: str) -> str:
    """A text whose lines begin `• ` where they began with any kind of bullet."""
    return _BULLET.sub(BULLET, text)
