"""One invoice through the whole main job, over HTTP, as the people of a company that is set up for it alone.

    glance -> company -> sign in -> upload -> read -> propose -> approve -> apply -> bill, journal, aging, trial balance

Each trial has a tenant and a legal entity of its own, whose books are in the invoice's currency; so one instance takes
any number of files, also the same one twice.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from bursar.cli.client import Json, Person, Problem, TookTooLong, upload, wait_for
from bursar.cli.preparing import TRIAL_ROLES
from bursar.cli.throwaway import Instance
from bursar.core.errors import Refused
from bursar.core.money import CURRENCIES
from bursar.kit.ids import to_public
from bursar.platform.application import Application
from bursar.platform.provision import Company, demo_company, provision_tenant

READ_SECONDS: Final = 120.0
DEFAULT_CURRENCY: Final = "EUR"
_YEARS: Final = range(2000, 2100)


@dataclass(frozen=True, slots=True)
class Failure:
    """Where a trial ended instead, in a word and in a sentence, with the stable codes that say why."""

    reason: str
    message: str
    codes: tuple[str, ...]


@dataclass(slots=True)
class Trial:
    """What happened at each step, as the API told it; None for what was not reached."""

    file: str
    company: str = ""
    people: dict[str, str] = field(default_factory=dict)
    document: Json | None = None
    fields: list[Json] = field(default_factory=list)
    checks: list[Json] = field(default_factory=list)
    proposal: Json | None = None
    bill: Json | None = None
    journal: list[Json] = field(default_factory=list)
    aging_before: Json | None = None
    aging_after: Json | None = None
    trial_balance: Json | None = None
    timings: dict[str, float] = field(default_factory=dict)
    failure: Failure | None = None

    def as_json(self) -> Json:
        """Return it as one JSON object; `error` is there only when it did not end in balanced books."""
        told: Json = {
            "document": self.document,
            "fields": self.fields,
            "checks": self.checks,
            "proposal": self.proposal,
            "bill": self.bill,
            "journal": self.journal,
            "ap_aging": {"before": self.aging_before, "after": self.aging_after},
            "trial_balance": self.trial_balance,
            "timings": {name: round(seconds, 3) for name, seconds in self.timings.items()},
        }
        if self.failure is not None:
            told["error"] = {
                "reason": self.failure.reason,
                "message": self.failure.message,
                "codes": list(self.failure.codes),
            }
        return told

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Measure a step."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.timings[f"{name}_seconds"] = time.monotonic() - began


class _Ended(Exception):  # noqa: N818 - it ended elsewhere than it should.
    def __init__(self, reason: str, message: str, codes: tuple[str, ...]) -> None:
        super().__init__(message)
        self.failure = Failure(reason, message, codes)


async def try_invoice(instance: Instance, path: Path) -> Trial:
    """Run one file through the main job and return what happened; a failure of the file is in the result, not raised.

    Raises OSError when the file cannot be read, and CommandFailed when the instance does not answer.
    """
    data = await asyncio.to_thread(path.read_bytes)
    trial = Trial(path.name)
    began = time.monotonic()
    try:
        with trial.timed("company"):
            clerk, approver = await _company(instance, trial, data)
        await _propose(trial, clerk, path.name, data)
        await _approve(trial, approver)
        with trial.timed("reports"):
            await _look(trial, approver)
        _prove(trial)
    except _Ended as ended:
        trial.failure = ended.failure
    except Problem as problem:
        trial.failure = Failure("refused", problem.detail, (problem.code,))
    except TookTooLong as late:
        trial.failure = Failure("too_slow", str(late), ("timed_out",))
    trial.timings["total_seconds"] = time.monotonic() - began
    return trial


async def _company(instance: Instance, trial: Trial, data: bytes) -> tuple[Person, Person]:
    """Set up a company that keeps its books in the invoice's currency, and sign its two people in."""
    currency, issued = await _glance(instance.application, data)
    instance.companies += 1
    company = _company_for(instance.companies, currency, issued)
    instance.forget_limits()
    ids = await asyncio.to_thread(provision_tenant, instance.admin_url, company)
    tenant_id = to_public("tenant", ids.tenant_id)
    trial.company = company.legal_entity
    trial.people = {person.role: person.name for person in company.people}
    clerk, approver = (Person(instance.client, person.email, person.password, tenant_id) for person in company.people)
    await asyncio.gather(clerk.sign_in(), approver.sign_in())
    return clerk, approver


def _company_for(number: int, currency: str, issued: date | None) -> Company:
    today = datetime.now(UTC).date()
    years = {today.year - 1, today.year, today.year + 1}
    if issued is not None and issued.year in _YEARS:
        years.add(issued.year)
    demo = demo_company(today, currency=currency, fiscal_years=tuple(sorted(years)))
    people = tuple(next(one for one in demo.people if one.role == role) for role in TRIAL_ROLES)
    return replace(demo, tenant=f"{demo.tenant} {number}", people=people)


async def _glance(application: Application, data: bytes) -> tuple[str, date | None]:
    """Return the invoice's currency and date, as far as they can be read; the agent reads it again, and judges."""
    try:
        invoice = (await application.parsing.read(data)).invoice
    except Refused:
        return DEFAULT_CURRENCY, None
    known = invoice.currency if invoice.currency and invoice.currency in CURRENCIES else DEFAULT_CURRENCY
    return known, invoice.issue_date


