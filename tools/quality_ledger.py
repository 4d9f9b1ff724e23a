"""Reproduce public cases of terms, payments, exchange and tax over the HTTP API; write docs/quality/ledger_cases.md.

Run as `python tools/quality_ledger.py [CORPORA_DIR]`; the default is `../shared/corpora` beside the repository.
The cases say what other projects' own tests expect.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bursar.cli.client import Person  # noqa: E402 - run as a script, the paths come first.
from bursar.cli.embedded import throwaway  # noqa: E402
from bursar.cli.loading import load_server  # noqa: E402
from bursar.cli.preparing import add_demo, prepare_throwaway  # noqa: E402
from bursar.cli.throwaway import instance_on  # noqa: E402
from bursar.kit import log as logs  # noqa: E402

DEFAULT_CORPORA: Final = ROOT.parent / "shared" / "corpora"
TARGET: Final = ROOT / "docs" / "quality" / "ledger_cases.md"
INTRODUCTION: Final = (
    "Made by `python tools/quality_ledger.py`; do not edit. The cases are taken from public tests of other projects "
    "and are not part of this repository. Each is carried out on a throw-away instance, over the public HTTP API: what "
    "was got is what the API answers."
)
# The cases' own words for terms, and how they are written here.
TERMS: Final = {
    "today": "due on receipt",
    "45 days after end of invoice month": "eom+45",
    "15th of month, at least 31 days after invoice date": "day 15 after 31 days",
    "last day of invoice month": "eom",
    "first day of next month": "day 1 of month+1",
    "10% if paid within 10 days": "10/10 net 30",
    "10%/10 days, due immediately": "10/10 net 0",
}
DAY: Final = date(2019, 1, 1)
Json = dict[str, Any]
# Sends a request as somebody of a role, to a version where one is named, and returns the JSON of a success.
Send = Callable[[str, str, str, Json | None, int | None], Awaitable[Json]]


@dataclass(slots=True)
class Verdict:
    """One case: what was expected and what was got, in the same words."""

    id: str
    topic: str
    expected: Json
    got: Json
    source: str

    @property
    def is_equal(self) -> bool:
        """Whether what was got is what was expected; remarks of the cases are no figures."""
        return self.got == {name: value for name, value in self.expected.items() if name != "note"}


@dataclass(slots=True)
class Desk:
    """A legal entity whose books are open in 2019, and the people who work with it."""

    send: Send
    entity: str
    currency: str
    accounts: Mapping[str, str]
    _count: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def money(self, amount: str, currency: str | None = None) -> Json:
        """Return an amount as it is sent."""
        return {"amount": amount, "currency": currency or self.currency}

    async def get(self, path: str) -> Json:
        """Read as the controller."""
        return await self.send("controller", "GET", path, None, None)

    async def bill(self, lines: Sequence[Json], terms: str | None, day: date = DAY) -> Json:
        """Post a bill of a new vendor, and return it."""
        number = next(self._count)
        vendor = await self.send(
            "ap_clerk", "POST", "/v1/vendors", {"name": f"Case vendor {self.entity} {number}"}, None
        )
        body = {
            "legal_entity_id": self.entity,
            "vendor_id": vendor["id"],
            "vendor_reference": f"CASE-{number}",
            "document_date": day.isoformat(),
            "payment_terms": terms,
            "currency": self.currency,
            "lines": [{"description": "Case", "account_id": self.accounts["5000"], **line} for line in lines],
        }
        made = await self.send("ap_clerk", "POST", "/v1/bills", body, None)
        decision = {"digest": made["digest"]}
        return await self.send("approver", "POST", f"/v1/bills/{made['id']}/approve", decision, made["version"])

    async def invoice(self, amount: str, terms: str | None, currency: str | None = None) -> Json:
        """Leave a receivable of a new customer by a manual entry, and return the entry with its customer."""
        name = f"Case customer {self.entity} {next(self._count)}"
        customer = await self.send("ap_clerk", "POST", "/v1/customers", {"name": name}, None)
        owed = {
            "account_id": self.accounts["1100"],
            "amount": self.money(amount, currency),
            "customer_id": customer["id"],
            "payment_terms": terms,
        }
        body = {
            "legal_entity_id": self.entity,
            "posting_date": DAY.isoformat(),
            "memo": "Case",
            "currency": currency or self.currency,
            "lines": [owed, {"account_id": self.accounts["4000"], "amount": self.money(f"-{amount}", currency)}],
        }
        made = await self.send("ap_clerk", "POST", "/v1/manual-entries", body, None)
        path, decision = f"/v1/manual-entries/{made['id']}/approve", {"digest": made["digest"]}
        posted = await self.send("controller", "POST", path, decision, made["version"])
        return {**posted, "customer_id": customer["id"]}

    async def items(self, entry_id: str) -> list[Json]:
        """Return what an entry left open, in the order of its instalments."""
        found = await self.get(f"/v1/open-items?entry_id={entry_id}")
        return sorted(found["items"], key=lambda one: int(one["instalment"]))

    async def paid(self, party: Json, amount: str, day: date, **how: Any) -> Json:
        """Record a payment of a vendor or from a customer."""
        body = {
            "legal_entity_id": self.entity,
            "direction": "out" if "vendor_id" in party else "in",
            **party,
            "bank_account_id": self.accounts["1000"],
            "paid_on": day.isoformat(),
            "amount": self.money(amount),
            **how,
        }
        return await self.send("ap_clerk", "POST", "/v1/payments", body, None)


async def desk(send: Send, name: str, currency: str) -> Desk:
    """Make a legal entity of this name, with books in this currency that are open in 2019."""
    body = {"name": name, "base_currency": currency, "time_zone": "Europe/Berlin", "fiscal_years": [2019]}
    entity = await send("controller", "POST", "/v1/legal-entities", body, None)
    found = await send("controller", "GET", f"/v1/ledger-accounts?legal_entity_id={entity['id']}&limit=200", None, None)
    return Desk(send, entity["id"], currency, {one["code"]: one["id"] for one in found["items"]})


# One for each topic: what the API answers, in the words of what is expected.


async def due_date(at: Desk, given: Json) -> Json:
    """Return when a document is due."""
    day = date.fromisoformat(given["invoice_date"])
    bill = await at.bill([plain("100.00")], TERMS[given["term"]], day)
    (item,) = await at.items(bill["entry_id"])
    assert item["due_date"] == bill["due_date"]
    return {"due_date": bill["due_date"]}


async def terms_of_an_invoice(at: Desk, given: Json) -> Json:
    """Return the parts of an invoice by its terms, and what a payment leaves of them."""
    terms = ", ".join(f"{share}% net {later.strip('+d')}" for later, share in given["schedule"])
    invoice = await at.invoice(given["invoice_total"], terms)
    items = await at.items(invoice["entry_id"])
    dues = [DAY + timedelta(int(later.strip("+d"))) for later, _ in given["schedule"]]
    assert [one["due_date"] for one in items] == [due.isoformat() for due in dues]
    if "payment" not in given:
        return {"rows_invoiced": [short(one["amount"]) for one in items]}
    await at.paid({"customer_id": invoice["customer_id"]}, given["payment"], DAY, allocate="oldest_first")
    rows = [one for one in await at.items(invoice["entry_id"]) if Decimal(one["open"]["amount"])]
    return {"rows": [row_of(one) for one in rows]}


async def part_payment(at: Desk, given: Json) -> Json:
    """Return what a payment of an invoice leaves open, as the aging has it."""
    invoice = await at.invoice(given["invoice_total"], "net 30")
    (item,) = await at.items(invoice["entry_id"])
    pays = [{"open_item_id": item["id"]}]
    await at.paid({"customer_id": invoice["customer_id"]}, given["payment"], DAY, pays=pays)
    aging = await at.get(f"/v1/reports/ar-aging?legal_entity_id={at.entity}&as_of={DAY}")
    rows = [one for one in aging["rows"] if one["customer_id"] == invoice["customer_id"]]
    if not rows:
        return {"rows": 0}
    (item,) = await at.items(invoice["entry_id"])
    assert rows[0]["amounts"]["total"] == item["open"]
    row = row_of(item)
    return {"paid": row["paid"], "outstanding": row["outstanding"]}


async def foreign_invoice(at: Desk, given: Json) -> Json:
    """Return an invoice in foreign currency, in the party's currency and in base."""
    amount, currency = given["invoice_total"].split()
    rate = {"from_currency": currency, "to_currency": at.currency, "rate": given["rate_to_base"]}
    wanted = {"source": "Case", "rates": [{**rate, "valid_on": DAY.isoformat()}]}
    await at.send("controller", "POST", "/v1/exchange-rates", wanted, None)
    invoice = await at.invoice(amount, "net 30", currency)
    aging = await at.get(f"/v1/reports/ar-aging?legal_entity_id={at.entity}&as_of={DAY}")
    (row,) = [one for one in aging["rows"] if one["customer_id"] == invoice["customer_id"]]
    return {"base": short(row["base_amounts"]["total"]), "party_currency": short(row["amounts"]["total"])}


