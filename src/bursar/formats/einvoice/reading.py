"""Reading values out of XML nodes while keeping where each one stood and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from bursar.core.invoices import Attribute, Classification, Identifier, Period, ReadProblem
from bursar.formats.einvoice.xml import Node

MAX_DIGITS: Final = 30  # More digits than any currency needs; a longer number is noise or an attack.
RAW_CHARACTERS: Final = 80

_DECIMAL: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")  # xs:decimal: no exponent, no infinity.
_DATE: Final = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T[0-9:.]+)?(?:Z|[+-]\d{2}:\d{2})?")
_DAY_FORMATS: Final = frozenset({"", "102"})  # UNTDID 2379: 102 is CCYYMMDD.
_OTHER_FORMAT: Final = re.compile(r"\d{1,3}")  # Any other code of that list orders the digits in another way.


@cache
def steps(path: str) -> tuple[str, ...]:
    """Split a path such as "cac:Party/cbc:ID" into canonical names; "" is the node itself."""
    return tuple(path.split("/")) if path else ()


class Reading:
    """One document being read. Each method takes a node, a path below it and the field it is read for.

    A value that is absent or empty is None. Of several paths separated by "|", the first that holds a value counts.
    """

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        self.problems: list[ReadProblem] = []
        self.currency: str | None = None  # Of the document, once it is read.

    def text(self, node: Node | None, path: str, field: str) -> str | None:
        """Return the text there."""
        found = self._leaf(node, path)
        if found is None:
            return None
        self.places[field] = found.place
        return found.text

    def texts(self, nodes: Sequence[Node], path: str, field: str) -> str | None:
        """Return the texts there in all of the nodes, a line for each; the place is that of the first."""
        found = [leaf for node in nodes if (leaf := self._leaf(node, path))]
        if not found:
            return None
        self.places[field] = found[0].place
        return "\n".join(leaf.text for leaf in found)

    def document_currency(self, node: Node, path: str, total: str) -> str | None:
        """Return the currency of the document; where it is not named, the one its total is marked with, a problem."""
        self.currency = self.text(node, path, "currency")
        found = node.walk(steps(total))
        if self.currency is None and found and found.attribute("currencyID"):
            self.problem("currency_only_on_amounts", "currency", found)
            self.currency = self.attribute(found, "", "currencyID", "currency")
        return self.currency

    def amount(self, node: Node | None, path: str, field: str, *, currency: str | None = None) -> Decimal | None:
        """Return the decimal there, exactly as written.

        An amount marked with another currency than the document's (or the one given) is kept, and is a problem.
        """
        found = self._leaf(node, path)
        if found is None:
            return None
        raw = found.text
        self.places[field] = found.place
        if len(raw) > MAX_DIGITS or not raw.isascii() or not _DECIMAL.fullmatch(raw):
            self.problem("amount_unreadable", field, found)
            return None
        marked, expected = found.attribute("currencyID"), currency or self.currency
        if marked and expected and marked != expected:
            self.problem("currency_mixed", field, found)
        return Decimal(raw)

    def date(self, node: Node | None, path: str, field: str) -> date | None:
        """Return the day there: xs:date, or CCYYMMDD with format 102; a time of day or zone after it is dropped.

        A format that the code list does not know is a problem too, but cannot mean another day, so the day is kept.
        """
        found = self._leaf(node, path)
        if found is None:
            return None
        self.places[field] = found.place
        written = found.attribute("format")
        match = _DATE.fullmatch(found.text) if found.text.isascii() else None
        if match and (written in _DAY_FORMATS or not _OTHER_FORMAT.fullmatch(written)):
            if written not in _DAY_FORMATS:
                self.problem("date_format_unknown", field, found)
            with suppress(ValueError):
                return date(int(match[1]), int(match[2]), int(match[3]))
        self.problem("date_unreadable", field, found)
        return None

    def flag(self, node: Node, path: str, field: str) -> bool:
        """Return the xs:boolean there; absent or unreadable is False, with a problem, because sums hang on it."""
        found = self._leaf(node, path)
        if found is None:
            self.problem("flag_missing", field, node)
            return False
        self.places[field] = found.place
        value = {"true": True, "1": True, "false": False, "0": False}.get(found.text)
        if value is None:
            self.problem("flag_unreadable", field, found)
        return bool(value)

    def attribute(self, node: Node | None, path: str, name: str, field: str) -> str | None:
        """Return an attribute of the node there."""
        found = node.walk(steps(path)) if node else None
        value = found.attribute(name) if found else ""
        if not found or not value:
            return None
        self.places[field] = f"{found.place}/@{name}"
        return value

    def identifier(self, node: Node | None, path: str, field: str) -> Identifier | None:
        """Return the identifier there with its schemeID."""
        found = self._leaf(node, path)
        if found is None:
            return None
        value = self.text(found, "", f"{field}.value")
        assert value is not None
        return Identifier(value=value, scheme=self.attribute(found, "", "schemeID", f"{field}.scheme"))

    def period(self, node: Node | None, start: str, end: str, field: str) -> Period | None:
        """Return the period whose first and last day stand at those paths; None if neither does."""
        if node is None:
            return None
        period = Period(start=self.date(node, start, f"{field}.start"), end=self.date(node, end, f"{field}.end"))
        return None if period == Period() else period

    def once(self, nodes: Sequence[Node], field: str) -> None:
        """Note a value that is given more than once and not the same; the first is the one that is read."""
        for node in nodes[1:]:
            if node.text != nodes[0].text:
                self.problem("value_contradicted", field, node)

    def problem(self, code: str, field: str, node: Node) -> None:
        """Note that what stands at the node cannot be read."""
        self.problems.append(ReadProblem(code=code, field=field, place=node.place, raw=node.text[:RAW_CHARACTERS]))

    @staticmethod
    def _leaf(node: Node | None, path: str) -> Node | None:
        if node is None:
            return None
        for choice in path.split("|") if "|" in path else (path,):
            found = node.walk(steps(choice))
            if found is not None and found.text:
                return found
        return None


def classifications(
    reading: Reading, item: Node | None, element: str, code: str, line: str
) -> tuple[Classification, ...]:
    """Return the classifications of a line's item; `code` is the element of the code below `element`."""
    found: list[Classification] = []
    for node in item.all(element) if item else ():
        at = f"{line}.classifications[{len(found)}]"
        if value := reading.text(node, code, f"{at}.code"):
            listed = reading.attribute(node, code, "listID", f"{at}.list_id")
            version = reading.attribute(node, code, "listVersionID", f"{at}.list_version")
            found.append(Classification(code=value, list_id=listed, list_version=version))
    return tuple(found)


def attributes(
    reading: Reading, item: Node | None, element: str, parts: tuple[str, str], line: str
) -> tuple[Attribute, ...]:
    """Return the properties of a line's item; `parts` are the elements of name and value below `element`."""
    name_part, value_part = parts
    found: list[Attribute] = []
    for node in item.all(element) if item else ():
        at = f"{line}.attributes[{len(found)}]"
        if name := reading.text(node, name_part, f"{at}.name"):
            found.append(Attribute(name=name, value=reading.text(node, value_part, f"{at}.value")))
    return tuple(found)
