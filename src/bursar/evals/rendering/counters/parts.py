"""Values with the words that name them, and the blocks in which pages set them. What is shown is noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Account, Group, Party
from bursar.evals.rendering.writing import SIGNS, Numbers, spaced

Pair: TypeAlias = tuple[str, str]
Row: TypeAlias = tuple[str, str, bool]  # A label, an amount, and whether both are strong.

DATES: Final[Mapping[str, tuple[str, ...]]] = {
    "GB": ("d/m/Y", "d/m/Y", "d Month Y", "d Mon Y"),
    "IE": ("d/m/Y", "d/m/Y", "d Month Y"),
    "US": ("m/d/Y", "Month d, Y"),
    "DE": ("d.m.Y", "d.m.Y", "d.m.y"),
    "AT": ("d.m.Y", "d.m.Y"),
    "CH": ("d.m.Y", "d.m.y"),
    "FR": ("d/m/Y", "d/m/Y", "d/m/y"),
    "BE": ("d/m/Y", "d-m-Y", "d.m.Y"),
    "ES": ("d/m/Y", "d/m/Y", "d-m-Y"),
    "IT": ("d/m/Y", "d/m/Y", "d-m-Y"),
    "NL": ("d-m-Y", "d-m-Y", "d/m/Y"),
}
SPELLED: Final[Mapping[str, tuple[str, ...]]] = {
    "GB": ("d Month Y",),
    "IE": ("d Month Y",),
    "US": ("Month d, Y",),
    "DE": ("d. Month Y",),
    "AT": ("d. Month Y",),
    "CH": ("d. Month Y",),
    "FR": ("d Month Y",),
    "BE": ("d Month Y",),
    "ES": ("d de Month de Y",),
    "IT": ("d Month Y",),
    "NL": ("d Month Y",),
}
# Where languages write the sign of the euro that the others set right before an amount, or behind it.
_PLACED: Final[Mapping[tuple[str, str], str]] = {
    ("de", "tight"): "after", ("fr", "tight"): "after", ("es", "tight"): "after", ("it", "tight"): "before",
    ("nl", "tight"): "before", ("nl", "after"): "before", ("en", "after"): "tight",
}  # fmt: skip
_DAYS: Final = frozenset({"issue_date", "due_date", "delivery_date"})


class Amounts(Numbers):
    """Numbers with pounds and dollars right before them, and the minus before any sign."""

    def amount(self, value: Decimal, currency: str) -> str:
        """Write an amount of money with its currency."""
        if self.money in {"none", "code"}:
            return super().amount(value, currency)
        if currency in {"GBP", "USD"}:
            written = f"{SIGNS[currency]}{self.number(abs(value), 2)}"
        else:
            written = super().amount(abs(value), currency)
        return f"-{written}" if value < 0 else written


def placed(language: str, money: str) -> str:
    """Return where a language writes the sign of a currency."""
    return _PLACED.get((language, money), money)


def mark(d: Draft, form: str) -> str:
    """Return something that nobody asks for: a digit for each `#` and a letter for each `@` of a form."""
    signs = {"#": "123456789", "@": "ABCDEFGHJKLMNPRSTUVWXYZ"}
    return "".join(d.rng.choice(signs[sign]) if sign in signs else sign for sign in form)


def value(d: Draft, kind: str) -> str:
    """Return a value as it is written, and note it if it is a field."""
    facts = d.facts
    if kind in _DAYS:
        day: date = getattr(facts, kind)
        d.says(kind, day.isoformat())
        return d.day(day)
    if kind in {"order_reference", "customer_number"}:
        return noted(d, kind, facts.references[kind])
    if kind in {"bank", "iban", "bic"}:
        return account_value(d, facts.accounts[0], kind)
    values: Mapping[str, Callable[[], str]] = {
        "invoice_number": lambda: noted(d, "invoice_number", facts.number),
        "payment_number": lambda: noted(d, "payment_reference", facts.number),
        "currency": lambda: noted(d, "currency", facts.currency),
        "email": lambda: noted(d, "seller_email", facts.seller.email),
        "seller_tax_id": d.seller_tax_id,
        "buyer_tax_id": d.buyer_tax_id,
        "terms": lambda: terms(d),
        "delivery_note": lambda: facts.references["delivery_note"],
        "order_date": lambda: d.day(facts.order_date),
        "contact": lambda: facts.seller.person,
        "phone": lambda: facts.seller.phone,
        "web": lambda: facts.seller.web,
        "register": lambda: facts.seller.register,
    }
    return values[kind]()


def noted(d: Draft, field: str, written: str) -> str:
    """Note a field that is written as it is, and return it."""
    d.says(field, written)
    return written


def account_value(d: Draft, account: Account, kind: str, *, gaps: bool = True) -> str:
    """Return a bank's name, or a number of an account, which is noted."""
    if kind == "bank":
        return account.bank
    written = noted(d, kind, getattr(account, kind))
    return spaced(written) if kind == "iban" and gaps else written


