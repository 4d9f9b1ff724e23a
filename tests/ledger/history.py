"""A small company's history whose every figure can be worked out by hand, posted entry by entry.

Euros unless said. The year before: capital 10,000 into the bank; a sale of 2,000 and 380 tax, due 4 January. This year:
15 January 1,000 of it are paid; 1 February equipment for 500; 10 February a bill of 1,000 USD at 0.90, due 12 March;
20 March 400 USD of it are paid with 380 euros; 1 April 50 paid to the vendor for nothing yet; 2 April the vendor's
credit of 30; 1 May a bill of 200 for rent, due 31 May, disputed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import httpx2
import psycopg

from bursar.core.posting import PostingLine
from bursar.kit.ids import to_public, uuid7
from bursar.ledger.entries.actions import post_entry
from bursar.ledger.entries.schemas import NewEntry, PostedEntry
from bursar.ledger.open_items.schemas import LeftOpen
from bursar.platform.access import Permission
from bursar.platform.application import Application
from bursar.platform.work import open_work
from bursar.tables import allocations
from tests.books import YEAR, Books, uuid_of
from tests.company import SignedIn

LAST_YEAR = YEAR - 1


@dataclass(frozen=True)
class Match:
    """What a posting settles: the item, and by how much in its own and in base currency."""

    item: UUID
    minor: int
    item_base: int
    own_base: int


@dataclass
class History:
    """The company, and who it deals with."""

    application: Application
    books: Books
    admin_url: str
    customer: UUID
    vendor: UUID
    bill_entry: UUID | None = None

    @property
    def company(self) -> SignedIn:
        return self.books.company

    async def post(
        self,
        on: date,
        lines: Mapping[str, int] | list[PostingLine],
        *leaves: LeftOpen,
        series: str = "JRN",
        source: str = "manual",
        currency: str = "EUR",
        settles: Match | None = None,
        **changes: Any,
    ) -> PostedEntry:
        """Post an entry of amounts in cents by account code, with what it leaves open and settles."""
        if isinstance(lines, Mapping):
            lines = [PostingLine(self.company.ids.accounts[code], minor, "line") for code, minor in lines.items()]
        receivable = bool(leaves) and leaves[0].side == "receivable"
        sub_ledger: Any = "gl" if not leaves else "ar" if receivable else "ap"
        entry = NewEntry(
            legal_entity_id=self.company.legal_entity_id,
            sub_ledger=sub_ledger,
            series=series,
            fiscal_year=on.year,
            posting_date=on,
            document_date=on,
            source_type=source,
            source_id=changes.pop("source_id", uuid7(self.application.clock())),
            memo=changes.pop("memo", "history"),
            currency=currency,
            base_currency="EUR",
            vendor_id=None if not leaves or receivable else self.vendor,
            customer_id=self.customer if receivable else None,
            lines=tuple(lines),
            leaves=leaves,
            **changes,
        )
        async with open_work(self.application.app, self.company.controller.principal) as opened:
            work = replace(opened, permissions=frozenset(Permission))
            posted = await post_entry(work, entry)
            if settles is not None:
                own, other = (posted.item_ids[0], settles.own_base), (settles.item, settles.item_base)
                debit, credit = (other, own) if receivable else (own, other)
                row = {
                    "tenant_id": work.tenant_id,
                    "id": work.new_id(),
                    "legal_entity_id": entry.legal_entity_id,
                    "debit_item_id": debit[0],
                    "credit_item_id": credit[0],
                    "currency": currency,
                    "amount_minor": settles.minor,
                    "base_amount_minor": debit[1],
                    "debit_base_minor": debit[1],
                    "credit_base_minor": credit[1],
                    "allocated_on": on,
                    "recorded_at": work.now,
                    "created_by": work.actor_id,
                    "entry_id": posted.id if debit[1] != credit[1] else None,
                }
                await work.session.add(allocations, [row])
        return posted

    async def tell(self) -> None:
        """Post all of it."""
        sale_due = date(YEAR, 1, 4)
        await self.post(date(LAST_YEAR, 11, 10), {"1000": 10_000_00, "3000": -10_000_00})
        sale = await self.post(
            date(LAST_YEAR, 12, 5),
            {"1100": 2_380_00, "4000": -2_000_00, "2210": -380_00},
            LeftOpen(1, 2_380_00, sale_due, side="receivable", reference="=HYPERLINK(1)"),
            series="INV",
        )
        await self.post(
            date(YEAR, 1, 15),
            {"1000": 1_000_00, "1100": -1_000_00},
            LeftOpen(1, -1_000_00, date(YEAR, 1, 15), side="receivable", kind="payment"),
            series="PAY",
            settles=Match(sale.item_ids[0], 1_000_00, 1_000_00, 1_000_00),
        )
        await self.post(date(YEAR, 2, 1), {"1500": 500_00, "1000": -500_00})
        await self._dollars()
        await self.post(
            date(YEAR, 4, 1),
            {"2000": 50_00, "1000": -50_00},
            LeftOpen(1, -50_00, date(YEAR, 4, 1), kind="payment"),
            series="PAY",
        )
        await self.post(
            date(YEAR, 4, 2), {"2000": 30_00, "5100": -30_00}, LeftOpen(1, -30_00, date(YEAR, 4, 2)), series="VCR"
        )
        rent = await self.post(
            date(YEAR, 5, 1), {"6100": 200_00, "2000": -200_00}, LeftOpen(1, 200_00, date(YEAR, 5, 31)), series="BILL"
        )
        self.corrupt("UPDATE open_item SET disputed = true WHERE id = %s", rent.item_ids[0])

    async def _dollars(self) -> None:
        """Post the bill in dollars and the payment of a part of it, at another rate."""
        account = self.company.ids.accounts
        bill = await self.post(
            date(YEAR, 2, 10),
            [
                PostingLine(account["5100"], 1_000_00, "Services", base_minor=900_00),
                PostingLine(account["2000"], -1_000_00, "Payable", base_minor=-900_00),
            ],
            LeftOpen(1, 1_000_00, date(YEAR, 3, 12), base_minor=900_00),
            series="BILL",
            currency="USD",
        )
        self.bill_entry = bill.id
        await self.post(
            date(YEAR, 3, 20),
            [
                PostingLine(account["2000"], 400_00, "Paid", base_minor=380_00),
                PostingLine(account["1990"], -400_00, "Exchanged", base_minor=-380_00),
                PostingLine(account["1990"], 380_00, "Exchanged", base_minor=380_00, currency="EUR"),
                PostingLine(account["1000"], -380_00, "Paid", base_minor=-380_00, currency="EUR"),
                PostingLine(account["2000"], 0, "Exchange", base_minor=-20_00),
                PostingLine(account["7050"], 0, "Exchange", base_minor=20_00),
            ],
            LeftOpen(1, -400_00, date(YEAR, 3, 20), base_minor=-380_00, kind="payment"),
            series="PAY",
            currency="USD",
            settles=Match(bill.item_ids[0], 400_00, 360_00, 380_00),
        )

    async def close_last_year(self) -> None:
        """Post the year-end entry of the year before."""
        await self.post(date(LAST_YEAR, 12, 31), {"4000": 2_000_00, "3100": -2_000_00}, series="CLS", source="year_end")

    def corrupt(self, statement: str, *parameters: Any) -> int:
        """Change rows as no role can, with every guard standing aside."""
        with psycopg.connect(self.admin_url.replace("+psycopg", "")) as connection:
            connection.execute("SET session_replication_role = replica")
            return connection.execute(statement, parameters).rowcount

    async def report(self, name: str, **query: Any) -> Any:
        """Return a report as the viewer reads it."""
        named = {key.rstrip("_"): str(value) for key, value in query.items()}
        return await self.books.get(f"/reports/{name}?{httpx2.QueryParams(named)}")

    async def file(self, name: str, **query: Any) -> httpx2.Response:
        """Return a report as a file."""
        named = {key.rstrip("_"): str(value) for key, value in query.items()}
        answer = await self.books.send("GET", f"/reports/{name}?{httpx2.QueryParams(named)}", self.company.viewer)
        assert answer.status_code == 200, answer.text
        return answer

    def public(self, prefix: str, identifier: UUID) -> str:
        return to_public(prefix, identifier)


async def told(application: Application, client: httpx2.AsyncClient, admin_url: str, company: SignedIn) -> History:
    """Return a new company with its history."""
    books = Books(client, company)
    vendor = await books.vendor(name="+Vendor, Inc.")
    answer = await books.send("POST", "/customers", company.clerk, {"name": "@Customer"})
    assert answer.status_code == 201, answer.text
    history = History(application, books, admin_url, uuid_of(answer.json()["id"]), uuid_of(vendor))
    await history.tell()
    return history
