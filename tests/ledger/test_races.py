"""Many at once: numbers without a gap though some are rolled back, items used exactly, periods that close meanwhile."""

import asyncio
from typing import Any

import httpx2
import psycopg
import pytest

from bursar.ledger.payments.actions import record_payment
from bursar.ledger.payments.schemas import RecordPayment
from bursar.platform.application import Application
from bursar.platform.work import Work
from tests.books import YEAR, Books, eur, line, problem, uuid_of
from tests.company import company_named, sign_in_all
from tests.ledger.test_payments import owed, paid, pay

POSTS = 200
PAST = YEAR - 1


class RolledBack(Exception):  # noqa: N818 - what was done to the transaction.
    """The transaction ends here, after its number was taken and everything was written."""


@pytest.fixture(scope="module")
async def racing(application: Application, admin_url: str, client: httpx2.AsyncClient) -> Books:
    """A company of which nobody else posts anything."""
    return Books(client, await sign_in_all(application, admin_url, company_named(application, "Racing")))


def paid_alone(books: Books, vendor: str, number: int) -> RecordPayment:
    """Return a payment that settles nothing."""
    body = {
        "legal_entity_id": books.company.legal_entity_id,
        "direction": "out",
        "vendor_id": uuid_of(vendor),
        "bank_account_id": books.company.ids.accounts["1000"],
        "paid_on": f"{YEAR}-03-20",
        "amount": eur("1.00"),
        "reference": f"P{number}",
    }
    return RecordPayment.model_validate(body)


async def fail(_: Work, __: Any) -> None:
    raise RolledBack


async def test_numbers_of_two_hundred_at_once_have_no_gap_though_three_in_ten_are_rolled_back(
    application: Application, admin_url: str, racing: Books
) -> None:
    vendor, at_once = await racing.vendor(), asyncio.Semaphore(30)
    is_over = asyncio.Event()
    seen: list[int] = []

    async def post(number: int) -> str | None:
        fails = number % 10 in {2, 5, 8}
        async with at_once:
            try:
                outcome = await application.executor.execute(
                    record_payment,
                    paid_alone(racing, vendor, number),
                    racing.company.clerk.principal,
                    also=fail if fails else None,
                )
            except RolledBack:
                return None
            return outcome.result.number

    async def look_on() -> None:
        """Whoever looks meanwhile sees the numbers from one on without a gap: they are committed in their order."""
        query = "SELECT count(*), coalesce(max(number), 0) FROM journal_entry WHERE tenant_id = %s AND series = 'PAY'"
        async with await psycopg.AsyncConnection.connect(admin_url, autocommit=True) as connection:
            while not is_over.is_set():
                row = await (await connection.execute(query, [racing.company.tenant_id])).fetchone()
                assert row is not None
                assert row[0] == row[1]
                seen.append(row[1])
                await asyncio.sleep(0.005)

    looking = asyncio.create_task(look_on())
    numbers = await asyncio.gather(*(post(number) for number in range(POSTS)))
    is_over.set()
    await looking
    kept = [number for number in numbers if number is not None]
    assert len(kept) == POSTS * 7 // 10
    assert sorted(kept) == [f"PAY-{YEAR}-{number:06}" for number in range(1, len(kept) + 1)]
    assert seen == sorted(seen)
    assert len(set(seen)) > 3
    await racing.check_books()


async def test_thirty_who_allocate_one_item_from_two_sides_use_exactly_what_is_open(racing: Books) -> None:
    vendor = await racing.vendor()
    (item,) = await owed(racing, await racing.posted(vendor, lines=[line(tax_category="Z", tax_rate="0")]))
    brought = [(await paid(racing, vendor, "10.00"))["open_item_id"] for _ in range(15)]
    ten = {"amount": eur("10.00")}

    async def settle(own: str) -> httpx2.Response:
        items = [{"open_item_id": item["id"], **ten}, {"open_item_id": own, **ten}]
        body = {"settled_on": f"{YEAR}-03-20", "items": items}
        return await racing.send("POST", "/settlements", racing.company.clerk, body)

    one = [{"open_item_id": item["id"], **ten}]
    tries = [*(settle(own) for own in brought), *(pay(racing, vendor, "10.00", pays=one) for _ in range(15))]
    answers = await asyncio.gather(*tries)
    statuses = [answer.status_code for answer in answers]
    assert statuses.count(201) == 10
    assert {problem(answer) for answer in answers if answer.status_code != 201} <= {
        (422, "settled_above_open"),
        (409, "over_allocated"),
    }
    left = await racing.get(f"/open-items/{item['id']}")
    assert (left["open"], left["base_open"]) == (eur("0.00"), eur("0.00"))
    used = [one for one in brought if (await racing.get(f"/open-items/{one}"))["open"] == eur("0.00")]
    assert len(used) == statuses[:15].count(201)
    await racing.check_books()


async def test_one_payment_that_is_taken_back_and_settled_at_once_ends_in_one_of_the_two(racing: Books) -> None:
    vendor = await racing.vendor()
    for _ in range(8):
        (item,) = await owed(racing, await racing.posted(vendor, lines=[line(tax_category="Z", tax_rate="0")]))
        made = await paid(racing, vendor, "100.00")
        items = [{"open_item_id": item["id"]}, {"open_item_id": made["open_item_id"]}]
        body = {"settled_on": f"{YEAR}-03-20", "items": items}
        back = {"reason": "Returned", "reversed_on": f"{YEAR}-03-20"}
        settled, taken_back = await asyncio.gather(
            racing.send("POST", "/settlements", racing.company.clerk, body),
            racing.send("POST", f"/payments/{made['id']}/reverse", racing.company.clerk, back, If_Match='"1"'),
        )
        assert sorted([settled.is_success, taken_back.is_success]) == [False, True], (settled.text, taken_back.text)
        left = (await racing.get(f"/open-items/{item['id']}"))["open"]
        assert left == (eur("0.00") if settled.is_success else eur("100.00"))
    await racing.check_books()


async def test_nothing_is_paid_in_a_period_after_it_was_closed_meanwhile(racing: Books) -> None:
    vendor = await racing.vendor()
    found = await racing.get(f"/periods?fiscal_year={PAST}&legal_entity_id={racing.entity}")
    (june,) = [one for one in found["items"] if one["starts_on"] == f"{PAST}-06-01"]

    async def close() -> httpx2.Response:
        await asyncio.sleep(0.05)
        body = {"sub_ledger": "ap", "state": "closed"}
        return await racing.send("POST", f"/periods/{june['id']}/close", racing.company.controller, body)

    tries = [pay(racing, vendor, "1.00", paid_on=f"{PAST}-06-20") for _ in range(40)]
    closing, *answers = await asyncio.gather(close(), *tries)
    assert closing.status_code == 200, closing.text
    made = [answer for answer in answers if answer.status_code == 201]
    # Who asked before and writes after hears it from the database itself.
    refused = {problem(answer) for answer in answers if answer.status_code != 201}
    assert refused <= {(409, "period_closed"), (409, "ledger_period_closed")}
    listed = await racing.get(f"/open-items?vendor_id={vendor}&limit=200")
    assert len(listed["items"]) == len(made)
    assert problem(await pay(racing, vendor, "1.00", paid_on=f"{PAST}-06-20")) == (409, "period_closed")
    await racing.check_books()
