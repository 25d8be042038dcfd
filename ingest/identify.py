"""Which publication a text is of: one that is held, or a new one; does not write anything."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from corpus.addresses import address_key
from corpus.catalogue import Catalogue
from corpus.errors import OtherLanguage
from corpus.finding import FindingKind
from corpus.ids import imported_publication_id, text_sha256
from corpus.language import language_of
from corpus.publication import Publication, PublicationType
from ingest.parsed import Parsed

UNKNOWN_PUBLISHER = "Unknown publisher"
IMPORTED = "import"
BASIS = "stated on the imported page"
NAMES = {"en": "English", "cy": "Welsh"}


def identify(
    catalogue: Catalogue, parsed: Parsed, *, name: str, fallback_title: str, publication_id: str | None = None
) -> Publication:
    """The record of the publication whose text this is, with what the page adds to it.

    `name` is the file it was read from, or the address that was asked for, which may lead to another. A record of the
    register keeps what it says; the page fills what it leaves open. Raises OtherLanguage where the text is in another
    language than the publication.
    """
    page = catalogue.page_listing(parsed.url) if parsed.url else None
    parsed = _with_page(parsed, page)
    titled = replace(parsed, title=parsed.title or fallback_title)
    known = (
        catalogue.publication(publication_id) if publication_id else _match(catalogue, titled, name, is_file=page is not None)
    )
    if known is None:
        return _new(titled)
    _refuse_other_language(known, parsed, name)
    return _completed(known, parsed)


def _with_page(parsed: Parsed, page: Publication | None) -> Parsed:
    """A file takes from the page that lists it what it does not say itself: day, type and publisher."""
    if page is None:
        return parsed
    return replace(
        parsed,
        published=parsed.published or page.published,
        type=page.type if parsed.type in {None, PublicationType.OTHER} else parsed.type,
        publisher=parsed.publisher or page.publisher,
    )


def _match(catalogue: Catalogue, parsed: Parsed, name: str, *, is_file: bool) -> Publication | None:
    """The publication a text is of, by its address, its title and day, or its words; None for a new one."""
    publications = catalogue.publications()
    return (
        _at_address(catalogue, publications, parsed)
        # The file of a page has the title and day of its page, and is another text.
        or (None if is_file else _of_title(catalogue, publications, parsed, name))
        or _moved(catalogue, parsed, name)
        or _of_words(catalogue, parsed)
    )


def _at_address(catalogue: Catalogue, publications: Sequence[Publication], parsed: Parsed) -> Publication | None:
    """The publication at the page's address, the one in the page's language first: a bilingual record has one address."""
    if not parsed.url:
        return None
    key = address_key(parsed.url)
    there = [one for one in publications if any(address_key(url) == key for url in (one.url, *one.also_at) if url)]
    met = catalogue.publication_met_at(parsed.url)
    there += [one for one in publications if one.id == met]
    return next((one for one in there if one.language == parsed.language), there[0] if there else None)


def _of_title(catalogue: Catalogue, publications: Sequence[Publication], parsed: Parsed, name: str) -> Publication | None:
    """The publication of that title and day; where no day is known, the one this very file was imported as."""
    key = _title_key(parsed.title or "")
    alike = [one for one in publications if one.language == parsed.language and _title_key(one.title) == key]
    if parsed.published:
        return next((one for one in alike if one.published == parsed.published), None)
    if parsed.url:
        return None
    undated = (one for one in alike if one.origin == IMPORTED and one.published is None)
    return next((one for one in undated if _origin(catalogue, one) == name), None)


def _moved(catalogue: Catalogue, parsed: Parsed, asked: str) -> Publication | None:
    """The publication that the address asked for led to before, where its page has moved and kept its title."""
    known = catalogue.publication(catalogue.publication_met_at(asked) or "")
    same = known and known.language == parsed.language and _title_key(known.title) == _title_key(parsed.title or "")
    return known if same else None


def _of_words(catalogue: Catalogue, parsed: Parsed) -> Publication | None:
    """The publication whose current text is the very same: a page met at a second address, or a file saved twice."""
    for publication in catalogue.of_text(parsed.text, language=parsed.language):
        if publication.origin == IMPORTED and (
            parsed.url is None or _title_key(publication.title) == _title_key(parsed.title or "")
        ):
            return publication
    return None


def _origin(catalogue: Catalogue, publication: Publication) -> str | None:
    held = catalogue.current_document(publication.id)
    return held.provenance.origin if held else None


def _refuse_other_language(known: Publication, parsed: Parsed, name: str) -> None:
    # Words that decide nothing, as in a table of numbers, count as the publication's language.
    if language_of(parsed.text, likely=known.language) != known.language:
        raise OtherLanguage(
            f"'{name}' is in {NAMES[parsed.language]}, but '{known.id}' is the {NAMES[known.language]} publication. "
            "Import it as another publication, or save the page in the right language."
        )


def _completed(known: Publication, parsed: Parsed) -> Publication:
    if known.origin == IMPORTED:
        return _refreshed(known, parsed)
    return replace(
        known,
        author=known.author or parsed.author,
        role=known.role or parsed.role,
        published=known.published or parsed.published,
        published_basis=known.published_basis or (BASIS if parsed.published and not known.published else None),
        issued=known.issued or _issued(parsed),
        updated=known.updated or parsed.updated,
        dateline=parsed.dateline or known.dateline,
        meetings=parsed.meetings or known.meetings,
        node=parsed.node or known.node,
        url=known.url or parsed.url,
    )


def _refreshed(known: Publication, parsed: Parsed) -> Publication:
    """A record that a page made, as the page reads now."""
    return replace(
        known,
        title=parsed.title or known.title,
        publisher=parsed.publisher or known.publisher,
        type=parsed.type or known.type,
        url=known.url or parsed.url,
        author=parsed.author or known.author,
        role=parsed.role or known.role,
        published=parsed.published or known.published,
        published_basis=BASIS if parsed.published else known.published_basis,
        issued=_issued(parsed) or known.issued,
        updated=parsed.updated or known.updated,
        dateline=parsed.dateline or known.dateline,
        meetings=parsed.meetings or known.meetings,
        node=parsed.node or known.node,
    )


def _new(parsed: Parsed) -> Publication:
    title = parsed.title or "untitled"
    address = parsed.url and address_key(parsed.url)
    return Publication(
        id=imported_publication_id(title=title, published=parsed.published, address=address or text_sha256(parsed.text)),
        title=title,
        publisher=parsed.publisher or UNKNOWN_PUBLISHER,
        type=parsed.type or PublicationType.OTHER,
        language=parsed.language,
        url=parsed.url,
        author=parsed.author,
        role=parsed.role,
        published=parsed.published,
        published_basis=BASIS if parsed.published else None,
        issued=_issued(parsed),
        updated=parsed.updated,
        dateline=parsed.dateline,
        meetings=parsed.meetings,
        node=parsed.node,
        origin=IMPORTED,
    )


def _issued(parsed: Parsed) -> str | None:
    """The month a cover names."""
    return next((one.value for one in parsed.findings if one.kind is FindingKind.ISSUED), None)


def _title_key(title: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", title).casefold()))
