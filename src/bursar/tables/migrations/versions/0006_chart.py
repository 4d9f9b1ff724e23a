"""Chart of accounts: currencies, banks, dimensions."""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import drop_functions_of, forbid, grant, permit, run_sql, tenant_table

revision = "0006_chart"
down_revision = "0005_settlement"
branch_labels = None
depends_on = None

_CONTROLLER = ["accounts.manage", "legal_entities.manage", "opening_balances.import"]
PERMISSIONS = {
    "viewer": ["customers.read"],
    "approver": ["customers.read"],
    "ap_clerk": ["customers.read", "customers.create"],
    "controller": ["customers.read", "customers.create", *_CONTROLLER],
}

FIRST_CONTROLS = "'accounts_payable', 'input_tax', 'reverse_charge_tax', 'rounding', 'prepayments'"
CONTROLS = (
    "'accounts_payable', 'accounts_receivable', 'input_tax', 'output_tax', 'reverse_charge_tax', 'rounding',"
    " 'prepayments', 'exchange_gain', 'exchange_loss', 'unrealised_exchange', 'exchange_revaluation',"
    " 'exchange_clearing', 'discount_received', 'discount_allowed', 'write_off', 'withholding_payable',"
    " 'withholding_receivable', 'bank_charges', 'retained_earnings', 'opening_balances'"
)
PERIOD_COLUMNS = "tenant_id, id, legal_entity_id, fiscal_year, starts_on, ends_on"


def upgrade() -> None:
    widen_ledger_account()
    create_dimension_value()
    create_dimension_rule()
    widen_journal_line()
    create_opening_balance()
    open_legal_entities()
    run_sql("0006_chart.sql")
    permit(PERMISSIONS)


def downgrade() -> None:
    forbid(PERMISSIONS)
    op.execute("DROP TRIGGER stays ON ledger_account")
    op.execute("DROP TRIGGER lines_fit ON journal_line")
    drop_functions_of("bursar_check", "ledger_lines_fit()", "ledger_account_stays()")
    op.execute(f"REVOKE INSERT ({PERIOD_COLUMNS}) ON period FROM bursar_app")
    op.execute("REVOKE INSERT ON legal_entity FROM bursar_app")
    op.drop_constraint(op.f("uq_legal_entity_tenant_id_name"), "legal_entity")
    for column in ("cost_centre_id", "project_id"):
        op.drop_column("journal_line", column)
    for table in ("opening_balance", "dimension_rule", "dimension_value"):
        op.drop_table(table)
    op.drop_constraint(op.f("ck_ledger_account_control_is_active"), "ledger_account")
    op.drop_constraint(op.f("ck_ledger_account_control"), "ledger_account")
    for column in ("currency", "is_bank", "cash_flow"):
        op.drop_column("ledger_account", column)
    # Accounts keep the controls that they have been given meanwhile; the earlier release asks for its own by name.
    op.execute(
        "ALTER TABLE ledger_account ADD CONSTRAINT ck_ledger_account_control"
        f" CHECK (control IN ({FIRST_CONTROLS})) NOT VALID"
    )