def label(d: Draft, kind: str) -> str:
    """Return the words that name a value on this document."""
    usual = {"invoice_number": d.number_label, "seller_tax_id": d.tax_id_label}
    return usual[kind] if kind in usual else d.label("payment_reference" if kind == "payment_number" else kind)


def pair(d: Draft, kind: str) -> Pair:
    """Return the words that name a value, and the value; behind a slash stands the label if it is another."""
    kind, _, called = kind.partition("/")
    return (d.label(called) if called else label(d, kind)), value(d, kind)


def pairs(d: Draft, kinds: str) -> list[Pair]:
    """Return the pairs of so many kinds, divided by blanks."""
    return [pair(d, kind) for kind in kinds.split()]


def terms(d: Draft) -> str:
    """Return within how many days is to be paid."""
    return noted(d, "payment_terms", d.sentence("terms", days=str(d.facts.days)))


def early(d: Draft) -> str:
    """Return what may be deducted by whom pays early."""
    off = d.numbers.short(d.facts.early_percent)
    said = d.sentence("early", percent=off, early=str(d.facts.early_days), days=str(d.facts.days))
    return noted(d, "payment_terms", said)


def asked_to_pay(d: Draft) -> str:
    """Return the request to pay by a day, or on a credit note what becomes of the amount."""
    if d.facts.credit:
        return d.sentence("set_off")
    due = value(d, "due_date")
    return d.sentence("due", date=due, amount=d.numbers.amount(d.facts.payable, d.facts.currency))


def papers(d: Draft) -> str:
    """Return the number that a seller's country wants to see besides: of the tax office, the register, the account."""
    tax_id, iban = d.facts.seller.tax_id, d.facts.accounts[0].iban
    forms = {
        "GB": f"Sort code {iban[8:10]}-{iban[10:12]}-{iban[12:14]}, Account no. {iban[14:]}",
        "DE": "Steuernummer ###/####/####",
        "AT": "FN ######@",
        "FR": f"SIRET {tax_id[4:7]} {tax_id[7:10]} {tax_id[10:13]} 000##, APE ####@",
        "IT": "Cod. SDI @##@@#@",
        "ES": "Tomo ####, folio ##, hoja @-######",
        "BE": "RPR - RPM",
        "NL": "KvK ########",
    }
    return mark(d, forms.get(d.facts.seller.country, d.facts.seller.web))


def credited(d: Draft) -> str:
    """Return a sentence with the document that a credit note is about."""
    number = d.facts.number
    before = number[:-3] + mark(d, "".join("#" if sign.isdigit() else sign for sign in number[-3:]))
    return d.sentence("credit_for", number=before, date=d.day(d.facts.order_date + timedelta(days=2)))


def month(d: Draft) -> tuple[date, date]:
    """Return the first and the last day of the month before the document; its last day is when all was delivered."""
    last = d.facts.issue_date.replace(day=1) - timedelta(days=1)
    d.truth.unprinted.setdefault("delivery_date", last.isoformat())
    return last.replace(day=1), last


def span(d: Draft) -> str:
    """Return the month before the document as a span of days."""
    first, last = month(d)
    return f"{d.day(first)} - {d.day(last)}"


def window(d: Draft, x: float, y: float, party: Party, size: float = 10, *, street_only: bool = False) -> float:
    """Draw an address, the buyer's name with it, and return where it ends."""
    if not street_only:
        d.says("seller_name" if party is d.facts.seller else "buyer_name", party.name)
    for row in party.address[1 if street_only else 0 :]:
        d.sheet.text(x, y, row, size)
        y += size * 1.25
    return y


def seller(d: Draft) -> str:
    """Return the seller's name."""
    return noted(d, "seller_name", d.facts.seller.name)


def beside(d: Draft, x: float, y: float, some: Sequence[Pair], gap: float, size: float = 9, sign: str = "") -> float:
    """Draw pairs below one another, values so far right of their labels, and return where they end."""
    for name, written in some:
        d.sheet.text(x, y, f"{name}{sign}", size)
        d.sheet.text(x + gap, y, written, size)
        y += size * 1.4
    return y


def across(d: Draft, left: float, right: float, some: Sequence[Pair], size: float = 9) -> None:
    """Draw pairs beside one another between two edges: labels above, values below them."""
    step = (right - left) / len(some)
    for place, (name, written) in enumerate(some):
        x = left + place * step
        fitting(d, x, d.y, name, step - 6, size, bold=True)
        fitting(d, x, d.y + size * 1.4, written, step - 6, size)
    d.y += size * 3


