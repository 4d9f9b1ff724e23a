"""Attacks on exchange rates and on revaluations, which stand until they are reversed once."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from bursar.ledger.rates.actions import record_rates
from bursar.ledger.rates.schemas import NewRate, RecordRates
from bursar.ledger.revaluations.actions import reverse_revaluation, run_revaluation
from bursar.ledger.revaluations.schemas import ReverseRevaluation, RunRevaluation
from bursar.platform.application import Application
from bursar.tables.db_roles import APP
from tests.attack.attacks import DENIED, DONE, Attacks
from tests.attack.field import Attacker, Field

attack = Attacks()
RATES = attack.listed
_FINAL = "revaluation_final"
_ENTRY = "revaluation_entry"
_UNDONE = ("state", "undone_by", "undone_at", "undo_reason", "undo_entry_id", "undo_reversal_entry_id")
_BY_ME = "undone_by = %(me)s, undone_at = now(), undo_reason = 'x'"


async def revalue(application: Application, field: Field) -> None:
    """Leave an item open in dollars, and revalue it at the ends of two months: one stands, one is reversed."""
    year = field.today.year - 1
    with field.attacker(APP) as attacker:
        _owe_dollars(attacker, date(year, 2, 10))
    controller, execute = field.ours.controller.principal, application.executor.execute
    for on in (date(year, 2, 28), date(year, 3, 31)):
        rate = NewRate(from_currency="USD", to_currency="EUR", rate=Decimal("0.95"), valid_on=on, rate_type="closing")
        await execute(record_rates, RecordRates(source="x", rates=(rate,)), controller)
        run = RunRevaluation(legal_entity_id=field.entity, as_of=on)
        done = (await execute(run_revaluation, run, controller)).result
    await execute(reverse_revaluation, ReverseRevaluation(revaluation_id=done.id, reason="x"), controller)


def _owe_dollars(a: Attacker, on: date) -> None:
    entry, accounts = a.entry(posting_date=on), a.field.ours.ids.accounts
    bases: dict[str, Any] = {"base_amount_minor": [90_000, -90_000], "account_id": [accounts["6100"], accounts["2000"]]}
    a.lines(entry, 100_000, -100_000, currency="USD", **bases)
    item = {
        "tenant_id": a.field.tenant,
        "id": uuid4(),
        "legal_entity_id": a.field.entity,
        "side": "payable",
        "entry_id": entry,
        "currency": "USD",
        "amount_minor": 100_000,
        "open_minor": 100_000,
        "base_currency": "EUR",
        "base_amount_minor": 90_000,
        **dict.fromkeys(("document_date", "due_date", "posting_date"), on),
        "recorded_at": "2026-01-01T00:00:00Z",
    }
    a.insert("open_item", item)
    a.commit()


def _change(what: str, assignments: str, ends: str, **roles: Any) -> None:
    """Sign up an UPDATE of the revaluation that stands."""
    attack.statement(
        what, f"UPDATE revaluation SET {assignments} WHERE tenant_id = %(tenant)s AND state = 'posted'", ends, **roles
    )


attack.statement("another rate", "UPDATE exchange_rate SET rate = 1", DENIED, owner="append-only")
attack.statement("another source", "UPDATE exchange_rate SET source = 'x'", DENIED, owner="append-only")
attack.statement("an earlier knowledge", "UPDATE exchange_rate SET recorded_at = '2020-01-01'", DENIED)
for _table in ("exchange_rate", "revaluation", "revaluation_line"):
    attack.statement(f"DELETE {_table}", f"DELETE FROM {_table}", DENIED, owner="final|append-only")
    attack.statement(f"TRUNCATE {_table}", f"TRUNCATE {_table} CASCADE", DENIED, owner="final|append-only")

_change("another day for a revaluation", "as_of = as_of - 1, reversed_on = reversed_on - 1", DENIED, owner=_ENTRY)
_change("another entry for a revaluation", "entry_id = NULL", DENIED, owner=_ENTRY)
_change("another reason while it stands", "undo_reason = 'x'", _FINAL, owner=_FINAL)
_change("a revaluation reversed by nobody", "state = 'reversed'", "undone_wholly", owner="undone_wholly")
_change("one reversed without its entries", f"state = 'reversed', {_BY_ME}", "undone_wholly", owner="undone_wholly")
_change(
    "one reversed by its own entries",
    f"state = 'reversed', {_BY_ME}, undo_entry_id = entry_id, undo_reversal_entry_id = reversal_entry_id",
    _ENTRY,
    owner=_ENTRY,
)
attack.statement(
    "a reversed revaluation that stands again",
    "UPDATE revaluation SET state = 'posted', undone_by = NULL, undone_at = NULL, undo_reason = NULL,"
    " undo_entry_id = NULL, undo_reversal_entry_id = NULL WHERE tenant_id = %(tenant)s AND state = 'reversed'",
    _FINAL,
    owner=_FINAL,
)
attack.statement(
    "another worth on a line", "UPDATE revaluation_line SET difference_minor = 1", DENIED, owner="append-only"
)


@attack("control: a rate in raw SQL", DONE)
def good_rate(a: Attacker) -> None:
    a.insert("exchange_rate", a.copy_of("exchange_rate", id=uuid4()))
    a.commit()


def _rate(what: str, ends: str, **changes: Any) -> None:
    @attack(what, ends)
    def attempt(a: Attacker) -> None:
        a.insert("exchange_rate", a.copy_of("exchange_rate", id=uuid4(), **changes))
        a.commit()


_rate("a rate of zero", "ck_exchange_rate_positive", rate=0)
_rate("a rate below zero", "ck_exchange_rate_positive", rate=-1)
_rate("a rate that is no number", "ck_exchange_rate_positive", rate="NaN")
_rate("a rate without end", "ck_exchange_rate_positive", rate="Infinity")
_rate("a rate of a currency to itself", "ck_exchange_rate_two_currencies", from_currency="USD", to_currency="USD")


@attack("a rate of the neighbour's", "row-level security")
def their_rate(a: Attacker) -> None:
    a.insert("exchange_rate", a.copy_of("exchange_rate", id=uuid4(), tenant_id=a.field.theirs.tenant_id))
    a.commit()


def _standing(a: Attacker, **changes: Any) -> dict[str, Any]:
    """Return a copy of the revaluation that stands, as one arrives: on a day of its own."""
    last = a.field.today.year - 1
    days = {"as_of": date(last, 11, 15), "reversed_on": date(last, 11, 16)}
    row = a.copy_of("revaluation", where_state="posted", **{"id": uuid4(), **days, **changes})
    return {name: row[name] for name in row if name not in {"xid", *_UNDONE}}


@attack("a second revaluation of the same day", "uq_revaluation_stands")
def second(a: Attacker) -> None:
    known = a.copy_of("revaluation", where_state="posted")
    days = {name: known[name] for name in ("as_of", "reversed_on")}
    a.insert("revaluation", _standing(a, **days, entry_id=None, reversal_entry_id=None))
    a.commit()


@attack("a revaluation with the entries of another", _ENTRY)
def entries_of_another(a: Attacker) -> None:
    a.insert("revaluation", _standing(a))
    a.commit()


@attack("a revaluation that is never taken back", "ck_revaluation_both_entries|revaluation_entry")
def never_back(a: Attacker) -> None:
    a.insert("revaluation", _standing(a, reversal_entry_id=None))
    a.commit()


@attack("a revaluation that arrives reversed", DENIED)
def arrives_reversed(a: Attacker) -> None:
    row = a.copy_of("revaluation", where_state="reversed", id=uuid4())
    del row["xid"]
    a.insert("revaluation", row)
    a.commit()


@attack("a line added to a revaluation later", "fk_revaluation_line_tenant_id_revaluation_id_xid")
def late_line(a: Attacker) -> None:
    row = a.copy_of("revaluation_line", line_number=99)
    del row["xid"]
    a.insert("revaluation_line", row)
    a.commit()


@attack("a line that names the transaction of its revaluation", DENIED)
def forged_line(a: Attacker) -> None:
    a.insert("revaluation_line", a.copy_of("revaluation_line", line_number=99))
    a.commit()
