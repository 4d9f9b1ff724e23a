"""Dimensions on journal lines: what a rule says is what is refused, and nothing else is."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.dimensions import (
    COST_CENTRE,
    PROJECT,
    DimensionCombinationInvalid,
    DimensionRequired,
    DimensionRules,
    DimensionUnknown,
    DimensionValue,
    check_lines,
)
from bursar.core.errors import Refused
from bursar.core.posting import PostingLine

RENT, SALES, CENTRE, OTHER, PROJ = (UUID(int=number) for number in range(1, 6))
VALUES = {
    CENTRE: DimensionValue(COST_CENTRE),
    OTHER: DimensionValue(COST_CENTRE, valid_from=date(2026, 2, 1), valid_to=date(2026, 2, 28)),
    PROJ: DimensionValue(PROJECT),
}


def line(account: UUID = RENT, cost_centre: UUID | None = None, project: UUID | None = None) -> PostingLine:
    return PostingLine(account, 1, "x", cost_centre_id=cost_centre, project_id=project)


def refused(*lines: PostingLine, rules: DimensionRules | None = None, on: date | None = None) -> tuple[str, str] | None:
    try:
        check_lines(lines, VALUES, rules or DimensionRules(), on=on)
    except Refused as error:
        return error.code, str(error.pointer)
    return None


def test_a_value_must_be_there_and_be_of_the_dimension_it_is_carried_as() -> None:
    assert refused(line(), line(cost_centre=CENTRE, project=PROJ)) is None
    assert refused(line(), line(cost_centre=UUID(int=9))) == (DimensionUnknown.code, "/lines/1/cost_centre_id")
    assert refused(line(cost_centre=PROJ)) == (DimensionUnknown.code, "/lines/0/cost_centre_id")
    assert refused(line(project=CENTRE)) == (DimensionUnknown.code, "/lines/0/project_id")
    with pytest.raises(DimensionUnknown):
        check_lines([line(project=PROJ)], {PROJ: DimensionValue(PROJECT, active=False)}, DimensionRules())


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_value_is_used_on_the_days_it_is_valid_alone(on: date) -> None:
    wrong = (DimensionUnknown.code, "/lines/0/cost_centre_id")
    assert refused(line(cost_centre=OTHER), on=on) == (None if on.month == 2 else wrong)
    assert refused(line(cost_centre=CENTRE), on=on) is None
    assert refused(line(cost_centre=OTHER)) is None


def test_an_account_requires_or_forbids_a_dimension_of_its_own_lines_alone() -> None:
    rules = DimensionRules(required=frozenset({(RENT, COST_CENTRE)}), forbidden=frozenset({(RENT, PROJECT)}))
    assert refused(line(SALES), rules=rules) is None
    assert refused(line(SALES, project=PROJ), line(cost_centre=CENTRE), rules=rules) is None
    assert refused(line(), rules=rules) == (DimensionRequired.code, "/lines/0/cost_centre_id")
    both = line(cost_centre=CENTRE, project=PROJ)
    assert refused(both, rules=rules) == (DimensionCombinationInvalid.code, "/lines/0/project_id")


def test_a_project_that_is_given_to_cost_centres_goes_with_no_other() -> None:
    rules = DimensionRules(cost_centres_of={PROJ: frozenset({CENTRE})})
    assert refused(line(cost_centre=CENTRE, project=PROJ), line(project=PROJ), rules=rules) is None
    wrong = refused(line(cost_centre=OTHER, project=PROJ), rules=rules)
    assert wrong == (DimensionCombinationInvalid.code, "/lines/0/project_id")
