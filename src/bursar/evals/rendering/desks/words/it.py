"""Italian words of the desks."""

from typing import Final

LABELS: Final = """
invoice: Fattura | FATTURA | Fattura di vendita
credit_note: Nota di credito | NOTA DI CREDITO | Nota di accredito
invoice_number: Fattura n. | Numero fattura | N. fattura | Numero documento
credit_number: Nota di credito n. | Numero nota di credito | N. documento
issue_date: Data fattura | Data | Data documento | Data emissione
due_date: Scadenza | Data scadenza | Scadenza pagamento
delivery_date: Data consegna | Data prestazione | Data di consegna
order_reference: Vs. ordine | Ordine n. | Vs. rif. ordine | Rif. ordine cliente
customer_number: Codice cliente | Cod. cliente | N. cliente
seller_tax_id: Partita IVA | P. IVA | P.IVA | Partita I.V.A.
buyer_tax_id: P. IVA cliente | Vs. partita IVA | Partita IVA cliente
net: Imponibile | Totale imponibile | Totale netto
lines_sum: Totale merce | Totale righe
allowance: Sconto | Sconto incondizionato | Sconto cliente
shipping: Spese di trasporto | Trasporto | Spese di spedizione | Trasporto e imballo
tax: IVA | I.V.A.
tax_sum: Totale IVA | Totale imposta | Imposta
gross: Totale fattura | Totale documento | TOTALE FATTURA | Totale
prepaid: Acconto | Acconto versato | Acconti ricevuti
payable: Netto a pagare | Totale da pagare | Saldo | Importo da pagare
iban: IBAN | Codice IBAN
bic: BIC | SWIFT | BIC/SWIFT
bank: Banca | Banca d'appoggio
terms: Condizioni di pagamento | Pagamento | Modalità di pagamento
payment_reference: Causale di pagamento | Riferimento pagamento | Causale bonifico
phone: Tel. | Telefono | Tel
email: E-mail | Email | Mail
web: Sito | Web | Sito internet
register: R.E.A. | REA | Registro Imprese
director: Amministratore | Legale rappresentante
contact: Referente | Contatto | Agente | Operatore
bill_to: Intestatario | Fatturare a | Spett.le | Dati cliente
ship_to: Destinazione merce | Luogo di consegna | Indirizzo di consegna
sold_by: Venduto da
delivery_note: DDT n. | D.D.T. | Bolla n. | Rif. DDT
currency: Valuta | Divisa
page: Pagina {page} di {pages} | Pag. {page}/{pages} | Pag. {page} di {pages}
carried: A riportare | Riporto | Totale a riportare
brought: Riporto
period: Periodo di fatturazione | Periodo | Competenza
order_date: Data ordine
subtotal: Subtotale | Totale
x01.number_and_date: N. fattura/Data | Numero/Data
x01.credit_and_date: N. nota credito/Data | Numero/Data
x01.order_and_date: N. ordine/Data | Vs. ordine/Data
x01.note_and_date: N. DDT/Data | Consegna/Data
x01.net: Totale posizioni | Valore netto | Somma posizioni
x01.gross: Importo finale | Importo totale
x03.issue_date: Data | Data documento
x03.order_reference: Vs. ordine | Rif. ordine
x03.customer_number: Cod. cliente | Cliente
x03.lines_sum: Totale merce | Merce netta
x03.shipping: Spese trasporto | Trasporto
x03.net: Totale imponibile | Imponibile
x03.tax_sum: Totale imposta | Totale IVA
x03.gross: Totale documento
x04.invoice: Fattura
x04.order_reference: Riferimento
x04.net: Subtotale
x04.gross: TOTALE | Totale
x04.payable: Importo dovuto
x05.invoice: Fattura
x05.invoice_number: Numero fattura
x05.issue_date: Data di emissione
x05.due_date: Data di scadenza
x05.net: Totale parziale | Totale imposte escluse
x05.gross: Totale
x05.payable: Importo dovuto
x06.invoice: La tua fattura | Fattura
x06.invoice_number: Fattura n. | Numero fattura
x06.issue_date: Data emissione | Emessa il
x06.net: Totale imponibile | Totale al netto IVA
x06.gross: Totale da pagare | Totale fattura
x07.invoice: Bolletta energia elettrica | Fattura energia elettrica
x07.invoice_number: Numero fattura | N. bolletta
x07.issue_date: Data emissione | Emessa il
x07.net: Totale imponibile | Imponibile
x07.gross: Totale bolletta | Totale fattura
x07.prepaid: Acconti già versati | A dedurre acconti
x07.payable: Totale da pagare | Importo da pagare
x07.site: Indirizzo di fornitura
x08.invoice: Fattura | Conto
x08.invoice_number: Fattura n. | N. fattura
x08.gross: Totale | Totale documento
x08.prepaid: Carta di credito | Pagato con carta | Visa
x08.payable: Saldo | Residuo
x11.invoice: Parcella | Fattura | Nota di onorari
x11.invoice_number: Fattura n. | Parcella n. | N. fattura
x11.net: Totale imponibile | Totale onorari e spese
x11.prepaid: Fondo spese versato | A dedurre acconto
x11.period: Periodo delle prestazioni
x12.period: Periodo di lavoro | Periodo di missione
x13.prepaid: Acconto ricevuto | A dedurre acconto
x13.payable: Saldo da pagare | Resto da pagare
x13.delivery_date: Data lavori | Lavori ultimati il
x15.gross: Totale nota di credito | Totale a vostro credito | Totale documento
x15.ship_to: Reso da | Luogo di ritiro
x16.invoice: Fattura | Fattura di cortesia
x16.bill_to: Indirizzo di fatturazione
x16.ship_to: Indirizzo di spedizione
x16.order_reference: Numero d'ordine | Ordine n.
x16.delivery_date: Data di spedizione | Data consegna
x16.shipping: Spese di spedizione | Costi di spedizione
x16.gross: Totale ordine | Totale fattura
x16.payable: Totale da pagare
sales_order: N. ordine interno | Ns. ordine
incoterm: Condizioni di consegna | Resa
meter: Matricola contatore | N. contatore
supply_point: POD | Punto di prelievo
contract: Contratto n. | Codice contratto
billing_account: Conto contrattuale | Codice account
line_number: Linea | Numero linea
room: Camera | Camera n. | N. camera
guest_folio: Prenotazione | Soggiorno
matter: Ns. rif. | Pratica n.
subject: Oggetto
depot: Filiale | Agenzia
fleet: Contratto quadro | Flotta
return_note: Reso n. | Autorizzazione reso
insertion: Ordine pubblicità | Commissione n.
job_sheet: Commessa | Rapportino n.
mandate: Riferimento mandato | Mandato SDD
creditor: Codice creditore | ID creditore
site: Cantiere | Luogo dei lavori | Luogo intervento
advertiser: Inserzionista | Cliente
medium: Testata
published: Data di pubblicazione | Data uscita
advice: AVVISO DI PAGAMENTO
advice_to: A:
enclosed: Importo versato
customer: Cliente
arrival: Arrivo | Check-in
departure: Partenza | Check-out
guest: Ospite | Nome ospite
details: Dettaglio dei costi | Dettaglio fattura
help: Serve aiuto?
hours_sum: Totale ore
readings: Letture e consumi | Letture del contatore
old: Lettura precedente
new: Lettura attuale
used: Consumo kWh
costs: Dettaglio degli importi | Spese in dettaglio
sku: Cod. | Codice articolo
about_order: Informazioni sull'ordine | Dettagli ordine
payment_method: Metodo di pagamento
section.plan: Canoni mensili
section.calls: Traffico e consumi
section.once: Importi una tantum
section.advice: Onorari a tempo
section.expenses: Spese
section.labour: Manodopera
section.material: Materiali
"""

