"""No report reads another tenant's rows on its way: every table is entered by an index that begins with the tenant."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import Executable, text

from bursar.kit.db import Session
from bursar.kit.statements import Parameters, Row, sent
from bursar.ledger.integrity.queries import check_books
from bursar.ledger.reports.queries.aging import Layout, customer_aging, vendor_aging
from bursar.ledger.reports.queries.asked import Asked, asked_at, asked_over
from bursar.ledger.reports.queries.cash_flow import cash_flow
from bursar.ledger.reports.queries.days import days_outstanding
from bursar.ledger.reports.queries.general_ledger import general_ledger
from bursar.ledger.reports.queries.open_items import open_items
from bursar.ledger.reports.queries.party import party_statement
from bursar.ledger.reports.queries.statements import balance_sheet, profit_and_loss
from bursar.ledger.reports.queries.trial_balance import balance_of
from bursar.ledger.reports.schemas import GeneralLedgerQuery, OpenItemsQuery
from bursar.platform.application import Application
from bursar.platform.work import Work, open_work
from tests.company import company_named, sign_in_all
from tests.ledger.history import History, told


@dataclass(frozen=True)
class Question:
    """What a report is asked here."""

    work: Work
    at: Asked
    over: Asked
    vendor: UUID


REPORTS: dict[str, Callable[[Question], Awaitable[object]]] = {
    "ap-aging": lambda asked: vendor_aging(asked.at, Layout()),
    "ar-aging": lambda asked: customer_aging(asked.at, Layout()),
    "open-items": lambda asked: open_items(asked.work, OpenItemsQuery()),
    "open-items of a party": lambda asked: open_items(asked.work, OpenItemsQuery(vendor_id=asked.vendor)),
    "trial-balance": lambda asked: balance_of(asked.at),
    "general-ledger": lambda asked: general_ledger(asked.over, GeneralLedgerQuery()),
    "profit-and-loss": lambda asked: profit_and_loss(asked.over),
    "balance-sheet": lambda asked: balance_sheet(asked.at),
    "cash-flow": lambda asked: cash_flow(asked.over),
    "dso": lambda asked: days_outstanding(asked.over, "receivable"),
    "vendor-statement": lambda asked: party_statement(asked.over, "payable", asked.vendor, None),
    "integrity": lambda asked: check_books(asked.work),
}


@dataclass
class Scans:
    """How each table was entered."""

    found: list[dict[str, Any]] = field(default_factory=list)

    def add(self, plan: dict[str, Any]) -> None:
        if "Relation Name" in plan and plan["Node Type"] != "Bitmap Heap Scan":
            self.found.append(plan)
        if plan["Node Type"] == "Bitmap Index Scan":
            self.found.append(plan)
        for inner in plan.get("Plans", ()):
            self.add(inner)


class Explaining(Session):
    """A session that asks for the plan of each statement before it runs it."""

    __slots__ = ("scans",)

    def __init__(self, session: Session, scans: Scans) -> None:
        super().__init__(session._connection)  # noqa: SLF001 - the same connection, watched.
        self.scans = scans

    async def rows(self, statement: Executable, parameters: Parameters | None = None) -> Sequence[Row]:
        sql, arguments = sent(statement, parameters)
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            found = await self._connection.fetchval(f"EXPLAIN (FORMAT JSON) {sql}", *arguments)
            self.scans.add((json.loads(found) if isinstance(found, str) else found)[0]["Plan"])
        return await super().rows(statement, parameters)


@pytest.fixture(scope="module")
async def history(application: Application, client: httpx2.AsyncClient, admin_url: str) -> History:
    company = await sign_in_all(application, admin_url, company_named(application, "Planned History"))
    return await told(application, client, admin_url, company)


@pytest.fixture
async def watched(application: Application, history: History) -> AsyncIterator[tuple[Work, Scans]]:
    """A read whose plans are kept, of a planner that scans a whole table only where no index serves."""
    scans = Scans()
    async with open_work(application.app, history.company.viewer.principal, snapshot=True) as work:
        await work.session.run(text("SET LOCAL enable_seqscan = off"))
        yield replace(work, session=Explaining(work.session, scans)), scans


def entered_otherwise(scans: Scans) -> Iterator[str]:
    for one in scans.found:
        if "tenant_id" not in one.get("Index Cond", ""):
            yield f"{one['Node Type']} of {one.get('Relation Name', one.get('Index Name'))}: {one.get('Index Cond')}"


@pytest.mark.parametrize("report", REPORTS)
async def test_every_table_is_entered_by_the_tenant(watched: tuple[Work, Scans], history: History, report: str) -> None:
    work, scans = watched
    entity: UUID = history.company.legal_entity_id
    at, over = await asked_at(work, entity), await asked_over(work, entity)
    await REPORTS[report](Question(work, at, over, history.vendor))
    assert len(scans.found) > 4
    assert list(entered_otherwise(scans)) == []
