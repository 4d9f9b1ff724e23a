from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.checks import MAX_LINES, Check, check_invoice, iban_valid
from bursar.core.invoice_sums import MAX_REPORTED, sums
from bursar.core.invoices import (
    AllowanceCharge,
    Invoice,
    InvoiceLine,
    Party,
    PaymentMeans,
    ReadProblem,
    StatedTotals,
    TaxBreakdown,
)
from bursar.core.money import Money
from bursar.core.totals import TaxedLine, compute_totals

TODAY = date(2026, 3, 15)
LINE = InvoiceLine(
    quantity=Decimal(10),
    price=Decimal(10),
    net_amount=Decimal("100.00"),
    tax_category="S",
    tax_rate=Decimal(19),
)
GROUP = TaxBreakdown(base=Decimal("100.00"), tax=Decimal("19.00"), category="S", rate=Decimal(19))
TOTALS = StatedTotals(
    line_net=Decimal("100.00"),
    tax_exclusive=Decimal("100.00"),
    tax=Decimal("19.00"),
    tax_inclusive=Decimal("119.00"),
    payable=Decimal("119.00"),
)
GOOD = Invoice(
    syntax="ubl",
    number="R-1",
    issue_date=date(2026, 3, 1),
    due_date=date(2026, 3, 31),
    currency="EUR",
    seller=Party(name="Morgenrot", vat_id="DE136695976"),
    lines=(LINE,),
    tax_breakdown=(GROUP,),
    totals=TOTALS,
)


def failed(invoice: Invoice, today: date = TODAY) -> list[Check]:
    return [check for check in check_invoice(invoice, today=today) if not check.passed]


def codes(invoice: Invoice, today: date = TODAY) -> list[str]:
    return [check.code for check in failed(invoice, today)]


def test_a_good_invoice_passes_every_check() -> None:
    assert codes(GOOD) == []


def test_an_empty_invoice_lacks_all_that_is_required() -> None:
    checks = failed(Invoice(syntax="ubl"))
    assert [check.code for check in checks] == [
        "number_missing",
        "issue_date_missing",
        "currency_missing",
        "seller_name_missing",
        "lines_missing",
    ]
    assert {check.severity for check in checks} == {"error"}
    assert [check.field for check in checks] == ["number", "issue_date", "currency", "seller.name", "lines"]


def test_an_unknown_currency_is_an_error_and_nothing_is_added_up() -> None:
    assert codes(replace(GOOD, currency="XQX", totals=StatedTotals())) == ["currency_unknown"]


@pytest.mark.parametrize(
    ("code", "field", "severity"),
    [
        ("amount_unreadable", "totals.payable", "error"),
        ("flag_unreadable", "allowances_charges[0].is_charge", "error"),
        ("currency_mixed", "totals.payable", "error"),
        ("value_contradicted", "totals.tax", "error"),
        ("date_unreadable", "issue_date", "error"),
        ("date_unreadable", "due_date", "warning"),
        ("date_format_unknown", "issue_date", "warning"),
    ],
)
def test_what_cannot_be_read_is_told_by_how_much_it_matters(code: str, field: str, severity: str) -> None:
    problem = ReadProblem(code=code, field=field, place="/Invoice/x", raw="?")
    summary, told = failed(replace(GOOD, problems=(problem,)))
    assert (summary.code, summary.actual) == ("value_unreadable", "1")
    assert (told.code, told.field, told.severity, told.actual) == (code, field, severity, "?")


def test_ten_thousand_lines_are_allowed_and_one_more_is_not() -> None:
    empty = InvoiceLine()
    assert "lines_too_many" not in codes(replace(GOOD, lines=(empty,) * MAX_LINES))
    assert "lines_too_many" in codes(replace(GOOD, lines=(empty,) * (MAX_LINES + 1)))


def test_a_pro_forma_invoice_is_told() -> None:
    assert codes(replace(GOOD, type_code="325")) == ["proforma_invoice"]


@pytest.mark.parametrize("issued", [date(2026, 3, 16), date(2015, 12, 31)])
def test_an_issue_date_far_away_is_a_warning(issued: date) -> None:
    (check,) = failed(replace(GOOD, issue_date=issued, due_date=None))
    assert (check.code, check.severity, check.field) == ("date_far_away", "warning", "issue_date")


def test_a_due_date_far_away_is_a_warning_with_or_without_an_issue_date() -> None:
    assert codes(replace(GOOD, due_date=date(2046, 1, 1))) == ["date_far_away"]
    assert codes(replace(GOOD, issue_date=None, due_date=date(2046, 1, 1))) == ["issue_date_missing", "date_far_away"]


