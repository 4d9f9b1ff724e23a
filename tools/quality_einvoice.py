"""Compare what is read from public e-invoices with the answers that others gave, and write docs/quality/einvoice.md.

Run as `python tools/quality_einvoice.py [CORPORA_DIR]`; the default is `../shared/corpora` beside the repository.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bursar.core.errors import Refused  # noqa: E402 - run as a script, the paths come first.
from bursar.core.invoices import Invoice, InvoiceLine, TaxBreakdown, plain  # noqa: E402
from bursar.core.money import Money  # noqa: E402
from bursar.core.totals import AllowanceOrCharge, TaxedLine, compute_totals, line_net  # noqa: E402
from bursar.formats.einvoice import embedded_xml, read_invoice  # noqa: E402
from bursar.formats.pdf import open_pdf  # noqa: E402
from tools.gobl_fields import Document, Getter, Indexes, joined, number, text  # noqa: E402
from tools.gobl_not_compared import EXCEPTIONS, FIRST_ONLY, NOT_COMPARED, RECOMPUTED  # noqa: E402
from tools.gobl_rules import COUNTS, RULES  # noqa: E402
from tools.gobl_words import RULES_IN_WORDS  # noqa: E402
from tools.quality_books import LOST, books_column, summary  # noqa: E402
from tools.quality_verdicts import Column, VerdictRow, verdict_rows, verdict_table  # noqa: E402

DEFAULT_CORPORA: Final = ROOT.parent / "shared" / "corpora"
TARGET: Final = ROOT / "docs" / "quality" / "einvoice.md"
INTRODUCTION: Final = (
    "Made by `python tools/quality_einvoice.py`; do not edit. The files are public test data of other projects and are "
    "not part of this repository."
)
INDEX: Final = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field whose value is not the answer's."""

    field: str
    expected: str
    actual: str


@dataclass(slots=True)
class Row:
    """One file of the table: how many fields were compared, and which differ."""

    file: str
    equal: int = 0
    differences: list[Difference] = field(default_factory=list)
    not_compared: list[str] = field(default_factory=list)
    exceptions: list[tuple[Difference, str]] = field(default_factory=list)

    @property
    def compared(self) -> int:
        """The number of fields compared."""
        return self.equal + len(self.differences)

    def compare(self, name: str, expected: str, actual: str) -> None:
        """Count one field."""
        if expected == actual:
            self.equal += 1
        else:
            self.differences.append(Difference(name, expected, actual))


