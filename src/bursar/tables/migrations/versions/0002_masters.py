"""Master data: accounts, periods, number series, vendors, documents."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bursar.tables.migrations.security import tenant_table

revision = "0002_masters"
down_revision = "0001_platform"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_ledger_account()
    create_period()
    create_number_series()
    create_vendor()
    create_vendor_bank_account()
    create_document()
    create_document_reading()


def downgrade() -> None:
    for table in (
        "document_reading",
        "document",
        "vendor_bank_account",
        "vendor",
        "number_series",
        "period",
        "ledger_account",
    ):
        op.drop_table(table)


def create_ledger_account() -> None:
    op.create_table(
        "ledger_account",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("control", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint(
            "control IN ('accounts_payable', 'input_tax', 'reverse_charge_tax', 'rounding', 'prepayments')",
            name=op.f("ck_ledger_account_control"),
        ),
        sa.CheckConstraint(
            "type IN ('asset', 'liability', 'equity', 'income', 'expense')", name=op.f("ck_ledger_account_type")
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_ledger_account_tenant_id_legal_entity_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_ledger_account")),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "code", name=op.f("uq_ledger_account_tenant_id_legal_entity_id_code")
        ),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "id", name=op.f("uq_ledger_account_tenant_id_legal_entity_id_id")
        ),
    )
    op.create_index(
        "uq_ledger_account_control",
        "ledger_account",
        ["tenant_id", "legal_entity_id", "control"],
        unique=True,
        postgresql_where=sa.text("control IS NOT NULL"),
    )
    # Type and control stay what they were when the first line was posted.
    tenant_table(
        "ledger_account",
        {"bursar_app": "SELECT, INSERT, UPDATE (name, active)", "bursar_worker": "SELECT", "bursar_agent": "SELECT"},
    )


def create_period() -> None:
    op.create_table(
        "period",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'open'"), nullable=False),
        sa.CheckConstraint("state IN ('open', 'closed')", name=op.f("ck_period_state")),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_period_ordered")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_period_tenant_id_legal_entity_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_period")),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "starts_on", name=op.f("uq_period_tenant_id_legal_entity_id_starts_on")
        ),
    )
    tenant_table(
        "period", {"bursar_app": "SELECT, UPDATE (state)", "bursar_worker": "SELECT", "bursar_agent": "SELECT"}
    )


def create_number_series() -> None:
    op.create_table(
        "number_series",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_number_series_tenant_id_legal_entity_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "legal_entity_id", "series", "fiscal_year", name=op.f("pk_number_series")),
    )
    writes = "SELECT, INSERT, UPDATE (last_number)"
    tenant_table("number_series", {"bursar_app": writes, "bursar_worker": writes})


def create_vendor() -> None:
    op.create_table(
        "vendor",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("tax_id", sa.Text(), nullable=True),
        sa.Column("tax_id_key", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("payment_terms", sa.Text(), nullable=True),
        sa.Column("default_account_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'active'"), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('active', 'blocked')", name=op.f("ck_vendor_state")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "default_account_id"],
            ["ledger_account.tenant_id", "ledger_account.id"],
            name=op.f("fk_vendor_tenant_id_default_account_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_vendor")),
    )
    op.create_index("ix_vendor_name_key", "vendor", ["tenant_id", "name_key"], unique=False)
    op.create_index(
        "uq_vendor_tax_id_key",
        "vendor",
        ["tenant_id", "tax_id_key"],
        unique=True,
        postgresql_where=sa.text("tax_id_key IS NOT NULL"),
    )
    tenant_table(
        "vendor",
        {"bursar_app": "SELECT, INSERT, UPDATE", "bursar_worker": "SELECT, INSERT, UPDATE", "bursar_agent": "SELECT"},
    )


def create_vendor_bank_account() -> None:
    op.create_table(
        "vendor_bank_account",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=False),
        sa.Column("iban", sa.Text(), nullable=False),
        sa.Column("bic", sa.Text(), nullable=True),
        sa.Column("account_name", sa.Text(), nullable=True),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "vendor_id"],
            ["vendor.tenant_id", "vendor.id"],
            name=op.f("fk_vendor_bank_account_tenant_id_vendor_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_vendor_bank_account")),
        sa.UniqueConstraint(
            "tenant_id", "vendor_id", "iban", name=op.f("uq_vendor_bank_account_tenant_id_vendor_id_iban")
        ),
    )
    op.create_index("ix_vendor_bank_account_iban", "vendor_bank_account", ["tenant_id", "iban"], unique=False)
    tenant_table(
        "vendor_bank_account",
        {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT, INSERT", "bursar_agent": "SELECT"},
    )


def create_document() -> None:
    op.create_table(
        "document",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'received'"), nullable=False),
        sa.Column("reason_codes", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("bill_id", sa.Uuid(), nullable=True),
        sa.Column("times_received", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("uploaded_by", sa.Uuid(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status IN ('received', 'proposed', 'needs_attention', 'posted', 'rejected')",
            name=op.f("ck_document_status"),
        ),
        sa.CheckConstraint("size_bytes > 0", name=op.f("ck_document_not_empty")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_document_tenant_id_legal_entity_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_document")),
        sa.UniqueConstraint("tenant_id", "sha256", name=op.f("uq_document_tenant_id_sha256")),
    )
    op.create_index("ix_document_status", "document", ["tenant_id", "status", "id"], unique=False)
    # Which bytes a document is, and whose books it is for, is settled when it arrives.
    writes = "SELECT, INSERT, UPDATE (status, reason_codes, bill_id, times_received, version, updated_at)"
    tenant_table(
        "document",
        {
            "bursar_app": writes,
            "bursar_worker": writes,
            "bursar_agent": "SELECT, UPDATE (status, reason_codes, version, updated_at)",
        },
    )


def create_document_reading() -> None:
    op.create_table(
        "document_reading",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("fields", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("checks", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"],
            ["document.tenant_id", "document.id"],
            name=op.f("fk_document_reading_tenant_id_document_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "document_id", name=op.f("pk_document_reading")),
    )
    tenant_table(
        "document_reading",
        {"bursar_app": "SELECT", "bursar_worker": "SELECT, INSERT, UPDATE", "bursar_agent": "SELECT, INSERT, UPDATE"},
    )
