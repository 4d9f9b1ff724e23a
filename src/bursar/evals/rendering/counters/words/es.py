"""Spanish words of the counters."""

from typing import Final

LABELS: Final = """
invoice: Factura | FACTURA | Factura
credit_note: Factura rectificativa | Abono | FACTURA RECTIFICATIVA
invoice_number: Factura nº | Nº factura | Número de factura | Nº de factura
credit_number: Abono nº | Nº de abono | Factura rectificativa nº
issue_date: Fecha | Fecha factura | Fecha de factura | Fecha de emisión
due_date: Vencimiento | Fecha de vencimiento | Fecha vto.
delivery_date: Fecha de entrega | Fecha entrega | Fecha de operación
order_reference: Su pedido | Pedido nº | Nº de pedido | Su referencia
customer_number: Nº cliente | Código cliente | Cód. cliente | Cliente nº
delivery_note: Albarán | Nº albarán | Albarán nº
order_date: Fecha pedido | Fecha de pedido
seller_tax_id: CIF | NIF | C.I.F. | N.I.F.
buyer_tax_id: CIF cliente | NIF cliente | NIF del cliente
tax: IVA | I.V.A.
net: Base imponible | Total sin IVA | Subtotal | Importe neto
lines_sum: Total mercancía | Suma
shipping: Portes | Gastos de envío | Transporte
tax_sum: Total IVA | Cuota IVA | IVA
gross: Total factura | TOTAL | Importe total | Total
prepaid: Entregas a cuenta | Anticipos | Pagado a cuenta
payable: Total a pagar | Pendiente de pago | Importe pendiente
iban: IBAN
bic: BIC | BIC/SWIFT | SWIFT
bank: Banco | Entidad
payment_reference: Referencia de pago | Concepto
terms: Forma de pago | Condiciones de pago
phone: Tel. | Tfno. | Teléfono
email: E-mail | Correo electrónico | Email
web: Web
register: Registro Mercantil | R.M.
bill_to: Facturar a | Cliente | Datos del cliente
ship_to: Dirección de entrega | Entregar en | Lugar de entrega
contact: Contacto | Atendido por | Comercial
page: Página {page} de {pages} | Pág. {page}/{pages} | Hoja {page} de {pages}
carried: Suma y sigue
brought: Suma anterior
currency: Moneda | Divisa
odoo.issue_date: Fecha de factura
odoo.due_date: Fecha de vencimiento
odoo.delivery_date: Fecha de entrega
odoo.order_reference: Referencia | Referencia del cliente
odoo.source: Origen
odoo.net: Importe base | Base imponible
odoo.gross: Total
odoo.payment_reference: Comunicación de pago | Referencia de pago
odoo.account: en esta cuenta
nav.customer_number: Factura-a Nº cliente | Nº cliente
nav.issue_date: Fecha emisión documento | Fecha registro
nav.order_date: Fecha envío
nav.order_reference: Nº documento externo | Su/Ntra. ref.
nav.terms: Términos pago | Condiciones pago
nav.method: Condiciones envío
nav.contact: Vendedor
nav.allowance: Descuento factura
nav.net: Total {currency} IVA excl.
nav.tax: {rate} IVA
nav.gross: Total {currency} IVA incl.
nav.summary: Especificación importe IVA
cloud.invoice_number: Número de factura
cloud.issue_date: Fecha de emisión
cloud.due_date: Fecha de vencimiento
cloud.bill_to: Facturar a
cloud.lines_sum: Subtotal
cloud.net: Total sin impuestos
cloud.gross: Total
cloud.prepaid: Importe pagado
cloud.payable: Importe adeudado
freight.file: Nº expediente | Ntra. ref.
freight.shipper: Remitente | Cargador
freight.consignee: Destinatario | Consignatario
freight.packages: Bultos | Nº bultos
freight.weight: Peso bruto kg | Peso (kg)
freight.bill: CMR nº | AWB / B/L
freight.incoterm: Incoterm | Condiciones
food.tour: Ruta
food.order: Pedido por
cover.invoice: Recibo de prima | Aviso de cobro de prima
cover.insurer: Compañía | Aseguradora
cover.insured: Tomador | Tomador del seguro
cover.number: Nº recibo | Recibo nº
cover.gross: Prima total | Total recibo
clean.site: Centro | Instalaciones
clean.contract: Contrato nº
clean.net: Base imponible | Importe mensual
garage.plate: Matrícula
garage.vin: Nº bastidor | Bastidor
garage.mileage: Kilómetros | Km
garage.model: Vehículo | Marca / Modelo
garage.first: Fecha 1ª matriculación | F. matriculación
garage.job: Orden de reparación | O.R. nº
garage.labour: Total mano de obra
garage.spares: Total recambios
arch.invoice: Minuta de honorarios nº {count} | Factura parcial nº {count}
arch.project: Obra | Proyecto
arch.contract: Encargo de fecha
arch.prepaid: A deducir: pagos anteriores | Menos entregas a cuenta
print.job: Nº de trabajo | Orden de trabajo
print.contact: Atendido por | Comercial
utility.invoice: Factura de agua y alcantarillado | Su factura del agua
utility.number: Nº de factura | Factura nº
utility.customer_number: Nº de contrato | Código de cliente
utility.issue_date: Fecha de emisión | Fecha de factura
utility.point: Punto de suministro
utility.supply: Dirección de suministro | Suministro
utility.meter: Contador nº
utility.net: Base imponible | Total sin IVA
utility.gross: Total factura | Importe total
utility.prepaid: Pagos a cuenta realizados | Cuotas ya abonadas
utility.payable: Total a pagar | Importe pendiente
utility.next: Próximas cuotas
hire.candidate: Candidato/a | Candidato
hire.position: Puesto
hire.start: Fecha de incorporación | Incorporación
hire.salary: Salario bruto anual | Retribución anual bruta
hire.consultant: Consultor
guard.site: Servicio en | Centro
guard.contract: Contrato nº
guard.hours: Total horas
lingua.project: Nº proyecto | Proyecto
lingua.manager: Gestor de proyecto
sap.number: Número/Fecha
sap.order: Pedido/fecha
sap.before: Factura/fecha
sap.customer_number: Número de cliente
sap.lines_sum: Suma posiciones
sap.tax: IVA repercutido
sap.gross: Importe final
sap.reason: Motivo
"""

