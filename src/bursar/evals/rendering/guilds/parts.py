"""How the guilds write numbers, dates, tables and sums."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO, Line, cents
from bursar.evals.rendering.places import digits
from bursar.evals.rendering.truth import plain
from bursar.evals.rendering.writing import SIGNS, Numbers, spaced

DATES: Final[Mapping[str, tuple[str, ...]]] = {
    "GB": ("d-Mon-Y", "d/m/y", "d Month Y"),
    "IE": ("d Mon Y", "d.m.Y", "d/m/y"),
    "US": ("Month d, Y", "m-d-Y", "m/d/y"),
    "DE": ("d.m.Y", "d. Mon Y", "d.m.y"),
    "AT": ("d.m.y", "Y-m-d", "d. Month Y"),
    "CH": ("d.m.y", "d. Month Y", "d.m.Y"),
    "FR": ("d.m.Y", "d/m/y", "d Month Y"),
    "BE": ("d.m.Y", "d/m/y", "d Month Y"),
    "ES": ("d.m.Y", "d/m/y", "d de Month de Y"),
    "IT": ("d.m.Y", "d/m/y", "d Month Y"),
    "NL": ("d-m-y", "d.m.Y", "d Mon Y"),
}
_LEFT: Final = frozenset({"description", "item_id", "unit", "day", "before", "after"})


class Purse(Numbers):
    """Money as more programs write it: the code in front (`lead`), the sign glued behind (`glued`), round brackets."""

    __slots__ = ()

    def number(self, value: Decimal, places: int) -> str:
        """Write a number with so many decimals."""
        if self.minus == "brackets" and value < 0:
            return f"({super().number(-value, places)})"
        return super().number(value, places)

    def amount(self, value: Decimal, currency: str) -> str:
        """Write an amount of money with its currency."""
        if self.money == "lead":
            return f"{currency} {self.number(value, 2)}"
        if self.money == "glued":
            return f"{self.number(value, 2)}{SIGNS[currency]}"
        return super().amount(value, currency)


def pair(d: Draft, kind: str) -> tuple[str, str]:
    """Return the label and the text of a value, and note it if it is one that is asked for."""
    facts = d.facts
    days = {"issue_date": facts.issue_date, "due_date": facts.due_date, "delivery_date": facts.delivery_date}
    if kind == "invoice_number":
        d.says(kind, facts.number)
        return d.number_label, facts.number
    if kind in days:
        d.says(kind, days[kind].isoformat())
        return d.label(kind), d.day(days[kind])
    if kind in facts.references:
        d.says(kind, facts.references[kind])
        return d.label(kind), facts.references[kind]
    if kind == "seller_tax_id":
        return d.tax_id_label, d.seller_tax_id()
    return d.label(kind), _other(d, kind)


def _other(d: Draft, kind: str) -> str:
    if kind == "buyer_tax_id":
        return d.buyer_tax_id()
    if kind == "currency":
        d.says(kind, d.facts.currency)
        return d.facts.currency
    return _beside(d, kind)


def _beside(d: Draft, kind: str) -> str:
    """Return what such pages carry besides, which nobody asks for."""
    if kind == "period":
        return f"{d.day(d.facts.order_date)} - {d.day(d.facts.delivery_date)}"
    if kind == "arrival":
        return d.day(d.facts.delivery_date - timedelta(days=3))
    if kind == "contact":
        return d.facts.seller.person
    forms = {"room": "{3}", "meter": "1{7}", "contract": "V{4}-{2}", "plate": "KX {4}", "mileage": "4{4}"}
    text = forms.get(kind, "{4}/{2}")
    for count in "2347":
        text = text.replace(f"{{{count}}}", digits(d.rng, int(count)))
    return text


def who(d: Draft, *, mail: bool = True, phone: bool = True) -> list[str]:
    """Return the seller's address and contacts, and note what is asked for of them."""
    one = d.facts.seller
    d.says("seller_name", one.name)
    rows = [one.name, one.street, one.city]
    if phone:
        rows.append(f"{d.label('phone')} {one.phone}")
    if mail:
        d.says("seller_email", one.email)
        rows.append(one.email)
    return rows


