"""XML as data that may be hostile: one hardened parser, and nodes that know where they stand.

Nothing outside the bytes is ever read: no DTD, no entity, no network. A document with a document type declaration is
refused whole, because an invoice needs none and entity attacks need one. Limits: `MAX_BYTES`, `MAX_TAGS`, `MAX_DEPTH`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from bursar.core.en16931.terms import NO_ATTRIBUTES
from bursar.core.errors import Refused

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_TAGS: Final = 2_000_000  # An invoice of 10,000 rich lines has about 1,200,000 opening and closing tags.
MAX_DEPTH: Final = 64  # The deepest path of either syntax has 9 elements; extensions may add some.
PROLOG_BYTES: Final = 4096

_FIRST_ELEMENT: Final = re.compile(rb"<[A-Za-z_]")
_TOO_DEEP: Final = etree.XPath(f"boolean(/{'/*' * (MAX_DEPTH + 1)})".replace("//", "/"))


class NotXml(Refused):
    """The bytes are not well-formed XML."""

    code = "not_xml"


class XmlForbidden(Refused):
    """The XML declares a document type or entities, which no invoice needs."""

    code = "xml_forbidden"


class XmlTooDeep(Refused):
    """Elements are nested deeper than any invoice nests them."""

    code = "xml_too_deep"


class XmlTooLarge(Refused):
    """The XML has more bytes or tags than are read."""

    code = "xml_too_large"


class Names(dict[str, str]):
    """Canonical names such as "cbc:ID" by Clark name; a namespace that the syntax does not know gives ""."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes

    def __missing__(self, tag: str) -> str:
        namespace, _, local = tag.rpartition("}")
        prefix = self._prefixes.get(namespace[1:])
        name = f"{prefix}:{local}" if prefix else ""
        self[tag] = name
        return name


_NO_CHILDREN: Final[dict[str, list[Any]]] = {}  # Shared by all leaves; never written to.


class Node:
    """An element whose children are found by canonical name and whose place is an absolute XPath."""

    __slots__ = ("_by_name", "_element", "_names", "_ordered", "place")

    def __init__(self, element: etree._Element, place: str, names: Names) -> None:
        self._element = element
        self._names = names
        self._by_name: dict[str, list[Node]] | None = None  # With `_ordered`, once the children are asked for.
        self._ordered: list[Node] = []
        self.place = place

    @classmethod
    def absent(cls, beside: Node) -> Node:
        """Return an empty node, so that what is read from a part that is missing is simply absent."""
        return cls(etree.Element("absent"), f"{beside.place}/absent", beside._names)

    @property
    def name(self) -> str:
        """The canonical name such as "cbc:ID"; "" in a namespace that the syntax does not know."""
        return self._names[self._element.tag]

    @property
    def text(self) -> str:
        """The text of the element without the white space around it."""
        return (self._element.text or "").strip()

    @property
    def written(self) -> str:
        """The text of the element as written."""
        return self._element.text or ""

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes as written, by Clark name."""
        found = self._element.attrib
        return {str(name): str(value) for name, value in found.items()} if found else NO_ATTRIBUTES

    def attribute(self, name: str) -> str:
        """Return an attribute without the white space around it, "" if absent."""
        return (self._element.get(name) or "").strip()

    def all(self, name: str) -> list[Node]:
        """Return the children of that canonical name, in document order."""
        if self._by_name is None:
            self._by_name = self._index()
        return self._by_name.get(name, [])

    @property
    def children(self) -> list[Node]:
        """The children in document order; those in namespaces that the syntax does not know have no place of theirs."""
        if self._by_name is None:
            self._by_name = self._index()
        return self._ordered

    def walk(self, path: tuple[str, ...]) -> Node | None:
        """Return the first node down that path of canonical names, taking the first child at each step."""
        node = self
        for name in path:
            found = node.all(name)
            if not found:
                return None
            node = found[0]
        return node

    def _index(self) -> dict[str, list[Node]]:
        if not len(self._element):
            return _NO_CHILDREN
        names, place = self._names, self.place
        self._ordered = [Node(child, f"{place}/{names[child.tag] or '*'}", names) for child in self._element]
        grouped: dict[str, list[Node]] = {}
        for node in self._ordered:
            name = node.name
            if name:
                grouped.setdefault(name, []).append(node)
        for nodes in grouped.values():
            if len(nodes) > 1:
                for number, node in enumerate(nodes, 1):
                    node.place = f"{node.place}[{number}]"
        return grouped


def parse(data: bytes) -> etree._Element:
    """Parse untrusted XML into its root element. Raises NotXml, XmlForbidden, XmlTooDeep or XmlTooLarge."""
    _refuse_oversize(data)
    _refuse_doctype(data)
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise _reason(broken) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise XmlForbidden("The XML declares a document type; an invoice must not.")
    if _TOO_DEEP(root):
        raise XmlTooDeep(f"Elements are nested more than {MAX_DEPTH} deep.")
    return root


def _parser() -> etree.XMLParser:
    # One parser for each document: lxml parsers are not to be shared between threads, and making one is cheap.
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refuse_oversize(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise XmlTooLarge(f"The XML has more than {MAX_BYTES} bytes.")
    if data.count(b"<") > MAX_TAGS:
        raise XmlTooLarge(f"The XML has more than {MAX_TAGS} tags.")


def _refuse_doctype(data: bytes) -> None:
    # The declaration can only stand before the first element. Dropping NUL bytes reads UTF-16 and UTF-32 as well; what
    # slips through an exotic encoding or behind a long comment is refused after parsing, still without being resolved.
    prolog = data[:PROLOG_BYTES].replace(b"\0", b"")
    first = _FIRST_ELEMENT.search(prolog)
    if b"<!DOCTYPE" in prolog[: first.start() if first else None]:
        raise XmlForbidden("The XML declares a document type; an invoice must not.")


def _reason(broken: Exception) -> Refused:
    said = str(broken)
    if "Excessive depth" in said or "maximum depth" in said.lower():
        return XmlTooDeep(f"Elements are nested more than {MAX_DEPTH} deep.")
    if "huge" in said.lower() or "too long" in said.lower():
        return XmlTooLarge("A text in the XML is longer than is read.")
    if "entit" in said.lower():
        return XmlForbidden("The XML uses an entity that it does not declare; an invoice needs none.")
    return NotXml("The bytes are not well-formed XML.", reason=said[:200])
