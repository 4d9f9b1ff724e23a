"""Italian words of the trades."""

from typing import Final

LABELS: Final = """
invoice: Fattura | FATTURA | Fattura di vendita
credit_note: Nota di credito | Nota di accredito | Nota di variazione
invoice_number: Numero fattura | Fattura n. | N. fattura | Numero documento | Nr. fattura
credit_number: Numero nota di credito | Nota di credito n. | Numero documento
issue_date: Data fattura | Data di emissione | Data | Data documento
due_date: Scadenza | Data di scadenza | Da pagare entro | Scadenza pagamento
delivery_date: Data di consegna | Data consegna | Data prestazione
order_reference: Vostro ordine | Ordine n. | N. ordine | Rif. ordine
customer_number: Codice cliente | Cod. cliente | Cliente n. | Numero cliente
seller_tax_id: Partita IVA | P. IVA | P.IVA | Part. IVA
buyer_tax_id: P.IVA cliente | Vs. partita IVA
net: Imponibile | Totale imponibile | Importo netto | Totale netto | Totale IVA esclusa
lines_sum: Articoli | Totale articoli | Totale merce
tax: IVA | I.V.A.
gross: Totale fattura | Totale documento | Totale | Importo totale | Totale IVA inclusa
prepaid: Acconti versati | Già pagato | Rate pagate | Pagato
payable: Da pagare | Saldo da pagare | Importo dovuto | Netto a pagare
shipping: Spese di spedizione | Spedizione | Trasporto e imballo
iban: IBAN | IBAN:
bic: BIC | SWIFT | BIC/SWIFT
bank: Banca | Banca d'appoggio
payment_reference: Riferimento pagamento | Causale
terms: Condizioni di pagamento | Modalità di pagamento | Pagamento
phone: Tel. | Telefono
register: REA MI | Registro Imprese di Milano n.
director: Amministratore unico | Amministratore delegato
bill_to: Intestatario | Destinatario fattura | Spett.le
ship_to: Luogo di consegna | Destinazione merce
from: Cedente | Fornitore
order_date: Data ordine | Ordinato il
page: Pagina {page} di {pages} | Pag. {page}/{pages} | Foglio {page}
carried: A riportare | Riporto a pagina seguente
brought: Riporto | Riporto da pagina precedente
contact: Riferimento | Vostro contatto | Referente
delivery_note: DDT n. | DDT | Bolla n.
currency: Valuta | Divisa
supplier_number: Ns. codice fornitore | Cod. fornitore
incoterms: Resa | Incoterms
document_number: Pratica n. | Rif. interno
contract_number: Contratto n. | N. contratto | Numero contratto
account_number: Conto cliente | Codice utenza | Conto
meter_number: Matricola contatore | Contatore
supply_point: POD | Punto di fornitura
project: Cantiere | Commessa
case_number: Ns. rif. | Pratica
waybill: AWB / B/L | Lettera di vettura n.
quote: Preventivo | Preventivo n.
job: Lavoro n. | Conferma d'ordine
line_number: Linea | Numero mobile
terminal: Terminale | Cassa
receipt: Ricevuta | Scontrino
room: Camera | Camera n.
seat: Tavolo | Tavolo/Cameriere
depot: Magazzino centrale | Ricevimento merci, porta 3
packages: Colli | N. colli
weight: Peso lordo
chargeable: Peso tassabile
volume: Volume | Cubatura
via: Vettore
fob: Porto
period: Periodo di fatturazione | Periodo
summary: Riepilogo della bolletta | Riepilogo
details: Dettaglio importi | Costi per servizio
paid: Pagato
copy: Copia | Duplicato
transfer: Pagamento con bonifico | Coordinate bancarie
from_day: Dal
to_day: Al
old_reading: Lettura precedente
new_reading: Lettura attuale
consumption: Consumo | Consumo kWh
slip.receipt: Ricevuta di versamento | Ricevuta
slip.part: Bollettino di pagamento | Sezione pagamento
slip.scan: Inquadra e paga
slip.amount: Importo
slip.payee: Conto / Pagabile a
slip.reference: Riferimento
slip.payer: Pagabile da
arrival: Arrivo
departure: Partenza
guest: Ospite | Nome dell'ospite
included: IVA compresa nel totale | Di cui IVA
patient: Paziente | Nome del paziente
opponent: Acquachiara Immobiliare
original: Fattura originaria | Documento rettificato
reason: Motivo | Causale della variazione
open_items: Fatture precedenti non saldate | Partite scadute sul Vostro conto
balance: Saldo del Vostro conto | Saldo contabile
retention: Ritenuta a garanzia 5 % | Meno ritenuta a garanzia
serial: S/N | N. di serie
their_number: Vs. codice materiale | Vs. codice articolo
customs: Codice doganale | Voce doganale
section.labour: Manodopera | Lavori eseguiti
section.material: Materiali | Materiale fornito
section.compute: Calcolo | Server virtuali
section.storage: Archiviazione | Oggetti
section.network: Rete | Trasferimento dati
section.line_base: Canoni mensili | Offerte e noleggi
section.line_usage: Consumi | Traffico voce e dati
section.line_extra: Altri addebiti | Servizi opzionali
"""

