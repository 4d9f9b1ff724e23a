"""Fiscal years: made one after the other, and closed by an entry that moves the result once."""

import asyncio
from decimal import Decimal
from typing import Any
from uuid import uuid4

import httpx2
import psycopg

from bursar.kit.ids import to_public
from bursar.platform.application import Application
from tests.books import YEAR, Books, line, problem
from tests.company import SignedIn, company_named, sign_in_all

PAST = YEAR - 1


async def books_of(application: Application, admin_url: str, client: httpx2.AsyncClient, name: str) -> Books:
    return Books(client, await sign_in_all(application, admin_url, company_named(application, name)))


async def close(books: Books, year: int = PAST, state: str = "closed", **changes: Any) -> httpx2.Response:
    """Close a year as the controller."""
    body = {"legal_entity_id": books.entity, "state": state, **changes}
    return await books.send("POST", f"/fiscal-years/{year}/close", books.company.controller, body)


async def create(books: Books, year: int, **changes: Any) -> httpx2.Response:
    """Make a year as the controller."""
    body = {"legal_entity_id": books.entity, "fiscal_year": year, **changes}
    return await books.send("POST", "/fiscal-years", books.company.controller, body)


async def result(books: Books, year: int = PAST) -> Decimal:
    """Return what is left on income and expense at a year's end."""
    report = await books.get(f"/reports/trial-balance?as_of={year}-12-31&legal_entity_id={books.entity}")
    return sum(
        (Decimal(row["balance"]["amount"]) for row in report["rows"] if row["type"] in {"income", "expense"}), Decimal()
    )


async def test_the_year_end_moves_the_result_and_after_late_postings_only_what_they_left(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    books = await books_of(application, admin_url, client, "Year End")
    people = books.company
    await books.posted(document_date=f"{PAST}-03-10", lines=[line(account_id=books.account("6100"))])
    await books.posted(document_date=f"{PAST}-07-10", lines=[line("200.00", account_id=books.account("6200"))])
    await books.posted(document_date=f"{YEAR}-01-10", lines=[line("7.00", account_id=books.account("6200"))])
    assert await result(books) == 300
    first = (await close(books, state="soft_closed")).json()
    assert (first["entry_number"], first["moved"]["amount"]) == (f"CLS-{PAST}-000001", "-300.00")
    assert {(one["gl_state"], one["ap_state"]) for one in first["periods"]} == {("soft_closed", "soft_closed")}
    entry = await books.get(f"/journal-entries/{first['entry_id']}")
    assert (entry["posting_date"], entry["source_type"]) == (f"{PAST}-12-31", "year_end")
    assert entry["source_id"] == first["periods"][-1]["id"].replace("period_", "year_end_")
    moved = {one["account_code"]: one["amount"]["amount"] for one in entry["lines"]}
    assert moved == {"6100": "-100.00", "6200": "-200.00", "3100": "300.00"}
    assert await result(books) == 0
    assert await result(books, YEAR) == 7

    late = {"sub_ledger": "ap", "valid_until": "2999-01-01T00:00:00Z", "reason": "Late"}
    november = first["periods"][10]["id"]
    await books.send("POST", f"/periods/{november}/exceptions", people.controller, late)
    bill = await books.posted(document_date=f"{PAST}-11-10", lines=[line("50.00", account_id=books.account("6100"))])
    assert bill["posting_date"] == f"{PAST}-11-10"
    assert problem(await close(books)) == (409, "period_closed")  # Who closes has no exception of their own.
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO period_exception SELECT tenant_id, %s, id, 'gl', %s, '2999-01-01', 'x', %s, now() FROM period"
            " WHERE tenant_id = %s AND ends_on = %s",
            [uuid4(), people.controller.id, people.approver.id, people.tenant_id, f"{PAST}-12-31"],
        )
    second = (await close(books)).json()
    assert (second["entry_number"], second["moved"]["amount"]) == (f"CLS-{PAST}-000002", "-50.00")
    assert {(one["gl_state"], one["ap_state"], one["ar_state"]) for one in second["periods"]} == {("closed",) * 3}
    assert await result(books) == 0
    assert problem(await close(books)) == (409, "period_already_closed")
    await books.check_books()


