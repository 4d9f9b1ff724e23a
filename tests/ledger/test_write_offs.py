"""Write-offs of what is worth nothing in base currency: they need a second person as any other."""

from typing import Any

from tests.books import YEAR, Books, problem
from tests.ledger.test_payments import pay


def yen(amount: int) -> dict[str, str]:
    return {"amount": str(amount), "currency": "JPY"}


async def owed_in_yen(books: Books, vendor: str) -> dict[str, Any]:
    """Leave 1,000 yen open that are booked at one cent."""
    cent = {"amount": "0.01", "currency": "EUR"}
    lines = [
        {"account_id": books.account("5000"), "amount": yen(1000), "base_amount": cent},
        {
            "account_id": books.account("2000"),
            "amount": yen(-1000),
            "base_amount": {**cent, "amount": "-0.01"},
            "vendor_id": vendor,
        },
    ]
    body = {
        "legal_entity_id": books.entity,
        "posting_date": f"{YEAR}-03-02",
        "memo": "Little",
        "currency": "JPY",
        "lines": lines,
    }
    made = (await books.send("POST", "/manual-entries", books.company.clerk, body)).json()
    path = f"/manual-entries/{made['id']}/approve"
    answer = await books.send(
        "POST", path, books.company.controller, {"digest": made["digest"]}, If_Match=f'"{made["version"]}"'
    )
    assert answer.status_code == 200, answer.text
    (item,) = (await books.get(f"/open-items?entry_id={answer.json()['entry_id']}"))["items"]
    found: dict[str, Any] = item
    return found


async def test_what_is_worth_nothing_in_base_is_written_off_by_two_as_well(books: Books) -> None:
    vendor = await books.vendor()
    item = await owed_in_yen(books, vendor)
    off = {"open_item_id": item["id"], "amount": yen(100), "adjustments": [{"kind": "write_off", "amount": yen(100)}]}
    with_a_payment = await pay(
        books, vendor, "1.00", of=yen(1), base_amount={"amount": "0.01", "currency": "EUR"}, pays=[off], reference="Why"
    )
    assert problem(with_a_payment) == (422, "write_off_needs_approval")
    body = {"settled_on": f"{YEAR}-03-02", "reason": "Not worth it", "items": [off]}
    answer = await books.send("POST", "/settlements", books.company.clerk, body)
    assert answer.status_code == 201, answer.text
    asked = answer.json()
    assert asked["status"] == "requested"
    done = await books.send(
        "POST",
        f"/settlements/{asked['id']}/approve",
        books.company.controller,
        {"digest": asked["digest"]},
        If_Match=f'"{asked["version"]}"',
    )
    assert done.json()["status"] == "active"
    left = await books.get(f"/open-items/{item['id']}")
    assert (left["open"], left["base_open"]) == (yen(900), {"amount": "0.01", "currency": "EUR"})
    await books.check_books()
