"""The books: accounts, periods, journal, and the open items that payables and receivables settle.

What the database itself refuses (see `migrations/sql/0003_ledger_guard.sql`): an entry that is empty, unbalanced in
document or base currency, dated outside an open period, out of its number's order, or at odds with its open items; a
line or an item that joins an entry later; any change or removal of what is posted; an allocation above what is open.
Debits are positive, credits negative, everywhere.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    Numeric,
    Table,
    UniqueConstraint,
    text,
)

from bursar.tables.base import belongs_to, currency, instant, key, metadata, minor, one_of, tenant, uuid, words
from bursar.tables.types import Xid8

ACCOUNT_TYPES = ("asset", "liability", "equity", "income", "expense")
CONTROLS = ("accounts_payable", "input_tax", "reverse_charge_tax", "rounding", "prepayments")

ledger_accounts = Table(
    "ledger_account",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("code"),
    words("name"),
    words("type"),
    words("control", null=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    key("id"),
    one_of("type", ACCOUNT_TYPES),
    one_of("control", CONTROLS),
    belongs_to("legal_entity", "legal_entity_id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "code"),
    UniqueConstraint("tenant_id", "legal_entity_id", "id"),
    Index(
        "uq_ledger_account_control",
        "tenant_id",
        "legal_entity_id",
        "control",
        unique=True,
        postgresql_where=text("control IS NOT NULL"),
    ),
)

periods = Table(
    "period",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    Column("fiscal_year", Integer, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    words("state", default="open"),
    key("id"),
    one_of("state", ["open", "closed"]),
    CheckConstraint("starts_on <= ends_on", name="ordered"),
    belongs_to("legal_entity", "legal_entity_id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "starts_on"),
)

number_series = Table(
    "number_series",
    metadata,
    tenant(),
    uuid("legal_entity_id"),
    words("series"),
    Column("fiscal_year", Integer, nullable=False),
    Column("last_number", Integer, nullable=False),
    key("legal_entity_id", "series", "fiscal_year"),
    belongs_to("legal_entity", "legal_entity_id"),
)

journal_entries = Table(
    "journal_entry",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("series"),
    Column("fiscal_year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("posting_date", Date, nullable=False),
    Column("document_date", Date, nullable=False),
    instant("recorded_at"),
    words("source_type"),
    uuid("source_id"),
    uuid("reversal_of", null=True),
    words("memo"),
    uuid("posted_by"),
    Column("xid", Xid8, nullable=False, server_default=text("pg_current_xact_id()")),
    key("id"),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("journal_entry", "reversal_of"),
    UniqueConstraint("tenant_id", "legal_entity_id", "id"),
    UniqueConstraint("tenant_id", "legal_entity_id", "series", "fiscal_year", "number"),
    Index(
        "uq_journal_entry_reversal_of",
        "tenant_id",
        "reversal_of",
        unique=True,
        postgresql_where=text("reversal_of IS NOT NULL"),
    ),
    Index("ix_journal_entry_posting_date", "tenant_id", "legal_entity_id", "posting_date"),
    Index("ix_journal_entry_source", "tenant_id", "source_id"),
)

journal_lines = Table(
    "journal_line",
    metadata,
    tenant(),
    uuid("entry_id"),
    Column("line_number", Integer, nullable=False),
    uuid("legal_entity_id"),
    uuid("account_id"),
    uuid("vendor_id", null=True),
    minor("amount_minor"),
    currency(),
    minor("base_amount_minor"),
    currency("base_currency"),
    words("tax_category", null=True),
    Column("tax_rate", Numeric, nullable=True),
    minor("tax_base_minor", null=True),
    words("memo"),
    key("entry_id", "line_number"),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("ledger_account", "legal_entity_id", "account_id", target=["legal_entity_id", "id"]),
    belongs_to("vendor", "vendor_id"),
    Index("ix_journal_line_account", "tenant_id", "legal_entity_id", "account_id"),
)

open_items = Table(
    "open_item",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    words("side"),
    uuid("vendor_id", null=True),
    uuid("entry_id"),
    uuid("bill_id", null=True),
    Column("instalment", Integer, nullable=False, server_default=text("1")),
    currency(),
    minor("amount_minor"),
    minor("open_minor"),
    currency("base_currency"),
    minor("base_amount_minor"),
    Column("document_date", Date, nullable=False),
    Column("due_date", Date, nullable=False),
    Column("posting_date", Date, nullable=False),
    instant("recorded_at"),
    key("id"),
    one_of("side", ["payable"]),
    # A liability is positive on the payable side, a vendor credit negative; what is open never changes sign.
    CheckConstraint("amount_minor <> 0", name="not_zero"),
    CheckConstraint(
        "(amount_minor > 0 AND open_minor BETWEEN 0 AND amount_minor)"
        " OR (amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0)",
        name="open_within_amount",
    ),
    belongs_to("legal_entity", "legal_entity_id"),
    belongs_to("journal_entry", "legal_entity_id", "entry_id", target=["legal_entity_id", "id"]),
    belongs_to("vendor", "vendor_id"),
    belongs_to("bill", "bill_id"),
    UniqueConstraint("tenant_id", "entry_id", "instalment"),
    Index("ix_open_item_aging", "tenant_id", "legal_entity_id", "posting_date"),
    Index("ix_open_item_bill", "tenant_id", "bill_id"),
)

allocations = Table(
    "allocation",
    metadata,
    tenant(),
    uuid("id"),
    uuid("legal_entity_id"),
    uuid("debit_item_id"),
    uuid("credit_item_id"),
    currency(),
    minor("amount_minor"),
    minor("base_amount_minor"),
    Column("allocated_on", Date, nullable=False),
    instant("recorded_at"),
    uuid("reversal_of", null=True),
    uuid("created_by"),
    key("id"),
    # A reversal repeats the allocation with the opposite sign, so only a first allocation must be positive.
    CheckConstraint("(reversal_of IS NULL) = (amount_minor > 0) AND amount_minor <> 0", name="sign"),
    belongs_to("open_item", "debit_item_id"),
    belongs_to("open_item", "credit_item_id"),
    belongs_to("allocation", "reversal_of"),
    Index(
        "uq_allocation_reversal_of",
        "tenant_id",
        "reversal_of",
        unique=True,
        postgresql_where=text("reversal_of IS NOT NULL"),
    ),
    Index("ix_allocation_debit_item", "tenant_id", "debit_item_id"),
    Index("ix_allocation_credit_item", "tenant_id", "credit_item_id"),
)
