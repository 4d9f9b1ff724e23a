"""The columns of a table: headings, in one row or in several, and which number of a row stands in which column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median_low
from typing import Final

from bursar.formats.pdf.page import Word
from bursar.formats.pdf.rows import Cell, Row, joined
from bursar.formats.text_invoice.sums.figures import Figure, Figures
from bursar.formats.text_invoice.table.column_words import best_kind, kinds_of, longest
from bursar.formats.text_invoice.table.kinds import Kind

ATOM_GAP: Final = 45  # In hundredths of the height: a wider gap may divide two headings.
MAX_HEADING_WORDS: Final = 40
STROKE: Final = "/"
MAX_ATOM_WORDS: Final = 16
WHOLE: Final = 9  # Tenths: a heading that one phrase takes up so far is one.
MAX_HEADING_ROWS: Final = 4  # On either side of the row with most headings.
HEADING_LEADING: Final = 190  # In hundredths of the height: rows of one heading stand no further apart.
HEADING_INDENT: Final = 300  # Hundredths of a point.
MAX_COLUMNS: Final = 24
MAX_FIGURES: Final = 24  # Of one row; a table of lines has fewer.
# In hundredths of a point.
SKIP: Final = 2_600  # What it costs to take a number for a part of a text.
SKIP_IN_TEXT: Final = 900
IN_UNITS: Final = 700  # Where units stand a number is rare.
APART: Final = 1_000
_HYPHEN: Final = re.compile(r"(\w)- (?=[a-zà-ÿ])")
# Behind the name of an amount they are a part of it.
QUALIFIERS: Final = frozenset(
    {
        "netto",
        "brutto",
        "net",
        "ht",
        "excl",
        "incl",
        "ttc",
        "exkl",
        "inkl",
        "neto",
        "eur",
        "chf",
        "ex btw",
        "zonder btw",
        "excl btw",
        "ex vat",
        "excl vat",
        "ex tax",
        "sin iva",
        "senza iva",
        "ohne ust",
        "ohne mwst",
        "hors tva",
        "sans tva",
    }
)
# Before the name of a tax they say whether it is in an amount.
WITHOUT: Final = frozenset(
    {"ex", "excl", "exkl", "inc", "incl", "inkl", "with", "without", "ohne", "mit", "sin", "con", "sans", "hors",
     "senza", "zonder"}
)  # fmt: skip
JOINING: Final = frozenset({"and", "und", "et", "y", "e", "en", "i", "&", "+"})  # No heading begins so.
_AMOUNTS: Final = frozenset({Kind.NET, Kind.AMOUNT, Kind.GROSS, Kind.PRICE})
_THINGS: Final = frozenset({Kind.DESCRIPTION, Kind.QUANTITY, Kind.ITEM_ID, Kind.POSITION})
_NO_PERCENTS: Final = frozenset({*_AMOUNTS, Kind.QUANTITY, Kind.UNIT, Kind.POSITION, Kind.ITEM_ID, Kind.TAX, Kind.BASE})
TEXT: Final = frozenset({Kind.DESCRIPTION, Kind.ITEM_ID, Kind.UNIT, Kind.DATE})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where its heading stands, and where its numbers stand once some are known."""

    left: int
    right: int
    heading: str
    kinds: Mapping[Kind, int]
    of_numbers: tuple[int, int] | None = None
    told: bool = False  # By what stands in it; no words of the page say so.

    @property
    def best(self) -> Kind | None:
        """The kind that the heading names best."""
        return best_kind(self.heading)

    def distance(self, figure: Figure) -> int:
        """Return how far a number is from standing where this column's numbers stand, by its nearest edge or middle."""
        box = figure.box
        least = _distance(box.left, box.right, self.left, self.right)
        if figure.reach > box.right:
            least = min(least, _distance(box.left, figure.reach, self.left, self.right))
        if self.of_numbers:
            least = min(least, _distance(box.left, box.right, *self.of_numbers) - 200)
        return least


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a table: its rows, from the first to the one after the last, and its columns from the left."""

    first: int
    end: int
    page: int
    columns: tuple[Column, ...]
    has_rate: bool = False  # A rate stands in it, as in "VAT 19 %" over an amount.

    def is_of_lines(self) -> bool:
        """Tell whether a table of lines stands below it, and not one of taxes, payments or dates."""
        best = {column.best for column in self.columns}
        if not best & _AMOUNTS or not best & _THINGS or (self.has_rate and Kind.QUANTITY not in best):
            return False
        if Kind.BASE in best and not best & {Kind.DESCRIPTION, Kind.ITEM_ID}:
            return False
        if Kind.QUANTITY in best or (Kind.DESCRIPTION in best and Kind.TAX not in best and Kind.BASE not in best):
            return True
        return Kind.PRICE in best and bool(best & (_AMOUNTS - {Kind.PRICE})) and Kind.TAX not in best


def may_be_of_lines(heading: Heading) -> bool:
    """Tell whether lines may stand below a heading that names things, beside columns that nothing known names."""
    best = [column.best for column in heading.columns]
    named = {kind for kind in best if kind}
    things = len(named & _THINGS) + (Kind.UNIT in named)
    unnamed = any(kind is None for kind in best[-2:]) or bool(named & _AMOUNTS)
    return len(best) > 2 and things > 1 and unnamed and not named & {Kind.TAX, Kind.BASE} and not heading.has_rate


def _distance(start: int, end: int, left: int, right: int) -> int:
    apart = max(0, left - end, start - right)
    nearest = min(abs(start - left), abs(end - right), abs((start + end) - (left + right)) // 2)
    return nearest + (apart + APART if apart else 0)


def find_headings(figures: Figures) -> tuple[Heading, ...]:
    """Return the headings of the tables of a document, of whatever kind, from its beginning to its end."""
    found: list[Heading] = []
    scores = [_score(row, figures.of_row[index]) for index, row in enumerate(figures.rows)]
    for index, score in enumerate(scores):
        if score < 2 or (found and index < found[-1].end):
            continue
        if any(_follows(figures, index, other) and scores[other] > score for other in range(index + 1, index + 3)):
            continue
        found.append(_heading(figures, index, found[-1].end if found else 0))
    return tuple(found)


def _follows(figures: Figures, index: int, other: int) -> bool:
    return other < len(figures.rows) and figures.rows[other].page == figures.rows[index].page


def _score(row: Row, numbers: Sequence[Figure]) -> int:
    """Return how many kinds of columns the words of a row name."""
    if len(row.words) > MAX_HEADING_WORDS or any(figure.money for figure in numbers):
        return 0
    atoms = _atoms(row)
    if len(atoms) < 2 or len(row.cells()) < 2:
        return 0
    bare = [atom.text for atom in atoms if not any(character.isdigit() for character in atom.text)]
    kinds = {kind for text in bare if (kind := best_kind(text))}
    named = sum(best_kind(text) is not None for text in bare)
    return len(kinds) if named * 2 >= len(atoms) else 0


def _atoms(row: Row) -> list[Cell]:
    """Return the headings of a row: words divided by more than a space, unless together they are named better."""
    atoms: list[Cell] = []
    for cell in row.cells():
        parts = [Cell(row.page, tuple(words)) for words in _parts(cell.words)]
        merged = parts[:1]
        for part in parts[1:]:
            together = Cell(row.page, (*merged[-1].words, *part.words))
            alone = max(_named(merged[-1].text), _named(part.text))
            more = part.text.casefold().strip(".") in QUALIFIERS and best_kind(merged[-1].text) in _AMOUNTS
            same = best_kind(merged[-1].text) is not None and best_kind(merged[-1].text) is best_kind(part.text)
            if more or same or alone < 5 or _named(together.text) >= alone:
                merged[-1] = together
            else:
                merged.append(part)
        atoms += [part for one in merged for part in _split(one, first=one is merged[0] and not atoms)]
    return atoms


def _split(atom: Cell, *, first: bool) -> Iterable[Cell]:
    """Yield the headings that stand side by side with hardly more than a space between them, or the only one."""
    words = atom.words
    if 1 < len(words) <= MAX_ATOM_WORDS and longest(atom.text) * 10 < len(atom.text) * WHOLE:
        for at in sorted(range(1, len(words)), key=lambda at: words[at - 1].box.right - words[at].box.left):
            left, right = Cell(atom.page, words[:at]), Cell(atom.page, words[at:])
            if _are_two(atom, left, right, first=first):
                yield from _split(left, first=first)
                yield from _split(right, first=False)
                return
    yield atom


def _are_two(atom: Cell, left: Cell, right: Cell, *, first: bool) -> bool:
    """Tell whether both halves name a column, and no phrase goes over from one to the other.

    Numbers of lines stand before all else; elsewhere a word for a line says of what an amount is. A stroke divides two
    languages of one heading.
    """
    kinds = best_kind(left.text), best_kind(right.text)
    if not all(kinds) or kinds[0] is kinds[1] or right.text.casefold().strip(".") in QUALIFIERS:
        return False
    if kinds[1] is Kind.POSITION or (kinds[0] is Kind.POSITION and not first):
        return False
    if left.words[-1].text.casefold().strip(".") in WITHOUT or right.words[0].text.casefold() in JOINING:
        return False
    if STROKE in {left.words[-1].text, right.words[0].text}:
        return False
    return longest(atom.text) <= max(longest(left.text), longest(right.text))


def _named(text: str) -> int:
    return max(kinds_of(text).values(), default=0)


def _parts(words: Sequence[Word]) -> Iterable[list[Word]]:
    part = [words[0]]
    for word in words[1:]:
        height = min(_height(part[-1]), _height(word))
        if word.box.left - part[-1].box.right > height * ATOM_GAP // 100:
            yield part
            part = []
        part.append(word)
    yield part


def _height(word: Word) -> int:
    return max(word.box.bottom - word.box.top, 1)


def _heading(figures: Figures, index: int, least: int) -> Heading:
    """Return the heading around its main row: rows close above and below that are headings too."""
    first, end = index, index + 1
    while first > max(least, index - MAX_HEADING_ROWS) and _belongs(figures, first - 1, first):
        first -= 1
    while end < min(len(figures.rows), index + 1 + MAX_HEADING_ROWS) and _belongs(figures, end, end - 1, below=True):
        end += 1
    has_rate = any(figure.percent for row in range(first, end) for figure in figures.of_row[row])
    return Heading(first, end, figures.rows[index].page, _columns(figures.rows[first:end]), has_rate)


def _belongs(figures: Figures, index: int, other: int, *, below: bool = False) -> bool:
    row, near = figures.rows[index], figures.rows[other]
    if row.page != near.page or len(row.words) > MAX_HEADING_WORDS:
        return False
    if any(figure.money or below for figure in figures.of_row[index]):
        return False
    if below and len(row.cells()) == 1 and row.box.left <= near.box.left + HEADING_INDENT:
        return False  # The heading of a section, or a description.
    gap = abs(row.box.top - near.box.top)
    if gap * 100 > _height(near.words[0]) * HEADING_LEADING:
        return False
    atoms = _atoms(row)
    named = sum(_named(atom.text) >= 3 for atom in atoms)
    return named * 2 >= len(atoms) and all(len(atom.words) <= 5 for atom in atoms)


def _columns(rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the headings of several rows as columns: what stands under one another is one."""
    stacks: list[list[Cell]] = []
    for row in rows:
        for atom in _atoms(row):
            over = [stack for stack in stacks if all(cell.words[0].box.top != atom.words[0].box.top for cell in stack)
                    and _is_over(stack, atom)]  # fmt: skip
            if len(over) == 1:
                over[0].append(atom)
            else:
                stacks.append([atom])
    columns = []
    for stack in stacks[:MAX_COLUMNS]:
        box = joined([word for cell in stack for word in cell.words])
        text = _HYPHEN.sub(r"\1", " ".join(cell.text for cell in stack))
        columns.append(Column(box.left, box.right, text, kinds_of(text)))
    return tuple(sorted(columns, key=lambda column: (column.left, column.right)))


