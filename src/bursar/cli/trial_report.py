"""What `bursar try` prints: each step of a trial, as far as it came, and how it ended."""

from collections.abc import Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bursar.cli.client import Json
from bursar.cli.drawing import CROSS, TICK, heading, money, short, short_place, sides, table, with_currency
from bursar.cli.terminal import out
from bursar.cli.trial import Trial

# What a person looks at first; the rest is shown with --all.
FIRST_FIELDS: Final = (
    *("syntax", "number", "type_code", "issue_date", "due_date", "currency", "order_reference", "payment_terms"),
    *("seller.name", "seller.vat_id", "buyer.name", "payment_means[0].account"),
    *("totals.line_net", "totals.tax_exclusive", "totals.tax", "totals.tax_inclusive", "totals.prepaid"),
    "totals.payable",
    # What is read from pages has names of its own.
    *("invoice_number", "seller_name", "seller_tax_id", "buyer_name", "iban", "net", "tax", "gross", "prepaid"),
    "payable",
)
LINES_SHOWN: Final = 20
LEAST_PLACE_SIGNS: Final = 12
INDENT: Final = 4
GAPS: Final = 9
BUCKETS: Final = (
    *(("not_due", "not due"), ("1_30", "1–30"), ("31_60", "31–60"), ("61_90", "61–90"), ("over_90", "> 90")),
    ("credits", "credits"),
)


def report(trial: Trial, *, everything: bool) -> RenderableType:
    """Draw the whole trial."""
    return Group(*(Padding(part, (0, 0, 0, 1)) for part in _parts(trial, everything=everything)))


def _parts(trial: Trial, *, everything: bool) -> Iterator[RenderableType]:
    yield from _document(trial)
    if trial.fields:  # Two are always there: the syntax, and whether it is a credit note.
        yield from _fields(trial, everything=everything)
    if trial.checks:
        yield from _checks(trial)
    if trial.proposal is not None:
        yield from _proposal(trial)
    if trial.bill is not None:
        yield from _books(trial, trial.bill)
    yield from _end(trial)


def _document(trial: Trial) -> Iterator[RenderableType]:
    who = trial.people.get("ap_clerk", "the clerk")
    yield heading(1, "Upload", f"{who} of {trial.company} brings {trial.file}")
    if (document := trial.document) is not None:
        size = f"{document['size_bytes']:,} bytes, {document['media_type']}"
        yield _indented(f"{document['id']}   [dim]{size}, sha256 {document['sha256'][:12]}…[/dim]")


def _fields(trial: Trial, *, everything: bool) -> Iterator[RenderableType]:
    yield heading(2, "Read", f"{len(trial.fields)} fields, each with the place it stands at")
    # Data is sure; of what stands on a page it is told how sure.
    has_doubts = any(one.get("confidence") for one in trial.fields)
    rows = table(
        "field", "value", "sure" if has_doubts else "method", "place", fold=("value", "place") if everything else ()
    )
    shown = [
        {**one, "how": one.get("confidence") or one["method"]}
        for one in trial.fields
        if everything or one["field"] in FIRST_FIELDS
    ]
    value_signs = out.width // 3 - 2
    # What is left of the line for the place, so that no other column has to give way.
    taken = [
        max((len(one["how"]) for one in shown), default=0),
        max((len(one["field"]) for one in shown), default=0),
        max((len(short(one["value"], value_signs)) for one in shown), default=0),
    ]
    place = max(out.width - INDENT - sum(taken) - GAPS, LEAST_PLACE_SIGNS)
    for one in shown:
        if everything:
            rows.add_row(one["field"], Text(one["value"]), one["how"], Text(one["place"], style="dim"))
        else:
            told = Text(short_place(one["place"], place), style="dim")
            rows.add_row(one["field"], Text(short(one["value"], value_signs)), one["how"], told)
    yield Padding(rows, (1, 0, 0, 3))
    if hidden := len(trial.fields) - len(shown):
        yield _indented(f"[dim]and {hidden} more: --all shows them, --json has them[/dim]")


def _checks(trial: Trial) -> Iterator[RenderableType]:
    failed = [one for one in trial.checks if not one["passed"]]
    yield heading(3, "Check", f"{len(trial.checks) - len(failed)} passed, {len(failed)} failed")
    told: dict[tuple[str, bool, str], list[Json]] = {}
    for one in trial.checks:
        told.setdefault((one["code"], one["passed"], one["message"]), []).append(one)
    rows = Table.grid(padding=(0, 1))
    for (code, passed, message), same in told.items():
        times = f" [dim]× {len(same)}[/dim]" if len(same) > 1 else ""
        if passed:
            rows.add_row(TICK, f"{message}{times}")
        else:
            mark = CROSS if same[0]["severity"] == "error" else "[yellow]![/yellow]"
            rows.add_row(mark, f"[bold]{message}[/bold]{times}  [dim]{code}[/dim]")
            for one in same:
                rows.add_row("", _difference(one))
    yield Padding(rows, (1, 0, 0, 3))


def _difference(check: Json) -> Text:
    told = Text("  ")
    if check["field"]:
        told.append(f"{check['field']}: ")
    if check["actual"] is not None:
        told.append(f"says {check['actual']}", style="red" if check["severity"] == "error" else "yellow")
    if check["expected"] is not None:
        told.append(f"{', ' if check['actual'] is not None else ''}expected {check['expected']}")
    return told


