"""One kind of sender: what it charges, how it numbers its documents, and the page that it prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Final, TypeAlias

from bursar.evals.rendering.desks.words import FIRMS, GOODS, of_desk
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Facts, Group, cents
from bursar.evals.rendering.fresh.parts import Figures
from bursar.evals.rendering.invention import invented
from bursar.evals.rendering.layouts import Hand, true_anyway
from bursar.evals.rendering.trades.stock import Shelf, stocked
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary

Page: TypeAlias = Callable[[Draft], None]

# As programs write dates, and as letters and the programs of subscriptions do.
SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "GB": ("d/m/Y", "d/m/Y", "d/m/y"), "IE": ("d/m/Y",), "US": ("m/d/Y",),
    "DE": ("d.m.Y",), "AT": ("d.m.Y",), "CH": ("d.m.Y",), "FR": ("d/m/Y", "d/m/Y", "d.m.Y"),
    "BE": ("d/m/Y", "d-m-Y"), "ES": ("d/m/Y", "d/m/Y", "d-m-Y"), "IT": ("d/m/Y", "d/m/Y", "d-m-Y"),
    "NL": ("d-m-Y", "d-m-Y", "d/m/Y"),
}  # fmt: skip
LONG: Final[Mapping[str, tuple[str, ...]]] = {
    "GB": ("d Month Y", "d Mon Y"), "IE": ("d Month Y", "d Mon Y"), "US": ("Month d, Y", "Mon d, Y"),
    "DE": ("d. Month Y",), "AT": ("d. Month Y",), "CH": ("d. Month Y",), "FR": ("d Month Y",),
    "BE": ("d Month Y",), "ES": ("d de Month de Y",), "IT": ("d Month Y",), "NL": ("d Month Y",),
}  # fmt: skip


# Where a currency's sign stands in a language whose people write it elsewhere than a layout does.
_SIGNS: Final[Mapping[str, Mapping[str, str]]] = {
    "after": {"en": "tight", "nl": "before"},
    "before": {"en": "tight"},
    "tight": {"de": "after", "fr": "after", "es": "after", "it": "before", "nl": "before"},
}


_CREDITS: Final = 0.4  # Of the documents of a sender that may be credit notes, so many stay so.


def filled(rng: Random, form: str, day: date) -> str:
    """Return a number in a form: a digit for each `#`, the year, the year's end or the month in braces."""
    written = form.format(Y=day.year, y=f"{day.year % 100:02d}", m=f"{day.month:02d}")
    return "".join(str(rng.randint(1, 9)) if sign == "#" else sign for sign in written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Hand):
    """What one kind of sender draws: a page, and the goods that are charged on it.

    `forms`, `orders` and `customers` are forms of `filled`; where there are none, numbers are as with anybody.
    `paid` are shares of the gross amount that were paid before, `off` those that are taken off the sum of the lines.
    `abroad` tells that senders in the United States write so too, `always` that every document is a credit note.
    """

    page: Page
    shelves: tuple[Shelf, ...]
    forms: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    paid: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    inclusive: bool = False
    abroad: bool = False
    always: bool = False
    dates: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: SHORT)
    margins: tuple[float, float, float] = (50, 50, 90)

    def draw(self, facts: Facts, words: Vocabulary, rng: Random) -> tuple[bytes, Truth]:
        """Return the PDF and what is printed on it."""
        facts = self._charged(self._parties(facts, words, rng), words, rng)
        own = of_desk(words, self.name[:3])
        money = _SIGNS.get(self.money, {}).get(words.code, self.money)
        # Only in German a day that is followed by a month in words has a full stop.
        dates = {code: tuple(one.replace("d. M", "d M") for one in some) for code, some in self.dates.items()}
        dates = dict(self.dates) if words.code == "de" else dates
        d = replace(self, money=money).opened(facts, own, rng, self.margins, numbers=Figures, dates=dates)
        self.page(d)
        anyway = true_anyway(facts, d.truth, negative=self.negative) | d.truth.unprinted
        d.truth.unprinted = {name: value for name, value in anyway.items() if name not in d.truth.fields}
        return d.sheet.written(), d.truth

    def _parties(self, facts: Facts, words: Vocabulary, rng: Random) -> Facts:
        """Return an invoice from somebody in this trade to anybody."""
        country = facts.seller.country
        if country == "US" and not self.abroad:
            country = rng.choice(("GB", "IE"))
        here = replace(words, cities={country: words.cities[country]})
        buyer = invented(rng, here, self.needs).buyer
        trade = replace(here, trades=FIRMS[words.code][self.name[:3]])
        ours = invented(rng, trade, self.needs)
        while ours.seller.web == buyer.web:
            ours = invented(rng, trade, self.needs)
        return replace(ours, buyer=buyer, credit=self.always or (ours.credit and rng.random() < _CREDITS))

    def _charged(self, facts: Facts, words: Vocabulary, rng: Random) -> Facts:
        """Return the same invoice about what this trade sells, numbered as this sender does."""
        facts = stocked(facts, GOODS[words.code], rng, self.shelves, paid=self.paid, inclusive=self.inclusive)
        if self.off:
            facts = _reduced(facts, Decimal(rng.choice(self.off)))
        references = dict(facts.references)
        for name, forms in (("order_reference", self.orders), ("customer_number", self.customers)):
            if forms:
                references[name] = filled(rng, rng.choice(forms), facts.order_date)
        number = filled(rng, rng.choice(self.forms), facts.issue_date) if self.forms else facts.number
        if facts.credit:
            number = number.replace("INV", "CN")
        return replace(facts, number=number, references=references)


def _reduced(facts: Facts, share: Decimal) -> Facts:
    """Return an invoice of one rate with a share of its lines taken off before tax."""
    allowance, (group,) = cents(facts.lines_sum * share), facts.groups
    base = group.base - allowance
    tax = cents(base * group.rate / 100)
    return replace(
        facts, allowance=allowance, groups=(Group(rate=group.rate, base=base, tax=tax),), net=base, tax=tax,
        gross=base + tax, payable=base + tax - facts.prepaid,
    )  # fmt: skip