def whom(d: Draft, *, person: bool = False) -> list[str]:
    """Return the buyer's address, and note the name."""
    one = d.facts.buyer
    d.says("buyer_name", one.name)
    return [one.name, *([one.person] if person else []), one.street, one.city]


def below(d: Draft, x: float, y: float, texts: Sequence[str], size: float = 9, *, align: str = "L") -> float:
    """Write texts below one another; return the next baseline."""
    for text in texts:
        d.sheet.text(x, y, text, size, align=align)
        y += size * 1.35
    return y


def bank(d: Draft) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return label and text of account and bank, and note them."""
    one = d.facts.accounts[0]
    d.says("iban", one.iban)
    d.says("bic", one.bic)
    return (d.label("iban"), spaced(one.iban)), (d.label("bic"), one.bic)


def conditions(d: Draft, kind: str = "terms") -> str:
    """Return the terms of payment, and note them."""
    facts = d.facts
    percent = d.numbers.short(facts.early_percent)
    text = d.sentence(kind, days=str(facts.days), early=str(facts.early_days), percent=percent)
    d.says("payment_terms", text)
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A table of lines: names of columns with widths in points, the one without width takes what is left.

    `qty_unit` holds quantity and unit in one cell; `before` and `after` are readings of a meter, `day` is when it was
    done, `line_gross` the amount with tax. `under` is what stands below a description. `rule` is `hair`, `bands`,
    `boxes` or `none`. `subtotals` writes one after every so many lines.
    """

    columns: tuple[tuple[str, float], ...]
    rule: str = "hair"
    under: str = ""
    size: float = 8.5
    step: float = 15
    signs: bool = False
    carried: bool = False
    subtotals: int = 0
    dotted: bool = False


def _edges(d: Draft, listing: Listing) -> list[tuple[str, float, float]]:
    rest = d.right - d.left - sum(width for _name, width in listing.columns)
    x, found = d.left, []
    for name, width in listing.columns:
        found.append((name, x, x + (width or rest)))
        x += width or rest
    return found


def _cell(d: Draft, name: str, text: str, edges: tuple[float, float], y: float, size: float, *, bold: bool) -> None:
    if name in _LEFT:
        d.sheet.text(edges[0] + 2, y, text, size, bold=bold)
    else:
        d.sheet.text(edges[1] - 2, y, text, size, bold=bold, align="R")


def _head(d: Draft, listing: Listing) -> None:
    edges, size = _edges(d, listing), listing.size - 1
    texts = {name: _head_text(d, name) for name, _left, _right in edges}
    rows = {name: d.sheet.wrapped(texts[name], right - left - 3, size) for name, left, right in edges}
    deepest = max(len(some) for some in rows.values())
    if listing.rule in {"bands", "boxes"}:
        d.sheet.rect(d.left, d.y - size - 3, d.right - d.left, deepest * size * 1.2 + 7, gray=222)
    for name, left, right in edges:
        for row, text in enumerate(rows[name]):
            _cell(d, name, text, (left, right), d.y + row * size * 1.2, size, bold=True)
    d.y += (deepest - 1) * size * 1.2
    if listing.rule == "hair":
        d.sheet.line(d.left, d.y + 5, d.right, d.y + 5)
    d.y += listing.step + 4


def _head_text(d: Draft, name: str) -> str:
    if name == "qty_unit":
        return d.heading("quantity")
    return d.label(name) if name in {"before", "after", "day", "line_gross"} else d.heading(name)