HEADINGS: Final = """
pos: N. | Riga | #
pos10: Pos. | Riga
item_id: Codice | Cod. art. | Articolo
description: Descrizione | Prestazione | Descrizione articolo | Voce
quantity: Q.tà | Quantità
quantity_unit: Quantità | Q.tà
unit: U.M. | Unità
unit_price: Prezzo | Prezzo unitario | P. unit. | Prezzo netto
per_hundred: Prezzo / per | Prezzo per
net: Importo | Totale | Importo {currency} | Totale ({currency})
tax_rate: IVA | % IVA | Aliquota
letter: IVA | Cod.
ean: EAN | Barcode
price_inclusive: Prezzo | Prezzo ivato
inclusive: Importo | Totale ivato
with_tax: Totale | Ivato
listed: Listino | Prezzo listino
discount: Sc. 1 | %S1
second_discount: Sc. 2 | %S2
date: Data | Giorno
fee_number: Codice | Voce
factor: Coeff.
foreign: Importo USD | USD
rate: Aliq. | IVA %
base: Imponibile | Imp.
tax: Imposta | IVA
"""

SENTENCES: Final = """
terms: Bonifico a {days} giorni | {days} giorni data fattura | Pagamento a {days} giorni netto.
    | Rimessa diretta a {days} giorni
discount: Sconto {percent} % a {early} giorni, {days} giorni netto
    | {percent} % di sconto per pagamento entro {early} giorni, netto a {days} giorni.
due: Vi preghiamo di saldare la fattura entro il {date}. | La fattura scade il {date}.
    | Il pagamento deve pervenire entro il {date}.
quote: Indicare {reference} nel pagamento. | Causale del bonifico: {reference}
tax_row: {tax} {rate} | {tax} ({rate}) | {tax} al {rate}
tax_on: {tax} {rate} su {base} | {tax} al {rate} su {base}
deposit: Le cauzioni sono rimborsate alla resa dei vuoti in casse complete.
exchange: Importi in USD convertiti al cambio 1 {currency} = {rate} USD del {date}.
freight_exempt: Voci allo 0%: trasporto internazionale non imponibile, art. 9 DPR 633/72.
conditions: I nostri servizi sono regolati dalle condizioni generali degli spedizionieri. Responsabilità limitata a
    8,33 DSP per kg.
thanks: Grazie per la fiducia! | Grazie e arrivederci
check: Assegni intestati a {name}
headline: {amount} da pagare il {date} | {amount} in scadenza il {date}
online: Pagate online con il link della nostra e-mail oppure con bonifico.
card: {amount} addebitati il {date} sulla carta Visa che termina con {digits}.
billing: Questa fattura riguarda il periodo dal {start} al {end} | Periodo di fatturazione: {start} - {end}
total_due: IMPORTO TOTALE DOVUTO IL {date} | Totale da pagare entro il {date}
later: L'uso rilevato in ritardo è addebitato nella prossima fattura. Il dettaglio è nelle pagine seguenti.
debit: L'importo di {amount} sarà addebitato sul Vostro conto il {date}.
mandate: Addebito SEPA, riferimento mandato {number}, creditore IT66ZZZA1B2C3D
instalments: Avete pagato {count} rate di {amount} ciascuna.
next_instalment: La nuova rata è di {amount} al mese, a partire dal {date}.
one_line: {title} n. {number} del {date} | {title} {number} del {date}
stay: Grazie per il soggiorno. L'imposta di soggiorno è versata al Comune fuori campo IVA.
till_card: Pagamento carta {amount}
wallet: {amount} pagati con carta il {date}. Non resta nulla da pagare.
    | Metodo di pagamento: PayPal, {amount} ricevuti il {date}.
returns: Potete rendere gli articoli entro 30 giorni. Conservate la fattura per la garanzia di 2 anni.
titled: {title} {number} | {title} n. {number}
greeting: Gentile Cliente, | Egregi Signori,
intro: grazie per l'ordine e per la fiducia accordata. Con la presente Vi fatturiamo le seguenti prestazioni:
pay_by: Vi preghiamo di versare {amount} entro il {date} sul conto sotto indicato.
    | Il totale di {amount} è da pagare entro il {date}.
regards: Cordiali saluti | Distinti saluti
place: {city}, lì {date}
work: Per «{work}», ultimato il mese scorso come concordato, Vi fatturo un compenso di {net} oltre {name} {rate}
    ({tax}), per un totale di {gross}.
work_untaxed: Per «{work}», ultimato il mese scorso come concordato, Vi fatturo un compenso di {net}; il totale è di
    {gross}.
within: entro {days} giorni
transfer: Vi prego di versare l'importo {within} sul mio conto {iban}, BIC {bic}.
section_sum: Totale {name} | Subtotale {name}
master: Falegnameria, coperture, ristrutturazioni - dal 1987
site: ristrutturazione vano scala, ala est
labour_share: Manodopera compresa nella fattura, IVA inclusa: {amount}
keep: Bene significativo: intervento soggetto a detrazione, conservare la fattura.
fees: Per le prestazioni sanitarie eseguite secondo il nomenclatore:
medical: Esente IVA ai sensi dell'art. 10 n. 18 DPR 633/72.
acted: Nella pratica indicata esponiamo i seguenti onorari:
original: N. {number} del {date} di {amount}
returned: reso merce, arrivata difettosa
credited: L'importo sarà accreditato sul Vostro conto e compensato con il prossimo pagamento.
overdue: Se il pagamento si è incrociato con la presente, non tenete conto dell'elenco.
reverse: Inversione contabile (reverse charge). | Operazione soggetta a reverse charge, art. 17 DPR 633/72.
exempt: Operazione esente da IVA, art. 10 DPR 633/72. | Operazione senza applicazione dell'IVA, regime forfettario.
"""

