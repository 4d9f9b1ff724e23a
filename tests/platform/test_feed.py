"""The outbox as a list: in the order of transactions, without gaps, for its tenant alone."""

import asyncio
from typing import Any

import httpx2

from bursar.kit.ids import from_public
from bursar.platform.application import Application
from tests.company import SignedIn, company_named, sign_in_all


async def test_pulled_events_come_once_and_in_order(
    client: httpx2.AsyncClient, application: Application, admin_url: str, other_tenant: SignedIn
) -> None:
    company = await sign_in_all(application, admin_url, company_named(application, "Pullers"))
    vendors = []
    for number in range(5):
        made = await client.post("/v1/vendors", headers=company.clerk.headers, json={"name": f"Pulled {number}"})
        assert made.status_code == 201, made.text
        vendors.append(str(from_public("vendor", made.json()["id"])))
    seen: list[dict[str, Any]] = []
    params = {"limit": "2"}

    async def pull() -> dict[str, Any]:
        page: dict[str, Any] = (
            await client.get("/v1/events", headers=company.controller.headers, params=params)
        ).json()
        return page

    def created() -> list[str]:
        return [event["subject_id"] for event in seen if event["type"] == "vendor.created"]

    while len(created()) < 5:
        page = await pull()
        seen += page["items"]
        if page["items"]:
            params["cursor"] = page["next_cursor"]
        else:  # Another worker's transaction may keep them below the horizon for a while.
            await asyncio.sleep(0.05)
    assert created() == vendors
    ids = {event["id"] for event in seen}
    assert len(ids) == len(seen)
    assert await pull() == {"items": [], "next_cursor": params["cursor"]}
    theirs = (await client.get("/v1/events", headers=other_tenant.controller.headers)).json()["items"]
    assert not {event["id"] for event in theirs} & ids
    damaged = await client.get("/v1/events", headers=company.controller.headers, params={"cursor": "nonsense"})
    assert damaged.json()["code"] == "bad_cursor"
    refused = await client.get("/v1/events", headers=company.viewer.headers)
    assert refused.status_code == 403
