"""Files as received, and what was read from them."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY

from bursar.tables.base import belongs_to, document, instant, key, metadata, one_of, tenant, uuid, words

DOCUMENT_STATES = ("received", "proposed", "needs_attention", "posted", "rejected", "split")

documents = Table(
    "document",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("sha256"),
    Column("size_bytes", BigInteger, nullable=False),
    words("media_type"),
    words("filename"),
    words("status", default="received"),
    Column("reason_codes", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    uuid("bill_id", null=True),
    # The document whose pages this one is a part of, and which pages.
    uuid("split_from_id", null=True),
    Column("first_page", Integer, nullable=True),
    Column("last_page", Integer, nullable=True),
    Column("times_received", Integer, nullable=False, server_default=text("1")),
    Column("version", Integer, nullable=False, server_default=text("1")),
    uuid("uploaded_by"),
    instant("received_at"),
    instant("updated_at"),
    key("id"),
    one_of("status", DOCUMENT_STATES),
    CheckConstraint("size_bytes > 0", name="not_empty"),
    CheckConstraint(
        "(split_from_id IS NULL) = (first_page IS NULL) AND (first_page IS NULL) = (last_page IS NULL)"
        " AND (first_page IS NULL OR (first_page >= 1 AND last_page >= first_page))",
        name="part_has_pages",
    ),
    UniqueConstraint("tenant_id", "sha256"),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("document", "split_from_id"),
    Index(
        "uq_document_part",
        "tenant_id",
        "split_from_id",
        "first_page",
        unique=True,
        postgresql_where=text("split_from_id IS NOT NULL"),
    ),
    Index("ix_document_status", "tenant_id", "status", "id"),
)

document_readings = Table(
    "document_reading",
    metadata,
    tenant(),
    uuid("document_id"),
    words("format"),
    document("fields"),
    document("checks"),
    instant("read_at"),
    key("document_id"),
    belongs_to("document", "document_id"),
)