GOODS: Final = """
parts: Vite esagonale M10x40 zincata=PZ | Cuscinetto a sfere 6204-2RS=PZ | Guarnizione NBR 70=PZ
    | Tubo idraulico DN12=M | Morsetto 2,5 mm²=PZ | Olio da taglio fusto=KG
food: Riso basmati 10 kg=sacco | Pomodori pelati 6x2,5 kg=cart. | Olio di girasole 10 l=latta
    | Burro 20x250 g=cart. | Penne 5 kg=busta | Caffè macinato 8x500 g=cart. | Farina di grano 25 kg=sacco
drinks: Acqua naturale 12x0,75 l=cassa | Birra chiara 24x0,33 l=cassa | Succo di mela 6x1 l=cassa
    | Tonica 24x0,2 l=cassa | Rosso della casa 6x0,75 l=cart. | Cola 24x0,33 l=cassa
deposit: Cauzione cassa=cassa | Cauzione bottiglia 0,33=bott. | Bancale EPAL=pz
haulage: Trasporto al terminal=viaggio | Sdoganamento import=boll. | Movimentazione terminal=cont.
    | Diritti documenti=set | Magazzinaggio 4 giorni=giorno
haulage_abroad: Nolo marittimo Shanghai - Genova=cont. | Supplemento bunker=cont. | Assicurazione merci=pol.
    | Nolo aereo JFK - MXP=kg
office: Schedario 4 cassetti=pz | Carta laser A4 80 g=cart. | Lavagna bianca 120 x 90=pz | Mouse ergonomico=pz
    | Sedia visitatore blu=pz | Stampante etichette=pz
services: Gestione progetto=ore | Workshop in sede=giorno | Analisi e relazione=corpo! | Spese di viaggio=corpo!
    | Sessione di consulenza=ore
software: Piano Team=posto | Licenze Business=utente | Assistenza prioritaria=mese
    | Chiamate API, pacchetto 10.000=pacch. | Spazio extra 100 GB=pacch.
compute: Server m5.large Linux, all'ora=Ore | Server t3.small, all'ora=Ore | Richieste di funzione, per milione=M
    | Ore di container=Ore
storage: Archiviazione standard, primi 50 TB=GB-mese | Snapshot=GB-mese | Richieste PUT e COPY, per 1.000=K
    | Archivio freddo=GB-mese
network: Trasferimento in uscita, successivi 40 TB=GB | Ore di bilanciatore=Ore | Indirizzo IPv4 pubblico=Ore
line_base: Business Illimitato 20 GB=SIM | Canone fibra 500=linea | Noleggio router=app.
line_usage: Chiamate verso mobili=min | Dati in roaming zona 2=MB | Messaggi SMS=SMS | Chiamate a 199=min
    | Chiamate internazionali=min
line_extra: Elenco telefonico premium=mese | Fattura cartacea=pz | Indennità di ritardo=pz
hosting: Server virtuale S2=mese | Dominio esempio-negozio.it=anno | Backup 250 GB=mese | Pacchetto 25 caselle=mese
    | Certificato SSL=anno
energy: Quota energia fascia F1=kWh | Quota energia fascia F23=kWh | Trasporto energia=kWh
energy_base: Quota fissa=giorni | Gestione contatore=anno!
town: Acqua potabile=m³ | Fognatura=m³ | Cassonetto rifiuti 120 l=cass. | Pulizia strade, fronte=m
town_more: Autocarro con autista=ore | Uso della pesa=pz | Affitto sala civica=giorno
hotel: Camera doppia, solo pernottamento=notte | Camera singola superior=notte
hotel_more: Colazione a buffet=pers. | Minibar=pz | Parcheggio=giorno | Cena ristorante=pers.
hotel_free: Imposta di soggiorno=pers.
menu: Zuppa del giorno | Branzino alla griglia | Tagliatelle al ragù | Tiramisù | Insalata Caesar | Hamburger Deluxe
menu_drinks: Acqua frizzante 0,7 | Calice Merlot | Caffè espresso | Birra spina 0,5 | Limonata della casa
shop: Cuffie Bluetooth nere | Caricatore USB-C 65 W | Lampada da tavolo Aurora | Borraccia acciaio 750 ml
    | Custodia trasparente
shop_books: Tascabile «La lunga costa» | Ricettario «Una pentola» | Atlante stradale Europa
writing: Traduzione della relazione annuale | Testi per l'opuscolo autunnale | Fotografie del nuovo stabilimento
labour: Capocantiere=ore | Falegname=ore | Apprendista=ore | Trasferta e allestimento=corpo!
material: Lastra cartongesso 12,5 mm=m² | Listelli abete 40/60=m | Viteria e fissaggi=corpo!
    | Lana minerale 160 mm=m² | Primer=l
treatment: Visita approfondita | Esame obiettivo completo | Ecografia addome | Prelievo venoso | ECG a riposo
    | Lettera al medico curante
counsel: Onorario di procedura | Onorario di udienza | Redazione contratto | Posta e telefono, forfait
counsel_free: Contributo unificato anticipato | Visura catastale
cleaning: Pulizia uffici, mensile=mese! | Pulizia vetri 3 piani=interv. | Lavaggio moquette=m²
    | Materiali di consumo=corpo!
"""
