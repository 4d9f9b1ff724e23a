"""Attacks on bills, open items, allocations and decisions."""

import threading
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import psycopg

from tests.attack.attacks import DENIED, DONE, Attacks
from tests.attack.field import Attacker, allocation, item_of
from tests.books import uuid_of

attack = Attacks()
BILLS = attack.listed


def _change(what: str, bill: str, assignments: str, ends: str, *, owner: str | None = None, **roles: Any) -> None:
    """Sign up an UPDATE of one of the field's bills."""

    def attempt(a: Attacker) -> None:
        query = f"UPDATE bill SET {assignments} WHERE tenant_id = %(tenant)s AND id = %(id)s"
        facts = {"tenant": a.field.tenant, "me": a.field.ours.clerk.id, "other": a.field.ours.approver.id}
        posted_entry = uuid_of(a.field.posted["entry_id"])
        a.sql(query, id=uuid_of(getattr(a.field, bill)["id"]), entry=posted_entry, **facts)
        a.commit()

    attack(what, ends, owner=owner, **roles)(attempt)


_change("another amount on a posted bill", "posted", "payable_minor = 1, gross_minor = 1", DENIED, owner="bill_final")
_change("another vendor on a posted bill", "posted", "vendor_id = vendor_id, note = 'x'", DENIED, owner="bill_final")
_change("another number on a posted bill", "posted", "number = 'X'", "bill_final", owner="bill_final")
_change("another posting date on a posted bill", "posted", "posting_date = '2020-01-01'", "bill_final")
_change("another approver on a posted bill", "posted", "decided_by = %(me)s", "bill_final|four_eyes")
_change("another amount on a submitted bill", "submitted", "payable_minor = 1", DENIED)
_change("another submitter on a submitted bill", "submitted", "submitted_by = %(other)s", DENIED)
_change("a posted bill submitted again", "posted", "document_status = 'submitted'", "bill_final", owner="bill_final")
_change("a posted bill reversed without an entry", "posted", "document_status = 'reversed'", "reversed_has_entry")
_change(
    "a posted bill reversed by its own entry",
    "posted",
    "document_status = 'reversed', reversal_entry_id = %(entry)s",
    "bill_entry",
)
_APPROVED = "document_status = 'posted', approval_status = 'approved'"
_change("one's own bill approved", "submitted", "approval_status = 'approved', decided_by = %(me)s", "four_eyes")
_change("a bill approved by nobody", "submitted", "approval_status = 'approved', decided_by = NULL", "four_eyes")
_change(
    "a bill posted without approval", "submitted", "document_status = 'posted'", "posted_has_entry|posted_is_approved"
)
_change("a bill posted without an entry", "submitted", f"{_APPROVED}, decided_by = %(other)s", "posted_has_entry")
_change(
    "a bill posted by the entry of another",
    "submitted",
    f"{_APPROVED}, decided_by = %(other)s, entry_id = %(entry)s",
    "bill_entry",
)
_change("a bill paid by assertion", "posted", "payment_status = 'paid'", DENIED)
_change("a bill moved to the neighbour", "submitted", "tenant_id = gen_random_uuid()", DENIED)

for _table in ("bill", "bill_line", "bill_tax_group", "open_item", "proposal", "approval_request"):
    _final = "final|append-only"
    attack.statement(f"DELETE {_table}", f"DELETE FROM {_table}", DENIED, owner=_final)
    attack.statement(f"TRUNCATE {_table}", f"TRUNCATE {_table} CASCADE", DENIED, owner=_final)


@attack("a bill that arrives posted", DENIED)
def arrives_posted(a: Attacker) -> None:
    a.insert("bill", a.copy_of("bill", where_id=uuid_of(a.field.posted["id"]), id=uuid4(), vendor_reference_key="new"))
    a.commit()


@attack("a line added to a posted bill", "fk_bill_line_tenant_id_bill_id_xid")
def late_line(a: Attacker) -> None:
    _add_line(a, a.field.posted)


