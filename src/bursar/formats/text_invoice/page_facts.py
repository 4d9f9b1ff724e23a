"""What each page says of itself, read as if it stood alone: to see where one invoice ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bursar.core.extraction import Evidence, Value
from bursar.core.splitting import PageFacts, Part, parts
from bursar.formats.pdf.page import Page
from bursar.formats.pdf.rows import Row, rows
from bursar.formats.text_invoice.body import read_body
from bursar.formats.text_invoice.head.header import header
from bursar.formats.text_invoice.head.lines import lines_of

MOST_PAGES: Final = 200
HEAD: Final = 45  # Percent of a page's height, from its top, in which its head stands.
_COUNTED: Final = re.compile(
    r"\b(?:page|seite|blatt|página|pagina|pág|pag|strona|sheet)\b[\s.:]*(?:n[.°º]?\s*)?(\d{1,3})\s*"
    r"(?:/|of|von|sur|de|di|van|z|-)\s*\d{1,3}\b",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(r"[-–(]?\s*(\d{1,3})\s?/\s?\d{1,3}\s*[-–)]?")


def several(pages: Sequence[Page]) -> tuple[Part, ...]:
    """Return the invoices that the pages are where they are more than one; nothing for a document of one invoice."""
    if not 1 < len(pages) <= MOST_PAGES:
        return ()
    found = [(tuple(rows(page)), page) for page in pages]
    facts = [_facts(on_page, page) for on_page, page in found]
    if len({one.number for one in facts} - {None}) < 2:
        return ()
    return parts([replace(one, total=_total(on_page)) for one, (on_page, _) in zip(facts, found, strict=True)])


def _facts(found: tuple[Row, ...], page: Page) -> PageFacts:
    # A title counts on a first page alone, so each page is one here.
    first = tuple(Row(1, row.words) for row in found)
    read = header(lines_of(first, (replace(page, number=1),)))
    number, kind, issued = (read.get(name) for name in ("invoice_number", "type_code", "issue_date"))
    titled, counted = kind is not None and Evidence.POSITION in kind.evidence, _counted(found)
    # A number without anything else that a head has is mentioned, not headed by.
    is_head = titled or counted == 1 or (issued is not None and _heads(issued, page))
    return PageFacts(
        page=page.number,
        number=number.value if number is not None and is_head and _heads(number, page) else None,
        titled=titled,
        counted=counted,
    )


def _heads(value: Value, page: Page) -> bool:
    """Tell whether a value is named in the head of a page."""
    top = value.box.top if value.box is not None else page.height
    return Evidence.LABEL in value.evidence and top * 100 <= page.height * HEAD


def _counted(found: Sequence[Row]) -> int | None:
    """Return which page of its document a page says it is."""
    for row in found:
        if told := _COUNTED.search(row.text):
            return int(told[1])
    for row in (*found[:2], *found[-2:]):
        if told := _ALONE.fullmatch(row.text):
            return int(told[1])
    return None


def _total(found: Sequence[Row]) -> str | None:
    totals = read_body(found).fields
    value = totals.get("payable") or totals.get("gross")
    return value.value if value is not None else None
