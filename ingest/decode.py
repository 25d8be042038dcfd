"""Bytes to characters: finds the encoding and mends text that was decoded wrongly before; does not know any format."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The WHATWG rule: pages that say Latin-1 or ASCII mean Windows-1252.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_MOJIBAKE = re.compile("[ÂÃÅĂ][\x80-\xbfŁ€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œµ·]|â€")
# UTF-8's pound sign read as Latin-1 or Latin-2: it stands before a sum, where no word ends in Â.
_POUND = re.compile("Â[£Ł](?=\\s?\\d)")
# Bytes that Windows-1252 leaves undefined decode to the control character of the same number.
_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
SAMPLE = 64 * 1024  # enough to tell words from a binary file


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The characters of a file: its byte-order mark decides, then UTF-8, then what it declares, then Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return mend(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return data.decode("utf-8", errors="replace")
    known = _known(declared)
    return data.decode(known if known and known != "utf-8" else "cp1252", errors="replace")


def is_binary(data: bytes) -> bool:
    """True for bytes that are no text: a NUL, or more than a tenth control characters, without a UTF-16 mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    sample = data[:SAMPLE]
    controls = len(_CONTROL.findall(sample.decode("latin-1")))
    return b"\x00" in data or controls > len(sample) / 10


def mend(text: str) -> str:
    """A text with UTF-8 that was once read as Windows-1252 put right: `"Â£5"` -> `"£5"`; any other text as it is."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        # All of it must read as UTF-8: an accident in real words fails at the first letter that was right.
        return _bytes_of(text).decode("utf-8")
    except ValueError:
        return _POUND.sub("£", text)


def _bytes_of(text: str) -> bytes:
    return b"".join(bytes([ord(c)]) if ord(c) in _UNDEFINED else c.encode("cp1252") for c in text)


def _mostly_utf8(data: bytes) -> bool:
    """True for UTF-8 with a few bytes damaged, as at the end of a cut file."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = sum(1 for character in text if ord(character) > 127) - damaged
    return whole > damaged


def _known(declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return None
    return _MEANT.get(name, name)
