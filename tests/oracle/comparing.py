"""Asks the product and the paper the same questions, and says where their answers differ."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from bursar.kit.wire import Amount
from bursar.ledger.rates.actions import record_rates
from bursar.ledger.rates.schemas import RecordRates
from bursar.ledger.reports.queries.aging import ask_aging, customer_aging, vendor_aging
from bursar.ledger.reports.queries.trial_balance import trial_balance
from bursar.ledger.reports.schemas import AgingQuery
from bursar.parties.customers.actions import create_customer
from bursar.parties.customers.schemas import CustomerCreate
from bursar.parties.vendors.actions import create_vendor
from bursar.parties.vendors.schemas import VendorCreate
from bursar.platform.application import Application
from bursar.platform.provision import provision_tenant
from tests.books import YEAR, executor_at, instant, undone
from tests.company import company_named, sign_in_all
from tests.oracle.histories import play
from tests.oracle.telling import FIRST, History, Stage

BASES = {"A": "EUR", "B": "USD"}
PAIRS = {("USD", "EUR"): "0.91", ("JPY", "EUR"): "0.0061", ("EUR", "USD"): "1.10", ("JPY", "USD"): "0.0067"}
_KNOWN = ("not_due", "1_30", "31_60", "61_90", "over_90", "credits", "unapplied")


@dataclass
class Found:
    """What a run came to."""

    histories: int = 0
    operations: int = 0
    refused: int = 0
    comparisons: int = 0
    differences: list[str] = field(default_factory=list)


async def set_stage(application: Application, admin_url: str, name: str) -> Stage:
    """Make a tenant with two legal entities, in euros and in dollars, two vendors and customers, and a year's rates."""
    years = (YEAR - 1, YEAR, YEAR + 1)
    company = company_named(application, name, fiscal_years=years)
    signed = await sign_in_all(application, admin_url, company)
    second = company_named(application, name, fiscal_years=years, currency=BASES["B"])
    other = provision_tenant(admin_url, replace(second, legal_entity=f"{second.legal_entity} Overseas"))
    executor = executor_at(application, instant(FIRST - timedelta(30)))
    principal = signed.controller.principal
    parties: dict[str, dict[str, Any]] = {"payable": {}, "receivable": {}}
    for which in ("1", "2"):
        vendor = VendorCreate(name=f"V{which}")
        parties["payable"][f"V{which}"] = (
            await executor.execute(create_vendor, vendor, signed.clerk.principal)
        ).result.id
        customer = CustomerCreate(name=f"C{which}")
        sold = await executor.execute(create_customer, customer, principal)
        parties["receivable"][customer.name] = sold.result.id
    return Stage(
        signed,
        {"A": signed.legal_entity_id, "B": other.legal_entity_id},
        BASES,
        {"A": dict(signed.ids.accounts), "B": dict(other.accounts)},
        parties,
        await _rates(executor, principal),
    )


async def _rates(executor: Any, principal: Any) -> dict[tuple[str, str], list[tuple[date, Decimal]]]:
    random, rates = Random(7), dict[tuple[str, str], list[tuple[date, Decimal]]]()
    wire = []
    for pair, middle in PAIRS.items():
        for week in range(-12, 60):
            day = FIRST + timedelta(7 * week)
            value = (Decimal(middle) * (Decimal(random.randint(9000, 11000)) / 10000)).quantize(Decimal("1e-6"))
            rates.setdefault(pair, []).append((day, value))
            wire.append({"from_currency": pair[0], "to_currency": pair[1], "rate": str(value), "valid_on": day})
    await executor.execute(record_rates, RecordRates.model_validate({"source": "test", "rates": wire}), principal)
    return rates


