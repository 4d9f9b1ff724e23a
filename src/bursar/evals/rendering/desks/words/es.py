"""Spanish words of the desks."""

from typing import Final

LABELS: Final = """
invoice: Factura | FACTURA | Factura de venta
credit_note: Factura rectificativa | Abono | FACTURA RECTIFICATIVA
invoice_number: Nº de factura | Factura nº | Nº factura | Número de factura
credit_number: Nº de abono | Nº factura rectificativa | Abono nº
issue_date: Fecha de factura | Fecha | Fecha factura | Fecha de emisión
due_date: Fecha de vencimiento | Vencimiento | Vto. | Fecha vto.
delivery_date: Fecha de entrega | Fecha de operación | Fecha del servicio
order_reference: Su pedido | Nº de pedido | Su pedido nº | Pedido cliente
customer_number: Nº de cliente | Código cliente | Cód. cliente | Cliente nº
seller_tax_id: NIF | CIF | N.I.F. | NIF/CIF
buyer_tax_id: NIF cliente | CIF/NIF | NIF del cliente
net: Base imponible | Total neto | Subtotal | Importe neto
lines_sum: Total bruto | Suma de líneas | Importe bruto
allowance: Descuento | Dto. comercial
shipping: Portes | Gastos de envío | Transporte
tax: IVA | I.V.A.
tax_sum: Total IVA | Cuota IVA | Importe IVA
gross: Total factura | Total | TOTAL FACTURA | Importe total
prepaid: Anticipo | Entregado a cuenta | A cuenta
payable: Total a pagar | Importe pendiente | Líquido a pagar | Pendiente de pago
iban: IBAN | Cuenta IBAN
bic: BIC | SWIFT | BIC/SWIFT
bank: Banco | Entidad
terms: Forma de pago | Condiciones de pago
payment_reference: Referencia de pago | Ref. pago | Concepto de la transferencia
phone: Tel. | Tfno. | Teléfono | Teléf.
email: E-mail | Correo electrónico | Email
web: Web | Página web
register: Registro Mercantil, hoja | Reg. Mercantil, hoja | R.M. hoja
director: Administrador | Director gerente | Administrador único
contact: Contacto | Comercial | Atendido por | Persona de contacto
bill_to: Dirección de facturación | Facturar a | Datos de facturación | Datos del cliente
ship_to: Dirección de entrega | Dirección de envío | Entregar en
sold_by: Vendido por
delivery_note: Albarán | Albarán nº | Nº albarán
currency: Moneda | Divisa
page: Página {page} de {pages} | Pág. {page}/{pages} | Hoja {page} de {pages}
carried: Suma y sigue
brought: Suma anterior
period: Periodo de facturación | Período
order_date: Fecha del pedido
subtotal: Subtotal | Total
x01.number_and_date: Nº factura/Fecha | Número/Fecha
x01.credit_and_date: Nº abono/Fecha | Número/Fecha
x01.order_and_date: Nº pedido/Fecha | Su pedido/Fecha
x01.note_and_date: Nº entrega/Fecha | Albarán/Fecha
x01.net: Total posiciones | Valor neto | Suma posiciones
x01.gross: Importe final | Importe total
x03.issue_date: Fecha | Fecha factura
x03.order_reference: Su pedido | Pedido
x03.customer_number: Cód. cliente | Cliente
x03.lines_sum: Total mercancía | Importe bruto
x03.shipping: Portes | Portes y embalaje
x03.net: Base imponible | Total neto
x03.tax_sum: Total I.V.A. | Importe IVA
x03.gross: Total factura
x04.invoice: Factura
x04.order_reference: Referencia
x04.net: Subtotal
x04.gross: TOTAL | Total
x04.payable: Importe pendiente
x05.invoice: Factura
x05.invoice_number: Número de factura
x05.issue_date: Fecha de emisión
x05.due_date: Fecha de vencimiento
x05.net: Subtotal | Total sin impuestos
x05.gross: Total
x05.payable: Importe adeudado
x06.invoice: Tu factura | Factura
x06.invoice_number: Nº de factura | Número de factura
x06.issue_date: Fecha de emisión | Fecha de factura
x06.net: Total (base imponible) | Base imponible
x06.gross: Total a pagar | Importe total de la factura
x07.invoice: Factura de electricidad | Factura de luz
x07.invoice_number: Nº factura | Nº de factura
x07.issue_date: Fecha de emisión | Fecha emisión factura
x07.net: Importe sin impuestos | Base imponible
x07.gross: Total importe factura | Total factura
x07.prepaid: Cuotas ya abonadas | A descontar: pagos a cuenta
x07.payable: Importe a pagar | Total a pagar
x07.site: Dirección de suministro | Punto de consumo
x08.invoice: Factura
x08.invoice_number: Factura nº | Nº de factura
x08.gross: Total factura | Total
x08.prepaid: Tarjeta Visa | Pagado con tarjeta | Tarjeta de crédito
x08.payable: Saldo | Pendiente
x11.invoice: Minuta de honorarios | Factura de honorarios | Factura
x11.invoice_number: Factura nº | Nº de factura | Minuta nº
x11.net: Base imponible | Total honorarios y gastos
x11.prepaid: Provisión de fondos recibida | A deducir provisión de fondos
x11.period: Periodo de los servicios
x12.period: Periodo trabajado | Periodo de servicios
x13.prepaid: Anticipo recibido | A cuenta
x13.payable: Resto a pagar | Total a pagar
x13.delivery_date: Fecha de los trabajos | Trabajos finalizados el
x15.gross: Total abono | Importe total del abono | Total a su favor
x15.ship_to: Devuelto desde | Dirección de recogida
x16.invoice: Factura | Factura simplificada
x16.bill_to: Dirección de facturación
x16.ship_to: Dirección de envío
x16.order_reference: Número de pedido | Pedido nº
x16.delivery_date: Fecha de envío | Fecha de entrega
x16.shipping: Gastos de envío | Envío
x16.gross: Total factura | Total
x16.payable: Total pendiente | Total a pagar
sales_order: Nº pedido interno | Nuestro pedido
incoterm: Condiciones de entrega | Incoterm
meter: Nº de contador | Contador | Nº contador
supply_point: CUPS | Punto de suministro
contract: Contrato nº | Referencia del contrato
billing_account: Cuenta de facturación | Cuenta cliente
line_number: Línea | Nº de teléfono
room: Habitación | Hab. | Nº habitación
guest_folio: Reserva | Localizador
matter: N/Ref. | Expediente
subject: Asunto | Concepto
depot: Delegación | Oficina
fleet: Contrato marco | Flota
return_note: Devolución nº | Nº devolución
insertion: Orden de inserción | Orden nº
job_sheet: Parte de trabajo | Obra nº
mandate: Referencia del mandato | Ref. mandato
creditor: Identificador del acreedor | ID acreedor
site: Obra | Dirección de la obra | Obra en
advertiser: Anunciante
medium: Medio | Cabecera
published: Fecha de publicación | Fecha de inserción
advice: AVISO DE PAGO
advice_to: Para:
enclosed: Importe pagado
customer: Cliente
arrival: Entrada | Llegada | Fecha de entrada
departure: Salida | Fecha de salida
guest: Huésped | Nombre
details: Detalle de la factura | Detalle de consumos
help: ¿Necesitas ayuda?
hours_sum: Total horas
readings: Lecturas del contador | Consumo
old: Lectura anterior
new: Lectura actual
used: Consumo kWh
costs: Desglose de la factura | Detalle del importe
sku: Ref. | Referencia
about_order: Información del pedido | Detalles del pedido
payment_method: Método de pago
section.plan: Cuotas mensuales
section.calls: Consumos
section.once: Cargos puntuales
section.advice: Honorarios por tiempo
section.expenses: Gastos y suplidos
section.labour: Mano de obra
section.material: Materiales
"""

