"""Spanish words of the fresh pages."""

from typing import Final

LABELS: Final = """
invoice: Factura | Factura final | Factura ordinaria | Factura completa
credit_note: Factura rectificativa | Abono | Factura de abono
invoice_number: Factura nº | Núm. | Serie y número | Nuestra factura | Ref. factura
credit_number: Rectificativa nº | Núm. | Serie y número
issue_date: Fecha de expedición | Expedida el | A fecha de | Emitida | Fecha fra.
due_date: A pagar el | Vence | Abonar antes de | Fecha de cobro
delivery_date: Realizado el | Servido el | Fecha de operación | Fecha del servicio
order_reference: Su pedido | Ref. de pedido | Pedido cliente | Según pedido
customer_number: Cód. de cliente | Cuenta cliente | Cliente núm. | Ref. cliente
seller_tax_id: NIF | N.I.F. | NIF-IVA | CIF
buyer_tax_id: Su NIF | NIF del cliente | NIF destinatario
net: Base | Base imp. | Suma sin impuestos | Importe sin IVA
lines_sum: Suma de líneas | Total conceptos
shipping: Entrega y recogida | Portes | Transporte
tax: IVA | I.V.A.
tax_sum: Total IVA | Cuota total
gross: Importe total | Total con IVA | Total de la factura | Suma total
payable: Líquido a percibir | Resta por pagar | Pendiente de pago | A ingresar
iban: IBAN | Cta. IBAN | Cuenta
bic: Código BIC | SWIFT | BIC
bank: Banco | Entidad | Domiciliación en
payment_reference: Referencia a indicar | Concepto del ingreso | Indíquese
terms: Plazo | Forma y plazo | Pago
phone: Tfno. | Teléfono | Tel.
register: Inscrita R.M. hoja | Registro Mercantil | Hoja
bill_to: Facturado a | Destinatario | Cliente
from: Expedidor | Emisor
order_date: Pedido del | Pedido el
delivery_note: Alb. | Albarán nº
contact: Le atiende | Gestor | Persona de contacto
person: Alumno | Participante
attention: A la atención de | Att.
period: Periodo facturado | Periodo | Servicios del
currency: Divisa | Importes en
page: Hoja {page} de {pages} | Página {page} de {pages} | Pág. {page}/{pages}
licence: Clave de licencia | Clave del producto | Clave
file: Expediente | N/ref.
job: Trabajo | Orden de taller
contract: Ref. de contrato | Contrato | Contrato núm.
meter: Contador | Nº de contador
supply_point: CUPS | Punto de suministro
event: Evento | Reserva
course: Grupo | Clase
site: Obra | Delegación
tour: Ruta / parada | Ruta
registry: Centro autorizado | Registro de centros
section.fees: Honorarios | Trabajo del equipo
section.expenses: Suplidos | Gastos de terceros
"""

HEADINGS: Final = """
pos: Lín. | Ord.
item_id: Ref. pieza | Código | Cód. art. | Ref.
description: Servicio prestado | Trabajos | Concepto y detalle | Designación | Qué
quantity: Uds. | Núm. | Cant. | Unidades
unit: Med. | U.
unit_price: Tarifa | Por unidad | P.V.P. sin IVA | Precio ud.
net: Suma | Valor | Importe neto | Subtotal
tax_rate: IVA % | % IVA | Tipo %
with_unit: Cantidad | Volumen | Número
per_thousand: El millar | Precio millar
discount: % dto. | Desc. %
day: Día | El
from_day: Desde | Inicio
to_day: Hasta | Fin
rate: Tipo | IVA al
base: Base imp. | Sobre
tax: Cuota | IVA
"""

SENTENCES: Final = """
greeting: Estimado cliente: | Muy señores nuestros:
opening: Les detallamos a continuación los trabajos realizados. | Según lo acordado, les facturamos lo siguiente.
closing: Atentamente | Un cordial saludo
thanks: Ha sido un placer trabajar con ustedes. | Gracias por su confianza.
terms: Pago a {days} días fecha factura | Plazo de {days} días | A {days} días, por transferencia.
terms_date: {days} días, es decir, hasta el {date} | Pago a {days} días; vence el {date}.
early: {percent} % de descuento pagando en {early} días; si no, {days} días
    | Pronto pago: {percent} % a {early} días, íntegro a {days} días
due: Rogamos nos hagan llegar {amount} antes del {date}. | Esperamos {amount} en nuestra cuenta el {date}.
transfer: Les rogamos transfieran {amount} antes del {date} a la cuenta {iban} (BIC {bic}) de {holder}, indicando
    {reference}.
    | Sírvanse abonar {amount} hasta el {date} en {iban}, BIC {bic}, titular {holder}, concepto {reference}.
tax_at: {tax} {rate} | {tax} al {rate} | Más {tax} ({rate})
tax_of: {tax} {rate} sobre {base} | {tax} al {rate} de {base}
paid_on: A cuenta, recibido el {date} | Menos señal del {date}
instalments: Cuotas abonadas hasta el {date} | Menos cuotas al {date}
withheld: Retención IRPF {percent} | Menos IRPF {percent}
corrects: Rectifica nuestra factura {number} de {date}. | Se rectifica el documento {number} de fecha {date}.
titled: {title} {number} | {title} nº {number}
late: La demora devenga el interés de la Ley 3/2004 y 40 euros por costes de cobro.
    | En caso de impago se aplicará el interés legal de demora.
property: La mercancía es nuestra hasta su completo pago. | Reserva de dominio hasta el pago.
paid_by_transfer: Ingreso en la cuenta: | Por transferencia a:
slip: Aviso de pago | Resguardo de pago
slip_how: Adjunten este resguardo a su pago. | Corten por aquí y envíenlo a nuestra caja.
valid: Válida del {start} al {end} | En vigor desde {start} hasta {end}
software: No se admite la devolución de claves enviadas. | Se aplican las condiciones del fabricante.
used: En este periodo ha consumido {amount} kWh. | Su consumo: {amount} kWh
change: Su cuota mensual no cambia. Comuníquenos sus lecturas cuando quiera.
    | ¿Se muda? Avísenos con dos semanas.
cleaned: Por la limpieza de sus locales, periodo {period}: | Limpieza realizada, {period}:
hours: Horas en total: {hours} | Suman {hours} horas
reverse: Inversión del sujeto pasivo: el IVA lo ingresa el destinatario. | IVA a cargo del destinatario (inversión).
exempt: Enseñanza exenta de IVA, art. 20 LIVA. | Sin IVA: enseñanza exenta.
"""

