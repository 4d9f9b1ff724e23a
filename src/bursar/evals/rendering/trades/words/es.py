"""Spanish words of the trades."""

from typing import Final

LABELS: Final = """
invoice: Factura | FACTURA | Factura de venta
credit_note: Factura rectificativa | Abono | Nota de abono
invoice_number: Número de factura | Nº factura | Factura nº | N.º de factura | Nº documento
credit_number: Nº de rectificativa | Nº abono | Nº documento
issue_date: Fecha de factura | Fecha de emisión | Fecha | Fecha factura
due_date: Fecha de vencimiento | Vencimiento | Pagar antes del | Fecha límite de pago
delivery_date: Fecha de entrega | Fecha de operación | Fecha de servicio
order_reference: Su pedido | Nº de pedido | Pedido nº | Orden de compra
customer_number: Nº cliente | Código cliente | Cliente nº | Código de cliente
seller_tax_id: NIF | CIF | NIF-IVA | N.I.F.
buyer_tax_id: NIF cliente | Su NIF
net: Base imponible | Subtotal | Importe neto | Total sin IVA | Total neto
lines_sum: Artículos | Subtotal artículos | Productos
tax: IVA | I.V.A.
gross: Total factura | Total | Importe total | TOTAL A PAGAR | Total con IVA
prepaid: Pagos a cuenta | Ya pagado | Cuotas pagadas | Pagado
payable: Importe pendiente | Pendiente de pago | Resto a pagar | Líquido a percibir
shipping: Gastos de envío | Portes | Envío
iban: IBAN | IBAN:
bic: BIC | SWIFT | BIC/SWIFT
bank: Banco | Entidad
payment_reference: Referencia de pago | Concepto
terms: Forma de pago | Condiciones de pago | Condiciones
phone: Tel. | Teléfono
register: Registro Mercantil de Madrid, hoja M- | Reg. Mercantil, hoja
director: Administrador | Director gerente
bill_to: Facturar a | Datos de facturación | Destinatario
ship_to: Enviar a | Dirección de entrega
from: Vendedor | Emisor
order_date: Fecha del pedido | Pedido el
page: Página {page} de {pages} | Pág. {page}/{pages} | Hoja {page}
carried: Suma y sigue | Suma anterior a página
brought: Suma anterior | Viene de la página anterior
contact: Contacto | Su contacto | Atendido por
delivery_note: Albarán | Nº albarán | Albarán nº
currency: Moneda | Divisa
supplier_number: Nuestro nº de proveedor | Proveedor nº
incoterms: Incoterm | Condiciones de entrega
document_number: Expediente | Referencia interna
contract_number: Nº de contrato | Contrato | Póliza nº
account_number: Cuenta de cliente | Nº de cuenta cliente | Cuenta
meter_number: Nº contador | Contador
supply_point: CUPS | Punto de suministro
project: Obra | Proyecto
case_number: N/ref. | Nº de asunto
waybill: AWB / B/L | Nº de expedición
quote: Presupuesto | Presupuesto nº
job: Nº de trabajo | Confirmación de pedido
line_number: Línea | Número móvil
terminal: Terminal | Caja
receipt: Recibo | Tique
room: Habitación | Hab.
seat: Mesa | Mesa/Camarero
depot: Almacén central | Recepción, muelle 3
packages: Bultos
weight: Peso bruto
chargeable: Peso tasable
volume: Volumen | Cubicaje
via: Transporte
fob: Portes
period: Periodo de facturación | Periodo
summary: Resumen de su factura | Resumen
details: Detalle de la factura | Importes por servicio
paid: Pagado
copy: Copia | Duplicado
transfer: Pago por transferencia | Datos bancarios
from_day: Desde
to_day: Hasta
old_reading: Lectura anterior
new_reading: Lectura actual
consumption: Consumo | Consumo kWh
slip.receipt: Recibo | Resguardo
slip.part: Carta de pago | Documento de pago
slip.scan: Escanee y pague
slip.amount: Importe
slip.payee: Cuenta / Pagadero a
slip.reference: Referencia
slip.payer: Pagadero por
arrival: Llegada | Entrada
departure: Salida
guest: Huésped | Nombre del huésped
included: IVA incluido en el total | Desglose del IVA incluido
patient: Paciente | Nombre del paciente
opponent: Aguasclaras Inversiones
original: Factura original | Factura rectificada
reason: Motivo | Causa de la rectificación
open_items: Facturas anteriores pendientes | Partidas vencidas en su cuenta
balance: Saldo de su cuenta | Saldo
retention: Retención de garantía 5 % | Menos retención
serial: N/S | Nº de serie
their_number: Su código de material | Su ref. artículo
customs: Partida arancelaria | Código TARIC
section.labour: Mano de obra | Trabajos
section.material: Materiales | Material suministrado
section.compute: Computación | Servidores virtuales
section.storage: Almacenamiento | Objetos
section.network: Redes | Transferencia de datos
section.line_base: Cuotas mensuales | Tarifas y alquileres
section.line_usage: Consumo | Llamadas y datos
section.line_extra: Otros cargos | Servicios adicionales
"""

