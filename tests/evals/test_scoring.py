from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.extraction import Box, Extraction, Method, Value
from bursar.evals.intervals import Counts, of_clustered_f1, of_f1, wilson
from bursar.evals.places import misplaced
from bursar.evals.rendering.truth import Truth
from bursar.evals.sameness import same
from bursar.evals.scoring import LINES, TAX_GROUPS, Judged, calibration_error, coverage, reliability, score
from bursar.formats.pdf.page import Page, Word


def said(value: str, confidence: str = "0.9", raw: str | None = None, box: Box | None = None) -> Value:
    return Value(
        value=value,
        raw=raw or value,
        method=Method.TEXT,
        confidence=Decimal(confidence),
        page=1 if box else None,
        box=box,
    )


LINE = {"description": "Oak desk", "detail": "colour grey", "quantity": "2", "unit_price": "10.5", "net": "21.00"}
TRUTH = Truth(
    fields={"invoice_number": "2026-01", "gross": "25.20", "seller_tax_id": "GB123456782"},
    lines=[LINE],
    groups=[{"rate": "20", "base": "21.00", "tax": "4.20"}],
    unprinted={"net": "21.00", "due_date": "2026-12-31"},
    also={"invoice_number": ["2026/1"]},
)


def test_what_is_right_wrong_missed_and_merely_true_is_counted_apart() -> None:
    fields = {
        "invoice_number": said("2026/1"),  # Another right answer.
        "gross": said("25.00"),  # Wrong, and what is printed is missed too.
        "net": said("21"),  # True without being printed: costs nothing, earns nothing.
        "due_date": said("2026-12-30"),  # Not printed and not true.
    }
    counts = score("a", Extraction(fields=fields), TRUTH).counts
    assert counts["invoice_number"] == Counts(right=1)
    assert counts["gross"] == Counts(wrong=1, missed=1)
    assert "net" not in counts
    assert counts["due_date"] == Counts(wrong=1)
    assert counts["seller_tax_id"] == Counts(missed=1)


def record(**values: str) -> dict[str, Value]:
    return {name: said(value) for name, value in values.items()}


def test_a_line_is_right_when_net_quantity_price_and_description_are() -> None:
    whole = record(description="Oak desk colour grey", quantity="2.0", unit_price="10.50", net="21.00", tax_rate="20")
    assert score("a", Extraction(lines=(whole,)), TRUTH).counts[LINES] == Counts(right=1)
    other = whole | record(quantity="3")
    counts = score("a", Extraction(lines=(other, record(net="7.00"))), TRUTH).counts
    assert counts[LINES] == Counts(wrong=2, missed=1)
    assert counts["line.net"] == Counts(right=1, wrong=1)
    assert counts["line.quantity"] == Counts(wrong=1, missed=1)
    assert "line.tax_rate" not in counts  # The line does not show it; what was worked out is not judged.


def test_lines_are_matched_by_what_they_say_and_not_by_their_order() -> None:
    lines = [LINE, LINE | {"description": "Bolt M8", "net": "3.00", "quantity": "1", "unit_price": "3"}]
    read = [record(**{name: line[name] for name in ("description", "quantity", "unit_price", "net")}) for line in lines]
    assert score("a", Extraction(lines=tuple(reversed(read))), Truth(lines=lines)).counts[LINES] == Counts(right=2)


def test_a_tax_group_is_right_when_all_that_is_printed_of_it_is() -> None:
    right, wrong = record(rate="20.00", base="21", tax="4.20"), record(rate="20", base="21", tax="4.00")
    assert score("a", Extraction(tax_groups=(right,)), TRUTH).counts[TAX_GROUPS] == Counts(right=1)
    assert score("a", Extraction(tax_groups=(wrong,)), TRUTH).counts[TAX_GROUPS] == Counts(wrong=1, missed=1)
    nothing = record(rate="0", base="5.00", tax="0.00")
    assert TAX_GROUPS not in score("a", Extraction(tax_groups=(nothing,)), Truth()).counts


@pytest.mark.parametrize(
    ("field", "one", "other", "alike"),
    [
        ("gross", "1234.50", "1234.5", True),
        ("gross", "1.234,50", "1234.5", False),
        ("seller_tax_id", "GB 123 4567 82", "123456782", True),
        ("seller_tax_id", "CHE-123.456.789 MWST", "CHE123456789", True),
        ("seller_tax_id", "DE123456789", "DE123456780", False),
        ("seller_name", "ACME  Ltd.", "Acme Ltd", True),
        ("seller_name", "Acme", "Acme Ltd", False),
        ("iban", "GB33 BUKB 2020 1555 5555 55", "GB33BUKB20201555555555", True),
        ("invoice_number", "12 / 3456", "12/3456", True),
        ("invoice_number", "12-3457", "12/3456", False),
        ("payment_terms", "Terms: net 30 days", "Net 30 days", True),
        ("payment_terms", "30 days", "Net 30 days", False),
        ("description", "Oak desk", "Oak desk 160", False),
    ],
)
def test_values_are_the_same_as_people_would_say(field: str, one: str, other: str, *, alike: bool) -> None:
    assert same(field, one, other) is alike


