"""Storing: a file written whole or not at all; does not make its content."""

import os
import sys
import tempfile
from pathlib import Path

STANDARD_OUTPUT = "-"


def store(content: bytes, path: Path) -> None:
    """Put content at a path, in place of what was there; `-` is standard output."""
    if str(path) == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    handle, beside = tempfile.mkstemp(dir=path.parent or Path(), prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(beside).chmod(0o666 & ~umask)  # a temporary file is its maker's alone
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
