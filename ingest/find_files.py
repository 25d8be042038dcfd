"""The files under the paths somebody names, in a fixed order; does not open them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Found(NamedTuple):
    """A path to read, or the reason why nothing can be read there."""

    path: Path
    in_folder: bool = False
    """True where a folder was named, not the file itself."""
    reason: str | None = None


def find_files(paths: Iterable[Path]) -> Iterator[Found]:
    """Each file once: named ones as they are, folders with all that is in them, sorted; hidden files and folders left out."""
    seen: set[Path] = set()
    for path in paths:
        for found in _in_folder(path) if path.is_dir() else [Found(path)]:
            same = found.path.resolve()
            if found.reason or same not in seen:
                seen.add(same)
                yield found


def _in_folder(folder: Path) -> Iterator[Found]:
    failures: list[OSError] = []
    any_file = False
    for parent, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                any_file = True
                yield Found(Path(parent, name), in_folder=True)
    for failure in failures:
        yield Found(Path(failure.filename), reason=f"The folder '{failure.filename}' cannot be opened: {failure.strerror}.")
    if not any_file and not failures:
        yield Found(
            folder, reason=f"The folder '{folder}' holds no files. Name a folder with saved pages, PDFs or texts in it."
        )
