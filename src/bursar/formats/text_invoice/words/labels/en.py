"""English: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "final invoice", "interim invoice", "final bill", "account rendered", "fee note", "statement of charges",
        "customer invoice",
        "invoice", "tax invoice", "sales invoice", "commercial invoice", "vat invoice", "bill", "retail invoice",
    ),
    "credit_note": (
        "credit against invoice", "invoice credit",
        "credit note", "credit memo", "tax credit note", "credit invoice", "corrective invoice",
    ),
    "self_billed": ("self billed invoice", "self billing invoice"),
    "invoice_number": (
        "our invoice", "invoice serial", "bill ref",
        (
            "(our|) (tax|sales|vat|commercial|) (invoice|inv|bill|billing|credit note|credit memo|"
            "credit invoice) (no|id|ref|reference|code|key|identifier|ref no|reference no|serial no|document no|"
            "document id)"
        ),
        "(no|reference) of (the|this|) (invoice|credit note|bill)",
        "invoice", "credit no", "document ref", "doc ref", "reference number", "inv", "our document no",
    ),
    "document_number": (
        "ref", "reference", "document no", "document number", "doc no", "reference no", "number", "no",
        "booking id", "receipt no", "receipt number", "statement number", "voucher no", "our reference", "our ref",
    ),
    "issue_date": (
        "date and tax point", "invoiced", "date of bill",
        (
            "(tax|sales|) (invoice|inv|bill|billing|document|doc|issue|issuing|issuance|credit note|credit memo|"
            "credit|statement|invoicing) (date|dated)"
        ),
        "date of (the|this|) (invoice|issue|issuance|bill|billing|document|credit note|credit memo|invoicing)",
        (
            "(invoice|bill|document|credit note|) (issued|raised|created|dated|drawn up|made out|generated|prepared|"
            "billed|invoiced) on"
        ),
        "issued", "date issued", "tax point", "tax point date", "invoice issued", "date invoice", "dated",
        "tax date", "date tax point", "date raised", "invoice raised", "created", "issued date",
        "invoice issue date",
    ),
    "date": ("date",),
    "due_date": (
        "settle by", "due on", "please settle by", "payable by", "to be settled by", "pay by",
        (
            "(payment|invoice|net|balance|amount|total|total amount|settlement|is|) due (date|on|by|before|"
            "on or before|no later than|not later than)"
        ),
        (
            "(please|kindly|) (pay|settle|remit|payable|payment|settlement) (by|before|until|on or before|"
            "no later than|not later than)"
        ),
        "to be (paid|settled|received|remitted) (by|before|until|on or before|no later than)",
        "(payment|settlement) (deadline|date|due)",
        (
            "(last|latest|final) (payment date|payment day|day of payment|date of payment|date for payment|"
            "day for payment)"
        ),
        "date (for|of) (payment|settlement)",
        "(payment|) falls due on",
        "(direct debit|collection|debit|auto pay|autopay) date",
        "deadline for payment",
        "payment deadline date", "due date for payment", "date due", "due", "payment is due on",
        "payment is due by", "no later than", "due for payment", "due for payment on", "payment to reach us by",
        "to reach us by", "on or before", "payment deadline is", "maturity date", "maturity",
        "payment required by", "payment expected by", "net due",
    ),
    "delivery_date": (
        "completed on", "supplied on", "finished on", "carried out on", "work done on", "date completed",
        "date of job",
        (
            "(delivery|supply|service|shipping|ship|shipment|dispatch|despatch|performance|completion|fulfilment|"
            "fulfillment) date"
        ),
        (
            "date of (the|) (delivery|supply|service|services|shipment|dispatch|despatch|performance|completion|work|"
            "works)"
        ),
        (
            "(goods|services|service|work|) (delivered|supplied|shipped|dispatched|despatched|performed|completed|"
            "provided|rendered|handed over) on"
        ),
        "(goods|services|service|work) (delivered|supplied|performed|completed|provided|rendered)",
        "delivered", "date delivered", "delivery on", "date supplied", "supply made on",
        "received on",
    ),
    "currency": ("currency", "invoice currency", "document currency"),
    "tax_id": (
        "vat no", "vat number", "vat id", "vat id no", "vat reg no", "vat registration no",
        "vat registration number", "vat registration", "vat reg number", "vat", "tax id", "tax id no",
        "vat identification number", "gst no", "gstin", "gst number", "abn", "ein", "vat tin", "tin", "tax reg no",
        "tax registration number", "vat reg", "our vat no", "seller vat id", "supplier vat no", "company vat no",
        "tax number", "vat code", "federal tax id", "fein",
        "federal id", "federal ein", "(employer|federal employer|federal|business|company) (id|identification) no",
        "(ein|fein|tin|abn|gst|acn) (no|id)", "business no", "federal id no", "gst hst no", "hst no", "sales tax no",
        "taxpayer id", "taxpayer no", "registered for vat under", "reg for vat under", "our vat number",
        "vat id number",
    ),
    "buyer_tax_id": (
        "vat no of recipient", "vat no of client", "vat no of buyer", "recipient vat id",
        "your vat no", "your vat number", "customer vat no", "customer vat number", "buyer vat id", "buyer vat no",
        "customer vat id", "your vat id", "customer vat", "client vat no", "client vat number", "your vat reg no",
        "customer tax id", "your vat registration no", "your vat", "vat no customer", "bill to vat", "client vat",
        "vat no of customer", "customer vat reg no", "recipient vat no", "vat number customer",
    ),
    "iban": ("iban", "iban no", "iban number", "iban code", "account iban", "account no iban"),
    "bic": (
        "bic", "bank code", "swift", "swift code", "bic code", "swift bic", "bic swift", "swift bic code", "swift no",
    ),
    "payment_reference": (
        "ref to quote", "reference to quote", "quote when paying", "quote with payment", "your payment ref",
        "your payment reference", "please use reference", "quote this reference",
        (
            "(payment|remittance|transfer|bank transfer|bacs|giro|deposit|creditor|structured|qr) (reference|"
            "ref|id|code|message|narrative|reference no|ref no)"
        ),
        (
            "(please|kindly|) (quote|use|state|include|enter) (this|the|our|the following|as|) (reference|ref|"
            "reference no|payment reference) (when paying|with your payment|with payment|on payment|)"
        ),
        (
            "(please|kindly|) quote (with your payment|with payment|on payment|when paying|on your payment|"
            "in all payments)"
        ),
        "reference (for|with|on) (the|your|) (payment|transfer|bank transfer|remittance)",
        "reference (to quote|when paying)",
        "please quote", "bank reference", "bank ref", "remittance information", "please state",
    ),
    "payment_terms": (
        "our terms", "agreed terms", "terms of trade", "terms of business",
        (
            "(payment|credit|settlement|invoice|billing|agreed|agreed payment|our payment|your payment|our|your|"
            "trade) (terms|term)"
        ),
        "(payment|credit|settlement) (conditions|condition|period)",
        "(terms|conditions) of (payment|settlement)",
        "terms", "payment", "settlement", "payment arrangement", "terms agreed", "credit terms agreed",
        "to be paid",
    ),
    "order_reference": (
        "ordered under", "cust order ref", "cust order no", "customers order", "order of customer", "your order",
        "ordered with", "against your order", "your purchase order",
        (
            "(your|customer|client|buyer|buyers|customers|) (purchase order|order|po|p o|requisition) (no|ref|"
            "reference|id|code|ref no|reference no)"
        ),
        "(your|customer|client) (purchase order|order|po|p o|requisition)",
        "your reference", "your ref", "purchase order", "order", "po", "purchase ref", "your order of",
        "order placed no", "purchase number",
    ),
    "customer_number": (
        "client ref", "client code", "your account with us", "account with us", "your client no",
        (
            "(your|our|) (customer|client|account|acct|acc|debtor|buyer|member|membership|subscriber|consumer|"
            "partner|cust|contract account|billing account) (no|id|ref|reference|code|key|identifier|account|acct|"
            "account no|account id|acc no)"
        ),
        "your account", "account", "a c no", "a c", "customer acc", "a c ref", "your id",
    ),
    "account": ("account",),
    "email": ("email", "e mail", "mail", "email address", "e mail address"),
    "seller": (
        "seller", "supplier", "vendor", "sold by", "service provider", "from", "invoice from", "issued by",
        "bill from", "payee", "invoicing party", "billed by", "remit to",
    ),
    "buyer": (
        "addressed to", "prepared for", "billed for",
        "bill to", "billed to", "invoice to", "invoiced to", "sold to", "customer", "buyer", "client",
        "bill to address", "billing address", "invoice address", "invoicee", "to", "customer details",
        "customer name", "guest name", "invoice recipient", "charge to", "for", "customer address", "debtor",
        "purchaser", "recipient",
    ),
    "ship_to": (
        "ship to", "deliver to", "delivery address", "shipping address", "ship from", "delivered to",
        "delivery to", "consignee", "goods to", "shipped to", "delivery", "site address", "place of supply",
    ),
    "name": ("name", "company name", "company"),
    "account_holder": (
        "account holder", "account name", "beneficiary", "payable to", "name of account", "in favour of",
        "in favor of",
    ),
    "subject": ("subject", "regarding"),
    "other": (
        "our file", "file ref", "job no", "job", "docket", "delivery docket", "advice note", "contract ref",
        "agreement no", "supply no", "mpan", "event ref", "booking", "order of",
        "handled by", "billed in",
        "order confirmation", "order confirmation no", "vendor no", "supplier no",
        "company reg no", "company registration number", "reg number", "order date", "date of order", "phone",
        "tel", "telephone", "fax", "page", "web", "website", "home page", "phone no", "delivery note",
        "delivery note no", "contact", "salesperson", "shipment method", "payment method", "sort code", "bank",
        "bank name", "bank account", "subtotal", "total", "amount", "balance due", "quantity", "description",
        "delivery note date", "reg no", "company no", "company registration no", "registered office", "project",
        "contract no", "contract number", "period", "billing period", "payment mode", "check in", "check out",
        "print date", "printed on", "reporting date", "valid until", "despatch note no",
        "registered in england no", "mobile", "original invoice no", "original invoice",
        "associated invoice number", "preceding invoice", "reference invoice", "original invoice number",
        "original invoice date", "start date", "end date", "account manager", "payment reference no",
        "order placed", "ordered on", "amount due", "total due", "payable", "net", "tax", "registration no",
        "registration number", "company number", "bank details", "dispatch no", "shipment no", "tracking no",
        "consignment no", "incoterms", "your contact", "contact person", "attn", "attention", "director",
        "directors", "managing director", "bank account no", "invoice total", "total invoice", "invoice amount",
        "invoice summary", "invoice value", "invoice details", "tax summary", "vat summary", "vat amount",
        "vat rate", "credit total", "credit amount", "tax code", "credits",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = (
    "all and any are at be by for from in is not of on our payment please thank the this to we will with you your"
)
