"""Attacks on payments, settlements and the exchange that they realise."""

from datetime import date
from typing import Any
from uuid import uuid4

from tests.attack.attacks import DENIED, Attacks
from tests.attack.field import Attacker, allocation
from tests.books import uuid_of

attack = Attacks()
SETTLEMENTS = attack.listed


@attack("an exchange difference that nothing books", "ledger_allocation_mismatch|difference_is_booked")
def unbooked(a: Attacker) -> None:
    a.insert("allocation", allocation(a, 100, debit_base_minor=100, credit_base_minor=90))
    a.commit()


@attack("an exchange difference booked by an older entry", "ledger_allocation_mismatch|ledger_allocation_late")
def booked_before(a: Attacker) -> None:
    older = {"entry_id": uuid_of(a.field.posted["entry_id"]), "debit_base_minor": 100, "credit_base_minor": 90}
    a.insert("allocation", allocation(a, 100, **older))
    a.commit()


@attack("an allocation that a later statement of its entry would not book", "ledger_allocation_late")
def late_entry(a: Attacker) -> None:
    a.insert("allocation", allocation(a, 100, entry_id=uuid_of(a.field.posted["entry_id"])))
    a.commit()


@attack("an entry that balances in base alone", "ledger_entry_unbalanced")
def two_currencies(a: Attacker) -> None:
    a.lines(a.entry(), 100, -100, currency=["USD", "EUR"])
    a.commit()


@attack("a receivables account moved without an open item", "ledger_open_items_differ")
def receivable_alone(a: Attacker) -> None:
    controls = a.field.ours.ids.controls
    a.lines(a.entry(), 100, -100, account_id=[controls["accounts_receivable"], a.field.ours.ids.accounts["6100"]])
    a.commit()


@attack("the receivables account moved by what is owed", "ledger_open_items_differ")
def wrong_side(a: Attacker) -> None:
    entry, controls = a.entry(), a.field.ours.ids.controls
    a.lines(entry, 100, -100, account_id=[controls["accounts_receivable"], a.field.ours.ids.accounts["6100"]])
    item = {"amount_minor": 100, "open_minor": 100, "base_amount_minor": 100, "base_open_minor": 100}
    a.insert("open_item", a.copy_of("open_item", id=uuid4(), entry_id=entry, **item))
    a.commit()


@attack("an item that carries less in base than was posted", "ledger_item_settled")
def base_apart(a: Attacker) -> None:
    entry, controls = a.entry(), a.field.ours.ids.controls
    a.lines(entry, 500, -500, account_id=[a.field.ours.ids.accounts["6100"], controls["accounts_payable"]])
    item = {"amount_minor": 500, "open_minor": 500, "base_amount_minor": 500, "base_open_minor": 400}
    a.insert("open_item", a.copy_of("open_item", id=uuid4(), entry_id=entry, **item))
    a.commit()


@attack("an allocation of a day that is closed", "ledger_period_closed|ledger_allocation_mismatch")
def closed_day(a: Attacker) -> None:
    a.insert("allocation", allocation(a, 100, allocated_on=date(a.field.today.year - 1, 1, 15)))
    a.commit()


@attack("an allocation of a day that no year holds", "ledger_period_closed")
def no_year(a: Attacker) -> None:
    a.insert("allocation", allocation(a, 100, allocated_on=date(2900, 1, 15)))
    a.commit()


def _write_off(a: Attacker, settlement: Any = None) -> None:
    """Write off a part of the posted bill in one transaction, under a settlement or none."""
    entry, ids = a.entry(), a.field.ours.ids
    a.lines(entry, 500, -500, account_id=[ids.controls["accounts_payable"], ids.accounts["6950"]])
    amounts = dict.fromkeys(("amount_minor", "open_minor", "base_amount_minor", "base_open_minor"), -500)
    bill = uuid_of(a.field.posted["id"])
    forged = a.copy_of("open_item", where_bill_id=bill, id=uuid4(), entry_id=entry, kind="write_off", bill_id=None)
    item = {**forged, **amounts, "posting_date": a.field.today}
    a.insert("open_item", item)
    settled = {"debit_item_id": item["id"], "allocated_on": a.field.today, "settlement_id": settlement}
    a.insert("allocation", {**allocation(a, 500), **settled})
    a.commit()


@attack("a write-off that nobody approved", "four_eyes")
def unapproved(a: Attacker) -> None:
    _write_off(a)


def _requested(a: Attacker) -> dict[str, Any]:
    return {
        "tenant_id": a.field.tenant,
        "id": uuid4(),
        "legal_entity_id": a.field.entity,
        "side": "payable",
        "settled_on": a.field.today,
        "currency": "EUR",
        "status": "requested",
        "request": "{}",
        "digest": "x",
        "created_by": a.field.ours.clerk.id,
        "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:00:00Z",
    }


@attack("a write-off approved by who requested it", "ck_settlement_four_eyes")
def own_write_off(a: Attacker) -> None:
    request = _requested(a)
    a.insert("settlement", request)
    a.sql(
        "UPDATE settlement SET status = 'active', decided_by = created_by, decided_at = now() WHERE id = %(id)s",
        id=request["id"],
    )
    _write_off(a, request["id"])


@attack("a request approved with something else in it", DENIED)
def other_request(a: Attacker) -> None:
    a.insert("settlement", _requested(a))
    a.sql("UPDATE settlement SET request = '[]'")


@attack("a request that was rejected and then approved", "settlement_final")
def rejected_then_approved(a: Attacker) -> None:
    request = _requested(a)
    a.insert("settlement", request)
    for status in ("rejected", "active"):
        a.sql(
            f"UPDATE settlement SET status = '{status}', decided_by = %(by)s WHERE id = %(id)s",
            id=request["id"],
            by=a.field.ours.approver.id,
        )
    a.commit()


for _table in ("payment", "settlement"):
    attack.statement(f"a {_table} deleted", f"DELETE FROM {_table}", DENIED)
    attack.statement(f"all {_table}s truncated", f"TRUNCATE {_table} CASCADE", DENIED)
attack.statement("another amount on a payment", "UPDATE payment SET amount_minor = 1", DENIED)
attack.statement("a settlement on another day", "UPDATE settlement SET settled_on = '2020-01-01'", DENIED)
attack.statement("what is open in base set directly", "UPDATE open_item SET base_open_minor = 0", DENIED)
