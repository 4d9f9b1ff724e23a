"""Portuguese: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": ("fatura", "factura", "fatura recibo", "nota fiscal"),
    "credit_note": ("nota de crédito", "nota de credito"),
    "invoice_number": (
        "fatura n", "número da fatura", "n da fatura", "fatura nº", "nº da fatura", "nº fatura", "fatura número",
        "nota de crédito nº", "nota de crédito n",
    ),
    "document_number": ("número", "nº", "documento nº", "nº documento"),
    "issue_date": ("data da fatura", "data de emissão", "data emissão", "emitida em", "data fatura", "emitido em"),
    "date": ("data",),
    "due_date": (
        "data de vencimento", "vencimento", "data vencimento", "vence em", "pagar até", "data limite de pagamento",
        "pagável até",
    ),
    "delivery_date": ("data de entrega", "data do serviço", "data da entrega"),
    "currency": ("moeda",),
    "tax_id": (
        "nif", "contribuinte", "nº contribuinte", "nipc", "contribuinte nº", "n contribuinte", "cnpj", "iva",
    ),
    "buyer_tax_id": ("nif do cliente", "nif cliente", "v nº contribuinte", "seu nif"),
    "iban": ("iban", "nib"),
    "bic": ("bic", "swift", "bic swift"),
    "payment_reference": ("referência de pagamento", "referência do pagamento"),
    "payment_terms": ("condições de pagamento", "condição de pagamento", "prazo de pagamento"),
    "order_reference": (
        "encomenda", "nº encomenda", "encomenda nº", "vossa encomenda", "nota de encomenda", "pedido",
        "v encomenda",
    ),
    "customer_number": (
        "cliente nº", "nº cliente", "número de cliente", "código cliente", "código de cliente", "nº de cliente",
    ),
    "email": ("email", "e mail"),
    "seller": ("vendedor", "fornecedor", "emitente"),
    "buyer": ("cliente", "adquirente", "faturado a", "faturar a", "destinatário", "exmo s senhor es"),
    "ship_to": ("local de entrega", "morada de entrega", "entrega"),
    "name": ("nome", "denominação"),
    "account_holder": ("titular", "beneficiário"),
    "other": (
        "data da encomenda", "tel", "telefone", "fax", "página", "banco", "total", "subtotal", "capital social",
        "quantidade", "descrição", "guia de remessa", "fatura original", "desconto",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = "a ao as com da das de do dos e em na no não o os para por que se um uma"
