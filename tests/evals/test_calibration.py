from decimal import Decimal
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from bursar.core.confidence import AUTO, MOST_POINTS, TABLE, Group
from bursar.core.extraction import Evidence, Method, Value
from bursar.evals.calibration import PRIOR, fitted, rising
from bursar.evals.scoring import Judged

Fitted: TypeAlias = tuple[tuple[str, str], Judged]
COUNTS = st.integers(1, 50).flatmap(lambda of: st.tuples(st.integers(0, of).map(Decimal), st.just(Decimal(of))))


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_shares_never_fall_and_all_together_stay_as_often_right(observed: list[tuple[Decimal, Decimal]]) -> None:
    shares = [right / of for right, of in rising(observed)]
    assert shares == sorted(shares)
    expected = sum((share * of for share, (_right, of) in zip(shares, observed, strict=True)), Decimal(0))
    assert abs(expected - sum((right for right, _of in observed), Decimal(0))) < Decimal("1e-20")


def test_what_rises_already_stays_as_it_was_observed() -> None:
    observed = [(Decimal(1), Decimal(4)), (Decimal(1), Decimal(2))]
    assert rising(observed) == observed


def values(units: int, *, right: bool, each: int = 3, field: str = "invoice_number") -> list[Fitted]:
    evidence = (Evidence.LABEL, Evidence.FORMAT, Evidence.POSITION)
    value = Value(value="1", raw="1", method=Method.TEXT, evidence=evidence)
    kind = "right" if right else "wrong"
    return [((f"{kind}{unit}", "en"), Judged(field, value, right)) for unit in range(units)] * each


def test_what_was_right_on_many_kinds_of_pages_is_sure_and_on_few_it_is_not() -> None:
    assert fitted(values(300, right=True))[Group.NUMBER][3] >= AUTO
    assert fitted(values(3, right=True, each=500))[Group.NUMBER][3] < AUTO
    assert fitted([*values(290, right=True), *values(10, right=False)])[Group.NUMBER][3] < AUTO


def test_what_nothing_proves_is_never_taken_unseen() -> None:
    fields = [*values(300, right=True), *values(300, right=True, field="order_reference")]
    assert fitted(fields)[Group.REFERENCE][3] < AUTO
    assert all(chances[2] < AUTO for chances in TABLE.values())


def test_a_fitted_table_has_every_group_and_every_number_of_points() -> None:
    table = fitted(values(10, right=False))
    assert set(table) == set(TABLE)
    assert all(len(chances) == MOST_POINTS + 1 and list(chances) == sorted(chances) for chances in table.values())


def test_belief_fills_what_was_not_measured_and_never_contradicts_it() -> None:
    wrong = fitted(values(50, right=False))[Group.NUMBER]
    assert wrong[3] < Decimal("0.06")
    assert wrong[0] == wrong[2] == Decimal("0.05")
    assert wrong[4] == Decimal(PRIOR[Group.NUMBER][4])


def test_unseen_pages_make_less_sure_and_never_surer() -> None:
    believed = fitted(values(300, right=True))[Group.NUMBER]
    borne_out = fitted(values(300, right=True), values(96, right=True))[Group.NUMBER]
    assert borne_out == believed
    wrong_there = fitted(values(300, right=True), [*values(90, right=True), *values(6, right=False)])[Group.NUMBER]
    assert Decimal("0.93") < wrong_there[3] < Decimal("0.95") < AUTO <= believed[3]
    assert wrong_there[4:] == believed[4:]
    assert list(wrong_there) == sorted(wrong_there)
    assert fitted(values(10, right=False), values(96, right=True)) == fitted(values(10, right=False))
