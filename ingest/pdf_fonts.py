"""The letters that a font's codes stand for, with their widths; does not place them on a page.

Fonts are read by pypdf. `pypdf.generic._font` is the one private module used here: pypdf's own extraction tells neither where
a word ends nor which marked content it belongs to, and tables and tags need both.
"""

import re
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject
from pypdf.generic._font import Font

LONGEST_GLYPH = 8  # letters one code may stand for: the longest joined letters are `ffi` and the like
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # ISO 32000-1, table 123
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# A bullet may be drawn with a code that decodes to the delete character, which is never printed.
_DELETE = str.maketrans({"\x7f": "•"})


class Lettering:
    """A font as far as reading goes."""

    def __init__(self, resource: DictionaryObject) -> None:
        font = Font.from_font_resource(resource)
        self.bold = bool(_BOLD.search(font.name)) or bool(font.font_descriptor.flags & _FORCE_BOLD)
        self.readable = font.interpretable
        """False for a font of drawings that does not say which letters they are."""
        self._font = font
        self._unit = _glyph_unit(resource)
        self.space = font.space_width * self._unit
        """Width of a space, in ems."""
        self._known: dict[str, tuple[str, float]] = {}

    def read(self, codes: bytes) -> tuple[str, float, int]:
        """The letters of some codes, their width in ems, and how many glyphs they are."""
        known = self._known
        glyphs = [known.get(code) or self._learn(code) for code in self._split(codes)]
        return "".join([letters for letters, _ in glyphs]), sum([width for _, width in glyphs]), len(glyphs)

    def _split(self, codes: bytes) -> str:
        """A character for each code."""
        encoding = self._font.encoding
        if not isinstance(encoding, str):
            return codes.decode("latin-1")
        try:
            return codes.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            return codes.decode(encoding, "replace")

    def _learn(self, code: str) -> tuple[str, float]:
        font = self._font
        letter = code if isinstance(font.encoding, str) else font.encoding.get(ord(code), code)
        letters = str(font.character_map.get(letter, letter))[:LONGEST_GLYPH].translate(_LIGATURES).translate(_DELETE)
        width = font.space_width if code == font.space_char else font.get_text_width(code)
        self._known[code] = glyph = (letters, width * self._unit)
        return glyph


def bare_lettering() -> Lettering:
    """What stands in for a font that a file names but does not hold."""
    return Lettering(DictionaryObject())


def _glyph_unit(resource: DictionaryObject) -> float:
    """Ems in a unit of its widths: a thousandth, but a Type 3 font says for itself."""
    matrix: Any = resource.get("/FontMatrix")
    if resource.get("/Subtype") == "/Type3" and isinstance(matrix, ArrayObject) and matrix:
        return abs(float(matrix[0])) or 0.001
    return 0.001
