"""The rules of EN 16931 as rule sets, one for each kind of document: the official tests are not the same for all."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bursar.core.en16931 import conditions, decimals, required, tax_categories, totals
from bursar.core.en16931.engine import AnyRule, Rule, RuleSet
from bursar.core.en16931.reading import ZERO, is_vat, whole
from bursar.core.en16931.terms import Group

NAME: Final = "EN 16931"
# In CII the official rules of a VAT breakdown are not run where those of these categories have matched before.
UNTOUCHED: Final = frozenset({"L", "M", "O"})
OF_VAT: Final = frozenset({"BR-47", "BR-48"})  # In CII these want the scheme VAT besides.


def _is_vat(breakdown: Group) -> bool:
    return any(is_vat(category, "BT-118") for category in breakdown.groups("BREAKDOWN-VAT"))


def _where_run(rule: Rule) -> Rule:
    def run(breakdown: Group) -> bool:
        if not _is_vat(breakdown):
            return _of_other_scheme(rule, breakdown)
        return breakdown.text("BT-118") in UNTOUCHED or rule.test(breakdown)

    return replace(rule, test=run)


def _of_other_scheme(rule: Rule, breakdown: Group) -> bool:
    if rule.id == "BR-CO-17":  # The rate of another tax is not seen, so that only no tax is right.
        tax = breakdown.number("BT-117")
        return tax is not None and whole(tax) == ZERO
    return rule.id not in OF_VAT and rule.test(breakdown)


_COMMON: Final[tuple[AnyRule, ...]] = required.COMMON + conditions.COMMON + totals.COMMON + decimals.COMMON
_CREDIT_NOTE: Final[tuple[AnyRule, ...]] = (
    *_COMMON,
    *required.UBL_ONLY,
    *required.BREAKDOWN_RULES,
    *conditions.UBL_ONLY,
    *totals.UBL_ONLY,
    *decimals.BREAKDOWN,
    *tax_categories.rules("ubl"),
)
_CII_BREAKDOWN: Final[tuple[Rule, ...]] = (
    *required.BREAKDOWN_RULES,
    *conditions.CII_BREAKDOWN,
    *totals.CII_BREAKDOWN,
    *decimals.BREAKDOWN,
)

UBL_CREDIT_NOTE: Final = RuleSet(NAME, _CREDIT_NOTE)
UBL_INVOICE: Final = RuleSet(NAME, _CREDIT_NOTE + conditions.INVOICE_ONLY)
CII: Final = RuleSet(
    NAME,
    (
        *_COMMON,
        *required.CII_ONLY,
        *conditions.CII_ONLY,
        *conditions.INVOICE_ONLY,
        *totals.CII_ONLY,
        *decimals.CII_ONLY,
        *(_where_run(rule) for rule in _CII_BREAKDOWN),
        *tax_categories.rules("cii"),
    ),
)
