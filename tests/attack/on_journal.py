"""Attacks on manual entries, templates that post themselves, and attachments."""

from typing import Any
from uuid import UUID, uuid4

from tests.attack.attacks import DENIED, DONE, Attacks
from tests.attack.field import Attacker

attack = Attacks()
JOURNAL = attack.listed
_FINAL = "manual_entry_final"


def _change(what: str, state: str, assignments: str, ends: str, **roles: Any) -> None:
    """Sign up an UPDATE of a manual entry in a state."""
    _update("manual_entry", what, state, assignments, ends, **roles)


def _template(what: str, state: str, assignments: str, ends: str, **roles: Any) -> None:
    """Sign up an UPDATE of a recurring entry in a state."""
    _update("recurring_entry", what, state, assignments, ends, **roles)


def _update(table: str, what: str, state: str, assignments: str, ends: str, **roles: Any) -> None:
    def attempt(a: Attacker) -> None:
        query = f"UPDATE {table} SET {assignments} WHERE tenant_id = %(tenant)s AND state = '{state}'"
        facts = {"tenant": a.field.tenant, "me": a.field.ours.clerk.id, "other": a.field.ours.approver.id}
        a.sql(query, bill_entry=_entry_of_bill(a), own_entry=_posted(a)["entry_id"], **facts)
        a.commit()

    attack(what, ends, **roles)(attempt)


def _posted(a: Attacker) -> dict[str, Any]:
    return a.copy_of("manual_entry", where_state="posted")


def _entry_of_bill(a: Attacker) -> UUID:
    found: UUID = a.copy_of("journal_entry", where_source_type="bill")["id"]
    return found


_change("another amount's digest on a posted entry", "posted", "digest = 'x'", DENIED, owner=_FINAL)
_change("another day for a posted entry", "posted", "posting_date = '2020-01-01'", DENIED, owner=_FINAL)
_change("another day for a submitted entry", "submitted", "posting_date = '2020-01-01'", DENIED, owner=_FINAL)
_change("another submitter of a submitted entry", "submitted", "submitted_by = %(other)s", DENIED, owner=_FINAL)
_change("another number on a posted entry", "posted", "number = 'X'", _FINAL, owner=_FINAL)
_change("another approver of a posted entry", "posted", "decided_by = %(other)s", _FINAL, owner=_FINAL)
_change("a posted entry submitted again", "posted", "state = 'submitted', entry_id = NULL", _FINAL, owner=_FINAL)
_change("a posted entry rejected", "posted", "state = 'rejected', entry_id = NULL", _FINAL, owner=_FINAL)
_change("a posted entry without its journal entry", "posted", "entry_id = NULL", _FINAL)
_change("a posted entry reversed without an entry", "posted", "state = 'reversed'", "reversed_has_entry")
_reversed_by = "state = 'reversed', reversal_entry_id"
_change("a posted entry reversed by its own", "posted", f"{_reversed_by} = %(own_entry)s", "manual_entry_entry")
_change("a posted entry reversed by a bill's", "posted", f"{_reversed_by} = %(bill_entry)s", "manual_entry_entry")
_change("a submitted entry reversed", "submitted", f"{_reversed_by} = %(own_entry)s", _FINAL)
_APPROVED = "state = 'posted', entry_id = %(bill_entry)s"
_change("an entry posted by nobody", "submitted", "state = 'posted'", "four_eyes|posted_has_entry")
_change("one's own entry posted", "submitted", f"{_APPROVED}, decided_by = %(me)s", "four_eyes|manual_entry_entry")
_change("an entry posted by another's", "submitted", f"{_APPROVED}, decided_by = %(other)s", "manual_entry_entry")
_change("an entry rejected by nobody", "submitted", "state = 'rejected'", "rejected_by_someone")
_change("an entry of a template that it is not of", "submitted", "recurring_id = gen_random_uuid()", DENIED)
_change("an entry moved to the neighbour", "submitted", "tenant_id = gen_random_uuid()", DENIED)

_STAYS = "recurring_entry_final"
_template("another template behind the approval", "active", "template = '{}'", DENIED, owner=_STAYS)
_template("another schedule behind the approval", "active", "every_months = 1, last_on = NULL", DENIED)
_template("another template before the approval", "submitted", "template = '{}'", DENIED, owner=_STAYS)
_template("another approver of a template", "active", "decided_by = %(other)s", _STAYS, owner=_STAYS)
_template("a template approved by nobody", "submitted", "state = 'active'", "four_eyes")
_template("one's own template approved", "submitted", "state = 'active', decided_by = %(me)s", "four_eyes")
_template("an approval taken back", "active", "state = 'submitted'", _STAYS, owner=_STAYS)
_template("a day posted again", "active", "next_on = next_on - 31", _STAYS, owner=_STAYS)
_template("a template that goes nowhere", "active", "next_on = NULL", "goes_on")

for _table in ("manual_entry", "manual_entry_line", "recurring_entry", "attachment"):
    attack.statement(f"DELETE {_table}", f"DELETE FROM {_table}", DENIED, owner="final|append-only")
    attack.statement(f"TRUNCATE {_table}", f"TRUNCATE {_table} CASCADE", DENIED, owner="final|append-only")
attack.statement(
    "another amount on a line", "UPDATE manual_entry_line SET amount_minor = 1", DENIED, owner="append-only"
)
attack.statement(
    "an attachment moved", "UPDATE attachment SET document_id = gen_random_uuid()", DENIED, owner="append-only"
)


@attack("a line added to an entry later", "fk_manual_entry_line_tenant_id_manual_entry_id_xid")
def late_line(a: Attacker) -> None:
    row = a.copy_of("manual_entry_line", line_number=99)
    del row["xid"]
    a.insert("manual_entry_line", row)
    a.commit()


@attack("a line that names the transaction of its entry", DENIED)
def forged_line(a: Attacker) -> None:
    a.insert("manual_entry_line", a.copy_of("manual_entry_line", line_number=99))
    a.commit()


_DECIDED = ("number", "decided_by", "decided_at", "decision_reason", "entry_id", "reversal_entry_id")


@attack("an entry that arrives posted", DENIED)
def arrives_posted(a: Attacker) -> None:
    row = {**_posted(a), "id": uuid4()}
    del row["xid"]
    a.insert("manual_entry", row)
    a.commit()


@attack("control: an entry that arrives submitted", DONE)
def arrives_submitted(a: Attacker) -> None:
    row = {**_posted(a), "id": uuid4()}
    a.insert("manual_entry", {name: row[name] for name in row if name not in {"xid", "state", *_DECIDED}})
    a.commit()


@attack("a template that arrives approved", DENIED)
def arrives_approved(a: Attacker) -> None:
    a.insert("recurring_entry", a.copy_of("recurring_entry", where_state="active", id=uuid4(), template="{}"))
    a.commit()


@attack("a template's day twice", "uq_manual_entry_recurring")
def same_day_twice(a: Attacker) -> None:
    template = a.copy_of("recurring_entry", where_state="active")["id"]
    for _ in range(2):
        row = {**_posted(a), "id": uuid4(), "recurring_id": template}
        a.insert("manual_entry", {name: row[name] for name in row if name not in {"xid", "state", *_DECIDED}})
    a.commit()


@attack("an attachment of nothing", "one_subject", worker=DENIED)
def attached_to_nothing(a: Attacker) -> None:
    a.insert("attachment", a.copy_of("attachment", id=uuid4(), entry_id=None, manual_entry_id=None))
    a.commit()
