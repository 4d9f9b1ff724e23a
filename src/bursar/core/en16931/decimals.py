"""No amount of more than two decimals: BR-DEC-01 to BR-DEC-28.

In UBL the official tests of BR-DEC-13 and BR-DEC-15 look for the currency where it never stands and so never fail; an
amount that is too fine fails BR-CO-14 or BR-CO-15 instead.
"""

from __future__ import annotations

from typing import Final

from bursar.core.en16931.engine import AnyRule, Rule
from bursar.core.en16931.reading import Test, fatal, rounded
from bursar.core.en16931.terms import Group, Term

MAX_DECIMALS: Final = 2

AMOUNTS: Final = (
    ("BR-DEC-01", "BG-20", "BT-92", "amount of a document allowance"),
    ("BR-DEC-02", "BG-20", "BT-93", "base of a document allowance"),
    ("BR-DEC-05", "BG-21", "BT-99", "amount of a document charge"),
    ("BR-DEC-06", "BG-21", "BT-100", "base of a document charge"),
    ("BR-DEC-09", "BG-22", "BT-106", "sum of line amounts"),
    ("BR-DEC-10", "BG-22", "BT-107", "sum of document allowances"),
    ("BR-DEC-11", "BG-22", "BT-108", "sum of document charges"),
    ("BR-DEC-12", "BG-22", "BT-109", "total without VAT"),
    ("BR-DEC-14", "BG-22", "BT-112", "total with VAT"),
    ("BR-DEC-16", "BG-22", "BT-113", "prepaid amount"),
    ("BR-DEC-17", "BG-22", "BT-114", "rounding amount"),
    ("BR-DEC-18", "BG-22", "BT-115", "amount due"),
    ("BR-DEC-23", "BG-25", "BT-131", "net amount of a line"),
    ("BR-DEC-24", "BG-27", "BT-136", "amount of a line allowance"),
    ("BR-DEC-25", "BG-27", "BT-137", "base of a line allowance"),
    ("BR-DEC-27", "BG-28", "BT-141", "amount of a line charge"),
    ("BR-DEC-28", "BG-28", "BT-142", "base of a line charge"),
)
BREAKDOWN_AMOUNTS: Final = (
    ("BR-DEC-19", "BG-23", "BT-116", "taxable amount of a VAT breakdown"),
    ("BR-DEC-20", "BG-23", "BT-117", "tax amount of a VAT breakdown"),
)


def _short(term: str) -> Test:
    def test(group: Group) -> bool:
        # As written: a blank behind the last digit counts as one more.
        found = group.first(term)
        return found is None or len((found.written or found.value).partition(".")[2]) <= MAX_DECIMALS

    return test


def _rule(id_: str, context: str, term: str, name: str) -> Rule:
    return fatal(id_, context, term, f"The {name} ({term}) has more than two decimals.", _short(term))


def _stated(totals: Group) -> list[Term]:
    return [term for stated in totals.root.groups("TAX-TOTAL") for term in stated.all("BT-110")]


def _fits(term: Term) -> bool:
    number = term.number
    return number is not None and number == rounded(number)


def _tax_fits(totals: Group) -> bool:
    stated, currency = _stated(totals), totals.root.text("BT-5")
    return not stated or any(term.attributes.get("currencyID") != currency or _fits(term) for term in stated)


def _accounting_tax_fits(totals: Group) -> bool:
    stated, currency = _stated(totals), totals.root.text("BT-6")
    if not stated or not totals.root.has("BT-6"):
        return True
    return any(term.attributes.get("currencyID") == currency and _fits(term) for term in stated)


COMMON: Final[tuple[AnyRule, ...]] = tuple(_rule(*amount) for amount in AMOUNTS)
BREAKDOWN: Final[tuple[Rule, ...]] = tuple(_rule(*amount) for amount in BREAKDOWN_AMOUNTS)
CII_ONLY: Final[tuple[AnyRule, ...]] = (
    fatal("BR-DEC-13", "BG-22", "BT-110", "The total VAT amount (BT-110) has more than two decimals.", _tax_fits),
    fatal(
        "BR-DEC-15",
        "BG-22",
        "BT-111",
        "The total VAT amount in accounting currency (BT-111) is missing or has more than two decimals.",
        _accounting_tax_fits,
    ),
)
