"""The one door to e-invoices: which syntax is it, and what does it say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol

from lxml import etree

from bursar.core.en16931 import namespaces
from bursar.core.errors import Refused
from bursar.core.invoices import Invoice
from bursar.formats.einvoice import cii, ubl
from bursar.formats.einvoice.cii_words import MODERN, OLD
from bursar.formats.einvoice.xml import Names, Node, parse

# Names a hybrid PDF may give its invoice, best first; compared without case, because the generations differ in it.
EMBEDDED_NAMES: Final = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml")
MAX_ROOT_CHARACTERS: Final = 120
_HEAD_BYTES: Final = 64 * 1024


class NotAnInvoice(Refused):
    """Well-formed XML of none of the syntaxes that are read, or pages on which nothing reads like an invoice."""

    code = "not_an_invoice"


class NamedData(Protocol):
    """Anything with a file name and bytes, such as a PDF's attachment."""

    @property
    def name(self) -> str:
        """The file name."""

    @property
    def data(self) -> bytes:
        """The content."""


def read_invoice(data: bytes) -> Invoice:
    """Read an e-invoice from XML that may be hostile. Raises what `root_of` raises."""
    return read_root(root_of(data))


def root_of(data: bytes) -> Node:
    """Return the root of an e-invoice in XML that may be hostile, its elements named as its syntax names them.

    Raises NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge, or NotAnInvoice.
    """
    element = parse(data)
    if element.tag not in ROOTS:
        raise NotAnInvoice(
            "The XML is not an invoice in a syntax that is read.", root=element.tag[:MAX_ROOT_CHARACTERS]
        )
    place, prefixes = ROOTS[element.tag]
    return Node(element, place, Names(prefixes))


def read_root(root: Node) -> Invoice:
    """Read what `root_of` returned.

    What is missing or unreadable is None and, if something stood there, in `Invoice.problems`; that is for the checks
    to judge.
    """
    return READERS[root.name](root)


# The place of the document's element and the prefixes of its namespaces, by its Clark name.
ROOTS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = MappingProxyType(
    {
        f"{{{namespaces.UBL_INVOICE}}}Invoice": ("/Invoice", namespaces.UBL),
        f"{{{namespaces.UBL_CREDIT_NOTE}}}CreditNote": ("/CreditNote", namespaces.UBL),
        f"{{{namespaces.CII_INVOICE}}}CrossIndustryInvoice": ("/rsm:CrossIndustryInvoice", namespaces.CII),
        f"{{{cii.ZUGFERD_1}}}CrossIndustryDocument": ("/rsm:CrossIndustryDocument", cii.OLD_PREFIXES),
        f"{{{cii.ZUGFERD_RC}}}Invoice": ("/rsm:Invoice", cii.OLD_PREFIXES),
    }
)
READERS: Final[Mapping[str, Callable[[Node], Invoice]]] = MappingProxyType(
    {
        "ubl:Invoice": partial(ubl.read, is_credit_note=False),
        "cn:CreditNote": partial(ubl.read, is_credit_note=True),
        "rsm:CrossIndustryInvoice": partial(cii.read, words=MODERN),
        "rsm:CrossIndustryDocument": partial(cii.read, words=OLD),
        "rsm:Invoice": partial(cii.read, words=OLD),
    }
)


def embedded_xml(attachments: Iterable[NamedData]) -> bytes | None:
    """Return the invoice among a PDF's attachments by its name, else the only one that is an invoice; None without."""
    carried = tuple(attachments)
    by_name = {one.name.casefold(): one.data for one in reversed(carried)}
    named = next((by_name[name] for name in EMBEDDED_NAMES if name in by_name), None)
    if named is not None:
        return named
    unnamed = [one.data for one in carried if _looks_like_an_invoice(one.data)]
    return unnamed[0] if len(unnamed) == 1 else None


def _looks_like_an_invoice(data: bytes) -> bool:
    """Tell whether the first element of what may be XML is an invoice's; orders and other data are none."""
    if b"<" not in data[:_HEAD_BYTES]:
        return False
    reading = etree.XMLPullParser(("start",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        reading.feed(data[:_HEAD_BYTES])
        first = next(iter(reading.read_events()), None)
    except etree.XMLSyntaxError:
        return False
    return first is not None and getattr(first[1], "tag", None) in ROOTS
