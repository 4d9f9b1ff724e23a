"""The figures of an invoice, together: its lines, its tax groups and its totals speak for one another.

Totals are chosen once without the lines, so that tables know what they should add up to, and once with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bursar.core.extraction import Extraction
from bursar.formats.pdf.rows import Row
from bursar.formats.text_invoice.sums.figures import read_figures
from bursar.formats.text_invoice.sums.stated import choose, read_tax_groups
from bursar.formats.text_invoice.sums.taxes import candidates
from bursar.formats.text_invoice.sums.total_words import Role
from bursar.formats.text_invoice.sums.totals import Reading, Worth, choose_reading, sums_of_extras, worths_of
from bursar.formats.text_invoice.table.charges import read_charges
from bursar.formats.text_invoice.table.descriptions import read_lines
from bursar.formats.text_invoice.table.line_rates import find_rates
from bursar.formats.text_invoice.table.tables import Table, find_tables


def read_body(rows: Sequence[Row]) -> Extraction:
    """Return net, tax, gross, prepaid and payable, the lines, charges and tax groups of an invoice in text.

    The rows are those of all pages, in order. What is not there is left out.
    """
    figures = read_figures(rows)
    worths = worths_of(figures)
    groups = candidates(figures)
    first = choose_reading(figures, worths, groups)
    tables = find_tables(figures, targets_of(first, worths) | _less_extras(first, worths))
    rows_of_lines = frozenset(item.net.row for table in tables for item in table.items)
    worths = worths_of(figures, rows_of_lines)
    reading = choose_reading(figures, worths, groups, _sums(tables))
    adds_up = reading is not None and bool(_sums(tables) & targets_of(reading, {}))
    find_rates(figures, tables, reading.groups if reading is not None else ())
    return Extraction(
        fields=choose(figures, worths, reading),
        lines=read_lines(figures, tables, adds_up=adds_up),
        tax_groups=read_tax_groups(figures, reading, groups),
        charges=read_charges(figures, tables, reading),
    )


def targets_of(reading: Reading | None, worths: Mapping[int, Worth]) -> frozenset[int]:
    """Return what the lines may add up to: the net, the gross, or what is called a sum of lines."""
    named = {worth.scaled for worth in worths.values() if Role.SUBTOTAL in worth.roles}
    chosen = {worth.scaled for worth in (reading.net, reading.gross) if worth is not None} if reading else set()
    return frozenset((named | chosen) - {0})


def _less_extras(reading: Reading | None, worths: Mapping[int, Worth]) -> frozenset[int]:
    """Return what the lines may add up to where discounts or charges stand between them and the totals."""
    totals = {worth.scaled for worth in (reading.net, reading.gross) if worth is not None} if reading else set()
    return frozenset({total - extra for total in totals for extra in sums_of_extras(worths)} - {0})


def _sums(tables: Sequence[Table]) -> frozenset[int]:
    return frozenset({sum(table.sum for table in tables), *(table.sum for table in tables)} - {0})
