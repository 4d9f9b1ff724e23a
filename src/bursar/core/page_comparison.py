"""Hold the data that came with a page against the page: people approve what they see, and pay what the data says.

A value of the data that stands anywhere on the page, in whatever notation, agrees. Where it does not, only what the
page's own reading says with confidence is a contradiction; what nobody could find is merely told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate
from types import MappingProxyType
from typing import Any, Final

from bursar.core.extraction import Box, Extraction, Method, Record, Value
from bursar.core.invoice_extraction import from_invoice, place
from bursar.core.invoice_sums import Check, Severity, limited
from bursar.core.invoices import Invoice, fields

CONFIDENT: Final = Decimal("0.9")
MOST_TOLD: Final = 200  # Characters of a hidden text.
# What is compared, and what each is called in the neutral invoice.
_PATHS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "invoice_number": "number",
        "issue_date": "issue_date",
        "due_date": "due_date",
        "net": "totals.tax_exclusive",
        "tax": "totals.tax",
        "gross": "totals.tax_inclusive",
        "payable": "totals.payable",
        "iban": "payment_means",
        "currency": "currency",
    }
)
_DAYS: Final = frozenset({"issue_date", "due_date"})
_AMOUNTS: Final = frozenset({"net", "tax", "gross", "payable"})
_DIVIDED: Final = re.compile(r"[\s:#()]+")
# What a text for machines says and an invoice does not: it orders its reader about.
_INSTRUCTS: Final = re.compile(
    r"\b(?:ignor\w*|disregard\w*|override\w*|instruction\w*|instrucc\w*|istruzion\w*|instructi\w*|anweisung\w*|prompt"
    r"|assistant\w*|assistent\w*|approve\w*|approuve\w*|aprueb\w*|approva\w*|genehmig\w*|goedkeur\w*|execute\w*"
    r"|you (?:must|should|are)|do not|transfer\w*|überweis\w*|vire[zr]|transfier\w*|bonifica\w*|maak over|negeer\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stands on pages, or in a piece of one, in every notation that it could be in; amounts without their sign."""

    text: str
    amounts: frozenset[Decimal] = frozenset()
    days: frozenset[date] = frozenset()
    accounts: frozenset[str] = frozenset()
    currencies: frozenset[str] = frozenset()

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "text": self.text,
            "amounts": sorted(format(amount, "f") for amount in self.amounts),
            "days": sorted(day.isoformat() for day in self.days),
            "accounts": sorted(self.accounts),
            "currencies": sorted(self.currencies),
        }

    @staticmethod
    def from_json(said: Mapping[str, Any]) -> Shown:
        """Return what `as_json` wrote."""
        return Shown(
            text=said["text"],
            amounts=frozenset(map(Decimal, said["amounts"])),
            days=frozenset(map(date.fromisoformat, said["days"])),
            accounts=frozenset(said["accounts"]),
            currencies=frozenset(said["currencies"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenText:
    """Words of a line that nobody sees: where they stand, what hides them, and what they would say."""

    page: int
    box: Box
    why: str
    says: Shown

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        box = [self.box.left, self.box.top, self.box.right, self.box.bottom]
        return {"page": self.page, "box": box, "why": self.why, "says": self.says.as_json()}

    @staticmethod
    def from_json(said: Mapping[str, Any]) -> HiddenText:
        """Return what `as_json` wrote."""
        return HiddenText(page=said["page"], box=Box(*said["box"]), why=said["why"], says=Shown.from_json(said["says"]))


def compare(invoice: Invoice, page: Extraction, shown: Shown) -> tuple[Check, ...]:
    """Return what the page shows otherwise than the data: one check per value of the data, and one for accounts."""
    said, stated = from_invoice(invoice, Method.EMBEDDED_XML).fields, _stated(page)
    compared = (_compared(name, said[name].value, stated.get(name), shown) for name in _PATHS if name in said)
    return (*compared, _accounts(invoice, shown))


def hidden_texts(hidden: Sequence[HiddenText], shown: Shown) -> tuple[Check, ...]:
    """Return a failed check for each hidden text that would say something: an amount, a date, an account, an order."""
    return tuple(limited(_hidden(hidden, shown)))


def _stated(page: Extraction) -> Record:
    """Return what the page states; where it has one total, that says nothing of what was paid before."""
    payable, gross = page.fields.get("payable"), page.fields.get("gross")
    if (
        payable is None
        or gross is None
        or payable.box is None
        or (payable.page, payable.box) != (gross.page, gross.box)
    ):
        return page.fields
    return {name: value for name, value in page.fields.items() if name != "payable"}


def _compared(name: str, value: str, page: Value | None, shown: Shown) -> Check:
    passed = _stands(name, value, shown) or (page is not None and _same(name, value, page.value))
    contradicted = not passed and page is not None and page.confidence >= CONFIDENT
    return Check(
        code="page_differs",
        passed=passed,
        severity="error" if contradicted else "info",
        message="What the data says stands on the page that people see.",
        expected=page.value if page is not None and contradicted else None,
        actual=value,
        field=_PATHS[name],
    )


def _stands(name: str, value: str, shown: Shown) -> bool:
    if name in _AMOUNTS:
        return abs(Decimal(value)) in shown.amounts
    if name in _DAYS:
        return date.fromisoformat(value) in shown.days
    if name == "currency":
        return value in shown.currencies
    return _bare(value) in shown.accounts or _written(value, shown.text)


def _same(name: str, one: str, other: str) -> bool:
    if name in _AMOUNTS:
        return abs(Decimal(one)) == abs(Decimal(other))
    return _bare(one) == _bare(other)


def _written(value: str, text: str) -> bool:
    """Tell whether a text has the value as whole words, however they are divided and punctuated."""
    wanted = _bare(value)
    words = [bare for word in _DIVIDED.split(text) if (bare := _bare(word))]
    ends = {0, *accumulate(map(len, words))}
    compact = "".join(words)
    at = compact.find(wanted) if wanted else -1
    while at >= 0:
        if at in ends and at + len(wanted) in ends:
            return True
        at = compact.find(wanted, at + 1)
    return False


def _accounts(invoice: Invoice, shown: Shown) -> Check:
    """Compare the accounts; data that names none contradicts none: then nothing is paid by what it says."""
    named = [one.account for one in invoice.payment_means if one.account]
    said = _bare(" ".join(one.value for one in fields(invoice)))
    others = sorted(account for account in shown.accounts if account not in said)
    return Check(
        code="page_account_differs",
        passed=not others,
        severity="error" if named else "info",
        message="The page shows no account to pay to that the data does not name.",
        expected=", ".join(others) or None,
        actual=", ".join(named) or None,
        field="payment_means",
    )


def _hidden(hidden: Sequence[HiddenText], shown: Shown) -> Iterator[Check]:
    for one in hidden:
        says = one.says
        if not (says.amounts or says.days or says.accounts or _INSTRUCTS.search(says.text)):
            continue
        grave: Severity = "error" if says.accounts - shown.accounts or says.amounts - shown.amounts else "warning"
        text = says.text[:MOST_TOLD]
        yield Check(
            code="hidden_text",
            passed=False,
            severity=grave,
            message=f"The page says nothing that people do not see; this text is {one.why.replace('_', ' ')}.",
            actual=text,
            field=place(Value(value=text, raw=text, method=Method.TEXT, page=one.page, box=one.box)),
        )


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).upper()