async def test_a_year_without_a_result_is_closed_without_an_entry(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    books = await books_of(application, admin_url, client, "Empty Year")
    answer = await close(books)
    assert (answer.json()["entry_id"], answer.json()["moved"]["amount"]) == (None, "0.00")
    assert problem(await close(books)) == (409, "period_already_closed")


async def test_a_year_is_not_closed_while_a_bill_of_it_waits(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    books = await books_of(application, admin_url, client, "Waiting Year")
    await books.posted(document_date=f"{PAST}-03-10")
    bill = await books.submitted(document_date=f"{PAST}-02-10")
    answer = await close(books)
    assert problem(answer) == (409, "period_not_ready")
    assert list(answer.json()["details"]) == ["unposted_bills"]
    assert await result(books) == 100
    assert (await books.approve(bill)).status_code == 200
    assert (await close(books)).status_code == 200


async def test_nothing_is_left_of_a_year_that_was_closed_while_others_posted(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    books = await books_of(application, admin_url, client, "Busy Year")
    await books.posted(document_date=f"{PAST}-03-10")
    bills = [await books.submitted(document_date=f"{PAST}-06-10") for _ in range(8)]

    async def close_when_ready() -> int:
        while (answer := await close(books)).status_code == 409:
            assert problem(answer)[1] == "period_not_ready"
        return answer.status_code

    status, answers = await asyncio.gather(close_when_ready(), asyncio.gather(*(books.approve(bill) for bill in bills)))
    assert status == 200
    assert [answer.json()["posting_date"] for answer in answers] == [f"{PAST}-06-10"] * 8
    assert await result(books) == 0
    await books.check_books()


async def test_years_follow_one_another_without_gap_and_overlap(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    books = await books_of(application, admin_url, client, "Next Years")
    assert problem(await create(books, YEAR + 3)) == (422, "fiscal_year_gap")
    assert problem(await create(books, YEAR + 1)) == (409, "fiscal_year_overlaps")
    assert problem(await create(books, YEAR + 2, first_month=7)) == (409, "fiscal_year_overlaps")
    assert problem(await create(books, YEAR + 3, first_month=2)) == (422, "fiscal_year_gap")
    assert problem(await create(books, 20_000)) == (422, "invalid_request")
    answers = await asyncio.gather(*(create(books, YEAR + 2) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    found = (await books.get(f"/periods?fiscal_year={YEAR + 2}"))["items"]
    assert [one["starts_on"] for one in found] == [f"{YEAR + 2}-{month:02}-01" for month in range(1, 13)]
    assert {one["gl_state"] for one in found} == {"open"}
    bill = await books.posted(document_date=f"{YEAR + 2}-05-05")
    assert bill["number"].startswith(f"BILL-{YEAR + 2}-")


async def test_only_who_may_close_makes_and_closes_years_and_only_their_own(
    application: Application, admin_url: str, client: httpx2.AsyncClient, other_tenant: SignedIn
) -> None:
    books = await books_of(application, admin_url, client, "Years Of Others")
    theirs = to_public("entity", other_tenant.legal_entity_id)
    for entity in (theirs, "entity_01j2hw0psyfn79yan3pqykt7s0"):
        assert problem(await create(books, YEAR + 2, legal_entity_id=entity)) == (404, "not_found")
        assert problem(await close(books, legal_entity_id=entity)) == (404, "not_found")
    assert problem(await close(books, YEAR + 9)) == (404, "not_found")
    assert problem(await close(books, state="open")) == (422, "invalid_request")
    for member in (books.company.viewer, books.company.clerk, books.company.approver):
        body: dict[str, Any] = {"legal_entity_id": books.entity}
        closed = await books.send("POST", f"/fiscal-years/{PAST}/close", member, body)
        made = await books.send("POST", "/fiscal-years", member, {**body, "fiscal_year": YEAR + 2})
        assert problem(closed) == problem(made) == (403, "forbidden")


async def test_a_chart_without_retained_earnings_closes_no_year(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    books = await books_of(application, admin_url, client, "No Earnings")
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(
            "UPDATE ledger_account SET control = NULL WHERE tenant_id = %s AND control = 'retained_earnings'",
            [books.company.tenant_id],
        )
    answer = await close(books)
    assert problem(answer) == (422, "control_account_missing")
    assert answer.json()["details"] == {"control": "retained_earnings"}