@attack("a line added to a submitted bill", "fk_bill_line_tenant_id_bill_id_xid")
def late_line_of_submitted(a: Attacker) -> None:
    _add_line(a, a.field.submitted)


@attack("a line that names the transaction of its bill", DENIED)
def forged_line(a: Attacker) -> None:
    a.insert("bill_line", a.copy_of("bill_line", where_bill_id=uuid_of(a.field.posted["id"]), line_number=99))
    a.commit()


def _add_line(a: Attacker, bill: Mapping[str, Any]) -> None:
    row = a.copy_of("bill_line", where_bill_id=uuid_of(bill["id"]), line_number=99)
    del row["xid"]
    a.insert("bill_line", row)
    a.commit()


@attack("a tax group added to a posted bill", "fk_bill_tax_group_tenant_id_bill_id_xid")
def late_group(a: Attacker) -> None:
    row = a.copy_of("bill_tax_group", where_bill_id=uuid_of(a.field.posted["id"]), tax_rate=7)
    del row["xid"]
    a.insert("bill_tax_group", row)
    a.commit()


@attack("a bill of the neighbour's vendor", "fk_bill_tenant_id_vendor_id")
def foreign_vendor(a: Attacker) -> None:
    row = a.copy_of("bill", where_id=uuid_of(a.field.submitted["id"]), id=uuid4(), vendor_id=a.field.their_vendor)
    decided = ("number", "posting_date", "entry_id", "reversal_entry_id", "decided_by", "decided_at", "decision_reason")
    by_database = ("xid", "vendor_group_id", "reference_shape")
    a.insert("bill", {name: value for name, value in row.items() if name not in {*by_database, *decided}})
    a.commit()


@attack("an open item for an entry of an earlier transaction", "ledger_item_late")
def late_item(a: Attacker) -> None:
    a.insert("open_item", a.copy_of("open_item", id=uuid4(), instalment=9))
    a.commit()


@attack("an open item that arrives settled", "ledger_item_settled")
def settled_item(a: Attacker) -> None:
    accounts = a.field.ours.ids.accounts
    entry = a.entry()
    a.lines(entry, 500, -500, account_id=[accounts["6100"], a.field.ours.ids.controls["accounts_payable"]])
    item = {"amount_minor": 500, "open_minor": 0, "base_amount_minor": 500, "base_open_minor": 0}
    a.insert("open_item", a.copy_of("open_item", id=uuid4(), entry_id=entry, **item))
    a.commit()


attack.statement("what is open set directly", "UPDATE open_item SET open_minor = 0", DENIED, owner="ledger_item_final")


def _allocate(a: Attacker, *rows: dict[str, Any]) -> None:
    a.insert("allocation", *rows)
    a.commit()


@attack("control: a good allocation in raw SQL", DONE)
def goodallocation(a: Attacker) -> None:
    _allocate(a, allocation(a))


@attack("more allocated than is open", "open_within_amount")
def too_much(a: Attacker) -> None:
    _allocate(a, allocation(a, 999_999))


@attack("more allocated than is open, in parts of one statement", "open_within_amount")
def too_much_in_parts(a: Attacker) -> None:
    _allocate(a, *(allocation(a, 4_000) for _ in range(3)))


