"""The first schema: publications, relations, documents and the revision counter."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

PUBLICATION_TEXT = ("url", "author", "role", "published_basis", "note", "facts_basis")
DOCUMENT_TEXT = ("text", "origin", "media_type", "sha256", "retrieved_at", "parser", "licence")


def upgrade() -> None:
    op.create_table(
        "publication",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("publisher", sa.String, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        *(sa.Column(name, sa.Text) for name in PUBLICATION_TEXT),
        sa.Column("also_at", sa.JSON, nullable=False),
        sa.Column("published", sa.String(10)),
        sa.Column("issued", sa.String(7)),
        sa.Column("updated", sa.String(10)),
        sa.Column("statutory", sa.Boolean),
        sa.Column("draft", sa.Boolean, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("topics", sa.JSON, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("status_basis", sa.Text, nullable=False),
        sa.Column("force", sa.String, nullable=False),
        sa.Column("force_basis", sa.Text, nullable=False),
        sa.Column("valid_from", sa.String(10)),
        sa.Column("valid_to", sa.String(10)),
    )
    op.create_table(
        "relation",
        sa.Column("source", sa.String, sa.ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("target", sa.String, sa.ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("basis", sa.Text, nullable=False),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("publication_id", sa.String, sa.ForeignKey("publication.id", ondelete="CASCADE"), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("held", sa.String, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in DOCUMENT_TEXT),
        sa.Column("sections", sa.JSON, nullable=False),
        sa.Column("pages", sa.JSON, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
    )
    op.create_index(
        "one_current_document",
        "document",
        ["publication_id"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
    counter = op.create_table(
        "counter",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Integer, nullable=False),
    )
    op.bulk_insert(counter, [{"name": "revision", "value": 0}])


def downgrade() -> None:
    for table in ("counter", "document", "relation", "publication"):
        op.drop_table(table)
