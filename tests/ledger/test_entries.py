"""The journal: numbers without a gap whoever comes when, and pages that stay put."""

import asyncio

import httpx2

from bursar.platform.application import Application
from tests.books import Books
from tests.company import company_named, sign_in_all


async def test_numbers_stay_contiguous_while_thirty_post_at_once_and_some_fail(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    books = Books(client, await sign_in_all(application, admin_url, company_named(application, "Thirty At Once")))
    vendor = await books.vendor()
    bills = []
    for number in range(20):
        bills.append(await books.submitted(vendor, vendor_reference=f"N{number}"))
        if number % 2:  # The same document again: of the two approvals one fails, after it has taken a number.
            bills.append(await books.submitted(vendor, vendor_reference=f"n-{number:03}"))
    assert len(bills) == 30
    answers = await asyncio.gather(*(books.approve(bill) for bill in bills))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200] * 20 + [409] * 10
    posted = [answer.json() for answer in answers if answer.status_code == 200]
    series = posted[0]["number"].rpartition("-")[0]
    assert sorted(bill["number"] for bill in posted) == [f"{series}-{number:06}" for number in range(1, 21)]
    await books.check_books()
    found = []
    page = await books.get("/journal-entries?limit=7")
    while True:
        found += page["items"]
        if page["next_cursor"] is None:
            break
        page = await books.get(f"/journal-entries?limit=7&cursor={page['next_cursor']}")
    assert {entry["id"] for entry in found} == {bill["entry_id"] for bill in posted}
    assert [entry["id"] for entry in found] == sorted((entry["id"] for entry in found), reverse=True)
    assert len(found) == 20


async def test_the_entries_of_a_bill_are_its_posting_and_its_reversal(books: Books) -> None:
    bill = await books.posted()
    reversed_bill = (await books.reverse(bill)).json()
    entries = (await books.get(f"/journal-entries?bill_id={bill['id']}&legal_entity_id={books.entity}"))["items"]
    assert {entry["id"] for entry in entries} == {bill["entry_id"], reversed_bill["reversal_entry_id"]}
    assert {(entry["source_type"], entry["source_id"]) for entry in entries} == {("bill", bill["id"])}
    tax = next(one for one in entries[-1]["lines"] if one["account_code"] == "1400")
    assert (tax["tax_category"], tax["tax_rate"], tax["tax_base"]["amount"]) == ("S", "19", "100.00")
    assert tax["vendor_id"] == bill["vendor_id"]
