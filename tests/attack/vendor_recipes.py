"""What is held of vendors' other names and groups, and requests that reach for the neighbour's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tests.books import Books

if TYPE_CHECKING:
    from tests.attack.holdings import Holdings
    from tests.attack.recipes import Bodies


async def hold(books: Books, vendor_id: str) -> dict[str, str]:
    """Give a company's vendor another name, and return the ids by prefix."""
    named = {"name": f"{books.company.company.tenant} trading as"}
    answer = await books.send("POST", f"/vendors/{vendor_id}/aliases", books.company.clerk, named)
    assert answer.status_code == 201, answer.text
    group = (await books.get(f"/vendors/{vendor_id}"))["group_id"]
    return {"alias": answer.json()["id"], "group": group}


def _alias(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"name": "Reach"}}


def _link(ours: Holdings, theirs: Holdings, ids: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    yield {"json": {"vendor_id": ours.ids["vendor"]}}
    yield {"json": {"vendor_id": ids["vendor"]}, "path": f"/v1/vendors/{ours.ids['vendor']}/link"}


BODIES: Mapping[tuple[str, str], Bodies] = {
    ("POST", "/v1/vendors/{vendor_id}/aliases"): _alias,
    ("POST", "/v1/vendors/{vendor_id}/link"): _link,
}
