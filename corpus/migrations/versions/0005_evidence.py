"""Evidence for commitments, from what it was found, and reviews; those stored before have not been looked for."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "evidence_reading",
        sa.Column("commitment_id", sa.String, primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_table(
        "evidence",
        sa.Column("commitment_id", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("bearing", sa.String, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("day", sa.String(10)),
        sa.Column("effective", sa.String(10)),
        sa.Column("reasons", sa.JSON, nullable=False),
    )
    op.create_table(
        "review",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("commitment_id", sa.String, nullable=False, index=True),
        sa.Column("publication_id", sa.String, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("document_id", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("evidence_publication_id", sa.String, nullable=False),
        sa.Column("evidence_quote", sa.Text, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
