"""Whose part of the page it is: headings such as "Bill to" own what stands below and beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bursar.core.extraction import Box
from bursar.formats.text_invoice.head.lines import Hit, Line, Lines, Span
from bursar.formats.text_invoice.head.names import is_city
from bursar.formats.text_invoice.words.party_words import BUYER, SELLER

OTHER: Final = "ship_to"
ROLES: Final = (SELLER, BUYER, OTHER)
MAX_BLOCKS: Final = 60
DEPTH: Final = 16_000  # Hundredths of a point: an address with what belongs to it is at most this high.
WIDTH: Final = 22_000
LEFT_OF: Final = 1_500
ONE_WORD: Final = frozenset({"from", "to", "for", "von", "an", "de", "a", "à", "da", "van", "aan", "per", "para"})


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with whose part of the page it opens."""

    role: str
    hit: Hit


def blocks_of(lines: Lines) -> tuple[Block, ...]:
    """Return the headings of parties: labels that start their cell and are followed by a colon or nothing else."""
    found: list[Block] = []
    for hit in lines.hits:
        role = next((role for role in ROLES if role in hit.kinds), None)
        if role is None or hit.embedded:
            continue
        line = hit.span.line
        cell = line.cells[line.cell_at(hit.span.start)]
        if line.is_heading or cell.start != hit.span.start:
            continue
        if _names_number(line, hit):
            continue
        alone = not line.text[hit.span.end : cell.end].strip(" :.-")
        short = hit.span.text.casefold() in ONE_WORD
        # "A = 21 %" explains a letter.
        colon = hit.colon and not (short and line.text[hit.span.end : cell.end].lstrip().startswith("="))
        if colon or (alone and (not short or _over_address(lines, hit))):
            found.append(Block(role, hit))
        if len(found) == MAX_BLOCKS:
            break
    return tuple(found)


def _names_number(line: Line, hit: Hit) -> bool:
    """Tell whether a number stands in the next cell, so that "Customer" names it and heads no address."""
    here = line.cell_at(hit.span.start)
    alone = not line.text[hit.span.end : line.cells[here].end].strip(" :.")
    beside = line.cells[here + 1].text if here + 1 < len(line.cells) else ""
    return alone and " " not in beside and any(map(str.isdigit, beside))


def _over_address(lines: Lines, hit: Hit) -> bool:
    """Tell whether an address stands below a heading, so that a small word may be one."""
    head = hit.span.box
    lowest = head.bottom + 8 * (head.bottom - head.top)
    return any(
        other.row.page == hit.span.line.row.page
        and other.row.box.top < lowest
        and any(abs(cell.box.left - head.left) <= LEFT_OF and is_city(cell.text) for cell in other.cells)
        for other in lines.all[hit.span.line.index + 1 : hit.span.line.index + 8]
    )


def role_of(span: Span, blocks: tuple[Block, ...], tables: tuple[int, ...] = ()) -> str | None:
    """Return whose part of the page a piece of text stands in, None if no heading says so.

    `tables` are the lines that head columns of lines: with them all parts of parties end.
    """
    started = max((index for index in tables if index < span.line.index), default=-1)
    page, box = span.line.row.page, span.box
    nearest: tuple[int, str] | None = None
    for block in blocks:
        line, head = block.hit.span.line, block.hit.span.box
        if line.row.page != page or not started < line.index <= span.line.index:
            continue
        if not _is_under(head, box) and not (line is span.line and line.cell_at(span.start) <= _next(block.hit)):
            continue
        if line is span.line and block.hit.span.start > span.start:
            continue
        distance = (box.top - head.top) * 4 + abs(box.left - head.left)
        if box.top - head.top <= DEPTH and (nearest is None or distance < nearest[0]):
            nearest = (distance, block.role)
    return nearest[1] if nearest else None


def _next(hit: Hit) -> int:
    """Return the number of the cell behind a heading: in the same row, what stands further off is not its own."""
    return hit.span.line.cell_at(hit.span.start) + 1


def _is_under(head: Box, box: Box) -> bool:
    return head.left - LEFT_OF <= box.left <= head.left + WIDTH


def below(lines: Lines, block: Block, *, most: int = 9) -> Iterator[Span]:
    """Yield what stands in a block: beside its heading, then below it in its column, one piece for each line."""
    hit = block.hit
    line, head = hit.span.line, hit.span.box
    cell = line.cells[line.cell_at(hit.span.start)]
    own = Span(line, hit.span.end, cell.end).stripped()
    if own.start < own.end:
        yield own
    elif hit.colon:
        position = line.cell_at(hit.span.start) + 1
        if position < len(line.cells) and not _starts_label(line, line.cells[position].stripped()):
            yield line.cells[position].stripped()
    bottom, height = head.bottom, head.bottom - head.top
    for other in lines.all[line.index + 1 : line.index + 40]:
        if most == 0 or other.row.page != line.row.page or other.row.box.top - bottom > 5 * height:
            return
        for piece in other.cells:
            if abs(piece.box.left - head.left) <= LEFT_OF or head.left <= piece.box.left <= head.right:
                yield piece
                most -= 1
                bottom = piece.box.bottom
                break


def _starts_label(line: Line, span: Span) -> bool:
    return any(hit.span.start == span.start for hit in line.hits)