HEADINGS: Final = """
pos: Nº | Pos. | Línea
pos_ten: Pos.
item_id: Código | Referencia | Ref. | Artículo
description: Descripción | Concepto | Detalle
quantity: Cant. | Cantidad | Uds.
hours: Horas
unit: Ud. | Unidad | U.M.
with_unit: Cantidad | Cant.
unit_price: Precio | Precio unitario | Precio ud. | P. unit.
discount: % Dto. | Dto. %
tax_rate: IVA | % IVA
bare_rate: % IVA | IVA %
net: Importe | Total | Importe neto
signed_net: Importe | Total
when: Fecha
night: Fecha
week: Sem.
worker: Trabajador | Nombre
driver: Conductor
initials: Letr. | Abog.
tracking: Nº de envío | Expedición
weight: Peso kg | Kg
town: Destino | Población
plate: Matrícula
contract: Contrato
edition: Número | Edición
code: Cód.
rate: % IVA | Tipo IVA
base: Base imponible | Base
tax: Cuota IVA | Cuota
with_tax: Total
x04.hours: Cantidad
x05.tax_rate: Impuesto
x08.description: Concepto | Descripción
x08.unit_price: Precio | Precio ud.
x08.net: Importe | Total
x11.description: Actuación | Concepto
x11.unit_price: Tarifa | Precio hora
x12.unit_price: Precio hora | Tarifa
x13.hours: Cantidad | Cant.
x14.description: Anuncio | Formato y emplazamiento
x14.quantity: Ins. | Cant.
x14.unit_price: Precio tarifa | Tarifa bruta
x14.net: Neto | Importe neto
x16.unit_price: Precio unitario (IVA incl.)
x16.signed_net: Total (IVA incl.) | Importe (IVA incl.)
"""