HEADINGS: Final = """
pos: N. | Riga | Pos.
pos_ten: Pos.
item_id: Codice | Cod. articolo | Articolo | Codice articolo
description: Descrizione | Dettaglio
quantity: Q.tà | Quantità | Qtà
hours: Ore
unit: U.M. | UM
with_unit: Quantità | Q.tà
unit_price: Prezzo | Prezzo unitario | Prezzo un. | Pr. unitario
discount: Sconto % | Sc. %
tax_rate: IVA | % IVA
bare_rate: % IVA | Aliq. IVA
net: Importo | Totale | Importo netto
signed_net: Importo | Totale
when: Data
night: Data
week: Sett.
worker: Lavoratore | Nome
driver: Conducente
initials: Avv. | Prof.
tracking: N. spedizione | Lettera di vettura
weight: Peso kg | Kg
town: Destinazione
plate: Targa
contract: Contratto
edition: Numero | Uscita
code: Cod.
rate: Aliquota | % IVA
base: Imponibile
tax: Imposta | IVA
with_tax: Totale
x04.hours: Quantità
x05.tax_rate: Imposta
x08.description: Descrizione | Servizio
x08.unit_price: Prezzo
x08.net: Importo | Totale
x11.description: Prestazione | Attività
x11.unit_price: Tariffa oraria | Tariffa
x12.unit_price: Tariffa oraria | Tariffa
x13.hours: Q.tà | Quantità
x14.description: Annuncio | Formato e posizione
x14.quantity: N. | Q.tà
x14.unit_price: Prezzo di listino | Listino
x14.net: Netto | Importo netto
x16.unit_price: Prezzo unitario (IVA incl.)
x16.signed_net: Totale (IVA incl.) | Subtotale (IVA incl.)
"""