PARTIES: Final = """
trades: Asesores | Talleres | Alquileres | Artes Gráficas | Academia | Recambios | Eventos | Energía
streets: Patio de Curtidores 3 | C/ del Canal, 61 | Muelle Viejo, 2 | Avda. Victoria, 118 | Pol. Ind. Este, nave 9
details: estucado 135 g, 4/4 tintas | offset 90 g, 1/1 | cartulina 300 g, una cara | en paquetes de 100
"""

GOODS: Final = """
accounting: Contabilidad mensual=h | Cierre del ejercicio=h | Nóminas=h | Modelo trimestral=h
    | Consulta sobre vehículo=h
technical: Inspección del ascensor=visita | Calibrado de básculas=pza | Revisión de la caldera=visita
    | Actualización del autómata=h | Urgencia nocturna=visita | Boletín de gas=pza
fees: Concepto y dirección=días | Redacción=h | Plan de medios=días | Fotografía en exteriores=días
    | Gestión del proyecto=h
expenses: Impresión de carteles=lote | Billetes de tren=viaje | Derechos de imagen=pza | Mensajería=viaje
design: Identidad: marca, colores y letra | Web, diseño de nueve plantillas | Memoria anual, 64 páginas
    | Señalética de dos plantas | Envases de una gama de tés
freelance: Artículo, 1200 palabras=pza | Corrección de un manuscrito=h | Sesión de retratos=días
    | Taller para redactores=días
courses: Francés A2, tardes=semanas | Preparación de examen, grupo reducido=semanas
    | Conversación individual=clases | Inglés de negocios B1=semanas | Curso de verano juvenil=semanas
craft: Verja forjada y galvanizada=pza | Pasamanos de acero=m | Reparación de persiana=h | Montaje en obra=h
    | Chapa a medida=pza
craft_low: Alféizar, vivienda reformada=m | Aislamiento de vivienda=m² | Cambio de puerta=pza
supplies: Delantal estampado=pza | Tarro con tapa=caja | Etiquetas en rollo=rollo | Bolsas de papel=caja
    | Bandeja perforada=pza | Base de tarta=paq
spare: Retén de cigüeñal=UD | Correa acanalada=UD | Rodamiento de buje=UD | Filtro de habitáculo=UD | Relé 12 V=UD
    | Casquillo de brazo=UD | Juego de juntas=JGO | Cable de capó=UD | Tuerca M10=BOL | Sonda de temperatura=UD
print: Octavillas A5, dos caras=hojas | Trípticos=ejempl. | Papel de carta=hojas | Carteles A2=ejempl.
    | Sobres C5 con ventana=ejempl.
print_books: Programa grapado=ejempl. | Folleto encolado=ejempl.
machines: Miniexcavadora 1,8 t=días | Plataforma de tijera 8 m=días | Bandeja vibrante 90 kg=días
    | Grupo 20 kVA=días | Dúmper de obra=días
facility: Toallas de papel, dos capas=caja | Cartucho de jabón=pza | Alfombra lavada=pza | Ambientador, recarga=pza
    | Servicio de aseos=mes | Contenedor de agujas=pza
licences: Paquete de dibujo, por usuario, 1 año=pza | Protección por equipo=pza | Copia de servidores=pza
    | Plan de oficina, empresa=pza | Asistencia remota=pza
energy: Electricidad en horas punta=kWh | Electricidad en horas valle=kWh
energy_base: Término fijo=días | Alquiler de equipos=días
cleaning: Oficinas, primera planta=h | Escalera y portal=h | Cristales exteriores=h | Cocina a fondo=h
    | Suelo, a máquina=h
event: Sala, día completo=día | Sonido y luces=lote | Escenario 6 x 4 m=pza | Presentación bilingüe=h
    | Sillas plegables=pza
event_food: Bufé por invitado=invit. | Café y bollería=invit.
"""
