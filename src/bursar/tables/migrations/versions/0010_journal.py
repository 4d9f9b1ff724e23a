"""Manual and recurring journal entries."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bursar.tables.migrations.security import all_columns_but, append_only, forbid, permit, run_sql, tenant_table
from bursar.tables.types import Xid8

revision = "0010_journal"
down_revision = "0009_tax"
branch_labels = None
depends_on = None

PERMISSIONS = {
    "ap_clerk": ["journal.create"],
    "approver": ["journal.approve"],
    "controller": ["journal.create", "journal.approve"],
}


def upgrade() -> None:
    create_recurring_entry()
    create_manual_entry()
    create_manual_entry_line()
    create_attachment()
    run_sql("0010_journal.sql")
    append_only("manual_entry_line")
    append_only("attachment")
    permit(PERMISSIONS)


def downgrade() -> None:
    forbid(PERMISSIONS)
    for table in ("attachment", "manual_entry_line", "manual_entry", "recurring_entry"):
        op.drop_table(table)
    op.execute("DROP FUNCTION manual_entry_is_final(), recurring_entry_is_final()")


def create_recurring_entry() -> None:
    op.create_table(
        "recurring_entry",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("template", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("every_months", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Integer(), nullable=True),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'submitted'"), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("submitted_by", sa.Uuid(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('submitted', 'active', 'paused', 'ended')", name=op.f("ck_recurring_entry_state")
        ),
        sa.CheckConstraint("every_months > 0", name=op.f("ck_recurring_entry_every_months")),
        sa.CheckConstraint("on_day BETWEEN 1 AND 31", name=op.f("ck_recurring_entry_on_day")),
        sa.CheckConstraint("last_on >= first_on", name=op.f("ck_recurring_entry_ordered")),
        sa.CheckConstraint(
            "state NOT IN ('active', 'paused') OR (decided_by IS NOT NULL AND decided_by <> submitted_by)",
            name=op.f("ck_recurring_entry_four_eyes"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('active', 'paused') OR next_on IS NOT NULL", name=op.f("ck_recurring_entry_goes_on")
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_recurring_entry_tenant_id_legal_entity_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_recurring_entry")),
    )
    op.create_index("ix_recurring_entry_state", "recurring_entry", ["tenant_id", "state", "id"], unique=False)
    # It arrives undecided, and what it posts never changes.
    decision = "decided_by, decided_at, failure, reason"
    writes = (
        f"SELECT, INSERT ({all_columns_but('recurring_entry', 'state', *decision.split(', '))}),"
        f" UPDATE (state, next_on, version, updated_at, {decision})"
    )
    tenant_table("recurring_entry", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def create_manual_entry() -> None:
    op.create_table(
        "manual_entry",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'submitted'"), nullable=False),
        sa.Column("posting_date", sa.Date(), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=False),
        sa.Column("memo", sa.Text(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("auto_reverse_on", sa.Date(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("submitted_by", sa.Uuid(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_reason", sa.Text(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("reversal_entry_id", sa.Uuid(), nullable=True),
        sa.Column("recurring_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'posted', 'rejected', 'reversed')", name=op.f("ck_manual_entry_state")
        ),
        sa.CheckConstraint(
            "state NOT IN ('posted', 'reversed') OR (decided_by IS NOT NULL AND decided_by <> submitted_by)",
            name=op.f("ck_manual_entry_four_eyes"),
        ),
        sa.CheckConstraint(
            "state <> 'rejected' OR decided_by IS NOT NULL", name=op.f("ck_manual_entry_rejected_by_someone")
        ),
        sa.CheckConstraint(
            "(state IN ('posted', 'reversed')) = (entry_id IS NOT NULL)", name=op.f("ck_manual_entry_posted_has_entry")
        ),
        sa.CheckConstraint(
            "state <> 'reversed' OR reversal_entry_id IS NOT NULL", name=op.f("ck_manual_entry_reversed_has_entry")
        ),
        sa.CheckConstraint(
            "reversal_entry_id IS NULL OR state = 'reversed' OR (state = 'posted' AND auto_reverse_on IS NOT NULL)",
            name=op.f("ck_manual_entry_reversal_is_told"),
        ),
        sa.CheckConstraint("auto_reverse_on > posting_date", name=op.f("ck_manual_entry_reverses_later")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_manual_entry_tenant_id_legal_entity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "entry_id"],
            ["journal_entry.tenant_id", "journal_entry.legal_entity_id", "journal_entry.id"],
            name=op.f("fk_manual_entry_tenant_id_legal_entity_id_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "reversal_entry_id"],
            ["journal_entry.tenant_id", "journal_entry.legal_entity_id", "journal_entry.id"],
            name=op.f("fk_manual_entry_tenant_id_legal_entity_id_reversal_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "recurring_id"],
            ["recurring_entry.tenant_id", "recurring_entry.id"],
            name=op.f("fk_manual_entry_tenant_id_recurring_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_manual_entry")),
        sa.UniqueConstraint("tenant_id", "id", "xid", name=op.f("uq_manual_entry_tenant_id_id_xid")),
    )
    op.create_index("ix_manual_entry_state", "manual_entry", ["tenant_id", "state", "id"], unique=False)
    op.create_index(
        "uq_manual_entry_recurring",
        "manual_entry",
        ["tenant_id", "recurring_id", "posting_date"],
        unique=True,
        postgresql_where=sa.text("recurring_id IS NOT NULL"),
    )
    # An entry arrives undecided and its content never changes: what is not named here, no serving role may write.
    decision = "number, decided_by, decided_at, decision_reason, entry_id, reversal_entry_id"
    writes = (
        f"SELECT, INSERT ({all_columns_but('manual_entry', 'xid', 'state', *decision.split(', '))}),"
        f" UPDATE ({decision}, state, version, updated_at)"
    )
    tenant_table("manual_entry", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def create_manual_entry_line() -> None:
    op.create_table(
        "manual_entry_line",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("manual_entry_id", sa.Uuid(), nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("base_minor", sa.BigInteger(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=True),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("due_date", sa.Date(), nullable=True),
        sa.Column("payment_terms", sa.Text(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("cost_centre_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("tax_code_id", sa.Uuid(), nullable=True),
        sa.Column("memo", sa.Text(), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.CheckConstraint("amount_minor <> 0", name=op.f("ck_manual_entry_line_not_zero")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "manual_entry_id", "xid"],
            ["manual_entry.tenant_id", "manual_entry.id", "manual_entry.xid"],
            name=op.f("fk_manual_entry_line_tenant_id_manual_entry_id_xid"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "account_id"],
            ["ledger_account.tenant_id", "ledger_account.legal_entity_id", "ledger_account.id"],
            name=op.f("fk_manual_entry_line_tenant_id_legal_entity_id_account_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "vendor_id"],
            ["vendor.tenant_id", "vendor.id"],
            name=op.f("fk_manual_entry_line_tenant_id_vendor_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "customer_id"],
            ["customer.tenant_id", "customer.id"],
            name=op.f("fk_manual_entry_line_tenant_id_customer_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "cost_centre_id"],
            ["dimension_value.tenant_id", "dimension_value.legal_entity_id", "dimension_value.id"],
            name=op.f("fk_manual_entry_line_tenant_id_legal_entity_id_cost_centre_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "project_id"],
            ["dimension_value.tenant_id", "dimension_value.legal_entity_id", "dimension_value.id"],
            name=op.f("fk_manual_entry_line_tenant_id_legal_entity_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "tax_code_id"],
            ["tax_code.tenant_id", "tax_code.legal_entity_id", "tax_code.id"],
            name=op.f("fk_manual_entry_line_tenant_id_legal_entity_id_tax_code_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "manual_entry_id", "line_number", name=op.f("pk_manual_entry_line")),
    )
    writes = f"SELECT, INSERT ({all_columns_but('manual_entry_line', 'xid')})"
    tenant_table("manual_entry_line", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("manual_entry_id", sa.Uuid(), nullable=True),
        sa.Column("attached_by", sa.Uuid(), nullable=False),
        sa.Column("attached_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(entry_id IS NULL) <> (manual_entry_id IS NULL)", name=op.f("ck_attachment_one_subject")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "document_id"],
            ["document.tenant_id", "document.id"],
            name=op.f("fk_attachment_tenant_id_document_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "entry_id"],
            ["journal_entry.tenant_id", "journal_entry.id"],
            name=op.f("fk_attachment_tenant_id_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "manual_entry_id"],
            ["manual_entry.tenant_id", "manual_entry.id"],
            name=op.f("fk_attachment_tenant_id_manual_entry_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_attachment")),
        sa.UniqueConstraint(
            "tenant_id", "entry_id", "document_id", name=op.f("uq_attachment_tenant_id_entry_id_document_id")
        ),
        sa.UniqueConstraint(
            "tenant_id",
            "manual_entry_id",
            "document_id",
            name=op.f("uq_attachment_tenant_id_manual_entry_id_document_id"),
        ),
    )
    tenant_table(
        "attachment",
        {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT", "bursar_agent": "SELECT"},
    )
