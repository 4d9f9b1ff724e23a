"""The outbox as a list: in the order of transactions, without gaps, for its tenant alone."""

import httpx2

from bursar.platform.application import Application
from tests.company import SignedIn


async def test_pulled_events_come_once_and_in_order(
    client: httpx2.AsyncClient, application: Application, demo: SignedIn, other_tenant: SignedIn
) -> None:
    for number in range(3):
        made = await client.post(
            "/v1/vendors", headers=demo.clerk.headers, json={"name": f"Pulled {number} {demo.tenant_id}"}
        )
        assert made.status_code == 201, made.text
    seen: list[str] = []
    params = {"limit": "2"}
    for _ in range(200):
        page = (await client.get("/v1/events", headers=demo.controller.headers, params=params)).json()
        seen += [event["id"] for event in page["items"]]
        if not page["items"]:
            break
        params["cursor"] = page["next_cursor"]
    assert len(seen) == len(set(seen)) >= 3
    assert page["next_cursor"] == params["cursor"]
    theirs = (await client.get("/v1/events", headers=other_tenant.controller.headers)).json()["items"]
    assert not {event["id"] for event in theirs} & set(seen)
    damaged = await client.get("/v1/events", headers=demo.controller.headers, params={"cursor": "nonsense"})
    assert damaged.json()["code"] == "bad_cursor"
    refused = await client.get("/v1/events", headers=demo.viewer.headers)
    assert refused.status_code == 403
