"""What is open in foreign currency is stated at a day's rates and taken back on the next; nothing of it stays."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from bursar.ledger.accounts.queries import ControlAccountMissing
from bursar.ledger.entries.queries import PeriodClosed
from bursar.ledger.rates.queries import RateMissing
from bursar.ledger.revaluations.actions import (
    AsOfInFuture,
    RevaluationExists,
    RevaluationUndone,
)
from bursar.ledger.settlements.actions import reverse_settlement
from bursar.ledger.settlements.schemas import ReverseSettlement
from bursar.platform.application import Application
from tests.books import YEAR, undone
from tests.company import SignedIn, company_named, sign_in_all
from tests.ledger.foreign import BEFORE, CLOSE, NEXT, Ledger, found, kept_in, realised


@pytest.fixture(scope="module")
async def company(application: Application, admin_url: str) -> SignedIn:
    """A company with last year's books alone, and nothing in them."""
    return await sign_in_all(application, admin_url, company_named(application, "Revalued", fiscal_years=(YEAR - 1,)))


@pytest.fixture
async def ledger(application: Application, company: SignedIn) -> AsyncIterator[Ledger]:
    async with undone(application, company.controller) as work:
        yield Ledger(work, company)


async def test_a_payable_that_became_dearer_is_a_loss_until_the_next_day(ledger: Ledger) -> None:
    await ledger.owed(100_000, 90_000)
    await ledger.rate("0.9157")
    done = await ledger.run()
    assert found(done) == [("payable", 100_000, 90_000, 91_570, -1_570)]
    assert (done.gain.minor, done.state, done.reversed_on) == (-1_570, "posted", NEXT)
    assert done.lines[0].rate == Decimal("0.9157")
    assert await ledger.balances(CLOSE) == (-1_570, 1_570)
    assert await ledger.balances(NEXT) == (0, 0)
    assert await ledger.balance("2000", CLOSE) == -90_000  # The control account is never touched.


async def test_both_sides_credits_and_accounts_are_revalued_each_by_its_sign(ledger: Ledger) -> None:
    await ledger.owed(100_000, 90_000)
    await ledger.owed(-20_000, -18_000)
    await ledger.owed(50_000, 45_000, side="receivable")
    await ledger.owed(-10_000, -9_000, side="receivable")
    await ledger.owed(700, 700, currency="EUR")
    dollars = await kept_in(ledger, "USD")
    await ledger.post(
        BEFORE, {"3000": (-30_000, -27_000), "dollars": (30_000, 27_000)}, sub_ledger="gl", dollars=dollars
    )
    await ledger.rate("1.00")
    done = await ledger.run()
    assert sorted(found(done)) == [
        ("account", 30_000, 27_000, 30_000, 3_000),
        ("payable", -20_000, -18_000, -20_000, 2_000),
        ("payable", 100_000, 90_000, 100_000, -10_000),
        ("receivable", -10_000, -9_000, -10_000, -1_000),
        ("receivable", 50_000, 45_000, 50_000, 5_000),
    ]
    assert [one.line_number for one in done.lines] == [1, 2, 3, 4, 5]
    assert {one.account_id for one in done.lines} == {None, dollars}
    assert done.gain.minor == -1_000
    assert await ledger.balances(CLOSE) == (-1_000, 1_000)
    assert await ledger.balances(NEXT) == (0, 0)


async def test_what_is_left_in_base_on_an_empty_account_is_revalued_to_nothing(ledger: Ledger) -> None:
    dollars = await kept_in(ledger, "USD")
    for amount, base in ((30_000, 27_000), (-30_000, -28_000)):
        lines = {"3000": (-amount, -base), "dollars": (amount, base)}
        await ledger.post(BEFORE, lines, sub_ledger="gl", dollars=dollars)
    await ledger.rate("1.00")
    assert found(await ledger.run()) == [("account", 0, -1_000, 0, 1_000)]


