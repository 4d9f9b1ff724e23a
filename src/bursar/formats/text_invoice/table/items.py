"""Lines in rows of numbers: which column is the quantity, the price and the amount is decided by what multiplies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import accumulate, combinations, product
from typing import Final

from bursar.formats.text_invoice.sums.figures import Figure
from bursar.formats.text_invoice.table.columns import Column
from bursar.formats.text_invoice.table.kinds import Kind

ONE: Final = 10_000  # In ten-thousandths.
_LAST_PLACE: Final = (10_000, 1_000, 100, 10, 1)  # By the number of places.
HUNDRED: Final = 100 * ONE
SAMPLE: Final = 16  # So many lines tell what the columns are.
LEADING: Final = 170  # In hundredths of the height: numbers of one line stand no further apart.
UNNAMED: Final = 2
PROVEN: Final = 20  # Points for columns that multiply in all lines.
_VAGUE: Final = frozenset({None, Kind.POSITION, Kind.UNIT, Kind.AMOUNT, Kind.PRICE, Kind.NET, Kind.GROSS})
# What the amounts of lines are called, what is wanted first; a base beside amounts with tax is the amount without.
_NETS: Final = (Kind.NET, Kind.AMOUNT, Kind.GROSS, Kind.BASE)
MAX_IN_WORDS: Final = 6
FACTORS: Final = 2
MAX_CANDIDATES: Final = 4
MAX_UNNAMED: Final = 7  # Columns; prices and quantities stand next to the amounts, at the right.
TWICE: Final = 4
HIGHEST_RATE: Final = 400_000  # Forty percent.
PLACES: Final = 3
_THREE: Final = re.compile(r"-?\d{1,3}[.,]\d{3}")
_THOUSAND: Final = re.compile(r"1[.,'’ ]?000\b|\b(?:mille|millar|tausend|tsd|duizend|thousand)\b")
SUMMED: Final = 10


@dataclass(frozen=True, slots=True)
class Roles:
    """Which column is what, by its place from the left."""

    net: int
    price: int | None = None
    quantity: int | None = None
    discount: int | None = None
    rate: int | None = None
    per: int = 1  # So many are what a price is for, where its heading says so.


@dataclass(slots=True)
class Item:
    """The numbers of one line."""

    net: Figure
    quantity: Figure | None = None
    price: Figure | None = None
    discount: Figure | None = None
    rate: Figure | None = None
    others: list[Figure] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    multiplies: bool = False
    in_words: bool = False  # Quantity and price stand in the description.

    @property
    def strong(self) -> bool:
        """Whether more than an amount is known."""
        return self.price is not None or self.quantity is not None


def multiplies(quantity: Figure, price: Figure, net: Figure, discount: Figure | None = None, unit: int = ONE) -> bool:
    """Tell whether quantity x price, less a discount, is the amount, to what rounding its last place may move."""
    if discount is not None and discount.scaled:
        off = abs(discount.scaled)
        if discount.percent or off < HUNDRED:
            whole = abs(quantity.scaled * price.scaled) * (HUNDRED - off)
            if abs(whole - abs(net.scaled) * unit * HUNDRED) <= _slack(quantity, price, net, unit) * HUNDRED:
                return True
        product = abs(quantity.scaled * price.scaled) - off * unit
        each = abs(quantity.scaled * (abs(price.scaled) - off))
        worth = abs(net.scaled) * unit
        return min(abs(product - worth), abs(each - worth)) <= _slack(quantity, price, net, unit)
    return abs(abs(quantity.scaled * price.scaled) - abs(net.scaled) * unit) <= _slack(quantity, price, net, unit)


def _slack(quantity: Figure, price: Figure, net: Figure, unit: int) -> int:
    """Return what rounding to the printed places may move: half a last place of the amount, and little of the price."""
    of_net = _LAST_PLACE[min(net.places, 4)] * 6 // 10 * unit
    of_price = abs(quantity.scaled) * _LAST_PLACE[min(price.places, 4)] // 2 if price.places >= 2 else 0
    return of_net + min(of_price, abs(net.scaled) * unit // 400)


def items(placed: Mapping[int, Mapping[int, Figure]], roles: Roles) -> list[Item]:
    """Return the lines: each amount with the nearest numbers of the other columns, each of which has it as nearest."""
    found = [
        Item(row[roles.net], rows={index})
        for index, row in placed.items()
        if roles.net in row and not row[roles.net].percent
    ]
    if not found:
        return []
    for place, name in (
        (roles.quantity, "quantity"), (roles.price, "price"), (roles.discount, "discount"), (roles.rate, "rate"),
    ):  # fmt: skip
        if place is not None:
            numbers = [row[place] for row in placed.values() if place in row]
            numbers = [one for one in numbers if not one.percent or name not in {"quantity", "price"}]
            for item, figure in _pairs(found, numbers):
                setattr(item, name, figure)
                item.rows.add(figure.row)
    for item in found:
        item.others = [figure for row in item.rows for figure in placed[row].values()]
        item.multiplies = _adds_up(item, roles.per)
        item.quantity = _in_brackets(item.quantity) if item.net.scaled < 0 else item.quantity
    return found


def _in_brackets(quantity: Figure | None) -> Figure | None:
    """Return a quantity of what is taken back with the minus that its brackets are; its unit stands beside them."""
    if quantity is None or quantity.scaled <= 0 or not quantity.raw.startswith("("):
        return quantity
    return replace(quantity, number=-quantity.number, scaled=-quantity.scaled)


def complete(item: Item, numbers: Sequence[Figure]) -> None:
    """Give a line with nothing but an amount the quantity and the price in its words, if one pair makes the amount."""
    if item.strong:
        return
    plain = [one for one in numbers if one is not item.net and not one.percent and one.scaled][-MAX_IN_WORDS:]
    pairs = [(one, other) for one, other in combinations(plain, 2) if multiplies(one, other, item.net)]
    if len(pairs) == 1:
        one, other = pairs[0]
        item.quantity, item.price = (other, one) if one.money and not other.money else (one, other)
        item.multiplies = item.in_words = True


def complete_from(item: Item, numbers: Sequence[Figure]) -> bool:
    """Give a line with nothing but an amount the quantity and the price that stand in another row by themselves."""
    plain = [one for one in numbers if not one.percent and one.scaled]
    if item.strong or len(plain) != FACTORS or not multiplies(plain[0], plain[1], item.net):
        return False
    first, second = plain
    item.quantity, item.price = (second, first) if first.money and not second.money else (first, second)
    item.rows.add(first.row)
    item.multiplies = True
    return True


def _pairs(found: Sequence[Item], figures: Sequence[Figure]) -> Iterator[tuple[Item, Figure]]:
    """Yield the lines and the numbers that have each other as nearest, no further apart than rows of one line."""
    nearest_of: dict[int, Item] = {}
    start = 0
    for index, figure in enumerate(figures):
        while start < len(found) - 1 and _order(found[start + 1].net) <= _order(figure):
            start += 1
        near = found[start : start + 2]
        nearest_of[index] = min(near, key=lambda item: _apart(item.net, figure))
    taken: dict[int, tuple[int, Figure]] = {}
    for index, figure in enumerate(figures):
        item = nearest_of[index]
        apart = _apart(item.net, figure)
        height = item.net.box.bottom - item.net.box.top
        if apart * 100 <= height * LEADING and apart < taken.get(id(item), (apart + 1, figure))[0]:
            taken[id(item)] = (apart, figure)
    for item in found:
        if id(item) in taken:
            yield item, taken[id(item)][1]


def _order(figure: Figure) -> tuple[int, int]:
    return figure.page, figure.box.top + figure.box.bottom


def _apart(one: Figure, other: Figure) -> int:
    if one.page != other.page:
        return 10_000_000
    return abs((one.box.top + one.box.bottom) - (other.box.top + other.box.bottom)) // 2


def _adds_up(item: Item, per: int) -> bool:
    """Tell whether quantity and price make the amount; a quantity that does so by the other mark is read with that."""
    quantity, price, discount = item.quantity, item.price, item.discount
    if quantity is None or price is None:
        return False
    if multiplies(quantity, price, item.net, discount) or (discount and multiplies(quantity, price, item.net)):
        return True
    if item.rate is not None and 0 < item.rate.scaled < HUNDRED // 2 and _is_gross_price(item):
        return True
    others = [figure for figure in item.others if figure is not quantity]
    units = {figure.scaled for figure in others if figure.places == 0 and ONE < figure.scaled <= 1000 * ONE}
    if any(
        multiplies(quantity, price, item.net, discount, unit)
        for unit in (price.per * ONE, per * ONE, *sorted(units)[:4])
    ):
        return True
    other = _with_the_other_mark(quantity)
    if other is None or not multiplies(other, price, item.net, discount, price.per * ONE):
        return False
    item.quantity = other
    return True


def _with_the_other_mark(figure: Figure) -> Figure | None:
    """Return a number with one mark before three digits as the mark's other meaning: of thousands, or of decimals."""
    if not _THREE.fullmatch(figure.raw):
        return None
    number = figure.number.scaleb(-PLACES) if figure.places == 0 else figure.number.scaleb(PLACES)
    places = PLACES if figure.places == 0 else 0
    whole = number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    return replace(figure, number=whole, places=places, scaled=int(number * ONE))


