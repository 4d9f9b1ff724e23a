"""Italian words of the fresh pages."""

from typing import Final

LABELS: Final = """
invoice: Fattura | Fattura a saldo | Fattura accompagnatoria | Fattura immediata
credit_note: Nota di credito | Nota credito | Storno fattura
invoice_number: Nr. doc. | Fatt. n. | Nostra fattura | Rif. fattura | Documento
credit_number: Nr. doc. | Nota cr. n. | Documento
issue_date: Emessa il | Del | Data doc. | In data | Emissione
due_date: Scade il | Saldo entro | Pagare entro | Scadenza al
delivery_date: Eseguito il | Svolto il | Data servizio | Data del lavoro
order_reference: Vs. ordine | Ordine cliente | Rif. Vs. ordine | Commessa cliente
customer_number: Cod. anagrafica | Conto cliente | Vs. codice | Cliente cod.
seller_tax_id: C.F. e P.IVA | P.IVA n. | Codice IVA | Partita IVA n.
buyer_tax_id: Vs. P.IVA | P.IVA committente | P.IVA del cliente
net: Totale netto IVA | Somma imponibile | Tot. imponibile | Netto
lines_sum: Somma righe | Totale voci
shipping: Consegna e ritiro | Trasporto | Spese trasporto
tax: IVA | I.V.A.
tax_sum: Totale IVA | Tot. imposta
gross: Totale con IVA | Importo fattura | Totale generale | Tot. documento
payable: Netto a pagare | Resta da saldare | A saldo | Saldo dovuto
iban: IBAN | Conto IBAN | Cod. IBAN
bic: Codice BIC | SWIFT/BIC | BIC
bank: Istituto | Ns. banca | Appoggio
payment_reference: Causale da indicare | Rif. bonifico | Indicare
terms: Pagam. | Termini | Condizioni pag.
phone: Telef. | Tel. | Recapito
register: C.C.I.A.A. | REA | Iscr. R.I.
bill_to: Cessionario | Committente | Cliente
from: Cedente / prestatore | Ditta emittente
order_date: Ordine del | Ordinato in data
delivery_note: D.D.T. | Bolla
contact: Ns. incaricato | Seguito da | Pratica seguita da
person: Studente | Partecipante
attention: c.a. | Alla c.a.
period: Periodo | Periodo di competenza | Servizi dal
currency: Divisa | Importi in
page: Foglio {page} di {pages} | Pagina {page} di {pages} | Pag. {page}/{pages}
licence: Chiave di licenza | Codice prodotto | Chiave
file: Ns. pratica | Fascicolo
job: Lavorazione | Commessa
contract: Rif. contratto | Contratto | Contr. n.
meter: Contatore | Matricola
supply_point: Cod. POD | POD
event: Evento | Prenotazione
course: Gruppo | Classe
site: Cantiere | Sede
tour: Giro / fermata | Giro
registry: Autorizzazione | Iscrizione albo
section.fees: Compensi | Attività svolte
section.expenses: Spese anticipate | Costi di terzi
"""

HEADINGS: Final = """
pos: Rg. | Nr.
item_id: Cod. | Cod. ricambio | Rif. art. | Sigla
description: Natura dei beni e servizi | Lavori eseguiti | Oggetto | Dettaglio | Servizio
quantity: Num. | Quant. | N. | Qtà
unit: UM | Mis.
unit_price: Cad. | Tariffa | Prezzo netto un. | Pr. unitario
net: Valore | Importo netto | Somma | Totale netto
tax_rate: % IVA | IVA % | Aliq. %
with_unit: Quantità | Numero | Volume
per_thousand: Al mille | Prezzo al mille
discount: Sc. % | % sconto
day: Il | Giorno
from_day: Dal | Inizio
to_day: Al | Fine
rate: Aliq. | IVA al
base: Imponibile | Su
tax: Imposta | IVA
"""

SENTENCES: Final = """
greeting: Gentile cliente, | Spettabile ditta,
opening: di seguito il dettaglio dei lavori svolti per Voi. | come da accordi Vi fatturiamo quanto segue.
closing: Distinti saluti | Cordiali saluti
thanks: È stato un piacere lavorare con Voi. | Grazie della fiducia.
terms: Bonifico {days} gg. data fattura | Pagamento a {days} giorni | {days} giorni dalla data del documento
terms_date: {days} giorni, quindi entro il {date} | Pagamento a {days} giorni con scadenza {date}.
early: Sconto cassa {percent} % entro {early} giorni, altrimenti {days} giorni
    | {percent} % in meno pagando in {early} giorni; intero importo a {days} giorni
due: Vi preghiamo di versare {amount} entro il {date}. | Attendiamo {amount} sul nostro conto per il {date}.
transfer: Vi chiediamo di bonificare {amount} entro il {date} sul conto {iban} (BIC {bic}) di {holder}, causale
    {reference}.
    | Si prega di versare {amount} entro {date} a {holder}, conto {iban}, BIC {bic}, indicando {reference}.
tax_at: {tax} {rate} | {tax} al {rate} | Più {tax} {rate}
tax_of: {tax} {rate} su {base} | {tax} al {rate} di {base}
paid_on: Acconto del {date} | Meno caparra del {date}
instalments: Rate versate fino al {date} | Meno rate al {date}
withheld: Ritenuta d'acconto {percent} | Meno R.A. {percent}
corrects: A storno del nostro documento {number} del {date}. | Rettifica il documento {number} del {date}.
titled: {title} {number} | {title} n. {number}
late: In caso di ritardo si applicano gli interessi del D.Lgs. 231/2002.
    | Contributo CONAI assolto ove dovuto. Imposta di bollo assolta ove dovuta.
property: La merce resta nostra fino al pagamento. | Vendita con riserva di proprietà.
paid_by_transfer: Da versare sul conto: | Bonifico a:
slip: Avviso di pagamento | Cedola di pagamento
slip_how: Allegare questa cedola al pagamento. | Staccare qui e inviare alla nostra cassa.
valid: Valida dal {start} al {end} | Utilizzo dal {start} al {end}
software: Le chiavi inviate non si rendono. | Valgono le condizioni del produttore.
used: Nel periodo avete consumato {amount} kWh. | Il Vostro consumo: {amount} kWh
change: La rata mensile non cambia. Comunicate le letture quando volete.
    | Traslocate? Avvisateci due settimane prima.
cleaned: Per la pulizia dei Vostri locali, periodo {period}: | Pulizie eseguite, {period}:
hours: Ore totali: {hours} | In tutto {hours} ore
reverse: Operazione soggetta a inversione contabile: IVA a carico del cliente. | Inversione contabile, art. 7-ter.
exempt: Didattica esente IVA, art. 10 DPR 633/72. | Senza IVA: corso esente.
"""

