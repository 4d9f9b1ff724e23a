"""The entry that books begin with, as laws: it balances in every currency, and ties to its trial balance and items."""

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.opening import (
    CONTROLS,
    OpeningAmountWrong,
    OpeningEmpty,
    OpeningItem,
    OpeningItemsDiffer,
    OpeningRow,
    OpeningUnbalanced,
    opening_lines,
)

AP, AR, CLEARING, BANK, DOLLARS, EQUITY = (UUID(int=number) for number in range(1, 7))
ACCOUNTS = {"accounts_payable": AP, "accounts_receivable": AR, "exchange_clearing": CLEARING}
PARTIES = [UUID(int=number) for number in range(10, 13)]

amounts = st.integers(-10_000, 10_000).filter(bool)
items = st.builds(
    lambda side, party, currency, amount, rate: OpeningItem(
        side, party, currency, amount, amount if currency == "EUR" else amount * rate
    ),
    st.sampled_from(list(CONTROLS)),
    st.sampled_from(PARTIES),
    st.sampled_from(["EUR", "USD", "JPY"]),
    amounts,
    st.integers(1, 3),
)


def rows_behind(found: list[OpeningItem], bank: int, dollars: int) -> list[OpeningRow]:
    """Return a trial balance that the items tie to, whatever they are."""
    owed = -sum(item.base_minor for item in found if item.side == "payable")
    due = sum(item.base_minor for item in found if item.side == "receivable")
    rows = [OpeningRow(AP, owed), OpeningRow(AR, due), OpeningRow(BANK, bank)]
    rows.append(OpeningRow(DOLLARS, 2 * dollars, "USD", dollars))
    return [*rows, OpeningRow(EQUITY, -sum(row.base_minor for row in rows))]


@given(st.lists(items, max_size=8), amounts, amounts)
def test_the_entry_balances_in_each_currency_and_is_the_trial_balance(
    found: list[OpeningItem], bank: int, dollars: int
) -> None:
    rows = rows_behind(found, bank, dollars)
    lines = opening_lines(rows, found, ACCOUNTS, base_currency="EUR")
    by_currency: Counter[str | None] = Counter()
    by_account: Counter[UUID] = Counter()
    by_control: Counter[tuple[UUID, str | None]] = Counter()
    for line in lines:
        by_currency[line.currency] += line.amount_minor
        by_account[line.account_id] += line.base_minor or 0
        by_control[line.account_id, line.currency] += line.amount_minor
        assert line.currency != "EUR" or line.amount_minor == line.base_minor
        assert (line.account_id == AP) == (line.vendor_id is not None)
        assert (line.account_id == AR) == (line.customer_id is not None)
    assert not any(by_currency.values())
    assert {one: total for one, total in by_account.items() if total} == {
        row.account_id: row.base_minor for row in rows if row.base_minor
    }
    for side, (control, sign) in CONTROLS.items():
        for currency in ("EUR", "USD", "JPY"):
            behind = sum(one.amount_minor for one in found if (one.side, one.currency) == (side, currency))
            assert by_control[ACCOUNTS[control], currency] == sign * behind


def test_a_trial_balance_that_does_not_balance_is_refused() -> None:
    with pytest.raises(OpeningUnbalanced) as refused:
        opening_lines([OpeningRow(BANK, 5), OpeningRow(EQUITY, -4)], [], {}, base_currency="EUR")
    assert refused.value.details == {"difference_minor": "1"}


@pytest.mark.parametrize(("side", "account"), [("payable", AP), ("receivable", AR)])
def test_items_that_are_not_the_control_accounts_balance_are_refused(side: str, account: UUID) -> None:
    sign = -1 if side == "payable" else 1
    rows = [OpeningRow(account, sign * 7), OpeningRow(EQUITY, -sign * 7)]
    item = OpeningItem(side, PARTIES[0], "EUR", 7, 7)
    assert opening_lines(rows, [item], ACCOUNTS, base_currency="EUR")
    for wrong in ([], [item, item], [OpeningItem(side, PARTIES[0], "EUR", 6, 6)]):
        with pytest.raises(OpeningItemsDiffer):
            opening_lines(rows, wrong, ACCOUNTS, base_currency="EUR")


def test_an_amount_and_its_base_have_one_sign() -> None:
    for row in (OpeningRow(DOLLARS, 5, "USD", -5), OpeningRow(DOLLARS, 5, "USD", 0), OpeningRow(DOLLARS, 0, "USD", 5)):
        with pytest.raises(OpeningAmountWrong):
            opening_lines([row, OpeningRow(EQUITY, -row.base_minor)], [], ACCOUNTS, base_currency="EUR")
    for amount, base in ((1, -1), (0, 0), (1, 0)):
        item = OpeningItem("payable", PARTIES[0], "USD", amount, base)
        with pytest.raises(OpeningAmountWrong):
            opening_lines([], [item], ACCOUNTS, base_currency="EUR")


def test_items_that_cancel_leave_no_line_and_a_difference_in_base_alone_does() -> None:
    rows = [OpeningRow(BANK, 1), OpeningRow(EQUITY, -1)]
    both = [OpeningItem("payable", PARTIES[0], "EUR", amount, amount) for amount in (5, -5)]
    assert len(opening_lines(rows, both, ACCOUNTS, base_currency="EUR")) == 2
    both = [OpeningItem("payable", PARTIES[0], "USD", 5, 4), OpeningItem("payable", PARTIES[1], "USD", -5, -4)]
    assert len(opening_lines(rows, both, ACCOUNTS, base_currency="EUR")) == 4
    both = [OpeningItem("payable", PARTIES[0], "USD", 5, 4), OpeningItem("receivable", PARTIES[1], "USD", 5, 6)]
    with_difference = [OpeningRow(AP, -4), OpeningRow(AR, 6), OpeningRow(EQUITY, -2)]
    lines = opening_lines(with_difference, both, ACCOUNTS, base_currency="EUR")
    assert [(line.amount_minor, line.base_minor) for line in lines[-2:]] == [(0, -2), (2, 2)]
    both = [OpeningItem("payable", PARTIES[0], "USD", 5, 4), OpeningItem("receivable", PARTIES[1], "USD", 6, 4)]
    with_rest = [OpeningRow(AP, -4), OpeningRow(AR, 4)]
    lines = opening_lines(with_rest, both, ACCOUNTS, base_currency="EUR")
    assert [(line.amount_minor, line.base_minor) for line in lines[2:]] == [(-1, 0)]


def test_there_must_be_something_to_begin_with() -> None:
    with pytest.raises(OpeningEmpty):
        opening_lines([OpeningRow(BANK, 0), OpeningRow(EQUITY, 0)], [], ACCOUNTS, base_currency="EUR")
