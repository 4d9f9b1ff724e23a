"""A posted bill is taken back by another entry; before that, and in what was known before, it still stands."""

import asyncio
from datetime import date, timedelta

import httpx2
import pytest

from bursar.core.aging import Basis
from bursar.core.bills import HasAllocations
from bursar.core.settling import Match
from bursar.ledger.open_items.actions import OverAllocated, allocate
from bursar.ledger.open_items.queries import items_of_bill
from bursar.ledger.reports.queries import ap_aging
from bursar.payables.bills.actions import approve_bill, create_bill
from bursar.payables.bills.schemas import BillCreate, DecideBill
from bursar.payables.reversals.actions import reverse_bill
from bursar.payables.reversals.schemas import ReverseBill
from bursar.platform.application import Application
from tests.books import YEAR, Books, executor_at, instant, line, problem, undone, uuid_of


async def test_a_reversal_negates_the_entry_and_settles_what_was_open(books: Books) -> None:
    bill = await books.posted(vendor := await books.vendor())
    answer = await books.reverse(bill, posting_date=f"{YEAR}-04-15")
    reversed_bill = answer.json()
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"3"')
    assert (reversed_bill["document_status"], reversed_bill["approval_status"]) == ("reversed", "approved")
    assert (reversed_bill["number"], reversed_bill["available_actions"]) == (bill["number"], [])
    assert await books.get(f"/bills/{bill['id']}") == reversed_bill
    entry = await books.get(f"/journal-entries/{reversed_bill['reversal_entry_id']}")
    posted = await books.get(f"/journal-entries/{bill['entry_id']}")
    assert entry["number"].startswith(f"REV-{YEAR}-")
    assert (entry["reversal_of"], entry["posting_date"]) == (bill["entry_id"], f"{YEAR}-04-15")
    for one, other in zip(entry["lines"], posted["lines"], strict=True):
        assert one["amount"]["amount"].removeprefix("-") == other["amount"]["amount"].removeprefix("-")
        assert one["amount"] != other["amount"]
        assert (one["account_id"], one["tax_rate"]) == (other["account_id"], other["tax_rate"])
    assert await books.aging(vendor, as_of=f"{YEAR}-04-14") == {"31_60": "119.00", "total": "119.00"}
    assert await books.aging(vendor, as_of=f"{YEAR}-04-15") == {}
    await books.check_books()


async def test_a_vendor_credit_is_reversed_too(books: Books) -> None:
    credit = await books.posted(vendor := await books.vendor(), kind="vendor_credit")
    assert (await books.reverse(credit, posting_date=f"{YEAR}-04-15")).status_code == 200
    assert await books.aging(vendor, as_of=f"{YEAR}-04-14") == {"31_60": "-119.00", "total": "-119.00"}
    assert await books.aging(vendor, as_of=f"{YEAR}-04-15") == {}


async def test_only_a_posted_bill_is_reversed_and_once(books: Books) -> None:
    submitted = await books.submitted()
    assert problem(await books.reverse(submitted)) == (409, "bill_not_posted")
    posted = await books.posted()
    assert problem(await books.reverse(posted, reason=" "))[0] == 422
    answers = await asyncio.gather(*(books.reverse(posted) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    assert {problem(answer) for answer in answers if answer.status_code == 409} == {(409, "bill_not_posted")}
    assert len((await books.get(f"/journal-entries?bill_id={posted['id']}"))["items"]) == 2


async def test_nothing_is_settled_beyond_what_is_open(application: Application, books: Books) -> None:
    bill = await books.posted(vendor := await books.vendor())
    credit = await books.posted(vendor, kind="vendor_credit", lines=[line("200.00")])
    day = date(YEAR, 3, 2)

    async def settle(amount: int) -> None:
        """Settle the bill with the vendor's credit, then try to reverse it."""
        async with undone(application, books.company.controller) as work:
            (owed,) = await items_of_bill(work, uuid_of(bill["id"]))
            (owing,) = await items_of_bill(work, uuid_of(credit["id"]))
            entity = owed.legal_entity_id
            matched = Match(owed.id, owing.id, amount, amount, amount)
            await allocate(work, [matched], side="payable", legal_entity_id=entity, currency="EUR", on=day)
            assert (await items_of_bill(work, owed.bill_id))[0].open_minor == 119_00 - amount
            aging = await ap_aging(work, entity, as_of=day, known_at=None, basis=Basis.DUE_DATE)
            (row,) = [row for row in aging.rows if row.vendor_id == owed.vendor_id]
            # What settles what changes neither what is owed in all nor the control account.
            assert row.amounts["total"].minor == 119_00 - 238_00
            assert aging.control is not None
            assert not aging.control.difference.minor
            await reverse_bill(work, ReverseBill(bill_id=owed.bill_id, version=2, reason="why"))

    for amount, refusal in ((119_01, OverAllocated), (119_00, HasAllocations), (1, HasAllocations)):
        with pytest.raises(refusal) as refused:
            await settle(amount)
        assert refused.value.status == 409


async def test_reports_tell_what_was_known_then_and_what_is_known_now(
    application: Application, books: Books, client: httpx2.AsyncClient
) -> None:
    """Submitted and posted in March for January; reversed in May for April."""
    vendor = await books.vendor()
    march, may = instant(f"{YEAR}-03-10"), instant(f"{YEAR}-05-10")
    body = books.bill(vendor, document_date=f"{YEAR}-01-20")
    company = books.company
    at_march, at_may = executor_at(application, march), executor_at(application, may)
    made = await at_march.execute(create_bill, BillCreate.model_validate(body), company.clerk.principal)
    command = DecideBill(bill_id=made.result.id, version=1, digest=made.result.digest)
    posted = await at_march.execute(approve_bill, command, company.approver.principal)
    assert posted.result.posting_date == date(YEAR, 1, 20)
    back = ReverseBill(bill_id=made.result.id, version=2, reason="why", posting_date=date(YEAR, 4, 1))
    await at_may.execute(reverse_bill, back, company.controller.principal)

    second = timedelta(seconds=1)
    before, after = f"{YEAR}-01-19", f"{YEAR}-04-01"
    for as_of, known_at, owed in (
        (before, may, None),
        (f"{YEAR}-01-20", march - second, None),
        (f"{YEAR}-01-20", march, "119.00"),
        (f"{YEAR}-03-31", march, "119.00"),
        (after, march, "119.00"),
        (after, may - second, "119.00"),
        (after, may, None),
        (f"{YEAR}-03-31", may, "119.00"),
        (f"{YEAR}-03-31", march - second, None),
    ):
        aging = await books.aging(vendor, as_of=as_of, known_at=known_at.isoformat())
        assert aging.get("total") == owed, (as_of, known_at)
        report = await books.get(
            f"/reports/trial-balance?{httpx2.QueryParams(as_of=as_of, known_at=known_at.isoformat())}"
        )
        assert report["difference"]["amount"] == report["accounts_payable"]["difference"]["amount"] == "0.00"
        assert report["known_at"] == known_at.isoformat().replace("+00:00", "Z")
