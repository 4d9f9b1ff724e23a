"""Attacks on the chart of accounts, dimensions, new legal entities and what the books began with."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tests.attack.attacks import DENIED, DONE, NOTHING, Attacks
from tests.attack.field import Attacker, Field

attack = Attacks()
CHART = attack.listed


def _value(field: Field, dimension: str, **changes: Any) -> dict[str, Any]:
    return {
        "tenant_id": field.tenant,
        "id": uuid4(),
        "legal_entity_id": field.entity,
        "dimension": dimension,
        "code": uuid4().hex[:12],
        "name": "raw",
        **changes,
    }


def _added(a: Attacker, dimension: str, **changes: Any) -> UUID:
    value = _value(a.field, dimension, **changes)
    a.insert("dimension_value", value)
    return UUID(str(value["id"]))


@attack("control: a line with a cost centre and a project", DONE, worker=None)
def good_dimensions(a: Attacker) -> None:
    centre, project = _added(a, "cost_centre"), _added(a, "project")
    a.lines(a.entry(), 500, -500, cost_centre_id=centre, project_id=project)
    a.commit()


@attack("a line that carries a project as its cost centre", "ledger_dimension", worker=DENIED)
def project_as_centre(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, cost_centre_id=_added(a, "project"))
    a.commit()


@attack("a line with a cost centre of another entity of ours", "fk_journal_line_.*cost_centre_id", worker=DENIED)
def centre_of_second(a: Attacker) -> None:
    centre = _added(a, "cost_centre", legal_entity_id=a.field.second.legal_entity_id)
    a.lines(a.entry(), 500, -500, cost_centre_id=centre)
    a.commit()


@attack("a cost centre for the neighbour", "row-level security", worker=DENIED)
def neighbours_centre(a: Attacker) -> None:
    theirs = {"tenant_id": a.field.theirs.tenant_id, "legal_entity_id": a.field.theirs.legal_entity_id}
    _added(a, "cost_centre", **theirs)
    a.commit()


@attack("a line in another currency than its account is kept in", "ledger_account_currency", worker=None)
def other_currency(a: Attacker) -> None:
    account = a.copy_of("ledger_account", where_code="6100", id=uuid4(), code=uuid4().hex, control=None, currency="USD")
    a.insert("ledger_account", account)
    a.lines(a.entry(), 500, -500, account_id=account["id"])
    a.commit()


@attack("a posted account made to be kept in another currency", "ledger_account_in_use", worker=DENIED, owner="in_use")
def change_currency(a: Attacker) -> None:
    a.sql("UPDATE ledger_account SET currency = 'USD' WHERE id = %(id)s", id=a.field.ours.ids.accounts["6100"])
    a.commit()


attack.statement(
    "the control taken from a posted account",
    "UPDATE ledger_account SET control = NULL WHERE control = 'accounts_payable' AND legal_entity_id = %(entity)s",
    DENIED,
    owner="ledger_account_in_use",
)
attack.statement(
    "accounts payable switched off",
    "UPDATE ledger_account SET active = false WHERE control = 'accounts_payable'",
    "control_is_active",
    worker=DENIED,
)
attack.statement(
    "an account of another type than it was", "UPDATE ledger_account SET type = 'income' WHERE code = '6100'", DENIED
)
attack.statement("a cost centre made a project", "UPDATE dimension_value SET dimension = 'project'", DENIED)
attack.statement("rules rewritten", "UPDATE dimension_rule SET effect = 'forbidden'", DENIED)
attack.statement("rules removed", "DELETE FROM dimension_rule", DENIED)
attack.statement("our legal entity renamed", "UPDATE legal_entity SET base_currency = 'USD'", DENIED)
attack.statement(
    "a legal entity for the neighbour",
    "INSERT INTO legal_entity (tenant_id, id, name, base_currency, time_zone, created_at)"
    " VALUES (%(theirs)s, gen_random_uuid(), 'Ours', 'EUR', 'UTC', now())",
    "row-level security",
    worker=DENIED,
)
attack.statement("opening balances removed", "DELETE FROM opening_balance", DENIED)
attack.statement("opening balances dated anew", "UPDATE opening_balance SET posting_date = '2001-01-01'", DENIED)
attack.statement(
    "opening balances undone without a reversal",
    "UPDATE opening_balance SET state = 'reversed' WHERE tenant_id = %(theirs)s",
    NOTHING,
    worker=DENIED,
)


@attack("a period laid over a closed one, open by default", "ledger_period_overlaps", worker=DENIED)
def overlapping(a: Attacker) -> None:
    day = date(a.field.today.year - 1, 1, 15)
    of = {"tenant_id": a.field.tenant, "legal_entity_id": a.field.entity, "fiscal_year": day.year}
    a.insert("period", {**of, "id": uuid4(), "starts_on": day, "ends_on": day})
    a.commit()
