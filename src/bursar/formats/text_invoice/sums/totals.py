"""The totals of an invoice, chosen by arithmetic: what adds up is believed, and words only decide between what does.

Every way to read net + tax = gross, or what of it is printed, is a reading. A reading earns points where a printed rate
or the tax groups make its tax, where the lines make its net, where words name its parts, and where it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from bursar.formats.text_invoice.sums.figures import Figure, Figures
from bursar.formats.text_invoice.sums.taxes import CENT, HIGHEST_RATE, Group, fits, subsets
from bursar.formats.text_invoice.sums.total_words import Role, includes_tax, role_of, says_untaxed

MAX_FIGURES: Final = 1_500
MAX_WORTHS: Final = 220
MAX_READINGS: Final = 3_000
MAX_RATES: Final = 12
MAX_EXTRAS: Final = 5
TAX_SHARE: Final = 3  # Tax is at most a third of the gross.
UNNAMED: Final = 3  # Points that a total without a name loses where a larger amount has one.
OF_A_GROUP: Final = 10  # Points that a total loses which is named nowhere but in a row of one tax group of several.
FAR: Final = 8  # Rows; totals stand together.
ADDS_UP, HAS_RATE, HAS_GROUP, HAS_GROUPS, HAS_LINES, HAS_LINES_AND_MORE = 4, 4, 5, 7, 4, 3
NAMED: Final[Mapping[str, Mapping[Role, int]]] = {
    "net": {
        Role.NET: 3, Role.SUBTOTAL: 2, Role.BASE: 1, Role.TOTAL: 1, Role.GROSS: -2, Role.PAYABLE: -2, Role.PREPAID: -3,
        Role.ALLOWANCE: -3, Role.CHARGE: -3, Role.CARRIED: -1, Role.TAX: -1, Role.ROUNDING: -3,
    },
    "tax": {
        Role.TAX: 3, Role.NET: -2, Role.GROSS: -3, Role.PAYABLE: -3, Role.PREPAID: -3, Role.ALLOWANCE: -3,
        Role.CHARGE: -3, Role.BASE: -2, Role.SUBTOTAL: -3, Role.ROUNDING: -3, Role.CARRIED: -3,
    },
    "gross": {
        Role.GROSS: 3, Role.TOTAL: 2, Role.PAYABLE: 2, Role.NET: -2, Role.SUBTOTAL: -1, Role.BASE: -2, Role.TAX: -2,
        Role.PREPAID: -1, Role.ALLOWANCE: -3, Role.CHARGE: -3, Role.CARRIED: -1, Role.ROUNDING: -3,
    },
}  # fmt: skip


@dataclass
class Worth:
    """One amount, all the places where it is printed, and what the words there say that it is."""

    scaled: int
    places: list[tuple[Figure, frozenset[Role]]] = field(default_factory=list)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Everything that it is called."""
        return frozenset().union(*(roles for _, roles in self.places))

    @cached_property
    def last(self) -> Figure:
        """Where it stands last."""
        return self.places[-1][0]

    def points(self, part: str) -> int:
        """Return what the words beside it say for one part of the totals."""
        return self._named[part]

    @cached_property
    def _named(self) -> Mapping[str, int]:
        return {part: max((of_part.get(role, 0) for role in self.roles), default=0) for part, of_part in NAMED.items()}

    def figure(self, part: str, near: int) -> Figure:
        """Return the place where words name it best, the nearest to a row among those."""
        return max(
            self.places,
            key=lambda place: (
                max((NAMED[part].get(role, 0) for role in place[1]), default=0),
                -abs(place[0].row - near),
            ),
        )[0]


