"""Whatever happens between a document and its last payment, only what was paid less what was posted lasts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bursar.core.exchange import Rate
from bursar.ledger.open_items.schemas import Side
from bursar.platform.application import Application
from tests.books import YEAR, undone
from tests.company import SignedIn, company_named, sign_in_all
from tests.ledger.foreign import BEFORE, Ledger

values = st.decimals(Decimal("0.05"), Decimal(20), places=4, allow_nan=False, allow_infinity=False)


@dataclass(frozen=True)
class Step:
    """Part of a document, settled some days later at a rate, after revaluations at others on the days before."""

    minor: int
    rate: Decimal
    revalued_at: Sequence[Decimal]


steps = st.builds(Step, minor=st.integers(1, 10**7), rate=values, revalued_at=st.lists(values, max_size=2).map(tuple))


@pytest.fixture(scope="module")
async def lawful(application: Application, admin_url: str) -> SignedIn:
    """A company with last year's books and nothing in them."""
    return await sign_in_all(application, admin_url, company_named(application, "Exchange", fiscal_years=(YEAR - 1,)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values, st.lists(steps, min_size=1, max_size=4), st.sampled_from(["payable", "receivable"]))
async def test_unrealised_reversed_and_realised_make_what_was_paid_less_what_was_posted(
    application: Application, lawful: SignedIn, document: Decimal, history: list[Step], side: Side
) -> None:
    total = sum(step.minor for step in history)
    base = Rate("USD", "EUR", document).convert(total)
    control, sign = ("2000", 1) if side == "payable" else ("1100", -1)
    async with undone(application, lawful.controller) as work:
        ledger, on, paid = Ledger(work, lawful), BEFORE, 0
        owed = await ledger.owed(total, base, on, side=side)
        for step in history:
            for value in step.revalued_at:
                on += timedelta(days=1)
                await ledger.rate(str(value), on)
                lost = sign * await ledger.lost(on)
                revalued = await ledger.run(on)
                # On the day itself, realised so far and unrealised are what was and would be paid less what was posted.
                would_be = Rate("USD", "EUR", value).convert(revalued.lines[0].open.minor)
                assert lost - sign * revalued.gain.minor == paid + would_be - base
            on += timedelta(days=1)
            worth = Rate("USD", "EUR", step.rate).convert(step.minor)
            await ledger.paid(owed, step.minor, worth, on, side=side)
            paid += worth
        assert sign * await ledger.lost(on) == paid - base
        assert await ledger.balances(on) == (0, 0)
        assert await ledger.balance(control, on) == 0