@given(right=st.integers(0, 400), wrong=st.integers(0, 400))
def test_a_share_lies_in_its_interval_and_more_of_the_same_makes_it_narrower(right: int, wrong: int) -> None:
    of = right + wrong
    if not of:
        return
    few, many = wilson(right, of), wilson(right * 10, of * 10)
    assert 0 <= few.low <= right / of <= few.high <= 1
    assert many.high - many.low < few.high - few.low


def test_bunches_make_an_interval_wider_and_the_seed_makes_it_the_same() -> None:
    bunches = [Counts(right=40)] * 9 + [Counts(missed=40)]
    alone, bunched = of_f1(sum(bunches, Counts())), of_clustered_f1(bunches, seed=3)
    assert bunched.low < alone.low
    assert bunched == of_clustered_f1(bunches, seed=3)


def judged(*pairs: tuple[str, bool]) -> list[Judged]:
    return [Judged("gross", said("1", confidence), right) for confidence, right in pairs]


def test_coverage_takes_values_of_one_confidence_together_or_not_at_all() -> None:
    values = judged(*[("0.999", True)] * 200, *[("0.99", True)] * 50, ("0.99", False), ("0.5", False))
    taken = coverage(values, 300)
    assert (taken.threshold, taken.share) == (Decimal("0.99"), 251 / 300)  # 250 of 251 right: 0.996.
    assert (taken.auto, taken.auto_right) == (200, 200)
    assert coverage(judged(("0.9", False)), 1).threshold is None


def test_who_is_as_sure_as_they_are_right_has_no_calibration_error() -> None:
    honest = judged(*[("0.75", True)] * 3, ("0.75", False))
    boastful = judged(*[("0.99", True)] * 1, *[("0.99", False)] * 1)
    assert calibration_error(reliability(honest)) == pytest.approx(0)
    assert calibration_error(reliability(boastful)) == pytest.approx(0.49)
    assert sum(one.values for one in reliability(judged(("0", True), ("1", True), ("0.995", True)))) == 3


PAGE = Page(
    1,
    60000,
    80000,
    (
        Word("Total", Box(1000, 1000, 3000, 2000)),
        Word("1.234,50", Box(4000, 1000, 8000, 2000)),
        Word("€", Box(8200, 1000, 9000, 2000)),
        Word("31.", Box(1000, 3000, 2000, 4000)),
        Word("Dezember", Box(2200, 3000, 6000, 4000)),
        Word("2026", Box(6200, 3000, 8000, 4000)),
    ),
)


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("gross", said("1234.50", raw="1.234,50", box=Box(4000, 1000, 8000, 2000)), 0),
        ("gross", said("1234.50", raw="1.234,50", box=Box(1000, 1000, 3000, 2000)), 1),
        ("gross", said("1243.50", raw="1.234,50", box=Box(4000, 1000, 8000, 2000)), 1),
        ("gross", said("1234.50", raw="1.234,50"), 1),
        ("currency", said("EUR", raw="€", box=Box(8200, 1000, 9000, 2000)), 0),
        ("issue_date", said("2026-12-31", raw="31. Dezember 2026", box=Box(1000, 3000, 8000, 4000)), 0),
        ("issue_date", said("2026-12-13", raw="31. Dezember 2026", box=Box(1000, 3000, 8000, 4000)), 1),
        ("seller_name", said("Dezember", raw="Dezember", box=Box(2200, 3000, 6000, 4000)), 0),
        ("seller_name", said("Acme", raw="Dezember", box=Box(2200, 3000, 6000, 4000)), 1),
    ],
)
def test_a_value_must_follow_from_the_words_at_the_place_it_names(field: str, value: Value, wrong: int) -> None:
    assert len(misplaced(Extraction(fields={field: value}), [PAGE])) == wrong


@pytest.mark.parametrize(("value", "wrong"), [("1.5", 0), ("1.3", 1)])
def test_hours_on_a_clock_follow_from_hours_and_minutes(value: str, wrong: int) -> None:
    page = Page(1, 59500, 84200, (Word("1:30", Box(1000, 1000, 3000, 2000)),))
    line = {"quantity": said(value, raw="1:30", box=Box(1000, 1000, 3000, 2000))}
    assert len(misplaced(Extraction(lines=(line,)), [page])) == wrong


def test_a_due_date_may_follow_from_the_days_at_its_place_and_the_date_of_the_document() -> None:
    days = Box(1000, 5000, 3000, 6000)
    page = Page(
        1,
        60000,
        80000,
        (*PAGE.words, Word("30", Box(1000, 5000, 1800, 6000)), Word("Tage", Box(2000, 5000, 3000, 6000))),
    )
    issued = said("2026-12-31", raw="31. Dezember 2026", box=Box(1000, 3000, 8000, 4000))
    for due, wrong in (("2027-01-30", 0), ("2027-01-31", 1)):
        fields = {"issue_date": issued, "due_date": said(due, raw="30 Tage", box=days)}
        assert len(misplaced(Extraction(fields=fields), [page])) == wrong
