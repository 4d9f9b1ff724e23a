"""Setting a company up: what is there afterwards, and that doing it again changes nothing."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import psycopg

from bursar.platform.application import Application
from bursar.platform.provision import STANDARD_CHART, Account, demo_company, provision_tenant
from bursar.tables.ledger import CONTROLS
from tests.company import company_named

TODAY = date(2026, 11, 22)


def test_the_standard_chart_has_every_control_account_once_and_no_code_twice() -> None:
    assert sorted(account.control for account in STANDARD_CHART if account.control) == sorted(CONTROLS)
    assert len({account.code for account in STANDARD_CHART}) == len(STANDARD_CHART) >= 30


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
    more = replace(company, accounts=(*company.accounts, Account("9000", "Added later", "expense")))
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
