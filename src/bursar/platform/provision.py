"""Set a company up: tenant, legal entity, roles, people, chart of accounts and periods.

This is the operator's work, done through the address of the database's administrator under the role that owns the
tables; nobody who signs in to the product can do it. Done again with the same names it adds what is missing and leaves
the rest as it is.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Table, create_engine, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from bursar.core.calendars import months_of_fiscal_year
from bursar.core.charts import IFRS, ChartAccount
from bursar.kit.ids import uuid7
from bursar.platform.access import STANDARD_ROLES
from bursar.platform.auth.passwords import hash_password
from bursar.tables import (
    ledger_accounts,
    legal_entities,
    membership_roles,
    memberships,
    periods,
    roles,
    tenants,
    users,
)
from bursar.tables.db_roles import OWNER

# The demo's one password, printed when the demo starts; nothing outside a demo uses it.
DEMO_PASSWORD: Final = "bursar-demo-2026"  # noqa: S105 - public on purpose.


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works here. The limit is in minor units of the base currency; None is no limit."""

    name: str
    email: str
    role: str
    password: str
    approval_limit_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """What to set up: one tenant with one legal entity. Fiscal years are calendar years of twelve monthly periods."""

    tenant: str
    legal_entity: str
    base_currency: str
    time_zone: str
    country: str | None
    people: tuple[Person, ...]
    accounts: tuple[ChartAccount, ...]
    fiscal_years: tuple[int, ...]
    tax_id: str | None = None


@dataclass(frozen=True, slots=True)
class Provisioned:
    """What was set up: people by e-mail, accounts by code, control accounts by control."""

    tenant_id: UUID
    legal_entity_id: UUID
    people: Mapping[str, UUID]
    accounts: Mapping[str, UUID]
    controls: Mapping[str, UUID]


def demo_company(today: date, *, currency: str = "EUR", fiscal_years: tuple[int, ...] | None = None) -> Company:
    """Return the company that demos, tests and benchmarks work in; its books cover last year, this one and the next."""
    return Company(
        tenant="Northwind Demo",
        legal_entity="Northwind Demo GmbH",
        base_currency=currency,
        time_zone="Europe/Berlin",
        country="DE",
        people=(
            Person("Clara Clerk", "clerk@demo.bursar.example", "ap_clerk", DEMO_PASSWORD),
            Person("Abel Approver", "approver@demo.bursar.example", "approver", DEMO_PASSWORD),
            Person("Connie Controller", "controller@demo.bursar.example", "controller", DEMO_PASSWORD),
            Person("Vic Viewer", "viewer@demo.bursar.example", "viewer", DEMO_PASSWORD),
        ),
        accounts=IFRS,
        fiscal_years=fiscal_years or (today.year - 1, today.year, today.year + 1),
    )


def provision_tenant(admin_url: str, company: Company) -> Provisioned:
    """Set the company up, or add what is missing, in one transaction; return the ids of what is there then.

    A tenant is known by its name, a legal entity by its name within the tenant, a person by e-mail address (whose
    password is kept when they exist), an account by its code, a period by its first day.
    """
    with _as_owner(admin_url) as connection:
        now = datetime.now(UTC)
        tenant_id = _tenant(connection, company.tenant, now)
        entity_id = _legal_entity(connection, tenant_id, company, now)
        _roles(connection, tenant_id)
        people = {person.email: _person(connection, tenant_id, person, now) for person in company.people}
        _accounts(connection, tenant_id, entity_id, company.accounts, now)
        _periods(connection, tenant_id, entity_id, company.fiscal_years, now)
        kept = connection.execute(
            select(ledger_accounts.c.code, ledger_accounts.c.control, ledger_accounts.c.id).where(
                ledger_accounts.c.tenant_id == tenant_id, ledger_accounts.c.legal_entity_id == entity_id
            )
        ).all()
    return Provisioned(
        tenant_id,
        entity_id,
        people,
        {row.code: row.id for row in kept},
        {row.control: row.id for row in kept if row.control is not None},
    )


@contextmanager
def _as_owner(admin_url: str) -> Iterator[Connection]:
    engine = create_engine(make_url(admin_url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text(f"SET LOCAL ROLE {OWNER}"))
        # Two starts at once set up one company, not two of the same name.
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended('bursar.provision', 0))"))
        yield connection


def _add(connection: Connection, table: Table, *rows: Mapping[str, Any]) -> None:
    if rows:
        connection.execute(insert(table).on_conflict_do_nothing(), [dict(row) for row in rows])