HEADINGS: Final = """
pos: Nº | Línea | Pos.
item_id: Referencia | Código | Ref. | Artículo
description: Descripción | Concepto | Denominación
quantity: Cantidad | Cant. | Uds.
unit: Unidad | Ud. | UM
unit_price: Precio | Precio unitario | Precio ud. | P. unit.
discount: Dto. % | % Dto.
tax_rate: IVA | % IVA | IVA %
net: Importe | Total | Importe neto
rate: % IVA | Tipo IVA
base: Base imponible | Base
tax: Cuota | Cuota IVA
gross: Total
odoo.tax_rate: Impuestos
odoo.net: Importe
nav.item_id: Nº
nav.unit: Unidad medida
nav.discount: % Dto.
nav.tax_rate: % IVA
cloud.tax_rate: Impuesto | IVA
cloud.net: Importe
freight.net: Importe
origin: Origen
cover.policy: Nº póliza | Póliza
cover.span: Período de cobertura | Efecto - vencimiento
cover.net: Prima
med.lot: Lote
med.expiry: Caducidad | Cad.
arch.stage: Fase
arch.fee: Honorarios | Importe contratado
arch.done: % ejecutado | Avance
arch.net: A origen | Devengado
utility.from: Desde
utility.to: Hasta
utility.old: Lectura anterior
utility.new: Lectura actual
utility.used: Consumo m³
utility.net: Importe
guard.date: Fecha
guard.time: Horario | Inicio - fin
guard.quantity: Horas
guard.unit_price: Precio hora
lingua.quantity: Volumen | Cantidad
sap.pos: Pos.
sap.item_id: Material
sap.unit_price: Precio
sap.net: Valor | Importe {currency}
hire.net: Importe
"""

