"""Files as received, and what was read from them."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY

from bursar.tables.base import belongs_to, document, instant, key, metadata, one_of, tenant, uuid, words

DOCUMENT_STATES = ("received", "proposed", "needs_attention", "posted", "rejected")

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
    Column("times_received", Integer, nullable=False, server_default=text("1")),
    Column("version", Integer, nullable=False, server_default=text("1")),
    uuid("uploaded_by"),
    instant("received_at"),
    instant("updated_at"),
    key("id"),
    one_of("status", DOCUMENT_STATES),
    CheckConstraint("size_bytes > 0", name="not_empty"),
    UniqueConstraint("tenant_id", "sha256"),
    belongs_to("legal_entity", "legal_entity_id"),
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
