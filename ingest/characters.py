"""Characters as people see them: no invisible ones, one kind of space; does not touch words or their order."""

import re

# Zero-width and direction marks, soft hyphens, and control characters that are not white space.
_MARKS = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_MARK = re.compile(f"[{_MARKS}]")
# Of those, the ones that cut a word in two or turn its letters round. Soft hyphens, byte-order marks and marks at a word's
# edge come with ordinary copying.
_CUT = re.compile(r"(?<=\w)[\u200b-\u200d\u2060-\u2064]+(?=\w)|[\u202a-\u202e\u2066-\u2069]")
# Tag letters spell words of their own, but for those that follow a black flag: they make it the flag of Wales.
_TAGS = "\U000e0000-\U000e007f"
_TAG = re.compile(f"(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+|(?<=\U0001f3f4)[{_TAGS}]{{8,}}")
# Variation selectors choose the form of the character before them: picture or sign, or a shape of a Han letter. Those above
# the 16th are for Han letters alone (Unicode Technical Standard 37). Two behind each other, or one behind a Latin letter,
# choose nothing: the 256 of them spell bytes that a machine may read.
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_ONLY = "\U000e0100-\U000e01ef"
_SELECTORS = f"\ufe00-\ufe0f{_HAN_ONLY}"
_SELECTOR = re.compile(f"[{_SELECTORS}]{{2,}}|(?<=[A-Za-z\u00c0-\u024f])[{_SELECTORS}]|(?<![{_HAN}{_SELECTORS}])[{_HAN_ONLY}]")
# Hardly any text holds any of all these, and to look for one character takes a tenth of the time.
_CANDIDATE = re.compile(f"[{_MARKS}{_TAGS}{_SELECTORS}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BULLETS = "•●▪◦‣∙·⁃■□➢➤\uf0b7\uf0a7\uf0d8\uf02d"
_BULLET = re.compile(rf"^[ \t]*[{_BULLETS}][ \t\u00a0]*", re.MULTILINE)
BULLET = "• "


def visible(text: str) -> str:
    """A text without characters nobody sees; halves of broken pairs become the replacement character."""
    if _CANDIDATE.search(text):
        for unseen in (_MARK, _TAG, _SELECTOR):  # in this order: none may stand between others to hide them
            text = unseen.sub("", text)
    return _SURROGATE.sub("\ufffd", text)


def tricks_in(text: str) -> int:
    """How many places of a text hold invisible characters that nobody writes by accident."""
    if not _CANDIDATE.search(text):
        return 0
    marked = _MARK.sub("", text)
    return len(_CUT.findall(text)) + len(_TAG.findall(marked)) + len(_SELECTOR.findall(_TAG.sub("", marked)))


def collapse(text: str) -> str:
    """A text on one line, words apart by one space: `" a   b "` -> `"a b"`."""
    return " ".join(visible(text).split())


def normalise_bullets(text: str) -> str:
    """A text whose lines begin `• ` where they began with any kind of bullet."""
    return _BULLET.sub(BULLET, text)
