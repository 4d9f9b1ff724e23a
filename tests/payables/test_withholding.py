"""Tax withheld by a vendor's code as its bills are posted: a settlement of its own, over a year, and taken back."""

import asyncio
from typing import Any
from uuid import UUID

import httpx2

from bursar.payables.bills.actions import approve_bill
from bursar.payables.bills.schemas import DecideBill
from bursar.platform.application import Application
from tests.books import YEAR, Books, eur, line, problem, uuid_of
from tests.company import company_named, sign_in_all
from tests.ledger.test_payments import owed, paid, take_back
from tests.ledger.test_withholding import bill_of, check, vendor_with, withheld


async def taken_from(books: Books, vendor: str) -> list[dict[str, Any]]:
    """Return what was withheld from a vendor, as open items."""
    items = (await books.get(f"/open-items?vendor_id={vendor}&limit=200"))["items"]
    return [one for one in items if one["kind"] == "withholding"]


async def test_a_bill_is_withheld_from_as_it_is_posted(books: Books) -> None:
    vendor = await vendor_with(books, moment="invoice")
    bill, item = await bill_of(books, vendor)
    assert bill["payment_status"] == "partially_paid"
    assert item["open"] == eur("109.00")
    assert await books.get(f"/bills/{bill['id']}") == bill
    assert await books.entry(bill) == {"5000": "100.00", "1400": "19.00", "2000": "-119.00"}
    (taken,) = await taken_from(books, vendor)
    assert (taken["amount"], taken["open"], taken["posting_date"]) == (eur("-10.00"), eur("0.00"), f"{YEAR}-03-02")
    assert await books.entry(taken) == {"2000": "10.00", "2220": "-10.00"}
    # Paying it withholds no more.
    made = await paid(books, vendor, "109.00", pays=[{"open_item_id": item["id"]}])
    assert (await withheld(books, made), made["unapplied"]) == ("0.00", eur("0.00"))
    await check(books)


async def test_bills_reach_the_threshold_together_and_a_reversed_one_counts_no_more(books: Books) -> None:
    vendor = await vendor_with(books, moment="invoice", threshold=eur("250.00"))
    first, _ = await bill_of(books, vendor)
    await bill_of(books, vendor)
    assert await taken_from(books, vendor) == []
    assert (await books.reverse(first)).status_code == 200
    await bill_of(books, vendor)
    assert await taken_from(books, vendor) == []
    _, crossing = await bill_of(books, vendor)
    assert crossing["open"] == eur("89.00")
    assert [one["amount"] for one in await taken_from(books, vendor)] == [eur("-30.00")]
    await check(books)


async def test_instalments_bear_what_is_withheld_by_their_share(books: Books) -> None:
    vendor = await vendor_with(books, moment="invoice", rate="7")
    bill = await books.posted(vendor, payment_terms="50% net 0, 25% net 10, 25% net 30")
    assert [one["open"] for one in await owed(books, bill)] == [eur("56.00"), eur("28.00"), eur("28.00")]


async def test_a_bill_is_taken_back_after_what_was_withheld_of_it(books: Books) -> None:
    vendor = await vendor_with(books, moment="invoice", threshold=eur("100.00"))
    bill, _ = await bill_of(books, vendor)
    assert problem(await books.reverse(bill)) == (409, "bill_has_allocations")
    found = (await books.get(f"/settlements?legal_entity_id={books.entity}&limit=1"))["items"]
    assert (await take_back(books, f"/settlements/{found[0]['id']}")).status_code == 200
    open_again = await books.get(f"/bills/{bill['id']}")
    assert open_again["payment_status"] == "unpaid"
    assert (await books.reverse(open_again)).status_code == 200
    await check(books)
    _, item = await bill_of(books, vendor)
    assert item["open"] == eur("109.00")


async def test_a_vendors_credit_is_not_withheld_from(books: Books) -> None:
    vendor = await vendor_with(books, moment="invoice")
    credit, item = await bill_of(books, vendor, kind="vendor_credit")
    assert (credit["payment_status"], item["open"]) == ("unpaid", eur("-119.00"))


async def test_a_dry_run_of_an_approval_tells_what_is_withheld(application: Application, books: Books) -> None:
    bill = await books.submitted(await vendor_with(books, moment="invoice"), lines=[line("1000.00")])
    command = DecideBill(bill_id=uuid_of(bill["id"]), version=1, digest=bill["digest"])
    dry = await application.executor.dry_run(approve_bill, command, books.company.approver.principal)
    assert [one["amount"]["amount"] for one in dry.effects.open_items] == ["1190.00", "-100.00"]
    assert isinstance(dry.result.id, UUID)
    assert (await books.get(f"/bills/{bill['id']}"))["document_status"] == "submitted"


async def test_bills_that_are_posted_at_once_share_one_year(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    company = await sign_in_all(application, admin_url, company_named(application, "Posting Race"))
    books = Books(client, company)
    vendor = await vendor_with(books, moment="invoice", threshold=eur("250.00"))
    bills = [await books.submitted(vendor) for _ in range(5)]
    answers = await asyncio.gather(*map(books.approve, bills))
    assert [answer.status_code for answer in answers] == [200] * 5
    taken = sorted(one["amount"]["amount"] for one in await taken_from(books, vendor))
    assert taken == ["-10.00", "-10.00", "-30.00"]
    await check(books)
