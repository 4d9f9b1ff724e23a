"""The reports against plain arithmetic: any history, at any business date, as known at any instant.

Each history is made by the ordinary actions inside one transaction that is rolled back, so that hundreds are cheap.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bursar.core.aging import AgedItem, Basis, Bucket, age
from bursar.kit.wire import Amount
from bursar.ledger.reports.queries import ap_aging, trial_balance
from bursar.parties.vendors.actions import create_vendor
from bursar.parties.vendors.schemas import VendorCreate
from bursar.payables.bills.actions import approve_bill, create_bill
from bursar.payables.bills.schemas import BillCreate, DecideBill
from bursar.payables.reversals.actions import reverse_bill
from bursar.payables.reversals.schemas import ReverseBill
from bursar.platform.application import Application
from bursar.platform.work import Work
from tests.books import YEAR, acting, executor_at, instant, line, undone
from tests.company import SignedIn, company_named, sign_in_all

FIRST = date(YEAR, 1, 1)
# Instalments in percent with the days after the document date, and as terms are written.
TERMS = {"": ((100, 0),), "net 30": ((100, 30),), "40% net 0, 60% net 45": ((40, 0), (60, 45))}

days = st.integers(0, 200)


@dataclass(frozen=True)
class Plan:
    """A bill to be: document date and day of posting as days of the year (a date before the books is posted late)."""

    vendor: int
    is_credit: bool
    net_cents: int
    rate: int
    terms: str
    document_day: int
    posted_day: int
    reversed_after: int | None
    reversal_days_later: int


plans = st.builds(
    Plan,
    vendor=st.integers(0, 1),
    is_credit=st.booleans(),
    net_cents=st.integers(1, 100_000),
    rate=st.sampled_from([0, 7, 19]),
    terms=st.sampled_from(sorted(TERMS)),
    document_day=st.one_of(days, st.integers(-1000, -800)),
    posted_day=days,
    reversed_after=st.none() | st.integers(0, 60),
    reversal_days_later=st.integers(0, 60),
)
# Where a report is asked: so many days from one of the history's dates, so many seconds from one of its instants.
points = st.tuples(
    st.integers(0, 99),
    st.sampled_from([-1, 0, 1, 30, 31, 60, 61, 90, 91]),
    st.integers(0, 99),
    st.sampled_from([-1, 0]),
)


@dataclass
class Oracle:
    """What should be in the books: journal amounts and items, each with posting date and the instant it was known."""

    amounts: list[tuple[date, datetime, str, int]] = field(default_factory=list)
    items: list[tuple[date, datetime, bool, AgedItem]] = field(default_factory=list)

    def post(self, plan: Plan, vendor: UUID, on: date, known: datetime, *, sign: int) -> None:
        """Add a bill (or, with the other sign, its reversal) as one would on paper."""
        is_reversal = sign < 0
        sign = -sign if plan.is_credit else sign
        tax = (plan.net_cents * plan.rate * 2 + 100) // 200
        gross = plan.net_cents + tax
        for code, amount in (("5000", plan.net_cents), ("1400", tax), ("2000", -gross)):
            self.amounts.append((on, known, code, sign * amount))
        issued = FIRST + timedelta(plan.document_day)
        left = gross
        for number, (percent, later) in enumerate(TERMS[plan.terms], start=1):
            # Of two parts the one with the larger remainder takes the odd cent; at a tie the first.
            part = left if number == len(TERMS[plan.terms]) else (gross * percent + 50) // 100
            left -= part
            if part:
                item = AgedItem(vendor, "EUR", sign * part, issued, issued + timedelta(later))
                self.items.append((on, known, is_reversal, item))

    def point(self, which_date: int, days_on: int, which_instant: int, seconds_on: int) -> tuple[date, datetime]:
        """Return a business date and an instant at, or just beside, where something changes."""
        dates = sorted({one for on, _, _, item in self.items for one in (on, item.due_date, item.document_date)})
        instants = sorted({known for _, known, _, _ in self.items})
        as_of = dates[which_date % len(dates)] + timedelta(days_on)
        return as_of, instants[which_instant % len(instants)] + timedelta(seconds=seconds_on)

    def aging(self, as_of: date, known_at: datetime, basis: Basis) -> dict[UUID, dict[Bucket, int]]:
        """Return what is open by vendor and bucket, without vendors of whom nothing is."""
        seen = [(undoes, item) for on, known, undoes, item in self.items if on <= as_of and known <= known_at]
        # A reversal's item settles the bill's own: the two are open together never. A bill and an equal credit are.
        left: Counter[AgedItem] = Counter(item for undoes, item in seen if not undoes)
        for undoes, item in seen:
            if undoes:
                left[AgedItem(item.party_id, "EUR", -item.open_minor, item.document_date, item.due_date)] -= 1
        return {row.party_id: dict(row.buckets) for row in age(left.elements(), as_of, basis).rows}

    def balances(self, as_of: date, known_at: datetime) -> dict[str, tuple[int, int]]:
        """Return debits and credits by account code."""
        found: dict[str, tuple[int, int]] = {}
        for on, known, code, amount in self.amounts:
            if on <= as_of and known <= known_at and amount:
                debit, credit = found.get(code, (0, 0))
                found[code] = (debit + max(amount, 0), credit + max(-amount, 0))
        return found


@pytest.fixture(scope="module")
async def lawful(application: Application, admin_url: str) -> SignedIn:
    """A company with books for one year and an empty journal."""
    return await sign_in_all(application, admin_url, company_named(application, "Lawful", fiscal_years=(YEAR,)))


@pytest.fixture(scope="module")
async def vendors(application: Application, lawful: SignedIn) -> list[UUID]:
    """Its two vendors."""
    executor = executor_at(application, instant(FIRST))
    names = ("First", "Second")
    return [
        (await executor.execute(create_vendor, VendorCreate(name=name), lawful.clerk.principal)).result.id
        for name in names
    ]


async def carry_out(work: Work, company: SignedIn, vendor: UUID, number: int, plan: Plan, oracle: Oracle) -> None:
    """Submit, approve and perhaps reverse a bill, and tell the oracle."""
    posted_at = instant(FIRST + timedelta(plan.posted_day))
    wire: dict[str, Any] = {
        "kind": "vendor_credit" if plan.is_credit else "bill",
        "legal_entity_id": company.legal_entity_id,
        "vendor_id": vendor,
        "vendor_reference": f"L{number}",
        "document_date": FIRST + timedelta(plan.document_day),
        "payment_terms": plan.terms or None,
        "currency": "EUR",
        "lines": [line(f"{plan.net_cents // 100}.{plan.net_cents % 100:02}", tax_rate=str(plan.rate))],
    }
    made = await create_bill(acting(work, company.clerk, posted_at), BillCreate.model_validate(wire))
    approval = DecideBill(bill_id=made.id, version=1, digest=made.digest)
    posted = await approve_bill(acting(work, company.approver, posted_at), approval)
    on = FIRST + timedelta(plan.document_day if plan.document_day >= 0 else plan.posted_day)
    assert posted.posting_date == on
    oracle.post(plan, vendor, on, posted_at, sign=1)
    if plan.reversed_after is not None:
        reversed_at = posted_at + timedelta(plan.reversed_after)
        back_on = on + timedelta(plan.reversal_days_later)
        back = ReverseBill(bill_id=made.id, version=2, reason="why", posting_date=back_on)
        await reverse_bill(acting(work, company.controller, reversed_at), back)
        oracle.post(plan, vendor, back_on, reversed_at, sign=-1)


def by_bucket(amounts: Mapping[str, Amount]) -> dict[Bucket, int]:
    """Return a row of the report in cents."""
    found = {bucket: amounts[bucket.value].minor for bucket in Bucket}
    assert amounts.keys() == {*Bucket, "total"}
    assert amounts["total"].minor == sum(found.values())
    return found


async def compare(work: Work, company: SignedIn, oracle: Oracle, as_of: date, known_at: datetime) -> None:
    """Assert that both reports say what the oracle says, and that they tie."""
    entity = company.legal_entity_id
    owed = -sum(oracle.balances(as_of, known_at).get("2000", (0, 0))[i] * (1, -1)[i] for i in range(2))
    for basis in Basis:
        aging = await ap_aging(work, entity, as_of=as_of, known_at=known_at, basis=basis)
        assert {row.vendor_id: by_bucket(row.amounts) for row in aging.rows} == oracle.aging(as_of, known_at, basis)
        assert aging.control is not None
        assert aging.control.balance.minor == aging.control.open_items.minor == owed
        assert sum(total["total"].minor for total in aging.totals) == owed
    balance = await trial_balance(work, entity, as_of=as_of, known_at=known_at)
    rows = {row.account_code: (row.debit.minor, row.credit.minor) for row in balance.rows}
    assert {code: sums for code, sums in rows.items() if any(sums)} == oracle.balances(as_of, known_at)
    assert balance.difference is not None
    assert balance.accounts_payable is not None
    assert not balance.difference.minor
    assert balance.accounts_payable.balance.minor == owed


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(plans, min_size=1, max_size=4), st.lists(points, min_size=1, max_size=2))
async def test_reports_are_what_one_would_add_up_on_paper(
    application: Application,
    lawful: SignedIn,
    vendors: list[UUID],
    history: list[Plan],
    asked: list[tuple[int, int, int, int]],
) -> None:
    oracle = Oracle()
    async with undone(application, lawful.viewer) as work:
        for number, plan in enumerate(history):
            await carry_out(work, lawful, vendors[plan.vendor], number, plan, oracle)
        for where in asked:
            await compare(work, lawful, oracle, *oracle.point(*where))
