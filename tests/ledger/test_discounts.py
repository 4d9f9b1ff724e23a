"""Early-payment discounts over HTTP: what is offered until when, and payments that ask for more than there is."""

from typing import Any

import pytest

from tests.books import YEAR, Books, eur, line, problem
from tests.ledger.test_payments import owed, paid, pay


async def discount(books: Books, item: dict[str, Any], **query: str) -> dict[str, Any]:
    """Read an item's discount; of what is offered, without the item itself."""
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    found: dict[str, Any] = await books.get(f"/open-items/{item['id']}/discount?{asked}")
    assert found.pop("open_item_id") == item["id"]
    return found


async def test_the_terms_offer_a_discount_until_a_day(books: Books) -> None:
    bill = await books.posted(payment_terms="2/10 net 30", document_date=f"{YEAR}-03-02")
    (item,) = await owed(books, bill)
    offered = {"until": f"{YEAR}-03-12", "percent": "2"}
    in_time = await discount(books, item, on=f"{YEAR}-03-12")
    assert in_time == {"on": f"{YEAR}-03-12", **offered, "discount": eur("2.38"), "cash": eur("116.62")}
    too_late = await discount(books, item, on=f"{YEAR}-03-13")
    assert too_late == {"on": f"{YEAR}-03-13", **offered, "discount": eur("0.00"), "cash": eur("119.00")}
    on_the_net = await discount(books, item, on=f"{YEAR}-03-12", tax_mode="fixed")
    assert on_the_net["discount"] == eur("2.00")
    assert (await discount(books, item))["until"] == f"{YEAR}-03-12"


async def test_of_a_part_that_is_paid_the_rest_of_the_discount_is_left(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor, payment_terms="2/10 net 30", document_date=f"{YEAR}-03-02")
    (item,) = await owed(books, bill)
    pays = [{"open_item_id": item["id"], "take_discount": True}]
    await paid(books, vendor, "58.31", pays=pays, paid_on=f"{YEAR}-03-12")
    left = await discount(books, item, on=f"{YEAR}-03-12")
    assert (left["discount"], left["cash"]) == (eur("1.19"), eur("58.31"))


@pytest.mark.parametrize("terms", [None, "net 30"])
async def test_terms_without_a_discount_offer_none(books: Books, terms: str | None) -> None:
    (item,) = await owed(books, await books.posted(payment_terms=terms))
    found = await discount(books, item, on=f"{YEAR}-03-02")
    assert found == {
        "on": f"{YEAR}-03-02",
        "until": None,
        "percent": None,
        "discount": eur("0.00"),
        "cash": eur("119.00"),
    }


async def test_a_payment_and_an_unknown_item_have_no_discount(books: Books) -> None:
    made = await paid(books, await books.vendor(), "50.00")
    found = await discount(books, {"id": made["open_item_id"]})
    assert (found["until"], found["cash"]) == (None, eur("50.00"))
    unknown = made["open_item_id"][:-4] + "0000"
    answer = await books.send("GET", f"/open-items/{unknown}/discount", books.company.viewer)
    assert problem(answer) == (404, "not_found")


async def test_no_discount_is_taken_off_a_credit(books: Books) -> None:
    vendor = await books.vendor()
    credit = await books.posted(
        vendor, kind="vendor_credit", payment_terms="2/10 net 30", document_date=f"{YEAR}-03-02"
    )
    (item,) = await owed(books, credit)
    assert item["open"] == eur("-119.00")
    assert (await discount(books, item, on=f"{YEAR}-03-02"))["until"] is None
    pays = [{"open_item_id": item["id"], "take_discount": True}]
    made = await paid(books, vendor, "119.00", direction="in", pays=pays, paid_on=f"{YEAR}-03-05")
    assert (made["unapplied"], made["settlements"][0]["entry_id"]) == (eur("0.00"), None)
    await books.check_books()


async def test_what_cannot_be_paid_with_a_discount_is_refused(books: Books) -> None:
    vendor = await books.vendor()
    bills = [await books.posted(vendor, payment_terms="2/10 net 30", document_date=f"{YEAR}-03-02") for _ in range(2)]
    (first,), (second,) = [await owed(books, bill) for bill in bills]
    take = {"take_discount": True}
    dollars = [{"open_item_id": first["id"], **take, "amount": {"amount": "50.00", "currency": "USD"}}]
    assert problem(await pay(books, vendor, "50.00", pays=dollars, paid_on=f"{YEAR}-03-05")) == (
        422,
        "currency_mismatch",
    )
    too_much = [{"open_item_id": first["id"], "amount": eur("119.00")}, {"open_item_id": second["id"], **take}]
    assert problem(await pay(books, vendor, "100.00", pays=too_much, paid_on=f"{YEAR}-03-05")) == (
        422,
        "paid_above_payment",
    )
    below_zero = [{"open_item_id": first["id"], **take, "amount": eur("-1.00")}]
    assert problem(await pay(books, vendor, "100.00", pays=below_zero, paid_on=f"{YEAR}-03-05")) == (
        422,
        "nothing_settled",
    )
    assert [await owed(books, bill) for bill in bills] == [[first], [second]]


async def test_an_item_is_named_once(books: Books) -> None:
    vendor = await books.vendor()
    (item,) = await owed(books, await books.posted(vendor, lines=[line(tax_category="Z", tax_rate="0")]))
    half = {"open_item_id": item["id"], "amount": eur("50.00")}
    assert problem(await pay(books, vendor, "100.00", pays=[half, half])) == (422, "item_named_twice")
    assert (await owed(books, {"id": item["bill_id"]}))[0] == item
