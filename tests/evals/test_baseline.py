import json
from pathlib import Path
from typing import Any

import pytest

from bursar.evals.baseline import BadBaseline, load, regressions, write


def report(**fields: tuple[float, float]) -> dict[str, Any]:
    figures = {name: {"f1": f1, "f1_low": low} for name, (f1, low) in fields.items()}
    return {"parts": {"development": {"fields": figures}}}


def test_worse_than_the_interval_is_a_regression_and_within_it_is_not() -> None:
    before = report(gross=(0.98, 0.96), net=(0.98, 0.96))
    found = regressions(report(gross=(0.95, 0.9), net=(0.965, 0.9)), before)
    assert [str(one) for one in found] == ["development: gross has F1 0.9500; it was 0.9800, at least 0.9600"]


def test_a_field_that_is_not_measured_any_more_is_lost_and_a_new_one_is_not() -> None:
    found = regressions(report(net=(1, 1)), report(gross=(0.98, 0.96)))
    assert [(one.field, one.now) for one in found] == [("gross", 0.0)]


def test_a_part_that_was_left_out_is_not_compared() -> None:
    assert regressions({"parts": {"held_out": {"fields": {}}}}, report(gross=(1, 1))) == []


def test_a_report_is_kept_as_it_is(tmp_path: Path) -> None:
    kept = tmp_path / "there" / "baseline.json"
    write(report(gross=(0.98, 0.96)), kept)
    assert load(kept) == report(gross=(0.98, 0.96))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", json.dumps({"parts": {"a": {"fields": {"net": {}}}}}), '{"parts": 3}']
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text)
    with pytest.raises(BadBaseline):
        load(file)