SENTENCES: Final = """
closing: Atentamente, | Un cordial saludo,
terms: Transferencia a {days} días | {days} días fecha factura | Pago a {days} días
    | Transferencia bancaria {days} días f.f.
due: Rogamos abonen {amount} antes del {date}. | Importe de {amount} a abonar hasta el {date}.
early: {percent} % de descuento por pronto pago a {early} días; {days} días neto.
debit: El importe de {amount} se cargará en su cuenta el {date}.
set_off: El importe se compensará en su próximo pago. | El importe se abonará en su cuenta de cliente.
credit_for: Rectifica la factura {number} de fecha {date}
reverse: Operación con inversión del sujeto pasivo.
    | Inversión del sujeto pasivo, art. 196 de la Directiva 2006/112/CE.
exempt: Operación exenta de IVA (art. 20.Uno.16 LIVA). Prima con impuestos y recargos incluidos.
    | Exento de IVA. Las primas incluyen el impuesto sobre primas de seguro.
late: El retraso en el pago devengará los intereses de demora previstos en la Ley 3/2004.
property: La mercancía sigue siendo de nuestra propiedad hasta su pago completo.
odoo.terms: Términos de pago: {days} días
nav.shipment: Albarán nº {number} de fecha {date}:
cloud.due: {amount} con vencimiento el {date} | {amount} a pagar el {date}
cloud.paid: {amount} pagados el {date}
cloud.tax: {tax} ({rate} sobre {base})
clean.intro: Por los servicios de limpieza de {month}, según contrato:
arch.intro: Conforme al encargo, los honorarios por los trabajos realizados hasta la fecha son los siguientes:
hire.intro: Por la incorporación del candidato seleccionado, les facturamos nuestros honorarios según lo acordado.
hire.fee: Honorarios de selección: {percent} % del salario bruto anual
guard.intro: Servicios de vigilancia del {start} al {end}
food.note: Revise la mercancía a la entrega. No se admiten reclamaciones pasadas 24 horas.
med.note: No se admiten devoluciones sin autorización previa. Conservar según etiqueta.
utility.note: Si tiene dudas sobre su factura, llámenos antes del {date}.
garage.note: Se recomienda reapretar las ruedas a los 50 km. Garantía de la reparación: 3 meses o 2.000 km.
print.made: Impresión {colours}, manipulado y embalado | Impresión {colours}, corte y encajado
print.proof: Impreso según prueba aprobada. Tolerancia de entrega del 5 %.
lingua.note: Indique el número de factura en la transferencia. Gastos bancarios a cargo del ordenante.
sap.reason: Devolución de material | Diferencia de precio | Daños de transporte
nav.method: Portes pagados | Franco fábrica
"""

PARTIES: Final = """
stems: Hermanos Ortega | Castellana | Ibáñez | Levante | Rivas y Soler | Montserrat | Cantábrico | Gallardo | Núñez
    | Albufera | Ferrer | Sierra Norte | Quintana | Aragón | Zabala | Hijos de J. Vega
trades: Industrial | Inmobiliaria | Hoteles | Construcciones | Distribuciones | Electrónica | Residencias | Grupo
    | Metal
streets: Calle Mayor, 24 | Pol. Ind. Las Fuentes, nave 12 | Avda. de la Constitución, 108 | Plaza de España, 3, 2º B
    | Carrer de Mallorca, 415 | Camino Viejo, s/n
ES: 28020 Madrid | 08018 Barcelona | 50003 Zaragoza | 48001 Bilbao (Vizcaya) | 29004 Málaga
office: Mobiliario de Oficina | Equipamientos | Ofimática
tools: Suministros Eléctricos | Ferretería | Suministros
cloud: Software | Cloud | Digital
freight: Transitarios | Transportes | Logística Internacional
food: Alimentación | Frutas y Verduras | Horeca
cover: Correduría de Seguros | Seguros | Mediación de Seguros
clean: Limpiezas | Servicios de Limpieza | Mantenimiento
med: Material Sanitario | Productos Médicos | Hospitalaria
garage: Talleres | Automoción | Autoservicio
arch: Arquitectos | Estudio de Arquitectura
print: Gráficas | Imprenta | Artes Gráficas
utility: Aguas | Servicios del Agua
hire: Selección | Recursos Humanos | Talento
guard: Seguridad | Vigilancia
lingua: Traducciones | Servicios Lingüísticos
machine: Maquinaria | Transmisiones | Hidráulica
"""

