"""Duties, and by which rules each document was read for them; documents stored before have none until they are read."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "duty_reading",
        sa.Column("document_id", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("rules", sa.String, nullable=False),
    )
    op.create_table(
        "duty",
        sa.Column("document_id", sa.String, sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("level", sa.String, nullable=False, index=True),
        sa.Column("modal", sa.Text, nullable=False),
        sa.Column("negative", sa.Boolean, nullable=False),
        sa.Column("actor", sa.String, index=True),
        sa.Column("actor_words", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("header_start", sa.Integer),
        sa.Column("header_end", sa.Integer),
        sa.Column("condition", sa.Text, nullable=False),
        sa.Column("deadline", sa.Text, nullable=False),
        sa.Column("laws", sa.JSON, nullable=False),
        sa.Column("key_start", sa.Integer),
        sa.Column("key_end", sa.Integer),
        sa.Column("rule", sa.String, nullable=False),
    )
