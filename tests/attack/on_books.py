"""Attacks on the journal, the calendar and the numbers."""

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
LEDGER = attack.listed
_NEW_MONTH = {APP: 2, WORKER: 3, AGENT: 4}


@attack("control: a good entry in raw SQL", DONE)
def good_entry(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500)
    a.commit()


@attack("an unbalanced entry", "ledger_entry_unbalanced")
def unbalanced(a: Attacker) -> None:
    a.lines(a.entry(), 500, -499)
    a.commit()


@attack("a line at a time, the first alone unbalanced", "ledger_entry_unbalanced")
def one_by_one(a: Attacker) -> None:
    entry = a.entry()
    a.lines(entry, 500)
    a.lines(entry, -500, first=2)
    a.commit()


@attack("balanced in its currency, not in the books' own", "ledger_entry_unbalanced")
def unbalanced_in_base(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, currency="USD", base_amount_minor=[450, -449])
    a.commit()


@attack("two currencies in one entry", "ledger_entry_unbalanced")
def mixed_currencies(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, currency=["EUR", "USD"])
    a.commit()


@attack("lines in another base currency than the entity's", "ledger_entry_unbalanced")
def foreign_base(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, currency="USD", base_currency="USD")
    a.commit()


@attack("base amounts that differ from amounts in the same currency", "ledger_entry_unbalanced")
def differing_base(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, base_amount_minor=[900, -900])
    a.commit()


@attack("an entry without lines", "ledger_entry_empty")
def empty(a: Attacker) -> None:
    a.entry()
    a.commit()


@attack("an empty entry, tenant cleared before COMMIT", "ledger_entry_empty")
def empty_and_cleared(a: Attacker) -> None:
    a.entry()
    a.become(None)
    a.commit()


@attack("an empty entry, tenant switched before COMMIT", "ledger_entry_empty")
def empty_and_switched(a: Attacker) -> None:
    a.entry()
    a.become(a.field.theirs.tenant_id)
    a.commit()


@attack("an unbalanced entry, tenant cleared before COMMIT", "ledger_entry_unbalanced")
def unbalanced_and_cleared(a: Attacker) -> None:
    a.lines(a.entry(), 500)
    a.become(None)
    a.commit()


@attack("an unbalanced entry, tenant switched before COMMIT", "ledger_entry_unbalanced")
def unbalanced_and_switched(a: Attacker) -> None:
    a.lines(a.entry(), 500)
    a.become(a.field.theirs.tenant_id)
    a.commit()


@attack("SET CONSTRAINTS ALL IMMEDIATE, then one more line", "ledger_entry_unbalanced")
def set_constraints(a: Attacker) -> None:
    entry = a.entry()
    a.lines(entry, 500, -500)
    a.sql("SET CONSTRAINTS ALL IMMEDIATE")
    a.lines(entry, 1, first=3)
    a.commit()


@attack("lines in a savepoint, checked, then rolled back", "ledger_entry_empty")
def vanishing_lines(a: Attacker) -> None:
    entry = a.entry()
    a.sql("SAVEPOINT lines")
    a.lines(entry, 500, -500)
    a.sql("SET CONSTRAINTS ALL IMMEDIATE")
    a.sql("SET CONSTRAINTS ALL DEFERRED")
    a.sql("ROLLBACK TO SAVEPOINT lines")
    a.commit()


@attack("a refused line in a savepoint, the rest committed", "ledger_entry_unbalanced")
def swallowed_refusal(a: Attacker) -> None:
    entry = a.entry()
    a.lines(entry, 500, -500)
    a.sql("SAVEPOINT more")
    try:
        a.lines(entry, 1, first=3)
    except psycopg.Error:
        a.sql("ROLLBACK TO SAVEPOINT more")
        raise


@attack("balanced lines for an entry of an earlier transaction", "ledger_line_late")
def late_lines(a: Attacker) -> None:
    a.lines(uuid_of(a.field.posted["entry_id"]), 500, -500, first=90)
    a.commit()


@attack("a line of nothing for an entry of an earlier transaction", "ledger_line_late")
def late_zero(a: Attacker) -> None:
    a.lines(uuid_of(a.field.posted["entry_id"]), 0, first=90)
    a.commit()


@attack("MERGE a line into a posted entry", "ledger_line_late|MERGE")
def merged(a: Attacker) -> None:
    a.sql(
        """MERGE INTO journal_line l USING (SELECT 91 AS n) s ON l.entry_id = %(entry)s AND l.line_number = s.n
           WHEN NOT MATCHED THEN INSERT (tenant_id, entry_id, line_number, legal_entity_id, account_id, amount_minor,
             currency, base_amount_minor, base_currency, memo)
           VALUES (%(tenant)s, %(entry)s, s.n, %(entity)s, %(account)s, 0, 'EUR', 0, 'EUR', '')""",
        entry=uuid_of(a.field.posted["entry_id"]),
        tenant=a.field.tenant,
        entity=a.field.entity,
        account=a.field.ours.ids.accounts["6100"],
    )
    a.commit()


@attack("MERGE another amount into a posted line", DENIED)
def merged_update(a: Attacker) -> None:
    a.sql(
        "MERGE INTO journal_line l USING (SELECT 1) s ON l.tenant_id = %(t)s WHEN MATCHED THEN UPDATE SET memo = 'x'",
        t=a.field.tenant,
    )
    a.commit()


@attack("ON CONFLICT DO UPDATE of a posted line", DENIED)
def upserted(a: Attacker) -> None:
    row = a.copy_of("journal_line")
    a.insert("journal_line", row, end="ON CONFLICT (tenant_id, entry_id, line_number) DO UPDATE SET amount_minor = 1")
    a.commit()


