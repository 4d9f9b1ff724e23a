"""Vendors' bills, their lines and their tax groups."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Numeric, Table, UniqueConstraint, text

from bursar.tables.base import belongs_to, currency, instant, key, metadata, minor, one_of, tenant, uuid, words
from bursar.tables.types import Xid8


def _transaction() -> Column[int]:
    """Return the transaction that wrote a row: a bill's lines arrive in the bill's own, and none joins later."""
    return Column("xid", Xid8, nullable=False, server_default=text("pg_current_xact_id()"))


bills = Table(
    "bill",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    uuid("vendor_id"),
    uuid("document_id", null=True),
    words("kind"),
    words("number", null=True),
    words("vendor_reference"),
    words("vendor_reference_key"),
    Column("document_date", Date, nullable=False),
    Column("document_year", Integer, nullable=False),
    Column("due_date", Date, nullable=False),
    words("payment_terms", null=True),
    currency(),
    minor("net_minor"),
    minor("tax_minor"),
    minor("gross_minor"),
    minor("prepaid_minor"),
    minor("rounding_minor"),
    minor("payable_minor"),
    words("document_status"),
    words("approval_status"),
    words("payment_status"),
    words("digest"),
    words("note", null=True),
    Column("posting_date", Date, nullable=True),
    uuid("entry_id", null=True),
    uuid("reversal_entry_id", null=True),
    uuid("submitted_by"),
    instant("submitted_at"),
    uuid("decided_by", null=True),
    instant("decided_at", null=True),
    words("decision_reason", null=True),
    Column("version", Integer, nullable=False, server_default=text("1")),
    instant("created_at"),
    instant("updated_at"),
    _transaction(),
    words("discount_tax_mode", default="reduce"),
    # The vendor's group and what look-alike numbers share are filled by a trigger, whoever writes the bill.
    uuid("vendor_group_id", null=True),
    words("reference_shape", null=True),
    words("order_reference", null=True),
    words("order_key", null=True),
    words("accounting_reference", null=True),
    key("id"),
    UniqueConstraint("tenant_id", "id", "xid"),
    one_of("kind", ["bill", "vendor_credit"]),
    one_of("discount_tax_mode", ["reduce", "fixed", "as_if_taken"]),
    one_of("document_status", ["draft", "submitted", "posted", "rejected", "reversed"]),
    one_of("approval_status", ["not_requested", "pending", "approved", "rejected"]),
    one_of("payment_status", ["unpaid", "partially_paid", "paid"]),
    # No person approves a bill of their own: the action says so politely, the database makes sure.
    CheckConstraint(
        "approval_status <> 'approved' OR (decided_by IS NOT NULL AND decided_by <> submitted_by)", name="four_eyes"
    ),
    CheckConstraint(
        "document_status NOT IN ('posted', 'reversed') OR approval_status = 'approved'", name="posted_is_approved"
    ),
    CheckConstraint("document_status NOT IN ('posted', 'reversed') OR entry_id IS NOT NULL", name="posted_has_entry"),
    CheckConstraint("(document_status = 'reversed') = (reversal_entry_id IS NOT NULL)", name="reversed_has_entry"),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("vendor", "vendor_id"),
    belongs_to("document", "document_id"),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("journal_entry", "legal_entity_id", "reversal_entry_id", target=["legal_entity_id", "id"]),
    # The same invoice of a vendor is posted once a year: the last of the duplicate checks, and the one that cannot
    # race.
    Index(
        "uq_bill_posted_once",
        "tenant_id",
        "vendor_id",
        "kind",
        "vendor_reference_key",
        "document_year",
        unique=True,
        postgresql_where=text("document_status = 'posted'"),
    ),
    # The same for vendors that people said are one company.
    Index(
        "uq_bill_group_posted_once",
        "tenant_id",
        "vendor_group_id",
        "kind",
        "vendor_reference_key",
        "document_year",
        unique=True,
        postgresql_where=text("document_status = 'posted'"),
    ),
    # By what a document is looked for that came before: misread numbers, days, numbers of any vendor, orders, files.
    Index("ix_bill_reference_shape", "tenant_id", "vendor_id", "reference_shape"),
    Index("ix_bill_vendor_date", "tenant_id", "vendor_id", "document_date"),
    Index("ix_bill_reference", "tenant_id", "vendor_reference_key", "gross_minor"),
    Index("ix_bill_order", "tenant_id", "vendor_id", "order_key", postgresql_where=text("order_key IS NOT NULL")),
    Index("ix_bill_document", "tenant_id", "document_id", postgresql_where=text("document_id IS NOT NULL")),
    Index("ix_bill_vendor_reference", "tenant_id", "vendor_id", "vendor_reference_key"),
    Index("ix_bill_amount", "tenant_id", "vendor_id", "gross_minor", "document_date"),
    Index("ix_bill_status", "tenant_id", "document_status", "id"),
    # The latest bills of a vendor, whose lines are precedents for the next one.
    Index(
        "ix_bill_vendor_posted",
        "tenant_id",
        "legal_entity_id",
        "vendor_id",
        "id",
        postgresql_where=text("document_status = 'posted'"),
    ),
)

bill_lines = Table(
    "bill_line",
    metadata,
    tenant(),
    uuid("bill_id"),
    Column("line_number", Integer, nullable=False),
    uuid("legal_entity_id"),
    words("description"),
    Column("quantity", Numeric, nullable=False),
    words("unit", null=True),
    Column("unit_price", Numeric, nullable=False),
    minor("net_minor"),
    words("tax_category"),
    Column("tax_rate", Numeric, nullable=False),
    uuid("account_id"),
    _transaction(),
    uuid("tax_code_id", null=True),
    uuid("cost_centre_id", null=True),
    uuid("project_id", null=True),
    uuid("vendor_id", null=True),
    words("line_key", null=True),
    words("order_line_reference", null=True),
    words("order_line_key", null=True),
    words("accounting_reference", null=True),
    key("bill_id", "line_number"),
    belongs_to("dimension_value", "legal_entity_id", "cost_centre_id", target=["legal_entity_id", "id"]),
    belongs_to("dimension_value", "legal_entity_id", "project_id", target=["legal_entity_id", "id"]),
    belongs_to("tax_code", "legal_entity_id", "tax_code_id", target=["legal_entity_id", "id"]),
    belongs_to("bill", "bill_id", "xid", target=["id", "xid"]),
    belongs_to("ledger_account", "legal_entity_id", "account_id", target=["legal_entity_id", "id"]),
    Index(
        "ix_bill_line_key",
        "tenant_id",
        "legal_entity_id",
        "line_key",
        "vendor_id",
        "bill_id",
        postgresql_where=text("line_key IS NOT NULL"),
    ),
    # What was billed of an order's line before.
    Index(
        "ix_bill_line_order",
        "tenant_id",
        "legal_entity_id",
        "vendor_id",
        "order_line_key",
        "bill_id",
        postgresql_where=text("order_line_key IS NOT NULL"),
    ),
)

bill_tax_groups = Table(
    "bill_tax_group",
    metadata,
    tenant(),
    uuid("bill_id"),
    words("tax_category"),
    Column("tax_rate", Numeric, nullable=False),
    minor("base_minor"),
    minor("tax_minor"),
    _transaction(),
    key("bill_id", "tax_category", "tax_rate"),
    belongs_to("bill", "bill_id", "xid", target=["id", "xid"]),
)