def gobl_pairs(corpora: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each XML file with the GOBL document that says what it means."""
    folder = corpora / "einvoice" / "gobl-ubl"
    for xml in sorted((folder / "parse").glob("*/*.xml")):
        answer = xml.parent / "out" / f"{xml.stem}.json"
        if answer.exists():
            yield xml, answer
    for xml in sorted((folder / "convert").glob("*/out/*.xml")):
        answer = xml.parent.parent / f"{xml.stem}.json"
        if answer.exists():
            yield xml, answer


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every field of a JSON document as its path and text; objects that are compared whole are one field."""
    if isinstance(value, dict):
        for name, item in whole(path, value).items():
            yield from leaves(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}[{index}]")
    else:
        yield path, str(value)


def whole(path: str, value: Document) -> Document:
    """Join the fields that GOBL splits and EN 16931 does not (see `RULES_IN_WORDS`)."""
    pattern = INDEX.sub("[]", path)
    out: dict[str, Any] = dict(value)
    if pattern in {"", "preceding[]"}:
        out["number"] = joined(out)
        out.pop("series", None), out.pop("code", None)
    if pattern.endswith(".addresses[]") and "num" in out:
        order = ("num", "street") if out.get("country") == "FR" else ("street", "num")
        out["street"] = " ".join(out[key] for key in order)
        out.pop("num")
    if "tax_id" in out and isinstance(out["tax_id"], dict) and out["tax_id"].get("code"):
        out["tax_id"] = out["tax_id"].get("country", "") + out["tax_id"]["code"]
    if out.get("people"):
        name = out["people"][0].get("name", {})
        mails = [{"emails": person["emails"]} for person in out["people"] if "emails" in person]
        out["people"] = " ".join(part for part in (name.get("given"), name.get("surname")) if part)
        if mails:
            out["people_"] = mails
    if out.get("inboxes"):
        box = out["inboxes"][0]
        out["inboxes"] = f"EM:{box['email']}" if "email" in box else f"{box.get('scheme')}:{box['code']}"
    if out.get("advances"):
        out["advances_"] = [{key: item for key, item in one.items() if key != "amount"} for one in out["advances"]]
        out["advances"] = str(sum(Decimal(one["amount"]) for one in out["advances"]))
    if pattern == "lines[].item" and "meta" in out:
        out["meta"] = " ".join(sorted(f"{key}={text(item)}" for key, item in out["meta"].items()))
    return out


def compare_gobl(file: str, invoice: Invoice, document: Document) -> Row:
    """Compare every field of a GOBL document with the invoice that was read."""
    row = Row(file)
    again = recomputed(invoice) if file in RECOMPUTED else invoice
    for path, expected in leaves(document):
        indexes: Indexes = tuple(int(found) for found in INDEX.findall(path))
        pattern = INDEX.sub("[]", path).replace("people_[]", "people[]").replace("advances_[]", "advances[]")
        rule = RULES.get(pattern)
        if rule is None:
            row.not_compared.append(pattern)
            continue
        if pattern in FIRST_ONLY and indexes[0]:
            row.not_compared.append(f"{pattern} after the first")
            continue
        summed = pattern.startswith("totals.") or pattern == "lines[].total"
        actual = _read(rule.get, again if summed else invoice, indexes, document)
        both = Difference(path, rule.write(expected), rule.write(actual))
        if (file, path) in EXCEPTIONS:
            row.exceptions.append((both, EXCEPTIONS[file, path]))
        else:
            row.compare(both.field, both.expected, both.actual)
    for name, count in COUNTS.items():
        row.compare(f"number of {name}", str(len(document.get(name, []))), str(count(invoice, (), document)))
    return row


def _read(get: Getter, invoice: Invoice, indexes: Indexes, document: Document) -> str:
    try:
        found = get(invoice, indexes, document)
    except (AttributeError, IndexError):
        return ""  # The part of the invoice that would hold it is absent.
    return "" if found is None else plain(found) if isinstance(found, str | date | Decimal) else str(found)


def recomputed(invoice: Invoice) -> Invoice:
    """Return the invoice with line totals, tax groups and totals computed from its quantities and prices."""
    currency = invoice.currency or ""
    lines = tuple(replace(line, net_amount=_net(line, currency)) for line in invoice.lines)
    taxed = [
        TaxedLine(Money(one.net_amount or Decimal(0), currency), one.tax_category or "", one.tax_rate or Decimal(0))
        for one in lines
    ]
    parts = [
        AllowanceOrCharge(
            Money(p.amount or Decimal(0), currency), p.is_charge, p.tax_category or "", p.tax_rate or Decimal(0)
        )
        for p in invoice.allowances_charges
    ]
    sums = compute_totals(taxed, parts, currency=currency, prepaid=invoice.totals.prepaid or 0)
    groups = tuple(
        TaxBreakdown(base=g.base.amount, tax=g.tax.amount, category=g.category, rate=g.rate, scheme="VAT")
        for g in sums.tax_groups
    )
    totals = replace(
        invoice.totals,
        line_net=sums.line_net.amount,
        tax_exclusive=sums.tax_exclusive.amount,
        tax=sums.tax.amount,
        tax_inclusive=sums.tax_inclusive.amount,
        payable=sums.payable.amount,
    )
    return replace(invoice, lines=lines, tax_breakdown=groups, totals=totals)


def _net(line: InvoiceLine, currency: str) -> Decimal:
    allowances = [part.amount or Decimal(0) for part in line.allowances_charges if not part.is_charge]
    charges = [part.amount or Decimal(0) for part in line.allowances_charges if part.is_charge]
    quantity, price, base = line.quantity or Decimal(0), line.price or Decimal(0), line.base_quantity or 1
    return line_net(quantity, price, base, charges, allowances, currency=currency)


def compare_hybrid(file: str, data: bytes, answer: Mapping[str, Any]) -> Row:
    """Compare the invoice inside a hybrid PDF with the given answers."""
    row = Row(file)
    xml = embedded_xml(open_pdf(data).attachments)
    try:
        invoice = read_invoice(xml) if xml is not None else None
    except Refused as refused:
        row.not_compared.append(f"whole file: {refused.code}")
        return row
    if invoice is None:
        row.not_compared.append("whole file: no e-invoice among its attachments")
        return row
    totals = invoice.totals
    values: dict[str, object] = {
        "invoice_number": invoice.number,
        "type_code": invoice.type_code,
        "issue_date": invoice.issue_date and invoice.issue_date.strftime("%Y%m%d"),
        "due_date": invoice.due_date and invoice.due_date.strftime("%Y%m%d"),
        "currency": invoice.currency,
        "seller": invoice.seller and invoice.seller.name,
        "buyer": invoice.buyer and invoice.buyer.name,
        "net": totals.tax_exclusive,
        "tax": totals.tax,
        "gross": totals.tax_inclusive,
        "payable": totals.payable,
        "prepaid": totals.prepaid,
        "lines": len(invoice.lines),
        "iban": next((means.account for means in invoice.payment_means if means.account), None),
    }
    amounts = {"net", "tax", "gross", "payable", "prepaid"}
    for name, value in values.items():
        write = number if name in amounts else text
        expected, actual = answer[name], "" if value is None else str(value)
        row.compare(name, write("" if expected is None else str(expected)), write(actual))
    return row


def gobl_rows(corpora: Path) -> list[Row]:
    """Compare all GOBL pairs."""
    rows: list[Row] = []
    for xml, answer in gobl_pairs(corpora):
        document = json.loads(answer.read_text("utf-8"))["doc"]
        name = xml.relative_to(corpora / "einvoice" / "gobl-ubl").as_posix()
        rows.append(compare_gobl(name, read_invoice(xml.read_bytes()), document))
    return rows


def hybrid_rows(corpora: Path) -> list[Row]:
    """Compare all hybrid PDFs."""
    folder = corpora / "invoice_pdf"
    answers = json.loads((folder / "expected_hybrid.json").read_text("utf-8"))
    return [compare_hybrid(name, (folder / name).read_bytes(), answer) for name, answer in sorted(answers.items())]


def table(rows: Sequence[Row], columns: Sequence[Column] = ()) -> str:
    """Draw the table of files, with any further columns, and the sum below."""
    titles = ["file", "fields", "equal", "different", *(column.title for column in columns)]
    body = [
        [
            row.file,
            str(row.compared),
            str(row.equal),
            str(len(row.differences)),
            *(c.cells.get(row.file, "") for c in columns),
        ]
        for row in rows
    ]
    compared, equal = sum(row.compared for row in rows), sum(row.equal for row in rows)
    body.append(["**all**", f"**{compared}**", f"**{equal}**", f"**{compared - equal}**", *[""] * len(columns)])
    head = ["| " + " | ".join(titles) + " |", "|---|" + "---:|" * 3 + "---|" * len(columns)]
    return "\n".join([*head, *("| " + " | ".join(cells) + " |" for cells in body)])


def differences(rows: Iterable[Row]) -> str:
    """List every difference, or say that there is none."""
    found = [
        f"- `{row.file}` {d.field}: expected `{d.expected}`, read `{d.actual}`" for row in rows for d in row.differences
    ]
    return "\n".join(found) or "None."


def exceptions(rows: Iterable[Row]) -> str:
    """List the fields that are excepted one by one, with both values and the reason."""
    found = [
        f"| `{row.file}` | {d.field} | `{d.expected}` | `{d.actual}` | {reason} |"
        for row in rows
        for d, reason in row.exceptions
    ]
    return "\n".join(["| file | field | answer | read | reason |", "|---|---|---|---|---|", *found])


def not_compared(rows: Iterable[Row]) -> str:
    """List every pattern that was left out, how often, and why; a pattern without a reason is told as such."""
    counts: dict[str, int] = {}
    for row in rows:
        for pattern in row.not_compared:
            counts[pattern] = counts.get(pattern, 0) + 1
    return "\n".join(
        f"| `{pattern}` | {count} | {NOT_COMPARED.get(pattern, '**no reason given**')} |"
        for pattern, count in sorted(counts.items())
    )


def _sum(name: str, rows: Sequence[Row]) -> Row:
    return Row(
        f"{name}: {len(rows)}",
        equal=sum(row.equal for row in rows),
        differences=[difference for row in rows for difference in row.differences],
    )


def report(
    gobl: Sequence[Row],
    hybrid: Sequence[Row],
    verdicts: Sequence[VerdictRow],
    books: Column,
) -> str:
    """Write the whole page; where a file ends in the books stands in the table of verdicts and in that of the PDFs."""
    excepted = sum(len(row.exceptions) for row in gobl)
    refused = [f"- `{row.file}`: {reason}" for row in hybrid for reason in row.not_compared]
    parts = [
        "# What is read from e-invoices, compared with given answers",
        INTRODUCTION,
        table([_sum("GOBL pairs", gobl), _sum("hybrid PDFs", hybrid)]),
        f"{excepted} single fields are excepted by name, because the given answer is not what the XML says; see below.",
        "## XML with the same invoice as GOBL JSON",
        table(gobl),
        "### Differing fields",
        differences(gobl),
        "### Fields where the given answer is not what the XML says",
        exceptions(gobl),
        "### How both sides are written before they are compared",
        "\n".join(f"- {rule}" for rule in RULES_IN_WORDS),
        "### Fields of GOBL that are not compared",
        "| field | times | reason |\n|---|---:|---|\n" + not_compared(gobl),
        "## Hybrid PDFs (the invoice is an XML attachment)",
        summary(books, (row.file for row in hybrid)),
        table(hybrid, [books]),
        "### Differing fields ",
        differences(hybrid),
        "### Files that are no invoice",
        "\n".join(refused) or "None.",
        "## Documents with a verdict by the official rules",
        (
            f"{sum(row.valid for row in verdicts)} of {len(verdicts)} are valid (EN 16931, Peppol, XRechnung); "
            f"{sum(row.valid and bool(row.errors) for row in verdicts)} of these fail a check here with an error."
        ),
        summary(books, (row.file for row in verdicts if row.valid)),
        verdict_table(verdicts, [books]),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write the page; return 1 if any field differs, or a valid document does not end in balanced books."""
    corpora = Path(arguments[0]) if arguments else DEFAULT_CORPORA
    if not (corpora / "einvoice").is_dir():
        sys.stderr.write(f"No corpora at {corpora}.\n")
        return 2
    gobl, hybrid, verdicts = gobl_rows(corpora), hybrid_rows(corpora), verdict_rows(corpora)
    books = books_column(corpora)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(report(gobl, hybrid, verdicts, books), "utf-8")
    rows = [*gobl, *hybrid]
    equal, compared = sum(row.equal for row in rows), sum(row.compared for row in rows)
    sys.stdout.write(f"{len(rows)} files, {compared} fields, {equal} equal, {compared - equal} different: {TARGET}\n")
    lost = [row.file for row in verdicts if row.valid and books.cells[row.file].startswith(LOST)]
    sys.stdout.writelines(f"not in balanced books: {name}\n" for name in lost)
    return int(equal != compared or bool(lost))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
