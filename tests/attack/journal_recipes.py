"""What is held of manual and recurring entries and attachments, and requests that reach for the neighbour's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tests.books import YEAR, Books, eur

if TYPE_CHECKING:
    from tests.attack.holdings import Holdings
    from tests.attack.recipes import Bodies

# What was shown to those who decide, by the id of the entry.
_digests: dict[str, str] = {}


def _content(account: str, other: str, amount: str, **changes: Any) -> dict[str, Any]:
    lines = [{"account_id": account, "amount": eur(amount), **changes}]
    lines.append({"account_id": other, "amount": eur(f"-{amount}")})
    return {"memo": "reach", "currency": "EUR", "lines": lines}


async def hold(books: Books, seed: int, document: str) -> dict[str, str]:
    """Give a company manual entries, recurring ones and attachments, and return the ids by prefix."""
    name, clerk, boss = books.company.company.tenant, books.company.clerk, books.company.controller
    held = {}

    async def made(path: str, body: dict[str, Any]) -> dict[str, Any]:
        answer = await books.send("POST", path, clerk, body)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        if "digest" in found:
            _digests[found["id"]] = found["digest"]
        return found

    content = _content(books.account("6100"), books.account("6300"), f"{seed}4321.09") | {"memo": f"{name} accrual"}
    new = {"legal_entity_id": books.entity, "posting_date": f"{YEAR}-02-02", **content}
    posted = await made("/manual-entries", new)
    tag = f'"{posted["version"]}"'
    path = f"/manual-entries/{posted['id']}/approve"
    answer = await books.send("POST", path, boss, {"digest": posted["digest"]}, If_Match=tag)
    assert answer.status_code == 200, answer.text
    held["manual"] = (await made("/manual-entries", new))["id"]
    template = {"legal_entity_id": books.entity, "first_on": f"{YEAR}-02-02", "content": content}
    for number in (1, 2):
        held["recurring"] = (await made("/recurring-entries", {**template, "name": f"{name} template {number}"}))["id"]
    for of in (f"/manual-entries/{held['manual']}", f"/journal-entries/{answer.json()['entry_id']}"):
        held["attachment"] = (await made(f"{of}/attachments", {"document_id": document}))["id"]
    return held


def _manual(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    for content in _reaching(ours, ids):
        yield {"json": {"legal_entity_id": ours.ids["entity"], "posting_date": f"{YEAR}-02-02", **content}}
    yield {"json": {"legal_entity_id": ids["entity"], "posting_date": f"{YEAR}-02-02", **_good(ours)}}


def _recurring(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    template = {"legal_entity_id": ours.ids["entity"], "name": "reach", "first_on": f"{YEAR}-02-02"}
    for content in _reaching(ours, ids):
        yield {"json": {**template, "content": content}}
    yield {"json": {**template, "legal_entity_id": ids["entity"], "content": _good(ours)}}


def _good(ours: Holdings, **changes: Any) -> dict[str, Any]:
    return _content(ours.ids["account"], ours.ids["account"], "1.00", **changes)


def _reaching(ours: Holdings, ids: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    yield _content(ours.ids["account"], ids["account"], "1.00")
    for field, prefix in (
        ("vendor_id", "vendor"),
        ("customer_id", "customer"),
        ("cost_centre_id", "dimension"),
        ("project_id", "dimension"),
        ("tax_code_id", "taxcode"),
    ):
        yield _good(ours, **{field: ids[prefix]})


def _digest(prefix: str) -> Bodies:
    def bodies(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        yield {"json": {"digest": _digests[theirs.ids[prefix]]}}

    return bodies


def _reason(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"reason": "ours"}}


def _attach(prefix: str, path: str) -> Bodies:
    def bodies(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        yield {"json": {"document_id": ours.ids["document"]}}
        yield {"path": f"{path}/{ours.ids[prefix]}/attachments", "json": {"document_id": ids["document"]}}

    return bodies


BODIES: Mapping[tuple[str, str], Bodies] = {
    ("POST", "/v1/manual-entries"): _manual,
    ("POST", "/v1/manual-entries/{manual_entry_id}/approve"): _digest("manual"),
    ("POST", "/v1/manual-entries/{manual_entry_id}/reject"): _reason,
    ("POST", "/v1/manual-entries/{manual_entry_id}/reverse"): _reason,
    ("POST", "/v1/journal-entries/{entry_id}/reverse"): _reason,
    ("POST", "/v1/recurring-entries"): _recurring,
    ("POST", "/v1/recurring-entries/{recurring_id}/approve"): _digest("recurring"),
    ("POST", "/v1/recurring-entries/{recurring_id}/pause"): _reason,
    ("POST", "/v1/recurring-entries/{recurring_id}/end"): _reason,
    ("POST", "/v1/manual-entries/{manual_entry_id}/attachments"): _attach("manual", "/v1/manual-entries"),
    ("POST", "/v1/journal-entries/{entry_id}/attachments"): _attach("entry", "/v1/journal-entries"),
}
