"""The books: journal, bills, open items, allocations, and the guards that refuse wrong ones."""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import all_columns_but, append_only, drop_functions_of, run_sql, tenant_table
from bursar.tables.types import Xid8

revision = "0003_books"
down_revision = "0002_masters"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_journal_entry()
    create_journal_line()
    create_bill()
    create_bill_line()
    create_bill_tax_group()
    create_open_item()
    create_allocation()
    run_sql("0003_ledger_guard.sql")
    append_only("journal_entry")
    append_only("journal_line")
    append_only("allocation")
    append_only("bill_line")
    append_only("bill_tax_group")


def downgrade() -> None:
    op.execute("DROP TRIGGER changes_alone ON period")
    for table in ("period", "legal_entity", "ledger_account"):
        op.execute(f"DROP POLICY guard ON {table}")
        op.execute(f"REVOKE SELECT ON {table} FROM bursar_check")
    for table in ("allocation", "open_item", "bill_tax_group", "bill_line", "bill", "journal_line", "journal_entry"):
        op.drop_table(table)
    drop_functions_of("bursar_check", "ledger_entry_has_lines()", "ledger_lines_balance()", "ledger_period_is_open()")
    drop_functions_of("bursar_check", "ledger_calendar_changes_alone()", "ledger_allocate()")
    drop_functions_of("bursar_check", "ledger_items_arrive()")
    op.execute("DROP FUNCTION bill_posted_is_final(), ledger_item_is_final(), ledger_calendar_key(uuid, uuid)")


def create_journal_entry() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("posting_date", sa.Date(), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source_type", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("reversal_of", sa.Uuid(), nullable=True),
        sa.Column("memo", sa.Text(), nullable=False),
        sa.Column("posted_by", sa.Uuid(), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_journal_entry_tenant_id_legal_entity_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id", "reversal_of"], ["journal_entry.tenant_id", "journal_entry.id"], name=op.f("fk_journal_entry_tenant_id_reversal_of")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "id", name=op.f("uq_journal_entry_tenant_id_legal_entity_id_id")
        ),
        sa.UniqueConstraint(
            "tenant_id",
            "legal_entity_id",
            "series",
            "fiscal_year",
            "number",
            name=op.f("uq_journal_entry_tenant_id_legal_entity_id_series_fiscal_year_number"),
        ),
    )
    op.create_index(
        "ix_journal_entry_posting_date", "journal_entry", ["tenant_id", "legal_entity_id", "posting_date"], unique=False
    )
    op.create_index("ix_journal_entry_source", "journal_entry", ["tenant_id", "source_id"], unique=False)
    op.create_index(
        "uq_journal_entry_reversal_of",
        "journal_entry",
        ["tenant_id", "reversal_of"],
        unique=True,
        postgresql_where=sa.text("reversal_of IS NOT NULL"),
    )
    tenant_table(
        "journal_entry",
        {
            "bursar_app": "SELECT, INSERT (tenant_id, id, legal_entity_id, series, fiscal_year, number, posting_date, document_date, recorded_at, source_type, source_id, reversal_of, memo, posted_by)",
            "bursar_worker": "SELECT, INSERT (tenant_id, id, legal_entity_id, series, fiscal_year, number, posting_date, document_date, recorded_at, source_type, source_id, reversal_of, memo, posted_by)",
            "bursar_agent": "SELECT",
            "bursar_sealer": "SELECT",
        },
    )


def create_journal_line() -> None:
    op.create_table(
        "journal_line",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=True),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("base_amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("base_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("tax_category", sa.Text(), nullable=True),
        sa.Column("tax_rate", sa.Numeric(), nullable=True),
        sa.Column("tax_base_minor", sa.BigInteger(), nullable=True),
        sa.Column("memo", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "account_id"],
            ["ledger_account.tenant_id", "ledger_account.legal_entity_id", "ledger_account.id"],
            name=op.f("fk_journal_line_tenant_id_legal_entity_id_account_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "entry_id"],
            ["journal_entry.tenant_id", "journal_entry.legal_entity_id", "journal_entry.id"],
            name=op.f("fk_journal_line_tenant_id_legal_entity_id_entry_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id", "vendor_id"], ["vendor.tenant_id", "vendor.id"], name=op.f("fk_journal_line_tenant_id_vendor_id")),
        sa.PrimaryKeyConstraint("tenant_id", "entry_id", "line_number", name=op.f("pk_journal_line")),
    )
    op.create_index(
        "ix_journal_line_account", "journal_line", ["tenant_id", "legal_entity_id", "account_id"], unique=False
    )
    tenant_table(
        "journal_line",
        {
            "bursar_app": "SELECT, INSERT",
            "bursar_worker": "SELECT, INSERT",
            "bursar_agent": "SELECT",
            "bursar_sealer": "SELECT",
        },
    )


