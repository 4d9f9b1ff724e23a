from __future__ import annotations

from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.aging import AgedItem, Basis, Bucket, age, bucket
from tests.core.strategies import dates

TODAY = date(2024, 6, 30)
items = st.lists(
    st.builds(
        AgedItem,
        party_id=st.integers(1, 4).map(lambda number: UUID(int=number)),
        currency=st.sampled_from(["EUR", "JPY", "USD"]),
        open_minor=st.integers(-(10**9), 10**9),
        document_date=st.dates(TODAY - timedelta(days=200), TODAY + timedelta(days=50)),
        due_date=st.dates(TODAY - timedelta(days=200), TODAY + timedelta(days=50)),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, Bucket.NOT_DUE),
        (0, Bucket.NOT_DUE),
        (1, Bucket.D1_30),
        (30, Bucket.D1_30),
        (31, Bucket.D31_60),
        (60, Bucket.D31_60),
        (61, Bucket.D61_90),
        (90, Bucket.D61_90),
        (91, Bucket.OVER_90),
    ],
)
def test_a_bucket_begins_the_day_after_the_one_before_ends(days: int, expected: Bucket) -> None:
    assert bucket(TODAY, TODAY - timedelta(days=days)) is expected


def test_the_basis_chooses_the_date_that_days_are_counted_from() -> None:
    item = AgedItem(UUID(int=1), "EUR", 100, TODAY - timedelta(days=40), TODAY - timedelta(days=10))
    (by_due_date,) = age([item], TODAY).rows
    (by_document_date,) = age([item], TODAY, Basis.DOCUMENT_DATE).rows
    assert by_due_date.buckets[Bucket.D1_30] == 100
    assert by_document_date.buckets[Bucket.D31_60] == 100


def test_currencies_are_never_added_to_one_another() -> None:
    due = TODAY - timedelta(days=1)
    report = age([AgedItem(UUID(int=1), currency, 1, due, due) for currency in ("USD", "EUR", "EUR")], TODAY)
    assert [(row.currency, row.total_minor) for row in report.rows] == [("EUR", 2), ("USD", 1)]
    assert [(total.currency, total.total_minor) for total in report.totals] == [("EUR", 2), ("USD", 1)]


@given(dates, dates, st.integers(0, 400))
def test_an_open_item_never_gets_younger(as_of: date, anchor: date, days: int) -> None:
    order = list(Bucket)
    assert order.index(bucket(as_of, anchor)) <= order.index(bucket(as_of + timedelta(days=days), anchor))


@given(items, st.sampled_from(Basis))
def test_the_buckets_part_the_open_items_and_add_up_to_them(open_items: list[AgedItem], basis: Basis) -> None:
    report = age(open_items, TODAY, basis)
    for total in report.totals:
        assert set(total.buckets) == set(Bucket)
        for name in Bucket:
            expected = [
                item.open_minor
                for item in open_items
                if item.currency == total.currency and bucket(TODAY, item.anchor(basis)) is name
            ]
            rows = [row.buckets[name] for row in report.rows if row.currency == total.currency]
            assert total.buckets[name] == sum(rows) == sum(expected)
        assert total.total_minor == sum(item.open_minor for item in open_items if item.currency == total.currency)
    assert {total.currency for total in report.totals} == {item.currency for item in open_items}


@given(items, st.randoms(use_true_random=False))
def test_the_order_of_the_items_means_nothing(open_items: list[AgedItem], random: Random) -> None:
    shuffled = list(open_items)
    random.shuffle(shuffled)
    assert age(shuffled, TODAY) == age(open_items, TODAY)
