"""W1: a five-line taxed bill is submitted and approved by another person; and the list at a hundred thousand bills."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bursar.kit.ids import to_public
from tests.bench.stage import Firm, Served, Stage, play

LINES = (("Hosting", "2", "125.50", "19"), ("Licence", "10", "19.99", "19"), ("Paper", "7", "4.35", "7"),
         ("Books", "3", "29.90", "7"), ("Repair", "1", "310.00", "19"))  # fmt: skip
Plan = dict[str, Any]


@dataclass(slots=True)
class Rounds:
    """What one server was measured to do, round by round; rates per second, times in seconds."""

    rates: list[float] = field(default_factory=list)
    took: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    cpu_seconds: float = 0.0

    def add(self, found: Mapping[str, Any], cpu_seconds: float) -> None:
        self.cpu_seconds += cpu_seconds
        self.rates.append(sum(map(len, found["took"].values())) / found["seconds"])
        for kind, took in found["took"].items():
            self.took.setdefault(kind, []).extend(took)
        self.errors += found["errors"]

    @property
    def rate(self) -> float:
        return median(self.rates)

    @property
    def cpu_ms(self) -> float:
        """The server's processor time for one request; unlike a rate it hardly depends on who else is at work."""
        return self.cpu_seconds * 1000 / max(1, sum(map(len, self.took.values())))

    def p95_ms(self, kind: str) -> float:
        return quantiles(self.took[kind], n=20)[-1] * 1000

    def p50_ms(self, kind: str) -> float:
        return median(self.took[kind]) * 1000


def product_bills(firm: Firm) -> Plan:
    """Return the plan of submitting and approving bills through the product."""
    content = {
        "legal_entity_id": to_public("entity", firm.ids.legal_entity_id),
        "vendor_id": to_public("vendor", firm.vendors[0]),
        "vendor_reference": "@reference@",
        "document_date": datetime.now(UTC).date().isoformat(),
        "currency": "EUR",
        "lines": [
            {
                "description": name,
                "quantity": quantity,
                "unit_price": price,
                "tax_category": "S",
                "tax_rate": rate,
                "account_id": to_public("account", firm.account("6300")),
            }
            for name, quantity, price, rate in LINES
        ],
    }
    tokens = {"clerk": firm.tokens["ap_clerk"], "approver": firm.tokens["controller"]}
    return {"what": "bills", "body": json.dumps(content), **tokens}


def limit_bills(firm: Firm) -> Plan:
    """Return the plan of the same two requests to the bare limit, which has to be told who asks."""
    today = datetime.now(UTC).date()
    content = {
        "tenant_id": str(firm.ids.tenant_id),
        "legal_entity_id": str(firm.ids.legal_entity_id),
        "vendor_id": str(firm.vendors[0]),
        "submitted_by": str(firm.people["ap_clerk"]),
        "vendor_reference": "@reference@",
        "document_date": today.isoformat(),
        "due_date": (today + timedelta(days=30)).isoformat(),
        "currency": "EUR",
        "lines": [
            {
                "description": name,
                "quantity": quantity,
                "unit_price": price,
                "tax_rate": rate,
                "account_id": str(firm.account("6300")),
            }
            for name, quantity, price, rate in LINES
        ],
    }
    decision = {
        "tenant_id": str(firm.ids.tenant_id),
        "decided_by": str(firm.people["controller"]),
        "payable_account": str(firm.ids.controls["accounts_payable"]),
        "tax_account": str(firm.ids.controls["input_tax"]),
    }
    tokens = {"clerk": firm.tokens["ap_clerk"], "approver": firm.tokens["controller"]}
    return {"what": "bills", "body": json.dumps(content), "decision": json.dumps(decision), **tokens}


def gross_minor() -> int:
    """Return what a bill of these lines comes to, in cents."""
    nets = [(Decimal(quantity) * Decimal(price) * 100, Decimal(rate)) for _, quantity, price, rate in LINES]
    return int(sum(net for net, _ in nets)) + sum(
        int((sum(net for net, each in nets if each == rate) * rate / 100).quantize(Decimal(1), "ROUND_HALF_UP"))
        for rate in {rate for _, rate in nets}
    )


def alternate(plans: Sequence[tuple[Served, Plan]], rounds: int, **how: Any) -> list[Rounds]:
    """Play the limit, the product, the limit, … and the limit last; the first of the plans is the limit's."""
    found = [Rounds() for _ in plans]
    for number in range(rounds * 2 + 1):
        (served, plan), one = plans[number % 2], found[number % 2]
        plan = {**plan, "host": served.host, **how}
        # What warms server, pool and the database's caches is not counted.
        play({**plan, "seconds": min(plan["seconds"], 2 if number < 2 else 0.3)})
        before = served.cpu_seconds()
        one.add(play(plan), served.cpu_seconds() - before)
    return found


def statements(stage: Stage, server: Sequence[str], plans: Mapping[str, Plan], *, before: int = 12) -> dict[str, int]:
    """Return how many statements one turn of each plan sends, as the database's own log has them.

    Some turns go before, so that what a new connection says of itself is not among them.
    """
    counts = {}
    with stage.counted(), stage.served(*server) as served:
        for name, plan in plans.items():
            for count in (before, 1):
                begin = stage.server_log.stat().st_size
                found = play({**plan, "host": served.host, "clients": 1, "count": count})
                assert not found["errors"], found["errors"][0]
            counts[name] = len(stage.statements(begin))
    return counts


_MANY_BILLS = (Path(__file__).parent / "many_bills.sql").read_text(encoding="utf-8")


def fill(stage: Stage, firm: Firm, count: int) -> None:
    """Put so many bills of the last months into a company, four in five of them posted, as the database's owner."""
    now = datetime.now(UTC)
    values = {
        "tenant": firm.ids.tenant_id,
        "entity": firm.ids.legal_entity_id,
        "vendors": list(firm.vendors),
        "from_ms": int(now.timestamp() * 1000) - 86_400_000,
        "count": count,
        "today": now.date(),
        "expense": firm.account("6300"),
        "tax": firm.ids.controls["input_tax"],
        "payable": firm.ids.controls["accounts_payable"],
        "clerk": firm.people["ap_clerk"],
        "approver": firm.people["controller"],
    }
    with stage.ground.looking() as connection:
        # One statement holds millions of trigger calls otherwise; what they would refuse is verified before we print.
        connection.execute("SET session_replication_role = replica")
        connection.execute(_MANY_BILLS, values)
        connection.execute("SET session_replication_role = origin")
        connection.execute("VACUUM ANALYZE")


def product_list(firm: Firm) -> Plan:
    """Return the plan of reading the first page of the product's list."""
    return {"what": "pages", "viewer": firm.tokens["viewer"], "path": "/v1/bills?limit=50"}


def limit_list(firm: Firm) -> Plan:
    """Return the plan of reading the newest bills from the bare limit."""
    path = f"/v1/bills?tenant_id={firm.ids.tenant_id}&limit=50"
    return {"what": "pages", "viewer": firm.tokens["viewer"], "path": path}
