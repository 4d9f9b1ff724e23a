"""What people approve is known next time: the seller's other name; and what waits is seen by what comes after."""

from collections.abc import Callable
from typing import Any
from zlib import crc32

import pytest

from bursar.platform.application import Application
from bursar.platform.jobs.runner import Runner
from tests.agents.conftest import Desk
from tests.invoices import MadeInvoice, invoices


@pytest.fixture
def made(application: Application, request: pytest.FixtureRequest) -> Callable[[], MadeInvoice]:
    """Make an invoice that no other test has."""
    serial = iter(range(1000))

    def make(**options: Any) -> MadeInvoice:
        seed = crc32(f"{request.node.name} {next(serial)}".encode())
        return next(iter(invoices(1, today=application.clock().date(), seed=seed, **options)))

    return make


async def vendor(desk: Desk, **body: Any) -> dict[str, Any]:
    answer = await desk.client.post("/v1/vendors", headers=desk.company.clerk.headers, json=body)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_the_name_on_an_approved_document_is_the_vendors_from_then_on(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    known = await vendor(desk, name="Quite Another Name", tax_id=one.seller.vat_id)
    proposal = await desk.proposal(await desk.read(one.filename, one.content))
    assert proposal["payload"]["vendor_id"] == known["id"]
    aliases = f"/v1/vendors/{known['id']}/aliases"
    assert (await desk.get(aliases))["items"] == []
    assert (await desk.approve(proposal)).status_code == 200
    await desk.until(f"/v1/documents/{proposal['document_id']}", "status", beyond={"proposed"})
    (alias,) = (await desk.get(aliases))["items"]
    assert alias["name"] == one.seller.name


async def test_a_second_copy_is_seen_while_the_first_waits_and_again_when_the_vendor_changes(
    desk: Desk, made: Callable[[], MadeInvoice], runner: Runner
) -> None:
    one = made()
    first = await desk.proposal(await desk.read(one.filename, one.content))
    copy = one.content.replace(b"?>", b"?>\n<!-- sent again -->", 1)
    again = await desk.read(f"again-{one.filename}", copy)
    assert "duplicate_same_number_and_year" in again["reason_codes"]
    second = await desk.proposal(again)
    path = f"/v1/proposals/{second['id']}/possible-duplicates"
    (told,) = (await desk.get(path))["items"]
    assert (told["proposal_id"], told["bill_id"], told["severity"]) == (first["id"], None, "error")
    assert told["reasons"] == ["same_number_and_year"]
    # Under another vendor it is not the same number of one vendor any more, but still all the rest.
    payload = {**second["payload"], "vendor_id": (await vendor(desk, name="Elsewhere"))["id"], "new_vendor": None}
    answer = await desk.decide("edit", second, {"payload": payload}, desk.company.controller)
    assert answer.status_code == 201, answer.text
    edited = answer.json()
    (told,) = (await desk.get(f"/v1/proposals/{edited['id']}/possible-duplicates"))["items"]
    assert (told["reasons"], told["severity"]) == (["same_number_other_vendor"], "warning")
