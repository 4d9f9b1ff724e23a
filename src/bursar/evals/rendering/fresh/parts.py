"""Values with the words that name them, and the ways in which the pages set them. What is shown is noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.writing import SIGNS, Numbers, spaced

Pair: TypeAlias = tuple[str, str]

DATES: Final[Mapping[str, tuple[str, ...]]] = {
    "GB": ("d-Mon-Y", "d Month Y", "d/m/y"),
    "IE": ("d.m.Y", "d Mon Y", "d/m/Y"),
    "US": ("Mon d, Y", "m/d/Y"),
    "DE": ("d. Mon Y", "d.m.Y", "d.m.y"),
    "AT": ("d.m.Y", "d. Month Y"),
    "CH": ("d.m.y", "d.m.Y", "d. Month Y"),
    "FR": ("d/m/y", "d Month Y", "d.m.Y"),
    "BE": ("d/m/y", "d.m.Y", "d-m-Y"),
    "ES": ("d/m/y", "d de Month de Y", "d.m.Y"),
    "IT": ("d.m.Y", "d/m/y", "d Month Y"),
    "NL": ("d-m-y", "d.m.Y", "d Month Y"),
}

# Numbers of papers that nobody asks for: a digit for each `#`.
_FORMS: Final[Mapping[str, str]] = {
    "file": "D-####",
    "job": "##.####",
    "contract": "C######-##",
    "meter": "E## ####### #",
    "supply_point": "##########",
    "event": "EV-###",
    "course": "#### ##",
    "site": "W##",
    "tour": "## / ###",
    "registry": "##/####",
}
# Nobody writes the sign of these behind an amount.
_SIGN_FIRST: Final = frozenset({"GBP", "USD"})
_KEY: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Figures(Numbers):
    """Numbers with the currency's letters in `lead` of them, or with `brackets` around what is negative."""

    def number(self, value: Decimal, places: int) -> str:
        """Write a number with so many decimals."""
        written = super().number(value, places)
        return f"({written.strip('-')})" if self.minus == "brackets" and value < 0 else written

    def amount(self, value: Decimal, currency: str) -> str:
        """Write an amount of money with its currency."""
        if self.money == "lead":
            return f"{currency} {self.number(value, 2)}"
        if self.money == "after" and currency in _SIGN_FIRST:
            return f"{SIGNS[currency]}{self.number(value, 2)}"
        return super().amount(value, currency)


def named(d: Draft, kind: str, form: str) -> Pair:
    """Return the words for something that nobody asks for, and it, with a digit for each `#` of its form."""
    return d.label(kind), "".join(str(d.rng.randrange(1, 10)) if sign == "#" else sign for sign in form)


def pair(d: Draft, kind: str) -> Pair:
    """Return the words that name a value, and the value; what is a field is noted."""
    if kind in _FORMS:
        return named(d, kind, _FORMS[kind])
    facts = d.facts
    if kind in {"seller_tax_id", "buyer_tax_id"}:
        mine = kind == "seller_tax_id"
        return (d.tax_id_label, d.seller_tax_id()) if mine else (d.label(kind), d.buyer_tax_id())
    days = {"issue_date": facts.issue_date, "due_date": facts.due_date, "delivery_date": facts.delivery_date}
    if kind in days:
        d.says(kind, days[kind].isoformat())
        return d.label(kind), d.day(days[kind])
    unasked = {
        "order_date": d.day(facts.order_date),
        "contact": facts.seller.person,
        "phone": facts.seller.phone,
        "period": month(d),
        "register": facts.seller.register,
        "delivery_note": facts.references["delivery_note"],
        "person": facts.buyer.person,
        "attention": facts.buyer.person,
    }
    if kind in unasked:
        return d.label(kind), unasked[kind]
    text = {"invoice_number": facts.number, "currency": facts.currency, **facts.references}[kind]
    d.says(kind, text)
    return d.number_label if kind == "invoice_number" else d.label(kind), text


def pairs(d: Draft, *kinds: str) -> list[Pair]:
    """Return several of them."""
    return [pair(d, kind) for kind in kinds]


def month_end(d: Draft) -> date:
    """Return the last day of the month before the document's."""
    return d.facts.issue_date.replace(day=1) - timedelta(days=1)


def month(d: Draft) -> str:
    """Return first and last day of the month before the document's."""
    last = month_end(d)
    return f"{d.day(last.replace(day=1))} - {d.day(last)}"


def key(d: Draft) -> str:
    """Return a key to a program."""
    return "-".join("".join(d.rng.choice(_KEY) for _ in range(5)) for _ in range(4))


def seller(d: Draft) -> tuple[str, ...]:
    """Return the seller's address, and note the name."""
    d.says("seller_name", d.facts.seller.name)
    return d.facts.seller.address


def reached(d: Draft) -> tuple[str, ...]:
    """Return telephone, mail and web of the seller, and note the mail."""
    one = d.facts.seller
    d.says("seller_email", one.email)
    return f"{d.label('phone')} {one.phone}", one.email, one.web


def buyer(d: Draft, *, attention: bool = False) -> tuple[str, ...]:
    """Return the buyer's address, and note the name."""
    one = d.facts.buyer
    d.says("buyer_name", one.name)
    person = (" ".join(pair(d, "attention")),) if attention else ()
    return (one.name, *person, one.street, one.city)


def bank(d: Draft, *, gaps: bool = True) -> list[Pair]:
    """Return bank, account and the bank's identifier with their names."""
    one = d.facts.accounts[0]
    d.says("iban", one.iban)
    d.says("bic", one.bic)
    iban = spaced(one.iban) if gaps else one.iban
    return [(d.label("bank"), one.bank), (d.label("iban"), iban), (d.label("bic"), one.bic)]


