"""Spanish: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": ("factura", "factura comercial", "factura simplificada", "factura de venta", "factura ordinaria"),
    "credit_note": (
        "nota de crédito", "factura rectificativa", "abono", "factura de abono", "nota de abono", "rectificativa",
    ),
    "self_billed": ("autofactura", "autofacturación"),
    "invoice_number": (
        "número de factura", "n de factura", "nº de factura", "factura n", "factura nº", "nº factura", "n factura",
        "num factura", "factura número", "factura num", "no de factura", "núm factura", "núm de factura",
        "número factura", "factura no", "n º factura", "nota de crédito n", "nº de abono", "abono n", "abono nº",
        "número de abono", "nº rectificativa", "nº nota de crédito", "n abono", "número de nota de crédito",
        "factura núm", "nº fra", "fra nº", "fra", "ref factura", "n de abono", "código de factura",
        "rectificativa nº", "factura rectificativa nº", "factura rectificativa n", "num de factura", "nº abono",
        "nota de crédito nº", "referencia factura", "num fra", "ref fra", "serie número", "serie y nº",
        "factura serie número", "nº doc", "n doc", "núm doc", "identificador de factura", "id factura",
        "código factura", "factura ref", "núm de documento", "nuestra factura nº", "nº de rectificativa",
        "referencia de factura",
    ),
    "document_number": (
        "número", "nº", "n", "núm", "documento", "nº documento", "número de documento", "documento nº",
        "nuestra referencia", "serie y número",
    ),
    "issue_date": (
        "fecha de factura", "fecha factura", "fecha de emisión", "fecha emisión", "fecha de la factura",
        "fecha de expedición", "emitida el", "fecha expedición", "fecha del documento", "fecha documento",
        "expedida el", "fecha de facturación", "fecha de abono", "fecha abono", "factura de fecha", "emitido el",
        "con fecha", "fecha fra", "expedida", "f factura", "f emisión", "expedición", "emisión",
        "fecha de creación", "fecha de la emisión", "fecha de la expedición", "emitida", "facturado el",
        "fecha de documento", "fecha rectificativa", "extendida el", "fecha de la nota", "fecha doc",
    ),
    "date": ("fecha", "de fecha", "a fecha"),
    "due_date": (
        "fecha de vencimiento", "vencimiento del pago", "vencimiento de pago", "vencimiento", "vence el", "vto",
        "fecha vencimiento", "pagar antes del", "fecha límite de pago", "vencimiento el", "a pagar antes del",
        "pago antes del", "fecha de pago", "vence", "pagadero el", "pagadero antes del", "fecha vto", "antes del",
        "plazo de pago hasta", "pagar antes de", "con vencimiento", "con vencimiento el", "límite de pago",
        "fecha tope de pago", "a más tardar el", "pagadero hasta el", "hasta el", "vencimientos", "pago hasta el",
        "fecha prevista de pago", "f vencimiento", "fecha tope", "pagar el", "pago el", "abonar antes del",
        "a pagar el", "pagar hasta", "pagar hasta el", "plazo máximo de pago", "último día de pago",
        "fecha límite", "fecha de cobro", "liquidar antes del", "a liquidar antes del", "pagadera el",
        "pago a más tardar el", "fecha máxima de pago", "pago antes de",
    ),
    "delivery_date": (
        "fecha de entrega", "fecha de operación", "fecha operación", "fecha del servicio", "entregado el",
        "fecha entrega", "fecha de servicio", "fecha de prestación", "fecha de envío", "fecha de la operación",
        "fecha de suministro", "fecha servicio", "entrega el", "f entrega", "entregado", "suministro",
        "fecha suministro", "suministrado el", "prestado el", "realizado el", "fecha de realización",
        "fecha de ejecución", "fecha devengo", "fecha de devengo", "fecha realización", "fecha de salida",
        "servicio prestado el", "ejecutado el",
    ),
    "currency": ("moneda", "divisa"),
    "tax_id": (
        "nif", "cif", "nif iva", "n iva", "nº iva", "cif nif", "nif cif", "n i f", "c i f", "vat", "número de iva",
        "nif intracomunitario", "n de iva", "identificación fiscal", "número de identificación fiscal",
        "nº iva intracomunitario", "iva intracomunitario", "rfc", "n cif", "nº cif", "id fiscal", "nº nif",
        "nuestro nif", "nuestro cif", "nº de iva", "código de identificación fiscal", "nif vat", "vat nif",
        "cif vat", "n de identificación fiscal", "nº de identificación fiscal", "nif emisor", "nif proveedor",
        "cif proveedor", "dni nif", "número iva", "id iva", "identificador fiscal",
    ),
    "buyer_tax_id": (
        "nif cliente", "cif cliente", "nif del cliente", "cif del cliente", "su nif", "su cif", "nif iva cliente",
        "cif nif cliente", "nif cif cliente", "su n iva", "vat cliente", "nif receptor", "nif destinatario",
        "su nif iva", "iva cliente", "cliente nif", "cliente cif", "nif comprador", "id fiscal cliente",
        "su número de iva", "nº iva cliente", "su nº iva", "nif del destinatario", "n iva cliente",
        "su identificación fiscal",
    ),
    "iban": ("iban", "cuenta iban", "código iban", "nº cuenta iban", "cuenta bancaria iban"),
    "bic": ("bic", "swift", "bic swift", "swift bic", "código bic", "código swift"),
    "payment_reference": (
        "referencia de pago", "concepto", "referencia pago", "concepto de pago", "concepto de la transferencia",
        "referencia del pago", "indicar", "concepto transferencia", "referencia de la transferencia",
        "indique la referencia", "referencia transferencia", "indique en el pago", "rogamos indiquen",
        "indicar en el pago", "indicar referencia", "se ruega indicar",
    ),
    "payment_terms": (
        "condiciones de pago", "forma de pago", "términos de pago", "plazo de pago", "condiciones",
        "condición de pago", "plazos de pago", "forma pago", "condiciones pago", "pago", "plazo", "modo de pago",
        "método de pago", "modalidad de pago", "modalidades de pago", "términos", "forma y plazo de pago",
        "vencimiento y forma de pago", "medio de pago", "plazo acordado",
    ),
    "order_reference": (
        "pedido", "nº pedido", "número de pedido", "n de pedido", "su pedido", "n pedido", "orden de compra",
        "pedido n", "pedido nº", "su pedido nº", "nº de pedido", "su referencia", "orden de compra nº",
        "pedido cliente", "ref pedido", "referencia de pedido", "referencia pedido", "pedido de compra",
        "su orden", "su orden de compra", "su pedido n", "s pedido", "núm pedido", "n de su pedido",
        "nº de su pedido", "pedido de cliente", "nº orden de compra", "orden de compra n", "s ref", "su ref",
        "o c", "oc", "nº oc", "número de orden", "orden nº", "orden de pedido", "su orden de pedido",
        "ref de pedido", "pedido ref", "vuestro pedido", "referencia del pedido", "nº orden", "núm de pedido",
        "su nº de pedido", "encargo",
    ),
    "customer_number": (
        "número de cliente", "nº cliente", "n cliente", "código de cliente", "código cliente", "cod cliente",
        "n de cliente", "cliente n", "cliente nº", "nº de cliente", "número cliente", "su número de cliente",
        "cuenta de cliente", "cuenta cliente", "ref cliente", "su código de cliente", "su nº de cliente",
        "referencia cliente", "id cliente", "cód cliente", "su código", "num cliente", "núm cliente",
        "su nº cliente", "su n de cliente", "id de cliente", "cta cliente", "nº de cuenta cliente",
        "cuenta de cliente nº", "cod de cliente", "identificador cliente", "su cuenta", "código del cliente",
        "núm de cliente", "ficha cliente", "clave cliente", "su identificador", "su cliente nº", "abonado nº",
        "socio nº", "clave de cliente",
    ),
    "email": ("email", "e mail", "correo", "correo electrónico", "mail"),
    "seller": (
        "vendedor", "proveedor", "emisor", "datos del emisor", "emitida por", "expedidor", "prestador",
        "facturado por", "de",
    ),
    "buyer": (
        "cliente", "facturar a", "destinatario", "datos del cliente", "facturado a", "comprador",
        "dirección de facturación", "receptor", "factura a", "a", "datos de facturación", "señor es",
        "nombre del cliente", "domicilio de facturación", "deudor", "para", "adquirente",
    ),
    "ship_to": (
        "dirección de entrega", "enviar a", "entregar a", "lugar de entrega", "dirección de envío", "entrega",
        "entregado a", "dirección envío", "domicilio de entrega",
    ),
    "name": ("nombre", "razón social", "empresa", "denominación social"),
    "account_holder": (
        "titular", "titular de la cuenta", "beneficiario", "a nombre de", "titular cuenta", "a favor de",
    ),
    "other": (
        "fecha de pedido", "fecha pedido", "fecha del pedido", "tel", "teléfono", "tlf", "tfno", "fax", "página",
        "pág", "albarán", "nº albarán", "banco", "n albarán", "cuenta", "contacto", "web", "registro mercantil",
        "total", "subtotal", "base imponible", "importe", "cantidad", "descripción", "móvil", "cuota",
        "pedido de fecha", "vendedor contacto", "agente", "nº de serie", "periodo", "proyecto", "contrato",
        "fecha albarán", "albarán nº", "factura original", "factura rectificada", "nº factura rectificada",
        "nº de factura original", "rectifica a", "factura que rectifica", "presupuesto", "nº proveedor",
        "código postal", "inscrita en el registro mercantil", "director", "gerente", "administrador",
        "persona de contacto", "entidad", "cuenta bancaria", "datos bancarios", "total factura", "importe factura",
        "número de cuenta", "fecha de impresión", "total iva", "cuota iva", "tipo iva", "iva", "importe iva",
        "desglose de iva", "su contacto", "atendido por", "nº de albarán", "número de albarán", "hoja",
        "domicilio social", "fecha valor", "concepto descripción",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = (
    "a al con de del el en es esta este gracias la las le lo los nuestra nuestro pago para por que se según su un una y"
)
