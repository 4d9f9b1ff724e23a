"""What is held of exchange rates and revaluations, and requests that reach for the neighbour's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tests.books import YEAR, Books

if TYPE_CHECKING:
    from tests.attack.holdings import Holdings
    from tests.attack.recipes import Bodies

_DAY = f"{YEAR - 1}-03-31"


def new_rates(*values: str, **changes: Any) -> dict[str, Any]:
    """Return rates of the dollar as the clerk sends them, one for each type."""
    named = {"from_currency": "EUR", "to_currency": "USD", "valid_on": _DAY}
    types = ("closing", "spot", "average")
    rates = [{**named, "rate": value, "rate_type": one} for value, one in zip(values, types, strict=False)]
    return {"source": "ours", "rates": rates, **changes}


async def hold(books: Books, seed: int) -> dict[str, str]:
    """Give a company rates and two revaluations, and return the ids by prefix."""
    name, clerk, controller = books.company.company.tenant, books.company.clerk, books.company.controller
    body = new_rates(f"1.0{seed}98765432", f"1.1{seed}98765432", source=f"{name} rates")
    answer = await books.send("POST", "/exchange-rates", clerk, body)
    assert answer.status_code == 201, answer.text
    held = {"rate": answer.json()["items"][0]["id"]}
    for as_of in (_DAY, f"{YEAR - 1}-04-30"):
        run = {"legal_entity_id": books.entity, "as_of": as_of}
        answer = await books.send("POST", "/revaluations", controller, run)
        assert answer.status_code == 201, answer.text
        held["revaluation"] = answer.json()["id"]
    return held


def _rates(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    # It names nothing of anybody's: the same request twice, which must not touch what the neighbour recorded.
    yield {"json": new_rates("2.5", "2.6", "2.7")}


def _run(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"legal_entity_id": ids["entity"], "as_of": _DAY}}
    yield {"json": {"legal_entity_id": ids["entity"], "as_of": f"{YEAR - 1}-05-31"}}


def _reverse(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"reason": "ours"}}


BODIES: Mapping[tuple[str, str], Bodies] = {
    ("POST", "/v1/exchange-rates"): _rates,
    ("POST", "/v1/revaluations"): _run,
    ("POST", "/v1/revaluations/preview"): _run,
    ("POST", "/v1/revaluations/{revaluation_id}/reverse"): _reverse,
}