@attack("two sessions allocate what is open once", "open_within_amount", changes=True)
def two_at_once(a: Attacker) -> None:
    row = a.copy_of("open_item", where_bill_id=uuid_of(a.field.posted["id"]))
    won = allocation(a, row["open_minor"] // 2 + 1)
    a.insert("allocation", won)
    refused: list[psycopg.Error] = []

    def second() -> None:
        with a.field.attacker(a.role) as other:
            try:
                _allocate(other, allocation(a, row["open_minor"] // 2 + 1))
            except psycopg.Error as error:
                refused.append(error)

    racing = threading.Thread(target=second)
    racing.start()
    racing.join(0.2)
    a.commit()
    racing.join()
    # What the winner settled is undone, so that the next role finds the items as open.
    a.become(a.field.tenant)
    amount = -won["amount_minor"]
    _allocate(a, {**won, "id": uuid4(), "reversal_of": won["id"], "amount_minor": amount, "base_amount_minor": amount})
    if refused:
        raise refused[0]


@attack("an allocation reversed twice", "uq_allocation_reversal_of")
def reversed_twice(a: Attacker) -> None:
    first = allocation(a, 50)
    undone = {**first, "amount_minor": -50, "base_amount_minor": -50}
    a.insert("allocation", first, allocation(a, 50))
    for _ in range(2):
        a.insert("allocation", {**undone, "id": uuid4(), "reversal_of": first["id"]})
    a.commit()


@attack("an allocation reversed by more than it was", "ledger_allocation_mismatch")
def reversed_too_much(a: Attacker) -> None:
    first = allocation(a, 50)
    a.insert("allocation", first)
    a.insert("allocation", allocation(a, -60, reversal_of=first["id"]))
    a.commit()


@attack("an allocation below zero", "ck_allocation_sign")
def negative(a: Attacker) -> None:
    _allocate(a, allocation(a, -50))


@attack("an item settled against itself", "ledger_allocation_mismatch")
def itself(a: Attacker) -> None:
    item = item_of(a, a.field.posted)
    _allocate(a, allocation(a, debit_item_id=item, credit_item_id=item))


@attack("two items settled the wrong way round", "ledger_allocation_mismatch")
def wrong_way(a: Attacker) -> None:
    good = allocation(a)
    _allocate(a, {**good, "debit_item_id": good["credit_item_id"], "credit_item_id": good["debit_item_id"]})


@attack("an item of the neighbour settled", "fk_allocation|ledger_allocation_mismatch")
def foreign_item(a: Attacker) -> None:
    with a.field.looking() as looking:
        row = looking.execute(
            "SELECT id FROM open_item WHERE tenant_id = %s AND amount_minor > 0", [a.field.theirs.tenant_id]
        ).fetchone()
    assert row is not None
    _allocate(a, allocation(a, credit_item_id=row.id))


@attack("an allocation before its items existed", "ledger_allocation_mismatch")
def too_early(a: Attacker) -> None:
    _allocate(a, allocation(a, allocated_on="2000-01-01"))


@attack("an allocation in another currency", "ledger_allocation_mismatch")
def other_currency(a: Attacker) -> None:
    _allocate(a, allocation(a, currency="USD"))


_REQUEST = "UPDATE approval_request SET state = 'approved', decided_at = now(), decided_by = "
_PENDING = " WHERE state = 'pending'"
attack.statement("one's own request approved", f"{_REQUEST} requested_by {_PENDING}", "four_eyes")
attack.statement("a request approved by nobody", f"{_REQUEST} NULL {_PENDING}", "decided_by_someone")
attack.statement("a request approved for other content", f"{_REQUEST} %(other)s, digest = 'x' {_PENDING}", DENIED)
attack.statement(
    "a decided request opened again",
    "UPDATE approval_request SET state = 'pending', decided_by = NULL WHERE state = 'approved'",
    "decision_final",
    owner="decision_final",
)

_DECIDE = "UPDATE proposal SET state = 'approved', decided_by = "
attack.statement("one's own proposal approved", f"{_DECIDE} submitted_by {_PENDING}", "four_eyes", owner="four_eyes")
attack.statement("a proposal approved by nobody", f"{_DECIDE} NULL {_PENDING}", "four_eyes", owner="four_eyes")
attack.statement(
    "a rejected proposal approved",
    f"{_DECIDE} %(other)s WHERE state = 'rejected'",
    "decision_final",
    owner="decision_final",
)
attack.statement(
    "other content under an approval", f"{_DECIDE} %(other)s, payload = '[]' {_PENDING}", DENIED, owner="decision_final"
)
