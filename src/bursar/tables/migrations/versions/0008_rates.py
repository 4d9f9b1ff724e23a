"""Exchange rates and revaluations."""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import all_columns_but, append_only, forbid, permit, tenant_table
from bursar.tables.types import Xid8

revision = "0008_rates"
down_revision = "0007_periods"
branch_labels = None
depends_on = None

# What this revision brings, for the roles that tenants started with; a role that somebody made up is left alone.
PERMISSIONS = {
    "viewer": ["rates.read"],
    "ap_clerk": ["rates.read", "rates.record"],
    "approver": ["rates.read"],
    "controller": ["rates.read", "rates.record", "revaluations.run"],
}


def upgrade() -> None:
    create_exchange_rate()
    create_revaluation()
    create_revaluation_line()
    permit(PERMISSIONS)


def downgrade() -> None:
    forbid(PERMISSIONS)
    for table in ("revaluation_line", "revaluation", "exchange_rate"):
        op.drop_table(table)
    op.execute("DROP FUNCTION revaluation_is_final(), revaluation_has_its_entries()")


def create_exchange_rate() -> None:
    op.create_table(
        "exchange_rate",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("from_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("to_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("rate_type", sa.Text(), nullable=False),
        sa.Column("valid_on", sa.Date(), nullable=False),
        sa.Column("rate", sa.Numeric(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.CheckConstraint("rate_type IN ('spot', 'closing', 'average')", name=op.f("ck_exchange_rate_rate_type")),
        sa.CheckConstraint("rate > 0 AND rate < 'infinity'", name=op.f("ck_exchange_rate_positive")),
        sa.CheckConstraint("from_currency <> to_currency", name=op.f("ck_exchange_rate_two_currencies")),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_exchange_rate")),
    )
    op.create_index(
        "ix_exchange_rate_pair",
        "exchange_rate",
        ["tenant_id", "from_currency", "to_currency", "rate_type", "valid_on", "recorded_at"],
        unique=False,
    )
    op.create_index("ix_exchange_rate_day", "exchange_rate", ["tenant_id", "valid_on", "id"], unique=False)
    tenant_table(
        "exchange_rate", {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT, INSERT", "bursar_agent": "SELECT"}
    )
    append_only("exchange_rate")


def create_revaluation() -> None:
    entries = [
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", column],
            ["journal_entry.tenant_id", "journal_entry.legal_entity_id", "journal_entry.id"],
            name=op.f(f"fk_revaluation_tenant_id_legal_entity_id_{column}"),
        )
        for column in ("entry_id", "reversal_entry_id", "undo_entry_id", "undo_reversal_entry_id")
    ]
    op.create_table(
        "revaluation",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("reversed_on", sa.Date(), nullable=False),
        sa.Column("rate_type", sa.Text(), nullable=False),
        sa.Column("base_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("reversal_entry_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), server_default=sa.text("'posted'"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undo_reason", sa.Text(), nullable=True),
        sa.Column("undo_entry_id", sa.Uuid(), nullable=True),
        sa.Column("undo_reversal_entry_id", sa.Uuid(), nullable=True),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.CheckConstraint("rate_type IN ('spot', 'closing', 'average')", name=op.f("ck_revaluation_rate_type")),
        sa.CheckConstraint("state IN ('posted', 'reversed')", name=op.f("ck_revaluation_state")),
        sa.CheckConstraint("reversed_on = as_of + 1", name=op.f("ck_revaluation_reversed_next_day")),
        sa.CheckConstraint(
            "(entry_id IS NULL) = (reversal_entry_id IS NULL)", name=op.f("ck_revaluation_both_entries")
        ),
        sa.CheckConstraint(
            "(state = 'reversed') = (undone_at IS NOT NULL AND undone_by IS NOT NULL AND undo_reason IS NOT NULL)"
            " AND (undo_entry_id IS NULL) = (undo_reversal_entry_id IS NULL)"
            " AND (undo_entry_id IS NOT NULL) = (state = 'reversed' AND entry_id IS NOT NULL)",
            name=op.f("ck_revaluation_undone_wholly"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_revaluation_tenant_id_legal_entity_id"),
        ),
        *entries,
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_revaluation")),
        sa.UniqueConstraint("tenant_id", "id", "xid", name=op.f("uq_revaluation_tenant_id_id_xid")),
    )
    op.create_index(
        "uq_revaluation_stands",
        "revaluation",
        ["tenant_id", "legal_entity_id", "as_of"],
        unique=True,
        postgresql_where=sa.text("state = 'posted'"),
    )
    op.create_index(
        "ix_revaluation_entity", "revaluation", ["tenant_id", "legal_entity_id", "as_of", "id"], unique=False
    )
    undo = "state, undone_by, undone_at, undo_reason, undo_entry_id, undo_reversal_entry_id"
    # A revaluation arrives standing; what undoes it is written once, and nothing else ever.
    arrives = all_columns_but("revaluation", "xid", *undo.split(", "))
    writes = f"SELECT, INSERT ({arrives}), UPDATE ({undo})"
    tenant_table("revaluation", {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"})
    op.execute("""
        CREATE FUNCTION revaluation_is_final() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        DECLARE undo CONSTANT text[]
          := '{state,undone_by,undone_at,undo_reason,undo_entry_id,undo_reversal_entry_id}';
        BEGIN
          IF TG_OP <> 'UPDATE' OR OLD.state <> 'posted' OR NEW.state <> 'reversed'
            OR to_jsonb(NEW) - undo <> to_jsonb(OLD) - undo
          THEN
            RAISE EXCEPTION 'revaluation_final: a revaluation is reversed once, and nothing else about it changes'
              USING ERRCODE = '23514';
          END IF;
          RETURN NEW;
        END $$
    """)
    # The entries that a revaluation names are its own: posted for it, and each in its part.
    op.execute("""
        CREATE FUNCTION revaluation_has_its_entries() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
          IF EXISTS (
            SELECT 1 FROM (VALUES (NEW.entry_id, NEW.as_of, NULL::uuid),
                                  (NEW.reversal_entry_id, NEW.reversed_on, NEW.entry_id),
                                  (NEW.undo_entry_id, NEW.as_of, NULL),
                                  (NEW.undo_reversal_entry_id, NEW.reversed_on, NEW.reversal_entry_id))
              AS named(id, posting_date, reversal_of)
            LEFT JOIN public.journal_entry e ON e.tenant_id = NEW.tenant_id AND e.id = named.id
            WHERE named.id IS NOT NULL AND (e.source_id IS DISTINCT FROM NEW.id
              OR e.posting_date <> named.posting_date OR e.reversal_of IS DISTINCT FROM named.reversal_of))
            OR NEW.undo_entry_id = NEW.entry_id
          THEN
            RAISE EXCEPTION 'revaluation_entry: the entry is not of this revaluation' USING ERRCODE = '23514';
          END IF;
          RETURN NEW;
        END $$
    """)
    op.execute(
        "CREATE TRIGGER has_its_entries BEFORE INSERT OR UPDATE ON revaluation"
        " FOR EACH ROW EXECUTE FUNCTION revaluation_has_its_entries()"
    )
    op.execute(
        "CREATE TRIGGER is_final BEFORE UPDATE OR DELETE ON revaluation"
        " FOR EACH ROW EXECUTE FUNCTION revaluation_is_final()"
    )
    op.execute(
        "CREATE TRIGGER is_final_truncate BEFORE TRUNCATE ON revaluation"
        " FOR EACH STATEMENT EXECUTE FUNCTION revaluation_is_final()"
    )


def create_revaluation_line() -> None:
    op.create_table(
        "revaluation_line",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("revaluation_id", sa.Uuid(), nullable=False),
        sa.Column("line_number", sa.Integer(), nullable=False),
        sa.Column("open_item_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("currency", sa.CHAR(length=3), nullable=False),
        sa.Column("open_minor", sa.BigInteger(), nullable=False),
        sa.Column("base_currency", sa.CHAR(length=3), nullable=False),
        sa.Column("base_open_minor", sa.BigInteger(), nullable=False),
        sa.Column("rate", sa.Numeric(), nullable=False),
        sa.Column("target_base_minor", sa.BigInteger(), nullable=False),
        sa.Column("difference_minor", sa.BigInteger(), nullable=False),
        sa.Column("xid", Xid8(), server_default=sa.text("pg_current_xact_id()"), nullable=False),
        sa.CheckConstraint("side IN ('payable', 'receivable', 'account')", name=op.f("ck_revaluation_line_side")),
        sa.CheckConstraint(
            "(side = 'account') = (account_id IS NOT NULL) AND (side <> 'account') = (open_item_id IS NOT NULL)",
            name=op.f("ck_revaluation_line_of_one_thing"),
        ),
        sa.CheckConstraint(
            "difference_minor = target_base_minor - base_open_minor", name=op.f("ck_revaluation_line_difference")
        ),
        sa.CheckConstraint("rate > 0 AND rate < 'infinity'", name=op.f("ck_revaluation_line_positive")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "revaluation_id", "xid"],
            ["revaluation.tenant_id", "revaluation.id", "revaluation.xid"],
            name=op.f("fk_revaluation_line_tenant_id_revaluation_id_xid"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "open_item_id"],
            ["open_item.tenant_id", "open_item.id"],
            name=op.f("fk_revaluation_line_tenant_id_open_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "account_id"],
            ["ledger_account.tenant_id", "ledger_account.id"],
            name=op.f("fk_revaluation_line_tenant_id_account_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "revaluation_id", "line_number", name=op.f("pk_revaluation_line")),
    )
    writes = f"SELECT, INSERT ({all_columns_but('revaluation_line', 'xid')})"
    tenant_table(
        "revaluation_line",
        {"bursar_app": writes, "bursar_worker": writes, "bursar_agent": "SELECT"},
    )
    append_only("revaluation_line")
