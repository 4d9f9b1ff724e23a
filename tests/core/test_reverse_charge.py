"""What a page says of whose the tax is to pay."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bursar.core.invoices import Invoice, StatedTotals, TaxBreakdown
from bursar.core.reverse_charge import says_reverse_charge, under_reverse_charge

ZERO = TaxBreakdown(base=Decimal(4800), tax=Decimal("0.00"), rate=Decimal(0))
TOTALS = StatedTotals(tax_exclusive=Decimal(4800), tax=Decimal("0.00"), tax_inclusive=Decimal(4800))
INVOICE = Invoice(syntax="page", totals=TOTALS, tax_breakdown=(ZERO,))
SAID = "Autoliquidation - TVA due par le preneur"


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        "VAT: Reverse-Charge, Art. 196",
        "STEUERSCHULDNERSCHAFT DES LEISTUNGSEMPFÄNGERS",
        "Steuerschuldnerschaft\ndes Leistungsempfängers (§ 13b UStG)",
        "Inversión del sujeto pasivo",
        "Inversione contabile",
        "BTW verlegd naar afnemer",
    ],
)
def test_the_words_of_the_law_are_known_however_they_are_written(text: str) -> None:
    assert says_reverse_charge(text)


@pytest.mark.parametrize("text", ["", "Reversed charges", "Autoliquidations", "the charge in reverse"])
def test_other_words_say_nothing(text: str) -> None:
    assert not says_reverse_charge(text)
    assert under_reverse_charge(INVOICE, text) is INVOICE


def test_the_groups_get_the_category_and_one_is_made_where_none_was_read() -> None:
    assert under_reverse_charge(INVOICE, SAID).tax_breakdown == (replace(ZERO, category="AE"),)
    for totals in (StatedTotals(tax_exclusive=Decimal(4800)), StatedTotals(tax_inclusive=Decimal(4800))):
        (group,) = under_reverse_charge(replace(INVOICE, totals=totals, tax_breakdown=()), SAID).tax_breakdown
        assert (group.category, group.base, group.tax, group.rate) == ("AE", Decimal(4800), Decimal(0), Decimal(0))
    bare = replace(INVOICE, totals=StatedTotals(), tax_breakdown=())
    assert under_reverse_charge(bare, SAID) == bare


@pytest.mark.parametrize(
    "changes",
    [
        {"totals": replace(TOTALS, tax=Decimal(912))},
        {"tax_breakdown": (replace(ZERO, tax=Decimal(912)),)},
        {"tax_breakdown": (replace(ZERO, rate=Decimal(19)),)},
        {"tax_breakdown": (replace(ZERO, category="G"),)},
    ],
)
def test_who_charges_tax_or_names_a_category_is_left_alone(changes: dict[str, object]) -> None:
    charged = replace(INVOICE, **changes)  # type: ignore[arg-type]
    assert under_reverse_charge(charged, SAID) is charged