def widen_ledger_account() -> None:
    op.add_column("ledger_account", sa.Column("currency", sa.CHAR(length=3), nullable=True))
    op.add_column("ledger_account", sa.Column("is_bank", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("ledger_account", sa.Column("cash_flow", sa.Text(), nullable=True))
    op.create_check_constraint(
        op.f("ck_ledger_account_cash_flow"), "ledger_account", "cash_flow IN ('operating', 'investing', 'financing')"
    )
    op.create_check_constraint(
        op.f("ck_ledger_account_control_is_active"), "ledger_account", "active OR control IS NULL"
    )
    op.drop_constraint(op.f("ck_ledger_account_control"), "ledger_account")
    op.create_check_constraint(op.f("ck_ledger_account_control"), "ledger_account", f"control IN ({CONTROLS})")
    grant("ledger_account", {"bursar_app": "UPDATE (currency, cash_flow)"})


def create_dimension_value() -> None:
    op.create_table(
        "dimension_value",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("dimension IN ('cost_centre', 'project')", name=op.f("ck_dimension_value_dimension")),
        sa.CheckConstraint("valid_from <= valid_to", name=op.f("ck_dimension_value_ordered")),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_dimension_value_tenant_id_legal_entity_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_dimension_value")),
        sa.UniqueConstraint(
            "tenant_id", "legal_entity_id", "id", name=op.f("uq_dimension_value_tenant_id_legal_entity_id_id")
        ),
        sa.UniqueConstraint(
            "tenant_id",
            "legal_entity_id",
            "dimension",
            "code",
            name=op.f("uq_dimension_value_tenant_id_legal_entity_id_dimension_code"),
        ),
    )
    # A code that lines carry stays what it means: it is renamed or switched off.
    tenant_table(
        "dimension_value",
        {
            "bursar_app": "SELECT, INSERT, UPDATE (name, active, valid_from, valid_to)",
            "bursar_worker": "SELECT",
            "bursar_agent": "SELECT",
        },
    )


def create_dimension_rule() -> None:
    op.create_table(
        "dimension_rule",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("dimension", sa.Text(), nullable=True),
        sa.Column("cost_centre_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint("effect IN ('required', 'forbidden', 'allowed')", name=op.f("ck_dimension_rule_effect")),
        sa.CheckConstraint("dimension IN ('cost_centre', 'project')", name=op.f("ck_dimension_rule_dimension")),
        sa.CheckConstraint(
            "CASE effect WHEN 'allowed' THEN num_nonnulls(cost_centre_id, project_id) = 2"
            " AND num_nonnulls(account_id, dimension) = 0"
            " ELSE num_nonnulls(account_id, dimension) = 2 AND num_nonnulls(cost_centre_id, project_id) = 0 END",
            name=op.f("ck_dimension_rule_shape"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_dimension_rule_tenant_id_legal_entity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id", "account_id"],
            ["ledger_account.tenant_id", "ledger_account.legal_entity_id", "ledger_account.id"],
            name=op.f("fk_dimension_rule_tenant_id_legal_entity_id_account_id"),
        ),
        _dimension("dimension_rule", "cost_centre_id"),
        _dimension("dimension_rule", "project_id"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_dimension_rule")),
    )
    op.create_index(
        "uq_dimension_rule_account",
        "dimension_rule",
        ["tenant_id", "legal_entity_id", "account_id", "dimension"],
        unique=True,
        postgresql_where=sa.text("account_id IS NOT NULL"),
    )
    op.create_index(
        "uq_dimension_rule_combination",
        "dimension_rule",
        ["tenant_id", "legal_entity_id", "project_id", "cost_centre_id"],
        unique=True,
        postgresql_where=sa.text("project_id IS NOT NULL"),
    )
    tenant_table(
        "dimension_rule",
        {"bursar_app": "SELECT, INSERT, UPDATE (active)", "bursar_worker": "SELECT", "bursar_agent": "SELECT"},
    )


def widen_journal_line() -> None:
    for column in ("cost_centre_id", "project_id"):
        op.add_column("journal_line", sa.Column(column, sa.Uuid(), nullable=True))
        op.create_foreign_key(
            op.f(f"fk_journal_line_tenant_id_legal_entity_id_{column}"),
            "journal_line",
            "dimension_value",
            ["tenant_id", "legal_entity_id", column],
            ["tenant_id", "legal_entity_id", "id"],
        )


def create_opening_balance() -> None:
    op.create_table(
        "opening_balance",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("posting_date", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'posted'"), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reversal_entry_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("reversed_by", sa.Uuid(), nullable=True),
        sa.Column("reversed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('posted', 'reversed')", name=op.f("ck_opening_balance_state")),
        sa.CheckConstraint(
            "num_nonnulls(reversal_entry_id, reason, reversed_by, reversed_at) = CASE state WHEN 'reversed' THEN 4"
            " ELSE 0 END",
            name=op.f("ck_opening_balance_reversed_has_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "legal_entity_id"],
            ["legal_entity.tenant_id", "legal_entity.id"],
            name=op.f("fk_opening_balance_tenant_id_legal_entity_id"),
        ),
        *(
            sa.ForeignKeyConstraint(
                ["tenant_id", "legal_entity_id", column],
                ["journal_entry.tenant_id", "journal_entry.legal_entity_id", "journal_entry.id"],
                name=op.f(f"fk_opening_balance_tenant_id_legal_entity_id_{column}"),
            )
            for column in ("entry_id", "reversal_entry_id")
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_opening_balance")),
    )
    # What a company began with stands once: two imports at once end in one.
    op.create_index(
        "uq_opening_balance_stands",
        "opening_balance",
        ["tenant_id", "legal_entity_id"],
        unique=True,
        postgresql_where=sa.text("state = 'posted'"),
    )
    undoing = "state, reversal_entry_id, reason, reversed_by, reversed_at"
    tenant_table(
        "opening_balance",
        {
            "bursar_app": f"SELECT, INSERT, UPDATE ({undoing})",
            "bursar_worker": "SELECT",
            "bursar_agent": "SELECT",
        },
    )


def open_legal_entities() -> None:
    """Let those who serve add a company with its first periods; a period arrives open, where none was before."""
    op.create_unique_constraint(op.f("uq_legal_entity_tenant_id_name"), "legal_entity", ["tenant_id", "name"])
    grant("legal_entity", {"bursar_app": "INSERT"})
    grant("period", {"bursar_app": f"INSERT ({PERIOD_COLUMNS})"})


def _dimension(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", "legal_entity_id", column],
        ["dimension_value.tenant_id", "dimension_value.legal_entity_id", "dimension_value.id"],
        name=op.f(f"fk_{table}_tenant_id_legal_entity_id_{column}"),
    )