def test_a_bill_due_before_it_was_issued_is_told() -> None:
    (check,) = failed(replace(GOOD, due_date=date(2026, 2, 28)))
    assert (check.code, check.expected, check.actual) == ("due_before_issue", "2026-03-01", "2026-02-28")


def test_accounts_that_look_like_an_iban_must_be_one() -> None:
    means = (
        PaymentMeans(account="DE89 3704 0044 0532 0130 00"),
        PaymentMeans(account="1234567"),
        PaymentMeans(),
        PaymentMeans(account="DE88370400440532013000"),
    )
    (check,) = failed(replace(GOOD, payment_means=means))
    assert (check.code, check.field) == ("iban_invalid", "payment_means[3].account")


@given(st.text())
def test_any_text_is_an_iban_or_not(text: str) -> None:
    assert iban_valid(text) in {True, False}


@given(st.integers(4, 21), st.sampled_from("0123456789"))
def test_one_wrong_digit_never_passes_as_an_iban(place: int, digit: str) -> None:
    good = "DE89370400440532013000"
    bad = good[:place] + digit + good[place + 1 :]
    assert iban_valid(bad) is (bad == good)


def test_vat_identifiers_are_judged_only_if_somebody_can() -> None:
    party = Party(name="X", vat_id="DE1")
    invoice = replace(GOOD, buyer=party, tax_representative=Party(name="Y"))
    answers = {"DE136695976": None, "DE1": False}
    checks = [
        check
        for check in check_invoice(invoice, today=TODAY, vat_id_valid=lambda vat_id: answers[vat_id])
        if check.code == "vat_id_invalid"
    ]
    assert [(check.field, check.passed) for check in checks] == [("seller.vat_id", True), ("buyer.vat_id", False)]
    assert codes(invoice) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"line_net": Decimal("100.01")}, "line_net_sum_differs"),
        ({"allowances": Decimal("0.01")}, "allowances_differ"),
        ({"charges": Decimal("0.01")}, "charges_differ"),
        ({"tax_exclusive": Decimal("100.01")}, "tax_exclusive_differs"),
        ({"tax": Decimal("19.01")}, "tax_sum_differs"),
        ({"tax_inclusive": Decimal("119.01")}, "tax_inclusive_differs"),
        ({"payable": Decimal("119.01")}, "payable_differs"),
    ],
)
def test_a_total_that_is_a_cent_off_is_an_error(change: dict[str, Decimal], code: str) -> None:
    checks = failed(replace(GOOD, totals=replace(TOTALS, **change)))
    assert code in {check.code for check in checks}
    assert {check.severity for check in checks} == {"error"}


def test_a_difference_says_what_was_expected_and_where() -> None:
    (check,) = failed(replace(GOOD, totals=replace(TOTALS, payable=Decimal("120.00"))))
    assert (check.expected, check.actual, check.field) == ("119.00", "120.00", "totals.payable")


def test_prepaid_and_rounding_amounts_count() -> None:
    totals = replace(TOTALS, prepaid=Decimal("100.00"), rounding=Decimal("0.01"), payable=Decimal("19.01"))
    assert codes(replace(GOOD, totals=totals)) == []


def test_document_allowances_and_charges_count_by_their_category() -> None:
    allowances = (
        AllowanceCharge(is_charge=False, amount=Decimal("20.00"), tax_category="S", tax_rate=Decimal(19)),
        AllowanceCharge(is_charge=True, amount=Decimal("10.00"), tax_category="S", tax_rate=Decimal(19)),
    )
    invoice = replace(
        GOOD,
        allowances_charges=allowances,
        tax_breakdown=(replace(GROUP, base=Decimal("90.00"), tax=Decimal("17.10")),),
        totals=StatedTotals(
            line_net=Decimal("100.00"),
            allowances=Decimal("20.00"),
            charges=Decimal("10.00"),
            tax_exclusive=Decimal("90.00"),
            tax=Decimal("17.10"),
            tax_inclusive=Decimal("107.10"),
            payable=Decimal("107.10"),
        ),
    )
    assert codes(invoice) == []


@pytest.mark.parametrize(("tax", "good"), [("19.99", True), ("18.01", True), ("20.00", False), ("18.00", False)])
def test_the_tax_of_a_group_may_differ_by_less_than_one_unit(tax: str, good: bool) -> None:
    amount = Decimal(tax)
    totals = replace(TOTALS, tax=amount, tax_inclusive=100 + amount, payable=100 + amount)
    found = codes(replace(GOOD, tax_breakdown=(replace(GROUP, tax=amount),), totals=totals))
    assert found == ([] if good else ["tax_group_differs"])