SENTENCES: Final = """
attention: A la atención de {person} | Dpto. Administración, {person}
tax_at: {tax} {rate} | {rate} {tax} | Cuota {tax} {rate}
tax_of: {tax} {rate} s/ {base} | {tax} {rate} sobre {base} | {rate} {tax} (base {base})
terms: Transferencia a {days} días fecha factura. | Pago a {days} días netos. | Recibo domiciliado a {days} días
    | Pago a {days} días desde la fecha de la factura.
terms_date: Transferencia a {days} días, vencimiento {date}. | Pago a {days} días, antes del {date}.
early: {percent} % de descuento por pronto pago a {early} días, resto {days} días neto.
    | Pronto pago {early} días {percent} %, neto a {days} días
greeting: Estimados señores: | Muy señores nuestros:
opening: Gracias por su confianza. Les facturamos los siguientes servicios:
    | Adjuntamos el detalle de los servicios prestados:
closing: Gracias por su confianza. | Atentamente, | Reciban un cordial saludo.
title_kept: La mercancía es propiedad del vendedor hasta su pago total.
    | No se admiten devoluciones pasados 15 días de la entrega.
property: El abono se compensará con la factura pendiente más antigua de su cuenta.
motto: Fontanería · Calefacción · Climatización | Instalaciones eléctricas desde 1986
labour: De este importe, mano de obra: {amount} sin IVA. | La mano de obra asciende a {amount} sin IVA.
corrects: Rectifica la factura {number} de fecha {date}. | Abono de nuestra factura nº {number} del {date}.
settled: El importe se abonará en su cuenta. | El importe se descontará de su próxima factura.
transfer: Pago por transferencia a: {bank} | Rogamos transferencia bancaria a {bank}
headline: {amount} con vencimiento el {date} | {amount} a pagar antes del {date}
online: Pagar en línea
case: Compraventa de participaciones, nave logística | Arrendamiento de oficinas | Asesoramiento laboral
services: Por los servicios profesionales prestados en el asunto de referencia, nuestros honorarios son:
    | Servicios prestados durante el periodo indicado:
assigned: Crédito cedido a {bank}. Para que el pago sea liberatorio debe efectuarse en la cuenta:
    | El importe de esta factura ha sido cedido a {bank}, a quien deberá pagarse:
brand: Agua mineral Alpenquell | Bicicletas Norbrook | Cocinas Halden
medium: Economía Regional | Logística Hoy | El Correo de la Tarde
quote: Indique en su pago la factura {number} y el cliente {customer}. | Rogamos citar en el pago: {number} / {customer}
copy: El justificante de inserción se envía por separado. | Se adjunta ejemplar justificante.
headed: {title} de {month} | {title} - {month}
collected: El importe se cargará a partir del {date} en su cuenta {iban}. | Cargo el {date} en la cuenta {iban}.
objection: Las reclamaciones deben presentarse en el plazo de un mes desde la recepción de la factura.
advert: El doble de velocidad por el mismo precio: ¡pásate a la fibra! | Recomiéndanos y llévate 50,00 €.
pay_until: Rogamos abone {amount} antes del {date}. | Importe de {amount} a pagar hasta el {date}.
mix: Origen de la electricidad: renovable 61,4 %, gas 28,1 %, nuclear 8,0 %, otros 2,5 %; CO2 142 g/kWh.
index: Los kilómetros en exceso se facturan al final del contrato según lo pactado.
goodbye: Gracias por su visita. Esperamos volver a verle pronto. | Gracias por alojarse con nosotros.
returns: Devoluciones en un plazo de 30 días. Consulte nuestras páginas de ayuda.
incoterm: DAP | EXW en fábrica | FCA | CPT
method: Tarjeta de crédito | PayPal | Visa
"""

PARTIES: Final = """
trades: Alimentación | Ingeniería | Cuidados | Interiorismo | Eventos | Comercial | Medios | Inmobiliaria
streets: Muelle de Levante, 3 | C/ Castillo 41 | Polígono El Prado, nave 12 | Antigua Lechería 2
details: según presupuesto | según pedido
"""