async def _propose(trial: Trial, clerk: Person, name: str, data: bytes) -> None:
    """Have the clerk upload the file, and wait for what the agent makes of it."""
    with trial.timed("upload"):
        document = trial.document = await upload(clerk, name, data)
    with trial.timed("read"):
        trial.document = await wait_for(
            clerk, f"/v1/documents/{document['id']}", lambda found: found["status"] != "received", seconds=READ_SECONDS
        )
    reading = await _reading(clerk, document["id"])
    trial.fields, trial.checks = reading.get("fields", []), reading.get("checks", [])
    proposals = (await clerk.get("/v1/proposals", document_id=document["id"]))["items"]
    if proposals:
        trial.proposal = {**proposals[0], "journal_lines": await _named_lines(clerk, proposals[0])}
    codes = tuple(trial.document["reason_codes"])
    if trial.document["status"] != "proposed":
        reason = "suggestion" if proposals else str(trial.document["status"])
        raise _Ended(reason, await _why(trial, clerk, codes), codes)


async def _reading(person: Person, document_id: str) -> Json:
    try:
        return await person.get(f"/v1/documents/{document_id}/reading")
    except Problem as problem:
        if problem.code == "not_found":  # Nothing could be read from it.
            return {}
        raise


async def _named_lines(person: Person, proposal: Json) -> list[Json]:
    """Return the proposal's journal lines with the code and name of each account."""
    accounts = {one["id"]: one for one in (await person.get("/v1/ledger-accounts", limit=200))["items"]}
    return [
        {
            "account_code": accounts[line["account_id"]]["code"],
            "account_name": accounts[line["account_id"]]["name"],
            **line,
        }
        for line in proposal["effects"]["journal_lines"]
    ]


async def _why(trial: Trial, person: Person, codes: tuple[str, ...]) -> str:
    """Return the rules that do not hold, or what the agent said where it could not even check them."""
    told = {check["code"]: check["message"] for check in trial.checks if not check["passed"]}
    if broken := [told[code] for code in codes if code in told]:
        return "Not so: " + " ".join(dict.fromkeys(broken))
    assert trial.document is not None
    runs = (await person.get("/v1/agent-runs", document_id=trial.document["id"]))["items"]
    steps = (await person.get(f"/v1/agent-runs/{runs[0]['id']}"))["steps"] if runs else []
    return str(steps[-1]["rationale"]) if steps else "The document needs a person's attention."


async def _approve(trial: Trial, approver: Person) -> None:
    """Have another person approve exactly what is proposed, and wait until it is applied."""
    assert trial.proposal is not None
    path = f"/v1/proposals/{trial.proposal['id']}"
    trial.aging_before = await approver.get("/v1/reports/ap-aging", as_of=_as_of(trial))
    with trial.timed("approve"):
        seen = await approver.get(path)
        digest = seen["digest"]
        await approver.post(f"{path}/approve", {"digest": digest}, key=digest, version=seen["version"])
    with trial.timed("apply"):
        decided = await wait_for(approver, path, lambda found: found["state"] != "approved", seconds=READ_SECONDS)
    trial.proposal |= decided
    if decided["state"] != "applied":
        codes = (decided["failure"],) if decided["failure"] else ()
        raise _Ended(str(decided["state"]), "The books refused what was approved.", codes)
    assert trial.document is not None
    trial.document = await approver.get(f"/v1/documents/{trial.document['id']}")


def _as_of(trial: Trial) -> str:
    """Return the first business date that knows the bill: today, or its own date where that is to come."""
    assert trial.proposal is not None
    today = datetime.now(UTC).date().isoformat()
    return max(today, str(trial.proposal["payload"]["content"]["document_date"]))


async def _look(trial: Trial, person: Person) -> None:
    """Read what stands in the books now."""
    assert trial.proposal is not None
    bill_id, at = trial.proposal["bill_id"], _as_of(trial)
    trial.bill, entries, trial.aging_after, trial.trial_balance = await asyncio.gather(
        person.get(f"/v1/bills/{bill_id}"),
        person.get("/v1/journal-entries", bill_id=bill_id),
        person.get("/v1/reports/ap-aging", as_of=at),
        person.get("/v1/reports/trial-balance", as_of=at),
    )
    trial.journal = entries["items"]


def _prove(trial: Trial) -> None:
    """See for ourselves that the books balance and say what the bill says; end the trial if they do not."""
    bill, before, after, balance = trial.bill, trial.aging_before, trial.aging_after, trial.trial_balance
    assert bill is not None
    assert before is not None
    assert after is not None
    assert balance is not None
    sign = -1 if bill["kind"] == "vendor_credit" else 1
    grown = _amount(after["control"]["balance"]) - _amount(before["control"]["balance"])
    faults = {
        "document_not_posted": trial.document is None or trial.document["status"] != "posted",
        "bill_not_posted": bill["document_status"] != "posted" or not bill["number"],
        "entry_missing": len(trial.journal) != 1,
        "entry_unbalanced": any(_sum_of_lines(entry) for entry in trial.journal),
        "trial_balance_not_zero": bool(_amount(balance["difference"])),
        "control_account_differs": bool(
            _amount(after["control"]["difference"]) or _amount(balance["accounts_payable"]["difference"])
        ),
        "aging_differs_from_bill": grown != sign * _amount(bill["payable"]),
    }
    if codes := tuple(code for code, found in faults.items() if found):
        raise _Ended("books_wrong", "The books do not balance, or do not say what the bill says.", codes)


def _sum_of_lines(entry: Json) -> Decimal:
    return sum((_amount(line["base_amount"]) for line in entry["lines"]), Decimal(0))


def _amount(money: dict[str, Any]) -> Decimal:
    return Decimal(money["amount"])
