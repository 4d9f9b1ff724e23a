"""Spanish words of the houses."""

from typing import Final

LABELS: Final = """
invoice: Factura | Liquidación | Nota de cargo
fee_note: Minuta de honorarios | Factura de honorarios | Minuta
credit_note: Abono | Nota de abono | Factura rectificativa
invoice_number: Número | Fra. núm. | Nuestro número
credit_number: Número | Abono núm. | Nuestro número
issue_date: Hecha el | Fecha de la factura | Día de emisión | Extendida el
due_date: Rogamos pago antes del | Último día de pago | Cobro previsto | Exigible el
delivery_date: Ejecutado el | Terminado el | Entregado el | Día del servicio
order_reference: Encargo núm. | Pedido suyo | Solicitud | Ref. del comprador
customer_number: Cta. de cliente | Socio núm. | Su número aquí | Cliente nº
seller_tax_id: NIF/IVA | Nuestro NIF | N.I.F. emisor | CIF/NIF
buyer_tax_id: NIF comprador | NIF de quien recibe | N.I.F. receptor
net: Total antes de IVA | Suma neta | Todo sin IVA | Neto
lines_sum: Todos los artículos | Suma de género
shipping: Porte a la finca | Acarreo | Parte de porte
tax: IVA | Impuesto (IVA)
tax_sum: IVA en total | Suma de IVA | Impuestos
gross: Suma con IVA | Todo incluido | Importe de la factura | Total a facturar
payable: Queda por pagar | Aún pendiente | Resto | Su pago
iban: IBAN | Nº IBAN
bic: BIC | SWIFT | Swift/BIC
bank: Nuestro banco | Cuenta en | Caja o banco
payment_reference: Indique al pagar | Motivo | Su referencia de pago
terms: Cuándo pagar | Crédito | Pago convenido
phone: Llámenos | Tel. oficina | Fijo
register: Reg. Merc. | Inscripción | Sociedad inscrita
bill_to: Para | Comprador | Cuenta de
attention: Atn. | A/A | Para el departamento de
contact: Su contacto aquí | Extendida por | Encargado
delivery_note: Nota de entrega | Vale | Hoja de entrega
currency: Todo en | Código de moneda
page: {page} / {pages} | Página {page}/{pages} | Folio {page} de {pages}
period: Mes | Alquiler de | Uso en
order_date: Encargo del | Pedido en fecha
job: Hoja de trabajo | Orden de reparación
contract: Póliza | Núm. de póliza
lease: Membresía | Acuerdo de uso
file: Asunto | Proyecto nº
event: Celebración | Banquete nº
site: Obras en | Dirección de la obra
tour: Reparto | Camión / descarga
plate: Vehículo | Matrícula
mileage: Kilómetros | Km
patient: Paciente | Código de paciente
deed: CAE | Nº de bodega
section.plumb_work: Mano de obra | Horas de oficial
section.plumb_goods: Materiales | Material instalado
section.car_work: Mano de obra (10 unidades = 1 hora) | Trabajos de taller
section.car_parts: Piezas montadas | Recambios
section.wine: Vinos | Botellas
section.crates: Fianzas | Envases retornables
"""

HEADINGS: Final = """
pos: L. | Línea
item_id: Nuestro código | Nº art. | Cód. almacén
pack_code: C.N. | Nº envase
model: Modelo | Forma
description: Texto | Servido y hecho | Por | Texto del cargo
quantity: Ctd. | Piezas | Salidas | N.º
unit: Ud. | Envase | en
unit_price: Neto ud. | Precio suelto | la unidad | Precio neto
net: Neto | Total neto | Valor línea | Sin IVA
tax_rate: I.V.A. % | IVA en % | Tipo en %
with_unit: Servido | Cantidad y ud. | Cantidad facturada
discount: Reb. % | Dto. en %
letter: T | C
span: Vale para | Uso
lot: Lote | Partida
done: Avance | Hecho
ride: Viaje del | Fecha de viaje
rider: Pasajero | Viajero
rate: % | Tipo de IVA
base: Neto al tipo | Gravado
tax: IVA | Suma IVA
S: S
M: M
L: L
XL: XL
"""

SENTENCES: Final = """
greeting: Buenos días: | Estimados señores:
opening: Gracias por llamarnos. Esto es lo que hicimos y lo que cuesta.
    | Por los servicios siguientes les cargamos:
closing: Saludos cordiales | Quedamos a su disposición
headed: {title} {number} de {date} | {title} núm. {number}, {date}
referred: Corresponde a su pedido {order}; usted es nuestro cliente {customer}.
    | Lo pidieron con {order}. Su número con nosotros: {customer}.
corrects: Corrige nuestra factura {number} de {date}. | Abonamos lo cargado con {number} el {date}.
terms: Rogamos pago en {days} días. | Concedemos {days} días. | Neto contado {days} días
terms_date: Damos {days} días de crédito, hasta el {date}. | A pagar en {days} días, no después del {date}.
early: Deduzca {percent} % si paga en {early} días; {days} días neto.
    | {early} días {percent} %, {days} días neto
due: Quedamos a la espera de su pago de {amount} hasta el {date}. | El {date} vencen {amount}.
quoted: Al transferir indique {reference}. | Con {reference} encontramos su pago.
comes: Nuestros honorarios son {net}; con {rate} de {tax}, {due}, suman {gross}.
    | Cargamos {net} más {due} ({tax} {rate}), en total {gross}.
tax_at: {tax} {rate} | y {rate} de {tax} | {tax}, {rate}
tax_of: {rate} de {tax} sobre {base} | {tax} {rate} (sobre {base})
paid_on: Pagos parciales hasta {date} | Recibido a cuenta hasta {date}
card: Cargado en su tarjeta el {date} | Pago con tarjeta {date}
share: {percent} % del salario del primer año de {salary} | Parte convenida: {percent} % de {salary} al año
runs: Plazo: {start} a {end} | Desde el {start} hasta el {end}
late: Reclamaciones en ocho días. Los retrasos devengan el interés de ley.
    | Sobre lo vencido se cobran intereses y gastos de cobro.
property: El género es nuestro hasta que llegue su pago. | La propiedad pasa con el pago.
exempt: Seguros: operación exenta de IVA. | Sin IVA, exenta como mediación de seguros.
menu: Servido con gusto | Fue un placer cocinar para ustedes
"""

