"""Bills whose own tax is that of their discount taken: entered, posted, reported, paid in time and late, refused."""

import itertools
from typing import Any

import httpx2
import pytest

from bursar.payables.bills.actions import approve_bill, create_bill
from bursar.payables.bills.schemas import BillCreate, DecideBill
from bursar.platform.application import Application
from tests.books import YEAR, Books, eur, line, problem
from tests.company import company_named, sign_in_all
from tests.ledger.test_payments import owed, paid, pay
from tests.ledger.test_tax_report import report, told
from tests.payables.test_budgets import cost
from tests.payables.test_tax_codes import code, coded

_counter = itertools.count(1)
ISSUED = f"{YEAR}-03-02"
IN_TIME, LATE = f"{YEAR}-03-12", f"{YEAR}-03-13"
TAKEN: dict[str, Any] = {
    "discount_tax_mode": "as_if_taken",
    "payment_terms": "2/10 net 30",
    "document_date": ISSUED,
    "lines": [line("1000.00", tax_rate="20")],
}
STATED = {"tax_category": "S", "tax_rate": "20", "base": eur("980.00"), "tax": eur("196.00")}


@pytest.fixture
async def fresh(application: Application, admin_url: str, client: httpx2.AsyncClient) -> Books:
    """The books of a company of the test's own."""
    company = company_named(application, f"Discounted {next(_counter)}")
    return Books(client, await sign_in_all(application, admin_url, company))


@pytest.mark.parametrize("stated", [[], [STATED]])
async def test_the_tax_is_that_of_the_discounted_base_from_the_start(
    books: Books, stated: list[dict[str, Any]]
) -> None:
    bill = await books.posted(**TAKEN, tax_groups=stated)
    assert (bill["net"], bill["tax"], bill["gross"]) == (eur("1000.00"), eur("196.00"), eur("1196.00"))
    assert [(one["base"], one["tax"]) for one in bill["tax_groups"]] == [(eur("980.00"), eur("196.00"))]
    assert bill["discount_tax_mode"] == "as_if_taken"
    assert await books.get(f"/bills/{bill['id']}") == bill
    assert await books.entry(bill) == {"5000": "1000.00", "1400": "196.00", "2000": "-1196.00"}
    await books.check_books()


async def test_paid_in_time_the_discount_is_on_the_net_and_tax_stays(fresh: Books) -> None:
    vendor = await fresh.vendor()
    bill = await fresh.posted(vendor, **TAKEN)
    (item,) = await owed(fresh, bill)
    offered = await fresh.get(f"/open-items/{item['id']}/discount?on={IN_TIME}")
    assert (offered["discount"], offered["cash"]) == (eur("20.00"), eur("1176.00"))
    pays = [{"open_item_id": item["id"], "take_discount": True}]
    made = await paid(fresh, vendor, "1176.00", pays=pays, paid_on=IN_TIME)
    assert made["unapplied"] == eur("0.00")
    assert (await owed(fresh, bill))[0]["open"] == eur("0.00")
    (settled,) = made["settlements"]
    assert sorted((await fresh.entry(settled)).values()) == ["-20.00", "20.00"]
    # Nothing of the tax moved at the payment, and base and tax of the report are the bill's own.
    assert told(await report(fresh)) == [("input", None, "S", "20", "1400", "980.00", "196.00")]
    await fresh.check_books()


async def test_paid_late_all_is_paid_and_tax_stays(fresh: Books) -> None:
    vendor = await fresh.vendor()
    bill = await fresh.posted(vendor, **TAKEN)
    (item,) = await owed(fresh, bill)
    pays = [{"open_item_id": item["id"], "take_discount": True}]
    made = await paid(fresh, vendor, "1196.00", pays=pays, paid_on=LATE)
    assert (made["unapplied"], made["settlements"][0]["entry_id"]) == (eur("0.00"), None)
    assert told(await report(fresh)) == [("input", None, "S", "20", "1400", "980.00", "196.00")]
    await fresh.check_books()


async def test_instalments_share_the_discount(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor, **TAKEN | {"payment_terms": "2/10 50% net 10, 50% net 30"})
    assert bill["tax"] == eur("196.00")
    items = await owed(books, bill)
    assert [one["open"] for one in items] == [eur("598.00")] * 2
    pays = [{"open_item_id": items[0]["id"], "take_discount": True}]
    made = await paid(books, vendor, "588.00", pays=pays, paid_on=IN_TIME)
    assert made["unapplied"] == eur("0.00")
    assert [one["open"] for one in await owed(books, bill)] == [eur("0.00"), eur("598.00")]


async def test_each_code_has_its_own_discounted_base_and_a_reversal_takes_all_back(fresh: Books) -> None:
    half, inclusive = await code(fresh, recoverable_share="0.5"), await code(fresh, inclusive=True)
    lines = [coded(half, "300.00"), coded(inclusive, "118.62"), coded(await code(fresh), "100.00")]
    bill = await fresh.posted(**TAKEN | {"lines": lines})
    assert (bill["net"], bill["tax"]) == (eur("500.00"), eur("93.10"))
    assert [(one["base"], one["tax"]) for one in bill["tax_groups"]] == [(eur("490.00"), eur("93.10"))]
    rows = [(one[-2], one[-1]) for one in told(await report(fresh))]
    assert sorted(rows) == [("294.00", "27.93"), ("98.00", "18.62"), ("98.00", "18.62")]
    assert (await fresh.reverse(bill)).status_code == 200
    year = {"from": f"{YEAR}-01-01", "to": f"{YEAR}-12-31"}
    assert {(one[-2], one[-1]) for one in told(await report(fresh, **year))} == {("0.00", "0.00")}
    await fresh.check_books()