SENTENCES: Final = """
attention: Alla c.a. di {person} | Ufficio contabilità, {person}
tax_at: {tax} {rate} | {rate} {tax} | {tax} al {rate}
tax_of: {tax} {rate} su {base} | {tax} {rate} su imponibile {base} | {tax} al {rate} su {base}
terms: Bonifico bancario {days} giorni data fattura | Pagamento a {days} giorni data fattura.
    | Ricevuta bancaria {days} gg d.f.
terms_date: Bonifico a {days} giorni, scadenza {date}. | Pagamento a {days} giorni, entro il {date}.
early: Sconto {percent}% per pagamento entro {early} giorni, netto {days} giorni. | {early} giorni sconto {percent}%,
    {days} giorni netto
greeting: Gentile Cliente, | Spettabile Cliente,
opening: Vi ringraziamo per l'ordine e Vi addebitiamo quanto segue: | Di seguito il dettaglio dei nostri servizi:
closing: Cordiali saluti | Distinti saluti | Grazie per averci scelto.
title_kept: La merce resta di nostra proprietà fino al completo pagamento. | Contributo CONAI assolto ove dovuto.
property: La nota di credito sarà compensata con la fattura aperta più vecchia.
motto: Idraulica · Riscaldamento · Climatizzazione | Impianti elettrici dal 1986
labour: Di cui manodopera: {amount} IVA esclusa. | Il costo della manodopera è di {amount} oltre IVA.
corrects: A storno della ns. fattura n. {number} del {date}.
    | Nota di credito relativa alla fattura {number} del {date}.
settled: L'importo sarà accreditato sul Vostro conto. | L'importo sarà detratto dalla prossima fattura.
transfer: Pagamento tramite bonifico su: {bank} | Bonifico bancario a favore di: {bank}
headline: {amount} in scadenza il {date} | {amount} da pagare entro il {date}
online: Paga online
case: Cessione di quote, sito logistico | Locazione di uffici | Diritto del lavoro, consulenza
services: Per le prestazioni professionali rese nella pratica in oggetto: | Competenze maturate nel periodo indicato:
assigned: Credito ceduto a {bank}. Il pagamento è liberatorio solo se eseguito sul conto:
    | Il presente credito è stato ceduto a {bank}, cui va effettuato il pagamento:
brand: Acqua minerale Alpenquell | Biciclette Norbrook | Cucine Halden
medium: Economia Regionale | Logistica Oggi | Il Corriere della Valle
quote: Nel pagamento indicare fattura {number} e codice cliente {customer}.
    | Causale del bonifico: {number} / {customer}
copy: Il giustificativo viene inviato a parte. | Copia giustificativa allegata.
headed: {title} - {month} | {title} di {month}
collected: L'importo sarà addebitato dal {date} sul conto {iban}. | Addebito SDD il {date} sul conto {iban}.
objection: Eventuali reclami vanno presentati entro otto settimane dal ricevimento della fattura.
advert: Il doppio della velocità allo stesso prezzo: passa alla fibra! | Presenta un collega: 50,00 € di sconto.
pay_until: Da pagare {amount} entro il {date}. | Importo di {amount} con scadenza {date}.
mix: Mix energetico: rinnovabili 61,4%, gas 28,1%, nucleare 8,0%, altro 2,5%; CO2 142 g/kWh.
index: I chilometri eccedenti sono fatturati a fine contratto secondo le condizioni pattuite.
goodbye: Grazie per il soggiorno, arrivederci a presto. | Vi ringraziamo della visita.
returns: Reso possibile entro 30 giorni. Per domande sull'ordine consultare le pagine di assistenza.
incoterm: DAP | EXW franco fabbrica | FCA | CPT
method: Carta di credito | PayPal | Visa
"""

PARTIES: Final = """
trades: Alimentari | Ingegneria | Salute | Arredamenti | Eventi | Commerciale | Media | Immobiliare
streets: Molo Levante 3 | Via Castello, 41 | Zona Artigianale Prato 12 | Via Latteria Vecchia 2
details: come da preventivo | come da ordine
"""

