"""`canllaw eval lock`: write down which texts are measured; measures nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from corpus.settings import read_settings
from search_api.terminal import put


def lock(
    out: Annotated[Path | None, typer.Option(help="The lock to write; `evals/data/corpus.lock.jsonl` by default.")] = None,
) -> None:
    """Renew the lock of the texts that runs measure: the register's and the shelf's."""
    from corpus.catalogue import open_catalogue  # noqa: PLC0415
    from corpus.settings import Settings  # noqa: PLC0415
    from evals.gold.lock import LOCK, differences, locked, read_lock, write_lock  # noqa: PLC0415
    from evals.runs.workshop import fill  # noqa: PLC0415 - the model's libraries

    path = out or LOCK
    with TemporaryDirectory() as folder:
        catalogue = open_catalogue(Settings(data_dir=Path(folder), database_url="").catalogue_url)
        try:
            fill(catalogue, folder=Path(folder), register=read_settings().register_path, shared=None)
            changed = differences(read_lock(path), locked(catalogue)) if path.is_file() else []
            number = write_lock(catalogue, path)
        finally:
            catalogue.close()
    for one in changed:
        put(one)
    put(f"{number} texts, {len(changed)} other than before, are locked in {path}")