def test_the_base_of_a_taxed_group_has_the_same_room_and_that_of_an_exempt_one_none() -> None:
    taxed = replace(GOOD, tax_breakdown=(replace(GROUP, base=Decimal("100.90")),))
    assert codes(taxed) == []
    line = replace(LINE, tax_category="Z", tax_rate=Decimal(0))
    group = TaxBreakdown(base=Decimal("100.01"), tax=Decimal(0), category="Z", rate=Decimal(0))
    totals = replace(TOTALS, tax=Decimal(0), tax_inclusive=Decimal(100), payable=Decimal(100))
    assert codes(replace(GOOD, lines=(line,), tax_breakdown=(group,), totals=totals)) == ["tax_base_differs"]


def test_a_group_without_lines_and_lines_without_a_group_are_told() -> None:
    strange = replace(GROUP, rate=Decimal(7), tax=Decimal("7.00"))
    totals = replace(TOTALS, tax=Decimal("7.00"), tax_inclusive=Decimal("107.00"), payable=Decimal("107.00"))
    checks = failed(replace(GOOD, tax_breakdown=(strange,), totals=totals))
    assert [(check.code, check.expected) for check in checks] == [
        ("tax_base_differs", "0.00"),
        ("tax_group_missing", "S 19 %: 100.00"),
    ]


def test_groups_are_not_compared_where_lines_do_not_say_how_they_are_taxed() -> None:
    assert codes(replace(GOOD, lines=(replace(LINE, tax_category=None),))) == []
    assert codes(replace(GOOD, tax_breakdown=())) == []


def test_a_group_that_states_no_tax_is_not_computed() -> None:
    group = replace(GROUP, tax=None)
    totals = replace(TOTALS, tax=None, tax_inclusive=Decimal(100), payable=Decimal(100))
    assert codes(replace(GOOD, tax_breakdown=(group,), totals=totals)) == []


def test_a_group_and_a_line_without_a_rate_count_as_untaxed() -> None:
    line = replace(LINE, tax_category="O", tax_rate=None)
    group = TaxBreakdown(base=Decimal(100), tax=Decimal(0), category="O")
    totals = replace(TOTALS, tax=None, tax_inclusive=Decimal(100), payable=Decimal(100))
    assert codes(replace(GOOD, lines=(line,), tax_breakdown=(group,), totals=totals)) == []


def test_negative_and_zero_totals_are_warnings() -> None:
    minus = StatedTotals(tax_inclusive=Decimal(-5), payable=Decimal(-5))
    (check,) = [one for one in failed(replace(GOOD, totals=minus)) if one.severity == "warning"]
    assert (check.code, check.actual) == ("negative_total", "-5")
    nothing = StatedTotals(tax_inclusive=Decimal(0), payable=Decimal(0))
    assert "zero_total" in codes(replace(GOOD, totals=nothing))


def test_an_invoice_that_states_no_amount_to_pay_is_an_error_only_without_a_total() -> None:
    assert "payable_missing" in codes(replace(GOOD, totals=replace(TOTALS, payable=None, tax_inclusive=None)))
    assert codes(replace(GOOD, totals=replace(TOTALS, payable=None))) == []
    assert codes(replace(GOOD, totals=replace(TOTALS, tax_inclusive=None))) == []


def test_totals_that_are_left_out_are_no_contradiction() -> None:
    assert codes(replace(GOOD, totals=StatedTotals(tax=Decimal("19.00"), payable=Decimal("119.00")))) == []


def test_a_document_without_lines_is_checked_by_its_totals() -> None:
    found = codes(replace(GOOD, lines=(), totals=replace(TOTALS, line_net=None)))
    assert found == ["lines_missing"]
    assert codes(replace(GOOD, lines=(), totals=replace(TOTALS, line_net=Decimal(99)))) == [
        "lines_missing",
        "tax_exclusive_differs",
    ]


def test_a_line_that_is_not_price_times_quantity_is_a_warning() -> None:
    line = replace(LINE, price=Decimal(11))
    (check,) = failed(replace(GOOD, lines=(line,)))
    assert (check.code, check.severity, check.expected, check.actual) == (
        "line_net_differs",
        "warning",
        "110.00",
        "100.00",
    )
    assert check.field == "lines[0].net_amount"


def test_a_line_counts_its_base_quantity_charges_and_allowances() -> None:
    line = replace(
        LINE,
        price=Decimal(98),
        base_quantity=Decimal(10),
        allowances_charges=(
            AllowanceCharge(is_charge=False, amount=Decimal(3)),
            AllowanceCharge(is_charge=True, amount=Decimal(5)),
            AllowanceCharge(is_charge=True),
        ),
    )
    assert codes(replace(GOOD, lines=(line,))) == []