async def discount_deadline(at: Desk, given: Json) -> Json:
    """Return the last day on which a discount is earned."""
    day = date.fromisoformat(given["invoice_date"])
    (item,) = await at.items((await at.bill([plain("100.00")], TERMS[given["term"]], day))["entry_id"])
    offered = await at.get(f"/v1/open-items/{item['id']}/discount?on={day}")
    after = date.fromisoformat(offered["until"]) + timedelta(days=1)
    too_late = await at.get(f"/v1/open-items/{item['id']}/discount?on={after}")
    assert Decimal(offered["discount"]["amount"]) > Decimal(too_late["discount"]["amount"]) == 0
    return {"discount_date": offered["until"]}


async def discount_taken(at: Desk, given: Json) -> Json:
    """Return what is paid and what is saved by paying in time."""
    bill = await at.bill([plain(given["invoice_total"])], TERMS[given["term"]])
    (item,) = await at.items(bill["entry_id"])
    day = DAY + timedelta(days=given["paid_on_day"])
    offered = await at.get(f"/v1/open-items/{item['id']}/discount?on={day}")
    pays = [{"open_item_id": item["id"], "take_discount": True}]
    party = {"vendor_id": bill["vendor_id"]}
    made = await at.paid(party, offered["cash"]["amount"], day, pays=pays)
    assert not Decimal((await at.items(bill["entry_id"]))[0]["open"]["amount"])
    entry = await at.get(f"/v1/journal-entries/{made['settlements'][0]['entry_id']}")
    (saved,) = [one["amount"] for one in entry["lines"] if one["account_code"] == "4910"]
    return {"cash": short(made["amount"]), "discount": short({"amount": saved["amount"].lstrip("-")})}


