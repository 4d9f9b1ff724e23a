"""How lines and tax groups are read from the text of hybrid PDFs: the part of `tools.quality_pdf` that counts records.

A line of the data counts where its amount is printed; it is read where a line has that amount, and the quantity or the
price wherever one of them is printed beside it. Documents whose data has no lines, or those of another document, are
left out and named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from bursar.core.extraction import Extraction, Record
from bursar.core.invoices import Invoice, InvoiceLine, TaxBreakdown
from bursar.formats.pdf.page import Page
from bursar.formats.pdf.rows import rows
from bursar.formats.text_invoice.sums.figures import Figures, read_figures

NEEDED: Final = Decimal("0.85")
BESIDE: Final = 2  # Rows.


@dataclass(slots=True)
class Records:
    """Records of one kind over all documents: read rightly, read without being there, there without being read."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def f1(self) -> Decimal:
        """The harmonic mean of precision and recall."""
        return Decimal(2 * self.right) / max(1, 2 * self.right + self.wrong + self.missed)


def count_lines(result: Records, name: str, pages: Sequence[Page], read: Extraction, invoice: Invoice) -> None:
    """Hold the lines that were read against those of the data."""
    figures = read_figures([row for page in pages for row in rows(page)])
    printed = {abs(figure.number) for figure in figures.all}
    stated = [line for line in invoice.lines if line.net_amount is not None]
    wanted = [line for line in stated if line.net_amount is not None and abs(line.net_amount) in printed]
    if not wanted:
        result.left_out.append(f"`{name}`: the data has no line that is on the page.")
        return
    others = [line for line in stated if line not in wanted]
    left = list(read.lines)
    for line in wanted:
        found = next((one for one in left if _is_line(one, line, figures)), None)
        if found is None:
            result.missed += 1
            result.misses.append(f"`{name}` {line.item_name}: {line.quantity} x {line.price} = {line.net_amount}")
        else:
            result.right += 1
            left.remove(found)
    for one in left:
        if any(_same(one, "unit_price", line.price) for line in others):
            result.left_out.append(f"`{name}`: the data has another amount for the line {one['net'].raw}.")
        else:
            result.wrong += 1
            result.misses.append(f"`{name}`: read {one['net'].raw} as a line")


def _is_line(read: Record, line: InvoiceLine, figures: Figures) -> bool:
    if not _same(read, "net", line.net_amount):
        return False
    beside = set(_beside(figures, line.net_amount))
    stated = [(name, value) for name, value in (("quantity", line.quantity), ("unit_price", line.price))
              if value is not None and abs(value) in beside]  # fmt: skip
    return not stated or any(_same(read, name, value) for name, value in stated)


def _beside(figures: Figures, amount: Decimal | None) -> Iterator[Decimal]:
    """Yield the numbers that stand in the rows of an amount or close to them, the amount itself left out."""
    for index, row in enumerate(figures.of_row):
        if any(amount is not None and abs(figure.number) == abs(amount) for figure in row):
            for near in figures.of_row[max(0, index - BESIDE) : index + BESIDE + 1]:
                yield from (abs(figure.number) for figure in near if abs(figure.number) != abs(amount or 0))


def _same(read: Record, name: str, value: Decimal | None) -> bool:
    return name in read and value is not None and abs(Decimal(read[name].value)) == abs(value)


def count_groups(result: Records, name: str, read: Extraction, invoice: Invoice, printed: Iterable[Decimal]) -> None:
    """Hold the tax groups that were read against those of the data whose base and tax are printed."""
    numbers = {abs(number) for number in printed}
    wanted = [group for group in invoice.tax_breakdown if _is_printed(group, numbers)]
    left = list(read.tax_groups)
    if not wanted:
        result.left_out.append(f"`{name}`: the data has no tax group that is on the page.")
        return
    for group in wanted:
        found = next((one for one in left if _is_group(one, group)), None)
        if found is None:
            result.missed += 1
            result.misses.append(f"`{name}` {group.rate} % of {group.base} = {group.tax}")
        else:
            result.right += 1
            left.remove(found)
    result.wrong += len(left)
    result.misses += [f"`{name}`: read {_told(one)} as a tax group" for one in left]


def _is_printed(group: TaxBreakdown, printed: set[Decimal]) -> bool:
    parts = (group.base, group.tax, group.rate)
    return all(part is not None and abs(part) in printed for part in parts)


def _is_group(read: Record, group: TaxBreakdown) -> bool:
    return all(
        _same(read, name, value) for name, value in (("base", group.base), ("tax", group.tax), ("rate", group.rate))
    )


def _told(read: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {getattr(value, 'raw', '')}" for name, value in read.items())


def section(lines: Records, groups: Records) -> str:
    """Write the part of the page on lines and tax groups."""
    table = [
        "| records | right | wrong | missed | F1 |",
        "|---|---:|---:|---:|---:|",
        *(
            f"| {name} | {one.right} | {one.wrong} | {one.missed} | {one.f1:.3f} |"
            for name, one in (("lines", lines), ("tax groups", groups))
        ),
    ]
    misses = "\n".join(f"- {miss}" for miss in (*lines.misses, *groups.misses)) or "None."
    left_out = "\n".join(f"- {reason}" for reason in (*lines.left_out, *groups.left_out)) or "None."
    return "\n\n".join(
        [
            "### Lines and tax groups",
            "\n".join(table),
            "#### Misses of lines",
            misses,
            "#### Lines not counted",
            left_out,
        ]
    )
