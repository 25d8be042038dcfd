"""The catalogue's tables; a change here needs a migration beside it. Does not turn rows into nouns: `rows.py` does."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, text

metadata = MetaData()

publication_table = Table(
    "publication",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("publisher", String, nullable=False),
    Column("type", String, nullable=False),
    Column("language", String(2), nullable=False),
    Column("url", Text),
    Column("also_at", JSON, nullable=False),
    Column("author", Text),
    Column("role", Text),
    Column("published", String(10)),
    Column("published_basis", Text),
    Column("issued", String(7)),
    Column("updated", String(10)),
    Column("dateline", String(10)),
    Column("meetings", JSON, nullable=False),
    Column("node", String),
    Column("statutory", Boolean),
    Column("draft", Boolean, nullable=False),
    Column("gone", String(10)),
    Column("gone_basis", Text),
    Column("topics", JSON, nullable=False),
    Column("note", Text),
    Column("facts_basis", Text),
    Column("origin", String, nullable=False),
    Column("status", String, nullable=False),
    Column("status_basis", Text, nullable=False),
    Column("force", String, nullable=False),
    Column("force_basis", Text, nullable=False),
    Column("valid_from", String(10)),
    Column("valid_to", String(10)),
    Column("validity_basis", Text, nullable=False),
    Column("status_confidence", Float, nullable=False),
    Column("force_confidence", Float, nullable=False),
    Column("status_evidence", JSON),
    Column("force_evidence", JSON),
)

relation_table = Table(
    "relation",
    metadata,
    Column("source", ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("target", ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
    Column("said_by", String, primary_key=True),
    Column("basis", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("document_id", String),
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", Text, nullable=False),
)

document_table = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("publication_id", ForeignKey("publication.id", ondelete="CASCADE"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("held", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("sections", JSON, nullable=False),
    Column("pages", JSON, nullable=False),
    Column("origin", Text, nullable=False),
    Column("media_type", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("retrieved_at", String, nullable=False),
    Column("parser", String, nullable=False),
    Column("licence", String, nullable=False),
    Column("findings", JSON, nullable=False),
    Column("flags", JSON, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("misread", Boolean, nullable=False),
    Column("stated_on", String(10)),
    Column("first_seen", String, nullable=False),
    Column("last_seen", String, nullable=False),
    Column("since", String, nullable=False),
    Index(
        "one_current_document",
        "publication_id",
        unique=True,
        sqlite_where=text("current"),
        postgresql_where=text("current"),
    ),
)

counter_table = Table(
    "counter",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)

capture_table = Table(
    "capture",
    metadata,
    Column("id", String, primary_key=True),
    Column("key", String, nullable=False, index=True),
    Column("url", Text, nullable=False),
    Column("final_url", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("media_type", String, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("fetched_at", String, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("file", String, nullable=False),
    Column("offset", Integer, nullable=False),
    Column("revisits", ForeignKey("capture.id")),
    Column("publication_id", String),
    Column("page_key", String, index=True),
    Column("read_as", String),
    Column("reason", Text),
)

manifestation_table = Table(
    "manifestation",
    metadata,
    Column("document_id", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("capture_id", ForeignKey("capture.id"), primary_key=True),
    Column("position", Integer, nullable=False),
)

link_table = Table(
    "link",
    metadata,
    Column("publication_id", ForeignKey("publication.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
)

page_table = Table(
    "page",
    metadata,
    Column("key", String, primary_key=True),
    Column("url", Text, nullable=False),
    Column("publication_id", String),
    Column("checked_at", String),
    Column("misses", Integer, nullable=False),
    Column("missed_on", String(10)),
    Column("moved_to", Text),
)

crawl_table = Table(
    "crawl",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("asked", Text, nullable=False),
    Column("started_at", String, nullable=False),
    Column("ended_at", String),
)

visit_table = Table(
    "visit",
    metadata,
    Column("crawl_id", ForeignKey("crawl.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("url", Text, nullable=False),
    Column("purpose", String, nullable=False),
    Column("found_on", Text),
    Column("layout", String),
    Column("number", Integer, nullable=False),
    Column("outcome", String),
    Column("publication_id", String),
    Column("status", Integer),
    Column("reason", Text),
    Column("at", String),
)

duty_reading_table = Table(
    "duty_reading",
    metadata,
    Column("document_id", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("rules", String, nullable=False),
)

duty_table = Table(
    "duty",
    metadata,
    Column("document_id", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("level", String, nullable=False, index=True),
    Column("modal", Text, nullable=False),
    Column("negative", Boolean, nullable=False),
    Column("actor", String, index=True),
    Column("actor_words", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("header_start", Integer),
    Column("header_end", Integer),
    Column("condition", Text, nullable=False),
    Column("deadline", Text, nullable=False),
    Column("laws", JSON, nullable=False),
    Column("key_start", Integer),
    Column("key_end", Integer),
    Column("rule", String, nullable=False),
)
