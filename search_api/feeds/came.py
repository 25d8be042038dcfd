"""Came: when each publication's text of today came to be held; does not read any text."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import select

from corpus.catalogue import Catalogue
from corpus.schema import document_table

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""For a text that is on its way out while it is asked for."""


def came(catalogue: Catalogue) -> Mapping[str, datetime]:
    """By publication, when its current text became that: later than first seen where a publisher went back to earlier words."""
    table = document_table
    rows = catalogue.rows(select(table.c.publication_id, table.c.since).where(table.c.current))
    return {str(row["publication_id"]): _moment(str(row["since"])) for row in rows}


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    whole = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return whole.astimezone(UTC).replace(microsecond=0)
