"""Who sent a document, and whether it came before: names, domains and words of vendors, groups, look-alike numbers.

Vendors are filled in here: they are few. Bills of the previous release have no group of their own until their vendor
joins one; until then the vendor itself keeps them apart, as before.
"""

import sqlalchemy as sa
from alembic import op

from bursar.tables.migrations.security import restore_functions, run_sql, tenant_table

revision = "0015_resolution"
down_revision = "0014_models"
branch_labels = None
depends_on = None

READS_AND_WRITES = {"bursar_app": "SELECT, INSERT", "bursar_worker": "SELECT, INSERT", "bursar_agent": "SELECT"}
ON_BILLS = {
    "ix_bill_reference_shape": ("vendor_id", "reference_shape"),
    "ix_bill_vendor_date": ("vendor_id", "document_date"),
    "ix_bill_reference": ("vendor_reference_key", "gross_minor"),
    "ix_bill_order": ("vendor_id", "order_key"),
    "ix_bill_document": ("document_id",),
}
WHERE = {"ix_bill_order": "order_key IS NOT NULL", "ix_bill_document": "document_id IS NOT NULL"}
COLUMNS = ("vendor_group_id", "reference_shape", "order_reference", "order_key")
WAITING = sa.text("state IN ('pending', 'approved') AND reference_shape IS NOT NULL")


def upgrade() -> None:
    op.add_column("vendor", sa.Column("group_id", sa.Uuid(), nullable=True))
    op.create_index("ix_vendor_group", "vendor", ["tenant_id", "group_id"])
    create_vendor_alias()
    create_vendor_domain()
    create_vendor_word()
    change_bill()
    op.add_column("proposal", sa.Column("reference_shape", sa.Text(), nullable=True))
    op.create_index(
        "ix_proposal_reference_shape", "proposal", ["tenant_id", "reference_shape"], postgresql_where=WAITING
    )
    run_sql("0015_resolution.sql")
    fill_vendors()
    tenant_table("vendor_alias", READS_AND_WRITES | {"bursar_app": "SELECT, INSERT, DELETE"})
    for table in ("vendor_domain", "vendor_word"):
        tenant_table(table, READS_AND_WRITES)


def downgrade() -> None:
    restore_functions("0003_ledger_guard.sql", "bill_posted_is_final")
    op.execute("DROP TRIGGER found ON proposal")
    op.execute("DROP TRIGGER found ON bill")
    op.execute("DROP TRIGGER found ON vendor")
    op.execute("DROP TRIGGER alone ON vendor")
    op.execute(
        "DROP FUNCTION proposal_is_found(), bill_is_found(), vendor_is_found(), vendor_is_alone(), name_words(text),"
        " reference_shape(text)"
    )
    op.drop_index("ix_proposal_reference_shape", "proposal")
    op.drop_column("proposal", "reference_shape")
    for index in ("uq_bill_group_posted_once", *ON_BILLS):
        op.drop_index(index, "bill")
    for column in COLUMNS:
        op.drop_column("bill", column)
    for table in ("vendor_word", "vendor_domain", "vendor_alias"):
        op.drop_table(table)
    op.drop_index("ix_vendor_group", "vendor")
    op.drop_column("vendor", "group_id")


def change_bill() -> None:
    op.add_column("bill", sa.Column("vendor_group_id", sa.Uuid(), nullable=True))
    for column in COLUMNS[1:]:
        op.add_column("bill", sa.Column(column, sa.Text(), nullable=True))
    # Who writes a bill names its order; group and shape are the trigger's, and the group changes with the vendor's.
    op.execute("GRANT INSERT (order_reference, order_key) ON bill TO bursar_app, bursar_worker")
    op.execute("GRANT UPDATE (vendor_group_id) ON bill TO bursar_app")
    for name, columns in ON_BILLS.items():
        where = sa.text(WHERE[name]) if name in WHERE else None
        op.create_index(name, "bill", ["tenant_id", *columns], postgresql_where=where)
    op.create_index(
        "uq_bill_group_posted_once",
        "bill",
        ["tenant_id", "vendor_group_id", "kind", "vendor_reference_key", "document_year"],
        unique=True,
        postgresql_where=sa.text("document_status = 'posted'"),
    )


def fill_vendors() -> None:
    # The owner is bound by row-level security too; what lets it see every tenant's vendors ends with the migration.
    op.execute("CREATE POLICY migrated ON vendor TO bursar_owner USING (true) WITH CHECK (true)")
    op.execute("UPDATE vendor SET group_id = id WHERE group_id IS NULL")
    op.execute("""
        INSERT INTO vendor_word (tenant_id, word, vendor_id)
        SELECT v.tenant_id, w.word, v.id FROM vendor v CROSS JOIN LATERAL name_words(v.name_key) AS w(word)
        ON CONFLICT DO NOTHING
    """)
    op.execute("""
        INSERT INTO vendor_domain (tenant_id, vendor_id, domain)
        SELECT tenant_id, id, lower(split_part(email, '@', 2)) FROM vendor
        WHERE split_part(email, '@', 2) LIKE '%.%' ON CONFLICT DO NOTHING
    """)
    op.execute("DROP POLICY migrated ON vendor")


def create_vendor_alias() -> None:
    op.create_table(
        "vendor_alias",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "vendor_id"],
            ["vendor.tenant_id", "vendor.id"],
            name=op.f("fk_vendor_alias_tenant_id_vendor_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f("pk_vendor_alias")),
        sa.UniqueConstraint(
            "tenant_id", "vendor_id", "name_key", name=op.f("uq_vendor_alias_tenant_id_vendor_id_name_key")
        ),
    )
    op.create_index("ix_vendor_alias_name_key", "vendor_alias", ["tenant_id", "name_key"])


def create_vendor_domain() -> None:
    op.create_table(
        "vendor_domain",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "vendor_id"],
            ["vendor.tenant_id", "vendor.id"],
            name=op.f("fk_vendor_domain_tenant_id_vendor_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "vendor_id", "domain", name=op.f("pk_vendor_domain")),
    )
    op.create_index("ix_vendor_domain_domain", "vendor_domain", ["tenant_id", "domain"])


def create_vendor_word() -> None:
    op.create_table(
        "vendor_word",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("vendor_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "vendor_id"],
            ["vendor.tenant_id", "vendor.id"],
            name=op.f("fk_vendor_word_tenant_id_vendor_id"),
        ),
        sa.PrimaryKeyConstraint("tenant_id", "word", "vendor_id", name=op.f("pk_vendor_word")),
    )
    op.create_index("ix_vendor_word_vendor", "vendor_word", ["tenant_id", "vendor_id"])
