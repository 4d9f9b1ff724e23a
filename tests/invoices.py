"""Valid e-invoices (UBL 2.1, EN 16931) of vendors that do not exist, as many as a test needs, no two alike.

The figures are computed here in whole cents, apart from the product's own arithmetic.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from xml.sax.saxutils import escape

RATES_PERCENT = (19, 7)
_NAMESPACES = (
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)
_FIRST_WORDS = ("Amber", "Birch", "Cobalt", "Dune", "Ember", "Fjord", "Granite", "Harbour", "Iris", "Juniper")
_GOODS = ("Consulting hours", "Copy paper, box", "Hosting", "Coffee beans", "Repair of machine", "Freight", "Licence")


@dataclass(frozen=True, slots=True)
class Seller:
    """A vendor that nobody has met: name, VAT identifier and IBAN with right check digits."""

    name: str
    vat_id: str
    iban: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line, in whole cents; the price is per unit."""

    goods: str
    quantity: int
    price_minor: int
    rate_percent: int

    @property
    def net_minor(self) -> int:
        return self.quantity * self.price_minor


@dataclass(frozen=True, slots=True)
class MadeInvoice:
    """An invoice or credit note as a file, and what it must come to in the books; amounts in cents, never negative."""

    number: str
    seller: Seller
    issue_date: date
    due_date: date
    is_credit_note: bool
    currency: str
    lines: tuple[Line, ...]

    @property
    def filename(self) -> str:
        return f"{self.number}.xml"

    @property
    def groups(self) -> dict[int, tuple[int, int]]:
        """Base and tax by rate; the tax of a group is rounded half up, once."""
        bases: dict[int, int] = {}
        for line in self.lines:
            bases[line.rate_percent] = bases.get(line.rate_percent, 0) + line.net_minor
        return {rate: (base, (base * rate * 2 + 100) // 200) for rate, base in sorted(bases.items())}

    @property
    def net_minor(self) -> int:
        return sum(line.net_minor for line in self.lines)

    @property
    def tax_minor(self) -> int:
        return sum(tax for _, tax in self.groups.values())

    @property
    def gross_minor(self) -> int:
        return self.net_minor + self.tax_minor

    @property
    def content(self) -> bytes:
        return _document(self).encode()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def sellers(count: int, *, seed: int = 0) -> tuple[Seller, ...]:
    """Return so many sellers, whose names and identifiers are all different."""
    dice = random.Random(f"sellers {seed}")
    numbers = dice.sample(range(10_000_000, 100_000_000), count)
    return tuple(
        Seller(
            f"{_FIRST_WORDS[index % 10]}{_word(index)} GmbH",
            _german_vat_id(number),
            _german_iban(number),
        )
        for index, number in enumerate(numbers)
    )


def invoices(
    count: int,
    *,
    today: date,
    seed: int = 0,
    of: Sequence[Seller] = (),
    lines: int | None = None,
    currency: str = "EUR",
) -> Iterator[MadeInvoice]:
    """Make so many invoices, every tenth a credit note, dated within the last month; no two have the same total.

    `of` are the sellers, by default one for every ten invoices; `lines` fixes how many lines each has, else 1 to 6.
    """
    dice = random.Random(f"invoices {seed}")
    chosen = tuple(of) or sellers(max(1, count // 10), seed=seed)
    totals: set[int] = set()
    while len(totals) < count:
        serial = len(totals)
        issued = today - timedelta(days=dice.randrange(30))
        made = MadeInvoice(
            number=f"R-{seed}-{serial:06d}",
            seller=chosen[dice.randrange(len(chosen))],
            issue_date=issued,
            due_date=issued + timedelta(days=30),
            is_credit_note=serial % 10 == 9,
            currency=currency,
            lines=tuple(_line(dice) for _ in range(lines or dice.randint(1, 6))),
        )
        if made.gross_minor not in totals:
            totals.add(made.gross_minor)
            yield made


def _line(dice: random.Random) -> Line:
    return Line(dice.choice(_GOODS), dice.randint(1, 40), dice.randint(101, 25_000), dice.choice(RATES_PERCENT))


def _word(number: int) -> str:
    """Write a number as a word, so that no two names are alike however they are compared."""
    letters = "bdfgklmnprstvz"
    vowels = "aeiou"
    word = ""
    for _ in range(3):
        number, letter = divmod(number, len(letters))
        number, vowel = divmod(number, len(vowels))
        word += letters[letter] + vowels[vowel]
    return word


def _german_vat_id(number: int) -> str:
    """Return DE and nine digits, the last of them a check digit (ISO 7064, mod 11, 10)."""
    product = 10
    for digit in f"{number:08d}":
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return f"DE{number:08d}{(11 - product) % 10}"


def _german_iban(number: int) -> str:
    """Return an IBAN of a bank code that is given to nobody's account here, with its check digits (ISO 13616)."""
    account = f"37040044{number:010d}"
    return f"DE{98 - int(account + '131400') % 97:02d}{account}"


def _money(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02d}"


def _document(made: MadeInvoice) -> str:
    kind = "CreditNote" if made.is_credit_note else "Invoice"
    due = "" if made.is_credit_note else f"<cbc:DueDate>{made.due_date}</cbc:DueDate>"
    type_code = "381" if made.is_credit_note else "380"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{kind} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{kind}-2" {_NAMESPACES}>
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>{made.number}</cbc:ID>
  <cbc:IssueDate>{made.issue_date}</cbc:IssueDate>
  {due}
  <cbc:{kind}TypeCode>{type_code}</cbc:{kind}TypeCode>
  <cbc:DocumentCurrencyCode>{made.currency}</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>Purchasing</cbc:BuyerReference>
  {_seller(made.seller)}
  {_BUYER}
  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>
    <cbc:PaymentID>{made.number}</cbc:PaymentID>
    <cac:PayeeFinancialAccount><cbc:ID>{made.seller.iban}</cbc:ID></cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  {_tax_total(made)}
  <cac:LegalMonetaryTotal>
    {_amount("LineExtensionAmount", made.net_minor, made.currency)}
    {_amount("TaxExclusiveAmount", made.net_minor, made.currency)}
    {_amount("TaxInclusiveAmount", made.gross_minor, made.currency)}
    {_amount("PayableAmount", made.gross_minor, made.currency)}
  </cac:LegalMonetaryTotal>
  {"".join(_line_element(made, number, line) for number, line in enumerate(made.lines, 1))}
</{kind}>
"""


def _amount(name: str, minor: int, currency: str) -> str:
    return f'<cbc:{name} currencyID="{currency}">{_money(minor)}</cbc:{name}>'


def _seller(seller: Seller) -> str:
    return f"""<cac:AccountingSupplierParty><cac:Party>
    <cac:PostalAddress>
      <cbc:StreetName>Market 1</cbc:StreetName><cbc:CityName>Hamburg</cbc:CityName>
      <cbc:PostalZone>20457</cbc:PostalZone>
      <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>
    </cac:PostalAddress>
    <cac:PartyTaxScheme>
      <cbc:CompanyID>{seller.vat_id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
    </cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>{escape(seller.name)}</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>"""


_BUYER = """<cac:AccountingCustomerParty><cac:Party>
    <cac:PostalAddress>
      <cbc:StreetName>Square 3</cbc:StreetName><cbc:CityName>Leipzig</cbc:CityName>
      <cbc:PostalZone>04109</cbc:PostalZone>
      <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>
    </cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>Northwind Demo GmbH</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>"""


def _category(element: str, rate_percent: int) -> str:
    return f"""<cac:{element}>
      <cbc:ID>S</cbc:ID><cbc:Percent>{rate_percent}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
    </cac:{element}>"""


def _tax_total(made: MadeInvoice) -> str:
    groups = "".join(
        f"""<cac:TaxSubtotal>
    {_amount("TaxableAmount", base, made.currency)}
    {_amount("TaxAmount", tax, made.currency)}
    {_category("TaxCategory", rate)}
  </cac:TaxSubtotal>"""
        for rate, (base, tax) in made.groups.items()
    )
    return f"<cac:TaxTotal>{_amount('TaxAmount', made.tax_minor, made.currency)}{groups}</cac:TaxTotal>"


def _line_element(made: MadeInvoice, number: int, line: Line) -> str:
    kind, quantity = ("CreditNoteLine", "Credited") if made.is_credit_note else ("InvoiceLine", "Invoiced")
    return f"""<cac:{kind}>
    <cbc:ID>{number}</cbc:ID>
    <cbc:{quantity}Quantity unitCode="H87">{line.quantity}</cbc:{quantity}Quantity>
    {_amount("LineExtensionAmount", line.net_minor, made.currency)}
    <cac:Item>
      <cbc:Name>{escape(line.goods)}</cbc:Name>
      {_category("ClassifiedTaxCategory", line.rate_percent)}
    </cac:Item>
    <cac:Price>{_amount("PriceAmount", line.price_minor, made.currency)}</cac:Price>
  </cac:{kind}>"""