@dataclass(frozen=True)
class Reading:
    """One way to read the totals: which amounts they are, and what speaks for it."""

    net: Worth | None
    tax: Worth | None
    gross: Worth
    points: int
    adds_up: bool
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class Book:
    """All that the choice looks at."""

    figures: Figures
    worths: Mapping[int, Worth]
    rates: tuple[int, ...]
    # The bases and the taxes of each way to combine groups, added up; no sum where a base is not printed.
    groups: tuple[tuple[int | None, int, tuple[Group, ...]], ...]
    line_sums: frozenset[int]
    most: int

    @cached_property
    def roundings(self) -> tuple[int, ...]:
        """What is printed as having been rounded."""
        return tuple(
            worth.scaled
            for worth in self.worths.values()
            if Role.ROUNDING in worth.roles and 0 < abs(worth.scaled) < 100 * CENT
        )

    @cached_property
    def extras(self) -> frozenset[int]:
        """What is printed as discounts and charges on the whole invoice may add to its lines."""
        return sums_of_extras(self.worths)

    @cached_property
    def rows_of_groups(self) -> frozenset[int]:
        """The rows of a table of several tax groups: an amount that stands only there is of one of them."""
        rows = {group.tax.row for _, _, taken in self.groups for group in taken if group.whole}
        return frozenset(rows) if len(rows) > 1 else frozenset()

    @cached_property
    def below_named(self) -> frozenset[int]:
        """What is less than an amount that words call the total."""
        named = max((abs(worth.scaled) for worth in self.worths.values() if worth.points("gross") > 1), default=0)
        return frozenset(scaled for scaled in self.worths if abs(scaled) < named)

    def group_of(self, net: int, tax: int) -> tuple[Group, ...]:
        """Return the most groups whose bases make the net and whose taxes make the tax."""
        found = [
            taken
            for base, paid, taken in self.groups
            if abs(paid) == abs(tax) and (base == net or (base is None and tax))
        ]
        return max(found, key=_fullness, default=())


def _fullness(groups: Sequence[Group]) -> tuple[int, int, int]:
    return sum(group.base is not None for group in groups), len(groups), sum(group.whole for group in groups)


def choose_reading(
    figures: Figures, worths: Mapping[int, Worth], groups: Sequence[Group] = (), line_sums: Collection[int] = ()
) -> Reading | None:
    """Return the best reading of the totals; None where the document has no amount that may be one."""
    if not worths:
        return None
    book = Book(
        figures=figures,
        worths=worths,
        rates=_rates(figures),
        groups=tuple(_added_up(taken) for taken in subsets(groups)),
        line_sums=frozenset(line_sums),
        most=max(worths, key=abs),
    )
    best: Reading | None = None
    for tried, reading in enumerate(_readings(book)):
        if best is None or reading.points > best.points:
            best = reading
        if tried >= MAX_READINGS:
            break
    return best


def _added_up(groups: tuple[Group, ...]) -> tuple[int | None, int, tuple[Group, ...]]:
    bases = [group.base.scaled for group in groups if group.base is not None]
    return sum(bases) if len(bases) == len(groups) else None, sum(group.tax.scaled for group in groups), groups


def _rates(figures: Figures) -> tuple[int, ...]:
    """Return the rates that the document prints, those printed most often first."""
    counted: dict[int, int] = {}
    for figure in figures.all:
        if figure.percent and 0 < figure.scaled <= HIGHEST_RATE:
            counted[figure.scaled] = counted.get(figure.scaled, 0) + 1
    return tuple(sorted(counted, key=lambda rate: -counted[rate])[:MAX_RATES])