def listed(d: Draft, listing: Listing, *, again: Callable[[], None] | None = None) -> None:
    """Write all lines, page after page."""
    _head(d, listing)
    done = since = ZERO
    for number, line in enumerate(d.facts.lines, start=1):
        if d.y + 3 * listing.step > d.bottom:
            d.sheet.new_page()
            d.y = 70
            if again is not None:
                again()
            _head(d, listing)
            if listing.carried:
                _alone(d, d.label("carried"), done, listing)
        _row(d, listing, line, number)
        done, since = done + line.net, since + line.net
        if listing.subtotals and (number % listing.subtotals == 0 or number == len(d.facts.lines)):
            _alone(d, d.label("subtotal"), since, listing)
            since = ZERO
    d.sheet.line(d.left, d.y - listing.step + 5, d.right, d.y - listing.step + 5)
    d.y += 8


def _alone(d: Draft, label: str, amount: Decimal, listing: Listing) -> None:
    d.sheet.text(d.left + 60, d.y, label, listing.size, bold=True)
    text = d.money(amount) if listing.signs else d.numbers.number(d.signed(amount), 2)
    d.sheet.text(d.right - 2, d.y, text, listing.size, bold=True, align="R")
    d.y += listing.step


def _row(d: Draft, listing: Listing, line: Line, number: int) -> None:
    said = {"description": line.description}
    edges, deepest = _edges(d, listing), 1
    if listing.rule == "bands" and number % 2 == 0:
        d.sheet.rect(d.left, d.y - listing.step + 4, d.right - d.left, listing.step, gray=243)
    for name, left, right in edges:
        if name == "description":
            rows = d.sheet.wrapped(line.description, right - left - 6, listing.size)
            rows += _under(d, listing, line, said)
            deepest = len(rows)
            for row, text in enumerate(rows):
                d.sheet.text(left + 2, d.y + row * listing.size * 1.2, text, listing.size)
        else:
            text = _text(d, listing, name, line, number, said)
            _cell(d, name, text, (left, right), d.y, listing.size, bold=False)
    height = listing.step + (deepest - 1) * listing.size * 1.2
    if listing.rule == "boxes":
        for _name, left, right in edges:
            d.sheet.rect(left, d.y - listing.step + 4, right - left, height)
    d.y += height
    d.truth.lines.append(said)


def _under(d: Draft, listing: Listing, line: Line, said: dict[str, str]) -> list[str]:
    if not listing.under:
        return []
    if listing.under == "item_id":
        said["item_id"] = line.item_id
        text = f"{d.heading('item_id')}: {line.item_id}"
    else:
        text = _beside(d, "period")
    said["detail"] = text
    return [text]


def _text(d: Draft, listing: Listing, name: str, line: Line, number: int, said: dict[str, str]) -> str:
    if name == "pos":
        return f"{number:02d}." if listing.dotted else str(number)
    if name == "day":
        return d.day(d.facts.order_date + timedelta(days=number))
    if name == "before":
        return str(4100 + 37 * number)
    if name == "after":
        return str(4100 + 37 * number + int(line.quantity))
    if name == "line_gross":
        return _amount(d, listing, cents(d.signed(line.net) * (100 + line.tax_rate) / 100))
    return _asked(d, listing, name, line, said)


def _asked(d: Draft, listing: Listing, name: str, line: Line, said: dict[str, str]) -> str:
    if name == "tax_rate":
        said[name] = plain(line.tax_rate)
        return d.numbers.rate(line.tax_rate, "%")
    if name == "unit_price":
        said[name] = f"{line.unit_price}"
        if listing.signs and d.numbers.money != "none":
            d.says("currency", d.facts.currency)
        return _amount(d, listing, line.unit_price)
    if name == "net":
        said[name] = f"{d.signed(line.net):.2f}"
        if listing.signs and d.numbers.money != "none":
            d.says("currency", d.facts.currency)
        return _amount(d, listing, d.signed(line.net))
    if name in {"item_id", "unit"}:
        said[name] = line.item_id if name == "item_id" else line.unit
        return said[name]
    quantity = d.signed(line.quantity)
    said["quantity"] = plain(quantity)
    if name == "qty_unit":
        said["unit"] = line.unit
        return f"{d.numbers.short(quantity)} {line.unit}"
    return d.numbers.short(quantity)


