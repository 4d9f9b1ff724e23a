"""What settles: customers, receivable items, exchange in allocations, payments, settlements.

Expands only: the previous release goes on writing payable items and allocations in base currency, and triggers fill in
what it does not know of.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bursar.tables.migrations.security import (
    drop_functions_of,
    forbid,
    grant,
    permit,
    restore_functions,
    run_sql,
    tenant_table,
)

revision = "0005_settlement"
down_revision = "0004_decisions"
branch_labels = None
depends_on = None

WRITERS = ("bursar_app", "bursar_worker")
_PAY = ["payments.read", "payments.record", "settlements.make", "open_items.dispute"]
PERMISSIONS = {
    "viewer": ["payments.read", "integrity.read"],
    "approver": ["payments.read", "integrity.read"],
    "ap_clerk": [*_PAY, "integrity.read"],
    "controller": [*_PAY, "integrity.read", "write_offs.approve"],
}


def upgrade() -> None:
    create_customer()
    widen_journal()
    widen_open_item()
    widen_allocation()
    create_payment()
    create_settlement()
    run_sql("0005_settlement.sql")
    permit(PERMISSIONS)


def downgrade() -> None:
    forbid(PERMISSIONS)
    op.execute("DROP TRIGGER ties ON allocation")
    op.execute("DROP TRIGGER opens ON allocation")
    op.execute("DROP TRIGGER opens ON open_item")
    op.execute("DROP POLICY guard ON bill")
    op.execute("REVOKE SELECT, UPDATE (payment_status, version, updated_at) ON bill FROM bursar_check")
    restore_functions(
        "0003_ledger_guard.sql",
        *("ledger_entry_has_lines", "ledger_lines_balance", "ledger_items_arrive", "ledger_item_is_final"),
        "ledger_allocate",
    )
    op.drop_constraint(op.f("fk_allocation_tenant_id_settlement_id"), "allocation")
    for table in ("settlement", "payment"):
        op.drop_table(table)
    drop_functions_of("bursar_check", "ledger_allocation_ties()", "ledger_tie(uuid, uuid)")
    op.execute("DROP FUNCTION ledger_item_opens(), ledger_allocation_opens(), payment_is_final(), settlement_is_final()")
    for name in ("entry_id", "settlement_id", "debit_base_minor", "credit_base_minor"):
        op.drop_column("allocation", name)
    op.drop_constraint(op.f("ck_open_item_side"), "open_item")
    op.drop_constraint(op.f("ck_open_item_party_of_side"), "open_item")
    for name in ("customer_id", "kind", "reference", "disputed", "base_open_minor"):
        op.drop_column("open_item", name)
    op.create_check_constraint(op.f("ck_open_item_side"), "open_item", "side IN ('payable')")
    op.drop_index("ix_open_item_vendor", "open_item")
    op.drop_column("journal_line", "customer_id")
    op.drop_column("journal_entry", "sub_ledger")
    op.drop_table("customer")


def create_customer() -> None:
    op.create_table(
        "customer",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("tax_id", sa.Text(), nullable=True),
        sa.Column("payment_terms", sa.Text(), nullable=True),
        sa.Column("currency", sa.CHAR(length=3), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'active'"), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('active', 'blocked')", name=op.f("ck_customer_state")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_customer")),
    )
    op.create_index("ix_customer_name_key", "customer", ["tenant_id", "name_key"])
    writes = "SELECT, INSERT, UPDATE (name, name_key, tax_id, payment_terms, currency, state, version, updated_at)"
    tenant_table("customer", {"bursar_app": writes, "bursar_worker": "SELECT", "bursar_agent": "SELECT"})


def widen_journal() -> None:
    # A constant default is kept in the catalog: no row is rewritten, and what was posted so far came from payables.
    op.add_column("journal_entry", sa.Column("sub_ledger", sa.Text(), server_default=sa.text("'ap'"), nullable=False))
    op.create_check_constraint(op.f("ck_journal_entry_sub_ledger"), "journal_entry", "sub_ledger IN ('ap', 'ar', 'gl')")
    for role in WRITERS:
        grant("journal_entry", {role: "INSERT (sub_ledger)"})
    op.add_column("journal_line", sa.Column("customer_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_journal_line_tenant_id_customer_id"),
        "journal_line",
        "customer",
        ["tenant_id", "customer_id"],
        ["tenant_id", "id"],
    )


def widen_open_item() -> None:
    op.drop_constraint(op.f("ck_open_item_side"), "open_item")
    op.create_check_constraint(op.f("ck_open_item_side"), "open_item", "side IN ('payable', 'receivable')")
    op.add_column("open_item", sa.Column("customer_id", sa.Uuid(), nullable=True))
    op.add_column("open_item", sa.Column("kind", sa.Text(), server_default=sa.text("'document'"), nullable=False))
    op.add_column("open_item", sa.Column("reference", sa.Text(), nullable=True))
    op.add_column("open_item", sa.Column("disputed", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("open_item", sa.Column("base_open_minor", sa.BigInteger(), nullable=True))
    op.create_foreign_key(
        op.f("fk_open_item_tenant_id_customer_id"),
        "open_item",
        "customer",
        ["tenant_id", "customer_id"],
        ["tenant_id", "id"],
    )
    op.create_check_constraint(
        op.f("ck_open_item_kind"),
        "open_item",
        "kind IN ('document', 'payment', 'discount', 'write_off', 'withholding', 'bank_fee', 'rounding', 'opening',"
        " 'reversal')",
    )
    op.create_check_constraint(
        op.f("ck_open_item_one_party"), "open_item", "vendor_id IS NULL OR customer_id IS NULL"
    )
    op.create_check_constraint(
        op.f("ck_open_item_party_of_side"),
        "open_item",
        "CASE side WHEN 'payable' THEN customer_id IS NULL ELSE vendor_id IS NULL END",
    )
    op.create_index(
        "ix_open_item_vendor",
        "open_item",
        ["tenant_id", "vendor_id", "due_date"],
    )
    op.create_index(
        "ix_open_item_customer",
        "open_item",
        ["tenant_id", "customer_id", "due_date"],
    )
    for role in WRITERS:
        grant("open_item", {role: "UPDATE (disputed)"})


def widen_allocation() -> None:
    op.add_column("allocation", sa.Column("entry_id", sa.Uuid(), nullable=True))
    op.add_column("allocation", sa.Column("settlement_id", sa.Uuid(), nullable=True))
    op.add_column("allocation", sa.Column("debit_base_minor", sa.BigInteger(), nullable=True))
    op.add_column("allocation", sa.Column("credit_base_minor", sa.BigInteger(), nullable=True))
    op.create_foreign_key(
        op.f("fk_allocation_tenant_id_legal_entity_id_entry_id"),
        "allocation",
        "journal_entry",
        ["tenant_id", "legal_entity_id", "entry_id"],
        ["tenant_id", "legal_entity_id", "id"],
    )
    op.create_check_constraint(
        op.f("ck_allocation_difference_is_booked"),
        "allocation",
        "entry_id IS NOT NULL OR debit_base_minor = credit_base_minor",
    )
    op.create_index("ix_allocation_settlement", "allocation", ["tenant_id", "settlement_id"])
    op.create_index(
        "ix_allocation_entry",
        "allocation",
        ["tenant_id", "entry_id"],
        postgresql_where=sa.text("entry_id IS NOT NULL"),
    )


def create_payment() -> None:
    op.create_table(
        "payment",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=True),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("bank_account_id", sa.Uuid(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("settled_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("settled_minor", sa.BigInteger(), nullable=False),
        sa.Column("base_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("base_amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), server_default=sa.text("'posted'"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("open_item_id", sa.Uuid(), nullable=False),
        sa.Column("reversal_entry_id", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("direction IN ('in', 'out')", name=op.f("ck_payment_direction")),
        sa.CheckConstraint("status IN ('posted', 'reversed')", name=op.f("ck_payment_status")),
        sa.CheckConstraint("amount_minor > 0 AND settled_minor > 0", name=op.f("ck_payment_above_zero")),
        sa.CheckConstraint("(vendor_id IS NULL) <> (customer_id IS NULL)", name=op.f("ck_payment_one_party")),
        sa.CheckConstraint(
            "(status = 'reversed') = (reversal_entry_id IS NOT NULL)", name=op.f("ck_payment_reversed_has_entry")
        ),
        _entity("payment"),
        _to("payment", "vendor", "vendor_id"),
        _to("payment", "customer", "customer_id"),
        _to("payment", "open_item", "open_item_id"),
        _in_entity("payment", "ledger_account", "bank_account_id"),
        _in_entity("payment", "journal_entry", "entry_id"),
        _in_entity("payment", "journal_entry", "reversal_entry_id"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_payment")),
    )
    op.create_index("ix_payment_vendor", "payment", ["tenant_id", "vendor_id", "id"])
    op.create_index("ix_payment_customer", "payment", ["tenant_id", "customer_id", "id"])
    writes = "SELECT, INSERT, UPDATE (status, reason, reversal_entry_id, version, updated_at)"
    tenant_table("payment", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def create_settlement() -> None:
    op.create_table(
        "settlement",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("payment_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.Text(), server_default=sa.text("'active'"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("reversal_entry_id", sa.Uuid(), nullable=True),
        sa.Column("request", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("side IN ('payable', 'receivable')", name=op.f("ck_settlement_side")),
        sa.CheckConstraint(
            "status IN ('requested', 'active', 'rejected', 'reversed')", name=op.f("ck_settlement_status")
        ),
        sa.CheckConstraint(
            "status NOT IN ('active', 'reversed') OR request IS NULL"
            " OR (decided_by IS NOT NULL AND decided_by <> created_by)",
            name=op.f("ck_settlement_four_eyes"),
        ),
        _entity("settlement"),
        _to("settlement", "payment", "payment_id"),
        _in_entity("settlement", "journal_entry", "entry_id"),
        _in_entity("settlement", "journal_entry", "reversal_entry_id"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_settlement")),
    )
    op.create_index("ix_settlement_payment", "settlement", ["tenant_id", "payment_id"])
    op.create_foreign_key(
        op.f("fk_allocation_tenant_id_settlement_id"),
        "allocation",
        "settlement",
        ["tenant_id", "settlement_id"],
        ["tenant_id", "id"],
    )
    writes = (
        "SELECT, INSERT, UPDATE (status, reason, entry_id, reversal_entry_id, decided_by, decided_at, version, updated_at)"
    )
    tenant_table("settlement", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})


def _entity(table: str) -> sa.ForeignKeyConstraint:
    return _to(table, "legal_entity", "legal_entity_id")


def _to(table: str, target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", column],
        [f"{target}.tenant_id", f"{target}.id"],
        name=op.f(f"fk_{table}_tenant_id_{column}"),
    )


def _in_entity(table: str, target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", "legal_entity_id", column],
        [f"{target}.tenant_id", f"{target}.legal_entity_id", f"{target}.id"],
        name=op.f(f"fk_{table}_tenant_id_legal_entity_id_{column}"),
    )
