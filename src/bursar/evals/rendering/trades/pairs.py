"""Names with their values, parties, accounts and small print, as the pages of trades set them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Account
from bursar.evals.rendering.habits.parts import value
from bursar.evals.rendering.writing import spaced

Pair: TypeAlias = tuple[str, str]

# Numbers that nobody asks for, as trades number their papers: a digit for each `#`.
_FORMS: Final[Mapping[str, str]] = {
    "contract_number": "V-#######",
    "account_number": "90 ### ### ##",
    "meter_number": "1EMH00########",
    "supply_point": "000512 ########",
    "project": "P-####.##",
    "case_number": "###/25-K",
    "waybill": "###-#### ####",
    "quote": "Q#####",
    "job": "T######",
    "line_number": "01## #######",
    "terminal": "6#######",
    "receipt": "00####",
    "room": "2##",
    "seat": "##",
    "document_number": "51000#####",
    "supplier_number": "70####",
}


def pair(d: Draft, kind: str) -> Pair:
    """Return the words that name a value, and the value; what is a field is noted."""
    if kind in _FORMS:
        number = "".join(str(d.rng.randrange(1, 10)) if sign == "#" else sign for sign in _FORMS[kind])
        if kind == "account_number":  # Where there is no other number, it is what the seller calls the buyer.
            d.says("customer_number", number)
        return d.label(kind), number
    if kind == "currency":
        d.says("currency", d.facts.currency)
        return d.label("currency"), d.facts.currency
    if kind == "contact":
        return d.label("contact"), d.facts.seller.person
    if kind == "terms":
        return d.label("terms"), terms(d)
    if kind == "phone":
        return d.label("phone"), d.facts.seller.phone
    return value(d, kind)


def pairs(d: Draft, *kinds: str) -> list[Pair]:
    """Return several of them."""
    return [pair(d, kind) for kind in kinds]


def _wide(d: Draft, texts: Sequence[str], size: float, *, bold: bool = False) -> float:
    return max(d.sheet.measured(text, size, bold=bold) for text in texts)


def _named(d: Draft, some: Sequence[Pair]) -> list[Pair]:
    """Return pairs with their names as one document writes them: with or without colons, in capitals, or plain."""
    style = d.rng.choice(("plain", "plain", "colon", "colon", "capitals"))
    if style == "plain":
        return list(some)
    if style == "capitals":
        return [(label.upper(), text) for label, text in some]
    mark = " :" if d.words.code == "fr" else ":"
    return [(f"{label.rstrip(' :')}{mark}", text) for label, text in some]


def listed(d: Draft, some: Sequence[Pair], x: float, y: float, *, size: float = 9) -> float:
    """Write names in a column and values in the next; return where a row below would stand."""
    some = _named(d, some)
    gap = _wide(d, [label for label, _ in some], size) + 12
    for label, text in some:
        d.sheet.text(x, y, label, size, gray=60)
        d.sheet.text(x + gap, y, text, size)
        y += size * 1.4
    return y


def at_right(d: Draft, some: Sequence[Pair], y: float, *, size: float = 9, flush: bool = False) -> float:
    """Write names and values at the right margin; `flush` sets the values to the margin itself."""
    some = _named(d, some)
    x = d.right - _wide(d, [text for _, text in some], size, bold=flush)
    edge = x - 12 - _wide(d, [label for label, _ in some], size)
    for label, text in some:
        d.sheet.text(edge, y, label, size)
        d.sheet.text(d.right if flush else x, y, text, size, bold=flush, align="R" if flush else "L")
        y += size * 1.4
    return y


def below_names(d: Draft, some: Sequence[Pair], y: float, *, boxes: bool = False, capitals: bool = False) -> float:
    """Write a row of small names with the values below them, each in an equal share of the width."""
    step = (d.right - d.left) / len(some)
    for column, (label, text) in enumerate(some):
        x = d.left + column * step + (5 if boxes else 0)
        if boxes:
            d.sheet.rect(d.left + column * step, y - 11, step, 29)
        size = fitting(d, label.upper() if capitals else label, 7, step - 8)
        d.sheet.text(x, y, label.upper() if capitals else label, size, gray=90)
        d.sheet.text(x, y + 12, text, fitting(d, text, 9.5, step - 8))
    return y + 34


def fitting(d: Draft, text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return the size, made smaller until a text fits into a width."""
    while size > 4.5 and d.sheet.measured(text, size, bold=bold) > width:
        size -= 0.25
    return size


def seller(d: Draft) -> tuple[str, str, str]:
    """Return the seller's address, and note the name."""
    d.says("seller_name", d.facts.seller.name)
    return d.facts.seller.name, d.facts.seller.street, d.facts.seller.city


