"""Versions, evidence, captures and crawls; what a page once said of a record is a finding of its document from now on."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEEN = ("first_seen", "last_seen", "since")


WITHDRAWN = (
    '[{"kind": "withdrawn", "value": "", "quote": "withdrawn", "start": null, "end": null, "confidence": 1.0, '
    '"rule": "schema-0001"}]'
)
"""What stands for a mark that a page set, whose words were not kept."""


def upgrade() -> None:
    _add("document", *(sa.Column(name, sa.JSON, nullable=False, server_default="[]") for name in ("findings", "flags")))
    _add("publication", *(sa.Column(name, sa.String(10)) for name in ("dateline", "gone")))
    _add("publication", sa.Column("meetings", sa.JSON, nullable=False, server_default="[]"), sa.Column("node", sa.String))
    _add("publication", sa.Column("gone_basis", sa.Text))
    _add("publication", sa.Column("validity_basis", sa.Text, nullable=False, server_default=""))
    for name in ("status", "force"):
        _add("publication", sa.Column(f"{name}_confidence", sa.Float, nullable=False, server_default="1"))
        _add("publication", sa.Column(f"{name}_evidence", sa.JSON))
    _keep_withdrawals()
    # Not by Alembic's batch mode: it makes the table anew, and its documents would go with the old one.
    op.execute("ALTER TABLE publication DROP COLUMN withdrawn")
    _widen_relations()
    _add("document", sa.Column("misread", sa.Boolean, nullable=False, server_default=sa.false()))
    _add("document", sa.Column("stated_on", sa.String(10)))
    _add("document", *(sa.Column(name, sa.String, nullable=False, server_default="") for name in SEEN))
    op.execute("UPDATE document SET first_seen = retrieved_at, last_seen = retrieved_at, since = retrieved_at")
    _create_captures()
    _create_crawls()


def _add(table: str, *columns: sa.Column[Any]) -> None:
    for column in columns:
        op.add_column(table, column)


def _keep_withdrawals() -> None:
    withdrawn = "SELECT id FROM publication WHERE withdrawn"
    update = f"UPDATE document SET findings = :findings WHERE current AND publication_id IN ({withdrawn})"  # noqa: S608
    op.execute(sa.text(update).bindparams(findings=WITHDRAWN))


def _widen_relations() -> None:
    op.rename_table("relation", "relation_before")
    op.create_table(
        "relation",
        sa.Column("source", sa.String, sa.ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("target", sa.String, sa.ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("said_by", sa.String, primary_key=True),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("document_id", sa.String),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("quote", sa.Text, nullable=False),
    )
    op.execute(
        "INSERT INTO relation (source, kind, target, said_by, basis, confidence, quote) "
        "SELECT source, kind, target, 'register', basis, 1, '' FROM relation_before"
    )
    op.drop_table("relation_before")


def _create_captures() -> None:
    op.create_table(
        "capture",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("key", sa.String, nullable=False, index=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("final_url", sa.Text, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("fetched_at", sa.String, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("offset", sa.Integer, nullable=False),
        sa.Column("revisits", sa.String, sa.ForeignKey("capture.id")),
        sa.Column("publication_id", sa.String),
        sa.Column("page_key", sa.String, index=True),
        sa.Column("read_as", sa.String),
        sa.Column("reason", sa.Text),
    )
    op.create_table(
        "manifestation",
        sa.Column("document_id", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("capture_id", sa.String, sa.ForeignKey("capture.id"), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
    )


def _create_crawls() -> None:
    op.create_table(
        "link",
        sa.Column("publication_id", sa.String, sa.ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
    )
    op.create_table(
        "page",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("publication_id", sa.String),
        sa.Column("checked_at", sa.String),
        sa.Column("misses", sa.Integer, nullable=False),
        sa.Column("missed_on", sa.String(10)),
        sa.Column("moved_to", sa.Text),
    )
    op.create_table(
        "crawl",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("started_at", sa.String, nullable=False),
        sa.Column("ended_at", sa.String),
    )
    op.create_table(
        "visit",
        sa.Column("crawl_id", sa.Integer, sa.ForeignKey("crawl.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("found_on", sa.Text),
        sa.Column("layout", sa.String),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("outcome", sa.String),
        sa.Column("publication_id", sa.String),
        sa.Column("status", sa.Integer),
        sa.Column("reason", sa.Text),
        sa.Column("at", sa.String),
    )