async def test_what_was_settled_meanwhile_leaves_no_ghost(ledger: Ledger) -> None:
    """A revaluation that is run again after a late posting knows nothing of an item that is settled by then."""
    owed = await ledger.owed(100_000, 90_000)
    other = await ledger.owed(10_000, 9_000)
    await ledger.rate("0.95")
    first = await ledger.run()
    assert (len(first.lines), first.gain.minor) == (2, -5_500)
    later = ledger.at(NEXT + timedelta(days=3))
    await later.paid(owed, 100_000, 94_000, CLOSE - timedelta(days=1))  # Recorded late, and before the close.
    with pytest.raises(RevaluationExists):
        await later.run()
    await later.reverse(first)
    assert await later.balances(CLOSE) == await later.balances(NEXT) == (0, 0)
    again = await later.run()
    assert [(one.open_item_id, one.gain.minor) for one in again.lines] == [(other, -500)]
    assert await later.balances(CLOSE) == (-500, 500)
    assert await later.balances(NEXT) == (0, 0)


async def test_an_item_settled_after_the_close_is_revalued_then_and_not_a_month_later(ledger: Ledger) -> None:
    owed = await ledger.owed(100_000, 90_000)
    await ledger.rate("0.95")
    july = date(YEAR - 1, 7, 31)
    await ledger.rate("0.99", july)
    assert (await ledger.run()).gain.minor == -5_000
    assert realised(await ledger.paid(owed, 100_000, 97_000, date(YEAR - 1, 7, 10))) == -7_000
    done = await ledger.run(july)
    assert (done.lines, done.entry_id, done.reversal_entry_id, done.gain.minor) == ((), None, None, 0)
    assert await ledger.balances(july) == (0, 0)
    assert await ledger.balance("7050", july) == 7_000  # What was realised is all that lasts.
    assert await ledger.balance("2000", july) == 0


async def test_of_what_was_paid_in_part_only_the_rest_is_revalued(ledger: Ledger) -> None:
    """Nothing unrealised is told of the part that is settled: what that gained or lost is realised."""
    owed = await ledger.owed(100_000, 90_000)
    await ledger.rate("0.95")
    assert realised(await ledger.paid(owed, 40_000, 37_000, CLOSE)) == -1_000
    done = await ledger.run()
    assert found(done) == [("payable", 60_000, 54_000, 57_000, -3_000)]
    assert await ledger.balances(CLOSE) == (-3_000, 3_000)
    assert await ledger.balance("7050", CLOSE) == 1_000
    # The rest is paid at the closing rate: the whole difference is what was paid less what was posted, and no more.
    assert realised(await ledger.paid(owed, 60_000, 57_000, NEXT)) == -3_000
    assert await ledger.balances(NEXT) == (0, 0)
    assert await ledger.balance("7050", NEXT) == 37_000 + 57_000 - 90_000
    assert await ledger.balance("2000", NEXT) == 0


async def test_what_is_open_again_is_revalued_again(ledger: Ledger) -> None:
    owed = await ledger.owed(100_000, 90_000)
    settled = await ledger.paid(owed, 40_000, 37_000, BEFORE)
    july = date(YEAR - 1, 7, 31)
    for on, value in ((CLOSE, "0.95"), (july, "0.97")):
        await ledger.rate(value, on)
    taken_back = ReverseSettlement(settlement_id=settled.id, reason="The bank sent it back", reversed_on=NEXT)
    await reverse_settlement(ledger.work, taken_back)
    assert found(await ledger.run()) == [("payable", 60_000, 54_000, 57_000, -3_000)]
    # The bill and the payment are both open again, each at its own base.
    assert sorted(found(await ledger.run(july))) == [
        ("payable", -40_000, -37_000, -38_800, 1_800),
        ("payable", 100_000, 90_000, 97_000, -7_000),
    ]


async def test_a_payment_after_the_day_does_not_change_what_was_open_then(ledger: Ledger) -> None:
    owed = await ledger.owed(100_000, 90_000)
    await ledger.rate("0.95")
    await ledger.paid(owed, 100_000, 95_000, NEXT)
    assert found(await ledger.run()) == [("payable", 100_000, 90_000, 95_000, -5_000)]


