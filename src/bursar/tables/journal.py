"""Entries that people write: manual ones, the templates that post themselves, and the papers that speak for an entry.

A manual entry keeps what was submitted; only its decision and its reversal still change, in the order of its life (see
`migrations/sql/0010_journal.sql`).
"""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Table, UniqueConstraint, text

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


def _transaction() -> Column[int]:
    """Return the transaction that wrote a row: an entry's lines arrive in the entry's own, and none joins later."""
    return Column("xid", Xid8, nullable=False, server_default=text("pg_current_xact_id()"))


recurring_entries = Table(
    "recurring_entry",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("name"),
    document("template"),
    Column("every_months", Integer, nullable=False),
    Column("on_day", Integer, nullable=True),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=True),
    Column("next_on", Date, nullable=True),
    words("state", default="submitted"),
    words("digest"),
    words("failure", null=True),
    uuid("submitted_by"),
    instant("submitted_at"),
    uuid("decided_by", null=True),
    instant("decided_at", null=True),
    words("reason", null=True),
    Column("version", Integer, nullable=False, server_default=text("1")),
    instant("created_at"),
    instant("updated_at"),
    words("auto_reverse", null=True),
    key("id"),
    one_of("state", ["submitted", "active", "paused", "ended"]),
    one_of("auto_reverse", ["next_day", "next_month"]),
    CheckConstraint("every_months > 0", name="every_months"),
    CheckConstraint("on_day BETWEEN 1 AND 31", name="on_day"),
    CheckConstraint("last_on >= first_on", name="ordered"),
    # No person approves a template of their own: what it posts is posted in the approver's name.
    CheckConstraint(
        "state NOT IN ('active', 'paused') OR (decided_by IS NOT NULL AND decided_by <> submitted_by)",
        name="four_eyes",
    ),
    CheckConstraint("state NOT IN ('active', 'paused') OR next_on IS NOT NULL", name="goes_on"),
    belongs_to("legal_entity", "legal_entity_id"),
    Index("ix_recurring_entry_state", "tenant_id", "state", "id"),
)

manual_entries = Table(
    "manual_entry",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("number", null=True),
    words("state", default="submitted"),
    Column("posting_date", Date, nullable=False),
    Column("document_date", Date, nullable=False),
    words("memo"),
    currency(),
    Column("auto_reverse_on", Date, nullable=True),
    words("digest"),
    uuid("submitted_by"),
    instant("submitted_at"),
    uuid("decided_by", null=True),
    instant("decided_at", null=True),
    words("decision_reason", null=True),
    uuid("entry_id", null=True),
    uuid("reversal_entry_id", null=True),
    uuid("recurring_id", null=True),
    Column("version", Integer, nullable=False, server_default=text("1")),
    instant("created_at"),
    instant("updated_at"),
    _transaction(),
    key("id"),
    UniqueConstraint("tenant_id", "id", "xid"),
    one_of("state", ["draft", "submitted", "posted", "rejected", "reversed"]),
    # No person approves an entry of their own: the action says so politely, the database makes sure.
    CheckConstraint(
        "state NOT IN ('posted', 'reversed') OR (decided_by IS NOT NULL AND decided_by <> submitted_by)",
        name="four_eyes",
    ),
    CheckConstraint("state <> 'rejected' OR decided_by IS NOT NULL", name="rejected_by_someone"),
    CheckConstraint("(state IN ('posted', 'reversed')) = (entry_id IS NOT NULL)", name="posted_has_entry"),
    CheckConstraint("state <> 'reversed' OR reversal_entry_id IS NOT NULL", name="reversed_has_entry"),
    # An accrual that reverses itself on a later day stays posted.
    CheckConstraint(
        "reversal_entry_id IS NULL OR state = 'reversed' OR (state = 'posted' AND auto_reverse_on IS NOT NULL)",
        name="reversal_is_told",
    ),
    CheckConstraint("auto_reverse_on > posting_date", name="reverses_later"),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("journal_entry", "legal_entity_id", "reversal_entry_id", target=["legal_entity_id", "id"]),
    belongs_to("recurring_entry", "recurring_id"),
    # A template posts once for each of its days, however often and by whomever it is asked.
    Index(
        "uq_manual_entry_recurring",
        "tenant_id",
        "recurring_id",
        "posting_date",
        unique=True,
        postgresql_where=text("recurring_id IS NOT NULL"),
    ),
    Index("ix_manual_entry_state", "tenant_id", "state", "id"),
)

manual_entry_lines = Table(
    "manual_entry_line",
    metadata,
    tenant(),
    uuid("manual_entry_id"),
    Column("line_number", Integer, nullable=False),
    uuid("legal_entity_id"),
    uuid("account_id"),
    minor("amount_minor"),
    minor("base_minor"),
    uuid("vendor_id", null=True),
    uuid("customer_id", null=True),
    Column("due_date", Date, nullable=True),
    words("payment_terms", null=True),
    words("reference", null=True),
    uuid("cost_centre_id", null=True),
    uuid("project_id", null=True),
    uuid("tax_code_id", null=True),
    words("memo"),
    _transaction(),
    key("manual_entry_id", "line_number"),
    CheckConstraint("amount_minor <> 0", name="not_zero"),
    belongs_to("manual_entry", "manual_entry_id", "xid", target=["id", "xid"]),
    belongs_to("ledger_account", "legal_entity_id", "account_id", target=["legal_entity_id", "id"]),
    belongs_to("vendor", "vendor_id"),
    belongs_to("customer", "customer_id"),
    belongs_to("dimension_value", "legal_entity_id", "cost_centre_id", target=["legal_entity_id", "id"]),
    belongs_to("dimension_value", "legal_entity_id", "project_id", target=["legal_entity_id", "id"]),
    belongs_to("tax_code", "legal_entity_id", "tax_code_id", target=["legal_entity_id", "id"]),
)

attachments = Table(
    "attachment",
    metadata,
    tenant(),
    uuid("id"),
    uuid("document_id"),
    uuid("entry_id", null=True),
    uuid("manual_entry_id", null=True),
    uuid("attached_by"),
    instant("attached_at"),
    key("id"),
    CheckConstraint("(entry_id IS NULL) <> (manual_entry_id IS NULL)", name="one_subject"),
    belongs_to("document", "document_id"),
    belongs_to("journal_entry", "entry_id"),
    belongs_to("manual_entry", "manual_entry_id"),
    UniqueConstraint("tenant_id", "entry_id", "document_id"),
    UniqueConstraint("tenant_id", "manual_entry_id", "document_id"),
)
