"""Which publication a file is the text of: one that is held, or a new one; does not write anything."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.errors import ReadError
from corpus.ids import imported_publication_id, text_sha256
from corpus.language import language_of
from corpus.publication import Publication, PublicationType
from ingest.addresses import address_key
from ingest.parsed import Parsed

UNKNOWN_PUBLISHER = "Unknown publisher"
IMPORTED = "import"
BASIS = "stated on the imported page"


def identify(catalogue: Catalogue, parsed: Parsed, *, path: Path, publication_id: str | None = None) -> Publication:
    """The record of the publication whose text this is, with what the page adds to it.

    A record of the register keeps what it says; the page fills what it leaves open. Raises ReadError where the text is
    in another language than the publication.
    """
    known = catalogue.publication(publication_id) if publication_id else _match(catalogue, parsed, path)
    if known is None:
        return _new(parsed, path)
    _refuse_other_language(known, parsed, path)
    return _completed(known, parsed)


def _match(catalogue: Catalogue, parsed: Parsed, path: Path) -> Publication | None:
    """The publication a file is of, by its address, its title and day, or its words; None for a new one."""
    publications = catalogue.publications()
    return (
        _at_address(publications, parsed)
        or _of_title(catalogue, publications, parsed, path)
        or _of_words(catalogue, publications, parsed)
    )


def _at_address(publications: Sequence[Publication], parsed: Parsed) -> Publication | None:
    """The publication at the page's address, the one in the page's language first: a bilingual record has one address."""
    if not parsed.url:
        return None
    key = address_key(parsed.url)
    there = [one for one in publications if any(address_key(url) == key for url in (one.url, *one.also_at) if url)]
    return next((one for one in there if one.language == parsed.language), there[0] if there else None)


def _of_title(catalogue: Catalogue, publications: Sequence[Publication], parsed: Parsed, path: Path) -> Publication | None:
    """The publication of that title and day; where no day is known, the one this very file was imported as."""
    key = _title_key(parsed.title or path.stem)
    alike = [one for one in publications if one.language == parsed.language and _title_key(one.title) == key]
    if parsed.published:
        return next((one for one in alike if one.published == parsed.published), None)
    if parsed.url:
        return None
    undated = (one for one in alike if one.origin == IMPORTED and one.published is None)
    return next((one for one in undated if _origin(catalogue, one) == origin_of(path)), None)


def _of_words(catalogue: Catalogue, publications: Sequence[Publication], parsed: Parsed) -> Publication | None:
    """The publication an equal file was imported as, whatever that file was called."""
    if parsed.url:
        return None
    mark = imported_publication_id(title="", published=None, address=text_sha256(parsed.text)).rpartition("-")[2]
    alike = (one for one in publications if one.origin == IMPORTED and one.id.endswith(f"-{mark}"))
    return next((one for one in alike if any(held.text == parsed.text for held, _ in catalogue.versions(one.id))), None)


def origin_of(path: Path) -> str:
    """How the provenance of a text names the file it was read from."""
    return str(path.resolve())


def _origin(catalogue: Catalogue, publication: Publication) -> str | None:
    held = catalogue.current_document(publication.id)
    return held.provenance.origin if held else None


def _refuse_other_language(known: Publication, parsed: Parsed, path: Path) -> None:
    # Words that decide nothing, as in a table of numbers, count as the publication's language.
    if language_of(parsed.text, likely=known.language) != known.language:
        names = {"en": "English", "cy": "Welsh"}
        raise ReadError(
            f"'{path}' is in {names[parsed.language]}, but '{known.id}' is the {names[known.language]} publication. "
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
        updated=known.updated or parsed.updated,
        url=known.url or parsed.url,
        statutory=parsed.statutory if known.statutory is None and not known.is_event else known.statutory,
        # A page may say what the register has not heard: words withdrawn since must not be shown as standing.
        withdrawn=known.withdrawn or (parsed.withdrawn and not known.is_event),
    )


def _refreshed(known: Publication, parsed: Parsed) -> Publication:
    """A record that a page made, as the page reads now."""
    return replace(
        known,
        title=parsed.title or known.title,
        publisher=parsed.publisher or known.publisher,
        type=parsed.type or known.type,
        url=parsed.url or known.url,
        author=parsed.author or known.author,
        role=parsed.role or known.role,
        published=parsed.published or known.published,
        published_basis=BASIS if parsed.published else known.published_basis,
        updated=parsed.updated or known.updated,
        statutory=parsed.statutory if parsed.statutory is not None else known.statutory,
        draft=parsed.draft,
        withdrawn=parsed.withdrawn,
    )


def _new(parsed: Parsed, path: Path) -> Publication:
    title = parsed.title or path.stem
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
        updated=parsed.updated,
        statutory=parsed.statutory,
        draft=parsed.draft,
        withdrawn=parsed.withdrawn,
        origin=IMPORTED,
    )


def _title_key(title: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", title).casefold()))