def worths_of(figures: Figures, of_lines: Collection[int] = ()) -> dict[int, Worth]:
    """Return the amounts of the document that may be totals, each once, those that words name first.

    No words name an amount in the rows of lines.
    """
    every = [figure for figure in figures.all if not figure.percent]
    looked_at = every if len(every) <= MAX_FIGURES else [*every[: MAX_FIGURES // 3], *every[-2 * MAX_FIGURES // 3 :]]
    found: dict[int, Worth] = {}
    for figure in looked_at:
        if not figure.money and (figure.places > 3 or len(figure.raw) > 9 or figure.reach > figure.box.right):
            continue
        roles = frozenset[Role]() if figure.row in of_lines else roles_of(figures, figure)
        if figure.money or roles:
            found.setdefault(figure.scaled, Worth(figure.scaled)).places.append((figure, roles))
    kept = sorted(found.values(), key=lambda worth: (not worth.roles, -worth.last.row))[:MAX_WORTHS]
    return {worth.scaled: worth for worth in kept}


def sums_of_extras(worths: Mapping[int, Worth]) -> frozenset[int]:
    """Return what any of the amounts that are called discounts, which take away, and charges add up to."""
    sums = {0}
    for worth in [one for one in worths.values() if one.roles & {Role.ALLOWANCE, Role.CHARGE}][:MAX_EXTRAS]:
        signed = {worth.scaled} if Role.CHARGE in worth.roles else {abs(worth.scaled), -abs(worth.scaled)}
        sums |= {one + other for one in sums for other in signed}
    return frozenset(sums - {0})


def roles_of(figures: Figures, figure: Figure) -> frozenset[Role]:
    """Return what the words beside an amount and above it say that it is."""
    beside = role_of(figures.near(figure)) or role_of(figures.beside(figure))
    in_table = sum(one.money for one in figures.of_row[figure.row]) > 1
    above = role_of(figures.above(figure)) if in_table or (beside is None and figure.money) else None
    return frozenset(role for role in (beside, above) if role)


def _readings(book: Book) -> Iterator[Reading]:
    worths = list(book.worths.values())
    for gross in worths:
        if gross.scaled == 0:
            continue
        yield _alone(book, gross)
        yield _untaxed(book, gross)
        for tax in worths:
            if not tax.scaled or abs(tax.scaled) * TAX_SHARE > abs(gross.scaled):
                continue
            if gross.scaled - tax.scaled in book.worths or gross.scaled < 0 or tax.points("tax") > 0:
                yield from _taxed(book, gross, tax)
        yield from _without_tax(book, gross)


def _taxed(book: Book, gross: Worth, tax: Worth) -> Iterator[Reading]:
    """Yield net + tax = gross; what is credited may print its tax without its minus."""
    for paid in {tax.scaled, -abs(tax.scaled) if gross.scaled < 0 else tax.scaled}:
        if (paid < 0) != (gross.scaled < 0):
            continue
        net = book.worths.get(gross.scaled - paid)
        if net is not None:
            groups = book.group_of(net.scaled, paid)
            of_tax = _of_tax(book, net.scaled, paid, groups)
            if not of_tax and tax.points("tax") <= 0:
                return  # Any amounts may add up; those of two lines do.
            points = ADDS_UP + of_tax + _of_lines(book, net, gross)
            yield _reading(book, (net, tax, gross), points, adds_up=True, groups=groups)
        elif tax.points("tax") > 0 and (rounded := _before_rounding(book, gross.scaled - paid)) is not None:
            groups = book.group_of(rounded.scaled, paid)
            points = ADDS_UP - 1 + _of_tax(book, rounded.scaled, paid, groups)
            yield _reading(book, (rounded, tax, gross), points, adds_up=True, groups=groups)
        elif tax.points("tax") > 0 and gross.points("gross") > 0:
            groups = book.group_of(gross.scaled - paid, paid)
            groups = groups if all(group.base is not None for group in groups) else ()
            points = _of_tax(book, gross.scaled - paid, paid, groups)
            yield _reading(book, (None, tax, gross), points, adds_up=points > 0, groups=groups)


def _before_rounding(book: Book, rest: int) -> Worth | None:
    """Return the net that a printed rounding takes to what the total leaves for it."""
    return next((net for one in book.roundings if (net := book.worths.get(rest - one))), None)


def _of_tax(book: Book, net: int, tax: int, groups: Sequence[Group]) -> int:
    if groups:
        return HAS_GROUPS if len(groups) > 1 else HAS_GROUP
    return HAS_RATE if any(fits(net, rate, tax) for rate in book.rates) else 0


def _of_lines(book: Book, net: Worth, gross: Worth) -> int:
    """Return the points for lines that make the net: alone, with an allowance or a charge, or as gross amounts."""
    if net.scaled in book.line_sums:
        return HAS_LINES
    if any(net.scaled - one in book.extras for one in book.line_sums):
        return HAS_LINES_AND_MORE
    return HAS_LINES // 2 if gross.scaled in book.line_sums else 0


def _untaxed(book: Book, gross: Worth) -> Reading:
    """Return the reading in which the net is the gross, because nothing is taxed."""
    zero = book.worths.get(0)
    nothing = zero if zero is not None and Role.TAX in zero.roles else None
    groups = book.group_of(gross.scaled, 0)
    silent = gross.scaled in book.line_sums and not book.rates and _is_untaxed(book, gross)
    says_so = nothing is not None or bool(groups) or silent
    points = (3 if nothing else 0) + (2 if groups else 0) + (2 if gross.scaled in book.line_sums else 0)
    if not says_so:
        return _reading(book, (None, None, gross), 0, adds_up=False, groups=())
    return _reading(book, (gross, nothing, gross), points + (3 if silent else 1), adds_up=True, groups=groups)


def _is_untaxed(book: Book, gross: Worth) -> bool:
    """Tell whether no tax is charged: the document says so, or no word says that tax is in the total."""
    if not any(includes_tax(book.figures.beside(figure)) for figure, _ in gross.places):
        return True
    return any(says_untaxed(row.text) for row in book.figures.rows[-MAX_FIGURES:])


def _without_tax(book: Book, gross: Worth) -> Iterator[Reading]:
    """Yield readings whose tax is not printed as one amount: groups add up to it, or a rate makes it."""
    for base, paid, groups in book.groups:
        net = book.worths.get(gross.scaled - paid)
        if not paid or len(groups) < 2 or (base is not None and base + paid != gross.scaled):
            continue
        if base is not None or (net is not None and net.points("net") > 0):
            points = HAS_GROUPS + ADDS_UP + (HAS_LINES_AND_MORE if gross.scaled in book.line_sums else 0)
            yield _reading(book, (net, book.worths.get(paid), gross), points, adds_up=True, groups=groups)
    if gross.points("gross") <= 0:
        return
    for rate in book.rates:
        near = gross.scaled * 1_000_000 // (1_000_000 + rate) // CENT * CENT
        for cents in (near - CENT, near, near + CENT):
            net = book.worths.get(cents)
            if net and net.points("net") > 0 and fits(net.scaled, rate, gross.scaled - net.scaled):
                yield _reading(book, (net, None, gross), HAS_RATE - 1, adds_up=True, groups=())


def _alone(book: Book, gross: Worth) -> Reading:
    return _reading(book, (None, None, gross), 2 if gross.scaled in book.line_sums else 0, adds_up=False, groups=())


def _reading(
    book: Book,
    parts: tuple[Worth | None, Worth | None, Worth],
    points: int,
    *,
    adds_up: bool,
    groups: tuple[Group, ...],
) -> Reading:
    """Return a reading with the points for words and place added."""
    net, tax, gross = parts
    row = gross.last.row
    for worth, part in ((net, "net"), (tax, "tax"), (gross, "gross")):
        if worth is not None:
            points += worth.points(part)
            points += 1 if worth is not gross and abs(worth.last.row - row) <= FAR else 0
    if gross.points("gross") <= 0 and gross.scaled in book.below_named:
        points -= UNNAMED
    # An amount without a name, such as the only line of its rate, is no other place to stand.
    named = [figure for figure, roles in gross.places if roles] or [figure for figure, _ in gross.places]
    if all(figure.row in book.rows_of_groups for figure in named):
        points -= OF_A_GROUP
    points += 2 * row // max(len(book.figures.rows), 1) + (1 if gross.scaled == book.most else 0)
    return Reading(net, tax, gross, points, adds_up, groups)
