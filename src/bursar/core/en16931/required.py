"""What must be there: BR-01 to BR-67."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from bursar.core.en16931.engine import DOCUMENT, AnyRule, Rule
from bursar.core.en16931.reading import ZERO, Test, anything, attributed, below, exists, fatal, fatal_places, says
from bursar.core.en16931.terms import Group, Term

MAX_CARD_DIGITS: Final = 10  # The first six and the last four are all that may be shown.
CREDIT_TRANSFERS: Final = frozenset({"30", "58"})  # UNTDID 4461: credit transfer, SEPA credit transfer.

_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$", re.ASCII)


def _price_not_negative(group: Group) -> bool:
    return any(
        number >= ZERO
        for price in group.groups("BG-29")
        for term in price.all("BT-146")
        if (number := term.number) is not None
    )


def _gross_price_not_negative(group: Group) -> bool:
    prices = [term for price in group.groups("BG-29") for term in price.all("BT-148")]
    return not prices or any((number := term.number) is not None and number >= ZERO for term in prices)


def _day(text: str) -> str | None:
    match = _DAY.match(text)
    try:
        return date.fromisoformat(match[1]).isoformat() if match else None
    except ValueError:
        return None


def _ubl_in_order(start: str, end: str) -> Test:
    def test(group: Group) -> bool:
        if not (group.has(start) and group.has(end)):
            return True
        begins, ends = _day(group.text(start)), _day(group.text(end))
        return begins is not None and ends is not None and begins <= ends

    return test


def _cii_in_order(start: str, end: str) -> Test:
    # Compared as text, which has the order of the days; CII is not held to the calendar.
    def days(group: Group, term: str) -> list[str]:
        return [one.value for one in group.all(term) if one.attributes.get("format") == "102"]

    def test(group: Group) -> bool:
        if not (group.has(f"{start}-0") and group.has(f"{end}-0")):
            return True
        return any(first <= last for first in days(group, start) for last in days(group, end))

    return test


def _is_global(term: Term) -> bool:
    return "/ram:GlobalID" in term.place


def _payee_named(group: Group, *pairs: tuple[str, str]) -> bool:
    sellers = group.root.groups("BG-4")
    same = (
        mine.value == theirs.value
        for payee, seller in pairs
        for mine in group.all(payee)
        for one in sellers
        for theirs in one.all(seller)
        if not _is_global(mine) and not _is_global(theirs)  # CII compares identifiers without a scheme only.
    )
    return group.has("BT-59") and not any(same)


def _ubl_payee(group: Group) -> bool:
    return _payee_named(group, ("BT-59", "BT-28"), ("BT-60", "BT-29"))


def _cii_payee(group: Group) -> bool:
    return _payee_named(group, ("BT-59", "BT-27"), ("BT-60", "BT-29"), ("BT-61", "BT-30"))


def _is_transfer(group: Group) -> bool:
    return group.text("BT-81") in CREDIT_TRANSFERS


def _account_of_transfer(test: Test) -> Test:
    return lambda group: group.parent is None or not _is_transfer(group.parent) or test(group)


def _ubl_account_given(group: Group) -> bool:
    return not _is_transfer(group) or below("BG-17", exists("BT-84"))(group)


def _card_short(group: Group) -> bool:
    return all(len(" ".join(term.value.split())) <= MAX_CARD_DIGITS for term in group.all("BT-87"))


def _tax_in(group: Group, currency: str) -> bool:
    return any(
        term.attributes.get("currencyID") == currency
        for stated in group.root.groups("TAX-TOTAL")
        for term in stated.all("BT-110")
    )


def _ubl_accounting_tax(group: Group) -> bool:
    return all(_tax_in(group, term.value) for term in group.all("BT-6"))


def _cii_accounting_tax(group: Group) -> bool:
    invoice = group.root
    currency = invoice.text("BT-6")
    return not invoice.has("BT-6") or (_tax_in(group, currency) and currency != invoice.text("BT-5"))


def _at_most_one(context: str) -> Test:
    return lambda group: sum(len(payment.groups(context)) for payment in group.groups("BG-16")) <= 1


def _rated_unless_outside(group: Group) -> bool:
    return group.has("BT-119") or any(term.value == "O" for term in group.all("BT-118"))


def _card_rule(severity: str) -> Rule:
    message = "A card account (BG-18) must not show more of the card number (BT-87) than ten digits."
    return Rule("BR-51", "warning" if severity == "warning" else "fatal", message, ("BT-87",), "BG-18", _card_short)


def _reasons(id_: str, context: str, kind: str, reason: str, code: str) -> AnyRule:
    return fatal(
        id_,
        context,
        f"{reason} {code}",
        f"Each {kind} ({context}) must say why, in words ({reason}) or as a code ({code}).",
        exists(reason, code),
    )


DOCUMENT_RULES: Final[tuple[AnyRule, ...]] = (
    fatal("BR-01", DOCUMENT, "BT-24", "The document names no specification identifier (BT-24).", says("BT-24")),
    fatal("BR-02", DOCUMENT, "BT-1", "The document has no invoice number (BT-1).", says("BT-1")),
    fatal("BR-03", DOCUMENT, "BT-2", "The document has no issue date (BT-2).", says("BT-2")),
    fatal("BR-04", DOCUMENT, "BT-3", "The document has no type code (BT-3).", says("BT-3")),
    fatal("BR-05", DOCUMENT, "BT-5", "The document has no currency code (BT-5).", says("BT-5")),
    fatal("BR-06", DOCUMENT, "BT-27", "The seller (BG-4) has no name (BT-27).", below("BG-4", says("BT-27"))),
    fatal("BR-07", DOCUMENT, "BT-44", "The buyer (BG-7) has no name (BT-44).", below("BG-7", says("BT-44"))),
    fatal(
        "BR-08", DOCUMENT, "BG-5", "The seller (BG-4) has no address (BG-5).", below("BG-4", below("BG-5", anything))
    ),
    fatal("BR-10", DOCUMENT, "BG-8", "The buyer (BG-7) has no address (BG-8).", below("BG-7", below("BG-8", anything))),
    fatal("BR-16", DOCUMENT, "BG-25", "The document has no line (BG-25).", below("BG-25", anything)),
)
TOTALS_RULES: Final[tuple[AnyRule, ...]] = (
    fatal("BR-12", "BG-22", "BT-106", "The totals (BG-22) lack the sum of line amounts (BT-106).", exists("BT-106")),
    fatal("BR-13", "BG-22", "BT-109", "The totals (BG-22) lack the total without VAT (BT-109).", exists("BT-109")),
    fatal("BR-14", "BG-22", "BT-112", "The totals (BG-22) lack the total with VAT (BT-112).", exists("BT-112")),
    fatal("BR-15", "BG-22", "BT-115", "The totals (BG-22) lack the amount due (BT-115).", exists("BT-115")),
)
LINE_RULES: Final[tuple[AnyRule, ...]] = (
    fatal("BR-21", "BG-25", "BT-126", "A line (BG-25) has no identifier (BT-126).", says("BT-126")),
    fatal("BR-22", "BG-25", "BT-129", "A line (BG-25) has no quantity (BT-129).", exists("BT-129")),
    fatal("BR-23", "BG-25", "BT-130 BT-129", "The quantity of a line (BG-25) has no unit (BT-130).", exists("BT-130")),
    fatal("BR-24", "BG-25", "BT-131", "A line (BG-25) has no net amount (BT-131).", exists("BT-131")),
    fatal("BR-25", "BG-25", "BT-153", "A line (BG-25) has no item name (BT-153).", below("BG-31", says("BT-153"))),
    fatal("BR-26", "BG-25", "BT-146", "A line (BG-25) has no net price (BT-146).", below("BG-29", exists("BT-146"))),
    fatal("BR-27", "BG-25", "BT-146", "The net price (BT-146) must not be below zero.", _price_not_negative),
    fatal("BR-28", "BG-25", "BT-148", "The gross price (BT-148) must not be below zero.", _gross_price_not_negative),
    fatal(
        "BR-54",
        "BG-32",
        "BT-160 BT-161",
        "An item attribute (BG-32) needs a name (BT-160) and a value (BT-161).",
        lambda group: group.has("BT-160") and group.has("BT-161"),
    ),
)


def _periods(in_order: Callable[[str, str], Test]) -> tuple[AnyRule, ...]:
    wanted = (
        ("BR-29", "BG-14", "BT-73", "BT-74", "The invoicing period (BG-14) ends (BT-74) before it starts (BT-73)."),
        ("BR-30", "BG-26", "BT-134", "BT-135", "The period of a line (BG-26) ends (BT-135) before it starts (BT-134)."),
    )
    return tuple(
        fatal(id_, context, f"{end} {start}", message, in_order(start, end))
        for id_, context, start, end, message in wanted
    )


ALLOWANCE_RULES: Final[tuple[AnyRule, ...]] = (
    fatal("BR-31", "BG-20", "BT-92", "A document allowance (BG-20) has no amount (BT-92).", exists("BT-92")),
    fatal("BR-32", "BG-20", "BT-95", "A document allowance (BG-20) has no VAT category (BT-95).", exists("BT-95")),
    _reasons("BR-33", "BG-20", "document allowance", "BT-97", "BT-98"),
    fatal("BR-36", "BG-21", "BT-99", "A document charge (BG-21) has no amount (BT-99).", exists("BT-99")),
    fatal("BR-37", "BG-21", "BT-102", "A document charge (BG-21) has no VAT category (BT-102).", exists("BT-102")),
    _reasons("BR-38", "BG-21", "document charge", "BT-104", "BT-105"),
    fatal("BR-41", "BG-27", "BT-136", "A line allowance (BG-27) has no amount (BT-136).", exists("BT-136")),
    _reasons("BR-42", "BG-27", "line allowance", "BT-139", "BT-140"),
    fatal("BR-43", "BG-28", "BT-141", "A line charge (BG-28) has no amount (BT-141).", exists("BT-141")),
    _reasons("BR-44", "BG-28", "line charge", "BT-144", "BT-145"),
    _reasons("BR-CO-21", "BG-20", "document allowance", "BT-97", "BT-98"),
    _reasons("BR-CO-22", "BG-21", "document charge", "BT-104", "BT-105"),
    _reasons("BR-CO-23", "BG-27", "line allowance", "BT-139", "BT-140"),
    _reasons("BR-CO-24", "BG-28", "line charge", "BT-144", "BT-145"),
)
BREAKDOWN_RULES: Final[tuple[Rule, ...]] = (
    fatal("BR-45", "BG-23", "BT-116", "A VAT breakdown (BG-23) has no taxable amount (BT-116).", exists("BT-116")),
    fatal("BR-46", "BG-23", "BT-117", "A VAT breakdown (BG-23) has no tax amount (BT-117).", exists("BT-117")),
    fatal("BR-47", "BG-23", "BT-118", "A VAT breakdown (BG-23) has no VAT category (BT-118).", exists("BT-118")),
    fatal(
        "BR-48",
        "BG-23",
        "BT-119",
        "A VAT breakdown (BG-23) has no rate (BT-119), though its category (BT-118) is not outside the scope of VAT.",
        _rated_unless_outside,
    ),
)
_MEANS: Final = fatal("BR-49", "BG-16", "BT-81", "Payment instructions (BG-16) name no means (BT-81).", exists("BT-81"))
_ACCOUNT: Final = "A credit transfer (BG-17) names no account (BT-84)."
_ACCOUNT_FOR_MEANS: Final = "The payment means (BT-81) is a credit transfer, but no account is named (BT-84)."
_ACCOUNTING: Final = "Accounting in another currency (BT-6) needs the total VAT amount in it (BT-111)."
_DOCUMENTS: Final = "A supporting document (BG-24) has no reference (BT-122)."
_PAYEE: Final = "A payee (BG-10) needs a name (BT-59) and must not be the seller (BG-4)."
_PRECEDING: Final = "A reference to a preceding invoice (BG-3) lacks its number (BT-25)."
_REPRESENTATIVE: Final = "A tax representative (BG-11) has no name (BT-62)."
_REPRESENTATIVE_ADDRESS: Final = "A tax representative (BG-11) has no address (BG-12)."
_REPRESENTATIVE_COUNTRY: Final = "The address of a tax representative (BG-12) has no country (BT-69)."
_REPRESENTATIVE_VAT: Final = "A tax representative (BG-11) has no VAT identifier (BT-63)."
_SELLER_COUNTRY: Final = "The address of the seller (BG-5) has no country (BT-40)."
_BUYER_COUNTRY: Final = "The address of the buyer (BG-8) has no country (BT-55)."
_DELIVERY_COUNTRY: Final = "The delivery address (BG-15) has no country (BT-80)."


def _schemes(*, filled: bool) -> tuple[AnyRule, ...]:
    wanted: Iterable[tuple[str, str, str, str, str]] = (
        ("BR-62", "BG-4", "BT-34", "schemeID", "The electronic address of the seller (BT-34) has no scheme."),
        ("BR-63", "BG-7", "BT-49", "schemeID", "The electronic address of the buyer (BT-49) has no scheme."),
        ("BR-64", "BG-31", "BT-157", "schemeID", "The standard identifier of an item (BT-157) has no scheme."),
        ("BR-65", "BG-31", "BT-158", "listID", "The classification of an item (BT-158) has no scheme."),
    )
    return tuple(
        fatal_places(id_, context, term, message, attributed(term, attribute, filled=filled))
        for id_, context, term, attribute, message in wanted
    )


UBL_ONLY: Final[tuple[AnyRule, ...]] = (
    fatal("BR-09", "BG-5", "BT-40", _SELLER_COUNTRY, says("BT-40")),
    fatal("BR-11", "BG-8", "BT-55", _BUYER_COUNTRY, says("BT-55")),
    fatal("BR-17", "BG-10", "BT-59", _PAYEE, _ubl_payee),
    fatal("BR-18", "BG-11", "BT-62", _REPRESENTATIVE, says("BT-62")),
    fatal("BR-19", "BG-11", "BG-12", _REPRESENTATIVE_ADDRESS, below("BG-12", anything)),
    fatal("BR-20", "BG-12", "BT-69", _REPRESENTATIVE_COUNTRY, says("BT-69")),
    _MEANS,
    fatal("BR-50", "BG-17", "BT-84", _ACCOUNT, _account_of_transfer(says("BT-84"))),
    _card_rule("warning"),
    fatal("BR-52", "BG-24", "BT-122", _DOCUMENTS, says("BT-122")),
    fatal("BR-52", "OBJECT", "BT-18", _DOCUMENTS, says("BT-18")),
    fatal("BR-53", DOCUMENT, "BT-111 BT-6", _ACCOUNTING, _ubl_accounting_tax),
    fatal("BR-55", "BG-3", "BT-25", _PRECEDING, exists("BT-25")),
    fatal("BR-56", "BG-11", "BT-63", _REPRESENTATIVE_VAT, exists("BT-63")),
    fatal("BR-57", "BG-15", "BT-80", _DELIVERY_COUNTRY, exists("BT-80")),
    fatal("BR-61", "BG-16", "BT-84 BT-81", _ACCOUNT_FOR_MEANS, _ubl_account_given),
    *_schemes(filled=False),
    *_periods(_ubl_in_order),
    fatal("BR-66", DOCUMENT, "BG-18", "There is more than one payment card (BG-18).", _at_most_one("BG-18")),
    fatal("BR-67", DOCUMENT, "BG-19", "There is more than one direct debit mandate (BG-19).", _at_most_one("BG-19")),
)
CII_ONLY: Final[tuple[AnyRule, ...]] = (
    fatal("BR-09", DOCUMENT, "BT-40", _SELLER_COUNTRY, below("BG-4", below("BG-5", says("BT-40")))),
    fatal("BR-11", DOCUMENT, "BT-55", _BUYER_COUNTRY, below("BG-7", below("BG-8", says("BT-55")))),
    fatal("BR-17", "BG-10", "BT-59", _PAYEE, _cii_payee),
    fatal("BR-18", "BG-11", "BT-62", _REPRESENTATIVE, exists("BT-62")),
    fatal("BR-19", "BG-11", "BG-12", _REPRESENTATIVE_ADDRESS, below("BG-12", anything)),
    fatal("BR-20", "BG-11", "BT-69", _REPRESENTATIVE_COUNTRY, below("BG-12", exists("BT-69"))),
    _MEANS,
    fatal("BR-50", "BG-17", "BT-84", _ACCOUNT, _account_of_transfer(exists("BT-84"))),
    _card_rule("fatal"),
    fatal("BR-52", "BG-24", "BT-122", _DOCUMENTS, says("BT-122")),
    fatal("BR-52", "OBJECT", "BT-18", _DOCUMENTS, says("BT-18")),
    fatal("BR-53", "BG-22", "BT-111", _ACCOUNTING, _cii_accounting_tax),
    fatal("BR-55", "BG-3", "BT-25", _PRECEDING, says("BT-25")),
    fatal("BR-56", "BG-11", "BT-63", _REPRESENTATIVE_VAT, says("BT-63")),
    fatal("BR-57", "BG-15", "BT-80", _DELIVERY_COUNTRY, says("BT-80")),
    fatal("BR-61", "BG-17", "BT-84", _ACCOUNT_FOR_MEANS, _account_of_transfer(exists("BT-84"))),
    *_schemes(filled=True),
    *_periods(_cii_in_order),
)
COMMON: Final = DOCUMENT_RULES + TOTALS_RULES + LINE_RULES + ALLOWANCE_RULES
