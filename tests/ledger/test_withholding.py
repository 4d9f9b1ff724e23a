"""Tax withheld by a vendor's code: as payments are recorded and as bills are posted, over a year, and taken back."""

import asyncio
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from sqlalchemy import Executable
from sqlalchemy import text as sql_text

from bursar.kit.db import Session
from bursar.kit.statements import Parameters, Row, sent
from bursar.ledger.payments.actions import record_payment
from bursar.ledger.payments.schemas import RecordPayment
from bursar.ledger.withholdings.queries import counted_so_far
from bursar.platform.application import Application
from tests.books import YEAR, Books, eur, problem, undone, uuid_of
from tests.company import SignedIn, company_named, sign_in_all
from tests.ledger.test_legal_entities import entity
from tests.ledger.test_payments import owed, paid, pay, take_back
from tests.payables.test_bill_exchange import lines_of, rate, usd
from tests.payables.test_budgets import cost

_counter = itertools.count(1)


async def code(books: Books, **changes: Any) -> str:
    """Create a withholding code of 10 percent of the net, at payments, and return its id."""
    named = {"legal_entity_id": books.entity, "code": f"WH-{next(_counter)}", "name": "Fees", "rate": "10"}
    body = {**named, "base": "net", "moment": "payment", **changes}
    answer = await books.send("POST", "/withholding-codes", books.company.controller, body)
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


async def vendor_with(books: Books, **changes: Any) -> str:
    """Create a vendor from whom is withheld as the code says, and return its id."""
    return await books.vendor(withholding_code_id=await code(books, **changes))


