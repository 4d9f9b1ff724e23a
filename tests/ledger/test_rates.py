"""Exchange rates: recorded with a source, superseded and never changed, found for a day or missing, never 1.0."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import psycopg
import pytest

from bursar.core.exchange import Rate
from bursar.ledger.rates.actions import record_rates
from bursar.ledger.rates.queries import OLDEST_RATE_DAYS, RateMissing, rate_at
from bursar.ledger.rates.schemas import NewRate, RecordRates
from bursar.platform.application import Application
from bursar.platform.work import Work
from tests.books import Books, acting, problem, undone
from tests.company import SignedIn

DAY = date(2031, 5, 14)


def rate(**changes: Any) -> dict[str, Any]:
    """Return a rate as it is sent."""
    return {"from_currency": "EUR", "to_currency": "USD", "rate": "1.0921", "valid_on": "2031-05-14", **changes}


async def record(books: Books, *rates: Mapping[str, Any], source: str = "ECB") -> Any:
    answer = await books.send("POST", "/exchange-rates", books.company.clerk, {"source": source, "rates": list(rates)})
    assert answer.status_code == 201, answer.text
    return answer.json()["items"]


async def note(work: Work, value: str, *, on: date = DAY, pair: str = "EURUSD", **changes: Any) -> None:
    """Record a rate within a work that will be undone."""
    one = NewRate(from_currency=pair[:3], to_currency=pair[3:], rate=Decimal(value), valid_on=on, **changes)
    await record_rates(work, RecordRates(source="test", rates=(one,)))


async def test_rates_are_recorded_with_their_source_and_listed_latest_first(books: Books) -> None:
    made = await record(
        books,
        rate(to_currency="SEK", rate="11.0450", valid_on="2032-01-05"),
        rate(to_currency="SEK", rate="0.00000125", valid_on="2032-01-07", rate_type="closing"),
    )
    assert [one["rate"] for one in made] == ["11.0450", "0.00000125"]
    assert {one["source"] for one in made} == {"ECB"}
    corrected = (await record(books, rate(to_currency="SEK", rate="11.05", valid_on="2032-01-05"), source="Bank"))[0]
    query = "/exchange-rates?to_currency=SEK&from_currency=EUR&valid_from=2032-01-01&valid_to=2032-01-31"
    found, page = [], await books.get(f"{query}&limit=1")
    while True:
        found += page["items"]
        if page["next_cursor"] is None:
            break
        page = await books.get(f"{query}&limit=1&cursor={page['next_cursor']}")
    assert found == [made[1], corrected, made[0]]
    assert (await books.get(f"{query}&rate_type=closing"))["items"] == [made[1]]


async def test_a_forged_cursor_is_refused(books: Books) -> None:
    path = "/exchange-rates?cursor=WyJ4IiwieSJd"
    assert problem(await books.send("GET", path, books.company.viewer)) == (422, "bad_cursor")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rate": "0"}, "invalid_request"),
        ({"rate": "-1"}, "invalid_request"),
        ({"rate": 1.09}, "invalid_request"),
        ({"rate": "NaN"}, "invalid_request"),
        ({"rate": "2000000000000"}, "invalid_request"),
        ({"to_currency": "usd"}, "invalid_request"),
        ({"to_currency": "XXX"}, "unknown_currency"),
        ({"to_currency": "EUR", "rate": "1"}, "exchange_rate_same_currency"),
        ({"rate_type": "mine"}, "invalid_request"),
        ({"valid_on": "2031-02-30"}, "invalid_request"),
        ({"colour": "red"}, "invalid_request"),
    ],
)
async def test_a_wrong_rate_is_refused_and_the_right_ones_beside_it_are_not_kept(
    books: Books, changes: dict[str, Any], code: str
) -> None:
    good = rate(to_currency="ISK", rate="150.1")
    body = {"source": "ECB", "rates": [good, rate(**changes)]}
    answer = await books.send("POST", "/exchange-rates", books.company.clerk, body)
    assert problem(answer) == (422, code)
    assert (await books.get("/exchange-rates?to_currency=ISK"))["items"] == []


async def test_the_same_rate_twice_in_one_request_is_refused(books: Books) -> None:
    body = {"source": "ECB", "rates": [rate(rate="1.1"), rate(rate="1.2")]}
    answer = await books.send("POST", "/exchange-rates", books.company.clerk, body)
    assert problem(answer) == (422, "exchange_rate_twice")
    for empty in ({"source": "ECB", "rates": []}, {"source": " ", "rates": [rate()]}):
        answer = await books.send("POST", "/exchange-rates", books.company.clerk, empty)
        assert problem(answer) == (422, "invalid_request")


async def test_viewers_record_no_rates(books: Books) -> None:
    for member in (books.company.viewer, books.company.approver):
        answer = await books.send("POST", "/exchange-rates", member, {"source": "ECB", "rates": [rate()]})
        assert problem(answer) == (403, "forbidden")


async def test_a_rate_counts_on_its_day_and_a_week_after_and_then_it_is_missing(
    application: Application, books: Books
) -> None:
    async with undone(application, books.company.clerk) as work:
        await note(work, "1.0921")
        for days in (0, 1, OLDEST_RATE_DAYS):
            found = await rate_at(work, "EUR", "USD", DAY + timedelta(days=days))
            assert found == Rate("EUR", "USD", Decimal("1.0921"))
        for days in (-1, OLDEST_RATE_DAYS + 1):
            with pytest.raises(RateMissing) as refused:
                await rate_at(work, "EUR", "USD", DAY + timedelta(days=days))
            assert (refused.value.code, refused.value.status) == ("exchange_rate_missing", 422)


async def test_of_two_days_the_later_counts_and_of_one_day_the_later_recording(
    application: Application, books: Books
) -> None:
    async with undone(application, books.company.clerk) as work:
        first = datetime(2031, 5, 14, 16, tzinfo=UTC)
        at = [acting(work, books.company.clerk, first + timedelta(hours=hours)) for hours in range(4)]
        await note(at[0], "1.10")
        await note(at[1], "1.20")
        await note(at[2], "1.00", on=DAY - timedelta(days=1))
        await note(at[3], "0.80", pair="USDEUR")  # The opposite direction, recorded last of all.
        expected = {0: "1.10", 1: "1.20", 2: "1.20", 3: "1.25"}
        for hours, value in expected.items():
            known_at = first + timedelta(hours=hours, minutes=30)
            assert (await rate_at(work, "EUR", "USD", DAY, known_at=known_at)).value == Decimal(value)
        assert (await rate_at(work, "EUR", "USD", DAY)).value == Decimal("1.25")
        with pytest.raises(RateMissing):
            await rate_at(work, "EUR", "USD", DAY, known_at=first - timedelta(minutes=1))
        before = await rate_at(work, "EUR", "USD", DAY - timedelta(days=1))
        assert before.value == Decimal("1.00")


async def test_a_rate_is_found_in_either_direction_and_never_through_a_third_currency(
    application: Application, books: Books
) -> None:
    async with undone(application, books.company.clerk) as work:
        await note(work, "1.25")
        await note(work, "160", pair="EURJPY")
        assert await rate_at(work, "USD", "EUR", DAY) == Rate("USD", "EUR", Decimal("0.8"))
        with pytest.raises(RateMissing):
            await rate_at(work, "USD", "JPY", DAY)
        # Recorded both ways at one instant, each direction is as it was recorded.
        await note(work, "0.79", pair="USDEUR")
        assert (await rate_at(work, "USD", "EUR", DAY)).value == Decimal("0.79")
        assert (await rate_at(work, "EUR", "USD", DAY)).value == Decimal("1.25")


async def test_a_type_stands_for_no_other(application: Application, books: Books) -> None:
    async with undone(application, books.company.clerk) as work:
        await note(work, "1.25", rate_type="closing")
        assert (await rate_at(work, "EUR", "USD", DAY, "closing")).value == Decimal("1.25")
        for other in ("spot", "average"):
            with pytest.raises(RateMissing):
                await rate_at(work, "EUR", "USD", DAY, other)


async def test_a_currency_is_worth_itself_without_a_recording(application: Application, books: Books) -> None:
    async with undone(application, books.company.viewer) as work:
        assert await rate_at(work, "EUR", "EUR", DAY) == Rate.identity("EUR")


async def test_another_tenants_rates_are_not_there(
    application: Application, books: Books, other_tenant: SignedIn
) -> None:
    theirs = Books(books.client, other_tenant)
    await record(theirs, rate(to_currency="NOK", rate="11.7"))
    assert (await books.get("/exchange-rates?to_currency=NOK"))["items"] == []
    async with undone(application, books.company.viewer) as work:
        with pytest.raises(RateMissing):
            await rate_at(work, "EUR", "NOK", DAY)


async def test_the_same_request_twice_records_once(books: Books) -> None:
    body = {"source": "ECB", "rates": [rate(to_currency="DKK", rate="7.46")]}
    sent = [
        books.send("POST", "/exchange-rates", books.company.clerk, body, Idempotency_Key="rates-1") for _ in range(3)
    ]
    answers = await asyncio.gather(*sent)
    assert [one.status_code for one in answers] == [201] * 3
    assert len((await books.get("/exchange-rates?to_currency=DKK"))["items"]) == 1


@pytest.mark.parametrize("statement", ["UPDATE exchange_rate SET rate = 2", "DELETE FROM exchange_rate"])
def test_a_recorded_rate_is_never_changed_by_any_role(admin_url: str, statement: str) -> None:
    with psycopg.connect(admin_url) as connection:
        connection.execute(
            "INSERT INTO exchange_rate VALUES (gen_random_uuid(), gen_random_uuid(), 'EUR', 'USD', 'spot',"
            " '2031-05-14', 1.1, 'test', now(), gen_random_uuid())"
        )
        with pytest.raises(psycopg.errors.Error, match=r"append|change"):
            connection.execute(statement)