async def test_without_a_rate_nothing_is_revalued(ledger: Ledger) -> None:
    await ledger.owed(100_000, 90_000)
    await ledger.owed(5_000, 50, currency="JPY")
    await ledger.rate("0.95")
    with pytest.raises(RateMissing) as refused:
        await ledger.run()
    assert refused.value.details["from_currency"] == "JPY"
    assert await ledger.balances(CLOSE) == (0, 0)


async def test_a_day_to_come_and_a_closed_next_day_are_refused(ledger: Ledger) -> None:
    with pytest.raises(AsOfInFuture):
        await ledger.at(BEFORE).run()
    last = date(YEAR - 1, 12, 31)  # The books have no year after it.
    with pytest.raises(PeriodClosed) as refused:
        await ledger.run(last)
    assert refused.value.details["on"] == f"{YEAR}-01-01"


async def test_a_missing_account_is_named(application: Application, admin_url: str) -> None:
    bare = company_named(application, "Without Revaluation", fiscal_years=(YEAR - 1,))
    accounts = tuple(one for one in bare.accounts if one.control != "exchange_revaluation")
    company = await sign_in_all(application, admin_url, replace(bare, accounts=accounts))
    async with undone(application, company.controller) as work:
        theirs = Ledger(work, company)
        await theirs.owed(100_000, 90_000)
        await theirs.rate("0.95")
        with pytest.raises(ControlAccountMissing) as refused:
            await theirs.run()
    assert refused.value.details == {"control": "exchange_revaluation"}


async def test_a_revaluation_is_reversed_once_on_both_of_its_days(ledger: Ledger) -> None:
    await ledger.owed(100_000, 90_000)
    await ledger.rate("0.95")
    done = await ledger.run()
    undone_one = await ledger.reverse(done)
    assert (undone_one.state, undone_one.undo_reason, undone_one.available_actions) == (
        "reversed",
        "A bill came late",
        (),
    )
    assert len({undone_one.entry_id, undone_one.undo_entry_id, undone_one.undo_reversal_entry_id, None}) == 4
    assert await ledger.balances(CLOSE) == await ledger.balances(NEXT) == (0, 0)
    with pytest.raises(RevaluationUndone):
        await ledger.reverse(done)


async def test_one_that_found_nothing_stands_and_is_reversed_without_entries(ledger: Ledger) -> None:
    await ledger.owed(100_000, 90_000)
    await ledger.rate("0.90")
    done = await ledger.run()
    assert (done.gain.minor, done.entry_id, len(done.lines)) == (0, None, 1)
    with pytest.raises(RevaluationExists):
        await ledger.run()
    assert (await ledger.reverse(done)).undo_entry_id is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE revaluation SET state = 'reversed'",
        "UPDATE revaluation SET undo_reason = 'x'",
    ],
)
async def test_the_database_changes_a_revaluation_only_wholly(ledger: Ledger, change: str) -> None:
    await ledger.run()
    with pytest.raises(Exception, match="revaluation"):
        await ledger.work.session.run(text(change))
    # The transaction had failed; the fixture ends another.
    await ledger.work.session.send("ROLLBACK")
    await ledger.work.session.send("BEGIN")


async def test_the_next_years_first_day_is_in_the_next_years_series(application: Application, admin_url: str) -> None:
    years = (YEAR - 2, YEAR - 1)
    company = await sign_in_all(
        application, admin_url, company_named(application, "Turn of the Year", fiscal_years=years)
    )
    last = date(YEAR - 2, 12, 31)
    async with undone(application, company.controller) as work:
        ledger = Ledger(work, company)
        await ledger.owed(100_000, 90_000, last)
        await ledger.rate("0.95", last)
        done = await ledger.run(last)
        rows = await work.session.rows(
            text("SELECT id, fiscal_year, number FROM journal_entry WHERE series = 'FXR' ORDER BY posting_date")
        )
    assert [(row.id, row.fiscal_year, row.number) for row in rows] == [
        (done.entry_id, YEAR - 2, 1),
        (done.reversal_entry_id, YEAR - 1, 1),
    ]