def _tenant(connection: Connection, name: str, now: datetime) -> UUID:
    found: UUID | None = connection.scalar(select(tenants.c.id).where(tenants.c.name == name))
    tenant_id = found or uuid7(now)
    connection.execute(text("SELECT set_config('app.tenant_id', :tenant, true)"), {"tenant": str(tenant_id)})
    _add(connection, tenants, {"id": tenant_id, "name": name, "created_at": now})
    return tenant_id


def _legal_entity(connection: Connection, tenant_id: UUID, company: Company, now: datetime) -> UUID:
    found: UUID | None = connection.scalar(
        select(legal_entities.c.id).where(
            legal_entities.c.tenant_id == tenant_id, legal_entities.c.name == company.legal_entity
        )
    )
    entity_id = found or uuid7(now)
    _add(
        connection,
        legal_entities,
        {
            "tenant_id": tenant_id,
            "id": entity_id,
            "name": company.legal_entity,
            "base_currency": company.base_currency,
            "time_zone": company.time_zone,
            "country": company.country,
            "tax_id": company.tax_id,
            "created_at": now,
        },
    )
    return entity_id


def _roles(connection: Connection, tenant_id: UUID) -> None:
    _add(
        connection,
        roles,
        *(
            {"tenant_id": tenant_id, "code": code, "name": name, "permissions": sorted(permissions)}
            for code, (name, permissions) in STANDARD_ROLES.items()
        ),
    )


def _person(connection: Connection, tenant_id: UUID, person: Person, now: datetime) -> UUID:
    email = person.email.lower()
    found: UUID | None = connection.scalar(select(users.c.id).where(users.c.email == email))
    user_id = found or uuid7(now)
    if found is None:
        kept = hash_password(person.password)
        _add(
            connection,
            users,
            {"id": user_id, "email": email, "name": person.name, "password_hash": kept, "created_at": now},
        )
    limit = person.approval_limit_minor
    of = {"tenant_id": tenant_id, "user_id": user_id}
    _add(connection, memberships, {**of, "approval_limit_minor": limit, "created_at": now})
    _add(connection, membership_roles, {**of, "role_code": person.role})
    return user_id


def _accounts(
    connection: Connection, tenant_id: UUID, entity_id: UUID, accounts: tuple[ChartAccount, ...], now: datetime
) -> None:
    """Add the accounts that are missing, and tell the books what accounts are that an earlier release made."""
    of = {"tenant_id": tenant_id, "legal_entity_id": entity_id}
    _add(connection, ledger_accounts, *({**of, "id": uuid7(now), **asdict(account)} for account in accounts))
    for account in accounts:
        found = (
            ledger_accounts.c.tenant_id == tenant_id,
            ledger_accounts.c.legal_entity_id == entity_id,
            ledger_accounts.c.code == account.code,
        )
        if account.cash_flow or account.is_bank:
            told = {"cash_flow": account.cash_flow, "is_bank": account.is_bank}
            untold = (ledger_accounts.c.cash_flow.is_(None), ledger_accounts.c.is_bank.is_(False))
            connection.execute(update(ledger_accounts).where(*found, *untold).values(told))
        if account.control:
            connection.execute(_GIVE_CONTROL, {**of, "code": account.code, "control": account.control})


# A sub-ledger's control is given to no account that was posted to before: its balance is not that of open items.
_GIVE_CONTROL: Final = text("""
    UPDATE ledger_account a SET control = :control
    WHERE a.tenant_id = :tenant_id AND a.legal_entity_id = :legal_entity_id AND a.code = :code
      AND a.control IS NULL AND a.active
      AND NOT EXISTS (SELECT 1 FROM ledger_account o
                      WHERE o.tenant_id = a.tenant_id AND o.legal_entity_id = a.legal_entity_id
                        AND o.control = :control)
      AND (:control NOT IN ('accounts_payable', 'accounts_receivable')
           OR NOT EXISTS (SELECT 1 FROM journal_line l
                          WHERE l.tenant_id = a.tenant_id AND l.legal_entity_id = a.legal_entity_id
                            AND l.account_id = a.id))
""")


def _periods(connection: Connection, tenant_id: UUID, entity_id: UUID, years: tuple[int, ...], now: datetime) -> None:
    _add(
        connection,
        periods,
        *(
            {
                "tenant_id": tenant_id,
                "id": uuid7(now),
                "legal_entity_id": entity_id,
                "fiscal_year": year,
                "starts_on": first,
                "ends_on": last,
            }
            for year in years
            for first, last in months_of_fiscal_year(year, 1)
        ),
    )
