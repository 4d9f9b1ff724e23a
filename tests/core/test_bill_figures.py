"""What a bill comes to: our own figures, the vendor's where they follow from the lines, and nothing that cannot be."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.bill_figures import (
    LARGEST_FIGURE,
    BillFigures,
    FigureLine,
    PrepaidTooMuch,
    TaxGroupMismatch,
    TotalNotPositive,
    bill_figures,
)
from bursar.core.bills import BillKind
from bursar.core.errors import Refused
from bursar.core.money import AmountOutOfRange, CurrencyMismatch, Money, NotRepresentable, UnknownCurrency
from bursar.core.posting import BillPosting, CodedLine, ControlAccounts, bill_entry
from bursar.core.totals import TaxGroup

NOTHING = Money.zero("EUR")
ACCOUNTS = ControlAccounts(*(UUID(int=number) for number in range(1, 6)))


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def line(price: str = "100", rate: str = "19", category: str = "S", quantity: str = "1") -> FigureLine:
    return FigureLine(Decimal(quantity), Decimal(price), None, category, Decimal(rate))


def group(base: str, tax: str, rate: str = "19", category: str = "S") -> TaxGroup:
    return TaxGroup(category, Decimal(rate), eur(base), eur(tax))


def figures(
    *lines: FigureLine, groups: tuple[TaxGroup, ...] = (), prepaid: Money = NOTHING, rounding: Money = NOTHING
) -> BillFigures:
    return bill_figures(lines, groups, currency="EUR", prepaid=prepaid, rounding=rounding)


def test_a_line_is_quantity_times_price_rounded_half_up() -> None:
    assert figures(line("0.335", quantity="3")).line_nets == (eur("1.01"),)


def test_a_stated_net_stands() -> None:
    stated = FigureLine(Decimal(3), Decimal("0.335"), eur("1.00"), "S", Decimal(19))
    assert figures(stated).net == eur("1.00")


def test_tax_is_rounded_once_for_each_group() -> None:
    ours = figures(line("0.13"), line("0.13"), line("10", rate="7"))
    assert [(one.base, one.tax) for one in ours.tax_groups] == [(eur("0.26"), eur("0.05")), (eur("10"), eur("0.70"))]
    assert (ours.net, ours.tax, ours.gross) == (eur("10.26"), eur("0.75"), eur("11.01"))


def test_what_is_payable_is_the_gross_less_what_was_prepaid_and_with_its_rounding() -> None:
    ours = figures(line(), prepaid=eur("100"), rounding=eur("0.05"))
    assert (ours.gross, ours.prepaid, ours.rounding, ours.payable) == (
        eur("119"),
        eur("100"),
        eur("0.05"),
        eur("19.05"),
    )


def test_a_bill_may_be_prepaid_wholly_and_not_beyond() -> None:
    assert figures(line(), prepaid=eur("119")).payable == NOTHING
    with pytest.raises(PrepaidTooMuch) as refused:
        figures(line(), prepaid=eur("119.01"))
    assert refused.value.pointer == "/prepaid"


@pytest.mark.parametrize(("price", "pointer"), [("0", "/lines"), ("-100", None)])
def test_nothing_but_zeros_or_less_is_no_bill(price: str, pointer: str | None) -> None:
    with pytest.raises(TotalNotPositive) as refused:
        figures(line(price), line("0"))
    assert refused.value.pointer == pointer


def test_lines_that_cancel_each_other_are_a_bill() -> None:
    assert figures(line("5"), line("-5")).payable == NOTHING


def test_an_allowance_is_a_line_below_zero() -> None:
    assert figures(line(), line("-10")).gross == eur("107.10")


def test_a_vendors_own_tax_stands_while_it_is_less_than_one_unit_from_ours() -> None:
    assert figures(line(), groups=(group("100", "19.99"),)).gross == eur("119.99")
    assert figures(line(), groups=(group("100.99", "19.19"),)).net == eur("100")


@pytest.mark.parametrize(
    "groups",
    [
        (group("100", "20"),),
        (group("100", "18"),),
        (group("101", "19.19"),),
        (group("99", "18.81"),),
        (group("100", "19", rate="7"),),
        (group("100", "19", category="Z"),),
        (group("100", "19"), group("100", "19")),
    ],
)
def test_a_tax_group_that_does_not_follow_from_the_lines_is_refused(groups: tuple[TaxGroup, ...]) -> None:
    with pytest.raises(TaxGroupMismatch) as refused:
        figures(line(), groups=groups)
    assert refused.value.pointer == f"/tax_groups/{len(groups) - 1}"
    assert "expected" in refused.value.details


def test_every_line_needs_its_tax_group_once_there_is_any() -> None:
    with pytest.raises(TaxGroupMismatch) as refused:
        figures(line(), line(rate="7"), groups=(group("100", "19"),))
    assert (refused.value.pointer, refused.value.details) == ("/tax_groups", {"missing": "S 7"})


@pytest.mark.parametrize("category", ["AE", "K"])
def test_tax_that_the_buyer_assesses_is_not_owed_to_the_vendor(category: str) -> None:
    ours = figures(line(category=category))
    assert ours.tax_groups == (group("100", "19", category=category),)
    assert (ours.tax, ours.gross, ours.payable) == (NOTHING, eur("100"), eur("100"))


def test_currencies_are_not_mixed() -> None:
    dollars = FigureLine(Decimal(1), Decimal(1), Money(Decimal(1), "USD"), "S", Decimal(0))
    with pytest.raises(CurrencyMismatch):
        figures(dollars)
    with pytest.raises(CurrencyMismatch):
        figures(line(), prepaid=Money.zero("USD"))
    with pytest.raises(CurrencyMismatch):
        figures(line(), groups=(TaxGroup("S", Decimal(19), Money(Decimal(100), "USD"), eur("19")),))
    with pytest.raises(UnknownCurrency):
        bill_figures([line()], (), currency="XTS", prepaid=NOTHING, rounding=NOTHING)


def test_figures_that_were_computed_elsewhere_stand_and_judge_the_vendors() -> None:
    discounted = (group("98", "18.62"),)
    told: dict[str, Any] = {"currency": "EUR", "prepaid": NOTHING, "rounding": NOTHING, "computed": discounted}
    ours = bill_figures([line()], (), **told)
    assert (ours.tax_groups, ours.net, ours.gross) == (discounted, eur("100"), eur("118.62"))
    assert bill_figures([line()], [group("98", "18.63")], **told).tax == eur("18.63")
    with pytest.raises(TaxGroupMismatch):
        bill_figures([line()], [group("100", "19")], **told)


def test_a_stated_net_has_no_more_decimals_than_its_currency() -> None:
    with pytest.raises(NotRepresentable):
        figures(FigureLine(Decimal(1), Decimal(1), eur("1.001"), "S", Decimal(19)))


@pytest.mark.parametrize(
    "lines",
    [
        (line(f"{LARGEST_FIGURE}", rate="1"),),
        (line(f"{LARGEST_FIGURE + 1}", rate="0"), line("-2", rate="0")),
        (line(f"{LARGEST_FIGURE}", quantity=f"{LARGEST_FIGURE}"),),
    ],
)
def test_no_figure_is_larger_than_what_is_carried(lines: tuple[FigureLine, ...]) -> None:
    with pytest.raises(AmountOutOfRange):
        figures(*lines)
    assert figures(line(f"{LARGEST_FIGURE}", rate="0")).gross.amount == LARGEST_FIGURE


amounts = st.decimals(-1000, 1000, places=2)
taxed = st.tuples(st.sampled_from(["S", "Z", "AE", "K"]), st.sampled_from(["0", "7", "19"]))
some_lines = st.lists(
    st.builds(
        lambda price, quantity, tax: FigureLine(Decimal(quantity), price, None, tax[0], Decimal(tax[1])),
        amounts,
        st.integers(-3, 9),
        taxed,
    ),
    min_size=1,
    max_size=6,
)


@given(some_lines, amounts.map(lambda amount: Money(amount, "EUR")), st.sampled_from(BillKind), st.booleans())
def test_what_a_bill_says_is_payable_is_what_its_entry_owes(
    lines: list[FigureLine], prepaid: Money, kind: BillKind, restated: bool
) -> None:
    rounding = eur("0.02")
    try:
        ours = figures(*lines, prepaid=prepaid, rounding=rounding)
    except Refused:
        return
    if restated:  # Our own groups given back as the vendor's come to the same bill.
        assert figures(*lines, groups=ours.tax_groups, prepaid=prepaid, rounding=rounding) == ours
    coded = [CodedLine(UUID(int=9), net, "") for net in ours.line_nets]
    entry = bill_entry(BillPosting(kind, "EUR", coded, ours.tax_groups, prepaid, rounding), ACCOUNTS)
    owed = -sum(one.amount_minor for one in entry if one.account_id == ACCOUNTS.payable)
    assert owed == (ours.payable.minor if kind is BillKind.BILL else -ours.payable.minor)


def test_lines_that_cancel_each_other_come_to_a_bill_of_nothing_to_pay() -> None:
    assert figures(line("50"), line("-50")).payable == NOTHING