def _amount(d: Draft, listing: Listing, value: Decimal) -> str:
    return d.numbers.amount(value, d.facts.currency) if listing.signs else d.numbers.number(value, 2)


def totals(d: Draft, *, style: str = "rates") -> list[tuple[str, str]]:
    """Return the sums with their labels, and note them.

    `style` is how taxes are shown: by `rates`, with their `bases` in brackets, or `summed` because a table shows them.
    """
    facts, rows = d.facts, []
    if facts.allowance or facts.shipping:
        rows.append((d.label("lines_sum"), d.money(facts.lines_sum)))
        if facts.shipping:
            rows.append((d.label("shipping"), d.money(facts.shipping)))
        if facts.allowance:
            rows.append((d.label("allowance"), d.money(-facts.allowance)))
    rows.append((d.label("net"), d.total("net", facts.net)))
    if facts.untaxed:
        d.truth.unprinted["tax"] = "0.00"
    elif style == "summed":
        rows.append((d.tax_label, d.total("tax", facts.tax)))
    else:
        rows += _by_rate(d, bases=style == "bases")
    rows.append((d.label("gross"), d.total("gross", facts.gross)))
    d.says("payable", f"{d.signed(facts.payable):.2f}")
    if facts.prepaid:
        d.says("prepaid", f"{d.signed(facts.prepaid):.2f}")
        rows += [(d.label("prepaid"), d.money(-facts.prepaid)), (d.label("payable"), d.money(facts.payable))]
    return rows


def _by_rate(d: Draft, *, bases: bool) -> list[tuple[str, str]]:
    groups, rows = d.facts.groups, []
    for group in groups:
        # The only rate is charged on the net sum, which stands right above.
        d.group_said(group, base=bases or len(groups) == 1)
        base = f" ({d.numbers.rate(group.rate, '%')} / {d.money(group.base)})" if bases else ""
        rate = "" if bases else f" {d.numbers.rate(group.rate)}"
        rows.append((f"{d.tax_label}{rate}{base}", d.money(group.tax)))
    if len(groups) == 1:
        d.says("tax", f"{d.signed(d.facts.tax):.2f}")
    return rows


def tax_table(d: Draft, left: float, widths: Sequence[float] = (60, 90, 80)) -> None:
    """Write a table of rates, bases and taxes."""
    if d.facts.untaxed:
        return
    d.room(16 * len(d.facts.groups) + 30)
    stops = [left + sum(widths[: place + 1]) for place in range(len(widths))]
    for stop, name in zip(stops, ("rate", "base", "tax"), strict=True):
        d.sheet.text(stop, d.y, d.heading(name), 7.5, bold=True, align="R")
    d.sheet.line(left, d.y + 4, stops[-1], d.y + 4)
    for group in d.facts.groups:
        d.y += 14
        d.group_said(group, base=True)
        amounts = [d.numbers.number(d.signed(one), 2) for one in (group.base, group.tax)]
        for stop, text in zip(stops, (d.numbers.rate(group.rate), *amounts), strict=True):
            d.sheet.text(stop, d.y, text, 8.5, align="R")
    d.y += 22


def column(d: Draft, rows: Sequence[tuple[str, str]], left: float, right: float, step: float = 15) -> None:
    """Write labels and amounts, with a line above the last and the last in bold."""
    d.room(step * len(rows) + 10)
    for place, (label, amount) in enumerate(rows, start=1):
        last = place == len(rows)
        if last:
            d.sheet.line(left, d.y - step + 4, right, d.y - step + 4)
        d.sheet.text(left, d.y, label, 9, bold=last)
        d.sheet.text(right, d.y, amount, 9, bold=last, align="R")
        d.y += step


def no_tax(d: Draft) -> None:
    """Say why no tax is charged."""
    if d.facts.untaxed:
        d.y += 8
        d.paragraph(d.sentence(d.facts.untaxed))