async def taxed(at: Desk, given: Json) -> Json:
    """Return net, tax and total of lines."""
    lines = [
        {
            "quantity": str(one["qty"]),
            "unit_price": one["unit_price"],
            "tax_category": "S" if one["tax"] else "Z",
            "tax_rate": (one["tax"] or "0").rstrip("%"),
        }
        for one in given["lines"]
    ]
    bill = await at.bill(lines, None)
    return {"untaxed": bill["net"]["amount"], "tax": bill["tax"]["amount"], "total": bill["gross"]["amount"]}


async def successive_parts(at: Desk, given: Json) -> Json:
    """Return what is open after each payment, and after the rest is written off."""
    bill = await at.bill([plain(given["invoice_total"])], None)
    open_after = []
    for step in given["payments"]:
        amount, _, kind = step.partition(" ")
        (item,) = await at.items(bill["entry_id"])
        if kind:
            off = {"kind": kind.replace("-", "_"), "amount": at.money(amount)}
            items = [{"open_item_id": item["id"], "amount": at.money(amount), "adjustments": [off]}]
            body = {"settled_on": DAY.isoformat(), "reason": "Case", "items": items}
            asked = await at.send("ap_clerk", "POST", "/v1/settlements", body, None)
            path, decision = f"/v1/settlements/{asked['id']}/approve", {"digest": asked["digest"]}
            await at.send("controller", "POST", path, decision, asked["version"])
        else:
            await at.paid({"vendor_id": bill["vendor_id"]}, amount, DAY, pays=[{"open_item_id": item["id"]}])
        open_after.append((await at.items(bill["entry_id"]))[0]["open"]["amount"])
    return {"open_after": open_after}


CASES: Final[Mapping[str, Callable[[Desk, Json], Awaitable[Json]]]] = {
    "due-date": due_date,
    "ar-terms": terms_of_an_invoice,
    "ar-partial": part_payment,
    "ar-full": part_payment,
    "ar-fx": foreign_invoice,
    "epd-end": discount_deadline,
    "epd": discount_taken,
    "tax": taxed,
    "pay-parts": successive_parts,
}


