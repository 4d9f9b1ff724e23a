"""What settles what: laws of pairing, and what is refused."""

import itertools
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.exchange import OpenPart
from bursar.core.settling import (
    Adjusted,
    NothingSettled,
    Settled,
    SettledAboveOpen,
    SettledTwice,
    SettlementUnbalanced,
    match,
    undone_by,
)


def settled(number: int, open_minor: int, amount: int, *adjusted: int, base: int | None = None) -> Settled:
    parts = [Adjusted(UUID(int=number * 100 + index), one) for index, one in enumerate(adjusted, start=1)]
    return Settled(UUID(int=number), OpenPart(open_minor, open_minor if base is None else base), amount, parts)


parts = st.lists(
    st.tuples(st.integers(1, 10**9), st.integers(1, 10**9)).map(lambda both: (max(both), min(both))),
    min_size=1,
    max_size=6,
)


@given(parts, st.integers(1, 10**6), st.data())
def test_every_item_gives_up_what_it_says_and_what_is_settled_whole_keeps_no_base(
    asking: list[tuple[int, int]], rate: int, data: st.DataObject
) -> None:
    total = sum(amount for _, amount in asking)
    cuts = sorted(data.draw(st.lists(st.integers(1, max(1, total - 1)), max_size=4, unique=True)))
    edges = [0, *[cut for cut in cuts if cut < total], total]
    brought = [end - start for start, end in itertools.pairwise(edges)]
    items = [
        settled(number, opened, amount, base=opened * rate // 1000)
        for number, (opened, amount) in enumerate(asking, start=1)
    ]
    items += [settled(number, -amount, amount, base=-amount * 3) for number, amount in enumerate(brought, start=50)]
    matches = match(items)
    for item in items:
        mine = [one for one in matches if item.item_id in {one.asking_id, one.bringing_id}]
        assert sum(one.amount_minor for one in mine) == item.amount_minor
        base = sum(one.asking_base_minor if item.asks else one.bringing_base_minor for one in mine)
        assert 0 <= base <= abs(item.open.base_open_minor)
        if item.amount_minor == abs(item.open.open_minor):
            assert base == abs(item.open.base_open_minor)
    assert len(matches) < len(items)
    assert all(one.amount_minor > 0 for one in matches)
    assert sum(one.difference_minor for one in matches) == sum(one.bringing_base_minor for one in matches) - sum(
        one.asking_base_minor for one in matches
    )


def test_an_adjustment_settles_at_the_items_own_value_and_makes_no_difference() -> None:
    first, second = match([settled(1, 1000, 1000, 20, base=900), settled(2, -980, 980, base=-931)])
    assert (first.asking_id, first.bringing_id) == (UUID(int=1), UUID(int=101))
    assert (first.amount_minor, first.asking_base_minor, first.bringing_base_minor) == (20, 18, 18)
    assert (second.amount_minor, second.difference_minor) == (980, 931 - 882)


def test_what_brings_money_is_adjusted_the_other_way_round() -> None:
    (only,) = match([settled(1, -5, 5, 5)])
    assert (only.asking_id, only.bringing_id) == (UUID(int=101), UUID(int=1))


@pytest.mark.parametrize(
    ("items", "error", "pointer"),
    [
        ([], NothingSettled, "/items"),
        ([settled(1, 100, 50), settled(1, 100, 50), settled(2, -100, 100)], SettledTwice, "/items"),
        ([settled(1, 100, 0)], NothingSettled, "/items/0/amount"),
        ([settled(1, 100, 101)], SettledAboveOpen, "/items/0/amount"),
        ([settled(1, 100, 100), settled(2, -100, 101)], SettledAboveOpen, "/items/1/amount"),
        ([settled(1, 100, 10, 11)], SettlementUnbalanced, "/items/0/amount"),
        ([settled(1, 100, 100), settled(2, -100, 99)], SettlementUnbalanced, None),
    ],
)
def test_what_does_not_add_up_is_refused(
    items: list[Settled], error: type[NothingSettled], pointer: str | None
) -> None:
    with pytest.raises(error) as refused:
        match(items)
    assert refused.value.pointer == pointer


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.sampled_from([1, -1]))
def test_what_undoes_an_item_takes_it_whole_and_realises_nothing(amount: int, base: int, sign: int) -> None:
    one = undone_by(UUID(int=1), sign * amount, sign * base, UUID(int=2))
    assert (one.amount_minor, one.asking_base_minor, one.difference_minor) == (amount, base, 0)
    assert (one.asking_id == UUID(int=1)) == (sign > 0)
    assert {one.asking_id, one.bringing_id} == {UUID(int=1), UUID(int=2)}
