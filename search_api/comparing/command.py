"""The command `canllaw compare`; reads, calls and prints. It needs the catalogue only, and loads the model where it helps."""

from contextlib import closing
from typing import Annotated

import typer

from corpus.catalogue import open_catalogue
from corpus.errors import CatalogueUnavailable
from corpus.settings import read_settings
from search_api.terminal import put

Named = "A publication's id, a document's id, or an id with a day, as in `guidance-si-2022@2023-05-01`."


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help=Named)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other text, named the same way.")],
    language: Annotated[
        str | None, typer.Option("--language", help="Compare the texts in `en` or `cy`, where both are held in it.")
    ] = None,
    changes_only: Annotated[bool, typer.Option("--changes-only", help="Leave out the paragraphs that are the same.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Compare two texts, or one on two days: paragraphs side by side, and first what changed that matters."""
    from index.embed import SentenceEmbedder  # noqa: PLC0415 - numbers and tables that other commands do not need
    from search_api.comparing.asked import CompareAsked, compare_asked, meaning_of  # noqa: PLC0415
    from search_api.comparing.lines import compare_lines  # noqa: PLC0415
    from search_api.comparing.shapes import compare_shape  # noqa: PLC0415

    settings = read_settings()
    meaning = meaning_of(SentenceEmbedder(settings.embedding_model, languages=settings.dense_languages))
    asked = CompareAsked(a=a, b=b, language=language, changes_only=changes_only)
    with closing(open_catalogue(settings.catalogue_url)) as catalogue:
        if not catalogue.revision():
            raise CatalogueUnavailable(f"The catalogue in '{settings.data_dir}' is empty: run `canllaw ingest` first.")
        found = compare_shape(compare_asked(catalogue, asked, meaning), changes_only=changes_only)
    put(found.model_dump_json(indent=2) if as_json else "\n".join(compare_lines(found)))


def add_to(app: typer.Typer) -> None:
    """Put this command beside the others."""
    app.command()(compare)
