import pytest

from tests.bench.run import arguments, bench


@pytest.mark.slow
def test_requests_keep_their_budget_of_statements_and_the_books_are_right_after_every_workload() -> None:
    small = ["--rounds", "1", "--seconds", "0.3", "--bills", "500", "--documents", "10", "--clients", "4",
             "--items", "300", "600", "--repeats", "2"]  # fmt: skip
    figures, wrong = bench(arguments(small), durable=False, pinned=False)
    assert wrong == []
    assert {one.workload for one in figures} == {"W1", "W2", "list", "W3", "W7"}
    counts = {one.what: one.value for one in figures if "statements" in one.what}
    assert set(counts) == {f"SQL statements, {kind}" for kind in ("create", "approve", "pay", "list")}
    assert all(0 < count <= 8 for count in counts.values()), counts
