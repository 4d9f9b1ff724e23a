"""Bills in another currency than the books': booked at the rate of their own date, paid at another, and never at 1."""

from decimal import Decimal
from typing import Any

from tests.books import YEAR, Books, eur, problem


def usd(amount: str) -> dict[str, str]:
    """Return dollars as they stand on the wire."""
    return {"amount": amount, "currency": "USD"}


async def rate(books: Books, on: str, value: str) -> None:
    """Record what a dollar costs in euros on a day."""
    one = {"from_currency": "USD", "to_currency": "EUR", "rate": value, "valid_on": on}
    body = {"source": "ECB", "rates": [one]}
    answer = await books.send("POST", "/exchange-rates", books.company.controller, body)
    assert answer.status_code == 201, answer.text


async def lines_of(books: Books, entry_id: str) -> list[tuple[str, str, str]]:
    """Return an entry's lines as account code, amount and base amount; its bases balance."""
    entry = await books.get(f"/journal-entries/{entry_id}")
    assert sum(Decimal(one["base_amount"]["amount"]) for one in entry["lines"]) == 0
    return [(one["account_code"], one["amount"]["amount"], one["base_amount"]["amount"]) for one in entry["lines"]]


async def test_a_bill_without_a_rate_is_refused(books: Books) -> None:
    body = books.bill(await books.vendor(), currency="USD", document_date=f"{YEAR}-07-01")
    assert problem(await books.submit(body)) == (422, "exchange_rate_missing")


async def test_a_bill_is_booked_at_its_own_rate_and_what_payment_realises_is_booked_apart(books: Books) -> None:
    await rate(books, f"{YEAR}-05-04", "0.90")
    await rate(books, f"{YEAR}-06-01", "0.95")
    vendor = await books.vendor()
    bill = await books.posted(vendor, currency="USD", document_date=f"{YEAR}-05-04")
    booked = await lines_of(books, bill["entry_id"])
    assert [one[1:] for one in booked] == [("100.00", "90.00"), ("19.00", "17.10"), ("-119.00", "-107.10")]
    (item,) = (await books.get(f"/open-items?bill_id={bill['id']}"))["items"]
    assert (item["open"], item["base_open"]) == (usd("119.00"), eur("107.10"))
    made = await pay(books, vendor, usd("59.50"), item["id"])
    (settlement,) = made["settlements"]
    # Half of the bill stood at 53.55 euros and took 56.53 (56.525) to pay.
    assert settlement["exchange_difference"] == eur("-2.98")
    (item,) = (await books.get(f"/open-items?bill_id={bill['id']}"))["items"]
    assert (item["open"], item["base_open"]) == (usd("59.50"), eur("53.55"))
    await books.check_books()
    made = await pay(books, vendor, usd("59.50"), item["id"])
    (item,) = (await books.get(f"/open-items?bill_id={bill['id']}"))["items"]
    assert (item["open"], item["base_open"]) == (usd("0.00"), eur("0.00"))
    await books.check_books()


async def test_a_dollar_bill_is_paid_in_pounds_from_books_in_euros(books: Books) -> None:
    await rate(books, f"{YEAR}-05-04", "0.90")
    vendor = await books.vendor()
    bill = await books.posted(vendor, currency="USD", document_date=f"{YEAR}-05-04")
    (item,) = (await books.get(f"/open-items?bill_id={bill['id']}"))["items"]
    pounds = {"amount": "95.00", "currency": "GBP"}
    made = await pay(books, vendor, pounds, item["id"], settled=usd("119.00"), base_amount=eur("110.00"))
    assert made["settlements"][0]["exchange_difference"] == eur("-2.90")
    entry = await books.get(f"/journal-entries/{made['entry_id']}")
    by_currency: dict[str, Decimal] = {}
    for one in entry["lines"]:
        currency = one["amount"]["currency"]
        by_currency[currency] = by_currency.get(currency, Decimal(0)) + Decimal(one["amount"]["amount"])
    assert by_currency == {"GBP": 0, "USD": 0}
    await books.check_books()


async def test_a_reversed_bill_in_dollars_leaves_nothing_in_euros(books: Books) -> None:
    await rate(books, f"{YEAR}-05-04", "0.913737")
    bill = await books.posted(currency="USD", document_date=f"{YEAR}-05-04")
    answer = await books.reverse(bill)
    assert answer.status_code == 200, answer.text
    items = (await books.get(f"/open-items?bill_id={bill['id']}"))["items"]
    assert {(one["open"]["amount"], one["base_open"]["amount"]) for one in items} == {("0.00", "0.00")}
    await books.check_books()


async def pay(books: Books, vendor: str, amount: dict[str, str], item: str, **changes: Any) -> dict[str, Any]:
    """Pay an item from the bank in June."""
    body = {
        "legal_entity_id": books.entity,
        "direction": "out",
        "vendor_id": vendor,
        "bank_account_id": books.account("1000"),
        "paid_on": f"{YEAR}-06-01",
        "amount": amount,
        "pays": [{"open_item_id": item}],
        **changes,
    }
    answer = await books.send("POST", "/payments", books.company.clerk, body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made
