"""How GOBL's fields and ours are written before they are compared: one sentence for each rule."""

from __future__ import annotations

from typing import Final

RULES_IN_WORDS: Final = (
    (
        "Text: white space at the ends is dropped, every run of white space counts as one space, and the mark of "
        "a broken character (U+FFFD) is dropped, as GOBL does."
    ),
    (
        "Type: GOBL's `other` stands for a type code that is absent or that GOBL has no word for; its words mean "
        "the type codes 380, 381, 384 and 325 unless it names the code itself."
    ),
    "Tax point: GOBL's words issue, delivery and payment are the codes 3, 35 and 432.",
    "Numbers: compared as decimals, so 5 and 5.00 are equal; a percentage loses its sign %.",
    "Number of the document and of preceding ones: GOBL's series and code are joined with a hyphen.",
    (
        "Tax identifier: GOBL's country and code are joined; case, spaces, dots and hyphens do not count, and the"
        " document may leave out the country, which GOBL then takes from the address."
    ),
    "Contact name: GOBL's given name and surname are joined with a space.",
    "Street: GOBL's street and house number are joined with a space, in France the number first.",
    ("Seller: where there is a tax representative, GOBL calls it the supplier and the seller `ordering.seller`."),
    ("Attachments: GOBL keeps the supporting documents that are linked; ours without a link are not counted here."),
    (
        "Tax groups are found by their category and rate, because GOBL orders them by first use; an exemption's "
        "reason and code are found by the category."
    ),
    "Advances: GOBL's are added up and compared with the prepaid amount.",
    (
        "Electronic address: GOBL's inbox e-mail counts as an address of scheme EM; an endpoint URI is split at "
        "its colons."
    ),
    "Unit: GOBL's words for units are replaced by their UN/ECE Recommendation 20 codes (table `UNITS`).",
    ("Price: GOBL divides the price by its base quantity; ours is divided too and rounded to the digits GOBL gives."),
    (
        "Price including tax: where GOBL's prices include tax (`tax.prices_include`), our price times (1 + rate) "
        "is rounded to the digits GOBL gives; GOBL's totals of such a document are compared with ours unchanged."
    ),
    (
        "Allowances and charges: ours are one list in document order; the n-th allowance is GOBL's n-th discount "
        "and the n-th charge its n-th charge."
    ),
    (
        "Identities: a legal one is our legal identifier, one of scope tax our tax registration, the others our "
        "identifiers in order."
    ),
    "Item attributes: GOBL keys are our names in lower case, spaces as hyphens, other characters dropped.",
    (
        "Due amount: GOBL's `totals.due`, or its `totals.payable` where nothing was paid in advance, is our "
        "amount to pay; `totals.payable` of a document with advances is our total with tax. A rounding amount "
        "that GOBL leaves out is taken off ours."
    ),
    (
        "Recomputed: GOBL never reads totals, it computes them from quantities and prices. The documents named in"
        " `RECOMPUTED` contradict their own quantities and prices, so there GOBL's line totals, tax groups and "
        "totals are compared with the same arithmetic over the quantities, prices, allowances and rates that we "
        "read."
    ),
)
