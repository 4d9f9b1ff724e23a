"""What is held of tax codes, and requests that reach for the neighbour's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tests.books import Books

if TYPE_CHECKING:
    from tests.attack.holdings import Holdings
    from tests.attack.recipes import Bodies

_RATE = {"valid_from": "2020-01-01", "rate": "19"}


def new_tax_code(entity: str, **changes: Any) -> dict[str, Any]:
    """Return a tax code as the controller sends it."""
    named = {"code": "REACH", "name": "Reach", "category": "S", "direction": "input", "rates": [_RATE]}
    return {"legal_entity_id": entity, **named, **changes}


def new_withholding_code(entity: str, **changes: Any) -> dict[str, Any]:
    """Return a withholding code as the controller sends it."""
    named = {"code": "REACH", "name": "Reach", "rate": "10", "base": "net", "moment": "payment"}
    return {"legal_entity_id": entity, **named, **changes}


async def hold(books: Books) -> dict[str, str]:
    """Give a company a tax code and two withholding codes, and return the ids by prefix."""
    name, controller = books.company.company.tenant, books.company.controller
    held = {}
    for prefix, path, body in (
        ("taxcode", "/tax-codes", new_tax_code(books.entity, code="HELD", name=f"{name} tax")),
        ("taxcode", "/tax-codes", new_tax_code(books.entity, code="HELD2", name=f"{name} more tax")),
        ("withholding", "/withholding-codes", new_withholding_code(books.entity, code="HELD", name=f"{name} kept")),
        ("withholding", "/withholding-codes", new_withholding_code(books.entity, code="HELD2", name=f"{name} more")),
    ):
        answer = await books.send("POST", path, controller, body)
        assert answer.status_code == 201, answer.text
        held[prefix] = answer.json()["id"]
    return held


def _tax_code(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": new_tax_code(ids["entity"])}
    yield {"json": new_tax_code(ours.ids["entity"], account_id=ids["account"])}


def _withholding_code(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": new_withholding_code(ids["entity"])}
    yield {"json": new_withholding_code(ours.ids["entity"], account_id=ids["account"])}


def _withhold(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"withholding_code_id": None}}
    yield {"json": {"withholding_code_id": ids["withholding"]}}


def _rate(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"valid_from": "2030-01-01", "rate": "20"}}


def _calculate(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    for codes in ([ids["taxcode"]], [ours.ids["taxcode"], ids["taxcode"]]):
        lines = [{"unit_price": "1.00", "tax_code_id": code} for code in codes]
        yield {"json": {"on": "2026-01-01", "currency": "EUR", "lines": lines}}


BODIES: Mapping[tuple[str, str], Bodies] = {
    ("POST", "/v1/tax-codes"): _tax_code,
    ("POST", "/v1/tax-codes/calculate"): _calculate,
    ("POST", "/v1/tax-codes/{tax_code_id}/rates"): _rate,
    ("POST", "/v1/withholding-codes"): _withholding_code,
    ("POST", "/v1/vendors/{vendor_id}/withhold"): _withhold,
}
