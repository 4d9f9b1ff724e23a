"""What of GOBL's documents is not compared: patterns without a counterpart, and single fields, each with its reason."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

OWN: Final = "GOBL's own bookkeeping; it does not stand in the XML."
WORD: Final = "GOBL's word for the code beside it, which is compared."
DERIVED: Final = "Computed by GOBL; it does not stand in the XML."
BEYOND: Final = "EN 16931 has no such term."
ONCE: Final = "The tax scheme is read once for each tax group and compared as `totals.taxes.categories[].code`."

NOT_COMPARED: Final = MappingProxyType(
    {
        "$addons[]": OWN,
        "$regime": OWN,
        "$schema": OWN,
        "$tags[]": OWN,
        "uuid": OWN,
        "supplier.$regime": OWN,
        "supplier.uuid": OWN,
        "tax.prices_include": "Says how GOBL's prices are meant; it is used in the rule for prices.",
        "tax.rounding": OWN,
        "tax.notes[].cat": ONCE,
        "tax.notes[].key": WORD,
        "tax.notes[].ext.untdid-tax-category": "The key by which the reason beside it is found.",
        "charges[].i": "The position; the order is compared with every other field.",
        "discounts[].i": "The position; the order is compared with every other field.",
        "lines[].i": "The position; the order is compared with every other field.",
        "charges[].taxes[].cat": ONCE,
        "discounts[].taxes[].cat": ONCE,
        "lines[].taxes[].cat": ONCE,
        "charges[].taxes[].key": WORD,
        "discounts[].taxes[].key": WORD,
        "lines[].taxes[].key": WORD,
        "charges[].taxes[].rate": WORD,
        "discounts[].taxes[].rate": WORD,
        "lines[].taxes[].rate": WORD,
        "totals.taxes.categories[].rates[].key": WORD,
        "totals.tax_included": DERIVED,
        "customer.identities[].scope": "The key by which the identity beside it is found.",
        "supplier.identities[].scope": "The key by which the identity beside it is found.",
        "ordering.seller.identities[].scope": "The key by which the identity beside it is found.",
        "payment.payee.identities[].scope": "The key by which the identity beside it is found.",
        "customer.identities[].type": WORD,
        "supplier.identities[].type": WORD,
        "ordering.seller.identities[].type": WORD,
        "payment.payee.identities[].type": WORD,
        "ordering.seller.identities[].country": "Taken by GOBL from the first letters of the code beside it.",
        "delivery.receiver.emails[].addr": BEYOND,
        "delivery.receiver.people": BEYOND,
        "exchange_rates[].amount": BEYOND,
        "exchange_rates[].from": BEYOND,
        "exchange_rates[].to": BEYOND,
        "issue_time": "EN 16931 knows the day of issue only.",
        "op_date": "GOBL does not write it to the XML.",
        "lines[].item.currency": DERIVED,
        "lines[].item.key": OWN,
        "lines[].sum": DERIVED,
        "notes[].key": WORD,
        "payment.advances[].date": BEYOND,
        "payment.advances[].description": BEYOND,
        "payment.advances[].percent": DERIVED,
        "payment.instructions.key": WORD,
        "payment.payer.addresses[].code": BEYOND,
        "payment.payer.addresses[].country": BEYOND,
        "payment.payer.addresses[].locality": BEYOND,
        "payment.payer.addresses[].street": BEYOND,
        "payment.payer.identities[].code": BEYOND,
        "payment.payer.identities[].ext.iso-scheme-id": BEYOND,
        "payment.payer.identities[].scope": BEYOND,
        "payment.payer.identities[].type": BEYOND,
        "payment.payer.name": BEYOND,
        "payment.payer.tax_id": BEYOND,
        "payment.terms.due_dates[].amount": DERIVED,
        "payment.terms.due_dates[].notes": BEYOND,
        "payment.terms.due_dates[].percent": DERIVED,
        "payment.terms.due_dates[].date after the first": "EN 16931 knows one due date.",
        "payment.terms.key": OWN,
        "preceding[].ext.untdid-document-type": BEYOND,
        "preceding[].reason": BEYOND,
        "preceding[].type": BEYOND,
        "supplier.emails[].addr after the first": "EN 16931 knows one e-mail address of the contact.",
    }
)

FIRST_ONLY: Final = frozenset({"payment.terms.due_dates[].date", "supplier.emails[].addr"})

RECOMPUTED: Final = frozenset(
    {
        "parse/en16931/credit-note1.xml",
        "parse/en16931/custom-namespace-prefixes.xml",
        "parse/en16931/ubl-example1.xml",
        "parse/en16931/ubl-example2.xml",
        "parse/en16931/ubl-example3.xml",
    }
)

TAX_COUNTRY: Final = "GOBL wrote the country of the tax identifier into the address."
OTHER_BOX: Final = "The XML has room for one electronic address; GOBL wrote the inbox, which is compared."
NOT_WRITTEN: Final = "GOBL did not write it to the XML."
INCLUDES_TAX: Final = "GOBL's amount includes tax, the XML's does not; rounding makes the way back inexact."

EXCEPTIONS: Final = MappingProxyType(
    {
        ("parse/peppol/nbio-stuck-ubl.xml", "payment.instructions.ext.untdid-payment-means"): (
            "The XML says 42; GOBL has no word for it and turns it into its word for 31."
        ),
        ("convert/en16931/out/invoice-export-zero-rated.xml", "customer.addresses[0].country"): TAX_COUNTRY,
        ("convert/peppol/out/credit-note.xml", "customer.addresses[0].country"): TAX_COUNTRY,
        ("convert/france-cius/out/credit-note-fr.xml", "customer.endpoints[0].uri"): OTHER_BOX,
        ("convert/france-cius/out/invoice-fr-cius.xml", "customer.endpoints[0].uri"): OTHER_BOX,
        ("convert/france-extended/out/invoice-fr-extended.xml", "supplier.endpoints[0].uri"): OTHER_BOX,
        ("convert/france-extended/out/invoice-fr-extended.xml", "customer.endpoints[0].uri"): OTHER_BOX,
        ("convert/france-extended/out/invoice-fr-extended-detailed.xml", "supplier.endpoints[0].uri"): OTHER_BOX,
        ("convert/france-extended/out/invoice-fr-extended-detailed.xml", "customer.endpoints[0].uri"): OTHER_BOX,
        ("convert/en16931/out/invoice-attachments.xml", "delivery.identities[0].label"): NOT_WRITTEN,
        ("convert/en16931/out/invoice-complete.xml", "delivery.identities[0].label"): NOT_WRITTEN,
        ("convert/peppol/out/credit-note.xml", "payment.terms.due_dates[0].date"): NOT_WRITTEN,
        ("convert/xrechnung/out/invoice-due-date-with-notes.xml", "supplier.people_[0].emails[0].addr"): NOT_WRITTEN,
    }
    | {
        ("convert/peppol-self-billed/out/self-billed-invoice.xml", f"payment.payee.{field}"): NOT_WRITTEN
        for field in (
            "identities[0].code",
            "identities[0].label",
            "addresses[0].street",
            "addresses[0].locality",
            "addresses[0].code",
            "addresses[0].country",
        )
    }
    | {
        ("convert/peppol/out/invoice-prices-include-vat.xml", field): INCLUDES_TAX
        for field in (
            "lines[0].discounts[0].amount",
            "lines[0].total",
            "lines[1].discounts[0].amount",
            "lines[1].total",
            "totals.sum",
            "totals.total",
            "totals.total_with_tax",
            "totals.payable",
        )
    }
)