HEADINGS: Final = """
pos: Nº | Lín. | #
pos10: Pos. | Línea
item_id: Código | Ref. | Referencia
description: Descripción | Concepto | Artículo | Detalle
quantity: Cantidad | Cant. | Uds.
quantity_unit: Cantidad | Cant.
unit: Unidad | Ud.
unit_price: Precio | Precio unitario | P. unit. | Precio neto
per_hundred: Precio / por | Precio por
net: Importe | Total | Importe {currency} | Total ({currency})
tax_rate: IVA | % IVA | Tipo
letter: IVA | Cód.
ean: EAN | Cód. barras
price_inclusive: Precio | P.V.P.
inclusive: Importe | Total con IVA
with_tax: Total | Con IVA
listed: Tarifa | PVP tarifa
discount: Dto. 1 | %D1
second_discount: Dto. 2 | %D2
date: Fecha | Día
fee_number: Código | Nº
factor: Factor | Coef.
foreign: Importe USD | USD
rate: % IVA | Tipo
base: Base | Base imp.
tax: Cuota | IVA
"""

SENTENCES: Final = """
terms: Transferencia a {days} días | {days} días fecha factura | Pago a {days} días, sin descuento.
    | Recibo a {days} días
discount: {percent} % de descuento por pronto pago a {early} días, {days} días neto
    | A {early} días con {percent} % de descuento, a {days} días neto.
due: Rogamos abonen esta factura antes del {date}. | La factura vence el {date}.
    | El pago debe recibirse antes del {date}.
quote: Indique {reference} en su pago. | Concepto de la transferencia: {reference}
tax_row: {tax} {rate} | {tax} ({rate}) | {rate} {tax}
tax_on: {tax} {rate} sobre {base} | {tax} ({rate} s/ {base})
deposit: Los envases se abonan a su devolución en cajas completas.
exchange: Importes en USD convertidos al cambio 1 {currency} = {rate} USD del {date}.
freight_exempt: Conceptos al 0%: transporte internacional exento, art. 22 Ley 37/1992.
conditions: Nuestros servicios se rigen por las condiciones generales de los transitarios. Responsabilidad limitada a
    8,33 DEG por kg.
thanks: ¡Gracias por su confianza! | Gracias por su visita
check: Cheques a nombre de {name}
headline: {amount} a pagar el {date} | {amount} con vencimiento el {date}
online: Pague en línea con el enlace de nuestro correo o por transferencia.
card: {amount} cargados el {date} en su tarjeta Visa terminada en {digits}.
billing: Esta factura corresponde al periodo del {start} al {end} | Periodo de facturación: {start} - {end}
total_due: IMPORTE TOTAL A PAGAR EL {date} | Total a pagar antes del {date}
later: El uso medido con retraso se carga en la próxima factura. El detalle figura en las páginas siguientes.
debit: El importe de {amount} se cargará en su cuenta el {date}.
mandate: Adeudo SEPA, referencia del mandato {number}, acreedor ES45000B12345678
instalments: Ha pagado {count} cuotas de {amount} cada una.
next_instalment: Su nueva cuota es de {amount} al mes, a partir del {date}.
one_line: {title} nº {number} de {date} | {title} {number}, fecha {date}
stay: Gracias por su estancia. La tasa turística se ingresa al municipio sin IVA.
till_card: Pago con tarjeta {amount}
wallet: {amount} pagados con tarjeta el {date}. No queda nada por pagar.
    | Forma de pago: PayPal, {amount} recibidos el {date}.
returns: Puede devolver los artículos en 30 días. Guarde esta factura para su garantía de 3 años.
titled: {title} {number} | {title} nº {number}
greeting: Estimados señores: | Hola:
intro: gracias por su pedido y por su confianza. A continuación les facturamos los siguientes servicios:
pay_by: Rogamos transfieran {amount} antes del {date} a la cuenta indicada abajo.
    | El total de {amount} vence el {date}.
regards: Atentamente | Un cordial saludo
place: {city}, a {date}
work: Por «{work}», terminado el mes pasado según lo acordado, les facturo unos honorarios de {net} más {rate} de
    {name} ({tax}), en total {gross}.
work_untaxed: Por «{work}», terminado el mes pasado según lo acordado, les facturo unos honorarios de {net}; el total
    es de {gross}.
within: a {days} días
transfer: Les ruego transfieran el importe {within} a mi cuenta {iban}, BIC {bic}.
section_sum: Total {name} | Subtotal {name}
master: Carpintería, cubiertas y reformas - desde 1987
site: reforma de la escalera, ala este
labour_share: Mano de obra incluida en esta factura, con IVA: {amount}
keep: Conserve esta factura para la garantía de la obra.
fees: Por los servicios médicos prestados según el nomenclátor:
medical: Exento de IVA, art. 20.Uno.3º Ley 37/1992.
acted: En el asunto indicado, nuestra minuta de honorarios es la siguiente:
original: Nº {number} de {date} por importe de {amount}
returned: devolución de mercancía, llegó defectuosa
credited: El importe se abonará en su cuenta y se compensará con su próximo pago.
overdue: Si su pago se ha cruzado con esta carta, no tenga en cuenta la relación anterior.
reverse: Inversión del sujeto pasivo. | Operación con inversión del sujeto pasivo, art. 84 Ley 37/1992.
exempt: Operación exenta de IVA. | Exento de IVA según art. 20 Ley 37/1992.
"""