PARTIES: Final = """
trades: Hijos | Servicios | Casa | Suministros | Comercial | Gabinete | Hermanos | Grupo
streets: Camino del Molino, 14 | Plaza de la Fragua, 2 | Muelle del Puerto, 5 B | Calle de la Estación, 203
details: Uso: web y prensa, dos años | Uso: un cartel, una temporada | Uso: todos los medios, un año
"""

GOODS: Final = """
plumb_work: Oficial en obra=h | Aprendiz=h | Prueba de presión=vez | Urgencia sábado=vez
plumb_goods: Tubo de cobre 22 mm=m | Llave de bola 3/4"=ud | Grifo de lavabo cromado=ud | Cabezal termostático=ud
    | Soldadura y decapante=lote
dental: Corona de circonio=pieza | Modelo según escáner=ud | Puente de tres piezas=ud | Férula rígida=ud
    | Toma de color en taller=vez
dental_low: Prótesis con ganchos, superior=ud | Compostura de una prótesis=ud
words: Contrato, español-inglés=palabras | Manual de uso, francés-español=palabras | Web al portugués=palabras
    | Actas, jurada=líneas | Segunda lectura=palabras
shoot: Media jornada en estudio=día! | Jornada en exteriores=día! | Retoque por foto=ud | Ayudante=día
licence: Derecho de uso, foto A-14=ud! | Derecho de uso, serie de seis=ud! | Foto de archivo, un uso=ud!
car_work: Revisión según plan=unid. | Discos delanteros cambiados=unid. | Diagnosis luz de motor=unid.
    | Equilibrado de ruedas=unid.
car_parts: Aceite 5W-30=l | Filtro de aceite=ud | Disco ventilado=ud | Juego de pastillas=jgo | Escobillas=par
    | Lavacristales=l
phases: Fase 2, anteproyecto | Fase 3, licencia de obra | Fase 5, planos de ejecución | Fase 6, concurso
    | Fase 8, dirección de obra
menu: Bufé caliente "Cosecha"=invit. | Canapés, seis cada uno=invit. | Mesa de quesos=invit. | Café y tarta=invit.
menu_staff: Camareros=h | Cocinero en sala=h | Copas y mantelería=lote! | Barra según consumo=lote!
seed: Trigo de invierno tratado=t | Maíz para silo=kg | Mezcla de pradera=kg | Trébol rojo=kg
feed: Pienso vacuno 18 %=t | Mezcla mineral=kg | Leche para terneros=kg | Cebada aplastada=t
drugs: Paracetamol 500 mg 20 comp=CJ | Ibuprofeno gel 50 g=TB | Insulina plumas 5 x 3 ml=CJ | Aerosol nasal 10 ml=FR
    | Amoxicilina cáps 500 mg=CJ | Suero 0,9 % 100 ml=FR | Vitamina D gotas=FR | Pomada ocular 5 g=TB
drugs_low: Leche infantil 800 g=BT | Batido vainilla 4 x 200=CJ | Harina sin gluten=BL
domains: Dominio fjordline.eu=año | Dominio quartzmill.com=año | Correo, 10 buzones=año | Certificado TLS=año
    | Dominio oldharbour.shop=año
desks: Mesa fija, ventana=mesa | Mesa flexible=pase | Sala de reuniones por horas=h | Buzón y placa=mes | Taquillas=ud
cover: Incendio y robo, almacén=año! | Responsabilidad civil=año! | Flota, seis furgonetas=año! | Cobertura ciber=año!
rides: Estación - sede=viaje | Aeropuerto, temprano=viaje | Juzgado ida y vuelta=viaje | Viaje nocturno=viaje
    | Hospital con espera=viaje
cloth: Pantalón de trabajo gris=ud | Polo de piqué=ud | Chaqueta polar=ud | Bata de rayas=ud
hire: Selección: jefe de compras | Selección: técnico de nóminas | Selección: ingeniero de planta
wine: Riesling seco, 0,75 l=bot | Rosado, 0,75 l=bot | Pinot noir, barrica, 0,75 l=bot | Mosto, 1 l=bot
crates: Caja de seis, fianza=ud | Palé, fianza=ud
"""
