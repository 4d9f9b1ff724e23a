"""What stands at the bottom of every page, and what has nothing to do with the invoice at all."""

from __future__ import annotations

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Account
from bursar.evals.rendering.writing import spaced


def _iban(d: Draft, account: Account) -> str:
    d.says("iban", account.iban)
    return spaced(account.iban)


def three_columns(d: Draft) -> None:
    """Seller, register and tax, bank: three columns below a line."""
    seller, account = d.facts.seller, d.facts.accounts[0]
    d.says("seller_name", seller.name)
    d.says("bic", account.bic)
    d.says("seller_email", seller.email)
    columns = (
        (seller.name, seller.street, seller.city, f"{d.label('phone')} {seller.phone}", seller.email),
        (
            f"{d.label('register')} {seller.register}",
            f"{d.label('director')}: {seller.person}",
            f"{d.tax_id_label}: {d.seller_tax_id()}",
        ),
        (account.bank, f"{d.label('iban')} {_iban(d, account)}", f"{d.label('bic')} {account.bic}"),
    )
    top, step = d.sheet.height - 66, (d.right - d.left) / 3
    for page in range(d.sheet.pages):
        for column, lines in enumerate(columns):
            for row, text in enumerate(lines):
                d.sheet.text(d.left + column * step, top + row * 9, text, 6.5, page=page)


def one_row(d: Draft) -> None:
    """Everything about the seller in centred small lines."""
    seller = d.facts.seller
    d.says("seller_name", seller.name)
    d.says("seller_email", seller.email)
    middle = (d.left + d.right) / 2
    first = f"{seller.name} - {seller.street} - {seller.city} - {d.label('phone')} {seller.phone}"
    second = f"{d.tax_id_label} {d.seller_tax_id()} - {d.label('register')} {seller.register} - {seller.email}"
    for page in range(d.sheet.pages):
        d.sheet.text(middle, d.sheet.height - 44, first, 7, align="C", page=page)
        d.sheet.text(middle, d.sheet.height - 34, second, 7, align="C", page=page)


def bank_row(d: Draft) -> None:
    """Bank and register in one line at the left."""
    account, seller = d.facts.accounts[0], d.facts.seller
    d.says("bic", account.bic)
    text = f"{account.bank} | {d.label('iban')} {_iban(d, account)} | {d.label('bic')} {account.bic}"
    below = f"{d.label('register')} {seller.register} | {d.tax_id_label} {d.seller_tax_id()}"
    for page in range(d.sheet.pages):
        d.sheet.text(d.left, d.sheet.height - 46, text, 7.5, page=page)
        d.sheet.text(d.left, d.sheet.height - 35, below, 7.5, page=page)


def tax_row(d: Draft) -> None:
    """Only the seller's tax id and register."""
    seller = d.facts.seller
    text = f"{d.tax_id_label}: {d.seller_tax_id()}   {d.label('register')} {seller.register}"
    for page in range(d.sheet.pages):
        d.sheet.text(d.right, d.sheet.height - 40, text, 7, align="R", page=page)


def page_numbers(d: Draft) -> None:
    """Write page numbers at the bottom right."""
    for page in range(d.sheet.pages):
        text = d.label("page").format(page=page + 1, pages=d.sheet.pages)
        d.sheet.text(d.right, d.sheet.height - 20, text, 7, align="R", page=page)


def page_heads(d: Draft) -> None:
    """Repeat title and number with the page at the top of each page but the first."""
    for page in range(1, d.sheet.pages):
        text = d.label("page").format(page=page + 1, pages=d.sheet.pages)
        d.sheet.text(d.left, 40, f"{d.title} {d.facts.number}", 8, page=page)
        d.sheet.text(d.right, 40, text, 8, align="R", page=page)


def advert(d: Draft) -> None:
    """Praise something at the bottom of the first page."""
    text = d.rng.choice(d.words.adverts)
    d.sheet.text((d.left + d.right) / 2, d.sheet.height - 84, text, 10, bold=True, align="C", page=0)


def conditions(d: Draft) -> None:
    """Add a page of terms and conditions in small print, with amounts and percentages that are none of ours."""
    d.sheet.new_page()
    d.y = 60
    for _ in range(5):
        for text in d.words.terms:
            d.paragraph(text, 6.5)
        d.y += 6


def intro(d: Draft) -> None:
    """Greet before the items."""
    d.paragraph(d.sentence("intro"))
    d.y += 10