FIRMS: Final = """
x01: Rodamientos | Hidráulica | Transmisiones | Válvulas
x02: Informática | Limpiezas | Mantenimiento
x03: Mayorista | Suministros Hosteleros | Suministros
x04: Diseño | Digital | Creativos
x05: Cloud | Software | Apps
x06: Telecom | Móvil | Fibra
x07: Energía | Eléctrica | Luz
x08: Hotel | Hostal | Parador
x09: Paquetería | Exprés | Mensajería
x10: Renting | Leasing | Movilidad
x11: Abogados | Abogados y Asesores | Bufete
x12: Trabajo Temporal ETT | Personal ETT | Empleo ETT
x13: Fontanería | Instalaciones | Electricidad
x14: Ediciones | Editorial | Prensa
x15: Mayorista | Distribuciones | Suministros
x16: Tienda Online | Directo | Bazar
"""

GOODS: Final = """
machine: Rodamiento de bolas 6205-2RS=UN | Latiguillo hidráulico DN12, 1,2 m=UN | Motorreductor 0,75 kW=UN
    | Tornillo hexagonal M12x60 8.8=UN | Juego de juntas cilindro 63/36=JGO | Detector inductivo M18 PNP=UN
    | Grasa EP2=KG | Electroválvula 5/2 G1/4=UN
service: Técnico en sus instalaciones=h | Mantenimiento remoto=h | Desplazamiento=ud. | Copia de seguridad mensual=mes
    | Disco duro 2 TB=ud. | Formación de personal=h
supplies: Servilletas 2 capas blancas 2000 uds. | Guantes látex M, caja de 100 | Bobina azul 150 m
    | Bolsas de basura 200 uds.
    | Envase kraft 750 ml | Lavavajillas 5 l | Rollos caja 80 x 80 x 20 | Limpiasuelos concentrado 5 l
supplies_low: Agua mineral 24 x 0,5 l | Café molido 1 kg | Azucarillos 1000 uds.
design: Identidad de marca, fase 2 | Página web, diseño y desarrollo | Cuota mensual | Textos de producto
    | Taller, media jornada | Fotografía, imágenes editadas
software: Plan Equipo, por usuario | Plan Empresa | Almacenamiento adicional 100 GB | Peticiones API
    | Soporte prioritario
plan: Móvil Empresa Ilimitado=ud. | Cuota fibra 500=ud. | Dirección IP fija=ud. | SIM datos 20 GB=ud.
calls: Llamadas a móviles=min | Llamadas a Europa=min | SMS=ud. | Datos en itinerancia, mundo=MB
    | Números de información=min | Llamadas a fijos=min
once: Cuota de alta=ud. | Duplicado de SIM=ud.
kwh: Energía consumida=kWh | Energía, tarifa empresa=kWh
grid: Término fijo=meses | Alquiler de contador=meses | Peajes, término fijo=meses | Gestión de medida=meses
room: Alojamiento habitación doble | Alojamiento habitación individual | Habitación con desayuno
extras: Aparcamiento | Minibar | Cena restaurante | Bar | Lavandería | Desayuno
parcel: Urgente 12 horas | Paquete estándar | Exprés internacional | Paquete 48 horas | Retorno
surcharge: Recargo combustible | Recargo islas | Recargo temporada alta
cars: Cuota renting familiar | Cuota con mantenimiento | Cuota furgoneta eléctrica | Cuota compacto
insurance: Seguro del vehículo, refacturado | Impuesto de circulación, refacturado
advice: Revisión de borrador de contrato | Conferencia telefónica con el cliente | Carta a la parte contraria
    | Estudio de prescripción | Asistencia a reunión | Modificación de contrato de compraventa | Escrito al juzgado
expenses: Copias y correo | Mensajería | Notas registrales
shifts: Mozo de almacén, horas normales | Mozo de almacén, horas extra | Carretillero, horas normales
    | Carretillero, nocturnidad
    | Operario de producción, horas normales | Maquinista, sábado
labour: Oficial fontanero=h | Ayudante=h | Oficial electricista=h | Desplazamiento=h
material: Tubo de cobre 22 mm=m | Kit válvula termostática=ud. | Llave de corte 15 mm=ud.
    | Caldera condensación 24 kW=ud.
    | Cable 3 x 2,5=m | Cuadro eléctrico 12 módulos=ud. | Pequeño material=PA | Tubo desagüe D40=m
adverts: Página color, interior portada | Media página horizontal, color | Cuarto de página, b/n
    | Banner web, 4 semanas | Encarte hasta 20 g
goods: Base de conexión USB-C | Ratón inalámbrico negro | Lámpara de escritorio LED | Cajas de archivo, pack de 10
    | Auriculares con cancelación de ruido | Brazo para monitor doble | Impresora de etiquetas
books: Manual de gestión de proyectos | Atlas de carreteras | Curso de inglés, libro
"""