def create_bill() -> None:
    op.create_table(
        "bill",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("vendor_reference", sa.Text(), nullable=False),
        sa.Column("vendor_reference_key", sa.Text(), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=False),
        sa.Column("document_year", sa.Integer(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("payment_terms", sa.Text(), nullable=True),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("net_minor", sa.BigInteger(), nullable=False),
        sa.Column("tax_minor", sa.BigInteger(), nullable=False),
        sa.Column("gross_minor", sa.BigInteger(), nullable=False),
        sa.Column("prepaid_minor", sa.BigInteger(), nullable=False),
        sa.Column("rounding_minor", sa.BigInteger(), nullable=False),
        sa.Column("payable_minor", sa.BigInteger(), nullable=False),
        sa.Column("document_status", sa.Text(), nullable=False),
        sa.Column("approval_status", sa.Text(), nullable=False),
        sa.Column("payment_status", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("posting_date", sa.Date(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("reversal_entry_id", sa.Uuid(), nullable=True),
        sa.Column("submitted_by", sa.Uuid(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_reason", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.CheckConstraint("approval_status <> 'approved' OR (decided_by IS NOT NULL AND decided_by <> submitted_by)", name=op.f("ck_bill_four_eyes")),
        sa.CheckConstraint("document_status NOT IN ('posted', 'reversed') OR approval_status = 'approved'", name=op.f("ck_bill_posted_is_approved")),
        sa.CheckConstraint("(document_status = 'reversed') = (reversal_entry_id IS NOT NULL)", name=op.f("ck_bill_reversed_has_entry")),
        sa.CheckConstraint("approval_status IN ('not_requested', 'pending', 'approved', 'rejected')", name=op.f("ck_bill_approval_status")),
        sa.CheckConstraint("document_status IN ('draft', 'submitted', 'posted', 'rejected', 'reversed')", name=op.f("ck_bill_document_status")),
        sa.CheckConstraint("document_status NOT IN ('posted', 'reversed') OR entry_id IS NOT NULL", name=op.f("ck_bill_posted_has_entry")),
        sa.CheckConstraint("kind IN ('bill', 'vendor_credit')", name=op.f("ck_bill_kind")),
        sa.CheckConstraint("payment_status IN ('unpaid', 'partially_paid', 'paid')", name=op.f("ck_bill_payment_status")),
        sa.ForeignKeyConstraint(["tenant_id", "document_id"], ["document.tenant_id", "document.id"], name=op.f("fk_bill_tenant_id_document_id")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "entry_id"],
            ["journal_entry.tenant_id", "journal_entry.legal_entity_id", "journal_entry.id"],
            name=op.f("fk_bill_tenant_id_legal_entity_id_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "reversal_entry_id"],
            ["journal_entry.tenant_id", "journal_entry.legal_entity_id", "journal_entry.id"],
            name=op.f("fk_bill_tenant_id_legal_entity_id_reversal_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_bill_tenant_id_legal_entity_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id", "vendor_id"], ["vendor.tenant_id", "vendor.id"], name=op.f("fk_bill_tenant_id_vendor_id")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_bill")),
        sa.UniqueConstraint("tenant_id", "id", "xid", name=op.f("uq_bill_tenant_id_id_xid")),
    )
    op.create_index(
        "ix_bill_amount", "bill", ["tenant_id", "vendor_id", "gross_minor", "document_date"], unique=False
    )
    op.create_index("ix_bill_status", "bill", ["tenant_id", "document_status", "id"], unique=False)
    op.create_index(
        "ix_bill_vendor_reference", "bill", ["tenant_id", "vendor_id", "vendor_reference_key"], unique=False
    )
    op.create_index(
        "uq_bill_posted_once",
        "bill",
        ["tenant_id", "vendor_id", "kind", "vendor_reference_key", "document_year"],
        unique=True,
        postgresql_where=sa.text("document_status = 'posted'"),
    )
    # A bill arrives undecided and its content never changes: what is not named here, no serving role may write.
    decision = "number, posting_date, entry_id, reversal_entry_id, decided_by, decided_at, decision_reason"
    states = "document_status, approval_status, version, updated_at"
    writes = f"SELECT, INSERT ({all_columns_but('bill', 'xid', *decision.split(', '))}), UPDATE ({decision}, {states})"
    tenant_table("bill", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def create_bill_line() -> None:
    op.create_table(
        "bill_line",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Numeric(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("unit_price", sa.Numeric(), nullable=False),
        sa.Column("net_minor", sa.BigInteger(), nullable=False),
        sa.Column("tax_category", sa.Text(), nullable=False),
        sa.Column("tax_rate", sa.Numeric(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "bill_id", "xid"],
            ["bill.tenant_id", "bill.id", "bill.xid"],
            name=op.f("fk_bill_line_tenant_id_bill_id_xid"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "account_id"],
            ["ledger_account.tenant_id", "ledger_account.legal_entity_id", "ledger_account.id"],
            name=op.f("fk_bill_line_tenant_id_legal_entity_id_account_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "bill_id", "line_number", name=op.f("pk_bill_line")),
    )
    writes = f"SELECT, INSERT ({all_columns_but('bill_line', 'xid')})"
    tenant_table("bill_line", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def create_bill_tax_group() -> None:
    op.create_table(
        "bill_tax_group",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=False),
        sa.Column("tax_category", sa.Text(), nullable=False),
        sa.Column("tax_rate", sa.Numeric(), nullable=False),
        sa.Column("base_minor", sa.BigInteger(), nullable=False),
        sa.Column("tax_minor", sa.BigInteger(), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "bill_id", "xid"],
            ["bill.tenant_id", "bill.id", "bill.xid"],
            name=op.f("fk_bill_tax_group_tenant_id_bill_id_xid"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "bill_id", "tax_category", "tax_rate", name=op.f("pk_bill_tax_group")),
    )
    writes = f"SELECT, INSERT ({all_columns_but('bill_tax_group', 'xid')})"
    tenant_table("bill_tax_group", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def create_open_item() -> None:
    op.create_table(
        "open_item",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=True),
        sa.Column("instalment", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("open_minor", sa.BigInteger(), nullable=False),
        sa.Column("base_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("base_amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("posting_date", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("side IN ('payable')", name=op.f("ck_open_item_side")),
        sa.CheckConstraint("(amount_minor > 0 AND open_minor BETWEEN 0 AND amount_minor) OR (amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0)", name=op.f("ck_open_item_open_within_amount")),
        sa.CheckConstraint("amount_minor <> 0", name=op.f("ck_open_item_not_zero")),
        sa.ForeignKeyConstraint(["tenant_id", "bill_id"], ["bill.tenant_id", "bill.id"], name=op.f("fk_open_item_tenant_id_bill_id")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "entry_id"],
            ["journal_entry.tenant_id", "journal_entry.legal_entity_id", "journal_entry.id"],
            name=op.f("fk_open_item_tenant_id_legal_entity_id_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_open_item_tenant_id_legal_entity_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id", "vendor_id"], ["vendor.tenant_id", "vendor.id"], name=op.f("fk_open_item_tenant_id_vendor_id")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_open_item")),
        sa.UniqueConstraint(
            "tenant_id", "entry_id", "instalment", name=op.f("uq_open_item_tenant_id_entry_id_instalment")
        ),
    )
    op.create_index("ix_open_item_aging", "open_item", ["tenant_id", "legal_entity_id", "posting_date"], unique=False)
    op.create_index("ix_open_item_bill", "open_item", ["tenant_id", "bill_id"], unique=False)
    tenant_table(
        "open_item", {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT, INSERT", "bursar_agent": "SELECT"}
    )


def create_allocation() -> None:
    op.create_table(
        "allocation",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("debit_item_id", sa.Uuid(), nullable=False),
        sa.Column("credit_item_id", sa.Uuid(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("base_amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("allocated_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reversal_of", sa.Uuid(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.CheckConstraint("(reversal_of IS NULL) = (amount_minor > 0) AND amount_minor <> 0", name=op.f("ck_allocation_sign")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "credit_item_id"],
            ["open_item.tenant_id", "open_item.id"],
            name=op.f("fk_allocation_tenant_id_credit_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "debit_item_id"],
            ["open_item.tenant_id", "open_item.id"],
            name=op.f("fk_allocation_tenant_id_debit_item_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id", "reversal_of"], ["allocation.tenant_id", "allocation.id"], name=op.f("fk_allocation_tenant_id_reversal_of")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_allocation")),
    )
    op.create_index("ix_allocation_credit_item", "allocation", ["tenant_id", "credit_item_id"], unique=False)
    op.create_index(
        "uq_allocation_reversal_of",
        "allocation",
        ["tenant_id", "reversal_of"],
        unique=True,
        postgresql_where=sa.text("reversal_of IS NOT NULL"),
    )
    op.create_index("ix_allocation_debit_item", "allocation", ["tenant_id", "debit_item_id"], unique=False)
    tenant_table(
        "allocation", {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT, INSERT", "bursar_agent": "SELECT"}
    )
