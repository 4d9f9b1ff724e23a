"""What is held of payments and settlements, and requests that reach for the neighbour's items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bursar.kit.ids import to_public
from tests.books import YEAR, Books, eur

if TYPE_CHECKING:
    from tests.attack.holdings import Holdings
    from tests.attack.recipes import Bodies

_DAY = f"{YEAR}-03-20"


async def hold(books: Books, vendor: str) -> dict[str, str]:
    """Give a company two payments, one of which settles, and a write-off that waits; return the ids by prefix."""
    clerk, held = books.company.clerk, {}
    for _ in range(2):
        bill = await books.posted(vendor)
        (item,) = (await books.get(f"/open-items?bill_id={bill['id']}"))["items"]
        paid = {
            "legal_entity_id": books.entity,
            "direction": "out",
            "vendor_id": vendor,
            "bank_account_id": books.account("1000"),
            "paid_on": _DAY,
            "amount": eur("100.00"),
            "reference": f"{books.company.company.tenant} payment",
            "pays": [{"open_item_id": item["id"]}],
        }
        answer = await books.send("POST", "/payments", clerk, paid)
        assert answer.status_code == 201, answer.text
        rest = [{"open_item_id": item["id"], "adjustments": [{"kind": "write_off", "amount": eur("19.00")}]}]
        wanted = {"settled_on": _DAY, "reason": f"{books.company.company.tenant} rest", "items": rest}
        requested = await books.send("POST", "/settlements", clerk, wanted)
        assert requested.status_code == 201, requested.text
        held = {"item": item["id"], "payment": answer.json()["id"], "settlement": requested.json()["id"]}
    return held


def _payment(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    good = {
        "legal_entity_id": ours.ids["entity"],
        "direction": "out",
        "vendor_id": ours.ids["vendor"],
        "bank_account_id": to_public("account", ours.company.ids.accounts["1000"]),
        "paid_on": _DAY,
        "amount": eur("1.00"),
    }
    yield {"json": {**good, "legal_entity_id": ids["entity"]}}
    yield {"json": {**good, "vendor_id": ids["vendor"]}}
    yield {"json": {**good, "vendor_id": None, "customer_id": ids["customer"]}}
    yield {"json": {**good, "bank_account_id": ids["account"]}}
    yield {"json": {**good, "pays": [{"open_item_id": ids["item"]}]}}
    adjusted = {"kind": "discount", "amount": eur("1.00"), "account_id": ids["account"]}
    yield {"json": {**good, "pays": [{"open_item_id": ours.ids["item"], "adjustments": [adjusted]}]}}


def _settle(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    one = {"kind": "bank_fee", "amount": eur("1.00")}
    for item, account in ((ids["item"], None), (ours.ids["item"], ids["account"])):
        adjusted = {"open_item_id": item, "amount": eur("1.00"), "adjustments": [{**one, "account_id": account}]}
        yield {"json": {"settled_on": _DAY, "items": [adjusted]}}
    both = [{"open_item_id": ours.ids["item"]}, {"open_item_id": ids["item"]}]
    yield {"json": {"settled_on": _DAY, "items": both}}


def _with(json: Any) -> Bodies:
    def bodies(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        yield {"json": json}

    return bodies


BODIES: Mapping[tuple[str, str], Bodies] = {
    ("POST", "/v1/payments"): _payment,
    ("POST", "/v1/payments/{payment_id}/reverse"): _with({"reason": "ours"}),
    ("POST", "/v1/settlements"): _settle,
    ("POST", "/v1/settlements/{settlement_id}/approve"): _with({"digest": "0" * 64}),
    ("POST", "/v1/settlements/{settlement_id}/reject"): _with({"reason": "ours"}),
    ("POST", "/v1/settlements/{settlement_id}/reverse"): _with({"reason": "ours"}),
    ("POST", "/v1/open-items/{open_item_id}/dispute"): _with({"disputed": True}),
}