def _is_over(stack: Sequence[Cell], atom: Cell) -> bool:
    left, right = min(cell.box.left for cell in stack), max(cell.box.right for cell in stack)
    shared = min(right, atom.box.right) - max(left, atom.box.left)
    return shared * 100 >= 30 * min(right - left, atom.box.right - atom.box.left)


def assign(columns: Sequence[Column], numbers: Sequence[Figure]) -> dict[int, Figure]:
    """Return which number of a row stands in which column: in their order, each where it fits best.

    A number that fits no column is a part of a text.
    """
    numbers = numbers[:MAX_FIGURES]
    # best[j] is the least cost of placing the numbers so far in the columns before j, with the places taken.
    best: list[tuple[int, tuple[tuple[int, int], ...]]] = [(0, ())] * (len(columns) + 1)
    for index, figure in enumerate(numbers):
        skip = _skip(columns, figure)
        after = [(best[0][0] + skip, best[0][1])]
        for place, column in enumerate(columns):
            left = (best[place + 1][0] + skip, best[place + 1][1])
            choices = [left, after[-1]]
            if column.best is not Kind.DATE and (not figure.percent or column.best not in _NO_PERCENTS):
                cost = column.distance(figure) + (IN_UNITS if column.best is Kind.UNIT else 0)
                choices.append((best[place][0] + cost, (*best[place][1], (place, index))))
            after.append(min(choices, key=lambda one: one[0]))
        best = after
    return {place: numbers[index] for place, index in best[-1][1]}


def _skip(columns: Sequence[Column], figure: Figure) -> int:
    """Return what it costs to leave a number to the text: little where a text stands."""
    for place, column in enumerate(columns):
        if column.best is Kind.DESCRIPTION:
            right = columns[place + 1].left if place + 1 < len(columns) else column.right
            if column.left - 200 <= figure.box.left and figure.box.right <= max(right, column.right):
                return SKIP_IN_TEXT
    return SKIP


def learned(columns: Sequence[Column], placed: Sequence[Mapping[int, Figure]]) -> tuple[Column, ...]:
    """Return the columns with the place where most of their numbers stand."""
    result = []
    for place, column in enumerate(columns):
        boxes = [row[place].box for row in placed if place in row]
        if len(boxes) >= 2:
            span = (median_low(box.left for box in boxes), median_low(box.right for box in boxes))
            result.append(replace(column, of_numbers=span))
        else:
            result.append(column)
    return tuple(result)
