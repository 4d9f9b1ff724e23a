"""Who, may and did: tenants, legal entities, people, roles, sessions, idempotency, audit, events and jobs."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from bursar.tables.base import (
    belongs_to,
    currency,
    document,
    instant,
    key,
    metadata,
    minor,
    one_of,
    tenant,
    uuid,
    words,
)
from bursar.tables.types import Xid8

tenants = Table(
    "tenant",
    metadata,
    Column("id", Uuid, primary_key=True),
    words("name"),
    instant("created_at"),
)

legal_entities = Table(
    "legal_entity",
    metadata,
    tenant(),
    uuid("id"),
    words("name"),
    currency("base_currency"),
    words("time_zone"),
    words("country", null=True),
    words("tax_id", null=True),
    instant("created_at"),
    key("id"),
    UniqueConstraint("tenant_id", "name"),
)

users = Table(
    "app_user",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("email", Text, nullable=False, unique=True),
    words("name"),
    words("password_hash"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    instant("created_at"),
    CheckConstraint("email = lower(email)", name="email_is_lower_case"),
)

memberships = Table(
    "membership",
    metadata,
    tenant(),
    Column("user_id", Uuid, ForeignKey("app_user.id"), nullable=False),
    minor("approval_limit_minor", null=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    instant("created_at"),
    key("user_id"),
)

roles = Table(
    "role",
    metadata,
    tenant(),
    words("code"),
    words("name"),
    Column("permissions", ARRAY(Text), nullable=False),
    key("code"),
)

membership_roles = Table(
    "membership_role",
    metadata,
    tenant(),
    uuid("user_id"),
    words("role_code"),
    key("user_id", "role_code"),
    belongs_to("membership", "user_id", target=["user_id"]),
    belongs_to("role", "role_code", target=["code"]),
)

user_sessions = Table(
    "user_session",
    metadata,
    tenant(),
    uuid("id"),
    uuid("user_id"),
    instant("created_at"),
    instant("expires_at"),
    instant("revoked_at", null=True),
    words("revoked_because", null=True),
    key("id"),
    belongs_to("membership", "user_id", target=["user_id"]),
)

refresh_tokens = Table(
    "refresh_token",
    metadata,
    tenant(),
    Column("token_hash", LargeBinary, nullable=False),
    uuid("session_id"),
    instant("issued_at"),
    instant("expires_at"),
    instant("used_at", null=True),
    key("token_hash"),
    belongs_to("user_session", "session_id"),
    Index("ix_refresh_token_session", "tenant_id", "session_id"),
)

idempotency_keys = Table(
    "idempotency_key",
    metadata,
    tenant(),
    uuid("actor_id"),
    words("key"),
    words("action"),
    words("input_hash"),
    document("response", null=True),
    instant("created_at"),
    key("actor_id", "key"),
)

audit_entries = Table(
    "audit_entry",
    metadata,
    tenant(),
    uuid("id"),
    instant("at"),
    words("actor_kind"),
    uuid("actor_id"),
    uuid("session_id", null=True),
    uuid("agent_run_id", null=True),
    words("request_id", null=True),
    words("action"),
    uuid("subject_id", null=True),
    words("input_hash"),
    document("details", default="{}"),
    key("id"),
    one_of("actor_kind", ["person", "system"]),
    Index("ix_audit_entry_subject", "tenant_id", "subject_id", "id"),
)

events = Table(
    "event",
    metadata,
    tenant(),
    uuid("id"),
    Column("xid", Xid8, nullable=False, server_default=text("pg_current_xact_id()")),
    words("type"),
    uuid("subject_id"),
    document("payload"),
    instant("occurred_at"),
    key("id"),
    Index("ix_event_xid", "tenant_id", "xid", "id"),
)

JOB_STATES = ("pending", "running", "done", "dead")

jobs = Table(
    "job",
    metadata,
    tenant(),
    uuid("id"),
    words("kind"),
    document("payload"),
    words("dedupe_key"),
    words("state", default="pending"),
    instant("run_after"),
    instant("lease_until", null=True),
    Column("fence", BigInteger, nullable=False, server_default=text("0")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("max_attempts", Integer, nullable=False, server_default=text("8")),
    words("last_error", null=True),
    words("request_id", null=True),
    instant("created_at"),
    instant("finished_at", null=True),
    key("id"),
    UniqueConstraint("tenant_id", "kind", "dedupe_key"),
    one_of("state", JOB_STATES),
    # The dispatcher looks across tenants, by what is due or by id: the only indexes that tenants do not lead.
    Index("ix_job_id", "id", unique=True),
    Index("ix_job_due", "run_after", postgresql_where=text("state = 'pending'")),
    Index("ix_job_leased", "lease_until", postgresql_where=text("state = 'running'")),
)