FIRMS: Final = """
x01: Cuscinetti | Oleodinamica | Trasmissioni | Valvole
x02: Informatica | Pulizie | Manutenzioni
x03: Ingrosso | Forniture Alberghiere | Forniture
x04: Design | Digitale | Creativi
x05: Cloud | Software | Apps
x06: Telecom | Mobile | Fibra
x07: Energia | Luce | Elettrica
x08: Hotel | Albergo | Locanda
x09: Spedizioni | Express | Corriere
x10: Noleggio | Leasing | Autonoleggi
x11: Avvocati Associati | Studio Legale | Legale
x12: Lavoro | Agenzia per il Lavoro | Personale
x13: Impianti | Termoidraulica | Elettroimpianti
x14: Edizioni | Editoriale | Stampa
x15: Ingrosso | Distribuzione | Forniture
x16: Shop | Online | Vendite
"""

GOODS: Final = """
machine: Cuscinetto a sfere 6205-2RS=PZ | Tubo idraulico DN12, 1,2 m=PZ | Motoriduttore 0,75 kW=PZ
    | Vite TE M12x60 8.8=PZ | Kit guarnizioni cilindro 63/36=SET | Sensore induttivo M18 PNP=PZ | Grasso EP2=KG
    | Elettrovalvola 5/2 G1/4=PZ
service: Tecnico presso cliente=ore | Assistenza remota=ore | Diritto di chiamata=n. | Backup mensile=mese
    | Disco rigido 2 TB=pz | Formazione personale=ore
supplies: Tovaglioli 2 veli bianchi 2000 pz | Guanti lattice M, scatola da 100 | Bobina blu 150 m
    | Sacchi rifiuti 200 pz
    | Contenitore kraft 750 ml | Detersivo piatti 5 l | Rotoli cassa 80 x 80 x 20 | Detergente pavimenti 5 l
supplies_low: Acqua minerale 24 x 0,5 l | Caffè macinato 1 kg | Zucchero bustine 1000 pz
design: Identità di marca, fase 2 | Sito web, progetto e sviluppo | Canone mensile | Testi per schede prodotto
    | Workshop, mezza giornata | Fotografia, immagini ritoccate
software: Piano Team, per utente | Piano Business | Spazio aggiuntivo 100 GB | Richieste API | Assistenza prioritaria
plan: Mobile Business Illimitato=n. | Canone fibra 500=n. | Indirizzo IP statico=n. | SIM dati 20 GB=n.
calls: Chiamate verso mobili=min | Chiamate verso Europa=min | SMS=n. | Dati in roaming, mondo=MB
    | Numerazioni speciali=min | Chiamate verso fissi=min
once: Contributo di attivazione=n. | Sostituzione SIM=n.
kwh: Spesa per la materia energia=kWh | Energia, tariffa business=kWh
grid: Quota fissa=mesi | Noleggio contatore=mesi | Trasporto, quota fissa=mesi | Gestione misura=mesi
room: Pernottamento camera doppia | Pernottamento camera singola | Camera con colazione
extras: Parcheggio | Minibar | Cena ristorante | Bar | Lavanderia | Colazione
parcel: Espresso ore 12 | Pacco standard | Espresso internazionale | Pacco 48 ore | Reso
surcharge: Supplemento carburante | Supplemento isole | Supplemento alta stagione
cars: Canone station wagon | Canone con manutenzione | Canone furgone elettrico | Canone compatta
insurance: Assicurazione RCA, riaddebito | Bollo auto, riaddebito
advice: Esame bozza contratto | Conferenza telefonica con il cliente | Lettera a controparte
    | Ricerca sulla prescrizione | Partecipazione a riunione | Revisione contratto di cessione | Atto giudiziario
expenses: Copie e postali | Corriere | Visure catastali
shifts: Magazziniere, ore ordinarie | Magazziniere, ore straordinarie | Carrellista, ore ordinarie
    | Carrellista, notturno
    | Operaio di produzione, ore ordinarie | Addetto macchine, sabato
labour: Idraulico=ore | Apprendista=ore | Elettricista=ore | Trasferta=ore
material: Tubo rame 22 mm=m | Kit valvola termostatica=pz | Rubinetto d'arresto 15 mm=pz
    | Caldaia condensazione 24 kW=pz
    | Cavo 3 x 2,5=m | Quadro elettrico 12 moduli=pz | Minuteria=a corpo | Tubo scarico D40=m
adverts: Pagina intera colori, II di copertina | Mezza pagina orizzontale, colori | Quarto di pagina, b/n
    | Banner sito, 4 settimane | Inserto fino a 20 g
goods: Docking station USB-C | Mouse senza fili nero | Lampada da scrivania LED | Scatole archivio, conf. da 10
    | Cuffie con riduzione del rumore | Braccio monitor doppio | Stampante per etichette
books: Manuale di gestione progetti | Atlante stradale | Corso di spagnolo, libro
"""
