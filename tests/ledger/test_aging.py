"""What is open now, kept by triggers and folded by a job, against plain addition over items and allocations.

Each history is made inside one transaction that is rolled back, through the database's own guards.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bursar.core.aging import Basis, Bucket, bucket
from bursar.ledger.aging.queries import aging_now, rows_at
from bursar.ledger.open_items.actions import dispute_item
from bursar.ledger.open_items.schemas import Dispute as DisputeItem
from bursar.ledger.open_items.schemas import Side
from bursar.parties.vendors.actions import create_vendor
from bursar.parties.vendors.schemas import VendorCreate
from bursar.platform.application import Application
from bursar.platform.work import Work, open_work, system
from tests.books import YEAR, executor_at, instant
from tests.company import SignedIn, company_named, sign_in_all

# In the past, because nothing can be folded to a day that has not come.
FIRST = date(YEAR - 1, 2, 1)
SIDES: tuple[Side, ...] = ("payable", "receivable")
BUCKETS = tuple(f"b_{one.value}" for one in Bucket)
BASES = tuple(f"base_{one.value}" for one in Bucket)
USD_RATE = 2
TIME_ZONE = "Europe/Berlin"


@dataclass(frozen=True)
class Post:
    """An item to be: its days count from the day of posting, which itself lies some days from today."""

    side: Side
    party: int
    currency: str
    amount: int
    posted_in: int
    documented_before: int
    due_after: int


@dataclass(frozen=True)
class Settle:
    """Two items to be settled, as far as both are open, some days after the later of them was posted."""

    first: int
    second: int
    wholly: bool
    later: int


@dataclass(frozen=True)
class Undo:
    which: int
    later: int


@dataclass(frozen=True)
class Dispute:
    which: int


@dataclass(frozen=True)
class Pass:
    days: int


@dataclass(frozen=True)
class Fold:
    pass


Step = Post | Settle | Undo | Dispute | Pass | Fold
amounts = st.one_of(st.integers(1, 900), st.integers(-900, -1))
posts = st.builds(
    Post,
    side=st.sampled_from(["payable", "payable", "receivable"]),
    party=st.integers(0, 1),
    currency=st.sampled_from(["EUR", "EUR", "USD"]),
    amount=amounts,
    posted_in=st.integers(-20, 8),
    documented_before=st.integers(-3, 70),
    due_after=st.integers(0, 40),
)
steps = st.one_of(
    posts,
    posts,
    st.builds(Settle, st.integers(0, 9), st.integers(0, 9), st.booleans(), st.integers(0, 25)),
    st.builds(Undo, st.integers(0, 9), st.integers(0, 25)),
    st.builds(Dispute, st.integers(0, 9)),
    st.builds(Pass, st.one_of(st.integers(0, 3), st.integers(20, 45))),
    st.just(Fold()),
)


@dataclass
class Item:
    id: UUID
    side: str
    party: int
    currency: str
    amount: int
    posted_on: date
    documented_on: date
    due_on: date
    known_at: datetime
    marks: list[tuple[date, datetime, bool]] = field(default_factory=list)
    moves: list[tuple[date, datetime, int]] = field(default_factory=list)

    @property
    def left(self) -> int:
        return self.amount + sum(minor for _, _, minor in self.moves)

    def open_at(self, day: date, known_at: datetime) -> int:
        if self.posted_on > day or self.known_at > known_at:
            return 0
        return self.amount + sum(minor for on, known, minor in self.moves if on <= day and known <= known_at)

    def disputed_at(self, day: date, known_at: datetime) -> bool:
        return [False, *(found for on, known, found in self.marks if on <= day and known <= known_at)][-1]


@dataclass
class Allocation:
    id: UUID
    debit: Item
    credit: Item
    amount: int
    on: date
    undone: bool = False


@dataclass
class History:
    """The books as one would keep them on paper, beside those in the database."""

    work: Work
    company: SignedIn
    parties: Mapping[str, Sequence[UUID]]
    today: date = FIRST
    items: list[Item] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)
    numbers: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    async def take(self, step: Step) -> None:
        self.work.now += timedelta(seconds=1)
        match step:
            case Post():
                await self.post(step)
            case Settle():
                await self.settle(step)
            case Undo() if kept := [one for one in self.allocations if not one.undone]:
                one = kept[step.which % len(kept)]
                one.undone = True
                await self.allocate(one.debit, one.credit, -one.amount, one.on + timedelta(step.later), undone=one)
            case Dispute() if self.items:
                item = self.items[step.which % len(self.items)]
                disputed = not (item.marks and item.marks[-1][2])
                item.marks.append((self.work.today(TIME_ZONE), self.work.now, disputed))
                # What is said again changes nothing, and leaves no mark.
                for said in (disputed, disputed):
                    await dispute_item.run(self.work, DisputeItem(open_item_id=item.id, disputed=said))
            case Pass():
                self.today += timedelta(step.days)
                self.work.now = max(self.work.now, instant(self.today))
            case Fold():
                await self.run("SELECT aging_fold(:entity, :today)", today=self.today)

    async def run(self, sql: str, **values: Any) -> None:
        given = {"tenant": self.work.tenant_id, "entity": self.company.legal_entity_id, **values}
        await self.work.session.rows(text(sql), {name: given[name] for name in given if f":{name}" in sql})

    async def post(self, plan: Post) -> None:
        """Post an item with its entry, as the guards want it: on the control account and on another."""
        on = self.today + timedelta(plan.posted_in)
        item = Item(self.work.new_id(), plan.side, plan.party, plan.currency, plan.amount, on,
                    on - timedelta(plan.documented_before), on + timedelta(plan.due_after), self.work.now)  # fmt: skip
        self.items.append(item)
        ledger = "ap" if plan.side == "payable" else "ar"
        self.numbers[ledger] += 1
        entry, amount = self.work.new_id(), plan.amount if plan.side == "payable" else -plan.amount
        party: dict[str, UUID | None] = {"vendor": None, "customer": None}
        party["vendor" if plan.side == "payable" else "customer"] = self.parties[plan.side][plan.party]
        await self.run("""
            WITH entry AS (
              INSERT INTO journal_entry (tenant_id, id, legal_entity_id, sub_ledger, series, fiscal_year, number,
                posting_date, document_date, recorded_at, source_type, source_id, memo, posted_by)
              VALUES (:tenant, :entry, :entity, :ledger, :ledger, :year, :number, :on, :on, :now, 'test', :entry, '',
                :id)
            ), lines AS (
              INSERT INTO journal_line (tenant_id, entry_id, line_number, legal_entity_id, account_id, amount_minor,
                currency, base_amount_minor, base_currency, memo)
              SELECT CAST(:tenant AS uuid), CAST(:entry AS uuid), n, CAST(:entity AS uuid), account, sign * :amount,
                CAST(:currency AS char(3)), sign * :base, 'EUR', ''
              FROM (VALUES (1, CAST(:control AS uuid), -1), (2, CAST(:other AS uuid), 1)) AS l(n, account, sign)
            )
            INSERT INTO open_item (tenant_id, id, legal_entity_id, side, vendor_id, customer_id, entry_id, instalment,
              currency, amount_minor, open_minor, base_currency, base_amount_minor, base_open_minor, document_date,
              due_date, posting_date, recorded_at)
            VALUES (:tenant, :id, :entity, :side, :vendor, :customer, :entry, 1, :currency, :minor, :minor, 'EUR',
              :minor_base, :minor_base, :documented, :due, :on, :now)
            """, entry=entry, ledger=ledger, year=on.year, number=self.numbers[ledger], on=on, now=self.work.now,
            id=item.id, amount=amount, base=in_base(plan.currency, amount), currency=plan.currency,
            control=self.company.ids.controls[f"accounts_{plan.side}"], other=self.company.ids.accounts["6300"],
            side=plan.side, minor=plan.amount, minor_base=in_base(plan.currency, plan.amount),
            documented=item.documented_on, due=item.due_on, **party)  # fmt: skip

    async def settle(self, plan: Settle) -> None:
        """Settle two items that can settle each other; take the first such pair, counting from the plan's places."""
        pairs = [
            (one, two)
            for one in self.items
            for two in self.items
            if one.left > 0 > two.left and (one.side, one.party, one.currency) == (two.side, two.party, two.currency)
        ]
        if not pairs:
            return
        asks, brings = pairs[(plan.first * 10 + plan.second) % len(pairs)]
        most = min(asks.left, -brings.left)
        debit, credit = (brings, asks) if asks.side == "payable" else (asks, brings)
        on = max(asks.posted_on, brings.posted_on) + timedelta(plan.later)
        await self.allocate(debit, credit, most if plan.wholly else (most + 1) // 2, on)

    async def allocate(
        self, debit: Item, credit: Item, amount: int, on: date, *, undone: Allocation | None = None
    ) -> None:
        made = Allocation(self.work.new_id(), debit, credit, amount, on, undone=undone is not None)
        self.allocations.append(made)
        for item in (debit, credit):
            item.moves.append((on, self.work.now, -amount if item.amount > 0 else amount))
        await self.run("""
            INSERT INTO allocation (tenant_id, id, legal_entity_id, debit_item_id, credit_item_id, currency,
              amount_minor, base_amount_minor, debit_base_minor, credit_base_minor, allocated_on, recorded_at,
              reversal_of, created_by)
            VALUES (:tenant, :id, :entity, :debit, :credit, :currency, :amount, :base, :base, :base, :on, :now, :undone,
              :id)
            """, id=made.id, debit=debit.id, credit=credit.id, currency=debit.currency, amount=amount,
            base=in_base(debit.currency, amount), on=on, now=self.work.now,
            undone=undone.id if undone is not None else None)  # fmt: skip

    def expected(self, side: str, day: date, known_at: datetime, basis: Basis) -> dict[tuple[UUID, str], list[int]]:
        """Return rows by party and currency: five buckets, credits, what is disputed, five buckets in base."""
        rows: dict[tuple[UUID, str], list[int]] = {}
        for item in self.items:
            minor = item.open_at(day, known_at)
            if item.side != side or not minor:
                continue
            row = rows.setdefault((self.parties[side][item.party], item.currency), [0] * 12)
            anchor = item.due_on if basis is Basis.DUE_DATE else item.documented_on
            place = list(Bucket).index(bucket(day, anchor))
            row[place] += minor
            row[5] += min(minor, 0)
            row[6] += minor if item.disputed_at(day, known_at) else 0
            row[7 + place] += in_base(item.currency, minor)
        return rows

    async def check(self) -> None:
        """Assert that now is what one adds up on paper, on every side and basis, and so is any other day."""
        entity, work = self.company.legal_entity_id, self.work
        for side in SIDES:
            for basis in Basis:
                rows = await aging_now(work, entity, side, basis, today=self.today)
                assert as_read(rows) == self.expected(side, self.today, work.now, basis), (side, basis)
        for day, known_at in self.points():
            for side in SIDES:
                expected = self.expected(side, day, known_at, Basis.DUE_DATE)
                for back in (True, False):
                    query = rows_at(work, entity, side, day, known_at, Basis.DUE_DATE, back=back)
                    assert as_read(await work.session.rows(query)) == expected, (side, day, known_at, back)

    def points(self) -> list[tuple[date, datetime]]:
        """Return some days and instants at which something had changed, the last and one in the middle."""
        changes = [(one.posted_on, one.known_at) for one in self.items]
        changes += [change[:2] for one in self.items for change in one.moves]
        changes += [change[:2] for one in self.items for change in one.marks]
        days, known = sorted({day for day, _ in changes}), sorted({at for _, at in changes})
        if not days:
            return []
        middle, end = days[len(days) // 2], max(self.today, days[-1])
        return [(middle, known[len(known) // 2]), (middle, known[-1]), (end, known[-1]), (end, known[len(known) // 2])]


def in_base(currency: str, amount: int) -> int:
    return amount * USD_RATE if currency == "USD" else amount


def as_read(rows: Sequence[Any]) -> dict[tuple[UUID, str], list[int]]:
    names = (*BUCKETS, "credits", "disputed", *BASES)
    return {(row.party_id, row.currency): [row.as_dict()[name] for name in names] for row in rows}


@pytest.fixture(scope="module")
async def aged(application: Application, admin_url: str) -> SignedIn:
    """A company whose books are open last year and this, and empty."""
    company = company_named(application, "Aged", fiscal_years=(YEAR - 1, YEAR))
    return await sign_in_all(application, admin_url, company)


@pytest.fixture(scope="module")
async def parties(application: Application, aged: SignedIn) -> Mapping[str, Sequence[UUID]]:
    """Two vendors, and two customers."""
    executor = executor_at(application, instant(FIRST))
    vendors = [
        (await executor.execute(create_vendor, VendorCreate(name=name), aged.clerk.principal)).result.id
        for name in ("First", "Second")
    ]
    async with open_work(application.app, aged.clerk.principal) as work:
        customers = [work.new_id() for _ in range(2)]
        for one in customers:
            await work.session.rows(
                text("INSERT INTO customer (tenant_id, id, name, name_key, created_by, created_at, updated_at)"
                     " VALUES (:tenant, :id, 'Customer', 'customer', :id, :now, :now)"),
                {"tenant": work.tenant_id, "id": one, "now": work.now},
            )  # fmt: skip
    return {"payable": vendors, "receivable": customers}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, min_size=3, max_size=14))
async def test_what_is_open_now_is_what_one_would_add_up_on_paper_after_every_step(
    application: Application, aged: SignedIn, parties: Mapping[str, Sequence[UUID]], history: list[Step]
) -> None:
    async with open_work(application.worker, system(aged.tenant_id), keep=False) as work:
        work.now = instant(FIRST)
        books = History(work, aged, parties)
        for step in history:
            await books.take(step)
            await books.check()
        # Summed up anew it is the same.
        await books.take(Fold())
        await books.check()
