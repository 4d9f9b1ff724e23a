"""Tax groups: a rate, what it is taken of and what it makes, found where base x rate = tax.

A row that says all three is a group, whatever its columns are called. A row with a rate and a tax takes its base from
an amount elsewhere that fits. Which of them make up the invoice is decided with the totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from bursar.core.extraction import Evidence, Record
from bursar.formats.text_invoice.sums.figures import Figure, Figures, value_of
from bursar.formats.text_invoice.sums.total_words import Role, role_of

HIGHEST_RATE: Final = 400_000  # In ten-thousandths: 40 percent.
CENT: Final = 100  # In ten-thousandths.
MAX_ROWS: Final = 3_000
MAX_AMOUNTS_OF_A_ROW: Final = 10
MAX_CANDIDATES: Final = 60
MAX_RATES: Final = 5
MAX_OF_A_RATE: Final = 8
MAX_TRIES: Final = 4_000


@dataclass(frozen=True, slots=True)
class Group:
    """One rate with its tax, and with its base where that is printed."""

    rate: Figure
    base: Figure | None
    tax: Figure
    whole: bool  # All of it stands in one row.

    @property
    def key(self) -> tuple[int, int, int]:
        """The three numbers."""
        return self.rate.scaled, self.base.scaled if self.base else 0, self.tax.scaled


def taxed(base: int, rate: int) -> int:
    """Return the tax on a base, all in ten-thousandths and the rate in percent."""
    return base * rate // 1_000_000


def fits(base: int, rate: int, tax: int) -> bool:
    """Tell whether base x rate = tax, to the cent that rounding may move."""
    return abs(base * rate - tax * 1_000_000) <= CENT * 1_000_000


def candidates(figures: Figures) -> tuple[Group, ...]:
    """Return everything in the document that may be a tax group, whole rows first, each group once."""
    rows = range(len(figures.rows))
    looked_at = rows if len(rows) <= MAX_ROWS else [*rows[: MAX_ROWS // 2], *rows[-MAX_ROWS // 2 :]]
    by_worth: dict[int, list[Figure]] = {}
    for index in looked_at:
        for figure in figures.of_row[index]:
            if figure.money:
                by_worth.setdefault(figure.scaled, []).append(figure)
    found: dict[tuple[int, int, int], Group] = {}
    for index in reversed(looked_at):
        for group in _of_row(figures, index, by_worth):
            known = found.get(group.key)
            if known is None or (group.whole and not known.whole):
                found[group.key] = group
        if len(found) >= MAX_CANDIDATES:
            break
    return tuple(sorted(found.values(), key=lambda group: (not group.whole, group.base is None, group.rate.row)))


def _of_row(figures: Figures, index: int, by_worth: Mapping[int, Sequence[Figure]]) -> Iterator[Group]:
    row = figures.of_row[index]
    amounts = [figure for figure in row if not figure.percent][:MAX_AMOUNTS_OF_A_ROW]
    if not amounts:
        return
    rates = [figure for figure in row if figure.percent and 0 <= figure.scaled <= HIGHEST_RATE]
    says_tax = role_of(figures.rows[index].text) in {Role.TAX, Role.BASE, Role.GROSS, Role.NET}
    bare = [one for one in amounts if 0 <= one.scaled <= HIGHEST_RATE and one.places <= 2 and not one.currency]
    whole = list(_whole([*rates, *bare], amounts, figures, says_tax=says_tax))
    yield from whole
    if not whole and rates and says_tax:
        yield from _half(rates, amounts, by_worth)


def _whole(rates: Sequence[Figure], amounts: Sequence[Figure], figures: Figures, *, says_tax: bool) -> Iterator[Group]:
    for rate in rates:
        for base in amounts:
            for tax in amounts:
                if base is tax or rate is base or rate is tax or abs(tax.scaled) > abs(base.scaled):
                    continue
                written = base.money and tax.money if not rate.percent else base.money or tax.money
                if not written or not _agree(base, rate, tax):
                    continue
                named = rate.percent or says_tax or _is_tax(figures, tax) or _is_tax(figures, rate)
                if not named and (len(amounts) > 3 or base.first > tax.first):
                    continue
                if rate.scaled == 0 and not (says_tax or _is_tax(figures, tax)):
                    continue
                yield Group(rate, base, tax, whole=True)


def _agree(base: Figure, rate: Figure, tax: Figure) -> bool:
    if rate.scaled == 0:
        return tax.scaled == 0 and base.scaled != 0
    return tax.scaled != 0 and tax.places >= 1 and fits(base.scaled, rate.scaled, tax.scaled) and base.scaled != 0


def _is_tax(figures: Figures, figure: Figure) -> bool:
    return role_of(figures.above(figure)) is Role.TAX or role_of(figures.beside(figure)) is Role.TAX


def _half(
    rates: Sequence[Figure], amounts: Sequence[Figure], by_worth: Mapping[int, Sequence[Figure]]
) -> Iterator[Group]:
    """Yield groups whose tax stands beside its rate, and whose base is an amount nearby that fits."""
    for rate in rates:
        for tax in amounts:
            if not tax.money:
                continue
            if rate.scaled == 0 or tax.scaled == 0:
                continue
            near = tax.scaled * 1_000_000 // rate.scaled
            spread = CENT * 600_000 // rate.scaled + 1
            bases = list(_between(by_worth, near - spread, near + spread))
            base = min(bases, key=lambda one: abs(one.row - tax.row), default=None)
            yield Group(rate, base, tax, whole=False)


def _between(by_worth: Mapping[int, Sequence[Figure]], least: int, most: int) -> Iterator[Figure]:
    """Yield the amounts that are worth something in a short span; it is walked cent by cent, or amount by amount."""
    cents = range(-(-least // CENT) * CENT, most + 1, CENT)
    worths = cents if len(cents) < len(by_worth) else [worth for worth in by_worth if least <= worth <= most]
    for worth in worths:
        yield from by_worth.get(worth, ())


def subsets(groups: Iterable[Group]) -> Iterator[tuple[Group, ...]]:
    """Yield the ways to take one group of each of some rates, most rates last; tries are bounded."""
    by_rate: dict[int, list[Group]] = {}
    for group in groups:
        of_rate = by_rate.setdefault(group.rate.scaled, [])
        if len(of_rate) < MAX_OF_A_RATE:
            of_rate.append(group)
    kept = sorted(by_rate.values(), key=lambda of_rate: not of_rate[0].whole)[:MAX_RATES]
    choices = [[None, *of_rate] for of_rate in kept]
    for chosen in islice(product(*choices), MAX_TRIES):
        taken = tuple(group for group in chosen if group is not None)
        if taken:
            yield taken


def record_of(group: Group, *evidence: Evidence) -> Record:
    """Return a tax group as values that were read."""
    parts = (("rate", group.rate), ("base", group.base), ("tax", group.tax))
    return {name: value_of(figure, *evidence) for name, figure in parts if figure is not None}


def implied(figures: Figures, net: Figure, tax: Figure) -> Group | None:
    """Return the one group of an invoice that prints only a rate, its net and its tax; the nearest fitting rate."""
    rates = [
        one
        for one in figures.all
        if one.percent and bool(one.scaled) == bool(tax.scaled) and fits(net.scaled, one.scaled, tax.scaled)
    ]
    nearest = min(rates, key=lambda rate: abs(rate.row - tax.row), default=None)
    return Group(nearest, net, tax, whole=False) if nearest else None
