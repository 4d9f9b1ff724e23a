"""A company of the throw-away instance that is sent documents: what `bursar eval duplicates` measures.

Vendors and bills are written over HTTP as people write them; whether a document came before is asked as agents ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from bursar.cli.client import Person
from bursar.cli.evaluation.coding_desk import HttpDesk, open_desk
from bursar.cli.throwaway import Instance
from bursar.evals.changes import Under
from bursar.evals.duplicates import Alarm, DuplicateScore, Progress, measure
from bursar.evals.histories import Sent, is_factored
from bursar.kit.ids import from_public, to_public, uuid7
from bursar.payables.bills.schemas import BillContent
from bursar.payables.duplicates.queries import Asked, find_duplicates, of_content
from bursar.platform.application import Application
from bursar.platform.work import open_work, system
from bursar.tables import documents

_FACTORS_ACCOUNT: Final = "DE99100000000000000001"


@dataclass(slots=True)
class SentDesk:
    """A clerk who enters what is sent; vendors and their twins come to be as they are met."""

    application: Application
    desk: HttpDesk
    tenant_id: UUID
    vendors: dict[tuple[int, Under], str] = field(default_factory=dict)
    places: dict[UUID, int] = field(default_factory=dict)
    files: dict[int, UUID] = field(default_factory=dict)

    @property
    def clerk(self) -> Person:
        """Who enters."""
        return self.desk.clerk

    async def keep(self, at: int, sent: Sent) -> None:
        """Enter a bill with its file."""
        self.files[at] = await self._file(at)
        bill = {
            **_content(sent),
            "legal_entity_id": self.desk.entity,
            "vendor_id": await self._vendor(sent.vendor, Under.SAME),
            "document_id": to_public("document", self.files[at]),
        }
        made = await self.clerk.request("POST", "/v1/bills", headers={"Idempotency-Key": f"sent {at}"}, json=bill)
        self.places[from_public("bill", made.json()["id"])] = at

    async def ask(self, sent: Sent, under: Under, same_file_as: int | None) -> Sequence[Alarm]:
        """Ask whether it was received before, as an agent does who has read it."""
        content = BillContent.model_validate(_content(sent))
        file = None if same_file_as is None else self.files[same_file_as]
        vendor_id = from_public("vendor", await self._vendor(sent.vendor, under))
        asked = Asked(facts=of_content(content, file), vendor_id=vendor_id, document_id=file)
        async with open_work(self.application.agent, system(self.tenant_id), clock=self.application.clock) as work:
            found = await find_duplicates(work, asked)
        return [Alarm(self.places[one.bill_id], one.duplicate.sentence) for one in found if one.bill_id is not None]

    async def _vendor(self, number: int, under: Under) -> str:
        if (number, under) not in self.vendors:
            own = _FACTORS_ACCOUNT if is_factored(number) else f"DE{number:020}"
            account = own if under in {Under.SAME, Under.SAME_ACCOUNT} else f"AT{number:09}{len(under.value):09}"
            made = await self._add(f"Vendor {number} {under}", account)
            if under is Under.GROUPED:
                same = await self._vendor(number, Under.SAME)
                key = {"Idempotency-Key": f"link {number}"}
                await self.clerk.request("POST", f"/v1/vendors/{made}/link", headers=key, json={"vendor_id": same})
            self.vendors[number, under] = made
        return self.vendors[number, under]

    async def _add(self, name: str, iban: str) -> str:
        body = {"name": name, "bank_accounts": [{"iban": iban}]}
        made = await self.clerk.request("POST", "/v1/vendors", headers={"Idempotency-Key": name}, json=body)
        found: str = made.json()["id"]
        return found

    async def _file(self, at: int) -> UUID:
        async with open_work(self.application.app, system(self.tenant_id), clock=self.application.clock) as work:
            file = uuid7(work.now)
            row = {
                "tenant_id": self.tenant_id,
                "id": file,
                "legal_entity_id": from_public("entity", self.desk.entity),
                "sha256": f"{at:064x}",
                "size_bytes": 1,
                "media_type": "application/pdf",
                "filename": f"{at}.pdf",
                "uploaded_by": work.actor_id,
                "received_at": work.now,
                "updated_at": work.now,
            }
            await work.session.add(documents, [row])
        return file


def _content(sent: Sent) -> dict[str, Any]:
    def money(minor: int) -> dict[str, str]:
        return {"amount": str(Decimal(minor) / 100), "currency": sent.currency}

    rate = str(sent.tax_percent)
    category = "S" if sent.tax_percent else "Z"
    group = {"tax_category": category, "tax_rate": rate, "base": money(sent.net), "tax": money(sent.tax)}
    return {
        "kind": "vendor_credit" if sent.is_credit else "bill",
        "vendor_reference": sent.number,
        "document_date": sent.on.isoformat(),
        "currency": sent.currency,
        "order_reference": sent.order,
        "lines": [
            {
                "description": text,
                "unit_price": str(Decimal(net) / 100),
                "net": money(net),
                "tax_category": category,
                "tax_rate": rate,
            }
            for text, net in sent.lines
        ],
        "tax_groups": [group],
    }


async def score_duplicates(
    instance: Instance, *, seed: int, vendors: int, copies: int, progress: Progress | None = None
) -> DuplicateScore:
    """Measure duplicates on the instance."""
    desk = await open_desk(instance)
    me = await desk.clerk.get("/v1/me")
    sent_desk = SentDesk(instance.application, desk, from_public("tenant", me["tenant"]["id"]))
    return await measure(sent_desk, seed=seed, vendors=vendors, copies=copies, progress=progress)
