"""How it is to be paid: terms, early-payment discounts, accounts; as sentences, blocks, rows and footers."""

from __future__ import annotations

from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import Account
from bursar.evals.rendering.writing import spaced


def _terms(d: Draft, *, early: bool = False) -> str:
    facts = d.facts
    values = {"days": str(facts.days), "early": str(facts.early_days)}
    if early:
        text = d.sentence("discount", percent=d.numbers.short(facts.early_percent), **values)
    else:
        text = d.sentence("terms", **values)
    d.says("payment_terms", text)
    return text


def _iban(d: Draft, account: Account, *, gaps: bool = True) -> str:
    """Write an account number; of several accounts the first is the one that counts, and any is right."""
    d.says("iban", account.iban)
    return spaced(account.iban) if gaps else account.iban


def _bic(d: Draft, account: Account) -> str:
    d.says("bic", account.bic)
    return account.bic


def block(d: Draft) -> None:
    """Draw terms, then the account with a label in front of each value."""
    account = d.facts.accounts[0]
    d.room(90)
    d.y += 10
    d.sheet.text(d.left, d.y, f"{d.label('terms')}:", d.size, bold=True)
    d.sheet.text(d.left + 130, d.y, _terms(d), d.size)
    rows = (
        (d.label("bank"), account.bank),
        (d.label("iban"), _iban(d, account)),
        (d.label("bic"), _bic(d, account)),
        (d.label("payment_reference"), d.facts.number),
    )
    d.says("payment_reference", d.facts.number)
    for row, (label, value) in enumerate(rows, start=1):
        d.sheet.text(d.left, d.y + row * 12, label, d.size)
        d.sheet.text(d.left + 130, d.y + row * 12, value, d.size)
    d.y += 74


def sentence(d: Draft) -> None:
    """Draw all in sentences: what is due by when, to which account."""
    account, facts = d.facts.accounts[0], d.facts
    d.room(80)
    d.y += 12
    d.says("due_date", facts.due_date.isoformat())
    d.paragraph(d.sentence("due", date=d.day(facts.due_date)))
    d.paragraph(
        f"{account.bank}, {d.label('iban').rstrip(':')} {_iban(d, account)}, {d.label('bic')} {_bic(d, account)}."
    )
    d.paragraph(d.sentence("thanks"))
    d.y += 10


def early(d: Draft) -> None:
    """Draw a discount for paying early, and the account on one line without gaps."""
    account = d.facts.accounts[0]
    d.room(70)
    d.y += 12
    d.paragraph(_terms(d, early=True))
    d.paragraph(f"{d.label('iban')} {_iban(d, account, gaps=False)}   {d.label('bic')} {_bic(d, account)}")
    d.y += 10


def accounts(d: Draft) -> None:
    """Draw a small table of several accounts."""
    d.room(90)
    d.y += 12
    d.paragraph(_terms(d))
    d.y += 4
    for x, key in ((0, "bank"), (140, "iban"), (330, "bic")):
        d.sheet.text(d.left + x, d.y, d.label(key).rstrip(":"), d.size - 1, bold=True)
    for account in d.facts.accounts:
        d.y += 12
        cells = ((0, account.bank), (140, _iban(d, account)), (330, _bic(d, account)))
        for x, text in cells:
            d.sheet.text(d.left + x, d.y, text, d.size - 1)
    d.y += 20


def framed(d: Draft) -> None:
    """Draw a frame with what to pay, by when and where to, to be cut out."""
    account, facts = d.facts.accounts[0], d.facts
    d.room(110)
    d.y += 8
    top, width = d.y, d.right - d.left
    d.sheet.rect(d.left, top, width, 66)
    d.says("due_date", facts.due_date.isoformat())
    d.says("payment_reference", facts.references["payment_reference"])
    cells = (
        (d.label("payable"), d.total("payable", facts.payable)),
        (d.label("due_date"), d.day(facts.due_date)),
        (d.label("payment_reference"), facts.references["payment_reference"]),
    )
    for column, (label, value) in enumerate(cells):
        d.sheet.text(d.left + 8 + column * width / 3, top + 14, label, 7)
        d.sheet.text(d.left + 8 + column * width / 3, top + 27, value, d.size + 1, bold=True)
    d.sheet.text(d.left + 8, top + 44, d.label("iban").rstrip(":"), 7)
    d.sheet.text(d.left + 8, top + 57, _iban(d, account), d.size + 1)
    d.sheet.text(d.left + width / 2, top + 44, d.label("bic"), 7)
    d.sheet.text(d.left + width / 2, top + 57, _bic(d, account), d.size + 1)
    d.y += 84


def terms_only(d: Draft) -> None:
    """Draw only the terms; the account stands in the footer."""
    d.room(40)
    d.y += 10
    d.paragraph(f"{d.label('terms')}: {_terms(d)}")
    d.y += 6