@attack("COPY lines into the journal", "COPY FROM not supported with row-level security|Use INSERT")
def copied(a: Attacker) -> None:
    with a.connection.cursor().copy("COPY journal_line FROM STDIN") as copy:
        copy.write("x\n")
    a.commit()


@attack("an entry that names the transaction of another", DENIED)
def forged_xid(a: Attacker) -> None:
    a.entry(xid="3")


for _table in ("journal_entry", "journal_line", "allocation", "audit_entry", "event"):
    for _verb, _query in {
        "UPDATE": f"UPDATE {_table} SET tenant_id = tenant_id",
        "DELETE": f"DELETE FROM {_table}",
        "TRUNCATE": f"TRUNCATE {_table} CASCADE",
    }.items():
        attack.statement(f"{_verb} {_table}", _query, DENIED, owner="append-only")
attack.statement(
    "TRUNCATE everything through a parent", "TRUNCATE legal_entity CASCADE", DENIED, owner="append-only|final"
)


@attack("a line on the neighbour's account", "fk_journal_line_.*account_id")
def foreign_account(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, account_id=a.field.theirs.ids.accounts["6100"])
    a.commit()


@attack("a line on an account of another entity of ours", "fk_journal_line_.*account_id")
def account_of_second(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, account_id=a.field.second.accounts["6100"])
    a.commit()


@attack("a line for the neighbour's vendor", "fk_journal_line_tenant_id_vendor_id")
def foreign_vendor(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, vendor_id=a.field.their_vendor)
    a.commit()


@attack("a line of one entity in an entry of another", "fk_journal_line_.*entry_id|fk_journal_line_.*account_id")
def other_entity(a: Attacker) -> None:
    a.lines(a.entry(), 500, -500, legal_entity_id=a.field.second.legal_entity_id)
    a.commit()


@attack("an entry of the neighbour's legal entity", "ledger_no_fiscal_year|fk_journal_entry")
def foreign_entity(a: Attacker) -> None:
    a.lines(a.entry(legal_entity_id=a.field.theirs.legal_entity_id), 500, -500)
    a.commit()


@attack("an entry in a closed period", "ledger_period_closed")
def closed(a: Attacker) -> None:
    a.lines(a.entry(posting_date=date(a.field.today.year - 1, 1, 15)), 500, -500)
    a.commit()


@attack("an entry in no period", "ledger_no_fiscal_year")
def no_period(a: Attacker) -> None:
    a.lines(a.entry(posting_date=date(1990, 1, 15)), 500, -500)
    a.commit()


@attack("an entry in another fiscal year than its date's", "ledger_fiscal_year")
def wrong_year(a: Attacker) -> None:
    a.lines(a.entry(fiscal_year=a.field.today.year + 1), 500, -500)
    a.commit()


@attack("an open period laid over a closed one", DENIED, owner="ledger_period_overlaps")
def overlapping(a: Attacker) -> None:
    day = date(a.field.today.year - 1, 1, 15)
    period = a.copy_of("period", id=uuid4(), starts_on=day, ends_on=day, state="open", fiscal_year=day.year)
    a.insert("period", period)
    a.commit()


attack.statement(
    "a closed period opened again",
    "UPDATE period SET state = 'open' WHERE state = 'closed'",
    "ledger_period_closed",
    worker=DENIED,
)


@attack("posting from a snapshot older than the period's close", "ledger_isolation")
def old_snapshot(a: Attacker) -> None:
    a.connection.rollback()
    a.connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    a.become(a.field.tenant)
    a.lines(a.entry(), 500, -500)
    a.commit()


@attack("closing a period while an entry is being posted in it", "lock timeout", changes=True)
def close_under_post(a: Attacker) -> None:
    a.lines(a.entry(posting_date=date(a.field.today.year - 1, _NEW_MONTH[a.role], 1)), 500, -500)
    with a.field.attacker(APP) as closer:
        closer.sql("SET LOCAL lock_timeout = '200ms'")
        closer.sql("UPDATE period SET state = 'closed' WHERE starts_on = %(day)s", day=_month(a))


@attack("posting in a period while it is being closed", "ledger_period_closed", changes=True)
def post_under_close(a: Attacker) -> None:
    with a.field.attacker(APP) as closer:
        closer.sql("UPDATE period SET state = 'closed' WHERE starts_on = %(day)s", day=_month(a))
        closing = threading.Timer(0.2, closer.commit)
        closing.start()
        try:
            a.lines(a.entry(posting_date=_month(a)), 500, -500)
            a.commit()
        finally:
            closing.join()


def _month(a: Attacker) -> date:
    return date(a.field.today.year - 1, _NEW_MONTH[a.role], 1)


@attack("an entry that leaves numbers out", "ledger_number_gap")
def gap(a: Attacker) -> None:
    a.lines(a.entry(series="BILL", number=999_999), 500, -500)
    a.commit()


@attack("a series that begins below one", "ledger_number_gap")
def below_one(a: Attacker) -> None:
    a.lines(a.entry(series="ZERO", number=0), 500, -500)
    a.commit()


@attack("a number given twice", "uq_journal_entry_")
def twice(a: Attacker) -> None:
    a.lines(a.entry(**_numbered(a)), 500, -500)
    a.commit()


def _numbered(a: Attacker) -> dict[str, Any]:
    row = a.copy_of("journal_entry", where_id=uuid_of(a.field.posted["entry_id"]))
    return {name: row[name] for name in ("series", "number", "fiscal_year", "posting_date")}


@attack("an entry on the control account without an open item", "ledger_open_items_differ")
def control_alone(a: Attacker) -> None:
    accounts = a.field.ours.ids.accounts
    a.lines(a.entry(), 500, -500, account_id=[accounts["6100"], a.field.ours.ids.controls["accounts_payable"]])
    a.commit()