def terms(d: Draft, kind: str = "terms") -> str:
    """Return what is agreed on payment, and note it; `terms_date` names the day too."""
    facts = d.facts
    text = d.sentence(
        kind,
        days=str(facts.days),
        early=str(facts.early_days),
        percent=d.numbers.short(facts.early_percent),
        date=d.day(facts.due_date),
    )
    if kind == "terms_date":
        d.says("due_date", facts.due_date.isoformat())
    d.says("payment_terms", text)
    return text


def due(d: Draft) -> str:
    """Return a sentence with what is to be paid and the day by which it is."""
    d.says("due_date", d.facts.due_date.isoformat())
    amount = d.total("payable", d.facts.payable)
    return d.sentence("due", amount=amount, date=d.day(d.facts.due_date))


def joined(some: Sequence[Pair], between: str = "   ", mark: str = " ") -> str:
    """Return names and values in a row."""
    return between.join(f"{label.rstrip(':')}{mark}{text}" for label, text in some)


def put(
    d: Draft,
    x: float,
    y: float,
    text: str,
    size: float = 9,
    *,
    width: float = 0,
    bold: bool = False,
    align: str = "L",
) -> None:
    """Write a text, made smaller until it fits into the width."""
    while width and size > 4.5 and d.sheet.measured(text, size, bold=bold) > width:
        size -= 0.25
    d.sheet.text(x, y, text, size, bold=bold, align=align)


def stack(
    d: Draft, x: float, y: float, texts: Sequence[str], *, size: float = 9, width: float = 0, align: str = "L"
) -> float:
    """Write texts below one another; return where the next would stand."""
    for text in texts:
        put(d, x, y, text, size, width=width, align=align)
        y += size * 1.36
    return y


def beside(
    d: Draft, some: Sequence[Pair], x: float, y: float, *, gap: float, size: float = 9, mark: str = "", edge: float = 0
) -> float:
    """Write names at x and values `gap` beside them, or set to the right at an `edge`; return the next row."""
    for label, text in some:
        put(d, x, y, f"{label.rstrip(':')}{mark}", size, width=gap - 5)
        put(d, edge or x + gap, y, text, size, align="R" if edge else "L", width=edge and edge - x - gap)
        y += size * 1.5
    return y


def over(
    d: Draft, some: Sequence[Pair], y: float, *, size: float = 9, frame: bool = False, first: str = "name"
) -> float:
    """Write a row of names with the values below them in equal shares of the width, or the value `first`."""
    step = (d.right - d.left) / len(some)
    for column, (label, text) in enumerate(some):
        x = d.left + column * step + (4 if frame else 0)
        if frame:
            d.sheet.rect(d.left + column * step, y - 10, step, 28)
        put(d, x, y + (12 if first == "value" else 0), label, 6.5, width=step - 8)
        put(d, x, y + (0 if first == "value" else 13), text, size, width=step - 8)
    return y + 36


def column(d: Draft, some: Sequence[Pair], x: float, y: float, *, width: float, size: float = 8.5) -> float:
    """Write names with the values below them, one after the other in a narrow column."""
    for label, text in some:
        put(d, x, y, label, 6.5, width=width)
        put(d, x, y + size * 1.3, text, size, width=width)
        y += size * 3
    return y


def feet(d: Draft, texts: Sequence[str], *, size: float = 6.75, align: str = "C", y: float = 0) -> None:
    """Write small print at the foot of every page."""
    x = {"L": d.left, "C": (d.left + d.right) / 2, "R": d.right}[align]
    top = y or d.sheet.height - 24 - len(texts) * size * 1.35
    for page in range(d.sheet.pages):
        for row, text in enumerate(texts):
            now = size
            while d.sheet.measured(text, now) > d.right - d.left:
                now -= 0.25
            d.sheet.text(x, top + row * size * 1.35, text, now, align=align, gray=60, page=page)


def foot_columns(d: Draft, columns: Sequence[Sequence[str]], *, size: float = 6.5) -> None:
    """Write columns of small print at the foot of every page."""
    room = d.right - d.left - 12 * (len(columns) - 1)
    while sum(widths := [max(d.sheet.measured(text, size) for text in texts) for texts in columns]) > room:
        size -= 0.25
    gap = (d.right - d.left - sum(widths)) / (len(columns) - 1)
    top = d.sheet.height - 22 - max(len(texts) for texts in columns) * size * 1.4
    for page in range(d.sheet.pages):
        d.sheet.line(d.left, top - 11, d.right, top - 11, page=page)
        x = d.left
        for texts, width in zip(columns, widths, strict=True):
            for row, text in enumerate(texts):
                d.sheet.text(x, top + row * size * 1.4, text, size, page=page)
            x += width + gap


def numbered(d: Draft, y: float, *, align: str = "R", first: int = 0) -> None:
    """Write which page it is on every page from the first one wanted."""
    x = {"L": d.left, "C": (d.left + d.right) / 2, "R": d.right}[align]
    for page in range(first, d.sheet.pages):
        d.sheet.text(x, y, d.label("page").format(page=page + 1, pages=d.sheet.pages), 7.5, align=align, page=page)


def reason(d: Draft, size: float | None = None) -> None:
    """Say why there is no tax, where there is none."""
    if d.facts.untaxed:
        d.paragraph(d.sentence(d.facts.untaxed), size)
        d.y += 4
