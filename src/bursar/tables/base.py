"""What every table shares: naming of constraints, and the columns that recur.

Conventions that the catalog test holds: `tenant_id` leads every key and index of a tenant table; money is `bigint`
minor units beside a `char(3)` currency; states are `text` with a CHECK (an enum type would need a non-leakproof
operator, which row-level security keeps from using an index).
"""

from collections.abc import Iterable

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKeyConstraint,
    MetaData,
    PrimaryKeyConstraint,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import CHAR, JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def tenant() -> Column[object]:
    """Return the tenant column that stands first in every tenant table."""
    return Column("tenant_id", Uuid, nullable=False)


def uuid(name: str, *, null: bool = False) -> Column[object]:
    """Return a UUID column (UUIDv7, made in Python)."""
    return Column(name, Uuid, nullable=null)


def words(name: str, *, null: bool = False, default: str | None = None) -> Column[object]:
    """Return a text column."""
    return Column(name, Text, nullable=null, server_default=None if default is None else text(f"'{default}'"))


def minor(name: str, *, null: bool = False) -> Column[object]:
    """Return an amount in minor units of the currency that stands beside it."""
    return Column(name, BigInteger, nullable=null)


def currency(name: str = "currency", *, null: bool = False) -> Column[object]:
    """Return an ISO 4217 code."""
    return Column(name, CHAR(3), nullable=null)


def instant(name: str, *, null: bool = False) -> Column[object]:
    """Return a UTC instant."""
    return Column(name, DateTime(timezone=True), nullable=null)


def document(name: str, *, null: bool = False, default: str | None = None) -> Column[object]:
    """Return a JSON column."""
    return Column(name, JSONB, nullable=null, server_default=None if default is None else text(f"'{default}'::jsonb"))


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Return the CHECK that holds a text column to its states."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def key(*columns: str) -> PrimaryKeyConstraint:
    """Return the primary key of a tenant table, led by the tenant."""
    return PrimaryKeyConstraint("tenant_id", *columns)


def belongs_to(table: str, *columns: str, target: Iterable[str] = ("id",)) -> ForeignKeyConstraint:
    """Return a foreign key that cannot leave the tenant: both sides are led by `tenant_id`."""
    return ForeignKeyConstraint(
        ["tenant_id", *columns], [f"{table}.tenant_id", *(f"{table}.{name}" for name in target)]
    )
