"""What the houses set otherwise than the fresh pages: values in sentences, rows of dots, several banks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.fresh.parts import Pair, named, over, pair, put
from bursar.evals.rendering.writing import spaced

DATES: Final[Mapping[str, tuple[str, ...]]] = {
    "GB": ("d Month Y", "d/m/Y", "d Mon Y"),
    "IE": ("d Month Y", "d-m-Y", "d/m/y"),
    "US": ("Month d, Y", "m/d/Y"),
    "DE": ("d.m.Y", "d. Month Y", "d.m.y"),
    "AT": ("d.m.y", "d. Month Y", "d.m.Y"),
    "CH": ("d. Month Y", "d.m.Y"),
    "FR": ("d Month Y", "d/m/Y", "d-m-Y"),
    "BE": ("d Month Y", "d/m/Y", "d.m.y"),
    "ES": ("d-m-y", "d de Month de Y", "d/m/Y"),
    "IT": ("d Month Y", "d/m/Y", "d-m-Y"),
    "NL": ("d Month Y", "d-m-Y", "d/m/Y"),
}

# Marks that nobody asks for: a digit for each `#`.
_MARKS: Final[Mapping[str, str]] = {
    "plate": "KX ##-###",
    "mileage": "1## ###",
    "patient": "P-####",
    "deed": "##.###.###",
    "lease": "M-##-###",
}


def mark(d: Draft, kind: str) -> Pair:
    """Return the words for something that only this trade notes, and what is noted."""
    return named(d, kind, _MARKS[kind])


def fee_note(d: Draft) -> str:
    """Return what those call an invoice who charge for what they know."""
    d.says("type_code", "380")
    return d.label("fee_note")


def headed(d: Draft) -> str:
    """Return title, number and date as one sentence."""
    return d.sentence("headed", title=d.title, number=pair(d, "invoice_number")[1], date=pair(d, "issue_date")[1])


def referred(d: Draft) -> str:
    """Return a sentence with the buyer's order and number."""
    return d.sentence("referred", order=pair(d, "order_reference")[1], customer=pair(d, "customer_number")[1])


def corrected(d: Draft) -> None:
    """Tell on a credit note which document it corrects."""
    if d.facts.credit:
        before = f"{int(d.facts.seller.register) % 900 + 100}"
        d.paragraph(d.sentence("corrects", number=before, date=d.day(d.facts.order_date)))
        d.y += 8


def matrix(d: Draft, some: Sequence[Pair], y: float, *, across: int, size: float = 9) -> float:
    """Write names above values in a framed grid; return where the next row would begin."""
    for start in range(0, len(some), across):
        over(d, some[start : start + across], y, frame=True, size=size)
        y += 28
    return y + 10


def banks(d: Draft) -> list[str]:
    """Return a row for every account of the seller, and note them all."""
    rows = []
    for one in d.facts.accounts:
        d.says("iban", one.iban)
        d.says("bic", one.bic)
        rows.append(f"{one.bank}  {d.label('iban')} {spaced(one.iban)}  {d.label('bic')} {one.bic}")
    return rows


def leaders(
    d: Draft, some: Sequence[Pair], left: float, *, right: float = 0, size: float = 9.5, heavy: int = -1
) -> None:
    """Write names and amounts with dots between them; the row `heavy` counted from the first or last is bold."""
    right = right or d.right
    d.room(size * 1.7 * len(some) + 12)
    for place, (label, amount) in enumerate(some):
        bold = place == heavy % len(some)
        end = right - d.sheet.measured(amount, size, bold=bold)
        put(d, right, d.y, amount, size, bold=bold, align="R")
        put(d, left, d.y, label, size, bold=bold, width=end - left - 12)
        start = left + d.sheet.measured(label, size, bold=bold) + 4
        dots = int((end - 4 - start) / d.sheet.measured(" .", size))
        if dots > 2:
            d.sheet.text(end - 4, d.y, " ." * dots, size, align="R", gray=120)
        d.y += size * 1.7
    d.y += 12


def summary(d: Draft, some: Sequence[Pair], *, size: float = 9.5) -> None:
    """Write the names in a dark-edged row and the amounts in the row below, each in a column of its own."""
    d.room(56)
    step = (d.right - d.left) / len(some)
    d.sheet.rect(d.left, d.y - 11, d.right - d.left, 16, gray=222)
    d.sheet.line(d.left, d.y + 24, d.right, d.y + 24)
    for place, (label, amount) in enumerate(some):
        last = place == len(some) - 1
        edge = d.left + (place + 1) * step - 4
        put(d, edge, d.y, label, 7.5, bold=True, width=step - 8, align="R")
        put(d, edge, d.y + 18, amount, size + last, width=step - 8, align="R", bold=last)
    d.y += 44


def fee(d: Draft) -> str:
    """Return one sentence with net amount, tax and sum."""
    facts = d.facts
    group = facts.groups[0]
    d.group_said(group, base=True)
    d.says("payable", f"{d.signed(facts.payable):.2f}")
    return d.sentence(
        "comes",
        net=d.total("net", facts.net),
        tax=d.tax_label,
        rate=d.numbers.rate(group.rate, " %" if d.words.code in {"de", "fr", "es"} else "%"),
        due=d.total("tax", facts.tax),
        gross=d.total("gross", facts.gross),
    )


def quoted(d: Draft) -> str:
    """Return a sentence that asks to tell the reference when paying."""
    return d.sentence("quoted", reference=pair(d, "payment_reference")[1])