GOODS: Final = """
office: Mesa regulable en altura, 160 x 80 cm=Unidades | Panel acústico, gris=Unidades
    | Silla de oficina, negra=Unidades
    | Montaje y retirada de embalajes=Horas | Brazo doble para monitor=Unidades | Cajonera, 3 cajones=Unidades
    | Mesa de reuniones, 8 plazas=Unidades | Lámpara LED de mesa=Unidades
tools: Tornillo hexagonal M10 x 60 cincado=CAJA | Cable 3G1,5 100 m=ROLL | Broca SDS 8 x 160=UD
    | Magnetotérmico 16 A curva C=UD | Brida nylon 200 mm negra=BOLS | Calzado de seguridad S3 t. 43=PAR
    | Caja de derivación IP55=UD | Taladro 18 V con 2 baterías=UD | Silicona transparente 310 ml=UD | Taco 8 mm=CAJA
    | Disco de corte 125 x 1,0=UD | Varilla roscada M12 1 m=UD | Regleta LED 1200 mm=UD | Base doble 16 A=UD
cloud: Plan Business, por usuario | Almacenamiento adicional 1 TB | Llamadas API, paquete de 10.000 | Soporte premium
    | Licencia de equipo, mensual | Tráfico de salida, por 100 GB
freight: Flete | Transporte por carretera, carga completa | Flete aéreo | Recogida | Flete marítimo LCL
freight_extra: Recargo combustible | Despacho de aduanas | Gastos de terminal | Entrega con plataforma
duty: Aranceles, suplido por su cuenta | Suplidos aduana | Tasas portuarias, suplido
food: Queso curado, pieza 5 kg=kg | Zanahoria lavada=kg | Harina de trigo 10 kg=saco | Mantequilla 40 x 250 g=caja
    | Tomate triturado 6 x 2,5 kg=caja | Huevos camperos, bandeja 30=band | Pechuga de pollo fresca=kg
    | Arroz basmati 20 kg=saco | Guisantes congelados 4 x 2,5 kg=caja | Salmón, filete limpio=kg
    | Leche entera 12 x 1 l=caja
    | Patatas 25 kg=saco | Aceite de oliva 5 l=gfa | Macarrones 5 kg=bols | Limones, 80 piezas=caja
    | Yogur natural 5 kg=cubo
food_other: Cola 24 x 33 cl=caja | Cerveza barril 30 l=barr | Papel industrial, 6 rollos=pack
    | Agua mineral 12 x 75 cl=caja
deposit: Envase caja retornable=caja | Envase barril 30 l=barr | Envase palé=palé
returned: Devolución cajas vacías=caja | Devolución barriles vacíos=barr
cover: Responsabilidad civil general | Multirriesgo empresa | Flota de vehículos | RC profesional | Ciberriesgos
clean: Limpieza de oficinas, 3 plantas=mes! | Consumibles higiénicos=mes! | Limpieza diaria de cocinas=mes!
clean_extra: Limpieza exterior de cristales=serv. | Limpieza de moqueta=m² | Limpieza fin de obra=h
med: Guantes de nitrilo, talla M, 200=caja | Jeringa 10 ml Luer-Lock, 100=caja | Catéter venoso 20G=ud
    | Apósito de espuma 10 x 10=caja | Mascarilla quirúrgica tipo IIR, 50=caja | Sutura 3-0 reabsorbible, 36=caja
    | Tiras de glucemia, 50=caja | Toallitas desinfectantes=bote | Set sonda CH 14=set
labour: Revisión oficial=h | Sustituir discos y pastillas delanteras=h | Diagnosis electrónica=h
    | Alineado de dirección=h
    | Sustituir kit de distribución=h
spares: Discos de freno delanteros, par=jgo | Pastillas delanteras=jgo | Aceite motor 5W-30=l | Filtro de aceite=ud
    | Filtro de aire=ud | Escobillas limpiaparabrisas=jgo | Filtro de habitáculo=ud | Kit de distribución=jgo
mot: Tasa ITV (suplido)
phases: Estudio previo | Anteproyecto | Proyecto básico | Licencia de obras | Proyecto de ejecución | Dirección de obra
print: Folletos A4, 16 páginas, grapados | Tarjetas de visita 85 x 55 mm, 400 g | Cartas A4, 100 g
    | Expositores enrollables 850 x 2000 mm | Trípticos DL, 170 g estucado | Carpetas con solapa
print_low: Libros, 128 páginas, encolados | Programas A5, 32 páginas
water: Consumo de agua=m³ | Depuración y alcantarillado=m³
water_base: Cuota de servicio agua=días | Cuota de servicio alcantarillado=días
hire: Responsable de contabilidad | Director comercial Norte | Desarrollador de software
guard: Vigilante, diurno | Vigilante, nocturno | Plus festivo | Ronda móvil | Acuda a alarma
lingua: Español-inglés, manual técnico=palabras | Inglés-español, contrato=palabras | Revisión=palabras
    | Localización web, francés=palabras | Traducción jurada, partida de nacimiento=palabras
    | Español-neerlandés=palabras
machine: Rodamiento rígido de bolas 6205-2RS | Motorreductor 0,75 kW 1400 rpm | Correa SPA 1250
    | Latiguillo hidráulico DN12, 2 m | Detector inductivo M12 PNP | Guía lineal 400 mm
    | Juego de juntas cilindro 63 x 45
    | Piñón 08B-1 Z 25
"""