async def run(application: Application, admin_url: str, histories: int, seed: int, found: Found) -> None:
    """Play and compare histories of a seed, two hundred in a tenant."""
    for number in range(histories):
        if number % 200 == 0:
            stage = await set_stage(application, admin_url, f"Oracle {seed} {number}")
        random = Random(f"{seed}/{number}")
        async with undone(application, stage.company.viewer) as work:
            try:
                history = await play(work, stage, random)
            except Exception as error:
                error.add_note(f"in history {number} of seed {seed}")
                raise
            found.histories += 1
            found.operations += len(history.operations)
            found.refused += history.refused
            for _ in range(4):
                async for what in differing(history, random, found):
                    found.differences.append(f"history {number} of seed {seed}: {what}")


async def differing(history: History, random: Random, found: Found) -> Any:
    """Ask all reports at one business date as known at one instant, beside where something changes."""
    facts = [when for _, when, _ in history.paper.journal]
    dates = [when.on for when in facts] + [item.due for item in history.paper.items]
    as_of = random.choice(dates) + timedelta(random.choice([-1, 0, 0, 1, 30, 31, 60, 61, 90, 91]))
    instants = [when.known for when in facts] + [history.now]
    known_at = random.choice(instants) - timedelta(seconds=random.choice([0, 0, 1]))
    for entity in history.stage.entities:
        for what in await _aging(history, random, entity, as_of, known_at):
            yield what
        for what in await _balances(history, entity, as_of, known_at):
            yield what
        found.comparisons += 3


async def _aging(history: History, random: Random, entity: str, as_of: date, known_at: datetime) -> list[str]:
    wrong = []
    basis, credits_ = random.choice(["due_date", "document_date"]), random.choice(["apart", "in_buckets"])
    query = AgingQuery.model_validate(
        {
            "legal_entity_id": history.stage.entities[entity],
            "as_of": as_of,
            "known_at": known_at,
            "basis": basis,
            "credits": credits_,
        }
    )
    asked, layout = await ask_aging(history.acting("viewer"), query)
    for side, report, party in (("payable", vendor_aging, "vendor_id"), ("receivable", customer_aging, "customer_id")):
        names = {identifier: name for name, identifier in history.stage.parties[side].items()}
        read: Any = await report(asked, layout)
        said = {
            (names[getattr(row, party)], row.amounts["total"].currency): dict(_cells(row.amounts, row.base_amounts))
            for row in read.rows
        }
        said = {key: row for key, row in said.items() if row}
        expected = history.paper.aging(
            entity, side, as_of, known_at, by_due=basis == "due_date", apart=credits_ == "apart"
        )
        at = f"{side} aging of {entity} by {basis}, credits {credits_}, as of {as_of} known at {known_at}"
        if said != expected:
            wrong.append(f"{at}: product {said}, paper {expected}")
        owed = history.paper.owed(entity, side, as_of, known_at)
        tied = (read.control.balance.minor, read.control.open_items.minor, read.control.difference.minor)
        if tied != (owed, owed, 0):
            wrong.append(f"{at}: product's control {tied}, paper {owed}")
    return wrong


def _cells(amounts: dict[str, Amount], bases: dict[str, Amount]) -> Iterator[tuple[str, tuple[int, int]]]:
    assert amounts.keys() <= {*_KNOWN, "total"}
    for name in amounts.keys() - {"total"}:
        both = amounts[name].minor, bases[name].minor
        if any(both):
            yield name, both


async def _balances(history: History, entity: str, as_of: date, known_at: datetime) -> list[str]:
    work = history.acting("viewer")
    read = await trial_balance(work, history.stage.entities[entity], as_of=as_of, known_at=known_at)
    said = {
        row.account_code: (row.balance.minor, {one.currency: one.minor for one in row.document_balances if one.minor})
        for row in read.rows
    }
    said = {code: row for code, row in said.items() if row[0] or row[1]}
    expected = history.paper.balances(entity, as_of, known_at)
    at = f"trial balance of {entity} as of {as_of} known at {known_at}"
    wrong = [] if said == expected else [f"{at}: product {said}, paper {expected}"]
    if read.difference is None or read.difference.minor:
        wrong.append(f"{at}: debits are not credits")
    return wrong
