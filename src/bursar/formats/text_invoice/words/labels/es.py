"""Spanish: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "factura final", "factura completa", "factura definitiva", "factura de cierre", "minuta", "factura emitida",
        "factura", "factura comercial", "factura simplificada",
        "factura de venta", "factura ordinaria", "factura cliente", "factura de cliente",
    ),
    "credit_note": (
        "factura abono", "nota abono",
        "nota de crédito", "factura rectificativa", "abono", "factura de abono", "nota de abono", "rectificativa",
    ),
    "self_billed": ("autofactura", "autofacturación"),
    "invoice_number": (
        "nuestra factura", "serie y número", "ref factura", "factura nº",
        (
            "(n|código|cód|ref|referencia|identificador|id|serie y n|serie n) (de|de la|del|) (factura|fra|fact|"
            "abono|rectificativa|nota de crédito|factura rectificativa|factura simplificada)"
        ),
        (
            "(nuestra|) (factura|fra|fact|abono|nota de crédito|rectificativa|factura rectificativa|"
            "factura simplificada) (n|ref|referencia|código|serie n|serie y n|id)"
        ),
        "fra", "serie número", "serie y nº", "nº doc", "núm de documento",
    ),
    "document_number": (
        "referencia",
        "número", "nº", "n", "núm", "documento", "nº documento", "número de documento", "documento nº",
        "nuestra referencia", "serie y número",
    ),
    "issue_date": (
        "a fecha de", "expedida el", "fecha fra", "emitida con fecha", "fecha emisión",
        "(creada|creado|generada|confeccionada) el",
        (
            "(fecha|f|fec) (de|de la|del|) (factura|fra|fact|emisión|expedición|facturación|abono|documento|doc|"
            "rectificativa|creación|nota de crédito)"
        ),
        "(factura|) (emitida|emitido|expedida|expedido|extendida|facturado|facturada) (el|en fecha|con fecha)",
        "(factura|fra|abono) de fecha",
        "con fecha", "expedida", "expedición", "emisión", "emitida", "fecha de la nota",
    ),
    "date": ("fecha", "de fecha", "a fecha"),
    "due_date": (
        "a pagar el", "abonar antes de", "pagar antes de", "pagar antes del", "fecha de cobro", "vence el",
        "a abonar antes del",
        "(fecha|f|fec) (de|del|) (vencimiento|vto|vcto|venc|pago|cobro|cargo|adeudo)",
        "fecha (límite|tope|máxima|última|prevista) (de|del|para el|) (pago|vencimiento|)",
        "(vencimiento|vto|vcto|vence|venc) (el|factura|de la factura|del pago|de pago|pago)",
        (
            "(a|) (pagar|pagadero|pagadera|abonar|liquidar|pago|ingresar|transferir) (antes del|antes de|el|hasta el|"
            "hasta|a más tardar el|no más tarde del)"
        ),
        "(cargo en cuenta|se cargará en su cuenta|se cargará|domiciliación) el",
        "vencimiento", "vto", "vence", "antes del", "plazo de pago hasta", "con vencimiento", "con vencimiento el",
        "límite de pago", "a más tardar el", "hasta el", "vencimientos", "plazo máximo de pago",
        "último día de pago",
    ),
    "delivery_date": (
        "realizado el", "servido el", "prestado el", "terminado el", "finalizado el", "fecha del servicio",
        "fecha del trabajo",
        (
            "(fecha|f) (de|de la|del|de los|) (entrega|operación|servicio|servicios|prestación|envío|suministro|"
            "realización|ejecución|devengo|salida|trabajos)"
        ),
        (
            "(entregado|entregada|suministrado|prestado|prestados|realizado|realizados|ejecutado|servido|enviado|"
            "servicio prestado|servicios prestados) el"
        ),
        "entrega el", "entregado", "suministro",
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
        "referencia a indicar", "concepto del ingreso", "indíquese", "concepto a indicar", "ref a indicar",
        "concepto de la transferencia", "cítese",
        "(referencia|ref|concepto|código) (de|del|de la|para el|para la|) (pago|transferencia|ingreso|abono en cuenta)",
        (
            "(por favor|rogamos|se ruega|) (indique|indicar|indiquen|haga constar|mencione|cite) (en el|en la|como|"
            "la|el|) (pago|transferencia|concepto|referencia|n de factura)"
        ),
        "concepto", "indicar", "rogamos indiquen", "se ruega indicar",
    ),
    "payment_terms": (
        "forma y plazo", "plazo y forma de pago", "plazo convenido",
        (
            "(nuestras|) (condiciones|condición|forma|formas|términos|plazo|plazos|modo|método|modalidad|modalidades|"
            "medio) (de|del|) pago"
        ),
        "condiciones", "pago", "plazo", "términos", "forma y plazo de pago", "vencimiento y forma de pago",
        "plazo acordado",
    ),
    "order_reference": (
        "según pedido", "ref de pedido", "pedido del cliente", "según su pedido",
        (
            "(su|vuestro|s|) (n|ref|referencia|código|cód) (de|del|de su|) (pedido|pedido de cliente|orden de compra|"
            "orden|encargo|pedido de compra)"
        ),
        "(su|vuestro|s|) (pedido|orden de compra|oc|encargo|pedido de compra|pedido de cliente) (n|ref|referencia)",
        "pedido", "su pedido", "orden de compra", "su referencia", "pedido cliente", "pedido de compra",
        "su orden", "su orden de compra", "s pedido", "pedido de cliente", "s ref", "su ref", "o c", "nº oc",
        "orden nº", "orden de pedido", "su orden de pedido", "vuestro pedido", "encargo",
    ),
    "customer_number": (
        "cód de cliente", "cuenta cliente", "cliente núm", "ref cliente", "código cliente", "n de cliente",
        "(código|ref|cód) (de|) cuenta",
        "cuenta n",
        (
            "(su|vuestro|) (n|código|cód|cod|id|identificador|clave|referencia|ref|cuenta|cta|n de cuenta|ficha) (de|"
            "del|) (cliente|abonado|socio|usuario|comprador|deudor)"
        ),
        "(cliente|abonado|socio|su cliente) (n|código|cód|id|ref)",
        "su código", "cuenta de cliente nº", "su cuenta", "su identificador",
    ),
    "account": ("cuenta",),
    "email": ("email", "e mail", "correo", "correo electrónico", "mail"),
    "seller": (
        "vendedor", "proveedor", "emisor", "datos del emisor", "emitida por", "expedidor", "prestador",
        "facturado por", "de",
    ),
    "buyer": (
        "(destinatario|domicilio|dirección) (de|de la|) (facturación|factura)",
        "dirigida a", "dirigido a",
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
    "subject": ("asunto", "objeto", "ref asunto"),
    "other": (
        "trabajo", "contrato nº", "nº de contrato", "cups", "contador", "obra", "gestionado por", "le atiende",
        "ruta",
        "confirmación de pedido", "confirmación de pedido n",
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