def fitting(
    d: Draft, x: float, y: float, text: str, width: float, size: float, *, bold: bool = False, align: str = "L"
) -> None:
    """Write a text, smaller if it is too wide otherwise."""
    while size > 5 and d.sheet.measured(text, size, bold=bold) > width:
        size -= 0.25
    d.sheet.text(x, y, text, size, bold=bold, align=align)


def tax_rows(d: Draft, wording: Callable[[Group], str], *, base: bool = False) -> list[Row]:
    """Return a row for each rate of tax; a sum of one row is the whole tax."""
    rows = []
    for group in d.facts.groups:
        d.group_said(group, base=base or len(d.facts.groups) == 1)
        rows.append((wording(group), d.money(group.tax), False))
    if len(rows) == 1:
        d.total("tax", d.facts.tax)
    return rows


def percent(d: Draft, value: Decimal) -> str:
    """Write a percentage as a language does."""
    return d.numbers.rate(value, " %" if d.words.code in {"de", "fr"} else "%")


def named_rate(d: Draft, group: Group) -> str:
    """Return tax with its rate."""
    return f"{d.tax_label} {percent(d, group.rate)}"


def summed(d: Draft, left: float, rows: Sequence[Row], size: float = 9, right: float = 0) -> None:
    """Draw sums: labels at one edge, amounts up to the other, strong rows below a line."""
    right = right or d.right
    d.room(len(rows) * size * 1.6 + 12)
    for name, amount, strong in rows:
        if strong:
            d.sheet.line(left, d.y - size * 1.05, right, d.y - size * 1.05)
        d.sheet.text(left, d.y, name, size, bold=strong)
        d.sheet.text(right, d.y, amount, size, bold=strong, align="R")
        d.y += size * 1.6
    d.y += 4


def paid_rows(d: Draft, prepaid: str = "prepaid", payable: str = "payable") -> list[Row]:
    """Return what was paid before and what is left, where something was."""
    if not d.facts.prepaid:
        return []
    d.says("prepaid", f"{d.signed(d.facts.prepaid):.2f}")
    return [
        (d.label(prepaid), d.money(-d.facts.prepaid), False),
        (d.label(payable), d.total("payable", d.facts.payable), True),
    ]


def everywhere(d: Draft, y: float, text: str, size: float = 7, align: str = "C") -> None:
    """Write a row on every page, `y` above its lower edge."""
    x = {"L": d.left, "C": (d.left + d.right) / 2, "R": d.right}[align]
    for page in range(d.sheet.pages):
        d.sheet.text(x, d.sheet.height - y, text, size, align=align, page=page)


def page_numbers(d: Draft, x: float, y: float, size: float = 8, align: str = "R") -> None:
    """Write the number of each page."""
    for page in range(d.sheet.pages):
        text = d.label("page").format(page=page + 1, pages=d.sheet.pages)
        d.sheet.text(x, y, text, size, align=align, page=page)


def feet(d: Draft, columns: Sequence[Sequence[str]], above: float, size: float = 6.5) -> None:
    """Write columns of small rows at the bottom of every page, below a line."""
    step, top = (d.right - d.left) / len(columns), d.sheet.height - above
    for page in range(d.sheet.pages):
        d.sheet.line(d.left, top - size * 1.6, d.right, top - size * 1.6, page=page)
        for place, rows in enumerate(columns):
            for row, text in enumerate(rows):
                d.sheet.text(d.left + place * step, top + row * size * 1.3, text, size, page=page)


def tax_table(d: Draft, left: float, right: float, size: float = 8, *, gross: bool = False) -> None:
    """Draw a table of the taxes by rate, a row each."""
    kinds = ("rate", "base", "tax", "gross") if gross else ("rate", "base", "tax")
    step = (right - left) / len(kinds)
    d.room(size * 1.5 * (len(d.facts.groups) + 2))
    for place, kind in enumerate(kinds, start=1):
        fitting(d, left + place * step - 4, d.y, d.heading(kind), step - 8, size, bold=True, align="R")
    d.sheet.line(left, d.y + size * 0.4, right, d.y + size * 0.4)
    for group in d.facts.groups:
        d.y += size * 1.5
        d.group_said(group, base=True)
        amounts = (group.base, group.tax, group.base + group.tax)
        cells = (percent(d, group.rate), *(d.numbers.number(d.signed(amount), 2) for amount in amounts))
        for place, text in enumerate(cells[: len(kinds)], start=1):
            d.sheet.text(left + place * step - 4, d.y, text, size, align="R")
    d.y += size * 2
