"""`make bench`: what the product costs above the bare limit, measured in the same run on the same tables.

The books are verified before a figure is printed. Ratios are what counts; single times are those of this machine.
Exits with 1 when a target is missed, an error reached a client, or the books are wrong.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench import agent, aging, bills, books, payments
from tests.bench.stage import Firm, Stage, can_pin, play, stage

PRODUCT, LIMIT = ("bursar.cli", "serve"), ("tests.bench.limit",)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, its value, and the target that it meets or misses."""

    workload: str
    what: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None
    note: str = ""

    @property
    def met(self) -> bool:
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    @property
    def target(self) -> str:
        if self.least is not None:
            return f"≥ {self.least:g}"
        return "" if self.most is None else f"≤ {self.most:g}"


@dataclass(slots=True)
class Bench:
    """One run: its stage, its size, and what it found."""

    stage: Stage
    chosen: argparse.Namespace
    figures: list[Figure]
    errors: list[str]
    tenants: list[object]

    def firm(self, name: str, **how: int) -> Firm:
        firm = self.stage.firm(name, **how)
        self.tenants.append(firm.ids.tenant_id)
        return firm

    def add(self, *figures: Figure) -> None:
        self.figures += figures

    def heard(self, *rounds: bills.Rounds) -> None:
        for one in rounds:
            self.errors += one.errors


def count_statements(bench: Bench) -> None:
    """W1 and the list: how many statements a request sends, as the database's log has them."""
    firm = bench.firm("Counted")
    plans = {
        "create": {**bills.product_bills(firm), "what": "creates"},
        "approve": {**bills.product_bills(firm), "what": "bills"},
        "list": bills.product_list(firm),
    }
    counts = bills.statements(bench.stage, PRODUCT, plans)
    counts["approve"] -= counts["create"]  # A turn of that plan makes its bill first.
    for kind, count in counts.items():
        bench.add(Figure("W1" if kind != "list" else "list", f"SQL statements, {kind}", float(count), most=8))


