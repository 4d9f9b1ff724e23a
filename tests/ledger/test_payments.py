"""Payments and settlements over HTTP: what is open after each, what is booked, and that the books tie at every step."""

import asyncio
from typing import Any

import httpx2
import pytest

from tests.books import YEAR, Books, eur, line, problem


async def owed(books: Books, bill: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a bill's open items in the order of their instalments."""
    found = (await books.get(f"/open-items?bill_id={bill['id']}"))["items"]
    return sorted(found, key=lambda one: one["instalment"])


async def pay(books: Books, vendor: str, amount: str, **changes: Any) -> httpx2.Response:
    """Record a payment to a vendor as the clerk."""
    body = {
        "legal_entity_id": books.entity,
        "direction": "out",
        "vendor_id": vendor,
        "bank_account_id": books.account("1000"),
        "paid_on": f"{YEAR}-03-20",
        "amount": eur(amount),
        **{{"of": "amount"}.get(name, name): value for name, value in changes.items()},
    }
    return await books.send("POST", "/payments", books.company.clerk, body)


async def paid(books: Books, vendor: str, amount: str, **changes: Any) -> dict[str, Any]:
    """Return a payment that was recorded."""
    answer = await pay(books, vendor, amount, **changes)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    # What the answer says without reading is what a reading says.
    assert await books.get(f"/payments/{made['id']}") == made
    return made


async def take_back(books: Books, path: str, version: int = 1, **body: Any) -> httpx2.Response:
    """Reverse a payment or a settlement."""
    sent = {"reason": "Sent to the wrong account", **body}
    return await books.send("POST", f"{path}/reverse", books.company.clerk, sent, If_Match=f'"{version}"')


async def test_a_payment_of_a_bill_is_one_entry_and_settles_it(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor)
    (item,) = await owed(books, bill)
    made = await paid(books, vendor, "119.00", pays=[{"open_item_id": item["id"]}], reference="R 1")
    assert made["number"].startswith(f"PAY-{YEAR}-")
    assert made["unapplied"] == eur("0.00")
    assert made["settlements"][0]["entry_id"] is None
    entry = await books.entry(made)
    assert entry == {"1000": "-119.00", "2000": "119.00"}
    assert (await owed(books, bill))[0]["open"] == eur("0.00")
    read = await books.get(f"/bills/{bill['id']}")
    assert (read["payment_status"], read["version"]) == ("paid", bill["version"] + 1)
    assert await books.aging(vendor, as_of=f"{YEAR}-03-19") != {}
    assert await books.aging(vendor, as_of=f"{YEAR}-03-20") == {}
    await books.check_books()


async def test_successive_part_payments_and_a_write_off_of_the_rest(books: Books) -> None:
    vendor = await books.vendor()
    lines = [line("40.00", quantity="5", tax_rate="10"), line("20.00", tax_category="Z", tax_rate="0")]
    bill = await books.posted(vendor, lines=lines)
    assert (bill["net"], bill["tax"], bill["gross"]) == (eur("220.00"), eur("20.00"), eur("240.00"))
    (item,) = await owed(books, bill)
    for amount, left, status in (
        ("120.00", "120.00", "partially_paid"),
        ("20.00", "100.00", "partially_paid"),
        ("99.00", "1.00", "partially_paid"),
    ):
        await paid(books, vendor, amount, pays=[{"open_item_id": item["id"]}])
        assert (await owed(books, bill))[0]["open"] == eur(left)
        assert (await books.get(f"/bills/{bill['id']}"))["payment_status"] == status
    settle = {
        "settled_on": f"{YEAR}-04-01",
        "reason": "Not worth a reminder",
        "items": [{"open_item_id": item["id"], "adjustments": [{"kind": "write_off", "amount": eur("1.00")}]}],
    }
    requested = (await books.send("POST", "/settlements", books.company.clerk, settle)).json()
    assert (requested["status"], requested["allocations"]) == ("requested", [])
    assert (await owed(books, bill))[0]["open"] == eur("1.00")
    path, body = f"/settlements/{requested['id']}/approve", {"digest": requested["digest"]}
    refused = await books.send("POST", path, books.company.clerk, body, If_Match='"1"')
    assert problem(refused) == (403, "forbidden")
    other = {"digest": "0" * 64}
    assert problem(await books.send("POST", path, books.company.controller, other, If_Match='"1"')) == (
        409,
        "digest_changed",
    )
    answer = await books.send("POST", path, books.company.controller, body, If_Match='"1"')
    assert answer.status_code == 200, answer.text
    assert answer.json()["status"] == "active"
    assert (await owed(books, bill))[0]["open"] == eur("0.00")
    assert (await books.get(f"/bills/{bill['id']}"))["payment_status"] == "paid"
    await books.check_books()


async def test_a_settlement_taken_back_leaves_the_payment_unapplied_and_the_bill_unpaid(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor)
    (item,) = await owed(books, bill)
    fee = {"kind": "bank_fee", "amount": eur("2.50")}
    made = await paid(books, vendor, "116.50", pays=[{"open_item_id": item["id"], "adjustments": [fee]}])
    (settlement,) = made["settlements"]
    assert settlement["entry_id"] is not None
    assert (await owed(books, bill))[0]["open"] == eur("0.00")
    await books.check_books()
    answer = await take_back(books, f"/settlements/{settlement['id']}", reversed_on=f"{YEAR}-04-02")
    assert answer.status_code == 200, answer.text
    assert answer.json()["status"] == "reversed"
    assert (await owed(books, bill))[0]["open"] == eur("119.00")
    assert (await books.get(f"/bills/{bill['id']}"))["payment_status"] == "unpaid"
    assert (await books.get(f"/payments/{made['id']}"))["unapplied"] == eur("116.50")
    assert problem(await take_back(books, f"/settlements/{settlement['id']}", 2)) == (409, "already_reversed")
    await books.check_books()
    # What was known and true before stays so.
    assert await books.aging(vendor, as_of=f"{YEAR}-04-01") == {}
    assert (await books.aging(vendor, as_of=f"{YEAR}-04-02"))["total"] == "2.50"


async def test_a_payment_taken_back_opens_what_it_had_paid(books: Books) -> None:
    vendor = await books.vendor()
    first, second = await books.posted(vendor), await books.posted(vendor)
    made = await paid(books, vendor, "200.00", allocate="oldest_first")
    assert [one["amount"] for one in made["settlements"][0]["allocations"]] == [eur("119.00"), eur("81.00")]
    assert (await owed(books, second))[0]["open"] == eur("38.00")
    answer = await take_back(books, f"/payments/{made['id']}")
    assert answer.status_code == 200, answer.text
    assert answer.json()["unapplied"] == eur("0.00")
    for bill in (first, second):
        assert (await owed(books, bill))[0]["open"] == eur("119.00")
    assert problem(await take_back(books, f"/payments/{made['id']}", 2)) == (409, "already_reversed")
    await books.check_books()


async def test_instalments_are_paid_oldest_first(books: Books) -> None:
    vendor = await books.vendor()
    terms = "30% net 30, 50% net 60, 20% net 90"
    bill = await books.posted(vendor, lines=[line(tax_category="Z", tax_rate="0")], payment_terms=terms)
    assert [one["open"] for one in await owed(books, bill)] == [eur("30.00"), eur("50.00"), eur("20.00")]
    await paid(books, vendor, "40.00", allocate="oldest_first")
    assert [one["open"] for one in await owed(books, bill)] == [eur("0.00"), eur("40.00"), eur("20.00")]
    await books.check_books()


async def test_a_discount_in_time_is_taken_with_the_tax_it_corrects(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor, payment_terms="2/10 net 30", document_date=f"{YEAR}-03-02")
    (item,) = await owed(books, bill)
    pays = [{"open_item_id": item["id"], "take_discount": True}]
    made = await paid(books, vendor, "116.62", pays=pays, paid_on=f"{YEAR}-03-12")
    assert made["unapplied"] == eur("0.00")
    (settlement,) = made["settlements"]
    booked = await books.entry(settlement)
    assert sorted(booked.values()) == ["-0.38", "-2.00", "2.38"]
    assert (await owed(books, bill))[0]["open"] == eur("0.00")
    await books.check_books()


async def test_a_discount_too_late_is_not_taken(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor, payment_terms="10/10 net 30", document_date=f"{YEAR}-03-02")
    (item,) = await owed(books, bill)
    pays = [{"open_item_id": item["id"], "take_discount": True}]
    made = await paid(books, vendor, "107.10", pays=pays, paid_on=f"{YEAR}-03-13")
    assert made["settlements"][0]["entry_id"] is None
    assert (await owed(books, bill))[0]["open"] == eur("11.90")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"of": eur("0.00")}, (422, "amount_not_positive")),
        ({"paid_on": "1990-01-01"}, (409, "period_closed")),
        ({"paid_on": f"{YEAR}-03-01"}, (422, "settled_too_early")),
        ({"of": {"amount": "10.00", "currency": "USD"}}, (422, "exchange_rate_missing")),
        ({"of": eur("500.00")}, None),
    ],
)
async def test_a_wrong_payment_is_refused_and_changes_nothing(
    books: Books, changes: dict[str, Any], expected: tuple[int, str] | None
) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor)
    (item,) = await owed(books, bill)
    answer = await pay(books, vendor, "119.00", **{"pays": [{"open_item_id": item["id"]}], **changes})
    if expected is None:  # What is too much for the bill stays open as unapplied cash.
        assert answer.json()["unapplied"] == eur("381.00")
        return
    assert problem(answer) == expected
    assert (await owed(books, bill))[0] == item
    assert (await books.get(f"/payments?vendor_id={vendor}"))["items"] == []


