"""Packs of our own making, of any words at all, for the tests of how packs are written and read back."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from gettext import NullTranslations

from hypothesis import strategies

from corpus.catalogue import Catalogue
from corpus.document import Document, Section, make_document
from corpus.ids import text_sha256
from corpus.passage import Citation, Span
from corpus.provenance import OGL, Held, Provenance
from corpus.publication import Publication, PublicationType
from search_api.messages import Messages
from search_api.packs import contents
from search_api.packs.contents import Contents, Fact, Gathered, Item
from search_api.packs.manifest import manifest_of
from search_api.packs.pack import Pack
from search_api.packs.wanted import Wanted

ASKED_ON = date(2026, 5, 7)
ENGLISH = Messages("en", NullTranslations())
NASTY = (
    "=cmd|' /C calc'!A0",
    "+44 20",
    "-1",
    "@SUM(A1)",
    "\tTab first",
    "'quoted",
    "ends with a backslash \\",
    "{unbalanced } }{ braces",
    "100% of £5 & more_or_less ~ ^ # $",
    "a | b | c",
    "# not a heading",
    "1. not a list",
    "- nor this",
    "> nor this\n> nor that",
    "```\nfenced\n```",
    "<script>alert(1)</script> &amp; <!-- x -->",
    "TY  - JOUR\nER  - ",
    "line\u2028separator\u0085and next",
    "left \u202eright to left\u202c and \u200f",
    "control \x01 \x07 \x0b \x1b characters",
    "noncharacters \ufffe \uffff",
    "Tŷ’r ysgol — ŵ ŷ â ê",
    "עברית and العربية",
    "😀 beyond the first plane 𝒜",
    "long " * 4_000,
    "**bold** _under_ [link](http://x.example) ![pic](y) www.example.com http://z.example",
    "|---|---|",
    "===\n---",
    "@article{x, title={y}}",
)
"""Words that some format takes for more than words."""
ANY_WORDS = strategies.text(
    strategies.characters(exclude_categories=("Cs",))
    | strategies.sampled_from("=+-@'\"{}\\_*`#|<>&\t\n\r\x00\x01\x85\u2028\u202e "),
    min_size=1,
    max_size=120,
).filter(lambda text: text.strip() != "")


def publication(key: str = "guidance-otters", **fields: object) -> Publication:
    """A publication of guidance, unless told otherwise."""
    given = {
        "title": "Otters in schools: guidance",
        "publisher": "Welsh Government",
        "type": PublicationType.GUIDANCE,
        "language": "en",
        "published": date(2024, 5, 1),
        "url": "https://gov.wales/otters",
        "author": "Ann Lee",
        "role": "Minister for Otters",
        "topics": ("otters",),
    }
    return Publication(id=key, **(given | fields))  # type: ignore[arg-type]


def document(of: Publication, text: str, *, held: Held = Held.FULL) -> Document:
    """A text of one section, to the letter."""
    return make_document(
        publication_id=of.id,
        language=of.language,
        held=held,
        text=text,
        sections=(Section(heading="Otters at school", level=2, start=0, end=len(text)),),
        provenance=Provenance(
            origin="test",
            media_type="text/plain",
            sha256=text_sha256(text),
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="test/1",
            licence=OGL,
        ),
    )


def citation(n: int, of: Publication, text: str, *, held: Held = Held.FULL) -> Citation:
    """A citation of a whole text."""
    whole = document(of, text, held=held)
    return Citation(
        n=n, publication=of, document=whole, passage_id=f"{whole.id}:0-{len(text)}", span=Span(0, len(text)), quote=text
    )


def pack_of(
    catalogue: Catalogue, citations: Sequence[Citation], *, title: str = "Otters", language: str = "en", **more: object
) -> Pack:
    """A pack of these citations, one item each."""
    items = tuple(Item(cites=(one.n,), label="Must", facts=("By when or how often: daily",)) for one in citations)
    sections = (
        contents.Section(heading="What was found", text=("1 passage found.",)),
        contents.Section(heading="Otters in schools", depth=2, language="en", items=items),
    )
    given = {
        "of": "answer",
        "title": title,
        "subject": title,
        "language": language,
        "asked": (Fact(name="Question", value=title),),
        "sections": sections,
        "citations": tuple(citations),
        "notes": ("Searched 1 publication.",),
        "columns": ("level",),
    }
    made = Contents(**(given | more))  # type: ignore[arg-type]
    wanted = Wanted(of="answer", parameters=(("q", title),), ui=language, asked_on=ASKED_ON)
    manifest = manifest_of(catalogue, wanted, Gathered(contents=made))
    return Pack(contents=made, manifest=manifest, spoken=Messages(language, NullTranslations()))


def otters(catalogue: Catalogue, text: str, *, held: Held = Held.FULL, **fields: object) -> Pack:
    """A pack of one quotation."""
    return pack_of(catalogue, [citation(1, publication(**fields), text, held=held)])


def flat(text: str) -> str:
    """Words with each run of white space as one space."""
    return " ".join(text.split())
