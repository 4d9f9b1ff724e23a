"""Charts of accounts to start from: complete, and without a code or a control twice."""

import pytest

from bursar.core.charts import TEMPLATES
from bursar.tables.ledger import ACCOUNT_TYPES, CASH_FLOWS, CONTROLS

# What books begun with the first release have: an account is found again by its code.
FIRST = (
    "1000 1100 1200 1300 1400 1500 1590 1600 2000 2100 2200 2210 2300 2400 3000 3100 4000 4100 4900 5000 5100 6000 6100"
    " 6200 6300 6400 6500 6600 6700 6800 6850 6900 6950 6990 7000 7100"
)
NOT_PROFIT = {
    "accounts_payable", "accounts_receivable", "input_tax", "output_tax", "reverse_charge_tax", "prepayments",
    "exchange_revaluation", "exchange_clearing", "withholding_payable", "withholding_receivable", "retained_earnings",
    "opening_balances",
}  # fmt: skip


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_chart_has_every_control_once_and_no_code_twice(name: str) -> None:
    chart = TEMPLATES[name]
    assert sorted(one.control for one in chart if one.control) == sorted(CONTROLS)
    assert len({one.code for one in chart}) == len({one.name for one in chart}) == len(chart) >= 30
    assert [one.code for one in chart] == sorted(one.code for one in chart)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_account_has_its_place_in_the_statements(name: str) -> None:
    chart = TEMPLATES[name]
    assert {one.type for one in chart} == set(ACCOUNT_TYPES)
    assert {one.cash_flow for one in chart} == {*CASH_FLOWS, None}
    assert all(one.is_bank or one.control == "opening_balances" for one in chart if one.cash_flow is None)
    assert all(one.type == "asset" and one.cash_flow is None for one in chart if one.is_bank)
    for one in chart:
        if one.control:
            assert (one.type in {"income", "expense"}) == (one.control not in NOT_PROFIT), one


def test_codes_of_the_first_release_are_there_still() -> None:
    assert set(FIRST.split()) <= {one.code for one in TEMPLATES["ifrs"]}
