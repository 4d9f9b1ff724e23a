"""One document while it is drawn: the sheet, the facts, the wordings chosen once, and what was said so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from bursar.evals.rendering.facts import Facts, Group
from bursar.evals.rendering.sheet import Sheet
from bursar.evals.rendering.truth import Truth, plain
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.writing import Numbers, written_date, written_tax_id


@dataclass(slots=True, kw_only=True)
class Draft:
    """What parts draw on. `y` is where the next part begins; `negative` turns the amounts of a credit note."""

    sheet: Sheet
    facts: Facts
    words: Vocabulary
    numbers: Numbers
    dates: str
    rng: Random
    size: float = 9
    negative: bool = False
    left: float = 50
    right: float = 545
    bottom: float = 740
    y: float = 60
    truth: Truth = field(default_factory=Truth)
    tax_id_style: int = 0
    tax_id_prefix: bool = True
    _picked: dict[str, str] = field(default_factory=dict)

    def label(self, key: str) -> str:
        """Return the words that name a value, the same all over the document."""
        return self._pick(key, self.words.labels)

    def heading(self, key: str) -> str:
        """Return the words at the head of a column."""
        return self._pick(key, self.words.headings)

    def sentence(self, key: str, **values: str) -> str:
        """Return a sentence with values in it."""
        return self._pick(key, self.words.sentences).format(**values)

    def _pick(self, key: str, among: Mapping[str, tuple[str, ...]]) -> str:
        name = f"{id(among)}{key}"
        if name not in self._picked:
            self._picked[name] = self.rng.choice(among[key])
        return self._picked[name]

    def says(self, field_name: str, value: str) -> None:
        """Note that the page shows a value."""
        first = self.truth.fields.setdefault(field_name, value)
        if value != first:
            self.truth.also.setdefault(field_name, []).append(value)

    @property
    def title(self) -> str:
        """What the document calls itself."""
        self.says("type_code", "381" if self.facts.credit else "380")
        return self.label("credit_note" if self.facts.credit else "invoice")

    @property
    def number_label(self) -> str:
        """What stands beside its number."""
        return self.label("credit_number" if self.facts.credit else "invoice_number")

    @property
    def tax_label(self) -> str:
        """What tax is called."""
        return self.label("sales_tax" if self.facts.currency == "USD" else "tax")

    def day(self, day: date) -> str:
        """Write a date."""
        return written_date(day, self.dates, self.words.months)

    def signed(self, value: Decimal) -> Decimal:
        """Return an amount with the sign that this document prints."""
        return -value if self.negative and self.facts.credit else value

    def money(self, value: Decimal) -> str:
        """Write an amount with the currency, where this document writes it."""
        if self.numbers.money != "none":
            self.says("currency", self.facts.currency)
        return self.numbers.amount(self.signed(value), self.facts.currency)

    def total(self, field_name: str, value: Decimal) -> str:
        """Write one of the sums and note it."""
        self.says(field_name, f"{self.signed(value):.2f}")
        return self.money(value)

    def seller_tax_id(self) -> str:
        """Write the seller's tax id and note it; empty where there is none."""
        return self._tax_id("seller_tax_id", self.facts.seller.tax_id)

    def buyer_tax_id(self) -> str:
        """Write the buyer's tax id and note it."""
        return self._tax_id("buyer_tax_id", self.facts.buyer.tax_id)

    def _tax_id(self, field_name: str, tax_id: str) -> str:
        self.says(field_name, tax_id)
        # Only where the number without its country is written in practice.
        prefix = self.tax_id_prefix or tax_id[:2] not in {"ES", "IT", "GB", "BE"}
        return written_tax_id(tax_id, prefix=prefix, style=self.tax_id_style)

    @property
    def tax_id_label(self) -> str:
        """What the seller's tax id is called."""
        return self.label("ein" if self.facts.seller.country == "US" else "seller_tax_id")

    def group_said(self, group: Group, *, base: bool, tax: bool = True) -> None:
        """Note a tax group with what is printed of it, once."""
        said = {"rate": plain(group.rate)}
        if base:
            said["base"] = f"{self.signed(group.base):.2f}"
        if tax:
            said["tax"] = f"{self.signed(group.tax):.2f}"
        known = next((one for one in self.truth.groups if one["rate"] == said["rate"]), None)
        if known is None:
            self.truth.groups.append(said)
        else:
            known.update(said)

    def room(self, height: float) -> None:
        """Begin a new page when so much does not fit any more."""
        if self.y + height > self.bottom:
            self.sheet.new_page()
            self.y = 60

    def paragraph(self, text: str, size: float | None = None, width: float | None = None) -> None:
        """Write a text in lines, and go below it."""
        size = size or self.size
        for line in self.sheet.wrapped(text, width or self.right - self.left, size):
            self.sheet.text(self.left, self.y, line, size)
            self.y += size * 1.3
