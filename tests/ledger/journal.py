"""Manual entries taken through the HTTP face."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from tests.books import YEAR, Books, eur
from tests.company import Member

DAY = f"{YEAR}-03-31"


@dataclass(frozen=True)
class Journal:
    """One company's manual entries."""

    books: Books

    def line(self, code: str, amount: str, **changes: Any) -> dict[str, Any]:
        """Return a line as it is sent, in euros unless told otherwise."""
        return {"account_id": self.books.account(code), "amount": eur(amount), **changes}

    def new(self, **changes: Any) -> dict[str, Any]:
        """Return an accrual of 1,200 euros as the clerk sends it."""
        return {
            "legal_entity_id": self.books.entity,
            "posting_date": DAY,
            "memo": "Rent accrual",
            "currency": "EUR",
            "lines": [self.line("6100", "1200.00"), self.line("6300", "-1200.00")],
            **changes,
        }

    async def submit(self, by: Member | None = None, **changes: Any) -> httpx2.Response:
        """Submit an entry, as the clerk unless told otherwise."""
        return await self.books.send("POST", "/manual-entries", by or self.books.company.clerk, self.new(**changes))

    async def submitted(self, **changes: Any) -> dict[str, Any]:
        """Return a submitted entry."""
        answer = await self.submit(**changes)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def decide(
        self, verb: str, entry: Mapping[str, Any], *, by: Member | None = None, version: int | None = None, **body: Any
    ) -> httpx2.Response:
        """Approve an entry as it was shown, reject or reverse it; as the controller unless told otherwise."""
        sent = body or ({"digest": entry["digest"]} if verb == "approve" else {"reason": "Wrong"})
        path, tag = f"/manual-entries/{entry['id']}/{verb}", f'"{version or entry["version"]}"'
        return await self.books.send("POST", path, by or self.books.company.controller, sent, If_Match=tag)

    async def posted(self, **changes: Any) -> dict[str, Any]:
        """Return an entry that was submitted and approved."""
        answer = await self.decide("approve", await self.submitted(**changes))
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def customer(self) -> str:
        """Create a customer and return its id."""
        answer = await self.books.send("POST", "/customers", self.books.company.clerk, {"name": "Kunde"})
        assert answer.status_code == 201, answer.text
        found: str = answer.json()["id"]
        return found

    async def read(self, entry: Mapping[str, Any]) -> Any:
        """Return an entry as it stands now."""
        return await self.books.get(f"/manual-entries/{entry['id']}")
