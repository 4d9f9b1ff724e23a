"""Bills whose lines name tax codes: resolved on the document's date, booked by share, and never changed after."""

from typing import Any

import pytest

from tests.books import YEAR, Books, eur, problem
from tests.company import SignedIn

_counter = iter(range(10**6))


async def code(books: Books, rate: str = "19", **changes: Any) -> str:
    """Create a tax code that has been valid for long and return its id."""
    body = {
        "legal_entity_id": books.entity,
        "code": f"B{next(_counter)}",
        "name": "Code of a bill",
        "category": "S",
        "direction": "input",
        "rates": [{"valid_from": "2000-01-01", "rate": rate}],
        **changes,
    }
    answer = await books.send("POST", "/tax-codes", books.company.controller, body)
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


def coded(code_id: str, price: str = "100.00", **changes: Any) -> dict[str, Any]:
    return {"description": "Cleaning", "unit_price": price, "tax_code_id": code_id} | changes


async def posted(books: Books, *lines: dict[str, Any], **changes: Any) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a posted bill of these lines, and its entry by account."""
    bill = await books.posted(lines=list(lines), **changes)
    return bill, await books.entry(bill)


async def test_a_code_says_category_and_rate_of_the_documents_date(books: Books) -> None:
    day = f"{YEAR}-03-02"
    tax = await code(books, rates=[{"valid_from": "2000-01-01", "rate": "19"}, {"valid_from": day, "rate": "16"}])
    before = await books.submitted(lines=[coded(tax)], document_date=f"{YEAR}-03-01")
    after = await books.submitted(lines=[coded(tax)], document_date=day)
    for bill, rate, gross in ((before, "19", "119.00"), (after, "16", "116.00")):
        (line,) = bill["lines"]
        assert (line["tax_category"], line["tax_rate"], line["tax_code_id"]) == ("S", rate, tax)
        assert bill["gross"] == eur(gross)
        assert await books.get(f"/bills/{bill['id']}") == bill


async def test_what_does_not_come_back_is_borne_by_the_line(books: Books) -> None:
    half, none = await code(books, recoverable_share="0.5"), await code(books, recoverable_share="0")
    lines = [coded(half, account_id=books.account("6100")), coded(none, "50.00", account_id=books.account("6300"))]
    bill, entry = await posted(books, *lines)
    assert bill["gross"] == eur("178.50")
    rows = (await books.get(f"/journal-entries/{bill['entry_id']}"))["lines"]
    told = [(one["account_code"], one["amount"]["amount"], (one["tax_base"] or {}).get("amount")) for one in rows]
    assert told == [
        ("6100", "109.50", None),
        ("6300", "59.50", None),
        ("1400", "9.50", "100.00"),
        ("1400", "0.00", "50.00"),
        ("2000", "-178.50", None),
    ]
    assert entry["2000"] == "-178.50"
    await books.check_books()


async def test_prices_with_tax_come_to_what_the_vendor_asks(books: Books) -> None:
    tax = await code(books, inclusive=True)
    bill, entry = await posted(books, *[coded(tax, "33.33", account_id=books.account("6100"))] * 3)
    assert (bill["net"], bill["tax"], bill["gross"]) == (eur("84.03"), eur("15.96"), eur("99.99"))
    assert (entry["1400"], entry["2000"]) == ("15.96", "-99.99")


async def test_the_vendors_own_tax_group_is_kept_and_divided(books: Books) -> None:
    half = await code(books, recoverable_share="0.5")
    stated = [{"tax_category": "S", "tax_rate": "19", "base": eur("100.00"), "tax": eur("19.02")}]
    bill, entry = await posted(books, coded(half, account_id=books.account("6100")), tax_groups=stated)
    assert bill["gross"] == eur("119.02")
    assert entry == {"6100": "109.51", "1400": "9.51", "2000": "-119.02"}


async def test_reverse_charge_is_owed_to_the_state_and_comes_back(books: Books) -> None:
    tax = await code(books, category="AE", recoverable_share="0.5")
    bill, entry = await posted(books, coded(tax, account_id=books.account("6100")))
    assert bill["gross"] == eur("100.00")
    assert entry == {"6100": "109.50", "1400": "9.50", "2200": "-19.00", "2000": "-100.00"}


async def test_tax_is_booked_to_the_codes_own_account(books: Books) -> None:
    tax = await code(books, account_id=books.account("2210"))
    _, entry = await posted(books, coded(tax, account_id=books.account("6100")))
    assert entry == {"6100": "100.00", "2210": "19.00", "2000": "-119.00"}


async def test_lines_with_and_without_a_code_stand_on_one_bill(books: Books) -> None:
    tax = await code(books)
    plain = {"description": "x", "unit_price": "10.00", "tax_category": "S", "tax_rate": "7"}
    bill, _ = await posted(books, coded(tax), plain, {**plain, "tax_rate": "19"})
    assert bill["gross"] == eur("141.60")
    assert [one["tax_code_id"] for one in bill["lines"]] == [tax, None, None]
    await books.check_books()


async def test_a_reversal_takes_tax_back_under_its_code(books: Books) -> None:
    tax = await code(books, recoverable_share="0.5")
    bill, _ = await posted(books, coded(tax))
    assert (await books.reverse(bill)).status_code == 200
    answer = await books.send(
        "POST",
        f"/tax-codes/{tax}/rates",
        books.company.controller,
        {"valid_from": f"{YEAR}-03-02", "rate": "20"},
    )
    assert problem(answer) == (409, "tax_rate_in_use")
    await books.check_books()


async def test_a_rate_changes_nothing_behind_what_is_posted(books: Books) -> None:
    tax = await code(books)
    bill, _ = await posted(books, coded(tax))
    path, controller = f"/tax-codes/{tax}/rates", books.company.controller
    same_day = await books.send("POST", path, controller, {"valid_from": f"{YEAR}-03-02", "rate": "20"})
    assert problem(same_day) == (409, "tax_rate_in_use")
    next_day = await books.send("POST", path, controller, {"valid_from": f"{YEAR}-03-03", "rate": "20"})
    assert next_day.status_code == 201
    assert await books.get(f"/bills/{bill['id']}") == bill


async def test_a_submitted_bill_keeps_the_rate_its_approver_saw(books: Books) -> None:
    tax = await code(books)
    bill = await books.submitted(lines=[coded(tax)])
    rate = {"valid_from": f"{YEAR}-01-01", "rate": "20"}
    assert (await books.send("POST", f"/tax-codes/{tax}/rates", books.company.controller, rate)).status_code == 201
    approved = await books.approve(bill)
    assert (approved.status_code, approved.json()["gross"]) == (200, eur("119.00"))


async def test_a_vendor_credit_takes_tax_back(books: Books) -> None:
    tax = await code(books, recoverable_share="0.5")
    _, entry = await posted(books, coded(tax, account_id=books.account("6100")), kind="vendor_credit")
    assert entry == {"6100": "-109.50", "1400": "-9.50", "2000": "119.00"}


@pytest.mark.parametrize(
    ("changes", "line", "refused"),
    [
        ({"direction": "output"}, {}, (422, "tax_code_not_usable")),
        ({"rates": [{"valid_from": "2999-01-01", "rate": "19"}]}, {}, (422, "tax_rate_missing")),
        ({}, {"tax_rate": "19"}, (422, "invalid_request")),
        ({}, {"tax_category": "Z"}, (422, "invalid_request")),
        ({}, {"tax_code_id": "taxcode_01j2hw0psyfn79yan3pqykt7s0"}, (422, "tax_code_not_usable")),
    ],
)
async def test_a_code_that_a_bill_cannot_take_is_refused(
    books: Books, changes: dict[str, Any], line: dict[str, Any], refused: tuple[int, str]
) -> None:
    tax = await code(books, **changes)
    answer = await books.submit(books.bill(await books.vendor(), lines=[coded(tax, **line)]))
    assert problem(answer) == refused
    if refused[1] != "invalid_request":
        assert answer.json()["errors"][0]["pointer"] == "/lines/0/tax_code_id"


async def test_an_inactive_code_is_taken_by_no_new_bill(books: Books) -> None:
    tax = await code(books)
    submitted = await books.submitted(lines=[coded(tax)])
    assert (await books.send("POST", f"/tax-codes/{tax}/deactivate", books.company.controller)).status_code == 200
    answer = await books.submit(books.bill(await books.vendor(), lines=[coded(tax)]))
    assert problem(answer) == (422, "tax_code_not_usable")
    assert (await books.approve(submitted)).status_code == 200


async def test_another_tenants_code_is_unknown_here(books: Books, other_tenant: SignedIn) -> None:
    theirs = await code(Books(books.client, other_tenant))
    answer = await books.submit(books.bill(await books.vendor(), lines=[coded(theirs)]))
    assert problem(answer) == (422, "tax_code_not_usable")


async def test_a_discount_corrects_tax_under_the_code_and_on_its_account(books: Books) -> None:
    half = await code(books, recoverable_share="0.5", account_id=books.account("2210"))
    vendor = await books.vendor()
    lines = [coded(half, account_id=books.account("6100")), coded(await code(books), account_id=books.account("6300"))]
    bill = await books.posted(vendor, lines=lines, payment_terms="2/10 net 30")
    (item,) = (await books.get(f"/open-items?bill_id={bill['id']}"))["items"]
    body = {
        "legal_entity_id": books.entity,
        "direction": "out",
        "vendor_id": vendor,
        "bank_account_id": books.account("1000"),
        "paid_on": f"{YEAR}-03-12",
        "amount": eur("233.24"),
        "pays": [{"open_item_id": item["id"], "take_discount": True}],
    }
    answer = await books.send("POST", "/payments", books.company.clerk, body)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["unapplied"] == eur("0.00")
    rows = (await books.get(f"/journal-entries/{made['settlements'][0]['entry_id']}"))["lines"]
    told = {(one["account_code"], one["amount"]["amount"], (one["tax_base"] or {}).get("amount")) for one in rows}
    assert ("2000", "4.76", None) in told
    assert ("2210", "-0.19", "-2.00") in told
    assert ("1400", "-0.38", "-2.00") in told
    await books.check_books()
