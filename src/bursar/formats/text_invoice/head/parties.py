"""Who sells and who buys: names, tax ids and mail, told apart by headings, places and whose identifiers they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Final

from bursar.core.extraction import Evidence, Method, Value
from bursar.formats.pdf.rows import joined
from bursar.formats.text_invoice.head.addresses import beside, is_half, upwards
from bursar.formats.text_invoice.head.blocks import OTHER, Block, below, blocks_of, role_of
from bursar.formats.text_invoice.head.captions import captions
from bursar.formats.text_invoice.head.identities import Identity, hosts, mails, national_tax_ids, vat_ids
from bursar.formats.text_invoice.head.lines import Lines, Span
from bursar.formats.text_invoice.head.names import (
    form_apart,
    has_form,
    is_city,
    is_name,
    is_salutation,
    is_street,
    is_title,
    named,
    pieces,
    without_form,
)
from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.words.party_words import BUYER, SELLER, whose

FORM, TOP, FOOT, AGAIN, DOMAIN, LARGE, HOLDER, FIRST, SENDER = 40, 15, 20, 20, 60, 20, 60, 10, 15
WINDOW, ADDRESSED = -20, 15
CONTACT: Final = 25
MOST_BELOW: Final = 6  # Lines of a letterhead below its name.
# A number in groups, alone or behind words; the letters of a country before one make it a tax id.
_PHONE: Final = re.compile(
    r"(?:\D*[a-z.:]\s*)?(?:\+\d{2}|\(?\d{2,5}\)?)[ /.-][\d ()/.-]{5,}\d"
    r"|(?i:tel|t[eé]l|fon|phone|ruf|mobi|bel|fax|e-?mail)\b.*"
)
IN_SELLER, IN_BUYER, IN_OTHER = 60, -150, -120
HEADED: Final = 160
LEAST: Final = 20
MAX_NAMES: Final = 400
MAX_ADDRESSES: Final = 8
HEAD_LINES: Final = 25
FEW: Final = 4  # Words of a heading.
MAY_NAME: Final = frozenset({"buyer", "name", "customer_number"})  # What words before a buyer's name may name.
MOST: Final = 200  # Identifiers of a kind that are looked at.
LETTERHEAD: Final = 7_000  # Hundredths of a point from the seller's name down to its city.
COMMON_HOSTS: Final = frozenset(
    {"gmail", "gmx", "web", "hotmail", "outlook", "yahoo", "icloud", "tonline", "orange", "localhost"}
)


@dataclass(slots=True)
class Name:
    """A name that may be the seller's, with what speaks for it."""

    spans: tuple[Span, ...]
    points: int
    evidence: set[Evidence] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The name as written."""
        return " ".join(span.text for span in self.spans)

    def value(self) -> Value:
        """Return the name as a value."""
        return Value(
            value=self.text,
            raw=self.text,
            method=Method.TEXT,
            page=self.spans[0].line.row.page,
            box=joined(word for span in self.spans for word in span.words),
            evidence=tuple(sorted(self.evidence)),
        )


class Parties:
    """The parties of a document."""

    def __init__(self, lines: Lines) -> None:
        """Take the lines of a document."""
        self.lines = lines

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The headings of parties."""
        return blocks_of(self.lines)

    def role(self, span: Span) -> str | None:
        """Return whose part of the page a piece of text stands in."""
        return role_of(span, self.blocks, self.tables)

    @cached_property
    def tables(self) -> tuple[int, ...]:
        """The lines that head columns."""
        return tuple(line.index for line in self.lines.all if line.is_heading)[:MOST]

    @cached_property
    def mails(self) -> tuple[Identity, ...]:
        """The addresses of mail that are not the buyer's."""
        return tuple(mail for mail in islice(mails(self.lines), MOST) if self.role(mail.span) not in {BUYER, OTHER})

    @cached_property
    def domains(self) -> frozenset[str]:
        """What the seller calls itself in mail and web addresses."""
        found = [mail.value.rpartition("@")[2] for mail in self.mails]
        found += [host.value for host in islice(hosts(self.lines), MOST) if self.role(host.span) not in {BUYER, OTHER}]
        labels = {without_form(host.rsplit(".", 1)[0].rpartition(".")[2]) for host in found}
        return frozenset(label for label in labels if len(label) > 2) - COMMON_HOSTS

    def fields(self) -> dict[str, Value]:
        """Return names, tax ids and mail of both parties, keyed by the names of HEADER."""
        found: dict[str, Value] = {}
        buyer = self._headed(BUYER)
        seller = self._seller(buyer)
        if seller:
            found["seller_name"] = seller.value()
        buyer = buyer or self._addressed(seller) or self._said(seller)
        if buyer:
            found["buyer_name"] = buyer.value()
        found |= self._tax_ids()
        mail = max(self.mails, key=lambda one: self._mail_points(one, seller), default=None)
        if mail:
            found["seller_email"] = identified(mail)
        return found

    def _mail_points(self, mail: Identity, seller: Name | None) -> int:
        host = without_form(mail.value.rpartition("@")[2].rsplit(".", 1)[0].rpartition(".")[2])
        same = seller is not None and _alike(host, without_form(seller.text))
        return 40 * same + 20 * mail.labelled + 15 * (self.role(mail.span) == SELLER) - mail.span.line.index // 40

    def _tax_ids(self) -> dict[str, Value]:
        found: dict[str, Value] = {}
        with_country, national = (
            list(islice(vat_ids(self.lines), MOST)),
            list(islice(national_tax_ids(self.lines), MOST)),
        )
        for identity in [*with_country, *national]:
            if self._is_buyers(identity) and "buyer_tax_id" not in found:
                found["buyer_tax_id"] = identified(identity)
        sellers = [one for one in with_country if not self._is_buyers(one) and self.role(one.span) != OTHER]
        sellers += [one for one in national if not self._is_buyers(one) and self.role(one.span) != OTHER]
        if not sellers and len({one.value for one in (*with_country, *national)}) == 1:
            # Law asks for the seller's tax id, seldom for the buyer's: what no label gives the buyer is the seller's.
            sellers = [one for one in (*with_country, *national) if not (one.hit and "buyer_tax_id" in one.hit.kinds)]
            found = {} if sellers else found
        buyers = found.get("buyer_tax_id")
        sellers = [one for one in sellers if buyers is None or one.value != buyers.value] or sellers
        if sellers:
            chosen = max(sellers, key=lambda one: (self._tax_points(one, with_country), -one.span.line.index))
            again = sum(one.value == chosen.value for one in with_country) > 1
            found["seller_tax_id"] = identified(chosen, *((Evidence.REPETITION,) if again else ()))
        return found

    def _tax_points(self, one: Identity, with_country: list[Identity]) -> int:
        points = 60 * (one in with_country) + 30 * one.labelled + 90 * (self.role(one.span) == SELLER)
        points += 20 * (Evidence.CHECKSUM in one.evidence)
        return points + 20 * (one.hit is not None and "tax_id" in one.hit.kinds)

    def _is_buyers(self, identity: Identity) -> bool:
        side = next((side for one in captions(self.lines, identity.span) if (side := whose(one.text))), None)
        if side is not None:
            return side == BUYER
        if identity.hit is not None and "buyer_tax_id" in identity.hit.kinds:
            return True
        return self.role(identity.span) == BUYER

    def _headed(self, role: str) -> Name | None:
        """Return the first name below a heading of the party."""
        for block in self.blocks:
            if block.role == role:
                spans = self._name_in(block)
                if spans:
                    evidence = {Evidence.LABEL, Evidence.POSITION, *_of_form(spans)}
                    return Name(self._with_neighbour(spans, seller=role == SELLER), HEADED, evidence)
        return None

    def _name_in(self, block: Block) -> Span | None:
        for piece in below(self.lines, block):
            start = piece.stripped().start
            label = next((hit for hit in piece.line.hits if hit.span.start == start), None)
            if label is not None and "name" in label.kinds:
                value = next(self.lines.right_of(label), None)
                if value is not None and is_name(named(value)):
                    return named(value)
            if label is not None and label.colon:
                continue
            span = named(piece)
            if is_name(span):
                return span
        return None

    def _with_neighbour(self, span: Span, *, seller: bool) -> tuple[Span, ...]:
        """Return a name with the line above or below that belongs to it: a salutation, or its first half."""
        above, under = beside(self.lines, span, -1), beside(self.lines, span, 1)
        if above is not None and is_title(above.text):
            return (above, span)
        if is_title(span.text) and under is not None:
            return (span, under)
        if seller and above is not None and has_form(span.text) and is_half(above, span):
            return (above, span)
        if seller and under is not None and has_form(under.text) and is_half(span, under):
            return (span, under)
        return (span,)

    def _seller(self, buyer: Name | None) -> Name | None:
        headed = self._headed(SELLER)
        bought = without_form(buyer.text) if buyer else ""
        # Companies of one group have one name; whose mail is called so sells.
        is_of_group = any(_alike(host, bought) for host in self.domains)
        candidates = [
            name for name in self._letterheads() if not bought or is_of_group or without_form(name.text) != bought
        ]
        candidates += [headed] if headed else []
        best = max(candidates, key=lambda name: name.points, default=None)
        if best is None or best.points < LEAST:
            return None
        self._cut_form(best)
        return best

    def _cut_form(self, name: Name) -> None:
        """Cut a legal form off a name where the letterhead states it apart, for then the name is without it."""
        form = next(
            (found for line in self.lines.all[:40] for one in pieces(line) if (found := form_apart(one.text))), None
        )
        span = name.spans[-1]
        if form and len(name.spans) == 1 and span.text.endswith(f" {form}"):
            name.spans = (Span(span.line, span.start, span.end - len(form) - 1),)

    def _letterheads(self) -> Iterator[Name]:
        lines = self.lines
        all_pieces = (span for line in lines.all for span in pieces(line))
        found = list(islice((span for span in all_pieces if self._may_be_seller(span)), MAX_NAMES))
        counts: dict[str, set[int]] = {}
        for span in found:
            counts.setdefault(without_form(span.text), set()).add(span.line.index)
        holders = {without_form(name) for name in self._holders()}
        for span in found:
            compact = without_form(span.text)
            if len(compact) > 1:
                yield self._weighed(span, compact, again=len(counts[compact]) > 1, holder=compact in holders)

    def _may_be_seller(self, span: Span) -> bool:
        if not is_name(span):
            return False
        page = self.lines.pages[span.line.row.page - 1]
        top, low = span.box.top, page.height
        if has_form(span.text):
            return len(span.text.split()) > 1 and len(span.text.split()) < 10
        return span.line.row.page == 1 and (top * 100 < low * 28 or top * 100 > low * 86) and len(span.text.split()) < 7

    def _holders(self) -> Iterator[str]:
        for hit in self.lines.hits:
            if "account_holder" in hit.kinds:
                value = next(self.lines.right_of(hit), None) or next(self.lines.below(hit), None)
                if value is not None:
                    yield named(value).text.rpartition(":")[2].strip()

    def _weighed(self, span: Span, compact: str, *, again: bool, holder: bool) -> Name:
        page = self.lines.pages[span.line.row.page - 1]
        top, word = span.box.top * 100, span.words[0]
        is_top, is_foot = top < page.height * 20, top > page.height * 86
        domain = any(_alike(host, compact) for host in self.domains)
        role = self.role(span)
        size = word.size or word.box.bottom - word.box.top
        points = FORM * has_form(span.text) + TOP * is_top + FOOT * is_foot + AGAIN * again + DOMAIN * domain
        points += (
            HOLDER * holder + FIRST * (span.line.index == 0) + LARGE * (size * 10 > self._usual_size * 13 and is_top)
        )
        points += {SELLER: IN_SELLER, BUYER: IN_BUYER, OTHER: IN_OTHER}.get(role or "", 0)
        points += SENDER * (span.end < len(span.line.text) and is_city(span.line.text))
        is_window = page.height * 14 < top < page.height * 34 and span.box.left * 100 < page.width * 40
        points += WINDOW * (is_window and span.start == 0) + self._address_below(span)
        points += CONTACT * self._is_reached(span)
        evidence = {Evidence.POSITION} if is_top or is_foot else set()
        evidence |= {Evidence.FORMAT} if has_form(span.text) else set()
        evidence |= {Evidence.REPETITION} if again or domain or holder else set()
        return Name(self._with_neighbour(span, seller=True), points, evidence)

    def _is_reached(self, span: Span) -> bool:
        """Tell whether a telephone, mail or a web address stands in the lines below a name: letterheads have them."""
        below, lines = span, 0
        while lines < MOST_BELOW and (under := beside(self.lines, below, 1)) is not None:
            if "@" in under.text or "www." in under.text or _PHONE.fullmatch(under.text):
                return True
            below, lines = under, lines + 1
        return False

    def _address_below(self, span: Span) -> int:
        under = beside(self.lines, span, 1)
        if under is None:
            return 0
        # Not every street looks like one; the city below it does.
        second = beside(self.lines, under, 1)
        is_address = is_street(under.text) or is_city(under.text) or (second is not None and is_city(second.text))
        return ADDRESSED if is_address else 0

    @cached_property
    def _usual_size(self) -> int:
        sizes = sorted(word.size for line in self.lines.all for word in line.row.words)
        return sizes[len(sizes) // 2] if sizes else 0

    def _addressed(self, seller: Name | None) -> Name | None:
        """Return who stands first in an address on the first page that is not the seller's."""
        names = list(islice(self._addresses(seller), MAX_ADDRESSES))
        # Whose telephone stands below is the one who writes, and a legal form makes a name a name.
        others = [name for name in names if not self._is_reached(name.spans[-1])] or names
        return next((name for name in others if Evidence.FORMAT in name.evidence), others[0] if others else None)

    def _said(self, seller: Name | None) -> Name | None:
        """Return the first company that unknown words and a colon name in the head of the first page."""
        for line in self.lines.all[:HEAD_LINES]:
            for cell in line.cells if line.row.page == 1 else ():
                before, colon, _ = cell.text.partition(":")
                span = named(Span(line, cell.start + len(before) + 1, cell.end)) if colon else cell
                is_label = colon and len(before.split()) < FEW and not any(map(str.isdigit, before))
                if not is_label or not (is_name(span) and has_form(span.text)) or is_street(span.text):
                    continue
                known = any(
                    cell.start <= hit.span.start <= span.start and not hit.kinds <= MAY_NAME for hit in line.hits
                )
                if not known and (seller is None or without_form(span.text) != without_form(seller.text)):
                    return Name((span,), 0, {Evidence.POSITION, Evidence.FORMAT})
        return None

    def _addresses(self, seller: Name | None) -> Iterator[Name]:
        for line in self.lines.all[:60]:
            page = self.lines.pages[line.row.page - 1]
            if line.row.page > 1 or line.row.box.top * 100 > page.height * 70:
                return
            for cell in line.cells:
                if is_city(cell.text) and self.role(cell) not in {SELLER, OTHER} and not self._is_sellers(cell, seller):
                    name = self._first_of(upwards(self.lines, cell))
                    if name is not None and not self._is_sold_by(name, seller):
                        yield name

    def _first_of(self, address: list[Span]) -> Name | None:
        names = [span for span in address[1:] if is_name(span) and not is_salutation(span.text)]
        chosen = next((span for span in names if has_form(span.text)), names[-1] if names else None)
        if chosen is None:
            return None
        return Name(self._with_neighbour(chosen, seller=False), 0, {Evidence.POSITION, *_of_form(chosen)})

    def _is_sold_by(self, name: Name, seller: Name | None) -> bool:
        if seller is None:
            return any(_alike(host, without_form(name.text)) for host in self.domains)
        return plain(name.text) == plain(seller.text)

    def _is_sellers(self, city: Span, seller: Name | None) -> bool:
        """Tell whether a city belongs to the address below the seller's name."""
        if seller is None or seller.spans[0].line.row.page != city.line.row.page:
            return False
        box, head = city.box, seller.spans[0].box
        level = abs(box.left - head.left) <= 600 or abs(box.right - head.right) <= 600
        if is_city(seller.spans[0].line.text):
            return city.line is seller.spans[0].line  # A sender's line stands above the address of whom it goes to.
        return level and 0 <= box.top - head.top <= LETTERHEAD


def identified(identity: Identity, *evidence: Evidence) -> Value:
    """Return an identifier as a value."""
    return Value(
        value=identity.value,
        raw=identity.span.text,
        method=Method.TEXT,
        page=identity.span.line.row.page,
        box=identity.span.box,
        evidence=tuple(sorted({*identity.evidence, *evidence})),
    )


def _of_form(span: Span) -> tuple[Evidence, ...]:
    return (Evidence.FORMAT,) if has_form(span.text) else ()


def _alike(host: str, name: str) -> bool:
    """Tell whether the name of a host and that of a company are one, or one is a part of the other."""
    short, long = sorted((host, name), key=len)
    begins = long.startswith(short) and (len(short) > 3 or long == short)
    return len(short) > 2 and (begins or (len(host) > 4 and host in name))
