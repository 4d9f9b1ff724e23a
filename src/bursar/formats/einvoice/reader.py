"""The one door to e-invoices: which syntax is it, and what does it say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol

from lxml import etree

from bursar.core.errors import Refused
from bursar.core.invoices import Invoice
from bursar.formats.einvoice import cii, ubl
from bursar.formats.einvoice.cii_words import MODERN, OLD, Words
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
    """Read an e-invoice from XML that may be hostile.

    What is missing or unreadable is None and, if something stood there, in `Invoice.problems`; that is for the checks
    to judge. Raises NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge, or NotAnInvoice.
    """
    element = parse(data)
    reader = READERS.get(element.tag)
    if reader is None:
        raise NotAnInvoice(
            "The XML is not an invoice in a syntax that is read.", root=element.tag[:MAX_ROOT_CHARACTERS]
        )
    return reader(element)


def _ubl(element: etree._Element, *, is_credit_note: bool) -> Invoice:
    place = "/CreditNote" if is_credit_note else "/Invoice"
    return ubl.read(Node(element, place, Names(ubl.PREFIXES)), is_credit_note=is_credit_note)


def _cii(element: etree._Element, *, words: Words) -> Invoice:
    names = Names(cii.PREFIXES)
    return cii.read(Node(element, f"/{names[element.tag]}", names), words)


READERS: Final[Mapping[str, Callable[[etree._Element], Invoice]]] = MappingProxyType(
    {
        f"{{{ubl.INVOICE}}}Invoice": partial(_ubl, is_credit_note=False),
        f"{{{ubl.CREDIT_NOTE}}}CreditNote": partial(_ubl, is_credit_note=True),
        f"{{{cii.D16B}}}CrossIndustryInvoice": partial(_cii, words=MODERN),
        f"{{{cii.ZUGFERD_1}}}CrossIndustryDocument": partial(_cii, words=OLD),
        f"{{{cii.ZUGFERD_RC}}}Invoice": partial(_cii, words=OLD),
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
    return first is not None and getattr(first[1], "tag", None) in READERS
