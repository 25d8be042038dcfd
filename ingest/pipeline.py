"""THE LIFE OF A DOCUMENT: capture, read, put together, identify, make a document, store; one transaction a text.

Reads captures and writes the catalogue only: whoever owns the index makes it equal afterwards. Does not touch the network.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from corpus.addresses import web_address
from corpus.captures import Capture, ReadAs, read_into
from corpus.catalogue import Outcome
from corpus.crash import Step, pass_by
from corpus.document import Document, make_document
from corpus.errors import CanllawError, SetupError
from corpus.provenance import OGL, Held, Provenance
from corpus.publication import Publication
from ingest.addresses import OPEN_LICENCE, publisher_of
from ingest.assemble import assemble, whole_of
from ingest.commitments.keeping import read_commitments
from ingest.duty_reading import read_duties
from ingest.identify import identify
from ingest.intake import Became, Intake, Life
from ingest.parsed import Parsed
from ingest.read import content_of_answer

NOT_STATED = "not stated"
"""Licence of words whose publisher is not known to use an open one."""


def live(intake: Intake, capture: Capture, *, whole_at_once: bool = True) -> Life:
    """The life of one document, from a capture to the catalogue; a text that cannot be read is set aside with its reason.

    A part of a publication waits for a later call where `whole_at_once` is False: while parts are still being fetched, new
    and old ones must not be put together. Raises SetupError where nothing can be stored.
    """
    name = name_of(capture)
    try:
        parsed = read(intake, capture)
        if parsed.parts and not whole_at_once:
            reason = f"one of {len(parsed.parts)} pages, read when all are here"
            return Life(name=name, became=Became.WAITING, reason=reason, parts=parsed.parts)
        parts = put_together(intake, capture, parsed)
        if isinstance(parts, str):
            intake.captures.mark([capture], None, reason=parts)
            return Life(name=name, became=Became.WAITING, reason=parts, parts=parsed.parts)
        whole, captures = parts
        publication = identify(
            intake.catalogue, whole, name=name, fallback_title=stem_of(capture), publication_id=capture.publication_id
        )
        document = document_of(publication, whole, captures)
        became = store(intake, publication, document, whole, captures)
    except SetupError:
        raise
    except CanllawError as error:
        intake.captures.mark([capture], ReadAs.QUARANTINED, reason=str(error))
        return Life(name=name, became=Became.FAILED, reason=str(error))
    warnings = tuple(flag.detail for flag in document.flags)
    return Life(name=name, became=became, publication_id=publication.id, document_id=document.id, warnings=warnings)


def read(intake: Intake, capture: Capture) -> Parsed:
    """What a capture holds, with its address; raises ReadError."""
    url = address_of(capture)
    content = content_of_answer(intake.captures.body(capture), url=capture.final_url, media_type=capture.media_type)
    parsed = intake.parse(content.kind, content.data, name=name_of(capture))
    pass_by(Step.PARSED)
    own = parsed.url
    # A page may call itself anything: an address of another publisher is not believed.
    if own is None or (url and publisher_of(own) != publisher_of(url)):
        own = url
    if own and own != capture.url:
        intake.captures.note_page(capture, own)
    return replace(parsed, url=own, publisher=parsed.publisher or publisher_of(own))


def put_together(intake: Intake, capture: Capture, parsed: Parsed) -> tuple[Parsed, list[Capture]] | str:
    """The whole publication that a page is, or is a part of, with its captures; a sentence while parts are missing."""
    whole = whole_of(parsed)
    if whole is None:
        return parsed, [capture]
    latest = [intake.captures.of_page(url) for url in parsed.parts]
    missing = [url for url, found in zip(parsed.parts, latest, strict=True) if found is None]
    if missing:
        return _waits(capture, parsed, missing, "is not here: nothing is shown before all are. Fetch or import the others.")
    there = [one for one in latest if one is not None]
    if behind := _behind(intake, capture, parsed.parts[0], there):
        return _waits(capture, parsed, behind, "was not asked for since: new and old ones are not put together. Crawl again.")
    # What a later visit found unchanged is read where its bytes are, and a page that two addresses led to is read once.
    there = [intake.captures.capture(one.revisits) if one.revisits else one for one in there]
    there = list({one.id: one for one in there}.values())
    parts = [parsed if one.id == capture.id else read(intake, one) for one in there]
    return assemble(parts), there


def _behind(intake: Intake, capture: Capture, first: str, parts: Sequence[Capture]) -> list[str]:
    """Addresses of parts that were last met as the text before was read, where a publisher's answer would change that text."""
    met = intake.catalogue.publication_met_at(first)
    held = intake.catalogue.current_document(met) if met else None
    before = {one.id for one in intake.captures.of_document(held.id)} if held else set()
    # A file of somebody's own stands beside what else is held: nobody saves all pages again for one.
    if web_address(capture.url) is None or capture.id in before:
        return []
    return [one.url for one in parts if one.id in before]


