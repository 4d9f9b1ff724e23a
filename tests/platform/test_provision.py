"""Setting a company up: what is there afterwards, and that doing it again changes nothing."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import psycopg

from bursar.core.charts import ChartAccount
from bursar.platform.application import Application
from bursar.platform.provision import demo_company, provision_tenant
from bursar.tables.ledger import CONTROLS
from tests.company import company_named

TODAY = date(2026, 11, 22)


def test_the_demo_company_covers_last_year_this_one_and_the_next_in_its_currency() -> None:
    company = demo_company(TODAY, currency="SEK")
    assert (company.base_currency, company.fiscal_years) == ("SEK", (2025, 2026, 2027))
    assert demo_company(TODAY, fiscal_years=(2015,)).fiscal_years == (2015,)


def test_provisioning_again_finds_what_is_there_and_adds_what_is_missing(
    application: Application, admin_url: str
) -> None:
    company = company_named(application, "Twice Tests")
    first = provision_tenant(admin_url, company)
    assert provision_tenant(admin_url, company) == first
    more = replace(company, accounts=(*company.accounts, ChartAccount("9000", "Added later", "expense")))
    second = provision_tenant(admin_url, more)
    assert second.accounts == {**first.accounts, "9000": second.accounts["9000"]}
    assert set(first.controls) == set(CONTROLS)


def test_periods_are_the_months_of_each_fiscal_year_without_a_gap(application: Application, admin_url: str) -> None:
    company = replace(company_named(application, "Period Tests"), fiscal_years=(2023, 2024))
    ids = provision_tenant(admin_url, company)
    with psycopg.connect(admin_url) as connection:
        rows = connection.execute(
            "SELECT fiscal_year, starts_on, ends_on FROM period WHERE tenant_id = %s ORDER BY starts_on",
            (ids.tenant_id,),
        ).fetchall()
    assert len(rows) == 24
    assert (rows[0][1], rows[13][2], rows[-1][2]) == (date(2023, 1, 1), date(2024, 2, 29), date(2024, 12, 31))
    assert all((after[1] - before[2]).days == 1 for before, after in pairwise(rows))
    assert all(year == start.year for year, start, _ in rows)


# What the first release set up: five controls, nothing said of banks and cash flows.
FIRST_CONTROLS = {"accounts_payable", "input_tax", "reverse_charge_tax", "rounding", "prepayments"}


def test_books_of_an_earlier_release_get_the_accounts_and_controls_that_are_new(
    application: Application, admin_url: str
) -> None:
    company = company_named(application, "Early Tests")
    early = tuple(
        ChartAccount(one.code, one.name, one.type, one.control if one.control in FIRST_CONTROLS else None, None)
        for one in company.accounts
        if one.code not in {"4950", "7050"}
    )
    first = provision_tenant(admin_url, replace(company, accounts=early))
    with psycopg.connect(admin_url) as connection:
        # Somebody has an account of their own for discounts, so nothing is given to the chart's.
        connection.execute(
            "UPDATE ledger_account SET control = 'discount_received' WHERE tenant_id = %s AND code = '4900'",
            (first.tenant_id,),
        )
    second = provision_tenant(admin_url, company)
    assert {code: second.accounts[code] for code in first.accounts} == first.accounts
    assert set(second.controls) == set(CONTROLS)
    assert second.controls["discount_received"] == second.accounts["4900"]
    assert second.controls["accounts_receivable"] == second.accounts["1100"]
    assert provision_tenant(admin_url, company) == second
    with psycopg.connect(admin_url) as connection:
        told = connection.execute(
            "SELECT code FROM ledger_account WHERE tenant_id = %s AND cash_flow IS NULL ORDER BY code",
            (first.tenant_id,),
        ).fetchall()
        banks = connection.execute(
            "SELECT code FROM ledger_account WHERE tenant_id = %s AND is_bank", (first.tenant_id,)
        ).fetchall()
    assert (told, banks) == ([("1000",), ("3900",)], [("1000",)])
