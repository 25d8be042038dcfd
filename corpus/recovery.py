"""Recovery: what a kill in the middle of keeping an answer leaves is put right; does not look into whole files."""

from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from corpus.captures import SUFFIX, Captures
from corpus.warc import Torn, read_records


def recover(captures: Captures) -> None:
    """Adopt records without a row, cut half a record off the end of its file.

    Reads each file from the last record that has a row, not the whole of it. Files that another process is writing are left
    alone.
    """
    last = captures.last_rows()
    for path in sorted(captures.folder.glob(f"*{SUFFIX}")):
        if _is_being_written(path):
            continue
        for found in list(read_records(path, start=last.get(path.name, 0))):
            if found.offset <= last.get(path.name, -1):
                continue  # it has its row; where it is damaged, cutting it off would lose it for good
            if isinstance(found, Torn):
                captures.cut(path.name, found.offset)
            else:
                captures.adopt(path.name, found)


def _is_being_written(path: Path) -> bool:
    with path.open("rb") as file:
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            return True
    return False
