"""Workshop: a catalogue and an index made for one evaluation, from the register and the seed texts where they are held.

Does not touch the catalogue that people use: the gold is checked against the register, and a fetched text may say less.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from corpus.catalogue import Catalogue, open_catalogue
from corpus.document import make_document
from corpus.ids import text_sha256
from corpus.provenance import Held, Provenance
from corpus.settings import Settings
from evals.seeds import SHARED, seed_files
from index.embed import Embedder
from index.open import open_index
from index.sync import sync
from ingest.register import read_register
from ingest.text import parse_text
from search_api.library import Library


@contextmanager
def workshop(folder: Path, *, register: Path, embedder: Embedder, shared: Path = SHARED) -> Iterator[Library]:
    """A library over everything the gold speaks of, in an empty or earlier folder."""
    settings = Settings(data_dir=folder, register_path=register, database_url="", qdrant_url="")
    catalogue = open_catalogue(settings.catalogue_url)
    index = open_index(settings, embedder)
    try:
        fill(catalogue, register=register, shared=shared)
        sync(index, catalogue)
        yield Library(catalogue=catalogue, index=index)
    finally:
        index.close()
        catalogue.close()


def fill(catalogue: Catalogue, *, register: Path, shared: Path) -> None:
    """Put the register in a catalogue, and each seed text in the place of its digest."""
    entries = read_register(register)
    with catalogue.writing() as write:
        for entry in entries:
            write.put_publication(entry.publication)
        for entry in entries:
            write.put_relations(entry.publication.id, entry.relations)
            write.put_document(entry.digest)
        for publication_id, path in seed_files(shared).items():
            parsed = parse_text(path.read_bytes(), name=path.name)
            write.put_document(
                make_document(
                    publication_id=publication_id,
                    language=parsed.language,
                    held=Held.FULL,
                    text=parsed.text,
                    sections=parsed.sections,
                    pages=parsed.pages,
                    provenance=Provenance(
                        origin=path.name,
                        media_type=parsed.media_type,
                        sha256=text_sha256(parsed.text),
                        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
                        parser=parsed.parser,
                    ),
                )
            )