def phone(d: Draft) -> str:
    """Return the seller's telephone."""
    return f"{d.label('phone')} {d.facts.seller.phone}"


def contacts(d: Draft) -> tuple[str, str, str]:
    """Return telephone, mail and web of the seller, and note the mail."""
    one = d.facts.seller
    d.says("seller_email", one.email)
    return phone(d), one.email, one.web


def buyer(d: Draft, *, person: bool = False) -> tuple[str, ...]:
    """Return the buyer's address, and note the name."""
    one = d.facts.buyer
    d.says("buyer_name", one.name)
    return (one.name, *((one.person,) if person else ()), one.street, one.city)


def stacked(
    d: Draft, x: float, y: float, texts: Sequence[str], *, size: float = 9, bold: bool = False, align: str = "L"
) -> float:
    """Write texts below one another, the first bold if wanted; return where the next would stand."""
    for row, text in enumerate(texts):
        d.sheet.text(x, y, text, size, bold=bold and row == 0, align=align)
        y += size * 1.32
    return y


def tax_id(d: Draft, mark: str = ": ") -> str:
    """Return the seller's tax id behind its name, and note it."""
    return f"{d.tax_id_label.rstrip(':')}{mark}{d.seller_tax_id()}"


def terms(d: Draft, kind: str = "terms") -> str:
    """Return the terms of payment, and note them."""
    facts = d.facts
    text = d.sentence(
        kind, days=str(facts.days), early=str(facts.early_days), percent=d.numbers.short(facts.early_percent)
    )
    d.says("payment_terms", text)
    return text


def due(d: Draft) -> str:
    """Return a sentence with the day by which to pay, and note the day."""
    d.says("due_date", d.facts.due_date.isoformat())
    return d.sentence("due", date=d.day(d.facts.due_date))


def quoting(d: Draft) -> str:
    """Return a sentence that asks to quote a reference, and note it."""
    d.says("payment_reference", d.facts.references["payment_reference"])
    return d.sentence("quote", reference=d.facts.references["payment_reference"])


def bank(d: Draft, account: Account | None = None, *, gaps: bool = True) -> tuple[Pair, Pair, Pair]:
    """Return bank, account and the bank's identifier with their names, and note what is asked for."""
    one = account or d.facts.accounts[0]
    d.says("iban", one.iban)
    d.says("bic", one.bic)
    iban = spaced(one.iban) if gaps else one.iban
    return (d.label("bank"), one.bank), (d.label("iban").rstrip(":"), iban), (d.label("bic"), one.bic)


def banks(d: Draft) -> list[str]:
    """Return a line per account."""
    return [
        f"{account.bank} · {iban[0]} {iban[1]} · {bic[0]} {bic[1]}"
        for account in d.facts.accounts
        for _, iban, bic in (bank(d, account),)
    ]


def registered(d: Draft) -> tuple[str, str]:
    """Return where the seller is registered and who directs it."""
    one = d.facts.seller
    return f"{d.label('register')} {one.register}", f"{d.label('director')}: {one.person}"


def reason(d: Draft, size: float | None = None) -> None:
    """Say why there is no tax, where there is none."""
    if d.facts.untaxed:
        d.y += 4
        d.paragraph(d.sentence(d.facts.untaxed), size)


def feet(d: Draft, columns: Sequence[Sequence[str]], *, size: float = 6.5, ruled: bool = True) -> None:
    """Write columns of small print at the foot of every page."""
    top = d.sheet.height - 22 - max(len(texts) for texts in columns) * size * 1.3
    widths = [_wide(d, texts, size) for texts in columns]
    gap = (d.right - d.left - sum(widths)) / max(1, len(columns) - 1)
    for page in range(d.sheet.pages):
        if ruled:
            d.sheet.line(d.left, top - 10, d.right, top - 10, page=page)
        x = d.left
        for texts, width in zip(columns, widths, strict=True):
            for row, text in enumerate(texts):
                d.sheet.text(x, top + row * size * 1.3, text, size, gray=70, page=page)
            x += width + gap


def page_numbers(d: Draft, y: float, *, first: int = 0, align: str = "R") -> None:
    """Write the number of the page on every page from the first one wanted."""
    x = {"R": d.right, "C": (d.left + d.right) / 2, "L": d.left}[align]
    for page in range(first, d.sheet.pages):
        text = d.label("page").format(page=page + 1, pages=d.sheet.pages)
        d.sheet.text(x, y, text, 7.5, align=align, page=page)