async def bill_of(books: Books, vendor: str, **changes: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a posted bill of 100.00 and 19.00 tax, and its one open item."""
    bill = await books.posted(vendor, **changes)
    (item,) = await owed(books, bill)
    return bill, item


async def whole(books: Books, vendor: str, **changes: Any) -> dict[str, Any]:
    """Pay a new bill of 119.00, all that is open of it, with enough money; return the payment."""
    _, item = await bill_of(books, vendor)
    return await paid(books, vendor, "119.00", pays=[{"open_item_id": item["id"]}], **changes)


async def withheld(books: Books, made: dict[str, Any]) -> str:
    """Return what a payment withheld: its settlement's entry takes it off the payable and owes it to the state."""
    (settlement,) = made["settlements"]
    if settlement["entry_id"] is None:
        return "0.00"
    entry = await books.entry(settlement)
    assert set(entry) == {"2000", "2220"}
    assert Decimal(entry["2000"]) == -Decimal(entry["2220"])
    return entry["2000"]


async def check(books: Books) -> None:
    """Assert that the books tie, live."""
    await books.check_books()
    found = await books.get(f"/integrity?legal_entity_id={books.entity}")
    assert found["outcome"] != "failed", found


async def test_a_vendor_names_its_code(books: Books) -> None:
    named = await code(books)
    vendor = await books.vendor(withholding_code_id=named)
    assert (await books.get(f"/vendors/{vendor}"))["withholding_code_id"] == named
    assert (await books.get(f"/vendors/{await books.vendor()}"))["withholding_code_id"] is None


async def test_a_controller_says_by_which_code_is_withheld_from_now_on(books: Books) -> None:
    vendor, named = await books.vendor(), await code(books)
    assert await withheld(books, await whole(books, vendor)) == "0.00"
    path, controller = f"/vendors/{vendor}/withhold", books.company.controller
    body = {"withholding_code_id": named}
    refused = await books.send("POST", path, books.company.clerk, body, If_Match='"1"')
    assert problem(refused) == (403, "forbidden")
    said = await books.send("POST", path, controller, body, If_Match='"1"')
    assert (said.status_code, said.headers["ETag"], said.json()["withholding_code_id"]) == (200, '"2"', named)
    assert await withheld(books, await whole(books, vendor)) == "10.00"
    late = await books.send("POST", path, controller, {"withholding_code_id": None}, If_Match='"1"')
    assert problem(late) == (412, "precondition_failed")
    unknown = {"withholding_code_id": "withholding_01j2hw0psyfn79yan3pqykt7s0"}
    assert (
        problem(await books.send("POST", path, controller, unknown, If_Match='"2"'))[1] == "withholding_code_not_found"
    )
    none = await books.send("POST", path, controller, {"withholding_code_id": None}, If_Match='"2"')
    assert none.json()["withholding_code_id"] is None
    assert await withheld(books, await whole(books, vendor)) == "0.00"


async def test_nobody_names_a_neighbours_code(books: Books, other_tenant: SignedIn) -> None:
    theirs = await code(Books(books.client, other_tenant))
    answer = await books.send("POST", "/vendors", books.company.clerk, {"name": "W", "withholding_code_id": theirs})
    assert problem(answer) == (422, "withholding_code_not_found")


async def test_a_payment_withholds_and_settles_all(books: Books) -> None:
    vendor = await vendor_with(books)
    bill, item = await bill_of(books, vendor)
    made = await paid(books, vendor, "109.00", pays=[{"open_item_id": item["id"]}])
    assert (made["unapplied"], await withheld(books, made)) == (eur("0.00"), "10.00")
    assert await books.entry(made) == {"1000": "-109.00", "2000": "109.00"}
    assert (await books.get(f"/bills/{bill['id']}"))["payment_status"] == "paid"
    await check(books)


@pytest.mark.parametrize(
    ("money", "asked", "settled", "tax", "unapplied"),
    [
        ("54.50", None, "59.50", "5.00", "0.00"),
        ("54.50", "59.50", "59.50", "5.00", "0.00"),
        ("119.00", None, "119.00", "10.00", "10.00"),
        ("119.00", "11.90", "11.90", "1.00", "108.10"),
    ],
)
async def test_a_part_is_withheld_on_by_its_share(
    books: Books, money: str, asked: str | None, settled: str, tax: str, unapplied: str
) -> None:
    vendor = await vendor_with(books)
    bill, item = await bill_of(books, vendor)
    named = {"open_item_id": item["id"], **({} if asked is None else {"amount": eur(asked)})}
    made = await paid(books, vendor, money, pays=[named])
    assert (await withheld(books, made), made["unapplied"]) == (tax, eur(unapplied))
    left = Decimal("119.00") - Decimal(settled)
    assert (await owed(books, bill))[0]["open"] == eur(str(left))
    await check(books)


async def test_what_reaches_the_threshold_is_withheld_on_with_what_came_before(books: Books) -> None:
    vendor = await vendor_with(books, threshold=eur("250.00"))
    assert [await withheld(books, await whole(books, vendor)) for _ in range(4)] == ["0.00", "0.00", "30.00", "10.00"]
    await check(books)


async def test_the_threshold_may_be_reached_within_a_payment(books: Books) -> None:
    vendor = await vendor_with(books, threshold=eur("250.00"))
    items = [(await bill_of(books, vendor))[1] for _ in range(3)]
    pays = [{"open_item_id": one["id"]} for one in items]
    made = await paid(books, vendor, "327.00", pays=pays)
    assert (await withheld(books, made), made["unapplied"]) == ("30.00", eur("0.00"))
    assert [(await books.get(f"/open-items/{one['id']}"))["open"] for one in items] == [eur("0.00")] * 3


async def test_oldest_first_withholds_as_well(books: Books) -> None:
    vendor = await vendor_with(books)
    items = [(await bill_of(books, vendor))[1] for _ in range(2)]
    made = await paid(books, vendor, "163.50", allocate="oldest_first")
    (settlement,) = made["settlements"]
    assert (await books.get(f"/journal-entries/{settlement['entry_id']}"))["lines"][0]["amount"] == eur("10.00")
    assert [(await books.get(f"/open-items/{one['id']}"))["open"] for one in items] == [eur("0.00"), eur("59.50")]
    assert made["unapplied"] == eur("0.00")
    await check(books)


async def test_the_gross_may_be_withheld_on_and_booked_to_an_account_of_the_code(books: Books) -> None:
    vendor = await vendor_with(books, base="gross", account_id=books.account("2100"))
    (settlement,) = (await whole(books, vendor))["settlements"]
    assert await books.entry(settlement) == {"2000": "11.90", "2100": "-11.90"}


async def test_a_year_begins_at_nothing(books: Books) -> None:
    vendor = await vendor_with(books, threshold=eur("150.00"))
    assert await withheld(books, await whole(books, vendor)) == "0.00"
    assert await withheld(books, await whole(books, vendor, paid_on=f"{YEAR + 1}-01-01")) == "0.00"
    assert await withheld(books, await whole(books, vendor, paid_on=f"{YEAR}-12-31")) == "20.00"


async def test_a_payment_taken_back_takes_its_part_of_the_year_with_it(books: Books) -> None:
    vendor = await vendor_with(books, threshold=eur("150.00"))
    await whole(books, vendor)
    crossing = await whole(books, vendor)
    assert await withheld(books, crossing) == "20.00"
    assert (await take_back(books, f"/payments/{crossing['id']}")).status_code == 200
    await check(books)
    # The year is at 100.00 again, so that the next one crosses anew, and bears the catching up.
    again = await whole(books, vendor)
    assert await withheld(books, again) == "20.00"
    (settlement,) = again["settlements"]
    assert (await take_back(books, f"/settlements/{settlement['id']}")).status_code == 200
    assert await withheld(books, await whole(books, vendor)) == "20.00"
    await check(books)


async def test_what_a_person_names_is_neither_computed_nor_counted(books: Books) -> None:
    vendor = await vendor_with(books, threshold=eur("150.00"))
    _, item = await bill_of(books, vendor)
    adjustments = [{"kind": "withholding", "amount": eur("3.00")}]
    made = await paid(books, vendor, "116.00", pays=[{"open_item_id": item["id"], "adjustments": adjustments}])
    assert await withheld(books, made) == "3.00"
    assert await withheld(books, await whole(books, vendor)) == "0.00"
    assert await withheld(books, await whole(books, vendor)) == "20.00"


async def test_a_discount_is_taken_before_tax_is_withheld(books: Books) -> None:
    vendor = await vendor_with(books, base="gross")
    bill, item = await bill_of(books, vendor, payment_terms="2/10 net 30")
    pays = [{"open_item_id": item["id"], "take_discount": True}]
    # 119.00 less 2.38 is 116.62, of which 11.66 are withheld.
    made = await paid(books, vendor, "104.96", pays=pays, paid_on=f"{YEAR}-03-12")
    assert made["unapplied"] == eur("0.00")
    assert (await owed(books, bill))[0]["open"] == eur("0.00")
    entry = await books.get(f"/journal-entries/{made['settlements'][0]['entry_id']}")
    assert [one["amount"] for one in entry["lines"] if one["account_code"] == "2220"] == [eur("-11.66")]
    await check(books)


async def test_other_adjustments_are_not_withheld_on(books: Books) -> None:
    vendor = await vendor_with(books, base="gross")
    bill, item = await bill_of(books, vendor)
    fee = {"kind": "bank_fee", "amount": eur("19.00")}
    made = await paid(books, vendor, "90.00", pays=[{"open_item_id": item["id"], "adjustments": [fee]}])
    assert made["unapplied"] == eur("0.00")
    assert (await owed(books, bill))[0]["open"] == eur("0.00")
    below = {"kind": "bank_fee", "amount": eur("-5.00")}
    _, other = await bill_of(books, vendor)
    refused = await pay(books, vendor, "130.00", pays=[{"open_item_id": other["id"], "adjustments": [below]}])
    assert problem(refused) == (422, "rounding_too_large")
    above = await pay(books, vendor, "200.00", pays=[{"open_item_id": other["id"], "amount": eur("150.00")}])
    assert problem(above) == (422, "settled_above_open")


async def test_a_bill_in_another_currency_counts_at_its_own_rate(books: Books) -> None:
    await rate(books, f"{YEAR}-05-05", "0.80")
    await rate(books, f"{YEAR}-06-02", "0.90")
    vendor = await vendor_with(books, threshold=eur("150.00"))
    bills = [await bill_of(books, vendor, currency="USD", document_date=f"{YEAR}-05-05") for _ in range(2)]
    first, second = [
        await paid(books, vendor, "0", of=usd("119.00"), pays=[{"open_item_id": item["id"]}], paid_on=f"{YEAR}-06-02")
        for _, item in bills
    ]
    # 100.00 dollars are 80.00 euros twice, of which 10 percent are 16.00 euros or 20.00 dollars.
    assert first["unapplied"] == usd("0.00")
    assert second["unapplied"] == usd("20.00")
    lines = await lines_of(books, second["settlements"][0]["entry_id"])
    assert ("2220", "-20.00", "-16.00") in lines
    assert [(await owed(books, bill))[0]["open"] for bill, _ in bills] == [usd("0.00")] * 2
    await check(books)


async def test_a_code_of_another_legal_entity_withholds_nothing_here(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    company = await sign_in_all(application, admin_url, company_named(application, "Withholding Elsewhere"))
    books = Books(client, company)
    elsewhere = await books.send("POST", "/legal-entities", books.company.controller, entity("Elsewhere"))
    vendor = await vendor_with(books, legal_entity_id=elsewhere.json()["id"])
    assert await withheld(books, await whole(books, vendor)) == "0.00"


async def test_a_refund_is_not_withheld_from(books: Books) -> None:
    vendor = await vendor_with(books)
    back = await paid(books, vendor, "50.00", direction="in")
    made = await paid(books, vendor, "50.00", pays=[{"open_item_id": back["open_item_id"]}])
    assert (await withheld(books, made), made["unapplied"]) == ("0.00", eur("0.00"))


async def test_those_who_pay_at_once_share_one_year(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    company = await sign_in_all(application, admin_url, company_named(application, "Withholding Race"))
    books = Books(client, company)
    vendor = await vendor_with(books, threshold=eur("250.00"))
    items = [(await bill_of(books, vendor))[1] for _ in range(6)]

    async def one(item: dict[str, Any]) -> httpx2.Response:
        return await pay(books, vendor, "119.00", pays=[{"open_item_id": item["id"], "amount": eur("119.00")}])

    answers = await asyncio.gather(*map(one, items))
    assert [answer.status_code for answer in answers] == [201] * 6
    taxes = sorted([Decimal(await withheld(books, answer.json())) for answer in answers])
    assert taxes == [Decimal(tax) for tax in ("0.00", "0.00", "10.00", "10.00", "10.00", "30.00")]
    await check(books)


class Explained(Session):
    """A session that keeps the plans of what it reads."""

    def __init__(self, session: Session) -> None:
        super().__init__(session._connection)  # noqa: SLF001 - the same connection, watched.
        self.plans: list[str] = []

    async def rows(self, statement: Executable, parameters: Parameters | None = None) -> Sequence[Row]:
        sql, arguments = sent(statement, parameters)
        self.plans.append("\n".join(one[0] for one in await self.send(f"EXPLAIN {sql}", *arguments)))
        return await super().rows(statement, parameters)


async def test_a_year_is_one_range_of_an_index(application: Application, books: Books) -> None:
    vendor, named = uuid_of(await books.vendor()), uuid_of(await code(books))
    async with undone(application, books.company.controller) as work:
        await work.session.run(sql_text("SET LOCAL enable_seqscan = off"))
        watched = Explained(work.session)
        await counted_so_far(replace(work, session=watched), vendor, named, date(YEAR, 3, 2), [])
    (plan,) = watched.plans
    found = re.search(r"ix_withholding_year.*\n\s*Index Cond: (.*)", plan)
    assert found is not None, plan
    assert all(name in found[1] for name in ("tenant_id", "vendor_id", "withholding_code_id", "counted_on")), plan


async def test_a_vendor_without_a_code_costs_nothing_more(application: Application, books: Books) -> None:
    async def statements(vendor: str) -> int:
        _, item = await bill_of(books, vendor)
        body = {
            "legal_entity_id": books.entity,
            "direction": "out",
            "vendor_id": vendor,
            "bank_account_id": books.account("1000"),
            "paid_on": f"{YEAR}-03-20",
            "amount": eur("10.00"),
            "pays": [{"open_item_id": item["id"]}],
        }
        command = RecordPayment.model_validate(body)
        return (await cost(application, record_payment, command, books.company.clerk)).statements

    without = await statements(await books.vendor())
    assert without == 7
    # The vendor's lock with its code, the year with the bills, and the note.
    below = await vendor_with(books, threshold=eur("1000.00"))
    assert await statements(below) == without + 3


async def test_a_dry_run_of_a_payment_tells_what_is_withheld(application: Application, books: Books) -> None:
    vendor = await vendor_with(books)
    _, item = await bill_of(books, vendor)
    command = RecordPayment.model_validate(
        {
            "legal_entity_id": books.entity,
            "direction": "out",
            "vendor_id": vendor,
            "bank_account_id": books.account("1000"),
            "paid_on": f"{YEAR}-03-20",
            "amount": eur("109.00"),
            "pays": [{"open_item_id": item["id"]}],
        }
    )
    dry = await application.executor.dry_run(record_payment, command, books.company.clerk.principal)
    amounts = {one["account_id"]: one["amount"]["amount"] for one in dry.effects.journal_lines}
    assert amounts[books.account("2220")] == "-10.00"
    assert (await books.get(f"/open-items/{item['id']}"))["open"] == eur("119.00")
