"""What a decision would do to the books is told before it is made; and a blocked vendor's bill is not taken."""

import psycopg

from bursar.payables.bills.actions import approve_bill
from bursar.payables.bills.schemas import DecideBill
from bursar.platform.application import Application
from tests.books import YEAR, Books, problem, uuid_of


async def test_a_dry_run_tells_the_entry_and_the_items_and_leaves_nothing(
    application: Application, books: Books
) -> None:
    bill = await books.submitted(payment_terms="50% net 0, 50% net 30")
    command = DecideBill(bill_id=uuid_of(bill["id"]), version=1, digest=bill["digest"])
    dry = await application.executor.dry_run(approve_bill, command, books.company.approver.principal)
    assert dry.result.document_status == "posted"
    amounts = [item["amount"]["amount"] for item in dry.effects.open_items]
    assert amounts == ["59.50", "59.50"]
    assert dry.effects.open_items[0]["due_date"] == f"{YEAR}-03-02"
    assert len(dry.effects.journal_lines) == 3
    assert await books.get(f"/bills/{bill['id']}") == bill
    posted = (await books.approve(bill)).json()
    assert posted["number"] == dry.result.number  # The number was given back.


async def test_a_blocked_vendors_bill_is_not_taken(books: Books, admin_url: str) -> None:
    vendor = await books.vendor()
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute("UPDATE vendor SET state = 'blocked' WHERE id = %s", [uuid_of(vendor)])
    assert problem(await books.submit(books.bill(vendor))) == (409, "vendor_blocked")
    assert (await books.get(f"/vendors/{vendor}"))["state"] == "blocked"