def _proposal(trial: Trial) -> Iterator[RenderableType]:
    proposal = trial.proposal
    assert proposal is not None
    payload = proposal["payload"]
    kind = payload["content"]["kind"].replace("_", " ")
    yield heading(4, "Propose", f"a {kind}, tried on the books without keeping it")
    yield _indented(f"{proposal['id']}   [dim]digest {proposal['digest'][:12]}…[/dim]")
    yield _indented(Text(proposal["rationale"]))
    if vendor := payload.get("new_vendor"):
        known = ", ".join(
            filter(None, [vendor["tax_id"], vendor["country"], *(one["iban"] for one in vendor["bank_accounts"])])
        )
        yield _indented(Text.assemble("New vendor with it: ", (vendor["name"], "bold"), f"   {known}"))
    yield Padding(_lines(proposal["journal_lines"], "amount"), (1, 0, 0, 3))
    policy = f"policy {proposal['policy_version']}: {proposal['decision'].replace('_', ' ')}"
    yield heading(5, "Decide", policy)
    if proposal["state"] == "applied":
        who = trial.people.get("approver", "The approver")
        yield _indented(f"{TICK} {who}, who did not bring it in, approved exactly this digest.")
    else:
        reasons = ", ".join(proposal["decision_reasons"]) or proposal["failure"] or "no reason"
        yield _indented(f"{CROSS} {proposal['state']}: {reasons}")


def _lines(lines: list[Json], amount: str) -> Table:
    rows = table("account", "", "text", "debit", "credit", right=("debit", "credit"), fold=("text",))
    for line in lines[:LINES_SHOWN]:
        rows.add_row(line["account_code"], line["account_name"], Text(line["memo"]), *sides(line[amount]))
    if len(lines) > LINES_SHOWN:
        rows.add_row("", "", Text(f"and {len(lines) - LINES_SHOWN} more", style="dim"))
    return rows


def _books(trial: Trial, bill: Json) -> Iterator[RenderableType]:
    posted = f"{bill['number']}, posted {bill['posting_date']}, due {bill['due_date']}"
    yield heading(6, "Post", posted)
    yield _indented(
        f"{bill['vendor_reference']}: net {money(bill['net'])} + tax {money(bill['tax'])} = {money(bill['gross'])}, "
        f"to pay [bold]{with_currency(bill['payable'])}[/bold]   [dim]{bill['id']}[/dim]"
    )
    for entry in trial.journal:
        yield _indented(f"Journal entry {entry['number']}   [dim]{entry['id']}[/dim]")
        if trial.proposal is not None and _said(entry["lines"]) == _said(trial.proposal["journal_lines"]):
            yield _indented(f"{TICK} Its {len(entry['lines'])} lines are those that were proposed.")
        else:
            yield Padding(_lines(entry["lines"], "base_amount"), (1, 0, 0, 3))
    if trial.aging_before is not None and trial.aging_after is not None:
        as_of = trial.aging_after["as_of"]
        yield heading(7, "Report", f"as of {as_of}")
        yield Padding(_aging(trial.aging_before, trial.aging_after), (1, 0, 0, 3))
    if trial.trial_balance is not None:
        yield Padding(_balance(trial.trial_balance), (1, 0, 0, 3))


def _said(lines: list[Json]) -> list[tuple[str, str, str]]:
    return [(line["account_code"], line["memo"], line["amount"]["amount"]) for line in lines]


def _aging(before: Json, after: Json) -> Table:
    rows = table("accounts payable by age", *(name for _, name in BUCKETS), "total", fold=("accounts payable by age",))
    for column in rows.columns[1:]:
        column.justify = "right"
    for when, aging in (("before", before), ("after", after)):
        if not aging["rows"]:
            rows.add_row(f"{when}: nothing open", *["0"] * (len(BUCKETS) + 1))
        for row in aging["rows"]:
            amounts = row["amounts"]
            rows.add_row(
                Text(f"{when}: {row['vendor_name']}"),
                *(money(amounts[bucket], zero="·") for bucket, _ in BUCKETS),
                f"[bold]{with_currency(amounts['total'])}[/bold]",
            )
    return rows


def _balance(balance: Json) -> Table:
    rows = table("trial balance", "", "debit", "credit", "balance", right=("debit", "credit", "balance"))
    for row in balance["rows"]:
        rows.add_row(
            row["account_code"],
            row["account_name"],
            money(row["debit"], zero=""),
            money(row["credit"], zero=""),
            money(row["balance"]),
        )
    rows.add_section()
    rows.add_row("", "", money(balance["total_debit"]), money(balance["total_credit"]), money(balance["difference"]))
    return rows


def _end(trial: Trial) -> Iterator[RenderableType]:
    yield ""
    if trial.failure is None:
        yield f"{TICK} [bold green]Posted in balanced books[/]: debits equal credits, open items equal their account."
    else:
        codes = ", ".join(trial.failure.codes)
        yield f"{CROSS} [bold red]It ends here: {trial.failure.reason.replace('_', ' ')}[/]   {codes}"
        if not any(not one["passed"] for one in trial.checks):
            yield _indented(Text(trial.failure.message))
    times = [
        f"{name.removesuffix('_seconds')} {seconds:.1f}"
        for name, seconds in trial.timings.items()
        if name != "total_seconds"
    ]
    yield f"[dim]  {trial.timings['total_seconds']:.1f} s: {', '.join(times)}[/dim]"


def _indented(what: RenderableType) -> Padding:
    return Padding(what, (0, 0, 0, 3))
