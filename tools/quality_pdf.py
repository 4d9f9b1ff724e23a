"""Compare what is read from the text of public PDFs with given answers, and write docs/quality/pdf_text.md.

Run as `python -m tools.quality_pdf [CORPORA_DIR]`; the default is `../shared/corpora` beside the repository. Hybrid
PDFs are read with their data ignored; a value counts only where the page has it in its text.
"""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bursar.core.errors import Refused  # noqa: E402 - run as a script, the paths come first.
from bursar.core.extraction import Extraction  # noqa: E402
from bursar.core.invoices import Invoice  # noqa: E402
from bursar.formats.einvoice import embedded_xml, read_invoice  # noqa: E402
from bursar.formats.pdf import open_pdf  # noqa: E402
from bursar.formats.pdf.page import Page  # noqa: E402
from bursar.formats.pdf.rows import rows  # noqa: E402
from bursar.formats.pdf.words import read_pages  # noqa: E402
from bursar.formats.text_invoice.reader import read_text_invoice  # noqa: E402
from bursar.formats.text_invoice.sums.figures import read_figures  # noqa: E402
from bursar.formats.text_pages import text_pages  # noqa: E402
from tools.quality_pdf_lines import NEEDED as NEEDED_OF_LINES  # noqa: E402
from tools.quality_pdf_lines import Records, count_groups, count_lines, section  # noqa: E402