def plain(amount: str) -> Json:
    """Return a line without tax."""
    return {"unit_price": amount, "tax_category": "Z", "tax_rate": "0"}


def short(amount: Json) -> str:
    """Return an amount as the cases write it: without decimals where there are none."""
    return f"{Decimal(amount['amount']).normalize():f}"


def row_of(item: Json) -> Json:
    """Return an item as the cases write a row of a report."""
    invoiced, left = Decimal(item["amount"]["amount"]), Decimal(item["open"]["amount"])
    return {name: f"{value.normalize():f}" for name, value in
            (("invoiced", invoiced), ("paid", invoiced - left), ("outstanding", left))}  # fmt: skip


def cases(corpora: Path) -> list[Json]:
    """Read the cases."""
    found: list[Json] = json.loads((corpora / "ledger" / "cases.json").read_text("utf-8"))
    return found


def what_to_do(case: Json) -> Callable[[Desk, Json], Awaitable[Json]]:
    """Return what carries a case out: the longest name that its id begins with."""
    name = max((name for name in CASES if case["id"].startswith(name)), key=len)
    return CASES[name]


async def tried(send: Send, wanted: Sequence[Json]) -> list[Verdict]:
    """Carry the cases out, those with a rate in books of the currency that their figures are in."""
    euros, rupees = await desk(send, "Cases", "EUR"), await desk(send, "Cases in rupees", "INR")
    found = []
    for case in wanted:
        at = rupees if "rate_to_base" in case["given"] else euros
        got = await what_to_do(case)(at, case["given"])
        found.append(Verdict(case["id"], case["topic"], case["expect"], got, case["source"]))
    return found


def report(verdicts: Sequence[Verdict]) -> str:
    """Return the page."""
    equal = sum(one.is_equal for one in verdicts)
    rows = [
        f"| {one.id} | {one.topic} | {_cell(one.expected)} | {_cell(one.got)} | {_verdict(one)} |" for one in verdicts
    ]
    terms = [f"| {theirs} | `{ours}` |" for theirs, ours in TERMS.items()]
    parts = [
        "# Ledger cases",
        INTRODUCTION,
        f"{equal} of {len(verdicts)} are equal; none is left out.",
        "\n".join(["| case | topic | expected | got | verdict |", "|---|---|---|---|---|", *rows]),
        "## How the terms are written here",
        "\n".join(["| in the case | here |", "|---|---|", *terms]),
    ]
    return "\n\n".join(parts) + "\n"


def _verdict(one: Verdict) -> str:
    return "equal" if one.is_equal else "**differs**"


def _cell(value: Json) -> str:
    return f"`{json.dumps(value, ensure_ascii=False)}`"


async def on_an_instance(wanted: Sequence[Json]) -> list[Verdict]:
    """Carry the cases out on a throw-away instance, as the demo's people."""
    logs.configure(level="error")
    with throwaway() as server:
        settings = prepare_throwaway(server)
        company = add_demo(server.url)
        async with instance_on(server, settings) as instance:
            people = {one.role: Person(instance.client, one.email, one.password) for one in company.people}
            numbers = itertools.count(1)

            async def send(role: str, method: str, path: str, body: Json | None, version: int | None) -> Json:
                headers = {"Idempotency-Key": f"case-{next(numbers)}"}
                headers |= {} if version is None else {"If-Match": f'"{version}"'}
                answer = await people[role].request(method, path, headers=headers, json=body)
                read: Json = answer.json()
                return read

            return await tried(send, wanted)


def main(arguments: Sequence[str]) -> int:
    """Write the page; return 1 if any case differs."""
    corpora = Path(arguments[0]) if arguments else DEFAULT_CORPORA
    if not (corpora / "ledger").is_dir():
        sys.stderr.write(f"No corpora at {corpora}.\n")
        return 2
    load_server()
    verdicts = asyncio.run(on_an_instance(cases(corpora)))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(report(verdicts), "utf-8")
    equal = sum(one.is_equal for one in verdicts)
    sys.stdout.write(f"{len(verdicts)} cases, {equal} equal: {TARGET}\n")
    return int(equal != len(verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
