"""When pages are several invoices: only where another number and more says so."""

from hypothesis import given
from hypothesis import strategies as st

from bursar.core.splitting import MOST_PARTS, PageFacts, parts


def page(
    number: int, name: str | None = None, *, titled: bool = True, counted: int | None = None, total: str | None = "1.00"
) -> PageFacts:
    return PageFacts(page=number, number=name, titled=titled, counted=counted, total=total)


def ranges(*pages: PageFacts) -> list[tuple[int, int, str]]:
    return [(one.first_page, one.last_page, one.number) for one in parts(pages)]


def test_a_title_is_not_needed() -> None:
    found = parts([page(1, "A-1", titled=False), page(2, "A-2", titled=False)])
    assert [one.evidence for one in found] == [("number", "total")] * 2


def test_two_titled_pages_with_numbers_and_totals_of_their_own_are_two() -> None:
    first, second = parts([page(1, "A-1"), page(2, "A-2", total="7.00")])
    assert (first.evidence, second.evidence, second.total) == (("number", "title", "total"),) * 2 + ("7.00",)


def test_a_letter_and_terms_belong_to_the_invoice_beside_them() -> None:
    bare = {"titled": False, "total": None}
    pages = (page(1, **bare), page(2, "A-1"), page(3, **bare), page(4, "A-2"), page(5, **bare))  # type: ignore[arg-type]
    assert ranges(*pages) == [(1, 3, "A-1"), (4, 5, "A-2")]


def test_pages_counted_from_one_again_need_no_total() -> None:
    one = page(1, "A-1", titled=False, counted=1, total=None)
    assert ranges(one, page(2, "A-2", titled=False, counted=1, total=None)) == [(1, 1, "A-1"), (2, 2, "A-2")]


def test_the_total_of_an_invoice_of_two_pages_stands_on_its_last() -> None:
    (first, _) = parts([page(1, "A-1", total="5.00"), page(2, "A-1", total="9.00"), page(3, "B-1")])
    assert (first.last_page, first.total) == (2, "9.00")


def test_what_is_not_clear_is_not_split() -> None:
    assert ranges(page(1, "A-1"), page(2, "A-2", counted=2)) == []  # It says that it goes on.
    assert ranges(page(1, "A-1"), page(2, "A-2", total=None)) == []  # No total of its own.
    assert ranges(page(1, "A-1"), page(2, "B-1"), page(3, "A-1")) == []  # A copy, or a number read wrongly.
    assert ranges(page(1, "A-1"), page(2, "a-1 of 3 March")) == []  # The same number with words behind it.
    assert ranges(page(1), page(2)) == []
    assert ranges() == []


def test_there_is_an_end_to_parts() -> None:
    pages = [page(n, f"A-{n}") for n in range(1, MOST_PARTS + 2)]
    assert ranges(*pages) == []
    assert len(ranges(*pages[:-1])) == MOST_PARTS


@given(st.integers(min_value=1, max_value=30), st.lists(st.booleans(), min_size=30, max_size=30))
def test_a_long_invoice_is_never_split(count: int, numbered: list[bool]) -> None:
    pages = [page(n, "R 2026/1" if numbered[n - 1] else None, counted=n) for n in range(1, count + 1)]
    assert parts(pages) == ()


@given(st.lists(st.tuples(st.sampled_from(["A", "B", "C", None]), st.booleans(), st.booleans()), max_size=12))
def test_parts_cover_all_pages_once(drawn: list[tuple[str | None, bool, bool]]) -> None:
    pages = [
        page(n, name, titled=titled, total="1" if total else None) for n, (name, titled, total) in enumerate(drawn, 1)
    ]
    found = parts(pages)
    covered = [number for one in found for number in range(one.first_page, one.last_page + 1)]
    assert covered in ([], list(range(1, len(pages) + 1)))
