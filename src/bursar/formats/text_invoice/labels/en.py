"""English: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "invoice", "tax invoice", "sales invoice", "commercial invoice", "vat invoice", "bill", "retail invoice",
    ),
    "credit_note": ("credit note", "credit memo", "tax credit note", "credit invoice", "corrective invoice"),
    "self_billed": ("self billed invoice", "self billing invoice"),
    "invoice_number": (
        "invoice no", "invoice number", "invoice nr", "invoice num", "invoice id", "invoice reference",
        "invoice ref", "inv no", "inv number", "tax invoice no", "tax invoice number", "invoice", "bill no",
        "bill number", "credit note no", "credit note number", "credit memo no", "credit memo number", "credit no",
        "our invoice no", "sales invoice no", "invoice n", "number of invoice", "vat invoice no", "credit number",
        "credit note ref", "no of invoice", "invoice code", "invoice ref no", "inv ref", "invoice document no",
        "document ref", "doc ref", "reference number", "bill ref", "inv", "invoice serial no", "tax invoice ref",
        "credit note ref no", "our document no", "number of credit note", "credit note id", "billing no",
        "billing number", "bill id",
    ),
    "document_number": (
        "ref", "reference", "document no", "document number", "doc no", "reference no", "number", "no",
        "booking id", "receipt no", "receipt number", "statement number", "voucher no", "our reference", "our ref",
    ),
    "issue_date": (
        "invoice date", "date of invoice", "inv date", "date of issue", "issue date", "issued on", "issued",
        "date issued", "bill date", "billing date", "tax point", "tax point date", "invoice issued",
        "credit note date", "credit date", "document date", "invoiced on", "date invoice", "dated",
        "invoice dated", "tax date", "date tax point", "credit memo date", "date raised", "raised on",
        "invoice raised", "created on", "created", "issued date", "date of document", "date of bill",
        "date of credit note", "made out on", "invoice issue date", "issuing date", "document dated",
        "drawn up on", "billed on", "date of invoicing", "invoicing date",
    ),
    "date": ("date",),
    "due_date": (
        "due date", "payment deadline date", "due date for payment", "payment falls due on", "payment due",
        "payment due date", "due on", "due by", "pay by", "payable by", "date due", "due", "payment due by",
        "amount due on", "total amount due on", "please pay by", "payment date", "payable on or before",
        "to be paid by", "settle by", "payment deadline", "payment is due on", "payment is due by", "is due by",
        "is due on", "falls due on", "pay no later than", "no later than", "due for payment", "due for payment on",
        "payment to reach us by", "to reach us by", "on or before", "balance due by", "balance due on",
        "settlement date", "payable until", "payment deadline is", "pay before", "latest payment date",
        "maturity date", "maturity", "settlement due", "payment by", "due no later than", "last day of payment",
        "payment required by", "to be settled by", "final payment date", "payment expected by", "payment until",
        "net due date", "net due",
    ),
    "delivery_date": (
        "delivery date", "date of delivery", "date of supply", "supply date", "delivered on", "service date",
        "delivered", "date of service", "shipped on", "ship date", "dispatch date", "shipment date",
        "despatch date", "performed on", "performance date", "supplied on", "goods delivered", "date delivered",
        "dispatched on", "completed on", "date of dispatch", "delivery on", "date of performance",
        "goods delivered on", "service performed on", "despatched on", "date supplied", "handed over on",
        "date of completion", "supply made on", "received on",
    ),
    "currency": ("currency", "invoice currency", "document currency"),
    "tax_id": (
        "vat no", "vat number", "vat id", "vat id no", "vat reg no", "vat registration no",
        "vat registration number", "vat registration", "vat reg number", "vat", "tax id", "tax id no",
        "vat identification number", "gst no", "gstin", "gst number", "abn", "ein", "vat tin", "tin", "tax reg no",
        "tax registration number", "vat reg", "our vat no", "seller vat id", "supplier vat no", "company vat no",
        "tax number", "vat code", "federal tax id", "our vat number", "vat id number",
    ),
    "buyer_tax_id": (
        "your vat no", "your vat number", "customer vat no", "customer vat number", "buyer vat id", "buyer vat no",
        "customer vat id", "your vat id", "customer vat", "client vat no", "client vat number", "your vat reg no",
        "customer tax id", "your vat registration no", "your vat", "vat no customer", "bill to vat", "client vat",
        "vat no of customer", "customer vat reg no", "recipient vat no", "vat number customer",
    ),
    "iban": ("iban", "iban no", "iban number", "iban code", "account iban", "account no iban"),
    "bic": ("bic", "swift", "swift code", "bic code", "swift bic", "bic swift", "swift bic code", "swift no"),
    "payment_reference": (
        "payment reference", "remittance reference", "payment ref", "please quote", "quote reference",
        "reference for payment", "remittance information", "payment id", "please use reference",
        "transfer reference", "please state", "quote this reference", "reference to quote", "bank reference",
        "quote with payment", "quote on payment", "please quote reference", "please quote on payment",
        "reference when paying", "payment message",
    ),
    "payment_terms": (
        "payment terms", "terms of payment", "terms", "payment conditions", "conditions of payment",
        "credit terms", "settlement terms", "payment condition", "terms of settlement", "credit period", "payment",
        "settlement", "payment period", "payment arrangement", "terms agreed", "credit terms agreed", "to be paid",
    ),
    "order_reference": (
        "your reference", "your ref", "order no", "order number", "po number", "po no", "purchase order",
        "purchase order no", "purchase order number", "your order", "your order no", "your order number",
        "order reference", "order ref", "customer po", "order id", "po ref", "customer order no", "customer order",
        "your po", "your purchase order", "order", "p o no", "p o number", "po", "your po no", "your po number",
        "customer po no", "po reference", "customer order number", "customer order ref", "your order ref",
        "purchase ref", "customer order reference", "your order of", "order placed no", "buyer order no",
        "your purchase order no", "requisition no", "order code", "client order no", "p o reference",
        "your requisition", "purchase number",
    ),
    "customer_number": (
        "customer no", "customer number", "customer id", "account no", "account number", "client no",
        "client number", "client id", "customer code", "your account", "your account no", "customer account",
        "customer ref", "cust no", "customer reference", "your customer number", "your customer no", "account ref",
        "account reference", "account code", "customer acct", "customer account no", "client ref", "a c no", "a c",
        "debtor no", "acct no", "customer acc", "debtor number", "account id", "client reference", "client code",
        "your customer id", "your client no", "buyer no", "buyer number", "member no", "a c ref", "client account",
        "your id",
    ),
    "email": ("email", "e mail", "mail", "email address", "e mail address"),
    "seller": (
        "seller", "supplier", "vendor", "sold by", "service provider", "from", "invoice from", "issued by",
        "bill from", "payee", "invoicing party", "billed by", "remit to",
    ),
    "buyer": (
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
    "other": (
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
