"""The documents of a history: bills and vendor credits, manual entries that leave receivables, and their reversals."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from sqlalchemy import text

from bursar.ledger.manual_entries.actions import approve_manual_entry, create_manual_entry, reverse_manual_entry
from bursar.ledger.manual_entries.schemas import ApproveManualEntry, ManualEntryCreate, ReverseManualEntry
from bursar.payables.bills.actions import approve_bill, create_bill
from bursar.payables.bills.schemas import BillCreate, DecideBill
from bursar.payables.reversals.actions import reverse_bill
from bursar.payables.reversals.schemas import ReverseBill
from tests.oracle import paper
from tests.oracle.paper import CONTROL, DEBIT, Document, Place
from tests.oracle.telling import History, wire

# As written, and as shares in percent with days after the document date; the discount as percent and days.
TERMS: dict[str, tuple[tuple[tuple[int, int], ...], tuple[str, int] | None]] = {
    "": (((100, 0),), None),
    "net 30": (((100, 30),), None),
    "40% net 0, 60% net 45": (((40, 0), (60, 45)), None),
    "2/10 net 30": (((100, 30),), ("2", 10)),
    "3.5/14 30% net 20, 70% net 75": (((30, 20), (70, 75)), ("3.5", 14)),
}
TAX_MODES = ("reduce", "fixed", "as_if_taken")
TAX_RATES = ("19", "7", "0")
# An account, its line's currency, and an amount: a debit above zero.
Booked = list[tuple[str, str, int]]


class Planned(NamedTuple):
    """A document to be: where, when posted and issued, its amount as an item, its terms, lines and taxes."""

    kind: str
    place: Place
    day: date
    issued: date
    amount: int
    terms: str
    booked: Booked
    taxes: list[int]
    tax_mode: str = "reduce"


async def bill(history: History) -> bool:
    """Post a bill or a vendor credit of up to three lines, in some currency, by some terms."""
    random, place = history.random, history.place("payable")
    sign = -1 if random.random() < 0.2 else 1
    lines = [
        (random.randint(1, 10 ** random.randint(2, 6)), random.choice(TAX_RATES), random.choice(["5000", "5100"]))
        for _ in range(random.randint(1, 3))
    ]
    nets: dict[str, int] = {}
    for net, rate, _ in lines:
        nets[rate] = nets.get(rate, 0) + net
    terms = random.choice(list(TERMS))
    tax_mode, taxed = _tax_mode(history, terms)
    taxes = [paper.nearest(net * taxed * int(rate) / 100) for rate, net in nets.items()]
    gross = sum(nets.values()) + sum(taxes)
    booked: Booked = [(code, place.currency, sign * net) for net, _, code in lines]
    booked += [(paper.INPUT_TAX, place.currency, sign * tax) for tax in taxes if tax]
    booked.append((CONTROL["payable"], place.currency, -sign * gross))
    day = history.day(history.today - timedelta(60))
    planned = Planned("bill", place, day, day, sign * gross, terms, booked, taxes, tax_mode)
    sent = _bill(history, planned, lines)
    made = await create_bill(history.acting("ap_clerk"), BillCreate.model_validate(sent))
    decision = DecideBill(bill_id=made.id, version=made.version, digest=made.digest)
    await _booked(history, planned, await approve_bill(history.acting(), decision))
    return True


def _tax_mode(history: History, terms: str) -> tuple[str, Fraction]:
    """Choose what the discount does to the tax, where there is one, and say how much of the net is taxed by it."""
    _, discount = TERMS[terms]
    mode = history.random.choice(TAX_MODES) if discount else "reduce"
    kept = 1 - Fraction(discount[0]) / 100 if discount and mode == "as_if_taken" else Fraction(1)
    return mode, kept


def _bill(history: History, planned: Planned, lines: list[tuple[int, str, str]]) -> dict[str, Any]:
    place, accounts = planned.place, history.stage.accounts[planned.place.entity]
    return {
        "kind": "vendor_credit" if planned.amount < 0 else "bill",
        "legal_entity_id": history.stage.entities[place.entity],
        **history.party(place),
        "vendor_reference": f"B{len(history.operations)}",
        "document_date": planned.day,
        "payment_terms": planned.terms or None,
        "discount_tax_mode": planned.tax_mode,
        "currency": place.currency,
        "lines": [
            {
                "description": "Thing",
                "unit_price": str(Decimal(net).scaleb(-paper.DECIMALS[place.currency])),
                "tax_category": "S" if rate != "0" else "Z",
                "tax_rate": rate,
                "account_id": accounts[code],
            }
            for net, rate, code in lines
        ],
    }


async def entry(history: History) -> bool:
    """Leave a receivable (or, sometimes, a credit to the customer) by a manual entry."""
    random, place = history.random, history.place("receivable")
    total = random.randint(2, 10 ** random.randint(2, 6)) * random.choice([1, 1, 1, -1])
    rest = total * random.choice([0, 0, 3, 5]) // 10
    day = history.day(history.today - timedelta(60))
    issued = day - timedelta(random.choice([0, 0, 5, 40]))
    amounts = {CONTROL["receivable"]: total, paper.REVENUE: rest - total, paper.OTHER_REVENUE: -rest}
    booked: Booked = [(code, place.currency, minor) for code, minor in amounts.items() if minor]
    terms = random.choice(["", "net 30", "40% net 0, 60% net 45"])
    planned = Planned("entry", place, day, issued, total, terms, booked, [])
    about = {**history.party(place), "payment_terms": terms or None}
    sent = {
        "legal_entity_id": history.stage.entities[place.entity],
        "posting_date": day,
        "document_date": issued,
        "memo": "Sold",
        "currency": place.currency,
        "lines": [
            {
                "account_id": history.stage.accounts[place.entity][code],
                "amount": wire(minor, place.currency),
                **(about if code == CONTROL["receivable"] else {}),
            }
            for code, _, minor in booked
        ],
    }
    made = await create_manual_entry(history.acting("ap_clerk"), ManualEntryCreate.model_validate(sent))
    approval = ApproveManualEntry(manual_entry_id=made.id, version=made.version, digest=made.digest)
    await _booked(history, planned, await approve_manual_entry(history.acting(), approval))
    return True


async def _booked(history: History, planned: Planned, posted: Any) -> None:
    """Write a document that was posted onto the paper, with an item for each of its parts."""
    place, when = planned.place, history.at(planned.day)
    lines = history.paper.in_base(place.entity, planned.booked, planned.day)
    history.paper.post(place.entity, when, lines)
    gross = abs(planned.amount)
    document = Document(posted.id, posted.version, planned.kind, when, lines, gross=gross, taxes=planned.taxes)
    document.tax_mode = planned.tax_mode
    shares, discount = TERMS[planned.terms]
    if discount:
        document.discount = Decimal(discount[0]), planned.issued + timedelta(discount[1])
    dues = [planned.issued + timedelta(later) for _, later in shares]
    parts = [one for one in zip(divide(planned.amount, shares), dues, strict=True) if one[0]]
    base = -DEBIT[place.side] * sum(line.base for line in lines if line.account == CONTROL[place.side])
    named = [(one, *part) for one, part in zip(await history.ids(posted.entry_id), parts, strict=True)]
    document.items = history.paper.leave(place, "document", when, named, base, planned.issued)
    for item in document.items:
        item.document = document
    history.documents.append(document)


def divide(amount: int, shares: tuple[tuple[int, int], ...]) -> list[int]:
    """Divide by percentages: what is left over goes to the largest remainders, the first at a tie."""
    exact = [Fraction(abs(amount) * percent, 100) for percent, _ in shares]
    parts = [int(one) for one in exact]
    order = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in order[: abs(amount) - sum(parts)]:
        parts[place] += 1
    return [part if amount > 0 else -part for part in parts]


async def undo_document(history: History) -> bool:
    """Take a document back, or try to where something of it is settled."""
    found = [one for one in history.documents if not one.is_reversed]
    if not found:
        return False
    one = history.random.choice(found)
    day = history.day(one.when.on, *(item.free_from for item in one.items))
    do: Callable[[], Awaitable[Any]]
    if one.kind == "bill":
        query = text("SELECT version FROM bill WHERE tenant_id = :t AND id = :id")
        version = await history.work.session.value(query, {"t": history.work.tenant_id, "id": one.id})
        bill = ReverseBill(bill_id=one.id, version=version, reason="Wrong", posting_date=day)
        do = lambda: reverse_bill(history.acting(), bill)  # noqa: E731 - one of two, called in two places.
    else:
        back = ReverseManualEntry(manual_entry_id=one.id, version=one.version, reason="Wrong", posting_date=day)
        do = lambda: reverse_manual_entry(history.acting(), back)  # noqa: E731 - as above.
    if any(item.left != item.amount for item in one.items):
        await history.refusing(do)
        return True
    await do()
    history.paper.undo_document(one, history.at(day))
    return True
