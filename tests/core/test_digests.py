from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.bills import BillKind
from bursar.core.digests import canonical_json, digest_of
from bursar.core.money import Money
from tests.core.strategies import currencies, money

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=5),
    st.dates(),
    st.uuids(),
    st.datetimes(timezones=st.just(UTC)),
    st.decimals(-(10**12), 10**12, places=4),
    currencies.flatmap(money),
)
payloads = st.dictionaries(
    st.text(max_size=5),
    scalars | st.lists(scalars, max_size=3) | st.dictionaries(st.text(max_size=5), scalars, max_size=3),
    max_size=4,
)


def test_every_type_has_one_written_form() -> None:
    payload = {
        "money": Money(Decimal("1.5"), "EUR"),
        "rate": Decimal("1E+2"),
        "price": Decimal("1.50"),
        "day": date(2024, 2, 29),
        "at": datetime(2024, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
        "id": UUID(int=1),
        "kind": BillKind.BILL,
        "lines": ({"b": 1, "a": None}, [True, "ü"]),
    }
    assert canonical_json(payload) == (
        '{"at":"2024-01-01T00:00:00+00:00","day":"2024-02-29","id":"00000000-0000-0000-0000-000000000001",'
        '"kind":"bill","lines":[{"a":null,"b":1},[true,"\\u00fc"]],"money":{"amount":"1.50","currency":"EUR"},'
        '"price":"1.50","rate":"100"}'
    )


@given(payloads)
def test_a_payload_read_back_from_its_own_text_has_the_same_digest(payload: dict[str, object]) -> None:
    digest = digest_of(payload)
    assert len(digest) == 64
    assert digest_of(json.loads(canonical_json(payload))) == digest


@given(payloads)
def test_the_order_of_keys_means_nothing(payload: dict[str, object]) -> None:
    assert digest_of(dict(reversed(payload.items()))) == digest_of(payload)


@given(payloads, st.text())
def test_one_more_key_is_another_payload(payload: dict[str, object], key: str) -> None:
    without = {name: value for name, value in payload.items() if name != key}
    assert digest_of(without) != digest_of({**without, key: None})


@given(currencies.flatmap(money))
def test_equal_money_has_an_equal_digest(amount: Money) -> None:
    same = Money(amount.amount * Decimal("1.000"), amount.currency)
    assert digest_of({"money": same}) == digest_of({"money": amount})


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        [{"deep": 0.0}],
        {1: "a key that is no text"},
        datetime(2024, 1, 1),  # noqa: DTZ001 - an instant without a zone is the point.
        Decimal("NaN"),
        Decimal("Infinity"),
        b"bytes",
        {"a", "set"},
    ],
)
def test_what_has_no_single_written_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        digest_of({"value": value})
