"""What a layout is, and how those of all authors open a page and write money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Facts
from bursar.evals.rendering.invention import Needs
from bursar.evals.rendering.places import COUNTRIES
from bursar.evals.rendering.sheet import Sheet
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.writing import Numbers


class Layout(Protocol):
    """A way to print invoices: what it can show, and how it draws a document."""

    @property
    def name(self) -> str:
        """What it is called in reports."""

    @property
    def needs(self) -> Needs:
        """What may occur in its documents."""

    def draw(self, facts: Facts, words: Vocabulary, rng: Random) -> tuple[bytes, Truth]:
        """Return the PDF and what is printed on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """How a layout is set and how it writes money, whatever stands on it."""

    name: str
    needs: Needs = Needs()  # noqa: RUF009 - frozen.
    font: str = "helvetica"
    money: str = "after"
    minus: str = "before"
    order: str = "reading"
    split: bool = False
    landscape: bool = False
    negative: bool = False
    tax_id_style: int = 0
    paper: str = ""

    def opened(
        self,
        facts: Facts,
        words: Vocabulary,
        rng: Random,
        margins: tuple[float, float, float],
        *,
        numbers: type[Numbers] = Numbers,
        dates: Mapping[str, Sequence[str]] | None = None,
    ) -> Draft:
        """Return a first page to draw on; `margins` are left, right and below, `dates` by country."""
        country = COUNTRIES[facts.seller.country]
        sheet = Sheet(
            paper=self.paper or country.paper,
            landscape=self.landscape,
            font=self.font,
            order=self.order,
            split=self.split,
            rng=rng,
        )
        left, right, below = margins
        d = Draft(
            sheet=sheet,
            facts=facts,
            words=words,
            numbers=numbers(rng.choice(country.numbers), self.money, self.minus),
            dates=rng.choice(dates[country.code] if dates else country.dates),
            rng=rng,
            negative=self.negative,
            left=left,
            right=sheet.width - right,
            bottom=sheet.height - below,
            tax_id_style=self.tax_id_style,
        )
        sheet.new_page()
        return d


def true_anyway(facts: Facts, truth: Truth, *, negative: bool) -> dict[str, str]:
    """Return what follows from a document without standing on it."""
    sign = -1 if negative and facts.credit else 1
    known = {
        "due_date": facts.due_date.isoformat(),
        "currency": facts.currency,
        "net": f"{sign * facts.net:.2f}",
        "tax": f"{sign * facts.tax:.2f}",
        "gross": f"{sign * facts.gross:.2f}",
        "payable": f"{sign * facts.payable:.2f}",
        "prepaid": f"{sign * facts.prepaid:.2f}",
    }
    return {name: value for name, value in known.items() if name not in truth.fields}