GOODS: Final = """
parts: Tornillo hexagonal M10x40 cincado=ud | Rodamiento de bolas 6204-2RS=ud | Junta NBR 70=ud
    | Manguera hidráulica DN12=m | Borna de paso 2,5 mm²=ud | Aceite de corte bidón=kg
food: Arroz basmati 10 kg=saco | Tomate pelado 6x2,5 kg=caja | Aceite de girasol 10 l=lata
    | Mantequilla sin sal 20x250 g=caja | Penne 5 kg=bolsa | Café molido 8x500 g=caja | Harina de trigo 25 kg=saco
drinks: Agua sin gas 12x0,75 l=caja | Cerveza rubia 24x0,33 l=caja | Zumo de manzana 6x1 l=caja
    | Tónica 24x0,2 l=caja | Tinto de la casa 6x0,75 l=caja | Cola 24x0,33 l=caja
deposit: Envase caja=caja | Envase botella 0,33=bot. | Palé europeo=ud
haulage: Acarreo a terminal=viaje | Despacho de importación=desp. | Manipulación en terminal=cont.
    | Gastos documentales=juego | Almacenaje 4 días=día
haulage_abroad: Flete marítimo Shanghái - Valencia=cont. | Recargo combustible=cont. | Seguro de transporte=pól.
    | Flete aéreo JFK - MAD=kg
office: Archivador 4 cajones=ud. | Papel láser A4 80 g=caja | Pizarra blanca 120 x 90=ud. | Ratón ergonómico=ud.
    | Silla de visita azul=ud. | Impresora de etiquetas=ud.
services: Dirección de proyecto=h | Taller presencial=día | Análisis e informe=p.a.! | Gastos de viaje=p.a.!
    | Sesión de asesoría=h
software: Plan Equipo=puesto | Licencias Business=usuario | Soporte prioritario=mes
    | Llamadas API, paquete 10.000=paq. | Almacenamiento 100 GB=paq.
compute: Servidor m5.large Linux, por hora=h | Servidor t3.small, por hora=h | Solicitudes de función, por millón=M
    | Horas de contenedor=h
storage: Almacenamiento estándar, primeros 50 TB=GB-mes | Instantáneas=GB-mes | Solicitudes PUT y COPY, por 1.000=K
    | Archivo frío=GB-mes
network: Transferencia de salida, siguientes 40 TB=GB | Horas de balanceador=h | Dirección IPv4 pública=h
line_base: Empresa Ilimitada 20 GB=SIM | Cuota fibra 500=línea | Alquiler de router=equipo
line_usage: Llamadas a móviles=min | Datos en itinerancia zona 2=MB | Mensajes cortos=SMS | Llamadas a 902=min
    | Llamadas internacionales=min
line_extra: Guía telefónica premium=mes | Factura en papel=ud. | Recargo por demora=ud.
hosting: Servidor virtual S2=mes | Dominio ejemplo-tienda.es=año | Copia de seguridad 250 GB=mes
    | Paquete 25 buzones=mes | Certificado SSL=año
energy: Energía consumida punta=kWh | Energía consumida valle=kWh | Peaje de acceso=kWh
energy_base: Término fijo=días | Alquiler de contador=año!
town: Agua potable=m³ | Alcantarillado=m³ | Contenedor basura 120 l=cont. | Limpieza viaria, fachada=m
town_more: Camión con conductor=h | Uso de báscula=ud. | Alquiler salón municipal=día
hotel: Habitación doble, solo alojamiento=noche | Habitación individual superior=noche
hotel_more: Desayuno bufé=pers. | Minibar=ud. | Aparcamiento=día | Cena restaurante=pers.
hotel_free: Tasa turística=pers.
menu: Sopa del día | Lubina a la plancha | Paella mixta | Tarta de Santiago | Ensalada César | Hamburguesa Deluxe
menu_drinks: Agua con gas 0,7 | Copa Merlot | Café solo | Caña 0,5 | Limonada casera
shop: Auriculares Bluetooth negros | Cargador USB-C 65 W | Lámpara de mesa Aurora | Botella de acero 750 ml
    | Funda transparente
shop_books: Bolsillo «La costa larga» | Recetario «Una olla» | Atlas de carreteras Europa
writing: Traducción de la memoria anual | Textos del folleto de otoño | Fotografías de la nueva planta
labour: Encargado=h | Carpintero=h | Aprendiz=h | Desplazamiento y montaje=p.a.!
material: Placa de yeso 12,5 mm=m² | Listones de abeto 40/60=m | Tornillería y fijaciones=p.a.!
    | Lana mineral 160 mm=m² | Imprimación=l
treatment: Consulta detallada | Exploración física completa | Ecografía abdominal | Extracción de sangre venosa
    | ECG en reposo | Informe médico
counsel: Honorarios de procedimiento | Asistencia a vista | Redacción de contrato | Correo y teléfono, tanto alzado
counsel_free: Tasas judiciales anticipadas | Nota simple registral
cleaning: Limpieza de oficinas, mensual=mes! | Limpieza de cristales 3 plantas=serv. | Lavado de moqueta=m²
    | Consumibles=p.a.!
"""