def _waits(capture: Capture, parsed: Parsed, parts: Sequence[str], why: str) -> str:
    more = f" and {len(parts) - 1} more" if len(parts) > 1 else ""
    return f"'{name_of(capture)}' is one of {len(parsed.parts)} pages of '{parsed.parts[0]}', and '{parts[0]}'{more} {why}"


def document_of(publication: Publication, parsed: Parsed, captures: Sequence[Capture]) -> Document:
    """The document that some captures are of their publication."""
    digests = [capture.sha256 for capture in captures]
    return make_document(
        publication_id=publication.id,
        language=publication.language,
        held=Held.FULL,
        text=parsed.text,
        sections=parsed.sections,
        pages=parsed.pages,
        findings=parsed.findings,
        flags=parsed.flags,
        provenance=Provenance(
            origin=name_of(captures[0]),
            media_type=parsed.media_type,
            # Of a publication in parts, the digest of their digests, in order.
            sha256=digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest(),
            retrieved_at=max(capture.fetched_at for capture in captures),
            parser=parsed.parser,
            licence=OGL if publication.publisher in OPEN_LICENCE else NOT_STATED,
        ),
    )


def store(intake: Intake, publication: Publication, document: Document, parsed: Parsed, captures: Sequence[Capture]) -> Became:
    """Write record, text, links and where they were read in one transaction, or none of them."""
    with intake.catalogue.writing() as write:
        record = write.put_publication(publication)
        if publication.gone and document.provenance.retrieved_at.date() >= publication.gone:
            write.mark_gone(publication.id, None, basis=None)
        text = write.put_document(
            document,
            stated_on=parsed.updated or parsed.published,
            seen_at=document.provenance.retrieved_at,
            served=web_address(captures[0].url) is not None,
        )
        read_duties(write, document)
        read_commitments(write, document)
        links = write.put_links(publication.id, parsed.links)
        for capture in captures:
            for url in {capture.url, capture.final_url, *([parsed.url] if parsed.url else [])}:
                if web_address(url):
                    write.put_page(url, publication.id)
        read_into(write, document.id, captures)
        pass_by(Step.STORING)
    pass_by(Step.STORED)
    if {record, text, links} == {Outcome.UNCHANGED}:
        return Became.UNCHANGED
    return Became.ADDED if text is Outcome.ADDED else Became.CHANGED


def address_of(capture: Capture) -> str | None:
    """The address of the web a capture was answered at; None for a file."""
    return web_address(capture.final_url)


def name_of(capture: Capture) -> str:
    """What a person calls it: its address, or the path of its file."""
    return capture.url if web_address(capture.url) else unquote(urlsplit(capture.url).path)


def stem_of(capture: Capture) -> str:
    """A name to call a text by that has no title."""
    return Path(name_of(capture).rstrip("/")).stem