def w1(bench: Bench) -> None:
    """Submit and approve bills, at one client and at sixteen, against the bare limit, for companies with a past.

    In an empty database every plan is made from guesses, and what is measured is when statistics were last taken.
    """
    firm, bare = bench.firm("Product"), bench.stage.firm("Limit")
    for company in (firm, bare):
        bills.fill(bench.stage, company, bench.chosen.bills // 10)
    with bench.stage.served(*PRODUCT) as product, bench.stage.served(*LIMIT) as limit:
        plans = [(limit, bills.limit_bills(bare)), (product, bills.product_bills(firm))]
        for clients in bench.chosen.clients:
            low, high = bills.alternate(plans, bench.chosen.rounds, clients=clients, seconds=bench.chosen.seconds)
            bench.heard(low, high)
            at = f"{clients} client{'s' if clients > 1 else ''}"
            note = f"{high.rate:.0f}/s of {low.rate:.0f}/s (limit first {low.rates[0]:.0f}, last {low.rates[-1]:.0f})"
            bench.add(Figure("W1", f"throughput / limit, {at}", high.rate / low.rate, least=0.30, note=note))
            bench.add(cpu("W1", at, low, high))
            for kind in ("create", "approve"):
                most = 100.0 if clients == 16 else None
                note = f"p50 {high.p50_ms(kind):.1f} ms; limit p95 {low.p95_ms(kind):.1f} ms"
                bench.add(Figure("W1", f"p95 {kind}, {at}", high.p95_ms(kind), "ms", most=most, note=note))


def listing(bench: Bench) -> None:
    """Read fifty bills of many, and the thousandth page of them."""
    firm = bench.firm("Archive")
    bills.fill(bench.stage, firm, bench.chosen.bills)
    with bench.stage.served(*PRODUCT) as product, bench.stage.served(*LIMIT) as limit:
        first = bills.product_list(firm)
        plans = [(limit, bills.limit_list(firm)), (product, first)]
        for clients in bench.chosen.clients:
            low, high = bills.alternate(plans, bench.chosen.rounds, clients=clients, seconds=bench.chosen.seconds)
            bench.heard(low, high)
            note = f"{high.rate:.0f}/s of {low.rate:.0f}/s; p95 {high.p95_ms('list'):.1f} ms"
            at = f"{clients} client{'s' if clients > 1 else ''}"
            bench.add(Figure("list", f"throughput / limit, {at}", high.rate / low.rate, least=0.40, note=note))
            bench.add(cpu("list", at, low, high))
        pages = min(1000, bench.chosen.bills // 50)
        walked = play({**first, "host": product.host, "what": "walk", "clients": 1, "count": pages})
        bench.errors += walked["errors"]
        near, far = bills.alternate(
            [(product, first), (product, {**first, "path": walked["reached"]})],
            bench.chosen.rounds,
            clients=1,
            seconds=1,
        )
        bench.heard(near, far)
        ratio = far.p50_ms("list") / near.p50_ms("list")
        bench.add(Figure("list", f"page {pages:,} / page 1, median", ratio, most=1.3))


def cpu(workload: str, at: str, low: bills.Rounds, high: bills.Rounds) -> Figure:
    """Return how the processor time of the two servers compares, which other work on the machine hardly changes."""
    note = f"{low.cpu_ms:.2f} ms of {high.cpu_ms:.2f} ms per request"
    return Figure(workload, f"limit's CPU / product's, {at}", low.cpu_ms / (high.cpu_ms or 1), note=note)


def w7(bench: Bench) -> None:
    """Read, propose and apply e-invoices through the graph and through its functions alone."""
    firm = bench.stage.firm("Agent")
    found = agent.measure(bench.stage, firm, bench.chosen.documents)
    bench.errors += found["errors"]
    note = f"{found['graph_ms']:.1f} ms with the graph, {found['plain_ms']:.1f} ms without"
    cost = found["graph_ms"] - found["plain_ms"]
    bench.add(Figure("W7", "graph's own CPU per e-invoice", cost, "ms", most=10.0, note=note))


def w3(bench: Bench) -> None:
    """Read what is open by age, now and at past dates, at growing numbers of open items."""
    found = []
    for count in bench.chosen.items:
        firm = bench.firm(f"Aging {count}", vendors=max(20, count // aging.ITEMS_PER_PARTY))
        one, wrong = aging.measure(bench.stage, firm, count, bench.chosen.repeats)
        bench.errors += wrong
        found.append(one)
        at, largest = f"{count:,} items", count == max(bench.chosen.items)
        note = f"{one.parties:,} parties; {one.later_ms:.1f} ms where the sums are a day old"
        bench.add(Figure("W3", f"aging now, {at}", one.now_ms, "ms", most=30.0 if largest else None, note=note))
        for days in aging.PAST_DAYS:
            note = f"{one.past_ms[days]:.0f} ms of {one.plain_ms[days]:.0f} ms"
            most = 1.3 if largest else None
            bench.add(Figure("W3", f"{days} days ago / plain SQL, {at}", one.ratio(days), most=most, note=note))
    if len(found) > 1:
        sizes = [one.items for one in found]
        for name, times in (
            ("now", [one.now_ms for one in found]),
            (f"{aging.PAST_DAYS[0]} days ago", [one.past_ms[aging.PAST_DAYS[0]] for one in found]),
        ):
            grown = aging.exponent(sizes, times)
            bench.add(Figure("W3", f"growth exponent, {name}", grown, note="rows equal the plain SQL's and the books'"))


def w2(bench: Bench) -> None:
    """Pay a part of an open bill: a payment, its entry, its item and an allocation, at one client and at sixteen."""
    firm, bare = bench.firm("Payer"), bench.stage.firm("Limit of payments")
    for company in (firm, bare):
        bills.fill(bench.stage, company, bench.chosen.bills // 10)
    plans = {"pay": payments.product_payments(bench.stage, firm)}
    for kind, count in bills.statements(bench.stage, PRODUCT, plans).items():
        bench.add(Figure("W2", f"SQL statements, {kind}", float(count), most=8))
    with bench.stage.served(*PRODUCT) as product, bench.stage.served(*LIMIT) as limit:
        both = [(limit, payments.limit_payments(bench.stage, bare)), (product, plans["pay"])]
        for clients in bench.chosen.clients:
            low, high = bills.alternate(both, bench.chosen.rounds, clients=clients, seconds=bench.chosen.seconds)
            bench.heard(low, high)
            at = f"{clients} client{'s' if clients > 1 else ''}"
            note = f"{high.rate:.0f}/s of {low.rate:.0f}/s (limit first {low.rates[0]:.0f}, last {low.rates[-1]:.0f})"
            bench.add(Figure("W2", f"throughput / limit, {at}", high.rate / low.rate, least=0.30, note=note))
            bench.add(cpu("W2", at, low, high))
            note = f"p50 {high.p50_ms('pay'):.1f} ms; limit p95 {low.p95_ms('pay'):.1f} ms"
            bench.add(Figure("W2", f"p95 pay, {at}", high.p95_ms("pay"), "ms", note=note))


WORKLOADS: dict[str, Callable[[Bench], None]] = {
    "count": count_statements,
    "w1": w1,
    "w2": w2,
    "list": listing,
    "w3": w3,
    "w7": w7,
}


def bench(chosen: argparse.Namespace, *, durable: bool = True, pinned: bool = True) -> tuple[list[Figure], list[str]]:
    """Run the chosen workloads; return the figures, and everything that is wrong with answers or books."""
    with stage(durable=durable, pinned=pinned) as made:
        run = Bench(made, chosen, [], [], [])
        for name in chosen.only or WORKLOADS:
            WORKLOADS[name](run)
        wrong = books.faults(made.ground, run.tenants)
    return run.figures, wrong + run.errors


def table(figures: Sequence[Figure]) -> str:
    """Return the figures for people."""
    rows = [("", "measured", "value", "target", "", "")]
    for one in figures:
        value = f"{one.value:.2f} {one.unit}" if not one.value.is_integer() else f"{one.value:.0f} {one.unit}"
        verdict = "" if not one.target else "met" if one.met else "MISSED"
        rows.append((one.workload, one.what, value.strip(), one.target, verdict, one.note))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=list(WORKLOADS), help="these workloads alone")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--rounds", type=int, default=3, help="rounds of the product; the limit has one more")
    parser.add_argument("--seconds", type=float, default=4, help="length of a round")
    parser.add_argument("--bills", type=int, default=100_000, help="bills in the list")
    parser.add_argument("--items", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="open items for W3")
    parser.add_argument(
        "--repeats", type=int, default=20, help="reads of W3's aging now; past dates are read fewer times"
    )
    parser.add_argument("--documents", type=int, default=200, help="e-invoices for W7, half of them through the graph")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    return parser.parse_args(given)


def main() -> int:
    """Run, verify, print, and return the exit status."""
    chosen = arguments()
    figures, wrong = bench(chosen)
    if wrong:
        say("The figures are void: a client met an error, or the books are wrong.", *wrong[:20])
        return 1
    pinned = "server on a core of its own" if can_pin() else "nothing pinned"
    say(f"Books verified: balanced, gapless, each approval posted once. {pinned.capitalize()}.", "", table(figures))
    if chosen.json:
        made: dict[str, Any] = {"at": datetime.now(UTC).isoformat(), "figures": [asdict(one) for one in figures]}
        chosen.json.write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    return 0 if all(one.met for one in figures) else 1


def say(*lines: str) -> None:
    """Print."""
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
