"""Letters: what a format cannot hold, put so that it can; everything else is left as it is, letter for letter.

A control character becomes its picture (U+0001 is shown as ␁), a half of a surrogate pair or a code point that is no
character becomes U+FFFD: the places of XML 1.0 section 2.2.
"""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
_PICTURES = 0x2400
_DELETE = 0x7F


def printable(text: str) -> str:
    """A text that XML, and so Word, can hold; line ends as LF."""
    return _FORBIDDEN.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n"))


def encodable(text: str) -> str:
    """A text that UTF-8 can hold."""
    return _HALVES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A text on one line, each run of white space as one space; for formats in which a line end means something."""
    return " ".join(printable(text).split())


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == _DELETE:
        return "␡"
    return chr(_PICTURES + code) if code < 0x20 else "\ufffd"
