"""What is held of coding rules, and requests that reach for the neighbour's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tests.books import Books

if TYPE_CHECKING:
    from tests.attack.holdings import Holdings
    from tests.attack.recipes import Bodies


def _new(entity: str, account: str, **changes: Any) -> dict[str, Any]:
    return {"legal_entity_id": entity, "condition": 'vendor = "reach"', "account_id": account, **changes}


async def hold(books: Books) -> dict[str, str]:
    """Give a company two coding rules, and return the ids by prefix."""
    name, controller = books.company.company.tenant, books.company.controller
    ids = {}
    for which in ("first", "second"):
        condition = f'vendor = "{name} {which} secret vendor"'
        body = _new(books.entity, books.account("6100"), name=f"{name} {which} rule", condition=condition)
        answer = await books.send("POST", "/coding-rules", controller, body)
        assert answer.status_code == 201, answer.text
        ids["rule"] = answer.json()["id"]
    return ids


def _rule(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    for body in _try(ours, theirs, ids):
        yield {"json": {**body["json"], "name": "Reach"}}


def _try(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    entity, account = ours.ids["entity"], ours.ids["account"]
    yield {"json": _new(ids["entity"], account)}
    yield {"json": _new(entity, ids["account"])}
    for named, prefix in (("cost_centre_id", "dimension"), ("project_id", "dimension"), ("tax_code_id", "taxcode")):
        yield {"json": _new(entity, account, **{named: ids[prefix]})}


def _change(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    own = f"/v1/coding-rules/{ours.ids['rule']}"
    yield {"json": {"active": False}}
    for named, prefix in (
        ("account_id", "account"),
        ("cost_centre_id", "dimension"),
        ("project_id", "dimension"),
        ("tax_code_id", "taxcode"),
    ):
        yield {"path": own, "json": {named: ids[prefix]}}


BODIES: Mapping[tuple[str, str], Bodies] = {
    ("POST", "/v1/coding-rules"): _rule,
    ("POST", "/v1/coding-rules/try"): _try,
    ("PATCH", "/v1/coding-rules/{coding_rule_id}"): _change,
}
