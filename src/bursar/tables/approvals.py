"""Human decisions: what waits for approval, and what waits for a person's attention."""

from sqlalchemy import CheckConstraint, Column, Index, Table, Text, text
from sqlalchemy.dialects.postgresql import ARRAY

from bursar.tables.base import instant, key, metadata, one_of, tenant, uuid, words

approval_requests = Table(
    "approval_request",
    metadata,
    tenant(),
    uuid("id"),
    words("subject_type"),
    uuid("subject_id"),
    words("digest"),
    words("state", default="pending"),
    uuid("requested_by"),
    instant("requested_at"),
    uuid("decided_by", null=True),
    instant("decided_at", null=True),
    words("reason", null=True),
    key("id"),
    one_of("subject_type", ["bill", "proposal"]),
    one_of("state", ["pending", "approved", "rejected", "withdrawn"]),
    CheckConstraint("state <> 'approved' OR decided_by <> requested_by", name="four_eyes"),
    CheckConstraint("state IN ('pending', 'withdrawn') OR decided_by IS NOT NULL", name="decided_by_someone"),
    Index(
        "uq_approval_request_pending",
        "tenant_id",
        "subject_id",
        unique=True,
        postgresql_where=text("state = 'pending'"),
    ),
    Index("ix_approval_request_subject", "tenant_id", "subject_id"),
)

tasks = Table(
    "task",
    metadata,
    tenant(),
    uuid("id"),
    words("kind"),
    words("subject_type"),
    uuid("subject_id"),
    words("title"),
    Column("reason_codes", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    words("state", default="open"),
    instant("created_at"),
    uuid("done_by", null=True),
    instant("done_at", null=True),
    words("note", null=True),
    key("id"),
    one_of("state", ["open", "done"]),
    Index("uq_task_open", "tenant_id", "kind", "subject_id", unique=True, postgresql_where=text("state = 'open'")),
    Index("ix_task_state", "tenant_id", "state", "id"),
)