async def test_tax_that_is_rounded_on_each_line_is_discounted_on_each(books: Books) -> None:
    alone, together = [
        await books.posted(**TAKEN | {"lines": [coded(await code(books, rounding=how), "0.30")] * 3})
        for how in ("line", "group")
    ]
    # 0.30 less 2 % at 19 % is 0.0559: 0.06 three times, and 0.1676 on the sum.
    assert (alone["tax"], together["tax"]) == (eur("0.18"), eur("0.17"))
    assert {one["tax_groups"][0]["base"]["amount"] for one in (alone, together)} == {"0.88"}


async def test_a_credit_of_such_a_bill_gives_the_same_tax_back(fresh: Books) -> None:
    vendor = await fresh.vendor()
    await fresh.posted(vendor, **TAKEN)
    credit = await fresh.posted(vendor, **TAKEN, kind="vendor_credit")
    assert await fresh.entry(credit) == {"5000": "-1000.00", "1400": "-196.00", "2000": "1196.00"}
    assert told(await report(fresh)) == [("input", None, "S", "20", "1400", "0.00", "0.00")]
    await fresh.check_books()


async def test_the_bills_mode_is_the_payments_unless_it_says_another(books: Books) -> None:
    vendor = await books.vendor()
    fixed = await books.posted(vendor, **TAKEN | {"discount_tax_mode": "fixed"})
    assert fixed["tax"] == eur("200.00")
    (item,) = await owed(books, fixed)
    path = f"/open-items/{item['id']}/discount?on={IN_TIME}"
    assert (await books.get(path))["discount"] == eur("20.00")
    assert (await books.get(f"{path}&tax_mode=reduce"))["discount"] == eur("24.00")
    pays = [{"open_item_id": item["id"], "take_discount": True, "discount_tax_mode": "reduce"}]
    made = await paid(books, vendor, "1176.00", pays=pays, paid_on=IN_TIME)
    assert sorted((await books.entry(made["settlements"][0])).values()) == ["-20.00", "-4.00", "24.00"]


@pytest.mark.parametrize("mode", ["reduce", "fixed"])
async def test_a_payment_cannot_correct_tax_that_has_the_discount_in_it(books: Books, mode: str) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor, **TAKEN)
    (item,) = await owed(books, bill)
    pays = [{"open_item_id": item["id"], "take_discount": True, "discount_tax_mode": mode}]
    answer = await pay(books, vendor, "1176.00", pays=pays, paid_on=IN_TIME)
    assert problem(answer) == (422, "discount_tax_mode_conflict")
    path = f"/open-items/{item['id']}/discount?tax_mode={mode}"
    assert problem(await books.send("GET", path, books.company.viewer)) == (422, "discount_tax_mode_conflict")
    assert await owed(books, bill) == [item]


@pytest.mark.parametrize(
    ("changes", "code_"),
    [
        ({"payment_terms": "net 30"}, "discount_terms_missing"),
        ({"payment_terms": None}, "discount_terms_missing"),
        ({"payment_terms": None, "due_date": f"{YEAR}-04-01"}, "discount_terms_missing"),
        ({"payment_terms": "soon"}, "invalid_payment_terms"),
        ({"discount_tax_mode": "never"}, "invalid_request"),
        ({"tax_groups": [{**STATED, "base": eur("1000.00")}]}, "tax_group_mismatch"),
        ({"tax_groups": [{**STATED, "tax": eur("200.00")}]}, "tax_group_mismatch"),
        ({"discount_tax_mode": "reduce", "tax_groups": [STATED]}, "tax_group_mismatch"),
    ],
)
async def test_what_does_not_follow_from_the_terms_is_refused(
    books: Books, changes: dict[str, Any], code_: str
) -> None:
    answer = await books.submit(books.bill(await books.vendor(), **TAKEN | changes))
    assert problem(answer) == (422, code_)


async def test_the_vendors_own_terms_give_the_discount_where_the_bill_names_none(books: Books) -> None:
    vendor = await books.vendor(payment_terms="2/10 net 30")
    bill = await books.submitted(vendor, **TAKEN | {"payment_terms": None})
    assert (bill["payment_terms"], bill["tax"]) == ("2/10 net 30", eur("196.00"))


async def test_the_mode_is_part_of_what_is_approved(books: Books) -> None:
    vendor = await books.vendor()
    body = books.bill(vendor, **TAKEN, tax_groups=[])
    zero = {**body, "lines": [line("1000.00", tax_category="Z", tax_rate="0")]}
    digests = {
        (await books.submit({**zero, "discount_tax_mode": mode})).json()["digest"] for mode in ("reduce", "fixed")
    }
    assert len(digests) == 2


async def test_a_bill_of_any_mode_costs_five_statements(application: Application, books: Books) -> None:
    body = BillCreate.model_validate(books.bill(await books.vendor(), **TAKEN))
    created = await cost(application, create_bill, body, books.company.clerk)
    bill = created.result
    command = DecideBill(bill_id=bill.id, version=1, digest=bill.digest)
    approved = await cost(application, approve_bill, command, books.company.approver)
    assert (created.statements, approved.statements) == (5, 5)
