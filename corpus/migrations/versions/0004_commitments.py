"""Commitments, and by which rules and from what each document was read for them; those stored before are unread."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NEEDED_TEXT = ("speaker", "office", "organisation", "action", "deliverable", "condition", "twin", "same_as")
SPANS = ("start", "end", "sentence_start", "sentence_end")
CODES = ("form", "strength", "basis", "deliverable_type")


def upgrade() -> None:
    op.create_table(
        "commitment_reading",
        sa.Column("document_id", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("rules", sa.String, nullable=False),
        sa.Column("context", sa.String, nullable=False),
    )
    op.create_table(
        "commitment",
        sa.Column("document_id", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        *(sa.Column(name, sa.Integer, nullable=False) for name in SPANS),
        sa.Column("kind", sa.String, nullable=False, index=True),
        sa.Column("rule", sa.String, nullable=False),
        *(sa.Column(name, sa.String) for name in CODES),
        sa.Column("specificity", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in NEEDED_TEXT),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("beneficiaries", "themes", "dues")),
        sa.Column("amount", sa.JSON),
        sa.Column("due_first", sa.String(10)),
        sa.Column("due_last", sa.String(10), index=True),
        sa.Column("negative", sa.Boolean, nullable=False),
        sa.Column("header_start", sa.Integer),
        sa.Column("header_end", sa.Integer),
        sa.Column("made_on", sa.String(10)),
        sa.Column("language", sa.String(2), nullable=False),
    )