DEFAULT_CORPORA: Final = ROOT.parent / "shared" / "corpora"
TARGET: Final = ROOT / "docs" / "quality" / "pdf_text.md"
INTRODUCTION: Final = (
    "Made by `python -m tools.quality_pdf`; do not edit. The files are public test data of other projects and are not "
    "part of this repository. A value counts only where the page has it in its text, and only if it is read to the "
    "letter; how the seller is called may differ in spaces, a number in those and in a sign before it."
)
MAX_PAGES: Final = 50
AMOUNTS: Final = frozenset({"net", "tax", "gross"})
DATES: Final = frozenset({"issue_date", "due_date"})
NEEDED: Final = Decimal("0.95")
NEEDED_OF_CASES: Final = Decimal("0.90")
HEADER: Final = (
    "invoice_number",
    "issue_date",
    "due_date",
    "currency",
    "net",
    "tax",
    "gross",
    "seller_name",
    "seller_tax_id",
    "iban",
)
# The names that the cases of invoice2data have for our fields; what is not here has no place in a header.
CASES: Final = {
    "invoice_number": "invoice_number",
    "date": "issue_date",
    "amount": "gross",
    "amount_untaxed": "net",
    "currency": "currency",
    "partner_name": "seller_name",
    "issuer": "seller_name",
    "vat": "seller_tax_id",
    "iban": "iban",
    "bic": "bic",
}
SIGNS: Final = {"EUR": ("€", "euro"), "USD": ("$",), "GBP": ("£",), "INR": ("rs", "₹"), "PLN": ("zł",)}
MONTHS: Final = "jan|feb|mar|mär|maa|apr|may|mai|mei|jun|jul|aug|sep|oct|okt|nov|dec|dez"
# Answers of others that are not what the page says, with the reason; they are listed and not counted.
NOT_THE_PAGE: Final = {
    (
        "invoice2data/Orlen.txt",
        "invoice_number",
    ): "The page has F 1234K20/1234/12; the answer stops at the first space.",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one file: the answer, what was read, and whether they are the same."""

    file: str
    field: str
    expected: str
    actual: str

    @property
    def right(self) -> bool:
        """Whether the answer was read, to the letter."""
        return self.expected == self.actual


@dataclass(slots=True)
class Result:
    """All that was compared, what was left out and why, and the processor time of each page."""

    compared: list[Compared] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    lines: Records = field(default_factory=Records)
    groups: Records = field(default_factory=Records)

    def share(self, name: str) -> Decimal | None:
        """Return how many of a field's answers were read, from 0 to 1."""
        found = [one.right for one in self.compared if one.field == name]
        return Decimal(sum(found)) / len(found) if found else None

    def all(self) -> Decimal:
        """Return how many of all answers were read."""
        return Decimal(sum(one.right for one in self.compared)) / max(1, len(self.compared))


def hybrids(corpora: Path) -> Result:
    """Read all hybrid PDFs without their data, and compare what is in their text with that data."""
    folder = corpora / "invoice_pdf"
    result = Result()
    for name, answer in sorted(json.loads((folder / "expected_hybrid.json").read_text("utf-8")).items()):
        data = (folder / name).read_bytes()
        truth = _truth(data, answer)
        if truth is None:
            result.left_out.append(f"`{name}` is no invoice.")
            continue
        pages, extraction = _compare(result, name, data, truth)
        _count(result, name, pages, extraction, data)
    return result


def _count(result: Result, name: str, pages: Sequence[Page], extraction: Extraction, data: bytes) -> None:
    """Hold lines and tax groups against the data inside a PDF."""
    xml = embedded_xml(open_pdf(data).attachments)
    assert xml is not None
    invoice = read_invoice(xml)
    printed = [figure.number for figure in read_figures([row for page in pages for row in rows(page)]).all]
    count_lines(result.lines, name, pages, extraction, invoice)
    count_groups(result.groups, name, extraction, invoice, printed)


def cases(corpora: Path) -> Result:
    """Read the cases of invoice2data, PDFs and texts, and compare them with their answers."""
    folder = corpora / "invoice_pdf" / "invoice2data"
    result = Result()
    for answer in sorted(folder.glob("*.json")):
        file = next(path for path in (answer.with_suffix(".pdf"), answer.with_suffix(".txt")) if path.exists())
        said = json.loads(answer.read_text("utf-8"))[0]
        truth: dict[str, str] = {}
        for theirs, ours in CASES.items():
            if theirs in said:
                truth.setdefault(ours, str(said[theirs]))
        _compare(result, f"invoice2data/{file.name}", file.read_bytes(), truth)
    return result


def _truth(data: bytes, answer: Mapping[str, Any]) -> dict[str, str] | None:
    """Return what the data inside a PDF says; None where it is no invoice."""
    xml = embedded_xml(open_pdf(data).attachments)
    try:
        invoice = read_invoice(xml) if xml is not None else None
    except Refused:
        return None
    if invoice is None:
        return None
    values = {name: answer["seller" if name == "seller_name" else name] for name in HEADER if name != "seller_tax_id"}
    values["seller_tax_id"] = _tax_id(invoice)
    return {name: str(value) for name, value in values.items() if value not in {None, ""}}


def _tax_id(invoice: Invoice) -> str | None:
    return (invoice.seller.vat_id or invoice.seller.tax_registration_id) if invoice.seller else None


def _compare(result: Result, name: str, data: bytes, truth: Mapping[str, str]) -> tuple[Sequence[Page], Extraction]:
    started = time.process_time()
    pages = read_pages(data, max_pages=MAX_PAGES) if name.endswith(".pdf") else text_pages(data)
    extraction = read_text_invoice(pages)
    result.cpu_seconds.append((time.process_time() - started) / max(1, len(pages)))
    printed = " ".join(word.text for page in pages for word in page.words)
    for title, expected in truth.items():
        if (name, title) in NOT_THE_PAGE:
            result.left_out.append(f"`{name}` {title} `{expected}`: {NOT_THE_PAGE[name, title]}")
        elif is_printed(title, expected, printed):
            actual = _said(extraction, title)
            result.compared.append(Compared(name, title, written(title, expected), written(title, actual)))
        else:
            result.left_out.append(f"`{name}` {title} `{' '.join(expected.split())}` is not in the text of the page.")
    return pages, extraction


def _said(extraction: Extraction, name: str) -> str:
    value = extraction.fields.get(name)
    return value.value if value is not None else ""


def written(name: str, value: str) -> str:
    """Return a value as both sides are written before they are compared: to the letter, but for spaces and signs."""
    if not value:
        return ""
    if name in AMOUNTS:
        return str(Decimal(value).quantize(Decimal("0.01")))
    if name in DATES:
        return value.replace("-", "")[:8]
    if name == "seller_name":
        return " ".join(value.split())
    return "".join(value.split()).lstrip("#")


def is_printed(name: str, value: str, text: str) -> bool:
    """Tell whether a value stands in the text of a page, in any of the ways to write it."""
    whole = _compact(text)
    if name in AMOUNTS:
        return any(_compact(way) in whole for way in _amounts(Decimal(value)))
    if name in DATES:
        return any(re.search(way, text, re.IGNORECASE) for way in _dates(written(name, value)))
    if name == "currency":
        return value.lower() in whole or any(sign in whole for sign in SIGNS.get(value, ()))
    return _compact(value) in whole or (_digits(value) in _digits(text) and _digits(value) == value)


def _compact(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _amounts(amount: Decimal) -> Iterator[str]:
    amount = abs(amount)
    for thousands, mark in ((",", "."), (".", ","), ("", "."), ("", ","), (" ", ","), ("'", ".")):
        plain = f"{amount:,.2f}".replace(",", "T").replace(".", mark).replace("T", thousands)
        yield plain


def _dates(day: str) -> Iterator[str]:
    when = date(int(day[:4]), int(day[4:6]), int(day[6:8]))
    two, year = f"0?{when.day}", f"(?:{when.year}|{when.year % 100:02d})"
    month = f"0?{when.month}"
    yield rf"(?<!\d){two}\s?[./-]\s?{month}\s?[./-]\s?{year}(?!\d)"
    yield rf"(?<!\d){month}/{two}/{year}(?!\d)"
    yield rf"(?<!\d){when.year}[./-]?{when.month:02d}[./-]?{when.day:02d}(?!\d)"
    yield rf"(?<!\d){two}\.?(?:st|nd|rd|th)?\s(?:{MONTHS})\w*\.?\s{when.year}"
    yield rf"(?:{MONTHS})\w*\.?\s{two}\s?,?\s{when.year}"


def _table(result: Result, names: Iterable[str]) -> str:
    rows = []
    for name in names:
        found = [one.right for one in result.compared if one.field == name]
        if found:
            rows.append(f"| {name} | {len(found)} | {sum(found)} | {Decimal(sum(found)) / len(found):.3f} |")
    compared = result.compared
    rows.append(
        f"| **all** | **{len(compared)}** | **{sum(one.right for one in compared)}** | **{result.all():.3f}** |"
    )
    return "\n".join(["| field | in the text | read | share |", "|---|---:|---:|---:|", *rows])


def _misses(result: Result) -> str:
    found = [
        f"- `{one.file}` {one.field}: expected `{one.expected}`, read `{one.actual}`"
        for one in result.compared
        if not one.right
    ]
    return "\n".join(found) or "None."


def report(hybrid: Result, of_cases: Result) -> str:
    """Write the whole page."""
    names = list(dict.fromkeys(one.field for one in of_cases.compared))
    parts = [
        "# What is read from the text of PDFs, without a model and without their data",
        INTRODUCTION,
        "## Hybrid PDFs, their data ignored",
        _table(hybrid, HEADER),
        "### Misses",
        _misses(hybrid),
        "### Not counted",
        "\n".join(f"- {reason}" for reason in hybrid.left_out) or "None.",
        section(hybrid.lines, hybrid.groups),
        "## Suppliers' invoices of invoice2data",
        _table(of_cases, names),
        "### Misses ",
        _misses(of_cases),
        "### Not counted ",
        "\n".join(f"- {reason}" for reason in of_cases.left_out) or "None.",
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def short(hybrid: Result, of_cases: Result) -> list[str]:
    """Return a sentence for each figure that is lower than is asked of it."""
    found = [
        f"{name}: {share:.3f} of {NEEDED}"
        for name in HEADER
        if (share := hybrid.share(name)) is not None and share < NEEDED
    ]
    if hybrid.lines.f1 < NEEDED_OF_LINES:
        found.append(f"lines: {hybrid.lines.f1:.3f} of {NEEDED_OF_LINES}")
    return found + ([f"cases: {of_cases.all():.3f}"] if of_cases.all() < NEEDED_OF_CASES else [])


def main(arguments: Sequence[str]) -> int:
    """Write the page; return 1 if a figure is lower than is asked of it."""
    corpora = Path(arguments[0]) if arguments else DEFAULT_CORPORA
    if not (corpora / "invoice_pdf").is_dir():
        sys.stderr.write(f"No corpora at {corpora}.\n")
        return 2
    hybrid, of_cases = hybrids(corpora), cases(corpora)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(report(hybrid, of_cases), "utf-8")
    sys.stdout.write(_table(hybrid, HEADER) + "\n\n" + _misses(hybrid) + "\n\n")
    sys.stdout.write(_table(of_cases, dict.fromkeys(one.field for one in of_cases.compared)) + "\n\n")
    sys.stdout.write(_misses(of_cases) + "\n\n" + section(hybrid.lines, hybrid.groups) + "\n\n")
    seconds = sorted((*hybrid.cpu_seconds, *of_cases.cpu_seconds))
    sys.stdout.write(f"CPU seconds a page: median {seconds[len(seconds) // 2]:.3f}, most {seconds[-1]:.3f}\n")
    wanting = short(hybrid, of_cases)
    sys.stdout.writelines(f"too low: {one}\n" for one in wanting)
    return int(bool(wanting))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
