"""How the lines of an address or a letterhead stand: one below the other, even at the left, right or middle."""

from __future__ import annotations

from typing import Final

from bursar.formats.text_invoice.head.lines import Line, Lines, Span
from bursar.formats.text_invoice.head.names import has_form, is_city, is_name, is_salutation

LEVEL: Final = 300  # Hundredths of a point by which a column may be off.


def beside(lines: Lines, span: Span, step: int) -> Span | None:
    """Return the cell directly above or below a piece of text, in the same column and of the same size."""
    index, box = span.line.index + step, span.box
    height = box.bottom - box.top
    while 0 <= index < len(lines.all) and abs(index - span.line.index) < 4:
        other: Line = lines.all[index]
        if other.row.page != span.line.row.page:
            return None
        for cell in other.cells:
            found = cell.box
            middle = abs(found.left + found.right - box.left - box.right) // 2
            level = min(abs(found.left - box.left), abs(found.right - box.right), middle) <= LEVEL
            if level and abs(found.top - box.top) * 10 <= 16 * height:
                return cell
        index += step
    return None


def is_half(first: Span, second: Span) -> bool:
    """Tell whether a line is the first half of a name that ends with a legal form in the line below."""
    one, other = first.words[0], second.words[0]
    plainly = is_name(first) and not has_form(first.text) and not any(character.isdigit() for character in first.text)
    alike = one.size == other.size and one.bold == other.bold and not first.line.hits
    return plainly and alike and not is_salutation(first.text) and abs(first.box.left - second.box.left) <= 300


def upwards(lines: Lines, cell: Span) -> list[Span]:
    """Return the lines of an address from its city upwards."""
    found = [cell]
    while len(found) < 7 and (above := beside(lines, found[-1], -1)) is not None:
        if is_city(above.text) or any(hit.colon and hit.span.start == above.start for hit in above.line.hits):
            break
        found.append(above)
    return found
