"""Attacks on periods that are closed by sub-ledger, and on the exceptions to a soft close."""

import threading
from datetime import date
from typing import Any
from uuid import uuid4

import psycopg

from bursar.tables.db_roles import AGENT, APP, WORKER
from tests.attack.attacks import DENIED, DONE, Attacks
from tests.attack.field import Attacker
from tests.books import uuid_of

attack = Attacks()
PERIODS = attack.listed
_NEW_MONTH = {APP: 11, WORKER: 12, AGENT: 11}


def month(a: Attacker, number: int) -> date:
    """Return a day in a month of last year; what the field did to which month stands in `tests.attack.field`."""
    return date(a.field.today.year - 1, number, 15)


def post(a: Attacker, number: int, **changes: Any) -> None:
    """Post a balanced entry of payables into a month, as the approver unless told otherwise."""
    a.lines(a.entry(posting_date=month(a, number), **changes), 500, -500)
    a.commit()


@attack("control: an entry of whom an exception names", DONE)
def excepted(a: Attacker) -> None:
    post(a, 6)


@attack("control: an entry of everybody's exception", DONE)
def everybody(a: Attacker) -> None:
    post(a, 10)


@attack("control: an entry of another sub-ledger that is open", DONE)
def other_books(a: Attacker) -> None:
    post(a, 5, sub_ledger="gl")


@attack("an entry in a soft-closed period", "ledger_period_closed")
def soft_closed(a: Attacker) -> None:
    post(a, 5)


@attack("an entry under the exception of somebody else", "ledger_period_closed")
def exception_of_another(a: Attacker) -> None:
    post(a, 6, posted_by=a.field.ours.clerk.id)


@attack("an entry under an exception that has ended", "ledger_period_closed")
def ended(a: Attacker) -> None:
    post(a, 7)


@attack("an entry under an exception in a period that is closed", "ledger_period_closed")
def closed(a: Attacker) -> None:
    post(a, 8)


@attack("an entry of payables under the general ledger's exception", "ledger_period_closed")
def other_exception(a: Attacker) -> None:
    post(a, 9)


@attack("an entry of who granted everybody's exception", "ledger_period_closed")
def granter(a: Attacker) -> None:
    post(a, 10, posted_by=a.field.ours.controller.id)


@attack("an entry of no sub-ledger, dated where payables are closed", "ck_journal_entry_sub_ledger")
def no_books(a: Attacker) -> None:
    post(a, 8, sub_ledger="none")


@attack("a payable of the general ledger, dated where payables are closed", "ledger_period_closed")
def disguised(a: Attacker) -> None:
    entry = a.entry(posting_date=month(a, 8), sub_ledger="gl")
    accounts = a.field.ours.ids
    a.lines(entry, 500, -500, account_id=[accounts.accounts["6100"], accounts.controls["accounts_payable"]])
    item = a.copy_of("open_item", where_bill_id=uuid_of(a.field.posted["id"]))
    whole = dict.fromkeys(("amount_minor", "open_minor", "base_amount_minor", "base_open_minor"), 500)
    a.insert("open_item", {**item, **whole, "id": uuid4(), "entry_id": entry, "posting_date": month(a, 8)})
    a.commit()


def exception(a: Attacker, **changes: Any) -> None:
    """Insert an exception for a soft-closed month."""
    period = a.copy_of(
        "period", where_starts_on=date(a.field.today.year - 1, 5, 1), where_legal_entity_id=a.field.entity
    )
    row = {
        "tenant_id": a.field.tenant,
        "id": uuid4(),
        "period_id": period["id"],
        "sub_ledger": "ap",
        "user_id": a.field.ours.clerk.id,
        "valid_until": "2999-01-01",
        "reason": "raw",
        "granted_by": a.field.ours.controller.id,
        "granted_at": "2026-01-01",
        **changes,
    }
    a.insert("period_exception", row)
    a.commit()


@attack("an exception granted to oneself", "ck_period_exception_four_eyes", worker=DENIED)
def own_exception(a: Attacker) -> None:
    exception(a, granted_by=a.field.ours.clerk.id)


@attack("an exception without a reason", "ck_period_exception_reason", worker=DENIED)
def no_reason(a: Attacker) -> None:
    exception(a, reason="")


@attack("an exception for the neighbour's people", "fk_period_exception_tenant_id_user_id", worker=DENIED)
def foreign_person(a: Attacker) -> None:
    exception(a, user_id=a.field.theirs.clerk.id)


@attack("an exception in the neighbour's books", "row-level security", worker=DENIED)
def foreign_exception(a: Attacker) -> None:
    exception(a, tenant_id=a.field.theirs.tenant_id)


for _verb, _query in {
    "UPDATE": "UPDATE period_exception SET valid_until = '2999-01-01'",
    "DELETE": "DELETE FROM period_exception",
    "TRUNCATE": "TRUNCATE period_exception",
}.items():
    attack.statement(f"{_verb} period_exception", _query, DENIED, owner="append-only")

for _column in ("state", "ap_state", "ar_state"):
    for _state in ("open", "soft_closed"):
        attack.statement(
            f"a closed {_column} made {_state}",
            f"UPDATE period SET {_column} = 'closed';"
            f" UPDATE period SET {_column} = '{_state}' WHERE {_column} = 'closed'",
            "ledger_period_closed",
            worker=DENIED,
        )
attack.statement("a period's days moved", "UPDATE period SET ends_on = ends_on + 1", DENIED)
attack.statement("a period moved to another year", "UPDATE period SET fiscal_year = fiscal_year + 1", DENIED)
attack.statement("a period removed", "DELETE FROM period", DENIED)
attack.statement("a state nobody knows", "UPDATE period SET ap_state = 'ajar'", "ck_period_ap_state", worker=DENIED)


def overlapping(a: Attacker) -> None:
    """Insert a period of one day inside of another, with no state named."""
    day = month(a, 8)
    row = {"tenant_id": a.field.tenant, "id": uuid4(), "legal_entity_id": a.field.entity, "fiscal_year": day.year}
    a.insert("period", {**row, "starts_on": day, "ends_on": day})
    a.commit()


attack("an open period laid over a closed sub-ledger", "ledger_period_overlaps", worker=DENIED)(overlapping)


@attack("the same from an older snapshot", "ledger_isolation", worker=DENIED)
def overlapping_unseen(a: Attacker) -> None:
    a.connection.rollback()
    a.connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    a.become(a.field.tenant)
    overlapping(a)


@attack("closing payables while an entry is being posted", "lock timeout", changes=True)
def close_under_post(a: Attacker) -> None:
    day = month(a, _NEW_MONTH[a.role])
    a.lines(a.entry(posting_date=day), 500, -500)
    with a.field.attacker(APP) as closer:
        closer.sql("SET LOCAL lock_timeout = '200ms'")
        closer.sql("UPDATE period SET ap_state = 'closed' WHERE starts_on = %(day)s", day=day.replace(day=1))


@attack("posting while payables are being closed", "ledger_period_closed", changes=True)
def post_under_close(a: Attacker) -> None:
    day = month(a, _NEW_MONTH[a.role])
    with a.field.attacker(APP) as closer:
        closer.sql("UPDATE period SET ap_state = 'closed' WHERE starts_on = %(day)s", day=day.replace(day=1))
        closing = threading.Timer(0.2, closer.commit)
        closing.start()
        try:
            a.lines(a.entry(posting_date=day), 500, -500)
            a.commit()
        finally:
            closing.join()