def _is_gross_price(item: Item) -> bool:
    """Tell whether the price has the tax in it, and the amount has not."""
    if item.quantity is None or item.price is None or item.rate is None:
        return False
    product = abs(item.quantity.scaled * item.price.scaled) // ONE
    return abs(product - abs(item.net.scaled) * (HUNDRED + item.rate.scaled) // HUNDRED) <= 200


def choose_roles(
    columns: Sequence[Column], placed: Mapping[int, Mapping[int, Figure]], targets: Collection[int]
) -> Roles | None:
    """Return what the columns are: the headings' words count, and what multiplies and adds up counts more."""
    filled = sorted({place for row in placed.values() for place in row})
    sample = dict(list(placed.items())[:SAMPLE])
    rate = _of_rates(columns, filled, placed)
    unrated = [place for place in filled if place != rate]
    discounts = [None, *[place for place in filled if columns[place].kinds.get(Kind.DISCOUNT, 0) >= 5][:2]]
    best: tuple[int, Roles] | None = None
    for net, price, quantity, discount in product(
        _amounts(columns, filled),
        [None, *_candidates(columns, unrated, Kind.PRICE)],
        [None, *_candidates(columns, unrated, Kind.QUANTITY)],
        discounts,
    ):
        taken = [place for place in (net, price, quantity, discount, rate) if place is not None]
        if len(taken) > len(set(taken)):
            continue
        roles = Roles(net, price, quantity, discount, rate, _per(columns[price]) if price is not None else 1)
        points = 2 * _points(columns[net], *_NETS) + _proof(sample, roles, targets)
        points += _of(columns, price, Kind.PRICE) + _of(columns, quantity, Kind.QUANTITY)
        if best is None or points > best[0]:
            best = points, roles
    return _proven(columns, sample, best[1]) if best else None


def _proven(columns: Sequence[Column], sample: Mapping[int, Mapping[int, Figure]], roles: Roles) -> Roles:
    """Return the roles without a quantity or a price that neither words nor a product tell."""
    found = items(sample, roles)
    if any(item.multiplies for item in found):
        return _turned(columns, found, roles)
    price = roles.price if _of(columns, roles.price, Kind.PRICE) > UNNAMED else None
    quantity = roles.quantity if _of(columns, roles.quantity, Kind.QUANTITY) > UNNAMED else None
    return replace(roles, price=price, quantity=quantity)


def _per(column: Column) -> int:
    """Return how many a price is for: a thousand or one."""
    return 1_000 if _THOUSAND.search(column.heading.casefold()) else 1


def _turned(columns: Sequence[Column], found: Sequence[Item], roles: Roles) -> Roles:
    """Return the roles with quantity and price the other way round, where only the quantities are written as money."""
    if roles.price is None or roles.quantity is None:
        return roles
    whole = [item for item in found if item.quantity is not None and item.price is not None]
    named = columns[roles.price].best is Kind.PRICE or columns[roles.quantity].best is Kind.QUANTITY
    if named or any(item.price.money or not item.quantity.money for item in whole if item.price and item.quantity):
        return roles
    return replace(roles, price=roles.quantity, quantity=roles.price)


def _candidates(columns: Sequence[Column], filled: Sequence[int], *kinds: Kind) -> list[int]:
    """Return the columns that may be of a kind: those that are named so, or else those that nothing names."""
    named = [place for place in filled if any(columns[place].kinds.get(kind, 0) >= 5 for kind in kinds)]
    vague = [place for place in filled if columns[place].best in _VAGUE]
    return named[:MAX_CANDIDATES] or vague[-MAX_UNNAMED:]


def _amounts(columns: Sequence[Column], filled: Sequence[int]) -> list[int]:
    """Return the columns that may be the amounts of lines: those named so, and those that nothing names."""
    named = _candidates(columns, filled, *_NETS)
    unnamed = [place for place in filled if columns[place].best is None and place not in named]
    return [*named, *reversed(unnamed)][: MAX_CANDIDATES + 1]


def _of_rates(
    columns: Sequence[Column], filled: Iterable[int], placed: Mapping[int, Mapping[int, Figure]]
) -> int | None:
    """Return the column of rates: of those called so, the one with most percentages; amounts of tax are no rates."""
    best: tuple[int, int] | None = None
    for place in filled:
        numbers = [row[place] for row in placed.values() if place in row]
        percents = sum(number.percent for number in numbers)
        plausible = sum(abs(number.scaled) <= HIGHEST_RATE for number in numbers)
        if columns[place].best is Kind.RATE and plausible * 2 > len(numbers):
            best = max(best or (percents, -place), (percents, -place))
    return None if best is None else -best[1]


def _points(column: Column, *kinds: Kind) -> int:
    """Return how well a heading names one of the kinds; the first is what is wanted, the last is next to it."""
    return max(0, *(column.kinds.get(kind, 0) - 2 * index for index, kind in enumerate(kinds)))


def _of(columns: Sequence[Column], place: int | None, kind: Kind) -> int:
    return 0 if place is None else columns[place].kinds.get(kind, 0) or UNNAMED


def _proof(sample: Mapping[int, Mapping[int, Figure]], roles: Roles, targets: Collection[int]) -> int:
    found = items(sample, roles)
    if not found:
        return -100
    proven = sum(item.multiplies for item in found)
    summed = SUMMED if any(total in targets for total in accumulate(item.net.scaled for item in found)) else 0
    complete = sum(item.price is not None and item.quantity is not None for item in found)
    share = PROVEN * proven // max(complete, 1) if complete else 0
    return share + (TWICE if proven > 1 else 0) + summed + (1 if roles.discount is not None and proven else 0)
