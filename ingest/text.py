"""Plain text and Markdown files: their own characters, never re-flowed, so that offsets count into the file itself.

Reads the lines that gov.wales prints above a text when a page was copied with them. Does not render Markdown.
"""

import re

from corpus.document import Section, canonical
from corpus.errors import EmptyDocument, MalformedDocument
from corpus.language import language_of
from ingest.characters import collapse
from ingest.decode import decode, is_binary
from ingest.front_matter import FrontMatter, read_front_matter
from ingest.kinds import type_of
from ingest.outline import Heading, tile
from ingest.parsed import Parsed
from ingest.status import find_standing
from ingest.suspicion import invisible_flag

PARSER = "text/1"
# A block of code is matched as a whole, so that its own `#` lines are passed over.
_HEADING_OR_CODE = re.compile(
    r"^(?P<marks>#{1,6})[ \t]+(?P<words>\S[^\n]*)$|^(?P<fence>```|~~~).*?(?:^(?P=fence)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)


def parse_text(data: bytes, *, name: str) -> Parsed:
    """What a text file holds; raises EmptyDocument or MalformedDocument. `name` is the file, for messages."""
    if is_binary(data):
        raise MalformedDocument(f"'{name}' is called a text but holds binary data. Save it as plain text in UTF-8.")
    raw = decode(data)
    text = canonical(raw)
    front = read_front_matter(text)
    body = text[front.end :]
    if not body.strip():
        raise EmptyDocument(f"No text in '{name}'. It holds nothing, or only the lines above a text: copy the text as well.")
    headings = _headings(text, start=front.end)
    title = front.title or next((heading.text for heading in headings if heading.level == 1), None)
    type_ = type_of(title=title, label=front.label)
    unseen = invisible_flag(raw)
    return Parsed(
        text=text,
        sections=_sections(text, front, headings),
        parser=PARSER,
        media_type="text/markdown" if name.lower().endswith(".md") else "text/plain",
        language=language_of(body, likely=front.language),
        title=title,
        author=front.byline.author if front.byline else None,
        role=front.byline.role if front.byline else None,
        published=front.published,
        updated=front.updated,
        type=type_,
        findings=find_standing(title=title, label=front.label, text=text, type_=type_),
        flags=(unseen,) if unseen else (),
    )


def _headings(text: str, *, start: int) -> list[Heading]:
    return [
        Heading(start=match.start(), text=collapse(match["words"].rstrip("# \t")), level=len(match["marks"]))
        for match in _HEADING_OR_CODE.finditer(text, start)
        if match["marks"]
    ]


def _sections(text: str, front: FrontMatter, headings: list[Heading]) -> tuple[Section, ...]:
    if not front.end:
        return tile(headings, length=len(text))
    above = [Heading(start=0, text="", level=0, front=True)]
    if not headings or headings[0].start > front.end:
        above.append(Heading(start=front.end, text="", level=0))
    return tile([*above, *headings], length=len(text))