PARTIES: Final = """
trades: Associati | Officina | Noleggi | Arti Grafiche | Scuola | Ricambi | Eventi | Energia
streets: Corte dei Conciatori 3 | Via del Canale 61 | Molo Vecchio 2 | Viale Vittoria 118 | Zona Ind. Est, lotto 9
details: patinata 135 g, 4/4 colori | usomano 90 g, 1/1 | cartoncino 300 g, un lato | in pacchi da 100
"""

GOODS: Final = """
accounting: Contabilità mensile=ore | Bilancio d'esercizio=ore | Cedolini paga=ore | Liquidazione IVA=ore
    | Parere su auto aziendale=ore
technical: Verifica ascensore=visita | Taratura bilance=pz | Manutenzione caldaia=visita
    | Aggiornamento quadro=ore | Chiamata notturna=visita | Certificato gas=pz
fees: Ideazione e direzione=giorni | Testi=ore | Piano media=giorni | Fotografie in esterni=giorni
    | Gestione progetto=ore
expenses: Stampa manifesti=lotto | Biglietti treno=viaggio | Diritti immagini=pz | Corriere=viaggio
design: Identità: segno, colori e carattere | Sito, disegno di nove modelli | Bilancio sociale, 64 pagine
    | Segnaletica di due piani | Confezioni di una linea di tè
freelance: Articolo, 1200 parole=pz | Revisione di un manoscritto=ore | Sessione di ritratti=giorni
    | Laboratorio per redattori=giorni
courses: Spagnolo A2, sera=settim. | Preparazione esame, piccolo gruppo=settim. | Conversazione individuale=lezioni
    | Inglese commerciale B1=settim. | Corso estivo per ragazzi=settim.
craft: Cancello forgiato e zincato=pz | Corrimano inox=m | Riparazione tapparella=ore | Posa in opera=ore
    | Lamiera su misura=pz
craft_low: Davanzale, casa ristrutturata=m | Isolamento abitazione=mq | Sostituzione porta=pz
supplies: Grembiule stampato=pz | Vaso con coperchio=cartone | Etichette in rotolo=rot. | Sacchetti carta=cartone
    | Teglia forata=pz | Sottotorta tondo=conf
spare: Paraolio albero motore=NR | Cinghia poly-V=NR | Cuscinetto mozzo=NR | Filtro abitacolo=NR | Relè 12 V=NR
    | Boccola braccio=NR | Serie guarnizioni=SR | Cavo cofano=NR | Dado M10=SC | Sensore acqua=NR
print: Volantini A5, fronte retro=fogli | Pieghevoli, sei facciate=copie | Carta intestata=fogli | Manifesti A2=copie
    | Buste C5 con finestra=copie
print_books: Programma spillato=copie | Opuscolo in brossura=copie
machines: Miniescavatore 1,8 t=giorni | Piattaforma a forbice 8 m=giorni | Piastra vibrante 90 kg=giorni
    | Generatore 20 kVA=giorni | Dumper da cantiere=giorni
facility: Asciugamani, due veli=cartone | Cartuccia sapone=pz | Zerbino lavato=pz | Profumo, ricarica=pz
    | Servizio bagni=mese | Contenitore aghi=pz
licences: Suite disegno, per utente, 1 anno=pz | Protezione dispositivo=pz | Copia dei server=pz
    | Piano ufficio, azienda=pz | Assistenza remota=pz
energy: Elettricità di giorno=kWh | Elettricità di notte=kWh
energy_base: Quota fissa=giorni | Misura=giorni
cleaning: Uffici, primo piano=ore | Scale e ingresso=ore | Vetri esterni=ore | Cucina, a fondo=ore
    | Pavimento, a macchina=ore
event: Sala, giornata intera=giorno | Audio e luci=set | Palco 6 x 4 m=pz | Conduzione bilingue=ore
    | Sedie pieghevoli=pz
event_food: Buffet per ospite=ospiti | Caffè e dolci=ospiti
"""
