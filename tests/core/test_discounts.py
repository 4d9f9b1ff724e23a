"""Laws of early payment."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bursar.core.discounts import (
    Discountable,
    Discounted,
    DiscountOffer,
    NoDiscountInTerms,
    PartialPayments,
    TaxCorrection,
    TaxMode,
    TaxModeContradicted,
    TaxShare,
    cash_due,
    discount,
    mode_of_payment,
    offer,
    taxed_discount,
)
from bursar.core.money import Money
from bursar.core.tax import PricedLine, TaxRule, calculate
from bursar.core.terms import DateOutOfRange, PaymentTerms, due_dates, parse

INVOICED = date(2026, 1, 1)
UNTIL = INVOICED + timedelta(days=10)
LATE = UNTIL + timedelta(days=1)


def offered(
    percent: str = "2",
    tax_mode: TaxMode = TaxMode.REDUCE,
    partial: PartialPayments = PartialPayments.PRO_RATA,
) -> DiscountOffer:
    return DiscountOffer(Decimal(percent), UNTIL, tax_mode, partial)


offers = st.builds(
    DiscountOffer,
    st.decimals("0.01", "99.99", places=2),
    st.just(UNTIL),
    st.sampled_from(TaxMode),
    st.sampled_from(PartialPayments),
)
pro_rata = offers.filter(lambda one: one.partial is PartialPayments.PRO_RATA)


@st.composite
def items(draw: st.DrawFn) -> Discountable:
    groups = draw(
        st.lists(
            st.builds(
                TaxShare,
                st.sampled_from(["S", "Z", "AE"]),
                st.sampled_from([Decimal(7), Decimal(19)]),
                st.integers(-1000, 10**8),
                st.integers(0, 10**7),
                st.none(),
                st.decimals(0, 1, places=2),
            ),
            max_size=4,
        )
    )
    net = sum(one.base_minor for one in groups)
    gross = net + sum(one.tax_minor for one in groups if one.category != "AE")
    assume(gross > 0)
    amount = draw(st.integers(1, gross))
    return Discountable(amount, draw(st.integers(0, amount)), net, gross, tuple(groups))


@given(items(), st.none() | offers, st.integers(0, 10**9), st.sampled_from([INVOICED, UNTIL, LATE]))
def test_every_unit_of_a_payment_is_accounted_for(
    item: Discountable, some: DiscountOffer | None, paid: int, on: date
) -> None:
    made = discount(item, some, paid_minor=paid, on=on)
    charged = sum(one.tax_minor for one in made.corrections if not one.is_self_assessed)
    assert made.settled_minor == made.cash_minor + made.discount_minor <= item.open_minor
    assert made.discount_minor == made.net_minor + charged >= 0
    assert made.cash_minor + made.unused_minor == paid
    assert made.unused_minor >= 0
    assert made.unused_minor == max(0, paid - cash_due(item, some, on=on))


@given(items(), st.none() | offers)
def test_what_is_due_in_cash_settles_all_that_is_open(item: Discountable, some: DiscountOffer | None) -> None:
    due = cash_due(item, some, on=UNTIL)
    made = discount(item, some, paid_minor=due, on=UNTIL)
    assert (made.settled_minor, made.cash_minor, made.unused_minor) == (item.open_minor, due, 0)


@given(items(), offers, st.integers(0, 10**9))
def test_after_the_last_day_there_is_no_discount(item: Discountable, some: DiscountOffer, paid: int) -> None:
    late = discount(item, some, paid_minor=paid, on=LATE)
    assert late == discount(item, None, paid_minor=paid, on=UNTIL)
    assert (late.discount_minor, late.corrections) == (0, ())


@given(items(), pro_rata, st.lists(st.integers(0, 10**8), max_size=6))
def test_payments_one_after_the_other_earn_what_one_payment_earns(
    item: Discountable, some: DiscountOffer, payments: list[int]
) -> None:
    whole = Discountable(item.amount_minor, item.amount_minor, item.net_minor, item.gross_minor, item.tax)
    at_once = discount(whole, some, paid_minor=10**12, on=UNTIL)
    left, parts = whole, list[Discounted]()
    for paid in [*payments, 10**12]:
        made = discount(left, some, paid_minor=paid, on=UNTIL)
        parts.append(made)
        left = Discountable(
            item.amount_minor, left.open_minor - made.settled_minor, item.net_minor, item.gross_minor, item.tax
        )
    assert left.open_minor == 0
    assert sum(one.discount_minor for one in parts) == at_once.discount_minor
    assert sum(one.cash_minor for one in parts) == at_once.cash_minor
    for place, correction in enumerate(at_once.corrections):
        corrected = [one.corrections[place] for one in parts if one.corrections]
        assert sum(one.tax_minor for one in corrected) == correction.tax_minor
        assert sum(one.base_minor for one in corrected) == correction.base_minor
        assert sum(one.recoverable_minor for one in corrected) == correction.recoverable_minor


@given(items(), offers)
def test_only_the_mode_that_reduces_the_tax_base_corrects_tax(item: Discountable, some: DiscountOffer) -> None:
    made = discount(item, some, paid_minor=10**12, on=UNTIL)
    corrects = some.tax_mode is TaxMode.REDUCE and made.discount_minor > 0
    assert len(made.corrections) == (len(item.tax) if corrects else 0)


@given(st.integers(1, 10**12), st.integers(0, 10**12))
def test_a_discount_only_for_full_payment_leaves_a_part_payment_without(amount: int, paid: int) -> None:
    item = Discountable(amount, amount, amount, amount)
    some = offered("3", partial=PartialPayments.FULL_ONLY)
    made = discount(item, some, paid_minor=paid, on=UNTIL)
    in_full = paid >= cash_due(item, some, on=UNTIL)
    assert made.discount_minor == (amount - made.cash_minor if in_full else 0)
    assert made.settled_minor == (amount if in_full else paid)


@given(st.integers(1, 10**12), st.decimals("0.01", "99.99", places=2))
def test_the_whole_discount_is_what_the_terms_say(amount: int, percent: Decimal) -> None:
    (instalment,) = due_dates(parse(f"{percent}/10 net 30"), INVOICED, Money.from_minor(amount, "EUR"))
    assert instalment.discount is not None
    some = offer(parse(f"{percent}/10 net 30"), INVOICED, tax_mode=TaxMode.REDUCE, partial=PartialPayments.PRO_RATA)
    assert some is not None
    made = discount(Discountable(amount, amount, amount, amount), some, paid_minor=amount, on=some.until)
    assert (made.discount_minor, some.until) == (instalment.discount.amount.minor, instalment.discount.until)


def bill(open_minor: int = 11900) -> Discountable:
    return Discountable(11900, open_minor, 10000, 11900, [TaxShare("S", Decimal(19), 10000, 1900)])


@pytest.mark.parametrize(
    ("mode", "cash", "net", "tax"),
    [(TaxMode.REDUCE, 11662, 200, 38), (TaxMode.FIXED, 11700, 200, 0), (TaxMode.AS_IF_TAKEN, 11700, 200, 0)],
)
def test_two_percent_of_a_bill_with_tax(mode: TaxMode, cash: int, net: int, tax: int) -> None:
    made = discount(bill(), offered(tax_mode=mode), paid_minor=cash, on=UNTIL)
    corrections = (TaxCorrection("S", Decimal(19), 200, tax, tax),) if tax else ()
    assert made == Discounted(11900, cash, net + tax, net, corrections, 0)


def test_half_the_cash_settles_half_the_bill() -> None:
    made = discount(bill(), offered(), paid_minor=5831, on=UNTIL)
    assert (made.settled_minor, made.discount_minor, made.net_minor) == (5950, 119, 100)


def test_ten_percent_of_a_thousand_leave_nine_hundred() -> None:
    made = discount(Discountable(100000, 100000, 100000, 100000), offered("10"), paid_minor=90000, on=INVOICED)
    assert (made.cash_minor, made.discount_minor, made.settled_minor) == (90000, 10000, 100000)


def test_tax_that_the_buyer_owes_is_corrected_beside_the_discount() -> None:
    shares = [TaxShare("AE", Decimal(19), 10000, 1900, recoverable_share=Decimal("0.5"))]
    made = discount(Discountable(10000, 10000, 10000, 10000, shares), offered(), paid_minor=9800, on=UNTIL)
    assert (made.net_minor, made.discount_minor) == (200, 200)
    assert made.corrections == (TaxCorrection("AE", Decimal(19), 200, 38, 19),)


def test_a_correction_says_under_which_code_and_on_which_account() -> None:
    code, account = UUID(int=1), UUID(int=2)
    shares = [TaxShare("S", Decimal(19), 10000, 1900, code, Decimal(0), account)]
    made = discount(Discountable(11900, 11900, 10000, 11900, shares), offered(), paid_minor=11662, on=UNTIL)
    assert made.corrections == (TaxCorrection("S", Decimal(19), 200, 38, 0, code, account),)


def test_terms_without_a_discount_offer_none() -> None:
    assert offer(parse("net 30"), INVOICED, tax_mode=TaxMode.FIXED, partial=PartialPayments.PRO_RATA) is None


def test_an_offer_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(DateOutOfRange):
        offer(parse("2/10 net 30"), date.max, tax_mode=TaxMode.FIXED, partial=PartialPayments.PRO_RATA)


def test_a_discount_never_exceeds_the_instalment() -> None:
    odd = Discountable(100, 100, 10**6, 100)
    made = discount(odd, offered("50", TaxMode.FIXED), paid_minor=0, on=UNTIL)
    assert (made.settled_minor, made.discount_minor) == (100, 100)


@pytest.mark.parametrize("terms", [None, parse("net 30")])
def test_tax_as_if_a_discount_were_taken_needs_a_discount(terms: PaymentTerms | None) -> None:
    with pytest.raises(NoDiscountInTerms) as refused:
        taxed_discount(TaxMode.AS_IF_TAKEN, terms)
    assert (refused.value.code, refused.value.pointer) == ("discount_terms_missing", "/discount_tax_mode")
    assert taxed_discount(TaxMode.REDUCE, terms) == taxed_discount(TaxMode.FIXED, terms) == 0


@pytest.mark.parametrize("terms", ["2/10 net 30", "2/10 30% net 0, 70% eom+30"])
def test_the_discount_that_is_taxed_is_that_of_the_terms_on_every_instalment(terms: str) -> None:
    assert taxed_discount(TaxMode.AS_IF_TAKEN, parse(terms)) == 2
    assert taxed_discount(TaxMode.FIXED, parse(terms)) == 0


@pytest.mark.parametrize("said", TaxMode)
@pytest.mark.parametrize("asked", [None, *TaxMode])
def test_a_payment_follows_its_document_and_never_corrects_tax_that_has_the_discount_in_it(
    said: TaxMode, asked: TaxMode | None
) -> None:
    if said is TaxMode.AS_IF_TAKEN and asked not in {None, said}:
        with pytest.raises(TaxModeContradicted) as refused:
            mode_of_payment(said, asked)
        assert refused.value.code == "discount_tax_mode_conflict"
    else:
        assert mode_of_payment(said, asked) is (asked or said)


@given(st.integers(1, 10**9), st.sampled_from(["7", "19", "19.6"]), st.decimals("0.01", "99", places=2))
def test_what_is_paid_in_time_is_the_discounted_net_and_the_tax_on_it(net: int, rate: str, percent: Decimal) -> None:
    priced = [PricedLine(net, TaxRule("S", Decimal(rate)))]
    made = calculate(priced, discount_percent=percent)
    (group,) = made.groups
    whole = Discountable(
        made.gross_minor,
        made.gross_minor,
        made.net_minor,
        made.gross_minor,
        [TaxShare("S", Decimal(rate), group.base_minor, group.tax_minor)],
    )
    paid = discount(whole, offered(str(percent), TaxMode.AS_IF_TAKEN), paid_minor=10**12, on=UNTIL)
    # The discount is what the base is below the net, but for one of two halves that are rounded apart.
    assert abs(paid.cash_minor - group.base_minor - group.tax_minor) <= 1
    assert (paid.corrections, paid.settled_minor) == ((), made.gross_minor)