@pytest.mark.parametrize("change", [{"price": None}, {"quantity": None}, {"base_quantity": Decimal(0)}])
def test_a_line_that_does_not_say_enough_is_not_computed(change: dict[str, Decimal | None]) -> None:
    assert codes(replace(GOOD, lines=(replace(LINE, **change),))) == []  # type: ignore[arg-type]


def test_text_lines_and_grouping_lines_are_not_added_up() -> None:
    lines = (LINE, InvoiceLine(note="Danke"), replace(LINE, status="GROUP"), replace(LINE, status="INFORMATION"))
    assert codes(replace(GOOD, lines=lines)) == []


def test_amounts_that_cannot_be_booked_are_an_error() -> None:
    line = replace(LINE, net_amount=Decimal("100.001"))
    (check,) = failed(replace(GOOD, lines=(line,)))
    assert (check.code, check.severity) == ("amounts_not_bookable", "error")


@pytest.mark.parametrize("stated", [Decimal(10) ** 29, Decimal("1E-20"), Decimal("-0.001")])
@pytest.mark.parametrize("where", ["payable", "tax", "base"])
def test_totals_and_groups_that_cannot_be_booked_are_an_error(stated: Decimal, where: str) -> None:
    totals = TOTALS if where == "base" else replace(TOTALS, **{where: stated})
    group = replace(GROUP, base=stated) if where == "base" else GROUP
    assert codes(replace(GOOD, totals=totals, tax_breakdown=(group,))) == ["amounts_not_bookable"]


def test_a_rate_that_makes_a_tax_nobody_can_book_is_an_error() -> None:
    assert codes(replace(GOOD, tax_breakdown=(replace(GROUP, rate=Decimal(10) ** 29),))) == ["amounts_not_bookable"]


absurd = (
    st.none()
    | st.decimals(allow_nan=False, allow_infinity=False, places=6)
    | st.sampled_from([Decimal("9" * 30), Decimal("-" + "9" * 30), Decimal("0." + "0" * 28 + "1"), Decimal(0)])
)


@given(st.builds(InvoiceLine, quantity=absurd, price=absurd, base_quantity=absurd, net_amount=absurd, tax_rate=absurd))
def test_absurd_lines_never_raise(line: InvoiceLine) -> None:
    assert check_invoice(replace(GOOD, lines=(line,)), today=TODAY)


@given(
    st.builds(TaxBreakdown, base=absurd, tax=absurd, rate=absurd), st.builds(StatedTotals, payable=absurd, tax=absurd)
)
def test_absurd_groups_and_totals_never_raise(group: TaxBreakdown, totals: StatedTotals) -> None:
    assert check_invoice(replace(GOOD, tax_breakdown=(group,), totals=totals), today=TODAY)


@given(st.builds(AllowanceCharge, is_charge=st.booleans(), amount=absurd, tax_rate=absurd))
def test_absurd_allowances_never_raise(part: AllowanceCharge) -> None:
    line = replace(LINE, allowances_charges=(part,))
    assert check_invoice(replace(GOOD, lines=(line,), allowances_charges=(part,)), today=TODAY)


def test_a_flood_of_failures_is_cut() -> None:
    line = replace(LINE, price=Decimal(11))
    found = [check for check in sums(replace(GOOD, lines=(line,) * 100)) if check.code == "line_net_differs"]
    assert len(found) == MAX_REPORTED


cents = st.integers(-10_000_000, 10_000_000).map(lambda minor: Decimal(minor).scaleb(-2))
rates = st.sampled_from([Decimal(0), Decimal("5.5"), Decimal(7), Decimal(19), Decimal("25.5")])


@given(st.lists(st.tuples(cents, rates), min_size=1, max_size=8), cents)
def test_what_our_own_arithmetic_states_always_adds_up(parts: list[tuple[Decimal, Decimal]], prepaid: Decimal) -> None:
    lines = [TaxedLine(Money(net, "EUR"), "S", rate) for net, rate in parts]
    totals = compute_totals(lines, currency="EUR", prepaid=prepaid)
    invoice = replace(
        GOOD,
        lines=tuple(InvoiceLine(net_amount=net, tax_category="S", tax_rate=rate) for net, rate in parts),
        tax_breakdown=tuple(
            TaxBreakdown(base=group.base.amount, tax=group.tax.amount, category=group.category, rate=group.rate)
            for group in totals.tax_groups
        ),
        totals=StatedTotals(
            line_net=totals.line_net.amount,
            tax_exclusive=totals.tax_exclusive.amount,
            tax=totals.tax.amount,
            tax_inclusive=totals.tax_inclusive.amount,
            prepaid=prepaid,
            payable=totals.payable.amount,
        ),
    )
    assert [check for check in failed(invoice) if check.severity == "error"] == []
