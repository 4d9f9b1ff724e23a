"""The words of the guilds: of an author who wrote none of the others, as suppliers of many trades put things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bursar.evals.rendering.guilds.goods import SENTENCES
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.vocabulary.de import GERMAN
from bursar.evals.rendering.vocabulary.en import ENGLISH
from bursar.evals.rendering.vocabulary.es import SPANISH
from bursar.evals.rendering.vocabulary.fr import FRENCH
from bursar.evals.rendering.vocabulary.it import ITALIAN
from bursar.evals.rendering.vocabulary.nl import DUTCH

_NAMES: Final = (
    "invoice", "credit_note", "invoice_number", "credit_number", "issue_date", "due_date", "delivery_date",
    "order_reference", "customer_number", "seller_tax_id", "buyer_tax_id", "net", "lines_sum", "tax", "gross",
    "payable", "prepaid", "shipping", "allowance", "iban", "bic", "payment_reference", "phone", "bill_to", "page",
    "carried", "contact",
)  # fmt: skip
_HEADS: Final = (
    "pos", "item_id", "description", "quantity", "unit", "unit_price", "tax_rate", "net", "rate", "base", "tax",
)  # fmt: skip
_NOISE: Final = (
    "contract", "meter", "period", "room", "arrival", "plate", "mileage", "matter", "before", "after", "day",
    "line_gross", "subtotal", "currency",
)  # fmt: skip

# A wording after the other, divided by semicolons; alternatives are divided by bars.
_LABELS: Final[Mapping[str, str]] = {
    "en": """
        Tax Invoice|Invoice|Bill|VAT invoice ; Credit Note|Credit invoice ; Invoice No|Bill number|Document no.|Inv. #
        ; Credit note number|Document no. ; Invoice dated|Date of issue|Tax point|Billing date ; Please pay by|Date
        due|Payment due by ; Supply date|Date of supply|Performed on ; PO ref|Customer order no|Your PO number ;
        Account no.|Your account number|Cust. ref ; VAT Registration Number|VAT ID|VAT Reg. ; Your VAT ID|VAT no.
        (customer) ; Total excluding tax|Net amount|Total before VAT|Charges excl. VAT ; Sub-total|Sum of items ;
        VAT|Value added tax ; Total including VAT|Invoice total|Total charges|Total ; Amount due|To pay|Amount
        outstanding ; Less payments received|Deposit paid|Payments on account ; Carriage|Postage & packing ; Trade
        discount|Rebate ; IBAN No.|Account (IBAN) ; SWIFT|SWIFT/BIC ; Quote when paying|Remittance ref. ; Call us|T ;
        Invoice to|Sold to|Bill payer ; Sheet {page}/{pages}|{page} / {pages} ; Brought forward ; Handled by|Enquiries
        to
    """,
    "de": """
        Rechnung|Sammelrechnung ; Rechnungskorrektur|Gutschrift ; Rechnung Nr.|Rechnungs-Nr|Beleg Nr.|Rg.-Nr. ;
        Gutschrift Nr.|Beleg Nr. ; Datum|Ausstellungsdatum|Rechnung vom|Ausgefertigt am ; Zahlungsziel|Bitte zahlen
        bis|Fällig am|Zahlungseingang bis ; Leistungsdatum|Tag der Lieferung|Ausgeführt am ; Ihre
        Bestellnr.|Bestellzeichen|Ihre Bestell-Nr. ; Kd.-Nr.|Vertragskonto|Ihre Kundennummer ;
        Umsatzsteuer-ID|USt-Id-Nr.|Unsere USt-ID ; Ihre USt-ID|USt-ID Kunde ; Nettobetrag|Summe ohne USt|Entgelt
        netto|Zwischensumme netto ; Summe Positionen|Warensumme ; Umsatzsteuer|MwSt. ;
        Rechnungsbetrag|Bruttobetrag|Endsumme|Gesamtsumme brutto ; Noch zu zahlen|Zahlbetrag|Überweisungsbetrag ;
        Abzüglich Abschlag|Erhaltene Anzahlung|Ihre Abschläge ; Frachtkosten|Versandpauschale ; Nachlass|Treuerabatt ;
        IBAN Nr.|Konto (IBAN) ; SWIFT-Code|BIC/SWIFT ; Bei Zahlung angeben|Verwendungszweck ; Fon|Ruf ; Rechnung
        an|Auftraggeber|Leistungsempfänger ; Blatt {page}/{pages}|- {page} - ; Vortrag ; Ihr
        Ansprechpartner|Bearbeitet von
    """,
    "fr": """
        Facture|Facture de vente ; Avoir|Note de crédit ; Facture N°|N° de la facture|Pièce n°|Fact. n° ; Avoir
        N°|Pièce n° ; Date d'émission|Facturé le|Date|Date d'édition ; À payer avant le|Date d'échéance|Échéance|Date
        limite de règlement ; Date d'exécution|Livré le|Date de la prestation ; Réf. commande|V/ commande|Commande
        client n° ; Compte client|N° d'abonné|Code client ; TVA intracom.|Identifiant TVA|N° TVA intracommunautaire ;
        Votre n° TVA|N° TVA preneur ; Total HT|Base HT|Sous-total hors taxes|Net HT ; Total des lignes|Sous-total ;
        TVA|T.V.A. ; Total TTC|Montant total TTC|Total facture|Montant TTC ; Net à payer|Montant dû|À payer ; Acompte
        versé|Acomptes déduits|Règlements reçus ; Frais de port|Transport ; Remise commerciale|Geste commercial ; IBAN
        n°|Compte IBAN ; SWIFT|BIC/SWIFT ; À rappeler au paiement|Réf. virement ; Tél|T. ; Facturé
        à|Destinataire|Client facturé ; Feuille {page}/{pages}|{page}/{pages} ; À reporter ; Votre
        interlocuteur|Affaire suivie par
    """,
    "es": """
        Factura|Factura de servicios ; Factura rectificativa|Abono ; Factura Nº|N.º de factura|Documento nº|Fra. n.º ;
        Abono Nº|Documento nº ; Fecha de emisión|Emitida el|Fecha|F. factura ; Pagar antes de|Vencimiento|Fecha límite
        de pago|Vto. ; Fecha de servicio|Entregado el|Fecha de realización ; Ref. pedido|S/ pedido|Pedido cliente n.º
        ; Cuenta de cliente|Cód. cliente|N.º de abonado ; CIF|NIF-IVA|N.I.F. ; Su NIF|CIF cliente ; Base
        imponible|Total sin IVA|Suma neta|Importe sin impuestos ; Suma de líneas|Total conceptos ; IVA|I.V.A. ; Total
        factura|Total con IVA|Importe total|TOTAL ; Total a pagar|Pendiente de pago|Importe a pagar ; Entrega a
        cuenta|Anticipo recibido|Pagos recibidos ; Portes|Gastos de envío ; Descuento comercial|Bonificación ; IBAN
        n.º|Cuenta IBAN ; SWIFT|BIC/SWIFT ; Indique al pagar|Concepto de la transferencia ; Tfno.|Tel ; Facturar
        a|Destinatario|Titular ; Hoja {page}/{pages}|{page}/{pages} ; Suma anterior ; Su gestor|Le atiende
    """,
    "it": """
        Fattura|Fattura di vendita ; Nota di credito|Nota di accredito ; Fattura n.|N° documento|Numero fattura|Fatt.
        nr. ; Nota di credito n.|N° documento ; Data emissione|Emessa il|Data documento|Data ; Da pagare
        entro|Scadenza|Data scadenza|Pagare entro il ; Data prestazione|Consegnato il|Eseguito il ; Rif. ordine|Vs.
        ordine|Ordine cliente n. ; Codice cliente|Cod. utente|Conto cliente ; Partita IVA|P.IVA|P. IVA/C.F. ; Vs. P.
        IVA|P.IVA cliente ; Imponibile|Totale imponibile|Totale netto IVA|Importo senza IVA ; Somma righe|Totale
        prestazioni ; IVA|I.V.A. ; Totale fattura|Totale IVA inclusa|Totale generale|Totale documento ; Netto a
        pagare|Da pagare|Saldo dovuto ; Acconto versato|Acconti detratti|Pagamenti ricevuti ; Spese di trasporto|Spese
        di spedizione ; Sconto commerciale|Abbuono ; IBAN n.|Conto IBAN ; SWIFT|BIC/SWIFT ; Causale bonifico|Da
        indicare nel pagamento ; Tel|T. ; Spett.le|Fatturare a|Intestatario ; Foglio {page}/{pages}|{page}/{pages} ;
        Riporto ; Referente|Pratica seguita da
    """,
    "nl": """
        Factuur|Nota ; Creditfactuur|Creditnota ; Factuur nr.|Notanummer|Documentnr.|Fact.nr. ; Credit nr.|Documentnr.
        ; Datum factuur|Opgemaakt op|Datum|Factuur d.d. ; Te betalen voor|Uiterste betaaldatum|Vervaldag|Voldoen vóór
        ; Datum prestatie|Geleverd op|Uitgevoerd op ; Uw bestelling|PO-nummer|Uw inkoopnummer ;
        Klantcode|Contractrekening|Uw klantnummer ; BTW-identificatienummer|BTW-id|Btw nr. ; Uw btw-id|BTW klant ;
        Totaal excl. btw|Subtotaal|Netto totaal|Bedrag zonder btw ; Som regels|Totaal regels ; BTW|Btw ; Totaal incl.
        btw|Factuurtotaal|Totaalbedrag|Eindtotaal ; Te betalen|Openstaand bedrag|Door u te betalen ; Reeds
        voldaan|Betaald voorschot|Ontvangen betalingen ; Verzendkosten|Transport ; Handelskorting|Bonus ; IBAN
        nr.|Rekening (IBAN) ; SWIFT|BIC/SWIFT ; Bij betaling vermelden|Betalingskenmerk ; Tel|T ; Factuur
        aan|Gefactureerd aan|Opdrachtgever ; Blad {page}/{pages}|{page}/{pages} ; Transport vorig blad ; Behandeld
        door|Uw aanspreekpunt
    """,
}
_HEADINGS: Final[Mapping[str, str]] = {
    "en": """
        No|Item ; Code|Part no.|SKU ; Details|Particulars|Charge|Narrative ; Qty|Units|Number ; UOM|Unit ; Rate|Price
        each|Unit cost ; VAT rate|VAT % ; Amount|Net value|Charge ; Rate|VAT rate ; Net|Goods ; VAT|VAT charged
    """,
    "de": """
        Nr.|Lfd. ; Art.-Nr.|Teilenr.|Code ; Leistung|Text|Bezeichnung der Leistung|Ware ; Anz.|Menge|Anzahl ; ME|Einh.
        ; Einzelpr.|Preis/Einh.|Satz ; USt %|St.-Satz ; Betrag|Wert|Summe ; Satz|USt-Satz ; Netto|Entgelt ; USt|Steuer
    """,
    "fr": """
        N°|Ligne ; Réf.|Code|Code article ; Libellé|Prestation|Nature|Détail ; Qté|Nombre|Quantité ; U.|Unité ; P.U.
        HT|Prix unit.|Tarif ; TVA %|Taux TVA ; Montant HT|Total HT|Montant ; Taux|% TVA ; Base HT|HT ; TVA|Mt TVA
    """,
    "es": """
        N.º|Lín. ; Ref.|Código|Cód. art. ; Concepto|Detalle|Descripción|Servicio ; Cant.|Uds.|Cantidad ; Ud.|Medida ;
        Precio|P. unit.|Tarifa ; % IVA|Tipo IVA ; Importe|Total|Subtotal ; Tipo|% IVA ; Base|B. imponible ;
        Cuota|Cuota IVA
    """,
    "it": """
        N.|Riga ; Cod.|Codice|Cod. art. ; Descrizione|Prestazione|Voce|Oggetto ; Q.tà|Qtà|Quantità ; U.M.|UM ; Prezzo
        unit.|Prezzo|Tariffa ; Aliq.|% IVA ; Importo|Totale|Tot. riga ; Aliquota|% IVA ; Imponibile|Base ; Imposta|IVA
    """,
    "nl": """
        Nr|Regel ; Art.nr.|Code|Artikelcode ; Omschrijving|Dienst|Specificatie|Product ; Aant.|Aantal|Hoev. ;
        Eh.|Eenheid ; Prijs|Stukprijs|Tarief ; BTW%|Btw ; Bedrag|Totaal|Regeltotaal ; Tarief|BTW% ; Grondslag|Over ;
        BTW|Btw-bedrag
    """,
}
_BESIDE: Final[Mapping[str, str]] = {
    "en": """
        Contract ; Meter serial ; Billing period ; Room ; Arrival ; Vehicle reg. ; Odometer ; Our matter ; Previous ;
        Present ; Date ; Incl. VAT ; Subtotal ; Currency
    """,
    "de": """
        Vertrag ; Zählernummer ; Abrechnungszeitraum ; Zimmer ; Anreise ; Amtl. Kennz. ; km-Stand ; Unser Zeichen ;
        Stand alt ; Stand neu ; Tag ; Inkl. USt ; Zwischensumme ; Währung
    """,
    "fr": """
        Contrat ; N° compteur ; Période ; Chambre ; Arrivée ; Immatriculation ; Kilométrage ; Notre dossier ; Ancien
        index ; Nouvel index ; Jour ; TTC ; Sous-total ; Devise
    """,
    "es": """
        Contrato ; N.º contador ; Periodo ; Habitación ; Entrada ; Matrícula ; Kilómetros ; Nuestro asunto ; Lect.
        anterior ; Lect. actual ; Día ; Con IVA ; Subtotal ; Moneda
    """,
    "it": """
        Contratto ; Matricola contatore ; Periodo ; Camera ; Arrivo ; Targa ; Chilometri ; Ns. pratica ; Lett. prec. ;
        Lett. att. ; Giorno ; IVA incl. ; Subtotale ; Valuta
    """,
    "nl": """
        Contract ; Meternummer ; Periode ; Kamer ; Aankomst ; Kenteken ; Kilometerstand ; Ons dossier ; Oude stand ;
        Nieuwe stand ; Dag ; Incl. btw ; Tussentotaal ; Valuta
    """,
}


def _table(names: tuple[str, ...], wordings: str) -> dict[str, tuple[str, ...]]:
    some = (tuple(" ".join(one.split()) for one in wording.split("|")) for wording in wordings.split(";"))
    return dict(zip(names, some, strict=True))


def _fourth(words: Vocabulary) -> Vocabulary:
    labels = _table(_NAMES, _LABELS[words.code]) | _table(_NOISE, _BESIDE[words.code])
    return replace(
        words,
        labels=labels | {"ein": ("Federal Tax ID", "EIN"), "sales_tax": ("Sales tax", "State sales tax")},
        headings=_table(_HEADS, _HEADINGS[words.code]),
        sentences=SENTENCES[words.code],
    )


GUILD_LANGUAGES: Final[Mapping[str, Vocabulary]] = {
    words.code: _fourth(words) for words in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH)
}
