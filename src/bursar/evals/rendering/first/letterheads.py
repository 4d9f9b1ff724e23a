"""Who sends the document, at the top of it; and the buyer, at the places that envelopes and habits ask for."""

from __future__ import annotations

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Party


def _contacts(d: Draft) -> list[str]:
    seller = d.facts.seller
    d.says("seller_email", seller.email)
    return [f"{d.label('phone')} {seller.phone}", f"{d.label('email')} {seller.email}", seller.web]


def left(d: Draft) -> None:
    """Draw name large at the left, address and contacts below it."""
    seller = d.facts.seller
    d.says("seller_name", seller.name)
    d.sheet.text(d.left, 62, seller.name, 16, bold=True)
    for row, text in enumerate((seller.street, seller.city, *_contacts(d))):
        d.sheet.text(d.left, 78 + row * 11, text, 8)
    d.y = 150


def right(d: Draft) -> None:
    """Draw everything at the right edge, beside a picture at the left."""
    seller = d.facts.seller
    d.says("seller_name", seller.name)
    d.sheet.logo(d.left, 40, 54, 54)
    d.sheet.text(d.right, 52, seller.name, 12, bold=True, align="R")
    lines = (seller.street, seller.city, *_contacts(d), f"{d.tax_id_label} {d.seller_tax_id()}")
    for row, text in enumerate(lines):
        d.sheet.text(d.right, 66 + row * 10.5, text, 8, align="R")
    d.y = 142


def centre(d: Draft) -> None:
    """Draw centred, as restaurants and lawyers do, with a line below."""
    seller, middle = d.facts.seller, (d.left + d.right) / 2
    d.says("seller_name", seller.name)
    d.sheet.text(middle, 58, seller.name, 18, bold=True, align="C")
    d.sheet.text(middle, 74, f"{seller.street} · {seller.city}", 9, align="C")
    d.sheet.text(middle, 86, " | ".join(_contacts(d)), 8, align="C")
    d.sheet.line(d.left, 94, d.right, 94)
    d.y = 118


def band(d: Draft) -> None:
    """Draw white on a dark band over the whole width."""
    seller = d.facts.seller
    d.says("seller_name", seller.name)
    d.sheet.rect(0, 0, d.sheet.width, 70, gray=215)
    d.sheet.text(d.left, 34, seller.name.upper(), 15, bold=True)
    d.sheet.text(d.left, 52, f"{seller.street}  {seller.city}", 8)
    d.y = 100


def picture_only(d: Draft) -> None:
    """Draw only a picture: the seller's name stands in the footer or nowhere but there."""
    d.sheet.logo(d.right - 110, 36, 110, 44)
    d.y = 110


def sender_line(d: Draft) -> None:
    """Draw a picture, and the sender in one small line above the address window."""
    seller = d.facts.seller
    d.says("seller_name", seller.name)
    d.sheet.logo(d.right - 90, 36, 90, 40)
    d.sheet.text(d.left, 128, f"{seller.name} · {seller.street} · {seller.city}", 6.5)
    d.y = 145


def from_and_to(d: Draft) -> None:
    """Draw seller and buyer side by side, each below its label."""
    seller, buyer, middle = d.facts.seller, d.facts.buyer, (d.left + d.right) / 2
    d.says("seller_name", seller.name)
    d.says("buyer_name", buyer.name)
    d.sheet.text(d.left, 62, d.label("from"), 8, gray=110)
    d.sheet.text(middle, 62, d.label("bill_to"), 8, gray=110)
    sellers = (seller.name, seller.street, seller.city, f"{d.tax_id_label}: {d.seller_tax_id()}")
    buyers = (buyer.name, buyer.street, buyer.city, f"{d.label('buyer_tax_id')}: {d.buyer_tax_id()}")
    for row, (one, other) in enumerate(zip(sellers, buyers, strict=True)):
        d.sheet.text(d.left, 76 + row * 12, one, 10, bold=row == 0)
        d.sheet.text(middle, 76 + row * 12, other, 10, bold=row == 0)
    d.y = 140


def sidebar(d: Draft) -> None:
    """Draw a narrow column at the right with everything about the seller."""
    seller, x = d.facts.seller, d.right - 110
    d.says("seller_name", seller.name)
    d.sheet.text(x, 60, seller.name, 9, bold=True)
    lines = (seller.street, seller.city, "", *_contacts(d), "", d.tax_id_label, d.seller_tax_id(), d.label("contact"))
    for row, text in enumerate((*lines, seller.person)):
        d.sheet.text(x, 72 + row * 10, text, 7.5)
    d.y = 110


def window(d: Draft) -> None:
    """Draw the buyer where the window of an envelope is."""
    _address(d, d.facts.buyer, d.left, max(d.y, 142))
    d.y = max(d.y, 142) + 62


def window_with_person(d: Draft) -> None:
    """Draw the buyer in the window, with the person who ordered and the country."""
    d.y = max(d.y, 142)
    buyer = d.facts.buyer
    d.says("buyer_name", buyer.name)
    for row, text in enumerate((buyer.name, buyer.person, buyer.street, buyer.city)):
        d.sheet.text(d.left, d.y + row * 12, text, d.size + 1)
    d.y += 66


def at_right(d: Draft) -> None:
    """Draw the buyer at the right, as French windows have it."""
    _address(d, d.facts.buyer, (d.left + d.right) / 2 + 30, max(d.y, 142))
    d.y = max(d.y, 142) + 62


def labelled(d: Draft) -> None:
    """Draw the buyer below a label, with the tax id."""
    d.sheet.text(d.left, d.y, d.label("bill_to"), d.size, bold=True)
    _address(d, d.facts.buyer, d.left, d.y + 13)
    d.sheet.text(d.left, d.y + 49, f"{d.label('buyer_tax_id')} {d.buyer_tax_id()}", d.size)
    d.y += 76


def boxed(d: Draft) -> None:
    """Draw the buyer in a frame at the right with a label on its edge."""
    x = d.right - 220
    d.sheet.rect(x, d.y, 220, 66)
    d.sheet.text(x + 6, d.y + 11, f"{d.label('bill_to')}:", 7)
    _address(d, d.facts.buyer, x + 6, d.y + 25)
    d.y += 84


def with_delivery(d: Draft) -> None:
    """Draw the buyer at the left, another place of delivery at the right, both with labels."""
    buyer, middle = d.facts.buyer, (d.left + d.right) / 2
    d.sheet.text(d.left, d.y, d.label("bill_to"), d.size, bold=True)
    d.sheet.text(middle, d.y, d.label("ship_to"), d.size, bold=True)
    _address(d, buyer, d.left, d.y + 13)
    other = next(street for street in d.words.streets if street != buyer.street)
    for row, text in enumerate((buyer.name, other, buyer.city)):
        d.sheet.text(middle, d.y + 13 + row * 12, text, d.size)
    d.y += 66


def in_a_line(d: Draft) -> None:
    """Draw the buyer in one line behind a label and a colon."""
    buyer = d.facts.buyer
    d.says("buyer_name", buyer.name)
    d.sheet.text(d.left, d.y, f"{d.label('bill_to')}: {', '.join(buyer.address)}", d.size)
    d.y += 22


def nowhere(_d: Draft) -> None:
    """Draw nothing: the buyer stands in the letterhead already."""


def _address(d: Draft, party: Party, x: float, y: float) -> None:
    d.says("buyer_name", party.name)
    for row, text in enumerate(party.address):
        d.sheet.text(x, y + row * 12, text, d.size + (1 if row == 0 else 0))
