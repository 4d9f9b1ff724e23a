"""When a bill is posted: at its own date where that is open, else today, else not at all."""

from datetime import date

import httpx2
import psycopg
import pytest

from bursar.kit.db import DatabaseRefused
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.queries import PeriodClosed
from bursar.payables.bills.actions import approve_bill
from bursar.payables.bills.queries import lock_bill, new_entry
from bursar.payables.bills.schemas import BillRead, DecideBill
from bursar.payables.reversals.actions import ReversedTooEarly, reverse_bill
from bursar.payables.reversals.schemas import ReverseBill
from bursar.platform.application import Application
from tests.books import YEAR, Books, executor_at, instant, undone, uuid_of
from tests.company import company_named, sign_in_all


@pytest.fixture(scope="module")
async def closing(application: Application, admin_url: str, client: httpx2.AsyncClient) -> Books:
    """A company with books for one year, of which February is closed."""
    company = company_named(application, "Closed February", fiscal_years=(YEAR,))
    signed_in = await sign_in_all(application, admin_url, company)
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(
            "UPDATE period SET state = 'closed' WHERE tenant_id = %s AND starts_on = %s",
            [signed_in.tenant_id, date(YEAR, 2, 1)],
        )
    return Books(client, signed_in)


async def posted(application: Application, books: Books, document_date: str, on: str) -> BillRead:
    """Submit a bill of a date and approve it on a day."""
    bill = await books.submitted(document_date=document_date)
    command = DecideBill(bill_id=uuid_of(bill["id"]), version=1, digest=bill["digest"])
    executor = executor_at(application, instant(on))
    return (await executor.execute(approve_bill, command, books.company.approver.principal)).result


async def test_a_bill_is_posted_at_its_own_date(application: Application, closing: Books) -> None:
    bill = await posted(application, closing, f"{YEAR}-01-31", f"{YEAR}-03-15")
    assert (bill.posting_date, bill.document_date) == (date(YEAR, 1, 31), date(YEAR, 1, 31))


@pytest.mark.parametrize("document_date", [f"{YEAR}-02-01", f"{YEAR}-02-28", f"{YEAR - 3}-06-30", f"{YEAR + 5}-01-01"])
async def test_a_bill_of_a_closed_period_is_posted_today_and_keeps_its_date(
    application: Application, closing: Books, document_date: str
) -> None:
    bill = await posted(application, closing, document_date, f"{YEAR}-03-15")
    assert bill.posting_date == date(YEAR, 3, 15)
    assert (bill.number or "").startswith(f"BILL-{YEAR}-")
    entry = await closing.get(
        (await closing.get(f"/journal-entries?bill_id={_public(bill)}"))["items"][0]["id"].join(
            ["/journal-entries/", ""]
        )
    )
    assert (entry["posting_date"], entry["document_date"]) == (f"{YEAR}-03-15", document_date)
    vendor = (await closing.get(f"/bills/{_public(bill)}"))["vendor_id"]
    assert await closing.aging(vendor, as_of=f"{YEAR}-03-14") == {}
    assert (await closing.aging(vendor, as_of=f"{YEAR}-03-15"))["total"] == "119.00"


def _public(bill: BillRead) -> str:
    found: str = bill.model_dump(mode="json")["id"]
    return found


async def test_today_is_that_of_the_legal_entity(application: Application, closing: Books) -> None:
    bill = await closing.submitted(document_date=f"{YEAR}-02-10")
    command = DecideBill(bill_id=uuid_of(bill["id"]), version=1, digest=bill["digest"])
    late = instant(f"{YEAR}-03-14", hour=23)  # Half an hour past midnight and more in Berlin.
    outcome = await executor_at(application, late).execute(approve_bill, command, closing.company.approver.principal)
    assert outcome.result.posting_date == date(YEAR, 3, 15)


async def test_a_late_bill_goes_into_the_next_open_period_while_that_of_today_is_closed(
    application: Application, closing: Books
) -> None:
    bill = await posted(application, closing, f"{YEAR}-02-01", f"{YEAR}-02-10")
    assert (bill.posting_date, bill.document_date) == (date(YEAR, 3, 1), date(YEAR, 2, 1))


async def test_a_bill_is_not_posted_while_no_day_is_open_any_more(application: Application, closing: Books) -> None:
    with pytest.raises(PeriodClosed) as refused:
        await posted(application, closing, f"{YEAR}-02-01", f"{YEAR + 2}-01-10")
    assert (refused.value.status, refused.value.code) == (409, "period_closed")


async def test_the_database_keeps_a_closed_period_closed(application: Application, closing: Books) -> None:
    bill = await closing.submitted()

    async def post_in_february() -> None:
        async with undone(application, closing.company.approver) as work:
            locked = await lock_bill(work, uuid_of(bill["id"]))
            await post_entry(work, new_entry(locked, "BILL", YEAR, date(YEAR, 2, 3), ()))

    with pytest.raises(DatabaseRefused) as refused:
        await post_in_february()
    assert (refused.value.status, refused.value.code) == (409, "ledger_period_closed")


async def test_a_reversal_lies_in_an_open_period_and_not_before_the_posting(
    application: Application, closing: Books
) -> None:
    bill = await posted(application, closing, f"{YEAR}-01-31", f"{YEAR}-03-15")
    controller = closing.company.controller.principal
    executor = executor_at(application, instant(f"{YEAR}-03-20"))

    def reversal(on: str | None) -> ReverseBill:
        return ReverseBill.model_validate({"bill_id": bill.id, "version": 2, "reason": "why", "posting_date": on})

    with pytest.raises(PeriodClosed):
        await executor.execute(reverse_bill, reversal(f"{YEAR}-02-01"), controller)
    with pytest.raises(ReversedTooEarly):
        await executor.execute(reverse_bill, reversal(f"{YEAR}-01-30"), controller)
    assert (await executor.execute(reverse_bill, reversal(None), controller)).result.document_status == "reversed"
    await closing.check_books()


async def test_a_bill_posted_in_the_future_is_reversed_on_its_own_day_at_the_earliest(
    application: Application, closing: Books
) -> None:
    bill = await posted(application, closing, f"{YEAR}-12-24", f"{YEAR}-03-15")
    command = ReverseBill(bill_id=bill.id, version=2, reason="why")
    executor = executor_at(application, instant(f"{YEAR}-03-20"))
    await executor.execute(reverse_bill, command, closing.company.controller.principal)
    entries = (await closing.get(f"/journal-entries?bill_id={_public(bill)}"))["items"]
    assert {entry["posting_date"] for entry in entries} == {f"{YEAR}-12-24"}
