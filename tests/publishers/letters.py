"""Letters of Welsh, and joined ones, for the fonts every PDF has: drawn as letters no text here needs, then named rightly.

Publishers' own fonts do the same: a code says nothing until the file names its letter.
"""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

BODY, BOLD = "Helvetica", "Helvetica-Bold"
_STAND_IN = {
    "ŵ": ("þ", "/wcircumflex"),
    "ŷ": ("ý", "/ycircumflex"),
    "Ŵ": ("Þ", "/Wcircumflex"),
    "Ŷ": ("Ý", "/Ycircumflex"),
    "ﬁ": ("¤", "/fi"),
    "ﬂ": ("¦", "/fl"),
    "ﬀ": ("¬", "/ff"),
    "ﬃ": ("µ", "/ffi"),
}
_CODES = str.maketrans({letter: drawn for letter, (drawn, _) in _STAND_IN.items()})


def as_drawn(words: str) -> str:
    """Words as they are given to ReportLab."""
    return words.translate(_CODES)


def with_letters(data: bytes) -> bytes:
    """A PDF whose fonts name those letters."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    names = ArrayObject()
    for drawn, name in _STAND_IN.values():
        names += [NumberObject(drawn.encode("cp1252")[0]), NameObject(name)]
    encoding = writer._add_object(
        DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Encoding"),
                NameObject("/BaseEncoding"): NameObject("/WinAnsiEncoding"),
                NameObject("/Differences"): names,
            }
        )
    )
    for page in writer.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font.get_object()[NameObject("/Encoding")] = encoding
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
