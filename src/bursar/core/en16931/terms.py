"""Business groups and terms as a document writes them: what the rules of EN 16931 are said about.

Besides the groups of the standard a tree holds a few that the rules need and the standard has no number for:

- `TAX-TOTAL`: each statement of the total tax (BT-110 and BT-111 differ by currency only, so both are BT-110 here, with
  the attribute `currencyID`); where the syntax puts the breakdown below it, it holds `TAX-SUBTOTAL` with BT-117.
- `ALLOWANCE-VAT`, `CHARGE-VAT`, `BREAKDOWN-VAT`: one tax category inside BG-20 and BG-27, BG-21 and BG-28, BG-23. As in
  BG-30 the code, the rate and the scheme are terms: BT-95, BT-96, BT-95-0; BT-102, BT-103, BT-102-0; BT-118, BT-119,
  BT-118-0 (also BT-120, BT-121); BT-151, BT-152, BT-151-0. `SUB-LINE-VAT` is BG-30 of a line below a line,
  `WITHHOLDING-VAT` the category of a tax that is withheld.
- BT-9-0, BT-73-0, BT-74-0, BT-134-0 and BT-135-0 in CII: the element that holds a date, be there a date in it or not.
- `VAT-ID`: each VAT identifier of any party, as the term VAT-ID.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, Protocol, TypeVar, cast

MAX_DIGITS: Final = 64  # A longer number is noise or an attack; no amount has so many digits.
NO_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType({})

_DECIMAL: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)  # xs:decimal: no exponent, no infinity.

T = TypeVar("T")


class Element(Protocol):
    """What is needed of an XML element. Names are canonical ("cbc:ID"), places absolute XPaths."""

    @property
    def name(self) -> str:
        """The canonical name, "" in a namespace that the syntax does not know."""

    @property
    def text(self) -> str:
        """The text of the element itself without the white space around it."""

    @property
    def written(self) -> str:
        """The text of the element itself as written."""

    @property
    def place(self) -> str:
        """The absolute XPath."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes as written."""

    def attribute(self, name: str) -> str:
        """Return an attribute without the white space around it, "" if absent."""

    def all(self, name: str) -> Sequence[Element]:
        """Return the children of that name in document order."""

    @property
    def children(self) -> Sequence[Element]:
        """All child elements in document order, those of unknown namespaces too."""


def decimal(text: str) -> Decimal | None:
    """Read an xs:decimal; None if it is none."""
    stripped = text.strip()
    if len(stripped) > MAX_DIGITS or not _DECIMAL.fullmatch(stripped):
        return None
    return Decimal(stripped)


@dataclass(frozen=True, slots=True)
class Term:
    """One business term as written: `value` has no white space around it, `written` is the text untouched."""

    value: str
    place: str
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    written: str = ""

    @property
    def number(self) -> Decimal | None:
        """The value as a number, None if it is none."""
        return decimal(self.value)


@dataclass(slots=True, eq=False)
class Group:
    """One business group: terms by BT id and groups by BG id, each in document order. A document is "INVOICE".

    A term is there if its element is there, be it empty: `first` asks whether it exists, `text` what it says.
    """

    id: str
    place: str
    parent: Group | None = None
    terms: dict[str, list[Term]] = field(default_factory=dict)
    parts: dict[str, list[Group]] = field(default_factory=dict)
    syntax: str = ""  # "ubl" or "cii", on the document itself.
    _known: dict[str, Any] = field(default_factory=dict)

    @property
    def root(self) -> Group:
        """The document."""
        group = self
        while group.parent is not None:
            group = group.parent
        return group

    def first(self, term: str) -> Term | None:
        """Return the first such term of this group, None if there is none."""
        found = self.terms.get(term)
        return found[0] if found else None

    def all(self, term: str) -> Sequence[Term]:
        """Return all such terms of this group."""
        return self.terms.get(term, ())

    def has(self, *terms: str) -> bool:
        """Tell whether any of the terms exists here, be it empty."""
        return any(term in self.terms for term in terms)

    def text(self, term: str) -> str:
        """Return what the first such term says, "" if it says nothing or is absent."""
        found = self.terms.get(term)
        return found[0].value if found else ""

    def number(self, term: str) -> Decimal | None:
        """Return the number in the first such term, None if it is absent or no number."""
        found = self.terms.get(term)
        return found[0].number if found else None

    def groups(self, group: str) -> Sequence[Group]:
        """Return the groups of that id directly in this one."""
        return self.parts.get(group, ())

    def walk(self) -> Iterator[Group]:
        """Yield this group and all below; groups of one id come in document order."""
        pending = [self]
        while pending:
            group = pending.pop()
            yield group
            for parts in reversed(group.parts.values()):
                pending.extend(reversed(parts))

    def everywhere(self, group: str) -> Sequence[Group]:
        """Return the groups of that id in this one, at any depth."""
        return self.once("everywhere", _by_id).get(group, ())

    def once(self, name: str, compute: Callable[[Group], T]) -> T:
        """Return what `compute` says of this group, asked only once for each name."""
        if name not in self._known:
            self._known[name] = compute(self)
        return cast("T", self._known[name])


def _by_id(group: Group) -> Mapping[str, Sequence[Group]]:
    found: dict[str, list[Group]] = {}
    for one in group.walk():
        found.setdefault(one.id, []).append(one)
    return found
