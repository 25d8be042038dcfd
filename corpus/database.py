"""Database: an engine set up for our catalogue, its schema brought up to date, its failures told as sentences.

Knows SQLite's settings and Alembic; does not know what the tables hold.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from corpus.errors import CatalogueUnavailable

BUSY_SECONDS = 30  # how long a write waits for another process's write to end


def open_engine(url: str) -> Engine:
    """An engine over the database at an SQLAlchemy address, at the newest schema; raises CatalogueUnavailable."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        if engine.url.database and engine.url.database != ":memory:":
            _make_folder(Path(engine.url.database).parent)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    with explained(engine):
        _migrate(engine)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CatalogueUnavailable(
            f"The data folder '{folder}' cannot be made: {error.strerror}. Set CANLLAW_DATA_DIR to a folder you may write to."
        ) from error


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.execution_options(immediate=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we begin transactions ourselves, below
    connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    # A write that begins as a read can fail on its first change: take the write lock at once.
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def explained(engine: Engine) -> Iterator[None]:
    """Database failures as sentences."""
    try:
        yield
    except CommandError as error:
        raise CatalogueUnavailable(
            f"The catalogue at '{engine.url}' was written by another version of Canllaw: {error}. "
            "Update Canllaw, or move the catalogue away and run `canllaw ingest`."
        ) from error
    except DatabaseError as error:
        raise CatalogueUnavailable(
            f"The catalogue at '{engine.url}' cannot be used: {error.orig}. Check that its folder may be written to and its "
            "disk has room, or set CANLLAW_DATA_DIR to another folder; nothing already stored was lost."
        ) from error
