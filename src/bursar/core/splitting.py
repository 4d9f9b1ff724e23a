"""Decide whether pages hold several invoices, and which pages belong to each.

An invoice is cut in two by a mistake more easily than two are booked as one, so a page begins another invoice only
where its head carries another number and more says so than the number: a total of its own, or pages that are counted
from one again. What has no number of its own, a letter or terms, belongs to the invoice before it, or to the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MOST_PARTS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What one page says of itself: its number from 1, the invoice's number in its head, and how it counts pages.

    `titled` says that its head calls it an invoice; `total` is a total that stands on it.
    """

    page: int
    number: str | None = None
    titled: bool = False
    counted: int | None = None
    total: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Pages that are one invoice: the first and the last, the number in its head, its total, and what speaks for it."""

    first_page: int
    last_page: int
    number: str
    total: str | None
    evidence: tuple[str, ...]


def parts(pages: Sequence[PageFacts]) -> tuple[Part, ...]:
    """Return the invoices that the pages are, in order; nothing where they are one, or where it is not clear."""
    found = tuple(_part(run) for run in _runs(pages))
    keys = {_key(part.number) for part in found}
    clear = all("total" in part.evidence or "page_one" in part.evidence for part in found)
    if not 1 < len(found) <= MOST_PARTS or len(keys) < len(found) or not clear:
        return ()
    return found


def _runs(pages: Sequence[PageFacts]) -> Iterator[list[PageFacts]]:
    """Yield the pages of each number; those without one go with the pages before them, or with the first number."""
    run: list[PageFacts] = []
    number: str | None = None
    for page in pages:
        if page.number is not None and number is not None and _begins(page, number):
            yield run
            run = []
        if page.number is not None and (number is None or not run):
            number = page.number
        run.append(page)
    if number is not None:
        yield run


def _begins(page: PageFacts, number: str) -> bool:
    goes_on = page.counted is not None and page.counted > 1
    return page.number is not None and not _same(page.number, number) and not goes_on


def _same(one: str, other: str) -> bool:
    """Tell whether two numbers are one, of which one may have been read with words that follow it."""
    ones, others = [_key(word) for word in one.split()], [_key(word) for word in other.split()]
    shorter = min(len(ones), len(others))
    return _key(one) == _key(other) or ones[:shorter] == others[:shorter]


def _part(run: Sequence[PageFacts]) -> Part:
    head = next(page for page in run if page.number is not None)
    totals = [page.total for page in run if page.total is not None]
    evidence = ["number"]
    evidence += ["title"] if head.titled else []
    evidence += ["page_one"] if head.counted == 1 else []
    evidence += ["total"] if totals else []
    return Part(
        first_page=run[0].page,
        last_page=run[-1].page,
        number=head.number or "",
        total=totals[-1] if totals else None,
        evidence=tuple(evidence),
    )


def _key(number: str) -> str:
    return "".join(character for character in number.casefold() if character.isalnum())