async def test_more_than_is_open_and_items_of_others_are_refused(books: Books) -> None:
    vendor, other = await books.vendor(), await books.vendor()
    (item,) = await owed(books, await books.posted(vendor))
    too_much = [{"open_item_id": item["id"], "amount": eur("119.01")}]
    assert problem(await pay(books, vendor, "200.00", pays=too_much)) == (422, "settled_above_open")
    short = [{"open_item_id": item["id"], "amount": eur("119.00")}]
    assert problem(await pay(books, vendor, "100.00", pays=short)) == (422, "paid_above_payment")
    assert problem(await pay(books, other, "119.00", pays=short)) == (422, "items_do_not_match")
    assert problem(await pay(books, vendor, "1.00", bank_account_id=books.account("6300"))) == (
        422,
        "not_a_bank_account",
    )


async def test_thirty_clerks_who_pay_one_bill_pay_it_once(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor)
    (item,) = await owed(books, bill)
    pays = [{"open_item_id": item["id"], "amount": eur("11.90")}]
    answers = await asyncio.gather(*(pay(books, vendor, "11.90", pays=pays) for _ in range(30)))
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [201] * 10 + [422] * 20
    assert (await owed(books, bill))[0]["open"] == eur("0.00")
    await books.check_books()


async def test_nobody_approves_a_write_off_of_their_own_and_a_rejected_one_changes_nothing(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor)
    (item,) = await owed(books, bill)
    wanted = [{"open_item_id": item["id"], "adjustments": [{"kind": "write_off", "amount": eur("119.00")}]}]
    settle = {"settled_on": f"{YEAR}-04-01", "reason": "The vendor is gone", "items": wanted}
    controller = books.company.controller
    assert problem(await books.send("POST", "/settlements", controller, {**settle, "reason": None})) == (
        422,
        "reason_missing",
    )
    requested = (await books.send("POST", "/settlements", controller, settle)).json()
    path = f"/settlements/{requested['id']}"
    own = await books.send("POST", f"{path}/approve", controller, {"digest": requested["digest"]}, If_Match='"1"')
    assert problem(own) == (403, "own_document")
    rejected = await books.send("POST", f"{path}/reject", controller, {"reason": "It is not"}, If_Match='"1"')
    assert rejected.json()["status"] == "rejected"
    late = await books.send("POST", f"{path}/approve", controller, {"digest": requested["digest"]}, If_Match='"2"')
    assert problem(late) == (409, "settlement_not_requested")
    assert (await owed(books, bill))[0] == item
    pays = [{**wanted[0], "amount": eur("119.00")}]
    assert problem(await pay(books, vendor, "1.00", pays=pays, reference="Rest")) == (422, "write_off_needs_approval")


async def test_what_was_taken_back_is_not_settled_again_on_an_earlier_day(books: Books) -> None:
    vendor = await books.vendor()
    bill = await books.posted(vendor)
    (item,) = await owed(books, bill)
    pays = [{"open_item_id": item["id"]}]
    made = await paid(books, vendor, "119.00", pays=pays, paid_on=f"{YEAR}-03-10")
    answer = await take_back(books, f"/payments/{made['id']}", reversed_on=f"{YEAR}-03-20")
    assert answer.status_code == 200, answer.text
    early = await pay(books, vendor, "119.00", pays=pays, paid_on=f"{YEAR}-03-19")
    assert problem(early) == (422, "settled_too_early")
    await paid(books, vendor, "119.00", pays=pays, paid_on=f"{YEAR}-03-20")
    for day, total in (("03-09", "119.00"), ("03-15", None), ("03-20", None)):
        assert (await books.aging(vendor, as_of=f"{YEAR}-{day}")).get("total") == total
