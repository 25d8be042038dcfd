"""Said: the words every written format shares: how an item, a reference and a source are put; knows no format.

A quotation stands between marks only where it is the publisher's to the letter.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from corpus.passage import Citation
from search_api import wording
from search_api.messages import Messages, message
from search_api.packs.contents import Contents, Fact, Item
from search_api.packs.manifest import ManifestShape
from search_api.packs.reference import NOT_STATED, Reference, place_words, quoted

KICKER = message("Evidence pack from Canllaw")
CAVEAT = message(
    "Canllaw quotes public documents about education in Wales and shows where each quotation stands. It is not run by any of "
    "their publishers. Where it matters, read the source: the source decides."
)
OPEN_LICENCE = message("Contains public sector information licensed under the Open Government Licence v3.0.")
DIGESTS = message(
    "We hold some of these publications as a digest: facts in our own words, not the publisher’s. Open the source page for "
    "theirs."
)
TO_KNOW = message("What to know")
REFERENCES = message("References")
SOURCES = message("Sources and licences")
MADE = message("How this pack was made")
REPLAY = message(
    "To make it again, keep this file and run canllaw replay on it: it gives the same bytes, or says which text, rule or "
    "setting has changed."
)
TEXTS_CITED = message("Texts cited")
SHORT = 12
"""Digits of a hash that are shown to people."""


def asked_facts(contents: Contents, manifest: ManifestShape, spoken: Messages) -> tuple[Fact, ...]:
    """What was asked, when, and of which corpus."""
    corpus = manifest.corpus
    held = spoken.text(message("%(texts)s texts of %(publications)s publications, the newest of %(day)s")) % {
        "texts": spoken.number(corpus.texts),
        "publications": spoken.number(corpus.publications),
        "day": spoken.day(corpus.newest) if corpus.newest else spoken.text(message("No date known")),
    }
    return (
        *contents.asked,
        Fact(name=spoken.text(message("Asked on")), value=spoken.day(manifest.asked_on)),
        Fact(name=spoken.text(message("Corpus")), value=f"{held} ({corpus.version[:SHORT]})"),
    )


def item_quotes(item: Item, citations: Mapping[int, Citation]) -> tuple[tuple[Citation, str], ...]:
    """The quotations of an item as they are set, each with its citation."""
    before, after = "… " if item.cut_before else "", " …" if item.cut_after else ""
    return tuple((citations[n], f"{before}{quoted(citations[n])}{after}") for n in item.cites)


def by_number(contents: Contents) -> Mapping[int, Citation]:
    """Citations by their numbers."""
    return {one.n: one for one in contents.citations}


def first_of_text(contents: Contents) -> Mapping[str, int]:
    """By the id of a text, the number of the first citation of it."""
    found: dict[str, int] = {}
    for one in contents.citations:
        found.setdefault(one.document.id, one.n)
    return found


def source_words(reference: Reference, spoken: Messages) -> tuple[str, str, str]:
    """A reference in three: who, the title, and the rest: `Written statement. Estyn, 29 January 2025. On the record.`"""
    publication = reference.publication
    people = ", ".join(name.whole for name in reference.authors)
    who = f"{people}, {publication.role}" if publication.role and publication.author else people
    dated = wording.date_words(publication, spoken) or spoken.text(message("No date known"))
    rest = [
        f"{reference.sort_words(spoken)}.",
        f"{publication.publisher}, {dated}.",
        reference.status_words(spoken),
    ]
    if reference.is_digest:
        rest.append(f"{spoken.text(wording.HELD[reference.document.held])}.")
    return f"{who}.", publication.title, " ".join(rest)


def place_line(citation: Citation, spoken: Messages) -> str:
    """Where a quotation stands, for a list of references: its section, page and offsets."""
    span = spoken.text(message("characters %(start)s to %(end)s of text %(text)s")) % {
        "start": citation.span.start,
        "end": citation.span.end,
        "text": citation.document.id,
    }
    return ", ".join(part for part in (place_words(citation, spoken), span) if part) + "."


def closing_notes(contents: Contents, sources: tuple[Reference, ...], spoken: Messages) -> Iterator[str]:
    """Notes of the whole, and the caveat, none twice."""
    digests = [spoken.text(DIGESTS)] if any(one.is_digest for one in sources) else []
    yield from dict.fromkeys(chain(contents.notes, digests, [spoken.text(CAVEAT)]))


def attributions(sources: tuple[Reference, ...], spoken: Messages) -> tuple[str, ...]:
    """Whose words are quoted and by which licence, none twice."""
    return tuple(dict.fromkeys(one.attribution(spoken) for one in sources))


def is_licensed(sources: tuple[Reference, ...], licence: str) -> bool:
    """Whether any text quoted is used under a licence."""
    return licence != NOT_STATED and any(one.document.provenance.licence == licence for one in sources if not one.is_digest)


def text_rows(manifest: ManifestShape, sources: tuple[Reference, ...], spoken: Messages) -> Iterator[tuple[str, str, str, str]]:
    """Each text cited as a row: its id, title, status and hash."""
    words = {one.document.id: wording.status_word(one.publication) for one in sources}
    for one in manifest.documents:
        yield one.document_id, one.record.title, spoken.text(words[one.document_id]), one.sha256


def made_facts(manifest: ManifestShape, spoken: Messages) -> tuple[Fact, ...]:
    """How a pack was made, for people; the manifest inside holds all of it."""
    deciding = {**manifest.rules, **{name: value for name, value in manifest.settings.items() if value}}
    told = "; ".join(f"{name} {value[:SHORT] if len(value) == 64 else value}" for name, value in sorted(deciding.items()))
    return (
        Fact(name=spoken.text(message("Corpus version")), value=manifest.corpus.version),
        Fact(name=spoken.text(message("Rules and settings")), value=told),
        Fact(name=spoken.text(message("Program")), value=f"Canllaw {manifest.software}"),
    )
