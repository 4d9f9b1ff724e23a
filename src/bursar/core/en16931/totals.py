"""Whether the sums are right: BR-CO-10 to BR-CO-17."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bursar.core.en16931.engine import DOCUMENT, AnyRule, Rule
from bursar.core.en16931.reading import HUNDRED, ONE, ZERO, Test, fatal, rounded, total, whole
from bursar.core.en16931.terms import Group


def _lines_add_up(totals: Group) -> bool:
    return totals.number("BT-106") == rounded(total(totals.root.groups("BG-25"), "BT-131"))


def _parts_add_up(stated: str, context: str, amount: str) -> Test:
    def test(totals: Group) -> bool:
        parts = totals.root.groups(context)
        if not totals.has(stated) and not parts:
            return True
        return totals.number(stated) == rounded(total(parts, amount))

    return test


def _net(totals: Group, *, always_rounded: bool) -> bool:
    lines = totals.number("BT-106")
    if lines is None:
        return False
    changes = (totals.number("BT-108") or ZERO) - (totals.number("BT-107") or ZERO)
    changed = totals.has("BT-107", "BT-108")
    expected = rounded(lines + changes) if changed or always_rounded else lines
    return totals.number("BT-109") == expected


def _ubl_net(totals: Group) -> bool:
    return _net(totals, always_rounded=False)


def _cii_net(totals: Group) -> bool:
    return _net(totals, always_rounded=True)


def _ubl_taxes_add_up(stated: Group) -> bool:
    parts = stated.groups("TAX-SUBTOTAL")
    return not parts or stated.number("BT-110") == rounded(total(parts, "BT-117"))


def _cii_taxes_add_up(stated: Group) -> bool:
    invoice = stated.root
    currencies = {term.value for term in invoice.all("BT-5")}
    of_document = any(term.attributes.get("currencyID") in currencies for term in stated.all("BT-110"))
    return not of_document or stated.number("BT-110") == rounded(total(invoice.groups("BG-23"), "BT-117"))


def _tax_stated(invoice: Group, currency: str) -> list[Decimal | None]:
    return [
        term.number
        for stated in invoice.groups("TAX-TOTAL")
        for term in stated.all("BT-110")
        if term.attributes.get("currencyID") == currency
    ]


def _gross_is_net_and_tax(invoice: Group, currency: str) -> bool:
    taxes = _tax_stated(invoice, currency)
    tax = taxes[0] if len(taxes) == 1 else None
    return tax is not None and any(
        (net := totals.number("BT-109")) is not None and totals.number("BT-112") == rounded(net + tax)
        for totals in invoice.groups("BG-22")
    )


def _ubl_gross(invoice: Group) -> bool:
    return all(_gross_is_net_and_tax(invoice, term.value) for term in invoice.all("BT-5"))


def _cii_gross(invoice: Group) -> bool:
    untaxed = any(
        (gross := totals.number("BT-112")) is not None and gross == totals.number("BT-109")
        for totals in invoice.groups("BG-22")
    )
    return untaxed or _ubl_gross(invoice)


def _ubl_payable(totals: Group) -> bool:
    payable, gross = totals.number("BT-115"), totals.number("BT-112")
    if payable is None or gross is None:
        return False
    rounding, prepaid = totals.number("BT-114"), totals.number("BT-113")
    owed = rounded(payable - (rounding or ZERO)) if totals.has("BT-114") else payable
    return owed == (rounded(gross - (prepaid or ZERO)) if totals.has("BT-113") else gross)


def _cii_payable(totals: Group) -> bool:
    gross = totals.number("BT-112")
    if gross is None:
        return False
    return totals.number("BT-115") == gross - (totals.number("BT-113") or ZERO) + (totals.number("BT-114") or ZERO)


def near(tax: Decimal, base: Decimal, rate: Decimal, *, inclusive: bool = False) -> bool:
    """Tell whether a tax is the rate of a base, give or take less than one (or at most one) of the currency."""
    apart = abs(abs(tax) - rounded(abs(base) * (rate / HUNDRED)))
    return apart <= ONE if inclusive else apart < ONE


def _rate_applied(*, inclusive: bool) -> Test:
    def test(breakdown: Group) -> bool:
        tax, base, rate = (breakdown.number(term) for term in ("BT-117", "BT-116", "BT-119"))
        if tax is None:
            return False
        if rate is None or whole(rate) == ZERO:
            return whole(tax) == ZERO
        return base is not None and near(tax, base, rate, inclusive=inclusive)

    return test


_LINES: Final = fatal(
    "BR-CO-10",
    "BG-22",
    "BT-106",
    "The sum of line amounts (BT-106) is not what the lines (BT-131) add up to.",
    _lines_add_up,
)
_ALLOWANCES: Final = fatal(
    "BR-CO-11",
    "BG-22",
    "BT-107",
    "The sum of document allowances (BT-107) is not what the allowances (BT-92) add up to.",
    _parts_add_up("BT-107", "BG-20", "BT-92"),
)
_CHARGES: Final = fatal(
    "BR-CO-12",
    "BG-22",
    "BT-108",
    "The sum of document charges (BT-108) is not what the charges (BT-99) add up to.",
    _parts_add_up("BT-108", "BG-21", "BT-99"),
)
_NET: Final = "The total without VAT (BT-109) is not the lines (BT-106) less allowances (BT-107) plus charges (BT-108)."
_TAX: Final = "The total VAT amount (BT-110) is not what the VAT breakdown (BT-117) adds up to."
_GROSS: Final = "The total with VAT (BT-112) is not the total without VAT (BT-109) plus the VAT (BT-110)."
_PAYABLE: Final = (
    "The amount due (BT-115) is not the total with VAT (BT-112) less prepaid (BT-113) plus rounding (BT-114)."
)
_RATE: Final = "The tax (BT-117) of a VAT breakdown is not its rate (BT-119) of its taxable amount (BT-116)."

COMMON: Final[tuple[AnyRule, ...]] = (_LINES, _ALLOWANCES, _CHARGES)
UBL_ONLY: Final[tuple[AnyRule, ...]] = (
    fatal("BR-CO-13", "BG-22", "BT-109", _NET, _ubl_net),
    fatal("BR-CO-14", "TAX-TOTAL", "BT-110", _TAX, _ubl_taxes_add_up),
    fatal("BR-CO-15", DOCUMENT, "BT-112 BT-109 BT-110", _GROSS, _ubl_gross),
    fatal("BR-CO-16", "BG-22", "BT-115", _PAYABLE, _ubl_payable),
    fatal("BR-CO-17", "BG-23", "BT-117", _RATE, _rate_applied(inclusive=False)),
)
CII_ONLY: Final[tuple[AnyRule, ...]] = (
    fatal("BR-CO-13", "BG-22", "BT-109", _NET, _cii_net),
    fatal("BR-CO-14", "TAX-TOTAL", "BT-110", _TAX, _cii_taxes_add_up),
    fatal("BR-CO-15", DOCUMENT, "BT-112 BT-109 BT-110", _GROSS, _cii_gross),
    fatal("BR-CO-16", "BG-22", "BT-115", _PAYABLE, _cii_payable),
)
CII_BREAKDOWN: Final[tuple[Rule, ...]] = (fatal("BR-CO-17", "BG-23", "BT-117", _RATE, _rate_applied(inclusive=True)),)
