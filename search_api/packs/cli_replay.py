"""The command `canllaw replay`, and how commands of packs come to a library; it reads, calls and prints."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.catalogue import open_catalogue
from corpus.settings import read_settings
from search_api.terminal import progress, put, say

if TYPE_CHECKING:
    from search_api.packs.export import Export


def replay(
    file: Annotated[Path, typer.Argument(help="A pack of any format, or its manifest.")],
    out: Annotated[Path | None, typer.Option("--out", help="Where to write the pack as it is made now.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Make a pack again: the same bytes, or which text, rule or setting has changed (exit code 1)."""
    from search_api.packs.export import export_of  # noqa: PLC0415 - Word's libraries, which other commands do not need
    from search_api.packs.manifest import ManifestShape  # noqa: PLC0415
    from search_api.packs.replay import Verdict  # noqa: PLC0415
    from search_api.packs.replay import replay as make_again  # noqa: PLC0415
    from search_api.packs.replay_lines import replay_lines, replay_shape  # noqa: PLC0415
    from search_api.packs.storing import store  # noqa: PLC0415

    given = file.read_bytes()
    with exporter() as export, closing(open_catalogue(read_settings().catalogue_url)) as catalogue:

        def again(manifest: ManifestShape, form: str) -> bytes:
            return export(export_of(manifest, form))

        done = make_again(given, name=file.name, export=again, catalogue=catalogue)
    if out:
        store(done.made, out)
    put(replay_shape(done).model_dump_json(indent=2) if as_json else "\n".join(replay_lines(done)))
    if done.verdict is not Verdict.SAME:
        raise typer.Exit(1)


@contextmanager
def exporter() -> Iterator[Callable[["Export"], bytes]]:
    """What makes an export, here or by the server that owns the index."""
    from search_api.session import session  # noqa: PLC0415 - an HTTP client, and maybe the model

    with progress("Indexing") as advance, session(read_settings(), progress=advance, say=say) as opened:
        yield opened.export
